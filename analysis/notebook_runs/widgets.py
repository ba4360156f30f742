"""
Pickers for JupyterLab: choose an event, an outlet and an outcome, and what is drawn is drawn again at once.

In: a run, or the differences between outlets. Out: widgets; where nobody can click (headless runs), a line that says
so. What is drawn is what the notebook itself draws for the same choice.
"""

import os

from analysis.chart.dot_plots import intervals
from analysis.chart.figure_ranges import figures_range
from analysis.chart.palette import outlet_marks
from analysis.compare.defaults import label_of, shared_source
from analysis.compare.reports import reports_from_figures
from analysis.evaluate import outlet_profile
from analysis.notebook_runs.execute import HEADLESS

__all__ = ["chart", "profile_finding", "event_picker", "outlet_picker", "profile_chart"]

EVERY = "all outlets"


def chart(run, event, outcome, outlet=EVERY):
    """
    Draw the figures of one event, outcome and outlet.

    Parameters
    ----------
    run : Run
    event : str
    outcome : str
    outlet : str
        ``EVERY`` draws all.

    Returns
    -------
    Figure
    """
    people = run.figures[run.figures["outcome"].eq(outcome) & run.figures["part_of"].isna()]
    reports = reports_from_figures(people, run.articles, run.sentences, run.attributions)
    reports = reports[reports["event"].eq(event)]
    reports = reports.assign(shared=shared_source)
    if outlet != EVERY:
        reports = reports[reports["outlet"].eq(outlet)]
    title = f"{label_of(event, run.events)}: {outcome.replace('_', ' ')}, as reported{run.mark}"
    return figures_range(reports, title=title)


def event_picker(run, event, outcome):
    """
    Show the picker of an event, an outlet and an outcome.

    Parameters
    ----------
    run : Run
    event, outcome : str
        What is chosen first.

    Returns
    -------
    ipywidgets.Widget or str
        Words where the run is headless.
    """
    events = run.events.sort_values(["n_outlets", "n_articles"], ascending=False)
    return _picker(
        lambda **choice: chart(run, choice["event"], choice["outcome"], choice["outlet"]),
        event=([(label_of(e, events), e) for e in events["event_id"]], event),
        outlet=([EVERY, *sorted(run.articles["outlet"].dropna().unique())], EVERY),
        outcome=(sorted({*run.figures["outcome"].dropna(), outcome}), outcome),
    )


def profile_finding(differences, outlet):
    """
    Say how one outlet differs from the others.

    Parameters
    ----------
    differences : DataFrame
        ``DIFFERENCES``, of all outlets.
    outlet : str

    Returns
    -------
    str
        One sentence.
    """
    own = differences[differences["outlet"].eq(outlet)]
    sure = own[own["p_adjusted"] < 0.05].sort_values("p_adjusted")["metric"]
    named = f": {', '.join(sure.head(3))}" if len(sure) else ""
    return (
        f"{outlet}: {len(sure)} of {own['difference'].notna().sum()} measures differ from those of "
        f"other outlets on the same events (p < .05, adjusted){named}."
    )


def profile_chart(differences, outlet, mark=""):
    """
    Draw how one outlet differs from the others, measure by measure.

    Parameters
    ----------
    differences : DataFrame
        ``DIFFERENCES``, of all outlets.
    outlet : str
    mark : str
        Added to the title, see ``Run.mark``.

    Returns
    -------
    Figure
    """
    own = differences[differences["outlet"].eq(outlet)]
    table = outlet_profile.standardised(own)
    caption = (
        f"{len(own)} measures; at the right the shared events. "
        "Bars are 95% intervals from a bootstrap over events."
    )
    return intervals(
        table,
        title=profile_finding(differences, outlet) + mark,
        reference=0,
        caption=caption,
        unit="difference in standard deviations of the measure",
        marks=dict.fromkeys(table["outlet"], outlet_marks([outlet])[outlet]),
    )


def outlet_picker(differences, outlet, mark=""):
    """
    Show the picker of an outlet's profile.

    Parameters
    ----------
    differences, outlet, mark
        As for ``profile_chart``; ``outlet`` is chosen first.

    Returns
    -------
    ipywidgets.Widget or str
        Words where the run is headless.
    """
    return _picker(
        lambda outlet: profile_chart(differences, outlet, mark),
        outlet=(sorted({*differences["outlet"], outlet}), outlet),
    )


def _picker(draw, **choices):
    """Make a menu for each choice (its options, and what is chosen first), with what is drawn below."""
    if os.environ.get(HEADLESS):
        return "A picker stands here in JupyterLab; this page shows the default choice."
    import ipywidgets
    from IPython.display import display

    menus = {
        name: ipywidgets.Dropdown(options=options, value=value, description=name)
        for name, (options, value) in choices.items()
    }
    shown = ipywidgets.interactive_output(lambda **choice: display(draw(**choice)), menus)
    return ipywidgets.VBox([*menus.values(), shown])
