"""The labels of windows are on the right words, with augmentation or without."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.neural.load import load_tagger
from analysis.train import augment
from analysis.train.examples import IGNORE, edit, fold_of, locate, parse, windows

TEXT = (
    "“At least 14 Syrian men were killed in Homs, ” the Observatory said. "
    "Rain fell on 20 roads.\n\nThat’s it."
)


def span(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def article():
    figure = {
        "start": span("14")[0],
        "end": span("14")[1],
        "outcome": "killed",
        "group": "civilians",
        "implicit": False,
        "counted": "Syrian men",
        "agent": None,
        "source": "the Observatory",
    }
    attribution = {
        "source": [span("the Observatory")],
        "cue": [span("said")],
        "content": [[0, span("Homs")[1]]],
    }
    return parse(
        {"article_id": "a", "text": TEXT, "figures": [figure], "attributions": [attribution]}
    )


def shown(a):
    figure = a.figures[0]
    return [
        a.text[slice(*s)]
        for s in (
            figure["span"],
            figure["counted"],
            figure["source"],
            a.attributions[0]["cue"][0],
            a.attributions[0]["content"][0],
        )
    ]


def test_spans_are_those_of_the_gold():
    assert shown(article()) == [
        "14",
        "Syrian men",
        "the Observatory",
        "said",
        "“At least 14 Syrian men were killed in Homs",
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(0, 3), st.text("xyz", max_size=4)),
        max_size=5,
    )
)
def test_an_edit_moves_spans_that_it_does_not_touch(found):
    changes, at = [], 0
    keep = [span("14"), span("said")]
    for start, n, new in sorted(found):
        end = min(start + n, len(TEXT))
        if start >= at and not any(start < e and s <= end for s, e in keep):
            changes.append((start, end, new))
            at = end
    edited = edit(article(), changes)
    assert shown(edited)[0] == "14"
    assert shown(edited)[3] == "said"


def test_marks_are_stripped_and_paragraphs_glued():
    texts = {augment.drop_punctuation(article(), np.random.default_rng(i)).text for i in range(40)}
    assert any("“" not in t and "," not in t for t in texts)
    assert any("\n" not in t for t in texts)
    for i in range(10):
        assert shown(augment.drop_punctuation(article(), np.random.default_rng(i)))[:4] == [
            "14",
            "Syrian men",
            "the Observatory",
            "said",
        ]


def test_numbers_and_names_are_exchanged_where_the_labels_are():
    first = article()
    seen = {
        tuple(
            shown(
                augment.replace_names(
                    augment.replace_numbers(first, np.random.default_rng(i)),
                    np.random.default_rng(i),
                )
            )[:3]
        )
        for i in range(30)
    }
    assert len({n for n, _, _ in seen}) > 5
    assert all(counted.endswith(" men") for _, counted, _ in seen)
    assert shown(first)[0] == "14"  # the first article is as it was


def test_years_and_decimals_stay():
    plain = parse({"article_id": "a", "text": "In 2016 the rate was 3.5% and 1,2.", "figures": []})
    assert augment.replace_numbers(plain, np.random.default_rng(0), share=1.0).text.startswith(
        "In 2016 the rate was 3.5%"
    )


def test_window_labels():
    one = article()
    (window,) = windows([one], load_tagger().tokenizer)
    tokens = [load_tagger().tokenizer.id_to_token(i) for i in window["ids"]]
    assert [t for t, y in zip(tokens, window["attribution"], strict=True) if y in (3, 4)] == [
        "said"
    ]
    number = tokens.index("14")
    assert window["number"][number] == 1
    assert window["numbers"][0][0] == number + 1  # place 0 is the start mark
    points = {role: (first, last) for _, role, first, last in window["points"]}
    assert points[1] == (0, 0)  # no agent: place 0
    assert tokens[points[0][0] - 1 : points[0][1]] == ["syrian", "men"]
    assert window["cues"][0][0] == window["contents"][0][0]


def test_of_judged_cues_only_their_tokens_are_known():
    text = "Noon! The mayor went on to say so. He did not answer."
    cues = [
        [text.index("went"), text.index(" so"), True],
        [text.index("did"), text.index(" answer"), False],
    ]
    judged = parse({"article_id": "a", "text": text, "judged_cues": cues})
    moved = edit(judged, [(0, 5, "At midnight")])
    for one in (judged, moved):
        (window,) = windows([one], load_tagger().tokenizer)
        tokens = [load_tagger().tokenizer.id_to_token(i) for i in window["ids"]]
        known = {
            token: int(label)
            for token, label in zip(tokens, window["attribution"], strict=True)
            if label != IGNORE
        }
        assert known == {"went": 3, "on": 4, "to": 4, "say": 4, "did": 0, "not": 0}
        assert not window["cues"]
        assert set(window["number"]) == {IGNORE}


def test_sentences_with_words_of_harm_do_not_teach_that_there_is_no_figure():
    only = parse(
        {"article_id": "a", "text": "Nine men were killed. Nine men ran.", "attributions": []}
    )
    (window,) = windows([only], load_tagger().tokenizer)
    assert window["number"][0] == IGNORE
    assert window["number"][-3] == 0


def test_long_articles_are_cut_into_windows_that_cover_every_token():
    long = parse({"article_id": "a", "text": "word " * 1500, "figures": []})
    for rng in (None, np.random.default_rng(1)):
        found = windows([long], load_tagger().tokenizer, rng)
        assert sum(len(w["ids"]) for w in found) >= 1500
        assert max(len(w["ids"]) for w in found) <= 382


@pytest.mark.parametrize(
    ("near", "after", "expected"), [(0, False, (0, 3)), (30, False, (28, 31)), (5, True, (28, 31))]
)
def test_the_nearest_occurrence_is_found(near, after, expected):
    text = "men and women, not womenmen, men"
    text = text.replace("womenmen,", "womenmen")
    assert locate(text, "men", near, after) == expected


def test_folds_do_not_change():
    assert [fold_of(x, 5) for x in ("a", "b", "c")] == [fold_of(x, 5) for x in ("a", "b", "c")]
    assert fold_of("a~2", 5) == fold_of("a", 5)
    assert {fold_of(str(i), 5) for i in range(50)} == set(range(5))
