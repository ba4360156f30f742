"""
Find single persons who count as one without a number: "a child was killed", "Girl killed in blast".

In: a text. Out: the characters of the article, or of a noun without one, and the outcome that the
words next to it say. Named or definite persons ("his son", "Captain X") never count. Word lists:
``data/lexicons/outcomes.toml``.
"""

import re
from collections.abc import Iterator, Sequence
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
from analysis.extract.figures.word_filter import key_words, words_of
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import (
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = [
    "end_of_person",
    "is_agent",
    "is_definite",
    "is_one_of_bodies",
    "mentions_of_one",
    "singular_persons",
]

# A headline with one of these words names someone, or several people.
_DEFINITE_WORDS = frozenset(
    """
    the his her their its my our your this that every each no one late a an another it
    """.split()
)
_HEADLINE_VERBS = {
    "killed": one_of(
        r"""
        killed dead dies who\s+died slain drowned drowns beheaded executed hanged murdered
        fatally\s+\w+
        (?:shot|stabbed|beaten|crushed|trampled|burned|gored)\s+(?:dead|to\s+death|and\s+killed)
        (?:kills|shoots|hangs)\s+(?:him|her)self
        """
    ),
    "injured": one_of(
        r"""
        injured wounded hurt hospitali[sz]ed bitten gored burned scalded
        in\s+(?:critical|serious|grave)\s+condition
        """
    ),
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
_AFTER_HEADLINE_VERB = (
    rf"(?i:{CLAUSE_END}|(?=\s+(?:for|with|over|to|by|off|as|trying|while|following|hours|days)\b))"
)
# Who says it is not the person of a headline: "[Ohio police say] man fatally shot".
_SPEAKER = rf"""
    (?=[A-Z]) {PLAIN_WORD}(?:\s{PLAIN_WORD}){{0,4}}?
    \s(?i:says?|said|confirms?|confirmed|reports?|reported|claims?|claimed)\s(?:that\s)?
"""
# Someone's relative is a definite person, also in a headline without "his".
_RELATIVES = frozenset(
    """
    wife husband mother father son daughter brother sister mom dad girlfriend boyfriend fiancee
    fiance ex-wife ex-husband ex-girlfriend ex-boyfriend parents uncle aunt cousin nephew niece
    grandmother grandfather stepson stepdaughter roommate
    """.split()
)
# Without an article these are one known person: "Army arrests rebel leader".
_KNOWN = _RELATIVES | frozenset(
    """
    leader commander king queen prince princess president minister mayor governor general admiral
    chief ambassador director manager coach
    """.split()
)
_ENDS_PHRASE = one_of(
    """
    in on at and or who that with from during after before as to by while when near outside inside
    of last this yesterday today for over through because but multiple several twice days
    """
)
_PHRASE_END = rf"(?=\s*(?:$|[.,;:)\n\"”'’])|\s+(?:{_ENDS_PHRASE}|\w+ed)\b)"
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]+,\s$")
# "A hostage, Jack Smith,": the person is known.
_NAME_AFTER = re.compile(
    r"(?:\s[\w-]+){0,6}?,\s+[A-Z][a-z]+\s+[A-Z][a-z’'-]+\b(?!\s+(?:[Pp]olice|said))"
)
_WHO_AFTER = re.compile(r"(?:\s[\w-]+){1,5}?\s(?:who|that)\s")
_NUMBER = re.compile(rf"\d[\d,.]*|{NUMBER}|several|many|some|all|both|more|other|such", re.I)
_SPEAKS = frozenset(
    """
    put puts said says told tells claimed claims estimated estimates believed believes counted
    counts announced confirmed admitted reckons reckoned thinks
    """.split()
)
# "Nine bodies, including that of a boy, were recovered"
_BODY_OF_BEFORE = re.compile(
    r"\b(?:bodies|remains)\b[^.;]{0,40}\b(?:including|among\s+them)\s+(?:that|those)\s+of\s+$"
)
_NEAR_BODY = 80
_BY_BEFORE = re.compile(r"\bby\s$")
_DIGITS = re.compile(r"\d+(?!\d*-?(?:year|month|week|day|st\b|nd\b|rd\b|th\b))")
_OWNED_WORDS = {
    "killed": "death killing murder suicide drowning execution assassination".split(),
    "captured": "arrest detention kidnapping abduction imprisonment capture".split(),
    "missing": ["disappearance"],
    "rescued": ["rescue"],
}
_OWNED_HARM = {outcome: one_of(" ".join(words)) for outcome, words in _OWNED_WORDS.items()}
_REACH = 300  # characters after a person in which the words of harm stand
_ARTICLE_BEFORE = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){0,2}$")
_ARTICLE_AND_WORDS = re.compile(r"\b(?:[Aa]n?|[Aa]nother)(?=(?P<words>(?:\s+[\w-]+){1,4}))")
_AGE = re.compile(r"\d{1,3}-year-old")
_DETERMINER_BEFORE = re.compile(
    r"\b(?:an?|the|another|one|his|her|their|its|this|that)\s+$", re.IGNORECASE
)
_VICTIM = re.compile(
    r"\b(?P<article>[Aa]n?|[Aa]nother)\s+(?:[\w-]+\s+)?(?i:shooting|stabbing|gunshot)\s+victim\b"
    r"(?!['’]s)"
)
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
        patterns[outcome] = []
        for key, end in (("before", ""), ("of_people", _PHRASE_END)):
            words = alternatives(group.get(key, ()))
            for lead in ("", first_person) if words else ():
                pattern = rf"{NOT_INTENDED}(?i:{words})\s+{lead} {_person_with_article()} {end}"
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
def _bare_objects() -> dict[str, re.Pattern[str]]:
    """Return for each outcome the pattern of "Officer wounds driver", without an article."""
    patterns = {}
    for outcome in _PERSON_OUTCOMES:
        group = outcome_words()[outcome]
        words = alternatives([*group["before"], *group.get("of_people", ())])
        if not words:
            continue
        pattern = rf"""
            {NOT_INTENDED}(?i:{words})\s+
            (?P<person> (?P<between>(?:{PLAIN_WORD}\s){{0,3}}?) (?P<noun>(?i:{_person_noun()})) )\b
            {_NO_NAME_AFTER} {_PHRASE_END}
        """
        patterns[outcome] = re.compile(pattern, AS_WRITTEN)
    return patterns


