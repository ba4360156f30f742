"""
Find attributions that a label before or after a colon makes: headlines and transcripts.

In: the spans of an article and where its title ends. Out: attributions whose cue is a colon or
dash: "Duarte: The bridge is safe", "The bridge is safe: report", "'Not safe': Duarte walks out",
and the turns of a transcript ("ADA QUIST, HOST: Good morning"). A topic before a colon ("The port:
a history"), a series ("Opinion: ..."), a section word ("UPDATE: ...") and the outlet at the end of
a headline attribute nothing.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span
from analysis.extract.attributions.nobody_words import is_section_word
from analysis.extract.attributions.people import gender, people_in
from analysis.extract.attributions.proper_names import distinctive_words, is_person
from analysis.extract.attributions.source_types import is_country, type_matches

__all__ = ["labelled_speech", "with_labelled_speech"]

_LABEL_FIRST = re.compile(
    r"(?P<source>[^:'\"‘’“”|]{2,45})(?P<cue>:)\s+(?P<content>\S.*)", re.DOTALL
)
_LABEL_LAST = re.compile(
    r"(?P<content>.*\S)\s*(?P<cue>:|\s[-–—])\s+(?P<source>[^:|'\"‘’“”]{3,45})", re.DOTALL
)
_QUOTE_FIRST = re.compile(
    r"(?P<content>(?P<mark>['\"‘“]).{6,}?['\"’”])(?P<cue>:)\s+(?P<rest>\S.*)", re.DOTALL
)
_SOURCE_REACH = 12  # characters between the colon and the source after a quotation
_OUTLET_AFTER = re.compile(r"\s+(?:\||[-–—])\s+[^|:]{2,40}$")
# what no person or body is: these stand alone before or after a colon
_ANONYMOUS = re.compile(
    r"""
    (?:the\s|new\s|court\s|govt\s|un\s|us\s|u\.s\.\s)*
    (?:reports?|polls?|study|survey|sources?|officials?|police|experts?|analysts?|witnesses
       |researchers|scientists|prosecutors|investigators|lawyers?|attorneys?|doctors?
       |congressman|congresswoman|senator|lawmakers?|governor|mayor|minister|ministry
       |president|spokes(?:man|woman|person)|court|judge|coroner|monitor|watchdog|audit|data)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SERIES = re.compile(
    r"\b(?:opinion|editorial|podcast|live|latest|update|watch|video|exclusive|fact check|analysis"
    r"|review|chart|briefing|recap|politics|day|week|hours|ask|letters?|photos?|roundtable)\b",
    re.IGNORECASE,
)
_MOST_LABEL_WORDS = 6
_TURN = re.compile(
    r"""
    (?:^|(?<=\n)|(?<=[.?!)\]"”]\s))
    (?P<source>
        (?:(?:MR|MRS|MS|DR|SEN|REP|GEN|GOV)\.\s)?
        [A-Z][A-Z'’.-]+(?:\s[A-Z][A-Z'’.-]+){0,3}
        (?:,\s[A-Z][A-Z\s]{2,18})?
    )
    (?P<cue>:)\s+(?=\S)
    """,
    re.VERBOSE,
)
_PARAGRAPH_END = re.compile(r"\n(?!\s*[a-z])")  # not where a sentence goes on in the next line
_MIN_TURNS = 2  # of an article that is a transcript
_MIN_SHARED = 0.5  # of their characters that two contents share if they are the same


def labelled_speech(article: ArticleSpans, title_end: int) -> list[LinkedSpans]:
    """
    Return what labels attribute in an article.

    Parameters
    ----------
    article : ArticleSpans
    title_end : int
        Where the title ends; 0 without one.

    Returns
    -------
    list of LinkedSpans
        In reading order.
    """
    found = []
    if title_end:
        headline = _of_headline(article, title_end)
        found += [] if headline is None else [headline]
    return [*found, *_turns(article.text, title_end)]


