"""What a person changed, as rows of a file of corrections; what is none is told."""

import re

import pytest

from analysis.corrections.read import scan_corrections
from analysis.exchange.differences import differences
from analysis.exchange.documents import Coding, Document, Link, Mark

TEXT = "Fire kills 12 in Varn; the mayor said 'we mourn', and later 'we rebuild'. A chief spoke."


def place(kind, words):
    start = TEXT.index(words)
    return kind, start, start + len(words)


CONTENT, LATER = place("content", "we mourn"), place("content", "we rebuild")
SOURCE, CUE, CHIEF = place("source", "the mayor"), place("cue", "said"), place("source", "A chief")
FIGURE, PARTY, TARGET = place("figure", "12"), place("party", "mayor"), place("target", "mayor")
MARKS = {
    FIGURE: {
        "low": "12",
        "high": "12",
        "qualifier": "exact",
        "outcome": "killed",
        "unit": "people",
    },
    PARTY: {"kind": "government"},
    TARGET: {"entity": "Varn", "polarity": "neutral"},
    CONTENT: {"kind": "direct", "source_type": "state_official", "cue_stance": "neutral"},
    LATER: {},
    SOURCE: {},
    CUE: {},
}
LINKS = [
    Link("continues", LATER, CONTENT),
    Link("has_source", CONTENT, SOURCE),
    Link("has_cue", CONTENT, CUE),
]
WHOLE = f"a1 [{CONTENT[1]}:{LATER[2]}] {TEXT[CONTENT[1] : LATER[2]]}"


def compare(changed=None, links=LINKS, gone=(), **more):
    """Return rows and notes after some marks were set to other values, and some removed."""
    old = [Mark(place, dict(values)) for place, values in MARKS.items()]
    document = Document("a1", TEXT, {}, old, LINKS)
    left = {**MARKS, **(changed or {})}
    marks = [Mark(place, values) for place, values in left.items() if place not in gone]
    found = differences(document, Coding("a1", marks, links, **more), TEXT)
    told = [(row["table"], row["key"], row["column"], row["new"]) for row in found.rows]
    return told, found.notes


def figure_with(**values):
    return {FIGURE: MARKS[FIGURE] | values}


FIGURE_KEY = f"a1 [{FIGURE[1]}:{FIGURE[2]}] 12"
PARTY_KEY = f"a1 [{PARTY[1]}:{PARTY[2]}] mayor"
CONTENT_KEY = f"a1 [{CONTENT[1]}:{CONTENT[2]}] we mourn"

CHANGES = {
    "nothing": ({}, []),
    "the same number otherwise": ({"changed": figure_with(low="12.0")}, []),
    "a number": ({"changed": figure_with(low="13")}, [("figures", FIGURE_KEY, "low", "13")]),
    "a value is taken away": (
        {"changed": {FIGURE: {k: v for k, v in MARKS[FIGURE].items() if k != "high"}}},
        [("figures", FIGURE_KEY, "high", "none")],
    ),
    "a value is given": (
        {"changed": figure_with(counted="men")},
        [("figures", FIGURE_KEY, "counted", "men")],
    ),
    "a figure is removed": ({"gone": [FIGURE]}, [("figures", FIGURE_KEY, "wrong", None)]),
    "a party is removed": ({"gone": [PARTY]}, [("parties", PARTY_KEY, "wrong", None)]),
    "whose a party is": (
        {"changed": {PARTY: {"kind": "government", "party": "Varnia"}}},
        [("parties", PARTY_KEY, "party", "Varnia")],
    ),
    "a polarity": (
        {"changed": {TARGET: {"entity": "Varn", "polarity": "negative"}}},
        [("targets", PARTY_KEY, "polarity", "negative")],
    ),
    "a stance": (
        {"changed": {CONTENT: MARKS[CONTENT] | {"cue_stance": "supposing"}}},
        [("attributions", WHOLE, "cue_stance", "supposing")],
    ),
    "a source is taken away": (
        {"links": [LINKS[0], LINKS[2]]},
        [("attributions", WHOLE, "source", "none")],
    ),
    "another source": (
        {"changed": {CHIEF: {}}, "links": [*LINKS[::2], Link("has_source", CONTENT, CHIEF)]},
        [("attributions", WHOLE, "source", "A chief")],
    ),
    "the source is linked from the later span": (
        {"links": [*LINKS[::2], Link("has_source", LATER, SOURCE)]},
        [],
    ),
    "an attribution is removed": (
        {"gone": [CONTENT, LATER]},
        [("attributions", WHOLE, "wrong", None)],
    ),
    "a content is cut short": (
        {"gone": [LATER], "links": LINKS[1:]},
        [
            ("attributions", WHOLE, "wrong", None),
            (
                "attributions",
                CONTENT_KEY,
                "missing",
                "source=the mayor; cue=said; kind=direct; source_type=state_official; "
                "cue_stance=neutral",
            ),
        ],
    ),
    "a figure is added": (
        {"changed": {place("figure", "A"): {"low": "1", "high": "1", "qualifier": "exact"}}},
        [("figures", "a1 [74:75] A", "missing", "low=1; high=1; qualifier=exact")],
    ),
    "no links are saved": ({"links": None}, []),
    "no links are saved, and the source is removed": (
        {"links": None, "gone": [SOURCE]},
        [("attributions", WHOLE, "source", "none")],
    ),
}


@pytest.mark.parametrize(("change", "rows"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_a_correction(change, rows):
    assert compare(**change) == (rows, [])


NOTES = {
    "no allowed value": (figure_with(outcome="dead"), "No outcome 'dead'"),
    "no number": (figure_with(low="many"), "low='many' is not a number"),
    "an added party": ({place("party", "Varn"): {}}, "party a1 .* was added; of parties only"),
    "a span beyond the text": ({("figure", 80, 999): {}}, "figure at 80 to 999 is not within"),
    "an empty span": ({("figure", 5, 5): {}}, "figure at 5 to 5 is not within"),
    "a source of nothing": ({CHIEF: {}}, "source a1 .* A chief is joined with no content"),
}


@pytest.mark.parametrize(("changed", "note"), NOTES.values(), ids=NOTES)
def test_what_is_no_correction_is_told(changed, note):
    rows, notes = compare(changed)
    assert rows == []
    assert len(notes) == 1
    assert re.search(note, notes[0])
    assert notes[0].startswith("a1: ")


def test_contents_that_continue_in_a_circle_are_one():
    links = [*LINKS, Link("continues", CONTENT, LATER)]
    assert compare(links=links) == ([], [])


def test_coder_and_day_are_told_and_the_file_of_corrections_reads_every_row(tmp_path):
    import pandas as pd

    from analysis.core.safe_csv import write_csv

    old = [Mark(place, dict(values)) for place, values in MARKS.items()]
    left = [Mark(FIGURE, {**MARKS[FIGURE], "low": "13"}), Mark(place("figure", "A"), {"low": "1"})]
    coding = Coding("a1", left, [], coder="Ada", day="2026-03-05")
    found = differences(Document("a1", TEXT, {}, old, LINKS), coding, TEXT)
    path = write_csv(pd.DataFrame(found.rows), tmp_path / "mine.csv")
    corrections, faults = scan_corrections(path)
    assert faults == []
    assert len(corrections.rows) == len(found.rows) == 5
    assert set(corrections.rows["coder"]) == {"Ada"}
    assert set(corrections.rows["day"]) == {pd.Timestamp("2026-03-05")}
