"""
Correct the ``attributions`` table and its spans, and the figures that an attribution holds.

In: the tables and the corrections of attributions, whose key is the content from its first to its
last character. Out: the tables ``attributions``, ``attribution_spans`` and ``figures``, and the
articles in which other words are attributed now.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from analysis.core import tables
from analysis.corrections.ledger import Ledger
from analysis.corrections.rows import added_spans
from analysis.corrections.spans import Corrected, Frames, correct_spans, nearest_words

__all__ = ["CorrectedAttributions", "correct_attributions"]

_ROLES = ("source", "cue")


class CorrectedAttributions(NamedTuple):
    """The tables that changed, and the articles whose contents did."""

    frames: Frames
    revoiced: pd.Index


def correct_attributions(
    frames: Mapping[str, pd.DataFrame],
    rows: pd.DataFrame,
    ledger: Ledger,
    texts: Mapping[str, str],
) -> CorrectedAttributions:
    """
    Lay corrections over the attributions.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables. Not changed.
    rows : DataFrame
        Corrections of attributions, see ``spans.correct_spans``.
    ledger : Ledger
    texts : mapping of str to str
        The text of each article by its id.

    Returns
    -------
    CorrectedAttributions
        A figure in an attribution that is none loses its source, and one in an attribution whose
        source is corrected follows it, if the source was that of the attribution.
    """
    before = frames["attributions"].reset_index(drop=True)

    def add(missing: pd.DataFrame) -> pd.DataFrame:
        return _added(missing, frames["sentences"], texts, ledger)

    corrected = correct_spans("attributions", frames, rows, ledger, texts, add)
    frame = _with_names(corrected)
    spans = _spans(frames["attribution_spans"], frame, corrected, texts)
    figures = _figures(frames["figures"], before, frame, corrected, spans)
    by_place = _in_order(frame, spans, frames["articles"]) if len(corrected.added) else frame
    changed = pd.concat([corrected.removed["article_id"], frame.loc[corrected.added, "article_id"]])
    new = {"attributions": by_place, "attribution_spans": spans, "figures": figures}
    return CorrectedAttributions(new, pd.Index(changed.unique()))


def _added(
    missing: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: Mapping[str, str],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the attributions that a person added."""
    found: dict[int, dict[str, object]] = {}
    for index, article_id, start, end, values, of_article in added_spans(missing, sentences):
        text = texts[article_id]
        unsaid = [
            str(values[name])
            for name in _ROLES
            if values.get(name) and nearest_words(str(values[name]), text, start) is None
        ]
        if of_article is None or unsaid:
            words = ", ".join(map(repr, unsaid)) or "a sentence"
            ledger.settle([index], "not_found", f"the article does not have {words}")
            continue
        is_before = of_article["start"].le(start)
        source = values.get("source")
        found[index] = {
            "attribution_id": f"{article_id}-c{start}",
            "article_id": article_id,
            "sentence_id": of_article.loc[is_before, "sentence_id"].max(),
            "kind": "indirect",
            "source_name": source,
            "content": text[start:end],
            "source_type": "unnamed" if source is None else "other",
            "anonymous": source is None,
            "cue_stance": "neutral",
            **values,
            "start": start,
            "end": end,
        }
    columns = [*tables.ATTRIBUTIONS.columns, "start", "end"]
    return pd.DataFrame.from_dict(found, orient="index", columns=columns)


def _with_names(corrected: Corrected) -> pd.DataFrame:
    """Let the fullest name follow the source, unless it is corrected itself."""
    frame = corrected.frame
    rows = corrected.rows_with("source").difference(corrected.rows_with("source_name"))
    follows = frame.index.isin(rows)
    return frame.assign(source_name=frame["source_name"].mask(follows, frame["source"]))


