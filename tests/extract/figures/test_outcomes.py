"""Who says so, who did it and what happened, by the grammar of the sentence alone."""

import pytest

from analysis.extract.figures.agents import agent_in_clause, is_helper, is_setting, suspect
from analysis.extract.figures.counted import counted_people, counted_phrase, lemma_of
from analysis.extract.figures.outcomes import outcome_beside, outcome_described
from analysis.extract.figures.single_people import singular_persons
from analysis.extract.figures.sources import source_beside, source_in_sentence


def chain(text, number):
    start = text.index(number)
    return [{"start": start, "end": start + len(number), "sentence_id": 0}]


def words(text, span):
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "number", "agent"),
    [
        ("A car bomb killed 12 people.", "12", "A car bomb"),
        ("12 people were killed in a mortar attack on the port.", "12", "a mortar attack"),
        ("12 people were killed by army snipers.", "12", "army snipers"),
        ("Rebels shelled the port, killing 12 people.", "12", "Rebels"),
        ("12 people died when militants stormed the port.", "12", "militants"),
        ("The blast that killed 12 people was heard in town.", "12", "The blast"),
        ("The war has killed 12 people.", "12", None),
        ("12 people were killed in the fighting.", "12", None),
        ("12 people were killed in the port.", "12", None),
        ("He killed 12 people.", "12", None),
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
    ],
)
def test_agents(text, number, agent):
    assert words(text, agent_in_clause(text, (0, len(text)), chain(text, number))) == agent


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
    ],
)
def test_sources(text, number, source):
    assert (
        words(text, source_in_sentence(text, {0: (0, len(text))}, 0, chain(text, number))) == source
    )


