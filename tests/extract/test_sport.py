"""Articles about sport, and what in them tells of bodies."""

import pytest

from analysis.extract.sport import is_about_sport, tells_of_bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The striker scored a hat-trick as Karsk won.", True),
        ("Karsk beat Velm 4-1; the coach praised the fans.", True),
        ("He won in straight sets at Wimbledon, 6-2 6-3 6-1.", True),
        ("The quarterback threw for three touchdowns in the NFL.", True),
        ("The court ruled 5-4 against the coach.", False),
        ("A coach carrying pensioners hit a lorry.", False),
        ("The council voted 5-2 to reject a ballpark.", False),
        ("The season of floods has begun; the team of rescuers left.", False),
        ("Gunmen killed 40 people in a market.", False),
        ("Police said the striker, the coach and fans of the league were hurt.", False),
        ("They watched the World Cup match, football at its best. Gunmen came in.", False),
        ("The striker, the coach and the league. " + "It rained on the town all day. " * 40, False),
        ("The league of nations met in 1935-36.", False),
        ("The company scored a victory in court.", False),
        ("", False),
    ],
)
def test_is_about_sport(text, expected):
    assert is_about_sport(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen slaughtered 12 fans", True),
        ("They were taken to hospital", True),
        ("two players were", True),
        ("The Jets were again", False),
        ("Karsk 4-0 in Velm", False),
        ("the fans sang", False),
        ("41 points", False),
    ],
)
def test_tells_of_bodies(text, expected):
    assert tells_of_bodies(text.split()) is expected
