"""
Check that a zip file (.docx, .xlsx) is no larger unpacked than an office document can be.

In: the bytes of a file. Out: nothing, or InputError. Nothing is unpacked: the sizes are those that
the archive itself states, and ``zipfile`` reads no further than these.
"""

import io
import zipfile

from analysis.core.errors import InputError

__all__ = ["MAX_RATIO", "MAX_UNPACKED", "validate_archive"]

MAX_UNPACKED = 400_000_000
"""Bytes of all files in an archive."""

MAX_RATIO = 100
"""Bytes unpacked for one byte packed, in an archive of ``_SMALL`` and more; text packs 5 to 1."""

_SMALL = 20_000_000  # bytes that do no harm, however well they are packed


def validate_archive(data: bytes, name: str) -> None:
    """
    Check the size of an archive before it is unpacked.

    Parameters
    ----------
    data : bytes
        Anything that is no archive passes: its reader says what is wrong.
    name : str
        The file's name, for messages.

    Raises
    ------
    InputError
        If it would unpack to more than ``MAX_UNPACKED`` bytes, or ``MAX_RATIO`` times its size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        # Its reader says what is wrong with it; zipfile raises the last for a later zip format.
        return
    if unpacked > MAX_UNPACKED:
        limit = f"over {MAX_UNPACKED:,} bytes"
    elif unpacked > _SMALL and unpacked > MAX_RATIO * len(data):
        limit = f"over {MAX_RATIO} times its size"
    else:
        return
    raise InputError(
        f"{name} unpacks to {unpacked:,} bytes, {limit}; it was not opened. "
        "Export it as text or CSV"
    )
