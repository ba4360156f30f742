"""The data of the project: labels fit their texts, copies are exact, the codebook is current."""

import ast
import csv
import hashlib
import json
import re
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, pairwise

import pandas as pd
import pytest

from analysis.core import codebook, paths, tables

FIGURE = (
    "number_text",
    "qualifier_text",
    "low",
    "high",
    "qualifier",
    "implicit",
    "outcome",
    "counted",
    "group",
    "source",
    "agent",
    "start",
    "end",
)
ATTRIBUTION = (
    "source",
    "cue",
    "content",
    "source_type",
    "source_name",
    "carrier",
    "stance",
    "kind",
)
BOUNDS = {  # which of low and high a qualifier sets
    "exact": "both",
    "approx": "both",
    "range": "both",
    "at_least": "low",
    "more_than": "low",
    "at_most": "high",
    "less_than": "high",
    "vague": "none",
}
SHA256 = {
    "seeds/000_7ed131dd9bb60aac.txt": (
        "785562f22a7d3a7b51bd5f008b81ae1601b1603c076dcc75932f633024cfdc5a"
    ),
    "data/claims/raqqa_2017_2019.csv": (
        "8aea20aad955fdc8f706bf6ed056458600e80e8d5d83c6d8d10efa45ddf13045"
    ),
    "data/claims/al_ahli_2023.csv": (
        "b93c10f03f8dca11503735a0942f6ff8b1051d99c56b2c9e45f584a77ae5a6a8"
    ),
}


def lines(name):
    text = (paths.SAMPLE / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


ARTICLES = lines("articles.jsonl")
LABELS = lines("labels.jsonl")
FIGURES = [figure for article in LABELS for figure in article["figures"]]
ATTRIBUTIONS = [label for article in LABELS for label in article["attributions"]]
each_labelled = pytest.mark.parametrize("article", LABELS, ids=lambda a: a["article_id"])


def by_event(articles):
    groups = {}
    for article in articles:
        groups.setdefault(article["event_id"], []).append(article)
    return groups


def spans_of(label):
    """Return all spans of an attribution in the order of the text."""
    return sorted(tuple(span) for role in tables.ROLES for span in label[role])


def assert_no_overlap(spans):
    for before, after in pairwise(spans):
        assert before[1] <= after[0]


def test_thirty_articles_by_six_outlets_on_five_events():
    assert len(ARTICLES) == len({article["article_id"] for article in ARTICLES}) == 30
    assert len({article["outlet"] for article in ARTICLES}) == 6
    events = by_event(ARTICLES)
    assert len(events) == 5
    for articles in events.values():
        assert len({article["outlet"] for article in articles}) >= 5
        assert len({article["published"] for article in articles}) >= 3


def test_events_are_weeks_apart():
    spans = []
    for articles in by_event(ARTICLES).values():
        days = [article["published"] for article in articles if article["published"]]
        spans.append((date.fromisoformat(min(days)), date.fromisoformat(max(days))))
    for earlier, later in pairwise(sorted(spans)):
        assert (later[0] - earlier[1]).days >= 14


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["article_id"])
def test_an_article_is_title_blank_line_body(article):
    title, body = article["text"].split("\n\n", 1)
    assert title == article["title"]
    assert "\n" not in title
    assert 120 <= len(article["text"].split()) <= 260
    assert body == body.strip()


def similarity(first, second):
    words, other_words = first["text"].split(), second["text"].split()
    return SequenceMatcher(None, words, other_words, autojunk=False).ratio()


def test_one_has_no_date_and_one_is_a_copy():
    assert sum(article["published"] is None for article in ARTICLES) == 1
    copies = []
    for first, second in combinations(ARTICLES, 2):
        if first["event_id"] == second["event_id"] and similarity(first, second) > 0.75:
            copies.append((first["article_id"], second["article_id"]))
    assert copies == [("sample-prison-01", "sample-prison-02")]


def test_labels_have_the_same_texts():
    for labelled, article in zip(LABELS, ARTICLES, strict=True):
        for name in ("article_id", "event_id", "outlet", "text"):
            assert labelled[name] == article[name]


def test_every_event_has_enough_figures():
    for articles in by_event(LABELS).values():
        assert sum(len(article["figures"]) for article in articles) >= 15


