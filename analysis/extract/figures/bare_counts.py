"""
Decide whether a count without a noun after it states a quantity.

In: a text and a number of the grammar, of kind "count". Out: True or False. "That number was 465",
"about 4,600", "more than a million by the organisers' count" and "24 of them" do; a bare small
number is more often a label, a rank or a score.
"""

import re

from analysis.extract.figures.changes import FALL, RISE
from analysis.extract.figures.counted import counted_phrase, is_plural
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.qualifiers import after_joined
from analysis.extract.numbers.word_patterns import ANY_CASE, quantifier_lists

__all__ = [
    "has_own_noun",
    "is_aboard",
    "is_bare_quantity",
    "is_in_a_place",
    "is_of_which",
    "noun_of_bare",
]

_LARGE = re.compile(
    r"\d,\d{3}|(?:hundred|thousand|million|billion|trillion|lakhs?|crores?)s?$|\d(?:m|mn|bn|tn)$",
    ANY_CASE,
)
_OF_THEM_AFTER = re.compile(
    r"\s+of\s+(?:them|those|these|us|which|whom|\d|(?:the|its|their|his|her|our)\b|[\w.]+['’]s?\s)",
    ANY_CASE,
)
# "56 drones, of which [41] were shot down"
_OF_WHICH_BEFORE = re.compile(
    r"\bof\s+(?:which|whom|them|these|those)\s*,?\s+"
    r"(?:(?:about|nearly|almost|around|some|only|just|at\s+least|more\s+than)\s+)?$",
    ANY_CASE,
)
_TOTAL_BEFORE = re.compile(
    r"""
    \b(?P<head>total | number | count | tally | toll | figure | population | backlog
      | record | cases | attendance | turnout | membership | majority | margin | output
      | waiting\s+list | list(?=\s+(?:ha[sd]\s+)?(?:grown|grew|risen|rose|st(?:and|oo)ds?)\b)
      | (?<=put\ the\ )crowd
      | (?<=puts\ the\ )crowd | crowd(?=\s+(?:of|at)\b) )s?\b
    (?:\s+of\s+(?!about\b|nearly\b|some\b|over\b)
      (?P<noun>(?:[a-z]+\s+)?(?!was\b|is\b|has\b)[a-z]+s)\b)?
    (?:(?!\sand\s(?:the|its|their)\b)[^.;:]){0,50}?
    \b(?:to|of|was|is|were|are|at|as|hit|reached|reaches|stands?|stood|up|down|from)\s+
    (?:(?:about|nearly|almost|around|some|over|at\s+least|(?:more|less|fewer)\s+than|under
      |the\s+current)\s+)?$
    """,
    ANY_CASE,
)
# "It rose by 2 million to 98 million", "from 52 to 42", "by 218 votes to 211"
_CHANGED_BEFORE = re.compile(
    r"""
    \b(?: (?:by|from)\s+[\d.,]+(?:\s+(?:hundred|thousand|million|billion|trillion|lakh|crore))?\s+to
       | from\s+[\d.,]+\s+(?:[a-z-]{4,}\s+){1,2}to
       | from\s+[\d.,]+(?:\s+(?:thousand|million|billion|lakh|crore))?\s+
         (?:in\s+(?:[A-Z]\w+\s+)?\d{4}|(?:last|a)\s+\w+(?:\s+(?:ago|earlier|before))?)\s+to
       | (?:by\s+)?[\d,]+\s+votes?\s+(?:to|against) )\s+
    (?:(?:about|nearly|almost|around|some)\s+)?$
    """,
    ANY_CASE,
)
_CHANGING_BEFORE = re.compile(
    rf"\b(?:{RISE}|{FALL})\s+by\s+(?:about\s+|nearly\s+|almost\s+|some\s+)?$", ANY_CASE
)
# "15 seats, up from nine"
_COMPARED_BEFORE = re.compile(r"\b(?:up|down)\s+from\s+(?:about\s+|just\s+)?$", ANY_CASE)
# "The index rose to 71.6 from 64.4"
_DECIMAL = re.compile(r"\d[\d,]*\.\d+")
_INDEX_BEFORE = re.compile(
    r"\b(?:index|gauge|sentiment|PMI|score|reading|average|ratio|level)\b"
    r"[^;]*?\b(?:to|at|of|from|was|is|stood|hit)\s+(?:about\s+|around\s+)?$",
    ANY_CASE,
)
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:including|among\s+them"
    r"|in|across|over|at|from|near|through|throughout|around|outside|inside"
    r"|(?:taken|rushed|brought|airlifted|evacuated|admitted)\s+(?:\w+ly\s+)?to)\s+"
    r"(?:(?:about|nearly|almost|some|at\s+least|more\s+than|all|the|these|those)\s+){0,2}$",
    ANY_CASE,
)
_PER_AFTER = re.compile(
    r"\s+(?:per|a|an|each)\s+(?:day|week|month|year|hour|minute|person)\b", ANY_CASE
)
# "The number of people on board was put at 142"
_NUMBER_ABOARD_BEFORE = re.compile(
    r"\b(?:number|count|total)\s+(?:of\s+(?:people|those|passengers)\s+)?(?:aboard|on\s+board)\b"
    r"[^.;,\d]{0,40}$",
    ANY_CASE,
)
_ABOARD_AFTER = re.compile(r"\s+(?:aboard|on\s+board)\b", ANY_CASE)
_IN_ALL_AFTER = re.compile(r"\s+(?:altogether|in\s+all|in\s+total|overall)\b", ANY_CASE)
_OWNED_AFTER = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|[\w.]+['’]s?)\s+){1,2}"
    r"(?:(?:\d[\d,.]*|\w+\s+million|million)\s+)?(?P<noun>[a-z]+)\b",
    ANY_CASE,
)
# "Claims of 70 dead are a lie", "the dead could exceed 90": who denies or fears states no count.
_HARMED_AFTER = re.compile(
    r"\s+(?:dead|deaths|killed|wounded|injured|hurt|missing|casualties|fatalities)\b", ANY_CASE
)
_TOLL_THAT_MAY_BE = re.compile(
    r"""
    \b(?:dead|deaths|toll|casualties|fatalities|victims|injured|wounded|killed|missing)\b
    [^.;:]{0,30}? \b(?:could|might|may|would)\s+
    (?:well\s+|yet\s+|still\s+|eventually\s+)?[a-z]+\s+(?:to\s+|as\s+)?$
    """,
    ANY_CASE,
)
# "Total donors: 525,000"
_LABEL_BEFORE = re.compile(
    r"(?P<label>(?:[A-Z][\w’'-]*\s(?:[a-z]+\s)?)?(?P<noun>[A-Za-z][\w’'-]*))\s?:\s*$"
)
# "A shift of around 30 had gone down"
_GROUP_BEFORE = re.compile(
    r"""
    \b(?:an?|the|his|her|its|their|our|my)\s+(?:[a-z-]+\s+)?
    (?P<noun>shift|crew|team|squad|gang|party|family|household|delegation|convoy|fleet|staff
      |workforce|audience|choir|cohort|contingent|garrison|congregation)\s+of\s+
    (?:(?:about|nearly|almost|around|some|at\s+least|more\s+than|over|just)\s+)?$
    """,
    ANY_CASE,
)
# "A gang of five": its members, and not "a family of four needs so much a month"
_TEAM_BEFORE = re.compile(
    r"\b(?:an?|the|its|their|his|her)\s+(?:[a-z-]+\s+)?(?:team|gang|jury|crew|committee|panel|squad"
    r"|delegation|board)\s+of\s+$",
    ANY_CASE,
)
# "A crowd that organisers put at 4,000"
_PUT_AT_BEFORE = re.compile(
    r"""
    \b(?:an?|the)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]+)\s+(?:that\s+|which\s+)?
    (?:(?:the|its|their|local|some)\s+)?(?:[\w’'-]+\s+){1,3}?
    (?:put|puts|estimated|estimates?|counted|reckoned)\s+at\s+
    (?:(?:about|nearly|almost|around|some|at\s+least|more\s+than|over)\s+)?$
    """,
    ANY_CASE,
)
# "Police put the union's march at 38,000"
_GATHERING_PUT_BEFORE = re.compile(
    r"""
    \b(?:put|puts|putting|estimated?|estimates)\s+(?:the|its|their|that)\s+(?:[\w’'-]+\s+){0,2}?
    (?P<noun>crowd|march|rally|protest|demonstration|procession|vigil|gathering|parade)\s+at\s+
    (?:(?:about|nearly|almost|around|some|at\s+least|more\s+than|over|only|just|(?:up\s)?to)\s+)?$
    """,
    ANY_CASE,
)
_OF_THESE_AFTER = re.compile(r"\s+of\s+(?:them|those|these|which)\b", ANY_CASE)
# "Asylum applications rose from 5,523 in 2009 to 81,864"
_CHANGED_SUBJECT_BEFORE = re.compile(
    rf"""
    (?<![\w’'-])(?P<noun>(?:(?!(?:the|and|of|in|that|when|as|while|but)\b)[A-Za-z][\w’'-]*\s+)?
      [A-Za-z][a-z]+s)\s+
    (?:(?:have|has|had|more\s+than|nearly|almost|also|then)\s+){{0,2}}
    (?:{RISE}|{FALL}|went|doubled|trebled|tripled|quadrupled|multiplied|\w+tupled)\s+
    (?:\w+ly\s+)?
    (?:from\s+[\d.,]+(?:\s+(?:thousand|million|billion|lakh|crore))?
      (?:\s+(?:in\s+(?:[A-Z]\w+\s+)?\d{{4}}|(?:last|a)\s+\w+(?:\s+(?:ago|earlier|before))?))?
      \s+to|from)\s+
    (?:(?:about|nearly|almost|around|some|over|just|more\s+than)\s+)?$
    """,
    ANY_CASE,
)
_PUT_BEFORE = (_PUT_AT_BEFORE, _GATHERING_PUT_BEFORE, _CHANGED_SUBJECT_BEFORE)
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
CHARACTERS_BEFORE = 70


