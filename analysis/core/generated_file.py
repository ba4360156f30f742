"""
Write a document that the project makes from its own code, such as the codebook.

In: its path and text. Out: the file, if it is not as it should be.
"""

import logging
from pathlib import Path

__all__ = ["write_if_changed"]

log = logging.getLogger(__name__)


def write_if_changed(path: Path, text: str) -> bool:
    """
    Bring a document up to date.

    Parameters
    ----------
    path : Path
        A file that may not exist yet.
    text : str

    Returns
    -------
    bool
        Whether the file was changed. A file that is up to date is not written.
    """
    if path.exists() and path.read_text(encoding="utf-8") == text:
        log.info("%s is up to date", path)
        return False
    path.write_text(text, encoding="utf-8")
    log.info("%s rewritten", path)
    return True
