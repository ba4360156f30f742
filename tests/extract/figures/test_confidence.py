"""How probable it is that a figure is right."""

from dataclasses import replace

import pytest
from made_figures import figure_of

from analysis.extract.figures import confidence

FIGURE = figure_of("At least 12 people were killed.", "12")


def probability(figure, *prediction):
    kind = confidence.kind_of(figure)
    return confidence.probability_right(kind, confidence.features(figure, *prediction))


@pytest.mark.parametrize(
    ("changes", "kind"),
    [({}, "casualty"), ({"is_named": True}, "named"), ({"outcome": None}, "quantity")],
)
def test_kinds(changes, kind):
    assert confidence.kind_of(replace(FIGURE, **changes)) == kind


def test_features_of_a_figure_that_the_tagger_labels():
    values = confidence.features(FIGURE, 0.9, "killed", 0.5)
    assert set(values) == set(confidence.FEATURES)
    assert values["labelled"] == values["agrees"] == values["killed"] == values["bounded"] == 1
    assert values["label"] == pytest.approx(2.197, abs=0.001)
    assert values["outcome"] == 0  # even odds
    assert values["vague"] == values["injured"] == values["large"] == 0


def test_another_outcome_is_no_agreement_and_its_probability_is_not_counted():
    values = confidence.features(FIGURE, 0.9, "injured", 0.99)
    assert values["agrees"] == values["outcome"] == 0


def test_features_of_a_figure_that_only_the_grammar_found():
    values = confidence.features(FIGURE, None, None, None)
    assert values["labelled"] == values["label"] == values["agrees"] == 0


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_certainty_of_the_tagger_is_bounded(p):
    assert abs(confidence.features(FIGURE, p, None, None)["label"]) == 6


@pytest.mark.parametrize(
    ("rules", "by_rule", "by_model"),
    [(None, 0, 0), ("model", 0, 1), ("killed.after", 1, 0), ("killed.after,model", 1, 1)],
)
def test_what_decided_is_a_feature(rules, by_rule, by_model):
    values = confidence.features(replace(FIGURE, rules=rules), None, None, None)
    assert (values["by_rule"], values["by_model"]) == (by_rule, by_model)


def test_a_sure_prediction_that_agrees_is_more_probable_than_an_unsure_one():
    unsure = probability(FIGURE, 0.6, "killed", 0.55)
    sure = probability(FIGURE, 0.999, "killed", 0.999)
    assert 0 < unsure < sure < 1
