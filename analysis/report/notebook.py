"""
Write an executed notebook as a page: its words, charts and tables, without its code.

In: a notebook, and what it kept. Out: HTML that needs nothing from elsewhere. Below each chart stand its table, with
a link from each row to the evidence, and the files to download. Nothing is run or computed.
"""

import json
import re
from base64 import b64decode
from itertools import zip_longest
from struct import unpack

from markupsafe import Markup

from analysis.report import urls
from analysis.report.html import (
    Cell,
    clean,
    column_kind,
    link_rows,
    read_table,
    render,
    short,
    table_html,
)

__all__ = ["body", "parameters_of", "render", "size", "title_of"]

_HIDDEN = ("corpus", "output_dir")  # folders of the machine that it ran on
_MISSING = ("NaN", "NaT", "None", "<NA>")
_LONG = 20  # rows from which on a table can be searched


def title_of(notebook):
    """
    Give the question that a notebook's first line asks.

    Parameters
    ----------
    notebook : Path

    Returns
    -------
    str
    """
    cells = json.loads(notebook.read_text(encoding="utf8"))["cells"]
    words = next(("".join(c["source"]) for c in cells if c["cell_type"] == "markdown"), "")
    return next(
        (line.lstrip("# ").strip() for line in words.splitlines() if line.startswith("#")),
        notebook.stem,
    )


def parameters_of(notebook):
    """
    Give the values that an executed notebook was run with.

    Parameters
    ----------
    notebook : Path

    Returns
    -------
    dict of str to str
        Without folders of the machine; empty for a notebook that was run by hand.
    """
    facts = json.loads(notebook.read_text(encoding="utf8")).get("metadata", {})
    values = facts.get("papermill", {}).get("parameters", {})
    return {
        name: json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
        if name not in _HIDDEN
    }


def body(notebook, kept, folder, known, pages, code=False):
    """
    Write the inside of a notebook's page.

    Parameters
    ----------
    notebook : Path
        Executed.
    kept : list of dict
        As ``outputs.kept`` gives it.
    folder : Path
        Of the report; the page will lie in its ``pages``, and pictures that the notebook did not keep go there.
    known : dict of str to str
        As ``report_evidence.addresses`` gives it.
    pages : set of str
        Names of the notebooks that have a page; a link to another becomes plain words.
    code : bool
        Whether the cells' code is shown.

    Returns
    -------
    Markup
    """
    import nbformat
    from nbconvert import HTMLExporter

    node = nbformat.read(notebook, 4)
    _name_parameters(node)
    _plain_errors(node)
    charts = _take_pictures(node, kept, folder, notebook.stem)
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input=not code,
        exclude_output_prompt=True,
        exclude_input_prompt=True,
        exclude_anchor_links=True,
    )
    # nothing in an output may colour or hide other text, so terminal codes are shown and not obeyed
    exporter.register_filter("ansi2html", lambda text: Markup.escape(text))
    tree = clean(exporter.from_notebook_node(node)[0])
    _mend_tables(tree, known)
    _mend_links(tree, known, pages)
    _mend_charts(tree, charts, folder, known)
    if not code:
        _drop_empty_sections(tree)
    left = [
        k for k in kept if k["name"] not in {c["name"] for c in charts.values() if c} and k["files"]
    ]
    extra = render("kept.html.j2", kept=[_shown(k, folder, known) for k in left]) if left else ""
    return _html(tree) + extra


def _html(tree):
    import lxml.html

    return Markup(lxml.html.tostring(tree, encoding="unicode"))


def _name_parameters(node):
    """Give the cell that papermill puts in a name that does not change, so that the same run gives the same page."""
    for cell in node.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell.id = "injected-parameters"


def _plain_errors(node):
    """Take terminal colours out of tracebacks, which are ours to show."""
    from nbconvert.filters import strip_ansi

    for cell in node.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                output.traceback = [strip_ansi(line) for line in output.traceback]


def _take_pictures(node, kept, folder, stem):
    """Point each picture to a file: the kept chart with the same alt text, or a new one beside the page."""
    by_alt, charts = {k["alt"]: k for k in kept if k["alt"] and "png" in k["files"]}, {}
    pictures = [
        o for c in node.cells for o in c.get("outputs", ()) if "image/png" in o.get("data", {})
    ]
    for number, output in enumerate(pictures, 1):
        facts = output.metadata.setdefault("image/png", {})
        chart = by_alt.get(facts.get("alt"))
        path = chart["files"]["png"] if chart else folder / "pages" / f"{stem}-{number}.png"
        if not chart:
            path.write_bytes(b64decode(output.data["image/png"]))
        address = f"../{path.relative_to(folder).as_posix()}"
        width, height = size(path)
        facts.setdefault("alt", "A chart without a description.")
        facts.setdefault("width", round(width / 2))  # charts are drawn at twice a screen's density
        facts["height"] = round(facts["width"] * height / width)
        output.metadata["filenames"] = {"image/png": address}
        charts[address] = chart
    return charts


