"""Tags that headlines and rare forms mislead."""

import pytest

from analysis.extract.agency.retag import corrected_tags
from tests.extract.agency.tagged_text import number_of, tagged


@pytest.mark.parametrize(
    ("marked", "form", "expected"),
    [
        ("Health/NNP Ministry/NNP Says/NNP Seven/CD Killed/NNP", "Says", "VBZ"),
        ("men/NNS drew/JJ calls/NNS", "drew", "VBD"),
        ("his/PRP$ mobile/JJ home/RB burned/VBD", "home", "NN"),
        ("air/NN strikes/VBZ killed/VBD men/NNS", "strikes", "NNS"),
        ("the/DT ninth/JJ inmate/JJ to/TO die/VB", "inmate", "NN"),
        ("expect/VB them/PRP to/IN hit/VB him/PRP", "to", "TO"),
        ("a/DT student/NN accused/NN of/IN theft/NN", "accused", "VBN"),
        ("Storms/NNP Rip/NNP Through/IN Kansas/NNP", "Rip", "VBP"),
        ("killed/VBN by/IN IS/VBZ militants/NNS", "IS", "NNP"),
        ("a/DT gunman/NN opened/VBN fire/NN", "opened", "VBD"),
        ("Bomb/VB at/IN a/DT market/NN kills/VBZ six/CD", "Bomb", "NN"),
        ("a/DT trader/NN escapes/NNS Karsk/NNP siege/NN", "escapes", "VBZ"),
        ("The/DT group/NN claims/NNS 98/CD people/NNS were/VBD killed/VBN", "claims", "VBZ"),
        ("The/DT damage/NN claims/NNS of/IN 98/CD firms/NNS were/VBD paid/VBN", "claims", "NNS"),
        ("The/DT court/NN got/VBD claims/NNS ,/, 98/CD were/VBD paid/VBN", "claims", "NNS"),
        # plurals that are nouns, and verbs that are verbs
        ("Terror/NN groups/NNS Velm/NNP and/CC Karsk/NNP fled/VBD", "groups", "NNS"),
        ("police/NN officers/NNS Lind/NNP and/CC Moe/NNP fled/VBD", "officers", "NNS"),
        ("air/NN strikes/NNS Sunday/NNP killed/VBD six/CD", "strikes", "NNS"),
        ("arms/NNS dealers/NNS fled/VBD", "dealers", "NNS"),
        ("Bomb/VB the/DT town/NN", "Bomb", "VB"),
        ("the/DT door/NN opened/VBN by/IN him/PRP", "opened", "VBN"),
    ],
)
def test_a_wrong_tag_is_corrected(marked, form, expected):
    _, words = tagged(marked)
    assert corrected_tags(words)[number_of(words, form)].tag == expected


def test_right_tags_are_left_alone():
    _, words = tagged("the/DT army/NN shelled/VBD the/DT port/NN ./.")
    assert corrected_tags(words) is words
