"""
Run one notebook for many sets of parameters, and write an index of them.

In: a table of parameters (CSV, TSV, JSON lines, Excel), one row a run, columns named like the notebook's parameters;
an empty cell leaves the default. Out: a folder like a report's, whose ``index.html`` and ``index.csv`` name each run's
parameters, how it ended, and where its page is. All rows are checked before anything runs; a run that fails leaves the
others. A run is named after its values, so rows can be added, moved or taken out without running the others again.
"""

import json
import logging
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from analysis.commands import report
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.selection import Selection
from analysis.notebook_runs import allowed_values, outputs, parameters, scheduler

__all__ = ["Row", "batch", "read"]

_log = logging.getLogger(__name__)

INDEX = "index.csv"
_FAULTS = 10  # that one message names


@dataclass(frozen=True)
class Row:
    """One row of the table: where it stands, its checked values, and the name of its run."""

    where: str
    values: dict
    name: str


def read(path, notebook):
    """
    Read a table of parameters, and check every cell.

    Parameters
    ----------
    path : Path
        Files that cells name are looked for in its folder.
    notebook : Path

    Returns
    -------
    list of Row
        Two rows with the same values have the same name.

    Raises
    ------
    InputError
        If the file cannot be read or holds no rows.
    ParameterError
        If a column is no parameter of the notebook, or cells do not fit: up to ten are named together, with their rows.
    """
    from analysis.load.formats import open_file

    opened = open_file(Path(path))
    report.validate_not_reserved(opened.columns)
    _refuse_columns(opened.columns, notebook, Path(path).name)
    rows, faults = [], []
    for record in opened.records:
        if record.fault:
            faults.append(f"{record.where}: {record.fault}")
            continue
        cells = {
            name: str(cell).strip() for name, cell in record.values.items() if cell is not None
        }
        try:
            values = parameters.check(
                notebook, {k: v for k, v in cells.items() if v}, base=Path(path).parent
            )
            rows.append(Row(record.where, values, _name(notebook, values)))
        except ParameterError as error:
            faults.append(f"{record.where}: {error}")
    _raise(faults)
    return rows


def batch(
    path,
    folder,
    *,
    source="embedded",
    notebook="07",
    values=None,
    workers=2,
    limit_s=1800,
    force=False,
    code=False,
    **options,
):
    """
    Make the tables of a corpus, run a notebook for every row, and write the index and the pages.

    Parameters
    ----------
    path : Path
        Table of parameters, see ``read``.
    folder : Path
    source : str
        The corpus that all rows are run on.
    notebook : str
        Name or number.
    values : dict, optional
        Parameters for all rows; a row's own cell goes before.
    workers, limit_s, force
        See ``analysis.notebook_runs.scheduler.run_jobs``.
    code : bool
        Whether the pages show the notebook's code.
    **options
        See ``analysis.run.pipeline.run``.

    Returns
    -------
    Done

    Raises
    ------
    ParallaxError
        If the table, a value or the input is bad, before any notebook runs.
    """
    from analysis.report.write import write_report

    folder, chosen = Path(folder), _one(notebook)
    rows = read(path, chosen)
    report.validate_not_reserved(values or {})
    common = {
        "seed": options.get("selection", Selection()).seed,
        **scheduler.validate_parameters([chosen], values or {}),
    }
    run = report.current_tables(source, folder / "tables", force=force, **options)
    _refuse_unknown(rows, common, folder / "tables")
    common["corpus"] = str((folder / "tables").resolve())
    jobs = {row.name: scheduler.Job(row.name, chosen, {**common, **row.values}) for row in rows}
    _log.info("%s: %s rows, %s different runs", Path(path).name, len(rows), len(jobs))
    outcomes = scheduler.run_jobs(
        list(jobs.values()), folder, workers=workers, limit_s=limit_s, force=force
    )
    index = _index(rows, outcomes, folder)
    _write_csv(index, folder)
    labels = {row.name: _label(row.values) for row in rows}
    return report.ReportResult(
        run,
        outcomes,
        write_report(
            folder,
            outcomes,
            code=code,
            batch={
                "table": Path(path).name,
                "notebook": chosen.stem,
                "labels": labels,
                "columns": _columns(rows),
                "rows": index,
            },
        ),
    )


def _refuse_columns(columns, notebook, name):
    known = parameters.declared(notebook)
    for column in columns:
        if column not in known:
            raise ParameterError(
                f"{name}: "
                + unknown_value_message("parameter", column, known, parameters.hint(notebook))
            )


def _one(notebook):
    found = scheduler.find_notebooks([notebook])
    if len(found) > 1:
        names = ", ".join(path.stem for path in found)
        raise ParameterError(f"{notebook!r} names {len(found)} notebooks: {names}. Name one.")
    return found[0]


def _name(notebook, values):
    """Name a run after its values: what fits in a file name, and a hash of them all."""
    words = "-".join(
        str(v) for value in values.values() for v in (value if isinstance(value, list) else [value])
    )
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower())[:40].strip("-") or "defaults"
    digest = sha256(json.dumps([notebook.stem, values], sort_keys=True).encode()).hexdigest()
    return f"{slug}-{digest[:8]}"


def _label(values):
    return ", ".join(f"{name} {_cell(value)}" for name, value in values.items()) or "all defaults"


def _cell(value):
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _refuse_unknown(rows, common, tables):
    """Refuse what the corpus does not have, all rows together."""
    faults = []
    for row in rows:
        try:
            allowed_values.validate_values({**common, **row.values}, tables)
        except ParameterError as error:
            faults.append(f"{row.where}: {error}")
    _raise(faults)


def _raise(faults):
    if faults:
        more = f"\n  and {len(faults) - _FAULTS} more rows" if len(faults) > _FAULTS else ""
        raise ParameterError(
            "Nothing was run. Mend these rows:\n  " + "\n  ".join(faults[:_FAULTS]) + more
        )


def _columns(rows):
    return list(dict.fromkeys(name for row in rows for name in row.values))


def _index(rows, outcomes, folder):
    """Give a dict for each row of the table, in its order."""
    by_name = {outcome.notebook: outcome for outcome in outcomes}
    first, index = {}, []
    for row in rows:
        outcome = by_name[row.name]
        found = [
            k["finding"]
            for k in outputs.saved_outputs(folder / "outputs" / row.name)
            if k["finding"]
        ]
        page = folder / "notebooks" / f"{row.name}.ipynb"
        index.append(
            {
                "row": row.where,
                **{name: _cell(row.values.get(name, "")) for name in _columns(rows)},
                "status": outcome.status,
                "seconds": outcome.seconds,
                "why": outcome.reason
                if row.name not in first
                else f"same values as {first[row.name]}",
                "finding": found[0] if found and outcome.ok else "",
                "page": f"pages/{row.name}.html" if page.is_file() else "",
                "notebook": f"notebooks/{row.name}.ipynb" if page.is_file() else "",
                "outputs": f"outputs/{row.name}"
                if (folder / "outputs" / row.name).is_dir()
                else "",
            }
        )
        first.setdefault(row.name, row.where)
    return index


def _write_csv(index, folder):
    import pandas as pd

    from analysis.core.safe_csv import write_csv

    write_csv(pd.DataFrame(index), folder / INDEX)
