"""Weights of events are fitted on a few made-up pairs; scores of groups are those of the field."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.link_model import THRESHOLD
from analysis.compare.events.similarity import EVIDENCE
from analysis.core.errors import MissingResourceError
from analysis.train import events
from analysis.train.events import LabelledSet, fit, pair_scores

SIGN = EVIDENCE[0]  # the evidence that tells pairs of one event in these sets


def labelled(name, groups, seed=0, level="event"):
    """Return articles of which those of one group have more of one evidence."""
    random = np.random.default_rng(seed)
    group = np.array(groups)
    first, second = np.triu_indices(len(group), 1)
    evidence = pd.DataFrame(
        random.uniform(0, 0.2, (len(first), len(EVIDENCE))), columns=list(EVIDENCE)
    )
    evidence[SIGN] += 2.0 * (group[first] == group[second])
    evidence["is_contradicted"] = False
    evidence["days"] = 1.0
    part = np.full(len(group), name)
    return LabelledSet(name, {level: group}, first, second, evidence, part)


def everything(*sets):
    return [(one, np.ones(len(one.first), bool)) for one in sets]


SETS = [labelled("stories", list("aaabbcddef"), 1), labelled("basil", list("ppqqqrst"), 2)]


def test_the_evidence_that_tells_pairs_has_the_largest_weight():
    model = fit(everything(*SETS), "event")
    assert max(model.weights, key=model.weights.get) == SIGN
    assert list(model.weights) == list(EVIDENCE)
    assert all(round(weight, 3) == weight for weight in (model.base, *model.weights.values()))


def test_pairs_of_a_set_that_was_left_out_are_told_apart():
    other = labelled("basil", list("xxyyz"), 3)
    probability = fit(everything(SETS[0]), "event").probability(other.evidence)
    same = other.same("event")
    assert probability[same].min() > THRESHOLD > probability[~same].max()


def test_stories_are_weighed_by_how_many_pairs_of_each_corpus_belong_together():
    one = labelled("invented", list("aaaabbbbccccddddeeeeffff"), 8, "story")
    probability = np.where(one.same("story"), 0.9, 0.02)
    dense = one.weigh(probability, "story")
    assert (dense > probability).all()
    assert one.weigh(probability, "event") is probability
    rare = one.weigh(np.where(np.arange(len(probability)) < 2, 0.7, 0.0), "story")
    assert 0 < rare.max() < 0.7


def test_only_the_given_pairs_are_fitted_on():
    half = labelled("basil", list("aabbcc"), 4)
    wrong = half.evidence.assign(**{SIGN: -half.evidence[SIGN]})
    spoilt = LabelledSet("basil", half.group, half.first, half.second, wrong, half.part)
    parts = [*everything(SETS[0]), (spoilt, np.zeros(len(spoilt.first), bool))]
    assert fit(parts, "event") == fit(everything(SETS[0]), "event")


@pytest.mark.parametrize(
    ("name", "level", "is_used"),
    [("basil", "story", False), ("basil", "event", True), ("quantities", "story", True)],
)
def test_pairs_of_one_outlet_say_nothing_where_each_outlet_was_sampled_once(name, level, is_used):
    plain = labelled(name, list("aabbccdd"), 7, level)
    outlet = plain.evidence.assign(same_outlet=0.0)
    spoilt = outlet.assign(same_outlet=1.0, **{SIGN: -outlet[SIGN]})
    twice = LabelledSet(
        name,
        plain.group,
        np.tile(plain.first, 2),
        np.tile(plain.second, 2),
        pd.concat([outlet, spoilt], ignore_index=True),
        plain.part,
    )
    once = LabelledSet(name, plain.group, plain.first, plain.second, outlet, plain.part)
    assert (fit(everything(twice), level) != fit(everything(once), level)) is is_used


def test_a_set_has_the_same_weight_however_many_pairs_it_has():
    one = labelled("basil", list("aabbc"), 5)
    pairs = (np.tile(rows, 3) for rows in (one.first, one.second))
    tripled = LabelledSet("basil", one.group, *pairs, pd.concat([one.evidence] * 3), one.part)
    model = fit(everything(SETS[0], one), "event")
    other = fit(everything(SETS[0], tripled), "event")
    assert other.weights == pytest.approx(model.weights, abs=0.01)
    assert other.base == pytest.approx(model.base, abs=0.01)


@pytest.mark.parametrize(
    ("group", "found", "expected"),
    [
        ("aabb", "aabb", (1, 1, 1, 1)),
        ("aabb", "xxyy", (1, 1, 1, 1)),
        ("aabb", "aaaa", (1 / 3, 1, 0.5, 2 / 3)),
        ("aabb", "abcd", (0, 0, 0, 2 / 3)),
        ("aaab", "aabb", (0.5, 1 / 3, 0.4, 0.7059)),
        ("abcd", "abcd", (0, 0, 0, 1)),
        ("a", "a", (0, 0, 0, 1)),
    ],
)
def test_scores_of_groups(group, found, expected):
    scores = pair_scores(np.array(list(group)), np.array(list(found)))
    assert scores == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_scores_do_not_depend_on_names_or_order(seed):
    random = np.random.default_rng(seed)
    group, found = random.integers(0, 4, 12), random.integers(0, 4, 12)
    order = random.permutation(12)
    scores = pair_scores(group, found)
    assert pair_scores(group[order], found[order]) == pytest.approx(scores)
    assert pair_scores(group + 10, -found) == pytest.approx(scores)
    assert all(0 <= score <= 1 for score in scores)


def test_a_group_is_in_one_fold():
    group = np.repeat(np.arange(23), 3)
    fold = events._folds(group)
    assert set(fold) == set(range(events.FOLDS))
    assert pd.Series(fold).groupby(group).nunique().eq(1).all()
    assert (events._folds(group) == fold).all()


def test_each_set_of_a_level_is_measured_across_and_by_folds():
    sets = {one.name: one for one in (*SETS, labelled("fa_kes", list("kkllmmn"), 6))}
    scored = ("us_politics", "invented_news", "invented_stories")
    sets |= {name: labelled(name, list("mmnno"), 8) for name in scored}
    rows = [events._row(one) for one in events._predict(sets, "event")]
    assert [(row["articles"], row["how"]) for row in rows] == [
        *(
            (f"{name} ({n} in {groups})", how)
            for name, n, groups in (("stories", 10, 6), ("basil", 8, 5), ("fa_kes", 7, 4))
            for how in ("across", "folds")
        ),
        *((f"{name} (5 in 3)", "across") for name in scored),
    ]
    assert all(row["F1"] == row["B-cubed"] == pytest.approx(1) for row in rows)


def test_gold_becomes_articles_with_their_own_ids_and_days():
    rows = [
        {
            "article_id": "x",
            "outlet": "A",
            "title": "T",
            "text": "One two.",
            "published": "2020-01",
        },
        {"article_id": "x", "outlet": "B", "title": None, "text": "Three.", "published": "no day"},
        {"article_id": "y", "text": "Four."},
    ]
    articles = events._as_articles(rows)
    assert articles["article_id"].tolist() == ["0", "1", "2"]
    assert articles["n_words"].tolist() == [2, 1, 1]
    assert articles["published"].isna().tolist() == [False, True, True]


def test_a_missing_corpus_is_an_error(monkeypatch, tmp_path):
    monkeypatch.delenv("PARALLAX_CORPORA", raising=False)
    with pytest.raises(MissingResourceError, match="Set PARALLAX_CORPORA"):
        events._read_fa_kes(tmp_path)


def test_the_background_lists_words_of_several_articles(monkeypatch, tmp_path):
    texts = ["A flood in Tallis.", "The flood hit Tallis.", "An election in Norland."]
    monkeypatch.setattr(events, "BACKGROUND_FILES", ("one", "two"))
    rows = [{"text": text, "title": None} for text in texts]
    monkeypatch.setattr(
        events, "read_gold", lambda folder, name: rows if name == "one" else [{"text": ""}]
    )
    assert events._write_background(tmp_path, tmp_path) == 3
    background = json.loads((tmp_path / "background.json").read_text(encoding="utf8"))
    assert background["n_articles"] == 3
    assert set(background["frequency"].values()) == {2}
    assert any("flood" in term for term in background["frequency"])
    assert not any("election" in term for term in background["frequency"])
    shared = json.loads((tmp_path / "common_directions.json").read_text(encoding="utf8"))
    assert len(shared["mean"]) == len(shared["direction"]) > 100
    assert np.linalg.norm(shared["direction"]) == pytest.approx(1, abs=0.01)
    assert "background.json" in (tmp_path / "SHA256SUMS").read_text(encoding="utf8")
