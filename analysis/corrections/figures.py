"""
Correct the ``figures`` table, and what follows from a value in the same row.

In: the tables and the corrections of figures. Out: the figures, in reading order. A person who sets
the outcome of a figure need not set its unit too, and so on: columns that depend on a corrected one
follow it, unless they are corrected themselves.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core import tables
from analysis.corrections.ledger import Ledger
from analysis.corrections.rows import added_spans
from analysis.corrections.spans import Corrected, correct_spans, nearest_words
from analysis.extract.figures.counted import noun_of
from analysis.extract.numbers.parse import number_at
from analysis.extract.parties.agents import PartyMentions, with_agent_parties

__all__ = ["correct_figures", "in_reading_order"]

_PEOPLE = ("people", "bodies")
_NO_UPPER = ("at_least", "more_than", "vague")
_NO_LOWER = ("at_most", "less_than", "vague")
_ONE_NUMBER = ("exact", "approx")


def correct_figures(
    frames: Mapping[str, pd.DataFrame],
    rows: pd.DataFrame,
    ledger: Ledger,
    texts: Mapping[str, str],
    mentions: PartyMentions,
) -> pd.DataFrame:
    """
    Lay corrections over the figures.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables. Not changed.
    rows : DataFrame
        Corrections of figures, see ``spans.correct_spans``.
    ledger : Ledger
    texts : mapping of str to str
        The text of each article by its id.
    mentions : PartyMentions
        The parties that words name, for the party of a corrected agent.

    Returns
    -------
    DataFrame
        The ``figures`` table, still with the quantities of before.
    """

    def add(missing: pd.DataFrame) -> pd.DataFrame:
        return _added(missing, frames["sentences"], texts, ledger)

    corrected = correct_spans("figures", frames, rows, ledger, texts, add)
    frame = corrected.frame
    is_of_removed = frame["part_of"].isin(corrected.removed["figure_id"].tolist())
    frame = frame.assign(part_of=frame["part_of"].mask(is_of_removed, None))
    frame = _with_bounds(frame, corrected)
    frame = _with_outcomes(frame, corrected)
    frame = _with_nouns(frame, corrected)
    frame = _with_spans(frame, corrected, texts)
    frame = _with_agent_parties(frame, corrected, mentions)
    frame = _without_crossed_bounds(frame, frames["figures"], corrected, ledger)
    frame = frame.assign(p=frame["p"].mask(frame["checked"].notna()))
    if corrected.added.empty:
        return frame
    return in_reading_order(frame, frames["articles"])


def in_reading_order(frame: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return rows in the order of the articles, and of the text."""
    rank = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    ranked = frame.assign(rank=frame["article_id"].map(rank.get))
    ordered = ranked.sort_values(["rank", "start"], kind="stable", ignore_index=True)
    return ordered.drop(columns="rank")


def _added(
    missing: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: Mapping[str, str],
    ledger: Ledger,
) -> pd.DataFrame:
    """Return the figures that a person added: what their words say, then what the person says."""
    found: dict[int, dict[str, object]] = {}
    for index, article_id, start, end, values, of_article in added_spans(missing, sentences):
        sentence_id = _sentence_at(of_article, start)
        row = _read_words(texts[article_id], start, end) | values
        if sentence_id is None or "qualifier" not in row:
            why = "no number is read in these words; give low, high and qualifier in new"
            ledger.settle([index], "not_found", why)
            continue
        place = {"article_id": article_id, "sentence_id": sentence_id, "start": start, "end": end}
        identity = {"figure_id": f"{article_id}#c{start}", "text": texts[article_id][start:end]}
        found[index] = {**identity, **place, **_defaults(row), **row}
    return pd.DataFrame.from_dict(found, orient="index", columns=list(tables.FIGURES.columns))


def _sentence_at(sentences: pd.DataFrame | None, start: int) -> int | None:
    """Return the number of the sentence that holds a character."""
    if sentences is None:
        return None
    holds = sentences["start"].le(start) & sentences["end"].gt(start)
    return next(iter(sentences.loc[holds, "sentence_id"]), None)


def _read_words(text: str, start: int, end: int) -> dict[str, object]:
    number = number_at(text, start, end)
    if number is None:
        return {}
    return {"low": number.low, "high": number.high, "qualifier": number.qualifier}


def _defaults(row: Mapping[str, object]) -> dict[str, object]:
    """Return what is so of an added figure if the person does not say otherwise."""
    outcome = row.get("outcome")
    unit = row.get("unit", _unit_of(outcome))
    mention = "numeral"
    if row["qualifier"] == "vague":
        mention = "vague"
    defaults = {"unit": unit, "mention": mention, "implicit": False}
    if outcome is None:
        return defaults
    return {**defaults, "group": "unspecified", "scope": "event", "rules": "person"}


def _unit_of(outcome: object) -> str:
    if not isinstance(outcome, str):
        return "things"
    if outcome == "bodies_found":
        return "bodies"
    return "people"


