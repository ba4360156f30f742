"""
Choose, of all the statements of a quantity, the one that an outlet put forward on a day.

In: figures with ``quantity_id``, and articles. Out: the figures with ``is_headline`` and the reason
for which the others are set aside. Every notebook that shows one number an outlet and day shows
these, so that no two of them differ.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.number_words import agree, same_unit
from analysis.compare.quantities.amounts import is_of_other_harm
from analysis.core.calendar_words import WEEKDAY
from analysis.core.change_words import VALUE_MOVES, is_moved_to
from analysis.core.contrasts import is_set_against
from analysis.core.figure_kinds import counted_figures
from analysis.core.records import records_of

__all__ = [
    "BELOW_TOLL",
    "CHOICE",
    "DOUBTFUL",
    "EARLIER_NUMBER",
    "EARLIER_VERSION",
    "INCREMENT",
    "LEAST_PROBABILITY",
    "LEAD_SENTENCES",
    "WISHED",
    "headline_figures",
]

EARLIER_NUMBER = "an earlier or denied number"
"""Why a number is set aside that the text itself tells as an earlier one."""

INCREMENT = "added to an earlier number"
"""Why a number is set aside that came on top of another: "19 were held, bringing it to 33"."""

EARLIER_VERSION = "an earlier version"
"""Why a number is set aside of which the outlet has a newer text, or a later entry of a ticker."""

BELOW_TOLL = "less than the toll that the text tells"
"""Why a number is set aside beside "the toll stands at 47" of the same text."""

WISHED = "what somebody wants, or what is allowed or needed"
"""Why a number is set aside that nobody reports: "two members wanted to leave the rate at 6.5%"."""

DOUBTFUL = "a doubtful reading"
"""Why a number is set aside whose outcome was read with less than ``LEAST_PROBABILITY``."""

# The word beside a number decided what became of people; not "six of them".
_DISPUTED = "disputed."  # in ``rules``: numbers that an article prints only to dispute them
_RULES_BY_WORD = r"outcome\.\w+_(?:noun|after|before|passive)\b"
LEAST_PROBABILITY = 0.85
"""Of tolls with a lower ``p`` and no word beside them, three of four are right, of others 19 of 20.
"""

LEAD_SENTENCES = 6
"""Sentences of an article, with its headline, that state what it reports."""

CHOICE = (
    "One figure an outlet and day stands for a quantity: of the event rather than a part or a "
    "background, from the newest version of its text or the latest entry of a ticker, from "
    "headline or lead rather than later (as the lead says it, where a headline rounds or leaves "
    "out “at least”), the newest where the text tells an earlier one, a number rather than a vague "
    "word. “14 more” is no total, and neither a number that its text only disputes (“not the 1,900 "
    "that the firm admits to”) nor a toll that was read with a probability below .85, with no word "
    "of harm right beside it, stands. All others are faint."
)
"""The choice in words, for the note of a notebook."""

# "up from 27", "rose from 27"
_MOVED_FROM = rf"\b{VALUE_MOVES}\b(?:[^.;,]{{0,20}})\s+from\s[^.;,\d]{{0,15}}$"
# "rose from 27", and "rose to 41 from 27"
_REPLACED = re.compile(
    rf"{_MOVED_FROM}|\bto\s(?:\w+\s){{0,3}}\W?\d[\d,.]*"
    r"(?:\s?(?:%|percent|per\scent|million|billion))?(?:\s[a-z]+){0,2}\sfrom\s[^.;,\d]{0,15}$",
    re.IGNORECASE,
)
# "the board had put the toll at six", "the first figure was 1.8"
_SINCE_CHANGED = re.compile(
    r"\bhad\s+(?:\w+\s+)?put\s+(?:the\s+(?:figure|toll|number|count|total)|it|them)\s+at\s"
    r"[^.;,\d]{0,15}$"
    r"|\b(?:down\s|up\s)?from\s(?:an?|its|the|their)\s(?:previous|earlier|prior|old|former)\s"
    r"(?:range|forecast|estimate|guidance|outlook|target|figure|count|toll|number)\s(?:of\s)?"
    r"[^.;,\d]{0,15}$"
    r"|\b(?:first|initial|original)\s+(?:figure|count|number|toll|offer|bid|proposal)\s+"
    r"(?:[\w-]+\s+){0,4}?was\s[^.;,\d]{0,15}(?:\d[\d.,]*(?:%|\sper\s?cent)?\s(?:with|and|plus)\s"
    r"(?:an?\s)?\W?)?$",
    re.IGNORECASE,
)
# "which had 41 percent at noon, ended the day at 46"
_CHANGED_AFTER = re.compile(
    r"\s?(?:[\w%]+\s){0,2}(?:at|by)\s+(?:noon|midday|lunchtime),?\s+(?:and\s+)?"
    r"(?:ended|finished|closed|rose|climbed|grew|fell|dropped)\b[^.;\n]{0,30}?\d",
    re.IGNORECASE,
)
# "compared with [84,000] a week ago"
_COMPARED = re.compile(
    r"(?:\bcompared\s+(?:to|with)|,\s(?:against|versus|after))\s+[^.;,\d]{0,15}$", re.IGNORECASE
)
_AGO_AFTER = re.compile(
    r"\s?(?:[a-z%]+\s){0,3}?(?:an?|one|two|three|four|\d+)\s(?:day|week|month|year)s?"
    r"\s(?:ago|earlier|before)\b",
    re.IGNORECASE,
)
# "50,000 pesos for each, and on Friday increased this to 150,000", "62 arrests by Sunday. By Monday
# night it was 79.", "11 dead. Later it lowered the number to eight."
_COUNT_TO = (
    r"(?:the|its|his|her|their|that|this)\s(?:death\s|official\s|own\s)?"
    r"(?:number|toll|count|figure|estimate|tally)\s(?:down\s|up\s)?to\s[^.;,\d]{0,15}"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b)"
)
_MOVED_LATER = re.compile(
    # "was to cost $310 million but had swallowed $540 million"
    r"[^.!?\n\d]{0,40}\bbut\s(?:(?:had|has|later|in\sthe\send|eventually)\s){0,2}"
    r"(?:swallowed|cost|reached|ballooned\sto|rose\sto|came\sto|ended\sup\s(?:at|costing))\s"
    r"[^.;,\d]{0,15}\d"
    r"|[^.!?\n\d]{0,70}\b(?:and|but|then|later)\s(?:[a-z]+\s){0,3}?"
    r"(?:increased|raised|lifted|improved|lowered|revised|updated|corrected|cut)\s"
    r"(?:this|it|that|them|(?:its|the|their)\s(?:offer|count|toll|figure|number|bid))\sto\s"
    r"[^.;,\d]{0,15}\d"
    r"|[^.!?\n\d]{0,60}[.!?]\s+By\s[\w ]{3,25}?,?\s(?:it|that|the\s(?:number|figure|toll|count))\s"
    r"(?:was|had\s(?:reached|(?:risen|climbed|grown|fallen)\sto)|reached|stood\sat)\s"
    r"[^.;,\d]{0,15}\d"
    r"|[^.!?\n\d]{0,90}[.!?]\s+(?:\w+\s+){0,4}?(?P<who>he|she|it|they|police|officials|the\s\w+)\s"
    r"(?:(?:has|later|then|since)\s){0,2}(?:lowered|raised|revised|corrected|updated|cut)\s"
    rf"{_COUNT_TO}",
    re.IGNORECASE,
)
# whose counts are rivals
_SIDES = re.compile(
    r"\b(?:police|unions?|department|government|ministry|company|firm|army|rebels?|organi[sz]ers?"
    r"|council|club|management)\b"
)
# "20.31: Health chiefs: 19 injured", "07:30 - Update", "9.15 am No deaths"; not "2.15 million"
_ENTRY = re.compile(
    r"^\W{0,3}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b|\s*[:–—-]|\s+(?:GMT|BST|CET|UTC|ET)\b|\s+[A-Z“\"]|\s*$)",
    re.MULTILINE,
)
_ENTRIES_OF_TICKER = 3
_STEPS_A_MIDNIGHT = 4  # entries in order for each that is not
_MIDNIGHT = 240  # minutes, by which the clock falls back at least
_NOT_REPORTED = "".join(
    rf"(?<!\b{said}\s{who}\s)"
    for said in ("said", r"said\sthat", "added", r"added\sthat")
    for who in ("it", "he", "she", "they")
)
# "earlier put at 27", "a previous toll of 27", "not 27"; "not fewer than 27" is no older number
_OLDER = re.compile(
    r"\b(?:(?<!reported\s)(?<!announced\s)(?<!year\s)(?<!month\s)(?<!week\s)earlier"
    r"|previous(?:ly)?|initially|at\s+first|originally"
    r"|instead\s+of|rather\s+than"
    r"|not(?!\s+(?:only|just|fewer|less|more|all))|compared\s+(?:to|with)|add(?:s|ed|ing)?\s+to)\b"
    r"(?![^.;]*\b(?:now|new|but|current(?:ly)?)\b)[^.;\d]{0,25}$"
    # not "said it had counted 38", which is only reported
    rf"|{_NOT_REPORTED}\bhad\s+(?:(?:first|initially|originally|earlier|previously)\s+)?"
    r"(?:said|put|reported|given|announced|counted|estimated|spoken\s+of)\b"
    # "had reported 23 deaths on Sunday and 27 early on Monday"
    rf"(?:[^.;\d]{{0,25}}\d[\d,.]*[^.;,\d]{{0,20}}\b(?:{WEEKDAY}|yesterday|earlier|overnight)\b"
    r"[^.;,\d]{0,15}\band\b)?[^.;\d]{0,25}$"
    # "an earlier bulletin gave 43", "last week the firm spoke of three"
    r"|\b(?:earlier|previous|first|initial)\s+(?:bulletin|report|count|toll|statement|estimate"
    r"|figure"
    r"|tally|version)\s+(?:\w+\s+){0,2}?(?:gave|said|put|spoke|had|was|were)\b[^.;\d]{0,25}$"
    r"|\blast\s+(?:week|month|year)\b[^.;\d]{0,40}\b(?:spoke|said|put|reported|gave|counted"
    r"|announced"
    r"|estimated)\b[^.;\d]{0,25}$"
    # "now puts it at 1,120 crore, against the 850 crore estimated"
    r"|\bnow\b[^.;]{0,50},\s+(?:up\s+|down\s+)?(?:against|from)\s+(?:the\s+|an?\s+)?(?:earlier\s+)?"
    r"(?:Rs\.?\s+|[$€£])?$"
    rf"|{_MOVED_FROM}",
    re.IGNORECASE,
)
# "Initially five people were reported dead and 21 hurt"
_AT_FIRST = re.compile(
    r"(?:(?:^|[.;:\n]\s+)(?:initially|originally|at\s+first)\b"
    r"|\b(?:initially|originally|at\s+first|had\s+first)\s+"
    r"(?:put|gave|given|said|reported|spoke|spoken|counted|stated)\b"
    # "police first said about 180"; not "the first counted"
    r"|(?<!\bthe\s)(?<!\ba\s)\bfirst\s+(?:put|gave|said|spoke|told|estimated)\b"
    r"|\b(?:put|said|reported|spoke|counted|estimated)\s+(?:initially|originally|at\s+first)\b)"
    r"[^.;\n]*$",
    re.IGNORECASE,
)
# "the earlier police count of 64", "the initial toll was 22"
_OLD_COUNT = re.compile(
    r"\b(?:earlier|previous|initial|original|first)\s+(?:[\w-]+\s+)?(?:counts?|figures?|tolls?"
    r"|numbers?|tally|estimates?)\b[^.;\d]{0,25}$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want(?:s|ed|ing)?|prefer(?:s|red)?|would\s+like|would\s+have\s+liked"
    r"|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|planned|vow(?:s|ed))\s+(?:to\s+"
    r"|an?\s+|the\s+)"
    r"[^.;,\d]{0,45}$",
    re.IGNORECASE,
)
# "27 initially", "27 people, reported earlier", "19 per cent at one point"
_OLDER_AFTER = re.compile(
    r"\s?(?:[\w%]+,?\s){0,2}(?:initially|originally|previously|(?:reported|announced)\s+earlier"
    r"|at\s+one\s+(?:point|stage))\b",
    re.IGNORECASE,
)
# "£8.7m a year, against £6.1m for the first offer"
_FOR_THE_FIRST_AFTER = re.compile(
    r"(?:\s?(?:m|bn|million|billion|%|percent|per\scent))?(?:\s+an?\s+year)?"
    r"\s+(?:for|under)\s+the\s+(?:first|old|previous|earlier|original)\b",
    re.IGNORECASE,
)
# "the figure of 27 was wrong"
_WRONG_AFTER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:was|were|is|are)\s+(?:wrong|incorrect|mistaken|false|(?:an?"
    r"\s+)?errors?)\b",
    re.IGNORECASE,
)
# "spread the false news that 26 people were killed"
_CLAIM = r"(?:(?!\b(?:that|which|who|where|when)\b)[^.;,\d]){0,40}$"
_FALSE_BEFORE = re.compile(
    r"\b(?:false|fake|fabricated|invented|baseless|untrue|bogus)\s+(?:news|claims?|reports?"
    r"|rumou?rs?|allegations?|stor(?:y|ies)|posts?)\s(?:that|saying|claiming)\b"
    rf"{_CLAIM}|\b(?:the|a)\s(?:lie|myth|hoax)\sthat\b{_CLAIM}",
    re.IGNORECASE,
)
# "the death toll now stands at 47"
_TELLS_TOLL = re.compile(
    r"(?<!the\s)(?<!that\s)\b(?:the\s)?(?:death\s)?tolls?\s(?:(?:now|has|had|still)\s){0,2}"
    r"(?:stands?|stood|is|rose|risen|climbed|reached)\s(?:(?:at|to)\s)?(?:(?:at\s)?least\s)?$",
    re.IGNORECASE,
)
# "from 27 to 41"; not "from 12 villages"
_FROM = re.compile(r"\bfrom\s[^.;,\d]{0,15}$", re.IGNORECASE)
_TO = re.compile(r"[^.;,]{0,25}?\bto\s(?:\w+\s){0,3}\W?\d", re.IGNORECASE)
# "14 more bodies", "another 14", "a further 14"; not "14 or more", "14, more than"
_MORE_AFTER = re.compile(
    r"\s(?:more|additional|further)\b(?!\s+(?:than|or|often|likely))", re.IGNORECASE
)
_MORE_BEFORE = re.compile(
    r"\b(?:another|an?\s+(?:additional|further|extra)"
    r"|(?:killed|died|dead|injured|hurt|wounded)\s+(?:(?:along|together)\s+with|alongside))\s$",
    re.IGNORECASE,
)
# "three died overnight, taking the toll to 20"
_ADDED_AFTER = re.compile(
    r"[^.;\n]{0,90}?,?\s+(?:taking|bringing|raising|lifting|pushing|putting|sending)\s+(?:the"
    r"|its|their"
    r"|that)\s+[^.;\n]{0,30}?\b(?:tolls?|total|number|count|tally|deaths?|dead|figure|injured"
    r"|cases)\b"
    r"[^.;\n]{0,30}?\bto\s+",
    re.IGNORECASE,
)
# What an agency puts before the headline of a later version, and what others say in theirs.
_UPDATE_MARK = re.compile(r"^\W*(?:UPDATE|WRAPUP|RECAST|CORRECTED|REFILE)[\s-]*(\d?)\b")
_TOLL_MOVES = re.compile(
    r"\b(?:toll|deaths?|dead|number)\b.{0,30}?\b(?:r[io]ses?n?|climb\w*|reach\w*|jump\w*|gr[eo]ws?"
    r"|mount\w*"
    r"|increas\w+|soar\w*|pass\w+|hits?|now|lowered|revised)\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters read before a number
_BEFORE_LONG = 120  # characters read for "initially" at the start of a sentence
_AFTER = 45  # characters read after it
_AFTER_ADDED = 150  # characters read after a number for the total that it was added to
_RANKED_BY = (
    *("quantity_id", "article_id", "outlet", "published", "published_time"),
    *("article_text", "update_of", "version"),
    *("sentence_id", "start", "end", "text", "low", "high", "qualifier"),
    *(
        "source",
        "scope",
        "part_of",
        "outcome",
        "unit",
        "unit_text",
        "currency",
        "change",
        "p",
        "rules",
        "standing",
    ),
)
_READ_EXACTLY = ("low", "high", "qualifier", "text", "unit", "unit_text", "currency", "change")
_OPEN = ("at_least", "more_than", "at_most", "less_than", "approx")
_SAID_EXACTLY = ("exact", "at_least", "more_than")
_MOST_ROUNDED = (0.85, 1.15)  # a number that a headline rounds, divided by what it prints
_MOST_ABOVE_BOUND = 1.5  # "more than 100" in a headline, and 118 in the lead
_SET_ASIDE = ("background", "other_event")
_OUTDATED = "outdated"  # standings: of a number that its article tells as changed since
_WANTED = ("limit", "asked")  # of one that did not happen
_WEAK = ("denied", "background", "none")  # seldom told rightly: only another number goes first
_ORDER = [
    "is_aside",
    "is_doubtful",
    "is_disputed",
    "is_increment",
    "is_part",
    "is_older",
    "is_weak",
    "is_superseded",
    "is_below_toll",
    "is_body",
    "is_vague",
    "sentence_id",
    "article_id",
    "start",
]


def headline_figures(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Mark the figure that each outlet put forward for each quantity and day.

    Parameters
    ----------
    figures : DataFrame
        The ``figures`` table with ``quantity_id``. Not changed.
    articles : DataFrame
        The ``articles`` table of at least these figures. Not changed.

    Returns
    -------
    DataFrame
        The figures in a quantity, in the order of the table, with ``outlet``, ``published``,
        ``story_id``, ``event_id``, ``is_headline`` (one for each quantity, outlet and day; an
        article without an outlet stands alone; of a number that headline and lead both state, the
        statement with a source; of one that a headline rounds, the lead's), ``set_aside``: why
        not, in words; null for headline figures; and ``is_raised``: whether the text tells the
        number as what an earlier one became ("has risen to 29").
        Figures of a background or of another event, doubtful tolls (``LEAST_PROBABILITY``),
        increments ("14 more"), numbers that the sentence itself replaces ("up from 27") or disputes
        ("not the 1,900 that the firm admits to") and earlier
        ones of a quantity of which another number stands are never headline figures. Of two
        versions of a text that one outlet printed on one day, the later one stands (``update_of``),
        if it states the quantity; of two entries of a live ticker, the later one; of two texts
        whose times of day are known, the later one, if headline or lead states it; without times,
        the one whose headline says that it is later ("UPDATE 2-", "toll rises"). Named persons are
        not among the rows.
    """
    columns = [
        *("article_id", "outlet", "published", "published_time"),
        *("story_id", "event_id", "text", "update_of"),
    ]
    context = articles.loc[:, columns].rename(columns={"text": "article_text"})
    context["version"] = _versions_told(articles)
    stated = counted_figures(figures).dropna(subset=["quantity_id"])
    stated = stated.merge(context, on="article_id", how="left", validate="many_to_one")
    ranked = _ranked(stated.reindex(columns=list(_RANKED_BY)))  # the others need not be sorted
    group = [
        "quantity_id",
        ranked["outlet"].fillna(ranked["article_id"]),
        ranked["published"].astype("str").fillna(ranked["article_id"]),
    ]
    # On arrays, since a page of a report calls this for each of its many small stories.
    number = ranked.groupby(group).ngroup()
    ranked = _newest_first(ranked, number.to_numpy())
    places = number.loc[ranked.index].to_numpy()
    is_first = np.zeros(len(ranked), dtype=bool)
    is_first[np.unique(places, return_index=True)[1]] = True
    is_first = _more_exact(ranked, places, is_first)
    first = _place_of_first(places, is_first)
    ranked = ranked.assign(is_repeated=_same_as_first(ranked, first))
    is_chosen = _with_its_source(ranked, places, is_first)
    can_stand = ~ranked["is_aside"] & ~ranked["is_increment"] & ~ranked["is_replaced"]
    can_stand &= ~ranked["is_doubtful"] & ~ranked["is_disputed"]
    can_stand &= ~_is_outdated(ranked, is_chosen & can_stand.to_numpy(bool))
    ranked = ranked.assign(is_headline=is_chosen & can_stand)
    ranked["set_aside"] = pd.Series(
        [_reason(row) for row in ranked.itertuples()], index=ranked.index, dtype="str"
    )
    marks = ranked.loc[:, ["is_headline", "set_aside", "is_raised"]].reindex(stated.index)
    return stated.drop(columns=["article_text", "update_of", "published_time", "version"]).join(
        marks.astype({"is_headline": bool, "is_raised": bool})
    )


