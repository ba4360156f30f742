"""Agreement of coders with each other, and of extraction with a coded sheet."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.intervals import Bootstrap
from analysis.core.errors import ParameterError, TableError
from analysis.core.tables import ARTICLES, ATTRIBUTION_SPANS, ATTRIBUTIONS, FIGURES, make
from analysis.evaluate.agreement import (
    disagreements,
    reliability,
    score_attributions,
    score_figures,
)

FAST = Bootstrap(n=200)
TEXT = "The pilot said the boat sank. Nobody was hurt, she added."


def codings(*rows):
    return pd.DataFrame(rows, columns=["variable", "coder", "item", "label"])


def two_coders(first_labels, second_labels, variable="v"):
    rows = []
    for item, pair in enumerate(zip(first_labels, second_labels, strict=True)):
        for coder, label in zip("ab", pair, strict=True):
            rows.append((variable, coder, item, label))
    return codings(*rows)


def test_alpha_equals_the_textbook():
    # Krippendorff (2011), Computing Krippendorff's alpha-reliability: the nominal example of two
    # coders, alpha .095
    table = reliability(two_coders("0100000000", "1110010010"), bootstrap=FAST)
    row = table.iloc[0]
    assert row["alpha"] == pytest.approx(0.095, abs=0.001)
    assert row["agreement"] == pytest.approx(0.6)
    assert (row["n_items"], row["n_coders"]) == (10, 2)
    assert row["low"] < row["alpha"] < row["high"]


def test_alpha_of_numbers_depends_on_how_far_apart_they_are():
    numbers = [float(number) for number in range(10)]
    near = two_coders(numbers, [number + 1 for number in numbers])
    far = two_coders(numbers, [number + 6 for number in numbers])
    assert reliability(near, "interval", FAST)["alpha"][0] > 0.8
    assert reliability(far, "interval", FAST)["alpha"][0] < 0.8


@pytest.mark.parametrize(
    "rows",
    [
        [("v", "a", 1, "x"), ("v", "b", 2, "x")],  # no item with two codings
        [("v", "a", 1, "x"), ("v", "b", 1, "x")],  # one label only
        [("v", "a", 1, "x"), ("v", "b", 1, None)],
        # two labels, but one of them on an item with one coding
        [("v", "a", 1, "x"), ("v", "b", 1, "x"), ("v", "a", 2, "y")],
    ],
)
def test_alpha_is_null_if_nothing_shows_agreement(rows):
    assert reliability(codings(*rows))["alpha"].isna().all()


def test_agreement_is_the_share_of_equal_pairs():
    table = reliability(
        codings(("v", "a", 1, "x"), ("v", "b", 1, "x"), ("v", "c", 1, "y"), ("v", "a", 2, "y"))
    )
    assert table["agreement"][0] == pytest.approx(1 / 3)
    assert (table["n_items"][0], table["n_coders"][0]) == (1, 3)


def test_each_variable_has_a_row_and_few_items_no_interval():
    four = two_coders("0101", "0111", "few")
    five = two_coders("01010", "01110", "enough")
    table = reliability(pd.concat([four, five]), bootstrap=FAST).set_index("variable")
    assert list(table.index) == ["few", "enough"]
    assert np.isnan(table.loc["few", "low"])
    assert table.loc["enough", "low"] < table.loc["enough", "high"]


def test_the_same_seed_gives_the_same_interval():
    table = two_coders("0100010101", "1110010010")
    pd.testing.assert_frame_equal(reliability(table), reliability(table))
    other = reliability(table, bootstrap=Bootstrap(seed=1))
    assert other["low"][0] != reliability(table)["low"][0]


def test_bad_codings_are_errors():
    with pytest.raises(TableError, match="no column label"):
        reliability(codings().drop(columns="label"))
    with pytest.raises(TableError, match="Coder 'a' codes 'v' of item 1 twice"):
        reliability(codings(("v", "a", 1, "x"), ("v", "a", 1, "y")))
    with pytest.raises(ParameterError, match="No distance 'ordinal'"):
        reliability(codings(), "ordinal")


def figure(name, start, low, **columns):
    return {
        "figure_id": name,
        "article_id": "a",
        "sentence_id": 0,
        "start": start,
        "end": start + 2,
        "text": str(low),
        "low": low,
        "high": low,
        "qualifier": "exact",
        "unit": "people",
        "mention": "numeral",
        "implicit": False,
        "outcome": "killed",
    } | columns


def scores(coded, extracted, articles=("a",)):
    table = score_figures(make(coded, FIGURES), make(extracted, FIGURES), articles, FAST)
    return table.set_index(["measure", "part"])


def test_figures_are_scored_by_place_and_number():
    coded = [
        figure("c1", 0, 12, source="police"),
        figure("c2", 20, 5),
        figure("c3", 40, 7, qualifier="vague"),
    ]
    extracted = [
        figure("f1", 1, 12, source="the police"),
        figure("f2", 0, 12),
        figure("f3", 20, 6),
        figure("f4", 40, 7, outcome="injured"),
        figure("f5", 60, 9, unit="percent"),
    ]
    table = scores(coded, extracted)
    found = table.loc[("found", "all")]
    assert found[["n_right", "n_found", "n_coded"]].tolist() == [2, 4, 3]
    assert found["value"] == pytest.approx(2 * 2 / (4 + 3))
    assert found["precision"] == pytest.approx(2 / 4)
    assert found["recall"] == pytest.approx(2 / 3)
    assert table.loc[("record", "all"), "n_right"] == 1
    source = table.loc[("attribution", "source")]
    assert source[["n_right", "n_found", "n_coded"]].tolist() == [1, 1, 1]
    outcome = table.loc[("accuracy", "outcome")]
    assert outcome["value"] == 0.5
    assert outcome[["precision", "recall"]].isna().all()


def test_figures_of_bodies_are_scored():
    assert scores([figure("c", 0, 3)], [figure("f", 0, 3, unit="bodies")])["n_right"].max() == 1


def test_open_bounds_equal_open_bounds_only():
    coded = [figure("c1", 0, 12, high=np.nan)]
    same = scores(coded, [figure("f1", 0, 12, high=np.nan)])
    assert same.loc[("found", "all"), "n_right"] == 1
    assert scores(coded, [figure("f1", 0, 12)]).loc[("found", "all"), "n_right"] == 0


def test_a_part_cannot_have_more_right_than_extracted():
    table = scores([figure("c", 0, 3, qualifier="vague")], [figure("f", 0, 3)])
    vague = table.loc[("found", "vague")]
    assert vague[["n_right", "n_found", "n_coded"]].tolist() == [1, 1, 1]
    assert vague["value"] == 1


def test_nothing_coded_and_nothing_extracted_is_null():
    table = scores([], [])
    assert table["value"].isna().all()
    assert table[["precision", "recall"]].isna().all(axis=None)
    assert (table["n_coded"] == 0).all()


def test_articles_without_figures_count_and_others_are_errors():
    assert scores([], [figure("f1", 0, 3)]).loc[("found", "all"), "precision"] == 0
    with pytest.raises(TableError, match="No article 'a'.*List every article that was coded"):
        scores([figure("c1", 0, 3)], [], articles=("b",))


def test_intervals_come_from_articles():
    coded = [figure(f"c{i}", 0, 3, article_id=f"a{i}") for i in range(12)]
    extracted = [figure(f"f{i}", 0, 3 + (i < 4), article_id=f"a{i}") for i in range(12)]
    ids = [f"a{i}" for i in range(12)]
    row = scores(coded, extracted, ids).loc[("found", "all")]
    assert row["value"] == pytest.approx(8 / 12)
    assert row["low"] < row["value"] < row["high"]
    accuracy = scores(coded, extracted, ids).loc[("accuracy", "outcome")]
    assert (accuracy["low"], accuracy["high"]) == (1, 1)


@pytest.mark.parametrize(("n_articles", "has_interval"), [(4, False), (5, True)])
def test_few_articles_give_no_interval(n_articles, has_interval):
    ids = [f"a{i}" for i in range(n_articles)]
    coded = [figure(f"c{name}", 0, 3, article_id=name) for name in ids]
    extracted = [figure(f"f{name}", 0, 3, article_id=name) for name in ids]
    # articles without figures do not count
    row = scores(coded, extracted, [*ids, "empty"]).loc[("found", "all")]
    assert pd.notna(row["low"]) == has_interval


def test_disagreements_are_listed_by_article_and_position():
    coded = [figure("c1", 0, 3), figure("c2", 9, 4)]
    extracted = [
        figure("f1", 0, 3),
        figure("f2", 5, 8),
        figure("f3", 30, 8, unit="percent"),
        figure("f4", 1, 2, article_id="b"),
    ]
    table = disagreements(make(coded, FIGURES), make(extracted, FIGURES), ["a", "b"])
    assert table[["article_id", "side", "low"]].to_numpy().tolist() == [
        ["a", "found", 8.0],
        ["a", "coded", 4.0],
        ["b", "found", 2.0],
    ]
    with pytest.raises(TableError, match="No article 'a'"):
        disagreements(make(coded, FIGURES), make(extracted, FIGURES), ["b"])


def attribution(source, content, **columns):
    """Return the tables of one attribution, and its article."""
    article = {"article_id": "a", "corpus": "t", "text": TEXT, "n_words": 11}
    row = {
        "attribution_id": "x",
        "article_id": "a",
        "sentence_id": 0,
        "kind": "indirect",
        "content": content,
        "source_type": "resident_or_witness",
        "cue_stance": "neutral",
        "anonymous": False,
    } | columns
    spans = []
    for role, words in (("source", source), ("cue", "said"), ("content", content)):
        if words:
            start = TEXT.index(words)
            spans.append(
                {
                    "article_id": "a",
                    "attribution_id": "x",
                    "role": role,
                    "start": start,
                    "end": start + len(words),
                }
            )
    return make([row], ATTRIBUTIONS), make(spans, ATTRIBUTION_SPANS), make([article], ARTICLES)


@pytest.mark.parametrize(
    ("source", "content", "linked", "exact", "words"),
    [
        ("The pilot", "the boat sank", 1, 1, 3),
        ("pilot", "the boat", 1, 0, 2),  # two of three words
        ("The pilot", "boat", 0, 0, 1),  # one of three
        ("Nobody", "the boat sank", 0, 1, 3),
        (None, "the boat sank", 0, 1, 3),
    ],
)
def test_attributions(source, content, linked, exact, words):
    coded, coded_spans, articles = attribution("The pilot", "the boat sank")
    extracted, spans, _ = attribution(source, content, source_type="unnamed")
    table = score_attributions(coded, coded_spans, extracted, spans, articles, FAST)
    n_right = table.set_index(["measure", "part"])["n_right"]
    assert n_right["linked", "all"] == linked
    assert n_right["exact", "content"] == exact
    assert n_right["word", "content"] == words
    assert n_right["accuracy", "kind"] == linked
    assert n_right["accuracy", "source_type"] == 0


def test_attributions_of_an_article_that_is_not_listed_are_an_error():
    coded, spans, articles = attribution("The pilot", "the boat sank")
    other = articles.assign(article_id="b")
    with pytest.raises(TableError, match="No article 'a'"):
        score_attributions(coded, spans, coded, spans, other, FAST)
