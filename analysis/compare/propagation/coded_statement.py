"""
Find the claims, coded by hand, that belong to a corpus.

In: ``claims`` and ``articles``. Out: the claims of one event, and the statement among them. Claims
belong to a corpus if one of its articles is a page that was coded; otherwise they are about other
texts, and are followed only if they are asked for by name.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis.core.errors import ParameterError, unknown_value_message

__all__ = ["CodedStatement", "find_coded_statement"]

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class CodedStatement(NamedTuple):
    """
    A statement whose figures were coded by hand.

    Attributes
    ----------
    claims : DataFrame
        Claims of its event; no rows if the corpus has no such statement.
    claim_id : str
        A figure of the statement; empty if there is none.
    article_id : str
        The statement in the corpus; empty if it is not there.
    """

    claims: pd.DataFrame
    claim_id: str
    article_id: str


def find_coded_statement(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    claims_event: str = "",
    statement: str = "",
    article_id: str = "",
) -> CodedStatement:
    """
    Find the coded statement to follow.

    Parameters
    ----------
    claims, articles : DataFrame
        The tables of those names. Not changed.
    claims_event : str
        Event of the claims; empty takes that of a coded page among the articles.
    statement : str
        ``claim_id`` of a figure of the statement; empty takes the first one of that page, or of
        the named event.
    article_id : str
        The only article that may be the page; empty for any.

    Returns
    -------
    CodedStatement
        Without claims if none is named and no article is a coded page.

    Raises
    ------
    ParameterError
        If there is no such event, claim or article.
    """
    _check("claims_event", claims_event, claims["event"])
    _check("statement", statement, claims["claim_id"])
    _check("statement_article", article_id, articles["article_id"])
    pages = _coded_pages(claims, articles, article_id)
    if statement:
        found = claims.loc[claims["claim_id"].eq(statement)]
    elif claims_event:
        found = _pages_first(claims.loc[claims["event"].eq(claims_event)], pages)
    else:
        found = claims.loc[claims["claim_id"].isin(list(pages.index))]
    if found.empty:
        return CodedStatement(claims.iloc[:0].reset_index(drop=True), "", "")
    first = found.iloc[0]
    of_event = claims.loc[claims["event"].eq(claims_event or first["event"])]
    page = pages.get(first["claim_id"], "")
    return CodedStatement(of_event.reset_index(drop=True), str(first["claim_id"]), str(page))


def _check(name: str, value: str, known: Iterable[str]) -> None:
    if value and value not in set(known):
        raise ParameterError(unknown_value_message(name, value, known))


def _coded_pages(claims: pd.DataFrame, articles: pd.DataFrame, article_id: str) -> pd.Series:
    """Return the article of each claim whose page is in the corpus, by ``claim_id``."""
    usable = articles.dropna(subset=["url"])
    if article_id:
        usable = usable.loc[usable["article_id"].eq(article_id)]
    article_of = dict(zip(usable["url"].map(_address), usable["article_id"], strict=True))
    pages = claims["url"].map(lambda url: article_of.get(_address(url)))
    return pd.Series(pages.to_numpy(), index=claims["claim_id"].tolist()).dropna()


def _address(url: object) -> str | None:
    """Return an address without what two records of one page differ in; None if there is none."""
    if not isinstance(url, str):
        return None
    return _SCHEME.sub("", url.strip()).rstrip("/")


def _pages_first(claims: pd.DataFrame, pages: pd.Series) -> pd.DataFrame:
    """Return claims with those of pages in the corpus first."""
    is_page = claims["claim_id"].isin(list(pages.index))
    return pd.concat([claims.loc[is_page], claims.loc[~is_page]])
