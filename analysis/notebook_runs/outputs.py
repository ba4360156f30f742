"""
Keep what a notebook found: a chart, the table beside it, and the finding in words.

In: a matplotlib Figure, a DataFrame, a sentence. Out: files in one folder, all under one name: ``.png``, ``.svg``,
``.csv`` and ``.json`` (finding and alt text), which the report reads. A CSV file of more than a million bytes is kept
inside a ``.zip``, which pandas and every system open.
"""

import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["save_outputs", "saved_outputs", "tables_as_text"]

LARGE = 1_000_000  # bytes of a CSV file


def save_outputs(folder, name, *, figure=None, table=None, finding=""):
    """
    Write a chart, its table and its finding.

    Parameters
    ----------
    folder : str or Path
        Made if need be; "" keeps nothing, for work in JupyterLab.
    name : str
        File name without ending.
    figure : matplotlib.figure.Figure, optional
        Needs ``table``.
    table : DataFrame, optional
        The rows that the chart shows. Cells that a spreadsheet would take for a formula are escaped.
    finding : str
        One sentence; its numbers come from variables.

    Returns
    -------
    dict of str to Path
        Ending to file, of what was written.
    """
    if not folder:
        return {}
    from analysis.chart.captions import alt_text
    from analysis.chart.saving import save
    from analysis.core.safe_csv import write_csv

    folder, written = Path(folder), {}
    folder.mkdir(parents=True, exist_ok=True)
    if figure is not None:
        written = save(figure, folder, name, table)
    elif table is not None:
        written = {"csv": write_csv(table, folder / f"{name}.csv")}
    (folder / f"{name}.csv.zip").unlink(missing_ok=True)  # of an earlier run
    if written and written["csv"].stat().st_size > LARGE:
        written["csv"] = _zipped(written["csv"])
    facts = {
        "finding": finding,
        "alt": alt_text(figure) if figure is not None else "",
        "rows": None if table is None else len(table),
    }
    (folder / f"{name}.json").write_text(json.dumps(facts, indent=1), encoding="utf8")
    return {**written, "json": folder / f"{name}.json"}


def _zipped(path):
    packed = path.with_suffix(".csv.zip")
    with ZipFile(
        packed, "w"
    ) as archive:  # the same table gives the same bytes, whenever it is written
        archive.writestr(ZipInfo(path.name), path.read_bytes(), ZIP_DEFLATED, 9)
    path.unlink()
    return packed


def saved_outputs(folder):
    """
    Read what was kept in a folder.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    list of dict
        ``name``, ``finding``, ``alt``, ``rows`` and ``files`` (endings to paths), by name.
    """
    out = []
    for path in sorted(Path(folder).glob("*.json")):
        beside = [path.with_suffix(ending) for ending in (".png", ".svg", ".csv", ".csv.zip")]
        files = {file.suffixes[0][1:]: file for file in beside if file.exists()}
        out.append(
            {"name": path.stem, **json.loads(path.read_text(encoding="utf8")), "files": files}
        )
    return out


def tables_as_text():
    """Show tables in notebooks letter by letter: ``$5 to $9`` in an article is no formula to be typeset."""
    import pandas as pd

    pd.set_option("display.html.use_mathjax", False)
