"""Numbers that count no casualties."""

import pytest
from made_figures import position

from analysis.core.tables import TAGGER_LINKS, TAGGER_NUMBERS, TAGGER_SPANS, make
from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import (
    figures_of,
    killed,
    prediction_row,
    span_row,
    tables,
    values,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only 2 percent of the rubble was removed.", [("2", "percent", "rubble")]),
        ("The fund gave $1.5 million for tents.", [("1.5 million", "money", "tents")]),
        ("The fund gave $3 grants.", [("3", "money", "grants")]),
        ("“That’s $15 million a year.”", [("15 million", "money", None)]),
        ("The army burned 20 mass graves.", [("20", "things", "mass graves")]),
        ("About 10,000 people marched.", [("10,000", "things", "people")]),
        ("On 5 May 2014, aged 12, he took Route 66.", []),
        ("Many say so.", []),
        ("The ferry left with 189 on board.", [("189", "things", "people")]),
        ("The bill passed by 58 to 41.", [("58", "things", "votes"), ("41", "things", "votes")]),
        ("It had 27 fewer breakdowns.", [("27", "things", "breakdowns")]),
        ("He was there, according to two people who saw it.", []),
        ("It sold well, according to two shops.", [("two", "things", "shops")]),
        ("Bird flu killed 300 chickens.", [("300", "things", "chickens")]),
        ("12 wild horses were killed.", [("12", "things", "wild horses")]),
        ("12 houses were hurt.", [("12", "things", "houses")]),
        (
            "It used 8.1 million tonnes of wood, of which 2.3 million came from abroad.",
            [("8.1 million", "measure", "wood"), ("2.3 million", "measure", "wood")],
        ),
        ("The number on board was put at 189.", [("189", "things", "people")]),
        (
            "It listed 17 defects. Four were fixed. Two men left. Seven is a lucky number.",
            [("17", "things", "defects"), ("Four", "things", "defects"), ("Two", "things", "men")],
        ),
        (
            "It cut 2,000 jobs, including 340 in Corby and another 60 abroad.",
            [("2,000", "things", "jobs"), ("340", "things", "jobs"), ("60", "things", "jobs")],
        ),
        (
            "There were 140 stewards when there should have been 220. Ten years ago it had 130.",
            [("140", "things", "stewards"), ("220", "things", "stewards")]
            + [("130", "things", "stewards")],
        ),
        ("It sold 17 boats. On Monday he was 12.", [("17", "things", "boats")]),
        ("With 97% of the votes counted, Osei leads.", [("97", "percent", "votes counted")]),
        (
            "It gave 3% of its large $5 million budget.",
            [("3", "percent", "budget"), ("5 million", "money", "budget")],
        ),
        (
            "Twelve states signed, but only 7 have ratified it.",
            [("Twelve", "things", "states"), ("7", "things", "states")],
        ),
        ("They want nothing less than 5%.", [("5", "percent", None)]),
        ("Sappers neutralised 3 explosive devices.", [("3", "things", "explosive devices")]),
    ],
)
def test_numbers_that_are_no_casualties(text, expected):
    found = figures_of(text)
    counted = values(found["counted"])
    assert list(zip(found["text"], found["unit"], counted, strict=True)) == expected
    assert found["outcome"].isna().all()
    assert found["group"].isna().all()


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Unemployment stands at 5.8 percent.", None),
        ("Wages rose by 3 percent.", None),
        ("Labour fell to 31 percent, a blow for Labour.", "Labour"),
        ("Acme shares fell by 3 percent.", "Acme"),
    ],
)
def test_what_is_measured_is_nobodys_own(text, whose):
    assert values(figures_of(text)["whose"]) == [whose]


def test_a_number_with_a_unit_of_its_own_keeps_it():
    text = "The dead get 1 million rupees ($11,500) each and the injured 250,000 rupees."
    assert figures_of(text)["unit_text"].tolist() == ["rupees", "$", "rupees"]


def test_compared_numbers_have_the_unit_of_the_other():
    found = figures_of("It burned 18,700 acres, up from 11,500. The rate rose to 5.25% from 5.")
    assert found["text"].tolist() == ["18,700", "11,500", "5.25", "5"]
    assert found["unit_text"].tolist() == ["acres", "acres", "%", "%"]


@pytest.mark.parametrize(
    ("text", "values_found"),
    [
        ("Drones saw 4.5 lakh pilgrims; the state says six.", [450_000, 600_000]),
        ("Organisers counted 1.5 million marchers. The police say two.", [1_500_000, 2_000_000]),
        ("The firm has 3 million clients; the union says 40.", [3_000_000, 40]),
        ("The firm has 740 clients; the union says 6.", [740, 6]),
    ],
)
def test_an_answer_is_in_the_scale_of_what_it_answers(text, values_found):
    assert figures_of(text)["low"].tolist() == values_found


def test_other_numbers_have_the_source_of_their_attribution():
    text = "The mayor said 30 shops burned."
    row = figures_of(text, contents=[("30 shops burned", "The mayor")]).iloc[0]
    assert (row.source, row.attribution_id, row.unit) == ("The mayor", "a0", "things")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Revenue is put at €647 billion and spending at 918 billion.", ["Revenue", "spending"]),
        ("It has €9 billion for dams but only 3 billion for new roads.", ["dams", "new roads"]),
        ("Outlays of €9 billion include 3 billion from a fund.", ["Outlays", None]),
        ("It cost €9 billion; auditors put it at 13 billion.", ["cost", "cost"]),
    ],
)
def test_a_sum_without_its_currency_says_what_it_is_of(text, counted):
    found = figures_of(text)
    assert found["unit"].tolist() == ["money", "money"]
    assert values(found["counted"]) == counted


def test_other_numbers_never_overlap_casualties():
    text = "The blast killed 12 people and burned 30 shops."
    found = figures_of(text, [killed("12", counted="people")])
    assert found[["text", "unit"]].values.tolist() == [["12", "people"], ["30", "things"]]


def test_words_that_the_tagger_links_to_a_quantity_are_whole():
    text = "On state television 50,000 in the square were called hooligans."
    made = tables(text)
    rows = [
        span_row("q", "quantity", *position(text, "50,000")),
        span_row("c", "counted", *position(text, "hooli")),
    ]
    made["spans"] = make([{**row, "layer": "quantity"} for row in rows], TAGGER_SPANS)
    link = {"article_id": "x", "from_id": "q", "to_id": "c", "p": 0.9}
    made["links"] = make([link], TAGGER_LINKS)
    predicted = prediction_row("q", "50,000", "other", "unspecified")
    made["numbers"] = make([predicted], TAGGER_NUMBERS)
    assert extract_figures(**made)["counted"].tolist() == ["hooligans"]
