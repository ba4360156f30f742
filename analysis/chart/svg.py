"""
A chart as a small SVG with real text, which a page can hold without a style or a script.

In: a figure of matplotlib. Out: the text of an SVG file. Styles are attributes, so that a page's
style sheet can set other colours in dark mode and its content-security policy can forbid styles.
Markers are stored once, coordinates have two decimals, and each mark with evidence is one group
``<g class="mark" data-evidence="…">`` that starts with its tooltip.
"""

import re
from collections.abc import Callable
from io import BytesIO

import lxml.etree as etree
from matplotlib.figure import Figure

from analysis.chart.captions import alt_text
from analysis.chart.evidence import SCHEME, Evidence
from analysis.chart.fonts import FONT
from analysis.chart.style import use_style

__all__ = ["FONT_STACK", "svg_text"]

FONT_STACK = f"'{FONT}', 'Bitstream Vera Sans', Verdana, 'Noto Sans', Arial, sans-serif"
"""Where the first is missing, the others are as wide or narrower, so that no text overflows."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_STEP = re.compile(r"([MLz])(?:(-?[\d.]+) (-?[\d.]+))?")
_STRAIGHT = re.compile(r"(?:[ML]-?[\d.]+ -?[\d.]+|z)+")
_TURNED_BY_NOTHING = re.compile(r"\s*rotate\(-?0(\.0*)?(?: [^)]*)?\)\s*")
_FONT = re.compile(r"(?P<look>.*?)(?P<size>[\d.]+)px .*")
_WEIGHTS = ("700", "bold")
_STYLES = ("italic", "oblique")
_GEOMETRY = ("d", "x", "y", "width", "height", "transform", "viewBox", "points")
_POINTS_TO_PIXELS = 100 / 72  # a chart has 100 pixels for an inch on a page
_SEVERAL = 3  # markers of one look before it is set on their group
_DEFAULTS = {
    "stroke-linejoin": "round",  # set on the root
    "stroke-linecap": "butt",
    "opacity": "1",
    "text-anchor": "start",
}


def svg_text(figure: Figure, name: str) -> str:
    """
    Return a chart as the text of an SVG file.

    Parameters
    ----------
    figure : Figure
    name : str
        Name of the output, which is the title; the alt text is the description.

    Returns
    -------
    str
        The same on every run. Identifiers are numbered, so a page that shows several charts has to
        add a prefix to them.
    """
    drawn = BytesIO()
    with use_style():
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, no_network=True)
    root = etree.fromstring(_legal(drawn.getvalue().decode("utf8")).encode("utf8"), parser)
    _drop(root, "metadata", "title", "style")
    _set_attributes(root)
    _share_markers(root)
    _share_looks(root)
    _group_marks(root)
    _unwrap(root)
    _drop_unused_clips(root)
    _number_identifiers(root)
    _describe(root, figure, name)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _legal(text: str) -> str:
    """Replace the characters that XML forbids, which a name from a corpus can have."""
    return _ILLEGAL.sub("\ufffd", text)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _drop(root: etree._Element, *names: str) -> None:
    for name in names:
        for element in list(root.iter(_tag(name))):
            _parent(element).remove(element)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _set_attributes(root: etree._Element) -> None:
    """Turn styles into attributes, and shorten numbers."""
    for element in root.iter(etree.Element):
        style = element.attrib.pop("style", "")
        for declaration in style.split(";"):
            name, _, value = declaration.partition(":")
            _set_property(element, name.strip(), value.strip())
        if _LINK in element.attrib and element.tag != _tag("a"):
            element.set("href", element.attrib.pop(_LINK))
        if _TURNED_BY_NOTHING.fullmatch(element.get("transform", "")):
            del element.attrib["transform"]
        for name in _GEOMETRY:
            if name in element.attrib:
                element.set(name, _short_numbers(element.attrib[name]))


def _set_property(element: etree._Element, name: str, value: str) -> None:
    """Set one property as an attribute; the families of fonts are those of the root."""
    if name == "font":
        _set_font(element, value)
    elif name == "font-size":
        element.set(name, value.removesuffix("px"))
    elif name and name != "font-family" and _DEFAULTS.get(name) != value:
        element.set(name, _short_numbers(value))


def _set_font(element: etree._Element, value: str) -> None:
    """Set the size, the weight and the slant of ``italic 700 13px 'DejaVu Sans', sans-serif``."""
    font = _FONT.fullmatch(value)
    assert font is not None, value
    element.set("font-size", f"{float(font['size']):g}")
    words = font["look"].split()
    if any(word in _WEIGHTS for word in words):
        element.set("font-weight", "bold")
    if any(word in _STYLES for word in words):
        element.set("font-style", "italic")


def _short_numbers(text: str) -> str:
    """Round numbers to two decimals, and remove the spaces that paths do not need."""
    rounded = _NUMBER.sub(lambda match: _short(float(match[0])), text)
    short = re.sub(r"\s*([MLCQzZ])\s*", r"\1", " ".join(rounded.split()))
    return _level_lines(short) if _STRAIGHT.fullmatch(short) else short


def _level_lines(path: str) -> str:
    """
    Write the level and upright lines of a path with one number.

    Examples
    --------
    >>> _level_lines("M0 1L5 1L5 3z")
    'M0 1H5V3z'
    """
    written = []
    last = ("", "")
    for command, x, y in _STEP.findall(path):
        if command == "L" and y == last[1]:
            written.append(f"H{x}")
        elif command == "L" and x == last[0]:
            written.append(f"V{y}")
        else:
            written.append(f"{command}{x} {y}".rstrip())
        last = (x, y)
    return "".join(written)


def _short(number: float) -> str:
    short = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _share_markers(root: etree._Element) -> None:
    """Store each path that is used several times once, at the start; draw the others in place."""
    shared = etree.Element(_tag("defs"))
    for definitions in list(root.iter(_tag("defs"))):
        shared.extend(list(definitions))
        _parent(definitions).remove(definitions)
    root.insert(0, shared)
    uses = _uses_of_paths(root, shared)
    for path in list(shared.findall(_tag("path"))):
        own = uses.get(path.get("id", ""), [])
        if len(own) == 1:
            _draw_in_place(own[0], path)
        if len(own) <= 1:
            shared.remove(path)
            continue
        for name in set(path.attrib) - {"id", "d"}:
            del path.attrib[name]  # the look stands on each use
    if not len(shared):
        root.remove(shared)


def _share_looks(root: etree._Element) -> None:
    """Set the look of equal markers, such as those of a scatter plot, once on their group."""
    for group in root.iter(_tag("g")):
        marks = group.findall(_tag("use"))
        looks = [{**mark.attrib, "x": "", "y": ""} for mark in marks]
        if len(marks) < _SEVERAL or any(look != looks[0] for look in looks):
            continue
        for name in set(marks[0].attrib) - {"x", "y", "href"}:
            group.set(name, marks[0].attrib[name])
            for mark in marks:
                del mark.attrib[name]


def _uses_of_paths(root: etree._Element, shared: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the uses of each path, all of the first one of equal paths."""
    first: dict[str, str] = {}
    names = {}
    for path in shared.findall(_tag("path")):
        names[path.get("id", "")] = first.setdefault(path.get("d", ""), path.get("id", ""))
    uses: dict[str, list[etree._Element]] = {}
    for use in root.iter(_tag("use")):
        name = names[use.get("href", "").removeprefix("#")]
        use.set("href", f"#{name}")
        uses.setdefault(name, []).append(use)
    return uses


