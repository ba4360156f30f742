"""
Run notebooks, several at a time, and report how each ended.

In: notebooks, values of their parameters, a folder. Out: executed notebooks, ``runs.json`` and a
list of outcomes. Every value is checked before a kernel starts. A notebook that fails is saved with
its error and the others go on. A notebook for which nothing has changed since it last succeeded is
not run again; an interrupted run resumes where it was. Tables and pages are made elsewhere
(``analysis.commands``), and a single notebook runs in ``execute``.
"""

import json
import logging
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from analysis.core import atomic_write, kept_files, owned_files, paths
from analysis.core.errors import ParameterError, StoppedError, unknown_value_message
from analysis.notebook_runs import outputs, parameters, shareable
from analysis.notebook_runs.execute import DONE, FAILED, NotebookRunner
from analysis.notebook_runs.warm_start import WarmStart
from analysis.run import cache_keys, output_folder
from analysis.run.manifest import MANIFEST, versions

__all__ = [
    "Job",
    "Outcome",
    "find_notebooks",
    "run_jobs",
    "run_notebooks",
    "validate_parameters",
]

_log = logging.getLogger(__name__)

SKIPPED, RUNNING = "skipped", "running"
RUNS = "runs.json"
_NO_ANSWER = (
    "The notebook ran to its end but kept no chart, no table and no finding, so its question has "
    "no answer. Open it in notebooks/ to see what it did."
)


@dataclass(frozen=True)
class Job:
    """
    One notebook to be run with some values.

    Attributes
    ----------
    name : str
        Name of the run, and of its files.
    notebook : Path
    values : mapping of str to object
        Parameter values; the notebook receives those that it declares.
    """

    name: str
    notebook: Path
    values: Mapping[str, object]


@dataclass(frozen=True)
class Outcome:
    """
    How one job ended.

    Attributes
    ----------
    notebook : str
        Name of the job.
    status : str
        "done", "failed", "timed out", "skipped" or "running".
    seconds : float
        Of this run; for a skipped job, of the run that made the result.
    reason : str
        What went wrong, else why it ran or was skipped.
    key : dict of str to str
        Hashes of all that decides the result, by kind.
    files : dict of str to str
        Hash of the executed notebook and of each output, by path.
    """

    notebook: str
    status: str
    seconds: float
    reason: str
    key: dict[str, str] = field(default_factory=dict, repr=False)
    files: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def ok(self) -> bool:
        """Whether there is a result without errors, from this run or an earlier one."""
        return self.status in (DONE, SKIPPED)


def find_notebooks(names: Sequence[str] = (), folder: Path = paths.NOTEBOOKS) -> list[Path]:
    """
    Find notebooks by name.

    Parameters
    ----------
    names : sequence of str
        File names, with or without ``.ipynb``, or their numbers ("03"); empty finds all.
    folder : Path

    Returns
    -------
    list of Path
        Sorted by name, each once.

    Raises
    ------
    ParameterError
        If there is no such notebook; the closest name is suggested.
    """
    notebooks = {path.stem: path for path in sorted(Path(folder).glob("[0-9]*.ipynb"))}
    if not names:
        return list(notebooks.values())
    chosen: set[str] = set()
    for name in names:
        wanted = str(name).removesuffix(".ipynb")
        matches = [stem for stem in notebooks if wanted in (stem, stem.split("_")[0])]
        if not matches:
            raise ParameterError(unknown_value_message("notebook", name, notebooks))
        chosen.update(matches)
    return [notebooks[stem] for stem in sorted(chosen)]


def validate_parameters(
    notebooks: Sequence[Path], values: Mapping[str, object]
) -> dict[str, object]:
    """
    Refuse values that no notebook declares or that do not fit, before anything runs.

    Parameters
    ----------
    notebooks : sequence of Path
    values : mapping of str to object

    Returns
    -------
    dict of str to object
        The values, converted to the types that the notebooks declare.

    Raises
    ------
    ParameterError
        If no notebook declares a name (the closest is suggested), or a value does not fit.
    """
    known = {name for notebook in notebooks for name in parameters.declared(notebook)}
    for name in values:
        if name not in known:
            raise ParameterError(
                parameters.unknown_parameter(name, sorted(known), "See: parallax notebooks")
            )
    converted: dict[str, object] = {}
    for notebook in notebooks:
        converted |= parameters.check(notebook, values, ignore_unknown=True)
    return converted


