"""
Bar pairs of statements that cannot state the same measured thing.

In: statements of one story, and pairs of their rows. Out: for each pair whether a rule speaks
against it. Which of the rules forbid a pair, and which are only evidence, ``doubts`` says.
"""

import re
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare.quantities.amounts import MONEY
from analysis.compare.quantities.contradicted import contradict
from analysis.compare.quantities.mixed_kinds import of_mixed_kinds, of_no_kind
from analysis.compare.quantities.named_places import scene_of
from analysis.compare.quantities.noun_kinds import people_nouns, thing_nouns
from analysis.compare.quantities.pair_tests import (
    ANYBODY,
    COUNTS,
    FEW,
    RATES,
    SOME,
    both_and_differ,
    differ,
    lack_a_noun,
    n_shared,
    same_amount,
    share_a_word,
)
from analysis.compare.quantities.pair_values import rounds
from analysis.compare.quantities.scenes import are_of_two_scenes
from analysis.compare.quantities.statements import Statements, telling_stems
from analysis.compare.quantities.sums import are_of_one_sum
from analysis.compare.quantities.told_fighters import of_fighters_told_apart

__all__ = [
    "BARS",
    "SILENCES",
    "barred",
    "people_and_things",
]

FIELDS = ("counted", "beside")
_CHARACTERS_AFTER = 80
_FEW_HARMED = 10  # two equal numbers below it are equal by chance
_TELLING = 2  # words that small numbers of two articles have in common if they are one
_TIME = "time"  # what durations measure
_ILL = "ill"
_CASES = ("case", "infection")
_MANY_PEOPLE = 1000
SMALL = 100  # two equal numbers below it may be chance
_NO_OWNER_WORDS = frozenset("the a an of in and its their".split())
_FIRST_PARAGRAPHS = 900  # characters
# "two children in Texas"
_PLACE_AFTER = re.compile(r"\s+(?:[a-z][\w-]*\s+){1,2}(?:in|from|near)\s+(?:the\s+)?[A-Z][a-z]")
_NAME = re.compile(r"\b[A-Z][\w’-]+")
_NOUNS_OF_HARM = tuple(
    """
    dead death victim body corpse casualty fatality injury wounded injured arrest case patient
    infection hostage prisoner detainee abduction kidnapping evacuation loss missing
    """.split()
)


