"""
Estimate how sure it is that the numbers which outlets put forward for a quantity are of one thing.

In: the statements of stories, the quantity of each, and which of them outlets put forward. Out: a
probability for each quantity of two or more outlets. Statements are grouped by ``same_quantity``
and many rules, whose last step is a yes or no; this looks back at what they joined. Boosted trees
over the same features of pairs, fitted by ``analysis.train.one_thing`` on rows that a person
judged as well, and for rows of few outlets the model of numbers, which reads the words.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.headline_figures import headline_figures
from analysis.compare.quantities.features import FEATURES, pair_features
from analysis.compare.quantities.read_words import odds_with_words
from analysis.compare.quantities.statements import Statements
from analysis.core import paths
from analysis.core.tree_model import TreeModel, read_tree_model
from analysis.neural.number_model import NumberModel, read_number_model

__all__ = [
    "MOST_READ",
    "TREES",
    "Fit",
    "fit_of_row",
    "odds_of_row",
    "put_forward",
    "read_trees",
    "rows_of_one_thing",
]

TREES = paths.MODELS / "one_thing" / "trees.json"
MOST_READ = 4
"""Numbers of a row, up to which the model of numbers reads their words: it is asked of each pair.
"""

_SHARE_READ = 0.4  # of the log-odds of a pair, the part of the model that reads its words
_SEVERAL = 2
_READ_OF_ARTICLES = (
    *("article_id", "outlet", "published", "published_time"),
    *("story_id", "event_id", "title", "text", "update_of"),
)
_MOST_ODDS = 9.2  # log-odds of .9999, beyond which no pair counts for more


class Fit(NamedTuple):
    """
    How well the numbers of a row fit each other.

    Attributes
    ----------
    p : float
        How probable it is that all are of one thing, 0 to 1.
    least : str
        ``figure_id`` of the number that fits the others least.
    n_cells : int
        Numbers, one an outlet.
    """

    p: float
    least: str
    n_cells: int


@lru_cache(maxsize=1)
def read_trees() -> TreeModel:
    """
    Return the trees of the project; read once.

    Raises
    ------
    MissingResourceError
        If the file is missing or changed.
    """
    return read_tree_model(TREES, FEATURES)


def put_forward(
    figures: pd.DataFrame, articles: pd.DataFrame, quantity_of: Mapping[str, str]
) -> dict[str, list[str]]:
    """
    Return the last number that each outlet puts forward for a quantity of several outlets.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table of some stories. Not changed.
    articles : DataFrame
        The ``articles`` table of at least these figures. Not changed.
    quantity_of : mapping of str to str
        Quantity of each figure that is in one.

    Returns
    -------
    dict of str to list of str
        ``figure_id`` of the number of each outlet, by quantity; those of one outlet are left out.
    """
    stated = figures.assign(quantity_id=figures["figure_id"].map(quantity_of.get))
    outlet_of = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    outlets_of: dict[str, set[str]] = {}
    for quantity_id, article_id in zip(stated["quantity_id"], stated["article_id"], strict=True):
        outlets_of.setdefault(quantity_id, set()).add(outlet_of[article_id])
    several = [name for name, own in outlets_of.items() if len(own - {None}) >= _SEVERAL]
    shared = stated.loc[stated["quantity_id"].isin(several)]
    if shared.empty:
        return {}
    marked = headline_figures(shared, articles.reindex(columns=list(_READ_OF_ARTICLES)))
    chosen = marked.loc[marked["is_headline"]].dropna(subset=["outlet"])
    chosen = chosen.sort_values(["published", "article_id", "start"], na_position="first")
    last = chosen.groupby(["quantity_id", "outlet"], sort=True)["figure_id"].last()
    found: dict[str, list[str]] = {}
    for (quantity_id, _), figure_id in last.items():
        found.setdefault(str(quantity_id), []).append(str(figure_id))
    return {name: own for name, own in found.items() if len(own) >= _SEVERAL}


def rows_of_one_thing(
    statements: Statements,
    rows: Mapping[str, list[str]],
    trees: TreeModel,
    quantity_of: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Fit]:
    """
    Return how well the numbers of each quantity fit each other.

    Parameters
    ----------
    statements : Statements
    rows : mapping of str to list of str
        From ``put_forward``. Those of figures that are no statements are left out.
    trees : TreeModel
    quantity_of : mapping of str to str
        Quantity of each figure. An article that prints another outlet's number beside its own,
        which no other outlet has, is compared by that number.

    Returns
    -------
    dict of str to Fit
        By quantity; see ``fit_of_row``.
    """
    place_of = dict(zip(statements.rows["figure_id"], range(len(statements.rows)), strict=True))
    members = _members(statements, rows, quantity_of)
    names, firsts, seconds, bounds = [], [], [], [0]
    for name, figure_ids in rows.items():
        known = [figure_id for figure_id in figure_ids if figure_id in place_of]
        own = [place_of[figure_id] for figure_id in known]
        places = _compared_by(statements.rows, own, members.get(name, ()))
        pairs = list(combinations(places, 2))
        if not pairs:
            continue
        names.append((name, known, places))
        firsts += [first for first, _ in pairs]
        seconds += [second for _, second in pairs]
        bounds.append(len(firsts))
    if not names:
        return {}
    odds = trees.log_odds(pair_features(statements, np.array(firsts), np.array(seconds)))
    model = read_number_model()
    found = {}
    for (name, known, places), start, end in zip(names, bounds[:-1], bounds[1:], strict=True):
        found[name] = fit_of_row(odds_of_row(statements, places, odds[start:end], model), known)
    return found


def _members(
    statements: Statements, rows: Mapping[str, list[str]], quantity_of: Mapping[str, str]
) -> dict[str, list[int]]:
    """Return the rows of all statements of the quantities."""
    members: dict[str, list[int]] = {}
    for place, figure_id in enumerate(statements.rows["figure_id"]):
        name = quantity_of.get(figure_id)
        if name is not None and name in rows:
            members.setdefault(name, []).append(place)
    return members


def _compared_by(rows: pd.DataFrame, places: Sequence[int], members: Sequence[int]) -> list[int]:
    """Return the rows by which cells are compared: a number of another outlet that is beside it."""
    amounts, articles = rows["amount"].to_numpy(float), rows["article_id"].to_numpy()
    found = []
    for place in places:
        others = {amounts[other] for other in places if other != place}
        beside = [one for one in members if articles[one] == articles[place]]
        printed = [one for one in beside if amounts[one] in others]
        found.append(place if amounts[place] in others or not printed else printed[0])
    return found


def odds_of_row(
    statements: Statements, places: Sequence[int], odds: np.ndarray, model: NumberModel
) -> np.ndarray:
    """
    Return how probable it is that the pairs of a row are of one thing.

    Parameters
    ----------
    statements : Statements
    places : sequence of int
        Rows of the statements that are its cells.
    odds : array of float, shape (n_cells * (n_cells - 1) / 2,)
        Log-odds of the pairs by the trees, in the order of ``itertools.combinations``.
    model : NumberModel

    Returns
    -------
    array of float
        Log-odds in the same order; those of the trees for more than ``MOST_READ`` cells.
    """
    if len(places) > MOST_READ:
        return odds
    pairs = list(combinations(places, 2))
    return odds_with_words(statements, pairs, odds, model, _SHARE_READ)


def fit_of_row(odds: np.ndarray, cells: Sequence[str]) -> Fit:
    """
    Return how well the numbers of a row fit each other.

    Parameters
    ----------
    odds : array of float, shape (n_cells * (n_cells - 1) / 2,)
        Log-odds of the pairs of its cells, in the order of ``itertools.combinations``.
    cells : sequence of str
        ``figure_id`` of each.

    Returns
    -------
    Fit
        With the probability of the cell which fits the others least, by the mean log-odds of its
        pairs: one number of another thing makes a row false, however well the others agree.
    """
    bounded = np.clip(odds, -_MOST_ODDS, _MOST_ODDS)
    n_cells = len(cells)
    of_cell = np.zeros(n_cells)
    for (one, other), value in zip(combinations(range(n_cells), 2), bounded, strict=True):
        of_cell[[one, other]] += value / (n_cells - 1)
    least = n_cells - 1 - int(of_cell[::-1].argmin())  # of equal ones the last
    return Fit(float(1 / (1 + np.exp(-of_cell[least]))), cells[least], n_cells)
