"""
HTML that cannot run anything: templates, tables, and the sanitising of what notebooks displayed.

In: values, CSV files, HTML. Out: escaped HTML without scripts, inline styles or event handlers, so
that the content-security policy of the pages can forbid them. Control characters that a browser or
terminal would act on are replaced by visible symbols. Which tables and cells appear on a page is
decided by the callers.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Self

from markupsafe import Markup

from analysis.core import paths
from analysis.core.calendar_words import short_day
from analysis.core.control_characters import replace_control_characters
from analysis.core.owned_files import claim
from analysis.core.safe_csv import unescape_formula
from analysis.report import urls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from jinja2 import Environment
    from lxml.html import HtmlElement

__all__ = [
    "Cell",
    "column_kind",
    "link_rows",
    "printable",
    "read_table",
    "render",
    "sanitise",
    "shorten_number",
    "table_html",
    "write_page",
]

# Attributes that a notebook's HTML may use, in addition to those that lxml considers safe.
_ATTRIBUTES = {
    "scope",
    "role",
    "aria-label",
    "aria-hidden",
    "dir",
    "lang",
    "title",
    "alt",
    "width",
    "height",
    "open",
    "data-article",
    "data-sentence",
    "loading",
}
# Columns of identifiers that have an evidence page. A table of reports names its figures
# report_id and its articles document.
_LINKED_COLUMNS = ("article_id", "document", "figure_id", "report_id", "attribution_id")
_MANY_DECIMALS = re.compile(r"-?\d+\.\d{4,}(e-?\d+)?")
_SENTENCE_ID = re.compile(r"\d+(\.0)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[-+−]?[\d,]+(\.\d+)?(e[-+]?\d+)?%?")


class Cell(str):
    """
    The text of a table cell, with the address that it links to.

    Parameters
    ----------
    text : str
    href : str, optional
        None if the cell is not a link.
    """

    __slots__ = ("href",)
    href: str | None

    def __new__(cls, text: str, href: str | None = None) -> Self:
        """Create the text and store its address."""
        cell = super().__new__(cls, text)
        cell.href = href
        return cell


def printable(value: object) -> object:
    r"""
    Replace control characters and bidirectional overrides in a text by visible symbols.

    Parameters
    ----------
    value : object
        Returned unchanged if it is not a string, or is already marked as HTML.

    Returns
    -------
    object

    Examples
    --------
    >>> printable("\x1b[1mbold")
    '␛[1mbold'
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return replace_control_characters(value)
    return value


