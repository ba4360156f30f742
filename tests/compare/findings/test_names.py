"""What is said of names: a tested difference, an untested gap, or that there is none."""

import pandas as pd
import pytest

from analysis.compare.findings.names import naming_finding
from analysis.compare.naming_contrast import naming_choices, naming_values, with_article_test
from tests.compare.findings.difference_rows import UNTESTED, differences


def corpus(*counts):
    """Return names and articles from (outlet, referent, choice, mentions per article, articles)."""
    names, articles = [], []
    for number, (outlet, referent, choice, per_article, n_articles) in enumerate(counts):
        for i in range(n_articles):
            article_id = f"{number}-{i}"
            articles.append({"article_id": article_id, "outlet": outlet, "event_id": None})
            name = {"article_id": article_id, "referent": referent, "choice": choice}
            name["text"] = choice.upper()
            names += [name | {"counted": True}] * per_article
    columns = ["article_id", "referent", "choice", "text", "counted"]
    return pd.DataFrame(names, columns=columns), pd.DataFrame(articles)


TWO_WORDS = (("A", "rebels", "terrorists", 4, 5), ("B", "rebels", "rebels", 4, 5))


def choices_of(*counts):
    names, articles = corpus(*counts)
    return naming_choices(names, articles, ["rebels", "army"])


def test_a_gap_that_was_not_tested_says_so():
    found = naming_finding(choices_of(*TWO_WORDS), differences(), 5)
    assert str(found) == (
        "For rebels, A uses “rebels” in 0% of 20 mentions, B in 100% of 20 (not tested: a test "
        "needs 5 events that other outlets report too)."
    ) or str(found) == (
        "For rebels, B uses “rebels” in 100% of 20 mentions, A in 0% of 20 (not tested: a test "
        "needs 5 events that other outlets report too)."
    )
    assert (found.kind, found.tested, set(found.outlets)) == ("contrast", False, {"A", "B"})


def test_a_gap_that_chance_can_explain_says_so():
    tested = differences(
        {"metric": "name: rebels = rebels", "outlet": "A", "p_adjusted": 0.4},
        {"metric": "name: rebels = terrorists", "outlet": "A", "p_adjusted": 0.4},
    )
    assert "chance can explain it" in str(naming_finding(choices_of(*TWO_WORDS), tested, 5))


def test_a_tested_difference_comes_first():
    tested = differences({"metric": "name: rebels = terrorists", "outlet": "A", "mean": 1.0})
    found = naming_finding(choices_of(*TWO_WORDS), tested, 5, n_uncounted=1200)
    assert str(found).startswith('At A, 100% of names for rebels are "terrorists"')
    assert str(found).endswith(
        " 1,200 generic names are not counted: whose they are was not read in their articles."
    )
    assert found.tested
    alone = naming_finding(choices_of(*TWO_WORDS), tested, 5, n_uncounted=1)
    assert " 1 generic name is not counted: whose it is was not read in its article." in str(alone)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((), "No article names anybody"),
        ((("A", "rebels", "rebels", 1, 2), ("B", "rebels", "fighters", 1, 2)), "none are compared"),
    ],
)
def test_nothing_to_tell(counts, words):
    names, articles = corpus(*counts)
    if not counts:
        articles = pd.DataFrame(columns=["article_id", "outlet", "event_id"])
    found = naming_finding(naming_choices(names, articles, ["rebels"]), differences(UNTESTED), 5)
    assert words in str(found)
    assert found.kind == "none"


def test_values_of_a_choice_by_article():
    names, articles = corpus(
        ("A", "rebels", "terrorists", 4, 5),
        ("B", "rebels", "rebels", 2, 6),
        ("B", "rebels", "fighters", 1, 3),
    )
    values = naming_values(names, articles, ["rebels"])
    # "fighters" is used three times: too seldom to be tested
    assert set(values["metric"]) == {"name: rebels = terrorists", "name: rebels = rebels"}
    of_a = values.loc[values["outlet"].eq("A") & values["metric"].str.endswith("terrorists")]
    assert of_a["value"].tolist() == of_a["denominator"].tolist() == [4.0] * 5


def test_of_two_choices_one_is_tested_because_the_other_is_its_complement():
    names, articles = corpus(("A", "rebels", "terrorists", 4, 5), ("B", "rebels", "rebels", 2, 5))
    values = naming_values(names, articles, ["rebels"])
    assert set(values["metric"]) == {"name: rebels = rebels"}


def test_no_names_have_no_values():
    names, articles = corpus(*TWO_WORDS)
    assert naming_values(names, articles, []).empty


@pytest.mark.parametrize(
    ("counts", "words", "is_clear"),
    [
        (
            (("A", "rebels", "terrorists", 4, 9), ("B", "rebels", "rebels", 4, 9)),
            "p < .001 over their articles, adjusted; they may be of other events",
            True,
        ),
        (
            (
                *(("A", "rebels", "terrorists", 2, 3), ("A", "rebels", "rebels", 2, 3)),
                *(("B", "rebels", "rebels", 2, 4), ("B", "rebels", "terrorists", 2, 3)),
            ),
            "chance can explain it",
            False,
        ),
    ],
)
def test_a_gap_without_shared_events_is_tested_over_articles(counts, words, is_clear):
    names, articles = corpus(*counts)
    choices = with_article_test(naming_choices(names, articles, ["rebels"]), names, articles)
    found = naming_finding(choices, differences(), 5)
    assert f"({words})" in str(found)
    assert found.tested
    assert (found.p_adjusted < 0.05) == is_clear


def test_without_a_gap_nothing_is_tested():
    names, articles = corpus(("A", "rebels", "terrorists", 4, 9))
    choices = with_article_test(naming_choices(names, articles, ["rebels"]), names, articles)
    assert choices["p_articles"].isna().all()


def test_a_choice_with_several_forms_says_which_is_most_frequent():
    names, articles = corpus(*TWO_WORDS)
    choices = naming_choices(names.assign(text="fighters of the north"), articles, ["rebels"])
    found = str(naming_finding(choices, differences(), 5))
    assert "uses “rebels” (most often “fighters of the north”) in" in found
