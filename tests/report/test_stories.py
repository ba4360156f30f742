"""Stories: their ranking, their pages, and that every number leads to its sentence."""

from types import SimpleNamespace

import made_stories
import pandas as pd
import pytest
from made_stories import article, build
from report_pages import PageIds, pages, parse_page, read_table

from analysis.compare.number_words import number_in_words
from analysis.compare.story_doubt import DOUBT_IN_WORDS
from analysis.core import tables as definitions
from analysis.core.doubt_words import WHY_IN_DOUBT
from analysis.corrections.places import parse_place
from analysis.report import evidence, stories, story_page, urls, write_stories
from analysis.report.write_stories import write_stories as write

HOSTILE = "<script>window.hacked = 1</script> & \u202eesrever <b>\n$x^2$"
RUNNABLE = "//@style | //style | //script[not(@src)] | //iframe | //@*[starts-with(name(), 'on')]"
DISPUTED = [
    article("a1", "flood", "Wire", [("houses", 27)], "2024-05-01"),
    article("a2", "flood", "Courier", [("houses", 41)], "2024-05-01"),
    article("a3", "flood", "Lantern", [("houses", 27)], "2024-05-01"),
    article("b1", "fire", "Wire", [("houses", 10)]),
    article("b2", "fire", "Courier", [("houses", 190)]),
    article("c1", "fair", "Wire", [("stalls", 5)]),
    article("c2", "fair", "Courier", [("stalls", 5)]),
    article("d1", "quake", "Wire", [("houses", 20)]),
    article("d2", "quake", "Courier", [("houses", 30)]),
]


def write_all(folder, run_tables, *, n_charts=0):
    """Write the pages of stories and of articles, few with charts; return the ranked stories."""
    ranked = stories.ranked_stories(run_tables)
    labels = {story.story_id: story.label for story in stories.with_pages(ranked)}
    evidence.write_evidence(folder, run_tables, made_stories.SITE, labels)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write_stories, "MAX_CHARTS", n_charts)
        write(folder, run_tables, {"corpus": "made"}, ranked, made_stories.SITE)
    return ranked


@pytest.fixture(scope="module")
def disputed(tmp_path_factory):
    """Return the folder with the pages of ``DISPUTED``, which is not to be changed."""
    folder = tmp_path_factory.mktemp("disputed")
    write_all(folder, build(DISPUTED), n_charts=9)
    return folder


def page_of(folder, story):
    return parse_page(folder / urls.story(story))


def words_of(page):
    return " ".join(page.xpath("//main")[0].text_content().split())


def test_stories_are_ranked_by_pairs_of_outlets_that_differ_then_by_range():
    ranked = stories.ranked_stories(build(DISPUTED))
    assert [story.story_id for story in ranked] == ["flood", "fire", "quake", "fair"]
    assert [story.n_disagreements for story in ranked] == [2, 1, 1, 0]
    flood, *_, fair = ranked
    assert (flood.printed, flood.quantity, flood.n_origins) == ("from 27 to 41", "houses", 3)
    assert (flood.n_outlets, flood.day, flood.differs) == (3, "1 May 2024", True)
    assert (fair.printed, fair.differs, fair.n_shared, fair.n_differing) == ("5", False, 1, 0)


def test_numbers_that_were_replaced_are_left_out_in_words():
    run_tables = build(
        [
            article("a1", "s", "Wire", [("houses", 21)], "2024-05-01"),
            article("a2", "s", "Courier", [("houses", 21)], "2024-05-01"),
            article("a3", "s", "Courier", [("houses", 24)], "2024-05-02"),
            article("a4", "s", "Lantern", [("houses", 29)], "2024-05-02"),
        ]
    )
    (story,) = stories.ranked_stories(run_tables)
    assert story.printed == "from 24 to 29 (the latest numbers)"


def test_the_first_quantity_is_the_first_that_differs():
    run_tables = build(
        [
            article("a1", "s", "Wire", [("houses", 5), ("boats", 7)]),
            article("a2", "s", "Courier", [("houses", 5), ("boats", 9)]),
            article("a3", "s", "Lantern", [("houses", 5), ("boats", 7)]),
        ]
    )
    (story,) = stories.ranked_stories(run_tables)
    assert story.rows["label"].tolist() == ["houses", "boats"]
    assert (story.quantity, story.printed) == ("boats", "from 7 to 9")


