"""
Take articles through annotation, extraction and measurement, batch by batch.

In: the ``articles`` table. Out: the tables of those stages. Where a batch is processed is decided
in ``analysis.run.executors``, how in ``analysis.run.process_batch``. A finished batch is kept on
disk under a hash of its texts, the code and the models, so it is never mistaken for another, and an
interrupted run resumes there. A kept batch whose files have changed is processed again.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

import pandas as pd

from analysis.core import kept_files, paths, tables
from analysis.core.atomic_write import write_parquet
from analysis.core.errors import RunError
from analysis.extract.parties.gazetteer import PartyName
from analysis.run import cache_keys, executors
from analysis.run.execution import IN_THIS_PROCESS, Execution
from analysis.run.executors import Executor, PendingResult
from analysis.run.manifest import ManifestBuilder
from analysis.run.process_batch import BatchResult

__all__ = [
    "BATCH_SIZE",
    "RESULT_TABLES",
    "batch_key",
    "failures",
    "forget_batch",
    "process_articles",
    "raise_if_all_failed",
    "run_batches",
    "split_into_batches",
]

BATCH_SIZE = 100
"""Articles in a batch: little work is lost with one, and it fills the batches of the model."""

RESULT_TABLES = (*tables.PER_ARTICLE, "problems")
"""The tables that a batch results in."""

_STAGES = ("annotate", "extract", "measure")  # of a batch
# Columns of articles on which the tables of a batch depend.
KEY_COLUMNS = ("article_id", "language", "title", "text", "published")
_FINISHED = "done.json"  # index of the files of a kept batch, written last


def process_articles(
    articles: pd.DataFrame,
    manifest: ManifestBuilder,
    execution: Execution = IN_THIS_PROCESS,
    *,
    batch_size: int | None = None,
    own_parties: Sequence[PartyName] = (),
) -> dict[str, pd.DataFrame]:
    """
    Make the tables of all articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    manifest : ManifestBuilder
        Receives rows and seconds.
    execution : Execution
        Where batches are processed, and whether finished ones are kept and reused. The tables do
        not depend on it.
    batch_size : int, optional
        Articles in a batch; ``BATCH_SIZE`` by default.
    own_parties : sequence of PartyName
        The user's own parties.

    Returns
    -------
    dict of str to DataFrame
        The tables named in ``RESULT_TABLES``.

    Raises
    ------
    LexiconError, MissingResourceError
        If a model or lexicon is missing, altered or broken.
    RunError
        If no article at all could be read, the disk is full, or worker processes or the cluster
        cannot be used; finished batches are kept.
    """
    size = batch_size or BATCH_SIZE
    executor = executors.choose_executor(execution, len(articles) / size, own_parties)
    batches = split_into_batches(articles, size)
    finished = run_batches(
        batches,
        manifest,
        executor,
        keep=execution.keep,
        n_articles=len(articles),
        own_parties=own_parties,
    )
    results = [result.tables for _, result in finished]
    combined = {name: _concatenated(name, results) for name in RESULT_TABLES}
    raise_if_all_failed(len(articles), combined["problems"])
    return combined


def _concatenated(name: str, results: list[dict[str, pd.DataFrame]]) -> pd.DataFrame:
    if not results:
        return tables.empty(tables.ALL[name])
    return pd.concat([result[name] for result in results], ignore_index=True)


def split_into_batches(articles: pd.DataFrame, size: int = BATCH_SIZE) -> list[pd.DataFrame]:
    """Split the rows of a table into batches of ``size``; the last one may be smaller."""
    return [articles.iloc[start : start + size] for start in range(0, len(articles), size)]


def run_batches(
    batches: Iterable[pd.DataFrame],
    manifest: ManifestBuilder,
    executor: Executor,
    *,
    keep: bool = True,
    n_articles: int | None = None,
    own_parties: Sequence[PartyName] = (),
) -> Iterator[tuple[pd.DataFrame, BatchResult]]:
    """
    Process batches in order, and keep each on disk as soon as it is finished.

    Parameters
    ----------
    batches : iterable of DataFrame
        Rows of ``articles``; taken from the iterable only as they are needed.
    manifest : ManifestBuilder
    executor : Executor
        Entered when the first batch has to be processed, so never if all of them are kept.
    keep : bool
        Keep finished batches on disk, and reuse those that are there.
    n_articles : int, optional
        Articles in all batches, for the progress bar.
    own_parties : sequence of PartyName
        The user's own parties, as the executor has them: kept batches depend on them.

    Yields
    ------
    (DataFrame, BatchResult)
        The batch and its result, in the order of ``batches``.
    """
    lazy_executor = _LazyExecutor(executor)
    with (
        lazy_executor,
        manifest.track(n_articles, "annotate, extract, measure") as report_progress,
    ):
        kept = _KeptBatches(manifest, own_parties) if keep else None
        known = _with_kept_results(batches, kept)
        for articles, result in executors.results_in_order(lazy_executor, known):
            if kept is not None and result.worker:
                kept.write(articles, result)
            report_progress(articles, result)
            yield articles, result


def _with_kept_results(
    batches: Iterable[pd.DataFrame], kept: "_KeptBatches | None"
) -> Iterator[tuple[pd.DataFrame, BatchResult | None]]:
    for articles in batches:
        yield articles, None if kept is None else kept.read(articles)


class _LazyExecutor:
    """An executor that is entered when the first batch is submitted: reused batches need none."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._entered: Executor | None = None

    @property
    def max_pending(self) -> int:
        return self._executor.max_pending

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._entered is not None:
            self._entered.__exit__(error_type, error, traceback)

    def submit(self, articles: pd.DataFrame) -> PendingResult:
        if self._entered is None:
            self._entered = self._executor.__enter__()
        return self._entered.submit(articles)


