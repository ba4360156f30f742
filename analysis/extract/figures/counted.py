"""
Find the noun that a number counts, by the words after it.

In: a text and the position of a number. Out: the counted words with their characters, whether they
name people, and the noun's lemma. For numbers that are not casualties, and for casualties whose
counted words the tagger did not find. It needs no part-of-speech tags: a counted noun follows
closely after its number and is plural in nearly all cases.
"""

import re
from functools import lru_cache

from analysis.core import resources
from analysis.extract.figures.groups import group_by_words
from analysis.extract.figures.patterns import PEOPLE, outcome_words
from analysis.extract.figures.person_phrases import person_nouns
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    AS_WRITTEN,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = [
    "PARAGRAPH",
    "counted_people",
    "counted_phrase",
    "people_before",
    "phrase_of_whole",
    "counts_no_people",
    "counts_one_thing",
    "counts_people",
    "is_no_person",
    "is_plural",
    "lemma_of",
    "names_people",
    "noun_of",
]

CHARACTERS_WITH_BRACKETS = 80  # around the end of a number
CHARACTERS_OF_PHRASE = 1_000
MOST_WORDS = 6  # of a phrase with a plural noun
MOST_WORDS_OF_ONE = 4  # of a phrase for a single person

_PLURALS_WITHOUT_S = frozenset(
    """
    people men women children police troops personnel aircraft sheep cattle crew staff media data
    criteria militia mice lice geese oxen fish deer poultry
    """.split()
)
# Nothing follows these nouns in a phrase: the next word is the verb.
_LAST_NOUNS = frozenset(
    """
    people persons civilians children women men others soldiers militants fighters rebels
    terrorists troops policemen villagers residents
    """.split()
)
_COLLECTIVES = frozenset(
    """
    army navy police military militia staff crew team family media personnel troops guard
    """.split()
)
# These say what happened to people, not who they are.
_HARM_NOUNS = frozenset(
    """
    casualties deaths fatalities injuries arrests detentions abductions kidnappings dead wounded
    injured
    """.split()
)

_WORD = re.compile(
    r"""
    (?:[A-Z]\.){2,}                            # U.S.
    | (?:St|Ft|Mt)\.(?=\s[A-Z])                # Port St. Lucie
    | \d{1,3}-(?:year|month|week|day)-olds?\b   # 25-year-old
    | [^\W\d_][\w’'-]*
    """,
    AS_WRITTEN,
)
# "Two Boeing 737 MAX aircraft": the digits are part of a name.
_MODEL = re.compile(
    r"(?:(?<=Boeing\s)|(?<=Airbus\s)|(?<=Embraer\s)|(?<=Cessna\s)|(?<=Antonov\s)|(?<=Tupolev\s))"
    r"\d{2,3}s?(?=\s[A-Za-z])"
)
_SPACE = re.compile(r"[ \u00a0\n]")
PARAGRAPH = re.compile(r"[^\S\n]*\n\s*\n")
_BRACKETS = re.compile(r"(?<=\w[ ]) \([^()]{1,40}\) (?=[ ][a-z])", AS_WRITTEN)
_IRAQIS = re.compile(r"[A-Z][a-z]{3,}is")
_JOINED_NAME = re.compile(r"\b[A-Z]\w*&[A-Z]\w*$")  # "S&P", "AT&T"
_PLURAL_S = re.compile(r"(?<![sui'’])s$")
_PARTICIPLE = re.compile(r"[a-z]+(?:ing|ed)")

