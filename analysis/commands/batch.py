"""
Run one notebook for many sets of parameters, and write an index of the runs.

In: a table of parameters (CSV, TSV, JSON lines, Excel), one row for each run, with columns named
like the notebook's parameters; an empty cell keeps the default. Out: a folder like that of a
report, whose ``index.html`` and ``index.csv`` list each run's parameters, status and page. All rows
are checked before anything runs; a run that fails does not stop the others. A run is named after
its values, so rows can be added, moved or removed without running the others again.
"""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.extract import Extraction, extract_if_changed, validate_folder
from analysis.commands.report import (
    ReportResult,
    files_of_report,
    shared_values,
    validate_not_reserved,
)
from analysis.core.errors import ParameterError
from analysis.notebook_runs import allowed_values, outputs, parameters, scheduler
from analysis.run import output_folder
from analysis.run.manifest import name_of_source

if TYPE_CHECKING:
    from analysis.report.write import BatchIndex

__all__ = ["Row", "batch", "read_rows"]

_log = logging.getLogger(__name__)

INDEX = "index.csv"
_MAX_FAULTS = 10  # faults that one message names
_SLUG_LENGTH = 40  # characters of a run's name that come from its values


@dataclass(frozen=True)
class Row:
    """
    One row of the table of parameters.

    Attributes
    ----------
    where : str
        File and line or row, for messages.
    values : dict of str to object
        The checked values of its cells; empty cells are left out.
    name : str
        Name of the run; equal for rows with equal values.
    """

    where: str
    values: dict[str, object]
    name: str


def read_rows(path: str | Path, notebook: Path) -> list[Row]:
    """
    Read a table of parameters, and check every cell.

    Parameters
    ----------
    path : str or Path
        Files that cells name are looked for in its folder.
    notebook : Path
        The notebook that declares the parameters.

    Returns
    -------
    list of Row
        In the order of the table.

    Raises
    ------
    InputError
        If the file cannot be read or has no rows.
    ParameterError
        If a column is not a parameter of the notebook, or cells do not fit: up to ten are named
        together, with their rows.
    """
    from analysis.load.formats import open_file

    path = Path(path)
    opened = open_file(path)
    validate_not_reserved(opened.columns)
    known = parameters.declared(notebook)
    for column in opened.columns:
        if column not in known:
            message = parameters.unknown_parameter(column, known, parameters.hint(notebook))
            raise ParameterError(f"{path.name}: {message}")
    rows = []
    faults = []
    for record in opened.records:
        if record.fault:
            faults.append(f"{record.where}: {record.fault}")
            continue
        try:
            values = parameters.check(notebook, _filled(record.values), base=path.parent)
        except ParameterError as error:
            faults.append(f"{record.where}: {error}")
            continue
        rows.append(Row(record.where, values, _run_name(notebook, values)))
    _raise_faults(faults)
    return rows


def _filled(cells: Mapping[str, object]) -> dict[str, str]:
    """Return the cells that are not empty, as stripped text."""
    texts = {name: str(cell).strip() for name, cell in cells.items() if cell is not None}
    return {name: text for name, text in texts.items() if text}


def batch(
    path: str | Path,
    extraction: Extraction,
    folder: Path,
    *,
    notebook: str = "07",
    values: Mapping[str, object] | None = None,
    notebook_jobs: int = 2,
    time_limit: float = 1800,
    force: bool = False,
    show_code: bool = False,
) -> ReportResult:
    """
    Make the tables of a corpus, run a notebook for every row, and write the index and the pages.

    Parameters
    ----------
    path : str or Path
        Table of parameters, see ``read_rows``.
    extraction : Extraction
        The corpus that all rows run on.
    folder : Path
        Where the report is written.
    notebook : str
        Name or number of one notebook.
    values : mapping of str to object, optional
        Parameter values for all rows; the cells of a row take precedence.
    notebook_jobs, time_limit
        See ``analysis.notebook_runs.scheduler.run_jobs``.
    force : bool
        Make tables and run rows also where nothing has changed.
    show_code : bool
        Whether the pages show the code of the notebook.

    Returns
    -------
    ReportResult

    Raises
    ------
    ParallaxError
        If the table, a value or the input is bad, before any notebook runs.
    """
    from analysis.report.write import write_report

    folder = validate_folder(path, validate_folder(extraction.source, folder))
    tables = folder / "tables"
    chosen = _find_one(notebook)
    rows = read_rows(path, chosen)
    validate_not_reserved(values or ())
    typed = scheduler.validate_parameters([chosen], values or {})
    files = [INDEX, *files_of_report(row.name for row in rows)]
    with output_folder.opened(folder, name_of_source(extraction.source), files):
        run = extract_if_changed(extraction, tables, force=force)
        _validate_rows(rows, typed, tables)
        shared = {**shared_values(extraction, tables), **typed}
        jobs = {row.name: scheduler.Job(row.name, chosen, {**shared, **row.values}) for row in rows}
        _log.info("%s: %s rows, %s different runs", Path(path).name, len(rows), len(jobs))
        outcomes = scheduler.run_jobs(
            list(jobs.values()),
            folder,
            notebook_jobs=notebook_jobs,
            time_limit=time_limit,
            force=force,
        )
        index = _index(rows, outcomes, folder)
        _write_csv(index, folder)
        shown: BatchIndex = {
            "table": Path(path).name,
            "notebook": chosen.stem,
            "labels": {row.name: _label(row.values) for row in rows},
            "columns": _columns(rows),
            "rows": index,
        }
        return ReportResult(run, outcomes, write_report(folder, outcomes, show_code, shown))


