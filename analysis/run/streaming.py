"""
Take a corpus that is larger than memory through all stages.

In: a source and a folder. Out: the tables in that folder, in pieces of a thousand articles
(``figures/part-00000.parquet``) that ``pipeline.open_tables`` opens again, and that pandas, DuckDB and Spark read as
they are. Rows and their order are those of ``pipeline.run``. In memory are a few pieces; and of every article its id,
what tells copies, and the title, lead and first figures by which events are found. A run that is killed goes on with
the part that it was at.
"""

import json
import shutil
from collections import deque
from pathlib import Path

import pandas as pd
from pyarrow.parquet import read_metadata

from analysis.compare.events.find import find_events
from analysis.compare.events.similarity import trim_texts
from analysis.core import atomic_write, tables
from analysis.load.staging import stage
from analysis.load.streams import can_stream, size_of
from analysis.run import batches, pipeline, table_store
from analysis.run.executors import choose_executor, suggested_processes
from analysis.run.manifest import Recorder

__all__ = ["FROM", "run", "should_stream"]

FROM = 200_000_000  # bytes of input from which it is not held in memory: some 100,000 articles
PARTS = 10  # parts in a piece
MARKS, STAGED = ".done", ".staged"
_OF_EVENTS = ["article_id", "start", "implicit", "outcome", "low"]
_HEAD = 1_000  # characters in which figures tell events
_NAMED = ["article_id", "title", "text"]


def should_stream(source, asked=None):
    """Say whether a source is read piece by piece: where it is asked for, or is a large file that can be."""
    path = Path(source).expanduser()
    return asked if asked is not None else can_stream(path) and size_of(path) >= FROM


def run(
    source,
    folder,
    *,
    columns=None,
    as_is=False,
    selection=pipeline.EVERYTHING,
    threads=2,
    workers=1,
    scheduler=None,
    progress=False,
    size=batches.SIZE,
):
    """
    Make all tables of a corpus on disk.

    Parameters
    ----------
    source, columns, as_is, selection, threads, workers, scheduler, progress
        See ``pipeline.run``.
    folder : Path
        Where the tables go.
    size : int
        Articles in a part.

    Returns
    -------
    Run
        Its tables are read when they are asked for.

    Raises
    ------
    InputError, MissingResourceError, ParameterError, RunError
        See ``pipeline.run``.
    """
    folder = Path(folder)
    recorder = Recorder(
        {"source": str(source), "columns": columns, "as_is": as_is, **selection.as_dict()}, progress
    )
    (folder / pipeline.MANIFEST).unlink(missing_ok=True)  # until the end, this is no finished run
    with recorder.stage("load") as counts:
        staged = stage(source, folder / STAGED, columns=columns, as_is=as_is, selection=selection)
        counts.update(staged.counts, duplicates=len(staged.copies))
    crew = choose_executor(
        workers or suggested_processes(len(staged.articles) / size), threads, scheduler
    )
    problems = _make(staged, folder, recorder, crew, size)
    batches.raise_if_all_failed(len(staged.articles), problems)
    split = ("articles", *tables.PER_ARTICLE)
    table_store.clear(folder, split, single=True, beyond=-(-len(staged.articles) // (size * PARTS)))
    with recorder.stage("compare: events") as counts:
        events = _events(staged, folder, size * PARTS)
        counts.update(articles=len(staged.articles), events=len(events))
    problems = pd.concat([staged.problems(), problems], ignore_index=True)
    atomic_write.write_parquet(problems, folder / "problems.parquet")
    atomic_write.write_parquet(events, folder / "events.parquet")
    manifest = recorder.manifest(
        staged, _rows(folder, split) | {"problems": len(problems), "events": len(events)}
    )
    atomic_write.write_text(json.dumps(manifest, indent=1, default=str), folder / pipeline.MANIFEST)
    shutil.rmtree(folder / STAGED)
    return pipeline.Run(table_store.StoredTables(folder, pipeline.TABLES), manifest, staged.guesses)


def _make(staged, folder, recorder, crew, size):
    """Make the pieces that are not there yet; give the problems met."""
    plan, made, problems = deque(), [], []
    parts = _lacking(staged, folder, recorder, plan, size)
    for _, result in batches.run_batches(
        parts, recorder, crew, total=len(staged.articles) - recorder.n_reused
    ):
        made.append(result.tables)
        if len(made) == plan[0][2]:
            number, piece, _ = plan.popleft()
            problems.append(_write(folder, number, piece, made, size))
            made = []
    return pd.concat(problems or [tables.empty(tables.PROBLEMS)], ignore_index=True)


def _lacking(staged, folder, recorder, plan, size):
    """Yield the parts of pieces that an earlier run did not end, and note in ``plan`` what they belong to."""
    for number, piece in enumerate(staged.parts(size * PARTS)):
        mark = _mark(folder, number)
        if mark.exists() and mark.read_text() == batches.batch_name(piece):
            recorder.reused(len(piece))
            continue
        parts = batches.split_into_batches(piece, size)
        plan.append((number, piece[_NAMED], len(parts)))
        yield from parts


def _mark(folder, number):
    return folder / MARKS / f"part-{number:05d}"


def _write(folder, number, piece, made, size):
    """Write the tables of a piece, and give its problems; what failed is tried again next time."""
    for name in tables.PER_ARTICLE:
        whole = pd.concat([part[name] for part in made], ignore_index=True)
        atomic_write.write_parquet(whole, table_store.shard_path(folder, name, number))
    problems = pd.concat([part["problems"] for part in made], ignore_index=True)
    if problems.empty:
        atomic_write.write_text(batches.batch_name(piece), _mark(folder, number))
        for part in batches.split_into_batches(piece, size):
            batches.forget(part)
    return problems


def _events(staged, folder, size):
    """Find the events of all articles, and write the articles with them."""
    light = pd.concat(
        [trim_texts(piece).assign(url=None, author=None) for piece in staged.parts(size)],
        ignore_index=True,
    )
    figures = pd.concat(
        [
            pd.read_parquet(path, columns=_OF_EVENTS)
            for path in table_store.shard_paths(folder, "figures")
        ]
    )
    found, events = find_events(
        tables.make(light, tables.ARTICLES), figures=figures[figures["start"] < _HEAD]
    )
    event_of = found["event_id"].to_numpy()
    for number, piece in enumerate(staged.parts(size)):
        first = number * size
        whole = tables.make(
            piece.assign(event_id=event_of[first : first + len(piece)]), tables.ARTICLES
        )
        atomic_write.write_parquet(whole, table_store.shard_path(folder, "articles", number))
    return events


def _rows(folder, names):
    return {
        name: sum(read_metadata(path).num_rows for path in table_store.shard_paths(folder, name))
        for name in names
    }
