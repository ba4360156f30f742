"""Which numbers of a text are casualty figures, their values and outcomes."""

import pytest
from made_figures import position

from analysis.extract.figures.bare_sums import with_currency_of_article
from analysis.extract.figures.candidates import (
    Prediction,
    casualty_figures,
    is_described_as_harmed,
)
from analysis.extract.figures.record import Span
from analysis.extract.numbers.parse import parse_numbers


def figures_of(text, labelled=(), p_outcome=0.9):
    """
    Find the casualty figures of a text.

    ``labelled``: (words, outcome) of numbers that the tagger labels, in reading order.
    """
    spans, predictions = [], {}
    end = 0
    for number, (words, outcome) in enumerate(labelled):
        start = text.index(words, end)
        end = start + len(words)
        implicit = words.lower() in ("a", "an", "child")
        spans.append(Span(f"n{number}", "number", start, end, 0.9))
        predictions[f"n{number}"] = Prediction(outcome, p_outcome, "unspecified", 0.9, implicit)
    return casualty_figures(text, spans, predictions, parse_numbers(text))


def outcomes_of(text, *args, **kwargs):
    """Return the outcomes of those to whom something happened."""
    figures = figures_of(text, *args, **kwargs)
    return [figure.outcome for figure in figures if figure.is_casualty]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("A child was killed in the yard.", "A", ("A", 1, 1, "exact", True)),
        ("It took him and a child. Deaths rose.", "child", ("a", 1, 1, "exact", True)),
        ("The storm would kill 40 people that night.", "40", ("40", 40, 40, "exact", False)),
        ("Child killed by mine", "Child", ("Child", 1, 1, "exact", True)),
        ("Dozens were hurt.", "Dozens", ("Dozens", None, None, "vague", False)),
        ("up to 40 miners died", "40", ("40", None, 40, "at_most", False)),
        ("20 to 30 miners died", "20", ("20 to 30", 20, 30, "range", False)),
        ("some two dozen miners died", "two dozen miners", ("two dozen", 24, 24, "approx", False)),
    ],
)
def test_values_of_labelled_numbers(text, number, expected):
    (figure,) = figures_of(text, [(number, "killed")])
    values = (figure.text, figure.low, figure.high, figure.qualifier, figure.implicit)
    assert values == expected
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Up to 400,000 people are believed to live in the valley.", "400,000"),
        ("More than 250,000 people are currently living under siege.", "250,000"),
        ("The war displaced half of the population of about 23 million.", "23 million"),
        ("That brings the number killed in a day to many.", "number"),
        ("They said that they would kill 40 men if nobody paid.", "40"),
        ("The storm may kill as many as 40 people.", "40"),
        ("Air defence shot down 40 of 97 drones.", "40"),
        ("Of 97 drones 40 were shot down.", "40"),
        ("A plan to save 40 lives was rejected.", "40"),
    ],
)
def test_labelled_numbers_that_count_no_casualties(text, number):
    assert outcomes_of(text, [(number, "displaced")]) == []


@pytest.mark.parametrize(
    ("paid", "expected"), [("It paid 40 million francs, of which", []), ("Of these", ["other"])]
)
def test_a_sum_paid_for_those_released_is_no_figure_of_them(paid, expected):
    text = f"{paid} 15 million was paid for the first 29 who were released."
    start = text.index("15 million")
    span = Span("n0", "number", start, start + len("15 million"), 0.9)
    predictions = {"n0": Prediction("other", 0.9, "unspecified", 0.9, implicit=False)}
    stated = with_currency_of_article(text, parse_numbers(text))
    figures = casualty_figures(text, [span], predictions, stated)
    found = [figure.outcome for figure in figures if figure.start == start]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "number", "outcome", "expected"),
    [
        ("At least 30 objects are missing, police said.", "30", "missing", []),
        ("Raid: two gold rings found", "two", "captured", []),
        ("A guard was tied up but was not hurt.", "A", "injured", []),
        ("Two guards were tied up, and nobody was injured.", "Two", "injured", []),
        ("At least 30 pupils are missing, police said.", "30", "missing", ["missing"]),
        ("A guard was tied up and was hurt.", "A", "injured", ["injured"]),
    ],
)
def test_only_people_to_whom_it_happened_have_an_outcome(text, number, outcome, expected):
    assert outcomes_of(text, [(number, outcome)]) == expected