def _spans(
    spans: pd.DataFrame,
    frame: pd.DataFrame,
    corrected: Corrected,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """Return the spans without those of removed attributions, with new sources, cues, contents."""
    gone = spans["attribution_id"].isin(corrected.removed["attribution_id"].tolist())
    kept = spans.loc[~gone]
    new: list[dict[str, object]] = []
    for role in _ROLES:
        labels = corrected.rows_with(role).intersection(frame.index)
        ids = frame.loc[labels, "attribution_id"].tolist()
        kept = kept.loc[~(kept["role"].eq(role) & kept["attribution_id"].isin(ids))]
        new += _role_spans(role, frame.loc[labels], corrected.winners, texts)
    for attribution_id, article_id, content in zip(
        frame.loc[corrected.added, "attribution_id"],
        frame.loc[corrected.added, "article_id"],
        frame.loc[corrected.added, "content"],
        strict=True,
    ):
        start = int(attribution_id.rpartition("-c")[2])
        bounds = {"start": start, "end": start + len(content)}
        identity = {"article_id": article_id, "attribution_id": attribution_id}
        new.append({**identity, "role": "content", **bounds})
    if not new:
        return kept.reset_index(drop=True)
    added = tables.make(new, tables.ATTRIBUTION_SPANS)
    rank = {article_id: number for number, article_id in enumerate(texts)}
    whole = pd.concat([kept, added], ignore_index=True)
    by_article = whole["article_id"].map(rank.get).to_numpy().argsort(kind="stable")
    return whole.iloc[by_article].reset_index(drop=True)


def _role_spans(
    role: str,
    rows: pd.DataFrame,
    winners: pd.DataFrame,
    texts: Mapping[str, str],
) -> list[dict[str, object]]:
    """Return the new span of each attribution whose source or cue is corrected."""
    near = winners.drop_duplicates("row").set_index("row")["start"]
    spans = []
    columns = [rows[name] for name in ("attribution_id", "article_id", role)]
    for label, attribution_id, article_id, words in zip(rows.index, *columns, strict=True):
        if pd.isna(words):
            continue
        found = nearest_words(words, texts[article_id], int(near.loc[label]))
        if found is not None:
            identity = {"article_id": article_id, "attribution_id": attribution_id, "role": role}
            spans.append({**identity, "start": found[0], "end": found[1]})
    return spans


def _figures(
    figures: pd.DataFrame,
    before: pd.DataFrame,
    after: pd.DataFrame,
    corrected: Corrected,
    spans: pd.DataFrame,
) -> pd.DataFrame:
    """Let the figures in a corrected attribution follow it."""
    gone = corrected.removed["attribution_id"].tolist()
    moved = corrected.rows_with("source").difference(corrected.added).intersection(after.index)
    affected = [*gone, *after.loc[moved, "attribution_id"]]
    source_of = dict(zip(before["attribution_id"], before["source"], strict=True))
    old = figures["attribution_id"].map(source_of.get)
    follows = figures["attribution_id"].isin(affected) & figures["source"].eq(old)
    new_of = dict(zip(after["attribution_id"], after["source"], strict=True))
    found = spans.loc[spans["role"].eq("source")].drop_duplicates("attribution_id")
    found = found.set_index("attribution_id")
    ids = figures["attribution_id"]
    changed = figures.assign(
        source=figures["source"].mask(follows, ids.map(new_of.get)),
        source_start=figures["source_start"].mask(follows, ids.map(found["start"])),
        source_end=figures["source_end"].mask(follows, ids.map(found["end"])),
        attribution_id=ids.mask(ids.isin(gone), None),
    )
    return _with_added(changed, after, corrected, spans)


def _with_added(
    figures: pd.DataFrame,
    after: pd.DataFrame,
    corrected: Corrected,
    spans: pd.DataFrame,
) -> pd.DataFrame:
    """Put figures that are in no attribution into the one that a person added around them."""
    if corrected.added.empty:
        return figures
    ids = after.loc[corrected.added, "attribution_id"].tolist()
    of_added = spans.loc[spans["attribution_id"].isin(ids)]
    contents = of_added.loc[of_added["role"].eq("content")]
    sources = of_added.loc[of_added["role"].eq("source")].set_index("attribution_id")
    free = figures.loc[figures["attribution_id"].isna(), ["article_id", "start", "end"]]
    pairs = (
        free.rename_axis("row").reset_index().merge(contents, on="article_id", suffixes=("", "_of"))
    )
    is_inside = pairs["start"].ge(pairs["start_of"]) & pairs["end"].le(pairs["end_of"])
    inside = pairs.loc[is_inside].drop_duplicates("row").set_index("row")["attribution_id"]
    inside = inside.reindex(figures.index)
    words = after.loc[corrected.added].set_index("attribution_id")["source"]
    unsourced = inside.notna() & figures["source"].isna()
    return figures.assign(
        attribution_id=figures["attribution_id"].mask(inside.notna(), inside),
        source=figures["source"].mask(unsourced, inside.map(words.to_dict().get)),
        source_start=figures["source_start"].mask(unsourced, inside.map(sources["start"])),
        source_end=figures["source_end"].mask(unsourced, inside.map(sources["end"])),
    )


def _in_order(frame: pd.DataFrame, spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return attributions in the order of the articles, and of their first characters."""
    rank = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    first = spans.sort_values("start").drop_duplicates("attribution_id")
    first_of = dict(zip(first["attribution_id"], first["start"], strict=True))
    ranked = frame.assign(
        rank=frame["article_id"].map(rank.get), first=frame["attribution_id"].map(first_of.get)
    )
    ordered = ranked.sort_values(["rank", "first"], kind="stable", ignore_index=True)
    return ordered.drop(columns=["rank", "first"])
