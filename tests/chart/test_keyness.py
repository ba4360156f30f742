import pandas as pd
import pytest
from chart_contents import caption, marks, one_line, panel_texts, row_labels
from chart_tables import keyness as made_keyness

from analysis.chart.captions import alt_text
from analysis.chart.keyness import keyness
from analysis.core import tables


def terms(*rows):
    """Return KEYNESS from tuples of outlet, term, z and count."""
    records = []
    for outlet, term, z, count in rows:
        row = {"outlet": outlet, "term": term, "z": z, "count": count, "log_odds": z / 3}
        records.append({**row, "count_rest": 5, "documents": 2})
    return tables.make(records, tables.KEYNESS)


def of_outlets(n):
    rows = [(f"O{i}", term, z, 9) for i in range(n) for term, z in (("up", 2.5), ("down", -1))]
    return terms(*rows)


@pytest.mark.parametrize(("n", "panels"), [(2, 2), (4, 4), (5, 6), (7, 9)])
def test_few_outlets_have_scatter_plots_and_many_have_lists(n, panels):
    chart = keyness(of_outlets(n))
    assert len(chart.axes) == panels
    assert sum(ax.get_visible() for ax in chart.axes) == n
    assert ("dashed line: 1.96" in caption(chart)) is (n <= 4)


@pytest.mark.parametrize("n", [2, 5])
def test_the_top_terms_are_named(n):
    table = made_keyness(n)
    chart = keyness(table)
    if n > 4:
        top = table.query("outlet == 'Gazette 00'").nlargest(3, "z")["term"]
        listed = [label for ax in chart.axes for label in row_labels(ax)]
        assert all(any(label.startswith(term[:8]) for label in listed) for term in top)
    assert panel_texts(chart)
    assert panel_texts(keyness(table)) == panel_texts(chart)


def test_only_terms_with_z_above_zero_are_named():
    table = terms(("A", "first", 2.0, 9), ("A", "zero", 0.0, 50), ("A", "last", -2.0, 200))
    chart = keyness(table)
    assert panel_texts(chart) == ["first"]
    assert [len(line.get_xdata()) for line in marks(chart.axes[0])] == [2, 1]


def test_the_number_of_named_terms_is_limited():
    rows = [("A", f"t{i}", 1 + i, 2**i) for i in range(9)]
    _, *named = marks(keyness(terms(*rows), max_terms=4).axes[0])
    assert sorted(dot.get_ydata()[0] for dot in named) == [6, 7, 8, 9]


def test_a_list_has_a_third_of_the_terms_but_three_at_least():
    rows = [(f"O{o}", f"t{i}", 1 + i, 9) for o in range(5) for i in range(9)]
    for max_terms, expected in ((14, 4), (6, 3)):
        assert len(row_labels(keyness(terms(*rows), max_terms=max_terms).axes[0])) == expected


def test_a_list_has_scores_and_counts():
    rows = [(f"O{o}", "term", 2.25, 1200) for o in range(5)]
    assert panel_texts(keyness(terms(*rows))) == ["2.2 (1,200)"] * 5


def test_a_list_without_terms_says_so():
    rows = [(f"O{o}", "term", -1.0, 9) for o in range(5)]
    chart = keyness(terms(*rows))
    assert panel_texts(chart) == ["no term with z above 0"] * 5
    assert "O0: none." in alt_text(chart)


@pytest.mark.parametrize(("count", "left"), [(1, 0.6), (0, -0.3)])
def test_the_frequency_axis_starts_before_the_rarest_term(count, left):
    ax = keyness(terms(("A", "t", 2.0, count), ("A", "u", 1.0, 100))).axes[0]
    assert ax.get_xlim() == pytest.approx((left, 220))


def test_outlets_are_in_alphabetical_order_without_case():
    rows = [(outlet, "t", 2.0, 9) for outlet in ("b", "C", "A")]
    titles = [ax.get_title(loc="left") for ax in keyness(terms(*rows)).axes]
    assert titles == ["A", "b", "C"]


def test_caption_and_alt_text():
    chart = keyness(of_outlets(2), title="T")
    facts = (
        "2 outlets, 2 terms. z: log-odds ratio against the other outlets, divided by its "
        "standard error; dashed line: 1.96."
    )
    assert caption(chart) == f"T {facts}"
    assert alt_text(chart) == f"T. Chart of terms by outlet. {facts} O0: up. O1: up."
    lists = caption(keyness(of_outlets(5)))
    assert "standard error. In brackets: number of times in the outlet." in lists


def test_names_of_terms_do_not_cover_each_other():
    rows = [("A", f"crowded term {i}", 2.0 + i / 1000, 50) for i in range(30)]
    chart = keyness(terms(*rows), max_terms=30)
    boxes = [text.get_window_extent() for text in chart.axes[0].texts]
    assert 0 < len(boxes) < 30
    for i, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:i])


def test_the_input_is_not_changed():
    table = pd.DataFrame(of_outlets(2))
    before = table.copy()
    assert one_line(keyness(table))
    pd.testing.assert_frame_equal(table, before)


def test_an_empty_chart_does_not_say_that_no_term_was_frequent():
    (said,) = panel_texts(keyness(of_outlets(0)))
    assert said.startswith("Nothing to show")
    assert "chance explains" in said
