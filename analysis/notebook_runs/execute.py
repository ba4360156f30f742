"""
Run a notebook with papermill, in its own process.

In: a notebook, checked values, the path of the result. Out: the executed notebook, and how it
ended. A notebook that raises is saved with its error. The process ends together with the one that
started it, and stops its kernel. What runs, and whether it has to, is decided in ``scheduler``.
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
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.core import owned_files, paths
from analysis.core.errors import RunError
from analysis.notebook_runs import light_nbformat
from analysis.notebook_runs.warm_start import WarmProcess, WarmStart

if TYPE_CHECKING:
    from analysis.notebook_runs.forked_kernel import ForkedKernel

__all__ = ["DONE", "FAILED", "HEADLESS", "TIMED_OUT", "NotebookRunner", "run_as_copy"]

_log = logging.getLogger(__name__)

DONE, FAILED, TIMED_OUT = "done", "failed", "timed out"

HEADLESS = "PARALLAX_HEADLESS"
"""Environment variable that is set where no one can click, so that pages hold no widgets."""

_NOT_COPIED = "The loaded process ended before it could be copied"
_KERNEL_NOT_STARTED = ("Kernel didn't respond", "Kernel died before replying", _NOT_COPIED)
_ATTEMPTS = 2  # a kernel that does not start gets a second chance
_TERMINATION_TIMEOUT = 10  # seconds that a process has to end before it is killed
_KERNEL_START_TIMEOUT = 120  # seconds
_PARENT_CHECK_INTERVAL = 0.5  # seconds
_MAX_REASON = 500  # characters

_Process = subprocess.Popen[str] | WarmProcess


class NotebookRunner:
    """
    Run notebooks, each in its own process.

    Thread-safe. ``stop()`` terminates all running notebooks.

    Parameters
    ----------
    warm : WarmStart, optional
        A process that has loaded what notebooks import; by default each notebook loads it.

    Attributes
    ----------
    stopped : bool
        Whether ``stop`` was called.
    """

    def __init__(self, warm: WarmStart | None = None) -> None:
        self.stopped = False
        self._warm = warm
        self._lock = threading.Lock()
        self._processes: set[_Process] = set()

    def run(
        self,
        notebook: Path,
        target: Path,
        values: Mapping[str, object],
        time_limit: float,
    ) -> tuple[str, str]:
        """
        Run one notebook, a second time if its kernel did not start.

        Parameters
        ----------
        notebook : Path
        target : Path
            Where the executed notebook is written.
        values : mapping of str to object
            Checked parameters.
        time_limit : float
            Seconds that each attempt may take.

        Returns
        -------
        status : str
            ``DONE``, ``FAILED`` or ``TIMED_OUT``.
        reason : str
            What went wrong; empty if nothing did.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        owned_files.claim(target)
        owned_files.claim(_partial(target))
        reason = ""
        for attempt in range(1, _ATTEMPTS + 1):
            exit_status, reason = self._run_process(notebook, target, values, time_limit)
            if exit_status == 0:
                return DONE, ""
            if exit_status is None:
                return TIMED_OUT, (
                    f"took longer than {time_limit:g} s; raise --time-limit, or read fewer "
                    "articles with --limit"
                )
            if not any(words in reason for words in _KERNEL_NOT_STARTED):
                break
            if attempt < _ATTEMPTS:
                _log.warning("%s: the kernel did not start; trying again", notebook.stem)
        return FAILED, reason

    def stop(self) -> None:
        """Terminate all running notebooks, and let no other start."""
        with self._lock:
            self.stopped = True
            running = list(self._processes)
        _terminate(running)

    def _run_process(
        self,
        notebook: Path,
        target: Path,
        values: Mapping[str, object],
        time_limit: float,
    ) -> tuple[int | None, str]:
        """Return the exit status (None after the time limit) and the last line of the errors."""
        partial_target = _partial(target)
        with tempfile.TemporaryDirectory(prefix="plx") as folder:
            process = self._start()
            job = {
                "notebook": str(notebook),
                "target": str(partial_target),
                "values": values,
                "folder": folder,
            }
            message = json.dumps([os.getpid(), job])
            try:
                _, errors = process.communicate(message, timeout=time_limit)
                exit_status = process.returncode
                if exit_status and process.pid is None and self._warm is not None:
                    errors = _NOT_COPIED
                    self._warm.give_up("it made no copy")
            except subprocess.TimeoutExpired:
                _terminate([process])
                exit_status = None
                errors = ""
            finally:
                with self._lock:
                    self._processes.discard(process)
        _replace_if_whole(partial_target, target)
        return exit_status, _last_line(errors)

    def _start(self) -> "_Process":
        with self._lock:
            if self.stopped:
                raise RunError("stopped before it started")
            process = None if self._warm is None else self._warm.start()
            if process is not None:
                self._processes.add(process)
                return process
            # In its own session, so that Ctrl-C reaches only the process that started it,
            # which then terminates its notebooks in order.
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


def _partial(target: Path) -> Path:
    """Return where a notebook is written to while it runs."""
    return target.with_name(f".{target.stem}.partial.ipynb")


