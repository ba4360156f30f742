"""What every test shares: no network, a fixed order of examples, no window for charts."""

import gc
import os
import pickle
import socket
import sys
from functools import wraps
from weakref import WeakKeyDictionary

import pytest
from filelock import FileLock
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "agg")
# Read when numpy, scikit-learn and pyarrow are imported. As many processes run as there are cores,
# and threads that wait for each other took longer than the small sums of the tests.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
# An optional part of jsonschema, which takes seconds to import (see notebook_runs.light_nbformat).
sys.modules.setdefault("rfc3987_syntax", None)
# A slow machine is no fault of the code; the same examples every time make a failure repeatable.
settings.register_profile("parallax", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("parallax")
# Modules and tests stay to the end: looked through as they are made, they took three seconds more.
gc.disable()


def pytest_collection_finish():
    """Let the garbage collector pass over the tests and modules, which stay to the end."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(100_000, 20, 50)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish():
    """Look through nothing more: the process ends, and the system takes all that it has."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable(report):
    """Leave the keywords out of what is told of a test that passed: three times a test, unread."""
    told = yield
    if isinstance(report, pytest.TestReport) and report.passed:
        told["keywords"] = {}
    return told


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory):
    """Return a folder that all processes of the tests share, which is new with each run."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def remembered_stages(shared_folder):
    """Return the folder of what stages returned, see ``remembered``."""
    folder = shared_folder / "remembered"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def _remembered(remembered_stages, monkeypatch):
    """Let stages that returned something for equal tables return it again."""
    from remembered import remember_stages

    remember_stages(monkeypatch, remembered_stages)


@pytest.fixture(scope="session")
def made_once(shared_folder):
    """Return a function that returns what another makes, once for all processes of the tests."""

    def get(name, make):
        path = shared_folder / f"{name}.pickle"
        with FileLock(f"{path}.lock"):
            if not path.exists():
                path.write_bytes(pickle.dumps(make()))
        return pickle.loads(path.read_bytes())

    return get


@pytest.fixture(scope="session")
def embedded_run(made_once, remembered_stages):
    """Return a run of the embedded corpus, with the hand labels in place of the models."""
    return made_once("embedded_run", lambda: _run_embedded(remembered_stages))


def _run_embedded(remembered_stages):
    from labelled_reader import neutral_sentiment, read
    from remembered import remember_stages

    from analysis.annotate import tagger_model
    from analysis.measure.target_sentiment import score
    from analysis.run import pipeline
    from analysis.run.execution import Execution

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(score, "sentiment_in_articles", neutral_sentiment)
        remember_stages(patch, remembered_stages)
        return pipeline.run("embedded", execution=Execution(processes=1, keep=False))


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session):
    """Put what holds for every test in its place once: a fixture is looked up for each of them."""
    if not _runs_tests(session.config):
        return (yield)
    with pytest.MonkeyPatch.context() as patch:
        _keep_language_model(patch)
        _refuse_network(patch)
        _measure_words_once(patch)
        _ask_once(patch)
        return (yield)


def _runs_tests(config):
    """Return whether this process runs tests itself: the one that hands them out does not."""
    return hasattr(config, "workerinput") or not config.getoption("numprocesses", None)


def _keep_language_model(patch):
    """Keep the model that guesses languages: opened anew after each reading, it took a minute."""
    from analysis.load import articles, staging

    for module in (articles, staging):
        patch.setattr(module, "forget_language_model", lambda: None)


def _refuse_network(patch):
    """Refuse any connection that leaves this machine, whatever a test undoes."""
    connect = socket.socket.connect

    def local_only(self, address):
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in ("localhost", "::1") and not str(host).startswith("127."):
            raise OSError(f"a test tried to reach {host}")
        return connect(self, address)

    patch.setattr(socket.socket, "connect", local_only)


def _measure_words_once(patch):
    """Measure words on a chart once: each chart has a renderer of its own, which measures anew."""
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import fontManager

    measure, found = RendererAgg.get_text_width_height_descent, {}

    def measure_once(self, text, font, ismath):
        key = (text, hash(font), ismath, self.dpi, len(fontManager.ttflist))
        if key not in found:
            found[key] = measure(self, text, font, ismath)
        return found[key]

    patch.setattr(RendererAgg, "get_text_width_height_descent", measure_once)


def _ask_once(patch):
    """Ask a small model each question once: it reads each alone, and stories are read many times.

    The tests of the models themselves ask each time (``tests/neural/conftest.py``).
    """
    from analysis.neural.question_model import QuestionModel

    ask, answers = QuestionModel.probabilities, WeakKeyDictionary()

    @wraps(ask)
    def ask_once(self, first, second, head=None):
        known = answers.setdefault(self, {})
        question = (first, second, head)
        if question not in known:
            known[question] = ask(self, first, second, head)
        return known[question].copy()

    patch.setattr(QuestionModel, "probabilities", ask_once)
