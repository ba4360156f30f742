"""Pages of notebooks: text, charts and tables without code, and links that lead somewhere."""

import base64
import json
from pathlib import Path

import lxml.html
import nbformat
import pytest
import small_report
from report_pages import parse_page

from analysis.report import notebook, urls

ADDRESSES = {"a1": "evidence/a/a1.html"}
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAYAAAB/qH1jAAAADklEQVR4nGNggIL/ELohAAt9Av8fP7FzAAAAAElFTkSu"
    "QmCC"
)  # 4 by 2 pixels


def write_notebook(folder, *cells, metadata=None):
    path = folder / "01_why.ipynb"
    content = nbformat.v4.new_notebook(cells=list(cells), metadata=metadata or {})
    nbformat.write(content, path)
    return path


def markdown(text):
    return nbformat.v4.new_markdown_cell(text)


def displayed(code="show()", **data):
    content = {name.replace("_", "/"): value for name, value in data.items()}
    output = nbformat.v4.new_output("display_data", content)
    return nbformat.v4.new_code_cell(code, outputs=[output])


def body(folder, *cells, saved=(), pages=(), code=False):
    """Return the parsed body of a page with these cells."""
    (folder / "pages").mkdir(exist_ok=True)
    path = write_notebook(folder, *cells)
    html = notebook.render_body(path, saved, folder, ADDRESSES, pages, code)
    return lxml.html.fragment_fromstring(html, create_parent="main")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([markdown("# Why?\n\nBecause.")], "Why?"),
        ([markdown("Some text.\n\n##  Why? ")], "Why?"),
        ([displayed(), markdown("# Why?")], "Why?"),
        ([markdown("No heading."), markdown("# Why?")], "01_why"),
        ([displayed()], "01_why"),
        ([], "01_why"),
    ],
)
def test_the_title_is_the_first_heading(tmp_path, cells, expected):
    assert notebook.title_of(write_notebook(tmp_path, *cells)) == expected


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({}, {}),
        ({"papermill": {}}, {}),
        (
            {
                "papermill": {
                    "parameters": {"corpus": "/home/a", "output_dir": "b", "n": 3, "o": "é"}
                }
            },
            {"n": "3", "o": '"é"'},
        ),
    ],
)
def test_parameters_are_shown_without_local_folders(tmp_path, metadata, expected):
    path = write_notebook(tmp_path, metadata=metadata)
    assert notebook.parameters_of(path) == expected


def test_the_size_of_a_picture(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(base64.b64decode(PIXEL))
    assert notebook.png_size(path) == (4, 2)


def test_a_page_has_text_but_no_code_prompts_or_colour_codes(folder):
    page = parse_page(folder / "pages" / "02_figures.html")
    assert page.xpath("//h1/text()") == ["Which figures does each outlet print?"]
    assert page.xpath("//article//a[@href='03_voices.html']/text()") == ["03"]
    assert page.xpath("//article//a[text()='codebook']/@href") == []
    assert page.xpath("//article//a[text()='a page']/@rel") == ["noopener noreferrer nofollow"]
    assert "show()" not in page.text_content()
    assert "/home/someone" not in page.text_content()
    failed = folder / "pages" / "03_voices.html"
    assert "\x1b" not in failed.read_text(encoding="utf8")
    assert "ZeroDivisionError: division by zero" in parse_page(failed).text_content()


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("02_figures.ipynb", "02_figures.html"),
        ("02_figures.ipynb#totals", "02_figures.html"),
        ("evidence/a/a1.html#s3", "../evidence/a/a1.html#s3"),
        ("../evidence/index.html#event=a%20b", "../evidence/index.html#event=a%20b"),
        ("#totals", "#totals"),
        ("https://example.org/", "https://example.org/"),
        # leads out of the report
        ("03_voices.ipynb", None),
        ("../02_figures.ipynb", None),
        ("../data/README.md", None),
        ("/etc/passwd", None),
        ("evidence/../secret?x", None),
    ],
)
def test_links(tmp_path, address, href):
    (link,) = body(tmp_path, markdown(f"[a]({address})"), pages={"02_figures"}).iter("a")
    assert link.get("href") == href
    assert (link.get("rel") is not None) == (href == "https://example.org/")


