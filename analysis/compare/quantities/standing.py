"""
Tell how the articles put forward the numbers of quantities that outlets share.

In: figures with their quantity, and texts. Out: a standing for each figure that is asked. The model
(``analysis.neural.number_model``) reads the words around a number: "claims of 50 shots are not
supported" denies it, "no more than 120 passengers" is a limit, "from 1,150 to 980" tells that the
first is outdated. Only numbers of a quantity of two outlets or more are asked, since only those are
compared.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core.change_words import is_moved_to
from analysis.core.tables import STANDINGS
from analysis.neural.number_model import NumberModel, read_number_model
from analysis.neural.number_questions import words_and_title

__all__ = ["LEAST_PROBABILITY", "STANDS", "shared_figures", "standing_of", "standings"]

STANDS = STANDINGS[0]
OUTDATED = STANDINGS[1]
LEAST_PROBABILITY = 0.6
"""Of another standing, below which a number stands."""

_SEVERAL = 2


def standings(
    figures: pd.DataFrame,
    texts: Mapping[str, str],
    quantity_of: Mapping[str, str],
    outlet_of: Mapping[str, str | None],
) -> dict[str, str]:
    """
    Return how the articles put forward the numbers of shared quantities.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table of some stories. Not changed.
    texts : mapping of str to str
        Text of each article, with its headline in the first line.
    quantity_of : mapping of str to str
        Quantity of each figure that is in one.
    outlet_of : mapping of str to (str or None)
        Outlet of each figure.

    Returns
    -------
    dict of str to str
        One of ``STANDINGS`` for each figure of a quantity of two outlets or more.

    Raises
    ------
    MissingResourceError
        If the model is missing or changed.
    """
    shared = shared_figures(quantity_of, outlet_of)
    asked = figures.loc[figures["figure_id"].isin(list(shared))]
    if asked.empty:
        return {}
    model = read_number_model()
    columns = (asked[name] for name in ("figure_id", "article_id", "start", "end"))
    return {
        figure_id: standing_of(texts[article_id], int(start), int(end), model)
        for figure_id, article_id, start, end in zip(*columns, strict=True)
    }


def shared_figures(quantity_of: Mapping[str, str], outlet_of: Mapping[str, str | None]) -> set[str]:
    """
    Return the figures of quantities of two outlets or more.

    Parameters
    ----------
    quantity_of : mapping of str to str
        Quantity of each figure.
    outlet_of : mapping of str to (str or None)
        Outlet of each figure.

    Returns
    -------
    set of str
        Also those without an outlet.
    """
    outlets: dict[str, set[str]] = {}
    for figure_id, name in quantity_of.items():
        outlet = outlet_of.get(figure_id)
        if outlet is not None:
            outlets.setdefault(name, set()).add(outlet)
    shared = {name for name, own in outlets.items() if len(own) >= _SEVERAL}
    return {figure_id for figure_id, name in quantity_of.items() if name in shared}


def standing_of(text: str, start: int, end: int, model: NumberModel) -> str:
    """
    Return how an article puts a number forward.

    Parameters
    ----------
    text : str
        With its headline in the first line.
    start, end : int
        Characters of the number.
    model : NumberModel

    Returns
    -------
    str
        One of ``STANDINGS``: ``STANDS`` unless another is ``LEAST_PROBABILITY`` probable.
    """
    found = model.standing(*words_and_title(text, start, end))
    best = int(found.argmax())
    if found[best] < LEAST_PROBABILITY:
        return STANDS
    told = model.standings[best]
    # of "raised its count from 56 to 61" the first number alone is outdated
    return STANDS if told == OUTDATED and is_moved_to(text, start) else told
