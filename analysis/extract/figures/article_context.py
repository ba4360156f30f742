"""
What is known of one article before its figures are put together.

In: its text and sentences, the tagger's spans, links and numbers, and the contents of its
attributions. The numbers that the grammar states, and those whose noun stands elsewhere, are found
once and read by every rule.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from analysis.core.furniture import without_furniture
from analysis.extract.figures import attributed
from analysis.extract.figures.bare_sums import with_currency_of_article
from analysis.extract.figures.candidates import Prediction
from analysis.extract.figures.elided import elided_numbers
from analysis.extract.figures.listed_shares import with_listed_shares
from analysis.extract.figures.measured_candidates import SentenceTokens, Token, tokens_near
from analysis.extract.figures.model_quantities import ModelQuantity
from analysis.extract.figures.record import Span, start_of
from analysis.extract.numbers.parse import parse_numbers
from analysis.extract.numbers.units import dollar_of

__all__ = ["LABELS", "Article"]

LABELS = {"casualty": "number", "named": "named", "quantity": "quantity"}
"""The tagger's label of each kind of figure."""


class Article:
    """
    One article: its text, and what was found in it.

    Parameters
    ----------
    article_id, text : str
        In ``text`` of the article, blanks stand where the page's furniture was; ``printed`` is the
        text as it was given.
    sentences : mapping of int to (int, int)
        Characters of each sentence, by its number.
    spans, quantity_spans : sequence of Span
        The tagger's spans of the layers "figure" and "quantity".
    predictions : mapping of str to Prediction
        What the tagger says of each number, by span id.
    links : mapping of str to sequence of (str, float)
        Linked spans of each number and their probability, by span id.
    contents : sequence of Content
        Of the attributions.
    quantities : sequence of ModelQuantity
        In reading order.
    published : date or None
    sentence_tokens : SentenceTokens
        Of this article and maybe others.
    """

    def __init__(
        self,
        article_id: str,
        text: str,
        sentences: Mapping[int, tuple[int, int]],
        spans: Sequence[Span],
        quantity_spans: Sequence[Span],
        predictions: Mapping[str, Prediction],
        links: Mapping[str, Sequence[tuple[str, float]]],
        contents: Sequence[attributed.Content],
        quantities: Sequence[ModelQuantity],
        published: date | None,
        sentence_tokens: SentenceTokens,
    ) -> None:
        self.published = published
        self._sentence_tokens = sentence_tokens
        self._last_tokens: tuple[int | None, list[Token]] = (None, [])
        self.id = article_id
        self.printed = text
        text = without_furniture(text)
        self.text = text
        if text != self.printed:
            sentences = {number: _words_of(text, *span) for number, span in sentences.items()}
        self.sentences = sentences
        self.sentence_numbers = sorted(sentences)
        self.sentence_starts = [sentences[number][0] for number in self.sentence_numbers]
        self.predictions = predictions
        self.links = links
        self.quantities = quantities
        self.contents = attributed.ContentIndex(contents)
        self.has_contents = bool(contents)
        self.spans = {span.id: span for span in spans}
        self.in_order = sorted(self.spans.values(), key=start_of)
        self.labelled: dict[str, list[Span]] = {label: [] for label in LABELS.values()}
        for span in sorted([*spans, *quantity_spans], key=start_of):
            if span.label in self.labelled:
                self.labelled[span.label].append(span)
        self.numbers = list(self.labelled["number"])
        self.numbers.sort(key=start_of)
        stated = with_listed_shares(text, parse_numbers(text))
        self.stated = with_currency_of_article(text, stated)
        self._units = [
            (number.unit.start, number.unit.end)
            for number in self.stated
            if number.unit is not None and number.kind != "count"
        ]
        self.elided = {
            self.stated[found.place].start: found for found in elided_numbers(text, self.stated)
        }
        self.dollar = dollar_of(text)
        self.has_links = any(span.id in links for span in self.numbers)

    def content_at(self, position: int) -> attributed.Content:
        """Return the narrowest content that holds a character."""
        return attributed.content_at(self.contents.holding(position, position), position)

    def sentence_at(self, position: int) -> int:
        """Return the sentence of a character; between two sentences, the one before."""
        n_before = bisect_right(self.sentence_starts, position)
        return self.sentence_numbers[max(n_before - 1, 0)]

    def units_within(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return the characters of the numbers with a unit that begin in a part of the text."""
        first = bisect_left(self._units, (start, 0))
        return self._units[first : bisect_left(self._units, (stop, 0))]

    def tokens_near(self, sentence_id: int, start: int, end: int) -> list[Token]:
        """Return the tokens of a sentence around some characters; see ``tokens_near``."""
        if self._last_tokens[0] != sentence_id:  # the numbers of a sentence come together
            self._last_tokens = sentence_id, self._sentence_tokens.of(self.id, sentence_id)
        return tokens_near(self._last_tokens[1], start, end)

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]


def _words_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the characters of a sentence without the blanks that furniture left before it."""
    words = text[start:end].lstrip()
    return (end - len(words), end) if words else (start, end)
