"""
Read an input that may be larger than memory: clean its articles once and keep them on disk.

In: a source, as for ``load.read``. Out: ``Staged``, which returns the articles in batches. Ids,
outlets, days and what is needed to find copies stay in memory (about two kilobytes an article);
texts are in a folder. The articles, their ids, problems and copies are the same as from ``read``
and ``mark_duplicates``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.core import owned_files
from analysis.core.errors import InputError, ParameterError
from analysis.core.selection import Selection
from analysis.core.tables import ARTICLES, PROBLEMS, make
from analysis.load.article_rows import ArticleRows
from analysis.load.articles import (
    EVERYTHING,
    Correct,
    no_usable_row,
    nothing_left,
    open_batches,
    open_outlets,
    problems_of_corpus,
)
from analysis.load.duplicates import Sketches, chronological_order, words_of
from analysis.load.filters import select_articles
from analysis.load.language import forget_language_model
from analysis.load.outlets import Abbreviations, summarise
from analysis.load.outlets.summary import OutletSummary
from analysis.load.stated_facts import FACT, facts_of
from analysis.load.text_query import find_matches, validate_query

__all__ = ["Staged", "stage"]

_IN_MEMORY = [
    *("article_id", "outlet", "outlet_given"),
    *("published", "published_time", "published_zone", "published_in_text", "language"),
]
# batches whose words are mapped into memory while candidates are compared; they stay on disk
_OPEN_BATCHES = 512


@dataclass
class Staged:
    """
    Articles on disk, and what is known about them.

    Parameters
    ----------
    name : str
        Name of the corpus.
    folder : Path
    articles : DataFrame
        ``article_id``, ``outlet``, ``outlet_given``, ``published``, ``published_time``,
        ``published_zone``, ``published_in_text``, ``language``, and ``batch`` and ``row``, the
        place of each article on disk, in order.
    copies : dict of str to str
        ``article_id`` of a copy to that of the earliest article with the same text and facts.
    updates : dict of str to str
        ``article_id`` of an update to that of the version directly before.
    guesses, counts, inputs, outlets
        As in ``Loaded``.
    abbreviations : Abbreviations
        Of the outlets, which are not written out on disk.
    more_problems : list of dict
        Rows of ``problems`` for articles that were left out because they have no day, and for what
        concerns many articles.
    left_out : set of str
        Ids of the articles that the selection left out.
    """

    name: str
    folder: Path
    articles: pd.DataFrame = field(repr=False)
    copies: dict[str, str] = field(repr=False)
    updates: dict[str, str] = field(repr=False)
    guesses: dict[str, str]
    counts: dict[str, int]
    inputs: list[tuple[str, str]]
    outlets: OutletSummary = field(repr=False)
    abbreviations: Abbreviations = field(repr=False)
    more_problems: list[dict[str, object]] = field(repr=False)
    left_out: set[str] = field(repr=False)

    def batches(self, size: int) -> Iterator[pd.DataFrame]:
        """
        Yield the ``articles`` table, ``size`` rows at a time; the last batch may be smaller.

        ``duplicate_of`` and ``update_of`` are filled, and outlets written out.
        """
        waiting = None
        for batch, places in self.articles.groupby("batch", sort=True):
            stored = pd.read_parquet(self.folder / f"articles-{batch:05d}.parquet")
            chosen = stored.iloc[places["row"].to_numpy()]
            articles = self._with_copies(self.abbreviations.write_out(chosen))
            waiting = articles if waiting is None else pd.concat([waiting, articles])
            while len(waiting) >= size:
                yield make(waiting.iloc[:size], ARTICLES)
                waiting = waiting.iloc[size:]
        if waiting is not None and len(waiting):
            yield make(waiting, ARTICLES)

    def _with_copies(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Return articles with ``duplicate_of`` and ``update_of`` filled."""
        ids = articles.loc[:, "article_id"]
        columns = {}
        for name, earlier in (("duplicate_of", self.copies), ("update_of", self.updates)):
            columns[name] = ids.map(earlier).astype("str").where(ids.isin(earlier), None)
        return articles.assign(**columns)

    def problems(self) -> pd.DataFrame:
        """Return the ``problems`` table of loading."""
        paths = sorted(self.folder.glob("problems-*.parquet"))
        stored = pd.concat([pd.read_parquet(path) for path in paths], ignore_index=True)
        # of an article that the selection left out, only a missing day is a problem
        is_left_out = stored.loc[:, "article_id"].isin(self.left_out)
        more = make(self.more_problems, PROBLEMS)
        problems = pd.concat([stored.loc[~is_left_out], more], ignore_index=True)
        return make(problems, PROBLEMS)


