"""
Draw a random sample of one layer into a spreadsheet for hand coding.

In: a source of articles or a folder of tables. Out: an Excel file that coders fill in, each a copy
of it; ``compare_coders`` reads the filled files, and notebook 09 those of figures.
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
    noun : str
        What a row shows, in the plural.
    path : Path
        The spreadsheet.
    """

    n_rows: int
    noun: str
    path: Path


def sample_for_coding(
    source: str,
    path: Path,
    *,
    layer: str = "figures",
    n_items: int = 100,
    seed: int = 0,
    prefill: bool = False,
    progress: bool = False,
) -> CodingSample:
    """
    Draw what is coded and write the spreadsheet.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``. Corrections beside the articles are left aside: coders
        judge what was extracted.
    path : Path
        The spreadsheet to write.
    layer : str
        One of ``analysis.coding.registry.LAYERS``.
    n_items : int
        Sentences, mentions, articles or pairs to draw.
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
        If there is no such layer, the source cannot be read or has nothing of the layer; or, before
        it is read, if the spreadsheet exists (a coder may have filled it in) or cannot be written.
    """
    from analysis.coding.corpus import Corpus
    from analysis.coding.registry import layer_named
    from analysis.coding.sheets import draw_sheet
    from analysis.coding.workbook import write_sheet
    from analysis.corrections.read import Corrections
    from analysis.run import pipeline

    chosen = layer_named(layer)
    path = new_file(path, ".xlsx", "coding", "and a coder may have filled it in, so it")
    run = pipeline.run(source, execution=Execution(progress=progress), corrections=Corrections())
    sheet = draw_sheet(chosen, Corpus(run), n_items, seed, prefilled=prefill)
    return CodingSample(len(sheet.rows), chosen.noun, write_sheet(sheet, path))
