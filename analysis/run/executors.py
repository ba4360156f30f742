"""
Hand parts of the articles to whoever works on them: this process, others on this machine, or a cluster.

In: parts. Out: what ``analysis.run.process_batch.process_batch`` gives for each, in the order of the parts whoever was first. A part
is the same and goes through the same code wherever it is made, so the tables are equal to the last row. Only a few
parts are under way at a time, so that memory does not grow with the corpus. A part whose worker dies is made once
more; if that worker dies too, its articles stand in ``problems``.
"""

import logging
import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

from analysis.core.errors import MissingResourceError, ParameterError, RunError
from analysis.run import cache_keys
from analysis.run.process_batch import failed_batch, process_batch

__all__ = [
    "DaskExecutor",
    "SerialExecutor",
    "ProcessExecutor",
    "choose_executor",
    "results_in_order",
    "suggested_processes",
]

_log = logging.getLogger(__name__)

AHEAD = 2  # parts under way for each worker: one being made, one waiting, so that nobody is idle
DIED = "the worker that read its part of the corpus ended without a word, twice; is there enough memory?"
CONNECT = "10s"
INSTALL = (
    "A scheduler needs dask.distributed. Install it: pip install 'parallax-notebooks[cluster]'"
)


def choose_executor(workers=1, threads=2, scheduler=None):
    """
    Choose who makes the parts.

    Parameters
    ----------
    workers : int
        Processes on this machine; 1 is this one.
    threads : int
        Threads of the reader, shared out among the workers; on a cluster, those of each worker.
    scheduler : str, optional
        Address of a dask scheduler, ``tcp://host:port``; its workers make the parts.

    Returns
    -------
    Here, Processes or Cluster
        A context manager; see ``in_order``.

    Raises
    ------
    ParameterError
        If ``workers`` or ``threads`` is below 1.
    MissingResourceError
        If dask.distributed is asked for and not installed.
    RunError
        If no scheduler answers, it has no workers, or one of them has other code or models.
    """
    if workers < 1 or threads < 1:
        raise ParameterError(
            f"workers={workers}, threads={threads} cannot be used; both are whole numbers from 1."
        )
    if scheduler:
        return DaskExecutor(scheduler, threads)
    return ProcessExecutor(workers, threads) if workers > 1 else SerialExecutor(threads)


def suggested_processes(n_parts):
    """Give how many processes are worth their start on this machine: no more than cores, or half of the parts."""
    return max(1, min(_cores(), int(n_parts / 2)))


def _cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def results_in_order(crew, parts):
    """
    Make every part, a few at a time.

    Parameters
    ----------
    crew : Here, Processes or Cluster
        Already entered.
    parts : iterable of (DataFrame, Made or None)
        Rows of ``articles``, and what an earlier run has made of them.

    Yields
    ------
    (DataFrame, Made)
        In the order of the parts.
    """
    waiting = deque()
    for articles, made in parts:
        waiting.append((articles, crew.submit(articles) if made is None else partial(_same, made)))
        while len(waiting) > crew.ahead:
            first, result = waiting.popleft()
            yield first, result()
    while waiting:
        first, result = waiting.popleft()
        yield first, result()


def _same(made):
    return made


class SerialExecutor:
    """Make parts in this process, each when it is asked for."""

    ahead = 0

    def __init__(self, threads):
        self.threads = threads

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def submit(self, articles):
        """Give a function that makes the part."""
        return partial(process_batch, articles, self.threads)


class ProcessExecutor:
    """
    Make parts in other processes of this machine.

    Each reads with its share of the threads. They are spawned, not forked: a fork would copy the reader's locks.
    """

    def __init__(self, workers, threads):
        self.workers, self.threads = workers, max(1, threads // workers)
        self.ahead = AHEAD * workers
        self.pool = None

    def __enter__(self):
        self.pool = self._start(self.workers)
        try:
            self.pool.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise RunError(
                "Worker processes cannot start. In a script of your own, put what it does under "
                "if __name__ == '__main__': or ask for workers=1."
            ) from error
        return self

    def __exit__(self, kind, *_):
        if kind is not None:  # nobody waits for these parts any more
            for process in list(
                (self.pool._processes or {}).values()
            ):  # terminate_workers() comes with Python 3.14
                process.terminate()
        self.pool.shutdown(wait=kind is None, cancel_futures=True)

    def _start(self, workers):
        return ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_leave_interrupts
        )

    def submit(self, articles):
        """Hand a part over, and give a function that waits for it."""
        try:
            future = self.pool.submit(process_batch, articles, self.threads)
        except BrokenProcessPool:
            self.pool = self._start(self.workers)
            future = self.pool.submit(process_batch, articles, self.threads)
        return partial(self._wait, future, articles)

    def _wait(self, future, articles):
        try:
            return future.result()
        except (
            BrokenProcessPool
        ):  # this part killed its worker, or another part did: alone, it shows which
            _log.warning(
                "a worker died; articles from %s on are read once more",
                articles["article_id"].iloc[0],
            )
            with self._start(1) as alone:
                try:
                    return alone.submit(process_batch, articles, self.threads).result()
                except BrokenProcessPool:
                    return failed_batch(articles, DIED)


def _leave_interrupts():
    # Ctrl-C reaches every process of the terminal; the one that collects the parts says what happened
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class DaskExecutor:
    """
    Make parts on the workers of a dask scheduler.

    The scheduler hands the part of a dead worker to another; how often is its ``allowed-failures``.
    """

    def __init__(self, address, threads):
        try:
            from distributed import Client
        except ImportError as error:
            raise MissingResourceError(INSTALL) from error
        self.address, self.threads, self.client_of, self.client = address, threads, Client, None
        self.ahead = AHEAD

    def __enter__(self):
        try:
            self.client = self.client_of(self.address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise RunError(
                f"No scheduler answers at {self.address} ({str(error).splitlines()[0]}). "
                "Start one with 'dask scheduler', its workers with 'dask worker ADDRESS --nthreads 1', "
                "and give the address that it prints: --scheduler tcp://host:8786."
            ) from error
        try:
            self._refuse_strangers()
        except BaseException:
            self.client.close()
            raise
        return self

    def __exit__(self, *_):
        self.client.close()

    def _refuse_strangers(self):
        """Refuse workers whose code or models would give other tables."""
        try:
            theirs = self.client.run(cache_keys.code_key, on_error="return")
        except ValueError:
            theirs = {}
        if not theirs:
            raise RunError(
                f"The scheduler at {self.address} has no workers. Start some: dask worker {self.address}"
            )
        strange = {
            worker: found for worker, found in theirs.items() if found != cache_keys.code_key()
        }
        if strange:
            worker, found = next(iter(strange.items()))
            why = (
                f"{type(found).__name__}: {found}"
                if isinstance(found, Exception)
                else "another version"
            )
            raise RunError(
                f"Worker {worker} has not the code, lexicons and models of this machine ({why}). "
                "Put the same copy of the project on every machine, and start its workers again."
            )
        self.ahead = AHEAD * sum(self.client.nthreads().values())

    def submit(self, articles):
        """Hand a part over, and give a function that waits for it."""
        future = self.client.submit(process_batch, articles, self.threads, pure=False)
        return partial(self._wait, future, articles)

    def _wait(self, future, articles):
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker:
            return failed_batch(articles, DIED)
        finally:
            future.release()
