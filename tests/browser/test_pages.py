"""The report in Chromium, from disk and from a server: with a mouse, with keys, without scripts."""

import pandas as pd
import pytest
import small_report
from remade_findings import remade

from analysis.corrections.places import parse_place, shorten
from analysis.report import urls

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "pages/02_figures.html",
    "pages/03_voices.html",
    "stories/index.html",
    urls.story("sample-flood"),
    urls.story("sample-protest"),
    "evidence/index.html",
    "evidence/all.html",
    "evidence/a/sample-bridge-01.html",
    urls.article(small_report.HOSTILE_ID),
)
STATUS = "#status"


@pytest.fixture(scope="module")
def tables(small):
    names = ("articles", "figures", "attributions", "sentences")
    return {name: pd.read_parquet(small / "tables" / f"{name}.parquet") for name in names}


def wait_for_list(page):
    """Wait until the list of the evidence is shown."""
    page.wait_for_function("() => /article/.test(document.querySelector('#status').textContent)")
    return page


def wait_for_status(page, text):
    """Wait until the status line of the list has this text."""
    page.wait_for_function(
        "text => document.querySelector('#status').textContent === text", arg=text
    )


def wait_for_target(page, text=None):
    """Wait until the page shows the element that its address names, and return it."""
    page.wait_for_function(
        "text => { const target = document.querySelector(':target');"
        " return target && (text === null || target.innerText === text); }",
        arg=text,
    )
    return page.locator(":target")


def wait_for_image(page, image):
    """Wait until an image is loaded and drawn."""
    image.scroll_into_view_if_needed()
    page.wait_for_function(
        "image => image.complete && image.naturalWidth > 100", arg=image.element_handle()
    )