@pytest.mark.parametrize("second", ["It said 12 people died.", "Moreover, 12 people died."])
def test_a_source_carries_over_to_the_next_sentence(second):
    text = f"The port office said the ferry sank. {second}"
    sentences = {0: (0, 36), 1: (37, len(text))}
    assert (
        words(text, source_in_sentence(text, sentences, 1, chain(text, "12"))) == "The port office"
    )


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("killed at least 12 people", "12", "killed"),
        ("12 miners were seriously injured", "12", "injured"),
        ("the bodies of 12 sailors killed at sea", "12", "bodies_found"),
        ("killing and wounding 12 sailors", "12", "killed_or_injured"),
        ("12 sailors are still missing", "12", "missing"),
        ("kidnapped 12 sailors", "12", "captured"),
        ("12 strikes killed many", "12", None),
        ("would kill 12 people", "12", None),
        ("12 people were gassed", "12", "killed_or_injured"),
        ("12 people were gassed to death", "12", "killed"),
        ("gassed 12 people", "12", "killed_or_injured"),
        ("gassing 12", "12", "killed_or_injured"),
        ("12 killed or injured", "12", "killed_or_injured"),
        ("There were 12 dead children", "12", None),
        ("12 were wounded children", "12", "injured"),
        ("An attack in May killed 12", "12", "killed"),
        ("This may kill 12", "12", None),
        ("12 wounded children died", "12", "killed"),
        ("12 kidnapped women were killed", "12", "killed"),
        ("massacred 12 troops taken hostage there", "12", "killed"),
        ("saved the lives of 12 men injured there", "12", "rescued"),
        ("killed more than 12 people wounded at least one million", "12", "killed"),
        ("killed 12 evacuees", "12", "killed"),
        ("12 evacuees from the town were killed", "12", "killed"),
        ("12 evacuees came", "12", "evacuated"),
        ("caused the death of more than 12 people and at least 60 are missing", "12", "killed"),
        ("12 cases of suffocation", "12", "injured"),
        ("12 of them including a commander were kidnapped", "12", "captured"),
        ("The number of men abducted in the last three days stands at 12", "12", "captured"),
        ("12 were released", "12", "other"),
        ("12 people including rebel fighters were granted safe passage", "12", "evacuated"),
        ("12 missing girls were found dead", "12", "killed"),
        ("12 evacuated men were detained", "12", "captured"),
        ("12 people in towns the rebels surrendered were displaced", "12", "displaced"),
        ("12 hostages stayed inside until the gunman surrendered", "12", "captured"),
        ("12 fighters in the town never surrendered", "12", None),
        ("12 fighters in a village near the port surrendered", "12", "surrendered"),
        ("12 houses burned", "12", None),
        ("12 more people succumbed to their wounds", "12", "killed"),
        ("put the number of dead at 12", "12", "killed"),
    ],
)
def test_outcomes_beside_a_number(text, number, outcome):
    start = text.index(number)
    assert outcome_beside(text, start, start + len(number)) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("12 dead children", "killed"),
        ("12 missing men", "missing"),
        ("12 abducted children", "captured"),
        ("12 dead trees", None),
    ],
)
def test_outcomes_described(text, outcome):
    assert outcome_described(text, 2) == outcome


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A nurse was killed.", [(0, 1, "killed")]),
        ("The nurse was killed.", []),
        ("A nurse was late.", []),
        (
            "A man woman and child died there.",
            [(0, 1, "killed"), (6, 11, "killed"), (16, 21, "killed")],
        ),
        (
            "A man, a woman and child were hurt.",
            [(0, 1, "injured"), (7, 8, "injured"), (19, 24, "injured")],
        ),
        ("Shells leave child and woman dead.", [(13, 18, "killed"), (23, 28, "killed")]),
        ("Shells left a young driver injured.", [(12, 13, "injured")]),
        ("Blast leaves child dead.", [(13, 18, "killed")]),
        ("Shells leave a child dead.", [(13, 14, "killed")]),
        ("Girl killed in blast.", [(0, 4, "killed")]),
        ("Senior front leader killed.", [(0, 19, "killed")]),
        ("One man and woman died.", [(12, 17, "killed")]),
        ("A doctor and teacher was killed.", [(0, 1, "killed")]),
        ("A nurse and mother died there.", [(0, 1, "killed")]),
        ("A nurse and mother were killed.", [(0, 1, "killed"), (12, 18, "killed")]),
        ("A doctor and a nurse died.", [(0, 1, "killed"), (13, 14, "killed")]),
        ("A Syrian soldier and rebel medic were hurt.", [(0, 1, "injured"), (27, 32, "injured")]),
        (
            "An American reporter and a Syrian driver were killed.",
            [(0, 2, "killed"), (25, 26, "killed")],
        ),
        ("Shelling left Syrian child dead.", [(21, 26, "killed")]),
        ("It left rebel commander dead.", [(14, 23, "killed")]),
        ("A mother and baby daughter were killed.", [(0, 1, "killed"), (18, 26, "killed")]),
        ("A soldier killed Tuesday was named.", [(0, 1, "killed")]),
        ("A girl killed along with her dog.", [(0, 1, "killed")]),
        ("A guard injured badly there.", [(0, 1, "injured")]),
        ("A medic killed about a year ago.", [(0, 1, "killed")]),
        ("A medic killed two days ago.", [(0, 1, "killed")]),
        ("A man killed the guards.", []),
        ("A man killed himself.", []),
        ("A civilian and soldier died.", [(0, 1, "killed"), (15, 22, "killed")]),
        ("A baby boy and baby girl died.", [(0, 1, "killed"), (20, 24, "killed")]),
        ("A driver and passenger died.", [(0, 1, "killed"), (13, 22, "killed")]),
        ("A man succumbed to his wounds.", [(0, 1, "killed")]),
        ("A child was killed or hurt.", [(0, 1, "killed_or_injured")]),
        ("A gunman killed three people.", []),
        ("A man and woman killed three people.", []),
        ("A man gassed 12 people.", []),
        ("A militant killed and wounded 12 soldiers.", []),
        ("A driver killed in the blast.", [(0, 1, "killed")]),
        ("A woman and child were gassed to death.", [(0, 1, "killed"), (12, 17, "killed")]),
        (
            "A man and a child were gassed.",
            [(0, 1, "killed_or_injured"), (10, 11, "killed_or_injured")],
        ),
        ("A man and woman were late.", []),
        ("A mother and her child died.", [(0, 1, "killed")]),
        ("It left the child dead.", []),
        ("A man and child-killers died.", []),
        ("They left man and woman alone.", []),
    ],
)
def test_singular_persons(text, found):
    assert singular_persons(text) == found


