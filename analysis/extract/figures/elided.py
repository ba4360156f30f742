"""
Find bare numbers that another speaker gives of what was counted before: "the union says 740".

In: a text and the numbers of the grammar. Out: for each such number the place of the one that tells
what it counts, and the characters of its speaker. "Kabul admits to five dead of its own, Islamabad
to three", "a toll that the opposition put at 40", "the rebels 8", "insurers said it was nearer 75
million euros". Without them one side of a disagreement is lost, or its number is laid to the other
side.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.extract.figures.answered_numbers import (
    REACH,
    is_far_above,
    is_of_one_size,
    last_new,
    last_of_noun,
    last_of_people,
    says_of_whom,
)
from analysis.extract.figures.bare_counts import has_own_noun, is_bare_quantity
from analysis.extract.figures.counted import names_people
from analysis.extract.numbers.parse import Number
from analysis.extract.numbers.word_patterns import ANY_CASE, one_of
from analysis.extract.numbers.word_patterns import qualifier_words as _qualifiers

__all__ = ["Elided", "elided_numbers"]

CHARACTERS_OF_SPEAKER = 120
MOST_SENTENCES = 2  # that may end between a number and what it counts


_KINDS = ("count", "money", "percent")

_QUALIFIERS = rf"(?:(?:{_qualifiers()}|just|only|no\s+more\s+than)\s+)*"
_SAYS = one_of(
    r"""
    says? said claim(?:s|ed)? count(?:s|ed)? found estimate[sd]? reckon(?:s|ed)? report(?:s|ed)?
    c[ao]mes?\s+up\s+with arrive[sd]?\s+at confirm(?:s|ed)?
    admit(?:s|ted)? conced(?:es|ed) acknowledge[sd]? list(?:s|ed)? cite[sd]? record(?:s|ed)?
    announced? mentions? mentioned insists? insisted speaks?\s+of spoken\s+of spoke\s+of
    talks?\s+of talked\s+of calculate[sd]?(?:\s+with)? admit(?:s|ted)?\s+to confirm(?:s|ed)?\s+only
    st(?:ands?|ood)\s+by st(?:icks?|uck)\s+(?:to|with)
    """
)
_CORRECTS = r"""
    (?:rais|lower|revis|updat|correct|trimm|cut|increas|lift|improv)(?:es|ed|s)?\s+
    (?: (?:its|his|her|their|the)\s+(?:own\s+)?
        (?:count|figure|number|toll|tally|total|estimate|offer|bid|demand)
      | that | this | it )\s+to