def test_numbers_that_may_be_of_two_things_are_not_told_as_different():
    run_tables = build(
        [
            article("a1", "s", "Wire", [("houses", 5), ("boats", 7)]),
            article("a2", "s", "Courier", [("houses", 5), ("boats", 9)]),
            article("a3", "s", "Lantern", [("houses", 5)]),
        ],
        doubtful=["boats"],
    )
    (story,) = stories.ranked_stories(run_tables)
    assert story.rows["in_doubt"].tolist() == [False, True]
    assert (story.quantity, story.printed, story.n_differing) == ("houses", "5", 0)
    assert story.n_disagreements == 0


def test_the_range_of_the_first_quantity_is_told_once(tmp_path):
    made = [
        article("a1", "s", "Wire", [("boats", 7)]),
        article("a2", "s", "Courier", [("boats", 9)]),
        article("b1", "t", "Wire", [("boats", 7)]),
        article("b2", "t", "Courier", [("boats", 7)]),
    ]
    write_all(tmp_path, build(made))
    (differ,), (agree,) = (
        page_of(tmp_path, name).xpath("//p[@class='standfirst']") for name in "st"
    )
    told = words_of(differ)
    assert told.count("boats, from 7") == 1
    assert "For boats the outlets have at most 2 independent origins." in told
    assert "Last numbers as reported: boats, 7 in 2 outlets" in words_of(agree)


def test_a_number_of_one_outlet_is_not_shown_as_shared(tmp_path):
    made = [
        article("a1", "s", "Wire", [("days", 3), ("values", 9)]),
        article("a2", "s", "Courier", [("days", 3)]),
        article("b1", "t", "Wire", [("values", 9)]),
        article("b2", "t", "Courier", [("stalls", 4)]),
    ]
    ranked = write_all(tmp_path, build(made))
    shown = {story.story_id: (story.quantity, story.printed, story.n_origins) for story in ranked}
    assert shown == {"s": ("days", "3", 2), "t": ("", "", None)}
    listed = parse_page(tmp_path / "stories" / "index.html")
    rows = [[cell.text_content() for cell in row] for row in listed.xpath("//tbody/tr")]
    assert rows[1][1:5] == ["no number was read as printed by two outlets", "", "2", ""]


def test_an_outlet_without_a_number_in_the_rows_shown_is_named(tmp_path):
    made = [
        article("a1", "s", "Wire", [("boats", 7)]),
        article("a2", "s", "Courier", [("boats", 9)]),
        article("a3", "s", "Mail", [("values", 4)]),
        article("a4", "s", "Echo", []),
        article("b1", "t", "Wire", [("boats", 7)]),
        article("b2", "t", "Courier", [("boats", 7)]),
    ]
    write_all(tmp_path, build(made))
    told, complete = (words_of(page_of(tmp_path, name)) for name in "st")
    assert "Numbers in other rows only: Mail. No number in any row: Echo." in told
    assert "other rows only" not in complete
    assert "in any row" not in complete


def test_a_story_that_may_be_two_says_so_on_its_page_and_comes_last(tmp_path):
    rows = [
        article("a1", "flood", "Wire", [("houses", 27)]),
        article("a2", "flood", "Courier", [("houses", 41)]),
        article("b1", "fair", "Wire", [("stalls", 5)]),
        article("b2", "fair", "Courier", [("stalls", 5)]),
    ]
    run = build(rows)
    run["stories"]["p"] = [0.9 if name == "fair" else 0.5 for name in run["stories"]["story_id"]]
    ranked = write_all(tmp_path, run)
    assert [story.story_id for story in ranked] == ["fair", "flood"]
    flood = words_of(page_of(tmp_path, "flood"))
    assert "(perhaps two stories)" in flood
    assert DOUBT_IN_WORDS in flood
    fair = page_of(tmp_path, "fair")
    assert "perhaps" not in fair.xpath("string(//h1)")
    assert DOUBT_IN_WORDS not in words_of(fair)


