"""
Find sentences in which a page sells something to its reader: "Today, you can download 7 stocks".

In: figures, articles, sentences. Out: which figures stand in such a sentence. Their numbers are of
the page, not of what the article reports, so they are in no quantity.
"""

import re

import pandas as pd

__all__ = ["addresses_reader", "is_addressed"]

_ANY_CASE = re.VERBOSE | re.IGNORECASE
_ADDRESS = re.compile(
    r"""
    \b (?: click\s+(?:here|to|on|the) | tap\s+(?:here|to) | sign\s+up\s+(?:for|to|now|here|today)
      | subscribe\s+(?:to|now|for|here|today) | register\s+(?:now|here|today|for\s+free)
      | (?:get|download)\s+(?:our|your|this|the|a)\s+(?:\w+\s+){0,3}?
        (?:free|newsletter|app|report|recommendations|alerts?|copy|guide|e-?book)
      | you\s+can\s+(?:now\s+)?(?:download|subscribe|sign\s+up)
      | free\s+(?:trial|newsletter|stock\s+analysis\s+report)
      | (?:want|receive)\s+(?:to\s+receive\s+)?the\s+latest\s+(?:news|recommendations)
      | enter\s+your\s+e-?mail | in\s+your\s+inbox )\b
    """,
    _ANY_CASE,
)
_QUOTATION = re.compile(r"[“”\"]")


def addresses_reader(sentence: str) -> bool:
    """
    Return whether a sentence invites the reader to read, buy or join something.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    bool
        False for a sentence with quotation marks: there somebody is quoted.

    Examples
    --------
    >>> addresses_reader("Today, you can download 7 Best Stocks for the Next 30 Days.")
    True
    >>> addresses_reader("Users downloaded the app 7 million times.")
    False
    """
    return _ADDRESS.search(sentence) is not None and _QUOTATION.search(sentence) is None


def is_addressed(
    figures: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame
) -> pd.Series:
    """
    Return which figures stand in a sentence that addresses the reader.

    Parameters
    ----------
    figures, articles, sentences : DataFrame
        Tables of those names. Not changed.

    Returns
    -------
    Series of bool
        With the index of ``figures``.
    """
    text_of = dict(zip(articles["article_id"], articles["text"], strict=True))
    wanted = set(zip(figures["article_id"], figures["sentence_id"], strict=True))
    columns = (sentences[name] for name in ("article_id", "sentence_id", "start", "end"))
    addressed = set()
    for article_id, sentence_id, start, end in zip(*columns, strict=True):
        key = article_id, sentence_id
        if key in wanted and addresses_reader(text_of[article_id][start:end]):
            addressed.add(key)
    places = zip(figures["article_id"], figures["sentence_id"], strict=True)
    return pd.Series([place in addressed for place in places], index=figures.index, dtype=bool)
