"""
Put the figures of a story side by side: their values in common units, and their words.

In: figures, articles and sentences of one story, or of several. Out: ``Statements``, one row a
figure, in an order that does not depend on that of the input. Words are stems; a word that many
sentences of the story share says little, so it weighs less (inverse sentence frequency within the
story).
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.events.terms import article_terms
from analysis.compare.pollsters import is_of_exit_poll, pollster_of
from analysis.compare.quantities.amounts import (
    MONEY,
    is_additional,
    is_each,
    is_needed,
    is_one_more,
    vague_range,
    what_is_measured,
)
from analysis.compare.quantities.asked import is_asked
from analysis.compare.quantities.currencies import (
    Conversion,
    currency_of,
    money_factors,
    stated_conversion,
)
from analysis.compare.quantities.kinds_of_count import kind_of_count
from analysis.compare.quantities.listed_groups import are_of_groups
from analysis.compare.quantities.named_disasters import named_disaster
from analysis.compare.quantities.named_places import places_named
from analysis.compare.quantities.sides import side_of
from analysis.compare.quantities.years import is_basis, stated_month, stated_year
from analysis.core.calendar_words import MONTHS, WEEKDAYS

__all__ = [
    "FIELDS",
    "Statements",
    "as_objects",
    "in_reading_order",
    "records_of",
    "statements_of",
    "telling_stems",
]

FIELDS = ("counted", "whose", "near", "beside", "sentence", "around", "names_near", "opening")
"""Kinds of words of a statement; ``beside`` are those of ``near`` but times and measures."""

CHARACTERS_NEAR = 50  # on either side of a number, within its sentence
CHARACTERS_OF_SENTENCE = 600  # on either side: a list in one sentence may go on for pages
SENTENCES_AROUND = 1
SENTENCES_OPENING = 3

_NAME = re.compile(r"(?<![.!?“\"'‘]\s)(?<!^)\b[A-Z][\w’'-]+")
_PLAIN = re.compile(r"\b[a-z][\w’'-]+")
_DIGIT = re.compile(r"\d")
_TITLE_SHARE = 0.6  # of capitals among words, above which a sentence is a headline


@dataclass(frozen=True)
class Statements:
    """
    Figures of one story, or of several: pandas takes as long for five rows as for a thousand.

    Attributes
    ----------
    rows : DataFrame
        The figures' columns, and ``story`` (its number; only figures of one story are compared,
        and they stand together), ``outlet``, ``published``, ``event_id``, ``in_title``,
        ``measured`` (what the number measures), ``money`` (its currency after stated conversions,
        or null), ``value`` (as stated), ``places`` (names after "in" in its sentence),
        ``is_needed`` (needed, not counted),
        ``is_asked`` (asked for, not given),
        ``disaster`` (the storm or fire with a name that it is of, or null), ``pollster`` (words for
        the poll that a share is of), ``is_of_exit_poll`` (of an exit poll, not of votes counted),
        ``is_one_more`` ("a third victim"), ``is_each`` (of one side alone), ``amount`` (value in
        the common unit, null if vague), ``is_bound`` (only one bound is stated), ``side`` (whose
        people were harmed, or null),
        ``year`` (stated next to it, or null), ``offset`` (of the number in ``sentence_text``),
        ``up_to_next`` (its sentence up to the
        next number), the columns of ``kind_of_count``, ``same_sum`` (row
        of the sum that it is converted from, -1 if none).
    words : dict of str to csr_matrix
        For each of ``FIELDS``, weighted stems; rows have length 1, or 0 without words. A column is
        one stem in one story, and may be another in the next.
    texts : dict of str to str
        Text of each article.
    """

    rows: pd.DataFrame
    words: Mapping[str, sparse.csr_matrix]
    texts: Mapping[str, str]


def in_reading_order(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Join figures with the outlet, day, story and event of their article, in order of reading.

    Parameters
    ----------
    figures, articles : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        Undated articles come last; ties are resolved by ``article_id`` and ``figure_id``.
    """
    columns = ["article_id", "outlet", "published", "story_id", "event_id"]
    joined = figures.merge(articles[columns], on="article_id", how="left", validate="many_to_one")
    order = ["published", "article_id", "start", "figure_id"]
    return joined.sort_values(order, na_position="last", kind="stable", ignore_index=True)


