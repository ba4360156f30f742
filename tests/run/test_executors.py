"""Wherever batches are processed, and whatever crashes: the same rows in the same order."""

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path

import batch_makers
import pandas as pd
import pytest

from analysis import load
from analysis.annotate import tagger_model
from analysis.core.errors import LexiconError, MissingResourceError, RunError
from analysis.measure.target_sentiment import score
from analysis.run import batches, cache_keys, executors
from analysis.run.execution import Execution
from analysis.run.manifest import ManifestBuilder

HELPERS = Path(__file__).parent.parent
NO_SCHEDULER = "tcp://127.0.0.1:9"


def process(articles, monkeypatch, maker, **options):
    monkeypatch.setattr(executors, "process_batch", maker)
    manifest = ManifestBuilder({})
    execution = Execution(keep=False, **options)
    made = batches.process_articles(articles, manifest, execution, batch_size=5)
    return made, manifest


@pytest.fixture
def _quick_starts(monkeypatch):
    """Let worker processes begin as copies of one that has loaded what they import."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["analysis.run.process_batch"])
    monkeypatch.setattr(executors, "get_context", lambda _method: context)


quick_starts = pytest.mark.usefixtures("_quick_starts")


@pytest.fixture(scope="module")
def sample():
    """Return some articles of the embedded corpus, in three batches: each process has one."""
    return load.read("embedded").articles.iloc[::3].reset_index(drop=True)


@pytest.fixture(scope="module")
def one(sample):
    """Return the tables that one process makes."""
    with pytest.MonkeyPatch.context() as patch:
        # the maker puts others in their place, here in this process
        patch.setattr(tagger_model, "label_articles", tagger_model.label_articles)
        patch.setattr(score, "sentiment_in_articles", score.sentiment_in_articles)
        return process(sample, patch, batch_makers.labelled, processes=1)[0]


def test_tables_are_equal_whatever_the_number_of_processes(sample, one, monkeypatch):
    two, manifest = process(sample, monkeypatch, batch_makers.labelled, processes=2)
    assert len(one["figures"]) > 20
    for name in one:
        pd.testing.assert_frame_equal(one[name], two[name])
    assert len(manifest.memory_mb) == 2
    assert manifest.throughput["articles"] == len(sample) == 11
    assert manifest.throughput["tokens"] > manifest.throughput["words"] > 1500


@quick_starts
def test_the_batch_of_a_crashed_worker_is_processed_again(articles, monkeypatch, tmp_path):
    made, _ = process(articles, monkeypatch, batch_makers.crashing_once, processes=2)
    assert (tmp_path / "crashed").exists()
    assert made["sentences"]["article_id"].tolist() == articles["article_id"].tolist()
    assert made["problems"].empty


@quick_starts
def test_a_batch_that_crashes_twice_is_in_problems_and_the_others_go_on(articles, monkeypatch):
    made, _ = process(articles, monkeypatch, batch_makers.crashing, processes=2)
    assert made["problems"]["article_id"].tolist() == [f"a{i}" for i in range(10, 15)]
    assert made["problems"]["reason"].str.startswith(executors.CRASHED).all()
    assert "crashed twice" in executors.CRASHED
    assert made["problems"]["kept"].all()
    expected = [f"a{i}" for i in range(40) if not 10 <= i < 15]
    assert made["sentences"]["article_id"].tolist() == expected


@quick_starts
@pytest.mark.parametrize("processes", [1, 2])
def test_a_broken_lexicon_is_no_fault_of_the_articles(articles, monkeypatch, processes):
    with pytest.raises(LexiconError, match=r"names\.toml:3"):
        process(articles, monkeypatch, batch_makers.failing, processes=processes)


@quick_starts
def test_only_a_few_batches_are_pending_at_a_time(articles, monkeypatch):
    taken = []
    monkeypatch.setattr(executors, "process_batch", batch_makers.quick)

    def one_by_one():
        for batch in batches.split_into_batches(articles, 1):
            taken.append(batch)
            yield batch

    executor = executors.choose_executor(Execution(processes=2), 40)
    results = batches.run_batches(one_by_one(), ManifestBuilder({}), executor, keep=False)
    next(results)
    assert len(taken) <= 2 * executors.PENDING_PER_WORKER + 1
    results.close()


def test_one_process_makes_a_batch_only_when_its_result_is_asked_for(articles, monkeypatch):
    made = []
    monkeypatch.setattr(
        executors, "process_batch", lambda batch, threads, own: made.append(threads)
    )
    with executors.choose_executor(Execution(processes=1, threads=3), 40) as executor:
        wait = executor.submit(articles)
        assert made == []
        wait()
    assert made == [3]


@pytest.mark.parametrize(
    ("execution", "n_batches", "expected"),
    [
        (Execution(processes=1), 100, executors.SerialExecutor),
        (Execution(processes=2), 1, executors.ProcessExecutor),
        (Execution(), 3.9, executors.SerialExecutor),
        (Execution(), 4, executors.ProcessExecutor),
        (Execution(scheduler=NO_SCHEDULER), 1, executors.DaskExecutor),
    ],
)
def test_the_executor_follows_what_is_asked_for(execution, n_batches, expected, monkeypatch):
    monkeypatch.setattr(executors, "_cores", lambda: 2)
    assert type(executors.choose_executor(execution, n_batches)) is expected


@pytest.mark.parametrize(
    ("processes", "threads", "expected"), [(2, 4, 2), (2, 5, 2), (4, 2, 1), (2, 1, 1)]
)
def test_threads_are_divided_among_the_processes(processes, threads, expected):
    assert executors.ProcessExecutor(processes, threads).threads == expected


@pytest.mark.parametrize(
    "executor", [executors.ProcessExecutor(2, 2), executors.DaskExecutor(NO_SCHEDULER, 1)]
)
def test_an_executor_is_entered_first(executor, articles):
    with pytest.raises(RuntimeError, match="must be entered before submit"):
        executor.submit(articles)


@pytest.mark.parametrize(
    ("n_batches", "expected"), [(0, 1), (1, 1), (3.9, 1), (4, 2), (6, 3), (100, 3)]
)
def test_as_many_processes_as_cores_if_there_is_work_for_them(n_batches, expected, monkeypatch):
    monkeypatch.setattr(executors, "_cores", lambda: 3)
    assert executors.suggested_processes(n_batches) == expected


UNGUARDED = """
from analysis.run.executors import ProcessExecutor
with ProcessExecutor(2, 2):
    pass
