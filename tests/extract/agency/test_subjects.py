"""Subjects in tagged sentences: of plain verbs, infinitives, gerunds and relative clauses."""

import pytest

from analysis.extract.agency.subjects import subject
from tests.extract.agency.tagged_text import number_of, tagged, words_of

# a tagged sentence, the verb, its subject
SUBJECTS = [
    ("Yes/UH men/NNS fell/VBD and/CC died/VBD", "died", "men"),
    ("Yes/UH men/NNS were/VBD hit/VBN and/CC died/VBD", "died", "men"),
    ("Yes/UH men/NNS hit/VBN and/CC died/VBD", "died", None),
    ("men/NNS he/PRP hit/VBD the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("men/NNS who/WP said/VBD that/IN boys/NNS died/VBD", "died", "men"),
    ("Two/CD men/NNS were/VBD killed/VBN", "killed", "Two men"),
    ("killed/VBN", "killed", None),
    ("have/VBP since/IN died/VBD", "died", None),
    ("men/NNS have/VBP since/IN died/VBD", "died", "men"),
    ("men/NNS did/VBD not/RB want/VB to/TO die/VB", "die", "men"),
    ("men/NNS who/WP died/VBD", "died", "men"),
    ("men/NNS ,/, who/WP died/VBD", "died", "men"),
    ("men/NNS that/IN died/VBD", "died", "men"),
    ("men/NNS which/WDT died/VBD", "died", "men"),
    ("who/WP died/VBD", "died", None),
    ("men/NNS ,/, aged/VBN 12/CD ,/, died/VBD", "died", "men"),
    ("men/NNS (/( 12/CD )/) died/VBD", "died", "men"),
    ("men/NNS ,/, died/VBD", "died", "men"),
    ("men/NNS fell/VBD and/CC died/VBD", "died", "men"),
    ("men/NNS were/VBD hit/VBN and/CC died/VBD", "died", "men"),
    ("men/NNS hit/VBN and/CC died/VBD", "died", "men"),
    ("men/NNS quickly/RB and/CC died/VBD", "died", "men"),
    ("strike/NN that/WDT hit/VBD the/DT clinic/NN killed/VBD", "killed", "strike"),
    ("men/NNS who/WP were/VBD hurt/VBN on/IN Monday/NNP died/VBD", "died", "men"),
    ("men/NNS who/WP left/VBD with/IN boys/NNS died/VBD", "died", "men"),
    ("he/PRP hit/VBD the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("men/NNS who/WP hitting/VBG the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("quickly/RB killed/VBD", "killed", None),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), SUBJECTS)
def test_subject(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, subject(words, number_of(words, form))) == phrase
