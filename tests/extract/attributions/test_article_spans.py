"""Spans from the tagger's table: what is cut at their ends, and what separates neighbours."""

import pytest

from analysis.core import tables
from analysis.extract.attributions.article_spans import (
    ArticleSpans,
    Span,
    line_start,
    spans_from_table,
)
from tests.extract.attributions.marked_text import article_spans, parse_marks


def trimmed(marked, title_end=0):
    """Return the words of each marked span after trimming."""
    text, spans = parse_marks(marked)
    rows = [
        {
            "article_id": "a",
            "span_id": f"s{number}",
            "layer": "attribution",
            "label": role,
            "start": start,
            "end": end,
            "p": 0.9,
        }
        for number, (role, start, end) in enumerate(spans)
    ]
    found = spans_from_table(text, tables.make(rows, tables.TAGGER_SPANS), title_end)
    return [span.text_in(text) for span in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<T It rained,> he said.", "It rained"),
        ("<T It rained;> he said.", "It rained"),
        ("<T It rained.>", "It rained"),
        ("<T It rained in the U.S.>", "It rained in the U.S."),
        ("<T It rained, and> it snowed.", "It rained"),
        ("<T It rained which> was late.", "It rained"),
        ("<T It rained –> it snowed.", "It rained"),
        ("<T It rained.\n“>It snowed.”", "It rained"),
        ("<T It rained “>", "It rained “"),
        ("<T It rained in the land>", "It rained in the land"),
        ("<T and> it snowed.", "and"),
        ("<C said Sunday> so.", "said"),
        ("<C said, on Sunday> so.", "said"),
        ("<C said late on Monday night that> so.", "said"),
        ("<C said yesterday> so.", "said"),
        ("<C declined to comment Sunday on> it.", "declined to comment"),
        ("<C told the Sunday> so.", "told the Sunday"),
        ("<C said by Monday> so.", "said by Monday"),
        ("<C said last Monday> so.", "said last Monday"),
        ("<C said of Sunday> so.", "said of Sunday"),
        ("<C told The Mail on Sunday> so.", "told The Mail on Sunday"),
        ("<C wrote in Bloody Sunday> so.", "wrote in Bloody Sunday"),
        ("<C said Sunday,> so.", "said Sunday,"),
        ("<C Sunday> so.", "Sunday"),
        ("<S the mayor, and> others.", "the mayor, and"),
        ("<S an aide Sunday> spoke.", "an aide Sunday"),
        ("<S The suspect in> spoke.", "The suspect"),
        ("<S The suspect in Karsk> spoke.", "The suspect in Karsk"),
        ("<S In> it was.", "In"),
        ("<S Satellite images taken on Monday and> show it.", "Satellite images taken on Monday"),
        ("By Ada Quist, <S Karsk\n\nNorland> says so.", "Norland"),
        ("<S Karsk\nPort> said so.", "Karsk\nPort"),
        # asides that were cut off, and whole ones
        ("<S Quist, a> mother of two, wrote.", "Quist"),
        ("<S Quist, whose mother,> Ruth, died, wrote.", "Quist"),
        ("<S Ada Quist, who lost> twins, wept.", "Ada Quist"),
        ("<S Norland, which trains> troops, denied it.", "Norland"),
        ("<S Ada Quist, who resigned,> wrote.", "Ada Quist, who resigned,"),
        ("<S Ada Quist, a nurse> wrote.", "Ada Quist, a nurse"),
        ("<S those who fled> wrote.", "those who fled"),
        ("<S The who> sang.", "The who"),
        ("<T Quist, a> mother.", "Quist, a"),
        ("His claim <T that it rained is> a lie.", "that it rained"),
        ("He said <T that so it is>.", "that so it is"),
        ("He said <T what it is> today.", "what it is"),
    ],
)
def test_ends_are_trimmed_by_role(marked, expected):
    assert trimmed(marked) == [expected]


@pytest.mark.parametrize(
    ("text", "title_end", "expected"),
    [
        ("<T Blast in port\n\nShips sank>.", 13, "Ships sank"),
        ("<T Blast in port\n\nShips>.", 13, "Blast in port"),
        ("Blast <T in port>\n\nShips sank.", 13, "in port"),
        ("Blast in port\n\n<T Ships sank>.", 13, "Ships sank"),
        ("Blast in port\n\n<T Ships sank>.", 15, "Ships sank"),
        ("<T Blast in port\n\nShips sank>.", 0, "Blast in port"),
        ("<T “Blast in port\n\nShips sank”>.", 0, "“Blast in port\n\nShips sank”"),
    ],
)
def test_no_span_runs_from_the_title_into_the_report(text, title_end, expected):
    assert trimmed(text, title_end) == [expected]