@each_labelled
def test_figures_are_in_the_text(article):
    text = article["text"]
    for figure in article["figures"]:
        assert tuple(figure) == FIGURE
        assert text[figure["start"] : figure["end"]] == figure["number_text"]
        for part in ("counted", "source", "agent"):
            assert figure[part] is None or (figure[part] and figure[part] in text)
        if figure["qualifier_text"]:
            assert text[: figure["start"]].endswith(figure["qualifier_text"] + " ")


@each_labelled
def test_figures_have_allowed_values_and_fitting_bounds(article):
    for figure in article["figures"]:
        assert figure["qualifier"] in tables.QUALIFIERS
        assert figure["outcome"] in tables.OUTCOMES
        assert figure["group"] in tables.GROUPS
        low, high, bounds = figure["low"], figure["high"], BOUNDS[figure["qualifier"]]
        assert (low is not None) == (bounds in ("both", "low"))
        assert (high is not None) == (bounds in ("both", "high"))
        if figure["qualifier"] == "range":
            assert low < high
        elif bounds == "both":
            assert low == high
        if figure["implicit"]:
            assert (low, high) == (1, 1)
            assert figure["number_text"].lower() in ("a", "an")
        digits = figure["number_text"].replace(",", "")
        if digits.isdigit():
            assert int(digits) in (low, high)


@each_labelled
def test_attributions_are_in_the_text(article):
    text = article["text"]
    for label in article["attributions"]:
        assert tuple(label) == ATTRIBUTION
        assert label["cue"]
        assert label["content"]
        for start, end in spans_of(label):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert_no_overlap(spans_of(label))
        for _, end in label["content"]:
            assert text[end - 1] not in ".,;:"
        assert label["carrier"] is None or label["carrier"] in text


def kind_of(parts):
    """Return the kind of an attribution by the quotation marks in its content."""
    if all(part[0] in '"“' and part[-1] in '"”' for part in parts):
        return "direct"
    if re.search('["“”]', "".join(parts)):
        return "mixed"
    return "indirect"


@each_labelled
def test_attributions_have_allowed_values(article):
    text = article["text"]
    for label in article["attributions"]:
        assert label["source_type"] in tables.SOURCE_TYPES
        assert label["stance"] in tables.STANCES
        assert label["kind"] == kind_of([text[start:end] for start, end in label["content"]])


@each_labelled
def test_no_character_is_in_two_attributions(article):
    spans = []
    for label in article["attributions"]:
        spans += spans_of(label)
    assert_no_overlap(sorted(spans))


