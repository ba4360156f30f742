"""Claims and figures in one shape, vague words, and who rests on whom."""

import pandas as pd
import pytest

from analysis.compare.reports import chains, reports_from_claims, reports_from_figures, same_source
from analysis.core.tables import ARTICLES, CLAIMS, FIGURES, SENTENCES, make
from tests.compare.report_rows import report, reports

TEXT = "A ferry sank. Dozens drowned and 12 were hurt, the harbour police said."


def figures():
    common = {
        "article_id": "a",
        "sentence_id": 1,
        "unit": "people",
        "implicit": False,
        "source": "the harbour police",
    }
    return make(
        [
            common
            | {
                "figure_id": "f1",
                "start": 14,
                "end": 20,
                "text": "Dozens",
                "qualifier": "vague",
                "outcome": "killed",
                "agent": "a storm",
            },
            common
            | {
                "figure_id": "f2",
                "start": 33,
                "end": 35,
                "text": "12",
                "low": 12,
                "high": 12,
                "qualifier": "exact",
                "outcome": "injured",
            },
            common
            | {
                "figure_id": "f3",
                "start": 0,
                "end": 1,
                "text": "A",
                "low": 1,
                "high": 1,
                "qualifier": "exact",
                "unit": "ferry",
            },
        ],
        FIGURES,
    )


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


def test_the_passage_is_the_sentence_where_sentences_are_given():
    sentences = make(
        [
            {"article_id": "a", "sentence_id": 0, "start": 0, "end": 13, "in_title": False},
            {"article_id": "a", "sentence_id": 1, "start": 14, "end": len(TEXT), "in_title": False},
        ],
        SENTENCES,
    )
    assert (
        reports_from_figures(figures(), ARTICLE, sentences)["passage"].tolist() == [TEXT[14:]] * 2
    )


@pytest.mark.parametrize(
    ("counted", "vague", "value"),
    [
        ("people: hundreds", None, 100),
        ("several dozen people", None, 12),
        ("tens of people", None, 10),
        ("thousands of people", None, None),
        ("thousands of people", {"thousands": 1000}, 1000),
        ("a number of people", None, None),
    ],
)
def test_vague_words_have_the_value_that_they_are_given(counted, vague, value):
    claims = make(
        [
            {
                "claim_id": "c",
                "event": "e",
                "outlet": "north",
                "unit": "people",
                "qualifier": "vague",
                "outcome": "killed",
                "counted": counted,
            }
        ],
        CLAIMS,
    )
    found = reports_from_claims(claims, vague)["value"][0]
    assert found == value or (value is None and pd.isna(found))


@pytest.mark.parametrize(
    ("a", "b", "same"),
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
    ],
)
def test_same_source(a, b, same):
    assert same_source(a, b) is same
    assert same_source(b, a) is same


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
    number = dict(zip(frame["report_id"], chains(frame), strict=True))
    assert number["a"] == number["b"] == number["d"]
    assert len({number[k] for k in "acefg"}) == 5


def test_inputs_are_not_changed():
    frame = figures()
    before = frame.copy()
    reports_from_figures(frame, ARTICLE)
    pd.testing.assert_frame_equal(frame, before)


def test_words_of_a_figure_and_its_side_come_along():
    made = reports_from_figures(figures(), ARTICLE)
    assert made["text"].tolist() == ["Dozens", "12"]
    assert made["group"].isna().all()
    assert reports_from_claims(
        make(
            [
                {
                    "claim_id": "c",
                    "event": "e",
                    "outlet": "o",
                    "unit": "people",
                    "qualifier": "exact",
                    "low": 1.0,
                    "high": 1.0,
                    "responsible": "navy",
                }
            ],
            CLAIMS,
        )
    )["side"].tolist() == ["navy"]
