"""
Tell the beginning of an article that has to be paid for from a short article.

In: the text that was found on a page, and the page. Out: what shows that the rest is missing.
"""

import re

__all__ = ["paywall_sign"]

_SHORT = 150  # words; the beginnings that sites show are shorter, most articles longer
# briefs end with "Subscribe to our newsletter", and report on subscribers
_IN_TEXT = re.compile(
    r"""
    \b(?: subscribe (?! \s+ (?:to|for|on) \b [^.!?\n]{0,40} \b (?: newsletters? | channel | podcast
              | updates | alerts | feed | emails? | briefing | youtube | telegram )\b )
        | already \s a \s subscriber | subscription \s required | premium \s content
        | (?:sign|log) \s in \s to \s (?:read|continue|view|see)
        | register \s to \s (?:read|continue)
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ON_PAGE = re.compile(
    r"\b(?:subscribe to (?:read|continue|unlock)|to (?:continue|keep) reading"
    r"|(?:only|exclusively|available) (?:for|to) subscribers|for subscribers only)\b",
    re.IGNORECASE,
)
# schema.org, as JSON or as an attribute
_DECLARED = re.compile(
    r"""isAccessibleForFree["']?\s*(?::|content\s*=)\s*["']?false""", re.IGNORECASE
)


def paywall_sign(text: str, page: str) -> str | None:
    """
    Return what shows that a text is only the beginning of an article.

    Parameters
    ----------
    text : str
        Text of the article as it was found.
    page : str
        The page.

    Returns
    -------
    str or None
        None for a text of 150 words or more, and where nothing shows it.

    Examples
    --------
    >>> paywall_sign("Twelve people died. Subscribe to read on.", "")
    "its text has 7 words, among them 'Subscribe'"
    >>> paywall_sign("Twelve people died.", "<p>Twelve people died.</p>") is None
    True
    """
    n_words = len(text.split())
    if n_words >= _SHORT:
        return None
    found = _IN_TEXT.search(text)
    if found is not None:
        return f"its text has {n_words} words, among them {found[0]!r}"
    found = _ON_PAGE.search(page)
    if found is not None:
        return f"its text has {n_words} words, and the page says {found[0]!r}"
    if _DECLARED.search(page):
        return f"its text has {n_words} words, and the page says that it is not free"
    return None
