import pandas as pd
import pytest

from analysis.chart.highlights import COLUMNS, UNATTACHED, spans_of
from analysis.core import tables

FIGURE = {
    "figure_id": "f1",
    "article_id": "x",
    "sentence_id": 0,
    "start": 0,
    "end": 4,
    "text": "Four",
    "low": 4,
    "high": 4,
    "qualifier": "exact",
    "unit": "people",
    "mention": "numeral",
    "implicit": False,
    "outcome": "killed",
}


def figures(**values):
    return tables.make([FIGURE | values], tables.FIGURES)


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({}, "killed; people; exact; 4 to 4"),
        ({"counted": "young men"}, "killed; young men; exact; 4 to 4"),
        ({"high": None, "qualifier": "at_least"}, "killed; people; at least; 4 to open"),
        ({"low": None, "qualifier": "at_most"}, "killed; people; at most; open to 4"),
        ({"low": 1500, "high": 2500.5}, "killed; people; exact; 1,500 to 2,500.5"),
        ({"low": None, "high": None, "qualifier": "vague"}, "killed; people; vague"),
        ({"outcome": None}, "people; exact; 4 to 4"),
        ({"source": "the mayor"}, "killed; people; exact; 4 to 4; source: the mayor"),
        ({"agent": "Five"}, "killed; people; exact; 4 to 4; by: Five"),
    ],
)
def test_the_tooltip_of_a_figure(values, note):
    (span,) = spans_of(figures=figures(**values)).to_dict("records")
    assert span == {
        "article_id": "x",
        "start": 0,
        "end": 4,
        "label": "figure",
        "note": note,
        "span_id": "f1",
    }


def test_the_agent_of_a_figure_is_a_span():
    spans = spans_of(figures=figures(agent="Five", agent_start=11, agent_end=15))
    agent = spans[spans["label"] == "agent"]
    assert agent[["article_id", "start", "end"]].to_numpy().tolist() == [["x", 11, 15]]
    assert agent[["note", "span_id"]].isna().all(axis=None)


def attribution_spans(*roles, attribution_id="t"):
    rows = [
        {
            "article_id": "y",
            "attribution_id": attribution_id,
            "role": role,
            "start": start,
            "end": start + 2,
        }
        for start, role in enumerate(roles)
    ]
    return tables.make(rows, tables.ATTRIBUTION_SPANS)


ATTRIBUTION = {
    "attribution_id": "t",
    "kind": "direct",
    "source": "he",
    "source_name": "Ann Lee",
    "source_type": "state_official",
    "cue_stance": "neutral",
}


@pytest.mark.parametrize(
    ("values", "notes"),
    [
        ({}, ["Ann Lee; state official", "neutral", "direct; Ann Lee"]),
        ({"source_name": None}, ["state official", "neutral", "direct; he"]),
        ({"source_name": None, "source": None}, ["state official", "neutral", "direct"]),
    ],
)
def test_the_tooltips_of_an_attribution(values, notes):
    parts = attribution_spans("source", "cue", "content")
    attributions = pd.DataFrame([ATTRIBUTION | values])
    spans = spans_of(attribution_spans=parts, attributions=attributions)
    assert spans["label"].tolist() == ["source", "cue", "content"]
    assert spans["note"].tolist() == notes


def test_spans_of_unknown_attributions_have_no_tooltip():
    assert spans_of(attribution_spans=attribution_spans("source"))["note"].isna().all()


def test_spans_of_no_attribution_say_so():
    parts = attribution_spans("source", "cue", attribution_id=None)
    spans = spans_of(attribution_spans=parts, attributions=pd.DataFrame([ATTRIBUTION]))
    assert spans["note"].tolist() == [UNATTACHED] * 2


SPAN = {"article_id": "x", "start": 5, "end": 9}


@pytest.mark.parametrize(
    ("table", "values", "label", "note"),
    [
        (
            "names",
            {"referent": "the_state", "choice": "regime", "voice": "own"},
            "name",
            "the state; regime; own",
        ),
        (
            "agency",
            {"predicate": "kill", "construction": "passive_agentless", "agent": None},
            "harm",
            "kill; passive agentless",
        ),
        (
            "agency",
            {"predicate": "kill", "construction": "active", "agent": "rebels"},
            "harm",
            "kill; active; by: rebels",
        ),
        ("targets", {"polarity": "negative", "entity": "UN"}, "negative", "UN"),
        ("frame_sentences", {"frame": "human_interest"}, "human_interest", "human interest frame"),
    ],
)
def test_the_tooltips_of_other_tables(table, values, label, note):
    (span,) = spans_of(**{table: pd.DataFrame([SPAN | values])}).to_dict("records")
    assert (span["label"], span["note"], span["start"], span["end"]) == (label, note, 5, 9)


def test_spans_are_in_reading_order():
    names = pd.DataFrame([SPAN | {"referent": "r", "choice": "c", "voice": "own"}])
    spans = spans_of(
        figures=figures(agent="Five", agent_start=11, agent_end=15),
        names=names,
        attribution_spans=attribution_spans("cue", "source"),
    )
    assert spans["label"].tolist() == ["figure", "name", "agent", "cue", "source"]
    assert spans.index.tolist() == list(range(5))


def test_without_tables_there_are_no_spans():
    spans = spans_of()
    assert spans.empty
    assert list(spans) == COLUMNS


def test_the_input_is_not_changed():
    table = figures(agent="Five", agent_start=11, agent_end=15)
    before = table.copy()
    spans_of(figures=table)
    pd.testing.assert_frame_equal(table, before)
