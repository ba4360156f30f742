"""
Represent the labelled spans of one article, trimmed and in reading order.

In: the text and the tagger's spans of one article. Out: ``ArticleSpans``, which also says what
separates neighbouring spans. Spans are linked in ``analysis.extract.attributions.linker``.
"""

import bisect
import re
from dataclasses import dataclass, field, replace

import pandas as pd

from analysis.core.calendar_words import WEEKDAY
from analysis.core.tables import ROLES

__all__ = ["DATELINE", "ArticleSpans", "LinkedSpans", "Span", "line_start", "spans_from_table"]

# the end of a content that belongs to the sentence around it
_CONTENT_TAIL = re.compile(
    r"""
    (?:
        \s*[,;]
        | (?<![A-Z])\.                                         # a full stop, not that of "U.S."
        | ,?\s+(?:and|but|as|which|who|while|-+|—|–)           # what joins the next clause
        | \s*\n+\s*[“"'‘]+                                     # the opening mark of the next quote
    )+$
    """,
    re.VERBOSE,
)
# the end of a cue that says when: "said on Sunday", "declined to comment Sunday on"
_CUE_TAIL = re.compile(
    rf"""
    (?<=\w)
    (?<!\bthe)(?<!\blast)(?<!\bthis)(?<!\bnext)(?<!\bby)(?<!\bof)(?<!\bon)
    (?<!Bloody)(?<!Black)(?<!Mail)                             # "The Mail on Sunday" is a name
    ,?\s+
    (?:(?:early|late)\s+)?
    (?:on\s+)?
    (?:{WEEKDAY}|today|yesterday)
    (?:\s+(?:morning|afternoon|evening|night))?
    (?:\s+on)?
    (?:\s+that)?$
    """,
    re.VERBOSE,
)
# where a source was cut off: "The suspect in"
_SOURCE_TAIL = re.compile(r"(?<=\w)\s+(?:in|of|at|for|from|by|with|and|or)$")
# an aside of a source that was cut off: "Quist, a", "Quist, whose mother,", "Quist, who lost" twins
_CUT_ASIDE = re.compile(
    r"""
    ,\s+
    (?:
        (?P<bare>an?|the|who|which|whose(?:\s[\w’'-]+,?)?)
      | (?:who|which|that)\s[\w’'-]+
    )$
    """,
    re.VERBOSE,
)
_THAT = re.compile(r"that\b")
_VERB_AFTER = re.compile(r"(?<=\w)\s+(?:is|was|are|were|has\sbeen|have\sbeen)$")
_GOES_ON = re.compile(r"\s+[\w“\"]")
# a full stop that no sentence boundary was seen at: "according to Example.org. Velmar said"
_GLUED = re.compile(
    r"""
    (?:
        \w\.(?:com|org|net|gov|edu|info|io|us|uk|ca|eu|co|ru|de|fr)
      | (?<![\w.’'-])[a-z]{4,}
    )
    \.\s+(?=[A-ZÀ-Þ])
    """,
    re.VERBOSE,
)
# a possessive begins no source or content
_INSIDE_LETTERS = re.compile(r"\w\w")
_INSIDE_WORD = re.compile(r"\w(?:\w|['’]s\b)")
_PARAGRAPH = re.compile(r"[ \t]*\n\s*\n\s*")
_ANY_QUOTE = re.compile(r"[\"“”„«»]|''|``|(?<!\w)[‘'](?=\w)")
DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:\s[A-ZÀ-Þ’'.-]+){0,3}"  # at most four words
    r"(?:,[^()\n]{0,40})?\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]+\s"
)
"""Where a report is dated from, at the beginning of a line: "KARSK, Norland (NW) - "."""
_TAIL_REACH = 40  # characters
_PLACE_REACH = 120
# "The interior ministry in the capital, Sorvat, said"
_PLACE_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\s*(?:,\s*|(?=,))")
_BODY_IN_PLACE = re.compile(
    r"(?<![\w’'-])(?P<body>(?:[Tt]he|[Aa]n?)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:ministry|government|council|police|office|authority|authorities|court|hospital|department"
    r"|administration|agency|embassy|mission|spokes\w+|officials?)\s+)"
    r"(?:in|of)\s+(?:the|its)\s+(?:[\w-]+\s+)?"
    r"(?:capital|city|town|village|port|suburb|district|province|region|state),\s+$"
)
_TAILS = {"source": _SOURCE_TAIL, "content": _CONTENT_TAIL, "cue": _CUE_TAIL}
_BREAKS = ("", ".", "..")  # no end of a sentence between two spans, one, several