def _draw_in_place(use: etree._Element, item: etree._Element) -> None:
    """Replace the only use of a path by the path."""
    path = etree.Element(_tag("path"), dict(use.attrib), None)
    place = f"translate({path.attrib.pop('x', '0')} {path.attrib.pop('y', '0')})"
    path.attrib.pop("href", None)
    path.set("d", item.attrib["d"])
    path.set("transform", place)
    _parent(use).replace(use, path)


def _group_marks(root: etree._Element) -> None:
    """Make one group of all parts of a mark, at the place of the last one."""
    groups: dict[str, etree._Element] = {}
    for link in list(root.iter(_tag("a"))):
        address = link.attrib.pop(_LINK, "")
        link.attrib.clear()
        link.tag = _tag("g")
        for part in link:
            part.attrib.pop("clip-path", None)
        if not address.startswith(SCHEME):
            continue
        # A part of another mark may be clipped elsewhere, and marks are inside their panels.
        _parent(link).attrib.pop("clip-path", None)
        evidence = Evidence.from_address(address)
        earlier = groups.get(address)
        if earlier is None:
            link.set("class", "mark")
            if evidence.places:
                link.set("data-evidence", " ".join(evidence.places))
            title = etree.Element(_tag("title"))
            title.text = _legal(evidence.words)
            link.insert(0, title)
            groups[address] = link
        else:
            _append_part(earlier, link)


