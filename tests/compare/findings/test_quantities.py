"""What is said of a story's numbers is in its cells and no more."""

import pandas as pd
import pytest

from analysis.compare.findings.printed_range import printed_range
from analysis.compare.findings.quantities import (
    followed_finding,
    quantity_finding,
    story_finding,
)
from analysis.compare.number_words import number_in_words
from analysis.compare.quantity_matrix import quantity_matrix
from tests.compare.stated_numbers import article, quantities, stated, tables_of


def cells_of(*figures, n_outlets=0, p=(None, None, None)):
    """Return the cells of a story that so many outlets report, some of them without a number."""
    table, articles, _ = tables_of(*figures)
    silent = range(n_outlets - articles["outlet"].nunique())
    others = articles.iloc[[0] * len(silent)].assign(
        article_id=[f"silent{i}" for i in silent], outlet=[f"Silent {i}" for i in silent]
    )
    articles = pd.concat([articles, others])
    labels = quantities("people killed", "people hurt", "people missing").assign(p=p)
    return quantity_matrix(table, articles, labels)[1]


def hurt(outlet, low):
    return stated(outlet, None, low, quantity_id="q1")


def missing(outlet, low):
    return stated(outlet, None, low, quantity_id="q2")


def killed(outlet, low, day=None):
    return stated(outlet, day, low)


STORIES = [
    ([], 3, "F: no number is found in the articles of 3 outlets."),
    ([], 1, "F: no number is found in the articles of 1 outlet."),
    ([killed("A", 3)], 1, "F: one outlet only, with one number; nothing to compare."),
    (
        [killed("A", 3), hurt("B", 4)],
        3,
        "F: 3 outlets; 2 numbers are each in a row of one of them, so none is compared.",
    ),
    (
        [killed("A", 3), killed("B", 3)],
        3,
        "F: 3 outlets; one number was found in two or more of them; in it they do not differ by "
        "more than rounding and open ends.",
    ),
    (
        [killed("A", 27), killed("B", 41)],
        2,
        "F: 2 outlets; one number was found in two or more of them; they differ by more than "
        "rounding and open ends: people killed, from 27 (A) to 41 (B).",
    ),
    (
        [killed("A", 3), killed("B", 3), hurt("A", 4), missing("B", 1)],
        2,
        "F: 2 outlets; 1 of 3 numbers was found in two or more of them; in it they do not differ "
        "by more than rounding and open ends. The other 2 are in rows of one outlet "
        "and are not compared: another may print them in other words.",
    ),
    (
        [killed("A", 41, "2024-03-03"), killed("B", 27, "2024-03-05")],
        2,
        "F: 2 outlets; one number was found in two or more of them; they differ by more than "
        "rounding and open ends: people killed, from 27 (B, 5 Mar) to 41 (A, 3 Mar) (of different "
        "days: the later may be an update).",
    ),
    (  # a toll that rises
        [killed("A", 27, "2024-03-03"), killed("B", 41, "2024-03-05")],
        2,
        "F: 2 outlets; one number was found in two or more of them; in it they do not differ by "
        "more than rounding, open ends and what a later report changed.",
    ),
    (
        [killed("A", 27), killed("B", 41), hurt("A", 4), hurt("B", 4), missing("B", 1)],
        2,
        "F: 2 outlets; 2 of 3 numbers were found in two or more of them; in 1 they differ by more "
        "than rounding and open ends: people killed, from 27 (A) to 41 (B).",
    ),
    (
        [
            *(killed(outlet, low) for outlet, low in zip("ABC", (27, 41, 41), strict=True)),
            *(hurt(outlet, low) for outlet, low in zip("ABC", (2, 9, 9), strict=True)),
            *(missing(outlet, low) for outlet, low in zip("ABC", (5, 8, 8), strict=True)),
        ],
        3,
        "F: 3 outlets; 3 numbers were found in two or more of them; in 3 they differ by more than "
        "rounding and open ends: people killed, from 27 (A) to 41 (B and C); people hurt, from 2 "
        "(A) to 9 (B and C); also “people missing”.",
    ),
]


DOUBTFUL = [
    (
        [killed("A", 27), killed("B", 41)],
        (0.5, None, None),
        "F: 3 outlets; one number was found in two or more of them; they differ in it (≠?), "
        "unless it is of two things.",
    ),
    (
        [killed("A", 27), killed("B", 41), hurt("A", 4), hurt("B", 4)],
        (0.5, 0.5, None),
        "F: 3 outlets; 2 numbers were found in two or more of them; in one of them they differ "
        "(≠?), unless it is of two things; in the others none differ by more than rounding and "
        "open ends.",
    ),
    (
        [killed("A", 27), killed("B", 41), hurt("A", 4), hurt("B", 9)],
        (0.5, 0.5, None),
        "F: 3 outlets; 2 numbers were found in two or more of them; they differ in each of "
        "them (≠?), unless these are of two things.",
    ),
    (
        [
            *(killed(outlet, low) for outlet, low in zip("ABC", (27, 41, 41), strict=True)),
            *(hurt(outlet, low) for outlet, low in zip("AB", (2, 9), strict=True)),
            *(missing(outlet, low) for outlet, low in zip("AB", (5, 8), strict=True)),
        ],
        (None, 0.5, 0.5),
        "F: 3 outlets; 3 numbers were found in two or more of them; in 1 they differ by more than "
        "rounding and open ends: people killed, from 27 (A) to 41 (B and C). In 2 (≠?) they "
        "may differ, or these are of two things.",
    ),
]


