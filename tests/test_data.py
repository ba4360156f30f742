"""The data that travel with the code: labels fit the texts, and copies are exact."""

import csv
import hashlib
import json
import re
from datetime import date
from difflib import SequenceMatcher

import pytest

from analysis.core import paths, tables

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
SHAPES = {  # which of low and high a qualifier leaves open
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
    "seeds/000_7ed131dd9bb60aac.txt": "785562f22a7d3a7b51bd5f008b81ae1601b1603c076dcc75932f633024cfdc5a",
    "data/claims/raqqa_2017_2019.csv": "8aea20aad955fdc8f706bf6ed056458600e80e8d5d83c6d8d10efa45ddf13045",
    "data/claims/al_ahli_2023.csv": "b93c10f03f8dca11503735a0942f6ff8b1051d99c56b2c9e45f584a77ae5a6a8",
}


def lines(name):
    return [
        json.loads(line) for line in (paths.SAMPLE / name).read_text(encoding="utf-8").splitlines()
    ]


ARTICLES, LABELS = lines("articles.jsonl"), lines("labels.jsonl")
each_labelled = pytest.mark.parametrize("article", LABELS, ids=lambda a: a["article_id"])


def test_thirty_dispatches_by_six_outlets_on_five_events():
    assert len(ARTICLES) == len({a["article_id"] for a in ARTICLES}) == 30
    assert len({a["outlet"] for a in ARTICLES}) == 6
    events = {
        e: [a for a in ARTICLES if a["event_id"] == e] for e in {a["event_id"] for a in ARTICLES}
    }
    assert len(events) == 5
    assert all(len({a["outlet"] for a in on}) >= 5 for on in events.values())
    assert all(len({a["published"] for a in on}) >= 3 for on in events.values())


def test_events_lie_weeks_apart():
    days = {
        e: [
            date.fromisoformat(a["published"])
            for a in ARTICLES
            if a["event_id"] == e and a["published"]
        ]
        for e in {a["event_id"] for a in ARTICLES}
    }
    spans = sorted((min(d), max(d)) for d in days.values())
    assert all(
        (later[0] - earlier[1]).days >= 14 for earlier, later in zip(spans, spans[1:], strict=False)
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["article_id"])
def test_a_dispatch_is_title_blank_line_body(article):
    title, body = article["text"].split("\n\n", 1)
    assert title == article["title"]
    assert "\n" not in title
    assert 120 <= len(article["text"].split()) <= 260
    assert body == body.strip()


def test_one_has_no_date_and_one_is_a_copy():
    assert sum(a["published"] is None for a in ARTICLES) == 1
    alike = [
        (a["article_id"], b["article_id"])
        for i, a in enumerate(ARTICLES)
        for b in ARTICLES[i + 1 :]
        if a["event_id"] == b["event_id"]
        and SequenceMatcher(None, a["text"].split(), b["text"].split(), autojunk=False).ratio()
        > 0.75
    ]
    assert alike == [("sample-prison-01", "sample-prison-02")]


def test_labels_have_the_same_texts():
    assert [(a["article_id"], a["event_id"], a["outlet"], a["text"]) for a in LABELS] == [
        (a["article_id"], a["event_id"], a["outlet"], a["text"]) for a in ARTICLES
    ]


def test_every_event_has_figures_enough():
    for event in {a["event_id"] for a in LABELS}:
        assert sum(len(a["figures"]) for a in LABELS if a["event_id"] == event) >= 15


@each_labelled
def test_figures_stand_in_the_text(article):
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
        low, high, shape = figure["low"], figure["high"], SHAPES[figure["qualifier"]]
        assert (low is not None, high is not None) == (
            shape in ("both", "low"),
            shape in ("both", "high"),
        )
        if shape == "both":
            assert low < high if figure["qualifier"] == "range" else low == high
        if figure["implicit"]:
            assert (low, high, figure["number_text"].lower()) in ((1, 1, "a"), (1, 1, "an"))
        digits = figure["number_text"].replace(",", "")
        if digits.isdigit():
            assert int(digits) in (low, high)


@each_labelled
def test_attributions_stand_in_the_text(article):
    text = article["text"]
    for attribution in article["attributions"]:
        assert tuple(attribution) == ATTRIBUTION
        assert attribution["cue"]
        assert attribution["content"]
        spans = sorted(tuple(s) for role in tables.ROLES for s in attribution[role])
        assert all(
            0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()
            for start, end in spans
        )
        assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
        assert all(text[end - 1] not in ".,;:" for _, end in attribution["content"])
        assert attribution["carrier"] is None or attribution["carrier"] in text


@each_labelled
def test_attributions_have_allowed_values(article):
    text = article["text"]
    for attribution in article["attributions"]:
        assert attribution["source_type"] in tables.SOURCE_TYPES
        assert attribution["stance"] in tables.STANCES
        pieces = [text[s:e] for s, e in attribution["content"]]
        quoted = all(p[0] in '"“' and p[-1] in '"”' for p in pieces)
        marks = bool(re.search('["“”]', "".join(pieces)))
        assert attribution["kind"] == ("direct" if quoted else "mixed" if marks else "indirect")


@each_labelled
def test_no_character_is_in_two_attributions(article):
    spans = sorted(
        tuple(s) for x in article["attributions"] for role in tables.ROLES for s in x[role]
    )
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))


def test_the_sample_shows_every_value_of_the_labels():
    figures = [f for a in LABELS for f in a["figures"]]
    attributions = [x for a in LABELS for x in a["attributions"]]
    assert {f["qualifier"] for f in figures} == set(tables.QUALIFIERS)
    assert {f["group"] for f in figures} == set(tables.GROUPS)
    assert {f["outcome"] for f in figures} == set(tables.OUTCOMES)
    assert {x["stance"] for x in attributions} == set(tables.STANCES)
    assert {x["kind"] for x in attributions} == set(tables.KINDS)
    assert {x["source_type"] for x in attributions} == set(tables.SOURCE_TYPES)
    assert sum(x["carrier"] is not None for x in attributions) >= 10


@pytest.mark.parametrize(("name", "expected"), SHA256.items())
def test_copies_are_to_the_letter(name, expected):
    assert hashlib.sha256((paths.ROOT / name).read_bytes()).hexdigest() == expected


@pytest.mark.parametrize(("name", "n_rows"), [("raqqa_2017_2019", 175), ("al_ahli_2023", 93)])
def test_claims_have_their_rows(name, n_rows):
    with (paths.CLAIMS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({r["row_id"] for r in rows}) == n_rows
    assert all(None not in r and r["outlet"] and r["qualifier"] for r in rows)


def test_the_index_of_seeds_names_every_file():
    with (paths.SEEDS / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "outlet", "published", "title", "speaker", "url", "place"]
    assert {r["file"] for r in rows} == {p.name for p in paths.SEEDS.glob("*.txt")}
    for row in rows:
        text = (paths.SEEDS / row["file"]).read_text(encoding="utf-8")
        assert text.splitlines()[0] == row["title"]
        assert date.fromisoformat(row["published"])


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
    assert [w for w in words if w not in text] == []
