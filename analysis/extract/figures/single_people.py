"""
Find single persons who count as one without a number: "a child was killed", "Girl killed in blast".

In: a text. Out: the characters of the article, or of a noun without one, and the outcome that the
words next to it say. Named or definite persons ("his son", "Captain X") never count. Word lists:
``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis.extract.figures.coordinated_people import persons_in_rows
from analysis.extract.figures.patterns import (
    CLAUSE_END,
    HARMED,
    NOT_INTENDED,
    PLAIN_WORD,
    harm_after_people,
    is_harm_to_people,
    outcome_words,
)
from analysis.extract.numbers.word_patterns import (
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = ["mentions_of_one", "singular_persons"]

# A headline with one of these words names someone, or several people.
_DEFINITE_WORDS = frozenset(
    """
    the his her their its my our your this that every each no one former late a an another it
    """.split()
)
_HEADLINE_VERBS = {
    "killed": one_of(
        r"""
        killed dead dies slain drowned drowns beheaded executed hanged murdered fatally\s+\w+
        (?:shot|stabbed|beaten|crushed|trampled|burned|gored)\s+(?:dead|to\s+death|and\s+killed)
        """
    ),
    "injured": one_of("injured wounded hurt hospitali[sz]ed"),
    "killed_or_injured": one_of("shot stabbed struck beaten attacked slashed mauled hit"),
    "captured": one_of(
        r"""
        kidnapped abducted arrested detained apprehended nabbed jailed imprisoned
        taken\s+(?:hostage|into\s+custody) in\s+custody held
        """
    ),
    "missing": one_of(r"missing (?:goes|went|gone)\s+missing disappears vanishes"),
    "rescued": one_of("rescued"),
    "evacuated": one_of("evacuated"),
}
# Outcomes of a person with an article: "a man was arrested".
_PERSON_OUTCOMES = (*HARMED, "captured", "missing", "rescued", "evacuated", "ill")
# After what happened to the person of a headline: "Man arrested [for theft]".
_AFTER_HEADLINE_VERB = rf"(?:{CLAUSE_END}|(?=\s+(?:for|with|over|to|by|off|as|trying|while)\b))"
_OWNED_HARM = {
    "killed": one_of("death killing murder suicide drowning execution assassination"),
    "captured": one_of("arrest detention kidnapping abduction imprisonment capture"),
    "missing": one_of("disappearance"),
    "rescued": one_of("rescue"),
}
_NO_NAME_AFTER = r"(?!['’]s|,\s+[A-Z])"


def _person_noun() -> str:
    """Return an alternation of nouns for one person."""
    return rf"{alternatives(outcome_words()['person']['words'])}|\d{{1,3}}-year-old"


@lru_cache(maxsize=1)
def _person_with_article() -> str:
    """Return the pattern of a person with an article, in the groups ``article`` and ``between``."""
    return rf"{_article_and_person()} {_NO_NAME_AFTER}"


@lru_cache(maxsize=1)
def _article_and_person() -> str:
    """Return the pattern of a person with an article, whatever follows."""
    return rf"""
        (?P<article>\b(?:[Aa]n?|[Aa]nother))
        \s+ (?P<between>(?:{PLAIN_WORD}\s+){{0,3}}?)
        (?i:{_person_noun()})\b
    """


@lru_cache(maxsize=1)
def _harm_after_person() -> dict[str, re.Pattern[str]]:
    """Return for each outcome the pattern of "a man was killed"."""
    second_person = rf"(?:\s+and\s+(?:an?\s+)?(?:{PLAIN_WORD}\s+){{0,2}}\w+)?"
    patterns = {}
    for outcome in _PERSON_OUTCOMES:
        pattern = rf"{_person_with_article()} {second_person} \s+{harm_after_people(outcome)}"
        patterns[outcome] = re.compile(pattern, AS_WRITTEN)
    return patterns


@lru_cache(maxsize=1)
def _harm_before_person() -> dict[str, list[re.Pattern[str]]]:
    """Return for each outcome the patterns of "killed a man" and "killed a woman and a man"."""
    first_person = r"(?i:(?:an?|\w+)\s+\w+\s+and\s+)"
    patterns: dict[str, list[re.Pattern[str]]] = {}
    for outcome in _PERSON_OUTCOMES:
        group = outcome_words()[outcome]
        words = alternatives([*group["before"], *group.get("of_people", ())])
        if not words:
            continue
        patterns[outcome] = []
        for lead in ("", first_person):
            pattern = rf"{NOT_INTENDED}\b(?i:{words})\s+{lead} {_person_with_article()}"
            patterns[outcome].append(re.compile(pattern, AS_WRITTEN))
    return patterns


@lru_cache(maxsize=1)
def _harm_of_person() -> dict[str, re.Pattern[str]]:
    """Return for each outcome the pattern of "a man's death"."""
    patterns = {}
    for outcome, nouns in _OWNED_HARM.items():
        patterns[outcome] = re.compile(
            rf"{_article_and_person()} ['’]s\s+(?i:{nouns})\b", AS_WRITTEN
        )
    return patterns


@lru_cache(maxsize=1)
def _headlines() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of headlines without an article: "Girl killed in blast"."""
    patterns = []
    for outcome, verbs in _HEADLINE_VERBS.items():
        pattern = rf"""
            (?: ^ | \n[^\S\n]* | [.!?;]\s+ | (?<=\d{{4}})\s+ )
            (?P<person> (?=[A-Z]) {PLAIN_WORD}(?:\s{PLAIN_WORD}){{0,3}}? )
            \s+ (?i:(?:is|was|found|reportedly|purportedly|feared|still|also|critically)\s+)?
            (?i:{verbs}) {_AFTER_HEADLINE_VERB}
        """
        patterns.append((outcome, re.compile(pattern, AS_WRITTEN)))
    return patterns