@dataclass(frozen=True)
class Span:
    """
    A labelled span.

    Attributes
    ----------
    role : {"source", "cue", "content"}
    start, end : int
        Its characters in the article; ``end`` is not included.
    p : float
        The tagger's mean probability of its labels, 0 to 1.
    span_id : str or None
        Identifier in the tagger's table; None for spans labelled by hand.
    probe : float
        What the tagger's middle layer adds to the log odds that a cue reports a statement; 0 where
        it says nothing.
    """

    role: str
    start: int
    end: int
    p: float = 1.0
    span_id: str | None = None
    probe: float = 0.0

    def text_in(self, text: str) -> str:
        """Return the characters of the span in the article."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class LinkedSpans:
    """A cue with its contents and sources; ``cue`` is None if a source is right by its content."""

    cue: Span | None
    contents: tuple[Span, ...]
    sources: tuple[Span, ...]


@dataclass
class ArticleSpans:
    """
    The spans of an article.

    Attributes
    ----------
    text : str
        The article.
    spans : list of Span
        In reading order, whatever the order given.
    sentence_starts : list of int
        Where each sentence begins.
    links : dict of (str, str) to float
        The tagger's probability, 0 to 1, that two spans, given by their identifiers, belong
        together. Empty for spans labelled by hand.
    gaps : list of str
        What separates each span from the next: "" nothing, "." the end of a sentence, ".." several,
        "#" the end of a paragraph, "##" several.
    """

    text: str
    spans: list[Span]
    sentence_starts: list[int]
    links: dict[tuple[str | None, str | None], float] = field(default_factory=dict)
    gaps: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.spans = sorted(self.spans, key=lambda span: (span.start, span.end))
        neighbours = zip(self.spans, self.spans[1:], strict=False)
        self.gaps = [self._gap(left, right) for left, right in neighbours]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds a character; -1 before the first."""
        return bisect.bisect_right(self.sentence_starts, offset) - 1

    def words(self, index: int) -> str:
        """Return the text of the span with number ``i``."""
        return self.spans[index].text_in(self.text)

    def _gap(self, left: Span, right: Span) -> str:
        """Return what separates two neighbours."""
        between = self.text[left.end : right.start]
        n_blank_lines = between.strip(" ").count("\n\n")
        if n_blank_lines:
            lines = [line for line in between.split("\n") if line.strip()]
            return "#" if n_blank_lines == 1 and len(lines) <= 2 else "##"
        last_character = max(left.end - 1, left.start)
        n_ends = self.sentence(right.start) - self.sentence(last_character)
        return _BREAKS[min(n_ends, 2)]


def spans_from_table(text: str, frame: pd.DataFrame, title_end: int = 0) -> list[Span]:
    """
    Return the spans of an article, trimmed at their ends.

    A comma or a joining word at the end of a content is cut, the day at the end of a cue, and a
    preposition or an unfinished aside at the end of a source. No span starts or ends inside a
    word, and no content holds a dateline, or the next paragraph where nothing is quoted.

    Parameters
    ----------
    text : str
        The article.
    frame : DataFrame
        The rows of ``tagger_spans`` of that article. Not changed; other labels than source, cue
        and content, and spans outside the text, are left out.
    title_end : int
        Where the title ends, if the text begins with it. A span that runs on from the title into
        the report is cut there.

    Returns
    -------
    list of Span
        In the order of ``frame``.
    """
    columns = [frame[name] for name in ("label", "start", "end", "p", "span_id")]
    probes = frame["probe"].fillna(0.0)
    spans = []
    for label, start, end, *described in zip(*columns, probes, strict=True):
        if label not in ROLES or not 0 <= start < end <= len(text):
            continue
        span = _cut_at_title(text, Span(label, start, end, *described), title_end)
        body = _at_dateline(text, span)
        if body is None:
            continue
        whole = _at_paragraph(text, _in_whole_words(text, body))
        whole = _with_place(text, whole)
        for part in _at_full_stops(text, whole):
            spans.append(replace(part, end=_trimmed_end(text, part)))
    return spans


