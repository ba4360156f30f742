"""
Correct spans that belong to nobody's words: who is only told something, and narration after quotes.

So is who carries another's statement: "The ministry, in a statement carried by the agency, said".

In: the text and an attribution as linked. Out: the attribution without these spans. In "Staff were
told that it closes" the staff say nothing, and who told them is not said. Where all that a person
says is in quotation marks, a later sentence outside of them is the outlet's, and so is the sentence
behind a bare number: "the owner says nine. Sixteen people were treated".
"""

import re
from dataclasses import replace

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.link_features import OPENING_MARKS
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["without_misread_spans"]

_TOLD = re.compile(
    r"(?:(?:has|have|had|will|would|could|to)\s+)?(?:is|are|was|were|be|been|being|['’]re)\s+"
    r"(?:\w+ly\s+|also\s+|not\s+)*"
    r"(?:told|informed|notified|briefed|advised|assured)"
    r"(?:\s+(?:that|about|of))?(?P<by>\s+by\b.*)?",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"\sby\s(?!(?:e-?mail|phone|telephone|post|letter|text|message|mistake|radio|then|now)\b)"
    r"(?P<who>(?:(?:the|an?|his|her|their|its)\s)?[\w’'-]+(?:\s(?!(?:that|to|of|about|on|in)\b)"
    r"[\w’'-]+){0,3})(?=\s(?:that|to|of|about|on|in)\b|[,.])"
)
# "JNIM, in a statement verified by the monitoring group, claims to have killed 62"
_NO_PART_OF_NAME = (
    r"(?:on|in|at|by|as|after|before|when|while|since|if|but|and|or|that|who|which|was|were|is|are"
    r"|has|have|had|said|says|earlier|later|meanwhile|yesterday|today)"
)
_CARRIED_BY = re.compile(
    rf"""
    (?: ^ | (?<=[.!?]\s) | (?<=[”"]\s) )
    (?P<who> (?!{_NO_PART_OF_NAME}\b) [\w’'-]+ (?:\s (?!{_NO_PART_OF_NAME}\b) [\w’'-]+){{0,7}} ),
    \s in \s (?:an?|its|his|her|their) \s (?:[\w-]+\s){{0,3}}?
    (?: statement | message | video | recording | communiqu[eé] | letter | post | report | note
      | release )
    \s (?:[\w-]+\s){{0,3}}? (?:by|on|in|to|via|through|with) \s (?:[\w’'-]+\s){{0,6}}? \Z
    """,
    ANY_CASE | re.MULTILINE,
)
_LONGEST_ASIDE = 240  # characters
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me)\b")  # the marks were lost
_NUMBER_ALONE = re.compile(
    r"(?:(?:about|around|some|only|just|at\s+least|more\s+than|nearly|up\s+to)\s+)?"
    rf"(?:[$€£]?\d[\d.,]*\d|\d|{NUMBER})(?:\s?%|\s[a-z]+)?(?=\.\s+(?-i:[A-Z]))",
    ANY_CASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s")


def without_misread_spans(text: str, group: LinkedSpans) -> LinkedSpans:
    """
    Return an attribution without narration, and with whoever tells instead of who is told.

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    LinkedSpans
        The same where there is nothing to correct; a content is always left.

    Examples
    --------
    >>> text = "Staff were told that it closes."
    >>> told = LinkedSpans(Span("cue", 6, 15), (Span("content", 16, 30),), (Span("source", 0, 5),))
    >>> without_misread_spans(text, told).sources
    ()
    """
    group = _without_carrier(text, _without_addressee(text, group))
    group = _without_next_sentence(text, group)
    return _without_narration(text, group)


def _without_addressee(text: str, group: LinkedSpans) -> LinkedSpans:
    """Return a group without the subject of a passive of telling."""
    cue = group.cue
    if cue is None or not group.sources or group.sources[-1].end > cue.start:
        return group
    told = _TOLD.fullmatch(cue.text_in(text).rstrip())
    if told is None:
        return group
    teller = _BY_WHOM.match(text, cue.end if told["by"] is None else cue.start + told.start("by"))
    if teller is None:
        return replace(group, sources=())
    return replace(group, sources=(Span("source", *teller.span("who"), cue.p),))


def _without_carrier(text: str, group: LinkedSpans) -> LinkedSpans:
    """Return a group whose source is who made a statement, not who only carried or verified it."""
    cue = group.cue
    if cue is None or len(group.sources) != 1 or group.sources[0].end > cue.start:
        return group
    source = group.sources[0]
    if not text[source.end : cue.start].lstrip().startswith(","):
        return group
    first = max(0, source.start - _LONGEST_ASIDE)
    found = _CARRIED_BY.search(text, first, source.start)
    if found is None:
        return group
    return replace(group, sources=(Span("source", *found.span("who"), cue.p),))


def _without_next_sentence(text: str, group: LinkedSpans) -> LinkedSpans:
    """Return a group whose content ends with its sentence, where that sentence says a number."""
    cue, content = group.cue, group.contents[0]
    if cue is None or not cue.end <= content.start or text[cue.end : content.start].strip():
        return group
    number = _NUMBER_ALONE.match(text, content.start)
    if number is None or number.end() >= content.end:
        return group
    first = replace(content, end=number.end())
    return replace(group, contents=(first, *group.contents[1:]))


def _without_narration(text: str, group: LinkedSpans) -> LinkedSpans:
    """Return a group without pieces in other sentences that no quotation mark encloses."""
    cue = group.cue
    if cue is None or len(group.contents) < 2:
        return group
    kept = [group.contents[0]]
    for piece in group.contents[1:]:
        is_narration = all(_is_quoted(text, one) for one in kept) and not _is_quoted(text, piece)
        if not (is_narration and _is_in_later_sentence(text, cue, piece)):
            kept.append(piece)
    return group if len(kept) == len(group.contents) else replace(group, contents=tuple(kept))


def _is_quoted(text: str, piece: Span) -> bool:
    """Whether a piece begins with or inside quotation marks, or is told by the one who speaks."""
    if text[piece.start] in OPENING_MARKS or _FIRST_PERSON.search(text, piece.start, piece.end):
        return True
    paragraph = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
    if paragraph.count("“") > paragraph.count("”"):
        return True
    return paragraph.count('"') % 2 == 1


def _is_in_later_sentence(text: str, cue: Span, piece: Span) -> bool:
    """Whether a sentence ends between the cue and a piece after it."""
    return piece.start > cue.end and _SENTENCE_END.search(text, cue.end, piece.start) is not None
