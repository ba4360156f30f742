"""
A saved chart as part of a page: its text can be selected, and its marks are links.

In: an SVG file as ``analysis.chart.svg`` writes it, and what finds the address of a piece of
evidence. Out: an element with nothing but known tags and attributes, so that it cannot run or load
anything whatever stands in the file, and with identifiers that are its own in the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.core.control_characters import replace_control_characters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lxml.etree import _Element

__all__ = ["inline_svg"]

_TAGS = frozenset(
    "svg g path use text tspan rect circle line defs clipPath pattern title desc".split()
)
_ATTRIBUTES = frozenset(
    (
        "class clip-path cx cy d data-evidence dx dy fill fill-opacity fill-rule font-family "
        "font-size font-style font-weight height href id opacity patternTransform patternUnits "
        "points r stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
        "stroke-miterlimit stroke-opacity stroke-width text-anchor transform viewBox width x x1 "
        "x2 y y1 y2"
    ).split()
)
_FRAGMENT = re.compile(r"#([\w.-]+)")
_OWN_REFERENCE = re.compile(r"#[\w.-]+|url\(#[\w.-]+\)")
_REFERRING = ("href", "clip-path", "fill", "stroke")
_SVG = "{http://www.w3.org/2000/svg}"


def inline_svg(
    path: Path, prefix: str, find_address: Callable[[Sequence[str]], str | None]
) -> _Element | None:
    """
    Return a chart as an element of a page.

    Parameters
    ----------
    path : Path
        SVG file.
    prefix : str
        Starts all identifiers; letters, digits, ``-`` and ``_``.
    find_address : callable
        Returns the address, relative to the page, of the places of a mark's evidence, best place
        first (see ``analysis.chart.evidence``). A mark for which it returns None keeps its tooltip
        and is no link.

    Returns
    -------
    lxml.etree._Element or None
        ``svg`` in no namespace, which an HTML parser adds. Its role is ``img`` or, with links in
        it, ``group``: what is in an image is not announced. None if the file is no SVG.
    """
    import lxml.etree as etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{_SVG}svg":
        return None
    _clean(root, prefix)
    etree.cleanup_namespaces(root)
    n_links = sum(_link(mark, find_address) for mark in root.xpath(".//g[@data-evidence]"))
    _describe(root, prefix, "group" if n_links else "img")
    return root


def _clean(root: _Element, prefix: str) -> None:
    """Remove everything that is not known, and make identifiers the chart's own."""
    for element in list(root.iter()):
        name = str(element.tag).removeprefix(_SVG)
        if name not in _TAGS:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        element.tag = name
        for attribute in set(element.attrib) - _ATTRIBUTES:
            del element.attrib[attribute]
        for attribute in _REFERRING:
            _own_reference(element, attribute, prefix)
        if "id" in element.attrib:
            element.set("id", f"{prefix}-{element.attrib['id']}")
        element.text = _printable(element.text)
        element.tail = _printable(element.tail)


def _printable(text: str | None) -> str | None:
    return text and replace_control_characters(text)


def _own_reference(element: _Element, attribute: str, prefix: str) -> None:
    """Point a reference to the chart's own identifiers; one that leads elsewhere is removed."""
    value = element.get(attribute)
    if value is None:
        return
    if _OWN_REFERENCE.fullmatch(value) and (attribute == "href" or value.startswith("url")):
        element.set(attribute, _FRAGMENT.sub(rf"#{prefix}-\1", value))
    elif attribute == "href" or "url" in value.lower():
        del element.attrib[attribute]


def _link(mark: _Element, find_address: Callable[[Sequence[str]], str | None]) -> bool:
    """Turn a mark into a link if its evidence has an address; return whether it has."""
    address = find_address(mark.attrib.pop("data-evidence").split())
    if address is None:
        return False
    mark.tag = "a"
    mark.set("href", address)
    title = mark.find("title")
    if title is not None and title.text:
        mark.set("aria-label", _name(mark, title.text))
    return True


def _name(mark: _Element, tooltip: str) -> str:
    """Return what a link is called: its tooltip, which has to contain what the mark shows."""
    parts = list(mark.iter("text"))
    for part in parts:
        part.tail = " "  # between a number and the day below it, when they are read aloud
    shown = " ".join(text for part in parts for text in part.itertext())
    return tooltip if shown in tooltip else f"{shown}. {tooltip}"


def _describe(root: _Element, prefix: str, role: str) -> None:
    """Set the role, and name the chart by its title and description."""
    root.set("role", role)
    named = []
    for name in ("title", "desc"):
        element = root.find(name)
        if element is not None:
            element.set("id", f"{prefix}-{name}")
            named.append(f"{prefix}-{name}")
    if named:
        root.set("aria-labelledby", " ".join(named))
