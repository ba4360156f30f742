"""
Show for each rule on figures how often it fires on labelled articles, right and wrong.

In: files of hand labels. Out: a table, see ``analysis.evaluate.rule_counts``.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["count"]


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