# "A cat called Marmalade"
_CALLED = re.compile(r"\s+(?:called|named|nicknamed|dubbed)\s")
_COMPLEMENT = re.compile(rf"\s+(?:of|in|for|from|to|with|before|after)\s|{_CALLED.pattern}")
_PEOPLE_NOUN = re.compile(rf"\b{PEOPLE}\b")
# "Displaced people": the adjective does not end the phrase.
_HARMED_PEOPLE = re.compile(
    r"""
    (?:displaced|missing|wounded|injured)\s
    (?:people|persons|civilians|soldiers|children|women|men|families|residents|troops|fighters)\b
    """,
    ANY_CASE,
)
# "A man woman and child", with its commas lost.
_PERSON_TWICE = re.compile(
    r"(?:man|woman|child|girl|boy|person)\s(?:man|woman|child|girl|boy)\b", ANY_CASE
)
_MEMBER_OF_TOTAL = re.compile(
    r"""
    \s+
    (?: of\s+(?:them|whom|the\s+\w+(?:\s+in\s+\w+)?|those\s+\w+) \s*,?\s* (?:were|was|are|is)?
      | were | was | are )
    \s+(?:an?\s+)?
    """,
    ANY_CASE,
)
# "178 of 397 drones", "three of the 12 houses", "five of the train's eight carriages"
_OF_NUMBER = re.compile(
    rf"""
    \s+of\s+(?: (?:the|its|their|his|her|our|these|those)\s+
      (?:[\w-]+(?:['’]s|(?<=s)['’])\s+)? )?
    (?:\d[\d,]*|{NUMBER})\b
    """,
    ANY_CASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST_WORDS_OF_HEADLINE = 3
# "outbuilding", "lighthouse", "speedboat": compounds name what their last part does
_ENDS_OF_THINGS = (
    *("building", "house", "store", "boat", "ship", "craft", "plane", "bike", "truck", "yard"),
    *("station", "bridge", "tower", "road", "gun", "bomb"),
)
_THINGS = ("thing", "artefact", "object")
_OWNER = one_of("the these those its their his her our all")
_BEFORE_NOUN = re.compile(
    rf"""
    \s*
    (?: (?P<percent>%|percent\b|per\s+cent\b|pct\b|(?-i:pc)\b)\s* )?
    (?: of\s+(?:{_OWNER}\s+)? )?
    (?: (?:other|more|additional|further|new)\s+ )?
    [“"]?   # 13,000 "likes"
    """,
    AS_WRITTEN,
)


_STOCK_AFTER = re.compile(
    r"\s+(?:dead\s+|drowned\s+|lost\s+)?(?:(?:live)?stock\b(?!\s+(?:exchange|market|picker))"
    r"|head\b(?=\s*[.,;)\n]|\s+(?:of\s+(?:cattle|sheep|stock|livestock)|had|were|died|drowned)\b))"
)
# "400 dead birds", but not "12 dead horse riders"
_HARMED_AFTER = re.compile(
    r"\s+(?P<phrase>(?:dead|dying|sick|ill|injured|wounded|stricken|drowned|burnt|burned)"
    r"(?:\s+or\s+(?:dead|dying|sick|injured|wounded))?\s+(?P<noun>[a-z][a-z-]+))\b"
    r"(?!\s+[a-z-]+(?:ers|ors|men|women|ists)\b)"
)
# "Hundreds protest police shooting", "Thousands flee homes": people do it
_SOME_WHO = re.compile(r"\b(?:hundreds|thousands|dozens|scores|millions)\Z", re.IGNORECASE)
_NO_NOUN = re.compile(r"\s+(?!(?:of|more|upon|and|or)\b)[a-z]")


@lru_cache(maxsize=1)
def _words_after_noun() -> frozenset[str]:
    return frozenset(quantifier_lists()["ends_noun"]["words"])


def counted_phrase(text: str, end: int) -> tuple[int, int] | None:
    """
    Find the words that a number counts.

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    (int, int) or None
        Characters of the phrase, which ends with its plural noun, or after a percentage with any
        word; None if no plural noun follows.
    """
    if PARAGRAPH.match(text, end):
        return None  # a headline counts nothing of the first sentence
    if _SOME_WHO.search(text, max(0, end - len("thousands")), end) and _NO_NOUN.match(text, end):
        return None
    harmed = _HARMED_AFTER.match(text, end)
    if harmed is not None and is_plural(harmed["noun"]) and is_no_person(harmed["noun"]):
        return harmed.span("phrase")
    compound = _compound().match(text, end)
    if compound is not None:
        return compound.span("noun")
    start, is_percentage = _start_of_noun(text, end)
    position = start
    phrase_end: int | None = None
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, position)
        if word is None and phrase_end is None:
            word = _MODEL.match(text, position)
        if word is None:
            break
        joins_adjectives = word[0] == "and" and phrase_end is None and position > start
        if _is_after_noun(word, text) and not joins_adjectives:
            break
        if phrase_end is not None and _PARTICIPLE.fullmatch(word[0]):
            break  # "bombers wearing vests"
        if is_percentage or is_plural(word[0]):
            phrase_end = word.end()
            if word[0].lower() in _LAST_NOUNS:
                break
        space = _SPACE.match(text, word.end())
        if space is None:
            break
        position = space.end()
    return None if phrase_end is None else (start, phrase_end)


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    """Return the pattern of a noun that a hyphen joins to its number: "a 48-page indictment"."""
    nouns = alternatives(quantifier_lists()["compound_count"]["words"])
    return re.compile(rf"-(?P<noun>{nouns})(?![\w-])")


