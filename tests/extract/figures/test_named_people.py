"""Figures of named persons: their number, the tagger's labels, and what is counted already."""

import re

import pytest

from analysis.extract.figures.candidates import Prediction
from analysis.extract.figures.named_people import counted_words, named_figures
from analysis.extract.figures.record import Figure, Span


def labelled(text, words, outcome="killed", p=0.9, p_outcome=0.99, counted=()):
    """Return the figures of a text in which the tagger labels some words."""
    start = text.index(words)
    span = Span("s", "named", start, start + len(words), p)
    predictions = {"s": Prediction(outcome, p_outcome, "unspecified", 0.5, False)}
    return named_figures(text, [(0, len(text))], [span], predictions, list(counted))


def a_count(start, end, low, outcome="injured"):
    """Return a figure with a number."""
    return Figure(start, end, "", low, low, "exact", False, outcome, "people")


def test_without_labels_the_grammar_decides():
    (figure,) = named_figures("Officers Liu and Ramos were killed.", [(0, 35)], [], {}, [])
    assert (figure.mention, figure.low, figure.high, figure.outcome) == ("named", 2, 2, "killed")
    assert (figure.text, figure.unit, figure.implicit) == (
        "Officers Liu and Ramos",
        "people",
        False,
    )


def test_a_label_adds_a_person_that_the_grammar_misses():
    (figure,) = labelled("A tribute to Mira Stone, killed at 40, was held.", "Mira Stone")
    assert (figure.text, figure.low, figure.outcome) == ("Mira Stone", 1, "killed")


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("A look at Velm death. Lara Velm spoke.\nVELM - Police came.", 0),
        ("Questions over Velm killing. Lara Velm of Orvel was in Velm.", 0),
        ("Questions over Velm killing. Lara Velm was from Orvel.", 1),
        ("Questions over Velm, killed at 40. Lara Velm was in Velm.", 1),
    ],
)
def test_a_town_that_names_a_deed_is_no_victim(text, n):
    assert len(labelled(text, "Velm")) == n


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mira Stone, whose mother was killed, spoke.", []),
        ("said Mira Stone, a shopkeeper whose brother was killed.", []),
        ("Mira Stone, a nurse whose son was shot, was killed on Monday.", ["Mira Stone"]),
        ("Mira Stone, who was killed, spoke English.", ["Mira Stone"]),
        ("Odette killed two. Hurricane Odette was deadly, and Odette died at sea.", []),
    ],
)
def test_the_living_and_storms_are_no_victims(text, found):
    ends = [end.end() for end in re.finditer(r"\.", text)]
    sentences = list(zip([0, *ends[:-1]], ends, strict=True))
    assert [figure.text for figure in named_figures(text, sentences, [], {}, [])] == found


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The director, Dr Mira Stone, told us that 51 people were wounded.", 0),
        ("A tribute to Dr Mira Stone, killed at 40, was held.", 1),
    ],
)
def test_who_speaks_is_no_victim(text, n):
    assert len(labelled(text, "Dr Mira Stone")) == n


@pytest.mark.parametrize(
    ("text", "words", "outcome", "n"),
    [
        ("The killings of journalists under Mr. Stone went on.", "Mr. Stone", "killed", 0),
        ("The murder of Mira Stone under a bridge shocked us.", "Mira Stone", "killed", 1),
        ("Only long shot Mira Stone spoke of the killed.", "Mira Stone", "killed", 0),
        ("He defended the American soldiers' killing of men.", "the American", "killed", 0),
        ("HE WAS KILLED IN THE ARREST OF A FORMER DOCTOR", "OF", "killed", 0),
        ("How he is killing Capitalism and killed many.", "Capitalism", "killed", 0),
        ("The American was killed in the attack.", "The American", "killed", 1),
        ("It spoke of Mira Stone's deportation policies.", "Mira Stone", "captured", 0),
        ("A bullet hit Mira Stone's leg and wounded her.", "Mira Stone", "injured", 1),
        ("Unlike Mira Stone, killed in the crash, he lived.", "Mira Stone", "killed", 1),
        ("Mira Stone's murder in the killing fields shocked us.", "Mira Stone", "killed", 1),
        ("It asked for the release of Mira Stone, held in jail.", "Mira Stone", "captured", 0),
        ("The arrest of Mira Stone, held in jail, shocked us.", "Mira Stone", "captured", 1),
    ],
)
def test_a_word_of_harm_near_a_name_may_be_of_others(text, words, outcome, n):
    assert len(labelled(text, words, outcome)) == n


