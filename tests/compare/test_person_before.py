"""The only person of a sentence before "him" or "her", and where several could be meant."""

import pytest

from analysis.compare.person_before import only_person_before


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("The club praised coach Ada Moe and then blamed her.", "her", "Ada Moe"),
        ("The club praised Moe and then blamed her. Ada Moe left.", "her", "Moe"),
        ("Karl Roth met Ada Moe, and they blamed him.", "him", "Karl Roth"),
        ("The club praised Ada Moe and then blamed him.", "him", None),
        ("Ada Moe met Anna Lind, and they blamed her.", "her", None),
        ("Moe left, and they blamed her. Ada Moe and Anna Moe wept.", "her", None),
        ("The club praised Velm and then blamed her.", "her", None),
        ("Qwerl Roth met Peter Lind, and they blamed him.", "him", None),
        ("They blamed her. Ada Moe left.", "her", None),
    ],
)
def test_only_person_before(text, pronoun, expected):
    part = (0, text.index("blamed"))
    found = only_person_before(text, part, pronoun, frozenset({"They"}))
    assert (None if found is None else text[slice(*found)]) == expected


def test_the_accuser_is_not_meant():
    text = "Karl Roth met Peter Lind and blamed him."
    found = only_person_before(text, (0, 29), "him", frozenset({"Karl", "Roth"}))
    assert found is not None
    assert text[slice(*found)] == "Peter Lind"
