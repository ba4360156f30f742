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

from analysis import fingerprint, paths, suite

__all__ = ["Done", "folder_for", "report", "tables"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """What a job left: the run (None where the tables had not changed), an outcome a notebook, the first page."""

    run: object
    outcomes: list
    index: Path


def folder_for(source):
    """Give the folder under ``reports/`` for a source, named after it."""
    stem = Path(source).expanduser().resolve().stem
    return paths.REPORTS / (re.sub(r"[^\w.-]+", "-", stem).strip(".-") or "corpus")


def tables(source, folder, **options):
    """
    Make all tables of a corpus and write them.

    Parameters
    ----------
    source : str
    folder : Path
    **options
        See ``analysis.pipeline.run``.

    Returns
    -------
    Run
    """
    from analysis import pipeline

    run = pipeline.run(source, progress=True, **options)
    run.manifest["key"] = _key(source, options)
    run.save(folder)
    return run


def report(source, folder, *, notebooks=(), values=None, workers=2, limit_s=1800, force=False, code=False,
           **options):
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
        See ``analysis.suite.run``.
    code : bool
        Whether the pages show the notebooks' code.
    **options
        See ``analysis.pipeline.run``.

    Returns
    -------
    Done

    Raises
    ------
    ParallaxError
        If the input or a value is bad, before any notebook runs.
    """
    from analysis.report import write

    folder = Path(folder)
    chosen = suite.find(notebooks)
    held = folder / "tables"
    suite.refuse(chosen, values or {})
    run = None if not force and _current(held, source, options) else tables(source, held, **options)
    if run is None:
        _log.info("tables: skipped, nothing changed")
    given = {"corpus": str(held.resolve()), "seed": options.get("seed", 0), **(values or {})}
    outcomes = suite.run(chosen, given, folder, workers=workers, limit_s=limit_s, force=force)
    return Done(run, outcomes, write(folder, outcomes, code=code))


def _key(source, options):
    """Give what decides the tables: the input, the options, the code and the models."""
    words = json.dumps(options, sort_keys=True, default=str)
    return sha256(f"{fingerprint.source(source)} {words} {fingerprint.code()}".encode()).hexdigest()


def _current(folder, source, options):
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return False
    return json.loads(manifest.read_text(encoding="utf8")).get("key") == _key(source, options)