def is_bare_quantity(text: str, number: Number) -> bool:
    """
    Return whether a count without a noun states a quantity.

    Parameters
    ----------
    text : str
    number : Number
        Of kind "count".

    Returns
    -------
    bool
    """
    if number.text.lower() == "one" or number.qualifier == "range":
        return False
    if _HARMED_AFTER.match(text, number.end):
        return False
    if number.weak:
        return _OF_THEM_AFTER.match(text, number.end) is not None
    if number.qualifier == "vague":
        return len(number.text.split()) > 1
    before = text[max(0, number.start - CHARACTERS_BEFORE) : number.start]
    if _TOLL_THAT_MAY_BE.search(before):
        return False
    if _LARGE.search(number.text):
        return True
    if number.qualifier != "exact" and (number.text[0].isdigit() or _is_ten_or_more(number)):
        return True
    for pattern in (_OF_THEM_AFTER, _PER_AFTER, _IN_ALL_AFTER, _ABOARD_AFTER):
        if pattern.match(text, number.end):
            return True
    for pattern in (
        _COMPARED_BEFORE,
        _CHANGING_BEFORE,
        _OF_WHICH_BEFORE,
        _TEAM_BEFORE,
        *_PUT_BEFORE,
    ):
        if pattern.search(before):
            return True
    if _DECIMAL.fullmatch(number.text) and _INDEX_BEFORE.search(before):
        return True
    if _CHANGED_BEFORE.search(before):
        return True
    return _TOTAL_BEFORE.search(before) is not None


