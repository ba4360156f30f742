"""
The words by which people are told to have been harmed, shared by the modules that read figures.

In: ``data/lexicons/outcomes.toml``. Out: its lists, and pieces of patterns that several modules compose.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers.qualifiers import alternatives
from analysis.extract.numbers.values import NUMBER

__all__ = ["BE", "DONE", "ENDS", "HARMED", "MORE", "PEOPLE", "befell", "outcome_words", "suffered"]

HARMED = ("killed", "injured", "killed_or_injured")

# what may stand before a number in a list or a toll
MORE = r"(?:(?:at\s+least|more\s+than|about|some|another|over|around)\s+)?"
PEOPLE = (
    r"(?:(?i:people|persons?|civilians?|children|child|kids|women|woman|men|man|girls?|boys?|students?|soldiers?|troops|"
    r"fighters?|militants?|rebels?|terrorists?|policemen|officers?|others|passengers|workers|villagers|residents|"
    r"protesters|jihadists?|insurgents?|gunmen|members?|staff|prisoners|patients|police|guards|employees|migrants|"
    r"refugees|evacuees|detainees|hostages|captives|suspects)|[A-Z][a-z]+(?:ians?|ans|is|ese))"
)
BE = (
    r"(?:(?:were|was|are|is|be|have|has|had|been|being|feared|confirmed|reported|also|left|still|remain|got|to\s+have|"
    r"believed|said|estimated|known|already|since|all|later|\w+ly|(?:who|that)\s+(?:were|was|are|(?:had|have|has)\s+been)|"
    r"(?:who|that)(?=\s+died?\b))\s+)*"
)
DONE = r"(?<!to )(?<!would )(?<!will )(?<!could )(?<!might )(?<!(?-i:may) )(?<!not )"  # no threat, plan or denial
# what may follow "three miners killed" where they are not those who killed
ENDS = (
    r"(?=\s*(?:$|[.,;:)\n])|\s+(?:in|by|at(?!\s+least)|on|after|during|when|as|while|near|outside|and|or|others?|amid|from|"
    r"last|this|since|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
_PASSIVE = re.compile(
    r"(?i)\b(?:were|was|are|is|be|been|being|got|feared|confirmed|reported|believed|said|estimated|known|left|leave|leaves|"
    r"leaving)\b"
)
_NO_OBJECT = frozenset(
    "died die dies dead drowned lost lose bled starved succumbed sustained suffered".split()
)
_TIME = r"\s+(?:\w+\s+)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|mornings?|evenings?|times?)\b"
# whom a verb of harm befalls that has no form of be before it: then the people before it are those who harmed
_OBJECT = re.compile(
    rf"\s+(?:(?i:and\s+(?:killed|injured|wounded|hurt)|himself|herself|him|them|(?:an?|the|his|her|their|its|dozens|scores|"
    rf"hundreds|thousands|many|several|(?:(?:at\s+least|more\s+than|up\s+to|about|some|nearly|over)\s+)?(?:\d[\d,]*|{NUMBER}))\b"
    rf"(?!{_TIME}))|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]|"
    r"(?!(?:as|this|across|besides|perhaps|always|outdoors|overseas)\b)[a-z]+(?:s|men)\b)"
)


@lru_cache(maxsize=1)
def outcome_words():
    """Give the groups of ``outcomes.toml``, each with its lists."""
    return lexicon.load(
        paths.LEXICONS / "outcomes.toml", allowed_keys=("before", "after", "of_people", "words")
    )


def befell(outcome):
    """Compose the pattern of words after people that say what befell them; see ``suffered``."""
    after = alternatives(outcome_words()[outcome]["after"])
    return rf"(?i:(?P<be>{BE})(?P<harm>{after}))\b(?!\s+to\s+death\b|\s+or\s+(?i:killed|injured|wounded|hurt)\b)"


def suffered(match, text):
    """Judge whether people before a match of ``befell`` suffered it: not "a gunman killed three"."""
    passive = _PASSIVE.search(match["be"]) or match["harm"].split()[0].lower() in _NO_OBJECT
    return passive or _OBJECT.match(text, match.end()) is None
