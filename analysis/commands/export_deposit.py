"""
Write all tables of a source as a deposit.

In: a source of articles or a folder of tables. Out: a folder, see ``analysis.exchange.deposit``.
"""

from dataclasses import dataclass
from pathlib import Path

from analysis.core.new_files import new_folder
from analysis.run.execution import Execution

__all__ = ["Deposit", "export_deposit"]


@dataclass(frozen=True)
class Deposit:
    """
    A deposit.

    Attributes
    ----------
    path : Path
        The folder.
    n_tables, n_rows, n_files : int
    notes : list of str
        What its authors have to fill in, and what was left out.
    """

    path: Path
    n_tables: int
    n_rows: int
    n_files: int
    notes: list[str]


def export_deposit(
    source: str,
    path: Path | None,
    *,
    no_texts: bool = False,
    licence: str = "",
    corrections: Path | None = None,
    progress: bool = False,
) -> Deposit:
    """
    Write the deposit.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``; a folder of tables is only opened.
    path : Path or None
        Folder to write; by default ``deposit`` in the present folder.
    no_texts : bool
        Leave out what may not be shared, see ``analysis.exchange.deposit.shared_tables``.
    licence : str
        An SPDX name; empty if none is chosen yet.
    corrections : Path, optional
        What people set right.
    progress : bool
        Show progress.

    Returns
    -------
    Deposit

    Raises
    ------
    ParallaxError
        If the source cannot be read; or, before it is read, if the folder has files.
    """
    from analysis.exchange.deposit.write import write_deposit
    from analysis.run import pipeline

    path = new_folder(path or Path("deposit"), "deposit")
    run = pipeline.run(source, execution=Execution(progress=progress), corrections=corrections)
    written = write_deposit(
        dict(run.tables), run.manifest, path, no_texts=no_texts, licence=licence
    )
    notes = ["Name the creators in .zenodo.json: only you know them."]
    if not licence:
        notes.append("No licence was chosen; choose one with --licence CC-BY-4.0, for example.")
    if not no_texts:
        notes.append("Texts of articles are in it; --no-texts leaves them out.")
    n_rows = sum(len(shared.frame) for shared in written.tables)
    return Deposit(path, len(written.tables), n_rows, len(written.files) + 2, notes)