def singular_persons(text: str) -> list[tuple[int, int, str]]:
    """
    Find single persons without a number word who were killed or injured: "a child was killed".

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int, str)
        Characters of the article ("a", "another"), or of a noun without one ("Child killed", "a man
        and woman died"), and the outcome. Each counts one person.

    Examples
    --------
    >>> singular_persons("A young farmer was killed. Later his son was hurt.")
    [(0, 1, 'killed')]
    """
    found = dict(persons_in_rows(text))
    _add_headlines(text, found)
    _add_harmed(text, found)
    return sorted((start, end, outcome) for (start, end), outcome in found.items())


def _add_headlines(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add persons of headlines that overlap none of those found."""
    nouns = outcome_words()["person"]["words"]
    taken = {position for span in found for position in range(*span)}
    for outcome, pattern in _headlines():
        for match in pattern.finditer(text):
            start, end = match.span("person")
            words = match["person"].lower().split()
            is_person = words[-1] in nouns or words[-1].endswith("-year-old")
            if not is_person or not _DEFINITE_WORDS.isdisjoint(words):
                continue
            if taken.isdisjoint(range(start, end)):
                found[start, end] = outcome
                taken.update(range(start, end))


def _add_harmed(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add persons with an article; an outcome that was found before stays."""
    for outcome, pattern in _harm_of_person().items():
        for match in pattern.finditer(text):
            if not _is_broken_phrase(match):
                found.setdefault(match.span("article"), outcome)
    for outcome in _PERSON_OUTCOMES:
        for match in _harm_after_person()[outcome].finditer(text):
            if not _is_broken_phrase(match) and is_harm_to_people(match, text):
                found.setdefault(match.span("article"), outcome)
        for pattern in _harm_before_person().get(outcome, ()):
            for match in pattern.finditer(text):
                if not _is_broken_phrase(match):
                    found.setdefault(match.span("article"), outcome)


def _is_broken_phrase(match: re.Match[str]) -> bool:
    """Return whether a word after the article cannot be in a noun phrase; "US" is no pronoun."""
    words = set()
    for word in match["between"].split():
        is_acronym = word.isupper() and len(word) > 1
        words.add(word if is_acronym else word.lower())
    return not words.isdisjoint(quantifier_lists()["ends_noun"]["words"])


@lru_cache(maxsize=1)
def _any_person() -> re.Pattern[str]:
    pattern = rf"""
        \b(?P<article>an?|another)\s+
        (?:{PLAIN_WORD}\s+){{0,2}}?
        (?i:{_person_noun()})\b {_NO_NAME_AFTER}
    """
    return re.compile(pattern, AS_WRITTEN)


def mentions_of_one(text: str) -> list[tuple[int, int]]:
    """
    Find the article before each single person, harmed or not: "a child".

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int)
        Characters of the articles, in reading order.
    """
    return [match.span("article") for match in _any_person().finditer(text)]
