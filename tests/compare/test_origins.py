"""Outlets that share a named source, an agency or a text are one origin; no one else is."""

from itertools import permutations

import pytest

from analysis.compare.origins import count_origins, most_independent
from analysis.core import tables
from tests.compare.stated_numbers import article, stated, tables_of

ALONE = [  # what outlets name as their sources, and the most origins that there can be
    ([None], 1),
    ([None, None, None], 3),
    (["police", None], 2),
    (["the health ministry", "Health Ministry"], 1),
    (["Jamal al-Issa, head of the union", "Jamal al-Isa"], 1),
    (["Ada Holm, the mayor", "Ada Holm", "Holm"], 1),
    (["police", "police"], 1),
    (["new poll", "a new poll"], 2),
    (["survey", "PWI survey"], 2),
    (["PWI poll", "poll by the Port Workers Institute"], 1),
    (["harbour police", "police"], 1),
    (["harbour police", "police", "state police"], 3),
    (["Ada Smith", "Smith", "Leo Smith"], 3),
    (["Gaza health ministry", "health ministry", "Hamas-run health ministry"], 1),
    (["officials", "officials"], 2),
    (["an official", "the officials"], 2),
    (["He", "he"], 2),
    (["they", "the police", "they"], 3),
    (["local officials", "local health officials"], 2),
    (["two security sources", "security sources"], 2),
    (["U.S. officials", "US officials"], 2),
    (["a witness", "witnesses", "residents"], 3),
    (["a police spokesman", "a police spokesman"], 2),
    (["Pentagon officials", "the Pentagon"], 1),
    (["Reuters", "AFP"], 2),
    # an office is its holder's where the story names one, and a title is no name
    (["its mayor", "Mr Kranz", "the mayor", "Mayor Otto Kranz, 61,"], 1),
    (["the mayor", "Mayor Otto Kranz", "Mayor Ilse Varga"], 3),
    (["Mr Kranz", "Otto Kranz", "Dr Ilse Varga"], 2),
    (["his lawyer", "her lawyer"], 2),
    (["the insurers", "the Association of Insurers"], 1),
]


@pytest.mark.parametrize(("sources", "expected"), ALONE)
def test_named_sources_join_and_persons_without_a_name_do_not(sources, expected):
    rows = [stated(f"outlet {n}", None, 12, source=source) for n, source in enumerate(sources)]
    for order in permutations(rows) if len(rows) < 4 else [rows]:
        figures, articles = joined(*order)
        assert count_origins(figures, articles) == expected


def joined(*rows):
    """Return figures with their outlet, and the articles."""
    figures, articles, _ = tables_of(*rows)
    return figures.merge(articles[["article_id", "outlet"]], on="article_id"), articles


TEXTS = [  # what marks an article as an agency's
    ("TALLIS (AP) - A blast killed [12].", "TALLIS (AP) - [12] dead in a blast.", 1),
    ("TALLIS (AP) - A blast killed [12].", "TALLIS (Reuters) - [12] dead.", 2),
    ("TALLIS (AP) - A blast killed [12].", "A blast killed [12], he told the AP.", 2),
    ("Reuters cut [12] jobs, the Reuters union said.", "The agency Reuters cut [12] jobs.", 2),
    ("A court fined Reuters [12] pounds.", "LONDON (AP) - Reuters was fined [12] pounds.", 2),
    ("[12] died. (Reuters Photo)", "[12] were killed. (Reuters Photo)", 2),
    ("[12] died.\n\nReporting by Reuters.", "[12] dead.\n\n(Reuters)", 1),
]


@pytest.mark.parametrize(("text", "other", "expected"), TEXTS)
def test_an_agency_is_an_origin_where_it_wrote_the_text(text, other, expected):
    figures, articles = joined(article("A", None, text), article("B", None, other))
    assert count_origins(figures, articles) == expected


def test_a_byline_is_read():
    rows = [stated(outlet, None, 12, author="Ada Holm, Reuters") for outlet in "AB"]
    assert count_origins(*joined(*rows)) == 1


def test_versions_of_a_text_are_one_origin_however_long_the_chain():
    figures, articles = joined(
        article("A", None, "[12] dead.", article_id="x"),
        article("B", None, "[12] died.", article_id="y", duplicate_of="x"),
        article("C", None, "[13] died.", article_id="z", update_of="y"),
        article("D", None, "[13] deaths.", article_id="w"),
    )
    assert count_origins(figures, articles) == 2
    # the article between them may not state this quantity
    kept = figures.loc[figures["outlet"].ne("B")]
    assert count_origins(kept, articles) == 2


def test_versions_in_a_circle_end():
    figures, articles = joined(
        article("A", None, "[12] dead.", article_id="x", duplicate_of="y"),
        article("B", None, "[12] dead.", article_id="y", duplicate_of="x"),
    )
    assert count_origins(figures, articles) in (1, 2)


SEVERAL = [  # what each outlet names as its sources, and the most origins that there can be
    ([["police", "doctors' union"], ["police", "rights board"], ["union of doctors", "police"]], 3),
    ([["police"], ["police", "Red Cross"], ["the Red Cross"]], 2),
    ([["Ada Holm"], ["Ada Holm", "Red Cross"], ["Red Cross"], ["Leo Marr"]], 3),
    ([["police"], ["Health Ministry", "police"]], 2),
    ([["police"], ["residents", "police"]], 2),
    ([["police", None], [None, "police"]], 1),  # a headline repeats the text's number
    ([["police"], ["police"], ["police", "Red Cross"]], 2),
    ([["police", "Red Cross"]], 1),  # one outlet is one witness
    ([["police"], ["the police"], ["police"]], 1),
    ([["Ada Holm", "mayor Ada Holm"], ["Ada Holm, the mayor"]], 1),
]


@pytest.mark.parametrize(("sources", "expected"), SEVERAL)
def test_outlets_with_several_sources_are_as_many_as_can_have_another(sources, expected):
    rows = []
    for number, names in enumerate(sources):
        rows += [stated(f"outlet {number}", None, 12, source=name) for name in names]
    assert count_origins(*joined(*rows)) == expected


def test_one_text_with_two_sources_is_one_origin():
    rows = [
        article("A", None, "TALLIS (AP) - [12] dead, police said."),
        article("B", None, "TALLIS (AP) - [12] dead, doctors said."),
    ]
    figures, articles = joined(*rows)
    assert count_origins(figures.assign(source=["police", "Red Cross"]), articles) == 1


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [([], 0), ("ax bx", 1), ("ax ay bx", 2), ("ax ay az", 1), ("ax bx by cy cz", 3)],
)
def test_witnesses_with_an_origin_of_their_own(pairs, expected):
    assert most_independent(pairs.split() if pairs else []) == expected


def test_rows_without_an_outlet_are_left_out():
    figures, articles = joined(stated(None, None, 12, source="police"), stated("A", None, 12))
    assert count_origins(figures, articles) == 1


def test_nothing_has_no_origin():
    empty = tables.empty(tables.FIGURES).assign(outlet=None)
    assert count_origins(empty, tables.empty(tables.ARTICLES)) == 0
    figures, articles = joined(stated(None, None, 12))
    assert count_origins(figures, articles) == 0
