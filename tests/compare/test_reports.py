"""Claims and figures in one format, vague words, and reports that rest on each other."""

import pandas as pd
import pytest

from analysis.compare.reports import (
    chain_numbers,
    names_upstream,
    reports_from_claims,
    reports_from_figures,
    same_source,
    to_records,
)
from analysis.core.tables import ARTICLES, ATTRIBUTIONS, CLAIMS, FIGURES, NAMES, SENTENCES, make
from tests.compare.report_rows import report, reports

TEXT = "A ferry sank. Dozens drowned and 12 were hurt, the harbour police said."


COMMON = {
    "article_id": "a",
    "sentence_id": 1,
    "unit": "people",
    "mention": "numeral",
    "implicit": False,
}


def figures(**columns):
    """Return a vague figure, an exact one, and one that is not of people."""
    spans = [("f1", 14, 20, "Dozens"), ("f2", 33, 35, "12"), ("f3", 0, 1, "A")]
    details = [
        {"qualifier": "vague", "outcome": "killed", "agent": "the army"},
        {"qualifier": "exact", "outcome": "injured", "low": 12, "high": 12},
        {"qualifier": "exact", "unit": "things", "noun": "ferry", "low": 1, "high": 1},
    ]
    rows = []
    for (key, start, end, text), detail in zip(spans, details, strict=True):
        span = {"figure_id": key, "start": start, "end": end, "text": text}
        rows.append(COMMON | {"source": "the harbour police"} | span | detail | columns)
    return make(rows, FIGURES)


def claims(**columns):
    """Return a claims table with one row."""
    row = {
        "claim_id": "c",
        "event": "e",
        "outlet": "north",
        "unit": "people",
        "qualifier": "exact",
        "low": 12,
        "high": 12,
        "outcome": "killed",
        "counted": "crew",
    }
    return make([row | columns], CLAIMS)


ARTICLE = make(
    [
        {
            "article_id": "a",
            "corpus": "t",
            "outlet": "north",
            "event_id": "e",
            "text": TEXT,
            "n_words": 13,
        }
    ],
    ARTICLES,
)


def test_figures_become_reports_with_their_words():
    frame = reports_from_figures(figures(), ARTICLE)
    assert frame["report_id"].tolist() == ["f1", "f2"]
    assert frame["value"].tolist() == [12.0, 12.0]
    assert frame["voice"].tolist()[0] == "attributed"
    assert frame["voice"].isna().tolist() == [False, True]
    assert frame["passage"].tolist() == [TEXT, TEXT]


def test_the_passage_is_the_sentence_if_sentences_are_given():
    rows = [
        {"article_id": "a", "sentence_id": 0, "start": 0, "end": 13, "in_title": False},
        {"article_id": "a", "sentence_id": 1, "start": 14, "end": len(TEXT), "in_title": False},
    ]
    found = reports_from_figures(figures(), ARTICLE, make(rows, SENTENCES))
    assert found["passage"].tolist() == [TEXT[14:]] * 2


def test_without_sentences_the_passage_is_120_characters_on_both_sides():
    text = "x" * 300 + "Dozens" + "y" * 300
    article = ARTICLE.assign(text=text)
    figure = figures(start=300, end=306, text="Dozens").head(1)
    (passage,) = reports_from_figures(figure, article)["passage"]
    assert passage == "x" * 120 + "Dozens" + "y" * 120


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("the ministry", "Ministry of Fishing", "Ministry of Fishing"),
        ("the ministry", None, "the ministry"),
        (None, "Ministry of Fishing", None),
    ],
)
def test_the_source_has_its_fullest_name(source, name, expected):
    row = {
        "attribution_id": "1",
        "article_id": "a",
        "sentence_id": 1,
        "kind": "indirect",
        "content": "x",
        "source_type": "state_official",
        "source_name": name,
        "anonymous": False,
        "cue_stance": "neutral",
    }
    figure = figures(source=source, attribution_id="1").head(1)
    attributions = make([row], ATTRIBUTIONS)
    found = reports_from_figures(figure, ARTICLE, attributions=attributions).iloc[0]
    assert found["source_type"] == "state_official"
    assert found["source"] == expected or (expected is None and pd.isna(found["source"]))


