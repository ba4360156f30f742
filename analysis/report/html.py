"""
Write HTML that cannot run anything: templates, tables, and the cleaning of HTML that notebooks made.

In: values, CSV files, HTML. Out: escaped HTML without script, inline style or handler, so that the pages'
content-security policy can forbid them. Characters that a browser or terminal would obey are shown as signs.
"""

import csv
import io
import re
import zipfile
from functools import cache

from markupsafe import Markup

from analysis.core import paths
from analysis.core.control_characters import replace_control_characters
from analysis.core.safe_csv import unescape_formula
from analysis.report import urls

__all__ = [
    "Cell",
    "clean",
    "column_kind",
    "environment",
    "link_rows",
    "plain",
    "read_table",
    "render",
    "short",
    "table_html",
]

# What a notebook's HTML may keep, besides what lxml's cleaner holds to be safe.
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
# Columns whose values lead to the evidence; a table of reports has figures under report_id, articles under document.
_LEADING = ("article_id", "document", "figure_id", "report_id", "attribution_id")
_ROUND = re.compile(r"-?\d+\.\d{4,}(e-?\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[-+−]?[\d,]+(\.\d+)?(e[-+]?\d+)?%?")


class Cell(str):
    """A cell of a table, with the address that it leads to."""

    __slots__ = ("href",)

    def __new__(cls, text, href=None):
        """Make a text that remembers an address."""
        cell = super().__new__(cls, text)
        cell.href = href
        return cell


def plain(value):
    r"""
    Give a value as a reader should see it: text with controls and bidirectional overrides as signs.

    Parameters
    ----------
    value : object
        Anything but text is given back as it is, and so is text that is marked as HTML.

    Returns
    -------
    object

    Examples
    --------
    >>> plain("\x1b[1mbold")
    '␛[1mbold'
    """
    return (
        replace_control_characters(value)
        if isinstance(value, str) and not isinstance(value, Markup)
        else value
    )


@cache
def environment():
    """Give the templates: everything is escaped, and a name that is not given is an error."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=plain,
    )
    made.filters["thousands"] = lambda value: f"{value:,}" if isinstance(value, int) else value
    made.filters["words"] = lambda value: str(value).replace("_", " ")
    made.filters["day"] = lambda value: f"{value.day} {value:%B %Y}"
    return made


def render(template, target=None, **facts):
    """
    Fill a template.

    Parameters
    ----------
    template : str
        File name in ``analysis/pages``.
    target : Path, optional
        Where to write it.
    **facts
        What the template names.

    Returns
    -------
    Path or Markup
        ``target``, or the HTML where there is none.
    """
    html = environment().get_template(template).render(**facts)
    if target is None:
        return Markup(html)
    target.write_text(html, encoding="utf8", errors="replace")
    return target


def clean(html, code=False):
    """
    Parse HTML that a notebook made, and leave out all that could run or that the page's policy would refuse.

    Parameters
    ----------
    html : str
    code : bool
        Whether the highlighting of code is kept. (It is made of classes.)

    Returns
    -------
    lxml.html.HtmlElement
        A ``div`` around it all.
    """
    import lxml.html
    from lxml_html_clean import Cleaner

    html = plain(html.replace("\r\n", "\n"))
    tree = lxml.html.fragment_fromstring(f"<div>{html}</div>")
    cleaner = Cleaner(
        style=True,
        inline_style=True,
        links=True,
        forms=True,
        remove_unknown_tags=False,
        safe_attrs=Cleaner.safe_attrs | _ATTRIBUTES,
    )
    cleaner(tree)
    for element in tree.iter():
        for name in ("tabindex", "border"):
            element.attrib.pop(name, None)
    return tree


def read_table(path, known, most=300, root=""):
    """
    Read a table that a notebook kept, with links to the evidence.

    Parameters
    ----------
    path : Path
        CSV, as ``analysis.notebook_runs.outputs.keep`` writes it: as a file, or inside a ``.zip``.
    known : dict of str to str
        As ``report_evidence.addresses`` gives it; a row of any other article gets no link.
    most : int
        Rows to read; the file holds them all.
    root : str
        From the page to the report's folder.

    Returns
    -------
    columns : list of str
    rows : list of list of Cell
    total : int
        Rows in the file.
    """
    with _open_csv(path) as file:
        header, *rows = csv.reader(file)
    columns = [unescape_formula(name) for name in header]
    shown = [[Cell(short(unescape_formula(value))) for value in row] for row in rows[:most]]
    return *link_rows(columns, shown, known, root), len(rows)


def _open_csv(path):
    if path.suffix != ".zip":
        return path.open(encoding="utf-8-sig", newline="")
    return io.TextIOWrapper(
        zipfile.Path(path, path.stem).open("rb"), encoding="utf-8-sig", newline=""
    )


def short(value):
    """
    Give a number of many decimals with three digits that count; anything else as it is.

    Examples
    --------
    >>> short("0.0413151"), short("1250.0"), short("4.2")
    ('0.0413', '1250.0', '4.2')
    """
    number = float(value) if _ROUND.fullmatch(value) else None
    return value if number is None else f"{number:.3g}" if abs(number) < 100 else f"{number:.1f}"


def column_kind(values):
    """
    Tell how a column is set.

    Parameters
    ----------
    values : list of str
        Without missing ones.

    Returns
    -------
    str
        ``num`` (to the right), ``day`` (not broken), or "".
    """
    values = [value.strip() for value in values if value.strip()]
    if not values:
        return ""
    if all(_DAY.fullmatch(value) for value in values):
        return "day"
    return "num" if all(_NUMBER.fullmatch(value) for value in values) else ""


def link_rows(columns, rows, known, root=""):
    """
    Turn the cells that name an article, a sentence, a figure, an attribution or an event into links.

    Parameters
    ----------
    columns : list of str
    rows : list of list of str
    known, root
        As for ``read_table``.

    Returns
    -------
    columns : list of str
    rows : list of list of Cell
        Same texts, but for ``evidence``, whose address is made readable.
    """
    pages = set(known.values()) if "evidence" in columns else ()
    return columns, [_linked(columns, row, known, pages, root) for row in rows]


def _linked(columns, row, known, pages, root):
    values = dict(zip(columns, (value.strip() for value in row), strict=True))
    return [
        _cell(name, value, values, known, pages, root)
        for name, value in zip(columns, row, strict=True)
    ]


def _cell(name, shown, values, known, pages, root):
    value = values[name]
    where = known.get(value) if name in _LEADING else None
    if where and name == "article_id" and re.fullmatch(r"\d+(\.0)?", values.get("sentence_id", "")):
        where = urls.sentence(value, float(values["sentence_id"]))
    if name == "event_id" and value and known:
        where = urls.events(value)
    if name == "evidence":
        match = re.fullmatch(
            rf"({urls.FOLDER}/a/([a-z0-9_-]+)\.html)(?:#([A-Za-z0-9_.-]+))?", value
        )
        if match and match[1] in pages:
            return Cell(f"{match[2]} {match[3] or ''}".strip(), root + value)
    return Cell(shown, root + where if where else None)


def table_html(columns, rows):
    """
    Write a table as HTML.

    Parameters
    ----------
    columns : list of str
    rows : list of list of Cell

    Returns
    -------
    Markup
        Columns of numbers are set to the right.
    """
    kinds = [column_kind([row[i] for row in rows]) for i in range(len(columns))]
    return render("table.html.j2", columns=columns, rows=rows, kinds=kinds)
