"""
Lay corrections over tables that an earlier run wrote.

In: an opened run and a file of corrections. Out: the run with corrected tables; nothing on disk
changes. Events are found again only where an article or a group is corrected, quantities only where
a figure or a story is.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError
from analysis.corrections.kinds import GROUPED
from analysis.corrections.read import Corrections, read_corrections
from analysis.run.corrected import Correcting
from analysis.run.event_groups import find_events_or_problems
from analysis.run.manifest import Manifest
from analysis.run.quantity_groups import find_quantities_or_problems

__all__ = ["correct_tables", "status_of_rows"]

_OF_ARTICLES = ("articles", "outlets", "events", "stories")
_FOUND = {"event_id": "event-", "story_id": "story-"}
"""Columns of groups, and how the ids of those begin that were found, not given."""


def correct_tables(
    frames: Mapping[str, pd.DataFrame],
    manifest: Manifest,
    corrections: str | Path | Corrections | None = None,
    *,
    only_checked: bool = False,
) -> tuple[Mapping[str, pd.DataFrame], Manifest]:
    """
    Lay a file of corrections over the tables of a run.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        All tables of the run. Not changed.
    manifest : Manifest
        Of the run. Not changed.
    corrections : str or Path, optional
    only_checked : bool
        Keep only the figures and attributions that a person has checked.

    Returns
    -------
    frames, manifest
        Those that were given if the same file was laid over the tables when they were made. Copies
        of articles are not looked for again.

    Raises
    ------
    InputError
        If the file cannot be read or has bad rows; or if the tables hold the corrections of another
        file, which cannot be taken back.
    """
    found = _opened(corrections)
    if found and _is_laid_over(manifest, found):
        found = Corrections()
    if not found and not only_checked:
        return frames, manifest
    is_selection = bool(manifest["counts"].get("load", {}).get("filtered"))
    correcting = Correcting(found, is_selection=is_selection, only_checked=only_checked)
    new = _corrected(frames, correcting)
    changed = manifest.copy()
    if found:
        new["corrections"] = correcting.ledger.table()
        told = correcting.ledger.problems()
        new["problems"] = pd.concat([new["problems"], told], ignore_index=True)
        changed["corrections"] = correcting.facts()
        counts = {"corrections": correcting.ledger.counts()}
        changed["counts"] = {**manifest["counts"], **counts}
    if only_checked:
        changed["parameters"] = {**manifest["parameters"], "only_checked": True}
    changed["rows"] = {name: len(frame) for name, frame in new.items()}
    return new, changed


def _opened(corrections: str | Path | Corrections | None) -> Corrections:
    if isinstance(corrections, Corrections):
        return corrections
    return read_corrections(corrections) if corrections else Corrections()


def status_of_rows(
    corrections: Corrections, frames: Mapping[str, pd.DataFrame], manifest: Manifest
) -> list[tuple[str, str, str]]:
    """
    Return what becomes of each correction, without changing anything.

    Parameters
    ----------
    corrections : Corrections
    frames, manifest
        See ``correct_tables``.

    Returns
    -------
    list of (str, str, str)
        File and row, status, and why; in the order of the file.

    Raises
    ------
    InputError
        If the tables hold the corrections of another file.
    """
    if _is_laid_over(manifest, corrections):
        table = frames["corrections"]
    else:
        is_selection = bool(manifest["counts"].get("load", {}).get("filtered"))
        correcting = Correcting(corrections, is_selection=is_selection)
        _corrected(frames, correcting)
        table = correcting.ledger.table()
    whys = table["why"].where(table["why"].notna(), "")
    wheres = corrections.rows["where"]
    return list(zip(wheres, table["status"], whys, strict=True))


def _is_laid_over(manifest: Manifest, found: Corrections) -> bool:
    """Return whether tables hold the corrections of a file; refuse those of another."""
    laid = manifest.get("corrections")
    if laid is None:
        return False
    if found.sha256 == laid["sha256"]:
        return True
    raise InputError(
        f"The tables hold the corrections of {laid['name']}, as it was when they were made; those "
        f"of {found.name} cannot be laid over them. Make the tables again from the articles: "
        f"parallax extract SOURCE --corrections {found.name}"
    )


def _corrected(
    frames: Mapping[str, pd.DataFrame], correcting: Correcting
) -> dict[str, pd.DataFrame]:
    """Return all tables with their corrections, and what follows from them."""
    is_whole = not correcting.is_selection
    articles = correcting.correct_articles(frames["articles"], is_whole=is_whole)
    correcting.begin(articles)
    new = correcting.correct_tables({**frames, "articles": articles})
    rows = correcting.ledger.rows_that_hold()
    if rows["table"].isin(_OF_ARTICLES).to_numpy().any():
        unlinked = tables.make(_unlinked(articles), tables.ARTICLES)
        found, problems = find_events_or_problems(unlinked, **correcting.by_hand())
        new |= found._asdict()
        new["problems"] = pd.concat([new["problems"], problems], ignore_index=True)
    is_regrouped = bool(rows["table"].isin([*_OF_ARTICLES, *GROUPED]).to_numpy().any())
    if is_regrouped or new["figures"] is not frames["figures"]:
        regrouped = correcting.find_figures(new["figures"], new["articles"])
        inputs = (new["figures"], new["articles"], new["sentences"])
        figures, quantities, problems = find_quantities_or_problems(*inputs, regrouped)
        new |= {"figures": figures, "quantities": quantities}
        new["problems"] = pd.concat([new["problems"], problems], ignore_index=True)
    correcting.finish(new["articles"], new["figures"])
    return new


def _unlinked(articles: pd.DataFrame) -> pd.DataFrame:
    """Return articles without the groups that an earlier run found, with those that were given."""
    columns = {}
    for column, prefix in _FOUND.items():
        ids = (prefix + articles["article_id"]).tolist()
        columns[column] = articles[column].mask(articles[column].isin(ids), None)
    return articles.assign(**columns)
