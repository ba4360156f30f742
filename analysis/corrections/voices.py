"""
Measure again what depends on which words are attributed.

In: the tables, and the articles in which attributions were added or removed. Out: the share of each
sentence that is quoted, the voice of sentences and names, and the frames of these articles.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core import tables
from analysis.core.voice import voices
from analysis.corrections.spans import Frames
from analysis.extract.attributions.extract import share_quoted
from analysis.measure.frames.lexicon import frame_lexicons
from analysis.measure.frames.score import measure_frames

__all__ = ["measure_voices"]

_SENTENCE = ["article_id", "sentence_id"]


def measure_voices(frames: Mapping[str, pd.DataFrame], touched: pd.Index) -> Frames:
    """
    Return the tables in which the voice of a sentence counts.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables, with the attributions of now. Not changed.
    touched : Index
        Articles whose attributed words changed.

    Returns
    -------
    dict of str to DataFrame
        ``sentences``, ``tone``, ``names``, ``frames`` and ``frame_sentences``; empty if no article
        is touched.
    """
    if touched.empty:
        return {}
    ids = touched.tolist()
    of_touched = {}
    for name in ("articles", "sentences", "attribution_spans"):
        of_touched[name] = frames[name].loc[frames[name]["article_id"].isin(ids)]
    articles = of_touched["articles"]
    again = share_quoted(articles, of_touched["sentences"], of_touched["attribution_spans"])
    again.index = of_touched["sentences"].index
    share = frames["sentences"]["share_quoted"].copy()
    share.loc[again.index] = again["share_quoted"]
    scores = measure_frames(articles, again, lexicon=frame_lexicons())
    return {
        "sentences": frames["sentences"].assign(share_quoted=share),
        "tone": _with_voices(frames["tone"], again),
        "names": _with_voices(frames["names"], again),
        "frames": _replaced(frames["frames"], scores.frames, frames["articles"], ids),
        "frame_sentences": _replaced(
            frames["frame_sentences"], scores.sentences, frames["articles"], ids
        ),
    }


def _with_voices(frame: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the voice of the sentence of each row."""
    voiced = sentences.loc[:, _SENTENCE].assign(new=voices(sentences))
    merged = frame.loc[:, _SENTENCE].merge(voiced, on=_SENTENCE, how="left")
    new = pd.Series(merged["new"].to_numpy(), index=frame.index)
    return frame.assign(voice=frame["voice"].mask(new.notna(), new))


def _replaced(
    before: pd.DataFrame,
    again: pd.DataFrame,
    articles: pd.DataFrame,
    ids: list[str],
) -> pd.DataFrame:
    """Return a table with new rows for some articles, in the order of all articles."""
    kept = before.loc[~before["article_id"].isin(ids)]
    whole = pd.concat([kept, again], ignore_index=True)
    rank = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    order = whole["article_id"].map(rank.get).to_numpy().argsort(kind="stable")
    return tables.make(whole.iloc[order], tables.ALL[_name(before)])


def _name(frame: pd.DataFrame) -> str:
    return "frames" if "score" in frame else "frame_sentences"
