"""
Decide whether a count without a noun counts again what was counted before it.

In: a text and a number of the grammar, of kind "count". Out: True or False. "Seven were bailed",
"including 340 in Corby" and "there should have been 220" count those of whom the text has just
spoken (numeric fused heads [1]_).

.. [1] Elazar, Y. & Goldberg, Y. (2019). Where's my head? Definition, data set, and models for
   numeric fused-head identification and resolution. TACL 7, 519-535.
"""

import re

from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN

__all__ = ["continues_count", "is_of_those", "opens_with_count", "says_how_many", "tells_some_of"]

_CHARACTERS_BEFORE = 70
# "Nineteen youths appeared in court; seven were bailed", "it holds 76 and wants 33 more"
_CLAUSE_BEFORE = re.compile(
    r"(?:[;:,–—]\s+|\b(?:and|but|while|though|whereas)\s+)"
    r"(?:(?:only|just|another|about|some|nearly|almost|a\s+further|the\s+other|at\s+least"
    r"|all\s+but)\s+)*$",
    ANY_CASE,
)
_VERB_AFTER = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:(?:also|then|later|have|had|has|has\s+since)\s+)?"
    r"(?:were|are|had|have|was|will"
    r"|(?!hundred|based|listed|rated|sized|aged)[a-z]{2,}(?<!\wneed)ed)\b",
    AS_WRITTEN,
)
_DONE_BY_PEOPLE_AFTER = re.compile(
    r"\s+(?:others?\s+)?(?:later\s+|then\s+)?"
    r"(?:walked|settled|went|got|took|left|came|won|lost|did|fled|became)\b",
    AS_WRITTEN,
)
# "2,000 jobs, including [340] in Corby", "41 people, and a further [12] to Kelby General"
_SOME_OF_BEFORE = re.compile(
    r"\b(?:including|among\s+them|another|a\s+further)\s+(?:all\s+|about\s+|some|only\s+)?$",
    ANY_CASE,
)
_WHERE_AFTER = re.compile(
    r"\s*(?:[.;)]|,\s|\s(?:in|at|among|from|to|for|on|aboard|abroad|overseas|elsewhere|today"
    r"|yesterday|later|who|that|were|are|had|have)\b)",
    ANY_CASE,
)
# "There should have been [220]", "the manifest listed [221] and", "ten years ago it had [130]"
_HAD_BEFORE = re.compile(
    r"\b(?:there\s+(?:were|are|had\s+been|have\s+been|should\s+(?:have\s+been|be)|would\s+be)"
    r"|(?:it|they|he|she|we|who|police|manifest|list)\s+(?:\w+ly\s+)?(?:had|has|have|took"
    r"|takes|listed|counted|recorded|found|received|visited|shot\s+down|sent|lost"
    r"|linked|held|needs?|saw))\s+"
    r"(?:only\s+|just\s+|about\s+|some\s+|at\s+least\s+|almost\s+|nearly\s+|more\s+than\s+)?$",
    ANY_CASE,
)
_CLAUSE_AFTER = re.compile(
    r"\s*(?:[.;!?)]|,\s|[”\"’]|$|\s(?:and|but|now|today|then|in|so\s+far|by|on)\b)", ANY_CASE
)
# "Not one of the missing has been found; he said there were [five]": no others counted before
_OF_THE_HARMED_BEFORE = re.compile(
    r"\b(?:the|those)\s+(?:still\s+)?(?:missing|dead|injured|wounded|sick|homeless|displaced"
    r"|detained|arrested)(?:[,;:]|\s+(?:has|have|had|was|were|is|are|in|of|from|at|on|who|and|but"
    r"|little|nothing)\b)[^.!?\n]{0,60}$",
    ANY_CASE,
)
# "At least two are still in hospital"; not "Seven is a lucky number"
_OPENING = re.compile(
    r"[\W_]*(?:(?:of\s+(?:these|those|them)|only|just|another|about|some|nearly|almost|a\s+further"
    r"|the\s+other|at\s+least|all\s+but|up\s+to|more\s+than)[\s,]+)*",
    ANY_CASE,
)
_MANY_ARE = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:of\s+(?:them|these|those|whom)\s+)?"
    r"(?:(?:also|then|later|still|have|had)\s+)*"
    r"(?:were|are|have|remain(?:ed)?|died|wanted|wore|live[sd]?|came|went|left|fled|survived"
    r"|voted|work(?:ed)?|need(?:ed)?|suffered|escaped|lost|stayed|joined|refused)\b",
    AS_WRITTEN,
)
# "Of those who died, [15] never reached a clinic", "the other [15] could not be named"
_OF_THOSE_BEFORE = re.compile(
    r"(?:^|[.;:”\"]\s+)Of\s+(?:the(?:se)?|those|them|all)\b[^.;:]{0,60}?,\s+"
    r"(?:only|just|some|about)?\s*$"
    r"|\bthe\s+(?:other|remaining)\s+$"
)
_DID_AFTER = re.compile(
    r"\s+(?:(?:never|also|still|later|now|already)\s+)?(?:were|are|was|is|have|had|has"
    r"|could|would|will|did|remain|came|died|survived|left|reached|lived?|[a-z]{3,}ed)\b"
)
_MORE_AFTER = re.compile(r"\s+more\s*(?:[.,;)]|$)", ANY_CASE)


