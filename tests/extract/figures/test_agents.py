"""Who or what caused a casualty, by the grammar of the clause."""

import pytest
from made_figures import figure_of, words_at

from analysis.extract.figures.agents import (
    agent_in_clause,
    suspect,
)


def agent_of(text, number):
    return words_at(text, agent_in_clause(text, (0, len(text)), [figure_of(text, number)]))


@pytest.mark.parametrize(
    ("text", "number", "agent"),
    [
        ("A car bomb killed 12 people.", "12", "A car bomb"),
        ("The army said it lost three, and the FLI that it killed 12.", "12", "the FLI"),
        ("The army said in a statement that it killed 12.", "12", None),
        ("12 people were killed in a mortar attack on the port.", "12", "a mortar attack"),
        ("12 people were killed by army snipers.", "12", "army snipers"),
        ("Rebels shelled the port, killing 12 people.", "12", "Rebels"),
        ("12 people died when militants stormed the port.", "12", "militants"),
        ("The blast that killed 12 people was heard in town.", "12", "The blast"),
        ("12 people were killed in the incident.", "12", "the incident"),
        ("They warned about strollers involved in 12 injuries.", "12", "strollers"),
        ("They agreed to a cease-fire after unrest that killed 12 people.", "12", None),
        (
            "12 are in critical condition following a dockside shooting.",
            "12",
            "a dockside shooting",
        ),
        (
            "No group has claimed responsibility for the attacks there Sri Lankan officials have "
            "arrested 12 individuals.",
            "12",
            "Sri Lankan officials",
        ),
        ("The war has killed 12 people.", "12", None),
        ("12 people were killed in the fighting.", "12", None),
        ("12 people were killed in the port.", "12", None),
        ("He killed 12 people.", "12", None),
        (
            "It was checked before the operation that led to the arrests of 12.",
            "12",
            "the operation",
        ),
        ("The Pentagon admitted to killing 12 people.", "12", "The Pentagon"),
        ("The Pentagon admitted that 12 people died.", "12", None),
        ("Police wrongly arrested and jailed 12 people.", "12", "Police"),
        ("They agreed to a truce after days of shelling that killed 12.", "12", "shelling"),
        ("The judge praised the murderer of 12 people.", "12", "the murderer"),
        ("The kidnappers of 12 engineers want money.", "12", "The kidnappers"),
        ("The number of deaths from floods in the north has risen to 12.", "12", "floods"),
        ("Iron Mine Fire Death Toll Rises to 12", "12", "Iron Mine Fire"),
        ("12 people died at the hands of the army.", "12", "the army"),
        ("They accused the army of killing 12 people.", "12", "the army"),
        ("They accused the army of lying, and 12 people sang.", "12", None),
        ("They accused Iran and Hezbollah of killing 12 people.", "12", "Iran and Hezbollah"),
        ("They accused Mali which sent troops of killing and wounding at least 12.", "12", "Mali"),
        ("They accused him of killing 12 people.", "12", None),
        ("The clash killed 12 people, ten times the number reported by the army.", "12", None),
        ("12 deaths were reported by the army.", "12", None),
        ("12 people were killed by Hamas.", "12", "Hamas"),
        (
            "The coalition acknowledged on Friday that it had unintentionally killed 12 people.",
            "12",
            None,
        ),
        (
            "The coalition admitted that its planes had unintentionally killed 12 people.",
            "12",
            "its planes",
        ),
        ("They accused each other of killing 12 people.", "12", None),
        ("They accused the army of killing men, but rebels killed 12 people.", "12", "rebels"),
        ("They accused the army of killing sheep, and 12 people died in floods.", "12", "floods"),
        (
            "They accused the army of executing its plan while rebels killed 12 people.",
            "12",
            "rebels",
        ),
        ("They accused Mali of backing rebels suspected of killing 12 people.", "12", None),
        ("They accused the army of backing rebels suspected of killing 12 people.", "12", None),
        (
            "They accused the army on Monday of backing rebels suspected of killing 12 people.",
            "12",
            None,
        ),
        ("They accused the army on Monday of killing all 12 people.", "12", "the army"),
        ("The death toll from the quake was read out while 12 people sang.", "12", None),
        # the subject of a verb
        ("An attack in the old capital that killed 12 people ended.", "12", "An attack"),
        ("It rained, police said, and a bomb killed 12 people.", "12", "a bomb"),
        ("On Monday a bomb killed 12 people.", "12", "a bomb"),
        ("Rebels reportedly killed 12 people.", "12", "Rebels"),
        ("A bomb did not hit 12 people.", "12", None),
        ("Killed 12 people.", "12", None),
        # a claim that a clause follows is speech
        ("The opposition claimed 12 people had died.", "12", None),
        ("The charity claims at least 12 people were killed.", "12", None),
        ("The union claims 12 miners died of cold.", "12", "cold"),
        ("The storm claimed 12 people who were asleep.", "12", "The storm"),
        ("Killer sun claims 12 in Tolm\nThe sun has killed them.", "12", "Killer sun"),
        ("The storm claimed 12 lives.", "12", "The storm"),
        # deaths are counted from records
        ("The group counted 12 deaths from local newspapers.", "12", None),
        ("The group counted 12 deaths from hospital records.", "12", None),
        ("The group counted 12 deaths from floods.", "12", "floods"),
        # of a long subject, the attack that it names
        (
            "A car bomb near the old market and the small shops of the town killed 12 people.",
            "12",
            "A car bomb",
        ),
        (
            "A car bomb near the old market and an air raid on the small shops killed 12 people.",
            "12",
            "A car bomb",
        ),
        # the nearest of several causes
        ("12 died when rebels stormed the port after an air raid.", "12", "rebels"),
        ("12 died in an air raid when rebels stormed the port.", "12", "an air raid"),
        # a place and a time are no part of a cause
        ("12 people have died in Porto since the earthquake began.", "12", None),
        ("12 people have died in the earthquake since Monday.", "12", "the earthquake"),
        # a participle
        ("It rained while rebels shelled the port, killing 12 people.", "12", "rebels"),
        ("It rained, killing 12 people.", "12", None),
    ],
)
def test_agents(text, number, agent):
    assert agent_of(text, number) == agent


def test_the_cause_comes_after_the_last_figure():
    text = "12 died, 3 of them women, in an air raid."
    chain = [figure_of(text, "12"), figure_of(text, "3")]
    assert words_at(text, agent_in_clause(text, (0, len(text)), chain)) == "an air raid"


def test_an_agent_of_another_sentence_is_not_found():
    text = "A bomb went off. 12 died. It was an air raid."
    assert agent_in_clause(text, (17, 25), [figure_of(text, "12")]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a man suspected of killing 12 people.", "a man"),
        ("Soldiers captured two commanders accused of massacring 12 villagers.", "two commanders"),
        ("Police, accused of killing 12 people, were silent.", None),
        ("Police killed 12 people.", None),
        ("Officials in the city arrested two men accused of killing 12 people.", "two men"),
        ("A judge found the man guilty of killing 12 people.", "the man"),
        ("The bishop rebuked the militia for killing 12 people.", "the militia"),
        ("He thanked the guards for shooting and wounding 12 people.", "the guards"),
        ("He blamed the owner for the deaths of 12 people.", "the owner"),
        ("He thanked the guards for the tea; 12 people sang.", None),
        ("He criticized the plan, killing 12 people.", None),
    ],
)
def test_suspects(text, expected):
    assert words_at(text, suspect(text, (0, len(text)), text.index("12"))) == expected
