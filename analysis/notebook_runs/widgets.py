"""
Menus for JupyterLab: choose a story or an outlet, and the chart is drawn again.

In: a run, or the differences between outlets. Out: widgets; in headless runs, where no one can
click, a sentence instead. The charts are those that the notebooks draw for the same choice.
"""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.chart.bars import shares
from analysis.chart.dot_plots import intervals
from analysis.chart.highlighted_text import examples
from analysis.chart.highlights import spans_of
from analysis.chart.number_timeline import number_timeline
from analysis.chart.palette import outlet_marks
from analysis.chart.quantity_table import quantity_table
from analysis.chart.readable_table import Note, ReadableTable
from analysis.compare.defaults import label_of
from analysis.compare.findings.differences import profile_finding
from analysis.compare.findings.names import naming_finding
from analysis.compare.findings.quantities import quantity_finding, story_finding
from analysis.compare.naming_contrast import (
    naming_choices,
    referents_to_show,
    with_article_test,
)
from analysis.compare.quantity_matrix import quantity_matrix
from analysis.compare.quantity_reports import reports_of_quantity
from analysis.compare.shown_quantities import quantity_to_show, shared_quantities, told_label
from analysis.core.printed_names import printed_name
from analysis.evaluate import outlet_profile
from analysis.notebook_runs.execute import HEADLESS

if TYPE_CHECKING:
    import ipywidgets
    from matplotlib.figure import Figure

    from analysis.run.pipeline import Run

__all__ = [
    "names_picker",
    "outlet_picker",
    "profile_chart",
    "story_picker",
    "story_views",
]


def story_views(run: "Run", story: str) -> list[object]:
    """
    Return what there is to see of a story: its numbers by outlet, one over time, the sentences.

    Parameters
    ----------
    run : Run
    story : str
        A ``story_id``.

    Returns
    -------
    list
        Two charts, a table and the sentences; the last three only if a number was found.
    """
    one = run.only_story(story)
    rows, cells = quantity_matrix(one.figures, one.articles, one.quantities, one.attributions)
    label = label_of(story, run.stories)
    found = story_finding(label, cells, len(set(one.articles["outlet"].dropna())))
    matrix = quantity_table(shared_quantities(rows), cells, title=found + run.mark)
    if rows.empty:
        return [matrix]
    first = rows.set_index("quantity_id", drop=False).loc[quantity_to_show(rows)].to_dict()
    reports = reports_of_quantity(one, first["quantity_id"])
    put_forward = reports.loc[reports["is_headline"]].reset_index(drop=True)
    told = told_label(first["label"], rows, first["quantity_id"])
    stated = quantity_finding(label, told, reports, int(first["n_origins"]))
    steps = number_timeline(put_forward, title=stated + run.mark)
    columns = ["outlet", "published", "words", "source", "passage", "document"]
    own = one.figures.loc[one.figures["quantity_id"].eq(first["quantity_id"])]
    sentences = examples(one.articles, one.sentences, spans_of(figures=own), limit=12)
    return [matrix, steps, ReadableTable(put_forward[columns], rows=50), sentences]


def story_picker(run: "Run", story: str) -> "ipywidgets.Widget | Note":
    """
    Show a menu of stories, with all that there is to see of the chosen one.

    Parameters
    ----------
    run : Run
    story : str
        The first choice.

    Returns
    -------
    ipywidgets.Widget or Note
        A sentence if the run is headless or has no story.
    """
    if run.stories.empty:
        return Note("No story was found in this corpus.")
    stories = run.stories.sort_values(["n_outlets", "n_articles"], ascending=False)
    options = [(label_of(story_id, stories), story_id) for story_id in stories["story_id"]]
    return _picker(lambda story: story_views(run, story), story=(options, story))


def profile_chart(
    differences: pd.DataFrame,
    outlet: str,
    min_events: int,
    mark: str = "",
) -> "Figure":
    """
    Draw how one outlet differs from the others, measure by measure.

    Parameters
    ----------
    differences : DataFrame
        ``DIFFERENCES``, of all outlets.
    outlet : str
    min_events : int
        Shared events that a test needs.
    mark : str
        Added to the title, see ``Run.mark``.

    Returns
    -------
    Figure
    """
    own = differences.loc[differences["outlet"].eq(outlet)]
    table = outlet_profile.standardised(own)
    caption = (
        f"{len(own)} measures; at the right the shared events. "
        "Bars are 95% intervals from a bootstrap over events."
    )
    return intervals(
        table,
        title=profile_finding(own, min_events, outlet) + mark,
        reference=0,
        caption=caption,
        unit="difference in standard deviations of the measure",
        row="measure",
        marks=dict.fromkeys(table["outlet"], outlet_marks([outlet])[outlet]),
    )


def outlet_picker(
    differences: pd.DataFrame,
    outlet: str,
    min_events: int,
    mark: str = "",
) -> "ipywidgets.Widget | Note":
    """
    Show a menu of outlets, with the profile of the choice.

    Parameters
    ----------
    differences, min_events, mark
        As for ``profile_chart``.
    outlet : str
        The first choice.

    Returns
    -------
    ipywidgets.Widget or Note
        A sentence if the run is headless.
    """

    def draw(outlet: str) -> "list[object]":
        return [profile_chart(differences, outlet, min_events, mark)]

    return _picker(draw, outlet=(sorted({*differences["outlet"], outlet}), outlet))


def names_picker(
    names: pd.DataFrame,
    articles: pd.DataFrame,
    differences: pd.DataFrame,
    min_events: int,
    mark: str = "",
) -> "ipywidgets.Widget | Note":
    """
    Show a menu of referents, those named most first, with the names that outlets choose.

    Parameters
    ----------
    names, articles : DataFrame
        The tables of those names.
    differences : DataFrame
        ``DIFFERENCES`` of the choices that could be tested.
    min_events : int
        Shared events that a test needs.
    mark : str
        Added to the title, see ``Run.mark``.

    Returns
    -------
    ipywidgets.Widget or Note
        A sentence if the run is headless or nobody is named.
    """
    referents = referents_to_show(names, articles, most=len(names))
    if not referents:
        return Note("Nobody is named for whom there is a choice of names.")

    def draw(referent: str) -> "list[object]":
        choices = naming_choices(names, articles, [referent])
        choices = with_article_test(choices, names, articles)
        metrics = differences["metric"].str.startswith(f"name: {printed_name(referent)} = ")
        finding = naming_finding(choices, differences.loc[metrics], min_events)
        return [shares(choices, title=finding + mark)]

    return _picker(draw, referent=(referents, referents[0]))


def _picker(
    draw: "Callable[..., list[object]]", **menus: tuple[Sequence[object], str]
) -> "ipywidgets.Widget | Note":
    """Show a menu for each argument of ``draw`` (options, first choice), and what it returns."""
    if os.environ.get(HEADLESS):
        return Note("In JupyterLab there is a menu here; this page shows the default choice.")
    import ipywidgets
    from IPython.display import display

    dropdowns = {
        name: ipywidgets.Dropdown(options=options, value=value, description=name)
        for name, (options, value) in menus.items()
    }

    def redraw(**choice: str) -> None:
        display(*draw(**choice))

    output = ipywidgets.interactive_output(redraw, dropdowns)
    return ipywidgets.VBox([*dropdowns.values(), output])
