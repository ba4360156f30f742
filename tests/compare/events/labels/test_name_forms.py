"""With which capitals a name is printed."""

import pytest

from analysis.compare.events.labels.name_forms import NameForms


@pytest.mark.parametrize(
    ("forms", "printed"),
    [
        ({"Orla Keaveney": 2, "ORLA Keaveney": 5}, "Orla Keaveney"),
        ({"ORLA KEAVENEY": 9, "ORLA Keaveney": 1}, "ORLA Keaveney"),
        ({"Velm": 1, "VELM": 7}, "Velm"),
        ({"NATO": 3}, "NATO"),
        ({"J. Quist": 1, "J Quist": 3}, "J Quist"),
        ({}, "Orla Keaveney"),
    ],
)
def test_as_printed_most(forms, printed):
    known = NameForms()
    for form, times in forms.items():
        for _ in range(times):
            known.add_printed(("orla", "keaveney"), form)
    assert known.printed(("orla", "keaveney")) == printed


@pytest.mark.parametrize(("is_place", "printed"), [(True, "New Delhi"), (False, "NEW DELHI")])
def test_a_place_that_only_a_dateline_prints_is_in_small_letters(is_place, printed):
    known = NameForms()
    known.add(("new", "delhi"), is_place)
    known.add_printed(("new", "delhi"), "NEW DELHI")
    assert known.printed(("new", "delhi")) == printed
