"""Labels of attributions that were read: what they hold, and of which articles."""

import pytest

from analysis.core.errors import MissingResourceError
from analysis.core.tables import SOURCE_TYPES, STANCES
from analysis.evaluate.attributions_read import read_labels
from analysis.train import attribution_labels
from analysis.train.attribution_labels import labelled_articles


def test_only_attributions_have_a_source():
    labels = read_labels()
    assert not labels.duplicated(["article_id", "start", "end"]).any()
    assert set(labels["part"]) == {"cue", "content"}
    is_one = labels["is_attribution"].eq(1)
    assert set(labels.loc[is_one, "source_type"]) == set(SOURCE_TYPES)
    assert set(labels.loc[is_one, "cue_stance"]) <= set(STANCES)
    of_none = labels.loc[~is_one, ["source_right", "name_right", "source_type", "cue_stance"]]
    assert of_none.isna().all(axis=None)
    assert labels["name_start"].isna().eq(labels["name_end"].isna()).all()


def test_an_article_of_two_files_comes_with_the_first(monkeypatch, tmp_path):
    rows = [{"article_id": "known"}, {"article_id": "of nobody"}]
    monkeypatch.setattr(attribution_labels, "read_gold", lambda folder, name: rows)
    found = labelled_articles(tmp_path, ["known", "lost"])
    assert next(found) == [{"article_id": "known"}]
    with pytest.raises(
        MissingResourceError, match=r"lacks 1 of the labelled articles, such as lost"
    ):
        assert not any(found)
