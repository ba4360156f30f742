"""
Tell an office that nobody holds from its holder: "run for president", "the next government".

In: a text and a mention of a party. Out: whether it names the office, or a holder to come or of the
past. Such a mention tells whose office it is, but what is said of it is not said of those in power.
"""

import re

__all__ = ["is_unheld"]

_REACH = 60  # characters before a mention
_OFFICE_BEFORE = re.compile(
    r"\b(?:for|as|become|becomes|became|becoming|elect(?:s|ed|ing)?|re-?elected|be|been|being|next"
    r"|future|would-be|aspiring|potential|prospective|another|any|every|no)\s+$"
)
# "a bad president", "the strongest president": "a minister" holds an office all the same
_KIND_BEFORE = re.compile(
    r"\b(?:an?(?:\s+[a-z-]+){0,2}|[a-z]{3,}est|first(?:\s+[a-z]+)?|great|good|bad|better|worse)\s+$"
)
_ONE_HOLDER = frozenset(("president", "prime minister", "premier", "chancellor", "king", "queen"))
_PAST_BEFORE = re.compile(
    r"\b(?:former|ex|late|then|one-time|onetime|previous)[\s-]+$", re.IGNORECASE
)
_GOVERNMENT_BEFORE = re.compile(
    r"\b(?:future|next|another|any|former|previous|prospective|potential)"
    r"\s+(?:[A-Z][\w’'-]+\s+){0,2}$"
    r"|\b[Aa]n?\s+(?:[A-Z][\w’'-]+\s+){1,3}$"
)
_NAME_AFTER = re.compile(r"\s+[A-Z]")


def is_unheld(text: str, start: int, end: int, kind: str) -> bool:
    """
    Return whether a mention of a party is of an office, or of a holder to come or of the past.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the mention.
    kind : str
        Its kind in the ``parties`` table; only "person" and "government" can be unheld.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "She may run for president."
    >>> is_unheld(text, 16, 25, "person")
    True
    """
    before = text[max(0, start - _REACH) : start]
    if kind == "government":
        return _GOVERNMENT_BEFORE.search(before) is not None
    if kind != "person":
        return False
    if _PAST_BEFORE.search(before):
        return True
    is_named = text[start].isupper() and _NAME_AFTER.match(text, end) is not None
    if is_named:
        return False
    is_single = text[start:end].lower() in _ONE_HOLDER
    return bool(_OFFICE_BEFORE.search(before) or (is_single and _KIND_BEFORE.search(before)))
