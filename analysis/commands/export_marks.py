"""
Export marks for programs in which people code texts.

In: a source of articles or a folder of tables. Out: a file or folder in the format of a program,
see ``analysis.exchange``. What a person changes there is read back by ``import_labels``.
"""

from dataclasses import dataclass
from pathlib import Path

from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.new_files import new_file, new_folder
from analysis.run.execution import Execution

__all__ = ["ExportedMarks", "export_marks"]


@dataclass(frozen=True)
class ExportedMarks:
    """
    Marks that were written.

    Attributes
    ----------
    paths : list of Path
        The file or folder, and files that belong to it.
    format : str
        Name of the program or standard.
    n_documents, n_marks, n_links : int
    """

    paths: list[Path]
    format: str
    n_documents: int
    n_marks: int
    n_links: int


def export_marks(
    source: str,
    path: Path | None,
    *,
    layout: str,
    corrections: Path | None = None,
    progress: bool = False,
) -> ExportedMarks:
    """
    Write the marks of a run.

    Parameters
    ----------
    source : str
        See ``analysis.run.pipeline.run``; a folder of tables is only opened.
    path : Path or None
        File or folder to write; by default ``marks-brat`` and so on, in the present folder.
    layout : str
        Key of ``analysis.exchange.registry.FORMATS``.
    corrections : Path, optional
        What people set right already.
    progress : bool
        Show progress.

    Returns
    -------
    ExportedMarks

    Raises
    ------
    ParallaxError
        If the source cannot be read; or, before it is read, if there is no such format, or the
        file or folder is there already or cannot be written.
    """
    from analysis.exchange import label_studio
    from analysis.exchange.documents import documents_of
    from analysis.exchange.registry import FORMATS
    from analysis.run import pipeline

    if layout not in FORMATS:
        raise ParameterError(unknown_value_message("format", layout, FORMATS))
    chosen = FORMATS[layout]
    name = f"marks-{layout}"
    if chosen.suffix:
        path = new_file(path or Path(f"{name}{chosen.suffix}"), chosen.suffix, name)
    else:
        path = new_folder(path or Path(name), name)
    if layout == "label-studio" and label_studio.interface_path(path).exists():
        raise ParameterError(
            f"{label_studio.interface_path(path)} exists, so it is not replaced. Choose another "
            f"file, for example --out {path.stem}-2.json"
        )
    run = pipeline.run(source, execution=Execution(progress=progress), corrections=corrections)
    documents = documents_of(dict(run.tables))
    paths = chosen.write(documents, path)
    n_marks = sum(len(document.marks) for document in documents)
    n_links = sum(len(document.links) for document in documents)
    return ExportedMarks(paths, chosen.name, len(documents), n_marks, n_links)
