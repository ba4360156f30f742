"""Well-known persons hold an office in some months and not in others."""

from datetime import date

import pandas as pd
import pytest

from analysis.core import paths
from analysis.core.errors import LexiconError
from analysis.extract.attributions import office_holders
from analysis.extract.attributions.office_holders import (
    head_of_nation,
    heads_by_surname,
    held_office_before,
    holds_office,
    is_candidate,
    read_terms,
)


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Donald Trump", date(2019, 4, 1), True),
        ("Trump", pd.Timestamp("2017-01-31"), True),
        ("President Donald J. Trump", date(2020, 12, 31), True),
        ("Angela Merkel", date(2015, 9, 1), True),
        ("Scott Pruitt", date(2017, 6, 1), True),
        ("Scott Pruitt", date(2018, 9, 1), False),
        ("John Kasich", date(2016, 4, 1), True),
        ("Donald Trump", date(2016, 4, 1), False),
        ("Melania Trump", date(2019, 4, 1), False),
        ("Joe Biden", date(2019, 4, 1), False),
        ("Clinton", date(2019, 4, 1), False),
        ("Sanders", date(2018, 4, 1), False),
        ("Donald Trump", None, False),
        ("Donald Trump", pd.NaT, False),
        (None, date(2019, 4, 1), False),
        ("the harbour", date(2019, 4, 1), False),
        # not the holder
        ("Donald Trump's lawyer", date(2019, 4, 1), False),
        ("Merkel critics", date(2019, 4, 1), False),
    ],
)
def test_holds_office(name, day, expected):
    assert holds_office(name, day) is expected


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Ben Carson", date(2015, 11, 8), True),
        ("Hillary Rodham Clinton", date(2015, 11, 8), True),
        ("Republican candidate Donald J. Trump", date(2015, 11, 8), True),
        # in office, not yet or no more a candidate, another person
        ("Donald Trump", date(2019, 11, 8), False),
        ("Ben Carson", date(2017, 11, 8), False),
        ("Bill Clinton", date(2015, 11, 8), False),
        ("Carson", None, False),
        ("aides to Ben Carson's wife", date(2015, 11, 8), False),
    ],
)
def test_is_candidate(name, day, expected):
    assert is_candidate(name, day) is expected


@pytest.mark.parametrize(
    ("name", "is_former", "expected"),
    [
        ("former Secretary of State John Kerry", True, True),
        ("John Kerry", False, False),  # he may hold an office that the list lacks
        ("President Jimmy Carter", False, True),
        ("former Senator Emil Roth", True, False),
    ],
)
def test_only_heads_are_known_to_hold_no_other_office(name, is_former, expected):
    assert held_office_before(name, date(2019, 4, 1), is_former) is expected


def test_terms_begin_before_they_end():
    for terms in read_terms().values():
        for term in terms:
            assert term.since < term.until, term


@pytest.mark.parametrize("line", ["Ada Quist", "Ada Quist | 2019 | ", "Ada Quist | 2019-13 | "])
def test_a_line_in_another_form_is_refused(line, tmp_path, monkeypatch):
    text = f'[some]\nholders = ["{line}"]\nsource = "s"\nlicence = "l"\ndate = 2026-01-01\n'
    (tmp_path / "office_holders.toml").write_text(text, encoding="utf8")
    monkeypatch.setattr(paths, "LEXICONS", tmp_path)
    read_terms.cache_clear()
    with pytest.raises(LexiconError, match="name | 2017-01"):
        office_holders.read_terms()
    read_terms.cache_clear()


@pytest.mark.parametrize(
    ("words", "names", "expected"),
    [
        ("The French president", ["Trump", "Emmanuel Macron"], "Emmanuel Macron"),
        ("the U.S. president", ["Trump", "Emmanuel Macron"], "Trump"),
        ("The president", ["Ada Quist", "Donald Trump"], "Donald Trump"),
        ("the British prime minister", ["Theresa May"], "Theresa May"),
        # several, none, or another office
        ("The president", ["Donald Trump", "Emmanuel Macron"], None),
        ("The French president", ["Donald Trump"], None),
        ("The French president", ["Nicolas Sarkozy"], None),
        ("The Velm president", ["Donald Trump"], None),
        ("the club's president", ["Donald Trump"], None),
        ("the deputy prime minister", ["Theresa May"], None),
        ("the vice president", ["Donald Trump"], None),
        ("the French foreign minister", ["Emmanuel Macron"], None),
        ("the Russian prime minister", ["Vladimir Putin"], None),
        ("the president", [], None),
    ],
)
def test_head_of_nation(words, names, expected):
    assert head_of_nation(words, names, date(2019, 4, 1)) == expected
    assert head_of_nation(words, names, None) is None


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("President Jimmy Carter", date(2019, 4, 1), True),
        ("Barack Obama", date(2016, 4, 1), False),
        ("Barack Obama", date(2019, 4, 1), True),
        ("Joe Biden", date(2019, 4, 1), False),
        ("Obama", date(2019, 4, 1), False),
        ("Ada Carter", date(2019, 4, 1), False),
        ("Robert Mueller", date(2019, 7, 1), False),
        ("Barack Obama", None, False),
        (None, date(2019, 4, 1), False),
    ],
)
def test_held_office_before(name, day, expected):
    assert held_office_before(name, day) is expected


def test_surnames_that_stand_for_a_head():
    assert "Merkel" in heads_by_surname()
    assert "May" not in heads_by_surname()
