"""
Draw a random sample of sentences into a spreadsheet for hand coding.

In: a source of articles or a folder of tables. Out: an Excel file that coders fill in; notebook 09
reads the filled files.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from analysis.core.errors import ParameterError
from analysis.run.execution import Execution

__all__ = ["CodingSample", "sample_for_coding"]


@dataclass(frozen=True)
class CodingSample:
    """
    A spreadsheet for coders.

    Attributes
    ----------
    n_rows : int
        Rows to code.
    path : Path
        The spreadsheet.
    """

    n_rows: int
    path: Path


def sample_for_coding(
    source: str,
    path: Path,
    *,
    n_sentences: int = 100,
    seed: int = 0,
    prefill: bool = False,
    progress: bool = False,
) -> CodingSample:
    """
    Draw sentences and write the spreadsheet.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``.
    path : Path
        The spreadsheet to write.
    n_sentences : int
        Sentences to draw.
    seed : int
        Random seed of the draw.
    prefill : bool
        Fill in the extracted labels, for coders to correct; by default they start blind.
    progress : bool
        Show progress.

    Returns
    -------
    CodingSample

    Raises
    ------
    ParallaxError
        If the source cannot be read; or, before it is read, if the spreadsheet exists (a coder may
        have filled it in) or cannot be written.
    """
    from analysis.evaluate import coding_sheets
    from analysis.run import pipeline

    path = _new_spreadsheet(path)
    run = pipeline.run(source, execution=Execution(progress=progress))
    sheet = coding_sheets.draw_sample(run, n_sentences, seed, prefill)
    return CodingSample(len(sheet), coding_sheets.write_sheet(sheet, path))


def _new_spreadsheet(path: Path) -> Path:
    """Return the absolute path of a file that does not exist yet, in a folder that does."""
    path = Path(os.path.realpath(Path(path).expanduser()))
    if os.path.lexists(path):
        raise ParameterError(
            f"{path} exists, and a coder may have filled it in, so it is not replaced. "
            f"Choose another file, for example --out {path.stem}-2.xlsx"
        )
    if path.suffix.lower() != ".xlsx":
        raise ParameterError(
            f"{path} is not the name of a spreadsheet. Use --out {path.stem or 'coding'}.xlsx"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb"):
            pass
        path.unlink()
    except OSError as error:
        raise ParameterError(
            f"Cannot write {path}: {error.strerror or error}. "
            "Choose another file, for example --out coding.xlsx"
        ) from error
    return path
