"""
Find the numbers of one article that count no casualties.

In: an article and its casualty figures. Out: the counts, percentages, sums of money and measures
that the grammar states and that overlap none of them, with what they count or measure, whose they
are and who gives them.
"""

import re
from collections.abc import Sequence

from analysis.core.contrasts import is_set_against
from analysis.core.resources import is_noun
from analysis.extract.figures import attributed, counted, non_sources, number_sources, roles
from analysis.extract.figures.animals import animals_counted
from analysis.extract.figures.article_context import Article
from analysis.extract.figures.bare_counts import (
    has_own_noun,
    is_aboard,
    is_bare_quantity,
    is_in_a_place,
    is_of_which,
    noun_of_bare,
)
from analysis.extract.figures.changes import change_of
from analysis.extract.figures.chosen_sources import set_source
from analysis.extract.figures.compared import compared_with, elided_money, is_denied
from analysis.extract.figures.continued_counts import (
    continues_count,
    is_of_those,
    opens_with_count,
    says_how_many,
    tells_some_of,
)
from analysis.extract.figures.coordination import is_of_them
from analysis.extract.figures.counted_alike import count_alike, scale_alike
from analysis.extract.figures.leads import side_of_lead
from analysis.extract.figures.linked_spans import span_by_rule
from analysis.extract.figures.listed_counts import is_of_vote, listed_count
from analysis.extract.figures.measured import (
    Measured,
    is_restated,
    measured_by,
    owner_of,
)
from analysis.extract.figures.measured_ranking import Choice, most_probable
from analysis.extract.figures.model_quantities import linked_words
from analysis.extract.figures.nearest_owners import begins_no_owner, owner_beside
from analysis.extract.figures.outcomes import outcome_near
from analysis.extract.figures.owners import owner_by_clause
from analysis.extract.figures.polarity import is_retracted
from analysis.extract.figures.poll_sources import poll_of
from analysis.extract.figures.record import Figure, Span, overlaps
from analysis.extract.figures.stolen_things import stolen_things_before
from analysis.extract.figures.vote_owners import votes_counted, votes_of
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.qualifiers import after_joined
from analysis.extract.numbers.units import Unit

__all__ = ["other_numbers"]

# The unit of people who are no casualties. With "people", every chart and score of casualties,
# which choose figures by that unit, would count them; ``noun`` still tells that they are persons.
UNIT_OF_OTHER_PEOPLE = "things"
MONEY = "money"
THINGS = "things"
_NO_THING = re.compile(
    r"\W*|(?:that|it|this|there|what|here)['’]?s?|nothing|anything|something", re.IGNORECASE
)
_COMPARED = re.compile(r"^(?:fewer|more|less|higher|lower)\s+(?=[a-z])")  # "27% fewer deaths"


def other_numbers(article: Article, taken: Sequence[Figure]) -> list[Figure]:
    """
    Return the numbers that count no casualties: those of the grammar that overlap none.

    Parameters
    ----------
    article : Article
    taken : sequence of Figure
        The casualties.

    Returns
    -------
    list of Figure
        In reading order, with all columns but the ids.
    """
    figures = []
    compared: dict[int, int] = {}  # place in figures: number that tells what it counts
    last_noun: tuple[int, int] | None = None
    last_subject: tuple[int, int] | None = None  # no place: not the regions of "over 6 regions"
    previous: Number | None = None
    for place, number in enumerate(article.stated):
        is_taken = overlaps(number.start, number.end, taken)
        if is_taken or is_retracted(article.text, number.start, number.end):
            named = counted.counted_phrase(article.text, number.end)
            if named is not None and not is_in_a_place(article.text, number):
                last_noun = last_subject = named
            continue
        if non_sources.are_speakers(article.text, number.start, number.end):
            continue
        if place and is_denied(article.text, article.stated[place - 1], number):
            continue
        end = after_joined(article.text, number.end)
        phrase = counted.counted_phrase(article.text, end)
        phrase = phrase or counted.phrase_of_whole(article.text, end)
        other = _counts_like(article, place)
        listed = None if phrase is not None else listed_count(article.text, number)
        if listed is not None:
            phrase = listed.noun
        if number.kind == "count" and phrase is None:
            is_harm = outcome_near(article.text, number.start, number.end) is not None
            is_on = _continues(article, number, last_subject)
            is_stated = other is not None or is_on or _is_stated_alone(article.text, number)
            if not (is_harm or is_stated):
                continue
            phrase = animals_counted(article.text, number.start, number.end)
            phrase = phrase or stolen_things_before(article, number.start)
            phrase = phrase or (last_subject if is_on else None)
            if is_harm and phrase is None and other is None:
                continue
            noun = last_subject if is_on or is_of_them(article.text, number.end) else None
            phrase = phrase or _noun_of_bare(article, number, noun or last_noun)
        if other is not None:
            compared[len(figures)] = article.stated[other].start
        figure = _other_number(article, number, phrase)
        if listed is not None:
            figure.whose = listed.owner
        if previous is not None and _is_same_again(article, previous, number):
            last = figures[-1]
            figure.counted, figure.noun = last.counted, last.noun
            figure.p_counted = last.p_counted
            figure.whose, figure.change = last.whose, last.change
        figures.append(figure)
        previous = number
        if number.kind == "count" and phrase is not None:
            last_noun = phrase
            if not is_in_a_place(article.text, number):
                last_subject = phrase
    starts = {figure.start: figure for figure in figures}
    for place, start in compared.items():
        if start in starts:
            count_alike(article.text, figures[place], starts[start])
            if figures[place].start in article.elided:
                scale_alike(figures[place], starts[start])
    return figures