def _of_headline(article: ArticleSpans, title_end: int) -> LinkedSpans | None:
    """Return what a label in the headline attributes."""
    title = article.text[:title_end].rstrip(" \n.")
    quote = _QUOTE_FIRST.fullmatch(title)
    if quote is not None:
        source = _source_after(article, quote.start("rest"))
        if source is not None:
            return LinkedSpans(_span("cue", quote), (_span("content", quote),), (source,))
        return None
    first = _LABEL_FIRST.fullmatch(_OUTLET_AFTER.sub("", title))
    if first is not None and _is_speaker(article.text, title_end, first["source"]):
        return _group(first)
    last = _LABEL_LAST.fullmatch(title)
    if last is not None and _is_speaker_at_end(article.text, title_end, last):
        return _group(last)
    return None


def _source_after(article: ArticleSpans, start: int) -> Span | None:
    """Return the source that the tagger found right after a colon."""
    for span in article.spans:
        if span.role == "source" and start <= span.start < start + _SOURCE_REACH:
            return span
    return None


def _span(role: str, match: re.Match[str]) -> Span:
    start, end = match.span(role)
    while end - start > 1 and match.string[start].isspace():
        start += 1
    return Span(role, start, end)


def _group(match: re.Match[str]) -> LinkedSpans:
    return LinkedSpans(_span("cue", match), (_span("content", match),), (_span("source", match),))


def _is_speaker(text: str, title_end: int, label: str) -> bool:
    """Whether the words before a colon are someone who can speak, and no topic or series."""
    words = label.split()
    if len(words) > _MOST_LABEL_WORDS or _SERIES.search(label) or is_country(label):
        return False
    if is_section_word(label):
        return False
    if _ANONYMOUS.fullmatch(label):
        return True
    return _is_known_person(text, title_end, label)


def _is_known_person(text: str, title_end: int, label: str) -> bool:
    """Whether a label is a person: by a given name, or because the report names one so."""
    parts = distinctive_words(label)
    if (
        not parts
        or "," in label
        or not is_person(label)
        or label.split()[-1].strip(",") != parts[-1]
    ):
        return False
    if gender(label) is not None:
        return True
    named = (distinctive_words(person.name)[-1] for person in people_in(text, title_end))
    return parts[-1] in named


def _is_speaker_at_end(text: str, title_end: int, match: re.Match[str]) -> bool:
    """Whether the words after the last colon or dash speak; outlets and series do not."""
    label = match["source"]
    if len(label.split()) > _MOST_LABEL_WORDS or _SERIES.search(label):
        return False
    types = {found.source_type for found in type_matches(label)}
    if "media" in types and not _ANONYMOUS.fullmatch(label):
        return False
    if _ANONYMOUS.fullmatch(label) or _is_known_person(text, title_end, label):
        return True
    # "Russian senator", "Chief Economist": a kind of person, in a few words
    return match["cue"] != ":" and bool(types & {"state_official", "expert", "military"})


def _turns(text: str, start: int) -> Iterator[LinkedSpans]:
    """Yield the turns of a transcript, each up to the next label or the end of its paragraph."""
    labels = list(_TURN.finditer(text, start))
    if sum(not is_section_word(label["source"]) for label in labels) < _MIN_TURNS:
        return
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, next_label in zip(labels, ends, strict=True):
        paragraph = _PARAGRAPH_END.search(text, label.end(), next_label)
        end = next_label if paragraph is None else paragraph.start()
        content = text[label.end() : end].rstrip()
        if content and not is_section_word(label["source"]):
            spoken = Span("content", label.end(), label.end() + len(content))
            yield LinkedSpans(_span("cue", label), (spoken,), (_span("source", label),))


def with_labelled_speech(
    article: ArticleSpans, groups: Sequence[LinkedSpans], title_end: int
) -> list[LinkedSpans]:
    """
    Return attributions with those that labels make, which replace what shares their content.

    Parameters
    ----------
    article : ArticleSpans
    groups : sequence of LinkedSpans
        As linked.
    title_end : int

    Returns
    -------
    list of LinkedSpans
    """
    kept = list(groups)
    for labelled in labelled_speech(article, title_end):
        kept = [group for group in kept if not _is_same(group, labelled)]
        kept.append(labelled)
    return kept


def _is_same(group: LinkedSpans, labelled: LinkedSpans) -> bool:
    """Whether two attributions share most of their content, or the label is in the other's."""
    content = _characters(group.contents)
    other = _characters(labelled.contents)
    source = _characters(labelled.sources)
    shared = len(content & other) >= _MIN_SHARED * len(content | other)
    return shared or bool(content & source)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
