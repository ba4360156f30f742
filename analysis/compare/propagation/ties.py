"""
Say how one printed figure relates to an earlier one: what ties them, and what changed on the way.

In: two rows of ``REPORTS``. Out: names of ties and of changes. Which pairs are asked about is decided in ``travel``.
All of it is a candidate: equal numbers can be chance, and a changed number can be news.
"""

import math
import re
from collections import Counter

import pandas as pd

from analysis.compare.reported import names_upstream, same_source
from analysis.compare.sides import same_side

NEAR_DAYS = 7
TIE_WEIGHTS = {"upstream": 4, "chain": 3, "source": 3, "place": 2, "days": 1}
ENOUGH = 4  # ties and digits together from which an equal number is held to be the same number
ALIKE = 0.1  # relative difference up to which a number can be a rounding of another
_PEOPLE = ("people", "bodies")
# what may be taken for one another: a changed outcome is only asked about within such a pair
_NEIGHBOURS = {frozenset(p) for p in (
    ("killed_or_injured", "killed"), ("killed_or_injured", "injured"), ("bodies_found", "killed"),
    ("other", "bodies_found"), ("missing", "killed"), ("missing", "bodies_found"),
)}
_ARMED = {"fighters", "soldiers"}
_WHOLES = ("cumulative", "multi_site", "single_site")  # scopes that one number can slip between
_EMPTY = {"near", "area", "around", "several", "various", "site", "sites", "city", "town", "three", "first"}
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
    return {r.report_id: frozenset(w for w in words[r.report_id] if count[r.event, w] <= _COMMON * size.get(r.event, 1))
            for r in reports.itertuples()}


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
    if names_upstream(o["upstream"], s) or (isinstance(s["upstream"], str) and s["upstream"] == o["upstream"]):
        found["upstream"] = f"text taken from {o['upstream']}"
    if same_source(s["source"], o["source"]) and "unnamed" not in (s["source_type"], o["source_type"]):
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
    return bool(same_unit and _same_outcome(s, o) is not None and not elsewhere and _scope(s, o) is not None)


def _other_people(before, after):
    """Whether two groups exclude each other; who is a fighter to one outlet can be a soldier to another."""
    pair = {before, after}
    return all(isinstance(g, str) and g not in ("unspecified", "mixed") for g in pair) and len(pair - _ARMED) + bool(
        pair & _ARMED) > 1


def _same_outcome(s, o):
    """True: the same; False: a neighbour; None: another thing."""
    if s["unit"] not in _PEOPLE:
        return True if s["meaning"] == o["meaning"] else None
    if _text(s["outcome"]) == _text(o["outcome"]):
        return True if s["outcome"] != "other" or s["meaning"] == o["meaning"] else None
    return False if frozenset((s["outcome"], o["outcome"])) in _NEIGHBOURS else None


def _scope(s, o):
    """True: the same or unknown; False: slipped; None: another thing."""
    if _text(s["scope"]) is None or _text(o["scope"]) is None or s["scope"] == o["scope"]:
        return True
    return False if s["scope"] in _WHOLES and o["scope"] in _WHOLES else None


def _text(value):
    return value if isinstance(value, str) else None


def digits(value):
    """Count significant digits: 2,500 has 2, 516 has 3."""
    return len(f"{value:g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) if value else 0


def number_changes(s, o):
    """
    Name what became of a number, if the other can be the same number.

    Parameters
    ----------
    s, o : Series
        Comparable rows of ``REPORTS``.

    Returns
    -------
    list of str
        Empty if the numbers are not alike; ["kept"] if nothing about the number changed.
    """
    if not (s["value"] > 0 and o["value"] > 0):
        return []
    if not math.isclose(s["value"], o["value"]):
        return ["rounded"] if _rounded(s["value"], o["value"], o["qualifier"]) else []
    changes = [*_qualifier(s["qualifier"], o["qualifier"])]
    changes += ["outcome_changed"] if _same_outcome(s, o) is False else []
    changes += ["scope_changed"] if _scope(s, o) is False else []
    return changes or ["kept"]


def _rounded(before, after, qualifier):
    step = 10 ** (len(f"{after:.0f}") - len(f"{after:.0f}".rstrip("0")))
    # "more than 500" may be 560, but a bare 500 is 450 to 550
    far = step / 2 if qualifier == "exact" else step
    return abs(after - before) <= min(far, ALIKE * before) and digits(after) < digits(before)


def _qualifier(before, after):
    if before == after:
        return []
    if after == "exact":
        return ["qualifier_dropped"]
    return ["qualifier_added"] if before == "exact" else ["qualifier_changed"]


def source_changes(s, o):
    """
    Name what became of the source.

    Parameters
    ----------
    s, o : Series
        Rows of ``REPORTS`` that hold the same number.

    Returns
    -------
    list of str
        One of source_kept, source_replaced, source_dropped, source_added; empty if neither has a source.
    """
    before, after = _text(s["source"]), _text(o["source"])
    if before is None:
        return ["source_added"] if after else []
    if after is None:
        return ["source_dropped"]
    return ["source_kept"] if same_source(before, after) else ["source_replaced"]


def blame_changes(s, o):
    """
    Name what became of who is called responsible.

    Parameters
    ----------
    s, o : Series
        Rows of ``REPORTS`` that hold the same number.

    Returns
    -------
    list of str
        Of blame_changed, blame_added, blame_dropped, and blame_to_own_voice: attributed before, now the outlet's
        own words.
    """
    before, after = _text(s["side"]), _text(o["side"])
    changes = []
    if before and after and not same_side(before, after):
        changes.append("blame_changed")
    if (before is None) != (after is None):
        changes.append("blame_added" if after else "blame_dropped")
    if before and after and s["voice"] == "attributed" and o["voice"] == "own":
        changes.append("blame_to_own_voice")
    return changes
