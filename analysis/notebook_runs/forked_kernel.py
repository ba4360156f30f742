"""
A kernel that is forked from its runner, which has loaded what the notebook imports.

In: nothing, then a connection file. Out: a running kernel, for ``jupyter_client``. The fork happens
before the runner has a thread or a socket, since a copy of these is of no use; the copy waits until
the runner knows on which file they communicate.
"""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.metadata import EntryPoint
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

__all__ = ["PROVISIONER", "ForkedKernel", "use"]

PROVISIONER = "parallax-forked"
"""What a kernel specification calls the provisioner of this module."""

_POLL_INTERVAL = 0.02  # seconds


class ForkedKernel:
    """
    The process of a kernel: the part of ``subprocess.Popen`` that ``jupyter_client`` needs.

    Parameters
    ----------
    lifeline : int
        File descriptor of the runner, see ``execute.run_as_copy``; closed in
        the kernel, so that the end of the runner is seen.
    """

    stdin = stdout = stderr = None  # those of the runner

    def __init__(self, lifeline: int) -> None:
        waiting_end, self._order = os.pipe()
        runner = os.getpid()
        self.returncode: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            os.close(lifeline)
            os.close(self._order)
            _wait_and_run(waiting_end, runner)
        os.close(waiting_end)

    def launch(self, command: list[str], cwd: str, env: dict[str, str]) -> None:
        """Start the kernel with the arguments, folder and environment of a command."""
        with os.fdopen(self._order, "w") as order:
            json.dump({"command": command, "cwd": cwd, "env": env}, order)

    def poll(self) -> int | None:
        """Return the exit status, negative for a signal; None while it runs."""
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; raise ``subprocess.TimeoutExpired`` if it takes longer."""
        end = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
            time.sleep(_POLL_INTERVAL)
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the kernel has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)


def _wait_and_run(waiting_end: int, runner: int) -> None:
    """Run a kernel as soon as it is told how; never return."""
    os.setsid()
    with os.fdopen(waiting_end) as waiting:
        message = waiting.read()
    if not message:  # the runner ended first
        os._exit(0)
    order = json.loads(message)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ |= order["env"]
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    from ipykernel.kernelapp import IPKernelApp

    sys.argv = order["command"]
    kernel = IPKernelApp.instance(parent_handle=runner)
    kernel.initialize(sys.argv[1:])
    kernel.start()
    sys.exit(0)


class ForkedProvisioner(LocalProvisioner):
    """Launch the kernel that ``use`` was given, in place of a new process."""

    kernel: ForkedKernel | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Tell the waiting kernel to start; a second kernel is a new process."""
        kernel = ForkedProvisioner.kernel
        ForkedProvisioner.kernel = None
        if kernel is None:
            return await super().launch_kernel(cmd, **kwargs)
        command = ["ipykernel_launcher", *cmd[cmd.index("-f") :]]
        kernel.launch(
            command, kwargs.get("cwd") or os.getcwd(), kwargs.get("env") or dict(os.environ)
        )
        self.process = kernel  # pyright: ignore[reportAttributeAccessIssue]
        self.pid = kernel.pid
        self.pgid = kernel.pid
        return self.connection_info


def use(kernel: ForkedKernel) -> None:
    """Launch this kernel for the next specification that names ``PROVISIONER``."""
    ForkedProvisioner.kernel = kernel
    group = KernelProvisionerFactory.GROUP_NAME
    entry = EntryPoint(PROVISIONER, f"{__name__}:{ForkedProvisioner.__name__}", group)
    KernelProvisionerFactory.instance().provisioners[PROVISIONER] = entry
