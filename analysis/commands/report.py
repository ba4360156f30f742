"""
Make a report: tables, then notebooks, then pages.

In: an ``Extraction`` and options. Out: a folder with ``tables/``, ``notebooks/``, ``outputs/``,
``pages/`` and ``index.html``. Steps for which nothing has changed are skipped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.extract import Extraction, extract_if_changed, validate_folder
from analysis.core.errors import ParameterError
from analysis.notebook_runs import allowed_values, scheduler
from analysis.run import output_folder
from analysis.run.manifest import MANIFEST, name_of_source

if TYPE_CHECKING:
    from analysis.run.pipeline import Run

__all__ = [
    "ReportResult",
    "files_of_report",
    "report",
    "shared_values",
    "validate_not_reserved",
]

_RESERVED = {"corpus": "the first argument or --corpus", "output_dir": "--out"}


@dataclass(frozen=True)
class ReportResult:
    """
    What a report or a batch left behind.

    Attributes
    ----------
    run : Run or None
        The tables; None if they had not changed.
    outcomes : list of Outcome
        One for each notebook that was to run.
    index : Path
        The first page.
    """

    run: "Run | None"
    outcomes: list[scheduler.Outcome]
    index: Path


def report(
    extraction: Extraction,
    folder: Path,
    *,
    notebooks: Sequence[str] = (),
    values: Mapping[str, object] | None = None,
    notebook_jobs: int = 2,
    time_limit: float = 1800,
    force: bool = False,
    show_code: bool = False,
) -> ReportResult:
    """
    Make the tables, run the notebooks on them and write the pages.

    Parameters
    ----------
    extraction : Extraction
    folder : Path
        Where the report is written.
    notebooks : sequence of str
        Names or numbers; empty runs all.
    values : mapping of str to object, optional
        Parameter values for the notebooks.
    notebook_jobs, time_limit
        See ``analysis.notebook_runs.scheduler.run_jobs``.
    force : bool
        Make tables and run notebooks also where nothing has changed.
    show_code : bool
        Whether the pages show the code of the notebooks.

    Returns
    -------
    ReportResult

    Raises
    ------
    ParallaxError
        If the input, a value or the folder is bad, before any notebook runs.
    """
    from analysis.report.write import write_report

    folder = validate_folder(extraction.source, folder)
    tables = folder / "tables"
    chosen = scheduler.find_notebooks(notebooks)
    validate_not_reserved(values or ())
    typed = scheduler.validate_parameters(chosen, values or {})
    files = files_of_report([path.stem for path in chosen])
    with output_folder.opened(folder, name_of_source(extraction.source), files):
        run = extract_if_changed(extraction, tables, force=force)
        allowed_values.validate_values(typed, tables, kept=True)
        outcomes = scheduler.run_notebooks(
            chosen,
            {**shared_values(extraction, tables), **typed},
            folder,
            notebook_jobs=notebook_jobs,
            time_limit=time_limit,
            force=force,
        )
        return ReportResult(run, outcomes, write_report(folder, outcomes, code=show_code))


def files_of_report(names: Iterable[str]) -> list[str]:
    """Return files that a report with these notebooks writes, to be checked before it begins."""
    files = ["index.html", f"tables/{MANIFEST}", scheduler.RUNS, "pages/written.json"]
    for name in names:
        files += [f"notebooks/{name}.ipynb", f"pages/{name}.html"]
    return files


def shared_values(extraction: Extraction, tables: Path) -> dict[str, object]:
    """Return the parameter values that every notebook of a report receives."""
    return {"corpus": str(tables.resolve()), "seed": extraction.selection.seed}


def validate_not_reserved(names: Iterable[str]) -> None:
    """
    Refuse parameters that the command sets itself.

    Parameters
    ----------
    names : iterable of str
        Parameter names.

    Raises
    ------
    ParameterError
        If a name is reserved; the option to use instead is named.
    """
    for name in names:
        if name in _RESERVED:
            raise ParameterError(
                f"Parameter {name} is set by the command itself; use {_RESERVED[name]}."
            )
