"""Who reports a figure, by the grammar of its sentence."""

import pytest
from made_figures import figure_of, words_at

from analysis.extract.figures.agents import agent_in_clause
from analysis.extract.figures.sources import (
    follows_than,
    headline_label,
    headline_source,
    is_no_source,
    owner_of_denied_claim,
    source_after_number,
    source_in_sentence,
)


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


@pytest.mark.parametrize("second", ["It said 12 people died.", "Moreover, 12 people died."])
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
    ("text", "source"),
    [
        ("12 killed in raid - monitor", "monitor"),
        ("12 killed in raid: state media", "state media"),
        ("12 killed in raid | police\nIt was", "police"),
        ("12 killed in raid - mayor", None),
        ("12 killed as police Reuters", "police"),
        ("12 freed in port - Coastal Army", "Coastal Army"),
        ("12 freed: Child Care and Health Bureau (CCHB)", "Child Care and Health Bureau (CCHB)"),
        ("12 freed in port - Morning News", None),
        ("12 freed in a semi-official truce", None),
        ("12 people died.-AFP", None),
        ("12 killed as police came", None),
        ("12 killed " + "x" * 100 + " - monitor", None),
    ],
)
def test_headlines_that_end_with_their_source(text, source):
    assert words_at(text, headline_source(text, 2, len(text))) == source


def test_a_headline_ends_with_its_sentence():
    text = "12 killed in raid - monitor"
    assert headline_source(text, 2, 17) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost 40 men, down from 12 given by a lawmaker.", "a lawmaker"),
        ("fewer than the 12 claimed by Moscow, it said", "Moscow"),
        ("well below the 12 civilian deaths counted by Airwars.", "Airwars"),
        ("12 in an attack claimed by Islamic State, police said", None),
        (
            "12 deaths were reported by the army.",
            None,
        ),  # the sentence's own source; see source_in_sentence
        ("12 people were killed by Moscow.", None),
        ("less than the 12 percent forecast by the bank", "the bank"),
        ("more than the 12 given by civil protection.", "civil protection"),
        ("12 percent of voters are expected by polls", None),
        ("rather than the 12 percent planned by the government", "the government"),
        ("lower than the 12 percent that the company announced", "the company"),
        ("less than the 12 percent Helixa had reported", "Helixa"),
        ("The 12 percent the company announced", None),
        ("it said, while the government raised its own count to 12", "the government"),
        ("Ostrava police put their losses at 12", "Ostrava police"),
        ("the government raised the price to 12", None),
        ("12 according to the ministry and 61 according to the region", "the ministry"),
        ("12 died and 61 fled, according to the ministry", None),
        ("below the 12 euros the company had asked for", "the company"),
    ],
)
def test_a_source_right_after_its_number(text, expected):
    assert words_at(text, source_after_number(text, text.index("12") + 2, len(text))) == expected


@pytest.mark.parametrize(
    "filler", ["al-" * 20_000, "1" * 40_000, "'" * 40_000, "of the " * 10_000, " " * 40_000]
)
def test_a_sentence_without_end_is_read_near_its_figure_only(filler):
    text = f"{filler} killed 12 people, medics said."
    chain = [figure_of(text, "12 people")]
    found = source_in_sentence(text, {0: (0, len(text))}, 0, chain)
    assert words_at(text, found) == "medics"
    agent_in_clause(text, (0, len(text)), chain)


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        (
            "At least 110 died, more than double the official figure of 52.",
            "52",
            "the official figure",
        ),
        ("The regime's figure of 7,000 dead is an invention.", "7,000", "The regime"),
        ("That is above the union’s count of 12 injured.", "12", "the union"),
        ("It is below the police estimate of some 900.", "900", "the police estimate"),
        ("The death toll of 52 rose.", "52", None),
        ("A group of 52 left.", "52", None),
        ("The number of 52 dead was official.", "52", None),
        ("The city's team of 12 won.", "12", None),
    ],
)
def test_a_number_that_others_refer_to_has_its_own_source(text, number, source):
    end = text.index(number) + len(number)
    assert words_at(text, source_after_number(text, end, len(text))) == source


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("He denied the militia's claim that 12 civilians were killed.", "the militia"),
        ("The army dismissed the rebels' report of 12 dead.", "the rebels"),
        ("She rejected claims by the union that at least 12 had died.", "the union"),
        ("He denied that 12 civilians were killed.", None),
        ("He denied the charge. The militia's claim that 12 died stands.", None),
        ("He repeated the militia's claim that 12 civilians were killed.", None),
    ],
)
def test_whose_denied_claim_a_number_is(text, owner):
    assert words_at(text, owner_of_denied_claim(text, text.index("12"))) == owner


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Police: 12 killed in crash", "Police"),
        ("Health Ministry: 12 ill", "Health Ministry"),
        ("Karsk: 12 killed in crash", None),
        ("Video: 12 killed in crash", None),
        ("Rebels: 12 killed in crash", None),
        ("Police found 12 killed: a crash", None),
    ],
)
def test_the_label_of_a_headline_is_its_source(headline, source):
    assert words_at(headline, headline_label(headline, (0, len(headline)))) == source


def test_a_label_below_the_headline_is_left_to_the_attributions():
    text = "Rain\n\nPolice: 12 killed"
    assert headline_label(text, (6, len(text))) is None


@pytest.mark.parametrize(
    ("source", "is_presenter"),
    [
        ("ADA QUIST, HOST", True),
        ("Ada Quist, a tour host", False),
        ("HOST", False),
        ("bringing its toll", True),
    ],
)
def test_presenters_speak_for_the_outlet(source, is_presenter):
    assert is_no_source(source) == is_presenter


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("It lists 151 people, nine more than the guard reported.", "the guard", True),
        ("There were 14, fewer than an officer said.", "an officer", True),
        ("More than 14 died, the guard reported.", "the guard", False),
        ("14 died, the guard reported.", "the guard", False),
    ],
)
def test_who_gives_the_number_with_which_another_is_compared(text, source, expected):
    assert follows_than(text, text.index(source)) is expected
