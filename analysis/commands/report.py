"""
The main job: tables, then notebooks, then pages.

In: a corpus and options. Out: a folder with ``tables/``, ``notebooks/``, ``outputs/`` and ``index.html``.
What has not changed is not done again.
"""

import json
import logging
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.notebook_runs import allowed_values, scheduler
from analysis.run import cache_keys

__all__ = [
    "ReportResult",
    "current_tables",
    "folder_for",
    "validate_not_reserved",
    "report",
    "make_tables",
]

_log = logging.getLogger(__name__)

_WHO_READS = ("threads", "workers", "scheduler")  # the tables are the same whoever makes them


@dataclass(frozen=True)
class ReportResult:
    """What a job left: the run (None where the tables had not changed), an outcome a notebook, the first page."""

    run: object
    outcomes: list
    index: Path


def folder_for(source):
    """Give the folder under ``reports/`` for a source, named after it."""
    stem = Path(source).expanduser().resolve().stem
    return paths.REPORTS / (re.sub(r"[^\w.-]+", "-", stem).strip(".-") or "corpus")


def make_tables(source, folder, *, stream=None, **options):
    """
    Make all tables of a corpus and write them.

    Parameters
    ----------
    source : str
    folder : Path
    stream : bool, optional
        Whether to hold only a piece of the corpus in memory, and to write the tables in pieces; where not given, the
        size of the input decides, see ``analysis.run.streaming``.
    **options
        See ``analysis.run.pipeline.run``.

    Returns
    -------
    Run
    """
    from analysis.run import pipeline, streaming

    options = {"workers": 0, **options}
    if streaming.should_stream(source, stream):
        run = streaming.run(source, folder, progress=True, **options)
    else:
        run = pipeline.run(source, progress=True, **options)
    run.manifest["key"] = _key(source, options)
    run.save(folder)
    return run


def report(
    source,
    folder,
    *,
    notebooks=(),
    values=None,
    workers=2,
    limit_s=1800,
    force=False,
    code=False,
    **options,
):
    """
    Make the tables, run the notebooks on them and write the pages.

    Parameters
    ----------
    source : str
    folder : Path
    notebooks : sequence of str
        Names or numbers; empty runs all.
    values : dict, optional
        Parameter values for the notebooks.
    workers, limit_s, force
        See ``analysis.notebook_runs.scheduler.run``.
    code : bool
        Whether the pages show the notebooks' code.
    **options
        See ``analysis.run.pipeline.run``.

    Returns
    -------
    Done

    Raises
    ------
    ParallaxError
        If the input or a value is bad, before any notebook runs.
    """
    from analysis.report.write import write_report

    folder, values = Path(folder), values or {}
    chosen = scheduler.find_notebooks(notebooks)
    held = folder / "tables"
    validate_not_reserved(values)
    typed = scheduler.validate_parameters(chosen, values)
    run = current_tables(source, held, force=force, **options)
    allowed_values.validate_values(typed, held)
    given = {
        "corpus": str(held.resolve()),
        "seed": options.get("selection", Selection()).seed,
        **typed,
    }
    outcomes = scheduler.run_notebooks(
        chosen, given, folder, workers=workers, limit_s=limit_s, force=force
    )
    return ReportResult(run, outcomes, write_report(folder, outcomes, code=code))


def validate_not_reserved(values):
    """
    Refuse values for the parameters that a job sets itself.

    Parameters
    ----------
    values : collection of str

    Raises
    ------
    ParameterError
    """
    for name, instead in {
        "corpus": "the first argument or --corpus",
        "output_dir": "--out",
    }.items():
        if name in values:
            raise ParameterError(f"Parameter {name} is set by the command itself; give {instead}.")


def current_tables(source, folder, *, force=False, **options):
    """
    Make all tables of a corpus, unless those that are there are still right.

    Parameters
    ----------
    source : str
    folder : Path
    force : bool
        Make them in any case.
    **options
        See ``analysis.run.pipeline.run``.

    Returns
    -------
    Run or None
        None where nothing had changed.
    """
    if force or not _current(folder, source, options):
        return make_tables(source, folder, **options)
    _log.info("tables: skipped, nothing changed")
    return None


def _key(source, options):
    """Give what decides the tables: the input, the options, the code and the models."""
    deciding = {name: value for name, value in options.items() if name not in _WHO_READS}
    words = json.dumps(deciding, sort_keys=True, default=str)
    return sha256(
        f"{cache_keys.source_key(source)} {words} {cache_keys.code_key()}".encode()
    ).hexdigest()


def _current(folder, source, options):
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return False
    return json.loads(manifest.read_text(encoding="utf8")).get("key") == _key(source, options)
