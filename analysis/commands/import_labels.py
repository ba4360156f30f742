"""
Turn what a person changed in another program into a file of corrections.

In: a file or folder that ``export_marks`` wrote and a person changed, and the same source. Out: a
new file of corrections. A file of the user is never written over.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core.errors import InputError
from analysis.core.new_files import new_file
from analysis.run.execution import Execution

if TYPE_CHECKING:
    from analysis.exchange.documents import Coding, Document

__all__ = ["ImportedLabels", "import_labels"]

_ACTIONS = ("wrong", "missing")


@dataclass(frozen=True)
class ImportedLabels:
    """
    Changes that were found.

    Attributes
    ----------
    path : Path or None
        The file of corrections; None if nothing was changed, and no file written.
    format : str
        Name of the program or standard.
    counts : dict of str to int
        Corrections: ``changed``, ``removed`` and ``added``.
    n_documents : int
        Articles that were compared.
    notes : list of str
        Changes that are no correction, and articles that were not compared, with the reason.
    """

    path: Path | None
    format: str
    counts: dict[str, int]
    n_documents: int
    notes: list[str]


def import_labels(
    file: Path,
    source: str,
    path: Path,
    *,
    coder: str = "",
    corrections: Path | None = None,
    progress: bool = False,
) -> ImportedLabels:
    """
    Compare a coded file with the readings of a source, and write the differences.

    Parameters
    ----------
    file : Path
        A file or folder in one of ``analysis.exchange.registry.FORMATS``.
    source : str
        What was exported, see ``analysis.run.pipeline.run``; best a folder of tables, which every
        version of Parallax reads alike.
    path : Path
        The CSV file to write.
    coder : str
        Who coded, where the file does not tell or tells it otherwise.
    corrections : Path, optional
        The corrections with which the source was exported.
    progress : bool
        Show progress.

    Returns
    -------
    ImportedLabels

    Raises
    ------
    ParallaxError
        If the file or the source cannot be read, or none of its articles could be compared; or,
        before they are read, if the file to write exists.
    """
    import pandas as pd

    from analysis.core.safe_csv import write_csv
    from analysis.corrections.read import FILE_COLUMNS
    from analysis.exchange.differences import differences
    from analysis.exchange.documents import documents_of
    from analysis.exchange.registry import format_of
    from analysis.run import pipeline

    path = new_file(path, ".csv", "corrections", "and somebody may have filled it in, so it")
    chosen = format_of(file)
    run = pipeline.run(source, execution=Execution(progress=progress), corrections=corrections)
    documents = {each.article_id: each for each in documents_of(dict(run.tables))}
    texts = dict(zip(run.articles["article_id"], run.articles["text"], strict=True))
    codings = chosen.read(file, documents)
    rows: list[dict[str, str | None]] = []
    notes: list[str] = []
    n_compared = 0
    for coding in codings:
        reason = _why_not(coding, documents, source)
        if reason:
            notes.append(f"{coding.article_id}: not compared: {reason}")
            continue
        found = differences(documents[coding.article_id], coding, texts[coding.article_id])
        rows += found.rows
        notes += found.notes
        n_compared += 1
    if codings and not n_compared:
        raise InputError(f"{file}: no article could be compared. {notes[0]}")
    actions = Counter(str(row["column"]) for row in rows)
    n_actions = sum(actions[name] for name in _ACTIONS)
    counts = {
        "changed": len(rows) - n_actions,
        "removed": actions["wrong"],
        "added": actions["missing"],
    }
    if not rows:
        return ImportedLabels(None, chosen.name, counts, n_compared, notes)
    for number, row in enumerate(rows, start=1):
        row["correction_id"] = f"{path.stem}-{number:04d}"
        row["coder"] = coder or row["coder"]
        row["note"] = f"from {file.name}"
    write_csv(pd.DataFrame(rows, columns=list(FILE_COLUMNS)), path)
    return ImportedLabels(path, chosen.name, counts, n_compared, notes)


def _why_not(coding: "Coding", documents: Mapping[str, "Document"], source: str) -> str:
    """Return why an article cannot be compared; empty if it can."""
    document = documents.get(coding.article_id)
    if document is None:
        return f"{source} has no such article; name the corpus that was exported"
    if coding.text is not None and coding.text != document.text:
        return (
            f"its text is another one than in {source}, so places in it cannot be told; name the "
            f"corpus that was exported"
        )
    if coding.readings and coding.readings != document.readings():
        return (
            f"{source} is read otherwise than when it was exported, so what a person changed "
            f"cannot be told from what the machine did; name the folder of tables that was "
            f"exported, or with --corrections the same file"
        )
    return ""
