"""Who reports a figure, by the grammar of its sentence."""

import pytest
from made_figures import figure_of, words_at

from analysis.extract.figures.agents import agent_in_clause
from analysis.extract.figures.sources import source_in_sentence


def source_of(text, number):
    found = source_in_sentence(text, {0: (0, len(text))}, 0, [figure_of(text, number)])
    return words_at(text, found)


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The clinic's director said 12 people died.", "12", "The clinic's director"),
        ("12 people died, the port police said.", "12", "the port police"),
        ("According to the mayor, 12 people died.", "12", "the mayor"),
        ("12 people died, according to two witnesses.", "12", "two witnesses"),
        ('"12 people died," said the governor of the port.', "12", "the governor of the port"),
        ("12 killed in port blast - police", "12", "police"),
        ("Police first said 12 people died.", "12", "Police"),
        ("The ministry now says 12 people died.", "12", "The ministry"),
        ("12 people died in the port.", "12", None),
        ("Planes fired on the port, killing 12, the mayor said.", "12", "the mayor"),
        ("According to detailed information, 12 people died.", "12", None),
        ("The typhoon claimed 12 lives.", "12", None),
        ("Meanwhile the mayor has said 12 people died.", "12", "the mayor"),
        ("He said 12 people died.", "12", None),
        ("The army denied what he said: 12 people died.", "12", None),
        ("Helicopters reported 12 people dead.", "12", None),
        ("12 people died, said the mayor.", "12", "the mayor"),
        ("12 dead as monitor Reuters", "12", "monitor"),
        ("It counted 12 dead in Norland and says that more are ill.", "12", None),
        ("12 people died, Norland and Velm said.", "12", "Norland and Velm"),
        ("12 people died, she was told, a doctor said.", "12", "a doctor"),
        ("An inquiry has found 12 people drowned.", "12", "An inquiry"),
        ("A report by the school found that 12 pupils fell ill.", "12", "A report by the school"),
        ("A hurricane claimed one life and injured 12 people.", "12", None),
        ("The singer's fans posted a film before 12 people died.", "12", None),
        ("12 monkeys were released by the zoo.", "12", None),
        (
            "According to figures released by the port, 12 died.",
            "12",
            "figures released by the port",
        ),
        ("12 died in a semi-official race.", "12", None),
        (
            "The movement will leave, spokesman Emil Roth said, after 12 died.",
            "12",
            "spokesman Emil Roth",
        ),
        ("The club would sell, 12 fans died, it said.", "12", None),
    ],
)
def test_sources(text, number, source):
    assert source_of(text, number) == source


@pytest.mark.parametrize(
    "second",
    [
        "It said 12 people died.",
        "Moreover, 12 people died.",
        "They put the size of the crowd at 12.",
        "He put it at 12.",
    ],
)
def test_a_source_carries_over_to_the_next_sentence(second):
    text = f"The port office said the ferry sank. {second}"
    sentences = {0: (0, 36), 1: (37, len(text))}
    found = source_in_sentence(text, sentences, 1, [figure_of(text, "12")])
    assert words_at(text, found) == "The port office"


@pytest.mark.parametrize(
    ("number", "source"), [(1, "The port office"), (3, "The port office"), (4, None)]
)
def test_a_pronoun_refers_to_three_sentences_at_most(number, source):
    text = "The port office said the ferry sank. It said 12 people died."
    sentences = {0: (0, 36), number: (37, len(text))}
    found = source_in_sentence(text, sentences, number, [figure_of(text, "12")])
    assert words_at(text, found) == source


def test_a_source_does_not_carry_over_without_a_pronoun():
    text = "The port office said the ferry sank. 12 people died."
    sentences = {0: (0, 36), 1: (37, len(text))}
    assert source_in_sentence(text, sentences, 1, [figure_of(text, "12")]) is None


@pytest.mark.parametrize(
    "filler", ["al-" * 20_000, "1" * 40_000, "'" * 40_000, "of the " * 10_000, " " * 40_000]
)
def test_a_sentence_without_end_is_read_near_its_figure_only(filler):
    text = f"{filler} killed 12 people, medics said."
    chain = [figure_of(text, "12 people")]
    found = source_in_sentence(text, {0: (0, len(text))}, 0, chain)
    assert words_at(text, found) == "medics"
    agent_in_clause(text, (0, len(text)), chain)
