"""Numbers that are not counts: one table for each rule, with rows that must be counts."""

import pytest

from analysis.extract.numbers.non_counts import counts_nothing, is_score
from analysis.extract.numbers.values import parse_value


def is_no_count(text, number):
    start = text.index(number)
    value = parse_value(number)
    return counts_nothing(text, start, start + len(number), value, number[0].isdigit())


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("0 people died.", "0", True),
        ("Four are dead, the youngest 17 and the oldest 31.", "17", True),
        ("Four are dead, the youngest 17 and the oldest 31.", "31", True),
        ("the oldest was 94", "94", True),
        ("a woman believed to be 36 died", "36", True),
        ("a woman believed to be 36 weeks pregnant", "36", False),
        ("the oldest 31 houses burnt", "31", False),
        ("Cousin, 17, dies in the park", "17", True),
        ("1 person died.", "1", False),
        # attached signs and letters
        ("at 10:30 there", "10", True),
        ("3/4 of it", "3", True),
        ("a 12-year plan", "12", True),
        ("the 12th man", "12", True),
        ("the 1st man", "1", True),
        ("12's men", "12", True),
        ("12 x 4 boxes", "12", True),
        ("12h30 there", "12", True),
        ("the B-52 planes", "52", True),
        ("page @12 there", "12", True),
        ("call 12 34 people", "34", True),
        ("tel. 12 34 people", "34", True),
        ("+44 12 people", "12", True),
        ("12 - 14 people", "12", False),
        # ages
        ("a 12 year old boy", "12", True),
        ("a third worker, 51, is missing", "51", True),
        ("he named Mariam Abakar, seven, and her brother Idris, four.", "seven", True),
        ("he named Mariam Abakar, seven, and her brother Idris, four.", "four", True),
        ("In Paris, seven, and in Rome, four.", "seven", False),
        ("He named three towns: Karsk, four dead, and Orsk.", "four", False),
        ("One of them, 26, had won a case", "26", True),
        ("Of the others, 26 had won a case", "26", False),
        ("those infected range in age from less than 1 to 91", "1", True),
        ("prices range from 12 euros", "12", False),
        ("the two governments blamed each other", "two", True),
        ("a border of the two Central Asian states", "two", True),
        ("two governments fell", "two", False),
        ("the two miners", "two", False),
        ("the 27 countries", "27", False),
        ("MAN HELD IN KILLING OF GIRL, 10", "10", True),
        ("Crash kills driver, 34\nThe crash", "34", True),
        ("Crash kills driver, 34 hurt", "34", False),
        ("Crash kills drivers, 34", "34", False),
        ("Blast kills soldier, 12", "12", False),
        ("his passenger, 32, was hurt", "32", True),
        ("the toll, 51, is higher", "51", False),
        ("the workers, 51, are missing", "51", False),
        ("the worker, 4,000, is missing", "4,000", False),
        ("one worker, 51 others and a nurse", "51", False),
        ("12 in 2022", "12", False),
        ("12 in 20 men", "12", True),
        ("a 12 months old boy", "12", True),
        ("12 weeks of age", "12", True),
        ("12 old people", "12", False),
        ("a boy of 12 came", "12", True),
        ("a boy of about 12 came", "12", True),
        ("the suspect of 47 was released", "47", True),
        ("a bride of 19 drowned", "19", True),
        ("a crowd of 19 drowned", "19", False),
        ("a boy of 110 came", "110", False),
        ("a woman of 109 came", "109", True),
        ("a boy of 12 people", "12", False),
        ("children aged 12 and 14 came", "14", True),
        ("children aged 3, 12 to 14 came", "14", True),
        ("daughters aged four and seven came", "seven", True),
        ("a lad of nine who came", "nine", True),
        ("a father of three, came", "three", True),
        ("a mother of three children came", "three", False),
        ("raise the pension age to 67 from 64", "64", True),
        ("the retirement age rose for 4 million", "4 million", False),
        ("is a child under 10", "10", True),
        ("nine are under 18", "18", True),
        ("the 8.15 express came", "8.15", True),
        ("8.15 million trains came", "8.15 million", False),
        ("his sons, 9 and 11, came", "9", True),
        ("his sons, 9 and 11, came", "11", True),
        ("his sons, 9 and 1,100 men, came", "9", False),
        ("his sons, 9 and 11 guards came", "11", False),
        ("the boy, six, came", "six", True),
        ("the boy, six guards came", "six", False),
        ("the boy, six people and so on", "six", False),
        ("the boy, 110, came", "110", False),
        ("the cook, six, came", "six", False),
        # measures and fractions
        ("12 square kilometres", "12", True),
        ("12-day siege", "12", True),
        ("12 day's worth", "12", False),
        ("12 dayflies", "12", False),
        ("two thirds of it", "two", True),
        ("two-thirds of it", "two", True),
        ("two thirsty men", "two", False),
        # ratios
        ("one in five children", "one", True),
        ("one in five children", "five", True),
        ("three out of every ten men", "three", True),
        ("three out of every ten men", "ten", True),
        ("three in ten, he said", "three", False),
        ("three in ten-storey houses", "three", False),
        # names
        ("on Route 66 there", "66", True),
        ("room 12 burned", "12", True),
        ("# 12 burned", "12", True),
        ("the 12 burned", "12", False),
        ("Flight 12 people left", "12", False),  # people are counted whatever comes before
        ("aged 12 children came", "12", True),  # but for ages and brigades
        ("the Brigade 12 soldiers came", "12", True),
        # "one"
        ("killed one and left", "one", False),
        ("killing and injuring one there", "one", False),
        ("no one came", "one", True),
        ("one of them came", "one", True),
        ("one day he came", "one", True),
        ("not one man came", "one", True),
        ("he saw one.", "one", True),
        ("one man came", "one", False),
    ],
)
def test_numbers_in_digits_or_words(text, number, expected):
    assert is_no_count(text, number) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # years of dates
        ("in May 2014 people fled", "2014", True),
        ("on May 5, 2014 people fled", "2014", True),
        ("on May 5, 2000 people fled", "2000", False),  # a round number of people
        ("on May 5, 2100 people fled", "2100", False),
        ("on May 5, 2000 houses burned", "2000", True),
        ("on May 5, 2014 houses burned", "2014", True),
        ("in May 2000 people fled", "2000", True),
        ("he saw 5, 2000 people", "2000", False),
        # days of months
        ("on 5 May there", "5", True),
        ("on 31 May there", "31", True),
        ("on 32 May there", "32", False),
        ("on May 5 there", "5", True),
        ("the May 5 rebel attacks", "5", True),
        ("on May 5 rebels attacked", "5", True),
        ("in May 5 rebels died", "5", False),
        ("on the 5 of May there", "5", True),
        ("15 may have come", "15", False),
        ("in May 15 people died", "15", False),
        ("in May five came", "five", False),  # words are no dates
        # ages
        ("she was 12 and", "12", True),
        ("she was 119 and", "119", True),
        ("she was 120 and", "120", False),
        ("who died at 80 there", "80", True),
        ("put the dead at 44 there", "44", False),
        ("the children were under 14.", "14", True),
        ("nine of the dead were over 60, he said", "60", True),
        ("children under 14 were there", "14", True),
        ("the wounded were under 14 beds", "14", False),
        ("the children under 14 trees", "14", False),
        ("the cost was under 14.", "14", False),
        ("who died at the age of 80 there", "80", True),
        ("Omar Deeb, 42, said", "42", True),
        ("Omar Deeb, 109, said", "109", True),
        ("Omar Deeb, 110, said", "110", False),
        ("Deeb (42) said", "42", True),
        ("omar deeb, 42, said", "42", False),
        ("Omar Deeb, 42 guards", "42", False),
        # times
        ("at 5 he came", "5", True),
        ("at 12 he came", "12", True),
        ("at 13 he came", "13", False),
        ("at about 5 he came", "5", True),
        ("at 0930 he came", "0930", True),
        ("at 1130 he came", "1130", True),
        ("at 5 people", "5", False),
        ("the toll stood at 5 there", "5", False),
        ("the army put the dead at 12 there", "12", False),
        ("it puts the wounded and missing at about 9 there", "9", False),
        ("they buried the dead at 12 there", "12", True),
        ("he put the wounded to bed at 9 there", "9", True),
        ("the number of wounded men is put at 5 there", "5", False),
        ("a toll at 5 there", "5", False),
        # codes
        ("code 0123 there", "0123", True),
        ("code 1234567 there", "1234567", True),
        ("code 123456 there", "123456", False),
        # years
        ("in 2014 he came", "2014", True),
        ("2014 levels there", "2014", True),
        ("at least 2014 houses", "2014", False),
        ("2000 houses burned", "2000", False),
        ("he saw 2000 there and", "2000", True),
        ("he saw 2000.", "2000", True),
        ("he saw 2000 fish of it", "2000", False),
        ("the 1799 houses", "1799", False),
        ("the 1800 there", "1800", True),
        ("the 2099 there", "2099", True),
        ("a 2100 there", "2100", False),
        # with people after it too, unless it is round or counted
        ("in 2014 people came", "2014", True),
        ("after the quake of 2024 such deaths", "2024", True),
        ("in 2012 rebels fled", "2012", True),
        ("convicted over 1981 massacre of villagers", "1981", True),
        ("over 1981 massacre victims lie there", "1981", False),
        ("over 1900 massacre sites", "1900", False),
        ("over 1981 massacres", "1981", False),
        ("in 2000 people came", "2000", False),
        ("a total of 2014 people", "2014", False),
        ("a crowd of 2014 people", "2014", False),
        ("the deaths of 2014 people", "2014", False),
        ("most of them under 5.", "5", True),
        ("it is below 2005 levels", "2005", True),
        ("fewer than 2005 people", "2005", False),
        ("a poll of 2047 registered voters", "2047", False),
        ("a poll of 2015 showed", "2015", True),
        ("residents called 911 and hid", "911", True),
        ("it took 911 calls that night", "911", True),
        ("it sold 911 cars", "911", False),
        ("he earns six figures there", "six", True),
        ("six figures in the wax museum melted", "six", False),
        ("the two figures there", "two", False),
    ],
)
def test_dates_times_ages_and_codes_in_digits(text, number, expected):
    assert is_no_count(text, number) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They won 3-2 there.", True),
        ("They lost the second match 3-2.", True),
        ("They lost. It was 3-2.", False),
        ("a 3-2 victory", True),
        ("a 3-2 vote", True),
        ("3-2 people died", False),
        ("They came " + "x" * 60 + " 3-2.", False),
        ("They won " + "x" * 38 + " 3-2.", True),
        ("They won " + "x" * 39 + " 3-2.", False),
    ],
)
def test_scores(text, expected):
    start = text.index("3-2")
    assert is_score(text, start, start + 3) is expected
