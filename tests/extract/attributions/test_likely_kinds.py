"""Kinds of sources that no word list knows."""

import pytest

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.likely_kinds import MIN_P_KIND, likely_kind, with_likely_kinds

SURE = MIN_P_KIND + 0.1
UNSURE = MIN_P_KIND - 0.1


def source(kind, p=SURE):
    return Span("source", 0, 1, kind=kind, p_kind=p)


def told(*sources, names=None, listed="other"):
    rows = [{"source_name": name, "source_type": listed} for name in names or "a" * len(sources)]
    groups = [LinkedSpans(None, (), tuple(filter(None, [one]))) for one in sources]
    return [row["source_type"] for row in with_likely_kinds(rows, groups)]


@pytest.mark.parametrize(
    ("sources", "kind"),
    [
        ([source("expert")], "expert"),
        ([source("expert", MIN_P_KIND)], "expert"),
        ([source("expert", UNSURE)], None),
        ([source(None, 0.0)], None),
        ([], None),
        # "he" alone says less than "the director of fire operations" elsewhere
        ([source("media", 0.2), source("expert", 0.95)], "expert"),
        ([source("media", SURE), source("expert", 0.2)], None),
        ([source(None, 0.0), source("expert", SURE)], None),
    ],
)
def test_the_kind_over_all_places_of_a_source(sources, kind):
    assert likely_kind(sources) == kind


def test_only_what_no_list_knows_is_asked():
    assert told(source("expert")) == ["expert"]
    assert told(source("expert"), listed="military") == ["military"]
    assert told(source("other")) == ["other"]
    assert told(None) == ["other"]


def test_sources_of_one_name_have_one_kind_and_those_without_a_name_their_own():
    pair = source("expert", 0.9), source("media", 0.2)
    assert told(*pair, names=["Roe", "Roe"]) == ["expert", "expert"]
    assert told(*pair, names=[None, None]) == ["expert", "other"]
    assert told(*pair, names=["Roe", "Poe"]) == ["expert", "other"]


def test_nothing_is_changed():
    rows = [{"source_name": "Roe", "source_type": "other"}]
    with_likely_kinds(rows, [LinkedSpans(None, (), (source("expert"),))])
    assert rows == [{"source_name": "Roe", "source_type": "other"}]