def statements_of(
    figures: pd.DataFrame,
    texts: Mapping[str, str],
    sentences: pd.DataFrame,
    story_of: Mapping[str, Hashable] | None = None,
) -> Statements:
    """
    Return the statements of one story, or of several.

    Parameters
    ----------
    figures : DataFrame
        From ``in_reading_order``, one story after the other. Not changed.
    texts : mapping of str to str
        Text of each article of the stories.
    sentences : DataFrame
        The ``sentences`` table of at least these articles.
    story_of : mapping of str to hashable, optional
        Story of at least these articles. All are of one story by default.

    Returns
    -------
    Statements
    """
    if story_of is None:
        story_of = dict.fromkeys(texts, "")
    rows = as_objects(figures).reset_index(drop=True)
    stories = [story_of[article_id] for article_id in rows["article_id"]]
    rows["story"] = pd.factorize(pd.Series(stories, dtype=object))[0]
    bounds = _bounds_of_sentences(sentences)
    records = rows.to_dict("records")
    texts_of = [_Surroundings(record, texts[record["article_id"]], bounds) for record in records]
    added = [_values(record, own) for record, own in zip(records, texts_of, strict=True)]
    rows = pd.concat([rows, pd.DataFrame(added, index=rows.index)], axis="columns")
    # As objects: as a column of strings, None would become NaN.
    rows["whose"] = pd.Series(_owners_in_full(rows), rows.index, dtype=object)
    rows["amount"] = rows["value"].astype(float) * rows["factor"].astype(float)
    rows["same_sum"] = _stated_conversions(rows, texts)
    _convert_money(rows)
    rows["is_one_of_groups"] = are_of_groups(rows, texts)
    sentences_of = _sentences_of_stories(texts, bounds, story_of)
    weights = {story: _Weights(own) for story, own in sentences_of.items()}
    n_columns = max((len(own.column) for own in weights.values()), default=0)
    words = {}
    for field in FIELDS:
        weighted = [
            weights[story].row(own.words(field))
            for story, own in zip(stories, texts_of, strict=True)
        ]
        words[field] = _matrix(weighted, n_columns)
    return Statements(rows, words, texts)


def _owners_in_full(rows: pd.DataFrame) -> list[str | None]:
    """
    Return owners, those of a headline by the name with which the article repeats the number.

    "Quist wins with 51.3 percent" is told of the Quist who has 51.3 percent below, not of another.
    """
    full: dict[tuple[str, str], str] = {}
    articles = rows["article_id"].astype(str)
    numbers = [str(text).lower() for text in rows["text"]]
    keys = list(zip(articles, numbers, strict=True))
    for key, owner in zip(keys, rows["whose"], strict=True):
        if owner is not None and len(owner) > len(full.get(key, "")):
            full[key] = owner
    owners = []
    for key, owner in zip(keys, rows["whose"], strict=True):
        if owner is not None and full[key].endswith(f" {owner}"):
            owner = full[key]
        owners.append(owner)
    return owners


def as_objects(figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures with plain Python values, and None for those that are missing."""
    values = _plain_values(figures)
    return pd.DataFrame(values, index=figures.index, columns=figures.columns, dtype=object)


def records_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dicts of plain values; those that are missing are None."""
    names = rows.columns.tolist()
    return [dict(zip(names, values, strict=True)) for values in _plain_values(rows).tolist()]


def _plain_values(table: pd.DataFrame) -> np.ndarray:
    values = table.to_numpy(dtype=object, copy=True)
    values[table.isna().to_numpy()] = None
    return values


def _bounds_of_sentences(sentences: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int, bool]]:
    keys = zip(sentences["article_id"], sentences["sentence_id"], strict=True)
    values = zip(sentences["start"], sentences["end"], sentences["in_title"], strict=True)
    return dict(zip(keys, values, strict=True))


def _sentences_of_stories(
    texts: Mapping[str, str],
    bounds: Mapping[tuple[str, int], tuple[int, int, bool]],
    story_of: Mapping[str, Hashable],
) -> dict[Hashable, list[str]]:
    """Return the sentences of each story."""
    sentences: dict[Hashable, list[str]] = {story_of[article_id]: [] for article_id in texts}
    for (article_id, _), (start, end, _) in bounds.items():
        if article_id in texts:
            sentences[story_of[article_id]].append(texts[article_id][start:end])
    return sentences


