"""What a percentage, a sum or a measure is of, whose it is, and whether it is a change."""

import pytest
from made_figures import position, words_at

from analysis.extract.figures.changes import change_of
from analysis.extract.figures.measured import measured_by, owner_of
from analysis.extract.numbers.units import unit_of

CASES = [
    ("The state gave $100 million in aid.", "100 million", "aid", None),
    ("It placed 25% tariffs on steel.", "25", "tariffs", None),
    ("The bank paid a $5 fee.", "5", "fee", None),
    ("It seized five tonnes of the Class A drug.", "five", "drug", None),
    ("They pledged $9 million to rebuild the bridge.", "9 million", "rebuild", None),
    ("It sold $10 billion (£7.7 billion) worth of stock.", "7.7 billion", "stock", None),
    ("Trucks took 500 tons of wood.", "500", "wood", None),
    ("Trucks took 500 tons of teak worth $9 million.", "500", "teak", None),
    ("Acme's shares fell 5% on Monday.", "5", "shares", "Acme"),
    ("Shares of Acme Corp fell 5%.", "5", "Shares", "Acme Corp"),
    ("The store hikes its prices by 25%.", "25", "prices", None),
    ("It sought a valuation of up to $100 billion.", "100 billion", "valuation", None),
    ("The family spent $160,000 in May.", "160,000", "spent", None),
    ("Acme shares fell 4% on Monday.", "4", "shares", "Acme"),
    ("General Foods (GF) stock is down 8%.", "8", "stock", "General Foods"),
    ("Growth was 3.2 percent.", "3.2", "Growth", None),
    ("Profit was $12bn, below the $18bn that analysts projected.", "18bn", "Profit", None),
    ("The magnitude was revised to 6.5 from 6.4.", "6.5", "magnitude", None),
    ("Unemployment rose in Texas to 4%.", "4", "Unemployment", None),
    ("The club is cutting its ticket price to £12.", "12", "price", None),
    ("The council left the rate at 4%.", "4", "rate", None),
    ("They cut the grass at 5%.", "5", "grass", None),
    # what somebody changes, and not where or for whom
    (
        "A pill slashed the risk of stroke by a third in a big study.",
        "a third",
        "risk",
        None,
    ),
    ("It cuts the risk of stroke by 31% in men.", "31", "risk", None),
    ("The firm cut emissions by 40 percent in a year.", "40", "emissions", None),
    # a share alone in brackets is of what stands before it
    ("Refunds went to major purchases (9 percent), trips (7 percent).", "9", "purchases", None),
    ("Refunds went to major purchases (9 percent), trips (7 percent).", "7", "trips", None),
    ("It drove taxes up (about 32 percent).", "32", "taxes", None),
    ("The fund collected a record €80 million.", "80 million", "collected", None),
    ("Orlo raised $8m against Dahl's $5m.", "5", "raised", None),
    ("The airline lost more than $3 billion on routes.", "3 billion", "lost", None),
    ("Brent crude fell at one point by 4%.", "4", "crude", None),
    ("The storm, which lasted “10 minutes”, passed.", "10", "lasted", None),
    ("Just 58% percent of pupils passed.", "58", "pupils", None),
    ("She gave two weeks' notice.", "two", "notice", None),
    ("Ploet closed down 11% ahead of the vote.", "11", "Ploet", None),
    ("A rise of €5 includes tax.", "5", "rise", None),
    ("Profit before tax was £412m to June.", "412m", "Profit", None),
    ("Earnings before interest and taxes dropped to £412m.", "412m", "Earnings", None),
    ("It put tariffs on £15bn of US goods.", "15bn", "goods", None),
    ("Those imports — including steel tube — dropped 48%.", "48", "imports", None),
    ("The imports, including steel tube, dropped 48%.", "48", "imports", None),
    ("It made a pre-tax profit of £412m in the half-year.", "412m", "profit", None),
    ("The town voted no, with 57% against and 43% in favour.", "57", "against", None),
    ("The town voted no, with 57% against and 43% in favour.", "43", "favour", None),
    ("That makes 57 percent No, a bit more than before.", "57", "No", None),
    ("Prices rose 5% against the euro.", "5", "Prices", None),
    ("It cut 5% for members.", "5", "members", None),
    ("The valley fell to minus 17 degrees.", "17", "valley", None),
    ("It fined the bank more than $5m for laundering money.", "5m", "fined", None),
    ("The bank was fined $5m for laundering money.", "5m", "fined", None),
    ("The government has offered 3.5 percent and a bonus.", "3.5", "offered", None),
    ("The government has offered 3.5 percent of its shares.", "3.5", "shares", None),
    ("A fine summer cost the firm $5m in sales.", "5m", "sales", None),
    ("It sank six kilometres from the harbour at noon.", "six", "harbour", None),
    ("It sank 25 miles off the southern coast of Iran.", "25", "coast", None),
    ("Voters rejected the sales tax by 54% to 46%.", "54", "rejected", None),
    ("Voters rejected the sales tax by 54% to 46%.", "46", "rejected", None),
    ("Members approved the deal 58 percent to 42 percent.", "42", "approved", None),
    ("Voters approved a sales tax of 54%.", "54", "tax", None),
    ("The board voted to raise fares by 5% to 12%.", "5", "fares", None),
    ("It passed as support rose from 46% to 54%.", "54", "support", None),
    ("It cut its dividend to 6 cents a share from 11 cents.", "11", "dividend", None),
    ("It cut the price to $6 from $11.", "11", "price", None),
    ("It paid $6 a share from $11 of profit.", "11", "profit", None),
    ("$5 in 2018.", "5", None, None),
    ("5% in Texas.", "5", None, None),
    ("$5 to the left.", "5", None, None),
]


