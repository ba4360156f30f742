"""
Krippendorff's alpha for spans that coders mark in a text: alpha_U.

In: the spans of each coder on one continuum of characters. Out: how far coders agree on where
spans begin and end, beyond chance. Nominal and interval alpha are in ``agreement``; they compare
labels of things that are given, and so cannot say whether coders found the same things.

Follows K. Krippendorff (2004), Measuring the reliability of qualitative text analysis data,
Quality and Quantity 38, 787-800, for one category of spans.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

__all__ = ["Span", "merge_spans", "share_alike", "unitised_alpha"]

Span = tuple[int, int]
"""First character, and the one after the last."""


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """
    Return the same characters as spans that neither overlap nor touch, in order.

    Examples
    --------
    >>> merge_spans([(5, 9), (0, 2), (7, 12)])
    [(0, 2), (5, 12)]
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def unitised_alpha(spans: Mapping[str, Sequence[Span]], length: int) -> float | None:
    """
    Compute alpha_U of one category of spans.

    Parameters
    ----------
    spans : mapping of str to sequence of (int, int)
        Coder to spans, which do not overlap each other. A coder who marked nothing has none.
    length : int
        Characters of the continuum; spans are within 0 and ``length``.

    Returns
    -------
    float or None
        At most 1, which is perfect agreement; 0 is chance, below 0 is worse. None if there are
        fewer than two coders, or if nobody marked anything: nothing then shows whether coders can
        tell a span from a gap.

    Examples
    --------
    >>> round(unitised_alpha({"a": [(10, 20)], "b": [(12, 20)]}, 100), 2)
    0.97
    """
    if len(spans) < 2:
        return None
    sections = [_sections(of_coder, length) for of_coder in spans.values()]
    expected = _expected(sections, length)
    if not expected:
        return None
    return 1 - _observed(sections, length) / expected


class _Sections:
    """The spans and gaps of one coder: starts, lengths, and which of them are spans."""

    def __init__(self, starts: np.ndarray, lengths: np.ndarray, is_span: np.ndarray) -> None:
        self.starts = starts
        self.lengths = lengths
        self.is_span = is_span


def _sections(spans: Sequence[Span], length: int) -> _Sections:
    rows: list[tuple[int, int, bool]] = []
    position = 0
    for start, end in sorted(spans):
        if start > position:
            rows.append((position, start - position, False))
        rows.append((start, end - start, True))
        position = end
    if position < length:
        rows.append((position, length - position, False))
    columns = np.array(rows, dtype=float).reshape(-1, 3)
    return _Sections(columns[:, 0], columns[:, 1], columns[:, 2].astype(bool))


def _observed(sections: Sequence[_Sections], length: int) -> float:
    """Return the mean squared difference of coders, in units of the squared length."""
    total = 0.0
    for first, second in combinations(sections, 2):
        total += 2 * _difference(first, second)  # each pair counts in both directions
    n_coders = len(sections)
    return total / (n_coders * (n_coders - 1) * length**2)


def _difference(first: _Sections, second: _Sections) -> float:
    starts = first.starts[:, None] - second.starts[None, :]
    ends = starts + first.lengths[:, None] - second.lengths[None, :]
    begins_before_end = starts < second.lengths[None, :]
    ends_after_start = -starts < first.lengths[:, None]
    overlaps = begins_before_end & ends_after_start
    both = first.is_span[:, None] & second.is_span[None, :]
    overlapping = np.where(both & overlaps, starts**2 + ends**2, 0.0).sum()
    first_in_gap = first.is_span[:, None] & ~second.is_span[None, :] & (starts >= 0) & (ends <= 0)
    second_in_gap = ~first.is_span[:, None] & second.is_span[None, :] & (starts <= 0) & (ends >= 0)
    missed_by_second = np.where(first_in_gap, first.lengths[:, None] ** 2, 0.0).sum()
    missed_by_first = np.where(second_in_gap, second.lengths[None, :] ** 2, 0.0).sum()
    return float(overlapping + missed_by_second + missed_by_first)


def _expected(sections: Sequence[_Sections], length: int) -> float:
    """Return the difference of spans and gaps of these lengths if they lay anywhere."""
    spans = np.concatenate([each.lengths[each.is_span] for each in sections])
    if not len(spans):
        return 0.0
    gaps = np.concatenate([each.lengths[~each.is_span] for each in sections])
    overlaps = (len(spans) - 1) / 3 * (2 * spans**3 - 3 * spans**2 + spans)
    places = np.clip(gaps[None, :] - spans[:, None] + 1, 0, None).sum(axis=1)
    differences = (overlaps + spans**2 * places).sum()
    n_characters = len(sections) * length
    pairs = n_characters * (n_characters - 1) - (spans * (spans - 1)).sum()
    return float(2 / length * differences / pairs)


def share_alike(spans: Mapping[str, Sequence[Span]], length: int) -> float | None:
    """
    Return the share of characters that pairs of coders treat alike: both in a span, or neither.

    Parameters
    ----------
    spans, length
        See ``unitised_alpha``.

    Returns
    -------
    float or None
        0 to 1; None with fewer than two coders or no character.

    Examples
    --------
    >>> share_alike({"a": [(10, 20)], "b": [(12, 20)]}, 100)
    0.98
    """
    if len(spans) < 2 or not length:
        return None
    marked = np.zeros((len(spans), length), dtype=bool)
    for row, of_coder in enumerate(spans.values()):
        for start, end in of_coder:
            marked[row, start:end] = True
    shares = [float((one == other).mean()) for one, other in combinations(marked, 2)]
    return float(np.mean(shares))
