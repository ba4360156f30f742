"""
Correct whether an article uses a frame.

In: the tables and the corrections of frames. Out: ``frames`` and ``frame_sentences``. A frame that
is not there has no sentences; of one that a person found, none are known.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core.errors import unknown_value_message
from analysis.corrections.cells import set_cells, settle_cells
from analysis.corrections.ledger import Ledger
from analysis.corrections.spans import Frames

__all__ = ["correct_frames"]

_KEY = ["article_id", "frame"]


def correct_frames(
    frames: Mapping[str, pd.DataFrame], rows: pd.DataFrame, ledger: Ledger
) -> Frames:
    """
    Lay corrections over the frames.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables. Not changed.
    rows : DataFrame
        Corrections of frames, in articles that are all there.
    ledger : Ledger

    Returns
    -------
    dict of str to DataFrame
        A corrected answer counts as certain.
    """
    scores = frames["frames"].reset_index(drop=True)
    at = scores.loc[:, _KEY].assign(row=scores.index)
    wanted = rows.rename(columns={"words": "frame"}).rename_axis("index").reset_index()
    named = wanted.merge(at, on=_KEY, how="left").set_index("index")
    is_absent = named["row"].isna()
    known = sorted(scores["frame"].unique())
    for index, frame in named.loc[is_absent, "frame"].items():
        ledger.settle([index], "not_found", unknown_value_message("frame", frame, known))
    winners = settle_cells(named.loc[~is_absent], ledger)
    new = set_cells(scores, "frames", winners, ledger)
    new = new.assign(certain=new["certain"] | new.index.isin(winners["row"].tolist()))
    absent = new.loc[~new["present"], [*_KEY, "method"]]
    sentences = frames["frame_sentences"]
    keys = [*_KEY, "method"]
    is_of_absent = pd.MultiIndex.from_frame(sentences.loc[:, keys]).isin(
        pd.MultiIndex.from_frame(absent)
    )
    return {"frames": new, "frame_sentences": sentences.loc[~is_of_absent].reset_index(drop=True)}