def test_a_toll_that_was_read_with_little_certainty_is_listed_as_such(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 5), ("patients", 38), ("patients", 38)]),
        article("a2", "s", "Courier", [("houses", 5), ("patients", 41)]),
    ]
    run_tables = build(made)
    figures = run_tables["figures"]
    is_toll = figures["low"].ge(38)
    run_tables["figures"] = figures.assign(
        outcome=figures["outcome"].mask(is_toll, "injured"),
        unit=figures["unit"].mask(is_toll, "people"),
        p=figures["p"].mask(is_toll, 0.6),
        source=figures["source"].mask(figures["low"].eq(41), "the hospital"),
    )
    write_all(tmp_path, run_tables)
    page = page_of(tmp_path, "s")
    rows = [
        [cell.text_content() for cell in row] for row in page.xpath("//*[@class='uncertain']//tr")
    ]
    assert [row[1:4] for row in rows[1:]] == [["38", "", "Wire"], ["41", "the hospital", "Courier"]]
    assert not page.xpath("//*[@class='matrix']//td[contains(., '38')]")
    assert page.xpath("//*[@class='uncertain']//a/@href")[0] == "../" + urls.sentence("a1", 2)
    write_all(tmp_path, run_tables | {"figures": figures})
    assert not page_of(tmp_path, "s").xpath("//*[@class='uncertain']")


def test_rows_that_may_be_of_one_thing_are_shown_side_by_side(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 5), ("shots", 38)]),
        article("a2", "s", "Courier", [("houses", 5), ("doses", 41)]),
        article("a3", "s", "Mail", [("houses", 5), ("stalls", 7)]),
    ]
    run_tables = build(made)
    quantities = run_tables["quantities"].set_index("quantity_id")
    for one, other, p in (("s#shots", "s#doses", 0.4), ("s#doses", "s#shots", 0.4)):
        quantities.loc[one, ["possible_match", "p_match"]] = other, p
    quantities.loc["s#stalls", ["possible_match", "p_match"]] = "s#doses", 0.45
    write_all(tmp_path, run_tables | {"quantities": quantities.reset_index()})
    page = page_of(tmp_path, "s")
    rows = page.xpath("//*[@class='matches']/tbody/tr")
    told = [" ".join(row.text_content().split()) for row in rows]
    assert [words.startswith(label) for words, label in zip(told, ("stalls", "shots"), strict=True)]
    assert "38 Wire" in told[1].replace("38Wire", "38 Wire")
    (mark,) = rows[1].xpath(".//span[@class='judge']")
    assert (mark.get("data-table"), mark.get("data-column")) == ("quantities", "merge")
    texts = run_tables["articles"].set_index("article_id")["text"]
    places = [parse_place(key) for key in mark.get("data-key").split(" | ")]
    assert [texts[place.article_id][place.start : place.end] for place in places] == ["38", "41"]
    assert page.xpath("//script[contains(@src, 'corrections.js')]")
    write_all(tmp_path, run_tables)
    page = page_of(tmp_path, "s")
    assert not page.xpath("//*[@class='matches']")
    assert not page.xpath("//script[contains(@src, 'corrections.js')]")


def test_stories_without_a_difference_come_after_those_that_may_differ():
    made = [
        article("a1", "alone", "Wire", [("houses", 5)]),
        article("a2", "alone", "Courier", [("houses", 5)]),
        article("b1", "doubt", "Wire", [("boats", 7)]),
        article("b2", "doubt", "Courier", [("boats", 9)]),
        article("c1", "update", "Wire", [("passengers", 7)], "2024-05-01"),
        article("c2", "update", "Courier", [("passengers", 9)], "2024-05-02"),
    ]
    ranked = stories.ranked_stories(build(made, doubtful=["boats"]))
    assert [story.story_id for story in ranked] == ["update", "doubt", "alone"]
    assert [story.n_disagreements for story in ranked] == [0, 0, 0]


def test_the_list_counts_what_the_page_tells(tmp_path):
    made = [
        article("a1", "s", "Wire", [("people", 36), ("people", 140), ("boats", 7)]),
        article("a2", "s", "Courier", [("people", 36), ("boats", 9)]),
    ]
    run_tables = build(made, doubtful=["boats"])
    run_tables = with_sources(run_tables, "Police", "The monitor", "Police", "Police", "Police")
    (story,) = write_all(tmp_path, run_tables)
    assert (story.n_differing, story.n_in_doubt, story.n_rivalled) == (0, 1, 1)
    assert "print rival numbers side by side" in words_of(page_of(tmp_path, "s"))
    listed = parse_page(tmp_path / "stories" / "index.html")
    (cells,) = [[cell.text_content() for cell in row] for row in listed.xpath("//tbody/tr")]
    assert cells[2] == "none of 2; may differ in 1 (≠?); rival numbers side by side in 1"