def test_the_same_run_gives_the_same_page(tmp_path):
    bodies = []
    for number in (1, 2):  # papermill inserts a cell with a random id
        injected = nbformat.v4.new_code_cell(
            "n = 1", metadata={"tags": ["injected-parameters"]}, id=f"random{number}"
        )
        words = nbformat.v4.new_markdown_cell("# Why?", id="words")
        path = write_notebook(tmp_path, words, injected)
        bodies.append(notebook.render_body(path, [], tmp_path, {}, set()))
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize("code", [False, True])
def test_code_is_shown_on_request(tmp_path, code):
    page = body(tmp_path, markdown("# Why?"), displayed("compute()", text_plain="42"), code=code)
    assert ("compute()" in page.text_content()) == code
    assert "42" in page.text_content()


def test_headings_above_nothing_but_code_are_left_out(tmp_path):
    page = body(
        tmp_path,
        markdown("# Why?\n\n## Empty"),
        nbformat.v4.new_code_cell("1"),
        markdown("## Part\n\n### Empty too"),
        markdown("### Full"),
        displayed(text_plain="42"),
        markdown("## Last"),
    )
    headings = page.xpath("//*[self::h1 or self::h2 or self::h3]/text()")
    assert [text.strip() for text in headings] == ["Why?", "Part", "Full"]


def test_all_headings_are_shown_with_the_code(tmp_path):
    page = body(tmp_path, markdown("# Why?\n\n## Empty"), code=True)
    assert [heading.text for heading in page.iter("h2")] == ["Empty"]


TABLE = """<p>before</p><table border="1" class="dataframe">
<thead><tr><th></th><th>article_id</th><th>n</th><th>mean</th><th>day</th></tr></thead>
<tbody><tr><th>0</th><td>a1</td><td>1.0</td><td>0.123456</td><td>2024-03-04</td></tr>
<tr><th>1</th><td>zz</td><td>NaN</td><td>2.5</td><td>NaT</td></tr></tbody></table>after"""


def test_a_table_is_framed_linked_and_formatted(tmp_path):
    page = body(tmp_path, displayed(text_html=TABLE))
    (table,) = page.iter("table")
    cells = [[cell.text_content() for cell in row] for row in table.xpath("./tbody/tr")]
    assert cells == [["0", "a1", "1", "0.123", "2024-03-04"], ["1", "zz", "–", "2.5", "–"]]
    assert table.xpath(".//a/@href") == ["../evidence/a/a1.html"]
    assert [cell.get("class") for cell in table.xpath("./thead/tr/th")] == [
        "num",
        None,
        "num",
        "num",
        "day",
    ]
    frame = table.getparent()
    assert (frame.tag, frame.get("class"), frame.get("tabindex")) == ("div", "scroll", "0")
    assert frame.tail.strip() == "after"


@pytest.mark.parametrize(("n_rows", "classes"), [(20, "scroll"), (21, "scroll searchable")])
def test_a_long_table_gets_a_search_box(tmp_path, n_rows, classes):
    rows = "<tr><td>1.5</td></tr>" * n_rows
    table = f"<table><thead><tr><th>n</th></tr></thead><tbody>{rows}</tbody></table>"
    page = body(tmp_path, displayed(text_html=table))
    assert page.xpath("//div[table]/@class") == [classes]


def test_the_second_header_row_names_the_index(tmp_path):
    table = """<table><thead><tr><th></th><th>n</th></tr>
    <tr><th>article_id</th><th></th></tr></thead>
    <tbody><tr><th>a1</th><td>1</td></tr></tbody></table>"""
    page = body(tmp_path, displayed(text_html=table))
    assert page.xpath("//tbody//a/text()") == ["a1"]


def test_a_table_whose_header_spans_columns_is_left_as_it_is(tmp_path):
    table = """<table><thead><tr><th colspan="2">article_id</th></tr></thead>
    <tbody><tr><td>a1</td><td>1.0</td></tr></tbody></table>"""
    page = body(tmp_path, displayed(text_html=table))
    assert page.xpath("//tbody//td/text()") == ["a1", "1.0"]