@pytest.mark.parametrize(
    "text", ["leaving " + "man " * 3_000, "A " + "Syrian man, " * 3_000, "A man and " * 3_000]
)
def test_a_long_row_of_words_comes_to_an_end(text):
    assert singular_persons(text) == []


@pytest.mark.parametrize(
    ("text", "number", "implicit", "counted"),
    [
        ("12 young sailors were hurt", "12", False, "young sailors"),
        ("12 were hurt", "12", False, None),
        ("12 injured", "12", False, None),
        ("one sailor was hurt", "one", False, "sailor"),
        ("a young sailor was hurt", "a", True, "young sailor"),
        ("12 Island Guard (IG) officers were hurt", "12", False, "Island Guard (IG) officers"),
        ("12 of the dead were children", "12", False, "children"),
        ("12 deaths", "12", False, None),
        ("a 25-year-old man was hurt", "a", True, "25-year-old man"),
        ("a 38-year-old woman bled to death", "a", True, "38-year-old woman"),
    ],
)
def test_counted_people(text, number, implicit, counted):
    start = text.index(number)
    assert words(text, counted_people(text, start, start + len(number), implicit)) == counted


def test_a_percentage_counts_any_noun():
    text = "2 percent of the rubble"
    assert words(text, counted_phrase(text, 1)) == "rubble"


@pytest.mark.parametrize(("phrase", "lemma"), [("mass graves", "grave"), ("people", "person")])
def test_lemmas(phrase, lemma):
    assert lemma_of(phrase) == lemma


@pytest.mark.parametrize(
    ("phrase", "setting"),
    [
        ("the civil war", True),
        ("clashes", True),
        ("clashes with police", False),
        ("a raid", False),
    ],
)
def test_settings(phrase, setting):
    assert is_setting(phrase) is setting


@pytest.mark.parametrize(
    ("phrase", "helper"),
    [
        ("emergency crews", True),
        ("emergency crews searched", True),
        ("a strike on medics", False),
        ("a rescue helicopter crash", False),
        ("the White Helmets", True),
        ("the fire", False),
        ("the army", False),
    ],
)
def test_helpers(phrase, helper):
    assert is_helper(phrase) is helper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a man suspected of killing 12 people.", "a man"),
        ("Soldiers captured two commanders accused of massacring 12 villagers.", "two commanders"),
        ("Police, accused of killing 12 people, were silent.", None),
        ("Police killed 12 people.", None),
        ("Officials in the city arrested two men accused of killing 12 people.", "two men"),
        ("A judge found the man guilty of killing 12 people.", "the man"),
    ],
)
def test_suspects(text, expected):
    assert words(text, suspect(text, (0, len(text)), text.index("12"))) == expected


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
    ],
)
def test_a_source_right_after_its_number(text, expected):
    assert words(text, source_beside(text, text.index("12") + 2, len(text))) == expected


@pytest.mark.parametrize(
    "filler", ["al-" * 20_000, "1" * 40_000, "'" * 40_000, "of the " * 10_000, " " * 40_000]
)
def test_a_sentence_without_end_is_read_near_its_figure_only(filler):
    text = f"{filler} killed 12 people, medics said."
    sentence = (0, len(text))
    assert (
        words(text, source_in_sentence(text, {0: sentence}, 0, chain(text, "12 people")))
        == "medics"
    )
    agent_in_clause(text, sentence, chain(text, "12 people"))