@pytest.mark.parametrize(
    ("text", "number", "outcomes"),
    [
        # what a building holds
        ("The burnt block was built for 90 men and held 214.", "214", []),
        ("The block held 214 dead men.", "214", ["killed"]),
        # those accused of harm
        ("Judges heard eight men accused of killing guards.", "eight", []),
        ("Police sought eight people who are wanted for a bombing.", "eight", []),
        ("The eight men accused of spying were later executed.", "eight", ["killed"]),
        ("Shelling took eight men from Kell. Deaths rose.", "eight", ["killed"]),
        # losses without a cause, cases, swindles
        ("The party lost eight lawmakers to a rival bloc.", "eight", []),
        ("The village lost eight people in the flood.", "eight", ["killed"]),
        ("The party lost eight supporters in the violence.", "eight", ["killed"]),
        ("The firm lost eight managers in the price war.", "eight", []),
        ("The unit lost eight soldiers.", "eight", ["killed"]),
        ("Police spoke of eight victims of the phishing scam.", "eight", []),
        ("Police spoke of eight victims of the blast.", "eight", ["killed"]),
        ("The district had 67 new cases and four deaths.", "67", ["killed"]),
        # a person is in no such word, and work is no life
        ("Nobody died in Aldbeck.", "Nobody", []),
        ("It will lay off eight men after a killing.", "eight", []),
        ("The dad of eight boys was shot dead.", "eight", []),
        # page numbers, and those who left
        ("The raid was long. 12", "12", []),
        ("It was far. ... 15 Related Dozens of News", "15", []),
        ("Deaths rose. It was far, 15 Related Dozens of News", "15", ["killed"]),
        ("Over 900 civilians left the area.", "900", ["displaced"]),
        # words that count no one
        ("Over 130 civilians were late in the town", "Over", []),
        ("The ministry said no soldier came in the attack", "no", []),
        ("It came and no one was there", "one", []),
        ("It came with another three men", "another", []),
        # no single persons
        ("Some militants came", "militants", []),
        ("Some rescue workers came", "rescue", []),
        ("It took two, one of them a woman", "a", []),
        ("The first came", "first", []),
        # shares
        ("It hit many of the wounded", "many", []),
        ("It hit many of the farmers", "many", ["killed_or_injured"]),
        ("It hit as many as", "many", []),
        ("It hit one of the two farmers", "one", []),
        ("It hit one of the farmers", "one", ["killed_or_injured"]),
    ],
)
def test_labelled_as_killed(text, number, outcomes):
    assert outcomes_of(text, [(number, "killed")]) == outcomes


@pytest.mark.parametrize(
    ("text", "p_outcome", "outcome"),
    [
        ("It showed 250 surrendered fighters.", 0.6, "surrendered"),
        ("It showed 250 surrendered fighters.", 0.89, "surrendered"),
        ("It showed 250 surrendered fighters. Deaths rose.", 0.9, "killed"),
        # a sure tagger saw a verb that is in no list
        ("It purged 250 surrendered fighters. Deaths rose.", 0.95, "killed"),
    ],
)
def test_a_described_outcome_decides_if_the_tagger_is_not_sure(text, p_outcome, outcome):
    assert outcomes_of(text, [("250", "killed")], p_outcome) == [outcome]


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("A boat carrying 60 people sank.", "60", None),
        ("Israel released 90 Palestinian prisoners.", "90", "other"),
        ("The rebels freed 45 soldiers captured in May.", "45", "other"),
        ("The army neutralised 51 fighters.", "51", "killed"),
        ('They said 12 members had been "neutralised" there.', "12", "killed"),
        ("Police made 46 arrests.", "46", "captured"),
        ("A third of those killed were children.", "A", None),
        ("One in five children is hungry.", "One", None),
        ("Two brothers aged 12 and 14 were killed.", "14", None),
        ("Firefighters freed 3 people from the wreckage.", "3", "rescued"),
        ("The rebels freed 45 captured soldiers.", "45", "other"),
        ("The army neutralised 17 of them near the border.", "17", "killed"),
        ("Two of the injured succumbed to burns.", "Two", "killed"),
        ("Two soldiers fell on the field of honour.", "Two", "killed"),
        ("A man shot 3 people before he was killed.", "3", "killed_or_injured"),
        ("The army neutralised 3 fighters.", "3", "killed"),
    ],
)
def test_the_words_decide_the_outcome_not_the_tagger(text, number, outcome):
    predicted = "injured" if outcome == "captured" else "captured"
    start, _ = position(text, number)
    figures = figures_of(text, [(number, predicted)])
    found = [figure for figure in figures if figure.start == start and figure.is_casualty]
    assert [figure.outcome for figure in found] == ([] if outcome is None else [outcome])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("six", ("six", 6, False)),
        ("one child", ("one child", 1, True)),  # no number alone
        ("dozens of", ("dozens", None, False)),
    ],
)
def test_a_number_that_the_tagger_takes_for_one_person(words, expected):
    text = "It took six men, one child and dozens of women. Deaths rose."
    span = Span("a", "number", *position(text, words), 0.9)
    prediction = Prediction("killed", 0.9, "unspecified", 0.9, implicit=True)
    figures = casualty_figures(text, [span], {"a": prediction}, parse_numbers(text))
    figure = next(figure for figure in figures if figure.span == span)
    assert (figure.text, figure.low, figure.implicit) == expected


