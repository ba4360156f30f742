"""
The process that has loaded what notebooks import, and makes copies of itself.

In: names to import, on standard input; then requests with the pipes of a job, on a socket that only
``warm_start`` has the other end of. Out: copies, each of which runs one notebook as ``execute``
does. It has no threads of its own when it forks, and ends when the socket is closed.
"""

import gc
import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module

from analysis.notebook_runs import execute, light_nbformat, rehearsal

_ENGINE = (
    *("papermill", "ipykernel.kernelapp", "ipykernel.debugger", "pdb"),
    "analysis.notebook_runs.forked_kernel",
)
_NOTEBOOK = "analysis.notebook"  # imported by those that read a corpus and draw charts
_PIPES_OF_A_JOB = 3  # standard input, errors, lifeline


def _import_all(names: Mapping[str, Sequence[str]]) -> None:
    """Import modules and names; what fails is left to the notebook, which says so."""
    wanted: list[tuple[str, Sequence[str]]] = [(module, ()) for module in _ENGINE]
    wanted += names.items()
    with suppress(Exception):
        light_nbformat.load()
    for module, attributes in wanted:
        with suppress(Exception):
            loaded = import_module(module)
            for attribute in attributes:
                getattr(loaded, attribute)
    if _NOTEBOOK in names:
        with suppress(Exception):
            rehearsal.rehearse()


def _serve(control: socket.socket) -> list[int]:
    """Fork a copy for each request; return the pipes of its job in the copy, never else."""
    while True:
        message, ends, _, _ = socket.recv_fds(control, 1, _PIPES_OF_A_JOB)
        _reap(0 if not message else os.WNOHANG)
        if not message:
            sys.exit()
        if os.fork() == 0:
            return ends
        for end in ends:
            os.close(end)


def _reap(options: int) -> None:
    """Collect copies that have ended, so that their time is counted; with 0, wait for all."""
    try:
        while os.waitpid(-1, options)[0]:
            pass
    except ChildProcessError:
        pass


def _main() -> int:
    """Load packages, then run one notebook in each copy; return the exit status of a copy."""
    control = socket.socket(fileno=int(sys.argv[1]))
    _import_all(json.load(sys.stdin))
    gc.freeze()  # memory that the collector does not touch stays shared with the copies
    stdin, errors, lifeline = _serve(control)
    control.close()
    os.setsid()
    os.dup2(stdin, sys.stdin.fileno())
    os.dup2(errors, sys.stderr.fileno())
    os.close(stdin)
    os.close(errors)
    sys.stdin = os.fdopen(0, encoding="utf8")
    os.write(lifeline, f"{os.getpid()}\n".encode())
    status = execute.run_as_copy(lifeline)
    os.write(lifeline, f"{status}\n".encode())
    return status


if __name__ == "__main__":
    sys.exit(_main())
