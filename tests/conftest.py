"""What every test shares: no network, a fixed order of examples, no window for charts."""

import gc
import os
import socket
import sys

import pytest
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "agg")
# An optional part of jsonschema, which takes seconds to import (see notebook_runs.execute).
sys.modules.setdefault("rfc3987_syntax", None)
# A slow machine is no fault of the code; the same examples every time make a failure repeatable.
settings.register_profile("parallax", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("parallax")


def pytest_collection_finish():
    """Let the garbage collector pass over the tests and modules, which stay to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Refuse any connection that leaves this machine."""
    connect = socket.socket.connect

    def local_only(self, address):
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in ("localhost", "::1") and not str(host).startswith("127."):
            raise OSError(f"a test tried to reach {host}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)
