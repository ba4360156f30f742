"""An abbreviation is the outlet at whose hosts all its articles are, if that is in the corpus."""

import pandas as pd
import pytest

from analysis.core.selection import Selection
from analysis.load import read
from analysis.load.outlets import Abbreviations, OutletNames, read_registry
from analysis.load.staging import stage

TEXT = "A bridge fell in Tallis on Monday and 12 people were hurt, the city said."
MINE = """
["harborpost.example"]
name = "Harbor Post"
names = ["The HarborPost"]
["show.example"]
name = "Harbor Shows (aggregator)"
kind = "aggregator"
["wire.example"]
name = "Wire Service"
"""
POST = "https://www.harborpost.example/1"


@pytest.fixture
def names(tmp_path):
    path = tmp_path / "outlets.toml"
    path.write_text(MINE)
    return OutletNames(read_registry(path))


def full_names(names, *given):
    """Return what abbreviations stand for, from pairs of a name and an address."""
    found = Abbreviations(names)
    for name, url in given:
        found.add(name and names.printed(name), url)
    return found.full_names()


@pytest.mark.parametrize("short", ["HPO", "HP", "HARBO"])
def test_an_abbreviation_is_the_outlet_of_its_host(names, short):
    given = [("Harbor Post", None), (short, POST), (short, None), (None, POST)]
    assert full_names(names, *given) == {short: "Harbor Post"}


@pytest.mark.parametrize(
    "given",
    [
        [("Harbor Post", POST)],
        [("HPO", POST)],  # the other one is not in the corpus
        [("Harbor Post", POST), ("HPO", None)],
        [("Harbor Post", POST), ("HPO", POST), ("HPO", "https://wire.example/1")],
        [("Harbor Post", POST), ("HPO", POST), ("HPO", "https://unknown.example/1")],
        [("Harbor Post", POST), ("HPO", "no address")],
        # a site shows articles of others: their letters are not its own
        [("Harbor Post", POST), ("TLS", POST)],
        [("Harbor Post", POST), ("POST", POST)],
        [("Harbor Post", POST), ("Hpo", POST)],
        [("Harbor Post", POST), ("HARBOR", POST)],
        [("Harbor Post", POST), ("AFP", POST)],
        [("Harbor Shows (aggregator)", None), ("HS", "https://show.example/1")],
    ],
)
def test_other_names_are_outlets_of_their_own(names, given):
    assert full_names(names, *given) == {}


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "news" / "articles.csv"
    path.parent.mkdir()
    path.with_name("outlets.toml").write_text(MINE)
    rows = {"outlet": ["HPO", "Harbor Post", "Tallis Star"], "text": TEXT, "date": "2018-11-02"}
    pd.DataFrame({**rows, "url": [POST, POST, "https://star.example"]}).to_csv(path, index=False)
    return path


def test_a_run_says_that_it_prints_an_abbreviation_as_an_outlet(corpus):
    loaded = read(corpus)
    assert loaded.articles["outlet"].tolist() == ["Harbor Post", "Harbor Post", "Tallis Star"]
    assert loaded.articles["outlet_given"].tolist() == ["HPO", "Harbor Post", "Tallis Star"]
    assert loaded.outlets["renamed"] == [{"given": "HPO", "printed": "Harbor Post", "articles": 1}]
    (reason,) = loaded.problems.loc[loaded.problems["reason"].str.startswith("HPO"), "reason"]
    assert "all addresses of its articles are of Harbor Post" in reason
    assert len(read(corpus, selection=Selection(outlets=("HPO",))).articles) == 2


def test_batches_print_the_same(corpus, tmp_path):
    loaded, staged = read(corpus), stage(corpus, tmp_path / "staged")
    batches = pd.concat(list(staged.batches(2)), ignore_index=True)
    assert batches["outlet"].tolist() == loaded.articles["outlet"].tolist()
    assert staged.outlets == loaded.outlets
    pd.testing.assert_frame_equal(staged.problems(), loaded.problems)


def test_who_names_the_abbreviation_keeps_it_apart(corpus):
    mine = corpus.with_name("outlets.toml")
    mine.write_text(f'{MINE}["hpo.example"]\nname = "HPO"\n')
    assert read(corpus).articles["outlet"].tolist()[0] == "HPO"
