"""Which longer name of an article a word is short for."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from analysis.extract.attributions.short_names import name_begun_with


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Corvane Tire & Rubber shut it. Corvane said so.", "Corvane", "Corvane Tire & Rubber"),
        ("Velmar Group lost. Shares in Velmar fell.", "Velmar", "Velmar Group"),
        ("Karsk Alloys, a Velm maker, grew. Karsk said so.", "Karsk", "Karsk Alloys"),
        ("Karsk Alloys said so. Karsk grew.", "Karsk", "Karsk Alloys"),
        ("Velmar Group Chief Executive Ada Quist left Velmar.", "Velmar", "Velmar Group"),
        ("Velmar Group and Velmar Group Holdings. Velmar.", "Velmar", "Velmar Group Holdings"),
        # a place, a person, a nation, two bodies, and a product that is named later
        ("Velmar Group lost. In Velmar it rained.", "Velmar", None),
        ("Velmar Bay, a harbour, froze. Velmar said so.", "Velmar", None),
        ("Moscow Group Holdings lost. Moscow said so.", "Moscow", None),
        ("Ada Motors, a maker, lost. Ada said so.", "Ada", None),
        ("Velmar Group and Velmar Motors lost. Velmar said so.", "Velmar", None),
        ("Velmar grew. Velmar Music, a service, has users.", "Velmar", None),
        ("Velmar Quits Race As Rivals Gain. Velmar said so.", "Velmar", None),
        ("Velmar said so.", "Velmar", None),
    ],
)
def test_the_longer_name(text, word, name):
    assert name_begun_with(text, word) == name


def test_words_of_a_headline_are_no_name():
    title = "Velmar Group Holdings Slump Continues"
    text = f"{title}\n\nVelmar Group lost. Velmar said so."
    assert name_begun_with(text, "Velmar", len(title)) == "Velmar Group"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Corvane Tire & Rubber lost. The Akron-based company said so.",
            "The Akron-based company",
            0,
        ),
        (
            "Velm Health, the largest chain, will close, the company said.",
            "the company",
            "Velm Health",
        ),
        ("Corvane Tire & Rubber will close, the company said.", "the company", 0),
        ("Emil Roth, the coach, will go, the company said.", "the company", "company"),
        ("Velm Health Board will close, the company said.", "the company", "company"),
    ],
)
def test_the_company_is_what_its_own_sentence_begins_with(text, source, name):
    start = text.index(source)
    starts = [0, *(place + 2 for place in range(len(text)) if text[place : place + 2] == ". ")]
    (found,) = resolve_names(text, [(start, start + len(source))], 0, starts)
    assert found.name == (name or "Corvane Tire & Rubber")
