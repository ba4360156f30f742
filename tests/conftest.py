"""What every test shares: no network, a fixed order of examples, no window for charts."""

import os
import socket

import pytest
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "agg")
# A slow machine is no fault of the code; the same examples every time make a failure repeatable.
settings.register_profile("parallax", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("parallax")


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