def _is_stated_alone(text: str, number: Number) -> bool:
    """Return whether a count without a noun says by its own words that it is a quantity."""
    rules = (is_bare_quantity, is_of_those, is_of_vote)
    return any(rule(text, number) for rule in rules)


def _counts_like(article: Article, place: int) -> int | None:
    """Return the place of the number that tells what a bare one counts or measures."""
    number = article.stated[place]
    if number.start in article.elided:
        return article.elided[number.start].other
    other = compared_with(article.text, article.stated, place)
    if other is None:
        other = elided_money(article.text, article.stated, place)
    return place - 1 if other is None and _is_of_measure(article, place) else other


def _is_of_measure(article: Article, place: int) -> bool:
    """Return whether a number is a part of a measure: "8m tonnes, of which 2.3 million"."""
    number = article.stated[place]
    if not place or number.kind != "count" or has_own_noun(article.text, number):
        return False
    is_measured = article.stated[place - 1].kind in ("measure", MONEY)
    return is_measured and is_of_which(article.text, number)


def _other_number(article: Article, number: Number, phrase: tuple[int, int] | None) -> Figure:
    """Return the figure of a count, a percentage, a sum of money or a measure."""
    sentence_id = article.sentence_at(number.start)
    sentence = article.sentences[sentence_id]
    unit = number.unit or Unit("count", None, None, number.start, number.end)
    whose, p_counted = None, None
    change = change_of(article.text, unit, sentence[0])
    if number.kind != "count":
        measured = measured_by(article.text, unit, sentence)
        tokens = article.tokens_near(sentence_id, unit.start, unit.end)
        taken = article.units_within(tokens[0].start, tokens[-1].end) if tokens else ()
        phrase, p_counted = most_probable(tokens, unit, change, measured, taken)
        whose = measured.owner
    side = side_of_lead(article.text, unit, sentence)
    if side is None:
        phrase = phrase or _linked_words(article, number, "counted")
        if phrase is None and number.kind == "count":
            phrase, p_counted = _likely_noun(article, number, sentence_id)
        whose = _whose(article, number, unit, sentence, whose)
    else:
        phrase = _without_name(article.text, phrase)
        whose = side.owner
    words = told = _words_of(article.text, phrase)
    if number.kind != "count" and whose is not None and _is_measure(whose, words, article.text):
        whose = None
    voted_for = None
    counted_so_far = votes_counted(article.text, unit.end) if number.kind == "percent" else None
    if counted_so_far is not None:
        words, whose = article.text[slice(*counted_so_far)], None
    elif number.kind in ("count", "percent"):
        voted_for = votes_of(article.text, number.start, number.end, sentence[0])
    if words is None and number.kind == "count" and is_of_vote(article.text, number):
        words = "votes"
    if number.kind == "count" and is_aboard(article.text, number):
        words = "people"
    if voted_for is not None:
        whose = voted_for.owner
        words = "votes" if number.kind == "percent" else voted_for.noun  # a share is of votes
    content = article.content_at(number.start)
    figure = Figure(
        start=number.start,
        end=number.end,
        text=number.text,
        low=number.low,
        high=number.high,
        qualifier=number.qualifier,
        implicit=False,
        outcome=None,
        unit=_unit(article, number, phrase),
        unit_text=unit.text,
        currency=_currency(article, unit),
        noun=_noun_of(words, unit.kind, is_so_far=counted_so_far is not None),
        whose=whose,
        change=change,
        sentence_id=sentence_id,
        counted=words,
        p_counted=p_counted if words is told is not None else None,
        attribution_id=content.attribution_id,
    )
    source = number_sources.owner_of_denied_claim(article.text, number.start)
    source = source or number_sources.source_after_number(article.text, number.end, sentence[1])
    if source is None and not is_set_against(article.text, number.start):
        source = attributed.named_source(article.text, content)
    set_source(article, figure, span_by_rule("source", source))
    if figure.source is None:
        poll = poll_of(article.text, unit.kind, number.start, unit.end, sentence)
        set_source(article, figure, span_by_rule("source", poll))
    return figure


