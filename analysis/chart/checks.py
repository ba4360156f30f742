"""
Show which marks of a chart a person has checked.

In: rows with ``checked``, as in FIGURES. Out: the sign behind a number, words for a tooltip, and a
sentence for the caption; nothing where nobody has checked anything.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.chart.text_fitting import is_missing

__all__ = ["CHECK", "check_note", "check_sign", "check_words"]

CHECK = "✓"
"""Behind a number that a person has checked."""


def check_sign(row: Mapping) -> str:
    """Return ``" ✓"`` for a row that a person has checked, else nothing."""
    return "" if is_missing(row.get("checked")) else f" {CHECK}"


def check_words(row: Mapping) -> str:
    """
    Return what a tooltip says of a check.

    Examples
    --------
    >>> check_words({"checked": "right", "checked_by": "AB"}), check_words({"checked": None})
    ('Checked by AB: right.', '')
    """
    if is_missing(row.get("checked")):
        return ""
    coder = row.get("checked_by")
    by = "" if is_missing(coder) else f" by {coder}"
    return f"Checked{by}: {row['checked']}."


def check_note(table: pd.DataFrame) -> str:
    """Return the sentence that explains the sign, or nothing if no row was checked."""
    if "checked" not in table or not table["checked"].notna().to_numpy().any():
        return ""
    return f"{CHECK}: checked by a person."