def test_one_outlet_has_a_story_from_three_articles_on():
    two = [article(f"a{n}", "short", "Wire", [("boats", n)]) for n in range(1, 3)]
    three = [article(f"b{n}", "long", "Wire", [("boats", n)]) for n in range(1, 4)]
    (story,) = stories.ranked_stories(build([*two, *three]))
    assert (story.story_id, story.is_shared, story.n_disagreements) == ("long", False, 0)


def test_a_story_of_one_outlet_has_a_page_with_its_numbers(tmp_path):
    three = [article(f"b{n}", "long", "Wire", [("boats", n)], f"2024-05-0{n}") for n in range(1, 4)]
    write_all(tmp_path, build(three))
    page = page_of(tmp_path, "long")
    assert "One outlet only, with one number; nothing to compare." in words_of(page)
    (cell,) = page.xpath("//table[@class='matrix']//td")
    assert " ".join(cell.text_content().split()) == "33 May 2024; before: 1, 2"


def test_a_corpus_without_stories_has_a_list_that_says_so(tmp_path):
    ranked = write_all(tmp_path, build([article("a1", None, "Wire", [])]))
    assert ranked == []
    page = parse_page(tmp_path / "stories" / "index.html")
    assert "No story was found that two outlets report" in words_of(page)
    assert [path.name for path in (tmp_path / "stories").glob("*.html")] == ["index.html"]


def test_a_story_without_numbers_has_a_page_and_no_chart(tmp_path):
    write_all(
        tmp_path, build([article("a1", "s", "Wire"), article("a2", "s", "Courier")]), n_charts=9
    )
    page = page_of(tmp_path, "s")
    assert "No number is found in the articles of 2 outlets." in words_of(page)
    assert "No number was found in these articles." in words_of(page)
    assert page.xpath("//img") == []
    assert list((tmp_path / "stories").glob("*.svg")) == []
    listed = words_of(parse_page(tmp_path / "stories" / "index.html"))
    assert f"may be of two things, since {WHY_IN_DOUBT}." in listed
    assert "no number was read as printed by two outlets" in listed


def test_hostile_labels_and_names_are_text(tmp_path):
    made = [
        article("a<1>", "s <1>", HOSTILE, [("<i>houses</i>", 27)], title=HOSTILE),
        article("a2", "s <1>", "Courier", [("<i>houses</i>", 41)], url="javascript:hacked()"),
        article("a3", "s <1>", "Courier", [], url="https://example.org/<b>"),
    ]
    attribution = {
        "attribution_id": "a2-a0",
        "article_id": "a2",
        "sentence_id": 1,
        "kind": "direct",
        "source": HOSTILE,
        "source_name": HOSTILE,
        "content": "x",
        "cue": "said",
        "source_type": "media",
        "anonymous": False,
        "cue_stance": "neutral",
    }
    write_all(tmp_path, build(made, {"s <1>": HOSTILE}, [attribution]), n_charts=9)
    for path in sorted((tmp_path / "stories").glob("*.html")):
        page = parse_page(path)
        assert page.xpath(RUNNABLE) == []
        assert page.xpath("//main//b | //main//i | //main//script") == []
        text = path.read_text(encoding="utf8")
        assert "\u202e" not in text
        assert "window.hacked = 1</script> &" in page.xpath("string(//main)")
        hrefs = [href for href in page.xpath("//a/@href") if ":" in href]
        assert set(hrefs) <= {"https://example.org/<b>"}
    page = page_of(tmp_path, "s <1>")
    assert page.xpath("string(//h1)").startswith("<script>window.hacked")
    assert page.xpath("//table[@class='matrix']//th[@scope='row']/a/text()") == ["<i>houses</i>"]


def test_every_cell_of_a_matrix_leads_to_its_sentence(folder):
    printed = {}
    for figure in read_table(folder, "figures").to_dict("records"):
        address = urls.sentence(figure["article_id"], figure["sentence_id"])
        printed.setdefault(address, set()).add(number_in_words(figure))
    ids = PageIds()
    n_cells = 0
    for path in sorted((folder / "stories").glob("*.html")):
        for link in parse_page(path).xpath("//table[@class='matrix']//td/a"):
            address = link.get("href").removeprefix("../")
            file, _, fragment = address.partition("#")
            assert fragment in ids.of(folder / file), (path, address)
            assert link.text in printed[address], (path, address)
            n_cells += 1
    assert n_cells > 40


