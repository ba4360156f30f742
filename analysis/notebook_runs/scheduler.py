"""
Run the notebooks side by side, and say what became of each.

In: notebooks, values for their parameters, a folder. Out: executed notebooks, ``runs.json`` and a table of what ran.
Every value is checked before a kernel starts. A notebook that fails is kept with its error and the others go on.
One for which nothing has changed since it last ended well is not run again; a run that was stopped or killed goes on
where it was. It does not make the tables (``job``) or the pages (``report``), and a single notebook runs in
``execute``.
"""

import json
import logging
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from analysis.core import atomic_write, paths
from analysis.core.errors import ParameterError, StoppedError, unknown_value_message
from analysis.notebook_runs import parameters
from analysis.notebook_runs.execute import DONE, Executor
from analysis.run import cache_keys
from analysis.run.manifest import versions

__all__ = ["Job", "Outcome", "find_notebooks", "validate_parameters", "run_notebooks", "run_jobs"]

_log = logging.getLogger(__name__)

SKIPPED, RUNNING = "skipped", "running"
RUNS = "runs.json"


@dataclass(frozen=True)
class Job:
    """One notebook to be run with some values, under a name of its own."""

    name: str
    notebook: Path
    values: dict


@dataclass(frozen=True)
class Outcome:
    """What became of one job."""

    notebook: str
    status: str
    seconds: float
    reason: str
    key: dict = field(default_factory=dict, repr=False)

    @property
    def ok(self):
        """Whether there is a good result, new or from before."""
        return self.status in (DONE, SKIPPED)


def find_notebooks(names=(), folder=paths.NOTEBOOKS):
    """
    Find notebooks by name.

    Parameters
    ----------
    names : sequence of str
        File names, with or without ``.ipynb``, or their numbers ("03"); empty gives all.
    folder : Path

    Returns
    -------
    list of Path
        In the order of their names.

    Raises
    ------
    ParameterError
        If there is no such notebook; the nearest is named.
    """
    every = {p.stem: p for p in sorted(Path(folder).glob("[0-9]*.ipynb"))}
    chosen = []
    for name in names:
        stem = str(name).removesuffix(".ipynb")
        match = [s for s in every if s == stem or s.split("_")[0] == stem]
        if not match:
            raise ParameterError(unknown_value_message("notebook", name, every))
        chosen += match
    return [every[stem] for stem in sorted(set(chosen))] if names else list(every.values())


def validate_parameters(notebooks, values):
    """
    Refuse values that no notebook knows, or that do not fit, before anything runs.

    Parameters
    ----------
    notebooks : list of Path
    values : dict

    Returns
    -------
    dict
        The values in the types that the notebooks declare.

    Raises
    ------
    ParameterError
        If a name is known to none of them (the nearest is named), or a value does not fit.
    """
    known = {name for notebook in notebooks for name in parameters.declared(notebook)}
    for name in values:
        if name not in known:
            raise ParameterError(
                unknown_value_message(
                    "parameter", name, sorted(known), "See: python -m analysis notebooks"
                )
            )
    typed = {}
    for notebook in notebooks:
        typed |= parameters.check(notebook, values, ignore_unknown=True)
    return typed


def run_notebooks(notebooks, values, out, **options):
    """
    Run notebooks, each once, under its own name.

    Parameters
    ----------
    notebooks : list of Path
    values : dict
        Parameter values; each notebook takes those that it declares, and each must be known to at least one.
    out : Path
    **options
        See ``run_jobs``.

    Returns
    -------
    list of Outcome
        In the order of ``notebooks``.

    Raises
    ------
    ParameterError
        Before anything runs, if a value is unknown or does not fit.
    StoppedError
        See ``run_jobs``.
    """
    validate_parameters(notebooks, values)
    return run_jobs([Job(path.stem, path, values) for path in notebooks], out, **options)


def run_jobs(jobs, out, *, workers=2, limit_s=1800, force=False):
    """
    Run jobs side by side.

    Parameters
    ----------
    jobs : list of Job
        Names must differ. A notebook takes those of its values that it declares; ``output_dir`` is set for each:
        ``out/outputs/<name>``, which is emptied before a run.
    out : Path
        Executed notebooks go to ``out/notebooks/<name>.ipynb``.
    workers : int
        Jobs at the same time.
    limit_s : float
        Seconds that one may take in all.
    force : bool
        Run also those for which nothing has changed.

    Returns
    -------
    list of Outcome
        In the order of ``jobs``.

    Raises
    ------
    StoppedError
        On Ctrl-C. What was finished is kept, and the next run goes on from there.
    """
    out, shared = Path(out), _shared_key()
    tasks = [_task(job, out, shared) for job in jobs]
    runs, executor = _Runs(out / RUNS), Executor()
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        futures = [
            pool.submit(_run_or_skip, task, runs, executor, limit_s, force) for task in tasks
        ]
        try:
            return [future.result() for future in futures]
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            executor.stop()
            good = [task.name for task in tasks if task.name in runs.good]
            raise StoppedError(
                f"Stopped. {len(good)} of {len(tasks)} notebooks are done and kept"
                f"{': ' + ', '.join(good) if good else ''}. The same command goes on from there."
            ) from None


