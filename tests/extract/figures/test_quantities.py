"""The quantities of whole sentences: values, units and changes, and what is no quantity."""

import csv
from pathlib import Path

import pytest

from analysis.core import tables
from analysis.extract.figures.extract import extract_figures
from analysis.extract.figures.model_quantities import linked_words, quantities_by_article
from analysis.extract.figures.owners import owner_by_clause
from analysis.extract.numbers.units import unit_of

CASES = Path(__file__).with_name("quantity_cases.csv")


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], expected(row["numbers"])) for row in csv.DictReader(file)]


def expected(cell):
    """Return low, high, kind and change of each number of a cell: "5 percent up; 3.. things"."""
    numbers = []
    for part in filter(None, cell.split("; ")):
        value, kind, *change = part.split()
        numbers.append((*bounds(value), kind, change[0] if change else None))
    return numbers


def bounds(value):
    if ".." not in value:
        return float(value), float(value)
    low, high = value.split("..")
    return float(low) if low else None, float(high) if high else None


def stated(text):
    """Return the same of each number that is extracted, without a tagger."""
    article = {"article_id": "x", "corpus": "made", "text": text, "n_words": len(text.split())}
    sentence = {"article_id": "x", "sentence_id": 0, "start": 0, "end": len(text)}
    sentence["in_title"] = False
    figures = extract_figures(
        tables.make([article], tables.ARTICLES),
        tables.make([sentence], tables.SENTENCES),
        tables.make([], tables.TAGGER_SPANS),
        tables.make([], tables.TAGGER_LINKS),
        tables.make([], tables.TAGGER_NUMBERS),
        tables.make([], tables.ATTRIBUTIONS),
        tables.make([], tables.ATTRIBUTION_SPANS),
        tables.make([], tables.TOKENS),
    )
    figures = figures.astype(object).where(figures.notna(), None)
    columns = ["low", "high", "unit", "change"]
    return [tuple(row) for row in figures[columns].itertuples(index=False)]


@pytest.mark.parametrize(("text", "numbers"), cases())
def test_numbers_of_sentences(text, numbers):
    assert stated(text) == numbers


def test_half_of_the_sentences_state_no_quantity():
    empty = [text for text, numbers in cases() if not numbers]
    assert len(cases()) >= 80
    assert len(empty) * 2 >= len(cases())


