"""Whether a figure is of its article's event where no word tells: what is decided by weights."""

from datetime import date

import numpy as np
import pytest

from analysis.core.tables import SCOPES
from analysis.extract.figures import weighed_scopes as module
from analysis.extract.figures.scope_evidence import FEATURES
from analysis.extract.figures.weighed_scopes import decided_scope, weighed_scopes
from tests.extract.figures.scope_articles import figure, sentences_of

DAY = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("by_rule", "probability", "expected"),
    [
        ("event", 0.9, "event"),
        ("event", 0.4, "event"),
        ("event", 0.39, "other_event"),
        ("part", 0.5, "part"),
        ("part", 0.1, "other_event"),
        ("background", 0.95, "background"),
        ("other_event", 0.1, "other_event"),
    ],
)
def test_weights_set_aside_what_no_word_does_and_take_nothing_back(by_rule, probability, expected):
    assert decided_scope(by_rule, probability) == expected
    assert expected in SCOPES


CAMPAIGN = (
    "Ted Orr wins the primary in Ostin. Orr beat Ann Bell by five points. "
    + "Turnout was high in the south. The count went on for hours. " * 40
    + "Bell is criticised for her answers on the consulate in Tolm, where {} people were killed."
)
FIRE = "Fire in Tolm kills {}. A fire in a hall in Tolm killed {} people on Monday, police said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [(CAMPAIGN.format("4"), "other_event"), (FIRE.format("14", "14"), "event")],
)
def test_a_toll_recalled_in_a_report_on_something_else(text, expected):
    sentences = sentences_of(text)
    number = "4" if "consulate" in text else "14"
    toll = figure(text, number, sentences)
    assert weighed_scopes([toll], text, sentences, DAY) == [expected]


def test_a_part_of_a_total_that_is_set_aside_is_set_aside_with_it(monkeypatch):
    text = "A war killed 900 people, 40 of them in Tolm, and a bridge cost 7 million."
    sentences = sentences_of(text)
    total = figure(text, "900", sentences, scope="background", figure_id="t")
    part = figure(text, "40", sentences, scope="part", part_of="t", figure_id="p")
    cost = figure(text, "7", sentences, outcome=None, scope=None)
    always = module.LogisticModel(0.3, np.zeros(len(FEATURES)))
    monkeypatch.setattr(module, "_weights", lambda: always)
    found = weighed_scopes([total, part, cost], text, sentences, DAY)
    assert found == ["background", "background", None]


def test_an_article_without_figures_has_no_scopes():
    assert weighed_scopes([], "Rain fell.", {0: (0, 10)}, DAY) == []
