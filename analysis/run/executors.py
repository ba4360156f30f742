"""
Process batches of articles: in this process, in others on this machine, or on a cluster.

In: batches. Out: what ``analysis.run.process_batch.process_batch`` returns for each, in the order
of the batches. A batch goes through the same code wherever it is processed, so the tables are equal
to the last row. Only a few batches are pending at a time, so memory does not grow with the corpus.
A batch whose worker crashes is processed once more; if that worker crashes too, its articles are
listed in ``problems``.
"""

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, cast

import pandas as pd

from analysis.core.errors import MissingResourceError, RunError
from analysis.extract.parties.gazetteer import PartyName
from analysis.run import cache_keys
from analysis.run.execution import Execution
from analysis.run.process_batch import BatchResult, failed_batch, process_batch

if TYPE_CHECKING:
    import distributed

__all__ = [
    "DaskExecutor",
    "Executor",
    "ProcessExecutor",
    "SerialExecutor",
    "choose_executor",
    "results_in_order",
    "suggested_processes",
]

_log = logging.getLogger(__name__)

PENDING_PER_WORKER = 2
"""Batches pending for each worker: one in work and one waiting, so that no worker is idle."""

CONNECT_TIMEOUT = "10s"
CRASHED = (
    "The worker process crashed twice on this batch, probably out of memory. Try fewer processes."
)
INSTALL = (
    "A scheduler needs dask.distributed. Install it: pip install 'parallax-notebooks[cluster]'"
)

PendingResult = Callable[[], BatchResult]
"""A function that waits for the result of a submitted batch and returns it."""


class Executor(Protocol):
    """
    What processes batches; a context manager that must be entered before ``submit``.

    Attributes
    ----------
    max_pending : int
        Batches that may be submitted before the first result is waited for.
    """

    @property
    def max_pending(self) -> int: ...  # noqa: D102

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None: ...

    def submit(self, articles: pd.DataFrame) -> PendingResult:
        """Hand over a batch (rows of ``articles``); return a function that waits for its result."""
        ...


def choose_executor(
    execution: Execution, n_batches: float, own_parties: Sequence[PartyName] = ()
) -> Executor:
    """
    Return the executor that an ``Execution`` asks for.

    Parameters
    ----------
    execution : Execution
    n_batches : float
        Batches to be processed, for the choice where ``execution.processes`` is 0.
    own_parties : sequence of PartyName
        The user's own parties.

    Returns
    -------
    SerialExecutor, ProcessExecutor or DaskExecutor
        Not entered yet.

    Raises
    ------
    MissingResourceError
        If a scheduler is given and dask.distributed is not installed.
    """
    if execution.scheduler:
        return DaskExecutor(execution.scheduler, execution.threads, own_parties)
    processes = execution.processes or suggested_processes(n_batches)
    if processes > 1:
        return ProcessExecutor(processes, execution.threads, own_parties)
    return SerialExecutor(execution.threads, own_parties)


def suggested_processes(n_batches: float) -> int:
    """
    Return how many worker processes are worth their start.

    Parameters
    ----------
    n_batches : float
        Batches to be processed.

    Returns
    -------
    int
        At least 1, at most the number of CPU cores, and with at least two batches for each.
    """
    return max(1, min(_cores(), int(n_batches / 2)))


