"""Which span a figure takes as its source or agent."""

import pytest
from made_figures import figure_of

from analysis.extract.figures.record import Span
from analysis.extract.figures.roles import chains, choose, in_whole_words, linked, nearest

A = Span("a", "agent", 0, 5, 0.9)
A_LONG = Span("b", "agent", 0, 9, 0.9)
RULE = Span("", "agent", 3, 9, 1.0)
SHORT, WHOLE = Span("d", "agent", 0, 13, 0.9), Span("", "agent", 0, 21, 1.0)
OTHER = Span("c", "agent", 40, 50, 0.9)


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([[(A, 0.9)]], A),
        ([[(A, 0.2)]], None),
        ([[(A, 0.3)]], A),  # the least probability is enough
        ([[(A, 0.9)], []], A),  # one figure's sure link is enough for its neighbour
        ([[(A, 0.4)], [], []], None),
        ([[(A, 0.45), (OTHER, 0.5)], [(A, 0.9)]], A),
        ([[(A, 0.45)], [(OTHER, 0.5)]], None),
        ([[(A, 0.7)], [(OTHER, 0.8)]], OTHER),
        # spans that overlap count as one
        ([[(A, 0.3), (A_LONG, 0.35)], [(OTHER, 0.4)]], A_LONG),
        # the tagger's words are complete more often than a rule's
        ([[(A_LONG, 0.3), (RULE, 0.4)]], A_LONG),
        ([[(A, 0.3), (RULE, 0.4)]], A),
        ([[(RULE, 0.4)]], RULE),
        # unless they stop short: "Shells blamed"
        ([[(SHORT, 0.9), (WHOLE, 0.4)]], WHOLE),
        ([[(WHOLE, 0.4), (SHORT, 0.3)]], WHOLE),
        ([[]], None),
        ([], None),
    ],
)
def test_choose(candidates, expected):
    text = "Shells blamed on them fell near the school.  The end."
    assert choose(candidates, 0.3, text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("CD", "CDC"),
        ("octor", "Doctors"),
        ("the CD", "the CDC"),
        ("CDC", "CDC"),
        ("CDC ", "CDC "),
        ("Doctors at", "Doctors"),
        ("Doctors at the", "Doctors"),
        ("the", ""),
        ("break-in", "break-in"),
        ("break", "break-in"),
        ("in.", "in."),
        ("a break-in that", "a break-in"),
    ],
)
def test_spans_end_with_whole_words(words, expected):
    text = "Doctors at the CDC said so after a break-in that failed in."
    start = text.index(words)
    end = start + len(words)
    found = in_whole_words(Span("a", "source", start, end, 0.9), text)
    assert text[found.start : found.end] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chad and Niger exchanged 40 men.", "Chad and", "Chad and Niger"),
        ("Chad and its army killed 40 men.", "Chad and", "Chad"),
        ("The UN verified 40 deaths in Chad and says so.", "Chad and", "Chad"),
        ("Sand and Water Co. said so.", "Sand", "Sand"),
    ],
)
def test_a_span_that_is_cut_off_at_and(text, words, expected):
    start = text.index(words)
    found = in_whole_words(Span("a", "agent", start, start + len(words), 0.9), text)
    assert text[found.start : found.end] == expected


def test_chains_break_at_sentences_and_gaps():
    text = "1 2" + "x" * 60 + "3" + "x" * 61 + "4 5"
    figures = [figure_of(text, number, sentence_id=0) for number in "1234"]
    figures.append(figure_of(text, "5", sentence_id=1))
    found = [[figure.text for figure in chain] for chain in chains(figures)]
    assert found == [["1", "2", "3"], ["4"], ["5"]]


def test_chains_of_nothing():
    assert chains([]) == []


def test_linked_keeps_to_the_role():
    links = {"n": [("a", 0.8), ("gone", 0.9)]}
    assert linked("n", "agent", links, {"a": A}) == [(A, 0.8)]
    assert linked("n", "source", links, {"a": A}) == []


def test_links_keep_their_order():
    links = {"n": [("c", 0.2), ("a", 0.8)]}
    assert linked("n", "agent", links, {"a": A, "c": OTHER}) == [(OTHER, 0.2), (A, 0.8)]
    assert linked("m", "agent", links, {"a": A, "c": OTHER}) == []


def test_nearest_counted_words_come_before_the_next_number():
    first, second = Span("n", "number", 0, 2, 1), Span("m", "number", 10, 12, 1)
    counted = Span("k", "counted", 13, 20, 1)
    assert nearest(first, "counted", [counted], (0, 30), [first, second]) == []
    assert nearest(second, "counted", [counted], (0, 30), [first, second])[0][0] == counted


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, 60, OTHER), (0, 40, A), (0, 41, OTHER), (1, 60, OTHER)]
)
def test_nearest_span_of_a_sentence(start, end, found):
    number = Span("n", "number", 30, 32, 1)
    ((span, probability),) = nearest(number, "agent", [A, OTHER], (start, end), [number])
    assert (span, probability) == (found, 0.6)


def test_no_span_of_the_role_or_sentence():
    number = Span("n", "number", 30, 32, 1)
    assert nearest(number, "source", [A, OTHER], (0, 60), [number]) == []
    assert nearest(number, "agent", [A, OTHER], (6, 40), [number]) == []


def test_counted_words_may_hold_their_number():
    number, following = Span("n", "number", 3, 5, 1), Span("m", "number", 20, 22, 1)
    around, after = Span("k", "counted", 0, 9, 1), Span("l", "counted", 19, 25, 1)
    numbers = [number, following]
    assert nearest(number, "counted", [around, after], (0, 30), numbers)[0][0] == around
    assert nearest(number, "counted", [after], (0, 30), numbers)[0][0] == after