def stage(
    source: str | Path,
    folder: Path,
    *,
    columns: dict[str, str] | None = None,
    as_is: bool = False,
    selection: Selection = EVERYTHING,
    outlets_file: str | Path | None = None,
    correct: Correct | None = None,
) -> Staged:
    """
    Read articles onto the disk.

    Parameters
    ----------
    source, columns, as_is, selection, outlets_file, correct
        As in ``load.read``. CSV, TSV, JSON Lines and Parquet files, and folders of Parquet files
        are read in batches, anything else at once.
    folder : Path
        For the articles; Parquet files in it are deleted first.

    Returns
    -------
    Staged

    Raises
    ------
    InputError, LexiconError, MissingResourceError, ParameterError
        As in ``load.read``.
    """
    validate_query(selection)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.parquet"):
        owned_files.remove(path)
    name, batches = open_batches(source, columns)
    rows = ArticleRows(as_is, open_outlets(source, outlets_file))
    sketches = Sketches()
    in_memory = []
    for number, batch in enumerate(batches):
        rows.add(*batch)
        in_memory.append(_write(folder, number, rows, sketches, selection))
    forget_language_model()
    if not in_memory:
        raise InputError(no_usable_row(name, 0, []))
    every = rows.abbreviations.write_out(pd.concat(in_memory, ignore_index=True))
    if every.empty:
        problems = pd.read_parquet(folder / "problems-00000.parquet")
        reasons = problems.loc[~problems["kept"], "reason"].tolist()
        raise InputError(no_usable_row(name, rows.n_records, reasons))
    if correct is not None:
        every = correct(every)
    return _select(name, folder, rows, sketches, every, selection)


def _claimed(path: Path) -> Path:
    owned_files.claim(path)
    return path


def _write(
    folder: Path,
    number: int,
    rows: ArticleRows,
    sketches: Sketches,
    selection: Selection,
) -> pd.DataFrame:
    """Write the rows of one batch, and return what stays in memory."""
    article_rows, problem_rows = rows.take()
    articles = make(article_rows, ARTICLES)
    words = [words_of(text) for text in articles["text"]]
    facts = [facts_of(text) for text in articles["text"]]
    for each in words:
        sketches.add(each)
    # words are stored as numbers: to read part of the table for every pair of candidates costs
    # more than the comparison
    all_words = np.concatenate([np.empty(0, np.uint32), *words]).astype(np.uint32)
    np.save(_claimed(folder / f"words-{number:05d}.npy"), all_words)
    np.save(
        _claimed(folder / f"facts-{number:05d}.npy"), np.concatenate([np.empty(0, FACT), *facts])
    )
    articles.to_parquet(_claimed(folder / f"articles-{number:05d}.parquet"), index=False)
    problems = make(problem_rows, PROBLEMS)
    problems.to_parquet(_claimed(folder / f"problems-{number:05d}.parquet"), index=False)
    return articles[_IN_MEMORY].assign(
        batch=number,
        row=np.arange(len(articles)),
        matches=find_matches(articles, selection),
        words_end=np.cumsum([len(each) for each in words], dtype=np.int64),
        facts_end=np.cumsum([len(each) for each in facts], dtype=np.int64),
    )


def _select(
    name: str,
    folder: Path,
    rows: ArticleRows,
    sketches: Sketches,
    every: pd.DataFrame,
    selection: Selection,
) -> Staged:
    """Choose among the articles as ``load.read`` does, and find copies among those left."""
    matches = every["matches"].to_numpy(bool)
    numbered = every.drop(columns="matches").assign(number=np.arange(len(every)))
    kept, undated = select_articles(numbered, selection, matches)
    if kept.empty:
        raise ParameterError(nothing_left(name, selection, every))
    counts = rows.counts(len(kept), len(every) - len(kept))
    order = kept["number"].iloc[chronological_order(kept)].tolist()
    words = _stored(folder, "words", every)
    facts = _stored(folder, "facts", every)
    found = sketches.relations(order, lambda text: words(text).astype(np.uint64), facts)
    ids = every["article_id"].to_numpy()
    return Staged(
        name,
        folder,
        kept.drop(columns="number"),
        copies={ids[copy]: ids[original] for copy, original in found.copies.items()},
        updates={ids[update]: ids[before] for update, before in found.updates.items()},
        guesses=rows.guesses,
        counts=counts,
        inputs=rows.inputs,
        outlets=summarise(kept, rows.outlets),
        abbreviations=rows.abbreviations,
        more_problems=undated + problems_of_corpus(kept, rows),
        left_out=set(ids) - set(kept["article_id"]),
    )


def _stored(folder: Path, name: str, every: pd.DataFrame) -> Callable[[int], np.ndarray]:
    """Return a function that reads the words or facts of an article, by its number, from disk."""
    batches = every["batch"].to_numpy()
    ends = every[f"{name}_end"].to_numpy()
    rows = every["row"].to_numpy()

    @lru_cache(maxsize=_OPEN_BATCHES)
    def open_batch(batch: int) -> np.ndarray:
        return np.load(folder / f"{name}-{batch:05d}.npy", mmap_mode="r")

    def read(number: int) -> np.ndarray:
        start = ends[number - 1] if rows[number] else 0
        return np.asarray(open_batch(batches[number])[start : ends[number]])

    return read
