"""Whoever makes the parts, and whoever dies: the same rows in the same order, and what is lost is said."""

import subprocess
import sys
import time
from pathlib import Path

import batch_makers
import pandas as pd
import pytest

from analysis import load
from analysis.core import tables
from analysis.core.errors import LexiconError, MissingResourceError, ParameterError, RunError
from analysis.run import batches, executors
from analysis.run.manifest import Recorder

HELPERS = Path(__file__).parent.parent


@pytest.fixture
def articles(tmp_path):
    rows = [
        {
            "article_id": f"a{i}",
            "corpus": "t",
            "text": f"Text {i}.",
            "n_words": 2,
            "url": str(tmp_path / "died"),
        }
        for i in range(40)
    ]
    return tables.make(rows, tables.ARTICLES)


def process(articles, monkeypatch, maker, **options):
    monkeypatch.setattr(executors, "process_batch", maker)
    recorder = Recorder({})
    return batches.process_articles(articles, recorder, keep=False, size=5, **options), recorder


def test_tables_are_equal_whatever_the_number_of_processes(monkeypatch):
    sample = load.read("embedded").articles
    one, _ = process(sample, monkeypatch, batch_makers.labelled)
    two, recorder = process(sample, monkeypatch, batch_makers.labelled, n_workers=2)
    assert len(one["figures"]) > 60
    for name in one:
        pd.testing.assert_frame_equal(one[name], two[name])
    assert len(recorder.memory) == 2
    assert recorder.rate["articles"] == 31
    assert recorder.rate["tokens"] > recorder.rate["words"] > 5000


def test_a_dead_workers_part_is_made_once_more(articles, monkeypatch, tmp_path):
    done, _ = process(articles, monkeypatch, batch_makers.deadly_once, n_workers=2)
    assert (tmp_path / "died").exists()
    assert done["sentences"]["article_id"].tolist() == articles["article_id"].tolist()
    assert done["problems"].empty


def test_a_part_that_kills_its_worker_twice_stands_in_problems_and_the_others_go_on(
    articles, monkeypatch
):
    done, _ = process(articles, monkeypatch, batch_makers.deadly, n_workers=2)
    assert done["problems"]["article_id"].tolist() == [f"a{i}" for i in range(10, 15)]
    assert done["problems"]["reason"].str.contains("ended without a word, twice").all()
    assert done["problems"]["kept"].all()
    assert done["sentences"]["article_id"].tolist() == [
        f"a{i}" for i in range(40) if not 10 <= i < 15
    ]


@pytest.mark.parametrize("n_workers", [1, 2])
def test_a_broken_lexicon_is_no_fault_of_the_articles(articles, monkeypatch, n_workers):
    with pytest.raises(LexiconError, match=r"names\.toml:3"):
        process(articles, monkeypatch, batch_makers.faulty, n_workers=n_workers)


def test_only_a_few_parts_are_under_way_at_a_time(articles, monkeypatch):
    taken = []
    monkeypatch.setattr(executors, "process_batch", batch_makers.quick)
    parts = (
        taken.append(i) or part for i, part in enumerate(batches.split_into_batches(articles, 1))
    )
    made = batches.run_batches(parts, Recorder({}), executors.choose_executor(2), keep=False)
    next(made)
    assert len(taken) <= 2 * executors.AHEAD + 1
    made.close()


def test_a_run_with_nothing_to_make_calls_nobody(monkeypatch, articles):
    def refuse(*_):
        raise AssertionError("nobody is needed")

    monkeypatch.setattr(executors.ProcessExecutor, "_start", refuse)
    monkeypatch.setattr(
        batches, "_kept", lambda part: batches.BatchResult(batch_makers.quick(part).tables)
    )
    recorder = Recorder({})
    batches.process_articles(articles, recorder, size=5, n_workers=2)
    assert recorder.n_reused == 40