@pytest.mark.parametrize(
    ("label", "start", "end", "kept"),
    [
        ("cue", 0, 4, True),
        ("number", 0, 4, False),
        ("cue", 0, 5, False),
        ("cue", 2, 2, False),
    ],
)
def test_other_labels_and_spans_outside_the_text_are_left_out(label, start, end, kept):
    row = {"article_id": "a", "span_id": "s", "layer": "figure", "label": label}
    frame = tables.make([row | {"start": start, "end": end, "p": 0.5}], tables.TAGGER_SPANS)
    expected = [Span(label, start, end, 0.5, "s")] if kept else []
    assert spans_from_table("said", frame) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Rescue<T rs found a body>, he said.", ["Rescuers found a body"]),
        ("Rescuers <T found a bo>dy, he said.", ["found a body"]),
        ("A prosecutor<S 's office> said so.", ["prosecutor's office"]),
        (
            "The interior ministry in the capital, <S Sorvat,> said so.",
            ["The interior ministry in the capital, Sorvat,"],
        ),
        ("In the capital, <S Sorvat> said so.", ["Sorvat"]),
        ("The man was in the city, <S Ada Roth> said.", ["Ada Roth"]),
        ("<S Norland>'s claim was late.", ["Norland"]),
        ("He<C 's been described as> calm.", ["'s been described as"]),
        ("It <C said>.", ["said"]),
        ("KARS<T K - Rescuers left>, he said.", ["Rescuers left"]),
        ("<T KARSK>, Norland (NW) - Rescuers left, he said.", []),
        ("<S The Karsk> port said.", ["The Karsk"]),
    ],
)
def test_spans_are_of_whole_words_below_the_dateline(marked, expected):
    assert trimmed(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It admits to <T three.\n\nNo one was held>.", "three"),
        ("He said: <T “Three.\n\n“No one was held”>.", "“Three.\n\n“No one was held”"),
        ("It admits to <T three. No one was held>.", "three. No one was held"),
    ],
)
def test_an_unquoted_content_ends_with_its_paragraph(marked, expected):
    assert trimmed(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "gap"),
    [
        ("<S He> <C said>", ""),
        ("<S He>. <C Said>", "."),
        ("<S He>. It rained. <C Said>", ".."),
        ("<S He>. It rained. It snowed. It froze. <C Said>", ".."),
        ("<S He.> <C Said>", "."),
        ("<S He>\n<C said>", "."),
        ("<S He>\n\n<C said>", "#"),
        ("<S He>.\n\nThen <C he said>", "#"),
        ("<S He> left\nthe port.\n\nThen <C he said>", "##"),
        ("<S He>.\n\nIt rained.\n\n<C he said>", "##"),
        ("<S He>.\n\n\n\n<C he said>", "##"),
    ],
)
def test_gaps(marked, gap):
    assert article_spans(marked).gaps == [gap]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S Example.org. Velmar> said so.", ["Example.org", "Velmar"]),
        ("<S the harbour. Velmar> said so.", ["the harbour", "Velmar"]),
        ("<S Sen. Ada Quist> said so.", ["Sen. Ada Quist"]),
        ("<S Quist Jr. Velmar> said so.", ["Quist Jr. Velmar"]),
        ("<S the U.S. Navy> said so.", ["the U.S. Navy"]),
        ("<S J. B. Quist> said so.", ["J. B. Quist"]),
        ("<S the port no. Nine> said so.", ["the port no. Nine"]),
        ("<T It is at Example.org. Velmar is not>", ["It is at Example.org. Velmar is not"]),
    ],
)
def test_a_source_ends_at_a_full_stop(marked, expected):
    assert trimmed(marked) == expected


def test_spans_come_in_reading_order():
    spans = [Span("cue", 3, 7), Span("source", 0, 5), Span("content", 0, 2)]
    found = ArticleSpans("He said so.", spans, [0]).spans
    assert [span.role for span in found] == ["content", "source", "cue"]


@pytest.mark.parametrize(("offset", "number"), [(0, -1), (1, 0), (8, 0), (9, 1), (99, 1)])
def test_sentence_of_a_character(offset, number):
    assert ArticleSpans("It rained. It snowed.", [], [1, 9]).sentence(offset) == number


def test_a_line_begins_after_the_break_before_it():
    text = "one\ntwo three\n"
    assert [line_start(text, place) for place in (0, 2, 4, 8)] == [0, 0, 4, 4]