def _start_of_noun(text: str, end: int) -> tuple[int, bool]:
    """Return where the counted words start, and whether the number before them is a percentage."""
    lead = _BEFORE_NOUN.match(text, end)
    if lead is None:  # never: the pattern also matches nothing
        return end, False
    return lead.end(), lead["percent"] is not None


def _is_after_noun(word: re.Match[str], text: str) -> bool:
    """Return whether a word cannot be in the noun phrase; "IS militants" is one."""
    if word[0] in ("IS", "US"):
        return False
    if word[0].lower() not in _words_after_noun():
        return False
    return _HARMED_PEOPLE.match(text, word.start()) is None


def phrase_of_whole(text: str, end: int) -> tuple[int, int] | None:
    """
    Find what a number counts with the whole of which it is a part: "318 of 420 trains".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    (int, int) or None
        Characters of the noun of the whole; None where no such number follows.
    """
    whole = _OF_NUMBER.match(text, end)
    return None if whole is None else counted_phrase(text, whole.end())


def counted_people(text: str, start: int, end: int, implicit: bool) -> tuple[int, int] | None:
    """
    Find who a casualty figure counts, by the words after its number.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number; for an implicit one, of its article ("a") or its noun ("Child").
    implicit : bool
        Whether there is no number word.

    Returns
    -------
    (int, int) or None
        Characters of the phrase; None if the text names no one there ("killed 12", "12 injured").
    """
    number = text[start:end].lower()
    if implicit and number not in ("a", "an", "another"):
        return start, end
    described = _description_of_members(text, end)
    if described is not None:
        if number != "one" and not implicit and _ARTICLE_BEFORE.search(text, end, described[0]):
            return None  # "two of them, a boy and a woman"
        return described
    if implicit or number == "one":
        return _phrase_for_one(text, end)
    phrase = _phrase_around_brackets(text, end)
    if phrase is None or text[slice(*phrase)].lower() in _HARM_NOUNS:
        return None
    return phrase


_ARTICLE_BEFORE = re.compile(r"\ban?\s+$", re.IGNORECASE)
# "The number of [officers] killed rose to 40"
_NUMBER_OF_THEM_BEFORE = re.compile(
    rf"""
    \b(?:number|count|tally|total)\s+of\s+(?:the\s+)?
    (?P<who>(?:(?!(?:who|that|which|in|and|or|of|by)\b)[\w-]+\s+){{0,2}}?[a-z-]+)\s+
    (?:(?:it|he|she|they)\s+(?:says?|said|claims?|claimed)\s+(?:were|was|had\s+been)\s+)?
    (?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|infected|held|captured
      |kidnapped|evacuated|rescued)\b
    (?:(?!\bnumber\s+of\b|{NUMBER}\b)[^.;\d]){{0,60}}$
    """,
    ANY_CASE,
)
_REACH_OF_NUMBER = 120  # characters


