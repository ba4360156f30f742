"""Words that a text must have to match: no filter may lose a match."""

import json
from pathlib import Path

import pytest

from analysis.extract.figures import person_harm_patterns as patterns
from analysis.extract.figures.outcomes import outcome_near
from analysis.extract.figures.patterns import outcome_words
from analysis.extract.figures.word_filter import key_words, words_of

PASSAGES = Path(__file__).with_name("misleading.jsonl").read_text(encoding="utf8").splitlines()
MORE = """\
Mira Stone was among the dead.
Mira Stone was found there with serious injuries.
Mira Stone was hit in the leg.
Mira Stone showed up at a clinic with a gunshot wound.
Mira Stone was chased and arrested on Monday.
Mira Stone is in custody.
Mira Stone served two years in prison.
Mira Stone was pulled from the rubble.
Mira Stone was treated for burns.
Mira Stone was taken to the county jail.
Mira Stone is in critical condition.
Killed were Mira Stone and Paul Reed.
The body was identified as that of Mira Stone.
Divers pulled Mira Stone from the river.
Police later caught Mira Stone.
Officers took Mira Stone into custody.
Among them was the wounded Captain Mira Stone.
The blast killed 12 people, including Mira Stone.
The dead were identified as Mira Stone and Paul Reed.
The dead man was identified as Mira Stone.
Police found Mira Stone dead.
The killing of Mira Stone shocked them.
""".splitlines()
TEXTS = [*(json.loads(line)["text"] for line in PASSAGES), *MORE]
FORMS = (*patterns.AFTER_PERSONS, *patterns.BEFORE_PERSONS)


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (["killed"], {"killed"}),
        (["claimed the lives of", "bodies of"], {"claimed", "bodies"}),
        (["pistol-whipped"], {"whipped"}),
        ([], set()),
    ],
)
def test_key_words(phrases, expected):
    assert key_words(phrases) == expected


def test_words_of_a_text():
    assert words_of("Re-captured, “KILLED”!") == {"re", "captured", "killed"}


@pytest.mark.parametrize("form", FORMS)
def test_no_form_is_missed(form):
    matched = [text for text in TEXTS if patterns.of_form(form).search(text)]
    for text in matched:
        assert patterns.may_tell_harm(text, 0, len(text))
        assert form in patterns.forms_in(text, 0, len(text)), text


def test_every_form_is_in_a_passage():
    assert [form for form in FORMS if not any(map(patterns.of_form(form).search, TEXTS))] == []


def test_a_passage_without_words_of_harm_has_no_form():
    assert patterns.forms_in("The council met at noon.", 0, 24) == frozenset()


@pytest.mark.parametrize(
    ("outcome", "phrase"),
    [(o, p) for o, group in outcome_words().items() if "after" in group for p in group["before"]],
)
def test_each_phrase_before_a_number_is_found(outcome, phrase):
    text = f"They {phrase} 12 people there."
    found = outcome_near(text, text.index("12"), text.index("12") + 2)
    assert found is not None