@pytest.mark.parametrize(
    ("labels", "field", "allowed"),
    [
        (FIGURES, "qualifier", tables.QUALIFIERS),
        (FIGURES, "group", tables.GROUPS),
        (FIGURES, "outcome", tables.OUTCOMES),
        (ATTRIBUTIONS, "stance", tables.STANCES),
        (ATTRIBUTIONS, "kind", tables.KINDS),
        (ATTRIBUTIONS, "source_type", tables.SOURCE_TYPES),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_sample_has_every_value_of_the_labels(labels, field, allowed):
    assert {label[field] for label in labels} == set(allowed)


INVENTED = sorted((paths.DATA / "labels" / "invented_news").glob("*.jsonl"))


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_marked_numbers_stand_in_their_articles(path):
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(articles) >= 20
    for article in articles:
        for label in article["statements"]:
            assert article["text"][label["start"] : label["end"]] == label["number_text"]
            assert label["outcome"] in (None, *tables.OUTCOMES)


STORIES = sorted((paths.DATA / "labels" / "invented_stories").glob("*.jsonl"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_invented_stories_have_several_outlets(path):
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({article["article_id"] for article in articles}) == len(articles)
    assert 20 <= len(articles) <= 24
    outlets = {event: set() for event in (article["event"] for article in articles)}
    for article in articles:
        outlets[article["event"]].add(article["outlet"])
        assert len(article["text"].split()) >= 60
    assert sum(len(own) > 1 for own in outlets.values()) >= 5


def test_articles_of_judged_rows_are_not_kept_twice():
    files = sorted((paths.DATA / "labels" / "invented_rows").glob("*.jsonl"))
    kept = {json.loads(line)["title"] for path in STORIES for line in path.open(encoding="utf8")}
    for path in files:
        articles = [json.loads(line) for line in path.open(encoding="utf8")]
        assert len({article["article_id"] for article in articles}) == len(articles) >= 24
        assert {article["article_id"][:9] for article in articles} == {path.stem}
        assert not kept & {article["title"] for article in articles}


def _invented_texts(with_titles=False):
    files = sorted((paths.DATA / "labels").glob("invented_*/*.jsonl"))
    rows = [json.loads(line) for path in files for line in path.open(encoding="utf8")]
    if with_titles:
        for row in rows:
            if not row["text"].startswith(row["title"]):
                row["text"] = f"{row['title']}\n\n{row['text']}"
    return {row["article_id"]: row["text"] for row in rows}


def test_labelled_numbers_stand_in_their_articles():
    texts = _invented_texts()
    table = pd.read_csv(paths.DATA / "labels" / "invented_numbers.csv")
    assert len(table) == 5_552
    assert set(table["standing"]) == set(tables.STANDINGS)
    assert not table.duplicated(["article_id", "start"]).any()
    for row in table.itertuples():
        words = texts[row.article_id][row.start : row.end]
        assert words == words.strip() != ""


def test_labelled_pairs_are_of_two_numbers_of_their_article():
    texts = _invented_texts(with_titles=True)
    table = pd.read_csv(paths.DATA / "labels" / "invented_pairs.csv")
    assert len(table) == 1_496
    for row in table.itertuples():
        spans = (row.start, row.end), (row.other_start, row.other_end)
        one, other = (texts[row.article_id][slice(*span)] for span in spans)
        assert one == one.strip() != ""
        assert other == other.strip() != ""


def test_written_numbers_stand_in_their_passages():
    path = paths.DATA / "labels" / "written_numbers.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({row["text"] for row in rows}) == len(rows) == 390
    for row in rows:
        for number in row["numbers"]:
            words = row["text"][number["start"] : number["end"]]
            assert words == words.strip() != ""
            assert number["standing"] in tables.STANDINGS
        assert any(number["standing"] != "stands" for number in row["numbers"])


def test_labelled_mentions_of_invented_articles_stand_in_them():
    texts = _invented_texts()
    table = pd.read_csv(paths.DATA / "labels" / "invented_targets.csv")
    assert len(table) == 1_498
    assert set(table["polarity"]) == {"negative", "neutral", "positive"}
    for row in table.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.mention
        assert row.sentence_start <= row.start < row.end <= row.sentence_end


def test_written_sentences_hold_their_mentions():
    path = paths.DATA / "labels" / "written_targets.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(row["text"][row["start"] : row["end"]] == row["mention"] for row in rows)
    assert {row["polarity"] for row in rows} == {"negative", "neutral", "positive"}


def test_some_attributions_of_the_sample_have_a_carrier():
    assert sum(label["carrier"] is not None for label in ATTRIBUTIONS) >= 10


@pytest.mark.parametrize(("name", "expected"), SHA256.items())
def test_copies_are_exact(name, expected):
    assert hashlib.sha256((paths.ROOT / name).read_bytes()).hexdigest() == expected


@pytest.mark.parametrize(("name", "n_rows"), [("raqqa_2017_2019", 175), ("al_ahli_2023", 93)])
def test_claims_have_their_rows(name, n_rows):
    with (paths.CLAIMS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["row_id"] for row in rows}) == n_rows
    for row in rows:
        assert None not in row
        assert row["outlet"]
        assert row["qualifier"]


def test_the_index_of_seeds_names_every_file():
    with (paths.SEEDS / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "outlet", "published", "title", "speaker", "url", "place"]
    assert {row["file"] for row in rows} == {path.name for path in paths.SEEDS.glob("*.txt")}
    for row in rows:
        text = (paths.SEEDS / row["file"]).read_text(encoding="utf-8")
        assert text.splitlines()[0] == row["title"]
        assert date.fromisoformat(row["published"])


def section_of(table):
    """Return the codebook's section on a table."""
    text = codebook.PATH.read_text(encoding="utf-8")
    return text.split(f"\n### {table.name}\n")[1].split("\n### ")[0]


def defined_tables(path):
    """Yield the name of every table that a module defines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Table":
            yield node.args[0].value


COLUMNS = [
    pytest.param(column, id=f"{table.name}-{name}")
    for table in codebook.every_table()
    for name, column in table.columns.items()
]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LICENSE", ["Apache License", "Version 2.0, January 2004", "APPENDIX"]),
        (
            "NOTICE",
            [
                "CC BY-SA 4.0",
                "CC BY 4.0",
                "PolNeAR",
                "NewsMTSC",
                "FA-KES",
                "VADER",
                "Punkt",
                "WordNet",
                "historic",
            ],
        ),
    ],
)
def test_licences_are_named(name, words):
    text = (paths.ROOT / name).read_text(encoding="utf-8")
    assert [word for word in words if word not in text] == []
