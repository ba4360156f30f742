"""
Turn the tagger's spans into attributions: who is quoted, with which cue, saying what.

In: articles, sentences, the tagger's spans and links, tokens. Out: the ``attributions`` and
``attribution_spans`` tables, and ``sentences`` with the share of each that is attributed content.
Spans are linked in ``analysis.extract.attributions.linker``; sources are resolved and classified
in ``analysis.extract.attributions.coreference`` and
``analysis.extract.attributions.source_types``. Whether a statement is true is not judged.

Source, cue and content, and where they begin and end, follow PolNeAR [1]_.

References
----------
.. [1] Newell, E., Margolin, D. and Ruths, D. (2018). An Attribution Relations Corpus for Political
       News. LREC.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.core.furniture import without_furniture
from analysis.extract.attributions.armed_names import speaks_for_armed
from analysis.extract.attributions.article_spans import (
    ArticleSpans,
    LinkedSpans,
    Span,
    spans_from_table,
)
from analysis.extract.attributions.coreference import SourceName, resolve_names
from analysis.extract.attributions.cue_stance import cue_stance
from analysis.extract.attributions.kinds_in_context import with_kinds_in_context
from analysis.extract.attributions.labelled_speech import with_labelled_speech
from analysis.extract.attributions.likely_kinds import with_likely_kinds
from analysis.extract.attributions.linker import link_spans, read_weights
from analysis.extract.attributions.misread_spans import without_misread_spans
from analysis.extract.attributions.missing_sources import (
    continues_clause,
    pronoun_of_cue,
    speaker_at_end,
    subject_of_clause,
    subject_of_cue,
    subject_outside_relative,
)
from analysis.extract.attributions.no_comment import gives_no_comment
from analysis.extract.attributions.nobody_words import names_nobody
from analysis.extract.attributions.non_sources import attributes_nothing
from analysis.extract.attributions.office_holders import (
    held_office_before,
    holds_office,
    is_candidate,
)
from analysis.extract.attributions.page_words import said_by_the_page, without_page_words
from analysis.extract.attributions.plausibility import (
    Model,
    features,
    is_plausible,
    read_model,
)
from analysis.extract.attributions.proper_names import distinctive_words, is_person
from analysis.extract.attributions.quotation_kind import quotation_kind
from analysis.extract.attributions.source_types import (
    is_anonymous,
    is_granted_anonymity,
    relaying_outlet,
    source_type,
)
from analysis.extract.attributions.stated_numbers import with_stated_numbers
from analysis.neural.kind_model import read_kind_model

__all__ = [
    "MIN_UNATTACHED_P",
    "LinkedArticle",
    "extract_attributions",
    "linked_articles",
    "share_quoted",
]

# a source or cue that belongs to no attribution is kept from this mean probability on
MIN_UNATTACHED_P = 0.5
# types of an office that the body decides: a union's "district chief", a party's "secretary"
_NOBODY = frozenset(
    """
    they he she it we you i who one two three four five six seven eight nine ten eleven twelve
    both all most some many several others another that those these the
    """.split()
)
_WHERE = re.compile(r"(?:on|within|in|at|amid|despite|during)\s[a-z]")  # "on the video": nobody
_FORMER = re.compile(r"[Ff]ormer\s|[Ee]x-")
_OFFICES = ("state_official", "local_authority")
_OF_NO_OFFICE = ("other", "resident_or_witness")
# what a candidate's trade, relatives or former office may seem to make of him
_OF_PRIVATE_LIFE = ("resident_or_witness", "health_authority", "military", "expert")
_OF_CANDIDATES = (*_OF_PRIVATE_LIFE, "armed_group", "media", "state_official", "local_authority")
# as what somebody may be read who speaks for an armed group: "PLF spokesman Col. Quist"
_OF_SIDES = ("other", "unnamed", "military", "state_official")
_RUNS = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s){0,3}(?:[A-ZÀ-Þ][\w.’'-]+,\s(?:an?|the|who\sis\sa)\s)?"
    r"(?:(?!(?:of|to|for|by|no|with|and|the)\b)[\w’'-]+\s){0,4}"
    r"(?:candidate|nominee|presidential\shopeful|contender|front-?runner)\b"
    r"|[^;.]{0,120}\bwho\s(?:is|was)\srunning\s(?:for\s(?:the\s)?[a-z]+|against\s)"
)
_BY_BODY = ("other", "local_authority", "military", "state_official")
_PARTICIPLE = re.compile(r"[a-z]+ing")  # "taped telling": the clause before it tells nothing
_BULLET = re.compile(r"(?<!\S)[*•▪‣●]\s")
# "its chief Ada Quist", but "Her Majesty's Treasury"
_WHOSE_BEFORE = re.compile(r"^(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+(?=[a-z].*[A-Z])")
# "the Electoral Commission's" figures, but "Moody's"
_POSSESSIVE_AT_END = re.compile(
    r"(?i)\b(?P<body>commission|ministry|department|company|government|agency|council|party"
    r"|committee|office|union)['’]s$"
)
_ELLIPSIS = " ... "  # between the parts of a content

Row = dict[str, Any]


def extract_attributions(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    tokens: pd.DataFrame,
    ask_kinds: bool = True,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Find the attributions of each article and describe them.

    Parameters
    ----------
    articles, sentences : DataFrame
        The tables of those names. Like the others, not changed.
    spans : DataFrame
        The ``tagger_spans`` table; only layer ``attribution`` is used.
    links : DataFrame
        The ``tagger_links`` table: the probability that a source or content belongs to a cue. If it
        is empty, distance, order and punctuation alone decide.
    tokens : DataFrame
        The ``tokens`` table; the tags help to recognise the verb of a cue. May be empty.
    ask_kinds : bool
        If False, kinds of sources are those of the word lists alone, from which a model is fitted.

    Returns
    -------
    attributions : DataFrame
        The ``attributions`` table, in the order of the cues. ``source``, ``source_name``,
        ``carrier`` and ``cue`` are null if there is none; ``anonymous`` is true without a source.
    attribution_spans : DataFrame
        The characters of each part. Sources and cues of a probability of at least
        ``MIN_UNATTACHED_P`` that belong to no attribution have a null ``attribution_id``.

    Raises
    ------
    TableError
        If a result breaks its definition.
    MissingResourceError
        If the weights of the linker or of the kinds of sources are missing.
    """
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    link_weights = read_weights()
    model = read_model()
    kind_model = read_kind_model() if ask_kinds else None
    rows: list[Row] = []
    span_rows: list[Row] = []
    for linked in linked_articles(articles, sentences, spans, links, tokens):
        key = linked.article_id
        groups = [one for one in linked.groups if _is_plausible(linked, one, link_weights, model)]
        groups = with_labelled_speech(linked.spans, groups, linked.title_end)
        groups = with_stated_numbers(linked.spans, groups)
        text = linked.spans.text
        groups = [group for group in groups if not attributes_nothing(text, group)]
        groups = [group for group in groups if not said_by_the_page(text, group)]
        groups = [without_misread_spans(text, group) for group in groups]
        groups = [_without_nobody(text, group) for group in groups]
        groups.sort(key=lambda group: _anchor(group).start)
        names = _names_of_sources(linked, groups, published[key])
        groups = [group for group in groups if not gives_no_comment(text, group)]
        described = _attribution_rows(linked, groups, names, published[key])
        if kind_model is not None:
            described = with_likely_kinds(described, groups, text, kind_model)
            described = with_kinds_in_context(described, text)
        rows += described
        span_rows += _span_rows(key, groups)
        span_rows += _unattached_rows(key, linked.spans, groups)
    return tables.make(rows, tables.ATTRIBUTIONS), tables.make(span_rows, tables.ATTRIBUTION_SPANS)