def _is_outdated(ranked: pd.DataFrame, can_stand: np.ndarray) -> np.ndarray:
    """
    Return which figures are told as earlier ones of a quantity of which another one stands.

    "The earlier count of 64" is no outlet's number where others print 71; last year's total, which
    all tell as earlier, is one.
    """
    is_outdated = ranked["is_outdated"].to_numpy(bool)
    others = list(ranked.loc[can_stand & ~is_outdated, "quantity_id"].unique())
    return is_outdated & ranked["quantity_id"].isin(others).to_numpy(bool)


def _versions_told(articles: pd.DataFrame) -> pd.Series:
    """Return the version that a headline tells: 2 for "UPDATE 2-", a half for "toll rises"."""
    if "title" not in articles:
        return pd.Series(0.0, index=articles.index)
    titles = articles["title"].astype("str").fillna("")
    marked = titles.str.extract(_UPDATE_MARK)[0]
    number = marked.where(marked.ne(""), "1").astype("Float64").astype(float)
    return number.fillna(titles.str.contains(_TOLL_MOVES, regex=True).astype(float) / 2)


def _newest_first(ranked: pd.DataFrame, number: np.ndarray) -> pd.DataFrame:
    """
    Return the figures with those of an earlier version of a text after those of the later one.

    Both are of one outlet and day, and both state the quantity: ``number`` is that of the group.
    """
    is_superseded = _has_newer_text(ranked, number)
    is_lead = (~ranked["is_body"] & ~ranked["is_older"]).to_numpy()
    times = ranked["published_time"]
    if times.notna().to_numpy().any():
        latest = times.where(is_lead).groupby(number).transform("max")
        is_superseded |= (times < latest).fillna(False).to_numpy(dtype=bool)
    version = ranked["version"].to_numpy(dtype=float)
    last = np.full(number.max(initial=-1) + 1, -np.inf)
    np.fmax.at(last, number[is_lead], version[is_lead])
    is_superseded |= times.isna().to_numpy() & (version < last[number])
    entry = ranked["entry"]
    stated_in = [number, ranked["article_id"].to_numpy()]
    latest = entry.where(~ranked["is_older"]).groupby(stated_in).transform("max")
    is_superseded |= (entry < latest).to_numpy(dtype=bool)
    return ranked.assign(is_superseded=is_superseded).sort_values(_ORDER, kind="stable")


