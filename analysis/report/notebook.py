"""
An executed notebook as a web page: its text, charts and tables, without its code.

In: a notebook and the outputs that it saved. Out: HTML that loads nothing from elsewhere. Each
chart is followed by its files to download and its table, whose rows link to the evidence pages.
Nothing is run or computed.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from struct import unpack
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, urlencode

from markupsafe import Markup

from analysis.notebook_runs import light_nbformat
from analysis.report import urls
from analysis.report.html import (
    Cell,
    column_kind,
    link_rows,
    read_table,
    render,
    sanitise,
    shorten_number,
    table_html,
)
from analysis.report.inline_svg import inline_svg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from lxml.html import HtmlElement
    from nbconvert import HTMLExporter
    from nbformat import NotebookNode

__all__ = ["SavedOutput", "parameters_of", "png_size", "render_body", "title_of"]

_LOCAL_PARAMETERS = ("corpus", "output_dir")  # folders on the computer that ran the notebook
_MISSING = ("NaN", "NaT", "None", "<NA>")
_SEARCHABLE_ROWS = 20  # a table with more rows gets a search box
_SHOWN_ROWS = 120  # of a table, and those that marks lead to
_MORE_ROWS = 120  # that marks lead to, beyond the first ones
_MOST_ROWS = 50_000  # in which the row of a mark is looked for
_HEADINGS = ("h2", "h3", "h4")
_CONTENT = (*_HEADINGS, "p", "li", "pre", "img", "table", "section")
# Filters of the list of the evidence, by the columns of a table that they can be read from.
_FILTERS = {"type": ("source_type",), "outcome": ("outcome",), "q": ("term", "choice")}
_ROOT = "../"  # from a notebook's page to the report folder
_NOTEBOOK_LINK = re.compile(r"(\d\d_\w+)\.ipynb(#.*)?")
_EVIDENCE_LINK = re.compile(rf"(\.\./)*{urls.EVIDENCE_FOLDER}/[\w./#=%-]+")


@dataclass(frozen=True)
class _Room:
    """
    How much a page may show.

    ``rows`` of each saved table, ``more_rows`` of it that marks lead to, ``chart`` bytes of an SVG
    file that is part of the page (a larger one is a picture, whose marks are no links), and
    ``cells`` rows of each table that the notebook displayed.
    """

    rows: int = _SHOWN_ROWS
    more_rows: int = _MORE_ROWS
    chart: int = 400_000
    cells: int = 1_000


MAX_PAGE = 390_000
"""Bytes of the main part of a page, without its frame. Only a hostile corpus comes near it."""

_ROOMS = (_Room(), _Room(40, 40, 150_000, 100), _Room(20, 10, 60_000, 30), _Room(5, 0, 15_000, 8))


@dataclass(frozen=True)
class SavedOutput:
    """
    A chart, a table or a finding that a notebook saved.

    Attributes
    ----------
    name : str
    finding : str
        One sentence, or "".
    alt : str
        Description of the chart, or "".
    files : dict of str to Path
        File by extension: ``png``, ``svg``, ``pdf``, ``csv``.
    """

    name: str
    finding: str
    alt: str
    files: dict[str, Path]


@dataclass(frozen=True)
class _ShownOutput:
    """A saved output as templates show it; addresses are relative to the page."""

    name: str
    finding: str
    files: dict[str, str]
    table: Markup | None = None
    rows: int = 0
    key: str = ""  # distinguishes the identifiers of an output in its page
    row_numbers: Sequence[int] = ()
    shown_rows: int = 0  # of the first rows

    @property
    def more_rows(self) -> int:
        """Number of other rows that are shown, because marks lead to them."""
        return len(self.row_numbers) - self.shown_rows

    @property
    def searchable(self) -> bool:
        """Whether the table is long enough for a search box."""
        return self.rows > _SEARCHABLE_ROWS


def title_of(notebook: Path) -> str:
    """
    Return the first heading of a notebook, which is the question it asks.

    Parameters
    ----------
    notebook : Path

    Returns
    -------
    str
        The file name without extension if the first Markdown cell has no heading.
    """
    for cell in _read_json(notebook)["cells"]:
        if cell["cell_type"] == "markdown":
            return _first_heading("".join(cell["source"]), notebook.stem)
    return notebook.stem


def _first_heading(markdown: str, default: str) -> str:
    """Return the text of the first heading line."""
    for line in markdown.splitlines():
        if line.startswith("#"):
            return line.lstrip("# ").strip()
    return default


def parameters_of(notebook: Path) -> dict[str, str]:
    """
    Return the parameter values that a notebook was run with.

    Parameters
    ----------
    notebook : Path
        An executed notebook.

    Returns
    -------
    dict of str to str
        Values as JSON, without local folders. Empty for a notebook that papermill did not run.
    """
    metadata = _read_json(notebook).get("metadata", {})
    values = metadata.get("papermill", {}).get("parameters", {})
    return {
        name: json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
        if name not in _LOCAL_PARAMETERS
    }


def _read_json(notebook: Path) -> dict:
    """Parse a notebook without nbformat, which is slow to import."""
    return json.loads(notebook.read_text(encoding="utf8"))


def render_body(
    notebook: Path,
    saved: Sequence[SavedOutput],
    folder: Path,
    addresses: Mapping[str, str],
    pages: Collection[str],
    code: bool = False,
) -> Markup:
    """
    Return the main part of a notebook's page.

    Parameters
    ----------
    notebook : Path
        An executed notebook.
    saved : sequence of SavedOutput
        What the notebook saved. Outputs that it did not display are listed at the end.
    folder : Path
        Report folder. The page belongs in its ``pages`` folder; charts that the notebook displayed
        but did not save are written there.
    addresses : mapping of str to str
        See ``analysis.report.evidence.addresses``.
    pages : collection of str
        Names of the notebooks that have a page. Links to any other become plain text.
    code : bool
        Whether to show the code of the cells.

    Returns
    -------
    Markup
        Where it would be larger than ``MAX_PAGE``, tables have fewer rows and large charts are
        pictures: the files have all of it.
    """
    body = Markup("")
    for room in _ROOMS:
        body = _body_within(room, notebook, saved, folder, addresses, pages, code)
        if len(body.encode("utf8", "replace")) <= MAX_PAGE:
            break
    return body


def _body_within(
    room: _Room,
    notebook: Path,
    saved: Sequence[SavedOutput],
    folder: Path,
    addresses: Mapping[str, str],
    pages: Collection[str],
    code: bool,
) -> Markup:
    """Return the main part of a page with as much as there is room for."""
    light_nbformat.load()
    import nbformat

    node = nbformat.read(notebook, 4)
    _fix_cell_ids(node)
    _strip_terminal_colours(node)
    charts = _link_pictures(node, saved, folder, notebook.stem)
    tree = sanitise(_export(node, code))
    _cut_tables(tree, room.cells)
    _fix_tables(tree, addresses)
    _fix_links(tree, pages)
    _link_examples(tree, addresses)
    _ChartFigures(folder, addresses, room).put_into(tree, charts)
    if not code:
        _drop_empty_sections(tree)
    displayed = {chart.name for chart in charts.values() if chart is not None}
    rest = [output for output in saved if output.files and output.name not in displayed]
    return _to_markup(tree) + _more_outputs(rest, folder, addresses, room)


def _export(node: NotebookNode, code: bool) -> str:
    """Convert a notebook to HTML."""
    html, _ = _exporter(code).from_notebook_node(node)
    return html


@cache  # it compiles its templates for the first notebook, which takes longer than to fill them
def _exporter(code: bool) -> HTMLExporter:
    """Return what converts notebooks to HTML."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=not code,
        exclude_output_prompt=True,
        exclude_input_prompt=True,
        exclude_anchor_links=True,
    )
    # Terminal codes are shown, not interpreted: an output must not colour or hide other text.
    exporter.register_filter("ansi2html", Markup.escape)
    return exporter