def _cores() -> int:
    """Return the number of CPU cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results_in_order(
    executor: Executor, batches: Iterable[tuple[pd.DataFrame, BatchResult | None]]
) -> Iterator[tuple[pd.DataFrame, BatchResult]]:
    """
    Process batches, a few at a time.

    Parameters
    ----------
    executor : Executor
        Already entered.
    batches : iterable of (DataFrame, BatchResult or None)
        Rows of ``articles``, and the result of an earlier run, which is passed on as it is. Taken
        from the iterable only as they are needed.

    Yields
    ------
    (DataFrame, BatchResult)
        In the order of the batches.
    """
    pending: deque[tuple[pd.DataFrame, PendingResult]] = deque()
    for articles, known in batches:
        if known is None:
            wait = executor.submit(articles)
        else:
            wait = partial(_identity, known)
        pending.append((articles, wait))
        while len(pending) > executor.max_pending:
            yield _next_result(pending)
    while pending:
        yield _next_result(pending)


def _next_result(
    pending: deque[tuple[pd.DataFrame, PendingResult]],
) -> tuple[pd.DataFrame, BatchResult]:
    articles, wait = pending.popleft()
    return articles, wait()


def _identity(result: BatchResult) -> BatchResult:
    return result


class SerialExecutor:
    """
    Process batches in this process, each when its result is asked for.

    Parameters
    ----------
    threads : int
        Threads of the model.
    own_parties : sequence of PartyName
        The user's own parties.
    """

    max_pending = 0

    def __init__(self, threads: int, own_parties: Sequence[PartyName] = ()) -> None:
        self.threads = threads
        self.own_parties = own_parties

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def submit(self, articles: pd.DataFrame) -> PendingResult:
        """Return a function that processes the batch."""
        return partial(process_batch, articles, self.threads, self.own_parties)


class ProcessExecutor:
    """
    Process batches in other processes on this machine.

    They are spawned, not forked, because a fork would copy the locks of the model.

    Parameters
    ----------
    processes : int
        Number of worker processes.
    threads : int
        Threads of the model, divided among the processes; each has at least one.
    own_parties : sequence of PartyName
        The user's own parties.
    """

    def __init__(self, processes: int, threads: int, own_parties: Sequence[PartyName] = ()) -> None:
        self.processes = processes
        self.own_parties = own_parties
        self.threads = max(1, threads // processes)
        self.max_pending = PENDING_PER_WORKER * processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        self._pool = self._start(self.processes)
        try:
            self._pool.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise RunError(
                "Worker processes cannot start. In a script, put the call under "
                "if __name__ == '__main__': or use processes=1."
            ) from error
        return self

    def __exit__(self, error_type: type[BaseException] | None, *error: object) -> None:
        if self._pool is None:
            return
        failed = error_type is not None
        if failed:
            _terminate_workers(self._pool)
        self._pool.shutdown(wait=not failed, cancel_futures=True)

    def _start(self, processes: int) -> ProcessPoolExecutor:
        context = get_context("spawn")
        return ProcessPoolExecutor(processes, mp_context=context, initializer=_ignore_interrupts)

    def submit(self, articles: pd.DataFrame) -> PendingResult:
        """Hand over a batch; return a function that waits for its result."""
        try:
            future = self._submit(articles)
        except BrokenProcessPool:
            self._pool = self._start(self.processes)
            future = self._submit(articles)
        return partial(self._wait, future, articles)

    def _submit(self, articles: pd.DataFrame) -> Future[BatchResult]:
        if self._pool is None:
            raise RuntimeError("ProcessExecutor must be entered before submit")
        return self._pool.submit(process_batch, articles, self.threads, self.own_parties)

    def _wait(self, future: Future[BatchResult], articles: pd.DataFrame) -> BatchResult:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._retry_alone(articles)

    def _retry_alone(self, articles: pd.DataFrame) -> BatchResult:
        """Process a batch again in its own process, which shows whether it is the cause."""
        _log.warning(
            "a worker process crashed; the articles from %s on are processed again",
            articles["article_id"].iloc[0],
        )
        with self._start(1) as pool:
            try:
                future = pool.submit(process_batch, articles, self.threads, self.own_parties)
                return future.result()
            except BrokenProcessPool:
                return failed_batch(articles, CRASHED)


def _terminate_workers(pool: ProcessPoolExecutor) -> None:
    """Terminate the processes of a pool whose results are no longer wanted."""
    # Python 3.14 has terminate_workers() for this
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal; only the one that collects results reports it
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class DaskExecutor:
    """
    Process batches on the workers of a dask scheduler.

    The scheduler hands the batch of a crashed worker to another one; how often is its setting
    ``allowed-failures``. Workers with other code, lexicons or models are refused on entering.

    Parameters
    ----------
    address : str
        Address of the scheduler, ``tcp://host:8786``.
    threads : int
        Threads of the model in each worker.
    own_parties : sequence of PartyName
        The user's own parties.

    Raises
    ------
    MissingResourceError
        If dask.distributed is not installed.
    RunError
        On entering, if no scheduler answers, it has no workers, or one of them has other code,
        lexicons or models.
    """

    def __init__(self, address: str, threads: int, own_parties: Sequence[PartyName] = ()) -> None:
        try:
            import distributed  # noqa: F401
        except ImportError as error:
            raise MissingResourceError(INSTALL) from error
        self.address = address
        self.threads = threads
        self.own_parties = own_parties
        self.max_pending = PENDING_PER_WORKER
        self._client: distributed.Client | None = None

    def __enter__(self) -> Self:
        client = self._connect()
        try:
            self._validate_workers(client)
            n_threads = cast("dict[str, int]", client.nthreads())  # awaitable only in async clients
            self.max_pending = PENDING_PER_WORKER * sum(n_threads.values())
        except BaseException:
            client.close()
            raise
        self._client = client
        return self

    def __exit__(self, *error: object) -> None:
        if self._client is not None:
            self._client.close()

    def _connect(self) -> "distributed.Client":
        from distributed import Client

        try:
            return Client(self.address, timeout=CONNECT_TIMEOUT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise RunError(
                f"No scheduler answers at {self.address} ({str(error).splitlines()[0]}). "
                "Start one with 'dask scheduler', its workers with "
                "'dask worker ADDRESS --nthreads 1', and pass the address that it prints: "
                "--scheduler tcp://host:8786."
            ) from error

    def _validate_workers(self, client: "distributed.Client") -> None:
        """Refuse workers whose code or models would make other tables."""
        keys = self._keys_of_workers(client)
        if not keys:
            raise RunError(
                f"The scheduler at {self.address} has no workers. Start some: "
                f"dask worker {self.address}"
            )
        for worker, key in keys.items():
            if key == cache_keys.code_key():
                continue
            reason = "another version"
            if isinstance(key, Exception):
                reason = f"{type(key).__name__}: {key}"
            raise RunError(
                f"Worker {worker} does not have the code, lexicons and models of this machine "
                f"({reason}). Put the same copy of the project on every machine, and start its "
                "workers again."
            )

    def _keys_of_workers(self, client: "distributed.Client") -> dict[str, object]:
        """Return the code key of each worker, or the exception that computing it raised."""
        try:
            found = client.run(cache_keys.code_key, on_error="return")
        except ValueError:  # no workers
            return {}
        return cast("dict[str, object]", found)  # awaitable only in async clients

    def submit(self, articles: pd.DataFrame) -> PendingResult:
        """Hand over a batch; return a function that waits for its result."""
        if self._client is None:
            raise RuntimeError("DaskExecutor must be entered before submit")
        future = self._client.submit(
            process_batch, articles, self.threads, self.own_parties, pure=False
        )
        return partial(self._wait, future, articles)

    def _wait(self, future: "distributed.Future", articles: pd.DataFrame) -> BatchResult:
        from distributed import KilledWorker

        try:
            return cast("BatchResult", future.result())
        except KilledWorker:
            return failed_batch(articles, CRASHED)
        finally:
            future.release()
