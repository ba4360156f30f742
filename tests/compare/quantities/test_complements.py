"""What a counted noun is of, where all sentences tell the same."""

import pytest

from analysis.compare.quantities.complements import with_complement


def rows(*sentences):
    return [{"sentence_text": sentence, "counted": "reports"} for sentence in sentences]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The reports of bullying fell 9%.", "reports of bullying"),
        ("The reports of heart disease rose 9%.", "reports of heart disease"),
        ("The reports of the police rose 9%.", "reports"),
        ("The reports rose 9%.", "reports"),
        ("The reports of Mr. Orr rose 9%.", "reports"),
    ],
)
def test_a_noun_with_what_it_is_of(sentence, expected):
    own = rows(sentence)
    assert with_complement("reports", own) == expected
    assert with_complement("police reports", own) == "police reports"


def test_two_complements_are_none():
    both = rows("The reports of fraud fell 9%.", "The reports of theft fell 9%.")
    assert with_complement("reports", both) == "reports"