def _to_markup(tree: HtmlElement) -> Markup:
    """Serialise an element."""
    import lxml.html

    return Markup(lxml.html.tostring(tree, encoding="unicode"))


def _more_outputs(
    outputs: Sequence[SavedOutput],
    folder: Path,
    addresses: Mapping[str, str],
    room: _Room,
) -> Markup:
    """Return the section of outputs that the notebook saved without displaying them."""
    if not outputs:
        return Markup("")
    shown = [_show(output, folder, addresses, output.name, room.rows) for output in outputs]
    return render("more_outputs.html.j2", outputs=shown)


def _show(
    output: SavedOutput,
    folder: Path,
    addresses: Mapping[str, str],
    key: str,
    n_rows: int,
    marked: Sequence[int] = (),
) -> _ShownOutput:
    """
    Read a saved output's table and make its addresses relative to the page.

    The first ``n_rows`` are shown, and the rows ``marked``, which marks lead to, wherever they are.
    """
    files = {}
    for extension, path in output.files.items():
        files[extension] = _ROOT + path.relative_to(folder).as_posix()
    if "csv" not in output.files:
        return _ShownOutput(output.name, output.finding, files, key=key)
    needed = max(n_rows, *(number + 1 for number in marked), 0)
    columns, rows, total = read_table(output.files["csv"], addresses, needed, root=_ROOT)
    numbers = [*range(min(n_rows, len(rows)))]
    numbers += [number for number in marked if number >= n_rows]
    rows = [rows[number] for number in numbers]
    if addresses:
        rows = [_link_to_list(columns, row) for row in rows]
    table = table_html(columns, rows)
    n_first = min(n_rows, len(rows))
    return _ShownOutput(output.name, output.finding, files, table, total, key, numbers, n_first)


