"""
The gallery of the documents: charts of a finished report, each with its question and its finding.

usage: python -m analysis.report.gallery REPORT DOCS

In: the folder of a report. Out: ``DOCS/gallery.md``, its pictures in ``DOCS/gallery/``, and
``DOCS/travel.png``, the picture of the README. ``make gallery`` makes them from the embedded
corpus.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.notebook_runs.outputs import SavedOutput, saved_outputs
from analysis.report.notebook import title_of

__all__ = ["SHOWN", "write_gallery"]

SHOWN = (
    ("02_figures", "matrix"),
    ("02_figures", "figures"),
    ("03_attributions", "source_types"),
    ("04_framing", "names"),
    ("05_tone", "tone"),
    ("06_travel", "travel"),
    ("07_event", "steps"),
    ("08_outlets", "profile"),
)
"""Notebook and output of each picture, in this order."""

_README_PICTURE = ("06_travel", "travel")
_HEAD = """# Gallery

Made by `make gallery` from the embedded corpus, whose articles are made up, and from
`data/claims`, which is real: pages coded by hand. In a report every mark is a link to its sentence;
here they are pictures. The sentence over each chart is its finding.
"""


def write_gallery(report: str | Path, docs: str | Path) -> Path:
    """
    Write the gallery.

    Parameters
    ----------
    report : str or Path
        Folder of a finished report.
    docs : str or Path
        Folder of the documents. Its ``gallery.md``, ``gallery/`` and ``travel.png`` are replaced.

    Returns
    -------
    Path
        The page.

    Raises
    ------
    MissingResourceError
        If the report lacks one of the charts.
    """
    docs = Path(docs)
    pictures = docs / "gallery"
    pictures.mkdir(parents=True, exist_ok=True)
    for picture in pictures.glob("*.png"):
        picture.unlink()
    parts = [_HEAD]
    for notebook, name in SHOWN:
        saved = _saved(Path(report), notebook, name)
        file = f"{notebook}-{name}.png"
        shutil.copyfile(saved["files"]["png"], pictures / file)
        if (notebook, name) == _README_PICTURE:
            shutil.copyfile(saved["files"]["png"], docs / "travel.png")
        parts.append(_section(notebook, file, saved))
    page = docs / "gallery.md"
    page.write_text("\n".join(parts), encoding="utf8")
    return page


def _saved(report: Path, notebook: str, name: str) -> SavedOutput:
    """Return what a notebook saved under a name, with its picture."""
    for saved in saved_outputs(report / "outputs" / notebook):
        if saved["name"] == name and "png" in saved["files"]:
            return saved
    raise MissingResourceError(
        f"{report} has no chart {name!r} of {notebook}. Make the report again: make report"
    )


def _section(notebook: str, file: str, saved: SavedOutput) -> str:
    question = title_of(paths.NOTEBOOKS / f"{notebook}.ipynb")
    alt = " ".join(saved["alt"].split()).replace("[", "(").replace("]", ")")
    link = f"[{notebook}](../notebooks/{notebook}.ipynb)"
    return f"## {question}\n\n{link}\n\n![{alt}](gallery/{file})\n"


def main(arguments: Sequence[str]) -> None:
    """Write the gallery that the command line names."""
    report, docs = arguments
    sys.stdout.write(f"{write_gallery(report, docs)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
