"""A story for which quantities cannot be found is left out alone, and told; stories stay whole."""

import pandas as pd
import pytest

from analysis.core import tables
from analysis.core.errors import NO_FAULT_OF_AN_ARTICLE
from analysis.run import quantity_groups
from analysis.run.quantity_groups import find_quantities_or_problems, story_chunks
from tests.compare.stated_numbers import stated, tables_of

find_quantities = quantity_groups.find_quantities


def three_stories():
    """Return tables of stories "s0", "s1" and of an article in no story."""
    rows = []
    for story in ("s0", "s1", None):
        for outlet in "AB" if story else "A":
            rows.append(stated(outlet, "2020-01-01", 12, story_id=story, quantity_id=None))
    return tables_of(*rows)


@pytest.fixture
def failing(monkeypatch):
    """Make quantities fail for tables that hold certain stories."""

    def set_bad(*bad, at_least=1, error=ValueError):
        def find(figures, articles, sentences, regrouped):
            if len(set(articles["story_id"].dropna()) & set(bad)) >= at_least:
                raise error("cannot compare this")
            return find_quantities(figures, articles, sentences, regrouped)

        monkeypatch.setattr(quantity_groups, "find_quantities", find)

    return set_bad


def test_nothing_changes_without_a_failure():
    figures, quantities, problems = find_quantities_or_problems(*three_stories())
    expected_figures, expected = find_quantities(*three_stories())
    assert figures["quantity_id"].tolist() == expected_figures["quantity_id"].tolist()
    assert quantities["quantity_id"].tolist() == expected["quantity_id"].tolist()
    assert figures["quantity_id"].notna().all()
    assert problems.empty
    for frame, table in ((figures, "figures"), (quantities, "quantities"), (problems, "problems")):
        tables.check(frame, tables.ALL[table])


@pytest.mark.parametrize("bad", [["s0"], ["s1"], ["s0", "s1"]])
def test_stories_at_fault_are_left_out_alone(failing, bad):
    given, articles, sentences = three_stories()
    failing(*bad)
    figures, quantities, problems = find_quantities_or_problems(given, articles, sentences)
    assert figures["figure_id"].tolist() == given["figure_id"].tolist()
    story_of = figures["article_id"].map(articles.set_index("article_id")["story_id"])
    assert figures["quantity_id"].isna().tolist() == story_of.isin(bad).tolist()
    assert set(quantities["quantity_id"]) == set(figures["quantity_id"].dropna())
    assert len(problems) == len(bad)
    for reason, story in zip(problems["reason"], bad, strict=True):
        assert "quantities: ValueError: cannot compare this" in reason
        assert f"the figures of {story} are in no quantity" in reason
    assert problems["kept"].all()


def test_a_failure_of_stories_together_loses_none(failing):
    failing("s0", "s1", at_least=2)
    figures, _, problems = find_quantities_or_problems(*three_stories())
    expected, _ = find_quantities(*three_stories())
    assert figures["quantity_id"].tolist() == expected["quantity_id"].tolist()
    assert problems.empty


@pytest.mark.parametrize("error", NO_FAULT_OF_AN_ARTICLE)
@pytest.mark.parametrize("at_least", [1, 2])
def test_a_missing_model_or_too_little_memory_is_no_fault_of_a_story(failing, at_least, error):
    failing("s0", "s1", at_least=at_least, error=error)
    with pytest.raises(error):
        find_quantities_or_problems(*three_stories())


def test_empty_tables_have_no_quantity():
    names = ("figures", "articles", "sentences")
    found = find_quantities_or_problems(*(tables.empty(tables.ALL[name]) for name in names))
    assert [len(frame) for frame in found] == [0, 0, 0]


@pytest.mark.parametrize(
    ("stories", "most", "expected"),
    [
        ([], 2, []),
        (["s"], 2, [{0}]),
        (["s", "t", "s", "t"], 2, [{0, 2}, {1, 3}]),
        (["s", "t", "s", "t"], 4, [{0, 1, 2, 3}]),
        (["s", "t", "s", "t"], 3, [{0, 2}, {1, 3}]),
        (["s"] * 5, 2, [{0, 1, 2, 3, 4}]),
        (["t", "s", "s", "s"], 2, [{1, 2, 3}, {0}]),
        ([None, None, None], 2, [{0, 1}, {2}]),
        ([None, "s", None, "s"], 1, [{0}, {2}, {1, 3}]),
    ],
)
def test_chunks_hold_whole_stories(stories, most, expected):
    ids = [f"a{number}" for number in range(len(stories))]
    series = pd.Series(stories, index=ids, dtype="str")
    chunks = list(story_chunks(series, most))
    assert chunks == [{f"a{number}" for number in chunk} for chunk in expected]
