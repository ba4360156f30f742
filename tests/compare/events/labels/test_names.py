import pytest

from analysis.compare.events.labels.names import find_names
from analysis.compare.events.labels.words import sentences
from tests.compare.events.labels.event_words import capitals

KNOWN = capitals()


def names(text, known=KNOWN):
    """Return (name, is it a place) of the names of a sentence."""
    (sentence,) = sentences(text)
    return [
        (" ".join(word.text for word in sentence[run.start : run.end]), run.is_place)
        for run in find_names(sentence, known)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fire in Velmora grew", [("Velmora", True)]),
        ("a fire near New Velmora grew", [("New Velmora", True)]),
        ("a fire in Velmora grew, the ministry in Altis said", [("Velmora", True)]),
        ("the hospital in Velmora said", [("Velmora", True)]),
        ("a fire at the parliament in Velmora grew", [("Velmora", True)]),
        ("the mill of Altis burnt", [("Altis", False)]),
        ("the city of Velmora burnt", [("Velmora", True)]),
        ("profit in Altis deal grew", [("Altis", False)]),
        ("the firm paid Oskar de Lund twice", [("Oskar de Lund", False)]),
        ("the plan of President Ana Brook failed", [("Ana Brook", False)]),
        ("the Justice Department sued", [("Justice Department", False)]),
        ("the Herald wrote on Monday in May", []),
        ("The fire grew", []),
        ("Seventeen states sued Altis", [("Altis", False)]),
        ("By Ana Brook", []),
    ],
)
def test_names_are_runs_of_capitals(text, expected):
    assert names(text) == expected


def test_capitals_of_a_dateline_are_a_place():
    assert names("VELMORA, 4 May - a fire grew")[:1] == [("VELMORA", True)]


def test_a_dateline_has_the_whole_name_that_is_printed_elsewhere():
    known = capitals("It rained in Velm Springs. The people of Velm Springs left.")
    assert names("VELM SPRINGS, 4 May - a fire grew", known)[:1] == [("VELM SPRINGS", True)]
    assert names("VELM WATERS, 4 May - a fire grew", known)[:1] == [("VELM", False)]


def test_republicans_are_of_no_republic():
    known = capitals(
        "Some voters of the Republic met in Kestria, where Republicans had won before."
    )
    assert known.land_of("kestrian") == "kestria"
    assert known.land_of("republicans") == ""
