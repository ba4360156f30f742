"""
A picker for JupyterLab: choose an event, an outlet and an outcome, and the figures are drawn again at once.

In: a run. Out: widgets; where nobody can click (headless runs), a line that says so. What is drawn is what
``analysis.chart.ranges`` draws for the same choice.
"""

import os

from analysis.chart.ranges import figures_range
from analysis.compare import reported
from analysis.compare.choose import label_of, shared_source

__all__ = ["HEADLESS", "chart", "pick"]

HEADLESS = "PARALLAX_HEADLESS"  # set by the suite, so that pages do not hold widgets that nobody can use
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
    reports = reported.from_figures(people, run.articles, run.sentences, run.attributions)
    reports = reports[reports["event"].eq(event)]
    reports = reports.assign(shared=shared_source)
    if outlet != EVERY:
        reports = reports[reports["outlet"].eq(outlet)]
    title = f"{label_of(event, run.events)}: {outcome.replace('_', ' ')}, as reported{run.mark}"
    return figures_range(reports, title=title)


def pick(run, event, outcome):
    """
    Show the picker.

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
    if os.environ.get(HEADLESS):
        return "A picker stands here in JupyterLab; this page shows the default choice."
    import ipywidgets
    from IPython.display import display

    events = run.events.sort_values(["n_outlets", "n_articles"], ascending=False)
    chooser = {
        "event": ipywidgets.Dropdown(options=[(label_of(e, events), e) for e in events["event_id"]], value=event),
        "outlet": ipywidgets.Dropdown(options=[EVERY, *sorted(run.articles["outlet"].dropna().unique())]),
        "outcome": ipywidgets.Dropdown(options=sorted(run.figures["outcome"].dropna().unique()), value=outcome),
    }
    for name, widget in chooser.items():
        widget.description = name
    shown = ipywidgets.interactive_output(
        lambda **choice: display(chart(run, choice["event"], choice["outcome"], choice["outlet"])), chooser
    )
    return ipywidgets.VBox([*chooser.values(), shown])