@pytest.mark.parametrize(
    ("agent", "source", "voice"),
    [
        ("rebels", "police", "attributed"),
        ("rebels", None, "own"),
        ("a storm", "police", None),  # nobody is responsible for a storm
        (None, "police", None),
    ],
)
def test_the_voice_is_that_of_the_agent(agent, source, voice):
    found = reports_from_figures(figures(agent=agent, source=source), ARTICLE)["voice"]
    assert (found == voice).all() or (voice is None and found.isna().all())


def test_the_responsible_party_is_normalised():
    agent = {"agent": "regime shells", "agent_start": 50, "agent_end": 63}
    name = {
        "article_id": "a",
        "sentence_id": 1,
        "start": 50,
        "end": 56,
        "text": "regime",
        "referent": "government",
        "choice": "regime",
        "scare": False,
        "voice": "own",
    }
    figure = figures(**agent).head(1)
    found = reports_from_figures(figure, ARTICLE, names=make([name], NAMES)).iloc[0]
    assert (found["responsible"], found["side"]) == ("regime shells", "government")


@pytest.mark.parametrize(
    ("counted", "vague", "value"),
    [
        ("people: hundreds", None, 100),
        ("several dozen people", None, 12),
        ("tens of people", None, 10),
        ("tens of thousands of people", None, 10_000),
        ("hundreds of thousands of people", None, 100_000),
        ("Tens or hundreds", None, 10),  # the first in the order of the counts
        ("attended by people", None, None),
        ("thousands of people", None, None),
        ("thousands of people", {"thousands": 1000}, 1000),
        ("dozens of people", {}, None),
        ("a number of people", None, None),
    ],
)
def test_vague_words_have_the_count_that_they_are_given(counted, vague, value):
    claim = claims(counted=counted, qualifier="vague", low=None, high=None)
    found = reports_from_claims(claim, vague)["value"][0]
    assert found == value or (value is None and pd.isna(found))


@pytest.mark.parametrize(
    ("columns", "value", "passage"),
    [
        ({}, 12, "north: exact 12 people, crew"),
        ({"qualifier": "range", "high": 20}, 16, "north: 12 to 20 people, crew"),
        ({"qualifier": "at_least", "high": None}, 12, "north: at_least 12 people, crew"),
        ({"qualifier": "at_most", "low": None}, 12, "north: at_most 12 people, crew"),
        ({"source": "police"}, 12, "north: exact 12 people, crew, according to police"),
        (
            {"qualifier": "vague", "low": None, "high": None},
            None,
            "north: no number people, crew",
        ),
    ],
)
def test_claims_become_reports(columns, value, passage):
    found = reports_from_claims(claims(**columns)).iloc[0]
    assert found["passage"] == passage
    assert found["value"] == value or (value is None and pd.isna(found["value"]))


def test_columns_of_claims():
    day = pd.Timestamp("2020-01-02")
    claim = claims(responsible="navy", published=day, url="u", outcome_coded="drowned")
    found = reports_from_claims(claim).iloc[0]
    assert (found["side"], found["responsible"], found["meaning"]) == ("navy", "navy", "drowned")
    assert (found["report_id"], found["document"]) == ("c", "u")
    assert found[["group", "text", "part_of"]].isna().all()
    found = reports_from_claims(claims(published=day)).iloc[0]
    assert (found["document"], found["meaning"]) == ("north 2020-01-02", "killed")
    assert reports_from_claims(claims()).iloc[0]["document"] == "north undated"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Jamil al-Karim, head of the harbour", "Jamil al-Karem, now minister", True),
        ("the harbour police", "Harbour Police", True),
        ("harbour police via Radio North", "harbour police", True),
        ("harbour police", "city police", False),
        ("US intelligence", "French military intelligence", False),
        ("RAND", "ships and boats", False),
        ("the ministry", "the Justice Ministry", False),
        ("The Justice Ministry", "Justice Ministry", True),
        ("harbour police", None, False),
        (None, None, False),
        ("the so-called Harbour Watch", "Harbour Watch", True),
        ("the ministry", "ministry", True),
        ("officials", "harbour officials", False),
        ("Harbour Watch (a group)", "Harbour Watch on the radio", True),
        ("Harbour Watch citing its own count", "Harbour Watch on a call", True),
        ("Karim", "Marim", False),  # spellings have the same first letter
        ("Karim", "Kamal", False),
        ("A lawyers' group, Justice Now", "Justice Now", True),
        ("The mayor, Lea Brandt", "the mayor", True),
        ("The mayor, Lea Brandt", "Lea Brandt", True),
        ("A lawyers' group, Justice Now", "A doctors' group, Health Now", False),
        ("the", "the", False),
        # an acronym, those who stand by somebody, and several
        ("PWI poll", "the poll by the Port Workers Institute", True),
        ("PWI", "Port Welfare League", False),
        ("Lea Brandt", "Lea Brandt's lawyer", False),
        ("the lawyer, Lea Brandt", "Lea Brandt", True),
        ("Lea Brandt", "Lea Brandt and Emil Roth", False),
        ("the Ministry of Trade and Industry", "trade ministry", True),
        ("the port and its owner", "the port", False),
        ("Brandt supporters", "supporters of Brandt", True),
        ("Republicans", "Republican Mayor Lea Brandt", False),
        ("Republicans", "the Republicans", True),
        # one letter more or less is another name, where the word is alone or has a meaning
        ("Dane", "Cathal Devane", False),
        ("Ahmed", "the Armed Forces of Orlo", False),
        ("Nabil al-Issa", "Nabil al-Isa", True),
    ],
)
def test_same_source(first, second, same):
    assert same_source(first, second) is same
    assert same_source(second, first) is same


