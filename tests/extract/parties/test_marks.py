"""Names of possible owners: countries, surnames of office holders, and what is none."""

import pytest

from analysis.extract.parties.gazetteer import project_gazetteer
from analysis.extract.parties.marks import find_marks, name_runs


def marks_in(text):
    return [(text[one.start : one.end], one.party) for one in find_marks(text, project_gazetteer())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. president", [("U.S.", "United States")]),
        ("Sudan's army", [("Sudan", "Sudan")]),
        ("He said that the United States' envoy", [("United States", "United States")]),
        # a surname counts where the whole name or a title is printed
        ("President Duterte left.", [("Duterte", "Philippines")]),
        ("Scott Morrison spoke. Morrison left.", [("Scott Morrison", "Australia"),
                                                  ("Morrison", "Australia")]),
        ("The singer Morrison left town.", []),
        # parts of other names
        ("He told lawmaker Jim Jordan so.", []),
        ("Sofia Lind, 22, of Mill Street left.", []),
        ("Sofia police said so.", [("Sofia", "Bulgaria")]),
        ("Officials in Sofia said so.", [("Sofia", "Bulgaria")]),
        ("police on the Gulf of Mexico", []),
        ("Mexico on the Gulf of Mexico", [("Mexico", "Mexico")]),
        ("fans of the French Open and of American football", []),
        ("British Columbia Premier Ada Quist", [("British Columbia", "British Columbia")]),
        ("the paper said, and the Washington Post too", []),
        ("fans of Manchester and of West Ham said", []),
        # a Congress is the United States' beside an American name or word
        ("The Congress government of Telangana fell.", []),
        ("Congress voted, Sen. Ada Quist said.", [("Congress", "United States")]),
        ("Congress voted in the United States.",
         [("Congress", "United States"), ("United States", "United States")]),
        ("The Democratic Party of Velm won, Gallup said.", []),
        ("The Democratic Party won, Trump said.", [("Democratic Party", "Democrats"),
                                                   ("Trump", "United States")]),
        # Labour is a party beside voters and other parties
        ("Labour lost the by-election.", [("Labour", "Labour")]),
        ("Labour and the Conservatives talked.",
         [("Labour", "Labour"), ("Conservatives", "Conservatives")]),
        ("Labour groups and the Ministry of Labour talked about the election.", []),
        ("The Velm Labour Movement called an election.", []),
        ("Labour is dear in Velm.", []),
        # a group whose name ends like another's
        ("The National Front won in Lille.", [("National Front", "National Rally")]),
        ("He leads the Tolma National Front, which holds many villages there.", []),
        ("the French National Front there", [("French", "France"),
                                             ("National Front", "National Rally")]),
        # a place, not whose it is
        ("turkeys near the Polish border", []),
        ("the Polish army", [("Polish", "Poland")]),
    ],
)  # fmt: skip
def test_marks(text, expected):
    assert marks_in(text) == expected


def test_the_possessive_is_told():
    (mark,) = find_marks("Kenya’s police", project_gazetteer())
    assert mark.possessive
    assert (mark.start, mark.end) == (0, 5)


def test_marks_stand_in_order_without_overlaps():
    text = "South Sudan's president met Russian President Vladimir Putin; Putin left for Juba."
    marks = find_marks(text, project_gazetteer())
    assert all(a.end <= b.start for a, b in zip(marks, marks[1:], strict=False))
    assert [one.party for one in marks] == [
        "South Sudan",
        "Russia",
        "Russia",
        "Russia",
        "South Sudan",
    ]


def test_runs_of_capitalised_words():
    text = "officials of Pakistan Railways and the Syrian National Coalition said"
    assert [text[a:b] for a, b in name_runs(text)] == [
        "Pakistan Railways",
        "Syrian National Coalition",
    ]