def _link_to_list(columns: Sequence[str], row: Sequence[Cell]) -> Sequence[Cell]:
    """
    Link the outlet of a row that names no article to the list of the evidence.

    The list is filtered by what the row counts: an outlet, a type of source, a word.
    """
    values = dict(zip(columns, row, strict=True))
    outlet = values.get("outlet")
    names_an_article = any(name.endswith("_id") or name == "document" for name in columns)
    if not outlet or names_an_article:
        return row
    filters = {"outlet": str(outlet)}
    for name, columns_of_it in _FILTERS.items():
        for column in columns_of_it:
            if values.get(column):
                filters[name] = str(values[column])
    address = f"{_ROOT}{urls.EVIDENCE_FOLDER}/index.html#{urlencode(filters, quote_via=quote)}"
    return [Cell(cell, address) if cell is outlet else cell for cell in row]


def _outputs(node: NotebookNode) -> Iterator[NotebookNode]:
    """Yield every output of a notebook in order."""
    for cell in node.cells:
        yield from cell.get("outputs", ())


def _fix_cell_ids(node: NotebookNode) -> None:
    """Set a fixed id on papermill's cell, whose random one makes pages irreproducible."""
    for cell in node.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.id = "injected-parameters"


def _strip_terminal_colours(node: NotebookNode) -> None:
    """Remove the terminal colours that IPython puts into tracebacks."""
    from nbconvert.filters import strip_ansi

    for output in _outputs(node):
        if output.output_type == "error":
            output.traceback = [strip_ansi(line) for line in output.traceback]