class _Surroundings:
    """The words in and around the sentence of a figure."""

    def __init__(
        self,
        figure: Mapping[str, Any],
        text: str,
        bounds: Mapping[tuple[str, int], tuple[int, int, bool]],
    ) -> None:
        self.figure = figure
        self.text = text
        article_id, sentence_id = figure["article_id"], figure["sentence_id"]
        self.start, self.end, self.in_title = bounds[article_id, sentence_id]
        first = bounds.get((article_id, sentence_id - SENTENCES_AROUND))
        last = bounds.get((article_id, sentence_id + SENTENCES_AROUND))
        openings = (bounds.get((article_id, number)) for number in range(SENTENCES_OPENING))
        ends = [bound[1] for bound in openings if bound is not None]
        self.opening_end = max(ends, default=self.end)
        self.start = max(self.start, figure["start"] - CHARACTERS_OF_SENTENCE)
        self.end = min(self.end, figure["end"] + CHARACTERS_OF_SENTENCE)
        around_start = self.start
        if first is not None and first[2] == self.in_title:
            around_start = first[0]
        around_end = self.end
        if last is not None and last[2] == self.in_title:
            around_end = last[1]
        self.around_start = max(around_start, self.start - CHARACTERS_OF_SENTENCE)
        self.around_end = min(around_end, self.end + CHARACTERS_OF_SENTENCE)

    @property
    def sentence(self) -> str:
        return self.text[self.start : self.end]

    @property
    def previous(self) -> str:
        """What stands before the sentence and beside it."""
        return self.text[self.around_start : self.start]

    def words(self, field: str) -> Sequence[str]:
        """Return the stems of a field, without the number itself."""
        figure = self.figure
        if field in ("counted", "whose"):
            return _stems(figure[field] or "")
        if field == "opening":
            return _stems(self.text[: self.opening_end])
        start, end = self.start, self.end
        if field in ("near", "beside", "names_near"):
            start = max(start, figure["start"] - CHARACTERS_NEAR)
            end = min(end, figure["end"] + CHARACTERS_NEAR)
        elif field == "around":
            start, end = self.around_start, self.around_end
        before = self.text[start : figure["start"]]
        after = self.text[figure["end"] : end]
        words = f"{_whole_words(before, last=True)} {_whole_words(after, last=False)}"
        if field == "names_near":
            words = " ".join(_names(f"– {words}"))
        if field == "beside":
            return [stem for stem in _stems(words) if stem not in _common_stems()]
        return _stems(words)


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    """Return stems of times and measures: that two numbers share "in November" says nothing."""
    words = f"""
        {" ".join((*MONTHS, *WEEKDAYS)).lower()} today yesterday morning evening
        day days week weeks month months year years annual annually quarter quarterly hour hours
        percent per cent percentage point points million billion trillion thousand hundred dollars
        said says report reported according expected latest current total average number
    """
    return frozenset(_stems(words))


@lru_cache(maxsize=256)
def telling_stems(sentence: str) -> frozenset[str]:
    """
    Return the stems of a sentence that tell of what it is.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    frozenset of str
        Without numbers, times, measures, and words for people in general.
    """
    of_people = _stems("people person persons")
    return frozenset(_stems(sentence)) - _common_stems() - frozenset(of_people)


def _whole_words(text: str, last: bool) -> str:
    """Drop the word that the edge of a window may have cut."""
    if len(text) < CHARACTERS_NEAR:
        return text
    if last:
        return text.partition(" ")[2]
    return text.rpartition(" ")[0]


@lru_cache(maxsize=1024)  # two fields read one window; figures of an article share its opening
def _stems(text: str) -> tuple[str, ...]:
    terms = (term for term, _ in article_terms(None, text))
    return tuple(term for term in terms if term and not term.startswith("#"))


def _names(sentence: str) -> list[str]:
    """Return the words with a capital inside a sentence; none of a headline that has only such."""
    names = _NAME.findall(sentence)
    plain = _PLAIN.findall(sentence)
    if len(names) > _TITLE_SHARE * (len(names) + len(plain)):
        return []
    return names


def _values(figure: Mapping[str, Any], own: _Surroundings) -> dict[str, object]:
    measured, factor = what_is_measured(figure["unit"], figure["unit_text"])
    low, high = figure["low"], figure["high"]
    published = figure["published"]
    day = None
    if published is not None:
        day = published.date()
    place = figure["start"] - own.start, figure["end"] - own.start
    currency = None
    if measured == MONEY:
        currency = currency_of(figure["unit_text"], figure["currency"])
    value = low
    if low is None:
        value = high
    vague_low, vague_high = None, None
    if value is None:
        vague_low, vague_high = vague_range(figure["text"])
    before = own.text[own.around_start : own.start]
    return {
        "measured": measured,
        "factor": factor,
        "money": currency,
        "value": value,
        "is_bound": (low is None) != (high is None),
        "vague_low": vague_low,
        "vague_high": vague_high,
        "places": places_named(own.sentence),
        "is_basis": is_basis(own.sentence, place[0]),
        "month": stated_month(own.sentence, *place),
        "is_additional": is_additional(own.sentence, *place, own.previous),
        "is_each": is_each(own.sentence, *place),
        "is_needed": is_needed(own.sentence, *place),
        "is_asked": is_asked(own.sentence, *place),
        "is_one_more": is_one_more(figure["counted"]),
        "in_title": own.in_title,
        "disaster": named_disaster(own.sentence, place[0]),
        "pollster": _pollster(figure, own.text),
        "is_of_exit_poll": is_of_exit_poll(own.text, figure["start"], figure["end"]),
        "side": side_of(figure, own.sentence, place[0], before),
        "year": stated_year(own.sentence, *place, day),
        "sentence_text": own.sentence,
        "offset": place[0],
        "up_to_next": own.sentence[: _next_number(own.sentence, place[1])],
        **kind_of_count(own.sentence, *place),
    }


