"""
Extract the tables of a corpus, without notebooks or pages.

In: an ``Extraction``. Out: a folder of tables. ``report`` and ``batch`` extract through this module
too, and skip it where nothing has changed since the tables were written.
"""

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.companion_files import CORRECTIONS, OUTLETS, PARTIES, find_companion
from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.run import cache_keys, output_folder
from analysis.run.default_folder import place_of
from analysis.run.execution import Execution
from analysis.run.manifest import MANIFEST, is_table_folder, name_of_source, remade_message

if TYPE_CHECKING:
    from analysis.run.pipeline import Run

__all__ = [
    "Extraction",
    "extract",
    "extract_if_changed",
    "is_current",
    "validate_folder",
]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Extraction:
    """
    What to extract tables from, and how.

    Parameters
    ----------
    source : str
        Name of a corpus, a file or a folder; see ``analysis.load.read``. Or a folder of tables.
    columns : dict of str to str, optional
        Our column names to the input's.
    as_is : bool
        Keep texts unchanged, so that the offsets of labelled corpora hold.
    selection : Selection
        The articles to keep.
    execution : Execution
        Processes, threads, cluster, kept batches and progress.
    stream : bool, optional
        Whether to stream the corpus and write the tables in shards, instead of holding it in
        memory; by default the size of the input decides, see ``analysis.run.streaming``.
    outlets_file : Path, optional
        The user's own outlets, see ``analysis.load.read``.
    parties_file : Path, optional
        The user's own parties, see ``analysis.run.pipeline.run``.
    corrections : Path, optional
        What people set right, see ``analysis.run.pipeline.run``.
    only_checked : bool
        Keep only the figures and attributions that a person has checked.
    """

    source: str
    columns: dict[str, str] | None = None
    as_is: bool = False
    selection: Selection = Selection()
    execution: Execution = Execution()
    stream: bool | None = None
    outlets_file: Path | None = None
    parties_file: Path | None = None
    corrections: Path | None = None
    only_checked: bool = False

    def key(self) -> str:
        """Return a hash of all that decides the tables: input, options, code, models, packages."""
        options = {"columns": self.columns, "as_is": self.as_is, **self.selection.as_dict()}
        if self.only_checked:
            options["only_checked"] = True
        words = json.dumps(options, sort_keys=True, default=str)
        source = cache_keys.source_key(self.source) + self._own_files_key()
        return sha256(f"{source} {words} {cache_keys.code_key()}".encode()).hexdigest()

    def _own_files_key(self) -> str:
        """Return a hash of the user's outlets, parties and corrections; empty if there are none."""
        found = (
            self.outlets_file or find_companion(self.source, OUTLETS),
            self.parties_file or find_companion(self.source, PARTIES),
            self.corrections or find_companion(self.source, CORRECTIONS),
        )
        return "".join(cache_keys.hash_files([path]) for path in found if path is not None)


def validate_folder(source: str | Path, folder: str | Path) -> Path:
    """
    Return the absolute path of a folder to write to; the input and its folder are never written to.

    Parameters
    ----------
    source : str or Path
        Name of a corpus, a file or a folder; or a table of parameters.
    folder : str or Path
        Need not exist. A relative path is resolved here, once: kernels run in another folder.

    Returns
    -------
    Path

    Raises
    ------
    ParameterError
        If the folder is the input, lies in it, or holds it; or is a file.
    """
    from analysis.load.corpora import SOURCES

    target = Path(os.path.realpath(Path(folder).expanduser()))
    given = Path(os.path.realpath(Path(source).expanduser()))
    advice = "Choose another folder, for example --out reports/mine"
    if os.path.isfile(target):
        raise ParameterError(f"{target} is a file, not a folder. {advice}")
    if str(source) in SOURCES:  # a corpus by name, even where a folder has that name too
        return target
    if os.path.exists(given) and (
        target == given or given in target.parents or target == given.parent
    ):
        raise ParameterError(f"{target} is the input {source} or its folder. {advice}")
    return target