def barred(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return which pairs any rule speaks against.

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
        different shares, or parts, of two nouns; two different parts of which one alone is told of
        a place; two casualty numbers of two incidents (``scenes``) that are different or few; those
        harmed in a place that neither the start of its own article nor the other article names;
        children and all; two different shares of which one has an owner that the other's sentence
        lacks before its next number; two small numbers of two things with no word in common next to
        them, or of which one alone counts people, or which are others of many ("the next two", "the
        first two"); a whole and its part, or two parts, by their sum (``sums``).
    """
    found = contradict(statements, first, second)
    for bar in (*BARS, *SILENCES, people_and_things):
        found |= bar(statements, first, second)
    return found


def _people_of_other_sentences(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different numbers of "people" without harm whose sentences share no other word.

    1,500 people at a protest and 2,150 people who will lose their jobs.
    """
    rows: Any = statements.rows
    is_plain = rows["outcome"].isna() & rows["unit"].isin(COUNTS) & rows["noun"].isin(ANYBODY)
    unlike = is_plain.to_numpy(bool)[first] & is_plain.to_numpy(bool)[second]
    unlike &= ~same_amount(rows, first, second)
    sentences = rows["sentence_text"].tolist()
    pairs = zip(first[unlike].tolist(), second[unlike].tolist(), strict=True)
    unlike[unlike] = [_tell_of_two(sentences[one], sentences[other]) for one, other in pairs]
    return unlike


def _tell_of_two(one: str, other: str) -> bool:
    """Return whether both sentences tell of something, and in no common word."""
    stems, other_stems = telling_stems(one), telling_stems(other)
    return bool(stems and other_stems) and stems.isdisjoint(other_stems)


def _equal_by_chance(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return equal round numbers of two nouns whose sentences share no word that tells of what.

    "More than 100 measures" and "more than 100 connections", or 1,000 people in a hall and 1,000
    who were held; 370,412 is not equal by chance, nor is 4.8 percent, nor 30,000 people and 30,000
    teachers.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    is_round = np.asarray([_is_round(value) for value in rows["value"]])
    is_round &= ~rows["measured"].eq(MONEY).to_numpy(bool)  # told by its sum
    unlike = is_round[first] & is_round[second] & same_amount(rows, first, second)
    unlike &= ~(casualty[first] & casualty[second])
    is_time = rows["measured"].eq(_TIME).to_numpy(bool)[first]  # 50 years may be of anything
    unlike &= both_and_differ(rows["noun"], first, second) | is_time
    unlike &= ~_are_many_people(rows, first, second)
    unlike[unlike] = ~share_a_word(statements, ("counted",), first[unlike], second[unlike])
    told = [telling_stems(sentence) for sentence in rows["sentence_text"]]
    pairs = zip(first[unlike].tolist(), second[unlike].tolist(), strict=True)
    unlike[unlike] = [
        bool(told[one] and told[other]) and told[one].isdisjoint(told[other])
        for one, other in pairs
    ]
    return unlike


def _are_many_people(rows: Any, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of a thousand or more people, of whom one number does not tell who they are."""
    is_anybody = rows["noun"].isin(ANYBODY).to_numpy(bool)
    is_person = is_anybody | rows["noun"].isin(sorted(people_nouns())).to_numpy(bool)
    is_many = rows["amount"].ge(_MANY_PEOPLE).to_numpy(bool)
    are_people = is_person[first] & is_person[second] & is_many[first]
    return are_people & (is_anybody[first] | is_anybody[second])


def _is_round(value: float | None) -> bool:
    """Return whether a number is below 100 and counts halves, or has no second digit but zeros."""
    if value is None or not np.isfinite(value) or (abs(value) < SMALL and 2 * value % 1):
        return False
    digits = f"{abs(value):.10g}".replace(".", "").strip("0")
    return abs(value) < SMALL or len(digits) == 1


def _few_of_other_things(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return pairs of few things of two nouns with no word in common: two bombs, two sons.

    Of two articles, one word in common beside them is not enough: "two campaigns" and "two
    elections" both stand beside a candidate.
    """
    rows: Any = statements.rows
    is_few = rows["outcome"].isna().to_numpy() & rows["amount"].lt(FEW).to_numpy(bool)
    is_few &= rows["unit"].isin(COUNTS).to_numpy()
    unlike = is_few[first] & is_few[second] & both_and_differ(rows["noun"], first, second)
    are_people = rows["noun"].isin(sorted(people_nouns())).to_numpy()
    has_other_kind = unlike & (are_people[first] != are_people[second])  # three men, three visits
    unlike[unlike] = ~share_a_word(statements, ("counted",), first[unlike], second[unlike])
    least = np.where(differ(rows["article_id"], first[unlike], second[unlike]), _TELLING, 1)
    unlike[unlike] = n_shared(statements, "near", first[unlike], second[unlike]) < least
    # "two crashes", "two aircraft have crashed"
    told = zip(rows["up_to_next"], rows["sentence_text"], rows["text"], strict=True)
    after = [_words_after(*words) for words in told]
    nouns = [telling_stems(str(noun)) for noun in rows["noun"]]
    pairs = zip(first[unlike].tolist(), second[unlike].tolist(), strict=True)
    unlike[unlike] = [
        nouns[one].isdisjoint(after[other]) and nouns[other].isdisjoint(after[one])
        for one, other in pairs
    ]
    return unlike | has_other_kind


def _words_after(clause: str, sentence: str, number: str) -> frozenset[str]:
    """Return the stems of the words that follow a number; ``clause`` ends at the next number."""
    end = clause.rfind(number) + len(number)
    return telling_stems(sentence[end : end + _CHARACTERS_AFTER])


def _which_few(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return few things of which the articles tell others: the next two, and the first two."""
    rows: Any = statements.rows
    is_few = rows["outcome"].isna().to_numpy() & rows["amount"].lt(FEW).to_numpy(bool)
    is_few &= rows["unit"].isin(COUNTS).to_numpy()
    of_years = rows["is_of_years"].to_numpy(bool)
    others = (of_years[first] != of_years[second]) & ~same_amount(rows, first, second)
    others |= both_and_differ(pd.Series(rows["which"]), first, second)
    return is_few[first] & is_few[second] & others


def _some_and_all(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different casualty numbers of which one alone is of children, women or helpers."""
    rows: Any = statements.rows
    is_casualty = rows["outcome"].notna().to_numpy()
    group = rows["group"].where(rows["group"].isin(SOME), "all")
    unlike = is_casualty[first] & is_casualty[second] & differ(pd.Series(group), first, second)
    return unlike & ~same_amount(rows, first, second)


def _owned_and_not(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return different shares of which one has an owner that the other's sentence does not name."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~same_amount(rows, first, second)
    has_owner = rows["whose"].notna().to_numpy()
    unlike &= has_owner[first] != has_owner[second]
    unlike[unlike] = ~share_a_word(statements, ("counted",), first[unlike], second[unlike])
    owners, clauses = rows["whose"].to_numpy(), rows["up_to_next"].to_numpy()
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [
        (owners[one] or owners[other]).split()[-1] not in clauses[other if owners[one] else one]
        for one, other in pairs
    ]
    return unlike


def _shares_of_two_owners(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different rates or shares of two owners with no word in common."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~same_amount(rows, first, second)
    unlike &= both_and_differ(pd.Series(rows["whose"]), first, second)
    words = [
        frozenset(str(owner or "").lower().split()) - _NO_OWNER_WORDS for owner in rows["whose"]
    ]
    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [words[one].isdisjoint(words[other]) for one, other in pairs]
    return unlike


def _few_without_harm(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return pairs of few people of which one alone is said to be harmed: "with her two children".

    Two equal small numbers may be chance; "the two deaths" tells harm by its noun.
    """
    rows: Any = statements.rows
    is_casualty = rows["outcome"].notna().to_numpy()
    tells_harm = rows["noun"].isin(_NOUNS_OF_HARM).to_numpy()
    is_bare = ~is_casualty & ~tells_harm & rows["amount"].lt(FEW).to_numpy()
    return (is_casualty[first] & is_bare[second]) | (is_bare[first] & is_casualty[second])


def _other_things(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of counts and measures that only a vague or small number has in common."""
    rows: Any = statements.rows
    vague = rows["amount"].isna().to_numpy()
    small = np.abs(rows["value"].to_numpy(float)) < SMALL
    casualty = rows["outcome"].notna().to_numpy()
    money = rows["measured"].eq(MONEY).to_numpy()
    no_toll = ~(casualty[first] & casualty[second])
    is_vague = no_toll & (vague[first] | vague[second])
    is_vague &= both_and_differ(rows["noun"], first, second)
    is_small = no_toll & small[first] & small[second] & ~money[first]
    is_vague[is_vague] = ~share_a_word(statements, ("counted",), first[is_vague], second[is_vague])
    fields = ("counted", "near", "sentence")
    is_small[is_small] = ~share_a_word(statements, fields, first[is_small], second[is_small])
    is_bare = no_toll & ~money[first] & lack_a_noun(rows, first, second)
    is_bare &= ~same_amount(rows, first, second)
    # "thousands of patients" are not the "9,600 in public employment"
    has_noun = (rows["noun"].notna() | rows["counted"].notna()).to_numpy(bool)
    names_some = (vague & has_noun)[first] | (vague & has_noun)[second]
    is_bare[is_bare] = names_some[is_bare] | ~share_a_word(
        statements, ("near",), first[is_bare], second[is_bare]
    )
    return is_vague | is_small | is_bare


def _unlike_without_outcome(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different numbers of which only one counts casualties: 120 aboard are no toll.

    But for cases of a disease beside those who fell ill.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    is_case = rows["noun"].isin(_CASES).to_numpy() & ~casualty
    is_ill = rows["outcome"].eq(_ILL).to_numpy()
    is_known = rows["amount"].notna().to_numpy()
    are_cases = (is_case[first] & is_ill[second]) | (is_ill[first] & is_case[second])
    are_cases &= is_known[first] & is_known[second]
    unlike = (casualty[first] != casualty[second]) & ~same_amount(rows, first, second)
    return unlike & ~are_cases


def _unlike_without_word(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """
    Return different numbers, none of casualties, that share no word beside or counted.

    Rounded ones are not different: an attendance of 24,816, and a crowd of 25,000.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    unlike = ~(casualty[first] | casualty[second]) & ~same_amount(rows, first, second)
    unlike &= ~rounds(rows, first, second)
    unlike[unlike] = ~share_a_word(statements, FIELDS, first[unlike], second[unlike])
    return unlike


def _rates_of_other_places(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different shares, each of which is told of places that the other does not name."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~same_amount(rows, first, second)
    places = rows["places"].to_numpy()
    pairs = zip(places[first[unlike]], places[second[unlike]], strict=True)
    unlike[unlike] = [bool(one and other and one.isdisjoint(other)) for one, other in pairs]
    return unlike


def people_and_things(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of which one counts people and one things: 11,000 workers, 11,000 cars."""
    rows: Any = statements.rows
    people = (rows["outcome"].notna() | rows["noun"].isin(sorted(people_nouns()))).to_numpy()
    things = rows["noun"].isin(sorted(thing_nouns())).to_numpy() & ~people
    return (people[first] & things[second]) | (things[first] & people[second])


def _shares_of_other_things(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different shares of two nouns: the turnout, and a share of the vote."""
    rows: Any = statements.rows
    is_rate = rows["measured"].isin(RATES).to_numpy()
    unlike = is_rate[first] & is_rate[second] & ~same_amount(rows, first, second)
    unlike &= both_and_differ(rows["noun"], first, second) & ~rounds(rows, first, second)
    unlike[unlike] = ~share_a_word(statements, ("counted",), first[unlike], second[unlike])
    return unlike


def _parts_of_other_people(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different parts that are of two nouns: foreigners and Chinese among the dead."""
    rows: Any = statements.rows
    is_part = (rows["scope"].eq("part") | rows["part_of"].notna()).to_numpy()
    unlike = is_part[first] & is_part[second] & ~same_amount(rows, first, second)
    if not unlike.any():
        return unlike
    other = unlike & both_and_differ(rows["noun"], first, second)
    other[other] = ~share_a_word(statements, ("counted",), first[other], second[other])
    is_grave = rows["is_grave"].to_numpy(bool)
    return other | (unlike & (is_grave[first] != is_grave[second]))


def _parts_of_other_places(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different parts of a toll of which one alone is those of a place: two in Texas."""
    rows: Any = statements.rows
    is_part = rows["outcome"].notna() & (rows["scope"].eq("part") | rows["part_of"].notna())
    is_part = is_part.to_numpy(bool)
    unlike = is_part[first] & is_part[second] & ~same_amount(rows, first, second)
    told = zip(rows["up_to_next"], rows["sentence_text"], rows["text"], strict=True)
    is_placed = np.asarray([_is_placed(*words) for words in told], dtype=bool)
    return unlike & (is_placed[first] != is_placed[second])


def _is_placed(clause: str, sentence: str, number: str) -> bool:
    """Return whether a place follows those who are counted; ``clause`` ends at the next number."""
    return _PLACE_AFTER.match(sentence, clause.rfind(number) + len(number)) is not None


def _tolls_of_other_events(
    statements: Statements, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Return different numbers of people harmed in two attacks, and equal ones that are few."""
    rows: Any = statements.rows
    few = rows["amount"].lt(_FEW_HARMED).to_numpy(bool)
    unlike = ~same_amount(rows, first, second) | few[first]
    return unlike & are_of_two_scenes(statements, first, second)


def _scene_elsewhere(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return different casualty numbers of which one is told of a place of its own.

    "Three people were hurt in the village of Orsk", at the end of a report on a raid on Velm: the
    place is named neither where that report begins nor in the other article.
    """
    rows: Any = statements.rows
    casualty = rows["outcome"].notna().to_numpy()
    unlike = casualty[first] & casualty[second] & ~same_amount(rows, first, second)
    if not unlike.any():
        return unlike
    scenes = [scene_of(sentence) for sentence in rows["sentence_text"]]
    articles = rows["article_id"].tolist()
    # The names of each text once: an article of a hundred pages has as many pairs as a corpus.
    named = {article: _names_in(statements.texts[article]) for article in set(articles)}
    begun = {
        article: _names_in(statements.texts[article][:_FIRST_PARAGRAPHS])
        for article in set(articles)
    }

    def is_elsewhere(one: int, other: int) -> bool:
        """Return whether no place of a number is named where its article begins, or in another."""
        places = scenes[one]
        unnamed = places.isdisjoint(begun[articles[one]])
        return bool(places) and unnamed and places.isdisjoint(named[articles[other]])

    pairs = zip(first[unlike], second[unlike], strict=True)
    unlike[unlike] = [is_elsewhere(one, other) or is_elsewhere(other, one) for one, other in pairs]
    return unlike


def _names_in(text: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _NAME.findall(text))


BARS = (
    _rates_of_other_places,
    _shares_of_other_things,
    _parts_of_other_people,
    _parts_of_other_places,
    _few_without_harm,
    _some_and_all,
    _shares_of_two_owners,
    _tolls_of_other_events,
    _scene_elsewhere,
    _owned_and_not,
    _few_of_other_things,
    _which_few,
    of_mixed_kinds,
    of_no_kind,
    of_fighters_told_apart,
    are_of_one_sum,
)
SILENCES = (
    _unlike_without_outcome,
    _unlike_without_word,
    _other_things,
    _people_of_other_sentences,
    _equal_by_chance,
)