def test_a_more_probable_span_comes_first():
    text = "It took two dozen miners. The disappearances were reported."
    spans = [Span("a", "number", 8, 11, 0.5), Span("b", "number", 8, 17, 0.9)]
    missing = Prediction("missing", 0.9, "unspecified", 0.9, implicit=False)
    predictions = {"a": missing._replace(outcome="killed"), "b": missing}
    (figure,) = casualty_figures(text, spans, predictions, parse_numbers(text))
    assert (figure.outcome, figure.span) == ("missing", spans[1])


def test_those_aboard_are_no_casualties_unless_they_are_wounded():
    (figure,) = figures_of("A boat carrying 60 people sank.", [("60", "killed")])
    assert not figure.is_casualty
    (figure,) = figures_of("A boat carried 60 wounded people.", [("60", "injured")])
    assert figure.is_casualty
    assert figure.outcome == "injured"


def test_subtotals_share_the_outcome_of_their_total_unless_their_words_say_another():
    text = (
        "They evacuated 4,200 people, including 900 children. "
        "They evacuated 30 people, including 8 injured."
    )
    labelled = [("4,200", "evacuated"), ("900", "killed"), ("30", "evacuated"), ("8", "injured")]
    assert outcomes_of(text, labelled) == ["evacuated", "evacuated", "evacuated", "injured"]


def test_a_family_shares_the_outcome_of_its_total():
    text = "They found 18 bodies, among them a family of seven."
    labelled = [("18", "bodies_found"), ("seven", "missing")]
    assert outcomes_of(text, labelled) == ["bodies_found", "bodies_found"]


def test_subtotals_of_those_who_were_not_harmed():
    text = "There is concern for the 900 civilians still in Oss, including some 250 in its east."
    assert outcomes_of(text, [("900", "killed"), ("250", "killed")]) == []


@pytest.mark.parametrize(
    ("text", "labelled", "expected"),
    [
        (
            "They detained dozens of men. The ministry put the number at 157.",
            [("dozens", "captured"), ("157", "killed")],
            ["captured", "captured"],
        ),
        (
            "They detained 9 men. The ministry put the number of dead at 157.",
            [("9", "captured"), ("157", "captured")],
            ["captured", "killed"],
        ),
    ],
)
def test_a_corrected_number_keeps_its_outcome(text, labelled, expected):
    assert outcomes_of(text, labelled) == expected


