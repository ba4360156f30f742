"""
Run the notebooks with papermill, each in a process of its own, and say what became of each.

In: notebooks, values for their parameters, a folder. Out: executed notebooks, ``runs.json`` and a table of what ran.
Every value is checked before a kernel starts. A notebook that fails is kept with its error and the others go on.
One for which nothing has changed since it last ended well is not run again. It does not make the tables
(``pipeline``) or the pages (``report``).
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from analysis import fingerprint, parameters, paths
from analysis.errors import ParameterError, RunError, unknown
from analysis.manifest import versions

__all__ = ["Outcome", "find", "refuse", "run"]

_log = logging.getLogger(__name__)

DONE, FAILED, TIMED_OUT, SKIPPED = "done", "failed", "timed out", "skipped"
RUNS = "runs.json"
HEADLESS = "PARALLAX_HEADLESS"  # tells ``analysis.picker`` that nobody can click


@dataclass(frozen=True)
class Outcome:
    """What became of one notebook."""

    notebook: str
    status: str
    seconds: float
    reason: str
    key: dict = field(default_factory=dict, repr=False)

    @property
    def ok(self):
        """Whether there is a good result, new or from before."""
        return self.status in (DONE, SKIPPED)


def find(names=(), folder=paths.NOTEBOOKS):
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
            raise ParameterError(unknown("notebook", name, every))
        chosen += match
    return [every[stem] for stem in sorted(set(chosen))] if names else list(every.values())


def run(notebooks, values, out, *, workers=2, limit_s=1800, force=False):
    """
    Run notebooks side by side.

    Parameters
    ----------
    notebooks : list of Path
    values : dict
        Parameter values; each notebook takes those that it declares, and each must be known to at least one.
        ``output_dir`` is set for each: ``out/outputs/<notebook>``.
    out : Path
        Executed notebooks go to ``out/notebooks``.
    workers : int
        Notebooks at the same time.
    limit_s : float
        Seconds that one notebook may take in all.
    force : bool
        Run also those for which nothing has changed.

    Returns
    -------
    list of Outcome
        In the order of ``notebooks``.

    Raises
    ------
    ParameterError
        Before anything runs, if a value is unknown or does not fit.
    """
    out = Path(out)
    refuse(notebooks, values)
    jobs = [_job(notebook, values, out) for notebook in notebooks]
    before = _read_runs(out)
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        futures = [pool.submit(_run_or_skip, job, before, limit_s, force) for job in jobs]
        try:
            outcomes = [future.result() for future in futures]
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            finished = [f.result() for f in futures if f.done() and not f.cancelled() and not f.exception()]
            _write_runs(out, before, finished)
    return outcomes


@dataclass(frozen=True)
class _Job:
    notebook: Path
    target: Path
    values: dict
    key: dict


def _job(notebook, values, out):
    folder = out / "outputs" / notebook.stem
    chosen = parameters.check(notebook, {**values, "output_dir": str(folder)}, ignore_unknown=True)
    return _Job(notebook, out / "notebooks" / notebook.name, chosen, _key(notebook, chosen))


def refuse(notebooks, values):
    """
    Refuse values that no notebook knows, or that do not fit, before anything runs.

    Parameters
    ----------
    notebooks : list of Path
    values : dict

    Raises
    ------
    ParameterError
        If a name is known to none of them (the nearest is named), or a value does not fit.
    """
    known = {name for notebook in notebooks for name in parameters.declared(notebook)}
    for name in values:
        if name not in known:
            raise ParameterError(unknown("parameter", name, sorted(known), "See: python -m analysis notebooks"))
    for notebook in notebooks:
        parameters.check(notebook, values, ignore_unknown=True)


def _key(notebook, values):
    """Give what decides a notebook's result, by kind, so that a change can be named."""
    code = sorted((paths.ROOT / "analysis").rglob("*.py"))
    manifest = Path(values.get("corpus", "")) / "manifest.json"
    data = [*sorted(paths.LEXICONS.rglob("*.toml")), *sorted(paths.CLAIMS.glob("*"))]
    return {
        "notebook": fingerprint.digest([notebook]),
        "parameters": sha256(json.dumps(values, sort_keys=True).encode()).hexdigest(),
        "tables": _tables_digest(manifest),
        "code": fingerprint.digest(p for p in code if "train" not in p.parts),
        "data": fingerprint.digest(data),
        "packages": sha256(json.dumps(versions()).encode()).hexdigest(),
    }


