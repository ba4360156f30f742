"""Units and currencies: a table of (text, number, kind, unit as written, currency)."""

import pytest
from made_figures import position

from analysis.extract.numbers.units import dollar_of, is_duration, unit_of

CASES = [
    ("a $5 coin", "5", "money", "$", None),
    ("US$5 million", "5 million", "money", "US$", "USD"),
    ("$US113 trillion", "113 trillion", "money", "$US", "USD"),
    ("A$40", "40", "money", "A$", "AUD"),
    ("C$40", "40", "money", "C$", "CAD"),
    ("EUR 800m", "800m", "money", "EUR", "EUR"),
    ("Sh2.75 trillion", "2.75 trillion", "money", "Sh", None),
    ("a sh2.75 thing", "2.75", "count", None, None),
    ("2 billion CFA francs", "2 billion", "money", "CFA francs", None),
    ("20 million Congolese francs", "20 million", "money", "Congolese francs", None),
    ("20 million Congolese people", "20 million", "count", None, None),
    ("Kenya's 2034 dollar bond", "2034", "count", None, None),
    ("a 500 dollar bond", "500", "money", "dollar", None),
    ("€3", "3", "money", "€", "EUR"),
    ("£3bn", "3bn", "money", "£", "GBP"),
    ("Rs 500 crore", "500 crore", "money", "Rs", None),
    ("Dh3.4 billion", "3.4 billion", "money", "Dh", "AED"),
    ("AED 60", "60", "money", "AED", "AED"),
    ("Tk5,000", "5,000", "money", "Tk", "BDT"),
    ("PKR40,000", "40,000", "money", "PKR", "PKR"),
    ("300 million zł", "300 million", "money", "zł", "PLN"),
    ("40 kr for it", "40", "money", "kr", None),
    ("Budapest paid 3 billion Ft", "3 billion", "money", "Ft", "HUF"),
    ("it burnt 4,900 ha of forest", "4,900", "measure", "ha", None),
    ("it burnt 4,900ha", "4,900", "measure", "ha", None),
    ("a wall of 40 ft", "40", "measure", "ft", None),
    ("the SR 99 road", "99", "count", None, None),
    ("a sr500 m", "500", "measure", "m", None),
    ("6 million euro", "6 million", "money", "euro", "EUR"),
    ("692m pounds", "692m", "money", "pounds", "GBP"),
    ("paid 20 pounds", "20", "money", "pounds", "GBP"),
    ("lost 20 pounds", "20", "measure", "pounds", None),
    ("50 pounds of rice", "50", "measure", "pounds", None),
    ("3.4bn-crown bid", "3.4bn", "money", "crown", None),
    ("42 crowns a share", "42", "money", "crowns", None),
    ("50,000 crowns for each", "50,000", "money", "crowns", None),
    ("she paid 20 crowns", "20", "money", "crowns", None),
    ("20 crowns. It cost 3 million crowns", "20", "money", "crowns", None),
    ("he won 14 crowns", "14", "count", None, None),
    ("savings of $NZ430 million", "430 million", "money", "$NZ", "NZD"),
    ("cost $A3", "3", "money", "$A", "AUD"),
    ("a profit of 8.4 trillion won", "8.4 trillion", "money", "won", "KRW"),
    ("in Seoul at 142,500 won each", "142,500", "money", "won", "KRW"),
    ("a profit of 3 billion won and 1,800 won for each share", "1,800", "money", "won", "KRW"),
    ("in Seoul the 300 won the vote", "300", "count", None, None),
    ("in Seoul the team of 4 won gold", "4", "count", None, None),
    ("of North Koreans 300 won asylum", "300", "count", None, None),
    ("in Seoul 1,500 won tickets to it", "1,500", "count", None, None),
    ("the 1,800 won in Leeds were paid", "1,800", "count", None, None),
    ("the 14 million won by the syndicate", "14 million", "count", None, None),
    ("900 yen", "900", "money", "yen", "JPY"),
    ("hundreds of dollars", "hundreds", "money", "dollars", None),
    ("5%", "5", "percent", "%", None),
    ("5 per cent", "5", "percent", "per cent", None),
    ("5 percentage points", "5", "points", "percentage points", None),
    ("50 basis points", "50", "points", "basis points", None),
    ("the Dow fell 150 points", "150", "measure", "points", None),
    ("the Dow fell one point", "one", "measure", "point", None),
    ("shares fell at one point", "one", "count", None, None),
    ("she scored 25 points", "25", "count", None, None),
    ("40 square miles", "40", "measure", "square miles", None),
    ("a nine-hour battle", "nine", "measure", "hour", None),
    ("12 people", "12", "count", None, None),
    ("28 stone sculptures", "28", "count", None, None),
    ("12 minutemen", "12", "count", None, None),
    ("12 footballers", "12", "count", None, None),
    ("20 second-tier suppliers", "20", "count", None, None),
    ("a 20-second-long clip", "20", "measure", "second", None),
    ("a 6.4-magnitude quake", "6.4", "measure", "magnitude", None),
    ("It put the magnitude at 6.6.", "6.6", "measure", "magnitude", None),
    ("It put the magnitude at 6.8 and the survey at 6.6.", "6.6", "measure", "magnitude", None),
    ("Sales grew by an order of magnitude. It was 6.6.", "6.6", "count", None, None),
    ("won 5 gold medals", "5", "count", None, None),
    ("the US 5 times", "5", "count", None, None),
]


@pytest.mark.parametrize(("text", "number", "kind", "unit_text", "currency"), CASES)
def test_the_unit_of_a_number(text, number, kind, unit_text, currency):
    unit = unit_of(text, *position(text, number))
    assert (unit.kind, unit.text, unit.currency) == (kind, unit_text, currency)


def test_the_characters_of_a_unit_hold_sign_and_number():
    unit = unit_of("over US$5 million", 8, 17)
    assert (unit.start, unit.end) == (5, 17)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $5, or US$5.", "USD"),
        ("It cost $5, in Canadian dollars.", "CAD"),
        ("It cost $5.", None),
        ("It cost US$5, or A$7.", None),
        ("It cost nothing in the USD market.", None),
    ],
)
def test_the_dollar_of_an_article(text, expected):
    assert dollar_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("5 days", True), ("5 miles", False), ("5", False)])
def test_durations(text, expected):
    assert is_duration(unit_of(text, 0, 1)) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Waits fell from 90 minutes to 25, it said.", "measure"),
        ("The trip was cut from three hours to 25.", "measure"),
        ("It grew from 90 members to 25.", "count"),
        ("Waits fell from 90 minutes to 25 centuries.", "measure"),
        ("They moved from 90 minutes to 25 years of age.", "measure"),
        ("It is open from 9 am to 25.", "count"),
    ],
)
def test_the_second_of_two_measures_has_the_unit_of_the_first(text, kind):
    start = text.index("25")
    assert unit_of(text, start, start + 2).kind == kind


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("It is at 26.4 leones to the dollar.", "leones per dollar", "SLE"),
        ("It is at 26.4 to the US dollar.", "per US dollar", None),
        ("It pays 26.4 leones to the mayor.", "leones", "SLE"),
    ],
)
def test_what_a_dollar_costs(text, unit, currency):
    start = text.index("26.4")
    found = unit_of(text, start, start + 4)
    assert (found.text, found.currency) == (unit, currency)
