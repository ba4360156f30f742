"""
Outcomes that only the tagger predicts, and what the words of the sentence make of them.

Each row: a text with the labelled number or person in brackets, what the tagger says of it,
and the outcome that is reported; None if there is no casualty figure.
"""

import pytest
from made_figures import marked

from analysis.extract.figures.candidates import Prediction, casualty_figures
from analysis.extract.figures.evidence import (
    FROM_NEARBY,
    is_shown_nearby,
    sentence_around,
    supported_outcome,
)
from analysis.extract.figures.record import Span
from analysis.extract.numbers.parse import parse_numbers

PERSONS = ("a", "an", "another", "man", "woman", "teen", "guard")

LET_GO = [
    ("Hijackers let [25] go on Friday.", "captured", "other"),
    ("They handed over [three] captive policemen.", "captured", "other"),
    ("Bandits refused to let [25] captives go.", "captured", "captured"),
    ("Police handed over the case. They held [three] captive policemen.", "captured", "captured"),
]
FILES = [
    ("Asylum cases rose to [81,864] last year.", "displaced", None),
    ("Asylum cases rose to [81,864] last year.", "ill", None),
    ("Fraud cases rose to [312].", "ill", None),
    ("Net migration fell to [431,000].", "displaced", None),
    ("The asylum backlog grew, with [17,000] cases waiting.", "ill", None),
    ("Measles cases rose to [312].", "ill", "ill"),
    ("Police arrested [12] people in fraud cases.", "captured", "captured"),
]
SHOT_STABBED_STRUCK = [
    ("[A] man was shot on Elm Street on Friday night.", "killed", "killed_or_injured"),
    ("[A] man was shot in the leg on Friday.", "killed", "injured"),
    ("[A] woman was stabbed in the left arm.", "killed", "injured"),
    ("[A] clerk was shot and taken to a hospital.", "killed", "injured"),
    ("[A] clerk was shot and is in stable condition.", "killed", "injured"),
    ("[A] clerk was shot dead behind the counter.", "injured", "killed"),
    ("[A] clerk was shot and killed at noon.", "injured", "killed"),
    ("[A] clerk was fatally shot at noon.", "injured", "killed"),
    ("[A] cyclist was struck by a van.", "killed", "killed_or_injured"),
    ("[A] cyclist was struck and killed by a van.", "injured", "killed"),
    ("[A] pedestrian was run over near the port.", "killed", "killed_or_injured"),
    ("[Two] men were shot outside a bar.", "killed", "killed_or_injured"),
    ("[Two] men were shot dead outside a bar.", "injured", "killed"),
    ("[Two] men were shot and wounded outside a bar.", "killed", "injured"),
    ("[2] shot in a bar on Monday.", "killed", "killed_or_injured"),
    ("[2] shot and wounded, 3 others grazed in a bar.", "killed", "injured"),
    ("2 shot and wounded, [3] others grazed in a bar.", "killed", "injured"),
    ("[Five] people have been shot since Friday.", "killed", "killed_or_injured"),
    ("He stabbed [four] people at the market.", "killed", "killed_or_injured"),
    ("He stabbed [four] people to death at the market.", "injured", "killed"),
    ("A gunman shot [three] people on a train.", "killed", "killed_or_injured"),
    ("The shooting of [a] man shocked the street.", "killed", "killed_or_injured"),
    ("[Six] hikers were attacked by bees.", "killed", "killed_or_injured"),
    ("[Two] nurses were beaten by a visitor.", "killed", "killed_or_injured"),
    ("[Two] nurses were beaten to death.", "injured", "killed"),
    ("A car ran over [two] children.", "killed", "killed_or_injured"),
    ("[Three] girls were hit by a bus and rushed to a clinic.", "killed", "injured"),
    ("[Teen] shot in Dover", "killed", "killed_or_injured"),
    ("[Man] stabbed in Dover", "killed", "killed_or_injured"),
    ("[Man] shot dead in Dover", "injured", "killed"),
]

