"""
Read of a weight or a sum that it is the haul of a seizure, or of a theft: 4.6 tonnes, $90m.

In: a statement and the text of its article. Out: what was seized or stolen. A seizure has one haul:
4.6 tonnes on Tuesday, and "4,830 kilograms, not 4.6 tonnes" the next day; so has a theft, of which
a bank first says 312 million and then 338.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["is_stolen_sum", "substance_of_haul", "value_of_haul"]

_DRUG = re.compile(
    r"\b(?:cocaine|coke|heroin|cannabis|marijuana|hashish|fentanyl|methamphetamines?|crystal\s+meth"
    r"|ecstasy|mdma|ketamine|opium|captagon|amphetamines?)\b",
    re.IGNORECASE,
)
_ANY_DRUG = re.compile(r"\b(?:drugs?|narcotics|class\s+a)\b", re.IGNORECASE)
_EXPLOSIVES = re.compile(r"\b(?:explosives?|tnt|dynamite)\b", re.IGNORECASE)
_STOLEN = re.compile(
    r"\b(?:st(?:eal|ole|olen|eals|ealing)|thefts?|heists?|robb\w+|loot(?:ed|ing)?|siphon\w*"
    r"|swindl\w+|embezzl\w+|burglar\w*|made\s+off\s+with|got\s+away\s+with"
    r"|(?:sum|money|amount|cash|funds)\s+(?:\w+\s+)?taken)\b",  # a film has taken $90 million too
    re.IGNORECASE,
)
_NEAR = 60  # characters on either side of a sum, within its sentence
# what was saved or costs something else, or was stolen at other times
_NOT_STOLEN = re.compile(
    r"\b(?:froz?e\w*|block\w*|recover\w*|return\w*|insur\w*|cover\w*|rewards?|ransoms?|fine[sd]?"
    r"|bail|profits?|earn\w*|revenue|turnover|assets|budget|year|years|average|limit|each|per"
    r"|attempt|tried|planned|compensation|damages|shares?|cost\w*"
    r"|tax\w*|tickets?|sales|charity|worth\s+of|above|below|more\s+than\s+the"
    r"|in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WORTH = ("value", "worth")
_SAME_DRUG = {"coke": "cocaine", "marijuana": "cannabis", "hashish": "cannabis"}
_OTHER_HAUL = re.compile(
    r"\b(?:(?:last|previous)\s+(?:year|month|season|decade)s?|this\s+year|a\s+year|years|months"
    r"|earlier\s+(?:this|in)|so\s+far|since|total|annual(?:ly)?|record|average"
    r"|in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def substance_of_haul(statement: Mapping[str, Any], text: str) -> str | None:
    """
    Return of what a weight is that was seized or blown up.

    Parameters
    ----------
    statement : mapping
        With ``sentence_text``.
    text : str
        Of its article.

    Returns
    -------
    str or None
        None for the haul of another day or of a year, and for any other weight.

    Examples
    --------
    >>> sentence = "Officers seized 4.6 tonnes of coke."
    >>> substance_of_haul({"sentence_text": sentence}, sentence)
    'haul of cocaine'
    """
    sentence = statement["sentence_text"]
    if _OTHER_HAUL.search(sentence):
        return None
    drugs = {_plain_drug(name) for name in _DRUG.findall(sentence)}
    if not drugs and _ANY_DRUG.search(sentence):
        drugs = _drugs_of(text)
    if len(drugs) == 1:
        return f"haul of {next(iter(drugs))}"
    return "explosives" if not drugs and _EXPLOSIVES.search(sentence) else None


def value_of_haul(statement: Mapping[str, Any], text: str) -> str | None:
    """
    Return that a sum is what the drugs of a report are worth.

    Parameters
    ----------
    statement : mapping
        With ``noun`` and ``sentence_text``.
    text : str
        Of its article.

    Returns
    -------
    str or None
        None for all other sums, and where a report names two drugs.
    """
    is_worth = (
        statement["noun"] in _WORTH and _OTHER_HAUL.search(statement["sentence_text"]) is None
    )
    return "value of drugs" if is_worth and len(_drugs_of(text)) == 1 else None


def is_stolen_sum(statement: Mapping[str, Any], text: str) -> bool:
    """
    Return whether a sum is what was stolen from a bank, a shop or a fund.

    Parameters
    ----------
    statement : mapping
        With ``start``, ``end`` and ``change``.
    text : str
        Of its article.

    Returns
    -------
    bool
        False where a word near it is of money that was frozen, insured, earned or lost at other
        times, and for a sum by which another is larger.

    Examples
    --------
    >>> text = "The bank said that criminals stole R312 million."
    >>> is_stolen_sum({"start": 36, "end": 47, "change": None}, text)
    True
    """
    start, end = statement["start"], statement["end"]
    if statement["change"] is not None:
        return False
    before = re.split(r"[.;!?]\s|\n", text[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[.;!?]\s|\n|,\s|\s(?:and|but|of\s+which)\s", text[end : end + _NEAR])[0]
    near = f"{before} {after}"
    return _STOLEN.search(near) is not None and _NOT_STOLEN.search(near) is None


@lru_cache(maxsize=64)  # the statements of an article come together
def _drugs_of(text: str) -> frozenset[str]:
    """Return the drugs that an article names, each by one name."""
    return frozenset(_plain_drug(name) for name in _DRUG.findall(text))


def _plain_drug(name: str) -> str:
    """Return one name of a drug that has several."""
    return _SAME_DRUG.get(name.lower(), name.lower())