def _append_part(group: etree._Element, part: etree._Element) -> None:
    """Move a later part of a mark into its group, and the group to the place of that part."""
    children = list(part)
    _parent(part).replace(part, group)
    group.extend(children)


def _unwrap(root: etree._Element) -> None:
    """Remove groups that say nothing, and those without content."""
    used = {value for value in re.findall(r"#([\w.-]+)", _all_references(root))}
    for element in root.iter(etree.Element):
        if element.get("id") not in used:
            element.attrib.pop("id", None)
    for group in reversed(list(root.iter(_tag("g")))):
        if group.attrib and len(group):
            continue
        parent = _parent(group)
        place = parent.index(group)
        parent[place : place + 1] = list(group)


def _drop_unused_clips(root: etree._Element) -> None:
    """Remove the clips of panels in which nothing is clipped."""
    for clip in list(root.iter(_tag("clipPath"))):
        if "id" not in clip.attrib:
            _parent(clip).remove(clip)


def _all_references(root: etree._Element) -> str:
    """Return all values that may refer to an identifier."""
    names = ("href", "clip-path", "fill")
    return " ".join(element.get(name, "") for element in root.iter() for name in names)


def _number_identifiers(root: etree._Element) -> None:
    """Give short identifiers: c1, c2 …"""
    numbers: dict[str, str] = {}
    for element in root.iter(etree.Element):
        if "id" in element.attrib:
            short = numbers.setdefault(element.attrib["id"], f"c{len(numbers) + 1}")
            element.set("id", short)
    for element in root.iter(etree.Element):
        for name in ("href", "clip-path", "fill"):
            value = element.get(name, "")
            if "#" in value and (value.startswith("#") or value.startswith("url(")):
                element.set(name, re.sub(r"#([\w.-]+)", _renamed(numbers), value))


def _renamed(numbers: dict[str, str]) -> Callable[[re.Match[str]], str]:
    """Return a function that replaces an identifier; a colour is left as it is."""
    return lambda match: f"#{numbers.get(match[1], match[1])}"


def _describe(root: etree._Element, figure: Figure, name: str) -> None:
    """Set size, font, title and description."""
    width, height = figure.get_size_inches() * 72 * _POINTS_TO_PIXELS
    root.attrib.pop("version", None)
    root.set("width", _short(width))
    root.set("height", _short(height))
    root.set("font-family", FONT_STACK)
    root.set("stroke-linejoin", "round")
    for place, (tag, text) in enumerate(
        (("title", name.replace("_", " ")), ("desc", alt_text(figure)))
    ):
        element = etree.Element(_tag(tag))
        element.text = _legal(text)
        root.insert(place, element)
