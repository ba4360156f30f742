"""How a run is executed: bad values are refused, and what differs from the defaults is known."""

from dataclasses import FrozenInstanceError

import pytest

from analysis.core.errors import ParameterError
from analysis.run.execution import IN_THIS_PROCESS, Execution


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"processes": -1}, "processes=-1 is negative"),
        ({"threads": 0}, "threads=0 is too few"),
        (
            {"processes": 1, "scheduler": "tcp://a:1"},
            "processes=1 has no effect with a scheduler: the workers of tcp://a:1 do the work",
        ),
    ],
)
def test_bad_values_are_refused(values, message):
    with pytest.raises(ParameterError, match=message):
        Execution(**values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"processes": 0, "threads": 2}, []),
        ({"processes": 1, "threads": 1}, ["processes", "threads"]),
        ({"scheduler": "tcp://a:1"}, ["scheduler"]),
        ({"progress": True, "keep": False}, ["keep", "progress"]),
    ],
)
def test_fields_that_differ_from_their_defaults_are_named(values, expected):
    assert Execution(**values).changed_fields() == expected


def test_it_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        IN_THIS_PROCESS.processes = 2


def test_scripts_get_no_worker_processes_unless_they_ask():
    assert Execution(processes=1) == IN_THIS_PROCESS
