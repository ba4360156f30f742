"""What is written is read back: offsets of hostile texts, values, and exactly what was changed."""

from dataclasses import replace

import pytest
from made_documents import document_of, edited

from analysis.exchange.documents import Mark
from analysis.exchange.plain_text import plain_text

VALUES = {"low": "29", "qualifier": "at_least", "outcome": "killed", "counted": "men & <women>"}

HOSTILE = {
    "emoji before a span": "\U0001f525\U0001f692 Fire kills 29 men in Varn, a chief said.",
    "flags and joined people": "\U0001f1f8\U0001f1fe \U0001f468\u200d\U0001f469 29, a chief said.",
    "carriage returns": "Fire\r\nkills\r\n29 men.\rIn Varn, a chief said.\r\n",
    "control characters": "Fire\x07 kills\x00 29 men\x1b[2J, a chief said.\x85",
    "a lone surrogate": "Fire \ud83d kills 29 men, a chief said.",
    "noncharacters": "\ufeffFire \ufffe\uffff kills 29 men, a chief said.",
    "right to left": "قتل 29 رجلا في \u202eحلب\u202c, a chief said.",
    "combining marks": "Feu à Vărn: 29 morts, a chief said.",
    "line and paragraph separators": "Fire\u2028kills\u202929, a chief said.",
    "tabs and spaces": "\tFire  kills \t 29\tmen, a chief said.  ",
    "markup": "<b>Fire</b> &amp; ]]> kills 29, a chief said. {{x}}",
    "nothing before or after": "29, a chief said",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_offsets_and_values_of_hostile_texts_come_back(text, changes):
    document = document_of(
        text, figure=("29", VALUES), content=("29", {"kind": "direct"}), source=("a chief", {})
    )
    assert len(document.text) == len(text)
    assert changes([document]) == ([], [])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_added_span_is_found_where_it_was_put(text, changes):
    before = document_of(text)
    after = document_of(text, figure=("29", {"outcome": "injured"}))
    rows, notes = changes([before], [after])
    start = text.index("29")
    assert [row["key"] for row in rows] == [f"a1 [{start}:{start + 2}] 29"]
    assert [(row["column"], row["new"]) for row in rows] == [("missing", "outcome=injured")]
    assert notes == []


@pytest.mark.parametrize(
    "article_id", ["A1", "a/../b", "https://x.org/?a=1&b=2#c", "أ1", "x" * 300]
)
def test_any_id_of_an_article_comes_back(article_id, changes):
    other = document_of("9 dead, a chief said.", f"{article_id}".swapcase() + "0")
    document = document_of("29 dead, a chief said.", article_id, figure=("29", VALUES))
    removed = edited(document, marks=[])
    rows, _ = changes([document, other], [removed, other])
    assert [(row["key"], row["column"]) for row in rows] == [(f"{article_id} [0:2] 29", "wrong")]


def test_a_span_that_ends_with_a_line_comes_back(changes):
    document = document_of("He said:\n29 dead\nin Varn.\n", content=("29 dead\nin Varn.\n", {}))
    assert changes([document]) == ([], [])


def test_an_empty_corpus_comes_back(changes):
    assert changes([]) == ([], [])


def test_an_article_without_words_comes_back(changes):
    assert changes([document_of("")]) == ([], [])


def test_made_tables_come_back_unchanged(documents, changes):
    assert sum(len(document.marks) for document in documents) == 13
    assert changes(documents) == ([], [])


def test_two_changes_give_exactly_these_two_corrections(documents, changes):
    first = documents[0]
    figure = next(mark for mark in first.marks if mark.values.get("low") == "30")
    party = next(mark for mark in first.marks if mark.kind == "party")
    marks = [
        Mark(mark.place, mark.values | {"low": "31"}) if mark is figure else mark
        for mark in first.marks
        if mark is not party
    ]
    links = [link for link in first.links if party.place not in (link.origin, link.target)]
    rows, notes = changes(documents, [replace(first, marks=marks, links=links), *documents[1:]])
    told = [(row["table"], row["key"], row["column"], row["old"], row["new"]) for row in rows]
    assert sorted(told, key=str) == [
        ("figures", f"a1 [{figure.start}:{figure.end}] 30", "low", "30", "31"),
        ("parties", f"a1 [{party.start}:{party.end}] government", "wrong", None, None),
    ]
    assert notes == []


def test_another_source_gives_one_correction(documents, changes):
    first = documents[0]
    start = first.text.index("government")
    source = Mark(("source", start, start + len("government")))
    links = [
        replace(link, target=source.place) if link.name == "has_source" else link
        for link in first.links
    ]
    marks = [mark for mark in first.marks if mark.kind != "source"] + [source]
    rows, notes = changes(documents, [edited(first, marks=marks, links=links), *documents[1:]])
    assert [(row["table"], row["column"], row["old"], row["new"]) for row in rows] == [
        ("attributions", "source", "a fire chief", "government")
    ]
    assert notes == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\r\nb", "a \nb"),
        ("a\rb\u2028c", "a\nb\nc"),
        ("\ufeffa", "\u2060a"),
        ("a\x00\x7f\ud800", "a␀��"),
        ("a\tb\nc é", "a\tb\nc é"),
    ],
)
def test_a_plain_text_has_the_same_length(text, plain):
    assert plain_text(text) == plain
    assert len(plain) == len(text)
