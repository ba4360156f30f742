"""An office that nobody holds is no target."""

import pytest

from analysis.extract.parties.unheld_offices import is_unheld


@pytest.mark.parametrize(
    ("text", "mention", "kind", "expected"),
    [
        ("She may run for president.", "president", "person", True),
        ("He would be the strongest president ever.", "president", "person", True),
        ("Orr could be a really bad president.", "president", "person", True),
        ("The next prime minister must act.", "prime minister", "person", True),
        ("Former President Ada Orr laughed.", "President", "person", True),
        ("The ex-minister laughed.", "minister", "person", True),
        ("He was elected mayor in 2008.", "mayor", "person", True),
        ("An Orr administration would raise taxes.", "administration", "government", True),
        ("A future government will decide.", "government", "government", True),
        # those in power
        ("The president declined to comment.", "president", "person", False),
        ("A spokesman for President Orr laughed.", "President", "person", False),
        ("The minister said so.", "minister", "person", False),
        ("A senior minister said so.", "minister", "person", False),
        ("The Orr administration raised taxes.", "administration", "government", False),
        ("The government will decide.", "government", "government", False),
        ("The former army base", "army", "military", False),
    ],
)
def test_an_office_without_its_holder(text, mention, kind, expected):
    start = text.index(mention)
    assert is_unheld(text, start, start + len(mention), kind) is expected
