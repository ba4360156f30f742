"""
Say how one printed figure relates to an earlier one: what ties them, and what changed on the way.

In: two rows of ``REPORTS``. Out: names of ties and of changes. Which pairs are asked about is decided in ``travel``.
All of it is a candidate: equal numbers can be chance, and a changed number can be news.
"""

import re
from collections import Counter

import pandas as pd

from analysis.compare.reports import names_upstream, same_source

NEAR_DAYS = 7
TIE_WEIGHTS = {"upstream": 4, "chain": 3, "source": 3, "place": 2, "days": 1}
ENOUGH = 4  # ties and digits together from which an equal number is held to be the same number
_PEOPLE = ("people", "bodies")
# what may be taken for one another: a changed outcome is only asked about within such a pair
_NEIGHBOURS = {
    frozenset(p)
    for p in (
        ("killed_or_injured", "killed"),
        ("killed_or_injured", "injured"),
        ("bodies_found", "killed"),
        ("other", "bodies_found"),
        ("missing", "killed"),
        ("missing", "bodies_found"),
    )
}
_ARMED = {"fighters", "soldiers"}
_WHOLES = ("cumulative", "multi_site", "single_site")  # scopes that one number can slip between
_EMPTY = {
    "near",
    "area",
    "around",
    "several",
    "various",
    "site",
    "sites",
    "city",
    "town",
    "three",
    "first",
}
_COMMON = 0.35  # share of an event's figures from which a word of their places tells nothing apart


def place_words(reports):
    """
    Give the words of each figure's place that tell it from others of the event.

    Parameters
    ----------
    reports : DataFrame
        The ``REPORTS`` table.

    Returns
    -------
    dict of str to frozenset of str
        By ``report_id``; empty where the place is that of the whole event, or is not given.
    """
    words = {r.report_id: _words(r.place) for r in reports.itertuples()}
    count = Counter((r.event, w) for r in reports.itertuples() for w in words[r.report_id])
    size = reports["event"].value_counts(dropna=False).to_dict()
    return {
        r.report_id: frozenset(
            w for w in words[r.report_id] if count[r.event, w] <= _COMMON * size.get(r.event, 1)
        )
        for r in reports.itertuples()
    }


def _words(place):
    return set(re.findall(r"\w{4,}", place.lower())) - _EMPTY if isinstance(place, str) else set()


def ties(s, o, places, chain):
    """
    List what ties a later figure to an earlier one.

    Parameters
    ----------
    s, o : Series
        Rows of ``REPORTS``: the statement's and the other.
    places : dict
        From ``place_words``.
    chain : dict
        Number of the chain by ``report_id``, from ``reported.chains``.

    Returns
    -------
    dict of str to str
        Keys of ``TIE_WEIGHTS``, with words for each.
    """
    found = {}
    if names_upstream(o["upstream"], s) or (
        isinstance(s["upstream"], str) and s["upstream"] == o["upstream"]
    ):
        found["upstream"] = f"text taken from {o['upstream']}"
    if same_source(s["source"], o["source"]) and "unnamed" not in (
        s["source_type"],
        o["source_type"],
    ):
        found["source"] = f"same source ({o['source']})"
    elif chain.get(s["report_id"], -1) == chain.get(o["report_id"], -2):
        found["chain"] = "one chain of sources and texts"
    if places[s["report_id"]] & places[o["report_id"]]:
        found["place"] = f"same place ({o['place']})"
    if pd.notna(s["published"]) and pd.notna(o["published"]):
        days = abs((o["published"] - s["published"]).days)
        if days <= NEAR_DAYS:
            found["days"] = f"{days} days apart"
    return found


def weight(found):
    """Add up the weights of ties, so that a longer list of weak ones can count as much as a strong one."""
    return sum(TIE_WEIGHTS[name] for name in found)


def comparable(s, o, places):
    """
    Say whether two figures can be about the same thing at all.

    Parameters
    ----------
    s, o, places
        As ``ties``.

    Returns
    -------
    bool
        False for different units, outcomes that are not neighbours, different groups of people, different places, and
        different scopes.
    """
    if _other_people(s["group"], o["group"]):
        return False
    same_unit = s["unit"] == o["unit"] or {s["unit"], o["unit"]} <= set(_PEOPLE)
    here, there = places[s["report_id"]], places[o["report_id"]]
    elsewhere = here and there and not here & there
    return bool(
        same_unit
        and same_outcome(s, o) is not None
        and not elsewhere
        and same_scope(s, o) is not None
    )


def _other_people(before, after):
    """Whether two groups exclude each other; who is a fighter to one outlet can be a soldier to another."""
    pair = {before, after}
    return (
        all(isinstance(g, str) and g not in ("unspecified", "mixed") for g in pair)
        and len(pair - _ARMED) + bool(pair & _ARMED) > 1
    )


def same_outcome(s, o):
    """True: the same; False: a neighbour; None: another thing."""
    if s["unit"] not in _PEOPLE:
        return True if s["meaning"] == o["meaning"] else None
    if text_or_none(s["outcome"]) == text_or_none(o["outcome"]):
        return True if s["outcome"] != "other" or s["meaning"] == o["meaning"] else None
    return False if frozenset((s["outcome"], o["outcome"])) in _NEIGHBOURS else None


def same_scope(s, o):
    """True: the same or unknown; False: slipped; None: another thing."""
    if (
        text_or_none(s["scope"]) is None
        or text_or_none(o["scope"]) is None
        or s["scope"] == o["scope"]
    ):
        return True
    return False if s["scope"] in _WHOLES and o["scope"] in _WHOLES else None


def text_or_none(value):
    return value if isinstance(value, str) else None
