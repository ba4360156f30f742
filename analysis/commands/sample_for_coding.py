"""
Draw a random sample of sentences into a spreadsheet for hand coding.

In: a source of articles or a folder of tables. Out: an Excel file that coders fill in; notebook 09
reads the filled files.
"""

from dataclasses import dataclass
from pathlib import Path

from analysis.core.new_files import new_file
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

    path = new_file(path, ".xlsx", "coding", "and a coder may have filled it in, so it")
    run = pipeline.run(source, execution=Execution(progress=progress))
    sheet = coding_sheets.draw_sample(run, n_sentences, seed, prefill)
    return CodingSample(len(sheet), coding_sheets.write_sheet(sheet, path))
