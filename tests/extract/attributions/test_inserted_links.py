"""Boxes of links inside a sentence are blanked out; other capitals are not."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from analysis.extract.attributions.inserted_links import inserted_links, without_links

BOX = "Sen. Ada Quist Ada Maria QuistHarbour bill fails Quist backs levy MORE (D-Velm.) said no."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BOX, ["Sen. Ada Quist"]),
        ("Emil Roth Emil (Em) RothLevy falls MORE spoke.", ["Emil Roth"]),
        # none
        ("Ada Quist wants MORE.", []),
        ("Ada Quist and Emil Roth read MORE books.", []),
        ("Sen. Ada Quist Ada Maria Quist said no.", []),
        ("", []),
    ],
)
def test_inserted_links(text, names):
    assert [box.name for box in inserted_links(text)] == names


def test_offsets_stay():
    plain = without_links(BOX)
    assert len(plain) == len(BOX)
    assert plain.split() == ["Sen.", "Ada", "Quist", "(D-Velm.)", "said", "no."]


def test_the_word_after_a_box_is_the_person_before_it():
    start = BOX.index("MORE")
    sources = resolve_names(BOX, [(start, start + len("MORE (D-Velm.)"))])
    assert sources[0].name == "Sen. Ada Quist"


def test_a_headline_in_a_box_is_not_said_by_the_full_name_before_it():
    text = "Emil Roth Emil (Em) RothVelm mayor backs levy MORE spoke."
    start = text.index("Emil (Em)")
    sources = resolve_names(text, [(start, text.index(" backs"))])
    assert sources[0].name == "Velm mayor"
