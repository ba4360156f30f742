"""
Tell which pairs of statements say themselves that they are of two different things.

In: statements of one story, and pairs of their rows. Out: for each pair whether it contradicts
itself. Pairs that only have too little in common are left to ``barred``.
"""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.aboard import is_aboard
from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.currencies import same_currency
from analysis.compare.quantities.fallen_tolls import fallen_tolls
from analysis.compare.quantities.namesakes import owners_agree
from analysis.compare.quantities.noun_kinds import harmed_and_things
from analysis.compare.quantities.other_outcomes import told_in_two_words
from analysis.compare.quantities.pair_tests import (
    ANYBODY,
    COUNTS,
    FEW,
    RATE_OF_EXCHANGE,
    RATES,
    SOME,
    both_and_differ,
    differ,
    same_amount,
    share_a_word,
    words_around,
)
from analysis.compare.quantities.pair_values import rounds
from analysis.compare.quantities.part_places import of_other_places
from analysis.compare.quantities.planned import planned_and_cancelled
from analysis.compare.quantities.represented import represented_and_acting
from analysis.compare.quantities.rival_words import PARTICIPANTS
from analysis.compare.quantities.sides import BOTH, ENEMY
from analysis.compare.quantities.statements import Statements
from analysis.compare.quantities.whose_fire import are_of_two_fires
from analysis.core.animals import is_animal

__all__ = ["BARS", "BARS_OF_PARTS", "are_two_things", "contradict", "outcomes_agree", "say_less"]

_COUNT = "count"
_TIMES_A_DAY = 2  # a toll of all time, in tolls of a day, at least
_SWAP = r"(?i)\b(?:swap|exchang|traded?\b)\w*"
_SO_FAR = re.compile(
    r"\s*(?:%|per\s?cent)?\s+of\s+(?:the\s+|all\s+)?(?:votes?|ballots|precincts|polling\s+stations"
    r"|districts)\s+(?:(?:were|are|was|had|have|been|now)\s+)*"
    r"(?:counted|tallied|reporting|processed)\b",
    re.IGNORECASE,
)
_MISSING = r"(?i)\b(?:missing|unaccounted|not\s+been\s+found|trapped)\b"
_VOTES = ("vote", "seat", "mandate", "deputy", "lawmaker")
_VEHICLES = ("tractor", "vehicle", "truck", "lorry", "car", "taxi", "bus", "motorbike", "van")
_JOBS = ("job", "position", "post", "employee")
_WORKPLACES = ("branch", "store", "shop", "outlet", "factory", "plant", "office", "site", "depot")
_MANY_TIMES = 5
_SAME_COUNT = ("article_id", "outcome", "amount")
_ATTACKERS = tuple(
    """
    attacker gunman assailant shooter bomber hostage-taker kidnapper hijacker terrorist robber
    raider captor abductor
    """.split()
)
# kinds of count that are apart from all others
_APART = (
    *("is_planned", "is_ordered", "is_per_time", "is_downed", "with_attacker"),
    *("is_local", "is_of_suppliers", "is_in_trading"),
)
_ARMED = ("soldiers", "fighters")
_UNARMED = ("civilians", "women", "children")
_OPENING = 1  # last sentence of headline and first sentence
_DEAD = ("killed", "bodies_found")
_HARMED = ("killed", "injured", "bodies_found")
_LIVING_THERE = ("resident", "inhabitant", "islander", "villager")


def outcomes_agree(one: str | None, other: str | None) -> bool:
    """
    Return whether two outcomes may be of the same count.

    Parameters
    ----------
    one, other : str or None
        None for counts that are no casualties, which extraction may have missed.

    Returns
    -------
    bool
        Equal ones, the dead and the bodies found, the harmed of any kind and "killed or injured".
    """
    if one is None or other is None or one == other:
        return True
    if one in _DEAD and other in _DEAD:
        return True
    pair = {one, other}
    return "killed_or_injured" in pair and not pair.isdisjoint(_HARMED)