class LinkedArticle(NamedTuple):
    """
    The spans of an article, linked.

    ``groups`` are in the order of their cues; ``title_end`` is where the title ends, 0 without.
    """

    article_id: str
    spans: ArticleSpans
    groups: list[LinkedSpans]
    tags: "Tags"
    title_end: int


def linked_articles(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    links: pd.DataFrame,
    tokens: pd.DataFrame,
) -> Iterator[LinkedArticle]:
    """
    Link the spans of each article, without asking whether they are an attribution at all.

    Parameters
    ----------
    articles, sentences, spans, links, tokens : DataFrame
        As in ``extract_attributions``.

    Yields
    ------
    LinkedArticle
        For each article with spans, in the order of ``articles``.
    """
    starts = sentences.groupby("article_id", sort=False)["start"].agg(list).to_dict()
    title_ends = dict(sentences.loc[sentences["in_title"]].groupby("article_id")["end"].max())
    spans_by_article = _by_article(spans.loc[spans["layer"] == "attribution"])
    links_by_article = _by_article(links)
    tokens_by_article = _by_article(tokens)
    for key, text in zip(articles["article_id"], articles["text"], strict=True):
        if key not in spans_by_article:
            continue
        title_end = int(title_ends.get(key, 0))
        article = ArticleSpans(
            text,
            without_page_words(text, spans_from_table(text, spans_by_article[key], title_end)),
            starts.get(key) or [0],
            _link_probabilities(links_by_article.get(key)),
        )
        groups = _groups_in_order(article, title_end)
        tags = Tags(tokens_by_article.get(key))
        yield LinkedArticle(key, article, groups, tags, title_end)