@pytest.mark.parametrize(
    ("upstream", "outlet", "day", "expected"),
    [
        ("AFP 2018-04-22", "AFP", "2018-04-22", True),
        ("afp 2018-04-22", "Afp (Paris)", "2018-04-22", True),
        ("AFP 2018-04-22", "AFP", "2018-04-23", False),
        ("AFP 2018-04-22", "AFP", None, True),
        ("AFP", "AFP", "2018-04-23", True),
        ("AFPX", "AFP", None, False),
        ("by AFP", "AFP", None, False),
        ("AFP", None, None, False),
        (None, "AFP", None, False),
    ],
)
def test_names_upstream(upstream, outlet, day, expected):
    (row,) = to_records(reports(report("a", outlet, day, 12)))
    assert names_upstream(upstream, row) is expected


@pytest.mark.parametrize(
    ("columns", "linked"),
    [
        ({}, False),
        ({"low": 12}, True),
        ({"low": 12, "outcome": "injured"}, False),
        ({"source": "harbour police"}, True),
        ({"source": "harbour police", "event": "f"}, False),
    ],
)
def test_texts_from_one_upstream_are_linked_by_source_or_number(columns, linked):
    columns = {"source": "ship owner", "low": 30} | columns
    low = columns.pop("low")
    frame = reports(
        report("a", "south", "2020-01-03", 12, upstream="Radio 1"),
        report("b", "west", "2020-01-03", low, upstream="radio 1", **columns),
    )
    first, second = chain_numbers(frame)
    assert (first == second) is linked


def test_chains_keep_the_index_and_join_indirectly():
    frame = reports(
        report("a", "north", "2020-01-03", 1, source="harbour police"),
        report("b", "south", "2020-01-03", 2, source="ship owner"),
        report("c", "west", "2020-01-03", 3, source="the ship owner"),
        report("d", "east", "2020-01-03", 4, source=None),
        report("e", "lake", "2020-01-03", 5, source=None),
    )
    frame.index = [9, 8, 7, 6, 5]
    chains = chain_numbers(frame)
    assert chains.to_dict() == {9: 0, 8: 1, 7: 1, 6: 3, 5: 4}


def test_chains_join_sources_and_upstream_texts_within_an_event():
    frame = reports(
        report("a", "Agency (N)", "2020-01-02", 12),
        report("b", "south", "2020-01-03", 12, source=None, upstream="Agency 2020-01-02"),
        report("c", "west", "2020-01-03", 30, source="ship owner", upstream="Agency 2020-01-02"),
        report("d", "east", "2020-01-05", 14, source="Harbour police, by telephone"),
        report("e", "east", "2020-01-05", 14, event="another"),
        report("f", "lake", "2020-01-05", 9, source="people", source_type="unnamed"),
        report("g", "hill", "2020-01-05", 8, source="people", source_type="unnamed"),
    )
    number = dict(zip(frame["report_id"], chain_numbers(frame), strict=True))
    assert number["a"] == number["b"] == number["d"]
    assert len({number[key] for key in "acefg"}) == 5


def test_inputs_are_not_changed():
    frame = figures()
    before = frame.copy()
    reports_from_figures(frame, ARTICLE)
    pd.testing.assert_frame_equal(frame, before)


def test_words_of_a_figure_are_kept():
    found = reports_from_figures(figures(), ARTICLE)
    assert found["text"].tolist() == ["Dozens", "12"]
    assert found["group"].isna().all()
