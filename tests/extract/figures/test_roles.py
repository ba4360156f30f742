"""Which span a figure takes as its source or agent."""

import pytest

from analysis.extract.figures.roles import Span, chains, choose, linked, nearest

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
        ([[(A, 0.9)], []], A),  # one figure's sure link speaks for its neighbour
        ([[(A, 0.4)], [], []], None),
        ([[(A, 0.45), (OTHER, 0.5)], [(A, 0.9)]], A),
        (
            [[(A, 0.3), (A_LONG, 0.35)], [(OTHER, 0.4)]],
            A_LONG,
        ),  # spans that overlap speak for one another
        (
            [[(A_LONG, 0.3), (RULE, 0.4)]],
            A_LONG,
        ),  # in the reader's words, which are whole more often
        ([[(RULE, 0.4)]], RULE),
        ([[(SHORT, 0.9), (WHOLE, 0.4)]], WHOLE),  # unless they stop short: "Shells blamed"
        ([[]], None),
        ([], None),
    ],
)
def test_choose(candidates, expected):
    assert (
        choose(candidates, 0.3, "Shells blamed on them fell near the school.  The end.") == expected
    )


def test_chains_break_at_sentences_and_gaps():
    rows = [
        {"sentence_id": s, "start": at, "end": at + 2}
        for s, at in [(0, 0), (0, 30), (0, 200), (1, 210)]
    ]
    assert [[f["start"] for f in chain] for chain in chains(rows)] == [[0, 30], [200], [210]]


def test_chains_of_nothing():
    assert chains([]) == []


def test_linked_keeps_to_the_role():
    links = {"n": [("a", 0.8), ("gone", 0.9)]}
    assert linked("n", "agent", links, {"a": A}) == [(A, 0.8)]
    assert linked("n", "source", links, {"a": A}) == []


def test_nearest_counted_words_stand_before_the_next_number():
    first, second = Span("n", "number", 0, 2, 1), Span("m", "number", 10, 12, 1)
    counted = Span("k", "counted", 13, 20, 1)
    assert nearest(first, "counted", [counted], (0, 30), [first, second]) == []
    assert nearest(second, "counted", [counted], (0, 30), [first, second])[0][0] == counted
