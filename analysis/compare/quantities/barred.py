"""
Bar pairs of statements that cannot state the same measured thing.

In: statements of one story, and pairs of their rows. Out: for each pair whether it is barred.
Everything else is left to the probability of the pair: these rules only forbid.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.currencies import same_currency
from analysis.compare.quantities.named_places import opening_places, scene_of
from analysis.compare.quantities.namesakes import owners_agree
from analysis.compare.quantities.sides import ENEMY
from analysis.compare.quantities.statements import Statements, telling_stems
from analysis.core import lexicon, paths
from analysis.core.animals import is_animal
from analysis.core.resources import lemma

__all__ = [
    "Bar",
    "barred",
    "barred_unless_probable",
    "contradict",
    "outcomes_agree",
    "surely_barred",
]

Bar = Callable[[Statements, np.ndarray, np.ndarray], np.ndarray]
"""Which pairs of rows, given by two arrays of int, are barred."""

FIELDS = ("counted", "beside")
DAYS_APART = 6
"""Days from which the numbers of two events are of two events.

Of 23 probable pairs of opening tolls in stories of FA-KES that were so far apart, with two numbers
and of two events, 20 were of two attacks, as their articles were read one by one.
"""
SMALL = 100  # two equal numbers below it may be chance

_PROBABLE, _NEARLY_SURE = 0.6, 0.9
_THINGS = ("animal", "thing", "artefact")  # groups of outcomes.toml
_RATES = ("percent", "points")
_COUNTS = ("people", "things")
_NO_OWNER_WORDS = frozenset("the a an of in and its their".split())
_TIMES_A_DAY = 2  # a toll of all time, in tolls of a day, at least
_FIRST_PARAGRAPHS = 900  # characters
_NAME = re.compile(r"\b[A-Z][\w’-]+")
_SWAP = r"(?i)\b(?:swap|exchang|traded?\b)\w*"
_MISSING = r"(?i)\b(?:missing|unaccounted|not\s+been\s+found|trapped)\b"
_VOTES = ("vote", "seat", "mandate", "deputy", "lawmaker")
_JOBS = ("job", "position", "post", "employee")
_FEW = 20
_MANY_TIMES = 5
_SAME_COUNT = ("article_id", "outcome", "amount")
_NOUNS_OF_HARM = tuple(
    """
    dead death victim body corpse casualty fatality injury wounded injured arrest case patient
    infection hostage prisoner detainee abduction kidnapping evacuation loss missing
    """.split()
)
_ATTACKERS = tuple(
    """
    attacker gunman assailant shooter bomber hostage-taker kidnapper hijacker terrorist robber
    """.split()
)
# kinds of count that are apart from all others
_APART = (
    *("is_planned", "is_per_time", "is_downed", "with_attacker"),
    *("is_local", "is_of_suppliers"),
)
_ANYBODY = ("person", "people")
_SOME = ("children", "women", "journalists", "medics_aid")
_ARMED = ("soldiers", "fighters")
_UNARMED = ("civilians", "women", "children")
_DEAD = ("killed", "bodies_found")
_HARMED = ("killed", "injured", "bodies_found")


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


def barred(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs cannot be the same quantity.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
        What ``contradict`` says; a vague number ("several") of things that have no word in common,
        a number below 100 of another thing in a sentence with no word in common, two different
        numbers of which one does not say of what ("some 400") with no word in common next to them;
        two different numbers of which one alone counts casualties, or none does and they have no
        word in common, next to them or counted; two different shares of which each sentence names
        other places; a number of people and one of things or animals, by their nouns; one below 20
        of people harmed and one of whom no harm is said; two different shares of two owners; two
        different shares, or parts, of two nouns; two different casualty numbers of two events that
        were printed days apart, unless the later one is said to be a toll: a story of a war has a
        bomb every week; and two of two events whose articles open with other places; those harmed
        in a place that neither the start of its own article nor the other article names; children
        and all; two different shares of which one has an owner that the other's sentence lacks
        before its next number; two small numbers of two things with no word in common next to them,
        or of which one alone counts people.
    """
    never = np.zeros(len(first))
    found = surely_barred(statements, first, second)
    return found | barred_unless_probable(statements, first, second, never)


