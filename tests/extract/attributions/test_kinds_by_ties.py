"""Kinds of sources by whom the article ties them to."""

import pytest

from analysis.extract.attributions.kinds_by_ties import kind_by_ties

LUND = {
    "source": "Lund",
    "source_name": "County Executive Ada Lund",
    "source_type": "local_authority",
}


@pytest.mark.parametrize(
    ("source", "kind", "told"),
    [
        ("Lund's office", "state_official", "local_authority"),
        ("A spokesman for Lund, Emil Moe,", "state_official", "local_authority"),
        ("A spokeswoman for Mayor Ada Lund", "other", "local_authority"),
        ("Moe’s office", "state_official", "state_official"),
        ("Lund's lawyer", "other", "other"),
        ("Lund's office", "document", "document"),
    ],
)
def test_an_office_is_what_its_holder_is(source, kind, told):
    row = {"source": source, "source_name": None, "source_type": kind}
    assert kind_by_ties(row, [row, LUND], "") == told


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Emil Lund died. Lund's sister wept. Ada Lund spoke.", "Ada Lund", "resident_or_witness"),
        ("Ada Lund spoke. Lund's sister wept.", "Ada Lund", "other"),
        ("Emil Lund died. Ada Lund spoke.", "Ada Lund", "other"),
        ("Emil Lund died. Lund's sister wept. Lund Motors spoke.", "Lund Motors", "other"),
    ],
)
def test_who_has_the_surname_of_a_victim_is_kin(text, name, told):
    row = {"source": name, "source_name": name, "source_type": "other"}
    assert kind_by_ties(row, [row], text) == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("A Tory, who asked not to be named, wept.", "other", "unnamed"),
        ("A Tory, who spoke on condition of anonymity, wept.", "other", "unnamed"),
        ("A Tory, who wept, spoke. He asked not to be named.", "other", "other"),
        ("A Tory, who asked not to be named, wept.", "state_official", "state_official"),
    ],
)
def test_who_asks_for_no_name_and_holds_no_office_is_unnamed(text, kind, told):
    row = {"source": "A Tory", "source_name": "Tory", "source_type": kind}
    assert kind_by_ties(row, [row], text) == told


def test_a_person_with_a_name_is_not_unnamed():
    text = "He left. He met a man who asked not to be named."
    row = {"source": "He", "source_name": "Emil Roth", "source_type": "other"}
    assert kind_by_ties(row, [row], text) == "other"


BRIGADE = "The Free Hills Liberation Brigade struck. The Brigade spoke."


@pytest.mark.parametrize(
    ("text", "source", "name", "told"),
    [
        (BRIGADE, "The Brigade", "Brigade", "armed_group"),
        (BRIGADE, "the Brigade's military spokesman, Idris Roth,", "Idris Roth", "armed_group"),
        ("The Fourth Armoured Brigade struck.", "The Brigade", "Brigade", "military"),
        (f"The 47th Brigade fled. {BRIGADE}", "The Brigade", "Brigade", "military"),
        ("The Brigade spoke.", "The Brigade", "Brigade", "military"),
        (BRIGADE, "The army", "army", "military"),
    ],
)
def test_a_word_of_an_armed_group_is_of_no_army(text, source, name, told):
    row = {"source": source, "source_name": name, "source_type": "military"}
    assert kind_by_ties(row, [row], text) == told