OWNERS = [
    ("Acme is cutting output to 42 cars a day.", "42", "Acme"),
    ("The bank plans to open 20 branches.", "20", "The bank"),
    ("Meanwhile, the airline has added 12 routes.", "12", "the airline"),
    ("Orion Foods (ORF) raised $5 million.", "5", "Orion Foods"),
    ("Acme cut its prices by 25%.", "25", "Acme"),
    ("Boeing has about 4,600 orders", "4,600", "Boeing"),
    ("The company posted a $3 loss", "3", "The company"),
    ("The fund sold 300 of Acme's 900 shops.", "300", "Acme"),
    ("Police searched Larkville, about 80 miles north of Denby.", "80", "Larkville"),
    ("The train left Alto, about 130 miles (209 km) south of Denby.", "130", "Alto"),
    ("The train left Alto, about 130 miles (209 km) south of Denby.", "209", "Alto"),
    ("Denby is located 15 miles from the coast.", "15", "Denby"),
    ("The report said that Acme had 70 lorries.", "70", "Acme"),
    (
        "Acme made $3 million, with the Bolt Group separately having raised $46 million.",
        "46",
        "the Bolt Group",
    ),
    ("The Greens won 12 seats and Labour 9.", "12", "The Greens"),
    ("The Greens won 12 seats and Labour 9.", "9", "Labour"),
    (
        "Two told of their savings: Sanders with $28 million and Booker with $6 million.",
        "28",
        "Sanders",
    ),
    (
        "Two told of their savings: Sanders with $28 million and Booker with $6 million.",
        "6",
        "Booker",
    ),
    ("She is ahead of Jane Moor, who raised about $5 million.", "5", "Jane Moor"),
    ("It is a third of the $18 million the senator collected.", "18", "the senator"),
    ("Acme’s profit in spring: $4 million", "4", "Acme"),
    ("Acme (ACM) said on Friday that it will open 20 shops.", "20", None),
    ("Acme (ACM) said Friday that it will open 20 shops.", "20", "Acme"),
    ("As of 9 a.m., Labour had won 26 seats.", "26", "Labour"),
    ("Polls project that Labour will win 26 seats.", "26", "Labour"),
    ("Sen. Jane Moor (D-N.H.) raised $5 million.", "5", "Sen. Jane Moor"),
    ("Mayor Jane Moor (D-N.H.) raised $5 million.", "5", "Mayor Jane Moor"),
    (
        "At least 465 cases of measles have been reported in the United States.",
        "465",
        "the United States",
    ),
    ("As of Thursday, 17 cases were reported in Ohio.", "17", "Ohio"),
    ("The number of measles cases in Ohio has climbed to nearly 700.", "700", "Ohio"),
    ("The firm has 12 cases in Paris pending.", "12", "The firm"),
    ("The bridge is 300 metres long.", "300", "The bridge"),
    # the shares of two rivals
    ("Roth won 47.5% against 52.5% for the lawyer Ada Quist.", "52.5", "the lawyer Ada Quist"),
    ("Ada Quist won with 52.4%, beating Emil Roth on 47.6%.", "47.6", "Emil Roth"),
    ("Ada Quist won by 52.4% to Roth's 47.6%.", "47.6", "Roth"),
    ("Ada Quist won 52.4% to his 47.6%.", "47.6", None),
    ("Ada Quist won with 52.4%, beating Emil Roth on 47.6%.", "52.4", "Ada Quist"),
    ("Notre Dame, seen here in May, is over 850 years old.", "850", "Notre Dame"),
    ("French companies pledge 5 million dollars.", "5 million", "French companies"),
    ("The business sells 12 lorries.", "12", None),
    ("The council says 2,100 homes were hit and the Bolt Agency 1,650.", "1,650", None),
    ("He met Jane Moor, who said that the fire destroyed 5 homes.", "5", None),
    ("The town lost 300 jobs after Acme sold its mill.", "300", "The town"),
    ("In Berlin the talks with 20 others went on.", "20", None),
    ("Sales fell 4% in spring and on Monday 3% more.", "3", None),
    ("Veldia's Greens won 31 seats, with turnout of 64 percent.", "64", None),
    ("They walked 20 miles north of Denby.", "20", None),
    ("In Mali, 30 schools closed.", "30", "Mali"),
    ("It will open 20 branches.", "20", None),
    ("Officials said 12 roads were closed.", "12", None),
    ("Shares closed down 5%.", "5", None),
    ("The Dow gained 150 points.", "150", None),
    ("Acme was founded after a fire destroyed 40 homes.", "40", None),
    ("They raised $5 million.", "5", None),
    ("More than 300 rockets were fired.", "300", None),
    ("On Friday, 20 shops closed.", "20", None),
    ("Unemployment is 5%.", "5", None),
    ("Analysts expect growth of 3%.", "3", None),
    ("People born abroad make up 12.4 percent of the total.", "12.4", "People born abroad"),
    ("Women now account for about 30% of them.", "30", "Women"),
    ("They make up 12 seats.", "12", None),
    ("Trade shed 111,000 jobs and farming 45,000; mining added 9,000.", "45,000", "farming"),
    ("Trade shed 111,000 jobs and farming 45,000; mining added 9,000.", "9,000", "mining"),
    ("Trade shed 111,000 jobs and farming 45,000 homes.", "45,000", "Trade"),
    (
        "The number of children under 15 fell to 1.46 million, or 14.8 percent of the total.",
        "14.8",
        "children under 15",
    ),
    (
        "The Swiss group Alpena on Tuesday offered 46 crowns a share.",
        "46",
        "The Swiss group Alpena",
    ),
    ("Ines's Likud party has secured 26% of the vote.", "26", "Ines's Likud party"),
    ("His bloc, made up of two parties, has 65 seats.", "65", "His bloc"),
    ("The Green List, which opposed a camp for 600 people, won 14 seats.", "14", "The Green List"),
    ("Both sides are projected to win 35 seats.", "35", "Both sides"),
    ("It tore through the town of fewer than 2,000 people.", "2,000", "the town"),
    ("It tore through the town of few people, 2,000 homes fell.", "2,000", None),
    ("About $1.1 billion will go to Acme.", "1.1 billion", "Acme"),
    ("A tornado with winds of 140 mph came.", "140", "A tornado"),
    ("Some 1% of the population of Mali has left.", "1", "Mali"),
    ("Hopes were fading for 20 men.", "20", None),
    ("Bloom ended her campaign with 20 aides.", "20", "Bloom"),
    ("The Trump administration is blaming Iran for attacks on 20 tankers.", "20", None),
    ("", "", None),
]


@pytest.mark.parametrize(("text", "number", "owner"), OWNERS)
def test_whose_a_number_is(text, number, owner):
    start = text.index(number)
    unit = unit_of(text, start, start + len(number))
    assert owner_by_clause(text, unit, (0, len(text))) == owner


def span(name, label, start, end):
    return {
        "article_id": "x",
        "span_id": name,
        "layer": "quantity",
        "label": label,
        "start": start,
        "end": end,
        "p": 0.9,
    }


@pytest.mark.parametrize(
    ("role", "probability", "start", "end", "expected"),
    [
        ("whose", 0.9, 10, 12, (0, 4)),
        ("whose", 0.1, 10, 12, None),
        ("counted", 0.9, 10, 12, (0, 4)),
        ("counted", 0.4, 10, 12, None),
        ("whose", 0.9, 12, 14, None),
        ("whose", 0.9, 0, 10, None),
    ],
)
def test_words_that_the_tagger_links(role, probability, start, end, expected):
    spans = tables.make([span("q", "quantity", 10, 12), span("r", role, 0, 4)], tables.TAGGER_SPANS)
    link = {"article_id": "x", "from_id": "q", "to_id": "r", "p": probability}
    links = tables.make([link], tables.TAGGER_LINKS)
    quantities = quantities_by_article(spans, links).get("x", [])
    assert linked_words(quantities, start, end, role) == expected


def test_old_weights_label_no_quantities():
    no_spans = tables.make([], tables.TAGGER_SPANS)
    assert quantities_by_article(no_spans, tables.make([], tables.TAGGER_LINKS)) == {}
    assert linked_words([], 0, 5, "whose") is None
