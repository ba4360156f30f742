"""Letters that are the sign of a currency: a table of texts in which they are, and are not."""

import pytest

from analysis.extract.numbers.letter_signs import with_signs
from analysis.extract.numbers.parse import number_at, parse_numbers

SUMS = [
    ("MTN Nigeria sees N210 billion loss", 210e9),
    ("The naira crashed to N1,960 in Lagos.", 1960),
    ("Naira bloodbath: N2,000 to dollar looms", 2000),
    ("A bag of rice costs N98,000 in Abuja, traders said.", 98_000),
    ("Nigerian workers asked for a N615,000 wage.", 615_000),
    ("Fuel sells at N950 a litre in Nigeria.", 950),
    ("The Lagos budget rose to N3.4trn.", 3.4e12),
    ("The naira closed at N1,540.25.", 1540.25),
    ("Nigeria lost (N64bn) to theft.", 64e9),
    ("Families in Borgu, Niger State, will get N15 million each.", 15e6),
]
PESOS = [
    ("The fund got P26.7 billion, an official in Manila said.", 26.7e9),
    ("A barangay captain lost P2.3 million.", 2.3e6),
    ("Rice sells at P1,250 a sack in Cebu.", 1250),
]
RANDS = [
    ("Eskom owes R400 billion, the court in Pretoria heard.", 400e9),
    ("A South African grant of R350 was paid.", 350),
    ("The Durban mayor approved the R1.2bn contract.", 1.2e9),
    ("Johannesburg fined the firm R250,000.", 250_000),
    ("The strike has cost the railway about R80 million.", 80e6),  # no other currency has an R
]
KWACHA = [
    ("The Lusaka court ordered him to pay K45 million.", 45e6, "ZMW"),
    ("Maize sells at K65,000 a bag in Lilongwe.", 65_000, "MWK"),
    ("Coral Air of Port Moresby made K184 million.", 184_000_000, "PGK"),
]
NO_SUMS = [
    "The R80 millionaires' road is closed.",
    "Nigeria bought N95 masks for its clinics.",
    "A bus crashed on the N1 motorway, a Nigerian driver said.",
    "The Lagos office is at N 210 street.",
    "The N2,000 bus line opened in Oslo.",
    "He played the N64 in Lagos.",
    "A charge of N210 billion was booked in Reykjavik.",
    "The H5N1 virus reached Nigeria.",
    "The VIN2,500 code of the Nigerian car",
    "The Nigerian rocket N-1,200 failed.",
    "The P500 of the P-series sold in Berlin.",
    "Manila bought P9 pistols.",
    "A truck burnt on the R511 near Pretoria.",
    "Police in Durban closed Route R102.",
    "A crash on the N210 near Lagos, police said.",
    "Rovers beat Johannesburg in R16 and lost K2.",
]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [(*row, "NGN") for row in SUMS]
    + [(*row, "PHP") for row in PESOS]
    + [(*row, "ZAR") for row in RANDS]
    + KWACHA,
)
def test_a_letter_before_a_sum_in_news_of_its_country_is_a_sign(text, value, currency):
    number = next(number for number in parse_numbers(text) if number.kind == "money")
    assert number.low == value
    assert number.unit is not None
    assert number.unit.currency == currency


@pytest.mark.parametrize("text", NO_SUMS)
def test_other_letters_are_no_sign(text):
    assert with_signs(text) == text
    assert [number for number in parse_numbers(text) if number.kind == "money"] == []


def test_a_part_of_an_article_is_read_as_the_article_says():
    assert with_signs("a loss of N210 billion", "Nigeria's banks") == "a loss of ₦210 billion"
    text = "Nigeria devalued. " + "The bank kept silent. " * 9 + "The loss is N210 billion."
    start = text.index("210")
    number = number_at(text, start, start + 11)
    assert number is not None
    assert (number.kind, number.text) == ("money", "210 billion")


def test_a_unit_is_written_as_printed_also_where_no_sign_is_printed():
    (number,) = parse_numbers("South Africa lost R5 million.")
    assert number.unit is not None
    assert number.unit.text == "R"
    (number,) = parse_numbers("The kwacha fell; 200 kwacha buy a loaf in Malawi.")
    assert number.unit is not None
    assert number.unit.currency is None