def _tables_digest(manifest):
    if not manifest.is_file():
        return ""
    facts = json.loads(manifest.read_text(encoding="utf8"))
    decisive = {k: facts.get(k) for k in ("key", "inputs", "parameters", "rows")}
    return sha256(json.dumps(decisive, sort_keys=True, default=str).encode()).hexdigest()


def _run_or_skip(job, before, limit_s, force):
    earlier = before.get(job.notebook.stem, {})
    changed = [kind for kind, digest in job.key.items() if earlier.get("key", {}).get(kind) != digest]
    good = earlier.get("status") in (DONE, SKIPPED) and job.target.is_file()
    if good and not changed and not force:
        return Outcome(job.notebook.stem, SKIPPED, earlier.get("seconds", 0.0), "nothing changed", job.key)
    start = time.perf_counter()
    status, error = _execute(job, limit_s)
    reason = error or _why(earlier, changed, force)
    return Outcome(job.notebook.stem, status, round(time.perf_counter() - start, 1), reason, job.key)


def _why(earlier, changed, force):
    if force:
        return "forced"
    if not earlier:
        return "first run"
    return f"{', '.join(changed)} changed" if changed else "did not end well before"


def _execute(job, limit_s):
    """Run one notebook in a process of its own, once more where its kernel did not start."""
    for attempt in (1, 2):
        code, error = _process(job, limit_s)
        if code == 0:
            return DONE, ""
        if code == TIMED_OUT:
            return TIMED_OUT, f"took longer than {limit_s:g} s; raise --time-limit, or read fewer articles with --limit"
        if attempt == 2 or "Kernel didn't respond" not in error:
            break
        _log.warning("%s: the kernel did not start; once more", job.notebook.stem)
    return FAILED, error


def _process(job, limit_s):
    job.target.parent.mkdir(parents=True, exist_ok=True)
    words = json.dumps({"source": str(job.notebook), "target": str(job.target), "values": job.values})
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis.suite"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, cwd=paths.ROOT,
    )
    try:
        _, errors = process.communicate(words, timeout=limit_s)
    except subprocess.TimeoutExpired:
        process.terminate()  # its kernel ends by itself once its parent is gone
        process.communicate()
        return TIMED_OUT, ""
    except BaseException:
        process.terminate()
        raise
    return process.returncode, _last_line(errors)


def _last_line(errors):
    lines = [line for line in errors.splitlines() if line.strip()]
    return lines[-1][-500:] if lines else "ended without a word"


def _worker(source, target, values):
    """Execute one notebook with this interpreter; papermill saves it with its error before it raises."""
    import papermill
    from traitlets.config import Config

    with tempfile.TemporaryDirectory(prefix="plx") as folder:
        spec = Path(folder) / "kernels" / "parallax"
        spec.mkdir(parents=True)
        command = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        kernel = {"argv": command, "display_name": "Parallax", "language": "python"}
        (spec / "kernel.json").write_text(json.dumps(kernel))
        # Kernels talk through files in a folder of their own: ports collide where many start at once.
        os.environ |= {"JUPYTER_PATH": folder, "JUPYTER_RUNTIME_DIR": folder, "MPLBACKEND": "agg", HEADLESS: "1"}
        papermill.execute_notebook(
            source, target, parameters=values, kernel_name="parallax", cwd=str(paths.NOTEBOOKS), progress_bar=False,
            log_output=False, start_timeout=120, config=Config(_transport(folder)),
        )
    _refuse_unfinished(target)


def _transport(folder):
    # ``ip`` is the start of the sockets' names; its default lies in the current folder, where all kernels share it.
    return {"KernelManager": {"transport": "ipc", "ip": f"{folder}/k"}} if os.name == "posix" else {}


def _refuse_unfinished(target):
    import nbformat

    cells = [c for c in nbformat.read(target, 4).cells if c.cell_type == "code" and c.source.strip()]
    left = [i for i, c in enumerate(cells) if c.execution_count is None]
    if left:
        raise RunError(f"{Path(target).name}: {len(left)} code cells have no result, the first is number {left[0]}.")


def _read_runs(out):
    path = out / RUNS
    return json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}


def _write_runs(out, before, outcomes):
    out.mkdir(parents=True, exist_ok=True)
    runs = {**before, **{o.notebook: asdict(o) for o in outcomes}}
    temporary = out / f".{RUNS}.part"
    temporary.write_text(json.dumps(runs, indent=1), encoding="utf8")
    temporary.replace(out / RUNS)


def _main():
    job = json.load(sys.stdin)
    try:
        _worker(**job)
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        sys.stderr.write(f"\n{type(error).__name__}: {lines[-1] if lines else error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
