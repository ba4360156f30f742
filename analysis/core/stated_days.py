"""
Which days of publication are contradicted by the day that the text states as its own.

In: the ``articles`` table. Out: a mask, and days. Neither of the two days is known to be the right
one: the input's is used, and where it is contradicted, no event is named or ordered by it alone.
"""

import pandas as pd

__all__ = ["is_contradicted", "uncontradicted_days"]

_ONE_DAY = pd.Timedelta(days=1)
"""A text of the evening is published on the next day, and days change with the time zone."""


def is_contradicted(articles: pd.DataFrame) -> pd.Series:
    """
    Return where the two days of an article are more than a day apart.

    Parameters
    ----------
    articles : DataFrame
        With ``published`` and, where texts were read for it, ``published_in_text``; or reports.

    Returns
    -------
    Series of bool
        False where one of the two is missing.
    """
    published = pd.to_datetime(articles["published"])
    if "published_in_text" not in articles:
        return pd.Series(False, articles.index)
    stated = pd.to_datetime(articles["published_in_text"])
    return (published - stated).abs() > _ONE_DAY


def uncontradicted_days(articles: pd.DataFrame) -> pd.Series:
    """
    Return the day of publication of each article, missing where it is contradicted.

    Parameters
    ----------
    articles : DataFrame
        With ``published`` and, where texts were read for it, ``published_in_text``.

    Returns
    -------
    Series of datetime
    """
    published = pd.to_datetime(articles["published"])
    return published.mask(is_contradicted(articles))
