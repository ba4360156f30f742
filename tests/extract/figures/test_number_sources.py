"""Who gives one number, by the words beside it."""

import pytest
from made_figures import words_at

from analysis.extract.figures.number_sources import (
    gapped_speaker,
    owner_of_denied_claim,
    source_after_number,
)


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
        ("above the 12 million the company has pencilled in", "the company"),
        ("above the 12 million the company has lost", None),
        ("The 12 percent the company announced", None),
        ("it said, while the government raised its own count to 12", "the government"),
        ("Ostrava police put their losses at 12", "Ostrava police"),
        ("it said, and the militia raised its own toll from 9 to 12", "the militia"),
        (
            "The U.S. Geological Survey measured the quake at magnitude 12",
            "The U.S. Geological Survey",
        ),
        ("The Orlo Institute recorded the storm at 12", "The Orlo Institute"),
        ("The Orlo Institute recorded an album at 12", None),
        (
            "The Centers for Disease Control and Prevention raised its count to 12",
            "The Centers for Disease Control and Prevention",
        ),
        ("It rained in Orsk and Karsk raised its count to 12", "Karsk"),
        ("the government raised the price to 12", None),
        ("the coastguard continues to use a figure of around 12", "the coastguard"),
        ("The ministry did not update its figure of 12", "The ministry"),
        ("The ministry hasn't revised its estimate of 12", "The ministry"),
        ("The union repeated its count of about 12", "The union"),
        ("The ministry did not use a pool of 12", None),
        ("The union is standing by its count of 12", "The union"),
        ("The union is standing by a wall of 12", None),
        ("12 people have been killed, by United Nations estimates", "United Nations"),
        ("12 people came to the vigil by our count; the city claimed 30", None),
        ("12 people came to the vigil by the city's count", "the city"),
        ("12 by the police's reckoning and more by that of others", "the police"),
        ("12 people were killed by the army", None),
        ("12 according to the ministry and 61 according to the region", "the ministry"),
        ("12 died and 61 fled, according to the ministry", None),
        ("below the 12 euros the company had asked for", "the company"),
    ],
)
def test_a_source_right_after_its_number(text, expected):
    assert words_at(text, source_after_number(text, text.index("12") + 2, len(text))) == expected


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
        ("MSF counts 31 dead; the ministry's figure is 23.", "23", "the ministry"),
        ("MSF counts 31 dead. The government's number is 23.", "23", "The government"),
        ("MSF counts 31 dead. Norland's official toll stands at 23.", "23", "Norland"),
        (
            "MSF counts 31 dead; the Health Ministry's estimate is about 23.",
            "23",
            "the Health Ministry",
        ),
        ("MSF counts 31 dead; the city's death toll is 23.", "23", None),
        ("The mill's output is 23.", "23", None),
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
        (
            "He refuted the information spread by the rebels that more than 12 were killed.",
            "the rebels",
        ),
        (
            "She denied the claims of hostile channels that jets struck the town and that 12 died.",
            None,
        ),
        ("He denied that 12 civilians were killed.", None),
        ("He denied the charge. The militia's claim that 12 died stands.", None),
        ("He repeated the militia's claim that 12 civilians were killed.", None),
    ],
)
def test_whose_denied_claim_a_number_is(text, owner):
    assert words_at(text, owner_of_denied_claim(text, text.index("12"))) == owner


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army said it lost three men, and the FLI that it killed 12.", "the FLI"),
        ("The mayor claimed nine were hurt, but doctors that at least 12 were.", "doctors"),
        ("The ministry said ten had died, and repeated that 12 fighters were killed.", None),
        ("The report said no one was harmed but found that $12 million was lost.", None),
        ("The Commission promised $180 million, Britain $12 million.", "Britain"),
        ("The Commission promised $180 million, Britain $95 million and Norway $12m.", "Norway"),
        ("The Commission promised $180 million in Britain; it paid $12 million.", None),
        ("The army said that it lost three men and that it killed 12.", None),
        ("The army lost three men, and the FLI that fled killed 12.", None),
        ("The mayor said fear spread, and false reports that the road, shut for 12 days.", None),
        ("The mayor said fear spread, and reports that 12 died.", None),
    ],
)
def test_who_says_a_number_where_the_verb_is_left_out(text, speaker):
    assert words_at(text, gapped_speaker(text, 0, text.index("12"))) == speaker
