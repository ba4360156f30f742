"""
Find the qualifier of a number.

In: a text and the position of a number. Out: a qualifier with its position. The value is
parsed by ``analysis.extract.numbers.values``; numbers that are not counts are recognised by
``analysis.extract.numbers.non_counts``. Word lists: ``data/lexicons/quantifiers.toml``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.extract.numbers.over_words import is_during, says_where
from analysis.extract.numbers.units import Unit, is_duration, unit_of
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import (
    ANY_CASE,
    QUALIFYING,
    alternatives,
    one_of,
    quantifier_lists,
)

__all__ = ["Qualifier", "after_joined", "printed_qualifier", "qualifier_of"]

MOST_QUALIFIERS = 3  # looked for before one number: "at least some 20"
CHARACTERS_BEFORE = 40
CHARACTERS_AFTER = 60
# Words that may come between a qualifier and its number: "at least another 20".
_LINKING_WORDS = one_of(
    r"""
    an?other a\s+further further additional a\s+total\s+of
    an?\s+(?:height|speed|depth|distance|length|width|weight|cost|maximum|peak)\s+of
    a an the their all
    """
)
# "More than the 41 that the army counts" states 41, with which it compares another number.
_COMPARING = (" than", "below", "under", "above", "a fraction of")
# "The toll passed 40", but "the bus passed 12 checkpoints" and "he passed two laws"
_PASSED = ("passed", "passes")
_LONGEST_SUBJECT = 80  # characters
_AMOUNT_BEFORE = re.compile(
    r"""
    \b(?: tolls? | numbers? | totals? | figures? | counts? | tally | deaths? | dead | casualties
        | fatalities | injuries | injured | cases | infections | victims | damages? | costs?
        | losses | sales | prices? | populations? | temperatures? | turnout | signatures?
        | donations | debts? | values? | wealth | index | revenues? | profits? | speeds? | winds?
        | gusts? | arrests | displaced | evacuees | spending | rates? | visitors | users
        | subscribers | membership | crowds? | attendance | levels? | river | water | inflation
        | missing )\b
    (?:[^.;,\n]|[.,]\d){0,60}$
    """,
    ANY_CASE,
)
_BEFORE_OBJECT = re.compile(r"\s*\b(?:an?|its|his|her|their|our|this|that|these)\b", ANY_CASE)
# A page cannot set these before a number alone: verbs, and words that need others before them.
_NOT_ALONE = frozenset(
    (
        *("exceeding", "exceeds", "exceeded", "exceed", "surpassing", "surpasses", "surpassed"),
        *("surpass", "topped", "tops", "topping", "passes", "passed", "past", "within", "nearing"),
        *("approaching", "as much", "estimated", "estimated at", "nearer", "more like", "maybe"),
        *("possibly", "probably", "anything less than", "nothing less than", "minimum of"),
        *("maximum of", "a fraction of", "in the order of", "on the order of"),
    )
)
_DENIED_BEFORE = re.compile(r"(?:\bnot|\bnever|n['’]t)\s+$", re.IGNORECASE)
# So does "it tops the 42 that was offered", but not "tops the 1,000 mark".
_TOPPING = tuple("tops topped topping exceeds exceeded exceeding surpasses surpassed".split())
# "did not fall below 27 degrees" states at least 27
_NOT_SO: dict[str, str] = dict.fromkeys(
    "above over beyond exceed exceeds exceeded exceeding topped surpassed passed".split(), "at_most"
)
_NOT_SO["below"] = "at_least"
_NOT_SO["under"] = "at_least"
_NOT_SO["more than"] = "at_most"
_NOT_BEFORE = re.compile(
    r"(?:\bnot|\bnever|n['’]t)\s+(?:to\s+)?"
    r"(?:an?\s+(?:single\s+)?(?:cent|penny|dollar|euro|pound|day|minute|inch|metre|soul)\s+)?"
    r"(?:(?:f[ae]ll|fallen|drop(?:ped)?|dip(?:ped)?|s[aiu]nk|go|gone|went|got|get|gotten|rise|risen"
    r"|rose|climb(?:ed)?|cost|last|take|charge|pay|award|spend|hold|seat|earn|contain|carry|admit"
    r"|employ|been)\s+)?$",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"\s+(?:[\w-]+\s+)?(?:mark|barrier|threshold|level|milestone|line)\b")
_COMPARED = re.compile(r"\s+(?:the|its|their|his|her)\s*[$€£]?\s*", re.IGNORECASE)
# "300-odd", "12-plus", "20+"
_JOINED_AFTER = re.compile(r"\+ | [-\s](?P<approx>odd)\b | -(?P<plus>plus)\b", ANY_CASE)
_MEANS = frozenset({"an average of", "nowhere near"})
_OF_COUNTS_ONLY = ("and counting",)


# "Has gone up to 27" and "revised it up to 27" state 27, "up to 27 people" a ceiling.
_UP_TO = "up to"
_RISEN_BEFORE = re.compile(
    r"""
    (?<!could\s)(?<!may\s)(?<!might\s)(?<!can\s)
    \b(?: (?: go(?:es|ne|ing)? | went | ris(?:e[ns]?|ing) | rose | climb(?:s|ed|ing)? | crept
          | creep(?:s|ing) | inch(?:es|ed|ing) | tick(?:s|ed|ing) | mount(?:s|ed|ing)
          | sho(?:t|ots) | gr(?:ew|own|ows)
          | (?:mov|edg|nudg)(?:es|ed|ing) | (?:jump|add)(?:s|ed|ing)? | sum(?:s|med|ming)? )
      | (?: push(?:ed|es|ing)? | t(?:ook|aken|akes|aking) | rais(?:ed|es|ing)
          | br(?:ings|ought|inging) | driv(?:es?|en|ing) | drove | sen(?:ds?|t|ding)
          | lift(?:s|ed)? )
        \s+(?: it | (?:the|its|his|their)\s+(?:\w+\s+){0,2}?(?:toll|total|number|count|tally|dead)
          | (?:[A-Z][\w.]*\s+)?(?:\w+\s+)?(?:toll|count|tally) )
      | (?:revis | adjust | correct)(?:e[sd]?|ing|ed|s)(?:\s+(?!to\b)[a-z][\w’'-]*){0,4}
    )\s+$
    """,
    ANY_CASE,
)


# "Its past five inspections" counts five, "went past five" more.
_PAST = "past"
_WITHIN = "within"
# "What we know about the $4 million demand"
_ABOUT = "about"
_KNOWN_BEFORE = re.compile(
    r"\b(?:kn[eo]w[ns]?|talk\w*|ask\w*|uneas[ye]\w*|nervous|upset|anxious"
    r"|t[eo]ll?|told|speak|spoke|th(?:ink|ought)|worr\w+"
    r"|complain\w*|lie[ds]?|questions?|concern\w*|stor(?:y|ies)|doubts?|clear|happy|angry|sure|all"
    r"|more|(?:no|any|some|every)thing|[ie]nquir(?:y|ies)|quer(?:y|ies)|tip-?offs?)\s+$",
    ANY_CASE,
)
_PERIOD_BEFORE = re.compile(r"\b(?:the|its|his|her|their|our|my|these|those)\s+$", re.IGNORECASE)
# "Flew over six regions" and "a row over 300 jobs" tell where and about what; "visited over six
# regions" counts them.
_OVER = ("over", "above")
_PREPOSITIONS = (*_OVER, "under", "below", "beyond", "past", "near")
_A = re.compile(r"\s+an?\s", ANY_CASE)
_ARTICLE = re.compile(r"\s+(?:an?|the|its|their|his|her|this|that)\s+", ANY_CASE)
# "Cases pass 3,400", "the bill could top $300 million", but not "may pass 12 bills"
_PASSING_BEFORE = re.compile(
    r"""
    \b(?:could|may|might|will|would|can|to|cases|deaths|arrests|losses|costs?|toll|infections)\s+
    (?:soon\s+|yet\s+|still\s+)? (?P<verb>top|pass)\s+$
    """,
    ANY_CASE,
)
_NO_NOUN_AFTER = re.compile(
    r"\s*(?:[.,;:)!?\n]|$)|\s+(?:as|in|by|after|with|for|on|at|amid|while|when|since|mark)\b",
    ANY_CASE,
)
# "25 years to life": a sentence in prison
_TO_LIFE_AFTER = re.compile(r"\s+to\s+life\b", ANY_CASE)


class Qualifier(NamedTuple):
    """A qualifier and its characters; both None if the number has none."""

    name: str | None
    span: tuple[int, int] | None


NO_QUALIFIER = Qualifier(None, None)


class _PhrasePattern(NamedTuple):
    """A pattern whose first group is a phrase, and the qualifier of each phrase."""

    pattern: re.Pattern[str]
    names: dict[str, str]


def _names_of_phrases(side: str) -> dict[str, str]:
    """Return the qualifier of each phrase that is written ``before`` or ``after`` its number."""
    names: dict[str, str] = {}
    for name in QUALIFYING:
        names |= dict.fromkeys(quantifier_lists()[name].get(side, ()), name)
    return names


@lru_cache(maxsize=1)
def _phrase_before() -> _PhrasePattern:
    names = _names_of_phrases("before")
    pattern = rf"""
        (?: (?<![\w-])(?=\w) | (?=[^\w\s]) )   # a whole word, or a sign such as "~"
        ({alternatives(names)})
        (?: \s+{_LINKING_WORDS} )?
        \s*$
    """
    return _PhrasePattern(re.compile(pattern, ANY_CASE), names)


@lru_cache(maxsize=1)
def _phrase_after() -> _PhrasePattern:
    names = _names_of_phrases("after")
    pattern = rf"""
        # up to three words may separate number and qualifier ("125 terrorists at least") ...
        (?: [^\S\n]+ (?!and\b|or\b|while\b) [^\W\d][\w-]* ){{0,3}}?
        ,?[^\S\n]+ ({alternatives(names)})\b
        (?! \s+(?:or\s+minus|than)\b )   # "18.7 percent, or less than a third"
        (?! (?<=plus)\s+(?:an?|the|its|his|her|their|another|free|more|tax|costs|interest)\b )
        (?! \s+[$€£¥₹]?(?:{NUMBER}) )   # ... but the qualifier must not belong to a second number
    """
    return _PhrasePattern(re.compile(pattern, ANY_CASE), names)


def qualifier_of(text: str, start: int, end: int) -> Qualifier:
    """
    Find what qualifies a number, before or after it.

    A bound ("at least") takes precedence over an estimate ("some"), even if the estimate is nearer:
    "at least some 20" is ``at_least``. Among bounds the nearest before the number comes first. The
    sign of a currency before the number and a unit after it are skipped.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    Qualifier
        One of ``QUALIFYING`` with its characters; ``(None, None)`` if nothing qualifies the number,
        and no name, but characters, where the number is only called a mean.
    """
    unit = unit_of(text, start, end)
    found = _qualifiers_before(text, unit.start, end) or _passing_before(text, unit)
    after = _qualifier_after(text, end) or _qualifier_after(text, unit.end)
    to_life = _TO_LIFE_AFTER.match(text, unit.end) if is_duration(unit) else None
    if to_life is not None:
        return Qualifier("at_least", to_life.span())
    if after is not None and unit.kind != "count" and _is_of_counts_only(text, after):
        after = None
    if after is not None:
        found.append(after)
    for qualifier in found:
        if qualifier.name != "approx":
            return qualifier
    for qualifier in found:
        if not _is_mean(text, qualifier):
            return qualifier
    return Qualifier(None, found[0].span) if found else NO_QUALIFIER


def printed_qualifier(text: str, start: int, end: int, name: str | None) -> str | None:
    """
    Return the words before a number that say how exact it is.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    name : str or None
        The qualifier that they have to say.

    Returns
    -------
    str or None
        In lower case: "almost", "no fewer than". None where no words do, where they follow the
        number ("300-odd"), are turned round ("did not fall below"), are a verb ("passed") or say
        nothing alone ("probably").

    Examples
    --------
    >>> printed_qualifier("Almost $40 million", 8, 18, "approx")
    'almost'
    """
    found = qualifier_of(text, start, end)
    if found.name != name or found.span is None or found.span[1] > start:
        return None
    words = _normalised(text[slice(*found.span)])
    if words in _NOT_ALONE or _phrase_before().names.get(words) != name:
        return None
    if _DENIED_BEFORE.search(text[max(0, found.span[0] - CHARACTERS_BEFORE) : found.span[0]]):
        return None
    return words


def _is_mean(text: str, qualifier: Qualifier) -> bool:
    """Return whether words call a number a mean, which is as exact as any: "an average of"."""
    return qualifier.span is not None and _normalised(text[slice(*qualifier.span)]) in _MEANS


def _is_of_counts_only(text: str, qualifier: Qualifier) -> bool:
    """Return whether a qualifier after a sum or a measure tells the time instead."""
    if qualifier.span is None:
        return False
    return _normalised(text[slice(*qualifier.span)]) in _OF_COUNTS_ONLY


def _qualifiers_before(text: str, start: int, end: int) -> list[Qualifier]:
    """Find the qualifiers directly before a number, nearest first."""
    found: list[Qualifier] = []
    phrases = _phrase_before()
    stop = start
    while len(found) < MOST_QUALIFIERS:
        window = max(0, stop - CHARACTERS_BEFORE)
        match = phrases.pattern.search(text[window:stop])
        if match is None:
            break
        phrase = match[1]
        is_sign = not (phrase[-1].isalnum() or phrase[-1] == ".")
        if is_sign and not (text[start].isdigit() or text[start] in "$€£"):
            break  # "~" and ">" qualify digits only
        opposite = _NOT_SO.get(_normalised(phrase))
        if opposite is not None and _NOT_BEFORE.search(text[window : window + match.start(1)]):
            found.append(Qualifier(opposite, (window + match.start(1), window + match.end(1))))
            break
        is_comparing = _normalised(phrase).endswith(_COMPARING) or (
            _normalised(phrase) in _TOPPING and not _MARK_AFTER.match(text, end)
        )
        if is_comparing and _COMPARED.fullmatch(text[window + match.end(1) : start]):
            break
        phrase_start = window + match.start(1)
        if _normalised(phrase) == _PAST and (
            _PERIOD_BEFORE.search(text[window:phrase_start])
            or _A.match(text, window + match.end(1), start)
        ):
            break  # "its past five inspections", "walked past a $400,000 clock"
        is_passing = _normalised(phrase) in _PASSED
        if is_passing and _BEFORE_OBJECT.match(text, window + match.end(1), start):
            break  # "passed a $4.5 million budget"
        if is_passing and not _is_passed_by_amount(text, phrase_start):
            break
        if _normalised(phrase) == _UP_TO and _RISEN_BEFORE.search(text[window:phrase_start]):
            break
        if _normalised(phrase) == _ABOUT and _KNOWN_BEFORE.search(text[window:phrase_start]):
            break
        if _normalised(phrase) == _WITHIN and phrase_start + len(phrase) + 1 < start:
            break  # "within a five-day span"
        if _is_preposition(text, phrase, window + match.end(1), start, end):
            break  # "under a five-year contract"
        if _normalised(phrase) in _OVER and (
            found
            or says_where(text, phrase_start, end)
            or is_during(text, window + match.end(1), start, end)
        ):
            break  # "rolled over about six kilometres from the harbour", "over the three seasons"
        span = (phrase_start, phrase_start + len(phrase))
        found.append(Qualifier(phrases.names[_normalised(phrase)], span))
        stop = phrase_start
    return found


def _is_preposition(
    text: str,
    phrase: str,
    phrase_end: int,
    start: int,
    end: int,
) -> bool:
    """Return whether a word before "a five-year plan" tells where it stands: "under", "over"."""
    if _normalised(phrase) not in _PREPOSITIONS or text[end : end + 1] != "-":
        return False
    return _ARTICLE.fullmatch(text, phrase_end, start) is not None


def _passing_before(text: str, unit: Unit) -> list[Qualifier]:
    """Return the verb before a number that something passes: "cases pass 3,400"."""
    window = max(0, unit.start - CHARACTERS_BEFORE)
    found = _PASSING_BEFORE.search(text[window : unit.start])
    if found is None or not _NO_NOUN_AFTER.match(text, unit.end):
        return []
    return [Qualifier("more_than", (window + found.start("verb"), window + found.end("verb")))]


def _is_passed_by_amount(text: str, passed: int) -> bool:
    """Return whether an amount is what passed a number, whose verb starts at a character."""
    before = text[max(0, passed - _LONGEST_SUBJECT) : passed]
    return _AMOUNT_BEFORE.search(before) is not None


def _qualifier_after(text: str, end: int) -> Qualifier | None:
    """Find the qualifier after a number: "20+", "20 or more"."""
    joined = _JOINED_AFTER.match(text, end)
    if joined is not None:
        return Qualifier("approx" if joined["approx"] else "at_least", joined.span())
    phrases = _phrase_after()
    match = phrases.pattern.match(text, end, end + CHARACTERS_AFTER)
    if match is None:
        return None
    phrase = _normalised(match[1])
    return Qualifier(phrases.names[phrase], match.span(1))


def _normalised(phrase: str) -> str:
    """Return a phrase in lower case with single spaces."""
    return re.sub(r"\s+", " ", phrase.lower())


def after_joined(text: str, end: int) -> int:
    """
    Return where a number ends together with a qualifier that is joined to it: "20+", "300-odd".

    Parameters
    ----------
    text : str
    end : int
        Character after the number.

    Returns
    -------
    int
    """
    joined = _JOINED_AFTER.match(text, end)
    return end if joined is None else joined.end()
