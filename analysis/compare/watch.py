"""
Follow one quantity through the whole corpus, beyond its story: a standing toll, a price, a count.

In: a run and a quantity. Out: the reports of all figures that state it. Figures of the same kind
and of a like size, whatever their story and scope, are put side by side as if they were of one
story, and grouped by the model that finds the quantities of a story.
"""

import pandas as pd

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantity_reports import reports_of_quantity
from analysis.compare.recalls import recalls_of
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.run_tables import RunTables

__all__ = ["follow_quantity"]

_STORY = "watched"
_LARGEST_RATIO = 4.0  # between a figure and the quantity's numbers: a standing toll grows
_KIND = ("unit", "outcome")


def follow_quantity(run: RunTables, quantity: str) -> pd.DataFrame:
    """
    Return the reports of a quantity in every story of the corpus.

    Parameters
    ----------
    run : RunTables
    quantity : str
        A ``quantity_id``; empty for none.

    Returns
    -------
    DataFrame
        As ``reports_of_quantity``; at least the figures of its own story. Of a standing toll,
        figures of a background count. Of an event, those of other stories count that recall it:
        see ``recalls``; other backgrounds, and other events ("14 killed" in another attack), do
        not. Figures of the same unit and outcome that the model sets apart are left out, and so
        are those that do not say that they are of the same owner.

    Raises
    ------
    ParameterError
        If the quantity is not in the corpus.
    """
    if not quantity:
        return reports_of_quantity(run, quantity)
    own = run.figures.loc[run.figures["quantity_id"].eq(quantity)]
    if own.empty:
        ids = run.quantities["quantity_id"]
        raise ParameterError(unknown_value_message("quantity", quantity, ids))
    figures = run.figures.loc[_is_like(run, own)].assign(scope=None)
    articles = run.articles.loc[run.articles["article_id"].isin(figures["article_id"])]
    sentences = run.sentences.loc[run.sentences["article_id"].isin(figures["article_id"])]
    found, _ = find_quantities(figures, articles.assign(story_id=_STORY), sentences)
    of_own = found.loc[found["figure_id"].isin(own["figure_id"]), "quantity_id"]
    is_same = found["quantity_id"].isin(of_own) | found["figure_id"].isin(own["figure_id"])
    followed = found.loc[is_same, "figure_id"]
    is_followed = run.figures["figure_id"].isin(followed)
    is_counted = is_followed
    if _is_of_event(own):
        is_counted = is_followed & ~run.figures["figure_id"].isin(own["figure_id"])
    renamed = run.figures.assign(
        quantity_id=run.figures["quantity_id"].mask(is_followed, quantity),
        scope=run.figures["scope"].mask(is_counted),
    )
    return reports_of_quantity(run, quantity, renamed)


def _is_like(run: RunTables, own: pd.DataFrame) -> pd.Series:
    """Return which figures are of the quantity's kind, and of a like size or in words."""
    figures = run.figures
    is_like = pd.Series(True, index=figures.index)
    for column in _KIND:
        kinds = own[column].dropna().unique().tolist()
        is_like &= figures[column].isin(kinds) if kinds else figures[column].isna()
    stated = pd.concat([own["low"], own["high"]]).dropna()
    value = figures["low"].fillna(figures["high"])
    if len(stated):
        smallest, largest = stated.min() / _LARGEST_RATIO, stated.max() * _LARGEST_RATIO
        is_like &= value.between(smallest, largest) | value.isna()
    is_own = figures["figure_id"].isin(own["figure_id"])
    return pd.Series(is_own | (is_like & _may_be_recalled(run, own)))


def _is_of_event(own: pd.DataFrame) -> bool:
    """Return whether a quantity counts what happened to people in an event, or a part of it."""
    is_of_event = own["scope"].isin(["event", "part"]).to_numpy().mean() > 1 / 2
    return bool(own["outcome"].notna().to_numpy().any() and is_of_event)


def _may_be_recalled(run: RunTables, own: pd.DataFrame) -> pd.Series:
    """Return which figures of any story may state a quantity that is another story's own."""
    if _is_of_event(own):
        return recalls_of(run, own)
    if own["outcome"].notna().to_numpy().any():
        return pd.Series(run.figures["scope"].notna())
    owners = set(own["whose"].dropna().str.casefold())
    return pd.Series(run.figures["whose"].str.casefold().isin(list(owners)))
