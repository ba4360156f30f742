"""The SVG of a chart: real text, no style, one element a mark, and nothing that could run."""

import re

import lxml.etree as etree
import pandas as pd
import pytest
from chart_tables import outlet_names
from every_chart import CHARTS

from analysis.chart.evidence import Evidence, attach
from analysis.chart.layout import empty_chart
from analysis.chart.svg import svg_text

NAMES = sorted(CHARTS)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "Odd </text><script>window.hacked = 1</script> & \"'"


@pytest.fixture(scope="module")
def drawn():
    found = {}
    for name, (draw, make) in CHARTS.items():
        table = make(3)
        chart = draw(table.assign(outlet=table["outlet"].replace(outlet_names(3)[0], HOSTILE)))
        found[name] = svg_text(chart, "by_outlet")
    return found


def tags(root):
    return {str(element.tag).removeprefix(SVG) for element in root.iter()}


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_has_neither_styles_nor_scripts_nor_references_elsewhere(name, drawn):
    root = etree.fromstring(drawn[name])
    assert tags(root) <= set("svg title desc defs g path use text clipPath pattern rect".split())
    for element in root.iter():
        assert "style" not in element.attrib
        assert not [attribute for attribute in element.attrib if attribute.startswith("on")]
        assert element.get("href", "#").startswith("#")
    assert "http" not in drawn[name].replace(SVG[1:-1], "")


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_an_outlet_is_text_and_never_markup(name, drawn):
    assert "<script" not in drawn[name]
    texts = " ".join(etree.fromstring(drawn[name]).itertext())
    assert "window.hacked" in texts.replace("\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_each_mark_says_what_it_is_and_is_one_element(name, drawn):
    marks = etree.fromstring(drawn[name]).findall(f".//{SVG}g[@class='mark']")
    assert marks
    seen = set()
    for mark in marks:
        title, *parts = mark
        assert title.tag == f"{SVG}title"
        assert len(title.text) > 3
        assert parts
        key = title.text, mark.get("data-evidence")
        assert key not in seen
        seen.add(key)


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_has_its_definition(name, drawn):
    root = etree.fromstring(drawn[name])
    ids = [element.get("id") for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    referred = re.findall(r'(?:href="|url\()#([\w-]+)', drawn[name])
    assert set(referred) == set(ids)


def test_names_are_text_that_can_be_searched(drawn):
    root = etree.fromstring(drawn["heatmap"])
    assert "Gazette 00" not in drawn["heatmap"]
    assert "resident or witness" in {text.text for text in root.iter(f"{SVG}text")}
    assert root.find(f"{SVG}title").text == "by outlet"
    assert root.find(f"{SVG}desc").text.startswith("Sources by outlet.")
    assert "DejaVu Sans" in root.get("font-family")


def test_the_parts_of_a_mark_are_together():
    chart = empty_chart("t", "nothing.")
    ax = chart.axes[0]
    evidence = Evidence(("figure/f1",), "AFP: 3")
    (bar,) = ax.plot([0, 1], [0.2, 0.2], color="#123456", zorder=1)
    ax.plot([0, 1], [0.4, 0.4], color="#abcdef", zorder=2)
    (dot,) = ax.plot([0.5], [0.2], "o", zorder=3)
    attach(evidence, bar, [dot, ax.text(0, 0, "three")], None)
    root = etree.fromstring(svg_text(chart, "x"))
    (mark,) = root.findall(f".//{SVG}g[@data-evidence]")
    assert mark.get("data-evidence") == "figure/f1"
    assert [part.tag.removeprefix(SVG) for part in mark] == ["title", "path", "path", "text"]
    # a clip would be shifted with the marker
    assert not [part for part in mark if part.get("transform") and part.get("clip-path")]
    assert "#abcdef" in etree.tostring(root, encoding="unicode").split("<g class")[0]


def test_equal_markers_are_stored_once():
    chart = empty_chart("t", "nothing.")
    for x in (0.1, 0.2, 0.3):
        chart.axes[0].plot([x], [0.5], "D", color="#123456", markersize=5)
    chart.axes[0].plot([0.1, 0.2, 0.3], [0.1, 0.1, 0.1], "D", color="#123456", markersize=5)
    text = svg_text(chart, "x")
    assert text.count("<path id=") == 1
    assert text.count("<use ") == 6
    assert text.count('fill="#123456"') == 4  # the last three share a group


def test_a_chart_with_characters_that_xml_forbids():
    months = pd.DataFrame({"outlet": ["A\ufffeB\x0b"], "month": ["2020-01-01"], "n": [1]})
    draw, _ = CHARTS["articles_by_month"]
    assert etree.fromstring(svg_text(draw(months), "x")) is not None