def people_before(text: str, start: int) -> tuple[int, int] | None:
    """
    Find the people that a number counts where they stand before it.

    Parameters
    ----------
    text : str
    start : int
        First character of the number.

    Returns
    -------
    (int, int) or None
        Characters of the phrase; None where the words before name no people.

    Examples
    --------
    >>> text = "It put the number of officers killed at 40."
    >>> text[slice(*people_before(text, text.index("40")))]
    'officers'
    """
    offset = max(0, start - _REACH_OF_NUMBER)
    found = _NUMBER_OF_THEM_BEFORE.search(text[offset:start])
    if found is None or not names_people(found["who"]):
        return None
    return offset + found.start("who"), offset + found.end("who")


def _description_of_members(text: str, end: int) -> tuple[int, int] | None:
    """Find who the people of a subtotal are: "six were children", "one of them a child"."""
    lead = _MEMBER_OF_TOTAL.match(text, end)
    if lead is None:
        return None
    phrase = _phrase_for_one(text, lead.end())
    if phrase is None:
        return None
    words = text[slice(*phrase)]
    is_named = group_by_words(words) is not None or (is_plural(words) and names_people(words))
    return phrase if is_named else None


def _phrase_for_one(text: str, end: int) -> tuple[int, int] | None:
    """Find the words for one person; the noun may be singular."""
    start, _ = _start_of_noun(text, end)
    position = start
    phrase_end: int | None = None
    person_end: int | None = None
    for n_before in range(MOST_WORDS):
        word = _WORD.match(text, position)
        if word is None or _is_after_noun(word, text):
            break
        if n_before < MOST_WORDS_OF_ONE:
            phrase_end = word.end()
        if _names_one_person(word[0]):
            person_end = word.end()
        elif person_end is not None:
            break  # "a passenger suffered burns"
        position = word.end() + 1
        if _PERSON_TWICE.match(text, word.start()):
            break
    phrase_end = person_end or phrase_end
    return None if phrase_end is None else (start, phrase_end)


def _names_one_person(word: str) -> bool:
    """Return whether a word is a noun for a person: "driver", not the "army" of "army major"."""
    if not word.islower() or word in _COLLECTIVES:
        return False
    return word in person_nouns() or names_people(word)


def _phrase_around_brackets(text: str, end: int) -> tuple[int, int] | None:
    """Find the words that a number counts, brackets ignored: "20 Free Army (FA) rebels"."""
    near = text[end : end + CHARACTERS_WITH_BRACKETS]
    blanked = _BRACKETS.sub(lambda match: "x" * len(match[0]), near)
    if blanked == near:
        return counted_phrase(text, end)
    start = max(0, end - CHARACTERS_WITH_BRACKETS)
    after = text[end + len(near) : end + len(near) + CHARACTERS_OF_PHRASE]
    phrase = counted_phrase(text[start:end] + blanked + after, end - start)
    return None if phrase is None else (phrase[0] + start, phrase[1] + start)


def is_plural(word: str) -> bool:
    """Return whether a word looks like a plural noun."""
    if word.lower() in _PLURALS_WITHOUT_S or word.endswith(("men", "ese")):
        return True
    if _IRAQIS.fullmatch(word):
        return True
    return len(word) > 2 and _PLURAL_S.search(word.lower()) is not None


def lemma_of(phrase: str) -> str:
    """
    Return the lemma of the last word of a phrase.

    Examples
    --------
    >>> lemma_of("mass graves"), lemma_of("young women")
    ('grave', 'woman')
    """
    joined = _JOINED_NAME.search(phrase)
    if joined is not None:
        return joined[0].lower()
    last = _WORD.findall(phrase)[-1]
    if last.lower() == "people":
        return "person"
    return resources.lemma(last, "NNS")


def noun_of(phrase: str | None) -> str | None:
    """
    Return the lemma of the head of counted words; None if there are none.

    Parameters
    ----------
    phrase : str or None

    Returns
    -------
    str or None

    Examples
    --------
    >>> noun_of("cases of measles"), noun_of(None)
    ('case', None)
    """
    if phrase is None:
        return None
    head = _COMPLEMENT.split(phrase, maxsplit=1)[0]
    return lemma_of(head) if _WORD.search(head) else None