@pytest.mark.parametrize(
    ("attributes", "hrefs"),
    [
        ('data-article="a1" data-sentence="3"', ["../evidence/a/a1.html#s3"]),
        ('data-article="a1"', ["../evidence/a/a1.html"]),
        ('data-article="a1" data-sentence="x"', ["../evidence/a/a1.html"]),
        ('data-article="other" data-sentence="3"', []),
    ],
)
def test_an_example_is_linked_to_its_article(tmp_path, attributes, hrefs):
    page = body(tmp_path, displayed(text_html=f"<ol><li {attributes}>a</li></ol>"))
    assert page.xpath("//li/a[@class='context']/@href") == hrefs


def test_the_examples_of_a_report_are_linked(folder):
    page = parse_page(folder / "pages" / "02_figures.html")
    hrefs = page.xpath("//li[@data-article]/a[text()='in its article']/@href")
    assert len(hrefs) == len(page.xpath("//li[@data-article]")) > 0
    assert f"../{urls.sentence(small_report.HOSTILE_ID, 1)}" in hrefs


def picture(**metadata):
    output = nbformat.v4.new_output(
        "display_data", {"image/png": PIXEL}, metadata={"image/png": metadata}
    )
    return nbformat.v4.new_code_cell("draw()", outputs=[output])


def saved_chart(folder, name="totals", alt="Bars of totals."):
    files = {extension: folder / "outputs" / f"{name}.{extension}" for extension in ("png", "csv")}
    files["png"].parent.mkdir(exist_ok=True)
    files["png"].write_bytes(base64.b64decode(PIXEL))
    files["csv"].write_text("n\n1\n2\n", encoding="utf-8-sig")
    return notebook.SavedOutput(name, "Totals rise.", alt, files)


def test_a_displayed_chart_that_was_saved_has_its_downloads_and_table(tmp_path):
    chart = saved_chart(tmp_path)
    page = body(tmp_path, picture(alt=chart.alt), saved=[chart])
    (image,) = page.iter("img")
    assert image.get("src") == "../outputs/totals.png"
    assert (image.get("width"), image.get("height")) == ("2", "1")
    assert image.get("loading") == "lazy"
    assert page.xpath("//figcaption//a[@download]/text()") == ["PNG", "CSV"]
    assert page.xpath("//figcaption//td/text()") == ["1", "2"]
    assert "More outputs" not in page.text_content()
    (title,) = page.xpath("//figure/*[@class='narrow-title']")  # wraps where the chart is cut
    assert title.text.strip() == "Totals rise."
    assert list((tmp_path / "pages").iterdir()) == []


def test_a_displayed_chart_that_was_not_saved_is_written_next_to_the_page(tmp_path):
    chart = saved_chart(tmp_path)
    page = body(tmp_path, picture(), saved=[chart])
    (image,) = page.iter("img")
    assert image.get("src") == "../pages/01_why-1.png"
    assert image.get("alt") == "A chart without a description."
    assert (tmp_path / "pages" / "01_why-1.png").read_bytes() == base64.b64decode(PIXEL)
    assert page.xpath("//figcaption") == []
    # what was saved, but not displayed
    assert page.xpath("//section[@class='more-outputs']//h3/text()") == ["totals"]
    assert "Totals rise." in page.text_content()


def test_a_saved_output_without_files_is_not_listed(tmp_path):
    finding = notebook.SavedOutput("totals", "Totals rise.", "", {})
    assert body(tmp_path, markdown("# Why?"), saved=[finding]).xpath("//section") == []


@pytest.mark.parametrize(("n_rows", "searchable"), [(20, False), (21, True)])
def test_the_saved_table_of_many_rows_can_be_searched(n_rows, searchable):
    assert notebook._ShownOutput("a", "", {}, rows=n_rows).searchable == searchable


def test_more_rows_than_are_shown_are_announced(tmp_path):
    path = tmp_path / "outputs" / "n.csv"
    path.parent.mkdir()
    path.write_text("n\n" + "1\n" * 1301, encoding="utf-8-sig")
    table = notebook.SavedOutput("n", "", "", {"csv": path})
    words = body(tmp_path, markdown("# Why?"), saved=[table]).text_content()
    assert "Show the data (1,301 rows)" in words
    assert "The first 120 of 1,301 rows. The CSV file has all of them." in words
    path.write_text("n\n1\n", encoding="utf-8-sig")
    words = body(tmp_path, markdown("# Why?"), saved=[table]).text_content()
    assert "Show the data (1 row)" in words
    assert "The first" not in words