def test_a_cell_and_the_sentence_below_it_have_the_same_target(folder):
    for path in sorted((folder / "stories").glob("[!i]*.html")):
        page = parse_page(path)
        cells = page.xpath("//table[@class='matrix']//td/a/@href")
        assert sorted(cells) == sorted(page.xpath("//ul[@class='quoted']//a/@href"))
        rows = page.xpath("//table[@class='matrix']//th[@scope='row']/a/@href")
        assert {href[1:] for href in rows} == set(page.xpath("//section//h3/@id"))


def test_the_title_of_a_chart_is_above_it_in_words_too(disputed):
    (title,) = page_of(disputed, "flood").xpath("//figure/*[@class='narrow-title']")
    assert title.text.strip().startswith("Label of flood: houses, from 27")


def test_the_number_in_a_sentence_is_marked(disputed):
    page = page_of(disputed, "flood")
    marked = page.xpath("//ul[@class='quoted']//mark/text()")
    assert sorted(marked) == ["27", "27", "41"]
    first = page.xpath("//ul[@class='quoted']//a")[0].text_content()
    assert first == "The town counted 27 houses that day."


def test_cells_that_differ_are_marked_by_a_sign(disputed):
    page = page_of(disputed, "flood")
    cells = page.xpath("//table[@class='matrix']//td[@class='differs']")
    assert [" ".join(cell.text_content().split()) for cell in cells] == ["41 ≠1 May 2024"]
    assert page.xpath("string(//table[@class='matrix']//th[@scope='row']/strong)") == "≠"
    assert page_of(disputed, "fair").xpath("//*[contains(text(), '≠')]/ancestor::table") == []


def test_a_row_in_doubt_has_a_sign_of_its_own(tmp_path):
    articles = [
        article("a1", "s", "Wire", [("houses", 5), ("boats", 7)]),
        article("a2", "s", "Courier", [("houses", 5), ("boats", 9)]),
        article("a3", "s", "Lantern", [("houses", 5)]),
    ]
    write_all(tmp_path, build(articles, doubtful=["boats"]))
    page = page_of(tmp_path, "s")
    rows = page.xpath("//table[@class='matrix']//th[@scope='row']")
    signs = [
        "".join(row.xpath("./strong/text() | ./span[@class='may-differ']/text()")) for row in rows
    ]
    assert signs == ["", "≠?"]


def test_a_row_is_told_in_the_words_of_the_article_that_was_first(tmp_path):
    run = build(DISPUTED)
    write_all(tmp_path, run)
    (row,) = page_of(tmp_path, "flood").xpath("//table[@class='matrix']//th[@scope='row']")
    (words,) = row.xpath("./q")
    assert words.xpath("string(./strong)") == "27"
    first = run["articles"].set_index("article_id").loc["a1", "text"]
    assert words.text_content().strip("… ") in " ".join(first.split())


def test_pages_and_charts_are_limited_and_the_list_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(stories, "MAX_PAGES", 2)
    write_all(tmp_path, build(DISPUTED), n_charts=1)
    names = {path.name for path in (tmp_path / "stories").glob("[!i]*.html")}
    assert names == {"flood.html", "fire.html"}
    listed = parse_page(tmp_path / "stories" / "index.html")
    assert "The first 2 have a page." in words_of(listed)
    assert listed.xpath("//table[@class='stories']//th/a/@href") == ["flood.html", "fire.html"]
    assert len(listed.xpath("//table[@class='stories']/tbody/tr")) == 4
    assert [path.name for path in (tmp_path / "stories").glob("*.svg")] == ["flood.svg"]
    assert 'story="fire"' in words_of(page_of(tmp_path, "fire"))
    article_page = parse_page(tmp_path / urls.article("d1"))
    assert article_page.xpath("//a[contains(@href, 'stories/quake')]") == []


def test_an_article_leads_to_its_story(disputed):
    page = parse_page(disputed / urls.article("a1"))
    (link,) = page.xpath("//main//a[contains(@href, 'stories/')]")
    assert (link.get("href"), link.text) == ("../../stories/flood.html", "Label of flood")


