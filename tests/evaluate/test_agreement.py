"""Agreement of coders, and of the machine with a sheet."""

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
from analysis.evaluate.matching import agree

FAST = Bootstrap(n=200)
TEXT = "The pilot said the boat sank. Nobody was hurt, she added."


def codings(*rows):
    return pd.DataFrame(rows, columns=["variable", "coder", "item", "label"])


def test_alpha_equals_the_textbook():
    # Krippendorff (2011), Computing Krippendorff's alpha-reliability: the nominal example of two coders, alpha .095
    pairs = zip("0100000000", "1110010010", strict=True)
    rows = [
        ("v", c, i, label)
        for i, pair in enumerate(pairs)
        for c, label in zip("ab", pair, strict=True)
    ]
    row = reliability(codings(*rows), bootstrap=FAST).iloc[0]
    assert row["alpha"] == pytest.approx(0.095, abs=0.001)
    assert row["agreement"] == pytest.approx(0.6)
    assert (row["n_items"], row["n_coders"]) == (10, 2)
    assert row["low"] < row["alpha"] < row["high"]


def test_alpha_of_numbers_counts_how_far_apart_they_are():
    near = codings(*[("v", c, i, float(i + (c == "b"))) for i in range(10) for c in "ab"])
    far = codings(*[("v", c, i, float(i + 6 * (c == "b"))) for i in range(10) for c in "ab"])
    a, b = (reliability(f, "interval", FAST)["alpha"][0] for f in (near, far))
    assert a > 0.8 > b


@pytest.mark.parametrize(
    "rows",
    [
        [("v", "a", 1, "x"), ("v", "b", 2, "x")],  # no item with two codings
        [("v", "a", 1, "x"), ("v", "b", 1, "x")],  # one label only
        [("v", "a", 1, "x"), ("v", "b", 1, None)],
    ],
)
def test_alpha_is_null_where_nothing_shows_agreement(rows):
    assert reliability(codings(*rows))["alpha"].isna().all()


def test_bad_codings_are_refused():
    with pytest.raises(TableError, match="no column label"):
        reliability(codings().drop(columns="label"))
    with pytest.raises(TableError, match="Coder 'a' codes 'v' of item 1 twice"):
        reliability(codings(("v", "a", 1, "x"), ("v", "a", 1, "y")))
    with pytest.raises(ParameterError, match="No distance 'ordinal'"):
        reliability(codings(), "ordinal")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the police", "Police", True),
        ("police", "policeman", False),
        ("harbour-police", "harbour police", True),
        (None, None, True),
        (None, "police", False),
        ("", float("nan"), True),
    ],
)
def test_agree(a, b, expected):
    assert agree(a, b) is expected
    assert agree(b, a) is expected


def figure(key, start, low, **columns):
    row = {
        "figure_id": key,
        "article_id": "a",
        "sentence_id": 0,
        "start": start,
        "end": start + 2,
        "text": str(low),
        "low": low,
        "high": low,
        "qualifier": "exact",
        "unit": "people",
        "implicit": False,
        "outcome": "killed",
    }
    return row | columns


def scores(coded, found, articles=("a",)):
    table = score_figures(make(coded, FIGURES), make(found, FIGURES), articles, FAST)
    return table.set_index(["measure", "part"])


def test_figures_are_matched_once_by_place_and_number():
    coded = [
        figure("c1", 0, 12, source="police"),
        figure("c2", 20, 5),
        figure("c3", 40, 7, qualifier="vague"),
    ]
    found = [
        figure("f1", 1, 12, source="the police"),
        figure("f2", 0, 12),
        figure("f3", 20, 6),
        figure("f4", 40, 7, outcome="injured"),
        figure("f5", 60, 9, unit="percent"),
    ]
    table = scores(coded, found)
    assert table.loc[("found", "all"), ["n_right", "n_found", "n_coded"]].tolist() == [2, 4, 3]
    assert table.loc[("found", "all"), "value"] == pytest.approx(2 * 2 / (4 + 3))
    assert table.loc[("record", "all"), "n_right"] == 1
    assert table.loc[("attribution", "source"), ["n_right", "n_found", "n_coded"]].tolist() == [
        1,
        1,
        1,
    ]
    assert table.loc[("accuracy", "outcome"), "value"] == 0.5


def test_open_bounds_are_equal_to_open_bounds_only():
    coded = [figure("c1", 0, 12, high=np.nan)]
    assert scores(coded, [figure("f1", 0, 12, high=np.nan)]).loc[("found", "all"), "n_right"] == 1
    assert scores(coded, [figure("f1", 0, 12)]).loc[("found", "all"), "n_right"] == 0


def test_nothing_coded_and_nothing_found_is_null():
    table = scores([], [])
    assert table["value"].isna().all()
    assert (table["n_coded"] == 0).all()


def test_articles_without_figures_count_and_strange_ones_are_refused():
    assert scores([], [figure("f1", 0, 3)]).loc[("found", "all"), "precision"] == 0
    with pytest.raises(TableError, match="No article 'a'"):
        scores([figure("c1", 0, 3)], [], articles=("b",))


def test_intervals_come_from_articles():
    coded = [figure(f"c{i}", 0, 3, article_id=f"a{i}") for i in range(12)]
    found = [figure(f"f{i}", 0, 3 + (i < 4), article_id=f"a{i}") for i in range(12)]
    row = scores(coded, found, [f"a{i}" for i in range(12)]).loc[("found", "all")]
    assert row["value"] == pytest.approx(8 / 12)
    assert row["low"] < row["value"] < row["high"]
    assert np.isnan(
        scores(coded[:4], found[:4], ["a0", "a1", "a2", "a3"]).loc[("found", "all"), "low"]
    )


def test_disagreements_are_listed():
    table = disagreements(
        make([figure("c1", 0, 3), figure("c2", 9, 4)], FIGURES),
        make([figure("f1", 0, 3), figure("f2", 5, 8)], FIGURES),
        ["a"],
    )
    assert table[["side", "low"]].to_numpy().tolist() == [["found", 8.0], ["coded", 4.0]]


def attribution(source, content, **columns):
    article = make([{"article_id": "a", "corpus": "t", "text": TEXT, "n_words": 11}], ARTICLES)
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
    spans = [
        {
            "article_id": "a",
            "attribution_id": "x",
            "role": r,
            "start": TEXT.index(t),
            "end": TEXT.index(t) + len(t),
        }
        for r, t in (("source", source), ("cue", "said"), ("content", content))
        if t
    ]
    return make([row], ATTRIBUTIONS), make(spans, ATTRIBUTION_SPANS), article


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
    found, found_spans, _ = attribution(source, content, source_type="unnamed")
    table = score_attributions(coded, coded_spans, found, found_spans, articles, FAST).set_index(
        ["measure", "part"]
    )
    assert table.loc[("linked", "all"), "n_right"] == linked
    assert table.loc[("exact", "content"), "n_right"] == exact
    assert table.loc[("word", "content"), "n_right"] == words
    assert table.loc[("accuracy", "kind"), "n_right"] == linked
    assert table.loc[("accuracy", "source_type"), "n_right"] == 0
