"""What a number measures: which labels are used, what is fitted, and what a ranking answers."""

import pandas as pd
import pytest

from analysis.extract.figures.measured_ranking import Ranking
from analysis.train.measured import (
    LabelledNumber,
    _by_certainty,
    answer,
    cross_validate,
    fit,
    labelled_numbers,
    right_by_rule,
)

TEXT = "Rain\n\nThe damage was put at 5 million euros. Two men were hurt. It was 30 degrees."


def label(number, **given):
    start = TEXT.index(number)
    empty = {"outcome": None, "mention": "numeral", "counted": None, "low": None, "high": None}
    return {**empty, "start": start, "end": start + len(number), **given}


def rows():
    statements = [
        label("5 million", low=5e6, high=5e6, counted="damage"),
        label("Two", low=2, high=2, counted="men", outcome="injured"),
        label("30", low=31, high=31),  # another value than the text has
    ]
    return [{"article_id": "a", "title": "Rain", "text": TEXT, "statements": statements}]


def test_only_numbers_with_a_unit_and_the_labelled_value_are_used():
    (found,) = labelled_numbers(rows(), "made")
    assert found.measured == "damage"
    assert found.corpus == "made"
    assert "damage" in [words.split()[-1] for words, _ in found.candidates]


def number(corpus, measured="sum", is_unsure=True, by_rule="who"):
    """Return a number of two candidates, of which "sum" has what tells."""
    candidates = [("sum", {"near": 1.0}), ("who", {"far": 1.0})] if is_unsure else []
    rule = "subject" if is_unsure else "of"
    return LabelledNumber(corpus, "a", measured, by_rule, rule, candidates)


def test_what_always_speaks_for_the_right_words_gets_weight():
    ranking = fit([number("one") for _ in range(30)])
    assert ranking.weights["near"] > 0 > ranking.weights["far"]
    assert answer(number("two"), ranking).answer == "sum"


def test_a_rare_feature_gets_no_weight():
    ranking = fit(
        [number("one") for _ in range(30)]
        + [number("one")._replace(candidates=[("sum", {"near": 1.0, "rare": 1.0})])]
    )
    assert "rare" not in ranking.weights


def test_the_rule_stands_where_it_is_sure_or_nothing_is_probable():
    unlikely = Ranking(-9.0, {})
    assert answer(number("one", is_unsure=False), unlikely) == ("who", None)
    assert answer(number("one"), unlikely).answer == "who"
    sure = unlikely._replace(right_by_rule={"of": 0.9})
    assert answer(number("one", is_unsure=False), sure).p == 0.9


def test_a_sure_rule_is_right_as_often_as_on_labelled_numbers():
    numbers = [number("one", is_unsure=False, by_rule=words) for words in ("sum", "sum", "who")]
    assert right_by_rule([*numbers, number("one")]) == {"of": 0.667}


def test_each_corpus_is_answered_by_weights_of_the_others():
    numbers = [number("one") for _ in range(30)] + [number("two", measured="who")] * 5
    scores = cross_validate(numbers).groupby("corpus")[["by_rule", "ranked"]].mean()
    assert scores.loc["two"].tolist() == [1.0, 0.0]


def test_the_card_tells_how_many_of_the_words_are_right_by_their_probability():
    scores = pd.DataFrame(
        {"told": [True] * 4 + [False], "ranked": [True, False, False, True, False]},
    ).assign(p=[0.9, 0.8, 0.3, None, None])
    found = _by_certainty(scores)
    assert (found["n_told"], found["n_sure"]) == (4, 3)
    assert (found["sure"], found["unsure_right"]) == (pytest.approx(2 / 3), 0.0)
