"""
Find who speaks where the tagger has labelled a cue and a content, but no source.

In: a text, and where a cue stands. Out: the characters of the subject right before the cue: "Lund"
of "Lund blamed both governments". A passive ("it was reported") has no speaker, and gets none.
"""

import re

from analysis.core.calendar_words import WEEKDAY
from analysis.extract.numbers.word_patterns import AS_WRITTEN, one_of

__all__ = ["subject_of_cue"]

REACH = 120  # characters before a cue in which its subject may begin
_NAME = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}"
_NO_NAME = one_of(
    f"""
    In On At But And When As If It This That There Earlier Later Then Now Meanwhile However Still
    Yet Also Instead Today Yesterday Separately {WEEKDAY} Afterwards Previously Elsewhere Nobody
    Nothing Some Many Others Most Both Once So
    """
)
_NO_HEAD = one_of(
    """
    they he she it amid of in on by from with for after before despite to as at and or but over
    against about between under among through during comes came is was
    """
)
_SUBJECT = re.compile(
    rf"""
    (?: ^ | [.!?:;”"\n]\s* | ,\s+(?:and|but|while)\s+ )
    (?P<who> [Hh]e | [Ss]he | [Tt]hey
        | (?!{_NO_NAME}\b){_NAME}
        | [Tt]he\s(?:(?!that\b|who\b|which\b)[a-z-]+\s){{0,2}}(?!{_NO_HEAD}\b)[a-z-]+ )
    (?: ,\s (?!(?:and|but|who|which|said|says)\b) [^,;:."“”]{{1,60}} , )?
    \s+ (?: (?:has|have|had|also|later|then|now|again|repeatedly|\w+ly)\s+ )*
    $
    """,
    AS_WRITTEN,
)
# "Was said", "is expected", "according to", "it reported": a passive, no verb, or its own subject
_NO_ACTIVE_VERB = re.compile(
    r"(?:is|are|was|were|be|been|being|according|per|via|by|as|in|on|of|from|it|he|she|they|we"
    r"|I)\b",
    re.IGNORECASE,
)


def subject_of_cue(text: str, cue: tuple[int, int], sentence_start: int) -> tuple[int, int] | None:
    """
    Return the subject of a cue without a source.

    Parameters
    ----------
    text : str
    cue : (int, int)
        Characters of the cue.
    sentence_start : int

    Returns
    -------
    (int, int) or None
        Characters of a name, of "he", "she" or "they", or of "the" with a noun, that begins a
        sentence or clause right before the cue; None if there is none.

    Examples
    --------
    >>> text = "Lund blamed both governments."
    >>> subject_of_cue(text, (5, 11), 0)
    (0, 4)
    >>> subject_of_cue("It was said that he left.", (3, 11), 0) is None
    True
    """
    start, end = cue
    if _NO_ACTIVE_VERB.match(text, start, end):
        return None
    offset = max(sentence_start, start - REACH)
    found = _SUBJECT.search(text[offset:start])
    if found is None or (offset > sentence_start and found.start() == 0):
        return None
    return offset + found.start("who"), offset + found.end("who")
