"""HTML: what sanitising removes, which cells are links, and how values are shown."""

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from analysis.report import html

ADDRESSES = {"a1": "evidence/a/a1.html", "a1-f2": "evidence/a/a1.html#f-a1-f2"}


@given(st.lists(st.text(max_size=40), max_size=4))
def test_sanitised_html_has_nothing_that_runs(texts):
    raw = "".join(
        f"<p onclick=\"x()\">{t}</p><script>{t}</script><a href='javascript:{t}'>{t}</a>"
        for t in texts
    )
    clean = lxml.html.tostring(html.sanitise(raw), encoding="unicode")
    parsed = lxml.html.fragment_fromstring(clean)
    assert parsed.xpath("//script | //@*[starts-with(name(), 'on')]") == []
    links = [href.lower().replace(" ", "") for href in parsed.xpath("//@href")]
    assert not any("script:" in href for href in links)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('<p style="color:red">a</p>', "<div><p>a</p></div>"),
        ("<style>p {}</style><p>a</p>", "<div><p>a</p></div>"),
        ('<link rel="stylesheet" href="x"><p>a</p>', "<div><p>a</p></div>"),
        ("<form><input></form>", "<div></div>"),
        ('<iframe src="x"></iframe>', "<div></div>"),
        ('<table border="1" tabindex="0"></table>', "<div><table></table></div>"),
        ("<p>\x1b[31m\r\nred</p>", "<div><p>␛[31m\nred</p></div>"),
        # unchanged
        ('<li data-article="a" data-sentence="3">b</li>', None),
        ('<p role="note" aria-label="b" dir="auto" lang="en" title="c">a</p>', None),
        ('<img src="a.png" alt="b" width="2" height="1" loading="lazy">', None),
        ('<details open="">a</details>', None),
        ('<th scope="col">a</th>', None),
    ],
)
def test_what_sanitising_removes(raw, expected):
    clean = lxml.html.tostring(html.sanitise(raw), encoding="unicode")
    assert clean == (expected or f"<div>{raw}</div>")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\u202eb", "a\ufffdb"),
        (Markup("a\x1b"), "a\x1b"),
        (3, 3),
        (None, None),
    ],
)
def test_printable(value, expected):
    assert html.printable(value) == expected


@pytest.mark.parametrize(
    ("columns", "row", "hrefs"),
    [
        (["article_id", "sentence_id"], ["a1", "3"], ["../evidence/a/a1.html#s3", None]),
        (["article_id", "sentence_id"], ["a1", "3.0"], ["../evidence/a/a1.html#s3", None]),
        (["article_id", "sentence_id"], [" a1 ", " 3 "], ["../evidence/a/a1.html#s3", None]),
        (["article_id", "sentence_id"], ["a1", ""], ["../evidence/a/a1.html", None]),
        (["article_id", "sentence_id"], ["a1", "3.5"], ["../evidence/a/a1.html", None]),
        (["article_id", "sentence_id"], ["a1", "NaN"], ["../evidence/a/a1.html", None]),
        # only an article_id is linked to the sentence
        (["document", "sentence_id"], ["a1", "3"], ["../evidence/a/a1.html", None]),
        (
            ["report_id", "document"],
            ["a1-f2", "a1"],
            ["../evidence/a/a1.html#f-a1-f2", "../evidence/a/a1.html"],
        ),
        (["figure_id"], ["a1-f2"], ["../evidence/a/a1.html#f-a1-f2"]),
        (["attribution_id"], ["a1"], ["../evidence/a/a1.html"]),
        (["event_id"], ["a & b"], ["../evidence/index.html#event=a%20%26%20b"]),
        # no link
        (["article_id"], ["of another run"], [None]),
        (["article_id"], [""], [None]),
        (["article_id"], ["javascript:alert(1)"], [None]),
        (["event_id"], [""], [None]),
        (["evidence"], ["evidence/a/a1.html#s3"], [None]),
        (["evidence"], ["javascript:alert(1)"], [None]),
        (["outlet"], ["a1"], [None]),
        (["sentence_id"], ["3"], [None]),
    ],
)
def test_cells_are_linked_to_the_evidence(columns, row, hrefs):
    (cells,) = html.link_rows(columns, [row], ADDRESSES, "../")
    assert [cell.href for cell in cells] == hrefs
    assert cells == row


def test_without_evidence_pages_no_event_is_linked():
    (cells,) = html.link_rows(["event_id", "article_id"], [["flood", "a1"]], {})
    assert [cell.href for cell in cells] == [None, None]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.0413151", "0.0413"),
        ("-0.0413151", "-0.0413"),
        ("0.0001e-7", "1e-11"),
        ("99.99994", "100"),
        ("100.0001", "100.0"),
        ("-100.0001", "-100.0"),
        # unchanged
        ("4.234", "4.234"),
        ("1250.0", "1250.0"),
        ("1,250.12345", "1,250.12345"),
        ("a 0.041315", "a 0.041315"),
        ("nan", "nan"),
        ("", ""),
    ],
)
def test_shorten_number(value, expected):
    assert html.shorten_number(value) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["1", "-2.5", "−3", "1,040", "12%", "1e-05", "+4"], "num"),
        (["1", " ", ""], "num"),
        (["2024-03-04", "2024-03-05"], "day"),
        ([], ""),
        (["", " "], ""),
        (["1", "a"], ""),
        (["2024-03-04", "a"], ""),
        (["2024-03-04", "1"], ""),
        (["1.2.3"], ""),
    ],
)
def test_column_kind(values, expected):
    assert html.column_kind(values) == expected


def test_a_saved_table_is_read_up_to_a_number_of_rows(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("article_id,'=n\na1,0.123456\na2,'=1\na3,3\n", encoding="utf-8-sig")
    columns, rows, total = html.read_table(path, ADDRESSES, max_rows=2, root="../")
    assert columns == ["article_id", "=n"]
    assert rows == [["a1", "0.123"], ["a2", "=1"]]
    assert [row[0].href for row in rows] == ["../evidence/a/a1.html", None]
    assert total == 3
    assert len(html.read_table(path, {}, max_rows=3)[1]) == 3


def test_a_table_escapes_its_cells_and_aligns_its_columns():
    rows = html.link_rows(["article_id", "n"], [["a1", "1"], ["<b>", "2"]], ADDRESSES)
    table = lxml.html.fragment_fromstring(html.table_html(["article_id", "n"], rows))
    assert table.xpath("//a/@href") == ["evidence/a/a1.html"]
    assert table.xpath("//tbody//td/text()") == ["1", "<b>", "2"]
    assert table.xpath("//b") == []
    assert [cell.get("class") for cell in table.iter("th", "td")] == [None, "num"] * 3


def test_a_template_with_a_missing_name_is_an_error():
    with pytest.raises(UndefinedError, match="'rows' is undefined"):
        html.render("table.html.j2", columns=[], kinds=[])


def test_a_page_is_written_even_with_characters_that_utf8_cannot_encode(tmp_path):
    path = tmp_path / "a.html"
    html.write_page("table.html.j2", path, columns=[Markup("a\udc80")], kinds=[""], rows=[])
    assert '<th scope="col">a?</th>' in path.read_text(encoding="utf8")