def test_one_person_has_the_outcome_that_the_words_say():
    text = "A child was killed or injured."
    assert outcomes_of(text, [("A", "killed")]) == ["killed_or_injured"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They recall the fatal 2015 shooting of a person in Tolm.", ["killed"]),
        ("They recall the 2015 shooting of a person in Tolm.", ["killed_or_injured"]),
        ("They say gunmen shot a person known as Gerardo to death.", ["killed"]),
        ("They say gunmen shot a person known as Gerardo in a shop.", ["killed_or_injured"]),
    ],
)
def test_one_person_who_was_shot_is_dead_where_the_words_say_so(text, expected):
    assert outcomes_of(text, [("a person", "killed_or_injured")]) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Over 130 civilians were killed in the town", "Over"),
        ("The ministry said no soldier died in the attack", "no"),
    ],
)
def test_a_word_that_only_qualifies_is_no_figure(text, words):
    figures = figures_of(text, [(words, "killed")])
    assert words.lower() not in [figure.text.lower() for figure in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two wounded teachers", True),
        ("two badly wounded teachers", True),
        ("two bad wounded teachers", False),
        ("two wounded", False),  # no one follows
        ("two kidnapped teachers", True),
        ("two young teachers", False),
    ],
)
def test_people_described_as_harmed(text, expected):
    assert is_described_as_harmed(text, 3) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed at least 12 people.", [("12", "killed", False)]),
        ("Two nurses were wounded and 3 shops burned.", [("Two", "injured", False)]),
        (
            "The storm left 40 dead and 9 missing.",
            [("40", "killed", False), ("9", "missing", False)],
        ),
        ("A young farmer was killed.", [("A", "killed", True)]),
        ("Shells hit the quay, injuring a sailor.", [("a", "injured", True)]),
        ("His father was killed.", []),
        ("A captain, Omar Deeb, was killed.", []),
        ("They threaten to kill two sailors.", []),
        ("They would kill two sailors if nobody paid.", []),
        ("The raid could uproot nearly 4,000 farmers.", []),
        (
            "The crash killed 17 Navy SEALs. The army killed 30 Tamil Tigers.",
            [("17", "killed", False), ("30", "killed", False)],
        ),
        ("The toll of the fire rose to 31.", [("31", "killed", False)]),
        ("Over 90 people from four towns were killed.", [("90", "killed", False)]),
        ("The quake claimed 14 lives.", [("14", "killed", False)]),
        (
            "The raid killed 9 men, including a teacher and 2 boys, and hit 5 shops.",
            [("9", "killed", False), ("a", "killed", True), ("2", "killed", False)],
        ),
        ("The beetle left 120 million dead trees.", []),
        (
            "Police arrested 12 protesters, and 3 students were detained.",
            [("12", "captured", False), ("3", "captured", False)],
        ),
        ("The war displaced 11 million.", [("11 million", "displaced", False)]),
        ("Gunmen threatened to kill a British hostage.", []),
        ("The goalkeeper saved two penalties.", []),
        ("The plan saved 2,000 jobs, and the tax saves 200 families about 40 dollars.", []),
        ("Customs officers detained 3 ships.", []),
        (
            "The siege claimed the lives of over 470 people injured 900 others.",
            [("470", "killed", False), ("900", "injured", False)],
        ),
        ("The planes destroyed over 60 militants and 4 trucks.", [("60", "killed", False)]),
        ("The planes destroyed over 60 trucks.", []),
        ("On Sunday 18 gunmen turned themselves in to the police.", [("18", "surrendered", False)]),
        (
            "On Sunday 18 gunmen in a village near the port surrendered. "
            "12 tanks near the port surrendered.",
            [("18", "surrendered", False)],
        ),
        ("Girl killed in blast near the market. A lorry burned.", [("Girl", "killed", True)]),
        (
            "Hospital worker wounded, two others killed",
            [("Hospital worker", "injured", True), ("two", "killed", False)],
        ),
        ("A quiet day.\nAustralian man dies after fall", [("Australian man", "killed", True)]),
        (
            "Six shot dead in raid. Scores of Iraqis die in floods.",
            [("Six", "killed", False), ("Scores", "killed", False)],
        ),
        ("Talks on two French nurses held hostage in the north", [("two", "captured", False)]),
        (
            "The safe return of the three Indians who were taken hostage",
            [("three", "captured", False)],
        ),
        (
            "Six hostages were freed, and hijackers release five hostages. 9 hostages wait.",
            [("Six", "other", False), ("five", "other", False), ("9", "captured", False)],
        ),
        (
            "Troops tried to free two hostages. Gunmen tried to arrest 5 nurses.",
            [("two", "captured", False)],
        ),
        ("The kidnappers of two engineers want money.", [("two", "captured", False)]),
        (
            "The number of deaths from floods has risen sharply to 1,970.",
            [("1,970", "killed", False)],
        ),
        (
            "The number of injured being treated at hospitals stands at 387.",
            [("387", "injured", False)],
        ),
        ("The law would have averted up to 3,600 premature deaths.", []),
        ("Not only did he manage to kill 49 people.", [("49", "killed", False)]),
        ("He wants to kill 49 people.", []),
        (
            "The 19 men who killed a guard, and nine people who died",
            [("a", "killed", True), ("nine", "killed", False)],
        ),
        ("The 12 soldiers that had wounded him left.", []),
        ("At least 38 babies have already been killed.", [("38", "killed", False)]),
        (
            "Six sailors are dead and one is missing; one of the civilians was wounded. "
            "No one was hurt.",
            [("Six", "killed", False), ("one", "missing", False), ("one", "injured", False)],
        ),
        ("Four US servicemen wounded last week told of it.", [("Four", "injured", False)]),
        ("Four US servicemen wounded a driver.", [("a", "injured", True)]),
        (
            "The rebels captured several army positions. They captured 2 soldiers.",
            [("2", "captured", False)],
        ),
        ("The siege left 4,000 civilians trapped, threatening the lives of many.", []),
        (
            "The victims included 51 children 28 women and seven nurses.",
            [("51", "killed", False), ("28", "killed", False), ("seven", "killed", False)],
        ),
        (
            "At least 23 northern (NLA) militants have been killed. Five of them died at once.",
            [("23", "killed", False), ("Five", "killed", False)],
        ),
        (
            "A shell fell there, injuring a woman and a young man.",
            [("a", "injured", True), ("a", "injured", True)],
        ),
        (
            "There were three deaths and 22 injuries. The team has three injuries.",
            [("three", "killed", False), ("22", "injured", False)],
        ),
        (
            "Six Iraqi guards, 10 civilians wounded in attacks",
            [("Six", "injured", False), ("10", "injured", False)],
        ),
        ("Three suicide bombers killed at least two people.", [("two", "killed", False)]),
        ("It wounded another three.", [("three", "injured", False)]),
        (
            "It killed 31 people including 10 in the north. Of 31 towns, 10 are in the north.",
            [("31", "killed", False), ("10", "killed", False)],
        ),
        (
            "Two people were slightly hurt, and three people sustained injuries.",
            [("Two", "injured", False), ("three", "injured", False)],
        ),
        ("Storms hurt 5 tourists and hurt 500 companies.", [("5", "injured", False)]),
        ("August 12 2016 Gunmen executed farmers", []),
        (
            "A 38-year-old man bled to death. Gunmen killed a second US hostage.",
            [("A", "killed", True), ("a", "killed", True)],
        ),
        ("Gunman killed three bystanders", [("three", "killed", False)]),
        (
            "The mayor killed time. Everybody injured in the match plays again. "
            "His father died in May.",
            [],
        ),
        ("The ship was detained for 12 days.", []),
        ("Twelve villages were evacuated, and residents evacuated 14 buildings.", []),
        ("More than 200 species have disappeared.", []),
        ("There are 4,000 homeless in the city.", []),
        ("The evacuation of 14 schools took an hour.", []),
    ],
)
def test_casualties_that_the_tagger_missed(text, expected):
    figures = figures_of(text)
    assert [(figure.text, figure.outcome, figure.implicit) for figure in figures] == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Russia lost 40 troops, killed and wounded, in a day.", "killed_or_injured"),
        ("It lost 40 men killed or wounded.", "killed_or_injured"),
        ("A blast killed 40 troops, and wounded others.", "killed"),
    ],
)
def test_losses_killed_and_wounded(text, outcome):
    assert outcomes_of(text, [("40", "killed")]) == [outcome]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Its losses exceeded 38,000 in the war.", ["killed_or_injured"]),
        (
            "He puts losses at 38,000, Moscow says 500,000. Some 38,000 soldiers were killed.",
            ["killed", "killed_or_injured", "killed"],
        ),
        ("Its losses exceeded 38,000 killed.", ["killed"]),
    ],
)
def test_losses_are_killed_or_injured_unless_the_text_tells_more(text, outcomes):
    assert outcomes_of(text, [("38,000", "killed")]) == outcomes


