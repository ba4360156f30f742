"""
Read the events that a person assigned by hand.

In: a table or CSV file. Out: the event of some articles, which ``find`` lays over what it found.
"""

from os import PathLike

import pandas as pd

from analysis.core.errors import InputError, unknown_value_message

__all__ = ["read_overrides", "unknown_article"]


def read_overrides(
    overrides: pd.DataFrame | str | PathLike[str] | None, articles: pd.DataFrame
) -> pd.DataFrame:
    """
    Read and validate a table of events assigned by hand.

    Parameters
    ----------
    overrides : DataFrame, path or None
        ``article_id`` and ``event_id``; None is a table without rows.
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    DataFrame
        ``article_id`` and ``event_id``; an empty ``event_id`` is replaced by a unique id.

    Raises
    ------
    InputError
        If a column is missing, an article is unknown, or an article occurs twice.
    """
    if overrides is None:
        return pd.DataFrame({"article_id": [], "event_id": []}, dtype="str")
    if not isinstance(overrides, pd.DataFrame):
        overrides = pd.read_csv(overrides, dtype="str")
    missing = [name for name in ("article_id", "event_id") if name not in overrides]
    if missing:
        raise InputError(
            f"The overrides have no column {', '.join(missing)}; "
            f"have: {', '.join(map(str, overrides))}."
        )
    known = articles["article_id"].tolist()
    unknown = overrides.loc[~overrides["article_id"].isin(known)]
    if len(unknown):
        message = unknown_article(unknown["article_id"].iloc[0], articles)
        raise InputError(f"Overrides, row {unknown.index[0]}: {message}")
    repeated = overrides.loc[overrides["article_id"].duplicated()]
    if len(repeated):
        raise InputError(
            f"Overrides, row {repeated.index[0]}: article {repeated['article_id'].iloc[0]!r} "
            "occurs twice; keep one row per article."
        )
    alone = "event-" + overrides["article_id"] + "-alone"
    event_id = overrides["event_id"].where(overrides["event_id"].notna(), alone)
    return overrides[["article_id"]].assign(event_id=event_id)


def unknown_article(article_id: object, articles: pd.DataFrame) -> str:
    """
    Return the error message for an article that does not exist.

    Parameters
    ----------
    article_id : object
    articles : DataFrame
        The ``articles`` table. Not changed.

    Returns
    -------
    str
    """
    hint = "Look up the id in the articles table."
    return unknown_value_message("article", article_id, articles["article_id"], hint)
