"""
Score pairs of statements of two articles: are those of one quantity found to be so?

In: tables of a run, and its articles with every statement that a person marked and the quantity
that each states. Out: counts of pairs. A statement that was not read is in no pair that is found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from analysis.core.records import records_of
from analysis.core.run_tables import RunTables

__all__ = ["count_pairs", "pairs_in_words"]


class _Stated(NamedTuple):
    """A statement as a person marked it, with the quantity that was found for its figure."""

    article_id: str
    told: str
    found: str | None
    ends: tuple[float | None, float | None]


def count_pairs(run: RunTables, labels: Sequence[Mapping]) -> Counter[str]:
    """
    Count the pairs of statements of two articles of an event.

    Parameters
    ----------
    run : RunTables
        Tables of the labelled articles, read with their texts unchanged (``--as-is``).
    labels : sequence of mapping
        As for ``shared_rows``. Named persons are left out.

    Returns
    -------
    Counter
        ``told`` (a person told one quantity), ``found`` (the project did), ``right`` (both);
        ``differing_told`` and ``differing_right``: those of two values.
    """
    figures: dict[str, list[Mapping]] = defaultdict(list)
    for figure in records_of(run.figures.loc[run.figures["mention"].ne("named")]):
        figures[figure["article_id"]].append(figure)
    events: dict[str, list[_Stated]] = defaultdict(list)
    for article in labels:
        own = figures.get(article["article_id"], [])
        events[article["event"]].extend(_statements(article, own))
    counts: Counter[str] = Counter()
    for statements in events.values():
        for one, other in combinations(statements, 2):
            if one.article_id != other.article_id:
                counts.update(_kinds(one, other))
    return counts


def _statements(article: Mapping, figures: Sequence[Mapping]) -> Iterator[_Stated]:
    """Yield the statements of an article, each with the figure that has its place and value."""
    used: set[str] = set()
    for label in article["statements"]:
        if label["mention"] == "named":
            continue
        ends = label["low"], label["high"]
        found = None
        for figure in figures:
            overlaps = figure["start"] < label["end"] and label["start"] < figure["end"]
            is_value = (figure["low"], figure["high"]) == ends
            if overlaps and is_value and figure["figure_id"] not in used:
                used.add(figure["figure_id"])
                found = figure["quantity_id"]
                break
        yield _Stated(article["article_id"], label["quantity"], found, ends)


def _kinds(one: _Stated, other: _Stated) -> Iterator[str]:
    """Yield what a pair counts as."""
    is_told = one.told == other.told
    is_found = one.found is not None and one.found == other.found
    if is_told:
        yield "told"
    if is_found:
        yield "found"
    if is_told and is_found:
        yield "right"
    if is_told and one.ends != other.ends:
        yield "differing_told"
        if is_found:
            yield "differing_right"


def pairs_in_words(counts: Mapping[str, int]) -> str:
    """
    Return precision and recall of pairs, and the recall of those of two values, in words.

    Examples
    --------
    >>> told = {"told": 4, "found": 2, "right": 1, "differing_told": 2, "differing_right": 1}
    >>> pairs_in_words(told)
    'pairs of one quantity: precision 0.500, recall 0.250; of two values: 1 of 2 found (0.500)'
    """
    right, found, told = counts["right"], counts["found"], counts["told"]
    of_two, all_of_two = counts["differing_right"], counts["differing_told"]
    return (
        f"pairs of one quantity: precision {_share(right, found)}, recall {_share(right, told)}; "
        f"of two values: {of_two:,} of {all_of_two:,} found ({_share(of_two, all_of_two)})"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "not measured"
