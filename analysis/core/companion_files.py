"""
Files of the user's own that stand beside the articles: outlets, parties, corrections.

They are found where the articles are, and are no articles themselves.
"""

from pathlib import Path

__all__ = ["COMPANIONS", "CORRECTIONS", "OUTLETS", "PARTIES", "find_companion"]

OUTLETS = "outlets.toml"
"""How the user's outlets are printed; see ``data/outlets.toml``."""

PARTIES = "parties.toml"
"""The user's own parties; see ``analysis.extract.parties.own_parties``."""

CORRECTIONS = "corrections.csv"
"""What people set right in the tables; see ``analysis.corrections``."""

COMPANIONS = (OUTLETS, PARTIES, CORRECTIONS)


def find_companion(source: str | Path, name: str) -> Path | None:
    """
    Find a file where the articles are.

    Parameters
    ----------
    source : str or Path
        A file or folder of articles.
    name : str
        One of ``COMPANIONS``.

    Returns
    -------
    Path or None
        In the folder, or beside the file; None if there is none.
    """
    path = Path(source).expanduser()
    folder = path if path.is_dir() else path.parent
    found = folder / name
    return found if path.exists() and found.is_file() else None