def test_later_versions_stand_next_to_earlier_ones(tmp_path):
    made = [
        article("v1", "s", "Wire", [("houses", 27)], "2024-05-01", more=["It <b>rained</b>."]),
        article("v2", "s", "Courier", [("houses", 41)], "2024-05-02", more=["It <b>rained</b>."]),
    ]
    made[1]["row"]["update_of"] = "v1"
    write_all(tmp_path, build(made))
    table = page_of(tmp_path, "s").xpath("//table[@class='versions']")[0]
    heads = [head.text_content() for head in table.xpath(".//th")]
    assert heads == ["Earlier: Wire, 1 May 2024", "Later: Courier, 2 May 2024"]
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    assert rows[1:] == [
        ["The town counted 27 houses that day.", "The town counted 41 houses that day."]
    ]
    assert table.xpath(".//mark/text()") == ["27", "41"]


def test_sources_and_names_are_counted_by_outlet(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 27)]),
        article("a2", "s", "Courier", [("houses", 27)]),
    ]
    said = {"kind": "direct", "content": "x", "cue": "said", "anonymous": False}
    said |= {"source_type": "state_official", "cue_stance": "neutral"}
    attributions = [
        {**said, "attribution_id": "1", "article_id": "a1", "sentence_id": 0, "source": "Ministry"},
        {**said, "attribution_id": "2", "article_id": "a1", "sentence_id": 1, "source": "ministry"},
        {
            **said,
            **{"attribution_id": "3", "article_id": "a2", "sentence_id": 1},
            "source": "the Ministry",
        },
        {**said, "attribution_id": "4", "article_id": "a2", "sentence_id": 1},
    ]
    name = {"start": 0, "end": 4, "text": "News", "referent": "the_dead", "scare": False}
    name |= {"article_id": "a2", "sentence_id": 0, "voice": "own"}
    names = [
        {**name, "choice": "fell_silent", "counted": True},
        {**name, "choice": "hidden", "counted": False},
    ]
    write_all(tmp_path, build(made, None, attributions, names))
    page = page_of(tmp_path, "s")
    (row,) = page.xpath("//section[@aria-labelledby='sources']//tbody/tr")
    cells = [cell.text_content() for cell in row]
    assert cells == ["Ministry", "state official", "Wire 2, Courier 1"]
    assert row.xpath(".//a/@href")[0] == "../evidence/a/a1.html#s0"
    (row,) = page.xpath("//section[@aria-labelledby='names']//tbody/tr")
    assert [cell.text_content() for cell in row] == [
        "the dead",
        "News (fell silent)",
        "Courier 1",
    ]


@pytest.mark.parametrize(
    ("choice", "printed", "shown"),
    [
        ("clashes", ["confrontation", "Confrontation", "duel"], "confrontation, duel (clashes)"),
        ("clashes", ["skirmish", "clash"], "clash, skirmish"),
        ("attack", ["Attacks"], "Attacks"),
        ("died_or_dead", ["dead", "dead", "died"], "dead, died"),
        ("unrest", ["w", "z", "y", "x", "x"], "x, w, y (unrest)"),
    ],
)
def test_names_are_printed_in_the_outlets_own_words(tmp_path, choice, printed, shown):
    made = [
        article("a1", "s", "Wire", [("houses", 27)]),
        article("a2", "s", "Courier", [("houses", 27)]),
    ]
    name = {"start": 0, "end": 4, "referent": "the_violence", "scare": False, "counted": True}
    name |= {"article_id": "a2", "sentence_id": 0, "voice": "own", "choice": choice}
    write_all(tmp_path, build(made, None, (), [{**name, "text": text} for text in printed]))
    (row,) = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='names']//tbody/tr")
    assert row[1].text_content() == shown