def test_a_notebook_is_read_without_nbformat(tmp_path):
    path = Path(tmp_path / "01_why.ipynb")
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ["# Why", "?\n"]}]}))
    assert notebook.title_of(path) == "Why?"
    assert notebook.parameters_of(path) == {}


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><title>totals</title>'
    '<g class="mark" data-evidence="{}"><title>A: 2</title><path d="M0 0"/></g></svg>'
)


def chart_with_mark(folder, places, table="outlet,n\nA,1\nB,2\n", cells=1):
    """Return the page of a chart whose only mark has this evidence."""
    chart = saved_chart(folder)
    svg = folder / "outputs" / "totals.svg"
    svg.write_text(SVG.format(places), encoding="utf8")
    chart.files["csv"].write_text(table, encoding="utf-8-sig")
    chart.files["svg"] = svg
    shown = [picture(alt=chart.alt) for _ in range(cells)]
    return body(folder, *shown, saved=[chart])


def test_a_saved_chart_stands_in_the_page_as_svg_with_an_address(tmp_path):
    page = chart_with_mark(tmp_path, "")
    assert page.xpath("//figure/@id") == ["chart-totals"]
    assert page.xpath("//figcaption//a[@class='permalink']/@href") == ["#chart-totals"]
    assert page.xpath("//img") == []
    (svg,) = page.xpath("//figure/div[@class='scroll']/svg")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "in-1-title"
    assert page.xpath("//details/@id") == ["data-totals"]


@pytest.mark.parametrize(
    ("places", "address"),
    [
        ("article/a1", "../evidence/a/a1.html"),
        ("sentence/a1/3", "../evidence/a/a1.html#s3"),
        ("figure/gone sentence/a1/3", "../evidence/a/a1.html#s3"),
        ("figure/gone sentence/gone/3 rows/?outlet=B", "#data-totals.2"),
        ("rows/?outlet=A&amp;n=1", "#data-totals.1"),
        ("rows/?outlet=C", "#data-totals"),
        ("rows/?colour=red", "#data-totals"),
        ("figure/gone", None),
        ("", None),
    ],
)
def test_a_mark_leads_to_the_best_place_that_there_is(tmp_path, places, address):
    page = chart_with_mark(tmp_path, places)
    marks = page.xpath("//svg/*[@class='mark']")
    assert [mark.get("href") for mark in marks] == [address]
    assert [mark.tag for mark in marks] == ["g" if address is None else "a"]
    if address and address.startswith("#"):
        assert page.xpath(f"//*[@id='{address[1:]}']")


def test_an_outlet_that_is_missing_is_found_by_the_words_of_the_chart(tmp_path):
    page = chart_with_mark(tmp_path, "rows/?outlet=no+outlet+given", "outlet,n\nA,1\n,2\n")
    assert page.xpath("//svg/a/@href") == ["#data-totals.2"]
    assert page.xpath("//tr[@id='data-totals.2']/td/text()") == ["2"]


def test_a_row_that_a_mark_leads_to_is_shown_wherever_it_is(tmp_path):
    table = "outlet,n\n" + "".join(f"O{row},{row}\n" for row in range(1000))
    page = chart_with_mark(tmp_path, "rows/?outlet=O700", table)
    assert page.xpath("//svg/a/@href") == ["#data-totals.701"]
    (row,) = page.xpath("//tr[@id='data-totals.701']")
    assert [cell.text_content() for cell in row] == ["O700", "700"]
    assert len(page.xpath("//tbody/tr")) == 121
    words = "The first 120 of 1,000 rows, and 1 that marks of the chart lead to."
    assert words in page.text_content()


def test_a_chart_that_is_shown_twice_has_identifiers_of_its_own(tmp_path):
    page = chart_with_mark(tmp_path, "rows/?outlet=B", cells=2)
    assert page.xpath("//figure/@id") == ["chart-totals", "chart-totals..2"]
    assert page.xpath("//svg/a/@href") == ["#data-totals.2", "#data-totals..2.2"]
    found = page.xpath("//@id")
    assert len(found) == len(set(found))


