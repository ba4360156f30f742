"""What people checked says how many figures of a corpus are right."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.evaluate.checked_accuracy import checked_accuracy, checked_accuracy_sentence


def correction(number, new, column="checked", status="applied", drawn=None, article=None):
    return {
        "table": "figures",
        "key": f"a{number if article is None else article} [{number}:{number + 2}] 12",
        "column": column,
        "new": new,
        "status": status,
        "drawn": drawn,
    }


def run(corrections, n_unchecked=0):
    """Return a run in which a number of figures were not checked, and nobody removed the others."""
    articles = pd.DataFrame({"article_id": [f"a{number}" for number in range(1000)]})
    removed = sum(row["new"] == "wrong" for row in corrections)
    n_checked = sum(row["status"] == "applied" for row in corrections) - removed
    figures = pd.DataFrame({"checked": ["changed"] * n_checked + [None] * n_unchecked})
    figures = figures.assign(unit="people", mention="numeral", article_id="elsewhere", start=0)
    columns = ["table", "key", "column", "new", "status", "drawn"]
    return SimpleNamespace(
        articles=articles,
        figures=figures,
        corrections=pd.DataFrame(corrections, columns=columns, dtype=object),
    )


def shares(given):
    return checked_accuracy(given).set_index("measure")["share"].to_dict()


def test_each_value_is_judged_alone():
    given = run(
        [
            correction(0, "right"),
            correction(1, "low=31; high=31"),
            correction(2, "wrong"),
            correction(3, "the mayor", column="source"),
        ]
    )
    assert shares(given) == {
        "every value": 0.25,
        "is a figure": 0.75,
        "number": 0.5,
        "outcome": 0.75,
        "source": 0.5,
        "agent": 0.75,
    }


def test_a_value_that_was_there_already_is_no_change():
    given = run([correction(1, "outcome=killed"), correction(2, "outcome=killed")])
    given.figures.loc[0, ["article_id", "start", "checked"]] = ["a1", 1, "right"]
    assert shares(given)["outcome"] == 0.5


def test_two_corrections_of_one_figure_are_one_figure():
    given = run([correction(1, "right"), correction(1, "wife", column="agent")])
    table = checked_accuracy(given)
    assert set(table["n_checked"]) == {1}
    assert shares(given)["every value"] == 0
    assert shares(given)["number"] == 1


@pytest.mark.parametrize("status", ["superseded", "not_found", "outside", "open"])
def test_what_was_not_applied_says_nothing(status):
    assert checked_accuracy(run([correction(1, "wrong", status=status)], 5)).empty


def test_added_figures_say_nothing_of_those_that_were_read():
    given = run([correction(1, "outcome=killed", column="missing"), correction(2, "right")])
    assert shares(given)["every value"] == 1


def test_random_figures_stand_for_the_unchecked_and_chosen_ones_for_themselves():
    chosen = [correction(number, "wrong", drawn="doubtful") for number in range(20)]
    random = [
        correction(number, "right" if number % 10 else "wrong", drawn="random")
        for number in range(100, 140)
    ]
    row = checked_accuracy(run([*chosen, *random], n_unchecked=360)).iloc[0]
    # 36 of the 40 random ones, so 324 of the other 360, and none of the 20
    assert row["share"] == pytest.approx((36 + 324) / 420)
    assert row["n_figures"] == 420
    assert row["low"] < row["share"] < row["high"]
    assert row["high"] <= 400 / 420
    assert row["n_random"] == row["n_articles"] == 40


def test_chosen_figures_that_are_open_are_not_among_the_others():
    random = [correction(number, "right", drawn="random") for number in range(100, 120)]
    still_open = [correction(n, None, status="open", drawn="deciding") for n in range(7)]
    row = checked_accuracy(run([*random, *still_open], n_unchecked=50)).iloc[0]
    assert row["n_figures"] == 20 + 50 - 7


def test_if_everything_was_checked_the_interval_is_a_point():
    random = [
        correction(number, "right" if number % 4 else "wrong", drawn="random")
        for number in range(100, 120)
    ]
    row = checked_accuracy(run(random)).iloc[0]
    assert row["low"] == row["share"] == row["high"] == 0.75


@pytest.mark.parametrize(("n_random", "n_articles"), [(9, 9), (20, 4)])
def test_few_random_figures_or_articles_say_nothing_of_the_others(n_random, n_articles):
    random = [
        correction(number, "right", drawn="random", article=number % n_articles)
        for number in range(n_random)
    ]
    given = run(random, n_unchecked=100)
    row = checked_accuracy(given).iloc[0]
    assert pd.isna(row["low"])
    assert row["n_figures"] == n_random
    assert "too few were drawn at random" in checked_accuracy_sentence(given)


def test_the_sentence_names_the_checks():
    random = [
        correction(number, "right" if number % 10 else "wrong", drawn="random")
        for number in range(100, 140)
    ]
    sentence = checked_accuracy_sentence(run(random, n_unchecked=60))
    assert sentence.startswith("About 90 of 100 figures of these articles are right in every value")
    assert sentence.endswith("by 40 figures that people checked, 40 of them drawn at random.")
    assert not checked_accuracy_sentence(run([]))
