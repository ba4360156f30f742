"""What a number measures where the rules are unsure, by the shipped weights."""

import pytest
from made_figures import position, words_at

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.extract.figures.changes import change_of
from analysis.extract.figures.head_vectors import head_vector
from analysis.extract.figures.measured import UNSURE, Measured, measured_by
from analysis.extract.figures.measured_candidates import (
    REACH,
    SentenceTokens,
    candidates_of,
    place_of,
    tokens_near,
)
from analysis.extract.figures.measured_ranking import (
    Ranking,
    described,
    most_probable,
    read_ranking,
)
from analysis.extract.numbers.units import unit_of

# The words of the answer hold these.
TOLD = [
    ("Finance officials put initial aid at 40 million euros.", "40 million", "aid"),
    ("Officials expect the damage to exceed $3bn.", "3bn", "damage"),
    (
        "Net profit in the three months to the end of May dropped to 310 million euros.",
        "310 million",
        "profit",
    ),
    ("The hole, prosecutors said, was $2.3bn.", "2.3bn", "hole"),
    ("Tickets cost £18.", "18", "Tickets"),
    ("The union has dropped its demand to 24 percent.", "24", "demand"),
    ("He put the cost of the flood at $31 million on Tuesday.", "31 million", "cost"),
    ("About $900 million has been recovered by the trustee.", "900 million", "recovered"),
    ("The pension is worth about $240 at the official rate.", "240", "pension"),
    ("The price, excluding its debts, is $3.1bn.", "3.1bn", "price"),
    ("Debt, including that of two subsidiaries, is $3.1bn.", "3.1bn", "Debt"),
    ("Temperatures in the valley fell to minus 17 degrees.", "17", "Temperatures"),
]


def sentence(text):
    """Return the tokens of a sentence."""
    row = {"article_id": "x", "corpus": "made", "text": text, "n_words": len(text.split())}
    articles = tables.make([row], tables.ARTICLES)
    return SentenceTokens(tag_tokens(articles, split_sentences(articles))).of("x", 0)


def answer(text, number, tokens=None):
    """Return what a number of a sentence measures."""
    unit = unit_of(text, *position(text, number))
    measured = measured_by(text, unit, (0, len(text)))
    tokens = sentence(text) if tokens is None else tokens
    chosen = most_probable(tokens, unit, change_of(text, unit, 0), measured)
    return words_at(text, chosen.answer)


@pytest.mark.parametrize(("text", "number", "measured"), TOLD)
def test_what_is_measured(text, number, measured):
    assert measured in (answer(text, number) or "").split()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("$5 in 2018.", "5"),
        ("It was 40 degrees.", "40"),
        ("Including debt, the deal values Orlo at $3.1bn.", "3.1bn"),  # no debt of $3.1bn
    ],
)
def test_a_sentence_that_does_not_tell(text, number):
    assert answer(text, number) is None


def test_a_sure_rule_decides():
    text = "The state gave $100 million in aid to the airline's shareholders."
    assert answer(text, "100 million") == "aid"


@pytest.mark.parametrize(
    ("text", "number", "measured"),
    [
        ("The $2.1 billion plan keeps all libraries open.", "2.1 billion", "plan"),
        ("About 40% voters stayed at home.", "40", "voters"),
        ("They got a 40% pay rise.", "40", "pay rise"),
    ],
)
def test_the_verb_after_a_noun_is_no_part_of_it(text, number, measured):
    assert answer(text, number) == measured


def test_without_tokens_the_rule_decides():
    assert answer("Tickets cost £18.", "18", tokens=[]) == "cost"


def test_no_candidate_holds_the_number():
    text = "Some 40 million euros of aid were put at risk."
    tokens = sentence(text)
    unit = unit_of(text, *position(text, "40 million"))
    first, last = place_of(tokens, unit.start, unit.end)
    assert [token.text for token in tokens[first:last]] == ["40", "million", "euros"]
    for one in candidates_of(tokens, (first, last)):
        assert one.last <= first or one.first >= last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He has been told that it was cut.", ["told", "cut"]),
        ("The rising cost of rice is high.", ["rising cost", "rice"]),
        ("They are.", []),
    ],
)
def test_candidates(text, words):
    tokens = sentence(text)
    found = candidates_of(tokens, (len(tokens), len(tokens)))
    spans = [(tokens[one.first].start, tokens[one.last - 1].end) for one in found]
    assert [text[slice(*span)] for span in spans] == words


def test_the_unit_of_another_number_and_compared_are_no_candidates():
    text = "Winds of 140 mph (225 kph) blew, compared to 90 mph."
    tokens = sentence(text)
    place = place_of(tokens, *position(text, "225 kph"))
    spans = [position(text, words) for words in ("140 mph", "225 kph", "90 mph")]
    found = candidates_of(tokens, place, spans)
    assert [tokens[one.last - 1].text for one in found] == ["Winds", "blew"]


def test_of_a_long_sentence_only_what_is_near_is_read():
    text = "The fees of the club " + "and of the town " * 100 + "rose by 5 percent " + "or so " * 90
    tokens = sentence(text)
    near = tokens_near(tokens, *position(text, "5 percent"))
    assert len(near) == 2 * REACH + 2
    assert [token.text for token in near[REACH : REACH + 2]] == ["5", "percent"]


def test_features_tell_sides_apart():
    text = "The club pays Moss 5 euros a game."
    unit = unit_of(text, *position(text, "5"))
    features = dict(
        (text[slice(*span)], names)
        for span, names in described(sentence(text), unit, None, Measured(None, None, "none"))
    )
    assert "before noun" in features["club"]
    assert "after noun" in features["game"]
    assert "after noun" not in features["club"]
    assert features["pays"]["word pay"] == 1


def test_a_feature_without_a_weight_counts_nothing():
    ranking = Ranking(0.0, {"known": 1.0})
    assert ranking.probability({"unknown": 5.0}) == 0.5
    assert ranking.probability({"known": 1.0}) > 0.7


def test_the_vector_of_the_last_word_counts_where_it_has_weights():
    vector = head_vector("damage")
    assert Ranking(0.0, {}, vector.tolist()).score_of_word("damage") == pytest.approx(1)
    assert Ranking(0.0, {}).score_of_word("damage") == 0


def test_the_shipped_weights_know_the_unsure_rules():
    named = set(read_ranking().weights)
    for rule in UNSURE - {"none"}:
        assert {f"{rule} found True", f"{rule} found False"} & named


@pytest.mark.parametrize(
    ("text", "number", "least", "most"),
    [
        ("The state gave $100 million in aid to the airline.", "100 million", 0.7, 1.0),
        ("Finance officials put initial aid at 40 million euros.", "40 million", 0.5, 1.0),
        ("It was 40 degrees.", "40", 0.0, 0.5),
    ],
)
def test_how_sure_a_choice_is(text, number, least, most):
    unit = unit_of(text, *position(text, number))
    measured = measured_by(text, unit, (0, len(text)))
    assert least <= most_probable(sentence(text), unit, None, measured).p <= most


def test_a_rule_of_which_no_label_tells_is_of_unknown_probability():
    text = "It was 40 degrees."
    unit = unit_of(text, *position(text, "40"))
    assert most_probable([], unit, None, Measured(None, None, "new")).p is None
