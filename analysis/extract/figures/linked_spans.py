"""
Choose the words for a role among the spans that the tagger links and those of the grammar.

In: an article, and one number or a chain of numbers that share their agent or source. Out: the
span of that role, whole words of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.extract.figures import agents, roles, sources
from analysis.extract.figures.agent_words import NO_AGENT, is_record, is_setting
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.record import Figure, Span, start_of

__all__ = ["linked_spans", "shared_span", "span_by_rule"]


def shared_span(article: Article, chain: Sequence[Figure], role: str) -> Span | None:
    """
    Choose the agent or source of a chain from the spans of the tagger and the grammar.

    Parameters
    ----------
    article : Article
    chain : sequence of Figure
        Figures of one sentence that are close together.
    role : {"agent", "source"}

    Returns
    -------
    Span or None
    """
    by_rule = _spans_by_rule(article, chain, role)
    candidates = []
    for figure in chain:
        if figure.span is not None:
            candidates.append(linked_spans(article, figure, figure.span, role) + by_rule)
    if not candidates:
        candidates = [by_rule]
    chosen = roles.choose(candidates, roles.LEAST_PROBABILITY[role], article.text)
    if chosen is None:
        return None
    span = roles.in_whole_words(chosen, article.text)
    return span if span.start < span.end else None


def _spans_by_rule(
    article: Article, chain: Sequence[Figure], role: str
) -> list[tuple[Span, float]]:
    """Return the agent or source that the grammar of the sentence names, if any."""
    sentence_id = chain[0].sentence_id
    if role == "agent":
        found = agents.agent_in_clause(article.text, article.sentences[sentence_id], chain)
    else:
        found = sources.source_in_sentence(article.text, article.sentences, sentence_id, chain)
    span = span_by_rule(role, found)
    return [] if span is None else [(span, roles.RULE_PROBABILITY)]


def span_by_rule(role: str, characters: tuple[int, int] | None) -> Span | None:
    """
    Return a span that a rule found.

    Parameters
    ----------
    role : str
    characters : (int, int) or None

    Returns
    -------
    Span or None
        None if the rule found nothing.
    """
    return None if characters is None else Span("", role, *characters, 1.0)


def linked_spans(
    article: Article, figure: Figure, number: Span, role: str
) -> list[tuple[Span, float]]:
    """
    Return the spans that the tagger links to a number, or the nearest without links.

    Parameters
    ----------
    article : Article
    figure : Figure
    number : Span
        The tagger's span of the figure.
    role : {"counted", "agent", "source"}

    Returns
    -------
    list of (Span, float)
        With the probability of each link.
    """
    if not article.has_links:
        sentence = article.sentences[figure.sentence_id]
        spans = _spans_of_sentence(article, sentence)
        return roles.nearest(number, role, spans, sentence, _next_number(article, number))
    found = roles.linked(number.id, role, article.links, article.spans)
    if role != "agent":
        return found
    return [(span, p) for span, p in found if _can_be_agent(article, span, figure)]


def _spans_of_sentence(article: Article, sentence: tuple[int, int]) -> list[Span]:
    """Return the tagger's spans that start in a sentence."""
    first, stop = (bisect_left(article.in_order, edge, key=start_of) for edge in sentence)
    return article.in_order[first:stop]


def _next_number(article: Article, number: Span) -> list[Span]:
    """Return the labelled number after another, in a list; an empty list if none follows."""
    following = bisect_right(article.numbers, number.start, key=start_of)
    return article.numbers[following : following + 1]


def _can_be_agent(article: Article, span: Span, figure: Figure) -> bool:
    """Return whether a span is in the sentence and line of a figure, and no mere setting."""
    start, end = article.sentences[figure.sentence_id]
    if not start <= span.start < end:
        return False
    between = article.text[min(span.end, figure.end) : max(span.start, figure.start)]
    words = article.words(span)
    if words.lower() in NO_AGENT:
        return False  # the label has lost the noun of "our drones"
    return "\n" not in between and not (is_setting(words) or is_record(words))
