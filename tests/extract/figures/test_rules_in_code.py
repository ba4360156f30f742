"""Each example of ``data/rules/in_code.toml`` is decided by its rule."""

import pytest
from made_figures import marked

from analysis.core.rules_in_code import ANY_OUTCOME, rules_in_code
from analysis.extract.figures.candidates import Prediction, casualty_figures
from analysis.extract.figures.record import Span
from analysis.extract.numbers.parse import parse_numbers

RULES = [rule for rule in rules_in_code() if "." in rule.id]


def decided(rule, p):
    """Return the ids of the number in an example, if it is a figure, with the tagger's p."""
    text, start, end = marked(rule.example)
    spans, predictions = [], {}
    if rule.predicted:
        spans = [Span("s", "number", start, end, p)]
        predictions = {"s": Prediction(rule.predicted, p, "unspecified", 1.0, False)}
    ids = set()
    for figure in casualty_figures(text, spans, predictions, parse_numbers(text)):
        if figure.start == start and figure.is_casualty and figure.outcome is not None:
            names = (figure.rules or "").split(",")
            ids |= {*names, *(name.replace(figure.outcome, ANY_OUTCOME) for name in names)}
    return ids


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_decides_its_example(rule):
    assert rule.id in decided(rule, 0.8) | decided(rule, 0.95)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_tagger_is_named_only_where_the_rule_needs_it(rule):
    if rule.predicted:
        text, start, _ = marked(rule.example)
        alone = casualty_figures(text, [], {}, parse_numbers(text))
        rules = [figure.rules or "" for figure in alone if figure.start == start]
        assert rule.id not in ",".join(rules).split(",")
