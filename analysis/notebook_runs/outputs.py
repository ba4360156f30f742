"""
Save what a notebook found: a chart, the table behind it, and the finding as a sentence.

In: a matplotlib Figure, a DataFrame, a sentence. Out: files with one name in one folder: ``.png``,
``.svg``, ``.pdf``, ``.csv`` and ``.json`` (finding and alternative text), which the report reads.
A CSV file of more than 250,000 bytes is stored in a ``.zip``, which pandas and every system can
open.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.core import owned_files

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from analysis.core.finding import Finding

__all__ = ["TESTS", "SavedOutput", "has_answer", "save_outputs", "saved_outputs", "tables_as_text"]

ZIP_FROM = 250_000
"""Bytes: a larger CSV file is stored in a ``.zip``."""

TESTS = "_tests.csv"
"""What the file of a finding's tests ends with, after the name of the output."""

_ENDINGS = (".png", ".svg", ".pdf", ".csv", ".csv.zip")
_ZIP_LEVEL = 9  # smallest


class SavedOutput(TypedDict):
    """
    One saved output, as it is read back.

    Attributes
    ----------
    name : str
        File name without ending.
    finding : str
        One sentence; empty if there is none.
    claim : dict or None
        What the finding rests on: the fields of ``analysis.core.finding.Finding`` without its text.
    alt : str
        Alternative text of the chart; empty if there is none.
    rows : int or None
        Rows of the table; None if there is none.
    files : dict of str to Path
        Paths by ending: "png", "svg", "pdf", "csv".
    """

    name: str
    finding: str
    claim: dict | None
    alt: str
    rows: int | None
    files: dict[str, Path]


def save_outputs(
    folder: str | Path,
    name: str,
    *,
    figure: "Figure | None" = None,
    table: "pd.DataFrame | None" = None,
    tests: "pd.DataFrame | None" = None,
    finding: "Finding | str" = "",
) -> dict[str, Path]:
    """
    Write a chart, its table and its finding.

    Parameters
    ----------
    folder : str or Path
        Created if it does not exist; "" saves nothing, for work in JupyterLab.
    name : str
        File name without ending.
    figure : matplotlib.figure.Figure, optional
        Needs ``table``.
    table : DataFrame, optional
        The rows that the chart shows. Cells that a spreadsheet would take for a formula are
        escaped.
    tests : DataFrame, optional
        The tests behind the finding, if they are not in ``table``; stored as ``NAME_tests.csv``.
    finding : Finding or str
        One sentence; its numbers come from the tables.

    Returns
    -------
    dict of str to Path
        The written files by ending.

    Raises
    ------
    ParameterError
        If the folder holds files of the user and nothing that Parallax wrote.
    RunError
        If one of the files is the user's.
    """
    if not folder:
        return {}
    from analysis.chart.captions import alt_text
    from analysis.core.safe_csv import write_csv

    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if owned_files.owner_of(folder) is None:
        owned_files.own(folder, "")
    written = _write_chart_or_table(folder, name, figure, table)
    if tests is not None:
        written["tests"] = write_csv(tests, folder / f"{name}{TESTS}")
    facts = {
        "finding": str(finding),
        "claim": _claim(finding),
        "alt": "" if figure is None else alt_text(figure),
        "rows": None if table is None else len(table),
    }
    path = folder / f"{name}.json"
    owned_files.claim(path)
    path.write_text(json.dumps(facts, indent=1), encoding="utf8")
    return {**written, "json": path}


def _claim(finding: "Finding | str") -> dict[str, object] | None:
    """Return what a finding rests on; None for a bare sentence."""
    if isinstance(finding, str):
        return None
    claim = asdict(finding)
    del claim["text"]
    return claim


def _write_chart_or_table(
    folder: Path,
    name: str,
    figure: "Figure | None",
    table: "pd.DataFrame | None",
) -> dict[str, Path]:
    from analysis.chart.saving import save
    from analysis.core.errors import ParameterError
    from analysis.core.safe_csv import write_csv

    written: dict[str, Path] = {}
    if figure is not None:
        if table is None:
            raise ParameterError(f"The chart {name} needs the table that it shows: table=...")
        written = save(figure, folder, name, table)
    elif table is not None:
        written = {"csv": write_csv(table, folder / f"{name}.csv")}
    owned_files.remove(folder / f"{name}.csv.zip")  # of an earlier run
    if written and written["csv"].stat().st_size > ZIP_FROM:
        written["csv"] = _zip(written["csv"])
    return written


def _zip(path: Path) -> Path:
    """Replace a file by a zip archive that holds it; the same content makes the same bytes."""
    archive_path = path.with_suffix(".csv.zip")
    owned_files.claim(archive_path)
    with ZipFile(archive_path, "w") as archive:
        # ZipInfo has a fixed date, unlike ZipFile.write, which stores that of the file
        archive.writestr(ZipInfo(path.name), path.read_bytes(), ZIP_DEFLATED, _ZIP_LEVEL)
    path.unlink()
    return archive_path


def saved_outputs(folder: str | Path) -> list[SavedOutput]:
    """
    Read what was saved in a folder.

    Parameters
    ----------
    folder : str or Path

    Returns
    -------
    list of SavedOutput
        Sorted by name.
    """
    found = []
    for path in sorted(Path(folder).glob("[!.]*.json")):  # not the owner's mark
        facts = json.loads(path.read_text(encoding="utf8"))
        found.append({"name": path.stem, **facts, "files": _files_next_to(path)})
    return found


def has_answer(folder: str | Path) -> bool:
    """
    Return whether a notebook kept an answer to its question.

    Parameters
    ----------
    folder : str or Path
        Its outputs.

    Returns
    -------
    bool
        True if there is a chart, a table or a finding: a sentence that says that the corpus has
        nothing to compare is an answer too.
    """
    return any(output["files"] or output["finding"] for output in saved_outputs(folder))


def _files_next_to(path: Path) -> dict[str, Path]:
    """Return the files that share the name of a ``.json`` file, by ending ("csv" also for zip)."""
    candidates = [path.with_suffix(ending) for ending in _ENDINGS]
    return {file.suffixes[0].lstrip("."): file for file in candidates if file.exists()}


def tables_as_text() -> None:
    """Show the cells of tables unchanged: "$5 to $9" in an article is not a formula to typeset."""
    import pandas as pd

    pd.set_option("display.html.use_mathjax", False)