@pytest.mark.parametrize(("n_parts", "expected"), [(0, 1), (1, 1), (3.9, 1), (4, 2), (100, 2)])
def test_as_many_processes_as_cores_if_there_is_work_for_them(n_parts, expected, monkeypatch):
    monkeypatch.setattr(executors, "_cores", lambda: 2)
    assert executors.suggested_processes(n_parts) == expected


def test_workers_below_one_are_refused():
    with pytest.raises(ParameterError, match="workers=-1, threads=2 cannot be used"):
        executors.choose_executor(-1)


def test_a_scheduler_without_its_package_names_the_install_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingResourceError, match=r"pip install 'parallax-notebooks\[cluster\]'"):
        executors.choose_executor(scheduler="tcp://127.0.0.1:1")


def test_a_scheduler_that_does_not_answer_is_named(articles, monkeypatch):
    monkeypatch.setattr(executors, "CONNECT", "300ms")
    with pytest.raises(
        RunError, match=r"No scheduler answers at tcp://127\.0\.0\.1:9.*dask scheduler"
    ):
        process(articles, monkeypatch, batch_makers.quick, scheduler="tcp://127.0.0.1:9")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, each a process of its own, on loopback."""
    folder = tmp_path_factory.mktemp("cluster")
    started = []

    def start(module, *words):
        command = [
            sys.executable,
            "-m",
            f"distributed.cli.{module}",
            *words,
            "--no-dashboard",
            "--scheduler-file",
            folder / "s.json",
        ]
        with (folder / f"{len(started)}.log").open("w") as log:
            started.append(subprocess.Popen(command, cwd=HELPERS, stdout=log, stderr=log))
        return started[-1]

    start("dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    pair = [
        start(
            "dask_worker",
            "--nthreads",
            "1",
            "--no-nanny",
            "--host",
            "127.0.0.1",
            "--local-directory",
            folder,
        )
        for _ in range(2)
    ]
    yield _address(folder / "s.json", folder), pair
    for process in started:
        process.kill()
        process.wait()


def _address(path, folder):
    from distributed import Client

    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, "".join(p.read_text() for p in folder.glob("*.log"))
        time.sleep(0.1)
    with Client(scheduler_file=str(path), set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        return client.scheduler.address


def test_a_cluster_gives_the_same_tables_also_when_a_worker_is_killed(
    cluster, articles, monkeypatch
):
    address, pair = cluster
    sample = load.read("embedded").articles
    here, _ = process(sample, monkeypatch, batch_makers.labelled)
    there, recorder = process(sample, monkeypatch, batch_makers.labelled, scheduler=address)
    for name in here:
        pd.testing.assert_frame_equal(here[name], there[name])
    assert len(recorder.memory) == 2

    crew, ids = executors.choose_executor(scheduler=address), []
    monkeypatch.setattr(executors, "process_batch", batch_makers.slow)
    for part, made in batches.run_batches(
        batches.split_into_batches(articles, 2), Recorder({}), crew, keep=False
    ):
        assert made.tables["sentences"]["article_id"].tolist() == part["article_id"].tolist()
        ids += part["article_id"].tolist()
        if len(ids) == 4:
            pair[0].kill()
    assert ids == articles["article_id"].tolist()


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({}, "has no workers"),
        (
            {"tcp://w:1": "older"},
            r"Worker tcp://w:1 has not the code, lexicons and models of this machine \(another version\)",
        ),
        (
            {"tcp://w:1": ModuleNotFoundError("No module named 'analysis'")},
            "ModuleNotFoundError: No module named 'analysis'",
        ),
    ],
)
def test_workers_that_would_give_other_tables_are_refused(answers, message):
    class Client:
        closed = False

        def __init__(self, *_, **__):
            pass

        def run(self, *_, **__):
            return answers

        def close(self):
            Client.closed = True

    crew = executors.choose_executor(scheduler="tcp://127.0.0.1:9")
    crew.client_of = Client
    with pytest.raises(RunError, match=message), crew:
        pass
    assert Client.closed