def extract(extraction: Extraction, folder: Path, changed: Sequence[str] = ()) -> "Run":
    """
    Make all tables of a corpus and write them.

    Parameters
    ----------
    extraction : Extraction
    folder : Path
        Where the tables are written.
    changed : sequence of str
        Files in the folder that were found to have changed, for the manifest.

    Returns
    -------
    Run

    Raises
    ------
    ParallaxError
        See ``analysis.run.pipeline.run``; if an option has no effect on a folder of tables; and
        before anything is read if the folder cannot be used, see
        ``analysis.run.output_folder.opened``.
    """
    from analysis.run import table_store

    _validate_effects(extraction)
    table_store.validate_not_unfinished(extraction.source)
    folder = validate_folder(extraction.source, folder)
    with output_folder.opened(folder, name_of_source(extraction.source), [MANIFEST]):
        return _extract(extraction, folder, changed)


def _extract(extraction: Extraction, folder: Path, changed: Sequence[str]) -> "Run":
    from analysis.run import pipeline, streaming

    if streaming.should_stream(extraction.source, extraction.stream):
        run = streaming.run(
            extraction.source,
            folder,
            columns=extraction.columns,
            as_is=extraction.as_is,
            selection=extraction.selection,
            execution=extraction.execution,
            outlets_file=extraction.outlets_file,
            parties_file=extraction.parties_file,
            corrections=extraction.corrections,
            only_checked=extraction.only_checked,
        )
    else:
        run = pipeline.run(
            extraction.source,
            columns=extraction.columns,
            as_is=extraction.as_is,
            selection=extraction.selection,
            execution=extraction.execution,
            outlets_file=extraction.outlets_file,
            parties_file=extraction.parties_file,
            corrections=extraction.corrections,
            only_checked=extraction.only_checked,
        )
    if changed:
        run.manifest["made_again"].insert(0, remade_message("tables", changed))
    run.manifest["key"] = extraction.key()
    run.manifest["place"] = place_of(extraction.source, folder)
    run.save(folder)
    return run


def extract_if_changed(
    extraction: Extraction, folder: Path, *, force: bool = False
) -> "Run | None":
    """
    Make all tables of a corpus, unless those in the folder are still current.

    Tables that are missing or have changed since they were written are made again.

    Parameters
    ----------
    extraction : Extraction
    folder : Path
        Where the tables are written.
    force : bool
        Make them in any case.

    Returns
    -------
    Run or None
        None if nothing had changed.

    Raises
    ------
    ParallaxError
        See ``extract``.
    """
    from analysis.run import pipeline, table_store

    _validate_effects(extraction)
    changed = table_store.changed_files(folder, pipeline.TABLES)
    if changed:
        _log.warning(remade_message("tables", changed))
    if force or changed or not is_current(extraction, folder):
        return extract(extraction, folder, changed)
    _log.info("tables: skipped, nothing changed")
    return None


def _validate_effects(extraction: Extraction) -> None:
    """Refuse options that have no effect, because the source is a folder of tables."""
    if not is_table_folder(extraction.source):
        return
    from analysis.run import pipeline

    pipeline.validate_for_tables(
        extraction.source,
        columns=extraction.columns,
        as_is=extraction.as_is,
        execution=extraction.execution,
        stream=extraction.stream,
        outlets_file=extraction.outlets_file,
        parties_file=extraction.parties_file,
    )


def is_current(extraction: Extraction, folder: Path) -> bool:
    """
    Return whether the tables in a folder are those that an extraction would make.

    Parameters
    ----------
    extraction : Extraction
    folder : Path
        Need not exist.

    Returns
    -------
    bool
        By the hash of input, options, code and models that the tables were made with.
    """
    if not is_table_folder(folder):
        return False
    in_shards = (folder / "articles").is_dir()
    if extraction.stream is not None and extraction.stream != in_shards:
        return False
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf8"))
    return manifest.get("key") == extraction.key()
