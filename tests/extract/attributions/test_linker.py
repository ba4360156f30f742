"""Which spans belong together, with weights that show one rule at a time."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import MissingResourceError
from analysis.extract.attributions.article_spans import ArticleSpans, Span
from analysis.extract.attributions.linker import link_spans, read_weights
from tests.extract.attributions.marked_text import article_spans

KEEP = {"keep": 1.0}
NEAREST = {"cue< rank=0": 2.0, "cue> rank=0": 1.0, "source< rank=0": 2.0, "source> rank=0": 1.0}


def linked(marked, weights, **settings):
    """Return the words of each group: sources, cue, contents."""
    article = article_spans(marked, **settings)
    found = []
    for group in link_spans(article, weights):
        cue = group.cue and group.cue.text_in(article.text)
        sources = [span.text_in(article.text) for span in group.sources]
        contents = [span.text_in(article.text) for span in group.contents]
        found.append((sources, cue, contents))
    return found


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S A> <C says> <T x>", [(["A"], "says", ["x"])]),
        ("<T x> <C says> <S A>", [(["A"], "says", ["x"])]),
        ("<T x> <C says>", [([], "says", ["x"])]),
        # contents that choose the same cue are one group, in the order of the text
        ("<T x> <C says> <S A> <T y>", [(["A"], "says", ["x", "y"])]),
        ("<C says> <T x> <C adds> <T y>", [([], "says", ["x"]), ([], "adds", ["y"])]),
        # a cue without content attributes nothing
        ("<S A> <C says>", []),
        ("<S A> <T x> <S B> <C says>", [(["B"], "says", ["x"])]),
        # without a cue, a content belongs to a source that touches it
        ("<S A>: <T x>", [(["A"], None, ["x"])]),
        ("<T x>, <S A>", [(["A"], None, ["x"])]),
        ("<S A>. <T x>", []),
        ("<T x>. <S A>", []),
        ("<T x>. <S A> <T y>", [(["A"], None, ["y"])]),
        ("<T x>", []),
    ],
)
def test_linking(marked, expected):
    assert linked(marked, KEEP | NEAREST) == expected


def test_a_source_is_used_by_one_group_only():
    weights = KEEP | NEAREST | {"cue:none w=that": 9.0}
    marked = "<T x> <C says> <S A> <T that y>"
    assert linked(marked, weights) == [(["A"], "says", ["x"])]
    assert linked("<T that x> <S A> <T that y>", weights) == [
        (["A"], None, ["that x"]),
        (["A"], None, ["that y"]),
    ]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("one two three", False),
        ("one two three four", False),
        ("a red alert was issued for the north", False),
        ("“one two three”", True),
        ("'one'", True),
        ("''one two''", True),
        ("we will hold the port", True),
        ("the dockers' strike ended", False),
    ],
)
def test_unquoted_words_in_another_sentence_are_dropped(content, kept):
    expected = ["it rained", content] if kept else ["it rained"]
    found = linked(f"<C says> <T it rained>. Then <T {content}>", KEEP | NEAREST)
    assert found == [([], "says", expected)]


def test_a_boundary_inside_a_name_ends_no_sentence():
    marked = "<T It rained>, <S Minister Ma. Quist> <C said>, <T it was late>."
    (_, _, contents) = linked(marked, KEEP | NEAREST)[0]
    assert contents == ["It rained", "it was late"]


def test_earlier_sentences_of_a_quotation_are_kept():
    marked = "“<T The port is safe>. <T It was always so>,” <C says> <S he>."
    (_, _, contents) = linked(marked, KEEP | NEAREST)[0]
    assert contents == ["It was always so"]
    marked = "<T The port is safe>. <T It was always so,”> <C says> <S he>."
    (_, _, contents) = linked(marked, KEEP | NEAREST)[0]
    assert contents == ["The port is safe", "It was always so,”"]


def test_a_few_words_are_kept_if_the_cues_sentence_has_no_content():
    assert linked("<C says>. <T so>", KEEP | NEAREST) == [([], "says", ["so"])]
    assert linked("<C says> <T so>", KEEP | NEAREST) == [([], "says", ["so"])]


def test_groups_that_score_zero_or_less_are_dropped():
    marked = "<S A> <C says> <T x>"
    assert linked(marked, NEAREST | {"keep": 0.001}) != []
    assert linked(marked, NEAREST) == []
    assert linked(marked, KEEP | NEAREST | {"keep single": -1.0}) == []
    assert linked(marked, KEEP | NEAREST | {"keep single": -0.5}) != []


def test_no_partner_is_chosen_where_it_has_the_highest_score():
    weights = KEEP | NEAREST | {"cue:none": 3.0}
    assert linked("<C says> <T x>", weights) == []
    assert linked("<S A> <C says> <T x>", KEEP | NEAREST | {"source:none": 3.0}) == [
        ([], "says", ["x"])
    ]


def test_weights_of_the_project_are_the_default():
    article = article_spans("<S Ana> <C said> <T it rained>.")
    assert link_spans(article) == link_spans(article, read_weights())
    assert len(link_spans(article)) == 1


def test_weights_are_read_from_a_file(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"weights": {"keep": 1.5}}), encoding="utf8")
    assert read_weights(path) == {"keep": 1.5}


def test_missing_weights(tmp_path):
    message = r"No linker weights .*python -m analysis.train.linker"
    with pytest.raises(MissingResourceError, match=message):
        read_weights(tmp_path / "weights.json")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["source", "cue", "content"]), st.integers(0, 8), st.integers(1, 3)
        ),
        max_size=9,
    )
)
def test_any_spans_give_groups_of_one_cue(drawn):
    text = 'He said. "So it is", they say\n\nand it: was'
    spans = [
        Span(role, 4 * start, min(4 * start + 3 * size, len(text))) for role, start, size in drawn
    ]
    groups = link_spans(ArticleSpans(text, spans, [0, 9]))
    contents = [span for group in groups for span in group.contents]
    assert len(contents) == len(set(contents)) or len(spans) != len(set(spans))
    assert all(group.contents for group in groups)
