"""
Tell linked spans that attribute nothing to anybody, by the words of source and cue.

In: the text and an attribution as linked. Out: whether its "source" is none. A note of correction
("An earlier version of this article said") is the outlet's own voice; a heading ("WHY JOIN:",
"DETAILS OF THE CASE:"), a section word ("PREVIOUSLY:"), a place or topic before a headline's colon
("Cholera: 100 die") and a dateline are no speakers; a share of voters accepts a deal but tells
nothing; a crowd that marches is counted, not quoted; "no one" says nothing; what people "would
rather" do is the author's guess; "who says what" is a question.
"""

import re
from typing import NamedTuple

from analysis.extract.attributions.article_spans import DATELINE, LinkedSpans, Span, line_start
from analysis.extract.attributions.deeds import is_deed
from analysis.extract.attributions.headings import is_heading, is_topic
from analysis.extract.attributions.nobody_words import is_section_word

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
# "A story in the Sept. 10 edition", but "a story in Monday's edition of the Herald"
_IN_EDITION = re.compile(
    rf"""
    (?:an?|the|our)\s+(?:[\w-]+\s+){{0,3}}?
    (?:{_OWN_TEXT}|photograph|photo|graphic|chart|map|list|obituary|review|editorial)\s+
    (?:(?:that|which)\s+(?:ran|appeared|was\s+published)\s+|published\s+|printed\s+)?
    (?:in|on|from)\s+
    (?:the\s+|our\s+|some\s+|page\s+)?
    (?:(?!of\s+the\s+[A-Z])[\w.’'-]+\s+){{0,4}}
    (?:editions?|issues?|pages?|[A-Z]?\d+|section|newspaper|paper|website)
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WRONG = re.compile(
    r"\W*(?:(?:an?|the)\s+(?:wrong|incorrect|erroneous|inaccurate)|incorrect|wrong)", re.IGNORECASE
)
_IS_CORRECTION = re.compile(r"\W*(?:corrections?|clarifications?|errata|erratum)\b", re.IGNORECASE)
# a naming, a purpose or an appointed time is no statement: "is best known for", "designed to"
_NO_STATEMENT = re.compile(
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|['’]s|['’]re)\s)*(?:\w+ly\s|also\s)?"
    r"(?:perhaps\s)?(?:(?:(?:best|better|well|perhaps|most)[\s-])?known\s(?:for|as)"
    r"|(?:designed|scheduled|slated)(?:\sto)?)",
    re.IGNORECASE,
)
# "The report cheered Democrats": they feel it, and nobody says so
_MOVES_SOMEBODY = re.compile(
    r"(?:has\s|have\s|had\s|also\s|\w+ly\s)*"
    r"(?:cheer|amus|anger|delight|pleas|alarm|infuriat|enrag|upset|stunn?|shock|surpris|embarrass"
    r"|troubl|worri|frustrat|outrag|dismay|irritat|annoy)ed",
    re.IGNORECASE,
)
# "as they say about the doctor": whoever says so says it of everybody
_AS_THEY_SAY = re.compile(r"\b[Aa]s\s$")
_WHY = re.compile(r"because\b", re.IGNORECASE)
_COUNTS = re.compile(r"count(?:s|ed|ing)?\b", re.IGNORECASE)
_LOSSES = re.compile(r"(?:its|the|their|his|her)\s(?:dead|losses|cost|costs|toll)\b", re.IGNORECASE)
_NO_ONE = re.compile(
    r"(?:no\s?-?one|nobody|none|not\s(?:one|a\s\w+)|neither)"
    r"(?:\s(?:of|in|at|on|from|here|there|else|who|with|inside|outside|near)\b.*)?"
    r"|(?:no|neither)\s(?!doubt\b|longer\b|\d)[\w’'-].*",
    re.IGNORECASE,
)
# "Despite calls for him to go": no word of a source
_NO_NOUN = re.compile(r"(?:the|an?|despite|amid|plus|during|besides|without)", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:(?:is|was|are|were|been|already|well|long)\s+)*known(?:\s+to)?", re.IGNORECASE
)
_REMINDED = re.compile(r"\s*(?:was|were|is|are|been|being)\s+reminded(?:\s+of)?\s*", re.IGNORECASE)
_TO_BEFORE = re.compile(r"\bto\s+(?:the\s+)?$")
_PREFERENCE = re.compile(r"(?:would|['’]d)\s+(?:much\s+)?rather\b", re.IGNORECASE)
# "could have requested a recount": and did not
_NOT_DONE = re.compile(
    r"\b(?:could|should|might|ought\s+to)(?:n['’]t)?\s+(?:(?:not|also|easily|well)\s+)?have\s+$",
    re.IGNORECASE,
)
_NOT_DONE_IN_CUE = re.compile(
    r"(?:could|should|might|ought\s+to)(?:n['’]t)?\s+(?:(?:not|also|easily|well)\s+)?have\s",
    re.IGNORECASE,
)
_NOT_DONE_REACH = 30  # characters before a cue
_CORRECTING = re.compile(
    r"\b(?:originally|previously|incorrectly|mistakenly|erroneously|wrongly|earlier|misstated"
    r"|misspelled"
    r"|misidentified|misreported)\b",
    re.IGNORECASE,
)
_COLON = ":"
# "City hall hack: what we know about the demand"
_EXPLAINS = re.compile(
    r"(?:here(?:['’]s|\s+is)\s+)?(?:what|how|why|everything|all)\s+"
    r"(?:we|you|to|is|it|the|happened|happens)\b",
    re.IGNORECASE,
)
# "71% of the workers who voted", "Tens of thousands of people", "36,000 and 200,000 people"
_COUNTED = re.compile(
    r"""
    (?:(?:about|around|some|nearly|almost|over|up\s+to|more\s+than|at\s+least|between|only)\s+)*
    (?:
        (?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)\s*(?:%|percent|per\s+cent)\s+(?:of|in)\b
      | (?:tens|hundreds|scores|thousands|dozens|millions)\b
      | (?:[a-z]+|\d[\d,.]*)\s+(?:million|thousand|hundred|dozen)\s+(?:\w+\s+)?
        (?:people|voters|citizens|workers|members|fans|supporters)\b
      | \d[\d,.]*(?:\s+(?:and|to|or)\s+\d[\d,.]*)?\s+(?:\w+\s+)?
        (?:people|workers|protesters|demonstrators|voters|students|members|employees|fans
          |supporters)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ACTS_OF_CROWDS = re.compile(
    r"\b(?:accept|approv|vot|back|reject|ballot|elect|chos|choos|protest|rall|march|demonstrat|"
    r"nam(?:e|ed)\b|disapprov|prefer|gather|took\s+to|to\s+demand|demanding|strik|struck|sign)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:[:?;]|\b(?:over|on|about|of|know|asks?|asked|tells?|wonder))\s*$")
_QUESTION_REACH = 12  # characters before "who"
_QUESTION_OBJECT = re.compile(
    r"\s*(?:what|that\s+to\s+whom|to\s+whom|how\s+much|so\b)", re.IGNORECASE
)


_TOLD = re.compile(
    r"(?:(?:has|have|had)\s+been|was|were|are|is)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:told|ordered|advised|instructed|urged|asked)",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\s+(?:not\s+)?to\s+[a-z]")


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
        Of an attribution without a source only the cue and the content can tell.

    Examples
    --------
    >>> from analysis.extract.attributions.article_spans import LinkedSpans, Span
    >>> text = "An earlier version of this story said that two had died."
    >>> source, cue = Span("source", 0, 32), Span("cue", 33, 37)
    >>> attributes_nothing(text, LinkedSpans(cue, (Span("content", 38, 55),), (source,)))
    True
    """
    cue = "" if group.cue is None else group.cue.text_in(text)
    if _NO_STATEMENT.fullmatch(cue) is not None or _is_reason(text, group):
        return True
    if _is_order(text, group) or is_deed(text, group):
        return True
    if not group.sources:
        return False
    source = group.sources[0]
    claim = _Claim(text, group, cue, source, source.text_in(text).strip())
    return any(holds(claim) for holds in _ATTRIBUTES_NOTHING)


def _is_order(text: str, group: LinkedSpans) -> bool:
    """Return whether people are told what to do, by nobody: "15,000 have been told to leave"."""
    cue = group.cue
    if cue is None or any(source.start >= cue.end for source in group.sources):
        return False
    is_passive = _TOLD.fullmatch(cue.text_in(text).strip()) is not None
    return is_passive and _TO_DO.match(text, cue.end) is not None


class _Claim(NamedTuple):
    """Linked spans with a source: the words of the cue and of the first source."""

    text: str
    group: LinkedSpans
    cue: str
    source: Span
    words: str

    @property
    def before(self) -> str:
        """Text before the source."""
        return self.text[: self.source.start]

    @property
    def content_start(self) -> int:
        """First character of the content."""
        return self.group.contents[0].start

    @property
    def is_label(self) -> bool:
        """Whether the source is followed by a colon, without a word of saying."""
        return self.cue.strip() in ("", _COLON) and self.text.startswith(_COLON, self.source.end)


def _is_saying(claim: _Claim) -> bool:
    """Whether it is an idiom: "as they say"."""
    is_generic = claim.cue.strip().lower() in ("say", "put it", "call it")
    return (
        is_generic
        and claim.words.lower() == "they"
        and _AS_THEY_SAY.search(claim.before) is not None
    )


def _moves_somebody(claim: _Claim) -> bool:
    """Whether the source is the object: "it cheered Democrats"; "cheered by Democrats" is none."""
    cue = claim.group.cue
    is_object = cue is not None and claim.text[cue.end : claim.source.start].isspace()
    return is_object and _MOVES_SOMEBODY.fullmatch(claim.cue) is not None


def _is_known_to(claim: _Claim) -> bool:
    """Whether somebody is known to the source: "he was known to police"."""
    return _KNOWN.fullmatch(claim.cue) is not None and bool(_TO_BEFORE.search(claim.before))


def _is_correction(claim: _Claim) -> bool:
    """Whether the outlet speaks of its own text: "an earlier version of this story said"."""
    if _CORRECTION.fullmatch(claim.words) is not None:
        return True
    if _THIS_TEXT.fullmatch(claim.words) and _CORRECTING.search(claim.cue):
        return True
    in_edition = _IN_EDITION.fullmatch(claim.words) is not None
    return in_edition and _is_corrected(claim.text, claim.group, claim.cue)


def _is_no_noun(claim: _Claim) -> bool:
    return _NO_NOUN.fullmatch(claim.words) is not None or _NO_ONE.fullmatch(claim.words) is not None


def _counts_losses(claim: _Claim) -> bool:
    """Whether losses are counted: "Norland counts its dead"."""
    is_count = _COUNTS.match(claim.cue) is not None
    return is_count and _LOSSES.match(claim.text, claim.content_start) is not None


def _is_reminded(claim: _Claim) -> bool:
    """Whether nobody told them: "islanders were reminded of the wreck"."""
    return _REMINDED.fullmatch(claim.cue) is not None


def _is_unsaid(claim: _Claim) -> bool:
    cue = claim.group.cue
    return cue is not None and _was_not_done(claim.text, cue, claim.cue)


def _is_preference(claim: _Claim) -> bool:
    return _PREFERENCE.search(claim.cue) is not None


def _is_dateline(claim: _Claim) -> bool:
    return _is_in_dateline(claim.text, claim.source)


def _is_act_of_crowd(claim: _Claim) -> bool:
    """Whether counted people do something together: "62 percent voted for"."""
    is_crowd = _COUNTED.match(claim.words) is not None
    return is_crowd and _ACTS_OF_CROWDS.search(claim.cue) is not None


def _is_headed(claim: _Claim) -> bool:
    """Whether the source is a heading or a topic before a colon, or what is explained after it."""
    cue = claim.cue.strip()
    if cue.endswith(_COLON) and is_heading(claim.words):
        return True
    if cue == _COLON and _EXPLAINS.match(claim.text, claim.content_start):
        return True
    if (cue.startswith(_COLON) or claim.is_label) and is_section_word(claim.words):
        return True
    is_before_colon = cue == _COLON or claim.is_label
    return is_before_colon and is_topic(claim.text, claim.source, claim.group)


def _is_question(claim: _Claim) -> bool:
    """Whether "who" asks instead of naming somebody: "Who said so?"."""
    cue = claim.group.cue
    return (
        claim.words.lower() == "who"
        and cue is not None
        and _is_asked(claim.text, claim.source, cue)
    )


_ATTRIBUTES_NOTHING = (
    *(_is_saying, _moves_somebody, _is_known_to, _is_correction, _is_no_noun, _counts_losses),
    *(_is_reminded, _is_unsaid, _is_preference, _is_dateline, _is_act_of_crowd, _is_headed),
    _is_question,
)


def _is_reason(text: str, group: LinkedSpans) -> bool:
    """Whether all that is told is why: "six more than police had said, because it rained"."""
    content = group.contents[0]
    if group.cue is None or len(group.contents) > 1 or content.start < group.cue.end:
        return False
    return _WHY.match(text, content.start) is not None


def _was_not_done(text: str, span: Span, cue: str) -> bool:
    """Whether the cue tells what somebody could have said, and did not."""
    if _NOT_DONE_IN_CUE.match(cue) is not None:
        return True
    return _NOT_DONE.search(text, max(0, span.start - _NOT_DONE_REACH), span.start) is not None


def _is_corrected(text: str, group: LinkedSpans, cue: str) -> bool:
    """Whether the outlet says of its own text that it was wrong."""
    if _CORRECTING.search(cue) is not None or _IS_CORRECTION.match(text) is not None:
        return True
    return _WRONG.match(text, group.contents[0].start) is not None


def _is_in_dateline(text: str, source: Span) -> bool:
    """Whether a source is a part of the dateline at the beginning of its line."""
    dateline = DATELINE.match(text, line_start(text, source.start))
    return dateline is not None and source.end <= dateline.end()


def is_no_speaker(words: str) -> bool:
    """
    Whether words name no one who could report a number: a note of correction, a heading, "nobody".

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
    stripped = words.strip()
    if _NO_ONE.fullmatch(stripped) is not None or _CORRECTION.fullmatch(stripped) is not None:
        return True
    return is_heading(words)


def _is_asked(text: str, who: Span, cue: Span) -> bool:
    """Whether "who" asks: "Strike on the market: who says what"."""
    before = text[max(0, who.start - _QUESTION_REACH) : who.start]
    if not before.strip() and who.start > 0:
        before = text[: who.start]
    is_after_mark = not before.strip() or _QUESTION.search(before) is not None
    return is_after_mark and _QUESTION_OBJECT.match(text, cue.end) is not None
