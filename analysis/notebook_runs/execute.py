"""
Run one notebook with papermill, in a process of its own.

In: a notebook, checked values, where the result goes. Out: the executed notebook, and how it ended. A notebook that
raises is kept with its error. The process ends with the one that started it, and takes its kernel along.
It decides neither what is run nor whether it must be: ``suite`` does.
"""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import RunError

__all__ = ["DONE", "FAILED", "HEADLESS", "TIMED_OUT", "Executor"]

_log = logging.getLogger(__name__)

DONE, FAILED, TIMED_OUT = "done", "failed", "timed out"
HEADLESS = "PARALLAX_HEADLESS"  # tells ``analysis.notebook_runs.widgets`` that nobody can click, so that pages hold no widgets
_NOT_STARTED = ("Kernel didn't respond", "Kernel died before replying")
_PATIENCE = 10  # seconds that a process gets to end by itself


class Executor:
    """Run notebooks, each in a process of its own, from as many threads as one likes; ``stop`` ends them all."""

    def __init__(self):
        self._lock, self._processes, self.stopped = threading.Lock(), set(), False

    def execute(self, source, target, values, limit_s):
        """
        Run one notebook, once more where its kernel did not start.

        Parameters
        ----------
        source, target : Path
        values : dict
            Checked parameters.
        limit_s : float
            Seconds that it may take in all.

        Returns
        -------
        status : str
            ``DONE``, ``FAILED`` or ``TIMED_OUT``.
        reason : str
            What went wrong; empty where all is well.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        for attempt in (1, 2):
            code, error = self._process(source, target, values, limit_s)
            if code == 0:
                return DONE, ""
            if code == TIMED_OUT:
                return TIMED_OUT, (
                    f"took longer than {limit_s:g} s; raise --time-limit, or read fewer articles "
                    "with --limit"
                )
            if attempt == 2 or not error or not any(words in error for words in _NOT_STARTED):
                break
            _log.warning("%s: the kernel did not start; once more", source.stem)
        return FAILED, error

    def stop(self):
        """End every process, and let no other start."""
        with self._lock:
            self.stopped, running = True, list(self._processes)
        _end(*running)

    def _process(self, source, target, values, limit_s):
        part = target.with_name(f".{target.stem}.part.ipynb")
        with tempfile.TemporaryDirectory(prefix="plx") as folder:
            process = self._start()
            words = {"source": str(source), "target": str(part), "values": values, "folder": folder}
            try:
                _, errors = process.communicate(json.dumps([os.getpid(), words]), timeout=limit_s)
                code = process.returncode
            except subprocess.TimeoutExpired:
                _end(process)
                code, errors = TIMED_OUT, ""
            finally:
                with self._lock:
                    self._processes.discard(process)
        _take(part, target)
        return code, _last_line(errors)

    def _start(self):
        with self._lock:
            if self.stopped:
                raise RunError("stopped before it started")
            # a session of its own: Ctrl-C reaches the suite alone, which then ends its processes in order
            process = subprocess.Popen(
                [sys.executable, "-m", "analysis.notebook_runs.execute"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                cwd=paths.ROOT,
                start_new_session=True,
            )
            self._processes.add(process)
            return process


def _end(*processes):
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _take(part, target):
    """Put what was executed in its place, unless the process ended in the middle of writing it."""
    try:
        json.loads(part.read_text(encoding="utf8"))
    except (OSError, ValueError):
        part.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
    else:
        part.replace(target)


def _last_line(errors):
    lines = [line for line in errors.splitlines() if line.strip()]
    return lines[-1][-500:] if lines else "ended without a word"


def _worker(source, target, values, folder):
    """Execute one notebook with this interpreter; papermill saves it with its error before it raises."""
    # An optional part of jsonschema that no check of a notebook needs; loading it takes longer than all of papermill.
    sys.modules.setdefault("rfc3987_syntax", None)
    import papermill
    from traitlets.config import Config

    spec = Path(folder) / "kernels" / "parallax"
    spec.mkdir(parents=True)
    command = [
        sys.executable,
        "-Xfrozen_modules=off",
        "-m",
        "ipykernel_launcher",
        "-f",
        "{connection_file}",
    ]
    kernel = {"argv": command, "display_name": "Parallax", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(kernel))
    # Kernels talk through files in a folder of their own: ports collide where many start at once.
    os.environ |= {
        "JUPYTER_PATH": folder,
        "JUPYTER_RUNTIME_DIR": folder,
        "MPLBACKEND": "agg",
        HEADLESS: "1",
    }
    papermill.execute_notebook(
        source,
        target,
        parameters=values,
        kernel_name="parallax",
        language="python",
        cwd=str(paths.NOTEBOOKS),
        progress_bar=False,
        log_output=False,
        start_timeout=120,
        config=Config(_transport(folder)),
    )
    _refuse_unfinished(source, target)


def _transport(folder):
    # ``ip`` is the start of the sockets' names; its default lies in the current folder, where all kernels share it.
    return (
        {"KernelManager": {"transport": "ipc", "ip": f"{folder}/k"}} if os.name == "posix" else {}
    )


def _refuse_unfinished(source, target):
    import nbformat

    cells = [
        c for c in nbformat.read(target, 4).cells if c.cell_type == "code" and c.source.strip()
    ]
    left = [i for i, c in enumerate(cells) if c.execution_count is None]
    if left:
        raise RunError(
            f"{Path(source).name}: {len(left)} code cells have no result, the first is number {left[0]}."
        )


def _end_with_parent(parent, folder):
    """End this process, and so its kernel, when the one that started it is gone."""

    def watch():
        while os.getppid() == parent:
            time.sleep(0.5)
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _main():
    parent, job = json.load(sys.stdin)
    if os.name == "posix":
        _end_with_parent(parent, job["folder"])
        signal.signal(
            signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
        )  # so that the kernel is ended too
    try:
        _worker(**job)
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        sys.stderr.write(f"\n{type(error).__name__}: {lines[-1] if lines else error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
