"""
Find the noun that a number counts, by the words after it.

In: a text and where a number ends. Out: the counted words with their characters, and the noun's lemma. For numbers
that are not casualties, and for casualties where the reader found no counted words. It needs no tags: a
counted noun stands close after its number and is plural in nearly all cases.
"""

import re
from functools import lru_cache

from analysis.core import resources
from analysis.extract.figures.groups import group_by_words
from analysis.extract.numbers.qualifiers import lists

_IRREGULAR = {
    "people",
    "men",
    "women",
    "children",
    "police",
    "troops",
    "personnel",
    "aircraft",
    "sheep",
    "cattle",
    "crew",
    "staff",
    "media",
    "data",
    "criteria",
    "militia",
}
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d{1,3}-(?:year|month|week|day)-olds?\b|[^\W\d_][\w’'-]*")
_BRACKETS = re.compile(r"(?<=\w )\([^()]{1,40}\)(?= [a-z])")
_BEFALLEN = re.compile(
    r"(?i)(?:displaced|missing|wounded|injured)\s(?:people|persons|civilians|soldiers|children|women|men|families|"
    r"residents|troops|fighters)\b"
)
_OF_THEM = r"of\s+(?:them|whom|the\s+\w+(?:\s+in\s+\w+)?|those\s+\w+)"
_TOLD = re.compile(rf"(?i)\s+(?:{_OF_THEM}\s*,?\s*(?:were|was|are|is)?|were|was|are)\s+(?:an?\s+)?")
# "a man woman and child", with its commas lost
_PERSON = re.compile(r"(?i)(?:man|woman|child|girl|boy|person)\s(?:man|woman|child|girl|boy)\b")
# nouns that nothing follows in a phrase: what comes after them is the verb
_HEADS = frozenset(
    {
        "people",
        "persons",
        "civilians",
        "children",
        "women",
        "men",
        "others",
        "soldiers",
        "militants",
        "fighters",
        "rebels",
        "terrorists",
        "troops",
        "policemen",
        "villagers",
        "residents",
    }
)
# what befell people is no word for who they are
_HARM = frozenset(
    {
        "casualties",
        "deaths",
        "fatalities",
        "injuries",
        "arrests",
        "detentions",
        "abductions",
        "kidnappings",
        "dead",
        "wounded",
        "injured",
    }
)
_SPACE = re.compile(r"[ \u00a0\n]")
_LEAD = re.compile(
    r"\s*(?:(?P<percent>%|percent\b|per\s+cent\b|pct\b)\s*)?(?:of\s+(?:(?:the|these|those|its|their|his|her|our|all)\s+)?)?"
    r"(?:(?:other|more|additional|further|new)\s+)?"
)


@lru_cache(maxsize=1)
def _ends():
    return frozenset(lists()["ends_noun"]["words"])


def counted_phrase(text, end, longest=6):
    """
    Find the words that a number counts.

    Parameters
    ----------
    text : str
    end : int
        Character after the number.
    longest : int
        Words to look at.

    Returns
    -------
    (int, int) or None
        Characters of the phrase, which ends with its plural noun, or after a percentage with any word; None
        where no plural noun follows.
    """
    lead = _LEAD.match(text, end)
    at, first, last = lead.end(), lead.end(), None
    for _ in range(longest):
        word = _WORD.match(text, at)
        if (
            word is None
            or _ends_noun(word, text)
            and not (word[0] == "and" and last is None and at > first)
        ):
            break
        if last is not None and re.fullmatch(r"[a-z]+(?:ing|ed)", word[0]):
            break  # "bombers wearing vests"
        if lead["percent"] or is_plural(word[0]):
            last = word.end()
            if word[0].lower() in _HEADS:
                break
        space = _SPACE.match(text, word.end())
        if space is None:
            break
        at = space.end()
    return None if last is None else (first, last)


def counted_people(text, start, end, implicit):
    """
    Find who a casualty figure counts, by the words after its number.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters; of an implicit one, its article ("a") or its noun ("Child").
    implicit : bool

    Returns
    -------
    (int, int) or None
        Characters of the phrase; None where the text names nobody there ("killed 12", "12 injured").
    """
    number = text[start:end].lower()
    if implicit and number not in ("a", "an", "another"):
        return start, end
    if told := _told_after(text, end):
        return told
    if implicit or number == "one":
        return _singular(text, end)
    phrase = counted_phrase(_without_brackets(text, end), end)
    return None if phrase is None or text[slice(*phrase)].lower() in _HARM else phrase


def _told_after(text, end):
    """Find who a part of them is: "six were children", "one of them a child", "two of the dead were medics"."""
    lead = _TOLD.match(text, end)
    if lead is None:
        return None
    phrase = _singular(text, lead.end())
    return phrase if phrase and group_by_words(text[slice(*phrase)]) else None


def _singular(text, end, longest=4):
    at = first = _LEAD.match(text, end).end()
    last = None
    for _ in range(longest):
        word = _WORD.match(text, at)
        if word is None or _ends_noun(word, text):
            break
        last = word.end()
        at = last + 1
        if _PERSON.match(text, word.start()):
            break
    return None if last is None else (first, last)


def _without_brackets(text, end):
    """Blank out brackets in a counted phrase ("20 Islamic State (IS) jihadists"); characters stay where they are."""
    near = _BRACKETS.sub(lambda m: "x" * len(m[0]), text[end : end + 80])
    return text[:end] + near + text[end + len(near) :]


def is_plural(word):
    """Judge by its form whether a word is a plural noun."""
    if word.lower() in _IRREGULAR or word.endswith(("men", "ese")):
        return True
    if re.fullmatch(r"[A-Z][a-z]{3,}is", word):  # Iraqis, Israelis
        return True
    return re.search(r"(?<![sui'’])s$", word.lower()) is not None and len(word) > 2


def _ends_noun(word, text):
    """Judge whether a word stands after the counted noun: not in "IS militants", "US troops", "displaced people"."""
    if word[0] in ("IS", "US"):
        return False
    return word[0].lower() in _ends() and _BEFALLEN.match(text, word.start()) is None


def lemma_of(phrase):
    """
    Give the lemma of a phrase's last word.

    Examples
    --------
    >>> lemma_of("mass graves"), lemma_of("young women")
    ('grave', 'woman')
    """
    last = _WORD.findall(phrase)[-1]
    return "person" if last.lower() == "people" else resources.lemma(last, "NNS")