@pytest.mark.parametrize(
    ("text", "number", "outcomes"),
    [
        ("Cholera: there were no deaths and only four suspected cases.", "four", ["ill"]),
        ("Cholera cases have risen to 1,146, and deaths rose too.", "1,146", ["ill"]),
        ("Cholera spreads, deaths rise. Cases of it now stand at 85.", "85", ["ill"]),
        ("Cholera spreads. Cases pass 1,100 as deaths rise", "1,100", ["ill"]),
        ("Court cases have risen to 1,146 after the killings.", "1,146", []),
        ("Cholera toll\n\nIt has 640 cases and some deaths.", "640", ["ill"]),
        ("Cholera kills\n\nIn 40 cases police fined the owner.", "40", []),
        ("Cholera kills\n\nIt tried 40 cases of fraud.", "40", []),
        ("Cholera spreads\n\nThere, 285 of the 465 cases found.", "285", ["ill", "ill"]),
        ("Fraud spreads\n\nThere, 285 of the 465 cases found.", "285", []),
        ("Cholera spreads. In most cases 40 people died.", "40", ["killed"]),
    ],
)
def test_cases_of_a_disease_are_ill(text, number, outcomes):
    assert outcomes_of(text, [(number, "killed")]) == outcomes


@pytest.mark.parametrize(
    ("text", "number", "outcomes"),
    [
        ("Six prisoners escaped as guards died.", "Six", ["other"]),
        ("Three of the hostages got away.", "Three", ["other"]),
        ("Six prisoners were killed as they fled.", "Six", ["killed"]),
        ("Three of the deceased had been ill.", "Three", ["killed"]),
        ("It gives 100 passengers and about 40 missing; men died.", "100", ["missing"]),
        ("It saw breaches, 33 by the army and 28 by the Front; men died.", "28", []),
    ],
)
def test_what_became_of_some_is_told_by_words_behind_them(text, number, outcomes):
    assert outcomes_of(text, [(number, "killed")]) == outcomes


