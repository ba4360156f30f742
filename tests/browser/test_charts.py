"""The charts of a report in Chromium: each mark opens its sentence, by mouse and by keyboard."""

import re

import pytest
import small_report
from report_pages import pages, parse_page

pytestmark = pytest.mark.browser

LARGEST_PAGE = 400_000  # bytes
MARKS = "//figure[starts-with(@id, 'chart-')]//svg//a/@href"
FILTERS = ("event=", "outlet=")  # which the list of the evidence reads


def identifiers(path, known):
    if path not in known:
        known[path] = set(parse_page(path).xpath("//@id"))
    return known[path]


def test_every_mark_of_the_embedded_report_leads_to_a_page_and_an_element(embedded):
    known = {}
    n_marks = 0
    for path in sorted((embedded / "pages").glob("*.html")):
        for address in parse_page(path).xpath(MARKS):
            file, _, fragment = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), (path, address)
            assert fragment in identifiers(target, known), (path, address)
            n_marks += 1
    assert n_marks > 300


def test_no_page_of_the_embedded_report_is_large(embedded):
    sizes = {path.name: path.stat().st_size for path in pages(embedded)}
    assert {name: size for name, size in sizes.items() if size > LARGEST_PAGE} == {}


def test_no_chart_has_a_style_and_no_identifier_is_used_twice(embedded):
    for path in sorted((embedded / "pages").glob("*.html")):
        page = parse_page(path)
        assert page.xpath("//@style | //style | //svg//script") == []
        found = page.xpath("//@id")
        assert len(found) == len(set(found)), path


def test_a_click_on_a_mark_opens_its_sentence(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    mark = page.locator("figure svg a[href*='evidence/a/']").first
    address = mark.get_attribute("href")
    assert re.search(r"#f-", address)
    mark.click()
    page.wait_for_load_state()
    page.locator(".extracted").wait_for()
    page.wait_for_function("() => document.querySelector(':target')")
    assert page.url.endswith(address.removeprefix("../"))
    assert page.locator(":target").is_visible()


def test_a_click_on_a_bar_opens_its_row_in_the_table(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    mark = page.locator("figure svg a[href^='#data-']").first
    row = page.locator(f"[id='{mark.get_attribute('href')[1:]}']")
    assert not row.is_visible()  # the table is folded
    mark.click()
    row.wait_for(state="visible")
    assert row.locator("a").count()


def test_marks_are_reached_by_keyboard_with_a_visible_ring(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure .scroll").first.focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement"
    assert page.evaluate(f"{focused}.closest('svg') !== null")
    assert page.evaluate(f"{focused}.getAttribute('aria-label').length > 3")
    assert page.evaluate(f"getComputedStyle({focused}).outlineStyle") == "solid"
    address = page.evaluate(f"{focused}.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address.removeprefix('..')}")


def test_the_name_of_an_outlet_is_text_in_a_tooltip(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    titles = page.locator("figure svg a > title").all_text_contents()
    assert any(small_report.HOSTILE_OUTLET[:19] in title for title in titles)
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator("figure svg script, figure svg i, figure svg img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_have_the_colours_of_the_mode(open_page, site, scheme):
    page = open_page(f"{site}/pages/02_figures.html", scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.querySelector('figure svg > path')).fill")
    text = page.evaluate("getComputedStyle(document.querySelector('figure svg > text')).fill")
    expected = ("rgb(255, 255, 255)", "rgb(34, 34, 34)")
    assert (ground == expected[0], text == expected[1]) == (scheme == "light",) * 2


@pytest.mark.parametrize("width", [1200, 390])
def test_no_text_of_a_chart_leaves_its_frame(open_page, embedded, width):
    for path in sorted((embedded / "pages").glob("[0-9]*.html")):
        page = open_page(path.as_uri(), width=width)
        outside = page.evaluate(
            """() => [...document.querySelectorAll('figure svg')].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              return [...svg.querySelectorAll('text')].filter(text => {
                const box = text.getBoundingClientRect();  // of no width: shown above the chart
                return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1);
              }).map(text => text.textContent);
            })"""
        )
        assert outside == [], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width