def _link_pictures(
    node: NotebookNode,
    saved: Sequence[SavedOutput],
    folder: Path,
    stem: str,
) -> dict[str, SavedOutput | None]:
    """
    Replace embedded pictures by links to files.

    The file is that of the saved chart with the same description, or a new one next to the page.
    Returned is the saved chart of each picture's address, None for the new ones.
    """
    by_alt = {chart.alt: chart for chart in saved if chart.alt and "png" in chart.files}
    pictures = [output for output in _outputs(node) if "image/png" in output.get("data", {})]
    charts = {}
    for number, picture in enumerate(pictures, 1):
        metadata = picture.metadata.setdefault("image/png", {})
        chart = by_alt.get(metadata.get("alt"))
        if chart is None:
            path = folder / "pages" / f"{stem}-{number}.png"
            path.write_bytes(b64decode(picture.data["image/png"]))
        else:
            path = chart.files["png"]
        address = _ROOT + path.relative_to(folder).as_posix()
        _describe_picture(metadata, path)
        picture.metadata["filenames"] = {"image/png": address}
        charts[address] = chart
    return charts


def _describe_picture(metadata: NotebookNode, path: Path) -> None:
    """Fill in a picture's description and its size on the page."""
    width, height = png_size(path)
    metadata.setdefault("alt", "A chart without a description.")
    metadata.setdefault("width", round(width / 2))  # charts have two pixels for each CSS pixel
    metadata["height"] = round(metadata["width"] * height / width)


def png_size(path: Path) -> tuple[int, int]:
    """
    Return the size of a PNG file.

    Parameters
    ----------
    path : Path

    Returns
    -------
    width, height : int
        Pixels.
    """
    width, height = unpack(">II", path.read_bytes()[16:24])
    return width, height


class _ChartFigures:
    """The figures of a page: each chart with its links, its downloads and its table."""

    def __init__(self, folder: Path, addresses: Mapping[str, str], room: _Room) -> None:
        self._folder = folder
        self._addresses = addresses
        self._room = room
        self._times: Counter[str] = Counter()

    def put_into(self, tree: HtmlElement, charts: Mapping[str, SavedOutput | None]) -> None:
        """Replace each picture of a page, which has the address of one of the charts."""
        for image in list(tree.iter("img")):
            image.set("loading", "lazy")
            chart = charts.get(image.get("src"))
            if chart is None:
                figure = render(
                    "chart.html.j2", image=dict(image.attrib), output=None, inline=False
                )
                _replace(image, _parse(figure))
            else:
                _replace(image, self._figure(chart, dict(image.attrib)))

    def _figure(self, chart: SavedOutput, image: Mapping[str, str]) -> HtmlElement:
        """Return the figure of a saved chart: as SVG if there is a file of it."""
        self._times[chart.name] += 1
        times = self._times[chart.name]
        key = chart.name if times == 1 else f"{chart.name}..{times}"
        marked = _MarkedRows(chart.files.get("csv"), key, self._room)

        def find_address(places: Sequence[str]) -> str | None:
            found = (self._address_of(place, marked) for place in places)
            return next((address for address in found if address), None)

        svg = None
        if "svg" in chart.files and chart.files["svg"].stat().st_size <= self._room.chart:
            svg = inline_svg(chart.files["svg"], f"in-{self._times.total()}", find_address)
        numbers = sorted(marked.numbers)
        shown = _show(chart, self._folder, self._addresses, key, self._room.rows, numbers)
        figure = _parse(render("chart.html.j2", image=image, output=shown, inline=svg is not None))
        if svg is not None:
            figure.xpath("./div[@class='scroll']")[0].append(svg)
        rows = figure.xpath(".//figcaption//tbody/tr")
        for number, row in zip(shown.row_numbers, rows, strict=True):
            if number in marked.numbers:
                row.set("id", marked.anchor(number))
        return figure

    def _address_of(self, place: str, marked: _MarkedRows) -> str | None:
        """Return the address of a place, None if it has no page."""
        from analysis.chart.evidence import split_place  # not at the start: it imports pandas

        kind, identifiers, values = split_place(place)
        if kind == "rows":
            return marked.address(values)
        address = self._addresses.get(identifiers[0])
        if kind == "sentence" and address:
            address = urls.sentence(*identifiers)
        return address and _ROOT + address


_RowsByValue: TypeAlias = dict[tuple[str, str], dict[int, None]]
"""The numbers of rows, in order, by column and value."""


