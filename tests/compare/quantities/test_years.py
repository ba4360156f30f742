"""Which year or month the words next to a number give it, and what is only compared with."""

from datetime import date

import pytest

from analysis.compare.quantities.years import is_basis, stated_month, stated_year

DAY = date(2021, 3, 1)


def place(sentence, number):
    start = sentence.index(number)
    return sentence, start, start + len(number)


@pytest.mark.parametrize(
    ("sentence", "number", "year"),
    [
        ("It made 90 cars in 2017.", "90", 2017),
        ("In 2018 it made 90 cars.", "90", 2018),
        ("It made 90 cars in 2017, up from 80.", "80", None),
        ("It made 90 cars last year.", "90", 2020),
        ("It costs $90, less than the $530 that was spent last year.", "90", None),
        ("It costs $90, less than the $530 that was spent last year.", "530", 2020),
        ("It made 90 cars this year.", "90", 2021),
        ("A year ago it made 90 cars.", "90", 2020),
        ("It made 90 cars, the most since 2007.", "90", None),
        ("It was the worst since 2018, when 12 people died.", "12", 2018),
        ("By 2018 it had 19 mills; in 2019 it had 21.", "21", 2019),
        ("Costs rose 90% from a year earlier to 463.", "90", None),
        ("The rent was 90, up 4% from a year earlier.", "90", None),
        ("It made 90, against 75 a year earlier.", "75", 2020),
        ("About 90 people were on the bridge, which was built in 1987 for 60.", "90", None),
        ("It lost 90 people, which was the most, in 2018.", "90", 2018),
        ("The charge of 90 compares with a profit of 75 last year.", "90", None),
        ("The charge of 90 compares with a profit of 75 last year.", "75", 2020),
        ("Sales slipped to 90 a game from 120 in 2018.", "90", None),
        ("Sales slipped to 90 a game from 120 in 2018.", "120", 2018),
        ("He served 90 terms before losing his seat in 2018.", "90", None),
        ("It must sell 90 shops by mid-2018.", "90", None),
        ("It will keep 90 jobs through 2018.", "90", None),
        ("It admitted 90 refugees from 12 countries in 2018.", "90", 2018),
        ("Data from 2018 put the toll at 90.", "90", 2018),
        ("It grew from 2017 to 2019 and made 90 cars.", "90", None),
        ("It made 90 cars.", "90", None),
        ("It is a cut of 90 per cent by 2030 on 2018 levels.", "90", None),
        ("They fell 90 per cent from their level in 2018.", "90", None),
        ("They were 90 per cent of GDP in 2018.", "90", 2018),
        ("It fell to 70 in 2019 from 90 a year earlier.", "90", 2018),
        ("It fell to 70 in 2019 from 90 a year earlier.", "70", 2019),
        ("It fell to 70 last year from 90 two years before.", "90", 2018),
        ("Turnout was 90 per cent four years ago.", "90", 2017),
        ("In all 90 died when the dam broke in 2018.", "90", 2018),
        ("On 12 March 2018 fire killed 90 people.", "90", 2018),
        ("On March 12, 2018 fire killed 90 people.", "90", 2018),
        ("In the 12 months to March 2018 it made 90 cars.", "90", 2018),
        ("In 2018 output fell short of the 90 planned.", "90", 2018),
        ("He won 90 points ahead of Ajax in 2018.", "90", 2018),
        ("He killed her two years before he shot 90 people.", "90", None),
        ("Turnout was 90, lower than four years ago, when it was 95.", "90", None),
        ("Turnout was 90, lower than four years ago, when it was 95.", "95", 2017),
        ("In 2019 it fell to 70 from 90 a year earlier.", "90", 2018),
        ("It cut its forecast for this year to 70 from 90.", "90", 2021),
        ("It fell to 70 in 2019 from 90.", "90", None),
        ("He received 90 euros, after 80 in 2018.", "90", None),
        ("He received 90 euros, after 80 in 2018.", "80", 2018),
        ("To 7,200 cut in 2018 it adds Orlo, where 90 will go.", "90", None),
        ("To 7,200 cut in 2018 it adds 90.", "90", None),
        ("In 2018 it cut 7,200 and added 90.", "90", 2018),
        ("It was 90 degrees short of the record of 2018.", "90", None),
        ("The plant, which opened in 1964, made 90 cars.", "90", None),
        ("The plant, which opened in 1964, made 90 cars in 2017.", "90", 2017),
    ],
)
def test_the_year_next_to_a_number(sentence, number, year):
    assert stated_year(*place(sentence, number), DAY) == year


def test_last_year_needs_the_day_of_the_article():
    assert stated_year(*place("It made 90 cars last year.", "90"), None) is None


@pytest.mark.parametrize(
    ("sentence", "number", "month"),
    [
        ("It held 109 people in April, up from 103 in March.", "109", "April"),
        ("It held 109 people in April, up from 103 in March.", "103", "March"),
        ("It held 109 people on April 3.", "109", None),
        ("It held 109 people in April and March.", "109", None),
    ],
)
def test_the_month_next_to_a_number(sentence, number, month):
    assert stated_month(*place(sentence, number)) == month


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("Hiring picked up from March, when payrolls grew by 96.", "96", True),
        ("It is down from the previous month, when 96 died.", "96", True),
        ("It has grown since March, when payrolls grew by 96.", "96", False),
        ("It made 90 cars, up from 80.", "80", True),
        ("It made 90 cars compared with about 80 before.", "80", True),
        ("It made more than 80 cars.", "80", False),
        ("It made 80 cars.", "80", False),
    ],
)
def test_what_a_number_is_compared_with(sentence, number, expected):
    assert is_basis(*place(sentence, number)[:2]) is expected