def contradict(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs say themselves that they are of different things.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        Another dimension, a number that is needed and one that is counted, "a third victim" and a
        count, one of each side and another of all, another currency that no article converts,
        another outcome, a part and its total, a rise and a fall, another stated year, another
        month of what harms nobody, the dead of another country or group, the votes of two persons
        of one surname, soldiers and civilians,
        those ill and those of them in hospital, a limit or the sample of a poll and another count,
        what was expected and what came, people in a stadium, in the streets and on strike, a part
        beside its whole and another count, attackers and others, the gravely hurt, or those still
        in hospital, and all, animals that died and all, prisoners to be freed and freed, what comes
        a day and all, the dead with the attacker and without, those of the past 24 hours and
        others, votes or seats that are not told whose, arrests of several days and of one, shares
        at an hour and at the end, two periods, those who are feared dead and others, one of two
        groups of a sentence and another noun, bodies that are fewer than the dead of their article,
        what another article prints as a part, numbers of an earlier year and others, few people and
        many times as many, jobs and protesters,
        shares of two polls, numbers of two storms or fires, counts beside "the past seven", and a
        toll at most half of what the same outlet printed on a day before.
    """
    return are_two_things(statements, first, second) | say_less(statements, first, second)


def are_two_things(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs contradict themselves whatever else their articles say.

    Parameters
    ----------
    statements, first, second
        As for ``contradict``.

    Returns
    -------
    array of bool
        What ``contradict`` tells, but for what ``say_less`` tells alone.
    """
    found = np.zeros(len(first), dtype=bool)
    for bar in BARS:
        found |= bar(statements, first, second)
    return found


def say_less(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs contradict themselves by what one of their articles may have left out.

    Parameters
    ----------
    statements, first, second
        As for ``contradict``.

    Returns
    -------
    array of bool
        Bodies that are fewer than the dead of their article, and a part beside its whole: such a
        number may be the whole of another article that states it.
    """
    found = np.zeros(len(first), dtype=bool)
    for bar in BARS_OF_PARTS:
        found |= bar(statements, first, second)
    return found


def _few_people_and_crowds(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return few people and many, none harmed: "he dragged in three people", 110 on the boat."""
    rows: Any = statements.rows
    is_plain = rows["outcome"].isna() & rows["unit"].isin(COUNTS) & rows["noun"].isin(ANYBODY)
    amounts = rows["amount"].astype(float).to_numpy()
    both = is_plain.to_numpy(bool)[first] & is_plain.to_numpy(bool)[second]
    smaller = np.fmin(amounts[first], amounts[second])
    larger = np.fmax(amounts[first], amounts[second])
    return both & (smaller < FEW) & (larger > _MANY_TIMES * smaller)


def _gravely_and_all(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of wounded of which one's alone are gravely hurt, or in hospital."""
    rows: Any = statements.rows
    is_hurt = rows["outcome"].isin(("injured", "ill")).to_numpy()
    unlike = np.zeros(len(first), dtype=bool)
    for name in ("is_grave", "is_still_in_hospital"):
        holds = rows[name].to_numpy(bool)
        unlike |= holds[first] != holds[second]
    return unlike & is_hurt[first] & is_hurt[second] & ~same_amount(rows, first, second)


def _dead_and_all(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of animals of which one alone died: 276 of 416 whales."""
    rows: Any = statements.rows
    is_thing = rows["outcome"].isna().to_numpy() & rows["noun"].map(is_animal).to_numpy(bool)
    is_dead = rows["is_dead"].to_numpy(bool)
    unlike = is_thing[first] & is_thing[second] & (is_dead[first] != is_dead[second])
    return unlike & ~same_amount(rows, first, second)


def _of_an_earlier_year(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different numbers of which one alone is told of a year before its article's.

    Equal counts of two nouns too: 31 states, and "31 recalls last year".
    """
    rows: Any = statements.rows
    told = rows["year"].astype(float).to_numpy()
    own = pd.to_datetime(rows["published"]).dt.year.to_numpy(float)
    is_earlier = told < own  # false for a number without a year
    unlike = is_earlier[first] != is_earlier[second]
    is_count = rows["measured"].eq(_COUNT).to_numpy()
    has_other_noun = both_and_differ(rows["noun"], first, second) & is_count[first]
    return unlike & (~same_amount(rows, first, second) | has_other_noun)


def _part_of_the_other(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different casualty numbers of which one is what the other's article prints as a part.

    Where an article says "56 died, 24 of them in Bihar", another one's "24 dead in Bihar" is none
    of the 56.
    """
    rows: Any = statements.rows
    is_casualty = rows["outcome"].notna().to_numpy()
    is_part = (rows["scope"].eq("part") | rows["part_of"].notna()).to_numpy(bool)
    is_part = is_part & is_casualty & rows["amount"].ge(FEW).to_numpy(bool)
    parts = {tuple(row) for row in rows.loc[is_part, list(_SAME_COUNT)].to_numpy().tolist()}
    unlike = is_casualty[first] & is_casualty[second] & ~same_amount(rows, first, second)
    if not parts:
        return np.zeros(len(first), dtype=bool)
    article, outcome, amount = (rows[name].to_numpy() for name in _SAME_COUNT)
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [
        (article[one], outcome[other], amount[other]) in parts
        or (article[other], outcome[one], amount[one]) in parts
        for one, other in pairs
    ]
    return unlike


def _of_several_days(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of people held, or of things, of which one alone is of more days."""
    rows: Any = statements.rows
    is_held = rows["outcome"].eq("captured").to_numpy()
    is_thing = (rows["outcome"].isna() & rows["unit"].isin(COUNTS)).to_numpy(bool)
    is_total = rows["is_cumulative"].to_numpy(bool)
    of_two = rows["is_of_two_days"].to_numpy(bool)
    unlike = is_held[first] & is_held[second] & (is_total[first] != is_total[second])
    both = (is_held | is_thing)[first] & (is_held | is_thing)[second]
    unlike |= both & (of_two[first] != of_two[second])
    return unlike & ~same_amount(rows, first, second)


def _one_of_groups_and_all(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different casualty numbers of two nouns, of which one alone is one of two groups."""
    rows: Any = statements.rows
    is_group = rows["is_one_of_groups"].to_numpy(bool)
    noun = pd.Series(rows["noun"])
    unlike = (is_group[first] != is_group[second]) & differ(noun, first, second)
    return unlike & ~same_amount(rows, first, second)


def _bodies_of_a_part(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of dead of which one is of bodies fewer than its article's dead.

    "Five bodies were recovered" beside a toll of 46 tells of one place or day.
    """
    rows: Any = statements.rows
    is_dead = rows["outcome"].isin(_DEAD).to_numpy()
    is_whole = (rows["scope"].eq("event") & rows["part_of"].isna()).to_numpy(bool)
    is_toll = rows["outcome"].eq("killed").to_numpy() & is_whole
    tolls = rows["amount"].astype(float).where(is_toll)
    toll = tolls.groupby(rows["article_id"]).transform("max").to_numpy(float)
    are_bodies = rows["outcome"].eq("bodies_found").to_numpy()
    is_part = are_bodies & (rows["amount"].to_numpy(float) < toll)
    unlike = is_dead[first] & is_dead[second] & (is_part[first] | is_part[second])
    return unlike & ~same_amount(rows, first, second)


def _votes_of_nobody(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of votes or seats of which one or both are not told whose.

    But for rounded shares: 52.4 and 52 percent. 450 and 451 votes may be against and for.
    """
    rows: Any = statements.rows
    are_votes = rows["outcome"].isna().to_numpy() & rows["noun"].isin(_VOTES).to_numpy()
    has_owner = rows["whose"].notna().to_numpy()
    unlike = are_votes[first] & are_votes[second] & ~(has_owner[first] & has_owner[second])
    is_rate = rows["measured"].isin(RATES).to_numpy()[first]
    is_rounded = is_rate & rounds(rows, first, second)
    return unlike & ~same_amount(rows, first, second) & ~is_rounded


def _counted_so_far(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return shares of which one alone says how much is counted: "99% of ballots counted"."""
    rows: Any = statements.rows
    is_progress = np.array([_SO_FAR.match(after) is not None for _, after in words_around(rows)])
    is_rate = rows["measured"].isin(RATES).to_numpy()
    return is_rate[first] & is_rate[second] & (is_progress[first] != is_progress[second])


def _fractions_of_two_things(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return equal fractions in words of two things: two thirds of the dead, and of the crop."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    is_fraction = is_rate & rows["text"].str.fullmatch(r"(?i)[a-z][a-z -]+").to_numpy(bool)
    unlike = is_fraction[first] & is_fraction[second]
    unlike &= both_and_differ(rows["noun"], first, second)
    unlike[unlike] = ~share_a_word(statements, ("counted",), first[unlike], second[unlike])
    return unlike


def _planned_and_done(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of which one alone is a plan, or a count of another kind."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & both_and_differ(pd.Series(rows["answer"]), first, second)
    is_interim = rows["is_by_the_hour"].to_numpy(bool)
    unlike |= is_rate[first] & is_rate[second] & (is_interim[first] != is_interim[second])
    unlike |= both_and_differ(pd.Series(rows["period"]), first, second)
    articles, _ = pd.factorize(rows["article_id"])
    is_bare = rows["is_bare"].to_numpy(bool)
    # "£290 a year, it says. The others say it is £1,240" is of a year as well
    takes_over = (articles[first] == articles[second]) & is_bare[second]
    for name in _APART:
        holds = rows[name].to_numpy(bool)
        differs = holds[first] != holds[second]
        unlike |= differs & ~takes_over if name == "is_per_time" else differs
    return unlike & ~same_amount(rows, first, second)


def _rates_of_subgroups(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different rates of two parts of a population, or of one and all: youth, core."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & differ(pd.Series(rows["subgroup"]), first, second)
    return unlike & ~same_amount(rows, first, second)


def _of_two_polls(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return shares of two polls, by other pollsters, equal ones too."""
    pollsters = statements.rows["pollster"].to_numpy()
    pairs = zip(pollsters[first], pollsters[second], strict=True)
    apart = [bool(one and other and one.isdisjoint(other)) for one, other in pairs]
    return np.array(apart, dtype=bool)


def _exit_polls_and_counts(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different shares or seats of which one alone is of an exit poll."""
    rows: Any = statements.rows
    is_won = (rows["measured"].isin(RATES) | rows["noun"].eq("seat")).to_numpy(bool)
    is_exit = rows["is_of_exit_poll"].to_numpy(bool)
    unlike = is_won[first] & is_won[second] & (is_exit[first] != is_exit[second])
    return unlike & ~same_amount(rows, first, second)


def _rates_of_exchange_and_sums(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return sums of which one alone is what a dollar costs."""
    rows: Any = statements.rows
    is_sum = rows["unit"].eq("money").to_numpy(bool)
    units = rows["unit_text"].fillna("").astype(str)
    is_rate = units.str.contains(RATE_OF_EXCHANGE) | rows["noun"].eq("rate")
    is_rate = is_rate.to_numpy(bool)
    return is_sum[first] & is_sum[second] & (is_rate[first] != is_rate[second])


def _aboard_and_others(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of which one counts all who were aboard, the other those harmed.

    So it is with those who live on the island off which a boat sinks.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    is_count = (rows["unit"].isin(COUNTS) & rows["outcome"].isna()).to_numpy(bool)
    lives_there = is_count & rows["noun"].isin(_LIVING_THERE).to_numpy(bool)
    unlike = casualty[first] != casualty[second]
    unlike |= lives_there[first] != lives_there[second]
    unlike &= ~same_amount(rows, first, second)
    asked = np.concatenate([first[unlike], second[unlike]])
    bare = np.unique(asked[~casualty[asked]])
    columns = rows.loc[bare, ["article_id", "noun", "outcome", "start", "end"]]
    told = zip(bare.tolist(), columns.to_dict("records"), strict=True)
    aboard = [
        row
        for row, statement in told
        if is_count[row] and is_aboard(statement, statements.texts[statement["article_id"]])
    ]
    return unlike & (np.isin(first, aboard) != np.isin(second, aboard))


def _windows_and_counts(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return counts of which one alone is among how many: six of the past seven, seven won."""
    rows: Any = statements.rows
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(COUNTS).to_numpy()
    is_window = rows["is_window"].to_numpy(bool)
    return is_count[first] & is_count[second] & (is_window[first] != is_window[second])


def _of_two_disasters(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return numbers of two storms, or of two fires, that have names."""
    return both_and_differ(pd.Series(statements.rows["disaster"]), first, second)


def _one_side_of_a_swap(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return numbers in a swap of which one is twice the other: one side's, and both sides'."""
    rows: Any = statements.rows
    amount = rows["amount"].to_numpy(float)
    low, high = np.fmin(amount[first], amount[second]), np.fmax(amount[first], amount[second])
    found = (low > 0) & (high == 2 * low)
    asked = np.unique([*first[found], *second[found]]).astype(int)
    is_swap = np.zeros(len(rows), dtype=bool)
    is_swap[asked] = rows["sentence_text"].iloc[asked].str.contains(_SWAP)
    return found & (is_swap[first] | is_swap[second])


def _feared_and_others(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of which one alone is of people feared dead, or of a part of the dead.

    The missing are feared dead or not in one number, and "nine children died" counts what "eleven
    of the dead were children" does.
    """
    rows: Any = statements.rows
    is_feared = rows["is_feared"].to_numpy(bool)
    is_missing = rows["outcome"].eq("missing").to_numpy(bool, copy=True)
    is_missing[is_missing] = rows["sentence_text"].loc[is_missing].str.contains(_MISSING)
    feared = (is_feared[first] != is_feared[second]) & ~(is_missing[first] & is_missing[second])
    is_part = rows["is_of_harmed"].to_numpy(bool)
    of_some = pd.Series(rows["group"].where(rows["group"].isin(SOME)))
    codes, _ = pd.factorize(of_some)
    of_one_group = (codes[first] >= 0) & (codes[first] == codes[second])
    part = (is_part[first] != is_part[second]) & ~of_one_group
    is_hurt = rows["outcome"].eq("injured").to_numpy()
    is_own = rows["is_of_own"].to_numpy(bool)  # a club's own fans, but not "its soldiers"
    sides, _ = pd.factorize(rows["side"])
    of_one_side = (sides[first] >= 0) & (sides[first] == sides[second])
    own = (is_own[first] != is_own[second]) & ~of_one_side
    part |= own & is_hurt[first] & is_hurt[second]
    return (feared | part) & ~same_amount(rows, first, second)


def _of_two_days(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of the past 24 hours and of all time, or of two days."""
    rows: Any = statements.rows
    is_of_day = rows["is_of_day"].to_numpy(bool)
    both = is_of_day[first] & is_of_day[second]
    amount = np.abs(rows["amount"].to_numpy(float))
    low, high = np.fmin(amount[first], amount[second]), np.fmax(amount[first], amount[second])
    # a first report's toll of a day may well be a rival of another outlet's
    unlike = (is_of_day[first] != is_of_day[second]) & (high >= _TIMES_A_DAY * low)
    unlike |= both & both_and_differ(pd.Series(rows["published"]), first, second)
    return unlike & ~same_amount(rows, first, second)


def _attackers_and_others(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different casualty numbers of which one alone is of those who attacked: or fight."""
    rows: Any = statements.rows
    is_casualty = rows["outcome"].notna().to_numpy()
    attacks = rows["noun"].isin(_ATTACKERS).to_numpy()
    fights = attacks | rows["group"].eq("fighters").to_numpy()
    unlike = (attacks[first] & ~fights[second]) | (attacks[second] & ~fights[first])
    unlike &= is_casualty[first] & is_casualty[second]
    return unlike & ~same_amount(rows, first, second)


def _part_beside_whole(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different counts of which one alone is a part: "five of eight drones", "eight"."""
    rows: Any = statements.rows
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(COUNTS).to_numpy()
    is_count &= ~rows["is_bare"].to_numpy(bool)  # "of the jobs 1,200; the bank says 1,000"
    is_part = rows["is_of_whole"].to_numpy(bool)
    unlike = is_count[first] & is_count[second] & (is_part[first] != is_part[second])
    return unlike & ~same_amount(rows, first, second)


def _agree(
    column: pd.Series,
    first: np.ndarray,
    second: np.ndarray,
    test: Callable[[str | None, str | None], bool],
) -> np.ndarray:
    """Return whether a test of two values holds, asked once for each two distinct values."""
    codes, values = pd.factorize(column)
    known = [*values, None]  # the code of null, -1, is the last
    agree = np.array([[test(one, other) for other in known] for one in known])
    return agree[codes[first], codes[second]]


def _owners_agree(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return which pairs can have one owner; only pairs of two names are looked at."""
    codes, values = pd.factorize(column)
    agree = np.ones(len(first), dtype=bool)
    named = (codes[first] >= 0) & (codes[second] >= 0) & (codes[first] != codes[second])
    if not named.any():
        return agree
    both = np.stack([codes[first[named]], codes[second[named]]], axis=1)
    unlike, place = np.unique(both, axis=0, return_inverse=True)
    tested = np.array([owners_agree(*pair) for pair in np.asarray(values)[unlike].tolist()])
    agree[named] = tested[place.ravel()]
    return agree


def _of_two_sides(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return numbers of two sides; an enemy with another's number may be the one it names."""
    rows: Any = statements.rows
    found = both_and_differ(pd.Series(rows["side"]), first, second)
    is_enemy = rows["side"].eq(ENEMY).to_numpy(bool)
    same = (is_enemy[first] | is_enemy[second]) & same_amount(rows, first, second)
    return found & ~same


def _nationals_and_all(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different casualty numbers of which one is of nationals, and its article counts more.

    "17 Canadians ill, more than 200 sick in the United States": the 17 are no toll of all. An
    article that opens with "28 Somali soldiers" may set what others say of soldiers against it.
    """
    rows: Any = statements.rows
    is_casualty = rows["outcome"].notna().to_numpy()
    is_national = rows["side"].notna() & ~rows["side"].isin((BOTH, ENEMY))
    of_all = rows["amount"].astype(float).where(~is_national)
    most = of_all.groupby([rows["article_id"], rows["outcome"].fillna("")]).transform("max")
    is_part = (is_national & rows["amount"].astype(float).lt(most)).to_numpy(bool)
    is_of_all = ~is_national.to_numpy(bool)
    unlike = (is_part[first] & is_of_all[second]) | (is_of_all[first] & is_part[second])
    unlike &= is_casualty[first] & is_casualty[second]
    is_soldier = rows["group"].eq("soldiers").to_numpy()
    is_opening = is_of_all | rows["sentence_id"].le(_OPENING).to_numpy(bool)
    unlike &= ~(is_soldier & is_opening)[first] | ~(is_soldier & is_opening)[second]
    return unlike & ~same_amount(rows, first, second)


def _armed_and_unarmed(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of which one is of those who fight, one of civilians."""
    rows: Any = statements.rows
    is_armed = rows["group"].isin(_ARMED).to_numpy()
    is_unarmed = rows["group"].isin(_UNARMED).to_numpy()
    unlike = (is_armed[first] & is_unarmed[second]) | (is_unarmed[first] & is_armed[second])
    return unlike & ~same_amount(rows, first, second)


def _expected_and_actual(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different rates, sums or measures of which one alone is what somebody expected.

    So are counts of which one alone is told as what the number may become. "The cost was put at
    62 million" is as well of a line that "will cost 62.4 million".
    """
    rows: Any = statements.rows
    is_rate = (
        rows["measured"].isin([*RATES, MONEY]).to_numpy() | rows["unit"].eq("measure").to_numpy()
    )
    is_expected, is_costed = (rows[name].to_numpy(bool) for name in ("is_expected", "is_costed"))
    unlike = is_rate[first] & is_rate[second] & (is_expected[first] != is_expected[second])
    unlike &= ~is_costed[first] & ~is_costed[second]
    is_count = rows["measured"].eq("count").to_numpy()
    is_foreseen = rows["is_foreseen"].to_numpy(bool)
    unlike |= is_count[first] & is_count[second] & (is_foreseen[first] != is_foreseen[second])
    return unlike & ~same_amount(rows, first, second)


def _cases_and_patients(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different numbers of people ill of whom one's alone are in hospital, or grave."""
    rows: Any = statements.rows
    is_ill = rows["outcome"].eq("ill").to_numpy()
    in_hospital = rows["is_in_hospital"].to_numpy(bool)
    is_grave = rows["is_grave"].to_numpy(bool)
    other_state = (in_hospital[first] != in_hospital[second]) | (
        is_grave[first] != is_grave[second]
    )
    unlike = is_ill[first] & is_ill[second] & other_state
    return unlike & ~same_amount(rows, first, second)


def _limits_and_crowds(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different counts: a limit or sample and another, a stadium, streets, a strike.

    The places of a prison are not its dead, even if there are as many.
    """
    rows: Any = statements.rows
    is_limit, is_sample = (rows[name].to_numpy(bool) for name in ("is_limit", "is_sample"))
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(COUNTS).to_numpy()
    elsewhere = is_count[first] & is_count[second]
    elsewhere &= both_and_differ(pd.Series(rows["venue"]), first, second)
    on_strike = rows["venue"].eq("strike").to_numpy(bool)
    is_crowd = rows["is_crowd"].to_numpy(bool) & ~on_strike  # a march of strikers
    elsewhere |= (
        is_count[first]
        & is_count[second]
        & both_and_differ(pd.Series(rows["state"]), first, second)
    )
    elsewhere |= (on_strike[first] & is_crowd[second]) | (is_crowd[first] & on_strike[second])
    one_limit = is_limit[first] != is_limit[second]
    apart = one_limit | is_sample[first] | is_sample[second] | elsewhere
    is_harmed = rows["outcome"].notna().to_numpy()
    harmed_and_limit = one_limit & (is_harmed[first] | is_harmed[second])
    return harmed_and_limit | (apart & ~same_amount(rows, first, second))


def _gaps_and_counts(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return counts of which one alone tells how far two numbers lie apart: a lead of 400 seats."""
    rows: Any = statements.rows
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(COUNTS).to_numpy()
    is_gap = rows["is_gap"].to_numpy(bool)
    return is_count[first] & is_count[second] & (is_gap[first] != is_gap[second])


def _populations_and_harmed(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return those harmed, and all who live in a place, be they as many.

    So are all of a country and those of them who need something; and vague words for others: "the
    city of 27,000, which is hosting thousands of evacuees".
    """
    rows: Any = statements.rows
    is_population = rows["is_population"].to_numpy(bool)
    others = rows["outcome"].notna().to_numpy() | rows["is_in_need"].to_numpy(bool)
    others |= rows["amount"].isna().to_numpy() & ~is_population
    return (is_population[first] & others[second]) | (others[first] & is_population[second])


def _jobs_and_crowds(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return jobs and people who protest, be they as many, and jobs and where people work."""
    rows: Any = statements.rows
    is_crowd = rows["is_crowd"].to_numpy(bool)
    is_job = rows["noun"].isin(_JOBS).to_numpy() & ~is_crowd
    is_other = is_crowd | rows["noun"].isin(_WORKPLACES).to_numpy()
    return (is_job[first] & is_other[second]) | (is_job[second] & is_other[first])


def _vehicles_and_people(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return vehicles and people: 1,800 tractors, and the 11,000 who came."""
    rows: Any = statements.rows
    is_vehicle = rows["noun"].isin(_VEHICLES).to_numpy()
    is_person = rows["noun"].isin(PARTICIPANTS | {"participant"}).to_numpy()
    return (is_vehicle[first] & is_person[second]) | (is_vehicle[second] & is_person[first])


def _part_and_total(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    rows: Any = statements.rows
    row_of = {figure_id: row for row, figure_id in enumerate(rows["figure_id"])}
    total = np.array([row_of.get(part_of, -1) for part_of in rows["part_of"]], dtype=int)
    return (total[first] == second) | (total[second] == first)


def _of_other_dimensions(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return pairs of another dimension, or of two currencies that no article converts."""
    rows: Any = statements.rows
    is_money = rows["measured"].eq(MONEY).to_numpy()[first]
    other_money = is_money & ~_agree(rows["money"], first, second, same_currency)
    return differ(rows["measured"], first, second) | other_money


def _of_other_roles(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return what is needed, "a third victim", one of each side, what is asked for, and others."""
    rows: Any = statements.rows
    found = differ(rows["is_needed"], first, second) | differ(rows["is_one_more"], first, second)
    is_other = ~same_amount(rows, first, second)
    found |= differ(rows["is_each"], first, second) & is_other
    harms_nobody = rows["outcome"].isna().to_numpy()
    return found | (differ(rows["is_asked"], first, second) & is_other & harms_nobody[first])


def _of_other_times(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return a rise and a fall, and pairs of another stated year or month."""
    rows: Any = statements.rows
    found = both_and_differ(rows["change"], first, second)
    found |= both_and_differ(rows["year"], first, second)
    is_other = ~same_amount(rows, first, second) & rows["outcome"].isna().to_numpy()[first]
    return found | (both_and_differ(rows["month"], first, second) & is_other)


def _of_other_outcomes(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    rows: Any = statements.rows
    agree = _agree(rows["outcome"], first, second, outcomes_agree)
    return ~agree & ~told_in_two_words(rows, first, second)


def _of_other_owners(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    rows: Any = statements.rows
    return ~_owners_agree(rows["whose"], first, second)


BARS = (
    _of_other_dimensions,
    _of_other_roles,
    _of_other_times,
    _of_other_outcomes,
    _of_other_owners,
    _of_two_sides,
    _nationals_and_all,
    _part_and_total,
    _armed_and_unarmed,
    _cases_and_patients,
    _expected_and_actual,
    _gaps_and_counts,
    _populations_and_harmed,
    _limits_and_crowds,
    _attackers_and_others,
    _gravely_and_all,
    _dead_and_all,
    _votes_of_nobody,
    _counted_so_far,
    _fractions_of_two_things,
    _planned_and_done,
    _feared_and_others,
    _rates_of_subgroups,
    _one_side_of_a_swap,
    _of_two_days,
    _of_several_days,
    _one_of_groups_and_all,
    _part_of_the_other,
    _of_an_earlier_year,
    _few_people_and_crowds,
    _jobs_and_crowds,
    harmed_and_things,
    represented_and_acting,
    planned_and_cancelled,
    _vehicles_and_people,
    _of_two_polls,
    _exit_polls_and_counts,
    _aboard_and_others,
    _rates_of_exchange_and_sums,
    _of_two_disasters,
    _windows_and_counts,
    fallen_tolls,
    of_other_places,
    are_of_two_fires,
)
BARS_OF_PARTS = (_bodies_of_a_part, _part_beside_whole)