def open_details(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")


def choose(page, **fields):
    for name, label in fields.items():
        page.select_option(f"#{name}", label=label)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_errors_and_shows_its_charts(open_page, site, path):
    page = open_page(f"{site}/{path}")
    assert page.locator("h1").first.is_visible()
    for image in page.locator("img").all():
        wait_for_image(page, image)
        assert image.is_visible()
        assert image.bounding_box()["width"] > 200
    # the style sheet is loaded
    weight = page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
    assert weight == "700"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(open_page, site, path, scheme, violations_of):
    page = open_page(f"{site}/{path}", scheme=scheme)
    if path == "evidence/index.html":
        wait_for_list(page)
    open_details(page)
    assert violations_of(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_page_does_not_scroll_sideways(open_page, site, path):
    page = open_page(f"{site}/{path}", width=390)
    if path == "evidence/index.html":
        wait_for_list(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_does_nothing(open_page, site, path):
    page = open_page(f"{site}/{path}")
    if path == "evidence/index.html":
        wait_for_list(page)
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator("mjx-container, .MathJax").count() == 0


def test_a_row_of_a_charts_data_leads_to_its_sentence(open_page, site, tables):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure summary").click()
    figure = tables["figures"].iloc[0]
    page.locator("figure tbody tr").first.get_by_role("link").last.click()
    page.wait_for_load_state()
    page.locator(".extracted").wait_for()
    page.wait_for_url(f"**/{urls.sentence(figure.article_id, figure.sentence_id)}")
    sentences = tables["sentences"].set_index(["article_id", "sentence_id"])
    sentence = sentences.loc[(figure.article_id, figure.sentence_id)]
    text = tables["articles"].set_index("article_id")["text"][figure.article_id]
    target = wait_for_target(page, text[sentence["start"] : sentence["end"]])
    assert 0 <= target.bounding_box()["y"] <= 900  # in view


def test_a_listed_figure_leads_to_its_characters(open_page, site, tables):
    page = open_page(f"{site}/evidence/a/sample-bridge-01.html")
    figures = tables["figures"].query("article_id == 'sample-bridge-01'").sort_values("start")
    links = page.locator(".extracted ol").first.locator("li > a")
    assert links.count() == len(figures)
    for position, text in enumerate(figures["text"]):
        links.nth(position).click()
        wait_for_target(page, text)


def test_the_list_counts_and_filters_as_the_tables_do(open_page, site, tables):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    articles, figures, attributions = tables["articles"], tables["figures"], tables["attributions"]
    wait_for_status(page, f"{len(articles)} articles")
    choose(page, outlet="Meridian Wire")
    n_wire = int((articles["outlet"] == "Meridian Wire").sum())
    wait_for_status(page, f"{n_wire} articles")
    assert page.locator("#results > li").count() == n_wire
    choose(page, outlet="all outlets", outcome="injured")
    injured = figures[figures["outcome"] == "injured"]
    n_injured = injured["article_id"].nunique()
    wait_for_status(page, f"{n_injured} articles with a matching sentence")
    assert all("injured" in tag for tag in page.locator("a.tag.figure").all_inner_texts())
    choose(page, outcome="any outcome", type="monitoring group")
    of_type = attributions[attributions["source_type"] == "monitoring_group"]
    with_source = figures.merge(of_type[["attribution_id"]], on="attribution_id")
    expected = set(of_type["article_id"]) | set(with_source["article_id"])
    wait_for_status(page, f"{len(expected)} articles with a matching sentence")


def test_search_finds_sentences_highlights_the_words_and_clears(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", "LINDMOOR fire brigade")
    page.locator("mark.hit").first.wait_for()
    assert "article" in page.inner_text(STATUS)
    highlighted = {text.lower() for text in page.locator("mark.hit").all_inner_texts()}
    assert highlighted <= {"lindmoor", "fire", "brigade"}
    assert page.evaluate("location.hash") == "#q=LINDMOOR%20fire%20brigade"
    page.fill("#q", "no such words at all")
    page.wait_for_function(
        "() => document.querySelector('#status').textContent.startsWith('No article matches')"
    )
    page.get_by_role("button", name="Clear").click()
    wait_for_status(page, "31 articles")
    assert page.evaluate("location.hash") == ""


def test_search_finds_sentences_in_which_nothing_is_marked(open_page, site, tables):
    spoken = tables["figures"], tables["attributions"]
    marked = pd.concat([rows[["article_id", "sentence_id"]] for rows in spoken])
    sentences = tables["sentences"].merge(marked.drop_duplicates(), how="left", indicator=True)
    plain = sentences.loc[sentences["_merge"].eq("left_only") & ~sentences["in_title"]].iloc[3]
    text = tables["articles"].set_index("article_id")["text"][plain["article_id"]]
    words = " ".join(text[plain["start"] : plain["end"]].split())
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", words)
    page.locator("mark.hit").first.wait_for()
    assert page.locator(".sentence").first.inner_text() == words
    page.locator(".sentence").first.click()
    page.wait_for_url(f"**/{urls.sentence(plain['article_id'], plain['sentence_id'])}")
    page.locator(".extracted").wait_for()
    assert wait_for_target(page).is_visible()


def test_a_filter_leaves_out_sentences_in_which_nothing_is_marked(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", "the")
    page.locator("mark.hit").first.wait_for()
    choose(page, outcome="injured")
    page.wait_for_function(
        "() => [...document.querySelectorAll('#results .sentences li')]"
        ".every(row => row.querySelector('.tag.figure'))"
    )
    assert page.locator("#results .sentences li").count() > 0


def test_a_number_of_a_story_leads_to_its_sentence(open_page, site):
    page = open_page(f"{site}/index.html")
    page.locator("table.stories tbody a").first.click()
    page.wait_for_load_state()
    cell = page.locator("table.matrix td a").first
    cell.focus()
    page.keyboard.press("Enter")
    page.locator(".extracted").wait_for()
    target = wait_for_target(page)
    assert target.is_visible()
    assert 0 <= target.bounding_box()["y"] <= 900


def test_what_a_reader_judges_becomes_a_file_of_corrections(open_page, site, tables):
    article_id = tables["figures"]["article_id"].iloc[0]
    page = open_page(f"{site}/{urls.article(article_id)}")
    wrong = page.locator('button.judge[data-table="figures"][data-column="wrong"]').first
    wrong.click()
    right = page.locator('button.judge[data-table="attributions"][data-column="checked"]').first
    right.click()
    assert wrong.get_attribute("aria-pressed") == "true"
    assert "2 marks judged" in page.inner_text("#collected")
    with page.expect_download() as download:
        page.click("#download-corrections")
    rows = pd.read_csv(download.value.path())
    assert rows["column"].tolist() == ["wrong", "checked"]
    assert rows["new"].fillna("").tolist() == ["", "right"]
    place = parse_place(rows["key"].iloc[0])
    text = tables["articles"].set_index("article_id")["text"][article_id]
    assert shorten(text[place.start : place.end]) == place.words
    wrong.click()
    assert "1 mark judged" in page.inner_text("#collected")
    page.click("#forget-corrections")
    assert page.locator("#collected").is_hidden()


def test_rows_of_one_thing_are_joined_by_a_button(open_page, embedded):
    pages = sorted((embedded / "stories").glob("story-*.html"))
    with_matches = [path for path in pages if 'class="matches"' in path.read_text("utf8")]
    page = open_page(with_matches[0].as_uri())
    button = page.locator('button.judge[data-column="merge"]').first
    button.click()
    assert button.inner_text() == "one thing"
    assert button.get_attribute("aria-pressed") == "true"
    with page.expect_download() as download:
        page.click("#download-corrections")
    (row,) = pd.read_csv(download.value.path()).to_dict("records")
    assert (row["table"], row["column"]) == ("quantities", "merge")
    assert all(parse_place(key) for key in row["key"].split(" | "))


def test_a_finding_can_be_shared_by_its_link(open_page, site):
    page = open_page(f"{site}/index.html#finding-02_figures-figures_by_outlet")
    target = wait_for_target(page)
    assert "Six outlets print 159 figures" in target.inner_text()
    assert 0 <= target.bounding_box()["y"] <= 900


def test_searching_for_markup_shows_it_as_text(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    page.fill("#q", "[31mRed")
    page.locator("mark.hit").first.wait_for()
    assert "people <b>" in page.locator(".tag.figure").first.inner_text()
    assert page.locator("#results b, #results script, #results img").count() == 0
    assert page.locator("#results h2").first.inner_text() == small_report.HOSTILE.split("\n")[0]


def test_a_link_to_an_event_opens_the_filtered_list(open_page, site, tables):
    page = wait_for_list(open_page(f"{site}/{urls.event('sample-flood')}"))
    n_articles = (tables["articles"]["event_id"] == "sample-flood").sum()
    wait_for_status(page, f"{n_articles} articles")
    page.locator("#results .sentence").first.click()
    page.locator(".extracted").wait_for()
    assert wait_for_target(page).is_visible()


def test_the_list_has_pages(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    first = page.locator("#results h2").first.inner_text()
    assert page.locator("#results > li").count() == 20
    assert page.get_by_role("button", name="Previous").is_disabled()
    page.get_by_role("button", name="Next").click()
    page.wait_for_function("() => document.querySelector('#page-number').textContent === '2 of 2'")
    assert page.locator("#results > li").count() == 11
    assert page.locator("#results h2").first.inner_text() != first
    assert page.get_by_role("button", name="Next").is_disabled()


def test_the_keyboard_is_enough(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.locator("main:focus").wait_for()  # the jump comes a moment after the key
    page.keyboard.press("Tab")
    page.locator("#q:focus").wait_for()
    page.keyboard.type("bridge")
    page.locator("mark.hit").first.wait_for()


def test_a_jump_within_the_page_keeps_the_filters(open_page, site):
    page = wait_for_list(open_page(f"{site}/evidence/index.html#q=bridge"))
    status = page.inner_text(STATUS)
    page.evaluate("addEventListener('hashchange', () => { window.jumped = true; })")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.jumped")
    assert page.input_value("#q") == "bridge"
    assert page.inner_text(STATUS) == status
    assert page.evaluate("location.hash") == "#q=bridge"
    page.evaluate("location.hash = '#q=flood'")  # as a link or a bookmark does
    page.wait_for_function("() => document.querySelector('#q').value === 'flood'")


def test_layers_can_be_hidden(open_page, site):
    page = open_page(f"{site}/evidence/a/sample-bridge-01.html")
    mark = "document.querySelector('.article-text mark.px-source')"
    background = f"getComputedStyle({mark}).backgroundColor"
    before = page.evaluate(background)
    page.locator("#show-source").press("Space")
    assert page.evaluate(background) == "rgba(0, 0, 0, 0)" != before


def test_a_long_table_can_be_searched_and_sorted(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure summary").click()
    rows = page.locator("figure tbody tr")
    page.get_by_label("Search this table").fill("several missing")
    assert 0 < rows.filter(visible=True).count() < 20
    assert "of 120 rows" in page.locator(".table-search [role=status]").inner_text()
    page.get_by_label("Search this table").fill("")
    heading = page.locator("figure thead th").first
    button = page.locator("figure thead").get_by_role("button", name="outlet")
    button.click()
    assert heading.get_attribute("aria-sort") == "ascending"
    outlets = [text.split("\t")[0] for text in rows.all_inner_texts()]
    assert outlets.index("Kestria Public Broadcasting") < outlets.index("The Open Valley")
    button.click()
    assert heading.get_attribute("aria-sort") == "descending"
    outlets = [text.split("\t")[0] for text in rows.all_inner_texts()]
    assert outlets.index("Kestria Public Broadcasting") > outlets.index("The Open Valley")


def test_numbers_are_sorted_by_value(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.locator("figure summary").click()
    page.locator("figure thead").get_by_role("button", name="sentence_id").click()
    cells = page.locator("figure tbody td:nth-child(3)").all_inner_texts()
    numbers = [int(text) for text in cells]
    assert numbers == sorted(numbers)
    assert numbers[-1] > 9  # by the alphabet 10 would come before 2


def test_without_scripts_every_article_can_be_found(open_page, site):
    page = open_page(f"{site}/evidence/index.html", java_script_enabled=False)
    page.locator("noscript a").click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Oss bridge falls").click()
    page.wait_for_load_state()
    assert "Oss bridge" in page.locator(".article-text").inner_text()
    assert page.locator(".article-text p[id]").count() > 5
    assert page.locator(".article-text mark").count() == 0


def test_print_leaves_out_what_paper_cannot_use(open_page, site):
    page = open_page(f"{site}/pages/02_figures.html")
    page.emulate_media(media="print")
    assert not page.locator(".masthead ul").is_visible()
    assert not page.locator(".previous-next").is_visible()
    assert page.locator("figure svg").is_visible()


def test_a_story_on_paper_is_whole_and_says_where_its_links_lead(open_page, site):
    page = open_page(f"{site}/{urls.story('sample-flood')}", width=720)
    page.emulate_media(media="print")
    assert not page.locator(".masthead ul").is_visible()
    assert not page.locator(".previous-next").is_visible()
    for row in page.locator("details tbody tr").all():
        assert row.bounding_box()["height"] > 0
    widest = "tables => Math.max(...tables.map(table => table.getBoundingClientRect().right))"
    assert page.locator("table").evaluate_all(widest) <= 720
    shown = page.locator(".sentence").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "evidence/a/" in shown


def test_every_finding_of_the_embedded_report_is_made_again_from_its_table(embedded):
    folders = sorted(path for path in (embedded / "outputs").iterdir() if path.is_dir())
    made = [found for folder in folders for found in remade(folder)]
    assert len(made) >= 15
    assert [(name, said) for name, said, again in made if said != again] == []


def test_the_report_of_the_embedded_corpus(open_page, embedded, violations_of):
    names = sorted(path.name for path in (embedded / "pages").glob("[0-9]*.html"))
    stories = sorted(path.name for path in (embedded / "stories").glob("*.html"))
    assert len(stories) > 3
    shown = [*(f"pages/{name}" for name in names), *(f"stories/{name}" for name in stories)]
    for name in ["index.html", *shown]:
        page = open_page(f"{embedded.as_uri()}/{name}")
        for image in page.locator("img").all():
            wait_for_image(page, image)
            assert len(image.get_attribute("alt")) > 20, name
        open_details(page)
        assert violations_of(page) == [], name
    page = open_page(f"{embedded.as_uri()}/pages/02_figures.html")
    open_details(page)
    page.locator("figure tbody a[href*='evidence/a/']").first.click()
    page.locator(".extracted").wait_for()
    assert page.locator(".article-text").is_visible()
    assert wait_for_target(page).is_visible()


def test_going_back_returns_to_the_same_place(open_page, site, tables):
    figure = tables["figures"].iloc[0]
    page = open_page(f"{site}/{urls.figure(figure.article_id, figure.figure_id)}")
    wait_for_target(page, figure.text)
    page.locator(".eyebrow a").click()
    wait_for_list(page)
    page.go_back()
    page.locator(".extracted").wait_for()
    wait_for_target(page, figure.text)
