"""
Check a file of corrections, and list what to check first.

In: a file or a source of articles. Out: what becomes of every row; or a CSV file to fill in, which
is a file of corrections itself. A file of the user is never written over.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.new_files import new_file
from analysis.core.tables import CORRECTION_STATUSES
from analysis.run.execution import Execution

if TYPE_CHECKING:
    from analysis.corrections.read import Corrections
    from analysis.run.pipeline import Run

__all__ = ["SETTLED", "CheckedFile", "CheckedRow", "Queue", "check", "queue"]

SETTLED = ("applied", "open", "outside")
"""Statuses of rows with which nothing is wrong."""

_FAULTY = ("bad", "not_found")


@dataclass(frozen=True)
class CheckedRow:
    """
    What becomes of one row.

    Attributes
    ----------
    where : str
        File and line or row.
    status : str
        A status of the ``corrections`` table, or ``bad``: wrong in itself.
    why : str
        The bad value and what is allowed; empty if there is nothing to say.
    """

    where: str
    status: str
    why: str

    def describe(self) -> str:
        """Return the row in a line: ``corrections.csv, line 7: not found: ...``."""
        words = (self.where, self.status.replace("_", " "), self.why)
        return ": ".join(word for word in words if word)


@dataclass(frozen=True)
class CheckedFile:
    """
    What becomes of a file of corrections.

    Attributes
    ----------
    rows : list of CheckedRow
        Bad rows first, then the others in the order of the file.
    """

    rows: list[CheckedRow]

    @property
    def counts(self) -> dict[str, int]:
        """Rows by status, without statuses that none has."""
        counted = Counter(row.status for row in self.rows)
        return {name: counted[name] for name in ("bad", *CORRECTION_STATUSES) if counted[name]}

    @property
    def ok(self) -> bool:
        """Whether no row is bad and every one has found its place."""
        return not any(row.status in _FAULTY for row in self.rows)


@dataclass(frozen=True)
class Queue:
    """
    A file of figures to check.

    Attributes
    ----------
    path : Path
    counts : dict of str to int
        Rows by the reason for which they were drawn.
    """

    path: Path
    counts: dict[str, int]


def check(file: Path, source: str, *, progress: bool = False) -> CheckedFile:
    """
    Say what becomes of every row of a file of corrections.

    Parameters
    ----------
    file : Path
    source : str
        See ``analysis.run.pipeline.run``. Corrections beside the articles are left aside.
    progress : bool
        Show progress.

    Returns
    -------
    CheckedFile

    Raises
    ------
    ParallaxError
        If the file or the source cannot be read.
    """
    from analysis.corrections import read
    from analysis.run.correct_again import status_of_rows

    corrections, faults = read.scan_corrections(file)
    rows = [CheckedRow(fault.where, "bad", fault.reason) for fault in faults]
    run = _open(source, read.Corrections(), progress)
    for where, status, why in status_of_rows(corrections, dict(run.tables), run.manifest):
        rows.append(CheckedRow(where, status, why))
    return CheckedFile(rows)


def queue(
    source: str,
    path: Path,
    *,
    n_rows: int = 100,
    random_share: float = 0.3,
    seed: int = 0,
    corrections: Path | None = None,
    progress: bool = False,
) -> Queue:
    """
    List the figures to check first.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``.
    path : Path
        The CSV file to write.
    n_rows, random_share, seed
        See ``analysis.corrections.queue.draw_queue``.
    corrections : Path, optional
        What is checked already, and is not listed again.
    progress : bool
        Show progress.

    Returns
    -------
    Queue

    Raises
    ------
    ParallaxError
        If the source cannot be read, or all its figures are checked; or, before it is read, if the
        file exists (a coder may have filled it in) or cannot be written.
    """
    from analysis.core.safe_csv import write_csv
    from analysis.corrections.queue import draw_queue

    path = new_file(path, ".csv", "queue", "and a coder may have filled it in, so it")
    run = _open(source, corrections, progress)
    drawn = draw_queue(run, n_rows, random_share, seed)
    counts = {str(name): int(count) for name, count in drawn["drawn"].value_counts().items()}
    return Queue(write_csv(drawn, path), counts)


def _open(source: str, corrections: "Path | Corrections | None", progress: bool) -> "Run":
    from analysis.run import pipeline

    return pipeline.run(source, execution=Execution(progress=progress), corrections=corrections)