ROBBED_ACCUSED_TRIED = [
    ("[Four] men who robbed a store are sought.", "captured", None),
    ("[A] courier was robbed at gunpoint.", "captured", None),
    ("[A] courier was carjacked near the bridge.", "killed", None),
    ("A jury convicted [a] county man of fraud.", "captured", None),
    ("[Three] runners were banned for life.", "captured", None),
    ("[A] man has appeared in court over the fire.", "captured", None),
    ("[Two] men were charged with theft on Tuesday.", "captured", None),
    ("[A] woman accused of fraud went home.", "captured", None),
    ("[A] woman accused of killing a rival was denied release.", "killed", None),
    ("The trial of [a] guard who fatally shot a boy began.", "killed", None),
    ("The court sentenced [six] members of the sect to death.", "killed", None),
    ("Officers saw [three] men in the street.", "captured", None),
    ("[A] second suspect is at large.", "captured", None),
    ("[A] man was arrested in Dover.", "killed", "captured"),
    ("[Two] men were arrested in Dover.", "killed", "captured"),
    ("[A] man is in custody after the fire.", "killed", "captured"),
    ("[Man] arrested for threats", "killed", "captured"),
    ("[Man] in custody after fire", "killed", "captured"),
    ("Police arrested [a] teacher on Monday.", "killed", "captured"),
    ("Agents detained [40] workers at a plant.", "killed", "captured"),
    ("Officials arrest [280] at a plant", "killed", "captured"),
    ("[Twelve] pupils were kidnapped by gunmen.", "killed", "captured"),
    ("[A] cleric was taken hostage.", "killed", "captured"),
    ("[Three] suspects were taken into custody.", "killed", "captured"),
    ("[Three] suspects have been jailed without bond.", "captured", "captured"),
    ("Guards dragged away [dozens] of strikers.", "captured", "captured"),
    ("The wind dragged [two] boats along the pier.", "captured", None),
]

NEIGHBOURS = [
    ("Fourteen were rescued, [ten] of whom are in hospital, after two died.", "injured", "injured"),
    ("The union said [two] would, and that people will die.", "killed", None),
    ("[One] man, who said his wife had been saved, was led out.", "rescued", None),
    ("It is accused of killing [10]x as many civilians.", "killed", None),
    ("Nearly [90,000] customers were without power after homes were hit.", "displaced", None),
    ("Bird flu: 1.1 million hens were culled, up from [640,000] on Friday.", "ill", None),
    ("The state said 44 people had died of heat, up from [16] a day earlier.", "ill", "killed"),
    ("It evacuated 9,400 people, up from [8,000].", "displaced", "evacuated"),
    ("Seven died. They rescued 42 migrants, [11] of them children.", "killed", "rescued"),
    ("A boat carried 60 migrants, [11] of them children. Seven died.", "killed", None),
    ("The raid killed 12 people, [three] of them children.", "injured", "killed"),
    ("They found 12 bodies, [three] of them children.", "rescued", "bodies_found"),
    ("They rescued 42 migrants, [11] of whom were injured.", "killed", "injured"),
    ("They rescued 42. Then a bomb fell and [11] of them died.", "killed", "killed"),
    ("Mumbai massacre Chennai by [9] wickets.", "killed", None),
    ("The fire destroyed 142 homes and damaged [31]. Three people were injured.", "injured", None),
    ("The fire destroyed 142 homes and hurt [31]. Three died.", "injured", "injured"),
    ("The army lost six tanks, 12 crew and [31] others died.", "killed", "killed"),
    ("The firm knows of [31] injuries and two deaths.", "killed", "injured"),
    ("The recall follows [9] injuries and no deaths.", "killed", "injured"),
    ("A reporter interviewed [54] smugglers about the route.", "captured", None),
    ("[54] hostages' relatives sang.", "killed", None),
    ("[116] of whom are alive, the list of the dead says.", "killed", None),
    ("Aid reached [900,000] people on the brink of famine.", "killed", None),
    ("[28] stone sculptures stand in the hall.", "killed", None),
    ("The church has [12] apostles on its front.", "killed", None),
    ("A convoy of [200] soldiers crossed the bridge.", "killed", None),
    ("[Five] runners came home.", "killed", None),
    ("[Thousands] of people protested against the dam.", "displaced", None),
    ("[10,000] people marched to the border.", "displaced", None),
    ("[Dozens] of survivors of the massacre walked there.", "killed", None),
    ("[200] mourners filled the church after his death.", "killed", None),
    ("The team scored [14] goals.", "killed", None),
    ("Cross-border incidents rose to [860].", "killed", None),
    ("The storm brought [25] reported tornadoes.", "killed", None),
    ("He was accused of smuggling [2,000] packs.", "captured", None),
    ("I hope to find the [30,000] emails that are missing.", "missing", None),
    ("A man who has helped [one] village spoke.", "rescued", None),
    ("[Two] teens prayed at sea.", "rescued", None),
    ("The home shelters [62] people.", "other", None),
    ("About [50] were handed out.", "captured", None),
    ("[22] events were held.", "other", None),
    ("[Three] men sang. Two others were killed.", "killed", None),
    ("A bomb killed two. [Three] shops opened again.", "killed", None),
    ("Two died in a fire. [Forty] guests had breakfast.", "killed", None),
    ("A bomb killed two. The [two] women were sisters.", "killed", "killed"),
    ("Rebels killed ten. [Six] of them were women.", "killed", "killed"),
    ("Gunmen seized ten men. The [ten] came from Oss.", "captured", "captured"),
    ("In the crash, which claimed lives, [two] boys fell.", "killed", "killed"),
    ("The toll of the quake, he said, was [two] families.", "killed", "killed"),
    ("[Two] miners never came home.", "killed", "killed"),
    ("[Two] miners came home late.", "killed", None),
    ("Divers were looking for [two] others.", "missing", "missing"),
    ("[Two] others looked on.", "missing", None),
]

