"""
Which outlets of a story have no number in the rows that its page shows side by side.

In: a ``Story`` and the rows of its matrix. Out: sentences that name the other outlets: those whose
numbers stand in other rows only, and those of which no number was found that stands.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.report.stories import Story, outlet_name

__all__ = ["absent_outlets"]

MAX_NAMES = 24


def absent_outlets(story: Story, rows: pd.DataFrame) -> list[str]:
    """
    Return sentences that name the outlets of a story with no number in these rows.

    Parameters
    ----------
    story : Story
    rows : DataFrame
        Rows of ``quantities`` that are shown, with ``quantity_id``.

    Returns
    -------
    list of str
        At most two sentences; empty if every outlet has a number in these rows.
    """
    shown = story.cells["quantity_id"].isin(rows["quantity_id"])
    in_rows = {outlet_name(outlet) for outlet in story.cells.loc[shown, "outlet"]}
    with_numbers = {outlet_name(outlet) for outlet in story.cells["outlet"]}
    everybody = {outlet_name(outlet) for outlet in story.articles["outlet"]}
    sentences = [
        _naming("Numbers in other rows only", with_numbers - in_rows),
        _naming("No number in any row", everybody - with_numbers),
    ]
    return [sentence for sentence in sentences if sentence]


def _naming(what: str, outlets: Iterable[str]) -> str:
    """Name the first of the outlets, and count those beyond."""
    names = sorted(outlets)
    if not names:
        return ""
    n_more = len(names) - MAX_NAMES
    more = f" and {n_more:,} more" if n_more > 0 else ""
    return f"{what}: {', '.join(names[:MAX_NAMES])}{more}."
