"""
Choose for each casualty figure the words for who caused it, who reports it and who is counted.

In: the figures of one article in reading order, the tagger's spans and links, and the spans that
rules find. Out: for each figure one span, or none, of each role. Figures that are close together in
a sentence ("killed 3 and wounded 5") share source and agent (98 and 96 in 100 neighbours of the
training articles do), so they choose together: the span with the largest mean probability over
them. Without any link, the nearest span of the sentence is used. Attributions are joined in
``analysis.extract.figures.extract``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.extract.figures.record import Figure, Span
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "LEAST_PROBABILITY",
    "NEAREST_PROBABILITY",
    "RULE_PROBABILITY",
    "chains",
    "choose",
    "in_whole_words",
    "linked",
    "nearest",
]

# Least mean probability of a span that is chosen.
LEAST_PROBABILITY = {"counted": 0.5, "agent": 0.35, "source": 0.35}
# Probability given to a span that the grammar of the clause names.
RULE_PROBABILITY = 0.4
# Probability given to the nearest span if the tagger made no links.
NEAREST_PROBABILITY = 0.6
# Most characters between two figures of a sentence that choose together.
LONGEST_GAP = 60

_CUT_AT_AND = re.compile(r"\s+and$", re.IGNORECASE)
_SECOND_NAME = re.compile(r"(?:\s+[A-Z][\w’'-]+){1,3}")
# Words at which no name ends: "An attack blamed", "the army carried out".
_LOOSE_END = re.compile(
    r"(?:\s+(?:in|of|at|on|by|from|the|an?|that|who|which))+\s*$", re.IGNORECASE
)
_ARTICLES = ("the", "a", "an")
_INCOMPLETE = re.compile(
    r"(?:^|\s)(?:the|an?|blamed|claimed|carried|out|on|by|of|from|with|in|at|to)$", ANY_CASE
)


@dataclass
class _Share:
    """Spans that overlap: the one used for all of them, and their summed probability."""

    span: Span
    probability: float

    def overlaps(self, span: Span) -> bool:
        return self.span.start < span.end and span.start < self.span.end


def chains(figures: Iterable[Figure]) -> list[list[Figure]]:
    """
    Group figures that are close together in a sentence.

    Parameters
    ----------
    figures : iterable of Figure
        In reading order.

    Returns
    -------
    list of list of Figure
        Each figure in one chain, order kept.
    """
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and _are_close(groups[-1][-1], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _are_close(previous: Figure, figure: Figure) -> bool:
    """Return whether two figures are in one sentence and near each other."""
    if previous.sentence_id != figure.sentence_id:
        return False
    return figure.start - previous.end <= LONGEST_GAP


def choose(
    candidates: Sequence[Sequence[tuple[Span, float]]], least: float, text: str
) -> Span | None:
    """
    Choose one span for figures that share a role.

    Spans that overlap count as one; the most probable of them is returned, unless it stops short of
    a longer one.

    Parameters
    ----------
    candidates : sequence of sequence of (Span, float)
        For each figure, spans with their probability; what is missing from 1 is the probability of
        no span.
    least : float
        Least mean probability over the figures.
    text : str
        The article.

    Returns
    -------
    Span or None
        None if no span reaches ``least``.
    """
    if not candidates:
        return None
    pairs = [pair for figure_pairs in candidates for pair in figure_pairs]
    shares: list[_Share] = []
    for span, probability in sorted(pairs, key=lambda pair: -pair[1]):
        same = next((share for share in shares if share.overlaps(span)), None)
        if same is None:
            shares.append(_Share(span, probability))
        else:
            same.span = _fuller(same.span, span, text)
            same.probability += probability
    best = max(shares, key=lambda share: share.probability, default=None)
    if best is None or best.probability / len(candidates) < least:
        return None
    return best.span


def _is_inside_word(text: str, place: int) -> bool:
    """Return whether a character is a letter, a digit, or a hyphen between two of them."""
    if text[place] == "-":
        return text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
    return text[place].isalnum()


def in_whole_words(span: Span, text: str) -> Span:
    """
    Return a span that cuts no word, and ends with no preposition, conjunction or article.

    The tagger labels "CD" of "CDC", "a fire in" of "a fire in the port", and "Chad and" of "Chad
    and Niger".

    Parameters
    ----------
    span : Span
    text : str
        The article.

    Returns
    -------
    Span
        Empty if it holds an article alone.
    """
    start, end = span.start, span.end
    if text[start : start + 1].isalnum():
        while start > 0 and _is_inside_word(text, start - 1):
            start -= 1
    if text[end - 1 : end].isalnum():
        while end < len(text) and _is_inside_word(text, end):
            end += 1
    cut = _CUT_AT_AND.search(text, start, end)
    if cut is not None:
        second = _SECOND_NAME.match(text, end)
        end = cut.start() if second is None else second.end()
    loose = _LOOSE_END.search(text, start, end)
    if loose is not None:
        end = loose.start()
    if text[start:end].lower() in _ARTICLES:
        end = start
    return replace(span, start=start, end=end)


def _fuller(first: Span, second: Span, text: str) -> Span:
    """Return the tagger's span of two, unless it stops short of the rule's: "A raid blamed"."""
    by_tagger, other = (first, second) if first.id else (second, first)
    goes_on = other.start <= by_tagger.start and other.end > by_tagger.end
    if other.id or not goes_on:
        return by_tagger
    is_incomplete = _INCOMPLETE.search(text[by_tagger.start : by_tagger.end]) is not None
    return other if is_incomplete else by_tagger


def linked(
    number_id: str,
    role: str,
    links: Mapping[str, Sequence[tuple[str, float]]],
    spans: Mapping[str, Span],
) -> list[tuple[Span, float]]:
    """
    Return the spans that the tagger links to a number in a role.

    Parameters
    ----------
    number_id : str
    role : {"counted", "agent", "source"}
    links : mapping of str to sequence of (str, float)
        From a number's id to (span id, probability).
    spans : mapping of str to Span

    Returns
    -------
    list of (Span, float)
        Links to unknown spans are left out.
    """
    found = []
    for span_id, probability in links.get(number_id, ()):
        if span_id in spans and spans[span_id].label == role:
            found.append((spans[span_id], probability))
    return found


def nearest(
    number: Span,
    role: str,
    spans: Iterable[Span],
    sentence: tuple[int, int],
    numbers: Iterable[Span],
) -> list[tuple[Span, float]]:
    """
    Return the nearest span of a role in the number's sentence.

    Parameters
    ----------
    number : Span
    role : {"counted", "agent", "source"}
    spans : iterable of Span
        Those of the sentence, or more.
    sentence : (int, int)
        Characters of the sentence.
    numbers : iterable of Span
        The next number of the article, or more of them; counted words belong to the number before
        them.

    Returns
    -------
    list of (Span, float)
        One pair or none.
    """
    start, end = sentence
    found = [span for span in spans if span.label == role and start <= span.start < end]
    if role == "counted":
        later = [other.start for other in numbers if other.start > number.start]
        next_number = min(later, default=end)
        found = [span for span in found if _can_be_counted(span, number, next_number)]
    if not found:
        return []
    return [(min(found, key=lambda span: _distance(span, number)), NEAREST_PROBABILITY)]


def _can_be_counted(span: Span, number: Span, next_number: int) -> bool:
    """Return whether counted words hold their number or come between it and the next one."""
    if span.start <= number.start < span.end:
        return True
    return number.end <= span.start < next_number


def _distance(span: Span, number: Span) -> int:
    """Return the characters between two spans; negative if they overlap."""
    return max(span.start - number.end, number.start - span.end)