def is_of_which(text: str, number: Number) -> bool:
    """Return whether a number is some of what one before it counts or measures: "of which 41"."""
    return _OF_WHICH_BEFORE.search(text, max(0, number.start - 40), number.start) is not None


def is_aboard(text: str, number: Number) -> bool:
    """Return whether a bare number counts people: "with 189 on board"."""
    if _ABOARD_AFTER.match(text, number.end):
        return True
    return _NUMBER_ABOARD_BEFORE.search(text, max(0, number.start - 90), number.start) is not None


def has_own_noun(text: str, number: Number) -> bool:
    """
    Return whether a plural noun follows a number: "44 homes", not "44 on Monday".

    Parameters
    ----------
    text : str
    number : Number

    Returns
    -------
    bool
    """
    return counted_phrase(text, after_joined(text, number.end)) is not None


def is_in_a_place(text: str, number: Number) -> bool:
    """
    Return whether a number counts where something is, or people are taken: "over six regions".

    Parameters
    ----------
    text : str
    number : Number

    Returns
    -------
    bool
        "Of them" after such a number speaks of what was counted before it.

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "The firm cut 37 jobs in six towns."
    >>> [is_in_a_place(text, number) for number in parse_numbers(text)]
    [False, True]
    """
    return _PREPOSITION_BEFORE.search(text, max(0, number.start - 40), number.start) is not None


def _is_ten_or_more(number: Number) -> bool:
    """Return whether a number is too large for a word of another meaning: "at least a dozen"."""
    return max(number.low or 0, number.high or 0) >= 10


def noun_of_bare(
    text: str, number: Number, sentence: tuple[int, int], before: tuple[int, int] | None
) -> tuple[int, int] | None:
    """
    Find what a count without a noun after it counts.

    Parameters
    ----------
    text : str
    number : Number
    sentence : (int, int)
        Characters of the sentence.
    before : (int, int) or None
        What the last count of the same sentence counts.

    Returns
    -------
    (int, int) or None
        The noun of "3,000 of Lyft's 20,000 bikes" or "the number of cases rose to 700"; else that
        of the count before.
    """
    owned = _OWNED_AFTER.match(text, number.end, sentence[1])
    if owned is not None:
        return owned.span("noun")
    start = max(sentence[0], number.start - CHARACTERS_BEFORE)
    label = _LABEL_BEFORE.search(text[start : number.start])
    if label is not None and is_plural(label["noun"]):
        return start + label.start("label"), start + label.end("label")
    named = _named_group(text, start, number.start)
    if named is not None:
        return named
    is_theirs = before is None and _OF_THESE_AFTER.match(text, number.end) is not None
    return _nearest_plural(text, start, number.start) if is_theirs else before


def _named_group(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the noun of "the number of cases rose to" and "a shift of" before a number."""
    total = _TOTAL_BEFORE.search(text[start:stop])
    if total is not None:
        group = "noun" if total["noun"] else "head"
        return start + total.start(group), start + total.end(group)
    for pattern in (*_PUT_BEFORE, _GROUP_BEFORE):
        found = pattern.search(text[start:stop])
        if found is not None:
            return start + found.start("noun"), start + found.end("noun")
    return None


def _nearest_plural(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the plural noun that "12 million of them" stands for, the nearest before it."""
    words = _SMALL_WORD.finditer(text, start, stop)
    ends = quantifier_lists()["ends_noun"]["words"]
    nouns = [word for word in words if is_plural(word[0]) and word[0] not in ends]
    return nouns[-1].span() if nouns else None
