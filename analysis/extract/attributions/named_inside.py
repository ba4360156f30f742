"""
Take out of the words for a source the names of persons who are not the source.

In: "aides and allies of Mr. Quist", "Quist's lawyer, Emil Roth". Out: "aides and allies", "lawyer,
Emil Roth". Who owns something, whom aides work for and whom lawyers defend is named inside the
words, but did not speak; without this, all that Quist says would be said by the allies.
"""

import re
from functools import lru_cache

from analysis.core.given_names import is_given_name
from analysis.extract.attributions.proper_names import INSTITUTION_NOUNS

__all__ = ["without_names_inside"]

_CAPITALISED = r"[A-ZÀ-Þ][\w.-]*"
# no word of a name or of a complement: "Emil van Dorn", "Residents of Velm"
_NO_PARTICLE = (
    r"(?!(?:de|da|di|del|la|le|van|von|der|bin|ibn|al|el|and|or|of|the|for|to|in|at|on|from|near|by"
    r"|with|under|who|that|as)\s)"
)
# "the report by the inspector, Emil Roth": a text is not who wrote it
_TEXT_BY = re.compile(
    r"(?P<text>\b(?:report|memo|letter|statement|document|filing|study|book|story|article|e-?mail"
    r"|message|tweet|text|testimony|transcript|poll|survey)s?)\s(?:by|from|of|to|between)\s.*"
)
# "lawyers for both Ada Quist and Emil Roth", up to a comma: after it an apposition may name them
_COMPLEMENT = re.compile(
    r"(?<=[a-z])\s(?:of|for|to|with|under|around|against|behind|from|by|near|about)\s"
    r"(?:both\s|the\s|then-|former\s|late\s|elder\s|younger\s)*"
    rf"(?P<first>{_CAPITALISED})(?:['’]s?)?(?:\s(?P<second>{_CAPITALISED}))?[^,]*"
)
# whom these follow is a person or body, and not they
_FOLLOWERS = re.compile(
    r"\b(?:aides?|advis[eo]rs?|allies|ally|associates?|confidants?|friends?|donors?|backers)$",
    re.IGNORECASE,
)
# "Quist's lawyer", "Quist Jr.'s lawyer": the owner before a common noun
_OWNER = re.compile(rf"^.*?{_CAPITALISED}['’]s?\s(?=[a-z])")
# "Quist lawyer Emil Roth": two names, and what the second bearer is to the first
_EMPLOYER = re.compile(
    rf"^{_CAPITALISED}(?:['’]s?)?\s(?=(?:{_NO_PARTICLE}[a-z][a-z-]*,?\s){{1,3}}"
    rf"{_CAPITALISED}(?:\s{_CAPITALISED})*$)"
)
_PERSONAL_TITLES = frozenset(
    """mr mrs ms miss dr sir sen senator gov governor rep representative president justice judge
    king queen prince princess duke duchess pope sheriff mayor gen col lt capt prof rev""".split()
)


@lru_cache(maxsize=50_000)
def without_names_inside(words: str) -> str:
    """
    Return the words for a source without the persons to whom it belongs.

    Parameters
    ----------
    words : str
        A source, as printed.

    Returns
    -------
    str
        The same words where they name nobody but the source, or a place: "mayor of Velm".

    Examples
    --------
    >>> without_names_inside("aides and allies of Mr. Quist")
    'aides and allies'
    >>> without_names_inside("Quist’s lawyer, Emil Roth")
    'lawyer, Emil Roth'
    """
    own = _COMPLEMENT.sub(_kept_of_complement, _TEXT_BY.sub(r"\g<text>", words))
    return _EMPLOYER.sub("", _OWNER.sub("", own))


def _kept_of_complement(complement: re.Match[str]) -> str:
    """Return nothing for a complement that names a person, else the complement."""
    first, second = complement["first"], complement["second"]
    if second is None and _FOLLOWERS.search(complement.string[: complement.start()]) is not None:
        return ""
    is_titled = first.rstrip(".").lower() in _PERSONAL_TITLES
    is_body = second is None or second.lower() in INSTITUTION_NOUNS  # "the Anna Foundation"
    return "" if is_titled or (is_given_name(first) and not is_body) else complement[0]
