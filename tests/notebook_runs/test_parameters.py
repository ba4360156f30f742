"""Parameters are declared once, and a wrong name or value is refused before a kernel starts."""

import re

import pytest
from small_notebooks import build

from analysis.core import paths
from analysis.core.errors import ParameterError
from analysis.notebook_runs import parameters, scheduler


@pytest.fixture
def works(tmp_path):
    return build(tmp_path, "01_works")[0]


@pytest.fixture
def event(tmp_path):
    return build(tmp_path, "08_event")[0]


def test_each_has_name_type_default_and_help(works):
    found = parameters.declared(works)
    assert list(found) == ["n", "names", "output_dir"]
    assert [(p.name, p.kind, p.default, p.help) for p in found.values()] == [
        ("n", "int", 1, "how many"),
        ("names", "list[str]", [], "whom to name"),
        ("output_dir", "str", "", "folder for outputs"),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"n": "3"}, {"n": 3}),
        ({"n": 3}, {"n": 3}),
        ({"n": "-3"}, {"n": -3}),
        ({"names": "a, b,"}, {"names": ["a", "b"]}),
        ({"names": ["a"]}, {"names": ["a"]}),
        ({"names": ""}, {"names": []}),
        ({}, {}),
    ],
)
def test_values_become_the_declared_type(works, given, expected):
    assert parameters.check(works, given) == expected


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"nname": 1}, "No parameter 'nname'; did you mean 'name"),
        ({"n": "many"}, "01_works: parameter n should be int, but is 'many'"),
        ({"n": 1.5}, "n should be int"),
        ({"n": True}, "n should be int"),
        ({"names": [1]}, "names should be list"),
        ({"n": None}, "n should be int"),
    ],
)
def test_bad_values_are_refused(works, given, message):
    with pytest.raises(ParameterError, match=message):
        parameters.check(works, given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"limit": -1}, "limit should be 0 or more, but is -1"),
        ({"since": "yesterday"}, "since should be a day such as 2018-11-02, but is 'yesterday'"),
        ({"since": "2018-13-01"}, "since should be a day"),
        ({"sheets": "none.xlsx"}, "sheets names 'none.xlsx', which is not a file in"),
    ],
)
def test_what_the_type_does_not_decide_is_checked_too(event, given, message):
    with pytest.raises(ParameterError, match=message):
        parameters.check(event, given)


def test_values_that_are_empty_or_fit_are_taken_as_they_are(event):
    given = {"limit": 0, "since": "", "sheets": [], "n": 0}
    assert parameters.check(event, given) == given
    assert parameters.check(event, {"since": "2018-11-02"}) == {"since": "2018-11-02"}


def test_a_file_is_looked_for_in_the_given_folder_then_with_the_notebooks(
    event, tmp_path, monkeypatch
):
    for folder in ("base", "notebooks"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.xlsx").touch()
        (tmp_path / folder / "both.xlsx").touch()
    monkeypatch.setattr(paths, "NOTEBOOKS", tmp_path / "notebooks")
    given = {"sheets": "base.xlsx,notebooks.xlsx,both.xlsx"}
    found = parameters.check(event, given, base=tmp_path / "base")["sheets"]
    expected = ["base/base.xlsx", "notebooks/notebooks.xlsx", "base/both.xlsx"]
    assert found == [str(tmp_path / file) for file in expected]
    monkeypatch.chdir(tmp_path / "base")
    assert parameters.check(event, {"sheets": "both.xlsx"})["sheets"] == [
        str(tmp_path / "base" / "both.xlsx")
    ]


def test_names_meant_for_other_notebooks_may_be_left_out(works):
    assert parameters.check(works, {"n": 2, "event": "x"}, ignore_unknown=True) == {"n": 2}


@pytest.mark.parametrize(
    ("old_name", "new_name"),
    [
        ("start", "since"),
        ("end", "until"),
        ("minimum", "min_events"),
        ("top", "lead_sentences"),
        ("errors", "n_errors"),
    ],
)
def test_a_former_name_is_refused_with_the_new_one(old_name, new_name):
    message = parameters.unknown_parameter(old_name, ["corpus", new_name], "See: there")
    assert message == f"Parameter '{old_name}' is now called '{new_name}'. See: there"
    assert "is now called" not in parameters.unknown_parameter(old_name, ["corpus"])


def test_a_former_name_is_refused_by_the_check_of_a_notebook(event):
    with pytest.raises(ParameterError, match="'start' is now called 'since'.*notebooks 08_event"):
        parameters.check(event, {"start": "2018-11-02"})


def test_no_notebook_declares_a_former_name():
    for notebook in sorted(paths.NOTEBOOKS.glob("*.ipynb")):
        assert set(parameters.declared(notebook)) & set(parameters.RENAMED) == set()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("05_untyped", "parameter n should read 'n: type = value  # help'"),
        ("09_no_help", "parameter n should read 'n: type = value  # help'"),
        ("10_no_value", "parameter n should read 'n: type = value  # help'"),
        ("11_odd_type", "with a type among str, int, float, bool"),
        ("12_statement", r"parameter print\('no parameter'\) should read"),
        ("06_no_parameters", "no cell tagged 'parameters'"),
        ("07_misfit", "n should be int, but is 'one'"),
    ],
)
def test_a_badly_declared_cell_is_refused(tmp_path, name, message):
    with pytest.raises(ParameterError, match=message):
        parameters.declared(build(tmp_path, name)[0])


def test_a_cell_without_parameters_declares_none(tmp_path):
    assert parameters.declared(build(tmp_path, "13_empty")[0]) == {}


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"outcome": "ingured"}, "No outcome 'ingured'; did you mean 'injured'? Available: killed"),
        ({"outcome": "banana"}, "No outcome 'banana'. Available: killed, injured"),
        ({"since": "yesterday"}, "since should be a day"),
        ({"limit": -1}, "limit should be 0 or more"),
        ({"limit": "many"}, "limit should be int"),
        ({"story": 3}, "story should be str"),
        ({"quantity": 3}, "quantity should be str"),
    ],
)
def test_a_notebook_that_runs_without_check_refuses_bad_values(variables, message):
    with pytest.raises(ParameterError, match=re.escape(message)):
        parameters.validate("02_figures", {"outcome": "killed", **variables})


@pytest.mark.parametrize("path", scheduler.find_notebooks(), ids=lambda path: path.stem)
def test_the_defaults_of_every_notebook_pass(path):
    defaults = {name: one.default for name, one in parameters.declared(path).items()}
    parameters.validate(path.stem, {**defaults, "another_variable": object()})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Reuters", ["Reuters"]),
        ("SANA, Reuters", ["SANA", "Reuters"]),
        ("", []),
        (["SANA"], ["SANA"]),
    ],
)
def test_a_list_given_as_text_becomes_a_list(given, expected):
    variables = {"outlets": given, "outcome": "killed", "other": "a,b"}
    parameters.validate("02_figures", variables)
    assert variables == {"outlets": expected, "outcome": "killed", "other": "a,b"}


def test_a_query_that_cannot_be_read_is_refused_before_a_kernel_starts():
    notebook = paths.NOTEBOOKS / "02_figures.ipynb"
    query = "Raqqa AND (grave* OR coalition)"
    assert parameters.check(notebook, {"query": query}) == {"query": query}
    message = r"02_figures: parameter query: query 'a AND' cannot be read\. SQLite says: .*Example"
    with pytest.raises(ParameterError, match=message):
        parameters.check(notebook, {"query": "a AND"})
