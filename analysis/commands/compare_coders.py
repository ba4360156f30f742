"""
Compare the sheets of several coders, and turn them into one file of corrections.

In: filled spreadsheets of one layer, and the corpus they were drawn from. Out: how far coders
agree, and what they differ on, for a person to decide; then a file of corrections. A file of the
user is never written over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.new_files import new_file, new_folder
from analysis.run.execution import Execution

if TYPE_CHECKING:
    import pandas as pd

    from analysis.coding.comparison import Comparison

__all__ = ["Adjudicated", "Compared", "adjudicate", "compare_coders"]


@dataclass(frozen=True)
class Compared:
    """
    How far coders agree.

    Attributes
    ----------
    layer : str
    coders : list of str
    agreement : DataFrame
        The ``CODER_AGREEMENT`` table.
    n_together : int
        Rows that at least two coders filled in.
    n_alone : int
        Rows that one coder alone filled in; they are not compared.
    n_disagreements : int
    paths : list of Path
        The table and the disagreements.
    """

    layer: str
    coders: list[str]
    agreement: "pd.DataFrame"
    n_together: int
    n_alone: int
    n_disagreements: int
    paths: list[Path]


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


def compare_coders(
    sheets: Sequence[Path], source: str, folder: Path, *, progress: bool = False
) -> Compared:
    """
    Measure how far coders agree, and list what they differ on.

    Parameters
    ----------
    sheets : sequence of Path
        At least two spreadsheets of one layer, each called after its coder.
    source : str
        What the sheets were drawn from. Corrections beside the articles are left aside.
    folder : Path
        Where ``agreement.csv`` and ``disagreements.xlsx`` are written; a new or empty folder.
    progress : bool
        Show progress.

    Returns
    -------
    Compared

    Raises
    ------
    ParallaxError
        If a sheet or the source cannot be read, or sheets do not belong together; or, before
        anything is read, if the folder has files.
    """
    from analysis.coding.disagreements import write_disagreements
    from analysis.core.safe_csv import write_csv

    folder = new_folder(folder, "compared")
    found = _compare(sheets, source, progress)
    table = found.agreement()
    differing = found.disagreements()
    paths = [
        write_csv(table.round(4), folder / "agreement.csv"),
        write_disagreements(differing, found.layer, found.coders, folder / "disagreements.xlsx"),
    ]
    return Compared(
        found.layer.name,
        found.coders,
        table,
        found.n_together,
        found.n_alone,
        len(differing),
        paths,
    )


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
        See ``compare_coders``.
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
    result = _compare(sheets, source, progress).adjudicate(decisions)
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


def _compare(sheets: Sequence[Path], source: str, progress: bool) -> "Comparison":
    from analysis.coding.comparison import compare_sheets
    from analysis.coding.corpus import Corpus
    from analysis.corrections.read import Corrections
    from analysis.run import pipeline

    run = pipeline.run(source, execution=Execution(progress=progress), corrections=Corrections())
    return compare_sheets(sheets, Corpus(run))


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
