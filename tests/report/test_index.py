"""The first sentences of the index: the corpus, its stories, and what was left out."""

import pandas as pd
import pytest
from made_stories import article, build

from analysis.core import tables
from analysis.report.index import corpus_facts, stories_sentence
from analysis.report.stories import ranked_stories
from analysis.report.story_order import order_in_words

MANIFEST = {"rows": {"stories": 1, "figures": 2, "attributions": 3}}
SHARED = [
    article("a1", "flood", "Wire", [("houses", 27)]),
    article("a2", "flood", "Courier", [("houses", 41)]),
    article("b1", "fair", "Wire", [("stalls", 5)]),
    article("b2", "fair", "Courier", [("stalls", 5)]),
]

APART = [
    article("e1", "storm", "Wire", [("trees", 5)]),
    article("e2", "storm", "Courier", [("roofs", 9)]),
]

DIFFERING = [
    article("d1", "crash", "Wire", [("cars", 5)]),
    article("d2", "crash", "Courier", [("cars", 9)]),
]


def facts(rows, problems=()):
    articles = tables.make([made["row"] for made in rows], tables.ARTICLES)
    return corpus_facts(articles, tables.make(list(problems), tables.PROBLEMS), MANIFEST)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            SHARED,
            "Two or more outlets were found to report 2 stories; in at least "
            "1 of them they differ in a number",
        ),
        (
            [*SHARED[:2], *DIFFERING],
            "Two or more outlets were found to report 2 stories; in each of "
            "them they differ in a number by more",
        ),
        (
            SHARED[:2],
            "Two or more outlets were found to report one story; they differ in a number by more",
        ),
        (
            SHARED[2:],
            "Two or more outlets were found to report one story; they were found to differ in no ",
        ),
        (SHARED[:1], "No story is reported by two or more outlets"),
        (
            APART,
            "Two or more outlets were found to report one story; no number "
            "was read as printed by two of them, "
            "so that none could be compared.",
        ),
        (
            [*SHARED[:2], *APART],
            "Two or more outlets were found to report 2 stories, in one of "
            "which two or more print a number for "
            "one quantity; they differ in a number by more",
        ),
        (
            [*SHARED, *APART],
            "Two or more outlets were found to report 3 stories, in 2 of which "
            "two or more print a number for "
            "one quantity; in at least 1 of these they differ in a number by more",
        ),
    ],
)
def test_the_sentence_on_stories(rows, expected):
    assert stories_sentence(ranked_stories(build(rows))).startswith(expected)


def test_a_toll_that_rose_is_no_difference_and_is_told():
    risen = [
        article("d1", "quake", "Wire", [("people", 3)], day="2024-05-04"),
        article("d2", "quake", "Courier", [("people", 5)], day="2024-05-06"),
    ]
    run = build(risen)
    run["figures"] = run["figures"].assign(outcome="killed")
    stories = ranked_stories(run)
    assert stories_sentence(stories).endswith(
        "differ in no number by more than rounding, open ends and what a later report changed."
    )
    assert "but by what a later report changed: " in order_in_words(stories)


def test_rival_numbers_are_told_apart_from_differences():
    crowd = [article("c1", "rally", "Wire", [("people", 36), ("people", 140)])]
    run = build([*SHARED, *crowd, article("c2", "rally", "Courier", [("people", 36)])])
    sources = [None, None, None, None, "Police", "The monitor", "Police"]
    run["figures"] = run["figures"].assign(source=sources)
    assert stories_sentence(ranked_stories(run)) == (
        "Two or more outlets were found to report 3 stories; in at least "
        "1 of them they differ in a number by "
        "more than rounding and open ends; in at least 1 more they print rival numbers side by "
        "side."
    )


def test_a_number_that_may_be_of_two_things_may_differ():
    three = [*SHARED[:2], article("a3", "flood", "Post", [("bridges", 3)])]
    doubtful = [words for words, _ in SHARED[0]["numbers"]]
    assert stories_sentence(ranked_stories(build(three, doubtful=doubtful))) == (
        "Two or more outlets were found to report one story; in a number "
        "they differ, unless it is of two things."
    )
    both = stories_sentence(ranked_stories(build([*three, *SHARED[2:]], doubtful=doubtful)))
    assert both.endswith("; in 1 of them they may differ in one, or it is of two things.")


@pytest.mark.parametrize(
    ("unsure", "expected"),
    [
        (
            ["flood"],
            "; they were found to differ in no number by more than rounding and open ends. Another "
            "story may be two, and is not counted.",
        ),
        (
            ["fair"],
            "; they differ in a number by more than rounding and open ends. Another story "
            "may be two, and is not counted.",
        ),
        (
            ["fair", "flood"],
            "Two or more outlets were found to report 2 stories, each of which may be two: "
            "whether they differ in a number is not counted.",
        ),
    ],
)
def test_stories_that_may_be_two_are_not_counted(unsure, expected):
    run = build(SHARED)
    run["stories"]["p"] = [0.5 if name in unsure else 0.9 for name in run["stories"]["story_id"]]
    assert stories_sentence(ranked_stories(run)).endswith(expected)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-05-01", "2024-06-12"], "2 articles from 2 outlets, 1 May 2024 to 12 Jun 2024"),
        (["2024-05-01", "2024-05-01"], "2 articles from 2 outlets, 1 May 2024"),
        ([None, None], "2 articles from 2 outlets"),
    ],
)
def test_what_the_corpus_is(days, expected):
    rows = [article(f"a{n}", "s", f"O{n}", day=day) for n, day in enumerate(days)]
    assert facts(rows)["sentence"] == expected


def test_what_was_left_out_is_counted():
    rows = [
        article("a1", "s", "Wire", language="fr"),
        article("a2", "s", "Courier", published_in_text="2024-01-01"),
    ]
    problem = {"article_id": "x", "stage": "load", "reason": "empty", "kept": False}
    problems = [problem, {**problem, "kept": True, "article_id": None, "reason": "days\x1b"}]
    found = facts(rows, problems)
    assert found["left_out"] == (
        "Left out or in doubt: 1 article in French not read; Wire not shown at all; 1 article "
        "states another day than the input; 1 article could not be read; 1 problem that cost no "
        "article."
    )
    assert (found["problems"], found["unread_articles"]) == (2, 1)
    assert found["remarks"] == ["days␛"]


def test_nothing_left_out_is_said_too():
    assert facts(SHARED)["left_out"].startswith("Nothing is left out: all articles are in English")
    assert pd.isna(facts(SHARED)["remarks"]).tolist() == []