def test_polls_of_no_body_and_aides_are_rows_of_their_own_and_a_pronoun_is_none(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 27)]),
        article("a2", "s", "Courier", [("houses", 27)]),
    ]
    said = {"kind": "direct", "content": "x", "cue": "said", "anonymous": False}
    said |= {"source_type": "other", "cue_stance": "neutral", "sentence_id": 1}
    names = [("a1", "new poll"), ("a2", "New Poll"), ("a1", "Ada Quist"), ("a2", "Ada Quist")]
    names += [("a1", "aides of Ada Quist"), ("a1", "they")]
    attributions = [
        {**said, "attribution_id": str(n), "article_id": key, "source": name}
        for n, (key, name) in enumerate(names)
    ]
    write_all(tmp_path, build(made, None, attributions))
    rows = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='sources']//tbody/tr")
    found = [(row[0].text_content(), row[2].text_content()) for row in rows]
    assert found[0] == ("Ada Quist", "Courier 1, Wire 1")
    assert sorted(found[1:]) == [
        ("New Poll", "Courier 1"),
        ("aides of Ada Quist", "Wire 1"),
        ("new poll", "Wire 1"),
    ]


def test_what_an_outlet_prints_twice_counts_once(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 27)]),
        article("a2", "s", "Wire", [("houses", 27)], duplicate_of="a1"),
        article("a3", "s", "Courier", [("houses", 27)], duplicate_of="a1"),
    ]
    said = {"kind": "direct", "content": "x", "cue": "said", "anonymous": False}
    said |= {"source_type": "state_official", "cue_stance": "neutral", "source": "Ministry"}
    said |= {"sentence_id": 1}
    attributions = [
        {**said, "attribution_id": name, "article_id": name} for name in ("a1", "a2", "a3")
    ]
    write_all(tmp_path, build(made, None, attributions))
    (row,) = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='sources']//tbody/tr")
    assert row[2].text_content() == "Courier 1, Wire 1"


def accusing(article, accused, stance):
    """Return the sentence "... blamed ..." of an article as an attribution and its cue."""
    text = article["row"]["text"]
    start = text.index("blamed")
    said = {"kind": "indirect", "content": "x", "cue": "blamed", "anonymous": False}
    said |= {"attribution_id": f"x-{accused}", "article_id": article["row"]["article_id"]}
    said |= {"sentence_id": 2, "source": "The mayor", "source_name": "Mayor Ada Quist"}
    said |= {"source_type": "local_authority", "cue_stance": stance}
    span = {"article_id": said["article_id"], "attribution_id": said["attribution_id"]}
    span |= {"role": "cue", "start": start, "end": start + len("blamed")}
    return said, span


@pytest.mark.parametrize(("stance", "n_rows"), [("accusing", 1), ("neutral", 0)])
def test_who_blames_whom_leads_to_its_sentence(tmp_path, stance, n_rows):
    made = [
        article("a1", "s", "Wire", [("houses", 27)], more=["The mayor blamed the operator."]),
        article("a2", "s", "Courier", [("houses", 27)]),
    ]
    said, span = accusing(made[0], "operator", stance)
    write_all(tmp_path, build(made, None, [said], spans=[span]))
    rows = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='accusations']//tbody/tr")
    assert len(rows) == n_rows
    for row in rows:
        cells = [cell.text_content() for cell in row]
        assert cells[1:] == ["Wire", "Mayor Ada Quist", "blamed", "the operator"]
        assert row.xpath(".//a/@href") == ["../evidence/a/a1.html#s2"]


def test_a_copy_of_one_outlet_blames_nobody_again(tmp_path):
    blaming = ["The mayor blamed the operator."]
    made = [
        article("a1", "s", "Wire", [("houses", 27)], more=blaming),
        article("a2", "s", "Wire", [("houses", 27)], more=blaming, duplicate_of="a1"),
        article("a3", "s", "Courier", [("houses", 27)], more=blaming, duplicate_of="a1"),
    ]
    said, spans = zip(
        *(accusing(one, one["row"]["article_id"], "accusing") for one in made), strict=True
    )
    write_all(tmp_path, build(made, None, list(said), spans=list(spans)))
    rows = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='accusations']//tbody/tr")
    assert sorted(row[1].text_content() for row in rows) == ["Courier", "Wire"]


def test_a_page_says_army_or_police(tmp_path):
    made = [
        article("a1", "s", "Wire", [("houses", 27)]),
        article("a2", "s", "Courier", [("houses", 27)]),
    ]
    said = {"kind": "direct", "content": "x", "cue": "said", "anonymous": False}
    said |= {"attribution_id": "1", "article_id": "a1", "sentence_id": 0, "source": "Police"}
    attributions = [{**said, "source_type": "military", "cue_stance": "neutral"}]
    write_all(tmp_path, build(made, None, attributions))
    (row,) = page_of(tmp_path, "s").xpath("//section[@aria-labelledby='sources']//tbody/tr")
    assert [cell.text_content() for cell in row][:2] == ["Police", "army or police"]


