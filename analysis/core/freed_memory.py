"""
Give memory that is no longer used back to the system.

What was freed stays with the process, in case that it is needed again: after a model was opened,
the size of its file. Several processes on one machine need it more.
"""

import ctypes
import sys
from functools import cache

__all__ = ["return_freed_memory"]


def return_freed_memory() -> None:
    """
    Return what the C library holds of freed memory, which takes about a millisecond.

    Other systems than Linux with GNU's C library do this by themselves or not at all: there
    nothing is done.
    """
    library = _gnu_library()
    if library is not None:
        library.malloc_trim(0)


@cache
def _gnu_library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
