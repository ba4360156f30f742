"""Words of harm, their objects and their agents, in tagged sentences."""

import pytest

from analysis.extract.agency.predicates import (
    NOUN_REACH,
    VERB_REACH,
    agent_after_by,
    find_entry,
    is_harmless_use,
    names_no_victim,
    object_at,
)
from tests.extract.agency.tagged_text import number_of, tagged, words_of

# a tagged sentence, the word at which the object may begin, the object
OBJECTS = [
    ("killed/VBD two/CD men/NNS", "two", "two men"),
    ("killed/VBD off/RP two/CD men/NNS", "off", "two men"),
    ("killed/VBD up/RB two/CD men/NNS", "up", "up two men"),
    ("killed/VBD Monday/NNP", "Monday", None),
    ("killed/VBD early/JJ morning/NN", "early", None),
    ("killed/VBD last/JJ men/NNS", "last", None),
    ("killed/VBD that/DT man/NN", "that", None),
    ("killed/VBD quickly/RB", "quickly", None),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), OBJECTS)
def test_object(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, object_at(words, number_of(words, form))) == phrase


def test_there_is_no_object_after_the_last_word():
    _, words = tagged("men/NNS died/VBD")
    assert object_at(words, 2) is None


# a tagged sentence, the word from which "by" is searched for, the reach, the agent
AGENTS = [
    ("killed/VBN by/IN rebels/NNS ./.", "by", NOUN_REACH, "rebels"),
    ("killed/VBN today/NN by/IN rebels/NNS ./.", "today", NOUN_REACH, "rebels"),
    ("killed/VBN in/IN the/DT old/JJ port/NN by/IN rebels/NNS ./.", "in", NOUN_REACH, None),
    ("killed/VBN in/IN the/DT old/JJ port/NN by/IN rebels/NNS ./.", "in", VERB_REACH, "rebels"),
    ("killed/VBN ,/, by/IN rebels/NNS ./.", ",", NOUN_REACH, None),
    ("killed/VBN is/VBZ by/IN rebels/NNS ./.", "is", NOUN_REACH, None),
    ("killed/VBN was/VBD by/IN rebels/NNS ./.", "was", NOUN_REACH, "rebels"),
    ("killed/VBN who/WP by/IN rebels/NNS ./.", "who", NOUN_REACH, None),
    ("killed/VBN by/IN Monday/NNP ./.", "by", NOUN_REACH, None),
    ("killed/VBN by/IN late/JJ night/NN ./.", "by", NOUN_REACH, None),
    ("killed/VBN by/IN Monday/NNP by/IN rebels/NNS ./.", "by", NOUN_REACH, "rebels"),
    ("killed/VBN by/IN was/VBD ./.", "by", NOUN_REACH, None),
    ("killed/VBN by/IN", "by", NOUN_REACH, None),
    ("killed/VBN in/IN attack/NN by/IN rebels/NNS ./.", "in", VERB_REACH, None),
    ("killed/VBN attack/NN by/IN rebels/NNS ./.", "attack", VERB_REACH, None),
    ("killed/VBN in/IN town/NN by/IN rebels/NNS ./.", "in", VERB_REACH, "rebels"),
    ("attack/NN by/IN rebels/NNS ./.", "attack", NOUN_REACH, "rebels"),
    ("attack/NN by/IN rebels/NNS ./.", "by", VERB_REACH, "rebels"),
]


@pytest.mark.parametrize(("marked", "form", "reach", "phrase"), AGENTS)
def test_agent_after_by(marked, form, reach, phrase):
    _, words = tagged(marked)
    assert words_of(words, agent_after_by(words, number_of(words, form), reach)) == phrase


@pytest.mark.parametrize(
    ("marked", "group", "tag", "entry"),
    [
        ("killed/VBD men/NNS", "verbs", "VBD", ("kill",)),
        ("gunned/VBD down/RP men/NNS", "verbs", "VBD", ("gun", "down")),
        ("gunned/VBD men/NNS", "verbs", "VBD", None),
        ("froze/VBD to/TO death/NN", "intransitive", "VBD", ("freeze", "to", "death")),
        ("wound/VBD men/NNS", "verbs", "VBD", ("wound",)),
        ("wounds/VBZ men/NNS", "verbs", "VBD", ("wound",)),
        ("winds/VBZ on/IN", "verbs", "VBD", None),
        ("deaths/NNS", "nouns", "NNS", ("death",)),
        ("deaths/NNS", "verbs", "NNS", None),
    ],
)
def test_find_entry(marked, group, tag, entry):
    _, words = tagged(marked)
    assert find_entry(words, 0, group, tag) == entry


@pytest.mark.parametrize(
    ("marked", "entry", "harmless"),
    [
        ("a/DT deal/NN", ("strike",), True),
        ("new/JJ deals/NNS", ("strike",), True),
        ("record/JJ men/NNS", ("strike",), True),
        ("a/DT man/NN", ("strike",), False),
        ("a/DT deal/NN", ("murder",), False),
    ],
)
def test_is_harmless_use(marked, entry, harmless):
    _, words = tagged(marked)
    phrase = object_at(words, 0) or (0, len(words))
    assert is_harmless_use(words, phrase, entry) is harmless
    assert is_harmless_use(words, None, entry) is False


def test_only_the_words_of_the_phrase_can_be_harmless():
    _, words = tagged("deal/NN men/NNS deal/NN")
    assert names_no_victim(words, object_at(words, 0)) is True
    assert names_no_victim(words, type(object_at(words, 0))(1, 2)) is False
