"""Words of an article for what a number is of, where nothing surer names it."""

import pytest

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.quoted_labels import LEAST_SURE, quoted_label
from tests.compare.quantities.story_tables import dollars, percent, story


def row(sentence, number, unit_text=None, *, in_title=False):
    """Return a statement of a number of a sentence."""
    return {
        "sentence_text": sentence,
        "offset": sentence.index(number),
        "text": number,
        "unit_text": unit_text,
        "in_title": in_title,
    }


@pytest.mark.parametrize(
    ("sentence", "number", "unit_text", "label"),
    [
        (
            "In the poll, 61% thought he should resign and 24% did not.",
            *("61", "%", "“… thought he should resign”"),
        ),
        (
            "She is entitled to a severance payment of $46,500, a spokesman said.",
            *("46,500", "$", "“She is entitled to a severance payment of …”"),
        ),
        (
            "The hole in the accounts ran to US$2.3bn – more than was feared.",
            *("2.3bn", "$", "“The hole in the accounts ran to …”"),
        ),
        (
            "Enrollment has fallen by 5,000 since 2015.",
            "5,000",
            None,
            "“Enrollment has fallen by … since 2015”",
        ),
        ("They served 12 weeks' notice.", "12", "weeks", "“They served … notice”"),
        # what is cut begins and ends with a word that tells
        (
            "A lobby said that by its own last count of it the city loses $450 on each day of it.",
            *("450", "$", "“[…] count of it the city loses … on each day of it”"),
        ),
        (
            "The city loses $450 million on each day of the strike and the rain.",
            *("450 million", "$", "“The city loses … on each day of the strike”"),
        ),
        # a clause is quoted whole: its end may turn it round
        (
            "In all 64% accepted the minister’s account was false.",
            *("64", "%", "“In all … accepted the minister’s account was false”"),
        ),
        (
            "The club of the small town said it would not sell its young striker for less than $6.",
            *("6", "$", None),
        ),
        (
            "In all 47% trusted the big old central bank of the land in these hard days no less.",
            *("47", "%", None),
        ),
        ("He should resign over the contract and 31% did not.", "31", "%", None),
        # clauses of fewer words are told with their neighbours
        ("Beans went up, 40%, in a year.", "40", "%", "“Beans went up, … , in a year”"),
        (
            "In Aldbeck and Bray 9 percent abstained on Monday.",
            "9",
            "percent",
            "“In Aldbeck and Bray … abstained on Monday”",
        ),
        ("“It is 40%,” he said.", "40", "%", None),
        ("It was 7.", "7", None, None),
    ],
)
def test_the_words_of_the_clause_are_quoted_without_the_number(sentence, number, unit_text, label):
    assert quoted_label([row(sentence, number, unit_text)]) == label


def test_headlines_are_not_quoted_and_words_that_judge_come_last():
    judging = row("The greedy firm looted a shameful $5 million.", "5 million", "$")
    neutral = row("The firm withdrew reserves of $5 million.", "5 million", "$")
    headline = row("Firm withdraws reserves of $5 million", "5 million", "$", in_title=True)
    assert quoted_label([judging, neutral]) == "“The firm withdrew reserves of …”"
    assert quoted_label([headline]) is None


def test_the_first_clause_that_is_not_long_is_quoted():
    long = "In March the firm withdrew all of its last reserves of $5 million."
    short = "The firm withdrew reserves of $5 million."
    shorter = "Firms withdrew $5 million."
    rows = [row(text, "5 million", "$") for text in (long, short, shorter)]
    assert quoted_label(rows) == "“The firm withdrew reserves of …”"
    assert quoted_label(rows[::-1]) == "“Firms withdrew …”"


def test_a_quote_that_goes_on_and_denies_nothing_is_taken_before_others():
    denied = row("These are not the 380 whom the owners talk about.", "380")
    bare = row("The brigade's own tally is 112.", "112")
    told = row("Crews led 112 people to a school.", "112")
    dated = row("The count stood at 112 a week earlier.", "112")
    assert quoted_label([bare, dated]) == "“The brigade's own tally is …”"
    assert quoted_label([denied, bare]) == "“The brigade's own tally is …”"
    assert quoted_label([denied, bare, told]) == "“Crews led … people to a school”"


@pytest.mark.parametrize(
    ("p_counted", "label"),
    [
        (None, "trading, $"),
        (LEAST_SURE, "trading, $"),
        (LEAST_SURE - 0.01, "“Shares opened in early trading at …”, $"),
    ],
)
def test_a_noun_that_is_unsure_names_no_quantity(p_counted, label):
    text = "Shares opened in early trading at $[6.44]."
    figures, articles, sentences = story((text, dollars("trading", p_counted=p_counted)))
    _, quantities = find_quantities(figures, articles, sentences)
    assert quantities["label"].tolist() == [label]


def test_a_sure_noun_of_one_outlet_names_what_the_other_is_unsure_of():
    figures, articles, sentences = story(
        ("The strike cost [7]% of output.", percent("strike", p_counted=0.2)),
        ("It lost [7]% of its output.", percent("output", p_counted=0.9)),
    )
    _, quantities = find_quantities(figures, articles, sentences)
    assert "output, %" in quantities["label"].tolist()


def test_a_verb_of_one_sentence_gives_way_to_a_noun_of_another():
    figures, articles, sentences = story(
        ("The city may hold back $[60] of it.", dollars("hold")),
        ("The state threatens to hold back its grant of $[60].", dollars("grant")),
    )
    marked, quantities = find_quantities(figures, articles, sentences)
    assert marked["quantity_id"].nunique() == 1
    assert quantities["label"].tolist() == ["grant, $"]


def test_a_quantity_in_two_currencies_has_no_sign():
    figures, articles, sentences = story(
        (
            "It made a profit of $[60] (£[48]).",
            dollars("profit"),
            dollars("profit", unit_text="£", currency="GBP"),
        )
    )
    marked, quantities = find_quantities(figures, articles, sentences)
    assert marked["quantity_id"].nunique() == 1
    assert quantities["label"].tolist() == ["profit"]
