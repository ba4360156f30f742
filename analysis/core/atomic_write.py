"""
Write files so that a half-written one is never read: beside their place first, then moved there.
"""

import os
from pathlib import Path

from analysis.core.errors import RunError

__all__ = ["write_parquet", "write_text"]


def write_parquet(frame, path):
    """Write a table beside its place, then move it there, so that a half-written file is never read."""
    _write(path, lambda temporary: frame.to_parquet(temporary, index=False, compression="zstd"))


def write_text(text, path):
    """Write a text beside its place, then move it there."""
    _write(path, lambda temporary: temporary.write_text(text, encoding="utf8"))


def _write(path, write):
    path = Path(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(temporary)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise RunError(
            f"Cannot write {path}: {error.strerror or error}. What was finished before is kept; "
            "make room or choose another folder with --out, and run the same command again."
        ) from error