"""
# "The insurers said it was more likely to be 75 million euros"
_IT_IS = r"""
    (?: (?:sa(?:id|ys?)|believe[sd]?|th(?:ink|inks|ought)|insist(?:s|ed)?|argue[sd]?
        |reckon(?:s|ed)?)\s+ (?:that\s+)?
      | t(?:old|ells?)\s+ (?:[\w’'-]+\s+){1,4}? that\s+ )
    (?:it|that|this|the\s+(?:real\s+|true\s+|actual\s+|right\s+)?(?:number|figure|toll|total|sum))
    \s+(?: (?:was|is|were|would\s+be|could\s+be|might\s+be|must\s+be|had\s+been)
        (?:\s+(?:(?:more\s+)?likely\s+to\s+be|in\s+fact|actually|really|now))?
        (?:\s+(?:closer\s+to|nearer(?:\s+to)?|more\s+like))?
      | (?:has\s+|had\s+)?(?:rise|rose|risen|gone|went|climbed|fallen|fell|dropped)\s+
        (?:up\s+|down\s+)?to )
    | sa(?:id|y|ys)\s+(?:that\s+)?the\s+(?:[\w-]+\s+){1,3}?(?:is|are|was|were)\s+
      (?:(?:in\s+fact|actually|really)\s+)?(?:closer\s+to|nearer\s+to|more\s+like)
"""
_GENERAL = one_of(
    """
    number figure toll total count tally crowd turnout attendance dead injured wounded missing
    losses size
    """
)
_PUTS = rf"""
    (?:puts?|putting|estimate[sd]?|estimating)\s+
    (?: it | them | that | this | (?:the|its|their)\s+{_GENERAL}(?:\s+of\s+[\w-]+(?:\s+[\w-]+)?)? )
    \s+at
    | (?:gives?|gave|giving)\s+(?:the|its|their|a)\s+{_GENERAL}\s+(?:as|of)
"""
_NO_SPEAKER = one_of(
    """
    in on at by of from with to for after when as that which who where while since until before
    over under during near into about between among including and or but if than because not no
    most mostly some many all both each every today yesterday tomorrow also then now there
    he she it they we i you this these those one another other others though although whereas
    has have had since against despite amid versus above below making puts put gives gave says said
    can could may might must shall should will would do does did is are was were be been
    """
)
_WORD = rf"(?!{_NO_SPEAKER}\b)[\w’'&/-]+(?:\.(?=\s(?-i:[a-z])))?"
_SPEAKER = (
    rf"(?:the\s+|an?\s+|its\s+|their\s+)?{_WORD}(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?{_WORD}){{0,5}}?"
)
# "Our comrades in Kayes, who carried the coffins, have counted 50"
_SPEAKER_GOES_ON = rf"""
    (?:\s+(?:in|at|from)\s+(?:the\s+)?{_WORD})?
    (?: ,\s+(?:who|which)\s+[^,.;]{{1,60}}, | ,\s+(?-i:[A-Z])[\w’'-]+(?:\s+[\w’'-]+){{0,3}},
      | ,\s+[a-z]+ed\s+by\s+[^,.;]{{1,40}},
      | \s+(?:that|who|which)\s+[a-z]+ed\s+(?:the\s+|an?\s+)?[\w’'-]+(?:\s+[\w’'-]+)? )?
"""
# "The union says 740"; the speaker may also be a pronoun.
_SAID_BEFORE = re.compile(
    rf"""
    (?: (?:^|[.;:!?,\n“”"(]\s*|\b(?:but|and|while|that|though|although|whereas)\s+)
        (?P<speaker>{_SPEAKER}){_SPEAKER_GOES_ON}
      | \b(?:he|she|it|they|we|another|others|some|one) )
    \s+(?:(?:has|have|had|itself|himself|herself|now|later|since|still|also|only|alone
          |\w+ly)\s+){{0,3}}
    (?: {_SAYS} | {_PUTS} | put\s+at | {_CORRECTS} | {_IT_IS} )
    \s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
# "It offered 50,000 pesos, and on Friday increased this to 150,000"
_CORRECTED_BEFORE = re.compile(
    rf"""
    (?:,\s+|\b(?:and|but|then)\s+)(?:(?:and|but)\s+)?
    (?:(?:on|last)\s+\w+\s+|(?:then|later|now|(?:has\s+)?since|\w+ly)\s+){{0,3}}
    (?:{_CORRECTS})\s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
# "A project, which counts only what pictures confirm, puts the figure at 146"
_PUTS_BEFORE = re.compile(rf",\s+(?:{_PUTS})\s+{_QUALIFIERS}$", ANY_CASE)
# "..., Islamabad to three", "..., the company 500"
_GAPPED_BEFORE = re.compile(
    r"(?:[,;]\s+(?:and\s+|but\s+|while\s+)?|\s(?:and|but|while)\s+(?=the\s|(?-i:[A-Z])))"
    # no "revising up an earlier count of 17"
    rf"(?P<speaker>(?!(?-i:[a-z])\w+ing\s){_SPEAKER})(?<!count)(?<!figure)(?<!toll)(?<!estimate)"
    rf"\s+(?:to\s+|of\s+|at\s+)?{_QUALIFIERS}$",
    ANY_CASE,
)
# "62 schools were closed. On Tuesday it was 58. By Friday night it had reached 70. By Sunday, 74."
_DAY_OR_HOUR = one_of(
    """
    monday tuesday wednesday thursday friday saturday sunday noon midday midnight nightfall dawn
    dusk evening morning
    """
)
_IT_WAS_BEFORE = re.compile(
    rf"""
    (?:^|[.;!?\n]\s*)
    (?: (?:(?:on|last|in)\s+[\w-]+|(?:a|one|the)\s+(?:day|week|month|year)\s+(?:earlier|ago|before)
          |yesterday|by\s+[\w-]+(?:\s+(?:night|morning|evening|afternoon|noon|lunchtime))?)
        ,?\s+(?:it|that|there|the\s+(?:number|figure|total|count|tally))\s+
        (?:was|were|had\s+been|stood\s+at
          |had\s+(?:reached|(?:risen|climbed|grown|fallen|gone\s+up)\s+to)|reached)
      | by\s+{_DAY_OR_HOUR}(?:\s+(?:night|morning|evening|afternoon))?, )
    \s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
# "Three more officers were hurt. That makes five since Thursday", "making the real number 1,900"
_MAKES_BEFORE = re.compile(
    rf"""
    (?: (?:^|[.;!?\n]\s*|,\s+)(?:that|this|which)\s+
        (?: (?:makes?|made) | (?:brings?|brought|takes?|took)\s+it\s+to )
      | ,\s+making(?:\s+it|\s+the\s+(?:real|true|actual)\s+(?:number|figure|total|toll|count))? )
    \s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
# "Official count: 46. Real count: 90."
_LABEL_BEFORE = re.compile(
    rf"""
    (?:^|[.;!?\n“”"]\s*)
    (?:(?:the|our|their|its)\s+)?
    (?:official|real|true|actual|final|latest|new|old|rival|lower|higher
      |(?P<speaker>government|ministry|police|army|union|rebel|opposition|hospital|company|police))?
    ['’]?s?\s*(?:count|toll|figure|number|tally|total|estimate|death\s+toll):\s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
_INSTITUTION = one_of(
    """
    ministry government army police union company rebels opposition authorities hospital hospitals
    organisers organizers regime officials mayor governor state agency group observatory commission
    council coroner prosecutors insurers junta palace presidency military navy association
    """
)
# "It repeats the number of the ministry, 31."
_OWNED_BEFORE = re.compile(
    rf"""
    \b(?:repeat|cite|quote|give|use|print|accept|echo|prefer|adopt|publish)(?:s|es|d|ed|ing)?\s+
    the\s+(?:number|figure|toll|count|tally|total|estimate)\s+(?:of|from|by)\s+
    (?P<speaker>(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?{_INSTITUTION}),\s+{_QUALIFIERS}$
    """,
    ANY_CASE,
)
_SAID_AFTER = re.compile(
    rf",\s+(?:says?|said|according\s+to)\s+(?P<speaker>{_SPEAKER})(?=\s*(?:[.,;:\n]|$)|\s+(?:on|in"
    r"|at)\b)",
    ANY_CASE,
)
_FIRST_HALF = re.compile(
    rf"(?:(?:^|[,;“”\"(]\s*)(?P<speaker>{_SPEAKER})\s+)?\b(?:{_SAYS}|{_PUTS}|according\s+to)\b",
    ANY_CASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:crowd|turnout|attendance|losses|dead|injured|wounded|missing)\s+"
    rf"(?:at|as|of|to)\s+{_QUALIFIERS}$",
    ANY_CASE,
)
# "Put the number of strikers at"
_OF_NAMED = re.compile(
    rf"\b{_GENERAL}\s+of\s+(?:the\s+)?(?P<noun>[\w-]+(?:\s+[\w-]+)?)\s+(?:at|as)\s+{_QUALIFIERS}$",
    ANY_CASE,
)
_CLAUSE_ENDS = re.compile(
    r"""
    \s* (?: [.,;:!?)”"\n] | $ )
    | \s+(?: and | but | while | or | according | altogether | in\s+all | in\s+total | so\s+far
          | since\s | this\s+(?:year|month|week|season)
          | on\s+\w+day | today | yesterday )\b
    | \s+(?: did | had | have | were | was )\s*[.;,)”"\n]
    """,
    ANY_CASE,
)
# "Organisers claimed 60,000 had come": of a crowd
_ATTENDED_AFTER = re.compile(
    r"\s+(?:had\s+|have\s+)?(?:c[ao]me|attended|t(?:oo|a)k(?:en)?\s+part|participated|marched"
    r"|rallied|protested|gathered|turned\s+(?:out|up)|show(?:ed|n)\s+up|joined\s+in"
    r"|were\s+(?:there|present|in\s+attendance))\s*(?:[.,;:!?)”\"\n]|$)",
    ANY_CASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“]?[A-Z])|\n+")
_NO_COUNT_AFTER = re.compile(r",\d|\.\d|\s?(?:am|pm|a\.m|p\.m|o['’]clock)\b", ANY_CASE)


class Elided(NamedTuple):
    """
    A bare number that somebody gives of what another number counts.

    Attributes
    ----------
    place, other : int
        Places of both numbers among those of the article.
    speaker : (int, int) or None
        Characters of who gives it; None for a pronoun.
    first_speaker : (int, int) or None
        Characters of who gives the other, where one verb serves for both.
    """

    place: int
    other: int
    speaker: tuple[int, int] | None
    first_speaker: tuple[int, int] | None = None


def elided_numbers(text: str, numbers: Sequence[Number]) -> list[Elided]:
    """
    Find every bare number that a speaker gives of what the number before counts.

    Parameters
    ----------
    text : str
    numbers : sequence of Number
        Those of the article, in reading order.

    Returns
    -------
    list of Elided
        In reading order. A later one may count what an earlier one does: "a witness counted seven,
        another spoke of five".

    Examples
    --------
    >>> from analysis.extract.numbers.parse import parse_numbers
    >>> text = "The firm will cut 740 jobs. The union says 610."
    >>> [(found.place, found.other) for found in elided_numbers(text, parse_numbers(text))]
    [(1, 0)]
    """
    found: list[Elided] = []
    counted: dict[int, int] = {}  # place of an elided number: place of the noun that it counts
    for place in range(1, len(numbers)):
        elided = _elided(text, numbers, place)
        if elided is None:
            continue
        other = counted.get(elided.other, elided.other)
        if elided.other not in counted and not _tells_what(
            text, numbers[elided.other], numbers[place]
        ):
            continue
        counted[place] = other
        found.append(elided._replace(other=other))
    return found


def _elided(text: str, numbers: Sequence[Number], place: int) -> Elided | None:
    """Return a bare number with its speaker and the number before; None if it is none."""
    number, previous = numbers[place], numbers[place - 1]
    if number.kind not in _KINDS or number.weak or number.qualifier == "vague":
        return None
    is_crowd = _ATTENDED_AFTER.match(text, number.end) is not None
    if not (is_crowd or _CLAUSE_ENDS.match(text, _end_of(number))):
        return None
    if _NO_COUNT_AFTER.match(text, number.end) or says_of_whom(text, number.start):
        return None
    if number.kind == "count" and has_own_noun(text, number):
        return None
    if number.start - previous.end > REACH:
        return None
    between = text[previous.end : number.start]
    n_sentences = len(_SENTENCE_ENDS.findall(between))
    if n_sentences > MOST_SENTENCES:
        return None
    stop = number.start if number.unit is None else number.unit.start
    start = max(0, stop - CHARACTERS_OF_SPEAKER)
    before = text[start:stop]
    said = (
        # with its place, so that no sentence seems to begin where the words are cut
        _SAID_BEFORE.search(text, start, stop)
        or _OWNED_BEFORE.search(text, start, stop)
        or _LABEL_BEFORE.search(text, start, stop)
        or _IT_WAS_BEFORE.search(text, start, stop)
        or _MAKES_BEFORE.search(text, start, stop)
        or _PUTS_BEFORE.search(text, start, stop)
        or _CORRECTED_BEFORE.search(text, start, stop)
    )
    if said is not None:
        other = last_new(text, numbers, place, said.start())
        named = _OF_NAMED.search(before)
        names_who = named is not None and names_people(named["noun"])
        if is_crowd or names_who or _OF_PEOPLE.search(before):
            other = last_of_people(text, numbers, place)
        elif named is not None:
            other = last_of_noun(text, numbers, place, named["noun"])
        speaker = _span(said, 0) or _speaker_after(text, number.end)
        return None if other is None else Elided(place, other, speaker)
    gapped = _GAPPED_BEFORE.search(before)
    if gapped is None or n_sentences > 0 or start + gapped.start() < previous.end:
        return None
    sentence = _sentence_start(text, previous.start)
    first_half = _FIRST_HALF.search(text[sentence : previous.start])
    if first_half is None:
        return None
    return Elided(place, place - 1, _span(gapped, start), _span(first_half, sentence))


def _end_of(number: Number) -> int:
    """Return where a number ends together with its unit."""
    return number.end if number.unit is None else max(number.end, number.unit.end)


def _speaker_after(text: str, end: int) -> tuple[int, int] | None:
    """Return who says a number that a label tells: "Real count: 90, say foreign doctors"."""
    said = _SAID_AFTER.match(text, end)
    return None if said is None else said.span("speaker")


def _span(match: re.Match[str], offset: int) -> tuple[int, int] | None:
    """Return the characters of the speaker of a match, if it names one."""
    if match.groupdict().get("speaker") is None:
        return None
    return offset + match.start("speaker"), offset + match.end("speaker")


def _sentence_start(text: str, position: int) -> int:
    """Return where the sentence of a character starts, or where the search for it gives up."""
    first = max(0, position - REACH)
    start = first
    for end in _SENTENCE_ENDS.finditer(text, first, position):
        start = end.end()
    return start


def _tells_what(text: str, number: Number, bare: Number) -> bool:
    """Return whether a number has a noun or the unit of a bare one, or may be one of people."""
    if bare.kind == "count" and number.kind in ("money", "measure"):
        return is_of_one_size(number, bare)
    if number.kind != bare.kind:
        return False
    if number.kind != "count":
        return True
    if is_far_above(bare, number):
        return False
    if has_own_noun(text, number) or not _CLAUSE_ENDS.match(text, number.end):
        return True
    return is_bare_quantity(text, number)  # "put the number of strikers at 11,000"
