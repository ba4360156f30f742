"""Identifiers of the lexicon of names are printed with the capitals that texts have."""

import pytest

from analysis.core.printed_names import printed_name


@pytest.mark.parametrize(
    ("identifier", "printed"),
    [
        ("islamic_state", "Islamic State"),
        ("islamic state", "Islamic State"),
        ("daesh", "Daesh"),
        ("isis", "ISIS"),
        ("us_led", "US-led"),
        ("syrian_government", "Syrian government"),
        ("kurdish_led_forces", "Kurdish-led forces"),
        ("armed_groups (M23)", "armed groups (M23)"),
        ("government", "government"),
        ("army", "army"),  # "Syrian Arab Army", but "the army"
        ("the_dead", "the dead"),
        ("state_official", "state official"),
        ("no_such_name", "no such name"),
        ("", ""),
    ],
)
def test_how_a_name_is_printed(identifier, printed):
    assert printed_name(identifier) == printed
