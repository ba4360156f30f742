"""Freed memory goes back to the system where the C library can give it back."""

import subprocess
import sys

import pytest

from analysis.core import freed_memory

MEASURED = """
import resource
from pathlib import Path
from analysis.core.freed_memory import return_freed_memory

def resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1_000_000

# small blocks, of which the last one keeps the others with the process
blocks = [bytearray(20_000) for _ in range(5_000)]
last = bytearray(20_000)
del blocks
before = resident()
return_freed_memory()
print(before - resident())
"""


@pytest.mark.skipif(freed_memory._gnu_library() is None, reason="needs GNU's C library")
def test_freed_memory_is_returned():
    run = subprocess.run(
        [sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) > 50  # of 100 MB


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_do_nothing(platform, monkeypatch):
    freed_memory._gnu_library.cache_clear()
    monkeypatch.setattr(freed_memory.sys, "platform", platform)
    assert freed_memory._gnu_library() is None
    freed_memory.return_freed_memory()
    freed_memory._gnu_library.cache_clear()