def _has_newer_text(ranked: pd.DataFrame, number: np.ndarray) -> np.ndarray:
    """Return whether another figure of the group is in a text that updates a figure's own."""
    is_update = ranked["update_of"].notna().to_numpy()
    if not is_update.any():
        return np.zeros(len(ranked), dtype=bool)
    stated_in = list(zip(number, ranked["article_id"], strict=True))
    known = set(stated_in)
    superseded = set()
    for row in np.flatnonzero(is_update):
        group, article = stated_in[row]
        older = ranked["update_of"].iloc[row]
        if older != article and (group, older) in known:
            superseded.add((group, older))
    return np.array([place in superseded for place in stated_in], dtype=bool)


def _place_of_first(number: np.ndarray, is_first: np.ndarray) -> np.ndarray:
    """Return for each figure where the first one of its group is."""
    places = np.zeros(number.max(initial=-1) + 1, dtype=int)
    places[number[is_first]] = np.flatnonzero(is_first)
    return places[number]


def _with_better(number: np.ndarray, is_first: np.ndarray, is_better: np.ndarray) -> np.ndarray:
    """Return the first figure of each group, or the first one that is better, where one is."""
    better = np.flatnonzero(is_better)
    groups, at = np.unique(number[better], return_index=True)
    chosen = is_first & ~np.isin(number, groups)
    chosen[better[at]] = True
    return chosen


