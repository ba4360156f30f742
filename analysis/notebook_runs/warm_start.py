"""
Start notebooks from a process that has loaded what they import, so that none of them loads it.

In: the notebooks of one run. Out: processes that behave like ``subprocess.Popen``. One process
loads the packages, then forks: a copy starts in a hundredth of a second and shares no state with
other copies, so that a notebook that fails, hangs or is killed for its memory ends alone. The
loaded process holds nothing else, and ends with the run: a later one loads changed code.

Forking is only safe on Linux: the system libraries of macOS do not allow it, and Windows lacks it.
Elsewhere, and if the loaded process ends too soon, ``start`` returns None, and notebooks start from
nothing.
"""

import ast
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from analysis.core import paths
from analysis.notebook_runs.parsed_code import statements_of

__all__ = ["WarmProcess", "WarmStart", "imported_names"]

_log = logging.getLogger(__name__)

_OWN_PACKAGE = "analysis"
_LOADED = "analysis.notebook_runs.loaded_process"
_STOP = b"s"
_END_TIMEOUT = 10  # seconds
_ERRORS_TIMEOUT = 5  # seconds that a kernel may outlive its runner before its errors are left out


class WarmStart:
    """
    A loaded process, started when the first notebook needs it.

    Thread-safe. A context manager: at its end the loaded process ends. Processes that it started
    are the caller's to end.

    Parameters
    ----------
    notebooks : sequence of Path
        What they import from this project is loaded.
    """

    def __init__(self, notebooks: Sequence[Path]) -> None:
        self._notebooks = list(notebooks)
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._loaded: subprocess.Popen[bytes] | None = None
        self._works = True

    def __enter__(self) -> "WarmStart":
        return self

    def __exit__(self, *_: object) -> None:
        if self._control is not None:
            self._control.close()
        if self._loaded is not None:
            try:
                self._loaded.wait(_END_TIMEOUT)
            except subprocess.TimeoutExpired:  # it is still loading, or a copy does not end
                self._loaded.kill()
                self._loaded.wait()

    def start(self) -> "WarmProcess | None":
        """
        Start a copy of the loaded process that runs ``analysis.notebook_runs.execute``.

        Returns
        -------
        WarmProcess or None
            None where processes cannot be forked, which is logged.
        """
        with self._lock:
            if self._works and sys.platform != "linux":
                _log.info("Notebooks start from nothing: only Linux can copy a loaded process.")
                self._works = False
            if not self._works:
                return None
            try:
                return self._ask()
            except OSError as error:
                self.give_up(str(error))
                return None

    def give_up(self, reason: str) -> None:
        """Say that the loaded process is of no use, and start no other from it."""
        if self._works:
            _log.warning("The loaded process ended (%s): notebooks start from nothing.", reason)
        self._works = False

    def _ask(self) -> "WarmProcess":
        if self._control is None:
            self._control = self._load()
        stdin_end, stdin = os.pipe()
        errors, errors_end = os.pipe()
        lifeline, lifeline_end = socket.socketpair()
        ends = [stdin_end, errors_end, lifeline_end.fileno()]
        try:
            socket.send_fds(self._control, [b"j"], ends)
        finally:
            process = WarmProcess(lifeline, os.fdopen(stdin, "w"), os.fdopen(errors))
            lifeline_end.close()
            os.close(stdin_end)
            os.close(errors_end)
        return process

    def _load(self) -> socket.socket:
        control, control_end = socket.socketpair()
        with control_end:
            self._loaded = subprocess.Popen(
                [sys.executable, "-m", _LOADED, str(control_end.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=paths.ROOT,
                env={**os.environ, "MPLBACKEND": "agg"},  # matplotlib reads it when it is imported
                pass_fds=[control_end.fileno()],
                start_new_session=True,  # Ctrl-C ends what it started in order, not all at once
            )
        assert self._loaded.stdin is not None
        with self._loaded.stdin as stdin:
            stdin.write(json.dumps(imported_names(self._notebooks)).encode())
        return control


class WarmProcess:
    """
    A process that was forked: the part of ``subprocess.Popen`` that running a notebook needs.

    Attributes
    ----------
    pid : int or None
        None until it has started.
    returncode : int or None
        None while it runs; 1 if it was killed.
    """

    def __init__(self, lifeline: socket.socket, stdin: IO[str], errors: IO[str]) -> None:
        self.pid: int | None = None
        self.returncode: int | None = None
        self._lifeline = lifeline
        self._stdin = stdin
        self._errors: list[str] = []
        self._ended = threading.Event()
        self._errors_reader = _in_background(lambda: self._read_errors(errors))
        _in_background(self._watch)

    def communicate(self, message: str, timeout: float) -> tuple[str, str]:
        """Send a message, and return nothing and the errors once the process has ended."""
        try:
            with self._stdin as stdin:
                stdin.write(message)
        except BrokenPipeError:  # it has ended, which is what the caller will see
            pass
        self.wait(timeout)
        self._errors_reader.join(_ERRORS_TIMEOUT)
        return "", "".join(self._errors)

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for the end; raise ``subprocess.TimeoutExpired`` if it takes longer."""
        if not self._ended.wait(timeout):
            raise subprocess.TimeoutExpired("notebook", timeout or 0)
        return self.returncode

    def terminate(self) -> None:
        """Ask the process to stop its kernel and end."""
        with suppress(OSError):  # it has ended
            self._lifeline.send(_STOP)

    def kill(self) -> None:
        """End the process at once; its kernel sees that and ends too."""
        if self._ended.is_set():
            return
        if self.pid is None:  # the copy is not made yet: it ends when it finds the lifeline cut
            self._lifeline.shutdown(socket.SHUT_RDWR)
        else:
            os.kill(self.pid, signal.SIGKILL)

    def _read_errors(self, errors: IO[str]) -> None:
        with errors:
            self._errors.extend(errors)

    def _watch(self) -> None:
        """Read the process id and the exit status that the process sends; it ends with them."""
        with self._lifeline, self._lifeline.makefile() as lines:
            for line in lines:
                if self.pid is None:
                    self.pid = int(line)
                else:
                    self.returncode = int(line)
        if self.returncode is None:
            self.returncode = 1
        self._ended.set()


def _in_background(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def imported_names(notebooks: Iterable[Path]) -> dict[str, list[str]]:
    """
    Return what notebooks import from this project.

    Parameters
    ----------
    notebooks : iterable of Path
        Cells that are no Python, such as ``%timeit``, are left out.

    Returns
    -------
    dict of str to list of str
        Names by module, both sorted.
    """
    found: dict[str, set[str]] = {}
    for notebook in notebooks:
        for node in _statements(notebook):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.setdefault(node.module, set()).update(alias.name for alias in node.names)
    own = [module for module in found if module.split(".")[0] == _OWN_PACKAGE]
    return {module: sorted(found[module]) for module in sorted(own)}


def _statements(notebook: Path) -> list[ast.stmt]:
    """Return the statements of the code cells of a notebook."""
    statements: list[ast.stmt] = []
    for cell in json.loads(notebook.read_text(encoding="utf8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        try:
            statements += statements_of("".join(cell["source"]))
        except SyntaxError:
            continue
    return statements
