"""Which total a subtotal belongs to."""

import re

import pytest
from made_figures import figure_of

from analysis.extract.figures.subtotals import totals_of


def totals(text, *numbers):
    """
    Return the number of each total.

    ``numbers``: digits that occur once, or (digits, outcome); killed without one.
    """
    ends = [match.end() for match in re.finditer(r"\.(?: |$)", text)]
    sentences = dict(enumerate(zip([0, *ends], ends, strict=False)))
    figures = []
    for number in numbers:
        words, outcome = (number, "killed") if isinstance(number, str) else number
        figure = figure_of(text, words, outcome, figure_id=words)
        for sentence_id, (start, end) in sentences.items():
            if start <= figure.start < end:
                figure.sentence_id = sentence_id
        figures.append(figure)
    return totals_of(figures, text, sentences)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("Forest is 49 hectares of the 74 hectares burnt.", "measure", ["74", None]),
        ("Forest is 49 hectares of the 74 hectares.", "measure", [None, None]),
        ("It has 49 hectares, and 74 hectares burnt.", "measure", [None, None]),
        ("It lost 74 hectares of the 49 hectares burnt.", "measure", [None, None]),
        ("It won 49 seats of the 74 seats lost.", "things", [None, None]),
    ],
)
def test_a_part_of_a_measure(text, unit, expected):
    figures = [
        figure_of(
            text, words, None, figure_id=words, unit=unit, unit_text="hectares", sentence_id=0
        )
        for words in sorted(re.findall(r"\d+", text), key=text.index)
    ]
    assert totals_of(figures, text, {0: (0, len(text))}) == expected


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("It killed 126 people, among them 68 children.", ["126", "68"], [None, "126"]),
        ("It killed 126 people and 68 children.", ["126", "68"], [None, None]),
        ("Two of 9 Britons among 126 killed.", ["9", "126"], ["126", None]),
        ("The 9 workers were among at least 126 killed.", ["9", "126"], ["126", None]),
        ("It killed 126 among 9 boats.", ["126", "9"], [None, None]),
        ("The 9 were killed. They were among 126 killed.", ["9", "126"], [None, None]),
        ("The 9 were among 126 hurt.", ["9", ("126", "injured")], [None, None]),
        # what the article calls some of a toll, wherever it says it
        (
            "The park where 6 died is shut. The toll is 14. Six of the 14 lived there.",
            ["6", "14"],
            ["14", None],
        ),
        ("The 6 died. The toll is 14. Six of the 90 lived there.", ["6", "14"], [None, None]),
        ("The 6 died. Six of the 14 lived.", ["6", ("14", "injured")], [None, None]),
        # several subtotals of one total
        (
            "It killed 126 people, among them 68 children and 9 women.",
            ["126", "68", "9"],
            [None, "126", "126"],
        ),
        # a verb, or another outcome, ends the list
        (
            "It killed 126 people, among them 68 boys, and killed 9 women.",
            ["126", "68", "9"],
            [None, "126", None],
        ),
        (
            "It killed 126 people, including 68 boys, 5 hurt, 9 women.",
            ["126", "68", ("5", "injured"), "9"],
            [None, "126", None, None],
        ),
        # the nearest total before the word
        (
            "It killed 126 men and 90 women, including 68 girls.",
            ["126", "90", "68"],
            [None, None, "90"],
        ),
        # a total is not smaller
        ("It killed 12 people, including 40 boys.", ["12", "40"], [None, None]),
        ("It killed 12 people, including 12 boys.", ["12", "12 boys"], [None, "12"]),
        ("It killed at least 12 people, including 40 boys.", ["12", "40"], [None, "12"]),
        ("It killed 20 people, including dozens of boys.", ["20", "dozens"], [None, "20"]),
        ("It killed 19 people, including dozens of boys.", ["19", "dozens"], [None, None]),
        # and has the same outcome and unit
        (
            "It hurt 126 people, including 68 boys.",
            [("126", "injured"), "68"],
            [None, None],
        ),
        (
            "It found 126 bodies, including 68 boys.",
            [("126", "bodies_found"), ("68", "bodies_found")],
            [None, "126"],
        ),
        ("It saw 126 people, including 68 boys.", [("126", None), ("68", None)], [None, None]),
        # the sentence before
        ("It killed 126 people. The dead included 68 boys.", ["126", "68"], [None, "126"]),
        ("It killed 126 people. The crew included 68 boys.", ["126", "68"], [None, None]),
        (
            "It killed 126 men and 90 women. The dead included 68 boys.",
            ["126", "90", "68"],
            [None, None, "126"],
        ),
        (
            "It killed 126 people. It rained. The dead included 68 boys.",
            ["126", "68"],
            [None, None],
        ),
        # "of them" after the number
        ("It killed 126 people, 68 of them children.", ["126", "68"], [None, "126"]),
        ("It killed 126 people. 68 of the dead were boys.", ["126", "68"], [None, "126"]),
        ("It killed 126 people. 68 of those deaths were needless.", ["126", "68"], [None, "126"]),
        ("It killed 126 people. It rained. 68 of them fell.", ["126", "68"], [None, None]),
        ("68 of them fell.", ["68"], [None]),
        (
            "It cost 14 lives, 12 of them prisoners and two of them guards.",
            ["14", "12", "two"],
            [None, "14", "14"],
        ),
        ("It rained.", [], []),
    ],
)
def test_totals(text, numbers, expected):
    assert totals(text, *numbers) == expected
