"""What changed between two versions of a text."""

import pytest

from analysis.report.version_changes import changes_between

SAME = ["A fire broke out.", "It was put out at noon."]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (SAME, SAME, []),
        (["A  fire\\nbroke out."], ["A fire broke out."], []),
        (
            [*SAME, "27 died."],
            [*SAME, "41 died."],
            [("<mark>27</mark> died.", "<mark>41</mark> died.")],
        ),
        (SAME, [*SAME, "Two died."], [("", "<mark>Two died.</mark>")]),
        ([*SAME, "Two died."], SAME, [("<mark>Two died.</mark>", "")]),
        (["<b> one"], ["<b> two"], [("&lt;b&gt; <mark>one</mark>", "&lt;b&gt; <mark>two</mark>")]),
        ([], [], []),
    ],
)
def test_changes(earlier, later, expected):
    found = changes_between([text.replace("\\n", "\n") for text in earlier], later)
    assert [(change.earlier, change.later) for change in found] == expected


def test_changes_are_in_reading_order():
    earlier = ["One.", "Same here.", "Two."]
    later = ["Eins.", "Same here.", "Zwei."]
    found = changes_between(earlier, later)
    assert [change.later for change in found] == ["<mark>Eins.</mark>", "<mark>Zwei.</mark>"]
