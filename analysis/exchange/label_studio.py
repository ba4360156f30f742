"""
Label Studio: tasks with predictions, and the annotations that people made of them.

In: documents. Out: a JSON file of tasks and, next to it, the labelling interface as XML. Back: the
annotations of an export in the format "JSON". Label Studio counts characters (code points), and
every carriage return and line feed as one of them. Values with a list of allowed values are
choices of a region, all others lines of text; links are relations.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from analysis import __version__
from analysis.core.atomic_write import write_text
from analysis.core.errors import InputError
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.json_files import read_json
from analysis.exchange.kinds import KINDS, LINKS
from analysis.exchange.values import clean

__all__ = ["interface_path", "read", "recognises", "write"]

_LABELS = "label"
_TEXT = "text"


def interface_path(path: Path) -> Path:
    """Return where the labelling interface of a file of tasks is written."""
    return path.with_suffix(".xml")


def write(documents: Sequence[Document], path: Path) -> list[Path]:
    """
    Write tasks and labelling interface.

    Returns
    -------
    list of Path
        The file of tasks, and the interface to paste into the settings of the project.
    """
    tasks = [_task(number, document) for number, document in enumerate(documents, start=1)]
    write_text(json.dumps(tasks, indent=1), path)
    write_text(_interface(), interface_path(path))
    return [path, interface_path(path)]


def _task(number: int, document: Document) -> dict[str, Any]:
    data = {
        _TEXT: document.text,
        "article_id": document.article_id,
        "readings": document.readings(),
        **document.about,
    }
    prediction = {"model_version": f"parallax {__version__}", "result": _results(document)}
    return {"id": number, "data": data, "predictions": [prediction]}


def _results(document: Document) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = []
    for mark in document.marks:
        bounds = {"start": mark.start, "end": mark.end}
        region = {"id": _id(mark.place), "to_name": _TEXT}
        words = document.text[mark.start : mark.end]
        label = {**bounds, "text": words, "labels": [mark.kind]}
        results.append({**region, "from_name": _LABELS, "type": "labels", "value": label})
        for column, value in mark.values.items():
            name = f"{mark.kind}_{column}"
            if KINDS[mark.kind].allowed(column):
                control = "choices"
                filled = {**bounds, "choices": [value]}
            else:
                control = "textarea"
                filled = {**bounds, "text": [clean(value)]}
            results.append({**region, "from_name": name, "type": control, "value": filled})
    for link in document.links:
        ends = {"from_id": _id(link.origin), "to_id": _id(link.target)}
        results.append({**ends, "type": "relation", "direction": "right", "labels": [link.name]})
    return results


def _id(place: Place) -> str:
    return "-".join(map(str, place))


def _interface() -> str:
    """Return the labelling interface: labels, relations, and the values of each label."""
    view = etree.Element("View")
    relations = etree.SubElement(view, "Relations")
    for name in LINKS:
        etree.SubElement(relations, "Relation", value=name)
    labels = etree.SubElement(view, "Labels", name=_LABELS, toName=_TEXT)
    for name, kind in KINDS.items():
        etree.SubElement(labels, "Label", value=name, background=kind.colour)
    etree.SubElement(view, "Text", name=_TEXT, value=f"${_TEXT}", granularity="word")
    for name, kind in KINDS.items():
        for column in kind.values:
            _add_control(view, name, column)
    return etree.tostring(view, pretty_print=True, encoding="unicode")


def _add_control(view: etree._Element, kind: str, column: str) -> None:
    when = {"visibleWhen": "region-selected", "whenLabelValue": kind}
    box = etree.SubElement(view, "View", {**when, "whenTagName": _LABELS})
    etree.SubElement(box, "Header", value=column.replace("_", " "), size="6")
    shared = {"name": f"{kind}_{column}", "toName": _TEXT, "perRegion": "true"}
    allowed = KINDS[kind].allowed(column)
    if not allowed:
        etree.SubElement(box, "TextArea", {**shared, "maxSubmissions": "1", "editable": "true"})
        return
    choices = etree.SubElement(box, "Choices", {**shared, "choice": "single-radio"})
    for value in allowed:
        etree.SubElement(choices, "Choice", value=value)


def recognises(path: Path) -> bool:
    """Return whether a file may be an export of Label Studio."""
    return path.suffix.lower() == ".json" and isinstance(read_json(path), list)


def read(path: Path, documents: Mapping[str, Document]) -> list[Coding]:
    """
    Read annotations.

    Parameters
    ----------
    path : Path
        An export in the format "JSON".
    documents : mapping of str to Document
        Not needed: a task names its article.

    Returns
    -------
    list of Coding
        One for each annotation that was not cancelled; tasks that nobody annotated have none.

    Raises
    ------
    InputError
        If the file is no list of tasks with ``data`` and ``annotations``.
    """
    del documents
    codings = []
    for number, task in enumerate(_tasks(path), start=1):
        where = f"{path.name}, task {number}"
        data = task["data"]
        for annotation in task["annotations"]:
            if annotation.get("was_cancelled"):
                continue
            marks, links, notes = _marks(annotation.get("result", ()), where)
            codings.append(
                Coding(
                    article_id=str(data["article_id"]),
                    marks=marks,
                    links=links,
                    coder=_coder(annotation.get("completed_by")),
                    day=_day(annotation),
                    readings=data.get("readings"),
                    text=data.get(_TEXT),
                    notes=notes,
                )
            )
    return codings


def _tasks(path: Path) -> list[dict[str, Any]]:
    tasks = read_json(path)
    advice = 'In Label Studio, choose Export and then the format "JSON", not "JSON-MIN".'
    if not isinstance(tasks, list):
        raise InputError(f"{path.name} is no list of tasks of Label Studio. {advice}")
    for number, task in enumerate(tasks, start=1):
        if not _has_article(task):
            raise InputError(f"{path.name}, task {number}: no data with article_id. {advice}")
        if not isinstance(task.get("annotations", []), list):
            raise InputError(f"{path.name}, task {number}: annotations is no list. {advice}")
    if tasks and not any("annotations" in task for task in tasks):
        raise InputError(
            f"{path.name} has predictions alone: nobody has annotated its tasks. {advice}"
        )
    return [{"annotations": [], **task} for task in tasks]


def _has_article(task: object) -> bool:
    """Return whether a task names the article whose text it shows."""
    if not isinstance(task, dict):
        return False
    data = task.get("data")
    return isinstance(data, dict) and "article_id" in data


def _marks(
    results: Sequence[dict[str, Any]], where: str
) -> tuple[list[Mark], list[Link], list[str]]:
    """Return the marks and links of an annotation, and what could not be read."""
    places: dict[str, Place] = {}
    notes = []
    for result in results:
        if result.get("type") == "labels":
            value = result["value"]
            label = next(iter(value.get("labels", ())), "")
            if label in KINDS:
                places[result["id"]] = (label, int(value["start"]), int(value["end"]))
            else:
                notes.append(f"{where}: no kind {label!r}; have {', '.join(KINDS)}")
    values: dict[str, dict[str, str]] = {name: {} for name in places}
    for result in results:
        if result.get("type") in ("choices", "textarea") and result.get("id") in places:
            kind = places[result["id"]][0]
            column = result["from_name"].removeprefix(f"{kind}_")
            filled = result["value"].get("choices") or result["value"].get("text") or []
            if isinstance(filled, str):
                filled = [filled]
            words = " ".join(filled).strip()
            if column in KINDS[kind].values and words:
                values[result["id"]][column] = words
    links = []
    for result in results:
        if result.get("type") == "relation":
            ends = [places.get(result[name]) for name in ("from_id", "to_id")]
            if result.get("direction") == "left":
                ends.reverse()
            link = _link(result.get("labels") or [], *ends)
            if link is None:
                notes.append(f"{where}: a relation is none of {', '.join(LINKS)}")
            else:
                links.append(link)
    return [Mark(places[name], values[name]) for name in places], links, notes


def _link(labels: Sequence[str], origin: Place | None, target: Place | None) -> Link | None:
    """Return the link of a relation; without a label it is what its ends make it."""
    if origin is None or target is None:
        return None
    kinds = (origin[0], target[0])
    fitting = [name for name, ends in LINKS.items() if ends == kinds]
    if labels:
        fitting = [name for name in labels if name in fitting]
    if not fitting:
        return None
    return Link(fitting[0], origin, target)


def _coder(given: object) -> str | None:
    """Return who annotated: an address, a name, or a number."""
    if isinstance(given, dict):
        given = given.get("email") or given.get("username") or given.get("id")
    if given is None:
        return None
    return str(given)


def _day(annotation: Mapping[str, Any]) -> str | None:
    day = annotation.get("updated_at") or annotation.get("created_at")
    if not isinstance(day, str):
        return None
    return day[:10]
