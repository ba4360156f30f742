"""The gazetteer: which names are found, and what a broken file says."""

import pytest

from analysis.core import paths
from analysis.core.errors import LexiconError
from analysis.extract.parties.gazetteer import (
    Gazetteer,
    PartyName,
    project_gazetteer,
    read_names,
    words_of,
)

HEADER = "party,kind,form,words,source,day\n"


def found_in(text, gazetteer=None):
    words = words_of(text)
    found = (gazetteer or project_gazetteer()).find(words)
    return [(text[words[a].start : words[b - 1].end], name.party) for a, b, name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian troops left Idlib.", [("Syrian", "Syria")]),
        ("the U.S. and the UK", [("U.S", "United States"), ("UK", "United Kingdom")]),
        ("KHARTOUM, Sudan", [("KHARTOUM", "Sudan"), ("Sudan", "Sudan")]),
        ("South Sudan's president", [("South Sudan's", "South Sudan")]),
        ("Islamic Revolutionary Guard Corps", [("Islamic Revolutionary Guard Corps", "Iran")]),
        ("the government of British Columbia", [("British Columbia", "British Columbia")]),
        ("British troops in Columbia", [("British", "United Kingdom")]),
        ("New South Wales police", [("New South Wales", "New South Wales")]),
        ("Wales and England", [("Wales", "Wales"), ("England", "United Kingdom")]),
        ("New England", [("New England", "New England")]),
        (
            "NEW SOUTH WALES, Australia",
            [("NEW SOUTH WALES", "New South Wales"), ("Australia", "Australia")],
        ),
        ("IRAN AND US IN TALKS", [("IRAN", "Iran"), ("US", "United States")]),
        ("IT IS IN A RAN", [("IS", "Islamic State")]),
        (
            "Papua New Guinea, Guinea",
            [("Papua New Guinea", "Papua New Guinea"), ("Guinea", "Guinea")],
        ),
        (
            "South Korean and North Korean",
            [("South Korean", "South Korea"), ("North Korean", "North Korea")],
        ),
        ("the president of Vorland", []),
        ("turkey and china for dinner", []),  # not names
        ("", []),
    ],
)
def test_names_in_a_text(text, expected):
    assert found_in(text) == expected


def test_the_longest_name_wins_and_the_later_one_counts():
    names = [
        PartyName("A", "country", "name", "Velm"),
        PartyName("B", "armed_group", "name", "Velm Front"),
        PartyName("C", "armed_group", "name", "Velm Front"),
    ]
    assert found_in("The Velm Front left Velm.", Gazetteer(names)) == [
        ("Velm Front", "C"),
        ("Velm", "A"),
    ]


def test_a_name_cut_off_at_the_end_is_none():
    names = [PartyName("B", "armed_group", "name", "Velm Front")]
    assert found_in("They left Velm", Gazetteer(names)) == []


def test_the_projects_names_each_stand_once_with_source_and_day():
    names = read_names(paths.GAZETTEER / "parties.csv")
    words = [name.words for name in names]
    assert len(words) == len(set(words))
    assert len({name.party for name in names if name.kind == "country"}) > 190
    assert len({name.party for name in names if name.kind not in ("country", "leader")}) >= 150


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "lacks any row"),
        ("party,words\nA,B\n", "lacks kind, form, source, day"),
        (HEADER + "A,planet,name,B,s,2026-01-01\n", "row 2: .*planet"),
        (HEADER + "A,country,name,,s,2026-01-01\n", "row 2: words is empty"),
    ],
)
def test_a_broken_file_is_named_with_its_row(tmp_path, content, message):
    path = tmp_path / "parties.csv"
    path.write_text(content, encoding="utf8")
    with pytest.raises(LexiconError, match=message):
        read_names(path)