@dataclass(frozen=True)
class _Task:
    name: str
    notebook: Path
    target: Path
    values: dict
    key: dict


def _task(job, out, shared):
    given = {**job.values, "output_dir": str(out / "outputs" / job.name)}
    values = parameters.check(job.notebook, given, ignore_unknown=True)
    target = out / "notebooks" / f"{job.name}.ipynb"
    return _Task(job.name, job.notebook, target, values, _key(job.notebook, values, shared))


def _shared_key():
    """Give what decides the result of every notebook, by kind, so that a change can be named."""
    code = cache_keys.code_files(cache_keys.NOTEBOOKS_CODE)
    data = [
        p
        for folder in (paths.LEXICONS, paths.CLAIMS, paths.MODELS)
        for p in sorted(folder.rglob("*"))
    ]
    return {
        "code": cache_keys.hash_files(code),
        "data": cache_keys.hash_files(data),
        "packages": sha256(json.dumps(versions()).encode()).hexdigest(),
    }


def _key(notebook, values, shared):
    return {
        "notebook": cache_keys.hash_files([notebook]),
        "parameters": sha256(json.dumps(values, sort_keys=True).encode()).hexdigest(),
        "tables": _tables_digest(Path(values.get("corpus", "")) / "manifest.json"),
        "files": cache_keys.hash_files(_named_files(notebook, values)),
        **shared,
    }


def _named_files(notebook, values):
    """Give the files that parameters name, by value or by default."""
    chosen = {name: p.default for name, p in parameters.declared(notebook).items()} | values
    named = [chosen[name] for name in parameters.FILES if chosen.get(name)]
    return [
        paths.NOTEBOOKS / path
        for one in named
        for path in (one if isinstance(one, list) else [one])
    ]


def _tables_digest(manifest):
    if not manifest.is_file():
        return ""
    facts = json.loads(manifest.read_text(encoding="utf8"))
    decisive = {k: facts.get(k) for k in ("key", "inputs", "parameters", "rows")}
    return sha256(json.dumps(decisive, sort_keys=True, default=str).encode()).hexdigest()


class _Runs:
    """What became of each job, on disk as soon as it is known, so that a run that is killed goes on where it was."""

    def __init__(self, path):
        self.path, self.lock, self.good = path, threading.Lock(), set()
        self.held = json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}

    def keep(self, outcome):
        """Note an outcome."""
        with self.lock:
            self.held[outcome.notebook] = asdict(outcome)
            self.good |= {outcome.notebook} if outcome.ok else set()
            atomic_write.write_text(json.dumps(self.held, indent=1), self.path)


def _run_or_skip(task, runs, executor, limit_s, force):
    earlier = runs.held.get(task.name, {})
    changed = [
        kind for kind, digest in task.key.items() if earlier.get("key", {}).get(kind) != digest
    ]
    good = earlier.get("status") in (DONE, SKIPPED) and task.target.is_file()
    if good and not changed and not force:
        runs.good.add(task.name)
        return Outcome(task.name, SKIPPED, earlier.get("seconds", 0.0), "nothing changed", task.key)
    reason = _why(earlier, changed, force)
    runs.keep(Outcome(task.name, RUNNING, 0.0, reason))
    shutil.rmtree(
        task.values.get("output_dir", ""), ignore_errors=True
    )  # nothing of an earlier run stays
    start = time.perf_counter()
    status, error = executor.execute(task.notebook, task.target, task.values, limit_s)
    outcome = Outcome(
        task.name, status, round(time.perf_counter() - start, 1), error or reason, task.key
    )
    if not executor.stopped:
        runs.keep(outcome)
        _log.info("%s: %s in %.1f s (%s)", task.name, status, outcome.seconds, outcome.reason)
    return outcome


def _why(earlier, changed, force):
    if force:
        return "forced"
    if not earlier:
        return "first run"
    if earlier["status"] == RUNNING:
        return "was stopped before"
    return f"{', '.join(changed)} changed" if changed else "did not end well before"