def _more_exact(ranked: pd.DataFrame, number: np.ndarray, is_first: np.ndarray) -> np.ndarray:
    """
    Return which figures are put forward, where the lead says more exactly what a headline rounds.

    A headline has room for "over 100" or 38 where the text says 104 or "at least 38". A number that
    the text says again is not rounded: $20 million beside the $18 million of others stays.
    """
    first = _place_of_first(number, is_first)
    sentences = ranked["sentence_id"].to_numpy()
    is_told = (sentences[first] == 0) & (sentences > 0)
    for column in ("is_body", "is_older", "is_aside", "is_replaced"):
        is_told &= ~ranked[column].to_numpy(dtype=bool)
    is_told &= _equal_first(ranked, first, ("article_id", "is_part", "is_increment"))
    is_told &= ~_is_other_than_said_again(ranked, number, first)
    if not is_told.any():
        return is_first
    read = ranked.loc[:, list(_READ_EXACTLY)]
    headlines, lines = records_of(read.iloc[first[is_told]]), records_of(read.loc[is_told])
    pairs = zip(lines, headlines, strict=True)
    is_better = is_told.copy()
    is_better[is_told] = [_is_more_exact(line, headline) for line, headline in pairs]
    return _with_better(number, is_first, is_better)


def _is_other_than_said_again(
    ranked: pd.DataFrame, number: np.ndarray, first: np.ndarray
) -> np.ndarray:
    """Return which figures have another value than a first one that its text says again."""
    is_again = _same_as_first(ranked, first) & (ranked["sentence_id"].to_numpy() > 0)
    is_again &= _equal_first(ranked, first, ("article_id",))
    values = ranked["low"].fillna(ranked["high"]).astype(float).to_numpy()
    return np.isin(number, number[is_again]) & (values != values[first])


