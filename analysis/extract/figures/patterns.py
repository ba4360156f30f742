"""
Word classes and pieces of patterns that several rules on casualty figures share.

In: ``data/lexicons/outcomes.toml`` and the lists in this module. Out: pieces of regular
expressions. They hold no literal white space, so they work with and without ``re.VERBOSE``. A piece
that ends in ``$`` is searched in the text before a number; the others are matched in the text after
it. Which outcome a number has is decided in ``analysis.extract.figures.outcomes``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAY
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import alternatives, one_of, qualifier_words

__all__ = [
    "AUXILIARIES",
    "CLAUSE_END",
    "HARMED",
    "NOT_INTENDED",
    "OPTIONAL_QUALIFIER",
    "PEOPLE",
    "PLAIN_WORD",
    "WORD",
    "WORD_OR_BRACKET",
    "before_number",
    "harm_after_people",
    "is_harm_to_people",
    "outcome_words",
]

# Outcomes of a single person without a number: "a man was killed".
HARMED = ("killed", "injured", "killed_or_injured")

WORD = r"[\w’'-]+"
PLAIN_WORD = r"[\w-]+"  # without apostrophes
WORD_OR_BRACKET = r"[\w’'()-]+"

# May come before a number in a list or after a total: "12 dead, including at least 3 women".
OPTIONAL_QUALIFIER = r"(?:(?:at\s+least|more\s+than|about|some|another|over|around)\s+)?"

_PEOPLE_NOUNS = """
    people persons? civilians? children child kids women woman men man girls? boys? students?
    soldiers? troops fighters? militants? rebels? terrorists? policemen officers? others
    passengers workers villagers residents protesters jihadists? insurgents? gunmen members? staff
    prisoners patients police guards employees migrants refugees evacuees detainees hostages
    captives suspects
"""
_NATIONALS = r"[A-Z][a-z]+(?:ians?|ans|is|ese)"  # Syrians, Israelis, Japanese
PEOPLE = rf"(?:(?i:{'|'.join(_PEOPLE_NOUNS.split())})|{_NATIONALS})"

# May come between people and what happened to them: "were", "are still feared", "who have also
# been".
_RELATIVE_BE = r"(?:who|that)\s+(?:were|was|are|(?:had|have|has)\s+been)"
_AUXILIARY = one_of(
    rf"""
    were was are is be have has had been being feared confirmed reported also left still remain got
    to\s+have believed
    said estimated known already since all later \w+ly {_RELATIVE_BE} (?:who|that)(?=\s+died?\b)
    """
)
AUXILIARIES = rf"(?:{_AUXILIARY}\s+)*"

# Comes before a verb of harm that is no threat, plan or denial. "May" in lower case only: it is a
# month too.
# The boundary comes first, since it fails at most characters.
NOT_INTENDED = (
    r"\b(?<!to[ ])(?<!would[ ])(?<!will[ ])(?<!['’]ll[ ])(?<!could[ ])(?<!might[ ])"
    r"(?<!(?-i:may)[ ])(?<!not[ ])"
)

# May follow "three miners killed" if the miners are the victims: the clause ends, or a time or
# place comes next.
_NEXT_PHRASE = one_of(
    rf"""
    in by at(?!\s+least) on after during when as while near outside and or others? amid from last
    this since today yesterday {WEEKDAY.lower()}
    """
)
CLAUSE_END = rf"(?=\s*(?:$|[.,;:)\n])|\s+{_NEXT_PHRASE}\b)"

_PASSIVE_AUXILIARY = re.compile(
    r"""
    \b(?:were|was|are|is|be|been|being|got|feared|confirmed|reported|believed|said|estimated|
    known|left|leave|leaves|leaving)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INTRANSITIVE = frozenset(
    """
    died die dies dead drowned lost lose bled starved succumbed sustained suffered embraced embrace
    attained attain achieved breathed laid gave met passed
    """.split()
)
_TIME_UNIT = one_of(
    "seconds? minutes? hours? days? weeks? months? years? nights? mornings? evenings? times?"
)
_QUANTITY = (
    r"(?:(?:at\s+least|more\s+than|up\s+to|about|some|nearly|over)\s+)?"
    rf"(?:\d[\d,]*|{NUMBER})"
)
_OBJECT_DETERMINER = one_of(
    rf"an? the his her their its dozens scores hundreds thousands many several {_QUANTITY}"
)
# The object of a verb of harm. If it follows a verb without a form of "be", the people before the
# verb did the harm.
_OBJECT_AFTER = re.compile(
    rf"""
    \s+
    (?: (?i: and\s+(?:killed|injured|wounded|hurt)
           | himself | herself | him | them
           | {_OBJECT_DETERMINER}\b
             (?! \s+(?:\w+\s+)?{_TIME_UNIT}\b ) )   # not "killed two days ago"
      | (?!{WEEKDAY}) [A-Z]
      | (?!(?:as|this|across|besides|perhaps|always|outdoors|overseas)\b) [a-z]+(?:s|men)\b
    )
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=1)
def outcome_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``outcomes.toml``, each with its lists of words."""
    keys = ("before", "after", "of_people", "words")
    return lexicon.load(paths.LEXICONS / "outcomes.toml", allowed_keys=keys)


def before_number(determiners: str = "") -> str:
    """
    Return a pattern for what may come between a word and the number after it, up to the number.

    Parameters
    ----------
    determiners : str
        Words that may come there besides the qualifiers of numbers ("at least"), separated by white
        space.

    Returns
    -------
    str
    """
    words = "|".join([qualifier_words(), *determiners.split()])
    return rf"(?:(?:{words})\s+)*$"


def harm_after_people(outcome: str) -> str:
    """
    Return a pattern for words after people that say what happened to them.

    Its groups are ``be`` (auxiliaries) and ``harm``. The people may still be those who did it, as
    in "a gunman killed three": see ``is_harm_to_people``.
    """
    after = alternatives(outcome_words()[outcome]["after"])
    not_a_longer_phrase = r"(?!\s+to\s+death\b|\s+or\s+(?i:killed|injured|wounded|hurt)\b)"
    return rf"(?i:(?P<be>{AUXILIARIES})(?P<harm>{after}))\b{not_a_longer_phrase}"


def is_harm_to_people(match: re.Match[str], text: str) -> bool:
    """
    Return whether people are the victims of the harm that follows them, not those who did it.

    Parameters
    ----------
    match : re.Match
        A match of a pattern with ``harm_after_people``.
    text : str
        The text that was searched.
    """
    if _PASSIVE_AUXILIARY.search(match["be"]):
        return True
    if match["harm"].split()[0].lower() in _INTRANSITIVE:
        return True
    return _OBJECT_AFTER.match(text, match.end()) is None