@cache
def _environment() -> Environment:
    """Return the template environment: every value is escaped, an undefined name is an error."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=printable,
    )
    environment.filters["thousands"] = _thousands
    environment.filters["words"] = _words
    environment.filters["day"] = short_day
    return environment


def _thousands(value: object) -> object:
    """Return an integer with thousands separators, anything else unchanged."""
    if isinstance(value, int):
        return f"{value:,}"
    return value


def _words(name: object) -> str:
    """Return a name with spaces in place of underscores."""
    return str(name).replace("_", " ")


def render(template: str, **context: object) -> Markup:
    """
    Fill a template.

    Parameters
    ----------
    template : str
        File name in ``analysis/report/templates``.
    **context
        The names that the template uses.

    Returns
    -------
    Markup
        Escaped HTML.
    """
    return Markup(_environment().get_template(template).render(**context))


def write_page(template: str, path: Path, **context: object) -> None:
    """
    Fill a template and write it to a file.

    Parameters
    ----------
    template, **context
        See ``render``.
    path : Path
        File to write. Characters that UTF-8 cannot encode become question marks.
    """
    text = render(template, **context)
    claim(path)
    path.write_text(text, encoding="utf8", errors="replace")


def sanitise(html: str) -> HtmlElement:
    """
    Parse HTML that a notebook displayed, and remove whatever could run.

    Scripts, event handlers, inline styles, forms and linked resources are removed; the
    content-security policy of the pages would refuse them too.

    Parameters
    ----------
    html : str

    Returns
    -------
    lxml.html.HtmlElement
        A ``div`` that contains all of it.
    """
    import lxml.html
    from lxml.html import defs
    from lxml_html_clean import Cleaner

    text = printable(html.replace("\r\n", "\n"))
    tree = lxml.html.fragment_fromstring(f"<div>{text}</div>")
    remove_unsafe = Cleaner(
        style=True,
        inline_style=True,
        links=True,
        forms=True,
        remove_unknown_tags=False,
        safe_attrs=defs.safe_attrs | _ATTRIBUTES,
    )
    remove_unsafe(tree)
    for element in tree.iter():
        for name in ("tabindex", "border"):
            element.attrib.pop(name, None)
    return tree


def read_table(
    path: Path,
    addresses: Mapping[str, str],
    max_rows: int = 300,
    root: str = "",
) -> tuple[list[str], list[list[Cell]], int]:
    """
    Read a table that a notebook saved, with links to the evidence pages.

    Parameters
    ----------
    path : Path
        CSV file as written by ``analysis.notebook_runs.outputs.save_outputs``, or the ``.zip``
        that contains it.
    addresses : mapping of str to str
        See ``analysis.report.evidence.addresses``. Identifiers that it lacks are not linked.
    max_rows : int
        Rows to return.
    root : str
        Path from the page to the report folder.

    Returns
    -------
    columns : list of str
    rows : list of list of Cell
    total : int
        Rows in the file, which may be more than those returned.
    """
    with _open_csv(path) as file:
        header, *records = csv.reader(file)
    columns = [unescape_formula(name) for name in header]
    rows = []
    for record in records[:max_rows]:
        rows.append([Cell(shorten_number(unescape_formula(value))) for value in record])
    return columns, link_rows(columns, rows, addresses, root), len(records)


def _open_csv(path: Path) -> TextIO:
    """Open a CSV file, or the one inside a zip archive."""
    if path.suffix != ".zip":
        return path.open(encoding="utf-8-sig", newline="")
    member = zipfile.Path(path, path.stem).open("rb")
    return io.TextIOWrapper(member, encoding="utf-8-sig", newline="")


def shorten_number(value: str) -> str:
    """
    Return a number of four or more decimals with three significant digits.

    Parameters
    ----------
    value : str
        Returned unchanged if it is not such a number. From 100 on, with one decimal.

    Returns
    -------
    str

    Examples
    --------
    >>> shorten_number("0.0413151"), shorten_number("1250.0"), shorten_number("4.2")
    ('0.0413', '1250.0', '4.2')
    """
    if not _MANY_DECIMALS.fullmatch(value):
        return value
    number = float(value)
    if abs(number) < 100:
        return f"{number:.3g}"
    return f"{number:.1f}"


def column_kind(values: Sequence[str]) -> str:
    """
    Return the CSS class of a column.

    Parameters
    ----------
    values : sequence of str
        Empty ones are ignored.

    Returns
    -------
    str
        ``num`` (aligned right) if all are numbers, ``day`` (never wrapped) if all are ISO dates,
        otherwise "".
    """
    texts = [value.strip() for value in values if value.strip()]
    if not texts:
        return ""
    if all(_DAY.fullmatch(text) for text in texts):
        return "day"
    if all(_NUMBER.fullmatch(text) for text in texts):
        return "num"
    return ""


def link_rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    addresses: Mapping[str, str],
    root: str = "",
) -> list[list[Cell]]:
    """
    Link the cells that name an article, a figure, an attribution or an event.

    An article is linked to the sentence that the row's ``sentence_id`` names, if there is one.

    Parameters
    ----------
    columns : sequence of str
    rows : sequence of sequence of str
    addresses, root
        See ``read_table``.

    Returns
    -------
    list of list of Cell
        The same texts.
    """
    return [_link_row(columns, row, addresses, root) for row in rows]


def _link_row(
    columns: Sequence[str],
    row: Sequence[str],
    addresses: Mapping[str, str],
    root: str,
) -> list[Cell]:
    """Return the cells of one row, linked."""
    values = {name: text.strip() for name, text in zip(columns, row, strict=True)}
    cells = []
    for name, text in zip(columns, row, strict=True):
        address = _address(name, values, addresses)
        cells.append(Cell(text, None if address is None else root + address))
    return cells


def _address(name: str, values: Mapping[str, str], addresses: Mapping[str, str]) -> str | None:
    """Return the address that one column of a row links to, None without one."""
    value = values[name]
    if name == "event_id" and value and addresses:
        return urls.event(value)
    if name not in _LINKED_COLUMNS:
        return None
    address = addresses.get(value)
    sentence_id = values.get("sentence_id", "")
    if address and name == "article_id" and _SENTENCE_ID.fullmatch(sentence_id):
        return urls.sentence(value, float(sentence_id))
    return address


def table_html(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Markup:
    """
    Return a table as HTML.

    Parameters
    ----------
    columns : sequence of str
    rows : sequence of sequence of Cell

    Returns
    -------
    Markup
    """
    kinds = []
    for position in range(len(columns)):
        kinds.append(column_kind([row[position] for row in rows]))
    return render("table.html.j2", columns=columns, rows=rows, kinds=kinds)
