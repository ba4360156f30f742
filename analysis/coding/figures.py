"""
The layer of figures: casualty figures that coders find in sentences.

Sentences are drawn evenly from outlets and, within each, from those with and without an extracted
casualty figure, so that misses show as well as false positives.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.coding.cells import number_cell, read_labels, words_of
from analysis.coding.corpus import Corpus
from analysis.coding.decided import Corrected, Decided
from analysis.coding.drawing import draw_evenly, validate_pool
from analysis.coding.layer import NOTHING, Label, Layer, Passage, Span, Unit
from analysis.coding.sentence_columns import SENTENCE_COLUMNS, restrict, sentence_of
from analysis.coding.span_corrections import correct_found
from analysis.core import tables
from analysis.core.errors import InputError
from analysis.core.figure_kinds import counted_figures
from analysis.core.plurals import noun_for
from analysis.extract.numbers.parse import Number, number_at

__all__ = ["FIGURES", "LABELS", "draw_sentences"]

MAIN = "number_text"

LABELS = (
    Label(
        MAIN,
        "the number exactly as in the sentence, with a word after it where it is there twice; none "
        "if the sentence states no casualty figure; a row for each figure",
        measure="unitised",
    ),
    Label("outcome", "what happened to them", tables.OUTCOMES, is_required=True),
    Label("qualifier", "how exact the number is", tables.QUALIFIERS, is_required=True),
    Label("group", "who they are", tables.GROUPS, is_required=True),
    Label("counted", "the words for the people counted"),
    Label(
        "source",
        "the words that name the source of the figure; none in the outlet's own voice",
        is_quoted=True,
    ),
    Label(
        "agent",
        "the words that name who or what caused it; none if the article names none",
        is_quoted=True,
    ),
    Label(
        "low",
        "the smallest number meant; leave it empty where the words and the qualifier tell",
        measure="interval",
        is_optional=True,
    ),
    Label(
        "high",
        "the largest number meant, none for no bound; leave it empty as above",
        measure="interval",
        is_optional=True,
    ),
)

_BOUNDS = ("low", "high")
_WORD = re.compile(r"\w+")
_WRITTEN = tuple(label for label in LABELS if label.name not in (MAIN, *_BOUNDS))
_NO_UPPER = ("at_least", "more_than", "vague")
_NO_LOWER = ("at_most", "less_than", "vague")


def draw_sentences(
    corpus: Corpus,
    found: pd.DataFrame,
    n_rows: int,
    random: np.random.Generator,
    columns: Mapping[str, str],
) -> list[Passage]:
    """
    Draw sentences evenly from outlets, and from those with and without something extracted.

    Parameters
    ----------
    corpus : Corpus
    found : DataFrame
        What was extracted, with ``article_id`` and ``sentence_id``. Not changed.
    n_rows : int
    random : Generator
    columns : mapping of str to str
        The columns to read.

    Returns
    -------
    list of Passage
    """
    key = ["article_id", "sentence_id"]
    outlets = corpus.run.articles[["article_id", "outlet"]]
    pool = corpus.run.sentences.merge(outlets, on="article_id", validate="many_to_one")
    validate_pool(pool, "sentence")
    found_in = pd.MultiIndex.from_frame(found.loc[:, key])
    has_any = pd.MultiIndex.from_frame(pool.loc[:, key]).isin(found_in)
    strata = pool["outlet"].astype("str") + np.where(has_any, ", some", ", none")
    drawn = draw_evenly(pool, pd.Series(strata), n_rows, random)
    return [
        restrict(corpus.sentence(article_id, str(number)), columns)
        for article_id, number in drawn[key].itertuples(index=False, name=None)
    ]


def _casualties(corpus: Corpus) -> pd.DataFrame:
    counted = counted_figures(corpus.run.figures)
    return counted.loc[counted["outcome"].notna()]


def _draw(corpus: Corpus, n_rows: int, random: np.random.Generator) -> list[Passage]:
    return draw_sentences(corpus, _casualties(corpus), n_rows, random, SENTENCE_COLUMNS)


def _passage_of(cells: Mapping[str, str], corpus: Corpus) -> Passage:
    return sentence_of(cells, corpus, SENTENCE_COLUMNS)


def _extracted(corpus: Corpus, passages: Sequence[Passage]) -> list[Unit]:
    by_key = {passage.key: passage for passage in passages}
    units = []
    n_with_words: Counter[tuple[str, str]] = Counter()
    for row in _casualties(corpus).to_dict("records"):
        passage = by_key.get(f"{row['article_id']}#{row['sentence_id']}")
        if passage is None:
            continue
        place = (int(row["start"]), int(row["end"]))
        values = {MAIN: corpus.words(passage.article_id, place)}
        values |= {label.name: words_of(row[label.name]) for label in _WRITTEN}
        values |= {name: number_cell(row[name]) for name in _BOUNDS}
        words = _pointing_words(place, passage, corpus, n_with_words)
        n_with_words[passage.key, words] += 1
        written = {MAIN: words}
        units.append(Unit(passage, values, {MAIN: place}, frozenset(_BOUNDS), place, written))
    return units


def _pointing_words(
    place: Span,
    passage: Passage,
    corpus: Corpus,
    n_with_words: Mapping[tuple[str, str], int],
) -> str:
    """
    Return the words of a number by which a row of the sheet is read back as this number.

    Of a number that is there several times, each row means the next one; where that is not so,
    words after it, or before it, tell which one is meant.
    """
    number = corpus.words(passage.article_id, place)
    for span in _wider(place, passage, corpus):
        words = corpus.words(passage.article_id, span)
        n_before = n_with_words[passage.key, words]
        if corpus.occurrences(words, passage)[n_before : n_before + 1] == [span]:
            return words
    return number


def _wider(place: Span, passage: Passage, corpus: Corpus) -> Iterator[Span]:
    """Yield the characters of a number, then those with words after it, then with words before."""
    text = corpus.texts[passage.article_id]
    start, end = place
    yield place
    for following in _WORD.finditer(text, end, passage.end):
        yield start, following.end()
    for before in reversed(list(_WORD.finditer(text, passage.start, start))):
        yield before.start(), end


def _unit_of(
    cells: Mapping[str, str],
    passage: Passage,
    corpus: Corpus,
    n_before: int,
) -> Unit | None:
    words = cells[MAIN]
    found = corpus.occurrences(words, passage)
    if not found:
        raise InputError(
            f"{words!r} is not in its sentence; copy the number as it is printed, or write none"
        )
    text = corpus.texts[passage.article_id]
    number = number_at(text, *found[min(n_before, len(found) - 1)])
    place = _place(number, found, n_before, words)
    place = _of_person(place, found[n_before], passage.article_id, corpus)
    values, spans = read_labels(cells, _WRITTEN, passage.article_id, place, corpus, "figures")
    stated = _bounds(number, place, values["qualifier"], passage.article_id, corpus)
    written = [label for label in LABELS if cells.get(label.name) and label.name in _BOUNDS]
    given, _ = read_labels(cells, written, passage.article_id, place, corpus, "figures")
    implied = frozenset(_BOUNDS) - set(given)
    main = {MAIN: corpus.words(passage.article_id, place)}
    return Unit(passage, main | values | stated | given, {MAIN: place, **spans}, implied, place)


def _place(number: Number | None, found: Sequence[Span], n_before: int, words: str) -> Span:
    """Return the characters of the number, without words that only tell which one is meant."""
    if n_before >= len(found):
        raise InputError(
            f"{words!r} is in {n_before + 1} rows of the sheet, but in its sentence "
            f"{len(found)} {noun_for(len(found), 'time')}; delete a row"
        )
    if number is None:
        return found[n_before]
    return number.start, number.end


def _of_person(place: Span, found: Span, article_id: str, corpus: Corpus) -> Span:
    """Return the characters of a person without a number word, as extracted: a of "a child"."""
    if found[0] == place[0] and place != found:
        return place  # it is a number, without the words after it
    for end in range(found[0] + 1, found[1] + 1):
        extracted = corpus.figures.get((article_id, found[0], end))
        if extracted is not None and extracted["implicit"]:
            return found[0], end
    return place


def _bounds(
    number: Number | None,
    place: Span,
    qualifier: str,
    article_id: str,
    corpus: Corpus,
) -> dict[str, str]:
    """Return the numbers that words and qualifier tell: as extracted, if that says the same."""
    low, high = 1.0, 1.0
    if number is not None:
        low, high = number.low, number.high
    extracted = corpus.figures.get((article_id, *place))
    if extracted is not None and extracted["qualifier"] == qualifier:
        low, high = extracted["low"], extracted["high"]
    elif number is not None and number.qualifier != qualifier:
        if low is None:
            low = high
        if high is None:
            high = low
        if qualifier in _NO_LOWER:
            low = None
        if qualifier in _NO_UPPER:
            high = None
    return {"low": number_cell(low), "high": number_cell(high)}


def _correct(decided: Sequence[Decided], corpus: Corpus) -> Corrected:
    def added(each: Decided) -> dict[str, str]:
        return _of_one_person(each, corpus)

    def removed(each: Decided) -> tuple[str, str | None]:
        return _no_casualty(each, corpus)

    return correct_found(
        decided,
        corpus,
        table="figures",
        main=MAIN,
        needed=("outcome", "qualifier"),
        added=added,
        removed=removed,
    )


def _of_one_person(decided: Decided, corpus: Corpus) -> dict[str, str]:
    """Return what words say that have no number in them ("a child"): that it is one person."""
    text = corpus.texts[decided.item.passage.article_id]
    if decided.span is None or number_at(text, *decided.span) is not None:
        return {}
    return {"low": "1", "high": "1", "mention": "indefinite"}


def _no_casualty(decided: Decided, corpus: Corpus) -> tuple[str, str | None]:
    """Return the correction of what is no casualty figure: of a number, only its outcome goes."""
    extracted = decided.item.extracted
    if extracted is None or extracted.place is None:
        return "wrong", None
    text = corpus.texts[decided.item.passage.article_id]
    if number_at(text, *extracted.place) is None:
        return "wrong", None
    return "outcome", NOTHING


FIGURES = Layer(
    name="figures",
    table="figures",
    noun="sentences",
    shown=SENTENCE_COLUMNS,
    key=("article_id", "sentence_id"),
    fixed=("sentence",),
    recognised_by=(MAIN, "outcome"),
    labels=lambda _: LABELS,
    draw=_draw,
    passage_of=_passage_of,
    unit_of=_unit_of,
    extracted=_extracted,
    correct=_correct,
    main=MAIN,
)
"""Casualty figures."""
