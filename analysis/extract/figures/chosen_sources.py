"""
Choose who reports a figure.

In: an article, a figure, and the source that it shares with others or that its attribution names.
Out: the source of the figure. Words beside the number come first, then a headline's source, then
the shared one or that of the attribution (``attributed.choose_source``). What only looks like a
source, or speaks of another number, is none.
"""

import re
from dataclasses import replace

from analysis.core.contrasts import is_set_against
from analysis.extract.figures import attributed, headline_sources, non_sources, number_sources
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.linked_spans import span_by_rule
from analysis.extract.figures.record import Figure, Span

__all__ = ["choose_source", "set_source"]

_REST_OF_NAME = re.compile(r"(?:\s(?:(?:of|for|and|the)\s)*[A-Z][\w’'-]*)+")
# "The fire, in which [nine] people died, will cost 45 million, brokers said"; not "a fire in Velm,
# where [nine] people died, brokers said"
_ASIDE_BEFORE = re.compile(r",\s+(?:in\s+which|which|where)\s+(?!said|says)[^,;:.”\"]*$")
_ASIDE_ENDS = re.compile(r"[^,;:.”\"]*,\s+(?!(?:and|according|said|says)\b)")
# "of Brandt Commodities. The interior minister": one speaker in each sentence
_SENTENCE_BETWEEN = re.compile(r"[a-z][.!?][”\"]?\s+(?=(?:The|An?|Its?|His|Her)\s)")
# "The interior ministry in the capital, [Sorvat]": the ministry is the source
_IN_THE_TOWN = re.compile(
    r"\b(?:in|of)\s+(?:the|its)\s+(?:[\w-]+\s+)?"
    r"(?:capital|city|town|village|port|suburb|district|province|region|state),\s+$"
)


def choose_source(
    article: Article, figure: Figure, shared: Span | None, content: attributed.Content
) -> Span | None:
    """
    Return the source right after the number, or the shared one, or the attribution's.

    Parameters
    ----------
    article : Article
    figure : Figure
    shared : Span or None
        The source of its chain.
    content : Content
        Of the attribution that holds it.

    Returns
    -------
    Span or None
    """
    sentence = article.sentences[figure.sentence_id]
    after_number = number_sources.source_after_number(article.text, figure.end, sentence[1])
    if after_number is not None or is_set_against(article.text, figure.start):
        return span_by_rule("source", after_number)  # who speaks sets another number against it
    chosen = None if shared is None else (shared.start, shared.end)
    of_headline = (
        headline_sources.headline_label(article.text, sentence),
        headline_sources.headline_source(article.text, figure.end, sentence[1]),
    )
    if chosen is not None and chosen in of_headline:
        return shared
    if shared is not None and not shared.id and not _may_be_attributed(article, content):
        chosen = None
    if attributed.is_presupposed(article.text, content, figure.start):
        return None
    return span_by_rule("source", attributed.choose_source(article.text, sentence, chosen, content))


def set_source(article: Article, figure: Figure, span: Span | None) -> None:
    """
    Set the source of a figure: the one chosen, unless another is told or it is none.

    Parameters
    ----------
    article : Article
    figure : Figure
        Changed in place.
    span : Span or None
        The one chosen.
    """
    speaker = _speaker_of_elided(article, figure)
    if speaker is None:
        speaker = number_sources.owner_of_denied_claim(article.text, figure.start)
    if speaker is None:
        sentence = article.sentences[figure.sentence_id][0]
        speaker = number_sources.gapped_speaker(article.text, sentence, figure.start)
    if span is not None and _is_of_another(article, figure, (span.start, span.end)):
        span = None
    if speaker is not None:
        span = span_by_rule("source", speaker)
    elif span is not None and _speaks_of_another(article, figure, span):
        content = article.content_at(figure.start)
        span = span_by_rule("source", attributed.named_source(article.text, content))
        if span is not None and _speaks_of_another(article, figure, span):
            span = None
    if span is None:
        span = span_by_rule("source", _first_speaker(article, figure))
    if span is not None and (
        non_sources.names_nobody(article.words(span))
        or non_sources.only_rejects(article.text, span.end, figure.start)
        or non_sources.is_in_other_clause(article.text, figure.end, span.start)
        or non_sources.only_acts(article.text, figure.end, span.start, span.end)
        or _is_in_an_aside(article, figure, span)
    ):
        span = None
    if span is not None:
        span = _whole_name(article, figure, _after_full_stop(article, span))
        figure.source = article.words(span)
        figure.source_start, figure.source_end = span.start, span.end


def _is_in_an_aside(article: Article, figure: Figure, source: Span) -> bool:
    """Return whether a number is in a clause of the outlet's own: "the fire, which killed 3,"."""
    start, end = article.sentences[figure.sentence_id]
    opening = _ASIDE_BEFORE.search(article.text[start : figure.start])
    closing = _ASIDE_ENDS.match(article.text, figure.end, end)
    if opening is None or closing is None:
        return False
    return source.start > closing.end() or source.end <= start + opening.start()


def _after_full_stop(article: Article, span: Span) -> Span:
    """Return a source without the end of the sentence before: "of Alba. [The minister]"."""
    ends = list(_SENTENCE_BETWEEN.finditer(article.text, span.start, span.end))
    return replace(span, start=ends[-1].end()) if ends else span


def _is_of_another(article: Article, figure: Figure, source: tuple[int, int]) -> bool:
    """Return whether a source is the outlet's presenter, or gives a number to compare with."""
    if non_sources.follows_than(article.text, source[0]):
        return True
    if non_sources.is_no_source(article.text[slice(*source)]):
        return True
    return attributed.gives_other_number(article.text, figure.end, source[0])


def _may_be_attributed(article: Article, content: attributed.Content) -> bool:
    """
    Return whether the grammar alone may name a source for what a content holds.

    A source that neither the tagger links nor an attribution gives said something else in 29 of
    30 cases of the training articles. Articles without any attribution are left to the grammar.
    """
    return content.attribution_id is not None or not article.has_contents


def _whole_name(article: Article, figure: Figure, span: Span) -> Span:
    """
    Return a source with the rest of it, if the attribution has it.

    The rest of a name ("of Public"), or the body whose place alone was found.
    """
    whole = article.content_at(figure.start).source
    if whole is not None and whole[0] < span.start and span.end <= whole[1]:
        before = article.text[whole[0] : span.start]
        is_place = _IN_THE_TOWN.search(before) is not None
        return replace(span, start=whole[0]) if is_place else span
    if whole is None or whole[0] != span.start or whole[1] <= span.end:
        return span
    rest = article.text[span.end : whole[1]]
    is_name = _REST_OF_NAME.fullmatch(rest) is not None
    return replace(span, end=whole[1]) if is_name else span


def _speaker_of_elided(article: Article, figure: Figure) -> tuple[int, int] | None:
    """Return who gives a bare number of what another counts, if a noun says it."""
    elided = article.elided.get(figure.start)
    return None if elided is None else elided.speaker


def _first_speaker(article: Article, figure: Figure) -> tuple[int, int] | None:
    """Return who gives the first of two numbers that one verb serves: "A says 30, B 8"."""
    for elided in article.elided.values():
        if article.stated[elided.other].start == figure.start:
            return elided.first_speaker
    return None


def _speaks_of_another(article: Article, figure: Figure, source: Span) -> bool:
    """Return whether a source after a figure gives the next bare number: "30, the rebels 8"."""
    for start, elided in article.elided.items():
        if elided.speaker is None or start <= figure.start:
            continue
        if elided.speaker[0] < source.end and source.start < elided.speaker[1]:
            return True
    return False
