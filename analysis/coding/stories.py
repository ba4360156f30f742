"""
The layer of stories: whether two articles are of one story, and report one event.

Half of the pairs are those that the extraction joins or nearly joins, half are drawn at random from
all pairs. What is decided of pairs becomes merges and parts of groups: of articles that are to be
told apart, the one that is apart from most others leaves, with those that are merged with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import isqrt

import numpy as np
import pandas as pd

from analysis.coding.cells import read_unit
from analysis.coding.corpus import CONTEXT, Corpus, cell_text
from analysis.coding.decided import Corrected, Decided
from analysis.coding.drawing import draw_evenly, validate_pool
from analysis.coding.layer import NO, NOT_SURE, YES, Label, Layer, Passage, Unit
from analysis.coding.span_corrections import row_of
from analysis.compare.events.link_model import THRESHOLD
from analysis.compare.events.link_probabilities import link_probabilities
from analysis.core.errors import InputError

__all__ = ["STORIES", "parts_of"]

Pair = tuple[str, str]

_ANSWERS = (YES, NO, NOT_SURE)
_NEAR = 0.25  # of the threshold
_LEAD = 2 * CONTEXT
_SIDES = ("first", "second")
_LEVELS = {"same_story": ("stories", "story_id"), "same_event": ("events", "event_id")}

LABELS = (
    Label(
        "same_story",
        "whether both are of one story: an event and its next steps, such as the toll, the "
        "arrests and the dispute about it",
        _ANSWERS,
    ),
    Label(
        "same_event",
        "whether both report what happened at one time and place; two raids on one town on two "
        "days are two events",
        _ANSWERS,
    ),
)

SHOWN = {
    f"{side}_{name}": f"{held} of the {side} article"
    for side in _SIDES
    for name, held in {
        "id": "id",
        "outlet": "outlet",
        "day": "day of publication",
        "title": "title",
        "lead": f"first {_LEAD} characters",
    }.items()
}


def _passage(corpus: Corpus, first: str, second: str) -> Passage:
    order = {article_id: number for number, article_id in enumerate(corpus.texts)}
    ids = sorted((first, second), key=order.__getitem__)
    cells = {}
    for side, article_id in zip(_SIDES, ids, strict=True):
        row = corpus.articles[article_id]
        cells[f"{side}_id"] = article_id
        cells[f"{side}_outlet"] = cell_text(row["outlet"])
        cells[f"{side}_day"] = cell_text(row["published"])
        cells[f"{side}_title"] = cell_text(row["title"])
        cells[f"{side}_lead"] = corpus.texts[article_id][:_LEAD]
    return Passage(" | ".join(ids), ids[0], 0, 0, cells)


def _passage_of(cells: Mapping[str, str], corpus: Corpus) -> Passage:
    first, second = (corpus.known_article(cells[f"{side}_id"]) for side in _SIDES)
    if first == second:
        raise InputError(f"first_id and second_id are both {first}")
    return _passage(corpus, first, second)


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    articles = corpus.run.articles
    originals = articles.loc[articles["duplicate_of"].isna()].reset_index(drop=True)
    validate_pool(originals.iloc[1:], "pair of articles")
    likely = _likely(originals, (n_rows + 1) // 2, random)
    pairs = [*likely]
    for pair in _at_random(len(originals), 2 * n_rows, random):
        if len(pairs) < n_rows and pair not in likely:
            pairs.append(pair)
    ids = originals["article_id"].tolist()
    order = random.permutation(len(pairs))
    return [_passage(corpus, ids[pairs[at][0]], ids[pairs[at][1]]) for at in order]


def _likely(
    articles: pd.DataFrame, n_rows: int, random: np.random.Generator
) -> list[tuple[int, int]]:
    """Return pairs of rows that the extraction joins or nearly joins, in doubt or not."""
    links = link_probabilities(articles)
    pool = links.loc[links["story"].gt(THRESHOLD - _NEAR)]
    strata = pd.Series(np.where(pool["story"].gt(THRESHOLD + _NEAR), "likely", "in doubt"))
    drawn = draw_evenly(pool, strata.set_axis(pool.index), n_rows, random)
    return [(int(a), int(b)) for a, b in zip(drawn["first"], drawn["second"], strict=True)]


def _at_random(n_articles: int, n_pairs: int, random: np.random.Generator) -> list[tuple[int, int]]:
    """Return different pairs of rows, each pair of all with the same probability."""
    total = n_articles * (n_articles - 1) // 2
    drawn = random.choice(total, size=min(n_pairs, total), replace=False)
    pairs = []
    for number in drawn:
        # pair number k counts (0, 1), (0, 2), (1, 2), (0, 3) and so on
        second = (1 + isqrt(1 + 8 * int(number))) // 2
        pairs.append((int(number) - second * (second - 1) // 2, second))
    return pairs


def _unit_of(cells: Mapping[str, str], passage: Passage, corpus: Corpus, _: int) -> Unit | None:
    unit = read_unit(cells, passage, corpus, LABELS, "stories")
    if unit is None:
        return None
    story, event = (unit.values.get(label.name) for label in LABELS)
    if story == NO and event == YES:
        raise InputError("same_event is yes but same_story is no; an event is within one story")
    values = dict(unit.values)
    if story == NO:
        values["same_event"] = NO
    if event == YES:
        values["same_story"] = YES
    return Unit(passage, values)


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    units = []
    for passage in passages:
        first, second = _pair(passage)
        values = {}
        for name, (_, column) in _LEVELS.items():
            group = corpus.articles[first][column]
            is_same = isinstance(group, str) and group == corpus.articles[second][column]
            values[name] = YES if is_same else NO
        units.append(Unit(passage, values))
    return units


def _pair(passage: Passage) -> Pair:
    return passage.cells["first_id"], passage.cells["second_id"]


def _correct(decided: Sequence[Decided], corpus: Corpus) -> Corrected:
    found = Corrected()
    left: set[str] = set()
    for name in reversed(_LEVELS):
        table, column = _LEVELS[name]
        answers = {_pair(each.item.passage): each for each in decided if name in each.values}
        joined = [pair for pair, each in answers.items() if each.values[name] == YES]
        apart = [pair for pair, each in answers.items() if each.values[name] == NO]
        group_of = {article_id: row[column] for article_id, row in corpus.articles.items()}
        for each in answers.values():
            if each.values[name] == NOT_SURE:
                found.notes.append(f"{each.item.name}: {name}: not sure, so nothing is changed")
        parts = parts_of(joined, [pair for pair in apart if _is_same(pair, group_of)])
        left.update(*parts.leaving)
        for pair in joined:
            # articles that leave together are merged, and so is an event that leaves another one
            # and may leave its story too
            if not _is_same(pair, group_of) or left & set(pair):
                each = answers[pair]
                found.rows.append(row_of(each, table, " | ".join(pair), "merge", None, None))
        for pair in parts.contradictions:
            found.notes.append(
                f"{' | '.join(pair)}: {name} is no, but other pairs join the two; nothing is "
                f"changed. Look at the pairs of both articles again"
            )
        for members, pair in parts.leaving.items():
            found.rows.append(row_of(answers[pair], table, members[0], "part", None, None))
    return found


def _is_same(pair: Pair, group_of: Mapping[str, object]) -> bool:
    first, second = (group_of[article_id] for article_id in pair)
    return isinstance(first, str) and first == second


class Parts:
    """
    Which articles leave their group.

    Attributes
    ----------
    leaving : dict of tuple of str to (str, str)
        Articles that leave together, and the first pair that says so.
    contradictions : list of (str, str)
        Pairs that are to be apart and are joined by other pairs.
    """

    def __init__(self) -> None:
        self.leaving: dict[tuple[str, ...], Pair] = {}
        self.contradictions: list[Pair] = []


def parts_of(joined: Iterable[Pair], apart: Iterable[Pair]) -> Parts:
    """
    Decide which articles leave a group, so that pairs that are to be apart are.

    Parameters
    ----------
    joined, apart : iterable of (str, str)
        Pairs that belong together, and pairs of one group that do not.

    Returns
    -------
    Parts
        As few articles as a simple choice needs: again and again those that are apart from most
        others, of two the later one.

    Examples
    --------
    >>> parts_of([("b", "c")], [("a", "b"), ("a", "d")]).leaving
    {('a',): ('a', 'b')}
    >>> parts_of([("b", "c")], [("a", "b")]).leaving
    {('b', 'c'): ('a', 'b')}
    """
    together = _Together(joined)
    found = Parts()
    waiting: list[tuple[Pair, Pair]] = []
    for pair in apart:
        ends = (together.root(pair[0]), together.root(pair[1]))
        if ends[0] == ends[1]:
            found.contradictions.append(pair)
        else:
            waiting.append((pair, ends))
    while waiting:
        counts: dict[str, int] = {}
        for _, ends in waiting:
            for root in ends:
                counts[root] = counts.get(root, 0) + 1
        most = max(counts.values())
        leaving = [root for root, count in counts.items() if count == most][-1]
        first_pair = next(pair for pair, ends in waiting if leaving in ends)
        found.leaving[together.members(leaving)] = first_pair
        waiting = [(pair, ends) for pair, ends in waiting if leaving not in ends]
    return found


class _Together:
    """Articles that pairs join."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._group: dict[str, list[str]] = {}
        for first, second in pairs:
            joined = [*self._of(first)]
            joined += [each for each in self._of(second) if each not in joined]
            for each in joined:
                self._group[each] = joined

    def _of(self, article_id: str) -> list[str]:
        return self._group.get(article_id, [article_id])

    def root(self, article_id: str) -> str:
        """Return one article that is the same for all that are joined."""
        return self._of(article_id)[0]

    def members(self, root: str) -> tuple[str, ...]:
        """Return all articles that are joined with one."""
        return tuple(self._of(root))


STORIES = Layer(
    name="stories",
    table="stories",
    noun="pairs of articles",
    shown=SHOWN,
    key=("first_id", "second_id"),
    fixed=("first_lead", "second_lead"),
    recognised_by=("first_id", "second_id"),
    labels=lambda _: LABELS,
    draw=_draw,
    passage_of=_passage_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
)
"""Pairs of articles: one story, one event."""
