"""
Parse the code of a notebook's cell, also in several threads at once.

In: Python source. Out: its statements. Python 3.11 counts the depth of a syntax tree once for all
threads, so that two that parse at a time can fail with "AST constructor recursion depth mismatch"
(https://github.com/python/cpython/issues/106905); here one waits for the other.
"""

import ast
from threading import Lock

__all__ = ["statements_of"]

_ONE_AT_A_TIME = Lock()


def statements_of(source: str) -> list[ast.stmt]:
    """
    Return the statements of some code.

    Parameters
    ----------
    source : str

    Returns
    -------
    list of ast.stmt
        In their order; empty for no code.

    Raises
    ------
    SyntaxError
        If the source is no Python code.
    """
    with _ONE_AT_A_TIME:
        return ast.parse(source).body
