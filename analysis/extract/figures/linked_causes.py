"""
Find causes that a noun or a tie names: a disease of its cases, "the killers of 12", "linked to 12".

In: the words around a number. Out: the characters of the cause, or None. "800 cases of measles",
"40 people with cholera", "the murderer of two", "a pram involved in 50 injuries", "linking the cot
to 32 deaths". Who did something to people is found in ``analysis.extract.figures.agents``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.figures.patterns import before_number
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives, one_of

__all__ = ["disease_of_cases", "linked_before"]

REACH_AFTER = 120  # characters
REACH_BEFORE = 90

_END_OF_PHRASE = one_of(
    """
    in on at by of from with to for after when as that which who and or but was were is are has have
    had be been being said says since until before while about over how
    """
)
_WORD = rf"(?!{_END_OF_PHRASE}\b)[\w’'/-]+"
_DETERMINERS = before_number(r"another a\s+further the all")
_KILLERS_OF = re.compile(
    rf"""
    \b(?P<cause> (?:the|an?|his|her|their|its|two|three|four|several)\s+ (?:{_WORD}\s+){{0,2}}?
        (?:murderers?|killers?|assassins?|slayers?) )
    \s+of\s+{_DETERMINERS}
    """,
    ANY_CASE,
)
_TIED_TO = re.compile(
    rf"""
    \blink(?:s|ed|ing)?\s+(?P<object> {_WORD}(?:\s+{_WORD}){{0,4}} )\s+to\s+{_DETERMINERS}
    | (?:^|[.,;:\n“"]\s*|\b(?:about|on|over|of|that|how|which|recalled|recalls|banned)\s+)
      (?P<subject> (?!(?:it|he|she|they|who|which|that)\b){_WORD}(?:\s+{_WORD}){{0,4}} )\s+
      (?: (?:(?:has|have|had)\s+)? (?:is|are|was|were|been|be)\s+ )?
      (?:linked\s+to|tied\s+to|involved\s+in|implicated\s+in|blamed\s+for)\s+{_DETERMINERS}
    """,
    ANY_CASE,
)
_TIES = frozenset("link links linked linking tied involved implicated blamed".split())
# "12 deaths", "50 injuries": only harm has such a cause
_HARM_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:deaths?|fatalit(?:y|ies)|injur(?:y|ies)|killings?|murders?"
    r"|casualties"
    r"|drownings?|illnesses|amputations|infections)\b",
    ANY_CASE,
)


def linked_before(before: str, after: str) -> tuple[int, int] | None:
    """
    Find whom or what a noun or a tie before a number names as the cause.

    Parameters
    ----------
    before, after : str
        The words of the sentence before and after the number.

    Returns
    -------
    (int, int) or None
        Characters of ``before``.

    Examples
    --------
    >>> before = "He praised the murderer of "
    >>> start, end = linked_before(before, " two students")
    >>> before[start:end]
    'the murderer'
    """
    skipped = max(0, len(before) - REACH_BEFORE)
    near = before[skipped:]
    named = _KILLERS_OF.search(near)
    name = "cause"
    if named is None and _HARM_AFTER.match(after) and not _TIES.isdisjoint(near.lower().split()):
        named = _TIED_TO.search(near)
        name = "object" if named is not None and named["object"] else "subject"
    if named is None:
        return None
    start, end = named.span(name)
    return skipped + start, skipped + end


@lru_cache(maxsize=1)
def _diseases() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a disease after the number of those who have it."""
    names = lexicon.load(paths.LEXICONS / "diseases.toml", allowed_keys=("words",))
    listed = alternatives(names["disease"]["words"])
    cases = r"(?:cases?|infections?|instances)"
    caught = one_of(
        r"""
        with infected\s+with ill\s+with sick\s+with diagnosed\s+with hospitali[sz]ed\s+with
        tested\s+positive\s+for suffering\s+from contracted contracting caught catching had
        treated\s+for sickened\s+(?:by|with) ill\s+from
        """
    )
    patterns = (
        rf"(?:\s+[\w’-]+){{0,4}}?\s+{cases}\s+of\s+(?:the\s+)?"
        rf"(?P<cause>(?:[\w-]+\s+)?(?:{listed}))\b",
        rf"(?:\s+(?!and\b|or\b)[\w’-]+){{0,3}}?\s+(?P<cause>(?:{listed}))\s+(?:{cases}|patients)\b",
        rf"(?:\s+(?!and\b|or\b)[\w’-]+){{0,7}}?\s+{caught}\s+(?:the\s+)?(?P<cause>(?:{listed}))\b",
    )
    return tuple(re.compile(pattern, ANY_CASE) for pattern in patterns)


def disease_of_cases(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the disease of those who are ill.

    Parameters
    ----------
    text : str
    start, end : int
        Where their number ends, and where the sentence ends.

    Returns
    -------
    (int, int) or None
        Characters of the text.

    Examples
    --------
    >>> text = "More than 800 cases of measles were confirmed."
    >>> start, end = disease_of_cases(text, 13, len(text))
    >>> text[start:end]
    'measles'
    """
    near = text[start : min(end, start + REACH_AFTER)]
    for pattern in _diseases():
        named = pattern.match(near)
        if named is not None:
            return start + named.start("cause"), start + named.end("cause")
    return None
