"""What qualifies a number, and what kind of number it is."""

import pytest

from analysis.extract.numbers.qualifiers import QUALIFYING, printed_qualifier, qualifier_of
from analysis.extract.numbers.units import kind_of


def position(text, number):
    return text.index(number), text.index(number) + len(number)


@pytest.mark.parametrize(
    ("text", "number", "name", "phrase"),
    [
        ("at least 20 died", "20", "at_least", "at least"),
        ("At Least 20 died", "20", "at_least", "At Least"),
        ("at  least 20 died", "20", "at_least", "at  least"),
        ("more than 20 died", "20", "more_than", "more than"),
        ("up to 20 died", "20", "at_most", "up to"),
        ("fewer than 20 died", "20", "less_than", "fewer than"),
        ("some 20 died", "20", "approx", "some"),
        ("approx. 20 died", "20", "approx", "approx."),
        ("approx. twenty died", "twenty", "approx", "approx."),
        ("some twenty died", "twenty", "approx", "some"),
        ("it tops 20 now", "20", "more_than", "tops"),
        ("it did not fall below 20 degrees", "20", "at_least", "below"),
        ("it fell below 20 degrees", "20", "less_than", "below"),
        ("it tops the 20 that was offered", "20", None, None),
        ("it topped the 20 mark", "20", "more_than", "topped"),
        # words between qualifier and number
        ("at least another 20 died", "20", "at_least", "at least"),
        ("at least a further 20 died", "20", "at_least", "at least"),
        ("over the 20 died", "20", "more_than", "over"),
        ("at least he and 20 died", "20", None, None),
        # the longest phrase, and whole words only
        ("well over 20 died", "20", "more_than", "well over"),
        ("moreover 20 died", "20", None, None),
        ("a hand-over 20 died", "20", None, None),
        # "over" a place or a subject
        ("37 were shot down over 20 regions", "20", None, None),
        ("planes flew over 20 small towns", "20", None, None),
        ("shot down 58 drones over six regions", "six", None, None),
        ("the other 23 over four southern regions", "four", None, None),
        ("sent jets over 20 cargo flights", "20", "more_than", "over"),
        ("a petition to the court over two seats", "two", None, None),
        ("the row is over 13 fees", "13", None, None),
        ("scored 40 goals over the three seasons", "three", None, None),
        ("it had not exceeded 80,000", "80,000", "at_most", "exceeded"),
        ("it exceeded 80,000", "80,000", "more_than", "exceeded"),
        ("not to charge more than 600", "600", "at_most", "more than"),
        ("it charged more than 600", "600", "more_than", "more than"),
        ("it had inquiries about 20 missing men", "20", None, None),
        ("it is not a cent above 600", "600", "at_most", "above"),
        ("not a single day over 20", "20", "at_most", "over"),
        ("not a man of over 20 came", "20", "more_than", "over"),
        ("it did not say that more than 600 came", "600", "more_than", "more than"),
        ("outbreaks drive U.S. measles count up to 626", "626", None, None),
        ("they sent up to 626 people", "626", "at_most", "up to"),
        ("a fraction of 1%", "1", "less_than", "a fraction of"),
        ("a fraction of the $18 million that she raised", "18 million", None, None),
        ("walked past a $400,000 clock", "400,000", None, None),
        ("went past the $400,000 mark", "400,000", "more_than", "past"),
        ("it must hand over 20 million in profits", "20 million", None, None),
        ("police handed over 20 suspects", "20", None, None),
        ("anger at a row over 20 jobs", "20", None, None),
        ("they cried foul over 20 machines", "20", None, None),
        ("uneasy about the 20 machines", "20", None, None),
        ("he ordered about 20 machines", "20", "approx", "about"),
        ("a scandal over 3.6 million crowns in gifts", "3.6", None, None),
        ("hurt by an inquiry over 20 deals", "20", None, None),
        ("a banker is jailed for six years over 20 million euro fraud", "20 million", None, None),
        ("crews park vehicles over $20 levy", "20", None, None),
        ("the fund clears over $20 million debts", "20 million", "more_than", "over"),
        ("it uncovers over $20 million fraud", "20 million", "more_than", "over"),
        ("the bank hid over 20 million euro debts", "20 million", "more_than", "over"),
        ("the firm faces over $20 million fines", "20 million", "more_than", "over"),
        ("buses with over $20 million debts", "20 million", "more_than", "over"),
        ("the shop charges over 20 pounds", "20", "more_than", "over"),
        ("he visited over 20 regions", "20", "more_than", "over"),
        ("planes flew over 20 missions", "20", "more_than", "over"),
        ("they shot down over 20 drones", "20", "more_than", "over"),
        # a rise that goes "up to" a number states it
        ("the toll has gone up to 20", "20", None, None),
        ("the count climbed up to 20", "20", None, None),
        ("which takes the toll up to 20", "20", None, None),
        ("the toll may go up to 20", "20", "at_most", "up to"),
        ("the commission revised turnout up to 58.9%", "58.9", None, None),
        ("the union moves up to 40 seats", "40", None, None),
        ("the ministry revises to allow up to 40 seats", "40", "at_most", "up to"),
        ("nowhere near the 61 percent claimed", "61", None, "nowhere near"),
        ("the train was not exceeding 120 km/h", "120", "at_most", "exceeding"),
        ("police would not go beyond 80,000", "80,000", "at_most", "beyond"),
        ("damage went beyond 80,000 homes", "80,000", "more_than", "beyond"),
        ("the three fines add up to 76 million euros", "76 million", None, None),
        ("it rolled over about six kilometres from the port", "six", "approx", "about"),
        ("it ran for over six kilometres", "six", "more_than", "over"),
        ("under a five-year contract it ran", "five", None, None),
        ("about a five-year wait", "five", "approx", "about"),
        ("the number is closer to 54,000", "54,000", "approx", "closer to"),
        ("the storm took up to 20 lives", "20", "at_most", "up to"),
        # signs, before digits only
        (">20 died", "20", "more_than", ">"),
        ("~20 died", "20", "approx", "~"),
        ("~ twenty died", "twenty", None, None),
        # after the number
        ("20+ died", "20", "at_least", "+"),
        ("20 or more died", "20", "at_least", "or more"),
        ("20 or fewer died", "20", "at_most", "or fewer"),
        ("20 percent, or less than a third, died", "20", None, None),
        ("20 or so died", "20", "approx", "or so"),
        ("20 people, at least, died", "20", "at_least", "at least"),
        ("20 or more so 30", "20", "at_least", "or more"),
        ("125 young men died at least", "125", "at_least", "at least"),
        ("125 very young men died at least", "125", None, None),  # more than three words
        ("20 men and at least some", "20", None, None),  # "and" separates
        ("20 dead\nat least so", "20", None, None),  # another line
        ("40 dead at least 70 hurt", "40", None, None),  # the qualifier of the second number
        ("40 dead at least 70 hurt", "70", "at_least", "at least"),
        # several: a bound comes before an estimate, and the nearest bound first
        ("at least some 20 died", "20", "at_least", "at least"),
        ("some 20 or more died", "20", "at_least", "or more"),
        ("up to 20 or more died", "20", "at_most", "up to"),
        ("more than at least 20 died", "20", "at_least", "at least"),
        ("about some 20 died", "20", "approx", "some"),
        ("at least about nearly some 20 died", "20", "approx", "some"),  # three are read
        ("at least about some 20 died", "20", "at_least", "at least"),
        # compared with what another counts
        ("more than the 41 that the army counts", "41", None, None),
        ("below the $18bn that analysts projected", "18bn", None, None),
        ("below $18bn, analysts said", "18bn", "less_than", "below"),
        ("more than $20 was paid", "20", "more_than", "more than"),
        # what a quarrel is about
        ("Ministers under fire over $85m loan", "85m", None, None),
        ("Anger and criticism over $85m loan", "85m", None, None),
        ("It paid over $85m", "85m", "more_than", "over"),
        # none
        ("20 died", "20", None, None),
        ("least 20 died", "20", None, None),
        ("at least, 20 died", "20", None, None),
        ("at least" + " " * 40 + "20 died", "20", None, None),  # too far
    ],
)
def test_qualifiers(text, number, name, phrase):
    found = qualifier_of(text, *position(text, number))
    assert found.name == name
    assert (found.span and text[slice(*found.span)]) == phrase


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("20% died", "20", "percent"),
        ("20 % died", "20", "percent"),
        ("20 percent died", "20", "percent"),
        ("20 per cent died", "20", "percent"),
        ("a 20-percent rise", "20", "percent"),
        ("20 percentages", "20", "count"),
        ("$20", "20", "money"),
        ("$ 20", "20", "money"),
        ("US$20", "20", "money"),
        ("x$20", "20", "count"),  # a letter before the sign
        ("20 dollars", "20", "money"),
        ("20 US dollars", "20", "money"),
        ("20 million of dollars", "20 million", "money"),
        ("20 € there", "20", "money"),
        ("20 dollarfish", "20", "count"),
        ("20 Greek dollars", "20", "count"),
        ("20 people", "20", "count"),
        ("$5 for 20 people", "20", "count"),
    ],
)
def test_kinds(text, number, kind):
    assert kind_of(text, *position(text, number)) == kind


@pytest.mark.parametrize(
    ("text", "number", "name", "expected"),
    [
        ("Almost 20 died", "20", "approx", "almost"),
        ("No  Fewer than 20 died", "20", "at_least", "no fewer than"),
        ("it cost well over $20 million", "20 million", "more_than", "well over"),
        # not before it, turned round, a verb, or of another sense
        ("20 or more died", "20", "at_least", None),
        ("not to charge more than 600", "600", "at_most", None),
        ("it passed 20", "20", "more_than", None),
        ("not nearly 20 came", "20", "approx", None),
        ("probably 20 came", "20", "approx", None),
        ("the toll is nearing 20", "20", "approx", None),
        ("an average of 20", "20", "exact", None),
        ("almost 20 died", "20", "exact", None),
        ("20 died", "20", "exact", None),
    ],
)
def test_the_words_that_qualify_a_number(text, number, name, expected):
    assert printed_qualifier(text, *position(text, number), name) == expected


def test_names_of_qualifiers():
    assert QUALIFYING == ("at_least", "more_than", "at_most", "less_than", "approx")
