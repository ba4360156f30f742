"""
How often the machine is right: the measured accuracy that stands beside every result.

In: ``data/models/accuracy.csv``, which ``python -m analysis.train.evaluate`` and notebook 09 write from hand labels.
Out: the rows of the tasks that a notebook rests on. Nothing is measured here.
"""

import pandas as pd

from analysis import paths
from analysis.errors import MissingResourceError, ParameterError, unknown

__all__ = ["COLUMNS", "beside", "known"]

COLUMNS = ("task", "measure", "value", "low", "high", "n", "corpus", "date")
"""``low`` and ``high`` bound a 95% interval from a bootstrap over articles; ``n`` counts articles."""


def known(path=None):
    """
    Read all measured accuracies.

    Parameters
    ----------
    path : Path, optional
        Default ``data/models/accuracy.csv``.

    Returns
    -------
    DataFrame
        Columns as ``COLUMNS``; values 0 to 1, higher is better.

    Raises
    ------
    MissingResourceError
        If the file is not there.
    """
    path = path or paths.MODELS / "accuracy.csv"
    if not path.is_file():
        raise MissingResourceError(
            f"No accuracies at {path}. Restore the file from git, or measure: see CONTRIBUTING.md."
        )
    return pd.read_csv(path)[list(COLUMNS)]


def beside(*tasks, path=None):
    """
    Give the accuracy of the extractors that a result rests on.

    Parameters
    ----------
    *tasks : str
        Such as "figures", "attributions".
    path : Path, optional
        See ``known``.

    Returns
    -------
    DataFrame
        The rows of those tasks, in that order.

    Raises
    ------
    ParameterError
        If nothing was measured for a task: a result whose accuracy nobody knows is not to be shown as if it were known.
    """
    found = known(path)
    for task in tasks:
        if task not in set(found["task"]):
            raise ParameterError(unknown("measured task", task, found["task"].unique()))
    return pd.concat([found[found["task"].eq(task)] for task in tasks], ignore_index=True).round(3)