def _equal_first(ranked: pd.DataFrame, first: np.ndarray, columns: Iterable[str]) -> np.ndarray:
    """Return whether figures have the same values as the first ones of their groups."""
    is_equal = np.ones(len(ranked), dtype=bool)
    for column in columns:
        values = ranked[column].to_numpy()
        is_equal &= values == values[first]
    return is_equal


def _is_more_exact(line: Mapping[Hashable, Any], headline: Mapping[Hashable, Any]) -> bool:
    """Return whether a sentence says a headline's number with an open end or with more digits."""
    said, printed = _value(line), _value(headline)
    if said is None or printed is None or not same_unit(line, headline):
        return False
    if said == printed:
        return headline["qualifier"] == "exact" and line["qualifier"] in _OPEN
    if _significant(said) <= _significant(printed) or line["qualifier"] not in _SAID_EXACTLY:
        return False
    least, most = _MOST_ROUNDED
    if headline["qualifier"] in ("at_least", "more_than"):
        most = _MOST_ABOVE_BOUND
    return least < said / printed < most and agree(line, headline)


def _value(figure: Mapping[Hashable, Any]) -> float | None:
    return figure["high"] if figure["low"] is None else figure["low"]


def _significant(value: float) -> int:
    """Return how many digits a number has without the zeros at its end."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def _with_its_source(ranked: pd.DataFrame, number: np.ndarray, is_first: np.ndarray) -> np.ndarray:
    """
    Return which figures are put forward: the first ones, as attributed if the lead attributes them.

    A headline says "12 dead", and the first sentence on whose word: the same number, with its
    source, stands for both.
    """
    first = _place_of_first(number, is_first)
    is_sourced = ranked["source"].notna().to_numpy()
    is_better = ranked["is_repeated"].to_numpy() & is_sourced & ~is_sourced[first]
    for column in ("is_body", "is_older"):
        is_better &= ~ranked[column].to_numpy(dtype=bool)
    is_better &= _equal_first(ranked, first, ("article_id", "qualifier", "is_part", "is_increment"))
    return _with_better(number, is_first, is_better)


def _same_as_first(ranked: pd.DataFrame, first: np.ndarray) -> np.ndarray:
    """Return whether the number, or the vague word, is that of the first figure of its group."""
    words = ranked["text"].str.lower().where(ranked["is_vague"], "").to_numpy(dtype=object)
    is_same = words == words[first]
    for end in ("low", "high"):
        numbers = ranked[end].astype(float).fillna(np.inf).to_numpy()
        is_same &= numbers == numbers[first]
    return is_same


def _ranked(stated: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with those that an outlet puts forward first."""
    keys = _with_words_around(stated)
    # "Another 14 were injured" after the dead is the first number of the injured
    alone = ~keys.duplicated(["quantity_id", "article_id"], keep=False)
    of_others = keys["outcome"].isin(["injured", "missing", "ill", "captured", "rescued"])
    keys["is_increment"] &= ~(alone & of_others) & ~_are_whole_elsewhere(keys)
    keys["is_wished"] = keys["is_wished"].notna() | keys["standing"].isin(_WANTED)
    has_changed = keys["standing"].eq(_OUTDATED)
    keys["is_older"] |= has_changed
    keys["is_outdated"] |= has_changed
    keys["is_weak"] = keys["standing"].isin(_WEAK)
    keys["is_older"] |= keys["is_wished"]  # stands where the outlet prints no other: "it wants 8%"
    keys["is_below_toll"] = _are_below_toll(keys)
    return keys.sort_values(_ORDER, kind="stable")


