"""A chart inside a page: known tags and attributes only, identifiers of its own, marks as links."""

import lxml.html
import pytest

from analysis.report.inline_svg import inline_svg

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
MARK = (
    '<g class="mark" data-evidence="figure/f1 article/a1"><title>A: &lt;/text&gt;&lt;script&gt;'
    '</title><path d="M0 0"/><text>3</text></g>'
)


def drawn(tmp_path, content, attributes="", find=lambda places: None):
    path = tmp_path / "x.svg"
    path.write_text(f"{START} {attributes}>{content}</svg>", encoding="utf8")
    return inline_svg(path, "in-x", find)


def as_html(svg):
    """Return an element as a page would hold it, and as HTML parsers read it."""
    html = lxml.html.tostring(svg, encoding="unicode")
    return html, lxml.html.fragment_fromstring(html)


@pytest.mark.parametrize(
    "content",
    [
        "<script>window.hacked = 1</script>",
        "<style>* { fill: url(https://example.org) }</style>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='x'/></foreignObject>",
        "<image href='https://example.org/x.png'/>",
        "<a href='javascript:hacked'><text>x</text></a>",
        "<use href='https://example.org/x.svg#y'/>",
        "<use xlink:href='https://example.org/x.svg#y'/>",
        "<path onclick='hacked' style='fill: red' d='M0 0'/>",
        "<path fill='url(https://example.org/#x)' clip-path='URL(//example.org)'/>",
        "<animate attributeName='href' values='javascript:hacked'/>",
        "<set attributeName='onmouseover' to='hacked'/>",
        "<?xml-stylesheet href='https://example.org'?><!-- hacked -->",
    ],
)
def test_nothing_that_runs_or_loads_is_kept(tmp_path, content):
    html, _ = as_html(drawn(tmp_path, content, "onload='hacked' style='x' width='8'"))
    for word in ("hacked", "example.org", "script", "style", "onload", "onclick", "foreign"):
        assert word not in html
    assert 'width="8"' in html


def test_an_entity_is_not_read_from_a_file(tmp_path):
    path = tmp_path / "x.svg"
    path.write_text(
        f'<!DOCTYPE svg [<!ENTITY secret SYSTEM "file://{__file__}">]>{START}><text>&secret;</text>'
        "</svg>",
        encoding="utf8",
    )
    assert "inline_svg" not in as_html(inline_svg(path, "in-x", lambda places: None))[0]


@pytest.mark.parametrize("text", ["no svg", "<html/>", "<svg/>", ""])
def test_a_file_that_is_no_svg_is_not_shown(tmp_path, text):
    (tmp_path / "x.svg").write_text(text)
    assert inline_svg(tmp_path / "x.svg", "in-x", lambda places: None) is None


def test_identifiers_and_references_have_the_prefix(tmp_path):
    content = (
        '<title>t</title><desc>d</desc><defs><clipPath id="c1"/><path id="c2"/></defs>'
        '<use href="#c2" fill="#abcdef"/><path clip-path="url(#c1)"/>'
    )
    html, svg = as_html(drawn(tmp_path, content))
    assert svg.xpath("//@id") == ["in-x-title", "in-x-desc", "in-x-c1", "in-x-c2"]
    assert svg.get("aria-labelledby") == "in-x-title in-x-desc"
    assert svg.get("role") == "img"
    assert 'href="#in-x-c2"' in html
    assert 'fill="#abcdef"' in html
    assert 'clip-path="url(#in-x-c1)"' in html


def test_a_mark_is_a_link_to_its_evidence_with_its_tooltip_as_its_name(tmp_path):
    asked = []

    def find(places):
        asked.append(places)
        return "../evidence/a/a1.html#f-f1"

    html, svg = as_html(drawn(tmp_path, MARK, find=find))
    (link,) = svg.xpath("//a")
    assert asked == [["figure/f1", "article/a1"]]
    assert link.get("href") == "../evidence/a/a1.html#f-f1"
    assert link.get("aria-label") == "3. A: </text><script>"  # with what the mark shows
    assert link.find("title").text == "A: </text><script>"
    assert svg.xpath("//script") == []
    assert svg.get("role") == "group"  # what is in an image is not announced
    assert "data-evidence" not in html


def test_what_a_mark_shows_is_not_said_twice(tmp_path):
    mark = MARK.replace("<text>3<", "<text>A<")
    _, svg = as_html(drawn(tmp_path, mark, find=lambda places: "#x"))
    assert svg.xpath("//a/@aria-label") == ["A: </text><script>"]


def test_a_mark_without_a_page_keeps_its_tooltip(tmp_path):
    html, svg = as_html(drawn(tmp_path, MARK))
    assert svg.xpath("//a") == []
    assert svg.xpath("//g/title/text()") == ["A: </text><script>"]
    assert svg.get("role") == "img"
    assert "data-evidence" not in html


def test_overrides_of_the_direction_of_text_are_made_visible(tmp_path):
    html, _ = as_html(drawn(tmp_path, "<text>a\u202eb</text>\u202e"))
    assert "\u202e" not in html
