"""A user's own parties: what is read, and what a broken file says."""

import pytest

from analysis.core.errors import LexiconError, ParameterError
from analysis.extract.parties.gazetteer import Gazetteer, PartyName
from analysis.extract.parties.own_parties import read_user_parties
from analysis.extract.parties.owners import collect

VELM = '["Velm Front"]\nkind = "armed_group"\nnames = ["VF"]\nadjectives = ["Velmish"]\n'


def test_names_are_read_and_used(tmp_path):
    path = tmp_path / "parties.toml"
    path.write_text(VELM, encoding="utf8")
    names = read_user_parties(path)
    assert names == (
        PartyName("Velm Front", "armed_group", "name", "Velm Front"),
        PartyName("Velm Front", "armed_group", "name", "VF"),
        PartyName("Velm Front", "armed_group", "adjective", "Velmish"),
    )
    article = collect("Velmish fighters and VF militants left.", Gazetteer(names))
    assert article.said == ["Velm Front", "Velm Front"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('["A"]\nnames = ["B"]\n', "A.kind: is missing"),
        ('["A"]\nkind = "planet"\n', "planet"),
        ('["A"]\nkind = "country"\nname = ["B"]\n', "name"),
        ('["A"]\nkind = "country"\nnames = "B"\n', "is not a list"),
        ('["A"\n', "not valid TOML"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, content, message):
    path = tmp_path / "parties.toml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(LexiconError, match=message) as error:
        read_user_parties(path)
    assert "parties.toml:" in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ParameterError, match="There is no file"):
        read_user_parties(tmp_path / "none.toml")
