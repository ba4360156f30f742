"""Parameters are declared once, and a wrong name or value is refused before a kernel starts."""

import pytest
from small_notebooks import build

from analysis.core.errors import ParameterError
from analysis.notebook_runs import parameters


@pytest.fixture
def works(tmp_path):
    return build(tmp_path, "01_works")[0]


def test_each_has_name_type_default_and_help(works):
    found = parameters.declared(works)
    assert [(p.name, p.kind, p.default, p.help) for p in found.values()] == [
        ("n", "int", 1, "how many"),
        ("names", "list[str]", [], "whom to name"),
        ("output_dir", "str", "", "where to keep"),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"n": "3"}, {"n": 3}),
        ({"n": 3}, {"n": 3}),
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
        ({"n": "many"}, "n should be int, but is 'many'"),
        ({"n": 1.5}, "n should be int"),
        ({"n": True}, "n should be int"),
        ({"names": [1]}, "names should be list"),
        ({"n": None}, "n should be int"),
    ],
)
def test_bad_values_are_refused(works, given, message):
    with pytest.raises(ParameterError, match=message):
        parameters.check(works, given)


def test_names_meant_for_other_notebooks_may_be_left_out(works):
    assert parameters.check(works, {"n": 2, "event": "x"}, ignore_unknown=True) == {"n": 2}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("05_untyped", "should read 'n: type = value  # help'"),
        ("06_no_parameters", "no cell tagged 'parameters'"),
        ("07_misfit", "n should be int, but is 'one'"),
    ],
)
def test_a_badly_declared_cell_is_refused(tmp_path, name, message):
    with pytest.raises(ParameterError, match=message):
        parameters.declared(build(tmp_path, name)[0])
