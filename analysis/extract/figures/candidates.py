"""
Find the casualty figures of an article: which numbers they are, their values, and what happened.

In: a text, the tagger's number spans and its predictions for them, and the numbers of the grammar.
Out: figures without source, agent and group, which other modules add. Numbers that the tagger
missed are added if the words next to them say what happened ("killed 12"); numbers that the tagger
labels and the grammar calls an age or a date are rejected.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from analysis.core.given_names import is_given_name
from analysis.extract.figures.attacks import outcome_of_attack, were_attacked
from analysis.extract.figures.compared import compared_with
from analysis.extract.figures.coordination import (
    add_coordinated,
    share_of_them,
    share_outcomes,
)
from analysis.extract.figures.counted import (
    counted_people,
    counted_phrase,
    counts_no_people,
    counts_people,
    is_plural,
    names_people,
)
from analysis.extract.figures.elided import elided_numbers
from analysis.extract.figures.evidence import (
    FROM_NEARBY,
    is_about_illness,
    is_shown_nearby,
    reports_outbreak,
    supported_outcome,
)
from analysis.extract.figures.non_casualties import (
    harmed_others,
    has_left,
    has_left_hospital,
    is_only_present,
    was_shot_before,
)
from analysis.extract.figures.outcomes import (
    outcome_described,
    outcome_near,
    outcome_with_rule,
)
from analysis.extract.figures.patterns import PEOPLE
from analysis.extract.figures.polarity import denial, intention, is_negated_or_hypothetical
from analysis.extract.figures.record import Figure, Span, make_figure, overlaps, start_of
from analysis.extract.figures.rules import first_rule
from analysis.extract.figures.single_people import (
    end_of_person,
    is_agent,
    is_definite,
    is_one_of_bodies,
    singular_persons,
)
from analysis.extract.numbers.parse import TOO_LARGE, Number, number_at
from analysis.extract.numbers.values import NUMBER, parse_value
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["Prediction", "casualty_figures", "is_described_as_harmed"]

# Below this probability of the predicted outcome, a word that describes the people decides: "250
# surrendered fighters".
SURE_OUTCOME = 0.9

LOSSES = "losses.of_war"
# The words alone say that these are casualties.
_HARM = frozenset({"killed", "injured", "killed_or_injured", "bodies_found"})
_HURT = frozenset({"injured", "killed_or_injured"})
# With these outcomes the noun has to name people: jobs are saved and ships detained.
_MOVED = frozenset({"missing", "captured", "displaced", "evacuated", "ill"})

_OF_THE_HARMED_AFTER = re.compile(
    r"\s+of\s+(?:the\s+|those\s+)?(?:wounded|injured|dead|killed|victims|casualties)\b", ANY_CASE
)
_HARMED_PEOPLE_AFTER = re.compile(
    r"\s+(?:\w+ly\s+)?(?:wounded|injured|dead|displaced|captive|captured|kidnapped)\s", ANY_CASE
)
# "He put the number of passengers at 92": no more than those counted before are missing
_NUMBER_OF_OTHERS_BEFORE = re.compile(
    r"""
    \b(?:number|count|total|tally)\s+of\s+
    (?: (?! (?:dead|deaths?|died|killed|victims?|fatalities|casualties|injur\w+|wounded|hurt|missing
            |bod(?:y|ies)|arrest\w*|detain\w*|captured?|hostages|held|ill|sick|infect\w*|cases
            |patients|evacuat\w+|displaced|rescued|homeless)\b ) [\w’'-]+\s+ ){1,5}
    (?:at|to|as|was|is|stood\s+at) \s+ (?:(?:about|around|some|nearly|at\s+least)\s+)?$
    """,
    ANY_CASE,
)
_LONGEST_NUMBER_OF = 80  # characters
_NO_ONE = re.compile(r"\bno\s+one$", ANY_CASE)
_ONE_OF_THEM_BEFORE = re.compile(r"\bone\s+of\s+(?:them|whom)\s+$", ANY_CASE)
_ARTICLE_BEFORE = re.compile(r"\b(an?|another)\s$", ANY_CASE)
# "The body of [a] boy", "the bodies of a man and [a] woman"
_BODY_OF_BEFORE = re.compile(
    r"\b(?:body|bodies|remains|corpses?)\s+of\s+(?:an?\s+(?:[\w-]+\s+){1,2}and\s+)?$", ANY_CASE
)
# How many people a prison or camp holds or is built for.
_CAPACITY_BEFORE = re.compile(
    r"""
    \b(?:held|holds|holding|houses|housed|housing|(?:built|designed|meant)\s+for)\s+
    (?:(?:about|some|around)\s+)?$
    """,
    ANY_CASE,
)
# "It has struck down more than 700 people", of a disease
_STRUCK_DOWN_BEFORE = re.compile(
    r"\b(?:struck|strikes|striking)\s+down\s+"
    r"(?:(?:more|fewer)\s+than\s+|(?:at\s+least|about|some|over|up\s+to|nearly|almost)\s+)?$",
    ANY_CASE,
)
# "The number of confirmed cases stood at 71", "cases have risen to 1,146"
_CASES_BEFORE = re.compile(
    r"""
    (?<!some\s)(?<!most\s)(?<!both\s)(?<!many\s)(?<!all\s) \bcases\s+
    (?:of\s+[\w’'-]+\s+)?
    (?:(?:have|had|has|now|since|already)\s+){0,2}
    (?: (?:stood|stands?|stand|was|is|rose|rise|risen|climb(?:s|ed)?|gr[eo]w|grown|jump(?:s|ed)?
        |increased|surged|soared|fell|fallen|dropped)\s+(?:at|to)
      | (?:was|is|reach(?:es|ed)?|pass(?:es|ed)?|top(?:s|ped)?|hit|exceed(?:s|ed)?) )\s+
    (?:(?:about|at\s+least|nearly|almost|around|some|more\s+than)\s+)?$
    """,
    ANY_CASE,
)
_ARRESTS_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:arrests|detentions)\b", ANY_CASE)
_INJURIES_AFTER = re.compile(r"\s+(?:[\w-]+\s+){0,2}?injuries\b", ANY_CASE)
# "[100] feared dead", "[one] skier is missing, presumed dead": nobody is reported to have found
# them, dead or alive.
_FEARED_AFTER = re.compile(
    r"""
    (?:\s+(?!and\b|or\b|but\b|who\b)[\w’'-]+){0,3}?
    ,?\s+(?:
      (?:(?:are|were|is|was|has\s+been|have\s+been|still|now)\s+){0,2}
      (?:feared|presumed)\s+(?:to\s+(?:be|have)\s+(?:been\s+)?)?(?:\w+\s+)?
      (?:dead|killed|drowned|died|lost|perished)
    | (?:is|was|remains)\s+(?:still\s+|also\s+)?missing )\b
    """,
    ANY_CASE,
)
_NOUN_AFTER = re.compile(r"\s+(?!(?:and|or|but|in|on|at|by|while|after)\b)[\w’'-]+")
_OTHER_CLAUSE = re.compile(
    r"[.;:!?\n]|\b(?:who|dead|died|hurt\w*|(?:kill|injur|wound|drown|burn|trap|sicken"
    r"|captur)\w*)\b",
    ANY_CASE,
)
_PEOPLE = re.compile(rf"\b{PEOPLE}\b")
_FEARED = ("missing", "outcome.feared_dead")
_SHARE = re.compile(
    rf"""
    (?: an?\s+(?:third|quarter|fifth|tenth|half) | the\s+majority )\s+of\b
    | one\s+in\s+(?:every\s+)?(?: \d | {NUMBER}\b )
    """,
    ANY_CASE,
)
# After a page number: the end of the text, or the page's links.
_WOUND = re.compile(
    r"\b(?:injur\w+|wound(?:s|ed|ing)?|hurt|burn(?:s|ed|t)|fractur\w+|bruis\w+|concuss\w+)\b",
    ANY_CASE,
)
_FEWEST_ROUNDED = 1_000  # people, who are told in thousands: "1.2 million"
_NEAR_ONE = 80  # characters
_REST_OF_WORD = re.compile(r"[^\W\d_]+")
_ONE_OF_BEFORE = re.compile(
    r"\bone\s+of\s+(?:the|those|them|its|his|her|their)\b[^.;,\n]{0,40},\s+$", ANY_CASE
)
_AFTER_PAGE_NUMBER = re.compile(r"\s*$|\s+Related\b")
_AS_MANY_AS = re.compile(r"\bas\s+many\s+as$", ANY_CASE)
_NOT_BEFORE_ONE = "".join(
    rf"(?<!{word}[ ])" for word in "no any every each the this that which not".split()
)
# "One is missing", "kills one": the grammar skips such a bare word, which is a pronoun more often
# than a count.
_ONE = re.compile(rf"{_NOT_BEFORE_ONE}(?<![\w-])one(?![\w-])", ANY_CASE)
_ONE_OF_SEVERAL_AFTER = re.compile(rf"\s+of\s+(?:the\s+)?{NUMBER}\b", ANY_CASE)
# "lost 1,080 troops, killed and wounded"
_KILLED_AND_WOUNDED_AFTER = re.compile(
    r"""
    \s+(?:[\w-]+\s+){0,2}?[\w-]+ ,?\s+ (?:both\s+|either\s+)?
    (?:killed|dead|slain)\s+(?:and|or)\s+(?:wounded|injured|hurt)\b
    """,
    ANY_CASE,
)
_CASES_AFTER = re.compile(
    r"""
    \s+(?:(?:new|more|other|confirmed|suspected|probable|active|reported|recorded|daily)\s+){0,3}
    (?:cases|infections)\b
    (?! \s+of\s+(?:murder|homicide|death|rape|abuse|violence|fraud|theft|assault|arson|looting
      |corruption|harassment|misconduct|beer|wine|water)\b )
    """,
    ANY_CASE,
)
# "285 of the 465 cases"
_SOME_OF_AFTER = re.compile(rf"\s+of\s+(?:the|its|those)(?:\s+(?:\d[\d,]*|{NUMBER}))?", ANY_CASE)
# "In at least 40 cases police fined the owner"
_IN_BEFORE = re.compile(
    r"\bin\s+(?:(?:about|some|at\s+least|around|nearly|more\s+than)\s+)?$", ANY_CASE
)
# "Three of the deceased had suffered from other illnesses"
_OF_THE_DEAD_AFTER = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:dead|deceased|deaths|fatalities)\b", ANY_CASE
)
# "A figure of around 100 passengers and about 40 missing"
_AND_SO_MANY_AFTER = re.compile(
    rf"""
    \s+(?:passengers|people|persons|crew|residents|workers|migrants|villagers)\s+and\s+
    (?:(?:about|some|at\s+least|around|nearly|more\s+than)\s+)?
    (?:\d[\d,]*|{NUMBER})\s+(?:missing|dead|killed|injured|wounded|hurt)\b
    """,
    ANY_CASE,
)
# "61 violations, 33 by the army and 28 by the Front"
_SHARED_OUT_BEFORE = re.compile(r"\d\s+by\s+[^.;,\d]{2,40},?\s+and\s+$", ANY_CASE)
_BY_AFTER = re.compile(r"\s+by\s+", ANY_CASE)
# "Six prisoners escaped", "three of the hostages got away"
_FLED_AFTER = re.compile(
    r"""
    (?:\s+of\s+(?:the|those|its|their))? (?:\s+[\w-]+){0,2}?
    \s+(?:prisoners|inmates|hostages|captives|detainees|convicts)\s+
    (?:(?:have|had|also|later|who)\s+){0,2}
    (?:escaped|fled|absconded|got\s+away|broke\s+(?:out|free)|managed\s+to\s+(?:escape|flee))\b
    """,
    ANY_CASE,
)
_NEXT_WORD = re.compile(r"\s[a-z]+")
_WORD_AT = re.compile(r"\w+")
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\w+teenth)\b",
    ANY_CASE,
)

# The tagger may label these words, but none of them counts a person.
_NO_PERSON = frozenset(
    """
    in half the of and was were none at by to or no over about nearly almost around up than least
    most number some toll tenth tenths first second third his her its their my our your
    nobody no-one noone any everyone everybody anyone anybody someone somebody
    """.split()
)


class Prediction(NamedTuple):
    """What the tagger predicts for one number span: a row of ``TAGGER_NUMBERS``."""

    outcome: str
    p_outcome: float
    group: str
    p_group: float
    implicit: bool


def casualty_figures(
    text: str,
    spans: Sequence[Span],
    predictions: Mapping[str, Prediction],
    stated: Sequence[Number],
) -> list[Figure]:
    """
    Find every casualty figure of an article.

    Parameters
    ----------
    text : str
    spans : sequence of Span
        The tagger's number spans.
    predictions : mapping of str to Prediction
        By span id.
    stated : sequence of Number
        What the grammar finds in the text.

    Returns
    -------
    list of Figure
        In reading order, none overlapping. Some have ``is_casualty`` False: they tell who the
        figures after them are.
    """
    figures: list[Figure] = []
    whole = [span for span in map(partial(_whole_word, text), spans) if span is not None]
    for span in sorted(whole, key=lambda span: -span.p):
        figure = _labelled_figure(text, span, predictions[span.id], stated)
        if figure is not None and not overlaps(figure.start, figure.end, figures):
            insort(figures, figure, key=start_of)
    figures = _without_modifiers(text, figures)
    every_number = stated
    stated = [number for number in stated if not _is_non_casualty(text, number)]
    persons = {
        (start, end): _of_body(text, start, outcome)
        for start, end, outcome in singular_persons(text)
        if denial(text, start, end) is None
    }
    for figure in _missed_figures(text, stated, persons):
        if not overlaps(figure.start, figure.end, figures):
            insort(figures, figure, key=start_of)
    figures = [_of_person(text, figure, persons) for figure in figures]
    figures = [_after_attack(text, figure) for figure in figures]
    figures = share_of_them(text, figures, every_number)
    figures = _losses_as_told(_share_compared(text, figures, every_number))
    figures = share_outcomes(text, add_coordinated(text, figures, stated))
    figures = _ill_not_injured(text, figures)
    kept: list[Figure] = []
    for place, figure in enumerate(figures):
        if _is_supported(text, figure) and not _is_told_again(text, figures, place):
            kept.append(figure)
    return kept


def _whole_word(text: str, span: Span) -> Span | None:
    """
    Return a span to the end of the word in which it ends.

    None for a piece of a word for no person: "CU" of "CURLING GRANDPARENTS".
    """
    rest = _REST_OF_WORD.match(text, span.end)
    if rest is None or not text[span.end - 1].isalpha():
        return span
    word = text[span.start : rest.end()]
    return replace(span, end=rest.end()) if names_people(word.lower()) else None


def _ill_not_injured(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures in which patients are ill, in an article on ill people without a wound."""
    is_of_ill = any(figure.outcome == "ill" for figure in figures)
    if not is_of_ill or _WOUND.search(text) is not None:
        return list(figures)
    return [
        figure.with_outcome("ill") if figure.outcome == "injured" else figure for figure in figures
    ]


def _is_told_again(text: str, figures: Sequence[Figure], place: int) -> bool:
    """Whether one person is the one just counted: "one of the injured, [a] French woman, died"."""
    figure = figures[place]
    if not figure.implicit:
        return False
    start = max(0, figure.start - _NEAR_ONE)
    one = _ONE_OF_BEFORE.search(text[start : figure.start])
    for before in range(place - 1, -1, -1):
        other = figures[before]
        if other.start < start:
            return False
        if one is not None and other.start == start + one.start():
            return True
        if other.implicit and _goes_on(text, other, figure.start):
            return True
    return False


def _goes_on(text: str, figure: Figure, position: int) -> bool:
    """Return whether the words for a person go on: "[A] Port St. [Lucie woman] died"."""
    words = counted_people(text, figure.start, figure.end, implicit=True)
    return words is not None and position < words[1]


def _share_compared(text: str, figures: Sequence[Figure], stated: Sequence[Number]) -> list[Figure]:
    """
    Return figures in which a bare number counts what another does.

    "44 died, up from 16"; "the army said 30 had died, the rebels 8".
    """
    shared = {figure.start: figure for figure in figures}
    elided = {found.place: found.other for found in elided_numbers(text, stated)}
    for place, number in enumerate(stated):
        other = elided.get(place)
        if other is None:
            other = compared_with(text, stated, place)
        if other is None or outcome_near(text, number.start, number.end):
            continue
        if denial(text, number.start, number.end) is not None:
            continue  # "a fire that killed 59. Police put the crowd at 28,000"
        total = shared.get(stated[other].start)
        figure = shared.get(number.start)
        before = text[max(0, number.start - _LONGEST_NUMBER_OF) : number.start]
        if _NUMBER_OF_OTHERS_BEFORE.search(before) is not None:
            total = None
        if total is None or not total.is_casualty or counts_no_people(text, total.end):
            if figure is not None and _is_counted(text, stated[other]):
                shared[number.start] = replace(figure, is_casualty=False)
        elif figure is not None:
            rules = "outcome.compared" if figure.rules == FROM_NEARBY else figure.rules
            figure = replace(figure.with_outcome(total.outcome), rules=rules, is_casualty=True)
            shared[number.start] = figure
        elif not overlaps(number.start, number.end, figures):
            figure = make_figure(text, number.start, number.end, number, total.outcome)
            shared[number.start] = replace(figure, rules="outcome.compared")
    return sorted(shared.values(), key=start_of)


def _losses_as_told(figures: Sequence[Figure]) -> list[Figure]:
    """Return figures in which losses have the outcome that another of their number is told with."""
    told = {
        (figure.low, figure.high): figure.outcome
        for figure in figures
        if figure.rules != LOSSES and figure.outcome == "killed"
    }
    return [
        figure.with_outcome(told[figure.low, figure.high])
        if figure.rules == LOSSES and (figure.low, figure.high) in told
        else figure
        for figure in figures
    ]


def _is_counted(text: str, number: Number) -> bool:
    """Return whether a number has a unit, or a noun that it counts."""
    return number.kind != "count" or counted_phrase(text, number.end) is not None


def _of_body(text: str, start: int, outcome: str) -> str:
    """Return the outcome of a person whose body the text speaks of: who was missing is found."""
    if _BODY_OF_BEFORE.search(text[max(0, start - 50) : start]):
        return "bodies_found"
    return outcome


def _is_supported(text: str, figure: Figure) -> bool:
    """Return whether a figure without a word of its outcome beside it has one nearby."""
    if figure.rules != FROM_NEARBY or not figure.is_casualty or figure.outcome is None:
        return True
    return is_shown_nearby(text, figure.start, figure.end, figure.outcome)


def _of_person(text: str, figure: Figure, persons: Mapping[tuple[int, int], str]) -> Figure:
    """Return the figure of a single person with the outcome that the words say, if they do."""
    outcome = persons.get((figure.start, figure.end))
    if outcome is None:
        return figure
    died = first_rule("killed", text, figure.start, figure.end) if outcome in _HURT else None
    if died is not None:  # "the fatal shooting of a woman"
        return replace(figure.with_outcome("killed"), rules=died)
    return replace(figure.with_outcome(outcome), rules=f"outcome.{outcome}_person")


def _after_attack(text: str, figure: Figure) -> Figure:
    """Return the figure of attacked people with what became of them."""
    if figure.outcome is None:
        return figure
    outcome, rule = outcome_of_attack(text, figure.start, figure.end, figure.outcome)
    if rule is None:
        return figure
    return replace(figure.with_outcome(outcome), rules=f"{figure.rules},{rule}")


def _is_non_casualty(text: str, number: Number) -> bool:
    """Return whether a count is denied or counts people who were only present."""
    if number.kind != "count":
        return False
    if denial(text, number.start, number.end) is not None:
        return True
    return _counts_people_present(text, number)


def _labelled_figure(
    text: str, span: Span, prediction: Prediction, stated: Sequence[Number]
) -> Figure | None:
    """Return the figure of a number span of the tagger, or None if it is no casualty figure."""
    words = text[span.start : span.end].lower()
    if not words.strip():
        return None  # a label on white space alone
    if words in _NO_PERSON or _NO_ONE.search(text[max(0, span.start - 12) : span.end]):
        return None
    if words == "another" and _precedes_number(span, stated):
        return None  # "another three"
    number = number_at(text, span.start, span.end)
    if number is not None and number.kind == TOO_LARGE:
        return None
    if number is None or _has_no_value(words, number, prediction):
        return _person_without_number(text, span, prediction)
    if _is_no_casualty_count(text, number, stated):
        return None
    found = _outcome_of_count(text, number, prediction, span.p)
    if found is None:
        return None
    outcome, rule = found
    figure = make_figure(text, number.start, number.end, number, outcome)
    is_casualty = not _counts_people_present(text, number)
    if counts_no_people(text, number.end):
        is_casualty = False  # "5,000 letters went missing"
    elif rule.startswith("evidence.") and _counts_more_things(text, number, stated):
        return None  # "destroyed 142 homes and damaged 31"
    return replace(figure, span=span, is_casualty=is_casualty, rules=rule)


def _counts_more_things(text: str, number: Number, stated: Sequence[Number]) -> bool:
    """Return whether a number without a noun counts the things before it: "142 homes and 31"."""
    if _NOUN_AFTER.match(text, number.end):
        return False
    n_before = bisect_left(stated, number.start, key=_start)
    if n_before == 0 or stated[n_before - 1].kind != "count":
        return False
    previous = stated[n_before - 1]
    between = text[previous.end : number.start]
    if _OTHER_CLAUSE.search(between):
        return False
    phrase = counted_phrase(text, previous.end)
    if phrase is None or _PEOPLE.search(text, phrase[1], number.start):
        return False
    return counts_no_people(text, previous.end)


def _without_modifiers(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures without labels on a word before the person: "Church" in "Church Elder"."""
    kept: list[Figure] = []
    for figure in figures:
        if kept and figure.implicit and _modifies(text, kept[-1], figure):
            kept.pop()
        kept.append(figure)
    return kept


def _modifies(text: str, first: Figure, second: Figure) -> bool:
    """Return whether a person without an article is only a word before another."""
    if not first.implicit or text[first.end : second.start] != " ":
        return False
    return first.text.lower() not in ("a", "an", "another")


def _precedes_number(span: Span, stated: Sequence[Number]) -> bool:
    """Return whether a number follows directly after a span."""
    following = bisect_right(stated, span.end, key=_start)
    return following < len(stated) and stated[following].start <= span.end + 2


def _start(number: Number) -> int:
    return number.start


def _has_no_value(words: str, number: Number, prediction: Prediction) -> bool:
    """Return whether a span is one person without a number, whatever the grammar finds there."""
    if not prediction.implicit or number.qualifier == "vague":
        return False
    return parse_value(words) is None


def _person_without_number(text: str, span: Span, prediction: Prediction) -> Figure | None:
    """Return the figure of a single person; None for a plural, a share, or those who did it."""
    if _is_several(text, span) or not any(map(str.isalpha, text[span.start : span.end])):
        return None  # "militants were killed", "the Tori-3 sank"
    if _ONE_OF_THEM_BEFORE.search(text[max(0, span.start - 25) : span.start]):
        return None  # in "one of them a woman" it is the "one" that counts
    if _SHARE.match(text, span.start):
        return None
    name = _WORD_AT.match(text, span.start)
    if name is not None and name.end() == span.end and is_given_name(name[0]):
        return None  # named persons have rows of their own
    if denial(text, span.start, span.end) is not None or is_one_of_bodies(text, span.start):
        return None
    if is_definite(text, span.start, span.end) or is_agent(text, span.start):
        return None
    if _ORDINAL.match(text, span.start):
        return None  # "the 11th tourist to die": one of those who are counted
    is_harm = prediction.outcome in _HARM
    if is_harm and intention(text, span.start, span.end) is not None:
        return None  # "threatened to kill a hostage" still tells of a hostage
    if is_harm and harmed_others(text, span.start, span.end):
        return None
    p = min(span.p, prediction.p_outcome)
    supported = supported_outcome(text, span.start, span.end, prediction.outcome, p)
    if supported is None:
        return None
    outcome, rule = supported
    start, end = span.start, span.end
    article = _ARTICLE_BEFORE.search(text, max(0, span.start - 8), span.start)
    if article is not None:
        start, end = article.span(1)
    elif text[start:end].lower() not in ("a", "an", "another"):
        end = end_of_person(text, end)
    if is_harm and first_rule("present", text, start, end) == "present.acts":
        return None
    died = first_rule("killed", text, start, end) if outcome in _HURT else None
    if died is not None:  # "a woman who was rescued from her flat died in hospital"
        outcome, rule = "killed", died
    outcome = _of_body(text, start, outcome)
    return replace(make_figure(text, start, end, None, outcome), span=span, rules=rule)


def _is_several(text: str, span: Span) -> bool:
    """Return whether a span is a plural, or precedes one: "militants", "rescue workers"."""
    last_word = text[span.start : span.end].split()[-1]
    if last_word.lower() in ("a", "an", "another"):
        return False
    if is_plural(last_word):
        return True
    next_word = _NEXT_WORD.match(text[span.end : span.end + 30])
    return next_word is not None and is_plural(next_word[0].strip())


def _is_no_casualty_count(text: str, number: Number, stated: Sequence[Number]) -> bool:
    """Return whether a number counts nothing, or people to whom nothing happened."""
    if number.kind != "count" or _is_rate(number) or _counts_nothing(text, number, stated):
        return True
    return is_negated_or_hypothetical(text, number.start, number.end)


def _is_rate(number: Number) -> bool:
    """Return whether a number has decimals, as no count of people has: "6.2 per 100,000"."""
    return number.low is not None and number.low < _FEWEST_ROUNDED and number.low % 1 != 0


def _counts_nothing(text: str, number: Number, stated: Sequence[Number]) -> bool:
    """Return whether a labelled number is a page number, an age, a date, a sum, or a share."""
    if _is_page_number(text, number):
        return True
    if number.qualifier == "vague":
        return _is_vague_share(text, number)
    if number.text.lower() == "one":
        if _SHARE.match(text, number.start):
            return True
        return _ONE_OF_SEVERAL_AFTER.match(text, number.end) is not None
    n_before_end = bisect_left(stated, number.end, key=_start)
    if n_before_end == 0:
        return True
    same = stated[n_before_end - 1]
    return same.end <= number.start or same.kind == "money"  # "15 million was paid for those freed"


def _is_page_number(text: str, number: Number) -> bool:
    """Return whether a number comes between the last sentence and the end of the page."""
    before = number.start
    while before and text[before - 1].isspace():
        before -= 1
    ends_sentence = before == 0 or text[before - 1] == "."
    return ends_sentence and _AFTER_PAGE_NUMBER.match(text, number.end) is not None


def _is_vague_share(text: str, number: Number) -> bool:
    """Return whether a vague word is a share ("many of the dead") or part of "as many as"."""
    if number.weak and _OF_THE_HARMED_AFTER.match(text, number.end):
        return True
    return _AS_MANY_AS.search(text[max(0, number.start - 4) : number.end + 4]) is not None


def _outcome_of_count(
    text: str, number: Number, prediction: Prediction, p: float
) -> tuple[str, str] | None:
    """
    Return the outcome of a labelled number and what decided it; None if it is no casualty figure.

    On held-out articles the words next to the number are right where they and the tagger differ.
    Where no word is next to it, a third of the predicted outcomes are wrong: they need evidence.
    """
    start, end = number.start, number.end
    if _FEARED_AFTER.match(text, end):
        return _FEARED
    if _CASES_BEFORE.search(text[max(0, start - 60) : start]):
        return _outcome_of_cases(text, start, end)
    if _OF_THE_DEAD_AFTER.match(text, end):
        return "killed", "outcome.of_the_dead"
    if _FLED_AFTER.match(text, end):
        return "other", "outcome.escaped"
    if _SHARED_OUT_BEFORE.search(text[max(0, start - 80) : start]) and _BY_AFTER.match(text, end):
        return None
    found = outcome_with_rule(text, start, end)
    if found is not None:
        return found
    is_harm = prediction.outcome in _HARM
    if is_harm and _CAPACITY_BEFORE.search(text[max(0, start - 40) : start]):
        return None
    if is_harm and harmed_others(text, start, end):
        return None
    if prediction.p_outcome < SURE_OUTCOME:
        outcome = outcome_described(text, end)
        if outcome is not None:
            return outcome, f"outcome.{outcome}_described"
    treated = (
        has_left_hospital(text, start, end) if is_harm or prediction.outcome in _MOVED else None
    )
    if treated is not None:
        return "injured", treated
    left = has_left(text, start, end) if is_harm else None
    if left is not None:
        return "displaced", left
    shot = was_shot_before(text, start, end)
    if shot is not None:
        return "killed_or_injured", shot
    attacked = were_attacked(text, start, end) if is_harm else None
    if attacked is not None:
        return "killed_or_injured", attacked
    if is_harm and _KILLED_AND_WOUNDED_AFTER.match(text, end):
        return "killed_or_injured", "evidence.killed_and_wounded"
    if is_harm and _INJURIES_AFTER.match(text, end):
        return "injured", "evidence.injuries"
    losses = first_rule("losses", text, start, end) if is_harm else None
    if losses is not None:
        return "killed_or_injured", losses
    p = min(p, prediction.p_outcome)
    supported = supported_outcome(text, start, end, prediction.outcome, p)
    if supported is not None and _AND_SO_MANY_AFTER.match(text, end):
        return None
    if supported is not None and is_harm and _counts_cases(text, end):
        return _outcome_of_cases(text, start, end)
    return supported


def _counts_cases(text: str, end: int) -> bool:
    """Return whether a number counts cases, or some of them."""
    some = _SOME_OF_AFTER.match(text, end)
    return _CASES_AFTER.match(text, end if some is None else some.end()) is not None


def _outcome_of_cases(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Return what became of counted cases: "67 new cases and four deaths" counts 67 ill."""
    if _IN_BEFORE.search(text[max(0, start - 25) : start]):
        return None
    if is_about_illness(text, start, end) or is_about_illness(text, 0, 0):
        return "ill", "evidence.cases"
    if reports_outbreak(text):
        return "ill", "evidence.cases"
    return None


def _counts_people_present(text: str, number: Number) -> bool:
    """Return whether people were only present, and no word next to their number says more."""
    start, end = number.start, number.end
    if _counts_cases(text, end) and _outcome_of_cases(text, start, end) is not None:
        return False  # "285 of the 465 cases"
    if not is_only_present(text, start, end):
        return False
    if outcome_near(text, start, end) or outcome_described(text, end):
        return False
    return not is_described_as_harmed(text, end)


def is_described_as_harmed(text: str, end: int) -> bool:
    """
    Return whether the word after a number calls its people harmed: "two wounded teachers".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    bool
    """
    return _HARMED_PEOPLE_AFTER.match(text, end) is not None


def _missed_figures(
    text: str, stated: Sequence[Number], persons: Mapping[tuple[int, int], str]
) -> Iterator[Figure]:
    """Yield the figures that the words next to them name, labelled by the tagger or not."""
    for number in stated:
        if number.kind != "count" or _NO_ONE.search(text[max(0, number.start - 12) : number.end]):
            continue
        outcome, rule = _outcome_by_words(text, number)
        if _is_certain(text, number, outcome):
            figure = make_figure(text, number.start, number.end, number, outcome)
            yield replace(figure, rules=rule)
    for match in _ONE.finditer(text):
        outcome = outcome_near(text, *match.span())
        if outcome not in (*_HARM, "missing", "captured"):
            continue
        if denial(text, *match.span()) is not None:
            continue  # "plans for one died in Congress"
        if not _ONE_OF_SEVERAL_AFTER.match(text, match.end()):
            yield make_figure(text, *match.span(), number_at(text, *match.span()), outcome)
    for (start, end), outcome in persons.items():
        yield make_figure(text, start, end, None, outcome)


def _outcome_by_words(text: str, number: Number) -> tuple[str | None, str | None]:
    """Return the outcome that the words around a number say, and the rule."""
    if _FEARED_AFTER.match(text, number.end):
        return _FEARED
    before = text[max(0, number.start - 60) : number.start]
    is_struck = _STRUCK_DOWN_BEFORE.search(before) is not None
    if is_struck and (is_about_illness(text, number.start, number.end) or reports_outbreak(text)):
        return "ill", "evidence.ill"
    are_cases = _CASES_BEFORE.search(before)
    if are_cases or _counts_cases(text, number.end):
        return _outcome_of_cases(text, number.start, number.end) or (None, None)
    found = outcome_with_rule(text, number.start, number.end)
    if found is not None:
        return found
    outcome = outcome_described(text, number.end)
    return outcome, None if outcome is None else f"outcome.{outcome}_described"


def _is_certain(text: str, number: Number, outcome: str | None) -> bool:
    """Return whether outcome and noun make a number a casualty figure without the tagger."""
    if outcome == "killed_or_injured":
        return not counts_no_people(text, number.end)
    if outcome in _HARM:
        return True
    if outcome == "ill" and _counts_cases(text, number.end):
        return True
    if outcome == "other":
        return "hostages" in text[number.end : number.end + 40].lower()
    if outcome in _MOVED and counted_phrase(text, number.end) is None:
        return True
    if outcome == "captured" and _ARRESTS_AFTER.match(text, number.end):
        return True
    if outcome in _MOVED or outcome == "surrendered":
        return counts_people(text, number.start, number.end)
    return False
