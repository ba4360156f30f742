"""
Say how much of a run a person has checked, and keep that alone.

In: the tables of a run with its corrections. Out: a sentence for the note of every chart; tables
without figures and attributions that nobody checked.
"""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd

from analysis.corrections.places import parse_place
from analysis.corrections.spans import Frames

__all__ = ["checked_sentence", "only_checked"]

_NOUNS = ("figures", "attributions")


class _Tables(Protocol):
    """The tables of a run as attributes."""

    def __getattr__(self, name: str, /) -> pd.DataFrame: ...


def checked_sentence(run: _Tables) -> str:
    """
    Return the sentence that says how many figures and attributions were checked.

    Parameters
    ----------
    run : Run

    Returns
    -------
    str
        "31 of 214 figures checked by 2 coders, 2 changed." Attributions follow if any was checked.
        Empty for a run without corrections. Figures that a person removed are counted, but are no
        part of the total.
    """
    corrections = run.corrections
    if corrections.empty:
        return ""
    parts = []
    for table in _NOUNS:
        frame = getattr(run, table)
        n_removed = _n_removed(corrections, table, run.articles)
        if table == "figures" or n_removed or frame["checked"].notna().any():
            parts.append(_part(table, frame, n_removed))
    return f"{'; '.join(parts)}."


def _part(noun: str, frame: pd.DataFrame, n_removed: int) -> str:
    checked = frame["checked"].dropna()
    names = frame["checked_by"].dropna().str.split("; ").explode()
    n_coders = names.nunique()
    by = f" by {n_coders} coder{'s' if n_coders > 1 else ''}" if n_coders else ""
    sentence = f"{len(checked):,} of {len(frame):,} {noun} checked{by}"
    counts = {
        "changed": int(checked.eq("changed").to_numpy().sum()),
        "added": int(checked.eq("added").to_numpy().sum()),
        "removed": n_removed,
    }
    told = [
        f"{count:,} {word}"
        for word, count in counts.items()
        if count or (word == "changed" and len(checked))
    ]
    return ", ".join([sentence, *told])


def _n_removed(corrections: pd.DataFrame, table: str, articles: pd.DataFrame) -> int:
    """Return how many rows of some articles were removed by hand."""
    says_wrong = corrections["column"].eq("wrong")
    says_wrong |= corrections["column"].eq("checked") & corrections["new"].str.lower().eq("wrong")
    applied = corrections["table"].eq(table) & corrections["status"].eq("applied") & says_wrong
    ids = set(articles["article_id"])
    places = [parse_place(key) for key in corrections.loc[applied, "key"].unique()]
    return sum(place is not None and place.article_id in ids for place in places)


def only_checked(frames: Mapping[str, pd.DataFrame]) -> Frames:
    """
    Keep the figures and attributions that a person has checked.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables of a run. Not changed.

    Returns
    -------
    dict of str to DataFrame
        ``figures``, ``attributions`` and ``attribution_spans``. Nothing refers to a row that is
        left out.
    """
    figures, attributions = frames["figures"], frames["attributions"]
    kept = attributions.loc[attributions["checked"].notna()].reset_index(drop=True)
    ids = kept["attribution_id"].tolist()
    spans = frames["attribution_spans"]
    checked = figures.loc[figures["checked"].notna()].reset_index(drop=True)
    part_of, attribution_id = checked["part_of"], checked["attribution_id"]
    checked = checked.assign(
        part_of=part_of.where(part_of.isin(checked["figure_id"].tolist()), None),
        attribution_id=attribution_id.where(attribution_id.isin(ids), None),
    )
    return {
        "figures": checked,
        "attributions": kept,
        "attribution_spans": spans.loc[spans["attribution_id"].isin(ids)].reset_index(drop=True),
    }
