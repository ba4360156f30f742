"""The notebooks in words: all with their questions, or one with its parameters."""

import pytest

from analysis.commands.notebooks import describe
from analysis.core.errors import ParameterError
from analysis.notebook_runs import parameters, scheduler


def test_all_are_listed_without_parameters():
    described = describe()
    assert [one.name for one in described] == [path.stem for path in scheduler.find_notebooks()]
    assert all(one.title.endswith("?") and one.parameters == [] for one in described)


def test_one_is_described_with_its_parameters():
    (described,) = describe("02")
    (path,) = scheduler.find_notebooks(["02"])
    assert described.name == path.stem
    assert described.parameters == list(parameters.declared(path).values())


def test_an_unknown_one_is_refused():
    with pytest.raises(ParameterError, match="No notebook 'figures'"):
        describe("figures")
