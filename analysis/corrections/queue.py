"""
Decide which figures a person should check first.

In: a run. Out: a file of corrections to fill in, one row a figure: those that decide what is shown
(headline figures of quantities on which outlets differ), then those that were read with least
certainty, then a random sample of the others. Each row says with what probability it was drawn, so
that error rates of the whole corpus can be estimated from the rows that were checked.
"""

import numpy as np
import pandas as pd

from analysis.compare.headline_figures import headline_figures
from analysis.core.errors import ParameterError
from analysis.core.figure_kinds import counted_figures
from analysis.core.run_tables import RunTables
from analysis.corrections.places import place_keys
from analysis.corrections.read import FILE_COLUMNS

__all__ = ["CONTEXT", "draw_queue"]

CONTEXT = (
    *("p_drawn", "outlet", "published", "sentence", "text", "low", "high", "qualifier"),
    *("unit", "outcome", "counted", "group", "source", "agent", "p"),
)
"""Columns that a coder reads; of a file of corrections they are left alone."""

_MOST_DECIDING = 2 / 3  # of the rows that are not drawn at random
_SEVERAL = 2  # outlets that can differ


def draw_queue(
    run: RunTables,
    n_rows: int = 100,
    random_share: float = 0.3,
    seed: int = 0,
) -> pd.DataFrame:
    """
    Draw figures to check.

    Parameters
    ----------
    run : Run
    n_rows : int
        Figures to list, at most.
    random_share : float
        Share of them that are drawn at random, 0 to 1.
    seed : int
        Random seed of that draw.

    Returns
    -------
    DataFrame
        ``FILE_COLUMNS`` with an empty ``new``, then ``CONTEXT``. ``drawn`` is one of ``DRAWN``;
        ``p_drawn`` is the probability with which the figure came in, 1 for those that were chosen.
        Weighted by 1 / ``p_drawn``, the rows stand for all figures not checked before.

    Raises
    ------
    ParameterError
        If ``random_share`` is out of range, or every figure is checked.
    """
    if not 0 <= random_share <= 1 or n_rows < 1:
        raise ParameterError(
            f"rows={n_rows}, random={random_share} is not valid; rows is 1 or more, random 0 to 1."
        )
    figures = counted_figures(run.figures)
    waiting = figures.loc[figures["checked"].isna()]
    if waiting.empty:
        raise ParameterError("There is no figure left to check.")
    n_random = round(n_rows * random_share)
    n_chosen = n_rows - n_random
    deciding = _deciding(figures, run.articles)
    deciding = deciding[deciding.isin(waiting.index)][: round(n_chosen * _MOST_DECIDING)]
    by_doubt = waiting.drop(index=deciding)["p"].sort_values(kind="stable")
    doubtful = by_doubt.index[: n_chosen - len(deciding)]
    others = waiting.index.difference(deciding).difference(doubtful)
    n_drawn = min(n_random, len(others))
    rng = np.random.default_rng(seed)
    random = others[np.sort(rng.choice(len(others), n_drawn, replace=False))]
    probability = n_drawn / len(others) if n_drawn else 1.0
    drawn = pd.concat(
        [
            waiting.loc[deciding].assign(drawn="deciding", p_drawn=1.0),
            waiting.loc[doubtful].assign(drawn="doubtful", p_drawn=1.0),
            waiting.loc[random].assign(drawn="random", p_drawn=round(probability, 6)),
        ]
    )
    return _sheet(drawn, run)


def _deciding(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.Index:
    """Return headline figures of quantities on which outlets differ, the most shared ones first."""
    stated = headline_figures(figures, articles)
    headline = stated.loc[stated["is_headline"]].dropna(subset=["outlet"])
    number = headline["low"].astype("str") + " " + headline["high"].astype("str")
    by_quantity = headline.assign(number=number).groupby("quantity_id")
    n_outlets = by_quantity["outlet"].nunique()
    differs = by_quantity["number"].nunique().gt(1) & n_outlets.ge(_SEVERAL)
    ranked = headline.assign(n=headline["quantity_id"].map(n_outlets))
    ranked = ranked.loc[ranked["quantity_id"].map(differs).astype(bool)]
    ordered = ranked.sort_values(["n", "quantity_id"], ascending=[False, True], kind="stable")
    place = pd.Series(figures.index, index=figures["figure_id"])
    return pd.Index(place.loc[ordered["figure_id"]])


def _sheet(drawn: pd.DataFrame, run: RunTables) -> pd.DataFrame:
    articles = run.articles.set_index("article_id")
    sentences = run.sentences.set_index(["article_id", "sentence_id"])[["start", "end"]]
    of_each = sentences.loc[pd.MultiIndex.from_frame(drawn.loc[:, ["article_id", "sentence_id"]])]
    texts = articles["text"].to_dict()
    sheet = drawn.assign(
        correction_id=[f"q{number:04d}" for number in range(1, len(drawn) + 1)],
        table="figures",
        key=place_keys(drawn, texts),
        column="checked",
        outlet=articles["outlet"].reindex(drawn["article_id"]).to_numpy(),
        published=articles["published"].reindex(drawn["article_id"]).to_numpy(),
        sentence=[
            _marked(texts[article_id], sentence, number)
            for article_id, sentence, number in zip(
                drawn["article_id"],
                of_each.itertuples(index=False, name=None),
                drawn[["start", "end"]].itertuples(index=False, name=None),
                strict=True,
            )
        ],
    )
    for name in ("old", "new", "coder", "day", "note"):
        sheet[name] = None
    return sheet.loc[:, [*FILE_COLUMNS, *CONTEXT]].reset_index(drop=True)


def _marked(text: str, sentence: tuple[int, int], number: tuple[int, int]) -> str:
    """Return a sentence with its number in square brackets, since others may read the same."""
    (first, last), (start, end) = sentence, number
    marked = f"{text[first:start]}[{text[start:end]}]{text[end:last]}"
    return " ".join(marked.split())