def _are_whole_elsewhere(keys: pd.DataFrame) -> np.ndarray:
    """
    Return which numbers another outlet prints without telling that they came on top of others.

    "A further 5,500 jobs" after those of last year are all 5,500 of today's plan. A toll grows, and
    may have had today's number of new deaths on another day.
    """
    plain: dict[tuple, set] = {}
    names = ["quantity_id", "low", "high"]
    known = keys.loc[:, names].astype(object)
    rows = list(known.where(known.notna(), None).itertuples(index=False, name=None))
    for row, outlet, on_top in zip(rows, keys["outlet"], keys["is_increment"], strict=True):
        if not on_top:
            plain.setdefault(row, set()).add(outlet)
    others = [plain.get(row, set()) - {own} for row, own in zip(rows, keys["outlet"], strict=True)]
    is_elsewhere = np.array([bool(outlets) for outlets in others], dtype=bool)
    return is_elsewhere & keys["outcome"].isna().to_numpy(bool)


def _with_words_around(stated: pd.DataFrame) -> pd.DataFrame:
    """Return figures with what the words around each say of it."""
    places = list(zip(stated["article_text"], stated["start"], stated["end"], strict=True))
    return stated.assign(
        is_older=[
            _is_older(text, start, end, source)
            for (text, start, end), source in zip(places, stated["source"], strict=True)
        ],
        is_outdated=[_is_surely_older(text, start) for text, start, _ in places],
        is_replaced=[_is_replaced(text, start, end) for text, start, end in places],
        is_wished=[
            _WISHED.search(text[max(0, start - _BEFORE) : start]) for text, start, _ in places
        ],
        is_increment=[_is_increment(text, start, end) for text, start, end in places],
        is_aside=stated["scope"].isin(_SET_ASIDE),
        is_doubtful=_are_doubtful(stated),
        is_disputed=stated["rules"].str.contains(_DISPUTED, regex=False, na=False).astype(bool),
        is_part=stated["scope"].eq("part") | stated["part_of"].notna(),
        is_body=stated["sentence_id"] >= LEAD_SENTENCES,
        is_vague=stated["qualifier"].eq("vague"),
        is_superseded=False,
        entry=[_entry(text, start) for text, start, _ in places],
        is_raised=[is_moved_to(text, start) for text, start, _ in places],
    )