ILLNESS = [
    ("[78] new measles cases were reported.", "killed", "ill"),
    ("Some [350] people with Ebola were identified.", "injured", "ill"),
    ("Doctors found [nine] new cases of cholera.", "bodies_found", "ill"),
    ("Measles had struck [167] people.", "killed", "ill"),
    ("The virus infected [40] nurses.", "killed", "ill"),
    ("[Forty] nurses were infected with the virus.", "injured", "ill"),
    ("[Eight] diners fell ill.", "injured", "ill"),
    ("[A] girl is hospitalized with pneumonia.", "injured", "ill"),
    ("[Six] pupils tested positive for mumps.", "injured", "ill"),
    ("[Six] pupils died of mumps.", "ill", "killed"),
    ("Ebola killed [six] nurses.", "ill", "killed"),
    ("[Six] pupils were injured in a fall.", "ill", "injured"),
    ("[Six] pupils had soup.", "ill", None),
    ("Symptoms appear days after [a] person is infected.", "none", None),
]

MOVED_AND_FREED = [
    ("Over [1,200] refugees returned from Jordan.", "displaced", "other"),
    ("The state agreed to release [360] prisoners.", "captured", "other"),
    ("[Thousands] of children were separated from their parents.", "rescued", "other"),
    ("[Thousands] fled the valley.", "killed", "displaced"),
    ("[300] families were displaced by the dam.", "killed", "displaced"),
    ("Police evacuated [hundreds] of people.", "injured", "evacuated"),
    ("[Two] divers were rescued from a cave.", "killed", "rescued"),
    ("Divers rescued [six] people.", "killed", "rescued"),
    ("[Three] sailors are missing.", "killed", "missing"),
    ("[A] woman went missing on Monday.", "killed", "missing"),
    ("[A] hiker was rescued from a cliff.", "killed", "rescued"),
]

DENIED = [
    ("[Two] passengers were not injured.", "injured", None),
    ("[Two] passengers escaped injury.", "injured", None),
    ("[Two] clerks were not hurt in the robbery.", "injured", None),
    ("[A] driver was not hurt.", "injured", None),
    ("A flood would cause [hundreds] of deaths.", "killed", None),
    ("That is about [2,000] fewer than the ministry's death toll.", "killed", None),
    ("None of the [40] workers died.", "killed", None),
    ("All [nine] sailors are alive after the wreck that killed a cook.", "killed", None),
    ("They tried to kill [two] guards.", "killed", None),
    ("The gang threatened to kill [two] guards.", "killed", None),
    ("The death toll was revised down by [100].", "killed", None),
    ("The toll could rise to [200].", "killed", None),
    ("It is not known how [many] died.", "killed", None),
    ("The plague could kill [thousands].", "killed", None),
    ("[Forty] patients could die.", "killed", None),
    ("Police say [nobody] was killed.", "killed", None),
    ("The alarm saved lives and prevented [12] deaths.", "killed", None),
    ("[Two] passengers were killed.", "injured", "killed"),
    ("[Two] clerks were hurt in the robbery.", "killed", "injured"),
    ("A flood caused [hundreds] of deaths.", "injured", "killed"),
    ("The death toll was revised down to [100].", "injured", "killed"),
    ("The toll rose to [200].", "injured", "killed"),
    ("[Forty] patients may have died.", "injured", "killed"),
    ("They killed [two] guards.", "injured", "killed"),
]

