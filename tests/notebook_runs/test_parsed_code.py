"""The code of a cell is parsed, also by several threads at once."""

import ast
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.notebook_runs.parsed_code import statements_of


def test_statements_are_in_their_order():
    found = statements_of("one = 1\ntwo: int = 2")
    assert [type(statement) for statement in found] == [ast.Assign, ast.AnnAssign]


def test_no_code_has_no_statements():
    assert statements_of("") == []


def test_what_is_no_code_is_refused():
    with pytest.raises(SyntaxError):
        statements_of("one = = 1")


def test_threads_do_not_disturb_each_other():
    deep = "x = " + "(" * 60 + "1" + ")" * 60 + "\n"
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(statements_of, [deep * 20] * 40))
    assert {len(statements) for statements in found} == {20}
