"""Statements of a number that the tagger leaves unlinked; each rule on its own texts."""

import pytest

from analysis.extract.attributions.article_spans import ArticleSpans
from analysis.extract.attributions.rule_files import Rule
from analysis.extract.attributions.stated_numbers import (
    found_by,
    number_rules,
    with_stated_numbers,
)
from tests.extract.attributions.marked_text import article_spans, linked_spans


def _cases(kind: str) -> list:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in number_rules()
        for number, text in enumerate(getattr(rule, kind))
    ]


def _labelled(marked: str) -> ArticleSpans:
    """Return a marked sentence of which the tagger saw the source alone."""
    article = article_spans(marked)
    article.spans = [span for span in article.spans if span.role == "source"]
    return article


@pytest.mark.parametrize(("rule", "marked"), _cases("fires"))
def test_a_rule_fires_on_its_texts(rule: Rule, marked: str):
    text, wanted = linked_spans(marked)
    article = _labelled(marked)
    (found,) = found_by(rule, article, (0, len(text)))
    for role in ("sources", "contents"):
        words = [span.text_in(text) for span in getattr(wanted, role)]
        assert [span.text_in(text) for span in getattr(found, role)] == words
    assert found.cue.text_in(text) == wanted.cue.text_in(text)


@pytest.mark.parametrize(("rule", "text"), _cases("silent"))
def test_no_rule_fires_on_what_nobody_states(rule: Rule, text: str):
    assert with_stated_numbers(ArticleSpans(text, [], [0]), []) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police, as always, found only 1,200.", "Police"),
        ("Organizers boasted a turnout of 150,000.", "Organizers"),
        ("It rained, but the city’s insurers put the damage at $4 million.", "the city’s insurers"),
        ("The prosecution had sought 12 years.", "The prosecution"),
    ],
)
def test_a_subject_that_nobody_labelled_is_found(text: str, source: str):
    (found,) = with_stated_numbers(ArticleSpans(text, [], [0]), [])
    assert found.sources[0].text_in(text) == source


def test_what_is_part_of_another_attribution_is_none_of_its_own():
    text, group = linked_spans("<S Roth> <C said> <T police put the crowd at 900>.")
    assert with_stated_numbers(ArticleSpans(text, [], [0]), [group]) == [group]


def test_nothing_is_found_in_a_quotation():
    text = "“Police put the crowd at 900,” he said."
    assert with_stated_numbers(ArticleSpans(text, [], [0]), []) == []