DEFINITE = [
    ("Police named [Miller] as the man who died.", "killed", None),
    ("A court jailed him for killing [wife] in Dover.", "killed", None),
    ("They killed [a] second hostage, Jack Miller, on Monday.", "killed", None),
    ("[A] man, Jack Miller, was arrested.", "captured", None),
    ("Jack Miller, [a] clerk who had been arrested, spoke.", "captured", None),
    ("He was wounded by [a] sniper shot in Oss.", "killed", None),
    ("The strikes hit [a] rebel depot.", "none", None),
    ("Revenues have taken [a] major hit since May.", "none", None),
    ("They killed [another] hostage on Monday.", "captured", "killed"),
    ("[A] clerk's death shocked the town.", "injured", "killed"),
    ("[A] prince's arrest shocked the town.", "killed", "captured"),
    ("They murdered [a] prince in May.", "captured", "killed"),
    ("[A] 34-year-old was arrested.", "killed", "captured"),
    ("[A] homeless man was found dead.", "injured", "killed"),
    ("[An] asylum seeker was detained.", "killed", "captured"),
]

CASES = (
    FILES
    + LET_GO
    + SHOT_STABBED_STRUCK
    + ROBBED_ACCUSED_TRIED
    + NEIGHBOURS
    + ILLNESS
    + MOVED_AND_FREED
    + DENIED
    + DEFINITE
)


def _outcome(text: str, predicted: str) -> str | None:
    """Return the outcome of the marked number that the tagger predicts something of."""
    text, start, end = marked(text)
    spans, predictions = [], {}
    if predicted != "none":
        spans = [Span("n", "number", start, end, 0.8)]
        implicit = text[start:end].lower() in PERSONS
        predictions["n"] = Prediction(predicted, 0.8, "unspecified", 0.5, implicit)
    for figure in casualty_figures(text, spans, predictions, parse_numbers(text)):
        if figure.start < end and start < figure.end and figure.is_casualty:
            return figure.outcome
    return None


@pytest.mark.parametrize(("text", "predicted", "expected"), CASES)
def test_an_outcome_needs_a_word_that_says_so(text, predicted, expected):
    assert _outcome(text, predicted) == expected


def test_half_of_the_cases_are_no_figure_or_another_one():
    other = [row for row in CASES if row[1] != row[2]]
    assert len(CASES) >= 140
    assert len(other) >= len(CASES) / 2


def test_what_is_only_possible_is_no_evidence():
    text, start, end = marked(
        "More than [40] men, most of them miners, are missing and may be dead."
    )
    assert supported_outcome(text, start, end, "killed", 0.8) == ("missing", "evidence.missing")
    text, start, end = marked("[Nine] sailors might have drowned in the storm.")
    assert supported_outcome(text, start, end, "killed", 0.8) is None
    text, start, end = marked("In May [nine] sailors drowned in the storm.")
    assert supported_outcome(text, start, end, "killed", 0.8) == ("killed", "evidence.predicted")


@pytest.mark.parametrize(
    ("sentence", "is_harm"),
    [
        ("The cuts would hit [1,500] people with agency staff.", False),
        ("Higher fares affected [40] commuters.", False),
        ("The lorry hit [12] people. Nine were injured.", True),
        ("The crash affected [12] people.", True),
        ("The guards beat and hit [12] people.", True),
    ],
)
def test_who_is_hit_by_cuts_is_not_hurt(sentence, is_harm):
    text, start, end = marked(f"News of the day. {sentence}")
    found = supported_outcome(text, start, end, "killed_or_injured", 0.8)
    assert (found == ("killed_or_injured", "evidence.predicted")) is is_harm
    assert (found is None) is not is_harm