"""


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    done = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert done.returncode == 1
    assert "In a script, put the call under if __name__ == '__main__'" in done.stderr


def test_a_scheduler_without_its_package_names_the_install_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingResourceError, match=r"pip install 'parallax-notebooks\[cluster\]'"):
        executors.choose_executor(Execution(scheduler=NO_SCHEDULER), 1)


def test_a_scheduler_that_does_not_answer_is_named(articles, monkeypatch):
    monkeypatch.setattr(executors, "CONNECT_TIMEOUT", "300ms")
    message = r"No scheduler answers at tcp://127\.0\.0\.1:9.*dask scheduler"
    with pytest.raises(RunError, match=message):
        process(articles, monkeypatch, batch_makers.quick, scheduler=NO_SCHEDULER)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, each in a process of its own, on loopback."""
    folder = tmp_path_factory.mktemp("cluster")
    started = []

    def start(module, *options):
        file = folder / "scheduler.json"
        command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
        command += ["--no-dashboard", "--scheduler-file", file]
        with (folder / f"{len(started)}.log").open("w") as log:
            started.append(subprocess.Popen(command, cwd=HELPERS, stdout=log, stderr=log))
        return started[-1]

    start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    worker = ["--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", folder]
    workers = [start("dask_worker", *worker) for _ in range(2)]
    yield _address(folder / "scheduler.json", folder), workers
    for process_ in started:
        process_.kill()
        process_.wait()


def _address(path, folder):
    from distributed import Client

    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, "".join(log.read_text() for log in folder.glob("*.log"))
        time.sleep(0.1)
    with Client(scheduler_file=str(path), set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        return client.scheduler.address


def test_a_cluster_makes_the_same_tables_also_when_a_worker_is_killed(
    cluster, sample, one, articles, monkeypatch
):
    address, workers = cluster
    there, manifest = process(sample, monkeypatch, batch_makers.labelled, scheduler=address)
    for name in one:
        pd.testing.assert_frame_equal(one[name], there[name])
    assert len(manifest.memory_mb) == 2

    executor = executors.choose_executor(Execution(scheduler=address), 20)
    monkeypatch.setattr(executors, "process_batch", batch_makers.slow)
    parts = batches.split_into_batches(articles, 2)
    ids = []
    for part, result in batches.run_batches(parts, ManifestBuilder({}), executor, keep=False):
        assert result.tables["sentences"]["article_id"].tolist() == part["article_id"].tolist()
        ids += part["article_id"].tolist()
        if len(ids) == 4:
            workers[0].kill()
    assert ids == articles["article_id"].tolist()


class FakeClient:
    """A dask client whose workers answer as a test says."""

    answers = {}
    threads = {"tcp://w:1": 3, "tcp://w:2": 4}
    closed = False

    def __init__(self, *_, **__):
        pass

    def run(self, *_, **__):
        return self.answers

    def nthreads(self):
        return self.threads

    def close(self):
        type(self).closed = True


@pytest.fixture
def fake_client(monkeypatch):
    monkeypatch.setattr("distributed.Client", FakeClient)
    monkeypatch.setattr(FakeClient, "closed", False)
    return FakeClient


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({}, "has no workers"),
        (
            {"tcp://w:1": "older"},
            r"Worker tcp://w:1 does not have the code, lexicons and models of this machine "
            r"\(another version\)",
        ),
        ({"tcp://w:1": "same", "tcp://w:2": "older"}, r"Worker tcp://w:2 does not have the code"),
        (
            {"tcp://w:1": ModuleNotFoundError("No module named 'analysis'")},
            "ModuleNotFoundError: No module named 'analysis'",
        ),
    ],
)
def test_workers_that_would_make_other_tables_are_refused(
    answers, message, fake_client, monkeypatch
):
    monkeypatch.setattr(cache_keys, "code_key", lambda: "same")
    monkeypatch.setattr(fake_client, "answers", answers)
    executor = executors.choose_executor(Execution(scheduler=NO_SCHEDULER), 1)
    with pytest.raises(RunError, match=message), executor:
        pass
    assert fake_client.closed


def test_every_thread_of_a_cluster_has_two_batches_pending(fake_client, monkeypatch):
    monkeypatch.setattr(cache_keys, "code_key", lambda: "same")
    monkeypatch.setattr(fake_client, "answers", {"tcp://w:1": "same"})
    with executors.choose_executor(Execution(scheduler=NO_SCHEDULER), 1) as executor:
        assert executor.max_pending == 2 * 7
        assert not fake_client.closed
    assert fake_client.closed
