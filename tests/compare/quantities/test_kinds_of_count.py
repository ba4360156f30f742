"""What kind of count a number is, by the words beside it."""

import pytest

from analysis.compare.quantities.kinds_of_count import kind_of_count


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The permitted 30 people came.", {"is_limit"}),
        ("It has a capacity of about 30 people.", {"is_limit"}),
        ("It is a town of about 30 people.", {"is_population"}),
        ("Its population was 30 at the time.", {"is_population"}),
        ("In a town 30 people died.", {"is_dead"}),
        ("Some 30 people need help.", {"is_in_need"}),
        ("Some 30 people, two thirds of the population, need help.", {"is_in_need"}),
        ("Out of a population of about 30, some need help.", {"is_population", "is_bare"}),
        ("She has a lead of about 30 delegates.", {"is_gap"}),
        ("He won the district by 30 votes.", {"is_gap"}),
        ("She won 30 votes more than Reed did.", {"is_gap"}),
        ("She is 30 delegates short of the goal.", {"is_gap"}),
        ("She won 30 votes and lost the district.", set()),
        ("More than 30 more than last year came.", set()),
        ("The army killed 30 rebels, led by two brothers.", set()),
        ("More than 30 people protested outside.", {"is_crowd"}),
        ("Some 30 people sleep in public shelters.", {"is_in_shelter"}),
        ("It displaced 30 people and nobody opened shelters.", set()),
        ("Some 30 workers gathered at the gate.", {"is_crowd"}),
        ("The pollster asked 30 people.", {"is_sample"}),
        ("The limit is 30 km an hour.", {"is_limit"}),
        ("Clubs may not lose more than 30 crowns.", {"is_limit"}),
        ("No club may lose more than 30 crowns.", {"is_limit"}),
        ("It may lose more than 30 crowns.", set()),
        ("It carried 30 passengers above the limit.", {"is_limit"}),
        ("Lyon said that 30 of their fans were hurt.", {"is_of_own", "is_of_whole"}),
        ("It said that youth unemployment was 30 percent.", {"subgroup"}),
        ("Youth clubs closed, and unemployment was 30 percent.", set()),
        ("The rate could go as high as 30 percent.", {"is_expected"}),
        ("It carried 30 passengers over the river.", set()),
        ("The line will cost 30 million.", {"is_expected"}),
        ("The cost was put at 30 million.", {"is_costed"}),
        ("It has a price tag of 30 million.", {"is_costed"}),
        ("It put the number at 30 million.", set()),
        ("At no cost it set out with 30 passengers.", set()),
        ("Another 30 jobs at suppliers may go.", {"is_of_suppliers"}),
        ("Some 30 jobs depend on the plant.", {"is_of_suppliers"}),
        ("It cut 30 jobs and two suppliers closed.", set()),
        ("Economists had expected a rate of 30 percent.", {"is_expected"}),
        ("Of them 30 were in a critical state.", {"is_of_whole", "is_grave"}),
        ("Of them 30 are in hospital.", {"is_of_whole", "is_still_in_hospital", "is_in_hospital"}),
        ("Of them 30 are in intensive care.", {"is_of_whole", "is_grave", "is_in_hospital"}),
        ("A crowd of 30 filled the stadium.", {"is_crowd", "venue"}),
        ("It killed 30 people, and nobody asked.", set()),
        ("The poll was of 30 voters.", set()),
        ("They questioned 30 people by telephone.", {"is_sample"}),
        ("Detectives questioned 30 people.", set()),
        ("The mayor asked 30 people to leave.", set()),
        ("Israel allowed 30 trucks in.", set()),
        ("It permitted 30 aid workers to cross.", set()),
        ("More came than the allowed 30.", {"is_limit", "is_bare"}),
        ("The ferry holds 30, police say.", {"is_limit", "is_bare"}),
        ("A ground that holds 30 fans.", {"is_limit"}),
        ("She holds 30 shares.", set()),
        ("By noon 30 were dead.", {"is_dead"}),
        ("They found 30 dead whales.", {"is_dead"}),
        ("They freed 30 and two died.", set()),
        ("It was expected, but 30 percent came.", set()),
        ("The hospital has 30 rooms.", set()),
        ("They say 30 needed hospital treatment.", {"is_in_hospital"}),
        ("Of them 30 were badly hurt.", {"is_of_whole", "is_grave"}),
        ("Of them 30 had less serious injuries.", {"is_of_whole"}),
        ("They shot down 30 of eight drones.", {"is_of_whole", "is_downed"}),
        ("It won 30 of the 60 seats.", {"is_of_whole"}),
        ("It won 30 of 60 percent.", set()),
        ("They confirmed 30 of the cases.", {"is_of_whole"}),
        ("It is 30 of late.", set()),
        ("They agreed to swap 30 prisoners.", {"is_planned"}),
        ("The exchange of 30 prisoners is a start.", {"is_planned"}),
        ("In all 30 prisoners are to be exchanged.", {"is_planned"}),
        ("Buses carried 30 freed prisoners.", set()),
        ("Of the drones 30 were intercepted.", {"is_downed"}),
        ("They let in 30 trucks a day.", {"is_per_time"}),
        ("They let in 30 trucks and a day passed.", set()),
        ("Police say 30 died, including the gunman.", {"with_attacker", "is_dead"}),
        ("Police say 30 died, including two children.", {"is_dead"}),
        ("In the past 24 hours 30 died.", {"is_of_day", "is_dead"}),
        ("In 30 days nobody fell ill.", set()),
        ("The ferry was licensed to carry 30 people.", {"is_limit"}),
        ("Some 30 are feared drowned.", {"is_feared", "is_dead"}),
        ("Up to 30 people may have died.", {"is_feared", "is_dead"}),
        ("They feared the worst: 30 died.", {"is_dead"}),
        (
            "That took the number of arrests since Tuesday to 30.",
            {"is_cumulative", "is_bare", "period"},
        ),
        ("They took 30 people away on Tuesday.", set()),
        ("Clinics are treating 30 people.", {"is_still_in_hospital"}),
        ("Today 30 remain in hospital.", {"is_still_in_hospital", "is_in_hospital"}),
        ("They treated 30 people well.", set()),
        ("Of the 60 jobs, of which 30 may go, half are here.", {"is_of_whole"}),
        ("At least 30 of the victims had been shot.", {"is_of_whole", "is_of_harmed"}),
        ("He said 30 of the eight had died.", {"is_of_whole", "is_of_harmed"}),
        ("He said 30 of them had died.", {"is_of_harmed", "is_dead"}),
        ("In some villages 30 percent came.", {"is_local"}),
        ("Turnout was 30 percent at 6 p.m.", {"is_by_the_hour"}),
        ("They came at 6 p.m. and 30 voted.", set()),
        ("It killed 30 people last week.", {"period"}),
        ("It killed 30 people since Monday.", {"period"}),
        ("Since the storm 30 came.", set()),
        ("In 30 states some villages flooded; it rained.", set()),
    ],
)
def test_kinds(sentence, told):
    start = sentence.index("30")
    found = kind_of_count(sentence, start, start + 2)
    assert {name for name, value in found.items() if value} == told


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("In all 30% voted against it.", "no"),
        ("The Noes had 30 per cent against.", "no"),
        ("There were 30% of voters for it.", "yes"),
        ("Some 30% had voted Yes.", "yes"),
        ("Prices rose 30% against the dollar.", "no"),
        ("Turnout was 30%.", None),
        ("It rose 30% before the vote.", None),
    ],
)
def test_the_answer_of_a_share(sentence, answer):
    start = sentence.index("30")
    assert kind_of_count(sentence, start, start + 2)["answer"] == answer


@pytest.mark.parametrize(
    ("sentence", "venue"),
    [
        ("30 filled the streets.", "street"),
        ("30 marched to the stadium.", None),
        ("30 nurses stayed away from work.", "strike"),
        ("30 drivers walked out and marched.", None),
        ("30 nurses walked out on March 6.", "strike"),
        ("30 joined the march.", "street"),
        ("30 nurses walked out, and 2,500 people marched.", "strike"),
        ("30 people marched while nurses stayed away; a match drew 900.", None),
        ("Air strikes hit 30 houses.", None),
        ("30 came.", None),
    ],
)
def test_where_people_came_together(sentence, venue):
    assert kind_of_count(sentence, 0, 2)["venue"] == venue