def _likely_noun(article: Article, number: Number, sentence_id: int) -> Choice[tuple[int, int]]:
    """Return the plural noun that a bare count most probably counts: "evictions run at 110"."""
    unit = number.unit or Unit("count", None, None, number.start, number.end)
    tokens = article.tokens_near(sentence_id, unit.start, unit.end)
    taken = article.units_within(tokens[0].start, tokens[-1].end) if tokens else ()
    unknown = Measured(None, None, "none")
    span, p = most_probable(tokens, unit, None, unknown, taken)
    if span is None or span[1] > unit.start or not counted.is_plural(article.text[slice(*span)]):
        return Choice(None, None)  # nobody counts what is after it: "30 marched to the offices"
    return Choice(span, p)


def _noun_of(words: str | None, kind: str, is_so_far: bool) -> str | None:
    """Return the lemma of counted or measured words; "votes counted" are votes."""
    if words is not None and is_so_far:
        words = words.split()[0]
    return counted.noun_of(words) if kind == "count" else counted.noun_of_measure(words)


def _words_of(text: str, phrase: tuple[int, int] | None) -> str | None:
    """Return the words of a phrase, None of one that names nothing: "That’s $15 million"."""
    words = None if phrase is None else _COMPARED.sub("", text[slice(*phrase)])
    return None if words is None or _NO_THING.fullmatch(words) else words


def _without_name(text: str, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return words for what is measured; none of a name, which is that of one of two sides."""
    return None if phrase is None or not text[slice(*phrase)].islower() else phrase


def _is_measure(whose: str, words: str | None, text: str) -> bool:
    """
    Return whether an owner is only what is measured: "Unemployment is 5.8 percent".

    A party or firm that is called by a common noun has its capital within sentences too.
    """
    if words is None or whose.lower() != words.lower() or " " in whose:
        return False
    is_name = re.search(rf"[\w,]\s{re.escape(whose.capitalize())}\b", text) is not None
    return is_noun(whose.lower()) and not is_name


def _whose(
    article: Article, number: Number, unit: Unit, sentence: tuple[int, int], measured: str | None
) -> str | None:
    """Return whose a number is: by a name beside it, the tagger, a possessive, its clause."""
    beside = owner_beside(article.text, unit, sentence)
    if beside is not None:
        return beside
    linked = _linked_words(article, number, "whose")
    if linked is not None and not begins_no_owner(article.text[slice(*linked)]):
        return article.text[slice(*linked)]
    owner = measured or owner_of(article.text, unit.start, sentence[0])
    owner = owner or owner_by_clause(article.text, unit, sentence)
    return None if owner is None or begins_no_owner(owner) else owner


def _linked_words(article: Article, number: Number, role: str) -> tuple[int, int] | None:
    """Return the characters of the words that the tagger links to a number, none cut."""
    found = linked_words(article.quantities, number.start, number.end, role)
    if found is None:
        return None
    whole = roles.in_whole_words(Span("", role, *found, 1.0), article.text)
    return (whole.start, whole.end) if whole.start < whole.end else None


def _is_same_again(article: Article, previous: Number, number: Number) -> bool:
    """Return whether a number states the one before in another unit: "150 points, or 0.6%"."""
    if previous.unit is None or number.unit is None:
        return False
    if "count" in (previous.kind, number.kind):
        return False
    return is_restated(article.text[previous.unit.end : number.unit.start])


def _continues(article: Article, number: Number, noun: tuple[int, int] | None) -> bool:
    """Return whether a number counts what one before it did, in its sentence or the next."""
    if noun is None:
        return False
    is_of_people = counted.names_people(article.text[slice(*noun)])
    place = article.sentence_at(number.start)
    start = article.sentences[place][0]
    if noun[0] >= start:
        is_on = continues_count(article.text, number, is_of_people=is_of_people)
        return is_on or tells_some_of(article.text, number) or says_how_many(article.text, number)
    if not place or noun[0] < article.sentences[place - 1][0]:
        return False
    return opens_with_count(article.text, number, start) or says_how_many(article.text, number)


def _noun_of_bare(
    article: Article, number: Number, last_noun: tuple[int, int] | None
) -> tuple[int, int] | None:
    """
    Return what a count without a noun counts.

    The count before is in the same sentence; for "52 of them" in that sentence or the one before.
    """
    place = article.sentence_at(number.start)
    sentence = article.sentences[place]
    earliest = sentence[0]
    if place and is_of_them(article.text, number.end):
        earliest = article.sentences[place - 1][0]
    before = last_noun if last_noun is not None and last_noun[0] >= earliest else None
    return noun_of_bare(article.text, number, sentence, before)


def _unit(article: Article, number: Number, phrase: tuple[int, int] | None) -> str:
    """Return the unit of a number that counts no casualties."""
    if number.kind != "count":
        return number.kind
    if phrase is not None and counted.names_people(article.text[slice(*phrase)]):
        return UNIT_OF_OTHER_PEOPLE
    return "things"


def _currency(article: Article, unit: Unit) -> str | None:
    """Return the currency of a sum; a plain dollar is the one that the article names."""
    if unit.kind != "money" or unit.currency is not None:
        return unit.currency
    is_dollar = unit.text in ("$", "dollar", "dollars")
    return article.dollar if is_dollar else None
