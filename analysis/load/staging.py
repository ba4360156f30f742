"""
Read an input that may be larger than memory: clean its articles once, put them on disk, and give them back in parts.

In: a source, see ``load.read``. Out: ``Staged``. In memory stay ids, outlets, days and what tells copies (some two
kilobytes an article); texts lie in a folder. The articles, their ids, problems and copies are those that ``read`` and
``mark_duplicates`` give.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.core.errors import InputError, ParameterError
from analysis.core.tables import ARTICLES, PROBLEMS, make
from analysis.load.articles import EVERYTHING, mapping_of, nothing_left, open_source
from analysis.load.builder import Builder
from analysis.load.dates import day_order
from analysis.load.duplicates import Sketches, in_order, words_of
from analysis.load.filters import select_articles
from analysis.load.streams import can_stream, open_stream

__all__ = ["Staged", "stage"]

_LIGHT = ["article_id", "outlet", "published"]
_OPEN = 512  # batches whose words are mapped while candidates are compared; they stay on the disk


@dataclass
class Staged:
    """
    Articles on disk, and what is known of them.

    Attributes
    ----------
    name : str
        Name of the corpus.
    folder : Path
    articles : DataFrame
        ``article_id``, ``outlet``, ``published``, and ``batch`` and ``row`` where each lies, in order.
    copies : dict of str to str
        ``article_id`` of a copy to that of the earliest article with the same text.
    guesses, counts, inputs
        As in ``Loaded``.
    undated : list of dict
        Problems of articles without a day.
    left_out : set of str
        Articles that a filter or the sample left out.
    """

    name: str
    folder: Path
    articles: pd.DataFrame = field(repr=False)
    copies: dict = field(repr=False)
    guesses: dict
    counts: dict
    inputs: list
    undated: list = field(repr=False)
    left_out: set = field(repr=False)

    def parts(self, size):
        """Yield the ``articles`` table in parts of ``size``, the last one smaller; ``duplicate_of`` is filled."""
        waiting = None
        for batch, rows in self.articles.groupby("batch", sort=True):
            more = _read(self.folder, batch).iloc[rows["row"].to_numpy()]
            marks = more["article_id"].map(self.copies).astype("str")
            more = more.assign(duplicate_of=marks.where(more["article_id"].isin(self.copies), None))
            waiting = more if waiting is None else pd.concat([waiting, more])
            while len(waiting) >= size:
                yield make(waiting.iloc[:size], ARTICLES)
                waiting = waiting.iloc[size:]
        if waiting is not None and len(waiting):
            yield make(waiting, ARTICLES)

    def problems(self):
        """Give the ``problems`` table of reading."""
        found = [pd.read_parquet(path) for path in sorted(self.folder.glob("problems-*.parquet"))]
        every = pd.concat([*found, make(self.undated, PROBLEMS)], ignore_index=True)
        # what filters left out has no problems but that it has no day
        gone = every["article_id"].isin(self.left_out) & (
            np.arange(len(every)) < len(every) - len(self.undated)
        )
        return make(every[~gone], PROBLEMS)


def stage(
    source,
    folder,
    *,
    columns=None,
    as_is=False,
    selection=EVERYTHING,
):
    """
    Read articles onto the disk.

    Parameters
    ----------
    source, columns, as_is, selection
        See ``load.read``. JSON lines, Parquet files and folders of them are read in batches, anything else at once.
    folder : Path
        For the articles; emptied first.

    Returns
    -------
    Staged

    Raises
    ------
    InputError, MissingResourceError, ParameterError
        See ``load.read``.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.parquet"):
        path.unlink()
    name, pieces = _pieces(source, columns)
    builder, sketches, light = Builder(as_is), Sketches(), []
    for batch, (part, mapping, guesses, first) in enumerate(pieces):
        builder.add(part, mapping, guesses, first)
        light.append(_put(folder, batch, builder, sketches))
    every = pd.concat(light, ignore_index=True)
    if every.empty:
        why = "; ".join(
            pd.read_parquet(folder / "problems-00000.parquet").query("not kept")["reason"]
        )
        raise InputError(f"None of the {builder.rows_in} rows of {name} can be used: {why[:400]}")
    return _chosen(
        name,
        folder,
        builder,
        sketches,
        every,
        selection,
    )


def _pieces(source, columns):
    """Give the corpus' name, and its records with what the builder must know of them, a batch at a time."""
    path = Path(source).expanduser()
    if not can_stream(path):
        name, parts = open_source(source, columns)
        return name, ((part, *mapping_of(part, columns), 0) for part in parts)
    stream = open_stream(path)
    return stream.name, _batches(
        stream, *mapping_of(stream.source([], inputs=stream.inputs), columns)
    )


def _batches(stream, mapping, guesses):
    published = mapping.get("published")
    month_first, note = day_order(stream.cells(published)) if published else (True, None)
    notes = [(stream.name, f"{stream.inputs[0][0]}: {note}")] if note else []
    first, inputs = 0, stream.inputs
    for records in stream.batches():
        yield (
            stream.source(records, inputs=inputs, notes=notes, month_first=month_first),
            mapping,
            guesses,
            first,
        )
        first, inputs, notes = first + len(records), [], []


def _put(folder, batch, builder, sketches):
    """Write what the builder has made, and give what stays in memory."""
    rows, problems = builder.take()
    articles = make(rows, ARTICLES)
    words = [words_of(text) for text in articles["text"]]
    for each in words:
        sketches.add(each)
    # what is compared is kept as numbers: to read a part of the table for every pair costs more than the comparing
    np.save(
        folder / f"words-{batch:05d}.npy",
        np.concatenate([np.empty(0, np.uint32), *words]).astype(np.uint32),
    )
    articles.to_parquet(folder / f"articles-{batch:05d}.parquet", index=False)
    make(problems, PROBLEMS).to_parquet(folder / f"problems-{batch:05d}.parquet", index=False)
    ends = np.cumsum([len(each) for each in words], dtype=np.int64)
    return articles[_LIGHT].assign(batch=batch, row=np.arange(len(articles)), words_end=ends)


def _read(folder, batch):
    return pd.read_parquet(folder / f"articles-{batch:05d}.parquet")


def _chosen(name, folder, builder, sketches, every, selection):
    """Choose among the articles as ``load.read`` does, and find copies among those that are left."""
    kept, undated = select_articles(every.assign(number=np.arange(len(every))), selection)
    if kept.empty:
        raise ParameterError(nothing_left(name, selection, every))
    counts = {
        "rows_in": builder.rows_in,
        "rows_out": len(kept),
        "dropped": builder.dropped,
        "filtered": len(every) - len(kept),
    }
    numbers = kept["number"].to_numpy()
    found = sketches.copies(
        numbers[in_order(kept["published"])].tolist(), _words_on_disk(folder, every)
    )
    ids = every["article_id"].to_numpy()
    copies = {ids[copy]: ids[first] for copy, first in found.items()}
    left_out = set(ids) - set(kept["article_id"])
    return Staged(
        name,
        folder,
        kept.drop(columns="number"),
        copies,
        builder.guesses,
        counts,
        builder.inputs,
        undated,
        left_out,
    )


def _words_on_disk(folder, every):
    stored = lru_cache(maxsize=_OPEN)(
        lambda batch: np.load(folder / f"words-{batch:05d}.npy", mmap_mode="r")
    )
    batches, ends, rows = (every[c].to_numpy() for c in ("batch", "words_end", "row"))

    def words(number):
        start = ends[number - 1] if rows[number] else 0
        return stored(batches[number])[start : ends[number]].astype(np.uint64)

    return words
