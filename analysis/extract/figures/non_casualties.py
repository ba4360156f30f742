"""
Tell numbers of people who were not harmed, or not yet: aboard, rallying, unhurt, sentenced, at risk.

In: a text and where a number lies. Out: a truth value. Where the words beside a number say what happened
(``figure_cues``) only a denial or a mere fear speaks against them; elsewhere the reader alone said it, which takes
a great number near a word of harm for its toll.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.figures.patterns import outcome_words
from analysis.extract.numbers.qualifiers import QUALIFYING, alternatives, lists
from analysis.extract.numbers.values import NUMBER

__all__ = ["is_denied", "moved", "not_harmed", "shot_before"]

_SOME = rf"(?:\d[\d,.]*|{NUMBER})"
# the noun phrase of a number, and what may stand before its verb
_PEOPLE = r"(?:\s+(?!(?:who|were|was|had|have|has|and|in|on|at|said|but|when|after|before|until|as)\b)[\w’'-]+){0,4}?"
_PLACED = rf"{_PEOPLE}(?:\s+(?:in|on|at|from|of|inside|near)\s+(?:the\s+|an?\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?"


@lru_cache(maxsize=1)
def _patterns():
    words = lexicon.load(paths.LEXICONS / "unharmed.toml", allowed_keys=("before", "after"))
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    end = rf"\s+(?:(?:{qualifiers}|another|the|all|its|their|those|these|an?\s+estimated)\s+)*$"
    harm = alternatives(w for name in ("killed", "injured") for w in outcome_words()[name]["after"])
    be = r"(?:(?:were|was|are|is|have|has|had|will|would|be|been|to|also|still|all)\s+)*"
    not_ill = r"(?!\s+(?:\w+\s+)?(?:treatment|surgery|hospital))"
    after = {
        name: rf"{be}(?:{alternatives(group['after'])})\b{not_ill}"
        for name, group in words.items()
        if "after" in group
    }
    return {
        "before": re.compile(rf"(?i)\b(?:{alternatives(words['present']['before'])}){end}"),
        "after": re.compile(
            rf"(?i){_PLACED}\s+(?:{'|'.join(after[n] for n in ('present', 'sentenced', 'at_risk'))})"
        ),
        # "five people on board were feared dead"; and a body is no passenger
        "harmed": re.compile(
            r"(?i)\s+(?:\w+\s+)?(?:body|bodies|corpses?)\b|(?:\s+(?!(?:and|but|when|before|until|after)\b)[\w’'-]+){1,16}?\s+"
            rf"(?:(?:were|was|are|is|have|has|had)\s+(?:\w+\s+){{0,5}}?(?:{harm}|missing)|remain(?:s|ed)?\s+missing)\b"
        ),
        "all_of_them": re.compile(
            r"(?i)[^.;\n]{0,160}?\b(?:(?:kill|wound|injur|drown|execut|hack)\w*\s+(?:all|everyone|everybody|them|both|every\s+one)\b|"
            r"leaving\s+(?:all|everyone|them|both)\b|all\s+(?:of\s+(?:them|whom)\s+)?(?:died|dead|were\s+killed|perished|drowned)\b|"
            r"(?:none|no\s+one|nobody)\s+survived|no\s+survivors)"
        ),
        "living": re.compile(
            r"(?i)\s+(?:(?!(?:from|in|of|at|who|had|more|others?|and|under|near|on|to|with|the|a|by|for|after|when|as|were|was)\b)"
            r"[\w-]+\s+){1,3}?(?:who\s+)?"
            r"(?:(?:are|is|were|still|currently|believed|estimated|thought|to|be|now|have|been)\s+){0,6}"
            r"(?:live|living|lived|reside|residing|besieged|under\s+siege|in\s+need|(?:still|remain|remaining|(?:had\s+)?remained|left)\s+"
            r"(?:in|inside)|(?:believed|thought|estimated)\s+to\s+be\s+(?:in|inside))\b"
        ),
        "moved": re.compile(
            r"(?i)(?:\s+(?!(?:were|was|said|but|when|after|before|until|as|killed|wounded|injured)\b)[\w’'-]+){1,14}?\s+"
            r"(?:(?:have|has|had)\s+)?(?:fled|flee|escaped|left|crossed|(?:managed|able|began|begun)\s+to\s+(?:cross|leave|flee|escape))\b"
            r"(?!\s+(?:dead|wounded|injured|homeless|behind|unhurt|with|without))"
        ),
        "population": re.compile(
            rf"(?i)\bpopulation\s+(?:of|was|is|at|stood\s+at)\s+(?:(?:{qualifiers})\s+)*$"
        ),
        "the_harmed": re.compile(
            r"(?i)\s+(?:dead|deceased|killed|slain|wounded|injured|missing|kidnapped|abducted|captured|displaced|sick|victims|"
            r"fatalities|casualties)\b"
        ),
        "attacked": re.compile(
            rf"(?i)\b(?:shot|stabbed|hacked|knifed|slashed|ran\s+over)\s+(?:(?:{qualifiers}|another|the|all)\s+)*$"
        ),
        "sentenced": re.compile(rf"(?i)\b(?:{alternatives(words['sentenced']['before'])}){end}"),
        "unhurt": re.compile(rf"(?i){_PLACED}\s+{after['unhurt']}"),
        "denied": re.compile(rf"(?i)\b(?:{alternatives(words['unhurt']['before'])}){end}"),
        "feared": re.compile(
            rf"(?i)\b(?:could|may|might|will|would)\s+(?:\w+\s+)?(?:{alternatives(words['feared']['before'])})\b\s+(?:(?:to|as\s+high\s+as|beyond|past|above)\s+)?"
            rf"(?:(?:{qualifiers})\s+)*$"
        ),
        "may": re.compile(
            rf"(?i){_PLACED}\s+(?:could|might|(?-i:may)|will)\s+(?:(?!have\b)\w+\s+)?(?:be\s+)?"
            r"(?:die|starve|perish|drown|freeze|lose\s+their|killed|executed|injured|wounded|displaced)\b"
        ),
        "base": re.compile(
            rf"(?i)\b{_SOME}\s+of\s+(?:(?:the|its|their|those|some|about|all)\s+)+$"
        ),
        "all_but": re.compile(
            rf"(?i)\ball\s+but\s+(?:{_SOME}\s+of\s+(?:the\s+|its\s+|their\s+)?)?$"
        ),
        "out_of": re.compile(
            r"(?:(?:^|[.;:!?\n]\s*|,\s+)(?:Out\s+o|O)f|\b(?:out\s+of|only\s+\w+\s+of))\s+"
            r"(?:(?:the|its|their|some|about)\s+)*$"
        ),
        "then": re.compile(
            rf"(?i){_PLACED}\s+(?:before|until)\s+(?:(?:he|she|they|it|police|officers?|guards?|soldiers?|troops)\s+|"
            r"(?:[\w-]+\s+)?being\b|[\w-]+ing\s+(?:himself|herself|themselves)\b)"
        ),
    }


def is_denied(text, start, end):
    """
    Judge whether a number counts the unharmed, or a toll that somebody fears.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters, without its qualifier.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_denied("None of the 40 hostages was hurt.", 12, 14), is_denied("The toll could rise to 200.", 23, 26)
    (True, True)
    """
    left, near, p = text[max(0, start - 80) : start], text[end : end + 110], _patterns()
    if p["feared"].search(left) or p["population"].search(left):
        return True
    if p["the_harmed"].match(
        near
    ):  # "none of the 12 dead was named", "5,000 wounded people may die"
        return False
    return any(
        (
            p["denied"].search(left),
            p["all_but"].search(left),
            p["unhurt"].match(near),
            p["may"].match(near),
        )
    )


def not_harmed(text, start, end):
    """
    Judge whether a number that no word of harm stands beside counts people who were there, sentenced or at risk.

    Parameters
    ----------
    text : str
    start, end : int

    Returns
    -------
    bool

    Examples
    --------
    >>> not_harmed("A boat carrying 60 people capsized.", 16, 18), not_harmed("Floods took 60 people.", 12, 14)
    (True, False)
    """
    left, near, p = text[max(0, start - 80) : start], text[end : end + 220], _patterns()
    there = (
        any(p[name].search(left) for name in ("before", "sentenced", "base", "out_of"))
        or p["after"].match(near)
        or p["living"].match(near)
        or p["then"].match(near)
        and not p["attacked"].search(left)
    )
    return bool(there) and not (p["harmed"].match(near) or p["all_of_them"].match(near))


def moved(text, end):
    """Judge whether people, of whom nothing else is said, left or fled."""
    near, p = text[end : end + 220], _patterns()
    return p["moved"].match(near) is not None and p["harmed"].match(near) is None


def shot_before(text, start, end):
    """Judge whether people were shot or stabbed before something befell the attacker, which tells nothing of them."""
    left, near, p = text[max(0, start - 80) : start], text[end : end + 110], _patterns()
    return p["attacked"].search(left) is not None and p["then"].match(near) is not None
