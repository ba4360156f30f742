"""
Lay corrections over the tables of a run, in the order in which one thing follows from another.

In: tables as they were extracted, with corrected articles, and the account of the corrections. Out:
corrected tables. The rows of a table are never looped over, so ten thousand corrections take
seconds.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core import tables
from analysis.corrections.attributions import correct_attributions
from analysis.corrections.figures import correct_figures
from analysis.corrections.frames import correct_frames
from analysis.corrections.kinds import GROUPED
from analysis.corrections.ledger import Ledger
from analysis.corrections.parties import correct_parties
from analysis.corrections.places import parse_place
from analysis.corrections.spans import Frames, correct_spans
from analysis.corrections.voices import measure_voices
from analysis.extract.parties.agents import PartyMentions
from analysis.extract.parties.gazetteer import Gazetteer, project_gazetteer

__all__ = ["lay_over", "of_articles", "settle_absent"]

_REST = ("names", "agency", "targets")


def settle_absent(ledger: Ledger, articles: pd.DataFrame, *, is_selection: bool = False) -> None:
    """
    Settle the corrections of articles that are not there.

    Parameters
    ----------
    ledger : Ledger
    articles : DataFrame
        The ``articles`` table.
    is_selection : bool
        Whether some articles of the corpus were left out on purpose: the corrections are then
        outside, and no problem.
    """
    rows = ledger.unsettled()
    ids = set(articles["article_id"])
    has_article = rows["article_id"].notna().to_numpy()
    is_gone = has_article & ~rows["article_id"].isin(list(ids)).to_numpy()
    is_gone |= _names_unknown_articles(rows, ids).to_numpy()
    status = "outside" if is_selection else "not_found"
    why = "its article is not among those selected" if is_selection else _UNKNOWN_ARTICLE
    ledger.settle(rows.index[is_gone], status, why)


_UNKNOWN_ARTICLE = "the corpus has no such article; look up the id in the articles table"


def _names_unknown_articles(rows: pd.DataFrame, ids: set[str]) -> pd.Series:
    """Return which merges and parts name an article that is not there."""
    unknown = []
    for table, members in zip(rows["table"], rows["members"], strict=True):
        named = members or ()
        if table == "quantities":
            found = [parse_place(member) for member in named]
            named = [place.article_id for place in found if place is not None]
        unknown.append(not ids.issuperset(named))
    return pd.Series(unknown, index=rows.index, dtype=bool)


def of_articles(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the corrections of some articles, as those of one shard, and those of no article."""
    is_theirs = rows["article_id"].isin(articles["article_id"].tolist())
    return rows.loc[is_theirs | rows["column"].eq("alias")]


def lay_over(
    frames: Mapping[str, pd.DataFrame],
    ledger: Ledger,
    gazetteer: Gazetteer | None = None,
    *,
    rows: pd.DataFrame | None = None,
) -> Frames:
    """
    Correct what the texts say.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        ``articles``, corrected already, and the tables of ``tables.PER_ARTICLE``. Not
        changed.
    ledger : Ledger
    gazetteer : Gazetteer, optional
        The parties of the project, with those of the user; those of the project by default.
    rows : DataFrame, optional
        The corrections; by default all that are not settled.

    Returns
    -------
    dict of str to DataFrame
        All tables. Those without a correction, and on which none depends, are the same objects.
    """
    waiting = ledger.unsettled() if rows is None else rows
    wanted = waiting.loc[~waiting["table"].isin([*GROUPED, "articles", "outlets"])]
    if wanted.empty:
        return dict(frames)
    gazetteer = gazetteer or project_gazetteer()
    new = {name: frame.reset_index(drop=True) for name, frame in frames.items()}
    before = dict(new)
    texts = dict(zip(new["articles"]["article_id"], new["articles"]["text"], strict=True))
    rows_of = {str(name): of_table for name, of_table in wanted.groupby("table")}
    if "attributions" in rows_of:
        corrected = correct_attributions(new, rows_of["attributions"], ledger, texts)
        new |= _reset(corrected.frames)
        new |= _reset(measure_voices(new, corrected.revoiced))
    if "parties" in rows_of:
        new |= _reset(correct_parties(new, rows_of["parties"], ledger, texts, gazetteer))
    if "figures" in rows_of:
        mentions = PartyMentions(texts, new["parties"], gazetteer)
        new["figures"] = correct_figures(new, rows_of["figures"], ledger, texts, mentions)
    for name in _REST:
        if name in rows_of:
            new[name] = correct_spans(name, new, rows_of[name], ledger, texts).frame
    if "frames" in rows_of:
        new |= correct_frames(new, rows_of["frames"], ledger)
    for name, frame in new.items():
        if frame is not before[name]:
            new[name] = tables.make(frame, tables.ALL[name])
        else:
            new[name] = frames[name]
    return new


def _reset(frames: Frames) -> Frames:
    return {name: frame.reset_index(drop=True) for name, frame in frames.items()}
