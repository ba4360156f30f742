"""Outlets are named while articles are read, in memory and in batches."""

import pandas as pd
import pytest

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.load import read
from analysis.load.staging import stage

TEXT = "A bridge fell in Tallis on Monday and 12 people were hurt, the city said."
OUTLETS = ("www.cnn.com", "edition.cnn.com", "tallis.example", "news.yahoo.com", "Tallis  Herald")
MINE = '["tallis.example"]\nname = "Tallis Herald"\nkind = "private"\n'
PRINTED = ["CNN", "CNN", "Tallis Herald", "Yahoo News (aggregator)", "Tallis Herald"]


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "news" / "articles.csv"
    path.parent.mkdir()
    pd.DataFrame({"outlet": OUTLETS, "text": TEXT, "date": "2018-11-02"}).to_csv(path, index=False)
    return path


def test_outlets_are_printed_under_one_name_and_keep_what_is_given(corpus):
    corpus.with_name("outlets.toml").write_text(MINE)
    loaded = read(corpus)
    assert loaded.articles["outlet"].tolist() == PRINTED
    assert loaded.articles["outlet_given"].tolist() == list(OUTLETS)
    renamed = {row["given"]: row["printed"] for row in loaded.outlets["renamed"]}
    assert renamed == {
        "www.cnn.com": "CNN",
        "edition.cnn.com": "CNN",
        "tallis.example": "Tallis Herald",
        "news.yahoo.com": "Yahoo News (aggregator)",
        "Tallis  Herald": "Tallis Herald",
    }
    assert loaded.problems["reason"].str.contains("shows articles of other outlets").sum() == 1


def test_a_named_file_is_used_instead(corpus, tmp_path):
    corpus.with_name("outlets.toml").write_text(MINE)
    other = tmp_path / "other.toml"
    other.write_text(MINE.replace("Tallis Herald", "The Herald"))
    assert read(corpus, outlets_file=other).articles["outlet"][2] == "The Herald"
    with pytest.raises(ParameterError, match="no file"):
        read(corpus, outlets_file=tmp_path / "none.toml")


def test_batches_are_named_in_the_same_way(corpus, tmp_path):
    corpus.with_name("outlets.toml").write_text(MINE)
    loaded = read(corpus)
    staged = stage(corpus, tmp_path / "staged")
    columns = ["article_id", "outlet", "outlet_given"]
    batches = pd.concat(list(staged.batches(2)), ignore_index=True)
    pd.testing.assert_frame_equal(batches[columns], loaded.articles[columns])
    assert staged.outlets == loaded.outlets
    pd.testing.assert_frame_equal(staged.problems(), loaded.problems)


def test_the_file_is_no_article_of_a_folder(tmp_path):
    (tmp_path / "CNN").mkdir()
    (tmp_path / "CNN" / "a.txt").write_text(TEXT)
    (tmp_path / "outlets.toml").write_text('["cnn.com"]\nname = "Cable News"\nnames = ["CNN"]\n')
    loaded = read(tmp_path)
    assert loaded.counts["rows_in"] == 1
    assert loaded.articles["outlet"].tolist() == ["Cable News"]


def test_the_file_is_no_part_of_a_dataset(tmp_path):
    pd.DataFrame({"outlet": OUTLETS, "text": TEXT}).to_parquet(tmp_path / "a.parquet")
    (tmp_path / "outlets.toml").write_text(MINE)
    assert read(tmp_path).articles["outlet"].tolist() == PRINTED


@pytest.mark.parametrize("wanted", ["CNN", "cnn", "www.cnn.com", "EDITION.CNN.COM"])
def test_an_outlet_is_chosen_by_printed_or_given_name(corpus, wanted):
    chosen = read(corpus, selection=Selection(outlets=(wanted,))).articles
    assert chosen["outlet"].tolist() == ["CNN", "CNN"]
