"""Tables have distinct names, and are defined in terms of one another where they share values."""

from analysis.core import tables

EVERY_TABLE = [*tables.ALL.values(), *tables.FOR_NOTEBOOKS]


def test_names_are_unique():
    names = [table.name for table in EVERY_TABLE]
    assert len(names) == len(set(names))
    assert all(name == table.name for name, table in tables.ALL.items())


def test_tables_that_are_stored_for_each_article_exist_and_name_the_article():
    for name in tables.PER_ARTICLE:
        assert "article_id" in tables.ALL[name].columns


def test_keys_are_columns_that_are_never_null():
    for table in EVERY_TABLE:
        for name in table.key:
            assert table.columns[name].null is False, (table.name, name)


def test_spans_have_a_start_and_an_end():
    for table in EVERY_TABLE:
        assert ("start" in table.columns) == ("end" in table.columns), table.name


def test_every_candidate_kind_is_allowed_and_has_an_explanation():
    assert tables.CANDIDATES.columns["kind"].allowed == tuple(tables.CANDIDATE_KINDS)
    assert all(tables.CANDIDATE_KINDS.values())