@pytest.mark.parametrize(("text", "number", "measured", "owner"), CASES)
def test_what_is_measured(text, number, measured, owner):
    found = measured_by(text, unit_of(text, *position(text, number)), (0, len(text)))
    words = words_at(text, found.span)
    if measured is None:
        assert words is None
    else:
        assert words is not None
        assert measured in words.split()
    assert found.owner == owner


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Shares fell 5%.", "5", "down"),
        ("The contract raises pay by 5%.", "5", "up"),
        ("The economy will contract 3% next year.", "3", "down"),
        ("Output contracts by 3%.", "3", "down"),
        ("It agreed to contract 20% of its staff.", "20", None),
        ("Rates fall below 1 percent.", "1", None),
        ("Revenues climbed past $5 billion.", "5 billion", None),
        ("It takes up about 9% of it.", "9", None),
        ("Profit rose more than 5%.", "5", "up"),
        ("The economy is to contract by 5%.", "5", "down"),
        ("It passed by a narrower 57%.", "57", None),
        ("Puffins raise 38% fewer chicks.", "38", "down"),
        ("Sales fell 3% less than feared.", "3", "down"),
        ("Emissions are 32% below 2005 levels.", "32", "down"),
        ("It wants 32% above last year's price.", "32", "up"),
        ("The peak is 32% above the sea.", "32", None),
        ("Shares are up 3%.", "3", "up"),
        ("Sales grew by nearly 3%.", "3", "up"),
        ("Sales are 5% higher.", "5", "up"),
        ("It led to a $1bn drop in sales.", "1bn", "down"),
        ("It cut output by 10 cars.", "10", "down"),
        ("The Dow lost 150 points.", "150", "down"),
        ("Sales rose by between 3 and 4 percent.", "3", "up"),
        ("It stood between 3 and 4 percent.", "3", None),
        ("It would sink $5 million into the region.", "5 million", None),
        ("Profits sank $5 million in a year.", "5 million", "down"),
        ("Growth rose to 5%.", "5", None),
        ("Growth was 5%.", "5", None),
        ("Tariffs went from 10% to 25%.", "10", None),
        ("It added 5 stores.", "5", "up"),
        ("They raised $5 million.", "5 million", None),
        ("The firm lost $5 million.", "5 million", None),
        ("The road fell 5 miles short.", "5", None),
        ("They have turned down 3.5 per cent.", "3.5", None),
        ("It was voted down in July by 177 to 171.", "177", None),
        ("They voted down the bill, and the pound dropped 2%.", "2", "down"),
        ("They make up only about 7% of the total.", "7", None),
        ("That adds up to 185,000 jobs.", "185,000", None),
        ("The error is plus or minus 3 percentage points.", "3", None),
        ("Members voted down 4 percent on Friday.", "4", None),
        ("Turnout was down 4 percent on Friday.", "4", "down"),
        # a new level, an adjective, and who did something
        ("She plans to add a 7 percent tax on profits.", "7", None),
        ("It added a 7 percent rise to the last one.", "7", "up"),
        ("They gave an improved 5.5 percent to charity.", "5.5", None),
        ("It was edited more than ten times by 160 writers.", "160", None),
        ("It was cut by more than its rivals by 5 percent.", "5", "down"),
        ("It cut the risk of developing type 2 diabetes by 23 percent", "23", "down"),
        ("It picked up 94% of cases", "94", None),
        ("Sales picked up 4% in March", "4", "up"),
        ("They sold it for a cool $62 million", "62 million", None),
        ("Trade cooled 4% in March", "4", "down"),
        ("It flew 1.6 million more than in the previous year", "1.6 million", "up"),
        ("It flew 1.6 million more than rivals did", "1.6 million", None),
    ],
)
def test_changes(text, number, change):
    assert change_of(text, unit_of(text, *position(text, number)), 0) == change


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        ("the airline's 117 jets", "117", "the airline"),
        ("Lyft's 20,000 bikes", "20,000", "Lyft"),
        ("its 117 jets", "117", None),
        ("It has 117 jets", "117", None),
        ("There are 117 jets", "117", None),
    ],
)
def test_owners(text, number, owner):
    assert owner_of(text, position(text, number)[0], 0) == owner