def _is_plausible(
    linked: LinkedArticle, group: LinkedSpans, link_weights: Mapping[str, float], model: Model
) -> bool:
    """Whether linked spans report what someone says, thinks or wants."""
    cue = linked.tags.of(group.cue) or []
    content = linked.tags.of(group.contents[0]) or []
    found = features(linked.spans, group, cue, content, linked.title_end, link_weights, model)
    return is_plausible(found, model)


def _by_article(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Split a table by article."""
    return {str(key): rows for key, rows in table.groupby("article_id", sort=False)}


def _link_probabilities(links: pd.DataFrame | None) -> dict[tuple[str | None, str | None], float]:
    """Return the probability of each link, by the identifiers of its two spans."""
    if links is None:
        return {}
    pairs = zip(links["from_id"], links["to_id"], strict=True)
    return dict(zip(pairs, links["p"], strict=True))


def _groups_in_order(article: ArticleSpans, title_end: int) -> list[LinkedSpans]:
    """Link the spans of an article; groups are in the order of their cues."""
    linked = (_in_its_item(article.text, group) for group in link_spans(article))
    groups = [_on_its_side(group, title_end) for group in linked]
    kept = sorted((group for group in groups if group is not None), key=lambda g: _anchor(g).start)
    return [_with_subject(article, group, kept, title_end) for group in kept]


def _with_subject(
    article: ArticleSpans, group: LinkedSpans, groups: Sequence[LinkedSpans], title_end: int
) -> LinkedSpans:
    """Return a group with the subject of its cue, or of the clause that the cue goes on with."""
    if group.cue is None:
        return group
    cue = (group.cue.start, group.cue.end)
    if group.sources:
        found = _better_source(article, group.sources, cue)
        if found is None:
            return group
        return replace(group, sources=(Span("source", *found, group.cue.p, None),))
    sentence = article.sentence_starts[max(article.sentence(group.cue.start), 0)]
    found = pronoun_of_cue(article.text, cue, relative=True)
    found = found or subject_of_cue(article.text, cue, sentence)
    if found is None and continues_clause(article.text, cue):
        speaker = _speaker_before(group.cue, sentence, groups)
        if speaker is not None:
            return replace(group, sources=speaker)
    found = found or subject_of_clause(article.text, cue, sentence)
    if found is None and cue[0] < title_end:
        found = speaker_at_end(article.text, cue, title_end)
    if found is None:
        return group
    start, end = found
    told = tuple(span for span in group.contents if span.end <= start or end <= span.start)
    is_participle = _PARTICIPLE.fullmatch(group.cue.text_in(article.text)) is not None
    if not told or (told != group.contents and not is_participle):
        return group
    source = Span("source", start, end, group.cue.p, None)
    return replace(group, sources=(source,), contents=told)


def _better_source(
    article: ArticleSpans, sources: Sequence[Span], cue: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the subject of a cue where the source read is not it, or None."""
    pronoun = pronoun_of_cue(article.text, cue)
    if pronoun is not None and sources[-1].end < pronoun[0]:
        return pronoun
    sentence = article.sentence_starts[max(article.sentence(cue[0]), 0)]
    source = (sources[-1].start, sources[-1].end)
    return subject_outside_relative(article.text, source, cue, sentence)


def _speaker_before(
    cue: Span, sentence: int, groups: Sequence[LinkedSpans]
) -> tuple[Span, ...] | None:
    """Return who last spoke before a cue in its sentence, unless the cue is part of the words."""
    for group in reversed(groups):
        if group.cue is None or not sentence <= group.cue.start < cue.start or not group.sources:
            continue
        is_told = any(span.start <= cue.start < span.end for span in group.contents)
        return None if is_told or group.sources[0].start > cue.start else group.sources
    return None


def _in_its_item(text: str, group: LinkedSpans) -> LinkedSpans:
    """
    Return a group without the contents of other items of a list, if it has one in its own.

    Who announces something in one item of a list did not say what the next items tell; but "The
    ministry said:" may well have its contents in the items that follow.
    """
    if group.cue is None:
        return group
    cue = group.cue
    inside = tuple(span for span in group.contents if not _has_bullet_between(text, cue, span))
    return replace(group, contents=inside) if inside else group


def _has_bullet_between(text: str, left: Span, right: Span) -> bool:
    """Return whether a bullet stands between two spans, in either order."""
    return _BULLET.search(text, min(left.end, right.end), max(left.start, right.start)) is not None


def _on_its_side(group: LinkedSpans, title_end: int) -> LinkedSpans | None:
    """
    Return a group without contents on the other side of the title's end.

    What a report attributes is not in its title, the outlet's own voice; and who speaks in the
    title did not say the first sentence of the report: None where nothing else is left.
    """
    if group.cue is None or not title_end:
        return group
    if group.cue.start < title_end:
        inside = tuple(span for span in group.contents if span.start < title_end)
        return replace(group, contents=inside) if inside else None
    below = tuple(span for span in group.contents if span.start >= title_end)
    return replace(group, contents=below) if below else group


def _without_nobody(text: str, group: LinkedSpans) -> LinkedSpans:
    """Return a group without sources that are a day, an adverb or a bare share."""
    sources = tuple(span for span in group.sources if not names_nobody(span.text_in(text)))
    return group if len(sources) == len(group.sources) else replace(group, sources=sources)


def _anchor(group: LinkedSpans) -> Span:
    """Return the span that places an attribution in the text: its cue, or else its content."""
    return group.cue or group.contents[0]


class Tags:
    """The words of an article with their tags."""

    def __init__(self, tokens: pd.DataFrame | None) -> None:
        self._starts: list[int] = []
        self._words: list[tuple[str, str]] = []
        if tokens is not None:
            self._starts = tokens["start"].tolist()
            self._words = list(zip(tokens["text"], tokens["tag"], strict=True))

    def of(self, span: Span | None) -> list[tuple[str, str]] | None:
        """Return the words and tags that begin in a span; None if there are none."""
        if span is None:
            return None
        first = bisect.bisect_left(self._starts, span.start)
        stop = bisect.bisect_left(self._starts, span.end)
        return self._words[first:stop] or None


def _names_of_sources(
    linked: LinkedArticle, groups: Sequence[LinkedSpans], published: pd.Timestamp | None
) -> dict[Span, SourceName]:
    """Return what the article calls each source, also one that gave no comment."""
    article = linked.spans
    sources = {source for group in groups for source in group.sources}
    in_order = sorted(sources, key=lambda source: (source.start, source.end))
    places = [(source.start, source.end) for source in in_order]
    text = without_furniture(article.text)  # who took a picture is nobody that "he" could be
    resolved = resolve_names(text, places, linked.title_end, article.sentence_starts, published)
    return dict(zip(in_order, resolved, strict=True))


def _attribution_rows(
    linked: LinkedArticle,
    groups: Sequence[LinkedSpans],
    names: dict[Span, SourceName],
    published: pd.Timestamp | None,
) -> list[Row]:
    """Describe each attribution of an article."""
    rows = []
    for number, group in enumerate(groups):
        identifiers = {
            "attribution_id": _attribution_id(linked.article_id, number),
            "article_id": linked.article_id,
        }
        description = _describe(linked.spans, group, names, linked.tags, published)
        rows.append(identifiers | description)
    return rows


def _attribution_id(article_id: str, number: int) -> str:
    return f"{article_id}-a{number}"


def _describe(
    article: ArticleSpans,
    group: LinkedSpans,
    names: dict[Span, SourceName],
    tags: Tags,
    published: pd.Timestamp | None,
) -> Row:
    """Return the columns of one attribution, without its identifiers."""
    text = article.text
    source = _ELLIPSIS.join(span.text_in(text) for span in group.sources) or None
    source_name = _first_name(group.sources, names)
    contents = [span.text_in(text) for span in group.contents]
    cue = group.cue.text_in(text) if group.cue is not None else None
    type_of_source = _type_of_source(source, source_name, published)
    speaker = source_name.name or source or ""
    if type_of_source in _OF_SIDES and speaks_for_armed(speaker, text):
        type_of_source = "armed_group"
    carrier = None
    if type_of_source != "media":
        carrier = _carrier(article, group)
    return {
        "sentence_id": max(article.sentence(_anchor(group).start), 0),
        "kind": quotation_kind(text, group),
        "source": source,
        "source_name": _told_alone(source_name.name),
        "carrier": carrier,
        "cue": cue,
        "content": _ELLIPSIS.join(contents),
        "source_type": type_of_source,
        "anonymous": _stays_unnamed(article, group, source_name.name or source),
        "cue_stance": cue_stance(
            cue, tags.of(group.cue), contents[0], has_source=bool(group.sources)
        ),
    }


def _type_of_source(
    source: str | None, source_name: SourceName, published: pd.Timestamp | None
) -> str:
    """Return the type of a source by its words, by what the article calls it and by the lists."""
    description = source_name.description or ""
    found = source_type(source, source_name.description)
    if source_name.body is not None and found in _BY_BODY:
        found = source_type(source_name.body)  # "Governor" of a central bank
    first = (source_name.name or source or "").split(" and ")[0]
    if found in _OF_NO_OFFICE and _is_called_by_office(first, description):
        found = source_type(first)  # "Senator Quist, the son of bakers"
    if found in _OF_NO_OFFICE and holds_office(first, published):
        found = "state_official"
    is_former = _FORMER.match(first) is not None
    if found == "state_official" and held_office_before(source_name.name, published, is_former):
        found = "other"
    if found in _OF_CANDIDATES and is_candidate(first, published):
        return "other"
    runs = any(map(_RUNS.match, description.split(" / ")))
    return "other" if found in _OF_PRIVATE_LIFE and runs and is_person(first) else found


def _is_called_by_office(name: str, description: str | None) -> bool:
    """Return whether a person is called by an office, which is held as far as the article tells."""
    is_former = "former" in (description or "").lower()
    return bool(distinctive_words(name)) and not is_former and source_type(name) in _OFFICES


def _stays_unnamed(article: ArticleSpans, group: LinkedSpans, words: str | None) -> bool:
    """Return whether a source has no name, or asks in its sentence that none be printed."""
    is_granted = any(is_granted_anonymity(article.text, span.end) for span in group.sources)
    return is_granted or is_anonymous(words)


def _first_name(sources: Iterable[Span], names: dict[Span, SourceName]) -> SourceName:
    """Return the name of the first source that has one."""
    for source in sources:
        name = names[source].name
        if name and _names_somebody(name):
            return names[source]
    return SourceName(None, None)


def _told_alone(name: str | None) -> str | None:
    """Return a name without the word for whose it is: "its chief Ada Quist", "the board's"."""
    if name is None:
        return None
    return _WHOSE_BEFORE.sub("", _POSSESSIVE_AT_END.sub(r"\g<body>", name))


def _names_somebody(name: str) -> bool:
    """Return whether words are more than a number, pronoun or place: "17 had forecast the move"."""
    if _WHERE.match(name) is not None:
        return False
    return name.lower() not in _NOBODY and any(letter.isalpha() for letter in name)


def _carrier(article: ArticleSpans, group: LinkedSpans) -> str | None:
    """Return the outlet that the cue's sentence names outside of source and contents."""
    number = max(article.sentence(_anchor(group).start), 0)
    start, *following = article.sentence_starts[number : number + 2]
    end = following[0] if following else len(article.text)
    spans = (*group.sources, *group.contents)
    taken = [(span.start - start, span.end - start) for span in spans]
    return relaying_outlet(article.text[start:end], taken)


def _span_rows(article_id: str, groups: Sequence[LinkedSpans]) -> list[Row]:
    """Return the rows for the parts of each attribution, in reading order."""
    rows = []
    for number, group in enumerate(groups):
        spans = {*group.contents, *group.sources, *_cues(group)}
        for span in sorted(spans, key=lambda span: (span.start, span.end, span.role)):
            rows.append(_span_row(article_id, _attribution_id(article_id, number), span))
    return rows


def _span_row(article_id: str, attribution_id: str | None, span: Span) -> Row:
    return {
        "article_id": article_id,
        "attribution_id": attribution_id,
        "role": span.role,
        "start": span.start,
        "end": span.end,
    }


def _cues(group: LinkedSpans) -> tuple[Span, ...]:
    """Return the cue of a group, if it has one, as a tuple."""
    return () if group.cue is None else (group.cue,)


def _unattached_rows(
    article_id: str, article: ArticleSpans, groups: Sequence[LinkedSpans]
) -> list[Row]:
    """Return rows for the probable sources and cues that overlap none of an attribution."""
    sources = [span for group in groups for span in group.sources]
    cues = [span for group in groups for span in _cues(group)]
    attached = {"source": _characters_of(sources), "cue": _characters_of(cues)}
    rows = []
    for span in article.spans:
        if span.role not in attached or span.p < MIN_UNATTACHED_P:
            continue
        if attached[span.role].isdisjoint(range(span.start, span.end)):
            rows.append(_span_row(article_id, None, span))
    return rows


def _characters_of(spans: Iterable[Span]) -> set[int]:
    """Return the offsets of all characters of some spans."""
    return {offset for span in spans for offset in range(span.start, span.end)}


def share_quoted(
    articles: pd.DataFrame, sentences: pd.DataFrame, attribution_spans: pd.DataFrame
) -> pd.DataFrame:
    """
    Return ``sentences`` with the share of each sentence that is attributed content.

    Parameters
    ----------
    articles, sentences, attribution_spans : DataFrame
        The tables of those names. Not changed.

    Returns
    -------
    DataFrame
        The ``sentences`` table with ``share_quoted``: words that begin inside a content, divided by
        all words; 0 to 1, higher is more in the voice of others. 0 for articles without
        attributions and for sentences without words.
    """
    contents = attribution_spans.loc[attribution_spans["role"] == "content"]
    inside: dict[str, list[tuple[int, int]]] = {}
    for key, start, end in _columns(contents, "article_id", "start", "end"):
        inside.setdefault(key, []).append((start, end))
    contents_of = {key: _Contents(bounds) for key, bounds in inside.items()}
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    shares = []
    for key, start, end in _columns(sentences, "article_id", "start", "end"):
        shares.append(_share(texts[key], start, end, _touching(contents_of.get(key), start, end)))
    return tables.make(sentences.assign(share_quoted=shares), tables.SENTENCES)


class _Contents:
    """The characters of contents, sorted by their start."""

    def __init__(self, bounds: list[tuple[int, int]]) -> None:
        self.bounds = sorted(bounds)
        # Sorted, so that all contents before a place in it end before a character.
        self.largest_end_so_far = list(accumulate((end for _, end in self.bounds), max))


def _touching(contents: _Contents | None, start: int, end: int) -> list[tuple[int, int]]:
    """Return the contents that share characters with a sentence, or a few more."""
    if contents is None:
        return []
    n_ended = bisect.bisect_right(contents.largest_end_so_far, start)
    n_started = bisect.bisect_left(contents.bounds, (end, 0))
    return contents.bounds[n_ended:n_started]


def _columns(table: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """Iterate over the rows of some columns."""
    return zip(*(table[name] for name in names), strict=True)


def _share(text: str, start: int, end: int, contents: Iterable[tuple[int, int]]) -> float:
    """Return the share of a sentence's words that begin inside a content."""
    words = [start + match.start() for match in re.finditer(r"\w+", text[start:end])]
    if not words:
        return 0.0
    inside: set[int] = set()
    for first, stop in contents:
        if stop <= start or end <= first:
            continue
        inside.update(word for word in words if first <= word < stop)
    return len(inside) / len(words)
