"""
Make a saved finding again from its saved table, to see that the sentence says what the table says.

In: the claim that a notebook saved next to a chart, and its CSV files. Out: a finding.
"""

from collections.abc import Mapping
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.core.errors import ParameterError
from analysis.core.finding import Finding
from analysis.core.safe_csv import unescape_formula

__all__ = ["read_saved_table", "remake"]

_FOLDER = "analysis.compare.findings."
_TEXTS = (
    "words",
    "text",
    "before",
    "rivals",
    "also",
    "outlet",
    "label",
    "choice",
    "referent",
    "term",
    "source",
)
"""Columns that stay text even if every cell looks like a number."""


def read_saved_table(path: Path) -> pd.DataFrame:
    """
    Read a table as a notebook saved it.

    Parameters
    ----------
    path : Path
        CSV, or a zip archive of one.

    Returns
    -------
    DataFrame
        Texts are as they were before they were made safe for a spreadsheet.
    """
    table = pd.read_csv(path, dtype=dict.fromkeys(_TEXTS, "str"))
    for column in table.columns:
        if isinstance(table[column].dtype, pd.StringDtype) or table[column].dtype == object:
            table[column] = table[column].map(unescape_formula, na_action="ignore")
    return table


def remake(
    claim: Mapping[str, Any], table: pd.DataFrame, tests: pd.DataFrame | None = None
) -> Finding:
    """
    Make a finding again.

    Parameters
    ----------
    claim : mapping
        ``made_by`` and ``facts``, as ``save_outputs`` wrote them.
    table : DataFrame
        What the chart shows. Not changed.
    tests : DataFrame, optional
        The tests behind the finding, if they are a table of their own. A finding of one table is
        made from the tests if there are any. Not changed.

    Returns
    -------
    Finding

    Raises
    ------
    ParameterError
        If the claim was not made by a function of this folder.
    """
    module, _, name = str(claim["made_by"]).partition(":")
    if not module.startswith(_FOLDER):
        raise ParameterError(
            f"A finding made by {claim['made_by']!r} cannot be made again; "
            f"expected a function of {_FOLDER.rstrip('.')}."
        )
    make = getattr(import_module(module), name)
    wanted = [key for key in signature(make).parameters if key not in claim["facts"]]
    given = [table] if tests is None else [table, tests]
    if len(wanted) < len(given):
        given = given[-len(wanted) :] if wanted else []
    return make(**dict(zip(wanted, given, strict=True)), **claim["facts"])