def _are_below_toll(keys: pd.DataFrame) -> pd.Series:
    """
    Return which numbers are smaller than what the outlet itself tells as the toll, in many words.

    A lead tells what is new, "22 victims were buried", and a later sentence that the toll stands at
    47.
    """
    places = zip(keys["article_text"], keys["start"], strict=True)
    tells = [
        _TELLS_TOLL.search(text[max(0, start - _BEFORE_LONG) : start]) is not None
        for text, start in places
    ]
    value = keys["low"].astype(float)
    stands = ~(keys["is_older"] | keys["is_aside"] | keys["is_replaced"] | keys["is_superseded"])
    is_toll = pd.Series(tells, index=keys.index, dtype=bool) & stands & ~keys["is_increment"]
    is_toll &= keys["source"].isna() & keys["outcome"].eq("killed")
    toll = value.where(is_toll)
    stated_in = [keys["quantity_id"], keys["article_id"]]
    return pd.Series(value < toll.groupby(stated_in).transform("max"))


def _are_doubtful(stated: pd.DataFrame) -> pd.Series:
    """
    Return which tolls were read with little probability, and with no word of harm beside them.

    Of 31 such tolls of ``data/labels/invented_news`` that a word beside them decided 28 are right,
    of the other 85 64.
    """
    is_improbable = stated["p"].fillna(1.0) < LEAST_PROBABILITY
    by_word = stated["rules"].fillna("").str.match(_RULES_BY_WORD)
    return stated["outcome"].notna() & is_improbable & ~by_word