@pytest.mark.parametrize(("figures", "p", "text"), DOUBTFUL)
def test_the_finding_of_a_story_with_doubtful_rows(figures, p, text):
    cells = cells_of(*figures, n_outlets=3, p=p)
    assert str(story_finding("F", cells, 3)) == text


def test_rivals_of_a_row_in_doubt_are_not_told():
    cells = cells_of(rivals("A"), killed("B", 90), p=(0.5, None, None))
    assert str(story_finding("F", cells, 2)) == (
        "F: 2 outlets; one number was found in two or more of them; they differ in it (≠?), "
        "unless it is of two things."
    )


@pytest.mark.parametrize(("figures", "n_outlets", "text"), STORIES)
def test_the_finding_of_a_story(figures, n_outlets, text):
    cells = cells_of(*figures, n_outlets=n_outlets) if figures else cells_of(killed("A", 1)).head(0)
    assert str(story_finding("F", cells, n_outlets)) == text


def rivals(outlet, one="Police", number=36, other="The monitor", rival=140):
    numbers = [{"low": n, "high": n, "source": s} for n, s in ((number, one), (rival, other))]
    text = f"{one} counted [{number}] people. {other} counted [{rival}] people."
    return article(outlet, None, text, *numbers)


@pytest.mark.parametrize(
    ("articles", "text"),
    [
        (
            [rivals("A"), killed("B", 36)],
            "F: 2 outlets; one number was found in two or more of them; outlets agree, but print "
            "rival numbers: A prints 36 (Police) and 140 (The monitor) for people killed.",
        ),
        (
            [rivals("A"), rivals("B")],
            "F: 2 outlets; one number was found in two or more of them; outlets agree, but print "
            "rival numbers: A prints 36 (Police) and 140 (The monitor) for people killed; 1 "
            "more outlet prints rival numbers too.",
        ),
        (
            [rivals("A"), rivals("B", "Monitors", 140, "The police", 36)],
            "F: 2 outlets; one number was found in two or more of them; outlets print rival "
            "numbers side by side: A prints 36 (Police) and 140 (The monitor) for people killed; 1 "
            "more outlet prints rival numbers too.",
        ),
        (
            [rivals("A"), killed("B", 140)],
            "F: 2 outlets; one number was found in two or more of them; they differ by more than "
            "rounding and open ends: people killed, from 36 (A) to 140 (B; also in A); rival "
            "numbers side by side: A prints 36 (Police) and 140 (The monitor) for people killed.",
        ),
    ],
)
def test_rival_numbers_are_told_where_outlets_agree_too(articles, text):
    assert str(story_finding("F", cells_of(*articles), 2)) == text


def test_the_outlet_that_prints_most_rival_numbers_is_told():
    cells = cells_of(rivals("A"), rivals("B"))
    of_b = "140 (The monitor); 90 (doctors)"
    cells["rivals"] = cells["rivals"].where(cells["outlet"].ne("B"), of_b)
    told = str(story_finding("F", cells, 2))
    assert f"B prints 36 (Police) and {of_b} for people killed; 1 more outlet" in told


def test_a_rival_number_has_no_comma_after_its_source():
    cells = cells_of(rivals("A"), killed("B", 140))
    cells["source"] = cells["source"].where(cells["outlet"].ne("A"), "The mayor, Ada Roth,")
    assert "A prints 36 (The mayor, Ada Roth) and" in str(story_finding("F", cells, 2))


def test_a_story_names_outlets_and_the_range_of_its_first_quantity():
    found = story_finding("F", cells_of(killed("A", 27), killed("B", 41)), 2)
    assert (found.kind, found.outlets) == ("story", ("A", "B"))
    assert (found.low, found.high, found.n_articles) == (27, 41, 2)


