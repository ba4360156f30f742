"""
Choose the mentions of persons and groups that a text can be for or against.

In: the ``parties`` and ``names`` tables. Out: one row for each mention, with the entity that it is
of; a group that both tables name ("militants" of Islamic State, "ISIS") is one entity. Whose a
party is must be known: nothing is measured towards "the government" of nobody, nor
towards lone attackers, who are another person in each article. Events, places and fates are no
targets, and neither is an office that nobody holds ("run for president").
"""

from collections.abc import Callable, Collection, Mapping

import numpy as np
import pandas as pd

from analysis.extract.parties.gazetteer import Gazetteer, project_gazetteer
from analysis.extract.parties.labels import PRIVATE, party_labels
from analysis.extract.parties.unheld_offices import is_unheld

__all__ = ["target_mentions"]

COLUMNS = ("article_id", "sentence_id", "start", "end", "text", "entity")


def _names_itself(words: str) -> bool:
    """Whether words of no other kind are the name of a party ("Democrats"), not of people held."""
    return words[:1].isupper()


def _names_of_bodies(gazetteer: Gazetteer | None) -> Callable[[str], str]:
    """Return what a referent is called: as the party, if the gazetteer has a body of that name."""
    bodies = {body.lower(): body for body in (gazetteer or project_gazetteer()).bodies}
    return lambda referent: bodies.get(referent.replace("_", " "), referent)


def target_mentions(
    parties: pd.DataFrame,
    names: pd.DataFrame,
    actors: Collection[str],
    texts: Mapping[str, str],
    gazetteer: Gazetteer | None = None,
) -> pd.DataFrame:
    """
    Return the mentions whose polarity is measured.

    Parameters
    ----------
    parties, names : DataFrame
        The tables of those names. Not changed.
    actors : collection of str
        Referents in the lexicon of names that are persons or groups.
    texts : mapping of str to str
        The text of each article by its id, in the order in which their mentions come.
    gazetteer : Gazetteer, optional
        Says which parties are one body; that of the project by default.

    Returns
    -------
    DataFrame
        ``article_id``, ``sentence_id``, ``start``, ``end``, ``text``, ``entity``: every generic
        name of a known party, and the names of other actors that hold no such name, in the order of
        the articles and of the text.
    """
    is_group = parties["kind"].ne("other") | parties["text"].map(_names_itself, na_action="ignore")
    is_known = parties["party"].notna() & parties["party"].ne(PRIVATE)
    known = parties.loc[is_known & is_group.astype(bool)]
    columns = (known[name] for name in ("article_id", "start", "end", "kind"))
    is_held = [not is_unheld(texts[name], *place) for name, *place in zip(*columns, strict=True)]
    known = known.loc[np.array(is_held, dtype=bool)]
    known = known.assign(entity=party_labels(known["party"], known["kind"], gazetteer))
    is_actor = names["referent"].isin(list(actors)) & names["counted"]
    others = names.loc[is_actor & names["party"].isna()]
    others = others.assign(entity=others["referent"].map(_names_of_bodies(gazetteer)))
    shown = list(COLUMNS)
    found = pd.concat([known[shown], others[shown]], ignore_index=True)
    place = {article_id: number for number, article_id in enumerate(texts)}
    placed = found.assign(place=found["article_id"].map(place.get))
    ordered = placed.sort_values(["place", "start", "end"], kind="stable", ignore_index=True)
    return ordered.drop(columns="place")