class _MarkedRows:
    """The rows of a chart's table, which marks that count several rows lead to."""

    def __init__(self, path: Path | None, key: str, room: _Room) -> None:
        self._room = room
        self.numbers: set[int] = set()
        self._key = key
        self._path = path
        self._index: _RowsByValue | None = None

    def address(self, values: Mapping[str, str]) -> str | None:
        """Return the address of the first row with these values, or of the whole table."""
        if self._path is None:
            return None
        number = self._first_row(values)
        if number is None or not self._has_room(number):
            return f"#data-{self._key}"
        self.numbers.add(number)
        return f"#{self.anchor(number)}"

    def _first_row(self, values: Mapping[str, str]) -> int | None:
        """Return the first row with these values; None if there is none."""
        rows_of = self._rows_by_value()
        with_each = [rows_of.get((name, _on_charts(value)), {}) for name, value in values.items()]
        if not with_each:
            return 0
        rarest = min(with_each, key=len)
        return next((row for row in rarest if all(row in rows for rows in with_each)), None)

    def _has_room(self, number: int) -> bool:
        """Return whether a row can be shown: it is one of the first, or one of few others."""
        if number < self._room.rows or number in self.numbers:
            return True
        return sum(other >= self._room.rows for other in self.numbers) < self._room.more_rows

    def anchor(self, number: int) -> str:
        """Return the identifier of a row, counted from 1."""
        return f"data-{self._key}.{number + 1}"  # no name of an output has a dot

    def _rows_by_value(self) -> _RowsByValue:
        """Return the rows with each value of each column."""
        if self._index is None:
            assert self._path is not None
            columns, rows, _ = read_table(self._path, {}, _MOST_ROWS)
            self._index = {}
            for number, row in enumerate(rows):
                for column, cell in zip(columns, row, strict=True):
                    self._index.setdefault((column, _on_charts(cell)), {})[number] = None
        return self._index


def _on_charts(cell: str) -> str:
    """Return a cell as charts write it; they have words for a missing outlet."""
    from analysis.chart.captions import NO_OUTLET
    from analysis.chart.text_fitting import clean

    return clean(cell) or NO_OUTLET


def _parse(html: Markup) -> HtmlElement:
    """Parse the HTML of one element."""
    import lxml.html

    return lxml.html.fragment_fromstring(str(html))


def _replace(element: HtmlElement, new: HtmlElement) -> None:
    """Put a new element in the place of another."""
    new.tail = element.tail
    element.getparent().replace(element, new)


def _drop_empty_sections(tree: HtmlElement) -> None:
    """Remove headings that have nothing but code below them."""
    tests = " or ".join(f"self::{tag}" for tag in _CONTENT)
    content = tree.xpath(f".//*[{tests}]")
    for element, following in zip_longest(content, content[1:]):
        if element.tag not in _HEADINGS:
            continue
        if following is None or _closes(following.tag, element.tag):
            element.drop_tree()


def _closes(tag: str, heading: str) -> bool:
    """Whether an element starts a section of the same or a higher level."""
    return tag in _HEADINGS and tag <= heading


def _fix_tables(tree: HtmlElement, addresses: Mapping[str, str]) -> None:
    """Put every table into a scrolling frame, format its columns and link its rows."""
    for table in list(tree.iter("table")):
        head = table.xpath("./thead/tr")
        body = table.xpath("./tbody/tr")
        columns = _column_names(head)
        rows = [row for row in body if len(row) == len(columns)]
        for row in rows:
            _link_cells(row, columns, addresses)
        if rows:
            _format_columns(head, rows)
        _frame(table, searchable=len(body) > _SEARCHABLE_ROWS)


def _cut_tables(tree: HtmlElement, most: int) -> None:
    """Keep the first rows of each table, and say how many there are."""
    for table in list(tree.iter("table")):
        body = table.xpath("./tbody/tr")
        if len(body) <= most:
            continue
        for row in body[most:]:
            row.getparent().remove(row)
        note = table.makeelement("caption", {})
        note.text = f"The first {most} of {len(body):,} rows: the page has no room for more."
        table.insert(0, note)