def size(path):
    """
    Read a PNG's width and height.

    Parameters
    ----------
    path : Path

    Returns
    -------
    tuple of int
        Pixels.
    """
    return unpack(">II", path.read_bytes()[16:24])


def _mend_charts(tree, charts, folder, known):
    for image in list(tree.iter("img")):
        chart = charts.get(image.get("src"))
        image.set("loading", "lazy")
        facts = dict(image.attrib)
        figure = render(
            "chart.html.j2", image=facts, kept=_shown(chart, folder, known) if chart else None
        )
        _replace(image, figure)


def _drop_empty_sections(tree):
    """Take out headings under which only code stands."""
    shown = tree.xpath(
        ".//*[self::h2 or self::h3 or self::h4 or self::p or self::li or self::pre or self::img "
        "or self::table or self::section]"
    )
    for element, after in zip_longest(shown, shown[1:]):
        closes = after is None or (after.tag in ("h2", "h3", "h4") and after.tag <= element.tag)
        if element.tag in ("h2", "h3", "h4") and closes:
            element.drop_tree()


def _replace(element, html):
    import lxml.html

    new = lxml.html.fragment_fromstring(str(html))
    new.tail = element.tail
    element.getparent().replace(element, new)


def _shown(kept, folder, known):
    files = {
        ending: f"../{path.relative_to(folder).as_posix()}"
        for ending, path in kept["files"].items()
    }
    facts = {
        "name": kept["name"],
        "finding": kept["finding"],
        "files": files,
        "table": None,
        "rows": 0,
        "first": 0,
    }
    if "csv" in kept["files"]:
        columns, rows, total = read_table(kept["files"]["csv"], known, root="../")
        facts.update(
            table=table_html(columns, rows), rows=total, first=len(rows), long=total > _LONG
        )
    return facts


def _mend_tables(tree, known):
    """Give every table a frame that scrolls, and links from its rows to the evidence."""
    for table in list(tree.iter("table")):
        head = table.xpath("./thead/tr")
        columns = _column_names(head)
        rows = [row for row in table.xpath("./tbody/tr") if len(row) == len(columns)]
        for row in rows:
            _link_cells(row, columns, known)
        if rows:
            _set_columns(head, rows)
        classes = "scroll searchable" if len(table.xpath("./tbody/tr")) > _LONG else "scroll"
        frame = table.makeelement(
            "div", {"class": classes, "tabindex": "0", "role": "region", "aria-label": "Table"}
        )
        frame.tail, table.tail = table.tail, None
        table.getparent().replace(table, frame)
        frame.append(table)


def _column_names(head):
    """Give a name a column; pandas may write the name of the index in a row of its own."""
    if not head or len({len(row) for row in head}) > 1 or head[0].xpath(".//@colspan"):
        return []
    texts = [[cell.text_content().strip() for cell in row] for row in head]
    return [next(filter(None, column), "") for column in zip(*texts, strict=True)]


def _set_columns(head, rows):
    """Show numbers short and to the right, and what is missing as a dash; pandas writes all of them alike."""
    for at, column in enumerate(zip(*rows, strict=True)):
        texts = [(cell.text or "").strip() for cell in column]
        known = [text for text in texts if text not in _MISSING]
        kind = column_kind(known)
        whole = kind == "num" and known and all(text.endswith(".0") for text in known)
        for cell, text in zip(column, texts, strict=True):
            if not len(cell) and text:
                cell.text = (
                    "–" if text in _MISSING else short(text.removesuffix(".0") if whole else text)
                )
            _classify(cell, kind)
        for row in head:
            _classify(row[at], kind)


def _classify(cell, kind):
    if kind:
        cell.set("class", kind)


def _link_cells(row, columns, known):
    _, (cells,) = link_rows(columns, [[Cell(c.text_content()) for c in row]], known, "../")
    for element, cell in zip(row, cells, strict=True):
        if cell.href and not len(element):
            element.text = None
            link = element.makeelement("a", {"href": cell.href})
            link.text = str(cell)
            element.append(link)


def _mend_links(tree, known, pages):
    """Lead links between notebooks to their pages; a link to a file that no report holds becomes plain words."""
    for link in tree.iter("a"):
        address = link.get("href", "")
        page = re.fullmatch(r"(\d\d_\w+)\.ipynb(#.*)?", address)
        if page and page[1] in pages:
            link.set("href", f"{page[1]}.html")
        elif re.match(r"https?://", address):
            link.set("rel", "noopener noreferrer nofollow")
        elif re.fullmatch(rf"(\.\./)*{urls.FOLDER}/[\w./#=%-]+", address):
            link.set("href", "../" + address.replace("../", ""))
        elif not address.startswith("#"):
            link.attrib.pop("href", None)
    _lead_examples(tree, known)


def _lead_examples(tree, known):
    """Lead each example sentence that names its article to the article's page."""
    for item in tree.xpath("//*[@data-article]"):
        name, number = item.get("data-article"), item.get("data-sentence", "")
        if name in known:
            where = urls.sentence(name, number) if number.isdigit() else urls.article(name)
            link = item.makeelement("a", {"href": f"../{where}", "class": "context"})
            link.text = "in its article"
            item.append(link)
