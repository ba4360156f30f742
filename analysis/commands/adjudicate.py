"""
Turn what several coders agree on, and what a person decided, into a file of corrections.

In: the disagreements with decisions, the sheets that were compared, and their corpus. Out: a new
file of corrections. A file of the user is never written over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.commands.compare_coders import open_comparison
from analysis.core.new_files import new_file

__all__ = ["Adjudicated", "adjudicate"]


@dataclass(frozen=True)
class Adjudicated:
    """
    A file of corrections that coders agree on.

    Attributes
    ----------
    path : Path or None
        None if nothing is to be corrected or marked as right, and no file was written.
    counts : dict of str to int
        Corrections: ``right``, ``changed``, ``removed``, ``added`` and ``regrouped``.
    undecided : list of str
        Items and variables that are still open, and are no correction.
    notes : list of str
        What was decided and cannot be a correction.
    """

    path: Path | None
    counts: dict[str, int]
    undecided: list[str]
    notes: list[str]


def adjudicate(
    decisions: Path,
    sheets: Sequence[Path],
    source: str,
    path: Path,
    *,
    coder: str = "",
    progress: bool = False,
) -> Adjudicated:
    """
    Write what coders agree on, and what was decided, as corrections.

    Parameters
    ----------
    decisions : Path
        ``disagreements.xlsx`` of the same sheets, with decisions filled in.
    sheets : sequence of Path
    source : str
        See ``compare_coders.compare_coders``.
    path : Path
        The CSV file to write.
    coder : str
        Who decided; named in the corrections after the coders.
    progress : bool
        Show progress.

    Returns
    -------
    Adjudicated

    Raises
    ------
    ParallaxError
        If a file cannot be read, or has a value that is not allowed; or, before anything is read,
        if the file to write exists.
    """
    import pandas as pd

    from analysis.core.safe_csv import write_csv
    from analysis.corrections.read import FILE_COLUMNS

    path = new_file(path, ".csv", "corrections", "and somebody may have filled it in, so it")
    result = open_comparison(sheets, source, progress).adjudicate(decisions)
    rows = result.corrected.rows
    counts = _counts(rows)
    notes = result.corrected.notes
    if not rows:
        return Adjudicated(None, counts, result.undecided, notes)
    for number, row in enumerate(rows, start=1):
        row["correction_id"] = f"{path.stem}-{number:04d}"
        row["day"] = f"{date.today():%Y-%m-%d}"
        row["note"] = f"coded by {row['coder']}"
        row["coder"] = "; ".join(filter(None, (row["coder"], coder)))
    write_csv(pd.DataFrame(rows, columns=list(FILE_COLUMNS)), path)
    return Adjudicated(path, counts, result.undecided, notes)


def _counts(rows: Sequence[dict[str, str | None]]) -> dict[str, int]:
    names = {
        "checked": "right",
        "wrong": "removed",
        "missing": "added",
        "merge": "regrouped",
        "part": "regrouped",
    }
    counts: dict[str, int] = dict.fromkeys(("right", "changed", "removed", "added", "regrouped"), 0)
    for row in rows:
        counts[names.get(str(row["column"]), "changed")] += 1
    return {name: count for name, count in counts.items() if count}
