"""A finding can be made again from the files that were saved with it."""

import json

import pandas as pd
import pytest

from analysis.compare.findings.differences import difference_finding
from analysis.compare.findings.names import naming_finding
from analysis.compare.findings.remake import remake
from analysis.compare.naming_contrast import naming_choices
from analysis.core.errors import ParameterError
from analysis.notebook_runs.outputs import save_outputs
from tests.compare.findings.difference_rows import differences


def saved(folder, name):
    return json.loads((folder / f"{name}.json").read_text())["claim"]


def test_from_its_table(tmp_path):
    table = differences({}, {"outlet": "Post", "p_adjusted": 0.2})
    finding = difference_finding(table, 5, "sources")
    save_outputs(tmp_path, "sources", table=table, finding=finding)
    claim = saved(tmp_path, "sources")
    assert claim["facts"] == {"min_events": 5, "subject": "sources"}
    assert remake(claim, pd.read_csv(tmp_path / "sources.csv")) == finding


def test_from_its_tests(tmp_path):
    table = differences({})
    finding = difference_finding(table, min_events=5)
    save_outputs(
        tmp_path, "sources", table=pd.DataFrame({"share": [1]}), tests=table, finding=finding
    )
    shown, tests = (pd.read_csv(tmp_path / f"sources{end}.csv") for end in ("", "_tests"))
    assert remake(saved(tmp_path, "sources"), shown, tests) == finding


def test_from_both(tmp_path):
    names = pd.DataFrame(
        {
            "article_id": list("abcdefghij") * 2,
            "referent": "army",
            "choice": ["x"] * 20,
            "text": "x",
        }
    )
    articles = pd.DataFrame({"article_id": list("abcdefghij"), "outlet": list("AB") * 5})
    choices = naming_choices(names, articles, ["army"])
    finding = naming_finding(choices, differences(), 5)
    save_outputs(tmp_path, "names", table=choices, tests=differences(), finding=finding)
    shown, tests = (pd.read_csv(tmp_path / f"names{end}.csv") for end in ("", "_tests"))
    assert remake(saved(tmp_path, "names"), shown, tests) == finding


def test_another_table_makes_another_finding():
    finding = difference_finding(differences({}), 5)
    claim = {"made_by": finding.made_by, "facts": finding.facts}
    assert remake(claim, differences({"mean": 0.7})) != finding


@pytest.mark.parametrize("made_by", ["", "os:system", "analysis.core.finding:listed"])
def test_only_functions_of_the_folder_are_called(made_by):
    with pytest.raises(ParameterError, match="cannot be made again"):
        remake({"made_by": made_by, "facts": {}}, differences())
