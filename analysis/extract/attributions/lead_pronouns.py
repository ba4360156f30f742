"""
Find whom "he" or "she" means before anybody has spoken: in a title, or a lead that quotes first.

In: the article and the pronoun. Out: the person with whom its sentence begins ("Ada Quist rose when
she spoke"), whom the title names before it, or whom the report names first: "'I lost the boat,' she
said. Ada Quist, 34, had sailed out at dawn."
"""

import re
from bisect import bisect_right

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.people import Person, gender
from analysis.extract.attributions.proper_names import distinctive_words, is_person
from analysis.extract.attributions.sentence_subjects import Subject, subject_before
from analysis.extract.attributions.source_phrases import is_plural

__all__ = ["own_person", "person_for_lead"]

_INTRODUCTION = re.compile(r"(?:[A-Z][\w ’'-]{0,20},\s)?")  # of a sentence: "Given that, "
_OWNER = re.compile(r"(?:[A-ZÀ-Þ][\w.-]*\s)*[A-ZÀ-Þ][\w-]*['’]s?\s")  # "Ada Quist's boat"
_REACH = 2  # sentences after that of the pronoun


def own_person(article: Article, start: int, wanted: str) -> Subject | None:
    """
    Return the person with whom the sentence of "she" begins: "Quist rose when she spoke".

    Parameters
    ----------
    article : Article
    start : int
        Where the pronoun stands.
    wanted : {"m", "f"}

    Returns
    -------
    Subject or None
        None in a title: headline case makes one name of all words.
    """
    if start < article.title_end:
        return None
    before = article.sentence_starts[: bisect_right(article.sentence_starts, start)]
    return subject_before(
        article.text,
        [*before, start],
        start,
        lambda words, noun: not noun and is_person(words) and gender(words) in (None, wanted),
    )


def person_for_lead(article: Article, start: int, wanted: str) -> Person | None:
    """
    Return whom a pronoun means that no source is before.

    Parameters
    ----------
    article : Article
    start : int
        Where the pronoun stands.
    wanted : {"m", "f"}

    Returns
    -------
    Person or None
        None where several persons are named before the pronoun, or the first person of the report
        may be of the other sex, is not the subject of one of the next two sentences, or not alone
        there: "he" is not whom his own sentence names after him. Nor where one of these sentences
        names another person of that sex.
    """
    fitting = [
        person
        for person in article.people
        if person.gender in (None, wanted) and not is_plural(person.name)
    ]
    title = article.text[: min(start, article.title_end)]
    before = [
        person
        for person in fitting
        if any(article.title_end <= at < start for at in person.places)
        or f" {distinctive_words(person.name)[-1]}" in f" {title}"
    ]
    if before:
        return before[0] if len(before) == 1 else None
    return _first_in_report(article, start, wanted)


def _first_in_report(article: Article, start: int, wanted: str) -> Person | None:
    """Return the person whom the report names first, after the pronoun."""
    places = sorted(
        (at, number)
        for number, person in enumerate(article.people)
        for at in person.places
        if at >= max(start, article.title_end)
    )
    if not places:
        return None
    place, number = places[0]
    here = bisect_right(article.sentence_starts, max(start, article.title_end))
    sentence = bisect_right(article.sentence_starts, place)
    beside = {
        other for at, other in places if bisect_right(article.sentence_starts, at) == sentence
    }
    person = article.people[number]
    before = article.text[article.sentence_starts[sentence - 1] : place]
    is_subject = _INTRODUCTION.fullmatch(before) is not None
    is_owner = _OWNER.match(article.text, place) is not None
    if not is_subject or is_owner or person.gender != wanted or len(beside) != 1:
        return None
    near = {
        other
        for at, other in places
        if bisect_right(article.sentence_starts, at) - here <= _REACH
        and article.people[other].gender in (None, wanted)
    }
    if len(near) > 1:
        return None
    return person if 0 < sentence - here <= _REACH else None
