"""
What the notebooks use: one import in place of twenty.

Each name is loaded from its module when a notebook first asks for it, so that a notebook does not
wait for what it does not use. ``open_corpus`` checks the parameters, reads the corpus and sets the
note that every chart carries.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.run.pipeline import Run

_MODULES = {
    "analysis.chart": ("bars", "dot_plots", "matrices"),
    "analysis.chart.claims": ("claims_timeline",),
    "analysis.chart.figure_ranges": ("figures_range",),
    "analysis.chart.frame_sentences": ("sentences_by_frame",),
    "analysis.chart.highlighted_text": ("examples",),
    "analysis.chart.highlights": ("spans_of",),
    "analysis.chart.number_timeline": ("number_timeline",),
    "analysis.chart.palette": ("outlet_marks",),
    "analysis.chart.propagation": ("propagation",),
    "analysis.chart.quantity_table": ("quantity_table",),
    "analysis.chart.readable_table": ("Note", "ReadableTable"),
    "analysis.chart.timelines": ("articles_by_month",),
    "analysis.compare.accusations": ("accusations",),
    "analysis.compare.defaults": ("busiest_event", "label_of", "most_shared_outlet"),
    "analysis.compare.dispersion": ("dispersion_by_event",),
    "analysis.compare.estimates": ("Bootstrap", "against_others"),
    "analysis.compare.events.explain": ("explain_pair",),
    "analysis.compare.findings.accuracy": ("expected_finding", "scores_finding"),
    "analysis.compare.findings.corpus": ("corpus_finding",),
    "analysis.compare.findings.differences": ("difference_finding", "profile_finding"),
    "analysis.compare.findings.keyness": ("beyond_chance", "comparable_outlets", "keyness_finding"),
    "analysis.compare.findings.names": ("naming_finding",),
    "analysis.compare.findings.quantities": (
        "followed_finding",
        "quantity_finding",
        "story_finding",
    ),
    "analysis.compare.findings.travel": (
        "numbers_finding",
        "others_finding",
        "travel_finding",
    ),
    "analysis.compare.headline_figures": ("CHOICE",),
    "analysis.compare.named_only": ("named_without_number",),
    "analysis.compare.naming_contrast": (
        "naming_choices",
        "naming_values",
        "party_counts",
        "referents_to_show",
        "with_article_test",
    ),
    "analysis.compare.number_habits": ("number_habits",),
    "analysis.compare.one_story": ("STORY_CHOICE", "open_story"),
    "analysis.compare.propagation.candidates": ("find_candidates",),
    "analysis.compare.propagation.shared_wording": ("shared_wording",),
    "analysis.compare.propagation.travel": ("follow_statement",),
    "analysis.compare.quantity_matrix": ("origins_by_quantity", "quantity_matrix"),
    "analysis.compare.quantity_reports": ("reports_of_quantity",),
    "analysis.compare.reports": ("reports_from_figures",),
    "analysis.compare.shares": ("article_values", "category_shares", "coverage_alone"),
    "analysis.compare.shown_quantities": (
        "QUANTITY_CHOICE",
        "axis_unit",
        "quantity_to_show",
        "shared_quantities",
        "told_label",
    ),
    "analysis.compare.timeline": ("event_timeline",),
    "analysis.compare.watch": ("follow_quantity",),
    "analysis.core.tables": ("CANDIDATE_KINDS",),
    "analysis.core.stated_days": ("is_contradicted",),
    "analysis.evaluate": ("accuracy", "agreement", "coding_sheets", "outlet_profile"),
    "analysis.evaluate.accuracy_charts": (
        "expected_by_outlet",
        "labelled_scores",
        "probability_chart",
        "scores_chart",
    ),
    "analysis.evaluate.corpus_overview": ("corpus_tables", "outlet_tables"),
    "analysis.evaluate.expected": ("expected_right",),
    "analysis.evaluate.hand_labels": ("read_labels",),
    "analysis.evaluate.checked_accuracy": ("checked_accuracy",),
    "analysis.evaluate.nearest_labels": ("accuracy_sentence",),
    "analysis.evaluate.outlet_profile": ("sourcing_measures",),
    "analysis.evaluate.story_tables": ("names_in_story", "quoted_on_event", "tone_in_story"),
    "analysis.measure": ("sourcing", "tone"),
    "analysis.measure.boilerplate": ("without_boilerplate",),
    "analysis.measure.frames.score": ("score_frames",),
    "analysis.measure.keyness": ("keyness",),
    "analysis.measure.target_sentiment": ("by_outlet",),
    "analysis.notebook_runs": ("widgets",),
    "analysis.notebook_runs.check_widget": ("figure_checker",),
    "analysis.notebook_runs.outputs": ("save_outputs",),
    "analysis.run": ("pipeline",),
}
_HOME = {name: (module, name) for module, names in _MODULES.items() for name in names}
_HOME["keyness_chart"] = ("analysis.chart.keyness", "keyness")  # "keyness" is the measure

__all__ = ["open_corpus", *sorted(_HOME)]  # noqa: PLE0604, PLE0605


def __getattr__(name: str) -> Any:
    """Return a name from its module, which is imported now."""
    if name not in _HOME:
        raise AttributeError(f"analysis.notebook has no {name!r}; it has {', '.join(__dir__())}")
    home, own_name = _HOME[name]
    found = getattr(import_module(home), own_name, None)
    return import_module(f"{home}.{own_name}") if found is None else found


def __dir__() -> list[str]:
    return ["open_corpus", *sorted(_HOME)]


def open_corpus(notebook: str, variables: MutableMapping[str, Any]) -> Run:
    """
    Check a notebook's parameters, and read the corpus that they name.

    Parameters
    ----------
    notebook : str
        Its name, such as "02_figures".
    variables : mutable mapping
        ``vars()`` of the notebook. Lists given as text are replaced by lists.

    Returns
    -------
    Run
        The whole selection. Articles in another language than English are in it:
        ``run.only_read()`` leaves them out. The note of every chart counts them.

    Raises
    ------
    ParameterError
        Before anything is read, if a value is not allowed; with the values that are.
    """
    from analysis.chart.captions import set_corpus_note
    from analysis.core.selection import Selection
    from analysis.notebook_runs import parameters
    from analysis.notebook_runs.execute import HEADLESS
    from analysis.notebook_runs.outputs import tables_as_text
    from analysis.run import pipeline
    from analysis.run.execution import Execution
    from analysis.run.manifest import is_table_folder

    parameters.validate(notebook, variables)
    tables_as_text()
    selection = Selection(
        variables["outlets"],
        variables["since"],
        variables["until"],
        variables["limit"],
        variables["seed"],
        variables["query"],
    )
    corpus = variables["corpus"]
    shows_progress = not os.environ.get(HEADLESS) and not is_table_folder(corpus)
    run = pipeline.run(
        corpus,
        selection=selection,
        execution=Execution(processes=1, progress=True) if shows_progress else None,
        corrections=variables["corrections"],
    )
    set_corpus_note(run.note)
    return run