def raise_if_all_failed(n_articles: int, problems: pd.DataFrame) -> None:
    """
    Raise if not a single article could be read.

    Parameters
    ----------
    n_articles : int
        Articles of the run.
    problems : DataFrame
        Its ``problems`` table.

    Raises
    ------
    RunError
        With the reason of the first article.
    """
    failed = failures(problems)
    if n_articles and len(set(failed["article_id"])) == n_articles:
        raise RunError(
            f"None of {n_articles} articles could be read. The first: {failed['reason'].iloc[0]}"
        )


def failures(problems: pd.DataFrame) -> pd.DataFrame:
    """Return the problems of stages that failed, without those that only leave out a value."""
    return problems.loc[problems["stage"].isin(_STAGES)]


def _batch_folder(articles: pd.DataFrame, own_parties: Sequence[PartyName] = ()) -> Path:
    return paths.REPORTS / ".batches" / batch_key(articles, own_parties)


class _KeptBatches:
    """
    The results of finished batches on disk.

    Parameters
    ----------
    manifest : ManifestBuilder
        Is told of kept batches that have changed.
    own_parties : sequence of PartyName
        The user's own parties, on which results depend.
    """

    def __init__(self, manifest: ManifestBuilder, own_parties: Sequence[PartyName]) -> None:
        self.manifest = manifest
        self.own_parties = own_parties

    def read(self, articles: pd.DataFrame) -> BatchResult | None:
        """
        Return the result of a batch in an earlier run.

        None if the batch was not finished there, or if its files have changed since.
        """
        folder = _batch_folder(articles, self.own_parties)
        if not (folder / _FINISHED).exists():
            return None
        changed = _changed_files(folder)
        if changed:
            first = articles["article_id"].iloc[0]
            self.manifest.add_remade(
                f"kept batch of {len(articles)} articles from {first}", changed
            )
            forget_batch(articles, self.own_parties)
            return None
        kept = {name: pd.read_parquet(folder / f"{name}.parquet") for name in RESULT_TABLES}
        return BatchResult(kept)

    def write(self, articles: pd.DataFrame, result: BatchResult) -> None:
        """Keep the result of a batch."""
        folder = _batch_folder(articles, self.own_parties)
        files = []
        for name, frame in result.tables.items():
            path = folder / f"{name}.parquet"
            write_parquet(frame, path)
            files.append(path)
        # A batch with failed articles is tried again next time.
        if failures(result.tables["problems"]).empty:
            kept_files.write_index(folder / _FINISHED, kept_files.hash_files(files, folder))


def _changed_files(folder: Path) -> list[str]:
    """Return the names of the files of a kept batch that are not as they were written."""
    index = kept_files.read_index(folder / _FINISHED)
    if index is None:
        return [_FINISHED]
    expected = [f"{name}.parquet" for name in RESULT_TABLES]
    return kept_files.changed_files(folder, index.hashes, expected)


def forget_batch(articles: pd.DataFrame, own_parties: Sequence[PartyName] = ()) -> None:
    """Delete what is kept of a batch."""
    shutil.rmtree(_batch_folder(articles, own_parties), ignore_errors=True)


def batch_key(articles: pd.DataFrame, own_parties: Sequence[PartyName] = ()) -> str:
    """
    Return a hash of a batch: of what the stages read of articles, code, lexicons, models, parties.

    Days are among it: who held an office then, and which year a number is of, depends on them.
    """
    digest = sha256(cache_keys.code_key().encode())
    for row in articles[list(KEY_COLUMNS)].itertuples(index=False):
        digest.update(repr(tuple(row)).encode("utf8", "surrogatepass"))
    for name in own_parties:
        digest.update(repr(tuple(name)).encode("utf8", "surrogatepass"))
    return digest.hexdigest()[:24]