def _find_one(notebook: str) -> Path:
    found = scheduler.find_notebooks([notebook])
    if len(found) > 1:
        names = ", ".join(path.stem for path in found)
        raise ParameterError(f"{notebook!r} matches {len(found)} notebooks: {names}. Name one.")
    return found[0]


def _run_name(notebook: Path, values: Mapping[str, object]) -> str:
    """Name a run after its values: the start of them as a slug, and a hash of them all."""
    words = "-".join(word for name, value in values.items() for word in _words_of(name, value))
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower())[:_SLUG_LENGTH].strip("-")
    everything = json.dumps([notebook.stem, values], sort_keys=True)
    digest = sha256(everything.encode()).hexdigest()
    return f"{slug or 'defaults'}-{digest[:8]}"


def _words_of(name: str, value: object) -> list[str]:
    """Return the values of a parameter as text; files without their folders on this machine."""
    items = value if isinstance(value, list) else [value]
    if name in parameters.FILES:
        return [Path(str(item)).name for item in items]
    return [str(item) for item in items]


def _cell(name: str, value: object) -> str:
    return ", ".join(_words_of(name, value))


def _label(values: Mapping[str, object]) -> str:
    return (
        ", ".join(f"{name} {_cell(name, value)}" for name, value in values.items())
        or "all defaults"
    )


def _validate_rows(rows: Sequence[Row], typed: Mapping[str, object], tables: Path) -> None:
    """Refuse values that the corpus does not have, those of all rows together."""
    faults = []
    for row in rows:
        try:
            allowed_values.validate_values({**typed, **row.values}, tables)
        except ParameterError as error:
            faults.append(f"{row.where}: {error}")
    _raise_faults(faults)


def _raise_faults(faults: Sequence[str]) -> None:
    if not faults:
        return
    lines = ["No notebook was run. Fix these rows:", *faults[:_MAX_FAULTS]]
    if len(faults) > _MAX_FAULTS:
        lines.append(f"and {len(faults) - _MAX_FAULTS} more rows")
    raise ParameterError("\n  ".join(lines))


def _columns(rows: Sequence[Row]) -> list[str]:
    """Return the parameters that any row sets, in the order in which they first appear."""
    return list(dict.fromkeys(name for row in rows for name in row.values))


def _index(
    rows: Sequence[Row], outcomes: Sequence[scheduler.Outcome], folder: Path
) -> list[dict[str, object]]:
    """Return a dict for each row of the table, in its order."""
    outcome_of = {outcome.notebook: outcome for outcome in outcomes}
    columns = _columns(rows)
    first_row: dict[str, Row] = {}
    index = []
    for row in rows:
        outcome = outcome_of[row.name]
        first = first_row.setdefault(row.name, row)
        reason = outcome.reason
        if first is not row:
            reason = f"same values as {first.where}"
        index.append(
            {
                "row": row.where,
                **{name: _cell(name, row.values.get(name, "")) for name in columns},
                "status": outcome.status,
                "seconds": outcome.seconds,
                "why": reason,
                "finding": _finding(row, folder) if outcome.ok else "",
                **_files(row, folder),
            }
        )
    return index


def _finding(row: Row, folder: Path) -> str:
    """Return the first finding that a run saved, or an empty string."""
    for saved in outputs.saved_outputs(folder / "outputs" / row.name):
        if saved["finding"]:
            return saved["finding"]
    return ""


def _files(row: Row, folder: Path) -> dict[str, str]:
    """Return page, notebook and outputs of a run, relative to the folder; empty if missing."""
    files = {"page": "", "notebook": "", "outputs": ""}
    notebook = f"notebooks/{row.name}.ipynb"
    if (folder / notebook).is_file():
        files |= {"page": f"pages/{row.name}.html", "notebook": notebook}
    if (folder / "outputs" / row.name).is_dir():
        files["outputs"] = f"outputs/{row.name}"
    return files


def _write_csv(index: list[dict[str, object]], folder: Path) -> None:
    import pandas as pd

    from analysis.core.safe_csv import write_csv

    write_csv(pd.DataFrame(index), folder / INDEX)
