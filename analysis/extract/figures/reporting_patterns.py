"""
The patterns of "X said", from the word lists of ``data/lexicons/reporting.toml``.

Each is compiled once, when it is first needed.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.core.calendar_words import WEEKDAY
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = [
    "pronoun_reports",
    "source_after_figure",
    "source_and_verb",
    "source_noun",
    "words_of",
]


@lru_cache(maxsize=1)
def _reporting_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``reporting.toml``, each with its list of words."""
    return lexicon.load(paths.LEXICONS / "reporting.toml", allowed_keys=("words",))


def words_of(group: str) -> str:
    """
    Return an alternation of the words of one group.

    Parameters
    ----------
    group : str
        A group of ``reporting.toml``.

    Returns
    -------
    str
        Part of a pattern.
    """
    return alternatives(_reporting_words()[group]["words"])


@lru_cache(maxsize=1)
def _reporting_verb() -> str:
    """Return the pattern of verbs of reporting; a storm that "claimed 12 lives" reports nothing."""
    claimed_object = one_of(
        r"\w+s\s+of\s the\s+li li[vf]e responsib an?\s more over at\s+least \d by to\s"
    )
    # "claimed one life"
    claimed_lives = rf"{NUMBER}\s+(?:more\s+|other\s+)?(?:li[vf]e|victim)"
    return rf"""
        (?: {words_of("verb")} | reports?(?!\s+of)
          | claim(?:ed|s)(?!\s+(?:{claimed_object}|{claimed_lives}))
          | posted(?!\s+(?:an?|the|his|her|its|their)\s)   # "posted a video"
          | (?:has|have|had)\s+found | found\s+that | finds\s+that | concluded | calculated? )
    """


@lru_cache(maxsize=1)
def source_and_verb() -> re.Pattern[str]:
    """Return the pattern of "X said", from the start of a clause."""
    pattern = rf"""
        ^(?=\S) (?P<source>[^.;:\n\"“”]{{2,120}}?)
        (?:\s*\([\w\x20.-]{{2,12}}\))?   # an acronym in brackets
        \s{{1,3}} (?:has|have|had|also|later|earlier|on\s+{WEEKDAY}|,)? \s{{0,3}}
        (?i:{_reporting_verb()})\b
    """
    return re.compile(pattern, AS_WRITTEN)


@lru_cache(maxsize=1)
def source_after_figure() -> re.Pattern[str]:
    """Return the pattern of "X said" anywhere, with capitals or words for sources in X."""
    particle = one_of(
        "of for the and in ’s 's at from war state local rights human news general civil opposition"
    )
    adjective = one_of(
        "monitoring medical military security police unnamed senior media some many reliable"
    )
    pattern = rf"""
        (?P<source>
          (?: (?: (?:[Aa]n?|[Tt]he)\s+ (?:[a-z][\w-]*\s+){{1,4}} )
            | (?: (?: [Aa]n? | [Tt]he | [A-Z][\w’'.-]* | {particle} | (?i:{words_of("noun")})
                    | [a-z]+-based | [a-z]+-[a-z]+ | {adjective} )\s+ ){{1,12}} )
        )
        (?: \([\w\x20.-]{{2,12}}\)\s+ )?
        (?: also\s+ | has\s+ | have\s+ )?
        (?i:{_reporting_verb()})\b
    """
    return re.compile(pattern, AS_WRITTEN)


@lru_cache(maxsize=1)
def source_noun() -> re.Pattern[str]:
    """Return the pattern of what a source has to hold: a word for sources, or a capital."""
    return re.compile(rf"(?i:\b(?:{words_of('noun')})\b)|[A-Z]")


@lru_cache(maxsize=1)
def pronoun_reports() -> re.Pattern[str]:
    """Return the pattern of "it said", and of "they put the size of the crowd at"."""
    pattern = rf"""
        \b(?:it|he|she|they)\s+
        (?:also\s+|has\s+|had\s+|later\s+|further\s+)?
        (?:(?:{_reporting_verb()})\b
          | puts?\s+(?:it|them|(?:the|its|their)\s+(?:[\w-]+\s+){{1,5}}?)\s*at\b)
    """
    return re.compile(pattern, ANY_CASE)