def continues_count(text: str, number: Number, *, is_of_people: bool = True) -> bool:
    """
    Return whether a bare number counts on what a number before it in the sentence counts.

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".
    is_of_people : bool, optional
        Whether people were counted before it: tickets do not leave early.

    Returns
    -------
    bool
        True where it opens a clause and its verb follows, or "more" ends the clause. False for one.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Nineteen youths appeared in court; seven were bailed in May 2007."
    >>> [continues_count(text, number) for number in parse_numbers(text)]
    [False, True]
    """
    if not _can_be_bare(number):
        return False
    if _MORE_AFTER.match(text, number.end):
        return True
    before = text[max(0, number.start - _CHARACTERS_BEFORE) : number.start]
    is_opening = _CLAUSE_BEFORE.search(before) is not None
    if not is_opening:
        return False
    if is_of_people and _DONE_BY_PEOPLE_AFTER.match(text, number.end):
        return True
    return _VERB_AFTER.match(text, number.end) is not None


def opens_with_count(text: str, number: Number, sentence_start: int) -> bool:
    """
    Return whether a sentence opens with a bare number that is said of many: "Two are in hospital."

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".
    sentence_start : int
        First character of its sentence.

    Returns
    -------
    bool
        It counts some of those whom the sentence before counted. False for one, and for a vague
        word.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "Forty guests fell ill. Two are in hospital. Two men left."
    >>> [opens_with_count(text, number, number.start) for number in parse_numbers(text)]
    [False, True, False]
    """
    if not _can_be_bare(number):
        return False
    before = text[sentence_start : number.start]
    return _OPENING.fullmatch(before) is not None and _MANY_ARE.match(text, number.end) is not None


def is_of_those(text: str, number: Number) -> bool:
    """
    Return whether a bare number counts some of those named before it: "Of those who died, 15 were".

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".

    Returns
    -------
    bool
        False unless what they did follows.
    """
    if not _can_be_bare(number) or _DID_AFTER.match(text, number.end) is None:
        return False
    return _OF_THOSE_BEFORE.search(text, max(0, number.start - 90), number.start) is not None


def tells_some_of(text: str, number: Number) -> bool:
    """
    Return whether a bare number counts some of what was counted before: "including 340 in Corby".

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".

    Returns
    -------
    bool
    """
    if not _can_be_bare(number) or _WHERE_AFTER.match(text, number.end) is None:
        return False
    return _SOME_OF_BEFORE.search(text, max(0, number.start - 30), number.start) is not None


def says_how_many(text: str, number: Number) -> bool:
    """
    Return whether a bare number ends a clause that says how many there were: "they say it had 210".

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".

    Returns
    -------
    bool
        It counts again what was counted before. False after "the missing" and their like, who may
        be counted instead.
    """
    if not _can_be_bare(number) or _CLAUSE_AFTER.match(text, number.end) is None:
        return False
    if _OF_THE_HARMED_BEFORE.search(text, max(0, number.start - 90), number.start) is not None:
        return False
    return _HAD_BEFORE.search(text, max(0, number.start - 60), number.start) is not None


def _can_be_bare(number: Number) -> bool:
    """Return whether a number may count without a noun: neither one nor a vague word."""
    is_vague = number.weak or number.qualifier in ("range", "vague")
    return not is_vague and number.text.lower() != "one"
