"""
Tell whether a sentence begins with a person, whom "he" or "she" in the next one can mean.

In: the article, and where it names the person. Out: whether the name is the subject of its
sentence: the first words, after an office, with an age. "They met Peter Moe" does not begin with
him, and a byline ("Ada Quist April 7") is no sentence.
"""

import re
from bisect import bisect_right

from analysis.core.calendar_words import MONTH
from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.people import (
    AGE_AFTER,
    WHO_AFTER,
    Person,
    names_one_person,
)
from analysis.extract.attributions.proper_names import LEADING_WORDS, NOT_SUBJECT
from analysis.extract.attributions.sentence_subjects import Subject
from analysis.extract.attributions.source_types import source_type

__all__ = ["begins_with_person", "introduces_speaker"]

_MONTH = re.compile(rf"\b{MONTH}\b")
_SUBJECT_REACH = 4  # characters: a name that begins its sentence, after "The", is its subject
# "Its leader, ", "Velmar CEO ": an office before the name that is a sentence's subject
_OFFICE_BEFORE = re.compile(
    r"(?:(?!(?:of|in|on|at|for|to|from|with|by|and|that|when|as|said|says|told|was|is|has|had|after"
    r"|before)\s)[\w’'.-]+,?\s){1,5}"
)
# "Now, ", "HOST: ": what may be before the subject of a sentence
_BEFORE_SUBJECT = re.compile(r"^(?:.*:\s)?(?:[A-Z][a-z]+,\s)?")
# "House Ways and " before "Means Committee Chairman Emil Roth"
_SAME_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,6}(?:(?:and|of|on)\s(?:[A-Z][\w.’'-]*\s){0,4}){1,2}"
)
_PARENT_BEFORE = re.compile(
    r"(?:Father|Mother|Dad|Mum|Mom|Grandmother|Grandfather)\s+of\s+[\w-]+,?\s"
)
_CHIEFS = ("ceo", "cfo", "coo")
# "One of the two trustees who opposed it, ": of what follows, the sentence tells what he does
_APPOSITION_BEFORE = re.compile(
    r"(?:The|A|An|One|Another|Its|His|Her|Their)\s[^,.;:“”\"\n]{2,80},\s$"
)
_VERB_AFTER = re.compile(r",\s(?:has|had|is|was|will|would|later|also|[a-z]+(?:ed|s))\b")
_QUOTATION = re.compile(r"[“\"‘„«]")
_OFFICE_TYPES = ("state_official", "local_authority")


def begins_with_person(
    article: Article, place: int, person: Person, pronoun: int, wanted: str
) -> bool:
    """
    Return whether a sentence begins with a person of the wanted gender, or with an age or office.

    Parameters
    ----------
    article : Article
    place : int
        Where the person is named.
    person : Person
    pronoun : int
        Where the pronoun stands.
    wanted : {"m", "f"}
        Gender of the pronoun.

    Returns
    -------
    bool
        If the pronoun is in the next sentence, also of somebody with two names of whom no word
        tells the gender.
    """
    sentence = bisect_right(article.sentence_starts, place)
    before = article.text[article.sentence_starts[sentence - 1] : place]
    before = _BEFORE_SUBJECT.sub("", before)
    if _is_after_apposition(article.text, before, place, person):
        return person.gender in (None, wanted)
    if NOT_SUBJECT.match(before) is not None:
        return False
    before = LEADING_WORDS.sub("", before)
    has_office = _is_office(before)
    is_first = len(before) <= _SUBJECT_REACH or _SAME_NAME.fullmatch(before) is not None
    if not is_first and not has_office:
        return False
    if _MONTH.search(person.name) is not None:
        return False  # a byline: "Ada Quist April 7"
    name = next((name for name in person.names if article.text.startswith(name, place)), "")
    end = place + len(name)
    is_introduced = has_office or any(
        pattern.match(article.text, end) is not None for pattern in (AGE_AFTER, WHO_AFTER)
    )
    has_role = any(map(names_one_person, person.roles))  # "General Barka", "Barka, a trader"
    is_right_before = bisect_right(article.sentence_starts, pronoun) == sentence + 1
    if is_right_before and person.gender is None and len(name.split()) > 1:
        return True
    return person.gender == wanted or is_introduced or has_role


def _is_after_apposition(text: str, before: str, place: int, person: Person) -> bool:
    """Whether a full name stands between the phrase that a sentence begins with and its verb."""
    if _APPOSITION_BEFORE.fullmatch(before) is None:
        return False
    names = (name for name in person.names if " " in name and text.startswith(name, place))
    return any(_VERB_AFTER.match(text, place + len(name)) is not None for name in names)


def introduces_speaker(article: Article, subject: Subject, pronoun: int) -> bool:
    """
    Return whether a sentence introduces who speaks in the quotation after it.

    Parameters
    ----------
    article : Article
    subject : Subject
        With what the sentence begins, as ``subject_before`` returns it.
    pronoun : int
        Where "he" or "she" stands.

    Returns
    -------
    bool
        True for a name with an age or an office, and a quotation that begins the next sentence and
        that the pronoun follows: "Emil Roth, 26, sat on a kerb. 'I want to go home,' he said". The
        driver of whom a chief constable speaks has no office.
    """
    following = article.sentence_starts[subject.sentence]
    if following > pronoun or _QUOTATION.match(article.text, following) is None:
        return False
    words = subject.words.split()
    return not words[-1].islower() or source_type(subject.words) in _OFFICE_TYPES


def _is_office(words: str) -> bool:
    """Whether words before a name are an office and nothing else: "Its leader, "."""
    if _PARENT_BEFORE.fullmatch(words) is not None:
        return True
    if _OFFICE_BEFORE.fullmatch(words) is None:
        return False
    last = words.split()[-1].strip(",").lower()
    return names_one_person(last) or last in _CHIEFS