def run_notebooks(
    notebooks: Sequence[Path],
    values: Mapping[str, object],
    out: Path,
    *,
    notebook_jobs: int = 2,
    time_limit: float = 1800,
    force: bool = False,
) -> list[Outcome]:
    """
    Run notebooks, each once, under its own name.

    Parameters
    ----------
    notebooks : sequence of Path
    values : mapping of str to object
        Parameter values; each notebook receives those that it declares, and at least one must
        declare each.
    out : Path
    notebook_jobs, time_limit, force
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
    jobs = [Job(path.stem, path, values) for path in notebooks]
    return run_jobs(jobs, out, notebook_jobs=notebook_jobs, time_limit=time_limit, force=force)


def run_jobs(
    jobs: Sequence[Job],
    out: Path,
    *,
    notebook_jobs: int = 2,
    time_limit: float = 1800,
    force: bool = False,
) -> list[Outcome]:
    """
    Run jobs, several at a time.

    Parameters
    ----------
    jobs : sequence of Job
        Names must differ. A notebook receives those of its values that it declares;
        ``output_dir`` is set for each to ``out/outputs/<name>``, which is emptied before a run. A
        notebook that keeps nothing there has failed, also if it ran to its end.
    out : Path
        Executed notebooks are written to ``out/notebooks/<name>.ipynb``; places on this machine
        are taken out of them, see ``shareable``.
    notebook_jobs : int
        Jobs that run at the same time.
    time_limit : float
        Seconds that one job may take.
    force : bool
        Run also the jobs for which nothing has changed.

    Returns
    -------
    list of Outcome
        In the order of ``jobs``.

    Raises
    ------
    StoppedError
        On Ctrl-C. What is finished is kept, and the next run goes on from there.
    ParameterError, RunError
        See ``analysis.run.output_folder.opened``.
    """
    files = [RUNS, *(f"notebooks/{job.name}.ipynb" for job in jobs)]
    with output_folder.opened(out, "notebooks", files) as folder:
        return _run_tasks(jobs, folder, notebook_jobs, time_limit, force)


def _run_tasks(
    jobs: Sequence[Job],
    out: Path,
    notebook_jobs: int,
    time_limit: float,
    force: bool,
) -> list[Outcome]:
    common_key = _common_key()
    tasks = [_task(job, out, common_key) for job in jobs]
    runs = _Runs(out / RUNS)
    warm = WarmStart([task.notebook for task in tasks])
    runner = NotebookRunner(warm)
    with warm, ThreadPoolExecutor(max_workers=max(1, notebook_jobs)) as pool:
        futures = [
            pool.submit(_run_or_skip, task, runs, runner, time_limit, force) for task in tasks
        ]
        try:
            return [future.result() for future in futures]
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            runner.stop()
            raise StoppedError(_stopped_message(tasks, runs)) from None


@dataclass(frozen=True)
class _Task:
    """A job with checked values, the path of its result, and the hashes that decide it."""

    name: str
    notebook: Path
    target: Path
    values: dict[str, object]
    key: dict[str, str]

    @property
    def output_dir(self) -> str:
        """Folder of its outputs; "" if the notebook declares no such parameter."""
        return str(self.values.get("output_dir", ""))

    @property
    def out(self) -> Path:
        """Folder of all results."""
        return self.target.parents[1]

    @property
    def has_answer(self) -> bool:
        """Whether its outputs answer the question; True if it declares no folder for them."""
        return not self.output_dir or outputs.has_answer(self.output_dir)

    def hash_result(self) -> dict[str, str]:
        """Return the hash of the executed notebook and of each output, by path."""
        files = [self.target]
        if self.output_dir:
            files += sorted(Path(self.output_dir).rglob("*"))
        return kept_files.hash_files([path for path in files if path.is_file()], self.out)


def _task(job: Job, out: Path, common_key: Mapping[str, str]) -> _Task:
    given = {**job.values, "output_dir": str(out / "outputs" / job.name)}
    values = parameters.check(job.notebook, given, ignore_unknown=True)
    target = out / "notebooks" / f"{job.name}.ipynb"
    return _Task(job.name, job.notebook, target, values, _key(job.notebook, values, common_key))


def _stopped_message(tasks: Sequence[_Task], runs: "_Runs") -> str:
    done = [task.name for task in tasks if task.name in runs.successful]
    names = f": {', '.join(done)}" if done else ""
    return (
        f"Stopped. {len(done)} of {len(tasks)} notebooks are done and kept{names}. "
        "The same command goes on from there."
    )


def _common_key() -> dict[str, str]:
    """Return hashes of what decides the result of every notebook, by kind."""
    code = cache_keys.code_files(cache_keys.NOTEBOOKS_CODE)
    data: list[Path] = []
    rules = (paths.FIGURE_RULES, paths.ATTRIBUTION_RULES)
    for folder in (paths.LEXICONS, *rules, paths.CLAIMS, paths.MODELS):
        data += [path for path in sorted(folder.rglob("*")) if path.suffix != ".md"]
    return {
        "code": cache_keys.hash_files(code),
        "data": cache_keys.hash_files(data),
        "packages": _hash_json([versions(), cache_keys.package_versions(code)]),
    }


def _key(
    notebook: Path, values: Mapping[str, object], common_key: Mapping[str, str]
) -> dict[str, str]:
    """Return hashes of all that decides the result of a job, by kind, so a change has a name."""
    tables = Path(str(values.get("corpus", "")))
    return {
        "notebook": cache_keys.hash_files([notebook]),
        "parameters": _hash_json(values),
        "tables": _tables_digest(tables / MANIFEST),
        "files": cache_keys.hash_files(_files_of_parameters(notebook, values)),
        **common_key,
    }


def _hash_json(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def _files_of_parameters(notebook: Path, values: Mapping[str, object]) -> list[Path]:
    """Return the files that parameters name, by their values or by their defaults."""
    declared = parameters.declared(notebook)
    files = []
    for name in parameters.FILES:
        if name not in declared:
            continue
        value = values.get(name, declared[name].default)
        names = value if isinstance(value, list) else [value]
        files += [paths.NOTEBOOKS / str(file) for file in names if file]
    return files


def _tables_digest(manifest: Path) -> str:
    """Return a hash of what the manifest of a folder of tables says about their content."""
    if not manifest.is_file():
        return ""
    facts = json.loads(manifest.read_text(encoding="utf8"))
    return _hash_json({name: facts.get(name) for name in ("key", "inputs", "parameters", "rows")})


class _Runs:
    """The outcome of each job, on disk as soon as it is known, so that a killed run resumes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.successful: set[str] = set()
        self._lock = threading.Lock()
        self._saved: dict[str, dict] = {}
        if path.is_file():
            self._saved = _read_runs(path)

    def earlier(self, name: str) -> Outcome | None:
        """Return the last outcome of a job, or None if it never ran."""
        saved = self._saved.get(name)
        try:
            return None if saved is None else Outcome(**saved)
        except TypeError:  # the file has changed: fields have other names
            return None

    def save(self, outcome: Outcome) -> None:
        """Write an outcome to disk."""
        with self._lock:
            self._saved[outcome.notebook] = asdict(outcome)
            if outcome.ok:
                self.successful.add(outcome.notebook)
            atomic_write.write_text(json.dumps(self._saved, indent=1), self.path)


