"""
Show for each rule on figures how often it fires on labelled articles, right and wrong.

In: files of hand labels. Out: a table, see ``analysis.evaluate.rule_counts``; and another of the
rules that are written in Python, with what each means.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["IN_CODE", "count", "in_code"]

IN_CODE = ["rule", "means", "example", "decided_in"]
"""Columns of ``in_code``."""


def count(labels: Sequence[Path] = ()) -> "pd.DataFrame":
    """
    Count where each rule fires.

    Parameters
    ----------
    labels : sequence of Path
        JSON lines with hand labels; by default the constructed sample of the project.

    Returns
    -------
    DataFrame
        See ``analysis.evaluate.rule_counts.count_rules``.

    Raises
    ------
    ParallaxError
        If a file cannot be read.
    """
    from analysis.core import paths
    from analysis.evaluate.rule_counts import count_rules

    return count_rules(list(labels) or [paths.DATA / "sample" / "labels.jsonl"])


def in_code() -> "pd.DataFrame":
    """
    Return what the rules mean that no file of rules has, since they are written in Python.

    Returns
    -------
    DataFrame
        ``rule``, ``means``, ``example`` and ``decided_in``, the modules that decide it. They are
        not counted: most depend on what the model predicts.
    """
    import pandas as pd

    from analysis.core.rules_in_code import rules_in_code

    rows = []
    for rule in rules_in_code():
        rows.append((rule.id, rule.means, rule.example, ", ".join(rule.modules)))
    return pd.DataFrame(rows, columns=IN_CODE)
