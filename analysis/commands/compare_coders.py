"""
Compare the sheets of several coders.

In: filled spreadsheets of one layer, and the corpus they were drawn from. Out: how far coders
agree, and what they differ on, for a person to decide; ``adjudicate`` takes the decisions. A file
of the user is never written over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.new_files import new_folder
from analysis.run.execution import Execution

if TYPE_CHECKING:
    import pandas as pd

    from analysis.coding.comparison import Comparison

__all__ = ["Compared", "compare_coders", "open_comparison"]


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


def compare_coders(
    sheets: Sequence[Path],
    source: str,
    folder: Path,
    *,
    progress: bool = False,
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
    found = open_comparison(sheets, source, progress)
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


def open_comparison(sheets: Sequence[Path], source: str, progress: bool) -> "Comparison":
    """
    Read sheets and the corpus that they were drawn from.

    Parameters
    ----------
    sheets, source, progress
        See ``compare_coders``.

    Returns
    -------
    Comparison

    Raises
    ------
    ParallaxError
        If a sheet or the source cannot be read, or sheets do not belong together.
    """
    from analysis.coding.comparison import compare_sheets
    from analysis.coding.corpus import Corpus
    from analysis.corrections.read import Corrections
    from analysis.run import pipeline

    run = pipeline.run(source, execution=Execution(progress=progress), corrections=Corrections())
    return compare_sheets(sheets, Corpus(run))
