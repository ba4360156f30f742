"""A user's own parties change whose an army is, in memory and in shards."""

import pytest

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.run import pipeline, streaming
from analysis.run.execution import Execution

TEXT = "Velmish fighters left the valley on Monday. Nobody was hurt, the village said."
OWN = '["Velm Front"]\nkind = "armed_group"\nadjectives = ["Velmish"]\n'
HERE = Execution(processes=1, keep=False)


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.csv"
    path.write_text(f'outlet,published,text\nA,2024-05-01,"{TEXT}"\n', encoding="utf8")
    return path


def parties(run):
    return run.parties.set_index("text")["party"].astype(object).to_dict()


def test_the_file_beside_the_articles_counts(articles):
    before = parties(pipeline.run(articles, execution=HERE))
    (articles.parent / "parties.toml").write_text(OWN, encoding="utf8")
    after = pipeline.run(articles, execution=HERE)
    assert before["fighters"] != "Velm Front"
    assert parties(after)["fighters"] == "Velm Front"


def test_a_file_that_is_named_counts_in_shards_too(articles, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf8")
    run = streaming.run(articles, tmp_path / "out", execution=HERE, parties_file=own)
    assert parties(run)["fighters"] == "Velm Front"
    assert run.manifest["parameters"]["parties_file"] == "own.toml"


def test_it_has_no_effect_on_tables_and_says_so(articles, tmp_path):
    folder = pipeline.run(articles, execution=HERE).save(tmp_path / "tables")
    with pytest.raises(ParameterError, match="parties_file"):
        pipeline.run(folder, selection=Selection(), parties_file=articles)
