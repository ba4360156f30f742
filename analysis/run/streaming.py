"""
Take a corpus that is larger than memory through all stages.

In: a source and a folder. Out: the tables in that folder, in shards of a thousand articles
(``figures/shard-00000.parquet``) that ``pipeline.open_tables`` opens again, and that pandas, DuckDB
and Spark read as they are. Rows and their order are those of ``pipeline.run``. Memory holds a few
shards at a time; and of every article its id, what identifies copies, and the title, lead and first
figures by which events are found. An interrupted run resumes with the batch that it was at.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow.parquet import read_metadata

from analysis.compare.events.terms import trim_texts
from analysis.core import atomic_write, kept_files, owned_files, tables
from analysis.core.regrouping import NO_REGROUPING, Regrouping
from analysis.core.selection import Selection
from analysis.extract.parties.gazetteer import PartyName, gazetteer_with
from analysis.load.documents import holds_documents
from analysis.load.staging import Staged, stage
from analysis.load.streams import can_stream, size_of
from analysis.run import (
    batches,
    executors,
    output_folder,
    pipeline,
    table_paths,
    table_store,
    uncorrected,
)
from analysis.run.corrected import Correcting, corrections_of_user
from analysis.run.event_groups import find_events_or_problems
from analysis.run.execution import IN_THIS_PROCESS, Execution
from analysis.run.manifest import MANIFEST, ManifestBuilder, name_of_source
from analysis.run.process_batch import BatchResult
from analysis.run.quantity_groups import find_quantities_or_problems, story_chunks

__all__ = ["run", "should_stream"]

STREAM_FROM = 200_000_000
"""Bytes of input from which a corpus is not held in memory: about 100,000 articles."""

BATCHES_PER_SHARD = 10

_SHARDED = ("articles", *tables.PER_ARTICLE)  # the tables that are written in shards
_FINISHED = ".done"  # folder: for each finished shard, its key and an index of its files
_STAGED = ".staged"  # folder: the articles as they were read


def should_stream(source: str | Path, stream: bool | None = None) -> bool:
    """
    Return whether a source is streamed instead of held in memory.

    Parameters
    ----------
    source : str or Path
    stream : bool, optional
        What the user asked for; by default files of ``STREAM_FROM`` bytes and more are streamed,
        if they are of a kind that can be read in batches.

    Returns
    -------
    bool
    """
    if stream is not None:
        return stream
    path = Path(source).expanduser()
    return (can_stream(path) or holds_documents(path)) and size_of(path) >= STREAM_FROM


def run(
    source: str | Path,
    folder: str | Path,
    *,
    columns: dict[str, str] | None = None,
    as_is: bool = False,
    selection: Selection = pipeline.EVERYTHING,
    execution: Execution = IN_THIS_PROCESS,
    batch_size: int = batches.BATCH_SIZE,
    outlets_file: str | Path | None = None,
    parties_file: str | Path | None = None,
    corrections: str | Path | None = None,
    only_checked: bool = False,
) -> pipeline.Run:
    """
    Make all tables of a corpus on disk.

    Parameters
    ----------
    source, columns, as_is, selection, execution, outlets_file, parties_file, corrections
        See ``pipeline.run``. The source is not a folder of tables.
    folder : str or Path
        Where the tables are written.
    batch_size : int
        Articles in a batch.
    only_checked : bool
        See ``pipeline.run``.

    Returns
    -------
    Run
        Its tables are read on first use.

    Raises
    ------
    InputError, MissingResourceError, ParameterError, RunError
        See ``pipeline.run``.
    """
    own_parties = pipeline.parties_of_user(source, parties_file)
    correcting = Correcting(
        corrections_of_user(source, corrections),
        gazetteer_with(own_parties),
        is_selection=not selection.is_everything,
        only_checked=only_checked,
    )
    parameters = pipeline.parameters_of(
        source, columns, as_is, selection, outlets_file, parties_file, only_checked=only_checked
    )
    manifest = ManifestBuilder(parameters, execution.progress)
    files = [MANIFEST, table_store.HASHES]
    with output_folder.opened(folder, name_of_source(source), files) as opened:
        uncorrected.restore(opened)
        staged = _stage(
            source, opened, columns, as_is, selection, outlets_file, manifest, correcting
        )
        shards = _ShardWriter(staged, opened, batch_size, own_parties, correcting)
        return _process(shards, manifest, execution)


def _stage(
    source: str | Path,
    folder: Path,
    columns: dict[str, str] | None,
    as_is: bool,
    selection: Selection,
    outlets_file: str | Path | None,
    manifest: ManifestBuilder,
    correcting: Correcting,
) -> Staged:
    """Read the articles into the folder, which holds no finished run from here on."""
    table_store.begin(folder)
    with manifest.stage("load") as counts:
        staged = stage(
            source,
            folder / _STAGED,
            columns=columns,
            as_is=as_is,
            selection=selection,
            outlets_file=outlets_file,
            correct=correcting.correct_articles,
        )
        ids = staged.articles.loc[:, "article_id"]
        related = staged.articles[["article_id", "outlet"]].assign(
            duplicate_of=ids.map(staged.copies), update_of=ids.map(staged.updates)
        )
        counts.update(staged.counts, **pipeline.count_relations(related))
    return staged


def _process(
    shards: "_ShardWriter", manifest: ManifestBuilder, execution: Execution
) -> pipeline.Run:
    """Write all tables of the staged articles."""
    staged, folder = shards.staged, shards.folder
    _write_shards(shards, manifest, execution)
    batches.raise_if_all_failed(len(staged.articles), shards.problems)
    table_store.clear(folder, _SHARDED, single_files=True, n_shards=shards.n_shards)
    correcting = shards.correcting
    if correcting:
        with manifest.stage("corrections"):
            correcting.begin(staged.articles)
            shards.correct()
    with manifest.stage("compare: events") as counts:
        groups, event_problems = _write_articles_with_events(shards)
        counts.update({"articles": len(staged.articles)} | _lengths(groups))
    with manifest.stage("compare: quantities") as counts:
        groups["quantities"], quantity_problems = _write_quantities(shards)
        counts.update(quantities=len(groups["quantities"]))
    correcting.finish(
        _read_shards(folder, "articles", columns=["article_id", "event_id", "story_id"]),
        _read_shards(folder, "figures", columns=["figure_id", "quantity_id"]),
    )
    told = correcting.ledger.problems()
    problems = pd.concat(
        [staged.problems(), shards.problems, told, event_problems, quantity_problems],
        ignore_index=True,
    )
    groups["corrections"] = correcting.ledger.table()
    if correcting.corrections:
        manifest.add_corrections(correcting.facts(), correcting.ledger.counts())
    atomic_write.write_parquet(problems, folder / "problems.parquet")
    for name, frame in groups.items():
        atomic_write.write_parquet(frame, folder / f"{name}.parquet")
    rows = _rows_in_shards(folder, _SHARDED)
    rows |= {"problems": len(problems)} | _lengths(groups)
    built = manifest.build(staged, rows)
    table_store.finish(folder, pipeline.TABLES, built)
    owned_files.remove(folder / _STAGED)
    stored = table_store.StoredTables(folder, pipeline.TABLES)
    return pipeline.Run(stored, built, staged.guesses)


@dataclass(frozen=True)
class _Shard:
    """A shard that waits for the results of its batches."""

    number: int
    articles: pd.DataFrame  # the columns that make its key
    n_batches: int


class _ShardWriter:
    """Split a corpus into shards, and write each as soon as all its batches are processed."""

    def __init__(
        self,
        staged: Staged,
        folder: Path,
        batch_size: int,
        own_parties: Sequence[PartyName],
        correcting: Correcting,
    ) -> None:
        self.correcting = correcting
        self.own_parties = own_parties
        self.staged = staged
        self.folder = folder
        self.batch_size = batch_size
        self.shard_size = batch_size * BATCHES_PER_SHARD
        self.problems = tables.empty(tables.PROBLEMS)
        self._waiting: deque[_Shard] = deque()
        self._results: list[BatchResult] = []

    @property
    def n_shards(self) -> int:
        """Number of shards of the corpus."""
        return -(-len(self.staged.articles) // self.shard_size)

    def shards(self) -> Iterator[tuple[int, pd.DataFrame]]:
        """Yield the number and the articles of each shard."""
        for number, articles in enumerate(self.staged.batches(self.shard_size)):
            yield number, self.correcting.correct_again(articles)

    def correct(self) -> None:
        """Lay corrections over the shards; what was extracted is kept beside them."""
        for number, articles in self.shards():
            before = {
                name: pd.read_parquet(table_paths.shard_path(self.folder, name, number))
                for name in tables.PER_ARTICLE
            }
            after = self.correcting.correct_shard({**before, "articles": articles})
            changed = [name for name in before if after[name] is not before[name]]
            if changed:
                uncorrected.keep(self.folder, self._mark(number), number, changed)
            for name in changed:
                path = table_paths.shard_path(self.folder, name, number)
                atomic_write.write_parquet(after[name], path)
            if changed:
                self._index_again(number)

    def unfinished_batches(self, manifest: ManifestBuilder) -> Iterator[pd.DataFrame]:
        """Yield the batches of the shards that an earlier run did not finish."""
        for number, articles in self.shards():
            if self._is_finished(number, articles, manifest):
                manifest.add_reused(len(articles))
                continue
            shard_batches = batches.split_into_batches(articles, self.batch_size)
            shard = _Shard(number, articles.loc[:, list(batches.KEY_COLUMNS)], len(shard_batches))
            self._waiting.append(shard)
            yield from shard_batches

    def add(self, result: BatchResult) -> None:
        """Add the result of the next batch; its shard is written if it was the last one of it."""
        self._results.append(result)
        if len(self._results) == self._waiting[0].n_batches:
            self._write(self._waiting.popleft(), self._results)
            self._results = []

    def _mark(self, number: int) -> Path:
        return self.folder / _FINISHED / f"shard-{number:05d}"

    def _is_finished(self, number: int, articles: pd.DataFrame, manifest: ManifestBuilder) -> bool:
        """Return whether an earlier run wrote this shard, and its files have not changed since."""
        mark = self._mark(number)
        if not mark.exists():
            return False
        index = kept_files.read_index(mark)
        if index is None:
            changed = [mark.name]
        elif index.key != batches.batch_key(articles, self.own_parties):
            return False
        else:
            files = [path.relative_to(self.folder).as_posix() for path in self._files(number)]
            changed = kept_files.changed_files(self.folder, index.hashes, files)
        if changed:
            manifest.add_remade(f"shard {number}", changed)
        return not changed

    def _files(self, number: int) -> list[Path]:
        """Return the files of a shard, without that of its articles, which is always written."""
        return [table_paths.shard_path(self.folder, name, number) for name in tables.PER_ARTICLE]

    def _write(self, shard: _Shard, results: list[BatchResult]) -> None:
        """Write the tables of a shard; one with problems is tried again by the next run."""
        for name in tables.PER_ARTICLE:
            frame = pd.concat([result.tables[name] for result in results], ignore_index=True)
            path = table_paths.shard_path(self.folder, name, shard.number)
            atomic_write.write_parquet(frame, path)
        problems = [result.tables["problems"] for result in results]
        if all(batches.failures(table).empty for table in problems):
            key = batches.batch_key(shard.articles, self.own_parties)
            hashes = kept_files.hash_files(self._files(shard.number), self.folder)
            kept_files.write_index(self._mark(shard.number), hashes, key)
            for articles in batches.split_into_batches(shard.articles, self.batch_size):
                batches.forget_batch(articles, self.own_parties)
        self.problems = pd.concat([self.problems, *problems], ignore_index=True)

    def write_quantities(self, number: int, told: Mapping[str, Mapping[str, str]]) -> None:
        """Add what quantities tell to the figures of a shard, which stays finished if it was."""
        path = table_paths.shard_path(self.folder, "figures", number)
        figures = pd.read_parquet(path)
        columns = {name: figures["figure_id"].map(own.get) for name, own in told.items()}
        with_quantities = tables.make(figures.assign(**columns), tables.FIGURES)
        atomic_write.write_parquet(with_quantities, path)
        self._index_again(number)

    def _index_again(self, number: int) -> None:
        """Take the files of a finished shard, as they are now, for those that were written."""
        index = kept_files.read_index(self._mark(number))
        if index is not None:
            hashes = kept_files.hash_files(self._files(number), self.folder)
            kept_files.write_index(self._mark(number), hashes, index.key)


def _write_shards(shards: _ShardWriter, manifest: ManifestBuilder, execution: Execution) -> None:
    """Process the batches that are not finished yet, and write their shards."""
    n_articles = len(shards.staged.articles)
    n_batches = n_articles / shards.batch_size
    executor = executors.choose_executor(execution, n_batches, shards.own_parties)
    finished = batches.run_batches(
        shards.unfinished_batches(manifest),
        manifest,
        executor,
        keep=execution.keep,
        n_articles=n_articles - manifest.n_reused,
        own_parties=shards.own_parties,
    )
    for _, result in finished:
        shards.add(result)


def _write_articles_with_events(
    shards: _ShardWriter,
) -> tuple[dict[str, pd.DataFrame], pd.DataFrame]:
    """Find the events of all articles, write the articles, and return their tables and problems."""
    heads = [trim_texts(articles).assign(url=None, author=None) for _, articles in shards.shards()]
    found, problems = find_events_or_problems(
        tables.make(pd.concat(heads, ignore_index=True), tables.ARTICLES),
        **shards.correcting.by_hand(),
    )
    ids = found.articles[["event_id", "story_id"]]
    for number, articles in shards.shards():
        first = number * shards.shard_size
        of_shard = ids.iloc[first : first + len(articles)].set_axis(articles.index)
        path = table_paths.shard_path(shards.folder, "articles", number)
        with_events = articles.assign(**{name: of_shard[name] for name in of_shard})
        atomic_write.write_parquet(tables.make(with_events, tables.ARTICLES), path)
    return {"events": found.events, "stories": found.stories}, problems


def _write_quantities(shards: _ShardWriter) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the quantities of all stories, write them to the figures, and return their table."""
    folder = shards.folder
    columns = ["article_id", "story_id"]
    articles = _read_shards(folder, "articles", columns=columns)
    stories = pd.Series(articles["story_id"].to_numpy(), index=articles["article_id"])
    told: dict[str, dict[str, str]] = {name: {} for name in tables.TOLD_BY_QUANTITIES}
    all_quantities = [tables.empty(tables.QUANTITIES)]
    all_problems = [tables.empty(tables.PROBLEMS)]
    regrouped = _regrouped_figures(shards)
    for ids in story_chunks(stories):
        inputs = [
            _read_shards(folder, name, filters=[("article_id", "in", ids)])
            for name in ("figures", "articles", "sentences")
        ]
        figures, quantities, problems = find_quantities_or_problems(*inputs, regrouped=regrouped)
        for name, of_figure in told.items():
            of_figure.update(zip(figures["figure_id"], figures[name], strict=True))
        all_quantities.append(quantities)
        all_problems.append(problems)
    for number in range(shards.n_shards):
        shards.write_quantities(number, told)
    return (
        pd.concat(all_quantities, ignore_index=True),
        pd.concat(all_problems, ignore_index=True),
    )


def _regrouped_figures(shards: _ShardWriter) -> Regrouping:
    """Return which figures a person put together or apart; only their articles are read."""
    ids = shards.correcting.articles_of_figures()
    if not ids:
        return NO_REGROUPING
    inputs = [
        _read_shards(shards.folder, name, filters=[("article_id", "in", ids)])
        for name in ("figures", "articles")
    ]
    return shards.correcting.find_figures(*inputs)


def _read_shards(folder: Path, name: str, **options: Any) -> pd.DataFrame:
    """Return the rows of a table from all its shards; options as of ``pandas.read_parquet``."""
    paths = table_paths.shard_paths(folder, name)
    frames = [pd.read_parquet(path, **options) for path in paths]
    return pd.concat(frames, ignore_index=True)


def _lengths(frames: dict[str, pd.DataFrame]) -> dict[str, int]:
    return {name: len(frame) for name, frame in frames.items()}


def _rows_in_shards(folder: Path, names: Sequence[str]) -> dict[str, int]:
    rows = dict.fromkeys(names, 0)
    for name in names:
        for path in table_paths.shard_paths(folder, name):
            rows[name] += read_metadata(path).num_rows
    return rows
