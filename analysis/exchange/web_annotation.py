"""
W3C Web Annotation: one JSON-LD file, for Hypothesis, Recogito and others.

In: documents. Out: an annotation page. Each mark is an annotation whose target has a position
selector (characters of the article's text) and a quote selector; each link an annotation with the
motivation "linking". Back: the same; where the quoted words are not at the position, they are
looked for by their context, which is what quote selectors are for.

Follows "Web Annotation Data Model", W3C Recommendation, 23 February 2017.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from analysis import __version__
from analysis.core.atomic_write import write_text
from analysis.core.errors import InputError
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.json_files import read_json
from analysis.exchange.kinds import KINDS, LINKS
from analysis.exchange.values import from_words, to_words

__all__ = ["read", "recognises", "write"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OWN = {"parallax": "urn:parallax:terms:", "readings": "parallax:readings"}
_ARTICLE = "urn:parallax:article:"
_AROUND = 32  # characters before and after a quote


def write(documents: Sequence[Document], path: Path) -> list[Path]:
    """Write the annotations of all documents, and return the file."""
    items = []
    for document in documents:
        items += [_annotation(document, mark) for mark in document.marks]
        items += [_linking(document, link) for link in document.links]
    page = {
        "@context": [_CONTEXT, _OWN],
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(items))}",
        "type": "AnnotationPage",
        "readings": {_source(document): document.readings() for document in documents},
        "items": items,
    }
    write_text(json.dumps(page, indent=1), path)
    return [path]


def _source(document: Document) -> str:
    return _ARTICLE + quote(document.article_id, safe="", errors="replace")


def _id(document: Document, *parts: object) -> str:
    name = json.dumps([document.article_id, *parts])
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _annotation(document: Document, mark: Mark) -> dict[str, Any]:
    text = document.text
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": mark.kind}]
    words = to_words(mark.values, KINDS[mark.kind].values)
    if words:
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": words})
    quoted = {
        "type": "TextQuoteSelector",
        "exact": text[mark.start : mark.end],
        "prefix": text[max(0, mark.start - _AROUND) : mark.start],
        "suffix": text[mark.end : mark.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}
    target: dict[str, Any] = {"source": _source(document), "selector": [position, quoted]}
    return {
        "id": _id(document, *mark.place),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"type": "Software", "name": "Parallax", "version": __version__},
        "body": bodies,
        "target": target,
    }


def _linking(document: Document, link: Link) -> dict[str, Any]:
    tag = {"type": "TextualBody", "purpose": "tagging", "value": link.name}
    return {
        "id": _id(document, link.name, *link.origin, *link.target),
        "type": "Annotation",
        "motivation": "linking",
        "body": [{"id": _id(document, *link.target), "type": "Annotation"}, tag],
        "target": _id(document, *link.origin),
    }


def recognises(path: Path) -> bool:
    """Return whether a file may hold Web Annotations."""
    if path.suffix.lower() not in (".json", ".jsonld"):
        return False
    found = read_json(path)
    return isinstance(found, dict) and "@context" in found


def read(path: Path, documents: Mapping[str, Document]) -> list[Coding]:
    """
    Read annotations.

    Parameters
    ----------
    path : Path
        A page of annotations, or a collection with its first page inside.
    documents : mapping of str to Document
        In which the quoted words are looked for.

    Returns
    -------
    list of Coding
        One for each article that the page names. One whose annotations were all removed has an
        empty list.

    Raises
    ------
    InputError
        If the file is no page of annotations.
    """
    page = read_json(path)
    if isinstance(page, dict) and "first" in page:
        page = page["first"]
    items = None
    if isinstance(page, dict):
        items = page.get("items")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InputError(
            f"{path.name} is no annotation page with items. Export it as JSON-LD in the W3C Web "
            f"Annotation format, or write a new one: parallax export CORPUS --as web-annotation"
        )
    readings = (page or {}).get("readings") or {}
    codings = {}
    for source, digest in readings.items():
        article_id = _article(source)
        codings[article_id] = Coding(article_id, [], [], readings=digest)
    places: dict[str, tuple[str, Place]] = {}
    for number, item in enumerate(items, start=1):
        if item.get("motivation") != "linking":
            _add_mark(item, f"{path.name}, item {number}", documents, codings, places)
    for item in items:
        if item.get("motivation") == "linking":
            _add_link(item, codings, places)
    return list(codings.values())


def _article(source: str) -> str:
    return unquote(source.removeprefix(_ARTICLE))


def _add_mark(
    item: Mapping[str, Any],
    where: str,
    documents: Mapping[str, Document],
    codings: dict[str, Coding],
    places: dict[str, tuple[str, Place]],
) -> None:
    target = item.get("target")
    if isinstance(target, list):
        target = next(iter(target), None)
    if not isinstance(target, dict) or not isinstance(target.get("source"), str):
        raise InputError(f"{where}: the target has no source. Export the page again.")
    article_id = _article(target["source"])
    coding = codings.setdefault(article_id, Coding(article_id, [], []))
    tags, described = _bodies(item)
    kind = next((tag for tag in tags if tag in KINDS), None)
    if kind is None:
        coding.notes.append(f"{where}: no tag is one of {', '.join(KINDS)}")
        return
    text = ""
    if article_id in documents:
        text = documents[article_id].text
    span = _span(target.get("selector"), text)
    if isinstance(span, str):
        coding.notes.append(f"{where}: {span}")
        return
    values, others = from_words("; ".join(described), KINDS[kind].values)
    coding.notes.extend(f"{where}: {part!r} is no value of a {kind}" for part in others)
    coding.marks.append(Mark((kind, *span), values))
    places[str(item.get("id"))] = (article_id, (kind, *span))


def _as_list(value: Any) -> list[Any]:
    """Return a value that JSON-LD writes without brackets where it stands alone."""
    if isinstance(value, list):
        return value
    return [value]


def _bodies(item: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the tags of an annotation, and the words that describe it."""
    bodies = _as_list(item.get("body") or [])
    textual = [body for body in bodies if isinstance(body, dict) and "value" in body]
    tags: list[str] = []
    others: list[str] = []
    for body in textual:
        if body.get("purpose") == "tagging":
            tags.append(str(body["value"]))
        else:
            others.append(str(body["value"]))
    return tags, others