def _read_runs(path: Path) -> dict[str, dict]:
    """Return what the file of outcomes holds, or nothing if it is no longer what was written."""
    try:
        return dict(json.loads(path.read_text(encoding="utf8")))
    except (ValueError, TypeError):
        _log.warning("%s has changed since an earlier run: every notebook runs again", path)
        return {}


def _run_or_skip(
    task: _Task,
    runs: _Runs,
    runner: NotebookRunner,
    time_limit: float,
    force: bool,
) -> Outcome:
    earlier = runs.earlier(task.name)
    changed = _changed_kinds(task, earlier)
    altered = _altered_files(task, earlier)
    if earlier and earlier.ok and not altered and not changed and not force:
        runs.successful.add(task.name)
        return Outcome(
            task.name, SKIPPED, earlier.seconds, "nothing changed", task.key, earlier.files
        )
    why = _why_run(earlier, changed or altered, force)
    _keep_altered_notebook(task, altered)
    runs.save(Outcome(task.name, RUNNING, 0.0, why))
    if task.output_dir:
        owned_files.remove(Path(task.output_dir))  # no output of an earlier run stays
    start = time.perf_counter()
    status, error = runner.run(task.notebook, task.target, task.values, time_limit)
    files = [
        str(file) for file in (task.notebook, *_files_of_parameters(task.notebook, task.values))
    ]
    shareable.rewrite_notebook(task.target, task.out, files)
    if status == DONE and not task.has_answer:
        status, error = FAILED, _NO_ANSWER
    error = shareable.without_places(error, task.out, files=files)
    seconds = round(time.perf_counter() - start, 1)
    outcome = Outcome(task.name, status, seconds, error or why, task.key, task.hash_result())
    if not runner.stopped:
        runs.save(outcome)
        _log.info("%s: %s in %.1f s (%s)", task.name, status, outcome.seconds, outcome.reason)
    return outcome


def _changed_kinds(task: _Task, earlier: Outcome | None) -> list[str]:
    """Return the kinds of input that differ from those of the last run."""
    before = earlier.key if earlier else {}
    return [kind for kind, digest in task.key.items() if before.get(kind) != digest]


def _altered_files(task: _Task, earlier: Outcome | None) -> list[str]:
    """Return the files of a good result that are missing or have changed since its run."""
    if earlier is None or not earlier.ok:
        return []
    notebook = task.target.relative_to(task.out).as_posix()
    return kept_files.changed_files(task.out, earlier.files, [notebook])


def _keep_altered_notebook(task: _Task, altered: Sequence[str]) -> None:
    """Rename an executed notebook that has changed: a person may have written into it."""
    if task.target.relative_to(task.out).as_posix() in altered and task.target.is_file():
        kept = task.target.with_suffix(".changed.ipynb")
        task.target.replace(kept)
        _log.warning("%s has changed since it was run: it is kept as %s", task.target, kept.name)


def _why_run(earlier: Outcome | None, changed: Sequence[str], force: bool) -> str:
    if force:
        return "forced"
    if earlier is None:
        return "first run"
    if earlier.status == RUNNING:
        return "was interrupted"
    if changed:
        return f"{', '.join(changed)} changed"
    return "failed before"