def _frame(table: HtmlElement, searchable: bool) -> None:
    """Put a table into a scrolling frame."""
    frame = table.makeelement(
        "div",
        {
            "class": "scroll searchable" if searchable else "scroll",
            "tabindex": "0",
            "role": "region",
            "aria-label": "Table",
        },
    )
    frame.tail = table.tail
    table.tail = None
    table.getparent().replace(table, frame)
    frame.append(table)


def _column_names(head: Sequence[HtmlElement]) -> list[str]:
    """
    Return the name of each column, none for a header that spans columns.

    pandas may write the names of the index in a second row.
    """
    if not head or len({len(row) for row in head}) > 1 or head[0].xpath(".//@colspan"):
        return []
    names = [""] * len(head[0])
    for row in head:
        for position, cell in enumerate(row):
            names[position] = names[position] or cell.text_content().strip()
    return names


def _format_columns(head: Sequence[HtmlElement], rows: Sequence[HtmlElement]) -> None:
    """Align columns by their content, shorten numbers, and show missing values as a dash."""
    for position, cells in enumerate(zip(*rows, strict=True)):
        texts = [(cell.text or "").strip() for cell in cells]
        present = [text for text in texts if text not in _MISSING]
        kind = column_kind(present)
        whole_numbers = kind == "num" and all(text.endswith(".0") for text in present)
        for cell, text in zip(cells, texts, strict=True):
            if text and not len(cell):
                cell.text = _format_cell(text, whole_numbers)
            _set_class(cell, kind)
        for row in head:
            _set_class(row[position], kind)


def _format_cell(text: str, whole_numbers: bool) -> str:
    """Return the text of a cell as it is shown."""
    if text in _MISSING:
        return "–"
    if whole_numbers:
        text = text.removesuffix(".0")
    return shorten_number(text)


def _set_class(cell: HtmlElement, kind: str) -> None:
    """Set the class of a cell, if its column has one."""
    if kind:
        cell.set("class", kind)


def _link_cells(row: HtmlElement, columns: Sequence[str], addresses: Mapping[str, str]) -> None:
    """Link the cells of a table row to the evidence pages."""
    texts = [element.text_content() for element in row]
    (cells,) = link_rows(columns, [texts], addresses, _ROOT)
    for element, cell in zip(row, cells, strict=True):
        if cell.href and not len(element):
            element.text = None
            link = element.makeelement("a", {"href": cell.href})
            link.text = str(cell)
            element.append(link)


def _fix_links(tree: HtmlElement, pages: Collection[str]) -> None:
    """Point links between notebooks to their pages, and remove links that leave the report."""
    for link in tree.iter("a"):
        address = link.get("href", "")
        notebook = _NOTEBOOK_LINK.fullmatch(address)
        if notebook and notebook[1] in pages:
            link.set("href", f"{notebook[1]}.html")
        elif re.match(r"https?://", address):
            link.set("rel", "noopener noreferrer nofollow")
        elif _EVIDENCE_LINK.fullmatch(address):
            link.set("href", _ROOT + address.replace("../", ""))
        elif not address.startswith("#"):
            link.attrib.pop("href", None)


def _link_examples(tree: HtmlElement, addresses: Mapping[str, str]) -> None:
    """Link each example sentence to its place in the article, if the article has a page."""
    for item in tree.xpath("//*[@data-article]"):
        article_id = item.get("data-article")
        sentence_id = item.get("data-sentence", "")
        if article_id not in addresses:
            continue
        if sentence_id.isdigit():
            address = urls.sentence(article_id, sentence_id)
        else:
            address = urls.article(article_id)
        link = item.makeelement("a", {"href": _ROOT + address, "class": "context"})
        link.text = "in its article"
        item.append(link)
