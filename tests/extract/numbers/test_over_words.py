"""Whether "over" says where, about what or how long, and not "more than"."""

import pytest

from analysis.extract.numbers.over_words import is_during, says_where


def found(text, rule):
    over = text.index("over")
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    end = text.index("]") - 1
    if rule is says_where:
        return says_where(plain, over, end)
    return is_during(plain, over + len("over"), start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planes flew over [six] regions.", True),
        ("It shot down 58 drones over [six] regions.", True),
        ("A row over [300] jobs began.", True),
        ("It went to court over [two] seats.", True),
        ("The row is over [13] fees.", True),
        ("He steps down over [40] cars.", True),
        ("She quits over [40] letters.", True),
        ("It steps up over [40] cars.", False),
        ("They grilled over [500] sausages.", False),
        ("She is burned over [31] percent of her body.", True),
        ("It is in talks with a builder over [26] acres.", True),
        ("It counted 14 colonies over [22] breeding seasons.", True),
        ("It burned over [31] percent of its cash.", False),
        ("It talks with over [26] firms.", False),
        ("It has colonies over [22] acres.", False),
        ("Hand over [14] million in profits.", True),
        ("The road is closed over [30] km.", True),
        ("They strike over [3] percent pay offers.", True),
        ("It gave $5 million for players over [two] seasons.", True),
        ("She threw herself over [two] kids.", True),
        ("It played over [90] seasons.", False),
        ("She spent over [five] seasons there.", False),
        ("He paid himself over [2] million.", False),
        ("It visited over [six] regions.", False),
        ("It sent jets over [20] flights.", False),
        ("It made over [300] jobs.", False),
    ],
)
def test_where_and_about_what(text, expected):
    assert found(text, says_where) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He scored over the [three] seasons.", True),
        ("It fell over its [40] years.", True),
        ("It grew over the [20] mark.", False),
        ("It lasted over [three] seasons.", False),
    ],
)
def test_how_long(text, expected):
    assert found(text, is_during) is expected