@pytest.mark.parametrize(("words", "n"), [("Hurricane Odette", 0), ("Mira Odette", 1)])
def test_a_label_on_the_name_of_a_storm_is_none_on_a_person(words, n):
    assert len(labelled(f"A tribute to {words}, killed at 40, was held.", words)) == n


@pytest.mark.parametrize(
    ("text", "words", "p"),
    [
        ("Mira Stone was not hurt.", "Mira Stone", 0.9),
        ("The driver could be killed.", "The driver", 0.9),
        ("A tribute to Mira Stone, dead at 40 in a crash, was held.", "Mira Stone", 0.2),
        ("A tribute to Mira Stone was held.", "Mira Stone", 0.9),
        ("The ministry said nobody died.", "The", 0.9),
        ("He fell.", "He", 0.9),
        ("Most were killed by the army, a quarter by the rebels.", "a quarter", 0.9),
    ],
)
def test_labels_that_are_wrong(text, words, p):
    assert labelled(text, words, p=p) == []


def test_a_label_on_a_list_counts_its_persons():
    (figure,) = labelled(
        "We remember Mira Stone and Paul Reed, killed at 40.", "Mira Stone and Paul Reed"
    )
    assert figure.low == 2


def test_counted_people_are_not_named_again():
    text = "A man, the driver, was killed."
    assert labelled(text, "the driver", counted=[a_count(0, 18, 1.0, "killed")]) == []


def test_a_plural_is_as_many_as_were_counted_before():
    text = "Two children were hit. The children were hospitalised."
    sentences = [(0, 22), (23, len(text))]
    (figure,) = named_figures(text, sentences, [], {}, [])
    assert (figure.text, figure.low) == ("The children", 2)
    text = "The blast hurt 3. The injured were taken to hospital."
    sentences = [(0, 17), (18, len(text))]
    (figure,) = named_figures(text, sentences, [], {}, [a_count(15, 16, 3.0)])
    assert (figure.text, figure.low) == ("The injured", 3)


def test_a_plural_of_unknown_number_is_left_out():
    assert named_figures("The miners were arrested.", [(0, 25)], [], {}, []) == []


@pytest.mark.parametrize(
    ("words", "counted"),
    [("the other man", "man"), ("his wife", "wife"), ("Mira Stone", None), ("The Reverend", None)],
)
def test_words_for_definite_persons(words, counted):
    assert counted_words(words) == counted


@pytest.mark.parametrize(
    ("text", "n_found"),
    [
        ("The director, Ali Matari, told us that 35 were dead and 51 hurt.", 0),
        ("Ali Matari, who was hurt, said that 35 were dead.", 1),
        ("Ali Matari said that he and 35 others were hurt.", 1),
        ("Ali Matari was hurt, and 35 were dead.", 1),
    ],
)
def test_who_gives_a_number_of_the_harmed_is_not_one_of_them(text, n_found):
    assert len(labelled(text, "Ali Matari", outcome="injured")) == n_found


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Rebels captured Mira Velm in May. Thousands fled fighting in Mira Velm.", 0),
        ("Rebels captured Mira Velm in May after an 18-month siege.", 0),
        ("Police captured Mira Velm in May after a gun battle.", 1),
        ("Rebels captured Mira Velm in May. She was held for a year.", 1),
    ],
)
def test_a_town_that_was_captured_is_no_prisoner(text, n):
    assert len(named_figures(text, [(0, text.index("May") + 4)], [], {}, [])) == n