@pytest.mark.parametrize(("n_outlets", "n_quantities"), [(40, 60), (200, 3)])
def test_a_large_story_stays_small_and_says_what_it_leaves_out(tmp_path, n_outlets, n_quantities):
    made = []
    for n in range(n_outlets):
        numbers = [(f"things{q:03}", 100 + q + n) for q in range(n_quantities)]
        made.append(article(f"a{n}", "s", f"Outlet {n:03}", numbers))
    run_tables = build(made)
    (story,) = stories.ranked_stories(run_tables)
    write(tmp_path, run_tables, {"corpus": "made"}, [story], made_stories.SITE)
    path = tmp_path / urls.story("s")
    assert path.stat().st_size < 400_000
    words = words_of(parse_page(path))
    n_more = n_outlets - story_page.MAX_COLUMNS
    assert f"{n_more} more outlets not shown here." in words
    if n_quantities > story_page.MAX_ROWS:
        assert f"{n_quantities - story_page.MAX_ROWS} more quantities not shown here." in words
    saved = pd.read_csv(tmp_path / "stories" / "s.csv")
    assert len(saved) == n_outlets * n_quantities


def test_the_same_tables_give_the_same_bytes(disputed, tmp_path):
    write_all(tmp_path, build(DISPUTED), n_charts=9)
    first = sorted(path for path in (disputed / "stories").iterdir())
    assert {path.suffix for path in first} == {".html", ".svg", ".csv"}
    for path in first:
        assert path.read_bytes() == (tmp_path / "stories" / path.name).read_bytes(), path


def test_no_page_shows_names_of_columns(folder):
    columns = {
        name
        for table in definitions.ALL.values()
        for name in table.columns
        if "_" in name and name not in ("state_official",)
    }
    for path in [*sorted((folder / "stories").glob("*.html")), folder / "index.html"]:
        heads = parse_page(path).xpath("//th[@scope='col']")
        assert not columns & {head.text_content() for head in heads}, path


def test_pages_of_stories_keep_a_short_navigation(folder):
    (path, *_) = sorted((folder / "stories").glob("[!i]*.html"))
    links = parse_page(path).xpath("//nav[@aria-label='Pages']//a")
    assert [link.text for link in links] == ["Parallax", "index", "stories", "evidence"]
    assert len(pages(folder / "stories")) > 4


def test_a_story_of_one_article_has_no_page_beside_those_of_several():
    lone, shared = (SimpleNamespace(n_articles=n) for n in (1, 2))
    assert stories.with_pages([lone, shared, lone]) == [shared]
    assert stories.with_pages([lone, lone]) == [lone, lone]
    assert len(stories.with_pages([shared] * 999)) == stories.MAX_PAGES


def with_sources(tables_of_run, *sources):
    """Return tables whose figures are on the word of sources, in order."""
    figures = tables_of_run["figures"].assign(source=list(sources))
    return tables_of_run | {"figures": figures}


def test_rival_numbers_of_one_outlet_are_no_difference_between_outlets():
    crowd = [("people", 36), ("people", 140)]
    agreeing = build(
        [article("a1", "s", "Wire", crowd), article("a2", "s", "Courier", [("people", 36)])]
    )
    (story,) = stories.ranked_stories(with_sources(agreeing, "Police", "The monitor", "Police"))
    assert (story.n_shared, story.n_differing, story.n_rivalled) == (1, 0, 1)
    assert (story.differs, story.n_disagreements) == (False, 1)
    (plain,) = stories.ranked_stories(with_sources(agreeing, "Police", "Police", "Police"))
    assert (plain.n_rivalled, plain.n_disagreements) == (0, 0)


def test_rival_numbers_that_one_outlet_alone_prints_are_not_counted():
    crowd = [("people", 36), ("people", 140)]
    tables_of_run = build([article("a1", "s", "Wire", crowd), article("a2", "s", "Courier")])
    (story,) = stories.ranked_stories(with_sources(tables_of_run, "Police", "The monitor"))
    assert (story.n_shared, story.n_rivalled, story.n_disagreements) == (0, 0, 0)
