"""
Export the figures of events as a sheet in the columns of an event dataset.

In: a source of articles or a folder of tables. Out: a CSV file, one row for each event, outcome and
document, see ``analysis.compare.event_sheets``. It is read back as claims.
"""

from dataclasses import dataclass
from pathlib import Path

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.new_files import new_file
from analysis.run.execution import Execution

__all__ = ["ExportedSheet", "export"]


@dataclass(frozen=True)
class ExportedSheet:
    """
    A sheet of events.

    Attributes
    ----------
    path : Path
        The CSV file.
    dataset : str
        Name of the dataset whose columns it has.
    n_rows, n_events : int
        Rows of the sheet, and events in it.
    left_out : dict of str to int
        Rows of each outcome that the dataset has no column for.
    """

    path: Path
    dataset: str
    n_rows: int
    n_events: int
    left_out: dict[str, int]


def export(source: str, path: Path | None, *, layout: str, progress: bool = False) -> ExportedSheet:
    """
    Write the sheet.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``; a folder of tables is only opened.
    path : Path or None
        The CSV file to write; by default it is named after the dataset, in the present folder.
    layout : str
        Key of ``analysis.compare.event_sheets.layouts.LAYOUTS``: "ucdp", "acled", "airwars" or
        "timemap".
    progress : bool
        Show progress.

    Returns
    -------
    ExportedSheet

    Raises
    ------
    ParallaxError
        If the source cannot be read; or, before it is read, if there is no such layout, or the
        file exists or cannot be written. If there is no row to write.
    """
    from analysis.compare.event_sheets.layouts import LAYOUTS, lay_out
    from analysis.compare.event_sheets.rows import SheetTables, event_rows
    from analysis.core import atomic_write
    from analysis.core.safe_csv import csv_text
    from analysis.run import pipeline

    if layout not in LAYOUTS:
        raise ParameterError(unknown_value_message("dataset", layout, LAYOUTS))
    path = new_file(path or Path(f"events-{layout}.csv"), ".csv", f"events-{layout}")
    run = pipeline.run(source, execution=Execution(progress=progress))
    rows = event_rows(SheetTables(*(getattr(run, name) for name in SheetTables._fields)))
    sheet = lay_out(rows, LAYOUTS[layout])
    if sheet.empty:
        raise ParameterError(
            f"{source} has no figure of an event that {LAYOUTS[layout].name} has a column for, so "
            f"no sheet was written. All outcomes are in --as timemap."
        )
    is_left_out = ~rows["parallax_figure_id"].isin(sheet["parallax_figure_id"])
    left_out = rows.loc[is_left_out, "parallax_outcome"].value_counts().to_dict()
    atomic_write.write_text(csv_text(sheet), path)
    n_events = len(set(sheet["parallax_event_id"]))
    return ExportedSheet(path, LAYOUTS[layout].name, len(sheet), n_events, left_out)