def test_a_body_is_found_and_a_name_is_no_nameless_person():
    text = "The fire brigade found the bodies of a man and a boy."
    labelled = [("a man", "killed"), ("a boy", "killed")]
    assert outcomes_of(text, labelled) == ["bodies_found", "bodies_found"]
    assert outcomes_of("The fire took the lives of Ann Hall", [("Ann", "killed")]) == []
    assert outcomes_of("Toddler dead in fire", [("Todd", "killed")]) == ["killed"]


def test_a_rule_does_not_read_the_next_paragraph():
    text = "Storm death toll rises to 40\n\nHurricane Odette killed at least 40 people."
    assert outcomes_of(text) == ["killed", "killed"]


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("100 feared dead in ferry horror", "100", "missing"),
        ("At least 40 people are feared drowned.", "40", "missing"),
        ("Forty miners, presumed dead for a week, came home.", "Forty", "missing"),
        ("In all 12 are confirmed dead and 30 feared dead.", "12", "killed"),
        ("In all 12 people died, and many fear the worst.", "12", "killed"),
    ],
)
def test_those_who_are_feared_dead_are_missing(text, words, outcome):
    assert outcomes_of(text, [(words, "killed")])[0] == outcome


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("A fire killed 59 people. Police put the crowd at 28,000.", ["killed"]),
        ("The army said 30 had died, the rebels 8.", ["killed", "killed"]),
        ("Thousands of commuters were left without trains.", []),
        ("Officials said about 80,000 had lost their homes.", ["displaced"]),
    ],
)
def test_a_number_beside_a_toll_has_its_outcome_only_if_it_answers_it(text, outcomes):
    assert outcomes_of(text) == outcomes


def test_one_of_many_who_died_before_is_no_count():
    assert outcomes_of("She is the 11th tourist to die.", [("11th tourist", "killed")]) == []
    assert outcomes_of("An eleventh tourist died.", [("An", "killed")]) == ["killed"]


def test_one_person_is_counted_once_although_a_full_stop_is_between():
    assert outcomes_of("A Port St. Lucie woman was hurt.", [("A", "injured")]) == ["injured"]


def test_one_of_several_is_not_counted_again_by_her_description():
    labelled = [("One", "killed"), ("an", "killed")]
    assert outcomes_of("One of the injured, an old woman, died.", labelled) == ["killed"]
    assert outcomes_of("One of them died, and an old woman died.", labelled) == ["killed"] * 2


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Cholera made 230 people ill. Of them 40 are in hospital.", ["ill", "ill"]),
        ("Cholera made 230 people ill. A fire injured 40.", ["ill", "injured"]),
    ],
)
def test_patients_of_an_outbreak_are_not_injured(text, outcomes):
    assert outcomes_of(text, labelled=[("230", "ill"), ("40", "injured")]) == outcomes


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("CURLING GRANDPARENTS KILLED IN SMASH", "CU", []),
        ("CHILD KILLED IN SMASH", "CHILD", ["killed"]),
        ("TODDLER KILLED IN SMASH", "TODD", ["killed"]),
    ],
)
def test_a_piece_of_a_word_is_no_person(text, words, found):
    start = text.index(words)
    spans = [Span("n0", "number", start, start + len(words), 0.9)]
    predictions = {"n0": Prediction("killed", 0.9, "unspecified", 0.9, True)}
    figures = casualty_figures(text, spans, predictions, parse_numbers(text))
    assert [figure.outcome for figure in figures] == found
