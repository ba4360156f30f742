"""
Say what was done to the outlets of a corpus: for its manifest, and for ``problems``.

In: ``outlet`` and ``outlet_given`` of the articles, and the names that were found for them. Out: a
dict that is written as JSON, and rows of ``problems``.
"""

from typing import TypedDict

import pandas as pd

from analysis.load.outlets.names import OutletNames
from analysis.load.outlets.near_equal import near_equal
from analysis.load.records import problem_row

__all__ = ["OutletSummary", "aggregator_problems", "summarise"]


class OutletSummary(TypedDict):
    """
    What a manifest says about the outlets.

    Attributes
    ----------
    renamed : list of dict
        ``given``, ``printed`` and ``articles`` (a count), for everything that is printed under
        another name than the input's.
    near_equal : list of list of str
        Pairs of printed names that may be one outlet's, and were not merged.
    known : list of dict
        ``outlet``, ``country``, ``kind`` and ``source`` of those that are known.
    """

    renamed: list[dict[str, object]]
    near_equal: list[list[str]]
    known: list[dict[str, str | None]]


def summarise(articles: pd.DataFrame, names: OutletNames) -> OutletSummary:
    """
    Say how the outlets of a corpus were named.

    Parameters
    ----------
    articles : DataFrame
        With ``outlet`` and ``outlet_given``.
    names : OutletNames
        Those that named them.

    Returns
    -------
    OutletSummary
        Renamed names by printed name and then most articles first.
    """
    pairs = articles[["outlet", "outlet_given"]].dropna().astype(object)
    counts = pairs.value_counts().rename("articles").reset_index()
    counts = counts.loc[counts["outlet"].ne(counts["outlet_given"])]
    counts = counts.sort_values(
        ["outlet", "articles", "outlet_given"], ascending=[True, False, True]
    )
    renamed: list[dict[str, object]] = []
    for row in counts.itertuples(index=False):
        renamed.append(
            {"given": row.outlet_given, "printed": row.outlet, "articles": int(row.articles)}
        )
    printed = sorted(set(pairs["outlet"]))
    known = []
    for name in printed:
        outlet = names.known.get(name)
        if outlet is not None:
            known.append(
                {
                    "outlet": name,
                    "country": outlet.country,
                    "kind": outlet.kind,
                    "source": outlet.source,
                }
            )
    pairs_near = [list(pair) for pair in near_equal(printed, names.known)]
    return {"renamed": renamed, "near_equal": pairs_near, "known": known}


def aggregator_problems(articles: pd.DataFrame, names: OutletNames) -> list[dict[str, object]]:
    """
    Return a row of ``problems`` for each outlet that only shows articles of others.

    Parameters
    ----------
    articles : DataFrame
        With ``outlet``.
    names : OutletNames

    Returns
    -------
    list of dict
    """
    problems = []
    for name, n_articles in articles["outlet"].value_counts().sort_index().items():
        outlet = names.known.get(str(name))
        if outlet is not None and outlet.kind == "aggregator":
            reason = (
                f"{name}: {outlet.source}, so the outlet of {n_articles} of its articles is not "
                "known; name the outlets in the input to compare them"
            )
            problems.append({**problem_row("", reason, kept=True), "article_id": None})
    return problems
