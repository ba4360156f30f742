"""
The findings of all notebooks as one table, and as the cards of the index.

In: the outputs that notebooks saved. Out: ``FINDINGS``, as Parquet and CSV, and a card for each
finding that is about the corpus of the report. Nothing is computed or tested here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.core.plurals import count_and_noun
from analysis.notebook_runs import outputs
from analysis.report import urls
from analysis.report.notebook import png_size
from analysis.run.manifest import CONSTRUCTED

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from pathlib import Path

    import pandas as pd

__all__ = ["SavedFinding", "read_findings", "without_repeats", "write_findings"]

_NUMBERS = ("value", "low", "high", "p_adjusted", "n_articles", "n_events")
_CHARTS = ("svg", "png")
_SMALLEST_P = 0.001
# Accuracy is measured on labelled articles, and claims are about one statement: neither is about
# the articles of another corpus.
_OF_OTHER_TEXTS = ("scores", "claims")
_COMPARISONS = ("difference", "contrast", "keyness", "none", "untested")
_NOTHING = ("none", "untested")
_ACCURACY_NOTEBOOK = "09_accuracy"


@dataclass(frozen=True)
class SavedFinding:
    """
    One finding of a notebook.

    Attributes
    ----------
    notebook, name : str
        The notebook and its output.
    text : str
        One sentence.
    claim : mapping
        ``kind``, ``outlets``, ``value`` and further columns of ``FINDINGS``; empty where the
        notebook saved only the sentence.
    alt : str
        Description of the chart, or "".
    files : dict of str to Path
        Saved files by ending.
    """

    notebook: str
    name: str
    text: str
    claim: Mapping[str, Any]
    alt: str
    files: dict[str, Path]

    @property
    def anchor(self) -> str:
        """Id of its card on the index."""
        return urls.finding(self.notebook, self.name)

    @property
    def stands_out(self) -> bool:
        """Whether it says more than that nothing was found, or that nothing could be tested."""
        return self.claim.get("kind") not in _NOTHING

    @property
    def printed_ends(self) -> Hashable | None:
        """What a notebook says of one quantity: its outlets and its ends; None for other claims."""
        if self.claim.get("kind") != "quantity" or self.claim.get("low") is None:
            return None
        outlets = self.claim.get("outlets") or ()
        return (self.notebook, *outlets, self.claim["low"], self.claim.get("high"))

    @property
    def certainty(self) -> str:
        """Whether it was tested, and on how many articles and events; empty if not known."""
        if not self.claim:
            return ""
        parts = [self._test()] if self.claim.get("kind") in _COMPARISONS else []
        for key, noun in (("n_articles", "article"), ("n_events", "event")):
            count = self.claim.get(key)
            if count is not None:
                parts.append(count_and_noun(int(count), noun))
        return ", ".join(parts)

    def _test(self) -> str:
        if not self.claim.get("tested"):
            return "not tested"
        p_adjusted = self.claim.get("p_adjusted")
        if p_adjusted is None:
            return "tested"
        if p_adjusted < _SMALLEST_P:
            return f"tested, adjusted p < {_SMALLEST_P}"
        return f"tested, adjusted p = {p_adjusted:.2g}"

    def is_about(self, corpus: str) -> bool:
        """
        Return whether the finding is about the articles of a corpus.

        Parameters
        ----------
        corpus : str
            Its name in the manifest.

        Returns
        -------
        bool
            False for accuracy and for claims coded by hand, unless the corpus is the embedded one,
            which holds both.
        """
        if corpus in CONSTRUCTED:
            return True
        if self.claim.get("kind") is None:
            return self.notebook != _ACCURACY_NOTEBOOK
        return self.claim["kind"] not in _OF_OTHER_TEXTS

    def picture(self, folder: Path) -> dict[str, object] | None:
        """
        Return the attributes of its chart's image on the index, None without one.

        The SVG file is a fraction of the PNG file, which tells its size in pixels.
        """
        path = self.files.get("png")
        if path is None:
            return None
        width, height = png_size(path)
        return {
            "src": self.files.get("svg", path).relative_to(folder).as_posix(),
            "alt": self.alt or self.name.replace("_", " "),
            "loading": "lazy",
            "width": width,
            "height": height,
        }

    def row(self, folder: Path) -> dict[str, object]:
        """Return its row of ``FINDINGS``; files are relative to the report folder."""
        claim = self.claim
        outlets = claim.get("outlets")
        if isinstance(outlets, (list, tuple)):
            outlets = "; ".join(outlets)
        chart = next((self.files[ending] for ending in _CHARTS if ending in self.files), None)
        return {
            "finding_id": f"{self.notebook}/{self.name}",
            "notebook": self.notebook,
            "text": self.text,
            "kind": claim.get("kind"),
            "outlets": outlets or None,
            "tested": bool(claim.get("tested")),
            **{name: claim.get(name) for name in _NUMBERS},
            "table": _relative(self.files.get("csv"), folder),
            "chart": _relative(chart, folder),
        }


def _relative(path: Path | None, folder: Path) -> str | None:
    return None if path is None else path.relative_to(folder).as_posix()


def read_findings(folder: Path, notebooks: Iterable[str]) -> list[SavedFinding]:
    """
    Read what notebooks found.

    Parameters
    ----------
    folder : Path
        Report folder, with ``outputs/``.
    notebooks : iterable of str
        Names, in the order of the report.

    Returns
    -------
    list of SavedFinding
        By notebook, then by name of the output. Outputs without a sentence are left out.
    """
    found = []
    for notebook in notebooks:
        for saved in outputs.saved_outputs(folder / "outputs" / notebook):
            entry: Mapping[str, Any] = saved
            if not entry["finding"]:
                continue
            finding = SavedFinding(
                notebook=notebook,
                name=entry["name"],
                text=entry["finding"],
                claim=entry.get("claim") or {},
                alt=entry["alt"],
                files=entry["files"],
            )
            found.append(finding)
    return found


def without_repeats(findings: Iterable[SavedFinding]) -> list[SavedFinding]:
    """
    Return findings without those that say again what one before them says.

    Parameters
    ----------
    findings : iterable of SavedFinding

    Returns
    -------
    list of SavedFinding
        In their order. One repeats another if its sentence is the same, since two notebooks may
        show one story, or if it is of the same notebook and has the same ends of one quantity at
        the same outlets: what is followed through the corpus may stand in one story only.
    """
    kept = []
    told: set[Hashable] = set()
    for finding in findings:
        said = {finding.text, finding.printed_ends} - {None}
        if told.isdisjoint(said):
            kept.append(finding)
        told |= said
    return kept


def write_findings(
    folder: Path, findings: Iterable[SavedFinding], has_tables: bool
) -> pd.DataFrame:
    """
    Write the table of all findings.

    Parameters
    ----------
    folder : Path
        Report folder: ``pages/findings.csv`` is written, and ``tables/findings.parquet``.
    findings : iterable of SavedFinding
    has_tables : bool
        Without tables there is no folder for the Parquet file, and only the CSV file is written.

    Returns
    -------
    DataFrame
        ``FINDINGS``.

    Raises
    ------
    TableError
        If a claim breaks the definition, such as a p-value above 1.
    """
    from analysis.core import atomic_write, tables
    from analysis.core.safe_csv import write_csv

    table = tables.make([finding.row(folder) for finding in findings], tables.FINDINGS)
    write_csv(table, folder / "pages" / "findings.csv")
    if has_tables:
        atomic_write.write_parquet(table, folder / "tables" / "findings.parquet")
    return table