def test_a_word_behind_a_semicolon_is_said_of_others():
    text, start, end = marked("[Eleven] men were in Block C; two of them are dead.")
    assert supported_outcome(text, start, end, "killed", 0.8) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A storm killed 9. ", "", True),
        ("", " All died.", True),
        ("A storm killed 9. " + "It rained on. " * 9, "", True),  # the lead
        ("It rained. " * 40 + "A storm killed 9. It rained on. ", " It rained on.", False),
        ("A storm came. ", " All slept.", False),
        ("A storm may have killed 9. ", "", False),
    ],
)
def test_a_sure_tagger_needs_a_word_nearby(before, after, expected):
    text, start, end = marked(f"{before}[Five] runners were on the path.{after}")
    assert supported_outcome(text, start, end, "killed", 0.8) is None
    assert supported_outcome(text, start, end, "killed", 0.95) == ("killed", FROM_NEARBY)
    assert is_shown_nearby(text, start, end, "killed") is expected
    span = Span("s", "number", start, end, 0.95)
    prediction = Prediction("killed", 0.95, "unspecified", 0.5, False)
    figures = casualty_figures(text, [span], {"s": prediction}, parse_numbers(text))
    assert any(figure.start == start for figure in figures) is expected


def test_an_initial_ends_no_sentence():
    text, start, end = marked("[Two] men of John C. Moor died.")
    assert supported_outcome(text, start, end, "killed", 0.8) == ("killed", "evidence.predicted")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It fell. Dr. Ames saw [two] men. They ran.", "Dr. Ames saw two men"),
        ("It fell\n[Two] men ran", "Two men ran"),
        ("[Two] men ran.", "Two men ran."),
    ],
)
def test_the_sentence_around_a_number(text, sentence):
    text, start, end = marked(text)
    first, last = sentence_around(text, start, end)
    assert text[first:last] == sentence


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Lids burned dozens. At least six of the victims were children.", "injured"),
        ("Lids burned dozens; a man died. At least six of the victims were children.", "killed"),
        ("At least six of the victims were children.", "killed"),
    ],
)
def test_victims_of_burns_live_unless_the_article_speaks_of_death(text, outcome):
    start = text.index("six")
    found = supported_outcome(text, start, start + 3, "killed", 0.8)
    assert found is not None
    assert found[0] == outcome


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("Cases pass 160, second patient dies", False),
        ("Fire: 160 hurt as hero fireman dies", False),
        ("Of the passengers 160 died", True),
        ("All 160, mostly children, died", True),
    ],
)
def test_who_dies_in_another_clause_is_another(text, is_shown):
    start = text.index("160")
    assert (supported_outcome(text, start, start + 3, "killed", 0.95) is not None) is is_shown


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("[187] on manifest of ferry; 21 dead, dozens missing", False),
        ("[1,200] without shelter, 38 dead after the flood", False),
        ("Mine collapse strands [29], kills five", False),
        ("Twelve soldiers, [five] rebels killed in clash", True),
        ("[19] in Homs, 12 in Aleppo: 31 killed on Monday", True),
        ("[Seven] in Kitwa, five in Port Salim dead after floods", True),
        ("The ward treated [40] people, six of whom have since died.", False),
        ("Of 87 patients, [31] were children - at least two of whom died of it.", False),
        ("In all [200] men and two women have died.", True),
        ('"We had [190] patients," he said after the strike killed 54 people.', False),
        ("In all [190] were shot, killed and buried.", True),
        ("[Two] children, ages 3 and 8, died when a tree fell on a car.", True),
        ("[40] villagers, six of them killed in their beds, were killed.", True),
        ("The blast killed [40], six of whom died in hospital.", True),
    ],
)
def test_a_word_of_harm_is_that_of_the_number_beside_it(text, is_shown):
    text, start, end = marked(text)
    found = supported_outcome(text, start, end, "killed", 0.99)
    assert (found is not None) is is_shown


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("hospitalizations", "ill"), ("new infections", "ill"), ("dead", "killed")],
)
def test_who_is_in_hospital_is_not_dead(noun, expected):
    text, start, end = marked(f"The disease causes [3270] {noun} and 30 deaths a year.")
    assert supported_outcome(text, start, end, "killed", 0.9)[0] == expected