def _in_whole_words(text: str, span: Span) -> Span:
    """Return a span with all of the words that it starts or ends in: "[prosecutor]'s office"."""
    start, end = span.start, span.end
    inside = _INSIDE_WORD
    if span.role == "cue":
        inside = _INSIDE_LETTERS  # "He's been described as"
    while 0 < start < len(text) and inside.match(text, start - 1) is not None:
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return replace(span, start=start, end=end)


def _with_place(text: str, span: Span) -> Span:
    """Return a source with the body whose place it is: "[the ministry in the capital, Sorvat]"."""
    if span.role != "source" or _PLACE_NAME.fullmatch(text, span.start, span.end) is None:
        return span
    offset = max(0, span.start - _PLACE_REACH)
    body = _BODY_IN_PLACE.search(text[offset : span.start])
    return span if body is None else replace(span, start=offset + body.start("body"))


def _at_dateline(text: str, span: Span) -> Span | None:
    """Return a content without the dateline that it begins in; None if it is nothing else."""
    if span.role != "content":
        return span
    line = text.rfind("\n", 0, span.start) + 1
    dateline = DATELINE.match(text, line)
    if dateline is None or span.start >= dateline.end():
        return span
    return replace(span, start=dateline.end()) if dateline.end() < span.end else None


def _at_paragraph(text: str, span: Span) -> Span:
    """
    Return a content up to the end of its paragraph, and a source from the start of its last one.

    A content goes on if its quotation does. What stands above a source is a byline or a headline.
    """
    if span.role == "source":
        starts = [match.end() for match in _PARAGRAPH.finditer(text, span.start, span.end - 1)]
        return replace(span, start=starts[-1]) if starts else span
    if span.role != "content":
        return span
    for match in _PARAGRAPH.finditer(text, span.start, span.end):
        before = text[span.start : match.start()]
        if not _ANY_QUOTE.search(before) and not _ANY_QUOTE.match(text, match.end()):
            return replace(span, end=match.start())
    return span


def _at_full_stops(text: str, span: Span) -> list[Span]:
    """Return a span as one, or a source as the parts between the full stops inside it."""
    if span.role != "source":
        return [span]
    parts = []
    start = span.start
    for match in _GLUED.finditer(text, span.start, span.end):
        stop = text.rindex(".", start, match.end())
        parts.append(replace(span, start=start, end=stop))
        start = match.end()
    return [*parts, replace(span, start=start)]


def _cut_at_title(text: str, span: Span, title_end: int) -> Span:
    """Return the part of a span below the title; above, if that is a single word."""
    if not span.start < title_end < span.end:
        return span
    below = text[title_end : span.end].lstrip()
    if " " in below:
        return replace(span, start=span.end - len(below))
    return replace(span, end=title_end)


def _trimmed_end(text: str, span: Span) -> int:
    """Return where a span ends without its tail."""
    if span.role == "source":
        aside = _CUT_ASIDE.search(text, max(span.start + 1, span.end - _TAIL_REACH), span.end)
        if aside and (aside["bare"] or _GOES_ON.match(text, span.end)):
            return aside.start()
    if span.role == "content" and _THAT.match(text, span.start):
        verb = _VERB_AFTER.search(text, max(span.start + 1, span.end - _TAIL_REACH), span.end)
        if verb is not None and _GOES_ON.match(text, span.end) is not None:
            return verb.start()  # "their claim that it rained is false"
    tail = _TAILS[span.role].search(text, max(span.start + 1, span.end - _TAIL_REACH), span.end)
    return tail.start() if tail else span.end


def line_start(text: str, offset: int) -> int:
    """Return the first character of the line in which an offset lies."""
    return text.rfind("\n", 0, offset) + 1
