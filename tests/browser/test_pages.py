"""Read the report in Chromium, from disk and from a server, as a reader with a mouse, with keys and without scripts."""

import pandas as pd
import pytest
import small_report

from analysis.report import urls

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "pages/02_figures.html",
    "pages/03_voices.html",
    "evidence/index.html",
    "evidence/all.html",
    "evidence/a/sample-bridge-01.html",
    urls.article(small_report.HOSTILE_ID),
)
STATUS = "#status"


@pytest.fixture(scope="module")
def tables(small):
    return {
        name: pd.read_parquet(small / "tables" / f"{name}.parquet")
        for name in ("articles", "figures", "attributions", "sentences")
    }


def ready(page):
    """Wait until the list of the evidence stands."""
    page.wait_for_function("() => /article/.test(document.querySelector('#status').textContent)")
    return page


def says(page, text):
    """Wait until the list of the evidence says this."""
    page.wait_for_function("text => document.querySelector('#status').textContent === text", arg=text)


def arrived(page, text=None):
    """Wait until the jump to what the address names is done, and give what it leads to."""
    page.wait_for_function(
        "text => { const at = document.querySelector(':target');"
        " return at && (text === null || at.innerText === text); }",
        arg=text,
    )
    return page.locator(":target")


def choose(page, **fields):
    for name, label in fields.items():
        page.select_option(f"#{name}", label=label)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_complaint_and_its_charts_are_seen(open_page, site, path):
    page = open_page(f"{site}/{path}")
    assert page.locator("h1").first.is_visible()
    for image in page.locator("img").all():
        image.scroll_into_view_if_needed()
        page.wait_for_function(
            "i => i.complete && i.naturalWidth > 100", arg=image.element_handle()
        )
        assert image.is_visible()
        assert image.bounding_box()["width"] > 200
    assert (
        page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    )  # the style is there


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(open_page, site, path, scheme, faults_of):
    page = open_page(f"{site}/{path}", scheme=scheme)
    if path == "evidence/index.html":
        ready(page)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert faults_of(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_page_does_not_scroll_sideways(open_page, site, path):
    page = open_page(f"{site}/{path}", width=390)
    if path == "evidence/index.html":
        ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_does_nothing(open_page, site, path):
    page = open_page(f"{site}/{path}")
    if path == "evidence/index.html":
        ready(page)
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator("mjx-container, .MathJax").count() == 0


def test_a_row_behind_a_chart_leads_to_its_sentence(open_page, site, tables):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure summary").click()
    row = tables["figures"].iloc[0]
    page.locator("figure tbody tr").first.get_by_role("link").last.click()
    page.wait_for_load_state()
    page.locator(".extracted").wait_for()
    page.wait_for_url(f"**/{urls.sentence(row.article_id, row.sentence_id)}")
    sentence = tables["sentences"].merge(
        row.to_frame().T[["article_id", "sentence_id"]].astype({"sentence_id": int})
    )
    text = tables["articles"].set_index("article_id")["text"][row.article_id]
    box = arrived(page, text[sentence["start"].iloc[0] : sentence["end"].iloc[0]]).bounding_box()
    assert 0 <= box["y"] <= 900  # in sight


def test_a_figure_beside_the_text_leads_to_its_characters(open_page, site, tables):
    page = open_page(f"{site}/evidence/a/sample-bridge-01.html")
    own = tables["figures"].query("article_id == 'sample-bridge-01'").sort_values("start")
    beside = page.locator(".extracted ol").first.locator("li > a")
    assert beside.count() == len(own)
    for i, text in enumerate(own["text"]):
        beside.nth(i).click()
        arrived(page, text)


def test_the_list_counts_and_filters_as_the_tables_do(open_page, site, tables):
    page = ready(open_page(f"{site}/evidence/index.html"))
    articles, figures, attributions = tables["articles"], tables["figures"], tables["attributions"]
    says(page, f"{len(articles)} articles")
    choose(page, outlet="Meridian Wire")
    mine = articles[articles["outlet"] == "Meridian Wire"]["article_id"]
    says(page, f"{len(mine)} articles")
    assert page.locator("#results > li").count() == len(mine)
    choose(page, outlet="all outlets", outcome="injured")
    injured = figures[figures["outcome"] == "injured"]
    says(page, f"{injured['article_id'].nunique()} articles with a matching sentence")
    assert all("injured" in tag for tag in page.locator("a.tag.figure").all_inner_texts())
    choose(page, outcome="any outcome", type="monitoring group")
    types = attributions[attributions["source_type"] == "monitoring_group"]
    of_figures = figures.merge(types[["attribution_id"]], on="attribution_id")
    expected = set(types["article_id"]) | set(of_figures["article_id"])
    says(page, f"{len(expected)} articles with a matching sentence")


def test_search_finds_sentences_marks_the_words_and_clears(open_page, site):
    page = ready(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", "LINDMOOR fire brigade")
    page.locator("mark.hit").first.wait_for()
    assert "article" in page.inner_text(STATUS)
    assert {t.lower() for t in page.locator("mark.hit").all_inner_texts()} <= {
        "lindmoor",
        "fire",
        "brigade",
    }
    assert page.evaluate("location.hash") == "#q=LINDMOOR%20fire%20brigade"
    page.fill("#q", "no such words at all")
    page.wait_for_function(
        "() => document.querySelector('#status').textContent.startsWith('No article matches')"
    )
    page.get_by_role("button", name="Clear").click()
    says(page, "31 articles")
    assert page.evaluate("location.hash") == ""


def test_searching_for_markup_shows_it_as_text(open_page, site):
    page = ready(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", "[31mRed")
    page.locator("mark.hit").first.wait_for()
    assert "people <b>" in page.locator(".tag.figure").first.inner_text()
    assert page.locator("#results b, #results script, #results img").count() == 0
    assert page.locator("#results h2").first.inner_text() == small_report.HOSTILE.split("\n")[0]


def test_a_link_to_an_event_opens_the_list_filtered(open_page, site, tables):
    page = ready(open_page(f"{site}/{urls.event('sample-flood')}"))
    says(page, f"{(tables['articles']['event_id'] == 'sample-flood').sum()} articles")
    page.locator("#results .sentence").first.click()
    page.locator(".extracted").wait_for()
    assert arrived(page).is_visible()


def test_the_list_turns_pages(open_page, site):
    page = ready(open_page(f"{site}/evidence/index.html"))
    first = page.locator("#results h2").first.inner_text()
    assert page.locator("#results > li").count() == 20
    page.get_by_role("button", name="Next").click()
    page.wait_for_function("() => document.querySelector('#page-number').textContent === '2 of 2'")
    assert page.locator("#results > li").count() == 11
    assert page.locator("#results h2").first.inner_text() != first


def test_keys_alone_are_enough(open_page, site):
    page = ready(open_page(f"{site}/evidence/index.html"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.locator("main:focus").wait_for()  # the jump comes a moment after the key
    page.keyboard.press("Tab")
    page.locator("#q:focus").wait_for()
    page.keyboard.type("bridge")
    page.locator("mark.hit").first.wait_for()


def test_a_jump_within_the_page_leaves_the_filters(open_page, site):
    page = ready(open_page(f"{site}/evidence/index.html#q=bridge"))
    found = page.inner_text(STATUS)
    page.evaluate("addEventListener('hashchange', () => { window.jumped = true; })")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.jumped")
    assert page.input_value("#q") == "bridge"
    assert page.inner_text(STATUS) == found
    assert page.evaluate("location.hash") == "#q=bridge"
    page.evaluate("location.hash = '#q=flood'")  # as a link or a bookmark does
    page.wait_for_function("() => document.querySelector('#q').value === 'flood'")


def test_layers_can_be_hidden(open_page, site):
    page = open_page(f"{site}/evidence/a/sample-bridge-01.html")
    background = "getComputedStyle(document.querySelector('.article-text mark.px-source')).backgroundColor"
    before = page.evaluate(background)
    page.locator("#show-source").press("Space")
    assert page.evaluate(background) == "rgba(0, 0, 0, 0)" != before


def test_a_long_table_can_be_searched_and_sorted(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure summary").click()
    rows = page.locator("figure tbody tr")
    page.get_by_label("Search this table").fill("several missing")
    assert 0 < rows.filter(visible=True).count() < 20
    assert "of 159 rows" in page.locator(".table-search [role=status]").inner_text()
    page.get_by_label("Search this table").fill("")
    page.locator("figure thead").get_by_role("button", name="outlet").click()
    assert page.locator("figure thead th").first.get_attribute("aria-sort") == "ascending"
    outlets = [text.split("\t")[0] for text in rows.all_inner_texts()]
    assert outlets.index("Kestria Public Broadcasting") < outlets.index("The Open Valley")


def test_without_scripts_every_article_can_still_be_found(open_page, site):
    page = open_page(f"{site}/evidence/index.html", java_script_enabled=False)
    page.locator("noscript a").click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Oss bridge falls").click()
    page.wait_for_load_state()
    assert "Oss bridge" in page.locator(".article-text .px-text").inner_text()
    assert page.locator(".article-text .px-s").count() > 5
    assert page.locator(".article-text mark").count() == 0


def test_print_leaves_out_what_paper_cannot_use(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.emulate_media(media="print")
    assert not page.locator(".masthead ul").is_visible()
    assert not page.locator(".previous-next").is_visible()
    assert page.locator("figure img").is_visible()


def test_the_report_of_the_embedded_corpus(open_page, embedded, faults_of):
    names = [
        "index.html",
        *sorted(f"pages/{p.name}" for p in (embedded / "pages").glob("[0-9]*.html")),
    ]
    for name in names:
        page = open_page(f"{embedded.as_uri()}/{name}")
        for image in page.locator("img").all():
            image.scroll_into_view_if_needed()
            page.wait_for_function(
                "i => i.complete && i.naturalWidth > 100", arg=image.element_handle()
            )
            assert len(image.get_attribute("alt")) > 20, name
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert faults_of(page) == [], name
    page = open_page(f"{embedded.as_uri()}/pages/02_figures.html")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.locator("figure tbody a[href*='evidence/a/']").first.click()
    page.locator(".extracted").wait_for()
    assert page.locator(".article-text").is_visible()
    assert arrived(page).is_visible()


def test_going_back_and_forth_finds_the_same_place_again(open_page, site, tables):
    row = tables["figures"].iloc[0]
    page = open_page(f"{site}/{urls.figure(row.article_id, row.figure_id)}")
    arrived(page, row.text)
    page.locator(".eyebrow a").click()
    ready(page)
    page.go_back()
    page.locator(".extracted").wait_for()
    arrived(page, row.text)
