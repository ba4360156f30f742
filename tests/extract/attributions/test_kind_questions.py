"""What the model of kinds reads of a source."""

import pytest

from analysis.extract.attributions.kind_questions import question_of

FILLER = "The town is quiet. " * 12
TEXT = f"Ana Roe, the treasurer of Tolm, came. {FILLER}The bill is dead, she said on Monday."


def asked(text, words, name, listed="other"):
    start = text.rindex(words)
    return question_of(text, start, start + len(words), name, listed)


def test_the_source_is_its_name_and_what_the_lists_say():
    assert asked(TEXT, "she", "Ana Roe", "local_authority").source == "Ana Roe ; local authority"
    assert asked(TEXT, "she", None).source == "none ; other"


def test_the_place_is_marked_and_the_first_naming_follows():
    words = asked(TEXT, "she", "Ana Roe").words
    beside, _, naming = words.partition(" ; ")
    assert "The bill is dead,  [ she ]  said on Monday." in beside
    assert naming.startswith("Ana Roe, the treasurer of Tolm")


@pytest.mark.parametrize(
    ("words", "name"),
    [("Ana Roe", "Ana Roe"), ("she", None), ("she", "Zoe Poe"), ("she", "—")],
)
def test_nothing_follows_where_the_source_is_named_or_nowhere(words, name):
    assert asked(TEXT, words, name).words.endswith(" ; ")


def test_a_name_that_is_put_together_is_found_by_its_last_word():
    naming = asked(TEXT, "she", "treasurer Roe").words.partition(" ; ")[2]
    assert naming.startswith("Ana Roe, the treasurer")


def test_a_name_is_no_part_of_a_word():
    text = f"Lives were lost. Jia Li, a rice farmer, came. {FILLER}It is late, she said."
    naming = asked(text, "she", "Farmer Li").words.partition(" ; ")[2]
    assert naming.startswith("Lives were lost. Jia Li, a rice farmer")
    assert "It is" not in naming.partition("farmer")[0]


def test_a_question_is_one_line():
    assert "\n" not in asked("Ana Roe\n\nsaid\nso.", "Ana Roe", "Ana Roe").words
