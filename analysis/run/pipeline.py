"""
Join the stages over a whole corpus, and keep the tables.

In: the name of a corpus, a file, a folder, or a folder of tables that an earlier run wrote.
Out: a ``Run``, which holds every table as an attribute. Articles are worked on in parts; a part that is done is kept
on disk, so a run that dies goes on where it stopped, and a part that nothing has changed for is not done again.
"""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis import load
from analysis.core import atomic_write, paths, tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.selection import Selection
from analysis.load.filters import select_articles
from analysis.run import table_store
from analysis.run.manifest import CONSTRUCTED, Recorder

__all__ = ["TABLES", "Run", "articles", "iterate_shards", "claims", "open_tables", "run", "select"]

_log = logging.getLogger(__name__)

TABLES = ("articles", "problems", "events", *tables.PER_ARTICLE)
"""The tables that a run holds."""

MANIFEST = "manifest.json"
EVERYTHING = Selection()


@dataclass(frozen=True)
class Run:
    """
    Every table of one run, and how it came about.

    Attributes
    ----------
    tables : mapping of str to DataFrame
        Each is also an attribute: ``run.figures``.
    manifest : dict
        Versions, parameters, input hashes, counts in and out of each stage, seconds a stage.
    guesses : dict
        Our column names to the input's, for those that were guessed.
    """

    tables: dict = field(repr=False)
    manifest: dict = field(repr=False)
    guesses: dict = field(default_factory=dict)

    def __getattr__(self, name):
        """Give a table by its name."""
        try:
            return self.__dict__["tables"][name]
        except KeyError:
            raise AttributeError(
                f"a run has no table {name!r}; it has {', '.join(TABLES)}"
            ) from None

    @property
    def mark(self):
        """What a chart's title must say of the corpus: that it is constructed, or nothing."""
        return " [constructed sample]" if self.manifest["corpus"] in CONSTRUCTED else ""

    def without_copies(self):
        """
        Leave out articles that are copies of an earlier one, and their rows in every table.

        Returns
        -------
        Run
            For what counts an outlet's own choices: a copy is no second choice.
        """
        return _keep(
            self, self.articles[self.articles["duplicate_of"].isna()].reset_index(drop=True)
        )

    def only_event(self, event):
        """
        Keep the articles of one event, and their rows in every table.

        Raises
        ------
        ParameterError
            If there is no such event.
        """
        if event not in set(self.events["event_id"]):
            raise ParameterError(unknown_value_message("event", event, self.events["event_id"]))
        return _keep(
            self, self.articles[self.articles["event_id"].eq(event)].reset_index(drop=True)
        )

    def with_overrides(self, overrides):
        """
        Join or part articles by hand.

        Parameters
        ----------
        overrides : str or Path
            CSV file with ``article_id`` and ``event_id``, see ``analysis.compare.events.find``.

        Returns
        -------
        Run
        """
        from analysis.compare.events.find import find_events

        articles, events = find_events(self.articles, figures=self.figures, overrides=overrides)
        return Run(
            {**self.tables, "articles": articles, "events": events}, self.manifest, self.guesses
        )

    def save(self, folder):
        """
        Write every table as Parquet, and the manifest.

        Parameters
        ----------
        folder : Path
            Made if need be. Each file is written beside its place and then moved there.

        Returns
        -------
        Path
            The folder.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        if getattr(self.tables, "folder", None) != folder:  # else they are there already
            table_store.clear(folder, self.tables)
            for name, frame in self.tables.items():
                atomic_write.write_parquet(frame, folder / f"{name}.parquet")
        atomic_write.write_text(json.dumps(self.manifest, indent=1, default=str), folder / MANIFEST)
        return folder


def run(
    source="embedded",
    *,
    columns=None,
    as_is=False,
    selection=EVERYTHING,
    threads=2,
    workers=1,
    scheduler=None,
    keep=True,
    progress=False,
):
    """
    Run every stage from loading to events.

    Parameters
    ----------
    source : str or Path
        See ``analysis.load.read``; or a folder of tables that ``Run.save`` wrote, which is opened and filtered only.
    columns : dict, optional
        Our column names to the input's.
    as_is : bool
        Keep texts to the letter, so that offsets of labelled corpora hold.
    selection : Selection
        Which of the articles to keep.
    threads : int
        Threads of the reader, shared out among the workers.
    workers : int
        Processes that read at the same time; 0 takes as many as this machine and the corpus are good for.
    scheduler : str, optional
        Address of a dask scheduler whose workers read instead; see ``docs/scale.md``. The tables are the same.
    keep : bool
        Keep finished parts in ``reports/.parts`` and use those that are there.
    progress : bool
        Show a bar on a terminal, one line a stage elsewhere.

    Returns
    -------
    Run

    Raises
    ------
    InputError, MissingResourceError, ParameterError
        See ``analysis.load.read``.
    """
    if (Path(source) / MANIFEST).is_file():
        return select(open_tables(source), selection)
    # What only a new run needs is loaded here, so that opening tables stays quick.
    from analysis.compare.events.find import find_events
    from analysis.run import batches

    recorder = Recorder(
        {"source": str(source), "columns": columns, "as_is": as_is, **selection.as_dict()}, progress
    )
    with recorder.stage("load") as counts:
        loaded = load.read(source, columns=columns, as_is=as_is, selection=selection)
        counts.update(loaded.counts)
    with recorder.stage("load: duplicates") as counts:
        marked = load.mark_duplicates(loaded.articles)
        counts.update(articles=len(marked), duplicates=int(marked["duplicate_of"].notna().sum()))
    done = batches.process_articles(
        marked, recorder, threads=threads, keep=keep, n_workers=workers, scheduler=scheduler
    )
    with recorder.stage("compare: events") as counts:
        with_events, events = find_events(marked, figures=done["figures"])
        counts.update(articles=len(with_events), events=len(events))
    done["problems"] = pd.concat([loaded.problems, done["problems"]], ignore_index=True)
    result = {"articles": with_events, "events": events, **done}
    manifest = recorder.manifest(loaded, {name: len(frame) for name, frame in result.items()})
    return Run({name: result[name] for name in TABLES}, manifest, loaded.guesses)


def open_tables(folder):
    """
    Open the tables that an earlier run wrote, and check each against its definition.

    Parameters
    ----------
    folder : Path
        Tables in pieces are read and checked when they are asked for.

    Returns
    -------
    Run

    Raises
    ------
    InputError
        If a table is not there.
    TableError
        If a table is not as defined.
    """
    folder = Path(folder)
    opened = table_store.StoredTables(folder, TABLES)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf8"))
    return Run(opened if opened.in_pieces else dict(opened), manifest)


def iterate_shards(folder):
    """
    Open the tables of a large run a piece at a time, to add up what does not fit in memory together.

    Parameters
    ----------
    folder : Path
        Tables in pieces of a thousand articles, see ``analysis.run.streaming``; of other tables, the whole is one piece.

    Yields
    ------
    Run
        With the articles of one piece and their rows in every table; ``events`` and ``problems`` are whole.
    """
    folder = Path(folder)
    numbers = range(len(table_store.shard_paths(folder, "articles")))
    manifest = open_tables(folder).manifest
    if not numbers:
        yield open_tables(folder)
    for number in numbers:
        yield Run(table_store.StoredTables(folder, TABLES, number), manifest)


def select(run, selection):
    """
    Keep the articles that a filter allows, and their rows in every table.

    Parameters
    ----------
    run : Run
        Not changed.
    selection : Selection

    Returns
    -------
    Run

    Raises
    ------
    ParameterError
        If an outlet is not there, a date cannot be read, or no article is left.
    """
    if selection.is_everything:
        return run
    kept, _ = select_articles(run.articles, selection)
    return _keep(run, kept)


def _keep(run, kept):
    chosen = {name: _rows_of(frame, kept) for name, frame in run.tables.items()}
    return Run({**chosen, "articles": kept, "problems": run.problems}, run.manifest, run.guesses)


def _rows_of(frame, kept):
    for key in ("article_id", "event_id"):
        if key in frame:
            return frame[frame[key].isin(kept[key])].reset_index(drop=True)
    return frame


def articles(source="embedded", **options):
    """Give the ``articles`` and ``problems`` tables alone; see ``run`` for the options."""
    opened = run(source, **options)
    return opened.articles, opened.problems


def claims(folder=paths.CLAIMS):
    """Give the ``claims`` table, and the problems met in reading it."""
    return load.read_claims(folder)
