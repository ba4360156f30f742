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
from analysis.chart.palette import outlet_marks
from analysis.chart.quantity_table import quantity_table
from analysis.compare.defaults import label_of
from analysis.compare.finding_words import shared_quantities, story_finding
from analysis.compare.naming_contrast import (
    clearest_contrast,
    contrast_sentence,
    naming_choices,
    referents_to_show,
)
from analysis.compare.quantity_matrix import quantity_matrix
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
    "profile_finding",
    "story_chart",
    "story_picker",
]

_SIGNIFICANCE = 0.05
_MEASURES_NAMED = 3  # in the finding of a profile


def story_chart(run: "Run", story: str) -> "Figure":
    """
    Draw which outlet prints which number in a story.

    Parameters
    ----------
    run : Run
    story : str
        A ``story_id``.

    Returns
    -------
    Figure
    """
    one = run.only_story(story)
    rows, cells = quantity_matrix(one.figures, one.articles, one.quantities)
    label = label_of(story, run.stories)
    title = story_finding(label, rows, len(set(one.articles["outlet"].dropna()))) + run.mark
    return quantity_table(shared_quantities(rows), cells, title=title)  # pyright: ignore[reportArgumentType]


def story_picker(run: "Run", story: str) -> "ipywidgets.Widget | str":
    """
    Show a menu of stories, with the numbers of the chosen one.

    Parameters
    ----------
    run : Run
    story : str
        The first choice.

    Returns
    -------
    ipywidgets.Widget or str
        A sentence if the run is headless.
    """
    stories = run.stories.sort_values(["n_outlets", "n_articles"], ascending=False)
    options = list(
        zip(stories["label"].fillna(stories["story_id"]), stories["story_id"], strict=True)
    )
    return _picker(lambda story: story_chart(run, story), story=(options, story))


def profile_finding(differences: pd.DataFrame, outlet: str) -> str:
    """
    Say in a sentence how one outlet differs from the others.

    Parameters
    ----------
    differences : DataFrame
        ``DIFFERENCES``, of all outlets.
    outlet : str
        Empty if no two outlets share an event.

    Returns
    -------
    str
        Says so if the outlet shares no event with others. Otherwise counts the measures with a
        known difference and those with an adjusted p below .05, and names up to three of the
        latter, smallest p first.
    """
    if not outlet:
        return (
            "No two outlets of this corpus share an event, so none can be compared with the others."
        )
    own = differences.loc[differences["outlet"].eq(outlet)]
    significant = own.loc[own["p_adjusted"] < _SIGNIFICANCE].sort_values("p_adjusted")["metric"]
    names = ", ".join(significant.head(_MEASURES_NAMED))
    n_known = own["difference"].notna().sum()
    if not n_known:
        return f"{outlet} shares no event with other outlets, so it cannot be compared with them."
    return (
        f"{outlet}: {len(significant)} of {n_known} measures differ from those of other outlets "
        f"on the same events (p < .05, adjusted){': ' + names if names else ''}."
    )


def profile_chart(differences: pd.DataFrame, outlet: str, mark: str = "") -> "Figure":
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
    own = differences.loc[differences["outlet"].eq(outlet)]
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


def outlet_picker(
    differences: pd.DataFrame, outlet: str, mark: str = ""
) -> "ipywidgets.Widget | str":
    """
    Show a menu of outlets, with the profile of the choice.

    Parameters
    ----------
    differences, mark
        As for ``profile_chart``.
    outlet : str
        The first choice.

    Returns
    -------
    ipywidgets.Widget or str
        A sentence if the run is headless.
    """

    def draw(outlet: str) -> "Figure":
        return profile_chart(differences, outlet, mark)

    return _picker(draw, outlet=(sorted({*differences["outlet"], outlet}), outlet))


def names_picker(
    names: pd.DataFrame, articles: pd.DataFrame, mark: str = ""
) -> "ipywidgets.Widget | str":
    """
    Show a menu of referents, those named most first, with the names that outlets choose.

    Parameters
    ----------
    names, articles : DataFrame
        The tables of those names.
    mark : str
        Added to the title, see ``Run.mark``.

    Returns
    -------
    ipywidgets.Widget or str
        A sentence if the run is headless or nobody is named.
    """
    referents = referents_to_show(names, articles, most=len(names))
    if not referents:
        return "Nobody is named for whom there is a choice of names."

    def draw(referent: str) -> "Figure":
        choices = naming_choices(names, articles, [referent])
        contrast = clearest_contrast(names, articles, choices)
        return shares(choices, title=contrast_sentence(contrast, 1) + mark)

    return _picker(draw, referent=(referents, referents[0]))


def _picker(
    draw: "Callable[..., Figure]", **menus: tuple[Sequence[object], str]
) -> "ipywidgets.Widget | str":
    """Show a menu for each argument of ``draw`` (options, first choice), and the chart below."""
    if os.environ.get(HEADLESS):
        return "In JupyterLab there is a menu here; this page shows the default choice."
    import ipywidgets
    from IPython.display import display

    dropdowns = {
        name: ipywidgets.Dropdown(options=options, value=value, description=name)
        for name, (options, value) in menus.items()
    }

    def redraw(**choice: str) -> None:
        display(draw(**choice))

    output = ipywidgets.interactive_output(redraw, dropdowns)
    return ipywidgets.VBox([*dropdowns.values(), output])