def surely_barred(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs cannot be the same quantity, however probable they are.

    Parameters
    ----------
    statements, first, second
        As for ``barred``.

    Returns
    -------
    array of bool
    """
    rows: Any = statements.rows  # columns are known
    found = contradict(statements, first, second)
    found |= _unlike_without_outcome(rows, first, second)
    found |= _unlike_without_word(statements, first, second)
    found |= _rates_of_other_places(rows, first, second)
    found |= _shares_of_other_things(statements, first, second)
    found |= _parts_of_other_people(statements, first, second)
    found |= _few_without_harm(rows, first, second)
    found |= _other_things(statements, first, second)
    found |= _some_and_all(rows, first, second)
    found |= _shares_of_two_owners(rows, first, second)
    found |= _tolls_of_other_events(rows, first, second)
    found |= _scene_elsewhere(statements, first, second)
    found |= _owned_and_not(statements, first, second)
    found |= _few_of_other_things(statements, first, second)
    found |= _people_of_other_sentences(rows, first, second)
    return found


def barred_unless_probable(
    statements: Statements, first: np.ndarray, second: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """
    Return which pairs are barred by rules that a probable pair overrules.

    Parameters
    ----------
    statements, first, second
        As for ``barred``.
    probability : array of float
        Of each pair, without these rules.

    Returns
    -------
    array of bool

    Notes
    -----
    Of the pairs that these rules alone bar in ``data/labels/invented_news``, nearly all that are so
    probable are the same, and few of the others.
    """
    rows: Any = statements.rows
    equal = _same_amount(rows, first, second)
    found = _harm_elsewhere(statements, first, second) & (probability < _PROBABLE)
    is_sure = (probability >= _NEARLY_SURE) & equal  # 350 jobs, and 350 people sacked
    return found | (_people_and_things(rows, first, second) & ~is_sure)


def _people_of_other_sentences(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different numbers of "people" without harm whose sentences share no other word.

    1,500 people at a protest and 2,150 people who will lose their jobs.
    """
    is_plain = rows["outcome"].isna() & rows["unit"].isin(_COUNTS) & rows["noun"].isin(_ANYBODY)
    unlike = is_plain.to_numpy(bool)[first] & is_plain.to_numpy(bool)[second]
    unlike &= ~_same_amount(rows, first, second)
    sentences = rows["sentence_text"].tolist()
    pairs = zip(first[unlike].tolist(), second[unlike].tolist(), strict=True)
    unlike[unlike] = [
        telling_stems(sentences[one]).isdisjoint(telling_stems(sentences[other]))
        for one, other in pairs
    ]
    return unlike


def _few_people_and_crowds(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return few people and many, none harmed: "he dragged in three people", 110 on the boat."""
    is_plain = rows["outcome"].isna() & rows["unit"].isin(_COUNTS) & rows["noun"].isin(_ANYBODY)
    amounts = rows["amount"].astype(float).to_numpy()
    both = is_plain.to_numpy(bool)[first] & is_plain.to_numpy(bool)[second]
    smaller = np.fmin(amounts[first], amounts[second])
    larger = np.fmax(amounts[first], amounts[second])
    return both & (smaller < _FEW) & (larger > _MANY_TIMES * smaller)


def _few_of_other_things(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return pairs of few things of two nouns with no word in common: two bombs, two sons."""
    rows: Any = statements.rows
    is_few = rows["outcome"].isna().to_numpy() & rows["amount"].lt(_FEW).to_numpy(bool)
    is_few &= rows["unit"].isin(_COUNTS).to_numpy()
    unlike = is_few[first] & is_few[second] & _both_and_differ(rows["noun"], first, second)
    are_people = rows["noun"].isin(sorted(_people())).to_numpy()
    has_other_kind = unlike & (are_people[first] != are_people[second])  # three men, three visits
    unlike[unlike] = ~_share(statements, ("counted", "near"), first[unlike], second[unlike])
    return unlike | has_other_kind


def _gravely_and_all(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of wounded of which one's alone are gravely hurt, or in hospital."""
    is_hurt = rows["outcome"].isin(("injured", "ill")).to_numpy()
    unlike = np.zeros(len(first), dtype=bool)
    for name in ("is_grave", "is_still_in_hospital"):
        holds = rows[name].to_numpy(bool)
        unlike |= holds[first] != holds[second]
    return unlike & is_hurt[first] & is_hurt[second] & ~_same_amount(rows, first, second)


def _dead_and_all(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of animals of which one alone died: 276 of 416 whales."""
    is_thing = rows["outcome"].isna().to_numpy() & rows["noun"].map(is_animal).to_numpy(bool)
    is_dead = rows["is_dead"].to_numpy(bool)
    unlike = is_thing[first] & is_thing[second] & (is_dead[first] != is_dead[second])
    return unlike & ~_same_amount(rows, first, second)


def _some_and_all(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of which one alone is of children, women or helpers."""
    is_casualty = rows["outcome"].notna().to_numpy()
    group = rows["group"].where(rows["group"].isin(_SOME), "all")
    unlike = is_casualty[first] & is_casualty[second] & _differ(pd.Series(group), first, second)
    return unlike & ~_same_amount(rows, first, second)


def _owned_and_not(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different shares of which one has an owner that the other's sentence does not name."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~_same_amount(rows, first, second)
    has_owner = rows["whose"].notna().to_numpy()
    unlike &= has_owner[first] != has_owner[second]
    unlike[unlike] = ~_share(statements, ("counted",), first[unlike], second[unlike])
    owners, clauses = rows["whose"].to_numpy(), rows["up_to_next"].to_numpy()
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [
        (owners[one] or owners[other]).split()[-1] not in clauses[other if owners[one] else one]
        for one, other in pairs
    ]
    return unlike


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
        Another dimension, a number that is needed and one that is counted, "a third victim" and
        a count, one of each side and
        another of all, another currency that no article converts, another outcome, a part and
        its total, a rise and a fall, another stated year, the dead of another country or group,
        the votes of two persons of one surname, soldiers and civilians, those ill and those of
        them in hospital, a limit or the sample of a poll and another count, what was expected and
        what came, people in a stadium, in the streets and on strike, a part beside its whole and
        another count, attackers and others, the gravely hurt, or those still in hospital, and all,
        animals that died and all,
        prisoners to be freed and freed, what comes a day and all, the dead with the attacker and
        without, those of the past 24 hours and others, votes or seats that are not told whose,
        arrests of several days and of one, shares at an hour and at the end, two periods, those who
        are feared dead and others, one of two groups of a sentence and another noun, bodies that
        are fewer than the dead of their article, what another article prints as a part, numbers of
        an earlier year and others, few people and many times as many, jobs and protesters.
    """
    rows: Any = statements.rows  # columns are known
    found = _differ(rows["measured"], first, second)
    found |= _differ(rows["is_needed"], first, second)
    found |= _differ(rows["is_one_more"], first, second)
    found |= _differ(rows["is_each"], first, second) & ~_same_amount(rows, first, second)
    found |= _both_and_differ(rows["change"], first, second)
    found |= _both_and_differ(rows["year"], first, second)
    found |= _of_two_sides(rows, first, second)
    found |= ~_agree(rows["outcome"], first, second, outcomes_agree)
    found |= ~_owners_agree(rows["whose"], first, second)
    is_money = rows["measured"].eq(MONEY).to_numpy()[first]
    found |= is_money & ~_agree(rows["money"], first, second, same_currency)
    found |= _part_and_total(rows, first, second)
    found |= _armed_and_unarmed(rows, first, second)
    found |= _cases_and_patients(rows, first, second)
    found |= _expected_and_actual(rows, first, second)
    found |= _limits_and_crowds(rows, first, second)
    found |= _part_beside_whole(rows, first, second)
    found |= _attackers_and_others(rows, first, second)
    found |= _gravely_and_all(rows, first, second)
    found |= _dead_and_all(rows, first, second)
    found |= _votes_of_nobody(rows, first, second)
    found |= _planned_and_done(rows, first, second)
    found |= _feared_and_others(rows, first, second)
    found |= _rates_of_subgroups(rows, first, second)
    found |= _one_side_of_a_swap(rows, first, second)
    found |= _of_two_days(rows, first, second)
    found |= _of_several_days(rows, first, second)
    found |= _one_of_groups_and_all(rows, first, second)
    found |= _bodies_of_a_part(rows, first, second)
    found |= _part_of_the_other(rows, first, second)
    found |= _of_an_earlier_year(rows, first, second)
    found |= _few_people_and_crowds(rows, first, second)
    found |= _jobs_and_crowds(rows, first, second)
    return found


def _of_an_earlier_year(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of which one alone is told of a year before its article's."""
    told = rows["year"].astype(float).to_numpy()
    own = pd.to_datetime(rows["published"]).dt.year.to_numpy(float)
    is_earlier = told < own  # false for a number without a year
    unlike = is_earlier[first] != is_earlier[second]
    return unlike & ~_same_amount(rows, first, second)


def _part_of_the_other(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different casualty numbers of which one is what the other's article prints as a part.

    Where an article says "56 died, 24 of them in Bihar", another one's "24 dead in Bihar" is none
    of the 56.
    """
    is_casualty = rows["outcome"].notna().to_numpy()
    is_part = (rows["scope"].eq("part") | rows["part_of"].notna()).to_numpy(bool)
    is_part = is_part & is_casualty & rows["amount"].ge(_FEW).to_numpy(bool)
    parts = {tuple(row) for row in rows.loc[is_part, list(_SAME_COUNT)].to_numpy().tolist()}
    unlike = is_casualty[first] & is_casualty[second] & ~_same_amount(rows, first, second)
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


def _of_several_days(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of people held of which one alone is a total of several days."""
    is_held = rows["outcome"].eq("captured").to_numpy()
    is_total = rows["is_cumulative"].to_numpy(bool)
    unlike = is_held[first] & is_held[second] & (is_total[first] != is_total[second])
    return unlike & ~_same_amount(rows, first, second)


def _one_of_groups_and_all(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of two nouns, of which one alone is one of two groups."""
    is_group = rows["is_one_of_groups"].to_numpy(bool)
    noun = pd.Series(rows["noun"])
    unlike = (is_group[first] != is_group[second]) & _differ(noun, first, second)
    return unlike & ~_same_amount(rows, first, second)


def _bodies_of_a_part(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of dead of which one is of bodies fewer than its article's dead.

    "Five bodies were recovered" beside a toll of 46 tells of one place or day.
    """
    is_dead = rows["outcome"].isin(_DEAD).to_numpy()
    is_whole = (rows["scope"].eq("event") & rows["part_of"].isna()).to_numpy(bool)
    is_toll = rows["outcome"].eq("killed").to_numpy() & is_whole
    tolls = rows["amount"].astype(float).where(is_toll)
    toll = tolls.groupby(rows["article_id"]).transform("max").to_numpy(float)
    are_bodies = rows["outcome"].eq("bodies_found").to_numpy()
    is_part = are_bodies & (rows["amount"].to_numpy(float) < toll)
    unlike = is_dead[first] & is_dead[second] & (is_part[first] | is_part[second])
    return unlike & ~_same_amount(rows, first, second)


def _votes_of_nobody(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of votes or seats of which one or both are not told whose."""
    are_votes = rows["outcome"].isna().to_numpy() & rows["noun"].isin(_VOTES).to_numpy()
    has_owner = rows["whose"].notna().to_numpy()
    unlike = are_votes[first] & are_votes[second] & ~(has_owner[first] & has_owner[second])
    return unlike & ~_same_amount(rows, first, second)


def _planned_and_done(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of which one alone is a plan, or a count of another kind."""
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & _both_and_differ(pd.Series(rows["answer"]), first, second)
    is_interim = rows["is_by_the_hour"].to_numpy(bool)
    unlike |= is_rate[first] & is_rate[second] & (is_interim[first] != is_interim[second])
    unlike |= _both_and_differ(pd.Series(rows["period"]), first, second)
    for name in _APART:
        holds = rows[name].to_numpy(bool)
        unlike |= holds[first] != holds[second]
    return unlike & ~_same_amount(rows, first, second)


def _rates_of_subgroups(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different rates of two parts of a population, or of one and all: youth, core."""
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & _differ(pd.Series(rows["subgroup"]), first, second)
    return unlike & ~_same_amount(rows, first, second)


def _one_side_of_a_swap(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return numbers in a swap of which one is twice the other: one side's, and both sides'."""
    amount = rows["amount"].to_numpy(float)
    low, high = np.fmin(amount[first], amount[second]), np.fmax(amount[first], amount[second])
    is_swap = rows["sentence_text"].str.contains(_SWAP).to_numpy(bool)
    return (low > 0) & (high == 2 * low) & (is_swap[first] | is_swap[second])


def _feared_and_others(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different numbers of which one alone is of people feared dead, or of a part of the dead.

    The missing are feared dead or not in one number, and "nine children died" counts what "eleven
    of the dead were children" does.
    """
    is_feared = rows["is_feared"].to_numpy(bool)
    is_missing = rows["outcome"].eq("missing") & rows["sentence_text"].str.contains(_MISSING)
    is_missing = is_missing.to_numpy(bool)
    feared = (is_feared[first] != is_feared[second]) & ~(is_missing[first] & is_missing[second])
    is_part = rows["is_of_harmed"].to_numpy(bool)
    of_some = pd.Series(rows["group"].where(rows["group"].isin(_SOME)))
    codes, _ = pd.factorize(of_some)
    of_one_group = (codes[first] >= 0) & (codes[first] == codes[second])
    part = (is_part[first] != is_part[second]) & ~of_one_group
    is_hurt = rows["outcome"].eq("injured").to_numpy()
    is_own = rows["is_of_own"].to_numpy(bool)  # a club's own fans
    part |= (is_own[first] != is_own[second]) & is_hurt[first] & is_hurt[second]
    return (feared | part) & ~_same_amount(rows, first, second)


def _of_two_days(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of the past 24 hours and of all time, or of two days."""
    is_of_day = rows["is_of_day"].to_numpy(bool)
    both = is_of_day[first] & is_of_day[second]
    amount = np.abs(rows["amount"].to_numpy(float))
    low, high = np.fmin(amount[first], amount[second]), np.fmax(amount[first], amount[second])
    # a first report's toll of a day may well be a rival of another outlet's
    unlike = (is_of_day[first] != is_of_day[second]) & (high >= _TIMES_A_DAY * low)
    unlike |= both & _both_and_differ(pd.Series(rows["published"]), first, second)
    return unlike & ~_same_amount(rows, first, second)


def _attackers_and_others(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of which one alone is of those who attacked."""
    is_casualty = rows["outcome"].notna().to_numpy()
    attacks = rows["noun"].isin(_ATTACKERS).to_numpy()
    unlike = is_casualty[first] & is_casualty[second] & (attacks[first] != attacks[second])
    return unlike & ~_same_amount(rows, first, second)


def _part_beside_whole(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different counts of which one alone is a part: "five of eight drones", "eight"."""
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(_COUNTS).to_numpy()
    is_count &= ~rows["is_bare"].to_numpy(bool)  # "of the jobs 1,200; the bank says 1,000"
    is_part = rows["is_of_whole"].to_numpy(bool)
    unlike = is_count[first] & is_count[second] & (is_part[first] != is_part[second])
    return unlike & ~_same_amount(rows, first, second)


def _differ(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    codes, _ = pd.factorize(column)
    return codes[first] != codes[second]


def _both_and_differ(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    codes, _ = pd.factorize(column)  # -1 is null
    one, other = codes[first], codes[second]
    return (one >= 0) & (other >= 0) & (one != other)


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


def _of_two_sides(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return numbers of two sides; an enemy with another's number may be the one it names."""
    found = _both_and_differ(pd.Series(rows["side"]), first, second)
    is_enemy = rows["side"].eq(ENEMY).to_numpy(bool)
    same = (is_enemy[first] | is_enemy[second]) & _same_amount(rows, first, second)
    return found & ~same


def _armed_and_unarmed(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of which one is of those who fight, one of civilians."""
    is_armed = rows["group"].isin(_ARMED).to_numpy()
    is_unarmed = rows["group"].isin(_UNARMED).to_numpy()
    unlike = (is_armed[first] & is_unarmed[second]) | (is_unarmed[first] & is_armed[second])
    return unlike & ~_same_amount(rows, first, second)


def _expected_and_actual(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different rates or sums of which one alone is what somebody expected."""
    is_rate = rows["measured"].isin([*_RATES, MONEY]).to_numpy()
    is_expected = rows["is_expected"].to_numpy(bool)
    unlike = is_rate[first] & is_rate[second] & (is_expected[first] != is_expected[second])
    return unlike & ~_same_amount(rows, first, second)


def _cases_and_patients(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different numbers of people ill of whom one's alone are in hospital, or grave."""
    is_ill = rows["outcome"].eq("ill").to_numpy()
    in_hospital = rows["is_in_hospital"].to_numpy(bool)
    is_grave = rows["is_grave"].to_numpy(bool)
    other_state = (in_hospital[first] != in_hospital[second]) | (
        is_grave[first] != is_grave[second]
    )
    unlike = is_ill[first] & is_ill[second] & other_state
    return unlike & ~_same_amount(rows, first, second)


def _shares_of_two_owners(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different rates or shares of two owners with no word in common."""
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~_same_amount(rows, first, second)
    unlike &= _both_and_differ(pd.Series(rows["whose"]), first, second)
    words = [
        frozenset(str(owner or "").lower().split()) - _NO_OWNER_WORDS for owner in rows["whose"]
    ]
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [words[one].isdisjoint(words[other]) for one, other in pairs]
    return unlike


def _few_without_harm(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return pairs of few people of which one alone is said to be harmed: "with her two children".

    Two equal small numbers may be chance; "the two deaths" tells harm by its noun.
    """
    is_casualty = rows["outcome"].notna().to_numpy()
    tells_harm = rows["noun"].isin(_NOUNS_OF_HARM).to_numpy()
    is_bare = ~is_casualty & ~tells_harm & rows["amount"].lt(_FEW).to_numpy()
    return (is_casualty[first] & is_bare[second]) | (is_bare[first] & is_casualty[second])


def _limits_and_crowds(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different counts: a limit or sample and another, a stadium, streets, a strike."""
    is_limit, is_sample = (rows[name].to_numpy(bool) for name in ("is_limit", "is_sample"))
    is_count = rows["outcome"].isna().to_numpy() & rows["unit"].isin(_COUNTS).to_numpy()
    elsewhere = is_count[first] & is_count[second]
    elsewhere &= _both_and_differ(pd.Series(rows["venue"]), first, second)
    apart = (is_limit[first] != is_limit[second]) | is_sample[first] | is_sample[second] | elsewhere
    return apart & ~_same_amount(rows, first, second)


def _jobs_and_crowds(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return jobs and people who protest, be they as many."""
    is_crowd = rows["is_crowd"].to_numpy(bool)
    is_job = rows["noun"].isin(_JOBS).to_numpy() & ~is_crowd
    return (is_job[first] & is_crowd[second]) | (is_job[second] & is_crowd[first])


def _part_and_total(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    row_of = {figure_id: row for row, figure_id in enumerate(rows["figure_id"])}
    total = np.array([row_of.get(part_of, -1) for part_of in rows["part_of"]], dtype=int)
    return (total[first] == second) | (total[second] == first)


def _other_things(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of counts and measures that only a vague or small number has in common."""
    rows: Any = statements.rows
    vague = rows["amount"].isna().to_numpy()
    small = np.abs(rows["value"].to_numpy(float)) < SMALL
    casualty = rows["outcome"].notna().to_numpy()
    money = rows["measured"].eq(MONEY).to_numpy()
    no_toll = ~(casualty[first] & casualty[second])
    is_vague = no_toll & (vague[first] | vague[second])
    is_vague &= _both_and_differ(rows["noun"], first, second)
    is_small = no_toll & small[first] & small[second] & ~money[first]
    is_vague[is_vague] = ~_share(statements, ("counted",), first[is_vague], second[is_vague])
    fields = ("counted", "near", "sentence")
    is_small[is_small] = ~_share(statements, fields, first[is_small], second[is_small])
    is_bare = no_toll & ~money[first] & _any_without_noun(rows, first, second)
    is_bare &= ~_same_amount(rows, first, second)
    is_bare[is_bare] = ~_share(statements, ("near",), first[is_bare], second[is_bare])
    return is_vague | is_small | is_bare


def _unlike_without_outcome(
    rows: pd.DataFrame, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different numbers of which only one counts casualties: 120 aboard are no toll."""
    casualty = rows["outcome"].notna().to_numpy()
    return (casualty[first] != casualty[second]) & ~_same_amount(rows, first, second)


def _unlike_without_word(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different numbers, none of casualties, that share no word beside or counted."""
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    unlike = ~(casualty[first] | casualty[second]) & ~_same_amount(rows, first, second)
    unlike[unlike] = ~_share(statements, FIELDS, first[unlike], second[unlike])
    return unlike


def _rates_of_other_places(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different shares, each of which is told of places that the other does not name."""
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~_same_amount(rows, first, second)
    places = rows["places"].to_numpy()
    pairs = zip(places[first[unlike]], places[second[unlike]], strict=True)
    unlike[unlike] = [bool(one and other and one.isdisjoint(other)) for one, other in pairs]
    return unlike


def _people_and_things(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of which one counts people and one things: 11,000 workers, 11,000 cars."""
    people = (rows["outcome"].notna() | rows["noun"].isin(sorted(_people()))).to_numpy()
    things = rows["noun"].isin(sorted(_things())).to_numpy() & ~people
    return (people[first] & things[second]) | (things[first] & people[second])


def _shares_of_other_things(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different shares of two nouns: the turnout, and a share of the vote."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(_RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~_same_amount(rows, first, second)
    unlike &= _both_and_differ(rows["noun"], first, second)
    unlike[unlike] = ~_share(statements, ("counted",), first[unlike], second[unlike])
    return unlike


def _parts_of_other_people(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different parts that are of two nouns: foreigners and Chinese among the dead."""
    rows: Any = statements.rows
    is_part = (rows["scope"].eq("part") | rows["part_of"].notna()).to_numpy()
    unlike = is_part[first] & is_part[second] & ~_same_amount(rows, first, second)
    if not unlike.any():
        return unlike
    other = unlike & _both_and_differ(rows["noun"], first, second)
    other[other] = ~_share(statements, ("counted",), first[other], second[other])
    is_grave = rows["is_grave"].to_numpy(bool)
    return other | (unlike & (is_grave[first] != is_grave[second]))


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Return nouns of people, as lemmas."""
    words = lexicon.load(paths.LEXICONS / "quantifiers.toml")["persons"]["words"]
    return frozenset(lemma(word, "NNS") for word in words)


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    """Return nouns of things and animals, as lemmas."""
    groups = lexicon.load(paths.LEXICONS / "outcomes.toml")
    words = (word for group in _THINGS for word in groups[group]["words"])
    return frozenset(words) - _people()


def _tolls_of_other_events(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of articles on two events, days apart."""
    casualty = rows["outcome"].notna().to_numpy()
    unlike = casualty[first] & casualty[second] & ~_same_amount(rows, first, second)
    unlike &= _both_and_differ(pd.Series(rows["event_id"]), first, second)
    day = pd.to_datetime(rows["published"]).to_numpy()
    apart = (day[second] - day[first]) / np.timedelta64(1, "D")
    update = rows["is_update"].to_numpy(bool)
    later = np.where(apart >= 0, update[second], update[first])
    return unlike & (np.abs(apart) >= DAYS_APART) & ~later


def _harm_elsewhere(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of two events, whose articles open with other places."""
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    unlike = casualty[first] & casualty[second] & ~_same_amount(rows, first, second)
    unlike &= _both_and_differ(pd.Series(rows["event_id"]), first, second)
    if not unlike.any():
        return unlike
    texts = [statements.texts[article] for article in rows["article_id"]]
    opening = [opening_places(text) for text in texts]
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [
        bool(opening[one] and opening[other])
        and opening[one].isdisjoint(opening[other])
        and not _tells_of(texts[one], opening[other])
        and not _tells_of(texts[other], opening[one])
        for one, other in pairs
    ]
    return unlike


def _scene_elsewhere(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different casualty numbers of which one is told of a place of its own.

    "Three people were hurt in the village of Orsk", at the end of a report on a raid on Velm: the
    place is named neither where that report begins nor in the other article.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    unlike = casualty[first] & casualty[second] & ~_same_amount(rows, first, second)
    if not unlike.any():
        return unlike
    scenes = [scene_of(sentence) for sentence in rows["sentence_text"]]
    texts = [statements.texts[article] for article in rows["article_id"]]
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [
        _is_elsewhere(scenes[one], texts[one], texts[other])
        or _is_elsewhere(scenes[other], texts[other], texts[one])
        for one, other in pairs
    ]
    return unlike


def _is_elsewhere(scene: frozenset[str], own: str, other: str) -> bool:
    """Return whether no place of a sentence is named where its article begins, or in the other."""
    if not scene or _tells_of(own, scene):
        return False
    return scene.isdisjoint(name.lower() for name in _NAME.findall(other))


def _tells_of(text: str, places: frozenset[str]) -> bool:
    """Return whether the first paragraphs of an article name one of some places: a district's."""
    names = (name.lower() for name in _NAME.findall(text[:_FIRST_PARAGRAPHS]))
    return not places.isdisjoint(names)


def _any_without_noun(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    bare = (rows["noun"].isna() & rows["counted"].isna()).to_numpy()
    return bare[first] | bare[second]


def _same_amount(rows: pd.DataFrame, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    amount = rows["amount"].to_numpy(float)
    return amount[first] == amount[second]


def _share(
    statements: Statements, fields: Sequence[str], first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return which pairs share a word of one of the fields."""
    shared = np.zeros(len(first))
    for field in fields:
        words = statements.words[field]
        shared += np.asarray(words[first].multiply(words[second]).sum(axis=1)).ravel()
    return shared > 0
