"""Generic names of parties: what is one, and what only looks like one."""

import pytest

from analysis.extract.parties.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The government and its army agreed.",
            [("government", "government"), ("army", "military")],
        ),
        (
            "Prime Minister Lind met rebels.",
            [("Prime Minister", "person"), ("rebels", "armed_group")],
        ),
        (
            "SECURITY FORCES FIRE ON PROTESTERS",
            [("SECURITY FORCES", "police_security"), ("PROTESTERS", "protesters")],
        ),
        ("a rebel-held town", [("rebel", "armed_group")]),
        (
            "The gunman fled; authorities said.",
            [("gunman", "attacker"), ("authorities", "officials")],
        ),
        # none
        ("the Government Accountability Office", []),
        ("opposition to the bridge", []),
        ("he joined forces with her", []),
        ("a fighter jet", []),
        ("Congress should police the banks", []),
        ("who serve in government", []),
        ("army-green paint and @president", []),
        ("an army of young volunteers", []),
        ("an army of conscripts", [("army", "military")]),
        ("the Salvation Army", []),
        ("the company's president", []),
        ("The school's new administration", []),
        ("the chancellor of Orr State University", []),
        ("the country's president", [("president", "person")]),
        ("the president of Norland", [("president", "person")]),
        ("the university's police", [("police", "police_security")]),
        ("The union boss took the economy hostage.", []),
        ("The strike holds car buyers hostage.", []),
        (
            "Gunmen took a driver hostage.",
            [("Gunmen", "armed_group"), ("hostage", "other")],
        ),
        ("The captors held two men hostage.", [("hostage", "other")]),
        ("A hostage wept.", [("hostage", "other")]),
        ("", []),
    ],
)
def test_mentions(text, expected):
    assert [(one.text, one.kind) for one in find_mentions(text)] == expected


def test_mentions_are_where_they_stand_and_do_not_overlap():
    text = "The vice president of the police officers met armed forces."
    found = find_mentions(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert [one.text for one in found] == ["vice president", "police officers", "armed forces"]
