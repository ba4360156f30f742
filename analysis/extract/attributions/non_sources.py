"""
Tell linked spans that attribute nothing to anybody, by the words of source and cue.

In: the text and an attribution as linked. Out: whether its "source" is none. A note of correction
("An earlier version of this article said") is the outlet's own voice; a heading ("WHY JOIN:",
"DETAILS OF THE CASE:") is no speaker; a share of voters accepts a deal but tells nothing; a crowd
that marches is counted, not quoted; "who says what" is a question.
"""

import re

from analysis.extract.attributions.article_spans import LinkedSpans, Span

__all__ = ["attributes_nothing", "is_no_speaker"]

_OWN_TEXT = r"(?:article|story|report|post|headline|piece|page|column|caption|dispatch|item)"
_CORRECTION = re.compile(
    rf"""
    (?:an?|the|our)?\s*
    (?:
        (?:earlier|previous|original|prior|first|initial|updated|print|online)\s+
        (?:[\w-]+\s+){{0,2}}?(?:versions?|editions?|forms?)\b
        (?:\s+of\s+(?:this|the|our)\s+(?:[\w-]+\s+)?{_OWN_TEXT})?
      | (?:earlier|previous)\s+{_OWN_TEXT}\s+(?:here|on\s+this\s+(?:page|site))
    )
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_THIS_TEXT = re.compile(rf"this\s+(?:[\w-]+\s+)?{_OWN_TEXT}", re.IGNORECASE)
_CORRECTING = re.compile(
    r"\b(?:originally|previously|incorrectly|mistakenly|erroneously|wrongly|earlier|misstated|misspelled"
    r"|misidentified|misreported)\b",
    re.IGNORECASE,
)
# words in capitals that no speaker's name holds
_HEADING_WORDS = frozenset(
    """WHY HOW WHAT WHEN WHERE WHO WHICH WHOM ABOUT OF THE FOR TO FROM AND YOUR OUR NEXT STEPS
    DETAILS DETAIL BACKGROUND SUMMARY OVERVIEW CONTACT CONTACTS NOTE NOTES NOTICE UPDATE UPDATED
    CORRECTION CLARIFICATION RELATED READ MORE WATCH PHOTOS PHOTO VIDEO IMAGE SOURCE SOURCES TOPICS
    HIGHLIGHTS DISCLAIMER WARNING IMPORTANT DEADLINE LOCATION DATE TIME TAGS KEYWORDS FAQ BREAKING
    LIVE EXCLUSIVE OPINION ANALYSIS FACTS FACT NUMBERS TIMELINE RESULTS SCORES""".split()
)
_COLON = ":"
# "71% of the workers who voted", "Tens of thousands of people", "36,000 and 200,000 people"
_COUNTED = re.compile(
    r"""
    (?:(?:about|around|some|nearly|almost|over|up\s+to|more\s+than|at\s+least|between|only)\s+)*
    (?:
        \d[\d,.]*\s*(?:%|percent|per\s+cent)\s+(?:of|in)\b
      | (?:tens|hundreds|scores|thousands|dozens)\b
      | \d[\d,.]*(?:\s+(?:and|to|or)\s+\d[\d,.]*)?\s+(?:\w+\s+)?
        (?:people|workers|protesters|demonstrators|voters|students|members|employees|fans|supporters)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ACTS_OF_CROWDS = re.compile(
    r"\b(?:accept|approv|vot|back|reject|ballot|elect|chos|choos|protest|rall|march|demonstrat|"
    r"gather|took\s+to|to\s+demand|demanding|strik|struck|sign)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:[:?;]|\b(?:over|on|about|of|know|asks?|asked|tells?|wonder))\s*$")
_QUESTION_REACH = 12  # characters before "who"
_QUESTION_OBJECT = re.compile(
    r"\s*(?:what|that\s+to\s+whom|to\s+whom|how\s+much|so\b)", re.IGNORECASE
)


def attributes_nothing(text: str, group: LinkedSpans) -> bool:
    """
    Whether the source of linked spans is no one who says, thinks or wants something.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool
        False for an attribution without a source, of which nothing can be told here.

    Examples
    --------
    >>> from analysis.extract.attributions.article_spans import LinkedSpans, Span
    >>> text = "An earlier version of this story said that two had died."
    >>> source, cue = Span("source", 0, 32), Span("cue", 33, 37)
    >>> attributes_nothing(text, LinkedSpans(cue, (Span("content", 38, 55),), (source,)))
    True
    """
    if not group.sources:
        return False
    source = group.sources[0]
    words = source.text_in(text).strip()
    cue = group.cue.text_in(text) if group.cue is not None else ""
    if _CORRECTION.fullmatch(words) is not None:
        return True
    if _THIS_TEXT.fullmatch(words) and _CORRECTING.search(cue):
        return True
    if _COUNTED.match(words) and _ACTS_OF_CROWDS.search(cue):
        return True
    if cue.strip().endswith(_COLON) and _is_heading(words):
        return True
    return words.lower() == "who" and group.cue is not None and _is_asked(text, source, group.cue)


def is_no_speaker(words: str) -> bool:
    """
    Whether words name no one who could report a number: a note of correction, a heading.

    Parameters
    ----------
    words : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_no_speaker("DETAILS OF THE CASE"), is_no_speaker("ADA QUIST")
    (True, False)
    """
    return _CORRECTION.fullmatch(words.strip()) is not None or _is_heading(words)


def _is_heading(words: str) -> bool:
    """Whether words in capitals are a heading, not a speaker: "DETAILS OF THE CASE"."""
    if words.upper() != words or " " not in words:
        return False
    return not _HEADING_WORDS.isdisjoint(re.findall(r"[A-Z]+", words))


def _is_asked(text: str, who: Span, cue: Span) -> bool:
    """Whether "who" asks: "Strike on the market: who says what"."""
    before = text[max(0, who.start - _QUESTION_REACH) : who.start]
    if not before.strip() and who.start > 0:
        before = text[: who.start]
    is_after_mark = not before.strip() or _QUESTION.search(before) is not None
    return is_after_mark and _QUESTION_OBJECT.match(text, cue.end) is not None