def _terminate(processes: "Iterable[_Process]") -> None:
    """Terminate processes together; kill those that do not end in time."""
    processes = list(processes)
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(_TERMINATION_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _replace_if_whole(partial_target: Path, target: Path) -> None:
    """Move an executed notebook into place, unless its process ended while writing it."""
    try:
        json.loads(partial_target.read_text(encoding="utf8"))
    except (OSError, ValueError):
        partial_target.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
    else:
        partial_target.replace(target)


def _last_line(errors: str) -> str:
    lines = [line for line in errors.splitlines() if line.strip()]
    if not lines:
        return "the process ended without an error message"
    return lines[-1][-_MAX_REASON:]


def _execute(
    notebook: str,
    target: str,
    values: dict[str, object],
    folder: str,
    kernel: "ForkedKernel | None" = None,
) -> None:
    """Execute a notebook with this interpreter; papermill saves it with its error if it raises."""
    light_nbformat.load()
    import papermill
    from traitlets.config import Config

    from analysis.notebook_runs import paced_saves

    _write_kernel_spec(Path(folder), kernel)
    # Kernels communicate through files in their own folder: ports collide where many start at once.
    os.environ |= {
        "JUPYTER_PATH": folder,
        "JUPYTER_RUNTIME_DIR": folder,
        "MPLBACKEND": "agg",
        HEADLESS: "1",
    }
    papermill.execute_notebook(
        notebook,
        target,
        parameters=values,
        engine_name=paced_saves.register(),
        kernel_name="parallax",
        language="python",
        cwd=str(paths.NOTEBOOKS),
        progress_bar=False,
        log_output=False,
        start_timeout=_KERNEL_START_TIMEOUT,
        config=Config(_transport(folder)),
    )
    _validate_finished(Path(notebook), Path(target))


def _write_kernel_spec(folder: Path, forked: "ForkedKernel | None" = None) -> None:
    """Define a kernel that uses this interpreter, whatever kernel the notebook names."""
    command = [
        sys.executable,
        "-Xfrozen_modules=off",
        "-m",
        "ipykernel_launcher",
        "-f",
        "{connection_file}",
    ]
    kernel: dict[str, object] = {"argv": command, "display_name": "Parallax", "language": "python"}
    if forked is not None:
        from analysis.notebook_runs import forked_kernel

        forked_kernel.use(forked)
        provisioner = {"provisioner_name": forked_kernel.PROVISIONER}
        kernel["metadata"] = {"kernel_provisioner": provisioner}
    spec = folder / "kernels" / "parallax"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps(kernel))


def _transport(folder: str) -> dict[str, dict[str, str]]:
    """Return the settings with which kernels communicate through files where the system can."""
    if os.name != "posix":
        return {}
    # "ip" is the start of the names of the sockets; by default they are in the current folder,
    # which all kernels share
    return {"KernelManager": {"transport": "ipc", "ip": f"{folder}/k"}}


def _validate_finished(notebook: Path, target: Path) -> None:
    """Raise if a cell of the executed notebook did not run."""
    import nbformat

    cells = [
        cell
        for cell in nbformat.read(target, 4).cells
        if cell.cell_type == "code" and cell.source.strip()
    ]
    unfinished = [number for number, cell in enumerate(cells) if cell.execution_count is None]
    if unfinished:
        raise RunError(
            f"{notebook.name}: {len(unfinished)} code cells have no result, the first is number "
            f"{unfinished[0]}."
        )


def _end_with_parent(parent: int, folder: str) -> None:
    """End this process, and so its kernel, as soon as the one that started it is gone."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_PARENT_CHECK_INTERVAL)
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _end_with_lifeline(lifeline: int, folder: str) -> None:
    """End this copy when it is asked to, or as soon as the run that it belongs to is gone."""

    def watch() -> None:
        while os.read(lifeline, 1):
            os.kill(os.getpid(), signal.SIGTERM)
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _exit_on_sigterm(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)


def _main() -> int:
    """Execute the notebook that standard input describes; return the exit status."""
    parent, job = json.load(sys.stdin)
    if os.name == "posix":
        _end_with_parent(parent, job["folder"])
        signal.signal(signal.SIGTERM, _exit_on_sigterm)  # an orderly exit stops the kernel too
    return _exit_status(job)


def run_as_copy(lifeline: int) -> int:
    """
    Execute the notebook that standard input describes, in a copy of a loaded process.

    Parameters
    ----------
    lifeline : int
        File descriptor that the run holds the other end of: the copy ends with it.

    Returns
    -------
    int
        The exit status; what went wrong is the last line of standard error.
    """
    from analysis.notebook_runs.forked_kernel import ForkedKernel

    kernel = ForkedKernel(lifeline)
    _, job = json.load(sys.stdin)
    signal.signal(signal.SIGTERM, _exit_on_sigterm)
    _end_with_lifeline(lifeline, job["folder"])
    return _exit_status({**job, "kernel": kernel})


def _exit_status(job: Mapping[str, Any]) -> int:
    try:
        _execute(**job)
    except Exception as error:
        lines = [line for line in str(error).splitlines() if line.strip()]
        reason = lines[-1] if lines else ""
        sys.stderr.write(f"\n{type(error).__name__}: {reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