def test_the_outlet_of_a_count_leads_to_the_list_of_its_evidence(tmp_path):
    table = "outlet,source_type,n\nA & B,un_or_igo,1\n,military,2\n"
    page = chart_with_mark(tmp_path, "", table)
    address = "../evidence/index.html#outlet=A%20%26%20B&type=un_or_igo"
    assert page.xpath("//tbody//a/@href") == [address]
    page = chart_with_mark(tmp_path, "", "outlet,article_id\nA,gone\n")
    assert page.xpath("//tbody//a/@href") == []


def test_a_broken_svg_is_replaced_by_the_picture(tmp_path):
    chart = saved_chart(tmp_path)
    chart.files["svg"] = tmp_path / "outputs" / "totals.svg"
    chart.files["svg"].write_text("<svg", encoding="utf8")
    page = body(tmp_path, picture(alt=chart.alt), saved=[chart])
    assert page.xpath("//figure//img/@src") == ["../outputs/totals.png"]


CELLS = 12  # columns of a wide table
NO_ROOM = "the page has no room for more"


def chart_of(folder, name, n_marks):
    """Save a chart with many marks, each of which leads to a row of a long table."""
    out = folder / "outputs" / "01_why"
    out.mkdir(parents=True, exist_ok=True)
    files = {extension: out / f"{name}.{extension}" for extension in ("png", "svg", "csv")}
    files["png"].write_bytes(base64.b64decode(PIXEL))
    marks = [
        f'<g data-evidence="rows/?outlet=o{n}"><title>{"mark " * 30}</title>'
        f'<path d="M {n} 0 L {n} 1"/></g>'
        for n in range(n_marks)
    ]
    svg = "http://www.w3.org/2000/svg"
    files["svg"].write_text(f'<svg xmlns="{svg}" viewBox="0 0 9 9">{"".join(marks)}</svg>')
    header = ",".join(["outlet", *(f"c{n}" for n in range(CELLS))])
    cells = ",".join(["words of a template"] * CELLS)
    rows = "\n".join(f"o{n},{cells}" for n in range(n_marks))
    files["csv"].write_text(f"{header}\n{rows}\n", encoding="utf8")
    return notebook.SavedOutput(name, "", f"alt of {name}", files)


def long_table(n_rows):
    """Return the HTML of a table as a notebook displays it."""
    row = f"<tr>{'<td>words of a template</td>' * CELLS}</tr>"
    head = f"<tr>{'<th>c</th>' * CELLS}</tr>"
    return f"<table><thead>{head}</thead><tbody>{row * n_rows}</tbody></table>"


def size_of_page(folder, n_marks, n_rows, n_charts=3):
    """Return the size of a page of charts and a long table, and its words."""
    (folder / "pages").mkdir(exist_ok=True)
    saved = [chart_of(folder, f"chart{n}", n_marks) for n in range(n_charts)]
    cells = [displayed(text_html=long_table(n_rows))]
    for chart in saved:
        output = nbformat.v4.new_output(
            "display_data", {"image/png": PIXEL}, metadata={"image/png": {"alt": chart.alt}}
        )
        cells.append(nbformat.v4.new_code_cell("chart", outputs=[output]))
    path = write_notebook(folder, *cells)
    html = notebook.render_body(path, saved, folder, ADDRESSES, set())
    return len(html.encode()), lxml.html.fragment_fromstring(html, create_parent="main")


@pytest.mark.parametrize(("n_marks", "n_rows"), [(1500, 10), (800, 10), (10, 1500), (1500, 1500)])
def test_no_page_is_too_large(tmp_path, n_marks, n_rows):
    """Posts of a stock mill: a thousand numbers of a thousand companies in the same sentences."""
    size, page = size_of_page(tmp_path, n_marks, n_rows)
    assert size <= notebook.MAX_PAGE
    words = page.text_content()
    assert f"rows of {n_marks:,}" in words or f"of {n_marks:,} rows" in words or n_marks <= 10
    assert (NO_ROOM in words) == (n_rows > 1000)


def test_a_page_with_room_keeps_its_links_and_rows(tmp_path):
    size, page = size_of_page(tmp_path, 60, 60)
    assert size < notebook.MAX_PAGE
    assert NO_ROOM not in page.text_content()
    assert len(page.xpath("//a[starts-with(@href, '#data-chart0.')]")) == 60
    assert len(page.xpath("//table")[0].xpath("./tbody/tr")) == 60