def _with_bounds(frame: pd.DataFrame, corrected: Corrected) -> pd.DataFrame:
    """Let bounds follow the qualifier, and of one number both bounds be the same."""
    low, high, mention = frame["low"], frame["high"], frame["mention"]
    qualifier = frame["qualifier"]
    has_low = frame.index.isin(corrected.rows_with("low"))
    has_high = frame.index.isin(corrected.rows_with("high"))
    of_qualifier = frame.index.isin(corrected.rows_with("qualifier"))
    is_without_low = qualifier.isin(_NO_LOWER)
    is_without_high = qualifier.isin(_NO_UPPER)
    follows_low = of_qualifier & ~has_low
    follows_high = of_qualifier & ~has_high
    stated_low = low.fillna(high)
    stated_high = high.fillna(low)
    low = low.mask(follows_low & ~is_without_low, stated_low)
    high = high.mask(follows_high & ~is_without_high, stated_high)
    low = low.mask(follows_low & is_without_low)
    high = high.mask(follows_high & is_without_high)
    is_one = qualifier.isin(_ONE_NUMBER)
    only_low = is_one & has_low & ~has_high
    only_high = is_one & has_high & ~has_low
    low, high = low.mask(only_high, high), high.mask(only_low, low)
    is_vague = qualifier.eq("vague")
    set_mention = of_qualifier & ~frame.index.isin(corrected.rows_with("mention"))
    mention = mention.mask(set_mention & is_vague & mention.eq("numeral"), "vague")
    mention = mention.mask(set_mention & ~is_vague & mention.eq("vague"), "numeral")
    printed = frame["qualifier_text"].mask(of_qualifier)
    return frame.assign(low=low, high=high, mention=mention, qualifier_text=printed)


def _with_outcomes(frame: pd.DataFrame, corrected: Corrected) -> pd.DataFrame:
    """Let unit and outcome follow each other, and group, scope and rules follow both."""
    of_outcome = frame.index.isin(corrected.rows_with("outcome"))
    of_unit = frame.index.isin(corrected.rows_with("unit"))
    unit, outcome = frame["unit"], frame["outcome"]
    is_people = unit.isin(_PEOPLE)
    of_unit_alone = of_unit & ~of_outcome
    outcome = outcome.mask(of_unit_alone & ~is_people, None)
    outcome = outcome.mask(of_unit_alone & is_people & outcome.isna(), "other")
    harmed = outcome.notna()
    wanted = outcome.map(_unit_of)
    is_other_unit = wanted.ne(unit) & (harmed | is_people)
    unit = unit.mask(of_outcome & ~of_unit & is_other_unit, wanted)
    changed = of_outcome | of_unit
    values = {"group": "unspecified", "scope": "event"}
    columns = {}
    for name, default in values.items():
        filled = frame[name].mask(changed & harmed & frame[name].isna(), default)
        columns[name] = filled.mask(changed & ~harmed, None)
    rules = frame["rules"].mask(changed & harmed, "person")
    rules = rules.mask(changed & ~harmed, None)
    return frame.assign(unit=unit, outcome=outcome, rules=rules, **columns)


def _with_nouns(frame: pd.DataFrame, corrected: Corrected) -> pd.DataFrame:
    """Let the head noun follow the words for what is counted, of which a person is sure."""
    told = corrected.rows_with("counted")
    rows = told.difference(corrected.rows_with("noun"))
    nouns = dict.fromkeys(rows)
    for row, counted in frame.loc[rows, "counted"].dropna().items():
        nouns[row] = noun_of(counted)
    noun = frame["noun"].astype(object)
    noun.loc[list(nouns)] = list(nouns.values())
    p_counted = frame["p_counted"].mask(frame.index.isin(told))
    return frame.assign(noun=noun.where(noun.notna(), None).astype("str"), p_counted=p_counted)


def _with_spans(
    frame: pd.DataFrame, corrected: Corrected, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Let the characters of source and agent follow their words."""
    columns = {}
    for name in ("source", "agent"):
        starts = frame[f"{name}_start"].copy()
        ends = frame[f"{name}_end"].copy()
        rows = frame.loc[frame.index.isin(corrected.rows_with(name))]
        values = [rows[column] for column in ("article_id", name, "start")]
        for row, article_id, words, start in zip(rows.index, *values, strict=True):
            span = None
            if pd.notna(words):
                span = nearest_words(words, texts[article_id], start)
            starts.loc[row], ends.loc[row] = span or (float("nan"), float("nan"))
        columns |= {f"{name}_start": starts, f"{name}_end": ends}
    return frame.assign(**columns)


def _with_agent_parties(
    frame: pd.DataFrame, corrected: Corrected, mentions: PartyMentions
) -> pd.DataFrame:
    """Let the party follow the words for the agent."""
    rows = corrected.rows_with("agent").difference(corrected.rows_with("agent_party"))
    rows = rows.intersection(frame.index)
    if rows.empty:
        return frame
    named = with_agent_parties(frame.loc[rows], mentions)["agent_party"]
    party = frame["agent_party"].astype(object)
    party.loc[rows] = named.astype(object)
    return frame.assign(agent_party=party.where(party.notna(), None).astype("str"))


def _without_crossed_bounds(
    frame: pd.DataFrame,
    before: pd.DataFrame,
    corrected: Corrected,
    ledger: Ledger,
) -> pd.DataFrame:
    """Undo the bounds of figures whose smallest number would be above the largest."""
    is_crossed = frame["low"].gt(frame["high"])
    crossed = frame.loc[is_crossed]
    if crossed.empty:
        return frame
    of_bounds = corrected.winners["column"].isin(["low", "high", "qualifier"])
    wrong = corrected.winners.loc[of_bounds & corrected.winners["row"].isin(crossed.index.tolist())]
    for index, row in wrong["row"].items():
        low, high = crossed.loc[row, ["low", "high"]]
        why = f"low would be {low:g}, above high, {high:g}; correct both, or the qualifier"
        ledger.settle([index], "not_found", why)
    columns = ["low", "high", "qualifier", "mention"]
    restored = frame.copy()
    known = crossed.index.intersection(before.index)
    restored.loc[known, columns] = before.loc[known, columns]
    held = corrected.winners.loc[~of_bounds, "row"].tolist()
    unchecked = known[~known.isin(held)]
    restored.loc[unchecked, ["checked", "checked_by"]] = None
    return restored.drop(index=crossed.index.difference(known))
