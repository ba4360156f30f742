"""What the sentence before a pronoun begins with: names, bodies, persons, and what is none."""

import re

import pytest

from analysis.extract.attributions.people import names_one_person
from analysis.extract.attributions.sentence_subjects import (
    BODY_NOUNS,
    firm_named_before,
    subject_before,
)

BODIES = [
    ("The company lost money. | It said so.", "The company"),
    ("KARSK, Norland (NW) - The company lost money. | It said so.", "The company"),
    ("The big port authority lost money. | It said so.", "The big port authority"),
    ("The ministry of transport lost money. | It said so.", "The ministry of transport"),
    ("Velmar flies. So does Velmar's rival. Velmar lost. | It said so.", "Velmar"),
    ("Karsk Steel lost money. | It said so.", "Karsk Steel"),
    ("The aid group Relief Watch runs clinics. | It said so.", "Relief Watch"),
    ("The company Monday closed shafts. | It said so.", "The company"),
    ("The company lost. “We are sad.” | It said so.", "The company"),
    ("The company lost. It is sad. | It said so.", "The company"),
    # another phrase, an owner, an office, two of them, a word with a capital by chance
    ("The man said the company lost money. | It said so.", None),
    ("The company's head left. | It said so.", None),
    ("The company spokesman left. | It said so.", None),
    ("The company and the union left. | It said so.", None),
    ("Shares fell. Other shares rose. Shares rest. | It said so.", None),
    ("Rain fell. | It said so.", None),
    ("The company lost. Rain fell. | It said so.", None),
    ("| It said so.", None),
]
PERSONS = [
    ("The driver was not held. | He said so.", "The driver"),
    ("The minister of transport came. | He said so.", "The minister of transport"),
    ("Roth, 41, lost his son. | He said so.", "Roth"),
    ("The suspect was 34. | He said so.", None),
    ("The company lost. | He said so.", None),
]


def found(marked, is_wanted):
    """Return the words of the subject before the mark "|"."""
    text = marked.replace("| ", "")
    starts = [0, *(match.end() for match in re.finditer(r"[.]”? ", text))]
    subject = subject_before(text, starts, marked.index("|"), is_wanted)
    return subject and subject.words


@pytest.mark.parametrize(("marked", "words"), BODIES)
def test_the_body_that_a_sentence_begins_with(marked, words):
    assert found(marked, lambda name, noun: not noun or noun in BODY_NOUNS) == words


@pytest.mark.parametrize(("marked", "words"), PERSONS)
def test_the_person_that_a_sentence_begins_with(marked, words):
    assert found(marked, lambda name, noun: names_one_person(noun)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Velmar will close. Rain fell. The firm named Velmar lost.", "Velmar"),
        ("Norland will close. The firm in Norland lost.", None),
        ("Rain fell. The firm lost.", None),
    ],
)
def test_the_firm_that_an_article_begins_with(text, words):
    starts = [0, *(match.end() for match in re.finditer(r"[.] ", text))]
    subject = firm_named_before(text, starts, starts[-1], lambda name, noun: name != "Norland")
    assert (subject and subject.words) == words
