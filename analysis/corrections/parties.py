"""
Correct whose a party is, and every table that says so too.

In: the tables and the corrections of parties. Out: the tables with new names, agents and targets.
A correction of one mention reaches the rows of its place; an alias reaches every row of a party.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.core import tables
from analysis.core.errors import unknown_value_message
from analysis.corrections.ledger import Ledger
from analysis.corrections.spans import Corrected, Frames, correct_spans
from analysis.extract.name_lexicon import name_lexicons
from analysis.extract.naming import extract_names
from analysis.extract.parties.agents import PartyMentions, with_agent_parties
from analysis.extract.parties.gazetteer import Gazetteer
from analysis.extract.parties.labels import party_labels

__all__ = ["correct_parties"]

_LABELLED = {
    "names": ("party", "referent"),
    "figures": ("agent_party",),
    "agency": ("agent_party", "patient_party"),
    "targets": ("entity",),
}
"""Columns that hold the label of a party."""

_AND = " and "


def correct_parties(
    frames: Mapping[str, pd.DataFrame],
    rows: pd.DataFrame,
    ledger: Ledger,
    texts: Mapping[str, str],
    gazetteer: Gazetteer,
) -> Frames:
    """
    Lay corrections over the parties.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables. Not changed.
    rows : DataFrame
        Corrections of parties, see ``spans.correct_spans``.
    ledger : Ledger
    texts : mapping of str to str
        The text of each article by its id.
    gazetteer : Gazetteer
        Says which parties are one body.

    Returns
    -------
    dict of str to DataFrame
        The tables that changed. Names are looked for again in the articles of a corrected mention;
        the polarity towards a mention is not measured again, only its target's name changes.
    """
    is_alias = rows["column"].eq("alias")
    corrected = correct_spans("parties", frames, rows.loc[~is_alias], ledger, texts)
    new: Frames = {}
    if len(corrected.touched):
        new = _followed(frames, corrected, texts, gazetteer)
    if is_alias.to_numpy().any():
        new |= _renamed({**frames, **new}, rows.loc[is_alias].sort_values("order"), ledger)
    return new


def _followed(
    frames: Mapping[str, pd.DataFrame],
    corrected: Corrected,
    texts: Mapping[str, str],
    gazetteer: Gazetteer,
) -> Frames:
    """Return the tables that say whose a corrected mention is."""
    touched = corrected.touched.tolist()
    before = frames["parties"].loc[frames["parties"]["article_id"].isin(touched)]
    after = corrected.frame.loc[corrected.frame["article_id"].isin(touched)]
    old = _labels(before, gazetteer)
    new = _labels(after, gazetteer)
    both = pd.concat({"old": old, "new": new}, axis=1)
    relabelled = both.loc[both["old"].ne(both["new"]) & ~(both.isna().all(axis=1))]
    place = ["article_id", "sentence_id", "start", "end"]
    changed = before.loc[relabelled.index, place].join(relabelled)
    figures = frames["figures"]
    is_touched = figures["article_id"].isin(touched) & figures["agent"].notna()
    mentions = PartyMentions(texts, after, gazetteer)
    again = with_agent_parties(figures.loc[is_touched], mentions)["agent_party"]
    agent_party = figures["agent_party"].astype(object)
    agent_party.loc[again.index] = again.astype(object)
    return {
        "parties": corrected.frame.reset_index(drop=True),
        "figures": figures.assign(agent_party=_as_text(pd.Series(agent_party))),
        "names": _names_again(frames, after, touched),
        "agency": _agency(frames["agency"], changed),
        "targets": _targets(frames["targets"], changed),
    }


def _as_text(values: pd.Series) -> pd.Series:
    return values.where(values.notna(), None).astype("str")


def _labels(parties: pd.DataFrame, gazetteer: Gazetteer) -> pd.Series:
    """Return the label of each mention: the party, and which side of a country."""
    known = parties.loc[parties["party"].notna()]
    labels = party_labels(known["party"], known["kind"], gazetteer)
    found = pd.Series(list(labels), index=known.index, dtype=object)
    return found.reindex(parties.index)


def _names_again(
    frames: Mapping[str, pd.DataFrame], parties: pd.DataFrame, touched: list[str]
) -> pd.DataFrame:
    """Return the names, looked for again in the articles of corrected parties."""
    articles = frames["articles"]
    of_articles = articles.loc[articles["article_id"].isin(touched)]
    sentences = frames["sentences"]
    of_sentences = sentences.loc[sentences["article_id"].isin(touched)]
    found = extract_names(of_articles, of_sentences, name_lexicons(), parties=parties)
    kept = frames["names"].loc[~frames["names"]["article_id"].isin(touched)]
    rank = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    whole = pd.concat([kept, found], ignore_index=True)
    order = whole["article_id"].map(rank.get).to_numpy().argsort(kind="stable")
    return tables.make(whole.iloc[order], tables.NAMES)


def _agency(agency: pd.DataFrame, changed: pd.DataFrame) -> pd.DataFrame:
    """Give agents and patients in the sentence of a corrected mention its new label."""
    columns = {}
    sentence = ["article_id", "sentence_id"]
    of_sentence = changed.drop_duplicates([*sentence, "old"]).loc[:, [*sentence, "old", "new"]]
    for name in ("agent", "patient"):
        keyed = agency.loc[:, sentence].assign(old=agency[f"{name}_party"].astype(object))
        merged = keyed.merge(of_sentence, on=[*sentence, "old"], how="left", indicator=True)
        follows = merged["_merge"].eq("both").to_numpy() & agency[name].notna().to_numpy()
        new = pd.Series(merged["new"].to_numpy(), index=agency.index)
        column = agency[f"{name}_party"].astype(object)
        columns[f"{name}_party"] = _as_text(pd.Series(column.mask(follows, new)))
    return agency.assign(**columns)


def _targets(targets: pd.DataFrame, changed: pd.DataFrame) -> pd.DataFrame:
    """Give targets at the place of a corrected mention its label; without one it is no target."""
    place = ["article_id", "start", "end"]
    merged = targets.merge(changed[[*place, "new"]], on=place, how="left", indicator=True)
    is_changed = merged["_merge"].eq("both")
    entity = merged["entity"].mask(is_changed, merged["new"])
    return targets.assign(entity=entity.to_numpy()).loc[entity.notna().to_numpy()]


def _renamed(frames: Mapping[str, pd.DataFrame], rows: pd.DataFrame, ledger: Ledger) -> Frames:
    """Show parties under another name in every table."""
    new_name: dict[str, str] = {}
    parties = frames["parties"]["party"]
    known = set(parties.dropna())
    for name, columns in _LABELLED.items():
        for column in columns:
            known |= {_head(part) for part in _parts(pd.Series(frames[name][column]))}
    for index, key, value in zip(rows.index, rows["key"], rows["value"], strict=True):
        if key not in known:
            ledger.settle([index], "not_found", unknown_value_message("party", key, sorted(known)))
            continue
        ledger.settle([index], "applied")
        new_name[key] = str(value)
    renamed = {"parties": frames["parties"].assign(party=parties.replace(new_name))}
    for name, columns in _LABELLED.items():
        values = {}
        for column in columns:
            labels = frames[name][column]
            of_label = {label: _relabel(label, new_name) for label in labels.dropna().unique()}
            renamed_labels = labels.map(of_label.get, na_action="ignore")
            values[column] = _as_text(pd.Series(renamed_labels))
        renamed[name] = frames[name].assign(**values)
    return renamed


def _parts(labels: pd.Series) -> list[str]:
    return [part for label in labels.dropna().unique() for part in label.split(_AND)]


def _head(label: str) -> str:
    """Return the party of a label: Syria of "Syria (authorities)"."""
    return label.partition(" (")[0]


def _relabel(label: str, new_name: Mapping[str, str]) -> str:
    """Return a label with new names: of each party that it names, and of whose a referent is."""
    if label in new_name:
        return new_name[label]
    parts = []
    for part in label.split(_AND):
        head, bracket, rest = part.partition(" (")
        inner = rest.removesuffix(")")
        if inner in new_name:
            rest = f"{new_name[inner]})"
        parts.append(new_name.get(head, head) + bracket + rest)
    return _AND.join(parts)