@lru_cache(maxsize=1)
def _headlines() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of headlines without an article: "Girl killed in blast"."""
    patterns = []
    for outcome, verbs in _HEADLINE_VERBS.items():
        pattern = rf"""
            (?: ^ | (?=[\s.!?;:]) )
            (?: (?:^|\n)[^\S\n]*(?:[×•*#>|]\s+)? | [.!?;:]\s+ | (?<=\d{{4}})\s+ )
            (?: {_SPEAKER} | (?=[A-Z]|\d+-year) )
            (?P<person> {PLAIN_WORD}(?:\s{PLAIN_WORD}){{0,3}}? )
            \s+ (?i:(?:is|was|gets|found|reportedly|purportedly|feared|still|also|critically)\s+)?
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
    _add_bare_objects(text, found)
    _add_owners_of_harm(text, found)
    _add_victims(text, found)
    return sorted(
        (start, end, outcome)
        for (start, end), outcome in found.items()
        if not is_one_of_bodies(text, start)
    )


def is_one_of_bodies(text: str, start: int) -> bool:
    """
    Return whether a person is told as one of some bodies: "nine bodies, including that of a boy".

    Parameters
    ----------
    text : str
    start : int
        First character of the person.

    Returns
    -------
    bool
    """
    return _BODY_OF_BEFORE.search(text, max(0, start - _NEAR_BODY), start) is not None


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


def _add_owners_of_harm(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add persons of headlines whose death or arrest is told: "Pilot's death in plane crash"."""
    nouns = outcome_words()["person"]["words"]
    taken = {position for span in found for position in range(*span)}
    for outcome, pattern in _owners_of_harm():
        for match in pattern.finditer(text):
            words = match["person"].lower().split()
            is_known = words[-1] in _KNOWN or not _DEFINITE_WORDS.isdisjoint(words)
            span = match.span("person")
            if words[-1] in nouns and not is_known and taken.isdisjoint(range(*span)):
                found[span] = outcome


@lru_cache(maxsize=1)
def _owners_of_harm() -> list[tuple[str, re.Pattern[str]]]:
    """Return for each outcome the pattern of "Pilot's death" and of "family of inmate who died"."""
    start = r"(?: ^ | \n[^\S\n]* )"
    person = rf"(?P<person> (?=[A-Z]) {PLAIN_WORD}(?:\s{PLAIN_WORD}){{0,3}}? )"
    patterns = []
    for outcome, nouns in _OWNED_HARM.items():
        pattern = re.compile(rf"{start} {person} ['’]s\s+(?i:{nouns})\b(?!\s+of\b)", AS_WRITTEN)
        patterns.append((outcome, pattern))
    relative = rf"""
        \b(?:of|for|to|with)\s+(?P<person>(?i:{_person_noun()}))
        \s+who\s+(?:died|(?:was|had\s+been)\s+killed)\b
    """
    patterns.append(("killed", re.compile(relative, AS_WRITTEN)))
    return patterns


def _add_harmed(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add persons with an article; an outcome that was found before stays."""
    # Each pattern is tried only where a person stands and the text has one of its words.
    starts = list(_starts_of_persons(text))
    for outcome, pattern in _harm_of_person().items():
        of_person = [] if words_of(text).isdisjoint(_OWNED_WORDS[outcome]) else starts
        for match in _matches_at(pattern, text, of_person):
            if not _is_broken_phrase(match):
                found.setdefault(match.span("article"), outcome)
    following = [words_of(text[start : start + _REACH]) for start in starts]
    for outcome in _PERSON_OUTCOMES:
        keys = _keys(outcome, "after")
        after = [
            start
            for start, words in zip(starts, following, strict=True)
            if not words.isdisjoint(keys)
        ]
        for match in _matches_at(_harm_after_person()[outcome], text, after):
            if _is_broken_phrase(match) or _only_describes(match, text, outcome):
                continue
            if is_harm_to_people(match, text):
                found.setdefault(match.span("article"), outcome)
        for pattern in _harm_before_person().get(outcome, ()) if starts else ():
            if not _has_word(text, outcome, "before"):
                break
            for match in pattern.finditer(text):
                if not _is_broken_phrase(match):
                    found.setdefault(match.span("article"), outcome)


def _starts_of_persons(text: str) -> Iterator[int]:
    """Yield the places of articles that a noun for one person follows within four words."""
    nouns = _single_nouns()
    for match in _ARTICLE_AND_WORDS.finditer(text):
        for word in match["words"].lower().split():
            if _AGE.match(word) or not nouns.isdisjoint(_beginnings(word)):
                yield match.start()
                break


@lru_cache(maxsize=1)
def _single_nouns() -> frozenset[str]:
    return frozenset(outcome_words()["person"]["words"])


def _beginnings(word: str) -> list[str]:
    """Return a word with hyphens and its beginnings: "student-led" is also a student."""
    parts = word.split("-")
    return ["-".join(parts[: n + 1]) for n in range(len(parts))]


def _matches_at(
    pattern: re.Pattern[str], text: str, starts: Sequence[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that start at some characters."""
    for start in starts:
        match = pattern.match(text, start)
        if match is not None:
            yield match


@lru_cache(maxsize=32)
def _keys(outcome: str, side: str) -> frozenset[str]:
    """Return a word of each of an outcome's phrases on one side of people."""
    group = outcome_words()[outcome]
    keys = ("after",) if side == "after" else ("before", "of_people")
    return key_words(phrase for key in keys for phrase in group.get(key, ()))


def _has_word(text: str, outcome: str, side: str) -> bool:
    return not words_of(text).isdisjoint(_keys(outcome, side))


def _add_victims(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add victims of whom no word tells what became of them: "a stabbing victim"."""
    for match in _VICTIM.finditer(text):
        found.setdefault(match.span("article"), "killed_or_injured")


def _add_bare_objects(text: str, found: dict[tuple[int, int], str]) -> None:
    """Add persons without an article after a verb, who overlap none of those found."""
    taken = {position for span in found for position in range(*span)}
    for outcome, pattern in _bare_objects().items():
        if not _has_word(text, outcome, "before"):
            continue
        for match in pattern.finditer(text):
            words = match["between"].lower().split()
            if not _can_describe(words) or match["noun"].lower() in _KNOWN:
                continue
            if _DETERMINER_BEFORE.search(text, max(0, match.start() - 12), match.start()):
                continue  # in "carried a wounded girl" no verb has an object without an article
            span = match.span("person")
            if taken.isdisjoint(range(*span)):
                found[span] = outcome
                taken.update(range(*span))


def _can_describe(words: Sequence[str]) -> bool:
    """Return whether words may come before the noun of a person: no determiner, no number."""
    if not _DEFINITE_WORDS.isdisjoint(words):
        return False
    for word in words:
        if word in quantifier_lists()["ends_noun"]["words"] or _NUMBER.fullmatch(word):
            return False
    return not words or not words[-1].endswith("s")


def _is_broken_phrase(match: re.Match[str]) -> bool:
    """Return whether a word after the article cannot be in a noun phrase; "US" is no pronoun."""
    if _DIGITS.search(match["between"]):
        return True  # "another 15 soldiers"
    words = set()
    for word in match["between"].split():
        is_acronym = word.isupper() and len(word) > 1
        words.add(word if is_acronym else word.lower())
    if not _SPEAKS.isdisjoint(words):
        return True  # "a US official put Russian dead at 70,000"
    return not words.isdisjoint(quantifier_lists()["ends_noun"]["words"])


def _only_describes(match: re.Match[str], text: str, outcome: str) -> bool:
    """Return whether words of harm after a person report nothing: "a person is infected"."""
    be = match["be"].lower().split()
    if outcome == "ill":
        if not be:  # "a sick child", but "a child fell ill"
            return " " not in match["harm"]
        return be[0] in ("is", "are", "be")
    start = match.start("article")
    if outcome == "killed_or_injured" and not be:
        if _BY_BEFORE.search(text[max(0, start - 4) : start]):
            return True  # "injured by a sniper shot"
        return re.match(_PHRASE_END, text[match.end() : match.end() + 20]) is None
    is_relative = bool(be) and be[0] in ("who", "that")
    return is_relative and _NAME_BEFORE.search(text[max(0, start - 30) : start]) is not None


def is_definite(text: str, start: int, end: int) -> bool:
    """
    Return whether words are a name or someone's relative, or a name follows: "Chan", "Wife".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the words.

    Returns
    -------
    bool
    """
    words = text[start:end].split()
    if _NAME_BEFORE.search(text[max(0, start - 30) : start]) and _WHO_AFTER.match(text, end):
        return True  # "Jack Smith, a clerk who was arrested"
    if not words:
        return False
    if words[0].lower() in ("a", "an", "another"):
        return _NAME_AFTER.match(text, end) is not None
    if start and text[start - 1].isalpha():
        return True  # the end of a word
    if _ARTICLE_BEFORE.search(text[max(0, start - 40) : start]):
        return False
    last = words[-1].lower()
    if last in _RELATIVES:
        return True
    return words[-1][0].isupper() and _is_in_sentence(text, start, end)


def end_of_person(text: str, end: int) -> int:
    """
    Return where the noun of a person ends whose first words end at a character.

    Parameters
    ----------
    text : str
    end : int
        Character after words without an article, as in "American" of "American tourist".

    Returns
    -------
    int
        ``end`` itself if no noun for one person follows within three words.
    """
    noun = _rest_of_person().match(text, end)
    return end if noun is None else noun.end()


@lru_cache(maxsize=1)
def _rest_of_person() -> re.Pattern[str]:
    pattern = rf"(?:\s(?!{_ENDS_PHRASE}\b){PLAIN_WORD}){{0,2}}?\s(?i:{_person_noun()})\b(?!['’])"
    return re.compile(pattern, AS_WRITTEN)


def is_agent(text: str, start: int) -> bool:
    """Return whether a person follows "by": one who did it, or whose weapon did."""
    return _BY_BEFORE.search(text[max(0, start - 4) : start]) is not None


def _is_in_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a word of lower case comes before and after: not in a headline."""
    before = text[max(0, start - 20) : start].split()
    after = text[end : end + 20].split()
    if not before or not after:
        return False
    return before[-1].islower() and len(before[-1]) > 1 and after[0][:1].islower()


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
