"""The kind of a source by the model, and by the lists where it is unsure."""

import numpy as np
import pytest

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.likely_kinds import (
    MIN_P_KIND,
    PLACES,
    likely_kind,
    with_likely_kinds,
)

KINDS = ("expert", "media", "other")
TEXT = "ab " * 100


class Scripted:
    """A model that gives the answers that it was given, one after the other."""

    kinds = KINDS

    def __init__(self, *places):
        self.places = dict(places)
        self.asked = []

    def probabilities(self, question):
        self.asked.append(question)
        return np.array(self.places[len(self.asked) - 1])


def told(model, *places, names=None, listed="other"):
    rows = [{"source_name": name, "source_type": listed} for name in names or "a" * len(places)]
    sources = [() if at is None else (Span("source", at, at + 2),) for at in places]
    groups = [LinkedSpans(None, (), own) for own in sources]
    return [row["source_type"] for row in with_likely_kinds(rows, groups, TEXT, model)]


@pytest.mark.parametrize(
    ("probabilities", "kind"),
    [
        ([0.7, 0.2, 0.1], "expert"),
        ([MIN_P_KIND, 0.3, 0.2], "expert"),
        ([MIN_P_KIND - 0.01, 0.3, 0.21], "military"),
        ([0.1, 0.1, 0.8], "other"),
    ],
)
def test_the_most_probable_kind_or_that_of_the_lists(probabilities, kind):
    assert likely_kind(np.array(probabilities), KINDS, "military") == kind


def test_places_of_one_source_are_asked_together():
    model = Scripted((0, [0.4, 0.6, 0]), (1, [0.9, 0.1, 0]))
    assert told(model, 0, 30) == ["expert", "expert"]
    apart = Scripted((0, [0.4, 0.6, 0]), (1, [0.9, 0.1, 0]))
    assert told(apart, 0, 30, names=["Roe", "Poe"]) == ["media", "expert"]
    unnamed = Scripted((0, [0.4, 0.6, 0]), (1, [0.9, 0.1, 0]))
    assert told(unnamed, 0, 30, names=[None, None]) == ["media", "expert"]


def test_only_the_first_places_are_asked():
    model = Scripted(*((place, [1, 0, 0]) for place in range(PLACES)))
    assert told(model, *range(0, 30 * (PLACES + 2), 30)) == ["expert"] * (PLACES + 2)
    assert len(model.asked) == PLACES


def test_equal_questions_are_asked_once():
    model = Scripted((0, [1, 0, 0]))
    assert told(model, 30, 30) == ["expert", "expert"]


def test_a_source_without_words_keeps_the_kind_of_the_lists():
    assert told(Scripted(), None, listed="unnamed") == ["unnamed"]


def test_nothing_is_changed():
    rows = [{"source_name": "Roe", "source_type": "other"}]
    groups = [LinkedSpans(None, (), (Span("source", 0, 2),))]
    with_likely_kinds(rows, groups, TEXT, Scripted((0, [1, 0, 0])))
    assert rows == [{"source_name": "Roe", "source_type": "other"}]
