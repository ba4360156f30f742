"""
Take page furniture out of the tagger's spans: nobody says "Flipboard Email April".

In: a text and the spans of an article. Out: the spans without credits, bylines, links and appeals
at their ends, and without those that hold nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.core.furniture import outside_furniture
from analysis.extract.attributions.article_spans import LinkedSpans, Span

__all__ = ["said_by_the_page", "without_page_words"]


def without_page_words(text: str, spans: Sequence[Span]) -> list[Span]:
    """
    Return spans without the words of the page.

    Parameters
    ----------
    text : str
        The article.
    spans : sequence of Span

    Returns
    -------
    list of Span
        In the same order. What is left of a source over the end of a line is its last line: the
        line before, which began with a byline, is a caption.

    Examples
    --------
    >>> text = "Facebook Twitter Flipboard Email He told reporters that the dam broke."
    >>> kept = without_page_words(text, [Span("source", 9, 32), Span("cue", 36, 50)])
    >>> [(span.role, span.start, span.end) for span in kept]
    [('cue', 36, 50)]
    """
    return list(_cut(text, spans))


def said_by_the_page(text: str, group: LinkedSpans) -> bool:
    """
    Whether the source of linked spans is nothing but words of the page: "RELATED: ...".

    Parameters
    ----------
    text : str
        The article.
    group : LinkedSpans

    Returns
    -------
    bool
        False for an attribution without a source.
    """
    sources = group.sources
    return bool(sources) and all(
        outside_furniture(text, source.start, source.end) is None for source in sources
    )


def _cut(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        left = outside_furniture(text, span.start, span.end)
        if left is None:
            continue
        start, end = left
        is_cut = left != (span.start, span.end)
        if is_cut and span.role == "source":
            start = max(start, text.rfind("\n", start, end) + 1)
        yield replace(span, start=start, end=end) if is_cut else span