@lru_cache(maxsize=64)
def _entries(text: str) -> tuple[tuple[int, int], ...]:
    """
    Return where each entry of a live ticker starts, and how late it is: 0 for the earliest.

    None of a text whose times neither rise nor fall, but for a midnight among many of them: it
    lists something else, and its entries have no known order.
    """
    found = list(_ENTRY.finditer(text))
    if len(found) < _ENTRIES_OF_TICKER:
        return ()
    minutes = [_minute(entry) for entry in found]
    steps = [later - minute for minute, later in pairwise(minutes)]
    is_newest_first = sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
    contrary = [abs(step) for step in steps if step and (step > 0) == is_newest_first]
    n_in_order = sum(map(bool, steps)) - len(contrary)
    is_ordered = n_in_order >= max(1, _STEPS_A_MIDNIGHT * len(contrary))
    if not is_ordered or min(contrary, default=_MIDNIGHT) < _MIDNIGHT:
        return ()
    order = range(len(found))
    late = np.zeros(len(found), dtype=int)
    for earlier, later in pairwise(reversed(order) if is_newest_first else order):
        late[later] = late[earlier] + (minutes[later] != minutes[earlier])
    return tuple((entry.start(), int(rank)) for entry, rank in zip(found, late, strict=True))


def _minute(entry: re.Match[str]) -> int:
    """Return the minute of the day that an entry begins with."""
    hour = int(entry["hour"])
    if entry["half"] is not None:
        hour = hour % 12 + (12 if entry["half"] == "p" else 0)
    return 60 * hour + int(entry["minute"])


def _entry(text: str, start: int) -> float:
    """Return how late the ticker's entry is that holds a number; NaN outside a ticker."""
    before = [late for place, late in _entries(text) if place <= start]
    return float(before[-1]) if before else np.nan


def _is_increment(text: str, start: int, end: int) -> bool:
    """Return whether a number is what came on top of an earlier one: "14 more bodies"."""
    if is_of_other_harm(text, start, end):
        return False
    if _MORE_AFTER.match(text[end : end + _AFTER]):
        return True
    if _ADDED_AFTER.match(text[end : end + _AFTER_ADDED]):
        return True
    return _MORE_BEFORE.search(text[max(0, start - _BEFORE) : start]) is not None


def _is_surely_older(text: str, start: int) -> bool:
    """Return whether a number is called an earlier one, and not only told in the past perfect."""
    before = text[max(0, start - _BEFORE_LONG) : start]
    return _AT_FIRST.search(before) is not None or _OLD_COUNT.search(before) is not None


def _is_older(text: str, start: int, end: int, source: object) -> bool:
    """Return whether the text tells a number as an earlier or a denied one."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _OLDER.search(before) or _OLDER_AFTER.match(after) or _is_changed(text, start, end):
        return True
    if _is_moved_later(text, end, source):
        return True
    if _AT_FIRST.search(text[max(0, start - _BEFORE_LONG) : start]) or _is_denied(text, start):
        return True
    return _FROM.search(before) is not None and _TO.match(after) is not None


def _is_moved_later(text: str, end: int, source: object) -> bool:
    """
    Return whether the text goes on to say to what the number was changed.

    "The union says 14,000. The department revised its count to 9,600": the other side's.
    """
    moved = _MOVED_LATER.match(text, end)
    if moved is None:
        return False
    if not isinstance(source, str):
        return True
    who, own = (set(_SIDES.findall(words.casefold())) for words in (moved["who"] or "", source))
    return not who or not own or not who.isdisjoint(own)


def _is_denied(text: str, start: int) -> bool:
    """Return whether the text calls the claim of a number false."""
    return _FALSE_BEFORE.search(text[max(0, start - _BEFORE_LONG) : start]) is not None


def _is_changed(text: str, start: int, end: int) -> bool:
    """Return whether the text tells that a number has changed since, whatever it is now."""
    if _CHANGED_AFTER.match(text[end : end + _AFTER_ADDED]):
        return True
    if _COMPARED.search(text[max(0, start - _BEFORE) : start]) and _AGO_AFTER.match(text, end):
        return True
    return _SINCE_CHANGED.search(text[max(0, start - _BEFORE_LONG) : start]) is not None


def _is_replaced(text: str, start: int, end: int) -> bool:
    """Return whether the sentence gives the number that replaced one, or that answers it."""
    before = text[max(0, start - _BEFORE) : start]
    if _COMPARED.search(before) and _FOR_THE_FIRST_AFTER.match(text, end):
        return True
    if is_set_against(text, start) or _WRONG_AFTER.match(text[end : end + _AFTER]):
        return True
    if _is_denied(text, start) or _is_changed(text, start, end):
        return True
    return _REPLACED.search(before) is not None


def _reason(figure: Any) -> str | None:
    """Return why a figure is not the one that an outlet put forward; None if it is."""
    if figure.is_headline:
        return None
    if figure.is_aside:
        return {"background": "a background", "other_event": "another event"}[figure.scope]
    if figure.is_doubtful:
        return DOUBTFUL
    if figure.is_increment:
        return INCREMENT
    if figure.is_wished:
        return WISHED
    if figure.is_replaced or figure.is_disputed:
        return EARLIER_NUMBER
    if figure.is_repeated:
        return "said again"
    if figure.is_part:
        return "a part"
    if figure.is_older:
        return EARLIER_NUMBER
    if figure.is_superseded:
        return EARLIER_VERSION
    if figure.is_below_toll:
        return BELOW_TOLL
    if figure.is_body:
        return "later in the text"
    return "a vague word" if figure.is_vague else "another number"