def _span(selectors: Any, text: str) -> tuple[int, int] | str:
    """Return the characters that selectors mean; why there are none, in words."""
    by_type = {each.get("type"): each for each in _as_list(selectors) if isinstance(each, dict)}
    position = by_type.get("TextPositionSelector")
    quoted = by_type.get("TextQuoteSelector")
    if position is not None:
        span = int(position["start"]), int(position["end"])
        if quoted is None or text[slice(*span)] == quoted["exact"]:
            return span
    if quoted is None:
        return "no position and no quote is selected"
    return _find_quote(quoted, text)


def _find_quote(quoted: Mapping[str, str], text: str) -> tuple[int, int] | str:
    exact = quoted["exact"]
    prefix, suffix = quoted.get("prefix", ""), quoted.get("suffix", "")
    for before, after in ((prefix, suffix), ("", "")):
        whole = before + exact + after
        start = text.find(whole)
        if exact and start >= 0 and text.find(whole, start + 1) < 0:
            return start + len(before), start + len(before) + len(exact)
    return f"the words {exact!r} are not found, or more than once"


def _add_link(
    item: Mapping[str, Any],
    codings: Mapping[str, Coding],
    places: Mapping[str, tuple[str, Place]],
) -> None:
    bodies = _as_list(item.get("body") or [])
    ids = [body.get("id") for body in bodies if isinstance(body, dict) and body.get("id")]
    ids += [body for body in bodies if isinstance(body, str)]
    tags, _ = _bodies(item)
    origin = places.get(str(item.get("target")))
    target = None
    if ids:
        target = places.get(str(ids[0]))
    name = next((tag for tag in tags if tag in LINKS), None)
    if origin is None or target is None or name is None:  # one end was removed
        return
    links = codings[origin[0]].links
    if links is not None:
        links.append(Link(name, origin[1], target[1]))