def printed(*given):
    """Return reports from tuples of outlet, low, high, qualifier, day and panel."""
    records = []
    for outlet, low, high, qualifier, *more in given:
        day, panel = [*more, None, None][:2]
        record = {"outlet": outlet, "low": low, "high": high, "qualifier": qualifier}
        record |= {"text": "Dozens", "unit": "people", "unit_text": None}
        words = number_in_words(record)
        del record["unit_text"]
        record |= {"published": pd.Timestamp(day) if day else None, "is_headline": True}
        record |= {"outcome": panel or "people killed", "document": f"a{len(records)}"}
        records.append({**record, "words": words})
    columns = "outlet low high words outcome published is_headline document".split()
    table = pd.DataFrame(records, columns=columns)
    return table.astype({"low": float, "high": float})


RANGES = [
    ([("A", 12, 12, "exact")], "12", ()),
    ([("A", 41, 41, "exact"), ("B", 12, 12, "exact")], "from 12 (B) to 41 (A)", ("B", "A")),
    (
        [("A", 29, None, "at_least", "2024-03-03"), ("B", 41, 41, "exact", "2024-03-05")],
        "from at least 29 (A, 3 Mar) to 41 (B, 5 Mar)",
        ("A", "B"),
    ),
    (
        [("A", 29, 29, "exact"), ("B", 41, 41, "exact", "2024-03-05")],
        "from 29 (A, undated) to 41 (B, 5 Mar)",
        ("A", "B"),
    ),
    (
        [("A", 20, 30, "range"), ("B", 41, 41, "exact")],
        "lowest 20 to 30 (A), highest 41 (B)",
        ("A", "B"),
    ),
    (
        [*((outlet, 12, 12, "exact") for outlet in "ABC"), ("D", 41, 41, "exact")],
        "from 12 (A and 2 others) to 41 (D)",
        ("A", "D"),
    ),
    ([("A", None, None, "vague"), ("B", 41, 41, "exact")], "41", ()),
    ([("A", None, None, "vague")], "no number, only words", ()),
    ([], "no number, only words", ()),
    ([("A", 12, 12, "exact"), (None, 99, 99, "exact")], "12", ()),
    (
        [("A", 5, 5, "exact", None, "fine, $"), ("B", 4, 4, "exact", None, "fine, £")],
        "5 (A) and 4 (B)",
        ("A", "B"),
    ),
]


@pytest.mark.parametrize(("given", "words", "outlets"), RANGES)
def test_the_ends_of_what_is_printed(given, words, outlets):
    found = printed_range(printed(*given))
    assert (found.words, found.outlets) == (words, outlets)


@pytest.mark.parametrize(
    ("reports", "n_origins", "text"),
    [
        (
            [("A", 12, 12, "exact")],
            1,
            "F: people killed, 12; printed by 1 outlet.",
        ),
        (
            [("A", 12, 12, "exact"), ("B", 15, 15, "exact")],
            1,
            "F: people killed, from 12 (A) to 15 (B); printed by 2 outlets, on at most 1 "
            "independent origin.",
        ),
        (
            [("A", 12, 12, "exact"), ("B", 12, 12, "exact")],
            2,
            "F: people killed, 12; printed by 2 outlets, on at most 2 independent origins.",
        ),
        ([], 0, "F: no outlet puts a number forward for people killed."),
    ],
)
def test_a_quantity(reports, n_origins, text):
    assert str(quantity_finding("F", "people killed", printed(*reports), n_origins)) == text


@pytest.mark.parametrize(("outlets", "kind"), [("A", "none"), ("AA", "none"), ("AB", "quantity")])
def test_what_one_outlet_prints_does_not_stand_out(outlets, kind):
    reports = printed(*((outlet, 12, 12, "exact") for outlet in outlets))
    assert quantity_finding("F", "people killed", reports, 1).kind == kind
    assert followed_finding("people killed", reports, 1).kind == kind


def test_figures_that_are_set_aside_are_not_told():
    reports = printed(("A", 12, 12, "exact"), ("A", 99, 99, "exact"))
    reports["is_headline"] = [True, False]
    assert "99" not in str(quantity_finding("F", "people killed", reports, 1))


def test_a_number_through_the_corpus():
    followed = printed(("A", 12, 12, "exact"), ("B", 15, 15, "exact"))
    assert str(followed_finding("people killed", followed, 2)) == (
        "People killed, in 2 stories, which need not be of one thing: from 12 (A) to 15 (B); 2 "
        "outlets."
    )
    assert followed_finding("people killed", followed.head(0), 0).kind == "none"


def test_a_label_with_words_of_an_article_is_not_put_in_quotation_marks_again():
    cells = cells_of(
        *(killed(outlet, low) for outlet, low in zip("ABC", (27, 41, 41), strict=True)),
        *(hurt(outlet, low) for outlet, low in zip("ABC", (2, 9, 9), strict=True)),
        *(missing(outlet, low) for outlet, low in zip("ABC", (5, 8, 8), strict=True)),
    )
    cells["label"] = cells["label"].replace("people missing", "people (“… were led out”)")
    assert str(story_finding("F", cells, 3)).endswith("; also people (“… were led out”).")
