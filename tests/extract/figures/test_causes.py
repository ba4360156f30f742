"""Causes that the predicate of the harmed people names, on news of every kind."""

import pytest
from made_figures import figure_of, words_at

from analysis.extract.figures.agents import agent_in_clause, split_by_cause, suspect
from analysis.extract.figures.causes import acting_person_before, cause_tied_after, scene_before


def agent_of(text, number, outcome):
    chain = [figure_of(text, number, outcome)]
    return words_at(text, agent_in_clause(text, (0, len(text)), chain))


@pytest.mark.parametrize(
    ("text", "number", "outcome", "agent"),
    [
        # by, after what is done to people
        ("12 hikers were stung and 3 were bitten by a stray dog.", "3", "injured", "a stray dog"),
        ("12 goats aside, 3 farmers were mauled by bears.", "3", "injured", "bears"),
        (
            "12 guests were shot on Monday outside the hall by a neighbour.",
            "12",
            "killed",
            "a neighbour",
        ),
        ("12 swimmers were injured by falling debris.", "12", "injured", "falling debris"),
        ("12 nurses were released by the kidnappers.", "12", "other", "the kidnappers"),
        ("12 pickers were arrested by border guards.", "12", "captured", "border guards"),
        ("12 women who were poisoned by tainted rice recovered.", "12", "injured", "tainted rice"),
        ("Three families were displaced by the dam.", "Three", "displaced", "the dam"),
        # of and from, after a death
        ("12 miners died of thirst.", "12", "killed", "thirst"),
        ("12 pupils died on Sunday from carbon monoxide.", "12", "killed", "carbon monoxide"),
        ("A boxer died in hospital of a blow to the neck.", "A", "killed", "a blow"),
        ("12 patients developed infections from dirty needles.", "12", "ill", "dirty needles"),
        ("12 men who died of hunger were buried.", "12", "killed", "hunger"),
        # the deed in which people died
        (
            "The stampede at the stadium, in which 12 fans died, was filmed.",
            "12",
            "killed",
            "The stampede",
        ),
        ("He recalled the fire in the mill in which at least 12 died.", "12", "killed", "the fire"),
        # a relative clause about a person
        ("Police sought the masked man who shot 12 guests.", "12", "injured", "the masked man"),
        ("It bans a pesticide that killed 12 workers.", "12", "killed", "a pesticide"),
        ("He met a nurse, who last year poisoned 12 patients.", "12", "killed", "a nurse"),
        (
            "They fled the fever that, as of Monday, has infected 12 people.",
            "12",
            "ill",
            "the fever",
        ),
        # subjects of verbs of taking, freeing and driving out
        ("The navy rescued 12 sailors.", "12", "rescued", "The navy"),
        ("Kenya will release 12 poachers.", "12", "other", "Kenya"),
        (
            "The landlord evicted tenants and the flood displaced 12 families.",
            "12",
            "displaced",
            "the flood",
        ),
        ("Coast guards have freed 12 fishermen.", "12", "other", "Coast guards"),
        ("A fisherman stabbed himself and wounded 12 others.", "12", "injured", "A fisherman"),
        # a participle after any verb
        (
            "A storm in the north flooded the valley, forcing 12 families to flee.",
            "12",
            "displaced",
            "A storm in the north",
        ),
        ("A crane fell on the school, trapping 12 pupils.", "12", "injured", "A crane"),
        ("The river rose overnight, displacing 12 families.", "12", "displaced", "The river"),
        ("AFP - The typhoon hit the coast, killing 12 people.", "12", "killed", "The typhoon"),
        ("After gang violence left 12 dead, shops closed.", "12", "killed", "gang violence"),
        ("12 were hurt in fighting between rival fans.", "12", "injured", None),
    ],
)
def test_causes(text, number, outcome, agent):
    assert agent_of(text, number, outcome) == agent


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        # by, but not those who did it
        ("12 deaths were confirmed by the clinic.", "12", "killed"),
        ("12 people were killed by Friday.", "12", "killed"),
        ("12 people were injured by mistake.", "12", "injured"),
        ("Deaths rose by 12.", "12", "killed"),
        ("12 skiers were killed on a slope run by a hotel.", "12", "killed"),
        ("12 climbers were injured and were rescued by villagers.", "12", "injured"),
        ("12 birds are killed by flying into windows.", "12", "killed"),
        ("12 people died, and the mayor was criticised by nurses.", "12", "killed"),
        ("12 tourists died; a guide was arrested by rangers.", "12", "killed"),
        ("12 students were hurt while they were followed by reporters.", "12", "injured"),
        ("12 hostages were released by March.", "12", "other"),
        ("12 passengers were evacuated by bus.", "12", "evacuated"),
        # of and from, but no cause
        ("12 climbers died on the way from the summit.", "12", "killed"),
        ("The deaths of 12 workers shocked the town.", "12", "killed"),
        ("12 pilgrims from Ghana died.", "12", "killed"),
        ("12 sailors were rescued from the ship.", "12", "rescued"),
        # people to whom something is done
        ("12 soldiers died when they were ambushed.", "12", "killed"),
        ("A man is in hospital after being shot.", "A", "injured"),
        ("12 rebels were held after they were captured.", "12", "captured"),
        ("Half of the island was flooded, killing 12 cows.", "12", "killed"),
        # those who did not
        ("The dog did not hurt 12 children.", "12", "injured"),
        ("The vaccine has never sickened 12 people.", "12", "ill"),
        ("There is no known case of 12 people killed by tea.", "12", "killed"),
        # pronouns
        ("It has since displaced 12 families.", "12", "displaced"),
        ("They freed 12 miners.", "12", "other"),
        ("He was arrested, leaving 12 children alone.", "12", "other"),
        # a setting
        ("The crisis has displaced 12 families.", "12", "displaced"),
        ("12 villagers were killed in the fighting.", "12", "killed"),
        ("The long offensive displaced 12 families.", "12", "displaced"),
        # people are not taken by what happens meanwhile
        ("12 marchers were arrested as bankers staged a dinner.", "12", "captured"),
        ("12 fans were detained after a storm hit the town.", "12", "captured"),
        ("12 people marched in the capital.", "12", "killed"),
        ("12 dancers were hurt at the wedding.", "12", "injured"),
    ],
)
def test_no_causes(text, number, outcome):
    assert agent_of(text, number, outcome) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A coach was jailed; a former nurse charged in the deaths of 12 patients wept.",
            "a former nurse",
        ),
        ("Police held a man arrested over the fatal stabbing of 12 tourists.", "a man"),
        ("A jury freed two guards accused of attacking 12 inmates.", "two guards"),
        ("A man on trial for fraud met 12 victims.", None),
        ("A lawyer arrested in the capital met 12 victims.", None),
        ("A singer mourned the deaths of 12 fans.", None),
    ],
)
def test_suspects_of_deeds(text, expected):
    assert words_at(text, suspect(text, (0, len(text)), text.index("12"))) == expected


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("A storm left 9 dead and a flood killed 12.", ("9", "12"), [["9"], ["12"]]),
        ("9 died in a fire and 12 were killed by gas.", ("9", "12"), [["9"], ["12"]]),
        ("9 died and 12 were hurt in a fire.", ("9", "12"), [["9", "12"]]),
        ("A storm killed 9 and injured 12.", ("9", "12"), [["9", "12"]]),
        ("9 died, 12 were hurt.", ("9", "12"), [["9", "12"]]),
    ],
)
def test_figures_with_their_own_cause_are_split(text, numbers, expected):
    chain = [figure_of(text, number) for number in numbers]
    found = split_by_cause(text, (0, len(text)), chain)
    assert [[figure.text for figure in group] for group in found] == expected


def test_a_cause_after_the_sentence_is_not_read():
    text = "12 were shot. 3 were hit by a car."
    assert cause_tied_after(text, 2, 13, "killed") is None


def test_no_scene_without_in_which():
    assert scene_before("The fire at the mill was long and ", "fire") is None


@pytest.mark.parametrize("before", ["Police said ", "", "in the "])
def test_no_person_before_a_pronoun(before):
    assert acting_person_before(before) is None