def noun_of_measure(phrase: str | None) -> str | None:
    """
    Return the lemma of the words for what is measured, a verb's by the noun that it has.

    Parameters
    ----------
    phrase : str or None

    Returns
    -------
    str or None

    Examples
    --------
    >>> noun_of_measure("fined"), noun_of_measure("demanding"), noun_of_measure("spending")
    ('fine', 'demand', 'spending')
    """
    noun = noun_of(phrase)
    if noun is None or not noun.endswith(("ed", "ing")) or resources.is_noun(noun):
        return noun
    verb = resources.lemma(noun, "VBD")
    return verb if resources.is_noun(verb) else noun


def names_people(words: str) -> bool:
    """
    Return whether counted words name people by their last noun: "young voters", not "army posts".

    Parameters
    ----------
    words : str

    Returns
    -------
    bool
    """
    head = _COMPLEMENT.split(words, maxsplit=1)[0].split()
    if not head:
        return False
    last = head[-1]
    if last.lower() in quantifier_lists()["persons"]["words"]:
        return True
    return _PEOPLE_NOUN.fullmatch(last) is not None or group_by_words(last) is not None


def counts_people(text: str, start: int, end: int, by_last_word: bool = False) -> bool:
    """
    Return whether the noun after a number names people: "12 nurses", "12 of them", not "12 houses".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    by_last_word : bool
        Look at the last word of the noun phrase only; "12 army positions" are no people.

    Returns
    -------
    bool
    """
    phrase = counted_people(text, start, end, implicit=False)
    if phrase is None:
        return False
    words = text[slice(*phrase)]
    if by_last_word and words:
        words = words.rsplit(None, 1)[-1]
    if not words:
        return False
    return _PEOPLE_NOUN.search(words) is not None or group_by_words(words) is not None


def counts_no_people(text: str, end: int) -> bool:
    """
    Return whether a number counts animals or things: "300 chickens", "seven of 12 houses".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    bool
    """
    if _STOCK_AFTER.match(text, end):
        return True  # "640 dead stock", "losses of 1,100 head"
    whole = _OF_NUMBER.match(text, end)
    if whole is not None:
        return counts_no_people(text, whole.end())
    phrase = counted_phrase(text, end)
    if phrase is None:
        return False
    noun = text[slice(*phrase)].split()[-1]
    if noun.islower():
        return is_no_person(noun)
    # Tigers and SEALs are people, the "142 Homes" of a headline are none.
    return _is_in_headline(text, end) and lemma_of(noun.lower()) in _words_of(*_THINGS)


def counts_one_thing(text: str, end: int) -> bool:
    """
    Return whether an article or "one" comes before one animal or thing: "a dog", "one car".

    Parameters
    ----------
    text : str
    end : int
        Character after the article.

    Returns
    -------
    bool
        False where another noun may follow: "a school bus driver".
    """
    phrase = _phrase_for_one(text, end)
    if phrase is None:
        return False
    unnamed, *name = _CALLED.split(text[slice(*phrase)], maxsplit=1)
    words = unnamed.split()
    if not words[-1].islower() or not is_no_person(words[-1]):
        return False
    if name or len(words) < MOST_WORDS_OF_ONE:
        return True
    following = _WORD.match(text, phrase[1] + 1)
    return following is None or _is_after_noun(following, text)


def is_no_person(noun: str) -> bool:
    """
    Return whether a noun is one for animals or things, in the lists of ``outcomes.toml``.

    Examples
    --------
    >>> is_no_person("homes"), is_no_person("soldiers")
    (True, False)
    """
    word = lemma_of(noun)
    return word in _words_of("animal", *_THINGS) or word.endswith(_ENDS_OF_THINGS)


@lru_cache(maxsize=4)
def _words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some groups of ``outcomes.toml``."""
    return frozenset(word for kind in kinds for word in outcome_words()[kind]["words"])


def _is_in_headline(text: str, position: int) -> bool:
    """Return whether nearly all longer words of a line have a capital."""
    start = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    line = text[start : len(text) if stop < 0 else stop]
    words = _LONG_WORD.findall(line)
    capitals = [word for word in words if word[0].isupper()]
    return len(words) >= _LEAST_WORDS_OF_HEADLINE and len(capitals) >= len(words) - 1