@pytest.mark.parametrize(
    ("text", "predicted", "expected"),
    [
        ("Some [300] patients are in hospital with mpox.", "ill", "ill"),
        ("At the end of June [70532] cases were awaiting an initial decision.", "ill", None),
        ("The virus killed [20] infection control nurses.", "killed", "killed"),
        ("The blast led to [40] hospitalizations.", "injured", "injured"),
    ],
)
def test_patients_are_ill_and_files_are_not(text, predicted, expected):
    found = supported_outcome(*marked(text), predicted, 0.99)
    assert (found and found[0]) == expected


def test_those_of_whom_some_die_are_ill():
    text, start, end = marked("It puts infections at [97,000] a year, of whom about 30 die.")
    assert supported_outcome(text, start, end, "killed", 0.9) == ("ill", "evidence.ill")
    text, start, end = marked("It puts the toll of infections at [97,000], of whom 30 die.")
    assert supported_outcome(text, start, end, "killed", 0.9) == ("ill", "evidence.ill")
    text, start, end = marked("The number of cholera cases soared and the disease killed [40].")
    assert supported_outcome(text, start, end, "killed", 0.9) == ("killed", "evidence.predicted")


@pytest.mark.parametrize(
    ("aid", "expected"),
    [("pandemic", ("ill", "evidence.ill")), ("pandemic aid", None)],
)
def test_aid_of_a_pandemic_makes_nobody_ill(aid, expected):
    text, start, end = marked(f"It has dropped by [2,100] students, and the {aid} ends.")
    assert supported_outcome(text, start, end, "killed", 0.8) == expected


@pytest.mark.parametrize(
    ("text", "predicted", "expected"),
    [
        ("Hackers took the data. The gang spoke of 90 victims.", "killed", None),
        ("The theft of customer data hit 90 shoppers.", "killed_or_injured", None),
        (
            "The theft of customer data. A blast hit the firm: 90 victims, 3 dead.",
            "killed",
            "killed",
        ),
        ("The blast left 90 victims.", "killed", "killed"),
    ],
)
def test_whose_data_is_stolen_is_not_hurt(text, predicted, expected):
    start = text.index("90")
    found = supported_outcome(text, start, start + 2, predicted, 0.7)
    assert (None if found is None else found[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1] hostage escapes, another drowns", "other"),
        ("[Two] of the divers survived; a third drowned.", "other"),
        ("[Nine] young miners escaped as the roof fell and killed two.", "other"),
        ("[Nine] miners died and two escaped.", "killed"),
        ("[Two] of her brothers did not survive; both died there.", "killed"),
        ("[Nine] who escaped the fire died.", "killed"),
        ("[Nine] drowned when a boy escaped.", "killed"),
    ],
)
def test_who_gets_away_is_not_dead(text, expected):
    text, start, end = marked(text)
    found = supported_outcome(text, start, end, "killed", 0.8)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the crash victims [508] were drivers. In all 12 died and 700 were hurt.", "either"),
        ("Of the crash victims [508] were drivers. In all 700 died.", "killed"),
        ("Among the victims of the crashes [508] drove. In all 9 died, 700 were hurt.", "either"),
        ("Of those killed [508] were drivers. In all 700 were hurt.", "killed"),
        ("Of the victims [508] were drivers. In all 700 died and 20 were hurt.", "killed"),
    ],
)
def test_victims_may_be_either_where_others_were_hurt(text, expected):
    text, start, end = marked(text)
    found = supported_outcome(text, start, end, "killed", 0.8)
    assert found is not None
    assert found[0] == {"either": "killed_or_injured"}.get(expected, expected)


def test_those_who_are_sick_are_not_those_who_died():
    text, start, end = marked("More than [200] people in 21 states are sick and two have died.")
    assert supported_outcome(text, start, end, "killed", 0.99) == ("ill", "evidence.ill")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("71 pupils were taken and nine of them have since returned.", "captured"),
        ("The return of 71 pupils who were taken, most of them girls, was hailed.", "other"),
    ],
)
def test_that_some_returned_does_not_free_all(text, expected):
    start = text.index("71")
    found = supported_outcome(text, start, start + 2, "captured", 0.9)
    assert found is not None
    assert found[0] == expected