def _pollster(figure: Mapping[str, Any], text: str) -> frozenset[str]:
    """Return the words for the poll that a share is of; none for other numbers."""
    if figure["unit"] not in ("percent", "points"):
        return frozenset()
    return pollster_of(text, figure["start"], figure["end"])


def _next_number(sentence: str, end: int) -> int:
    """Return the place of the next digit after a number, or the end of the sentence."""
    found = _DIGIT.search(sentence, end)
    if found is None:
        return len(sentence)
    return found.start()


def _stated_conversions(rows: pd.DataFrame, texts: Mapping[str, str]) -> np.ndarray:
    """Return for each sum of money the row of the sum that it is a conversion of, or -1."""
    same = np.full(len(rows), -1)
    previous: tuple[int, dict[Hashable, Any]] | None = None
    is_sum = rows["measured"].eq(MONEY) & rows["value"].notna() & rows["money"].notna()
    columns = ["article_id", "sentence_id", "start", "end", "money"]
    sums = _records(rows.loc[is_sum, columns])
    for number, row in zip(np.flatnonzero(is_sum), sums, strict=True):
        if previous is not None:
            before, sum_before = previous
            place = ("article_id", "sentence_id")
            is_next = all(sum_before[name] == row[name] for name in place)
            between = texts[row["article_id"]][sum_before["end"] : row["start"]]
            if is_next and sum_before["money"] != row["money"] and stated_conversion(between):
                same[number] = before
        previous = (int(number), row)
    return same


def _convert_money(rows: pd.DataFrame) -> None:
    """Take sums of money to one currency, where the story states a rate."""
    conversions: dict[int, list[Conversion]] = {}
    money = rows["money"].tolist()
    values = rows["value"].tolist()
    stories = rows["story"].tolist()
    for row, other in enumerate(rows["same_sum"].tolist()):
        if other >= 0 and values[row] and values[other]:
            stated = Conversion(money[other], values[other], money[row], values[row])
            conversions.setdefault(stories[row], []).append(stated)
    for story, stated_rates in conversions.items():
        for currency, (common, factor) in money_factors(stated_rates).items():
            of_currency = rows["story"].eq(story) & rows["money"].eq(currency)
            rows.loc[of_currency, "amount"] *= factor
            rows.loc[of_currency, "money"] = common


class _Weights:
    """Weights of the stems of a story, by how few of its sentences hold them."""

    def __init__(self, sentences: Sequence[str]) -> None:
        counts: dict[str, int] = {}
        for sentence in sentences:
            for stem in set(_stems(sentence)):
                counts[stem] = counts.get(stem, 0) + 1
        self.column = {stem: column for column, stem in enumerate(sorted(counts))}
        self.weight: dict[str, float] = {}
        for stem, count in counts.items():
            self.weight[stem] = np.log((2 + len(sentences)) / (1 + count))

    def row(self, stems: Sequence[str]) -> tuple[list[int], list[float]]:
        """Return the columns of stems, and their weights as a row of length 1."""
        known = sorted(stem for stem in set(stems) if stem in self.column)
        weights = np.array([self.weight[stem] for stem in known])
        length = np.linalg.norm(weights) or 1.0
        return [self.column[stem] for stem in known], (weights / length).tolist()


def _matrix(
    rows: Iterable[tuple[Sequence[int], Sequence[float]]], n_columns: int
) -> sparse.csr_matrix:
    """Return a matrix of rows that are given by their columns and values."""
    columns: list[int] = []
    values: list[float] = []
    row_ends = [0]
    for own_columns, own_values in rows:
        columns += own_columns
        values += own_values
        row_ends.append(len(columns))
    shape = (len(row_ends) - 1, max(n_columns, 1))
    return sparse.csr_matrix((values, columns, row_ends), shape=shape, dtype=float)


def _records(rows: Any) -> list[dict[Hashable, Any]]:
    return rows.to_dict("records")
