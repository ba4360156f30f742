"""
Find what a percentage, a sum of money or a measure is of, and whose it is.

In: a text, a number and the sentence that holds it. Out: the words for what is measured and for
whom it belongs to. It needs no parser: what
is measured follows the unit ("$100 million in aid", "25% tariffs", "500 tons of wood"), or is the
subject of the verb before it ("shares fell 5%"), or is that verb ("spent $160,000").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.core.calendar_words import MONTH, WEEKDAY
from analysis.extract.figures.changes import CHANGE_AFTER, FALL, QUALIFIER, RISE
from analysis.extract.figures.counted import is_plural
from analysis.extract.numbers.units import Unit, is_duration
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, one_of, quantifier_lists

__all__ = ["UNSURE", "Measured", "is_restated", "measured_by", "own_measure", "owner_of"]

UNSURE = frozenset(("for", "to", "verb", "subject", "earlier subject", "none", "comparison"))
"""Rules of which a third to nearly all answers are wrong in news that nobody wrote rules on."""

CHARACTERS_BEFORE = 160
MOST_WORDS = 6

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w’'&.-]*[\w’']|[^\W\d_]|\d+s\b", AS_WRITTEN)
_THAN_AFTER = re.compile(
    r"[\s-]+((?:higher|lower|more|less|fewer|better|worse)\s+than)\b", ANY_CASE
)
_DIRECTION_AFTER = re.compile(
    r"\s+((?:(?:north|south|east|west)\w*|outside|inside|away|off|from|inland|offshore|old|tall"
    r"|deep"
    r"|wide|long|high)\b(?:\s+(?:of|from|the)\b)*"
    r"(?:(?:\s+[A-Z][\w.-]*)+|(?<=\bthe)(?:\s+(?:southern|northern|eastern|western))?\s+[a-z]+)?)"
)
_FROM_ANOTHER = re.compile(r"\s+(?:[$€£]?\d|(?:previous|forecast|earlier)\b)")
_PER = re.compile(
    r"(?:\s+(?:an?|per|each|every)\s+\w+|\s+(?:annually|yearly|monthly|daily))"
    r"(?=\s+(?:in|of|to|for)\b)",
    ANY_CASE,
)
_LINK_AFTER = re.compile(
    r"(?:\s+(?:is|was|are|were)(?:\s+\w+ed)?(?=\s+for\b))?"
    r"\s+(?P<link>worth\s+of|of|in|for|to|from|off)\s+",
    ANY_CASE,
)
_UNIT_AGAIN = re.compile(r"\s+per\s?cent\b", ANY_CASE)
_POSSESSIVE_AFTER = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s+[a-z])")
_OTHER_SUM = re.compile(r"\s*\([^()]{1,40}\)")
_WHEN = re.compile(
    rf"""
    (?:the\s+|its\s+|their\s+|this\s+|that\s+|each\s+|an?\s+(?=(?:year|decade|century|generation
        |month|week|day|quarter|row)\b))?
    (?:\d | (?:first|second|third|fourth|last|next|past|previous|same|coming|final|current|fiscal)\b
     | (?:year|decade|century|generation|row|half(?:-year)?|month|week|day|quarter|season|summer
        |winter|spring|autumn
        |morning|afternoon
        |(?:(?:early|late|premarket|pre-market|after-hours|morning|afternoon)\s+)?trading
        |(?:real|nominal|dollar|cash)\s+terms|total|all|cash|case|court|addition
        |{MONTH}|{WEEKDAY}|which|order|response|each)\b)
    """,
    AS_WRITTEN,
)
_COPULA = one_of("is was are were be been stands? stood reach\\w* hit total\\w* below above")
_SUBJECT_VERB = re.compile(
    rf"\b(?:{RISE}|{FALL}|{_COPULA}|passes|pays|makes|made|has|have|had|clos\w+|spread)\b",
    ANY_CASE,
)
_AUXILIARY = frozenset(
    """
    is are was were has hour only have had be been being also still will would could can may
    might should must not just only now already closed close currently expected likely projected
    forecast seen set to
    that which who it they he she we this there then when as nearly almost ultimately
    """.split()
)
_CLAUSE_END = re.compile(r"[.;:!?\n—–]\s|[,]\s(?=(?:and|but|while|which|who|with)\b)|,\s")
# What interrupts a clause: "shares (GF) fell", "fell at one point by 4%", "lasted “5 minutes",
# "imports — including steel — dropped"
_ASIDES = re.compile(
    r"""
    \s*\([^()]{1,30}\)\s* | \bat\s+(?:one|some)\s+(?:point|stage|time)\b | [“"](?=\s*$)
    | \s[—–]\s[^—–\d]{1,60}\s[—–]\s
    | \s+before\s+interest(?:,|,?\s+and)\s+tax(?:es)?\b  # "earnings before interest and taxes"
      (?:(?:,|,?\s+and)\s+(?:depreciation|amorti[sz]ation))*
    | ,\s+(?:including|such\s+as)\s[^,\d]{1,60},\s
    | ,\s+(?-i:[RDI])-(?-i:[A-Z])[\w.]*,      # "Rubio, R-Fla., was at 10 percent"
    """,
    ANY_CASE,
)
_POSSESSIVE = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’])\s+(?P<thing>.+)$")
# "Acme shares", "General Foods (GF) stock": a name before what only a business or a country has.
_NAMED_OWNER = re.compile(
    r"^(?P<owner>(?:[A-Z][\w.&-]*\s+){1,4})(?:\(\s?[A-Z.]{1,6}\s?\)\s+)?(?P<thing>(?:shares?|stock"
    r"|sales"
    r"|profits?|revenues?|earnings|output|production|exports|imports))$"
)
_OWNER_BEFORE = re.compile(
    rf"(?P<owner>(?:\b(?:[Tt]he|[Aa]n?|[A-Z][\w.&-]*)\s+){{0,3}}[\w.&-]+)"
    rf"(?:['’]s|(?<=s)['’])\s+{QUALIFIER}?$",
    AS_WRITTEN,
)
# "Today's price rise": a day owns nothing.
_DAY_OWNER = re.compile(
    rf"(?:today|yesterday|tomorrow|tonight|{WEEKDAY}|(?:this|last|next)\s+(?:day|week|month|year"
    rf"|quarter))",
    ANY_CASE,
)
_PRONOUNS = frozenset("it its he she they we i you this that there who which".split())


# "Total raised: $5 million", "Average donation: $20"
_RESTATED = re.compile(r"\s*(?:\(\s*(?:or\s+|about\s+|some\s+)?|;\s*|,\s+or\s+(?:about\s+)?)")
_LABEL_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]*\s){0,3}[^\W\d_][\w’'-]*)\s?:\s*$")
_RAISED_BEFORE = re.compile(rf"\b(rais(?:e|es|ed|ing))\s+{QUALIFIER}{{0,2}}$", ANY_CASE)
_DURING_BEFORE = re.compile(
    rf"\b((?:\w{{2,}}ed|led|held|ran|meets?|met|spoke|sat|stood|lay|kept)\b(?:\s+[\w’'-]+){{0,8}}?)"
    rf"\s+for\s+{QUALIFIER}{{0,2}}$",
    ANY_CASE,
)


# "Is raising its price to $50": what is changed, and not who changes it
_CHANGED_TO_BEFORE = re.compile(
    rf"""
    \b(?:rais|hik|cut|lift|lower|increas|reduc|put|trim|keep|kept|set|bring|brought|drop|boost|slash
      |rais|tak|leav|left|fix|hold|held|cap)(?:e?s|e?d|ting|ing|e)?\s+
    (?:its|the|their|his|her)\s+((?:[a-z][\w’-]*\s+){{0,2}}[a-z][\w’-]*)\s+
    (?:to|at|from)\s+{QUALIFIER}{{0,2}}$
    """,
    AS_WRITTEN,
)
# "Slashed the risk of stroke by a third in a study", "cut emissions by 40 percent"
_CHANGED_BY_BEFORE = re.compile(
    rf"""
    \b(?:rais|hik|cut|lift|lower|increas|reduc|trim|boost|slash|shrink|expand|curb)
    (?:e?s|e?d|ting|ing|e)?\s+(?:(?:the|its|their|his|her)\s+)?
    ((?:(?!(?:among|in|for|at|from|with|on|between|by|to)\b)[a-z][\w’-]*\s){{0,2}}?
      [a-z][\w’-]*(?:\sof\s(?:[a-z][\w’-]*\s)?[a-z][\w’-]*)?)\s+
    by\s+{QUALIFIER}{{0,2}}$
    """,
    AS_WRITTEN,
)
# "Collected a record $80 million": an adjective before a sum is not what is measured.
_VERB_AND_ADJECTIVE_BEFORE = re.compile(
    r"\b(?!(?:hit|hits|reach\w*|set|sets|was|were|are|stood|touch\w*|post\w*|at|to|of|for|from)\b)"
    r"([a-z]{3,})\s+an?\s+[a-z][\w-]+\s+$"
)
# "Raised $8m against Dahl's $5m": both were raised.
_AGAINST_OWNER_BEFORE = re.compile(
    r"""
    \b([a-z]{4,})\s+[$€£]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|m|bn|k))?\s+
    (?:compared\s+(?:to|with)|against|versus|to)\s+
    (?:(?:the|[A-Z][\w.-]*)\s+){0,3}[A-Z]?[\w.-]+(?:['’]s|(?<=s)['’])\s+$
    """,
    AS_WRITTEN,
)
# "Fined the bank $5 million for laundering": the fine, and not what it is for
_FINED_BEFORE = re.compile(
    r"\b(fined|fining|(?:(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bto\s)|(?<=\bcan\s))fine)\s+"
    rf"(?:(?!for\b)[\w.’'&-]+\s+){{0,6}}?{QUALIFIER}{{0,2}}$",
    ANY_CASE,
)
# "The government has offered 3.5 percent": the offer, and not the government
_OFFERED_BEFORE = re.compile(
    r"\b(?P<verb>offer(?:s|ed|ing)?|propos(?:es?|ed|ing)|demand(?:s|ed|ing)?|pledg(?:es?|ed|ing)"
    rf"|promis(?:es?|ed|ing)|bid(?:s|ding)?)\s+{QUALIFIER}{{0,2}}$",
    ANY_CASE,
)
# "Voters rejected the levy by 54% to 46%": the votes, and not the levy
_VOTED_BEFORE = re.compile(
    r"\b(?P<verb>reject(?:s|ed)?|approv(?:es?|ed)|back(?:s|ed)?|vot(?:es?|ed)|endors(?:es?|ed)"
    r"|defeat(?:s|ed)?|ratif(?:y|ies|ied)|pass(?:es|ed)?|turn(?:s|ed)\s+down)\b"
    r"(?:(?!\bto\b|\bfrom\b)[^.;:\d]){1,40}?\s(?:by\s+)?"
    r"(?P<first>\d[\d.]*\s?(?:%|percent|per\s+cent)?\s+(?:to|against)\s+)?$",
    AS_WRITTEN,
)
_TO_SHARE_AFTER = re.compile(r"\s+(?:to|against)\s+\d[\d.]*\s?(?:%|percent|per\s+cent)", AS_WRITTEN)
# "Cut its dividend to 6 cents a share from 11 cents"
_FROM_OLD_BEFORE = re.compile(
    rf"\bto\s+(?:{QUALIFIER}){{0,2}}(?P<new>[A-Z]{{0,3}}[$€£]?\d[\d.,]*)"
    r"(?:\s?(?!(?:and|or|in)\b)[a-z%]+)?"
    rf"(?:\s(?:an?|per)\s[a-z]+)?,?\s+from\s+(?:{QUALIFIER}){{0,2}}[A-Z]{{0,3}}[$€£]?$",
    AS_WRITTEN,
)
_LOST_BEFORE = re.compile(rf"\b(los(?:e|es|t|ing))\s+{QUALIFIER}{{0,2}}$", ANY_CASE)
_NAMED_BEFORE = {
    "money": (
        _LABEL_BEFORE,
        _RAISED_BEFORE,
        _CHANGED_TO_BEFORE,
        _CHANGED_BY_BEFORE,
        _VERB_AND_ADJECTIVE_BEFORE,
        _AGAINST_OWNER_BEFORE,
        _FINED_BEFORE,
        _LOST_BEFORE,
    ),
    "other": (_LABEL_BEFORE, _CHANGED_TO_BEFORE, _CHANGED_BY_BEFORE),
}


# "Major purchases (9 percent), vacations (7 percent)": what stands before the bracket
_BRACKET_BEFORE = re.compile(
    rf"(?P<what>\b[a-z][\w’'-]+(?:\s[a-z][\w’'-]+)?)\s\(\s*{QUALIFIER}{{0,2}}$", AS_WRITTEN
)
_BRACKET_AFTER = re.compile(r"\.?\)")
# "57 percent against and 43 percent in favour", "that makes 57 percent No"
_ANSWER_AFTER = re.compile(
    r"\s+(?:(?:voted|voting|were|are|came\s+out)\s+)?"
    r"(?P<answer>against|in\s+favou?r|opposed|undecided|[Nn]o|[Yy]es|for)"
    r"(?=\s*(?:[,.;:)]|$|and\b|with\b))",
    AS_WRITTEN,
)
# "Profit before tax was $412m" is no tax
_NET_OF = re.compile(
    r"(?:.*\s|)(?P<what>[\w-]+\s+(?:before|after)\s+(?:tax(?:es)?|interest|costs?))",
    AS_WRITTEN | re.DOTALL,
)
_OUTPUT = re.compile(
    r"(?:the\s+)?(?:gross\s+domestic\s+product|GDP|national\s+income|(?:economic"
    r"|national)\s+output)",
    ANY_CASE,
)
_OF_OUTPUT = re.compile(
    r"\b(?:deficit|surplus|debt|gap|shortfall|spending|borrowing|investment|revenues?|savings)\b",
    ANY_CASE,
)


class Measured(NamedTuple):
    """
    What a number measures by a rule.

    Attributes
    ----------
    span : (int, int) or None
        Characters of what is measured; None where no rule finds it.
    owner : str or None
        The words for whose it is.
    rule : str
        Which rule found it, "none" if none did. Those of ``UNSURE`` are often wrong.
    """

    span: tuple[int, int] | None
    owner: str | None
    rule: str


@lru_cache(maxsize=1)
def _ends_noun() -> frozenset[str]:
    return frozenset(quantifier_lists()["ends_noun"]["words"])


def measured_by(text: str, unit: Unit, sentence: tuple[int, int]) -> Measured:
    """
    Find what a percentage, a sum or a measure is of.

    Parameters
    ----------
    text : str
    unit : Unit
        The unit of the number, with the characters of both.
    sentence : (int, int)
        Characters of the sentence.

    Returns
    -------
    Measured
    """
    found = _by_rules(text, unit, sentence)
    if found.span is None:
        return found
    net = _NET_OF.fullmatch(text[max(sentence[0], found.span[0] - 40) : found.span[1]])
    if net is None:
        return found
    return Measured((found.span[1] - len(net["what"]), found.span[1]), found.owner, "net")


def _by_rules(text: str, unit: Unit, sentence: tuple[int, int]) -> Measured:
    """Find what a number measures by the first rule that tells it."""
    near = text[max(sentence[0], unit.start - 60) : unit.start]
    old = _FROM_OLD_BEFORE.search(near)
    if old is not None:
        # an old sum is of what the new one is of
        unit = unit._replace(start=unit.start - len(near) + old.start("new"))
        near = text[max(sentence[0], unit.start - 60) : unit.start]
    voted = _vote(text, unit, near, sentence[1]) if unit.kind == "percent" else None
    if voted is not None:
        return voted
    bracketed = _before_bracket(text, unit, near)
    if bracketed is not None:
        return Measured(bracketed, None, "bracket")
    for pattern in _NAMED_BEFORE["money" if unit.kind == "money" else "other"]:
        named = pattern.search(near)
        if named is not None and named[1].lower() not in _ends_noun():
            offset = unit.start - len(near)
            return Measured((offset + named.start(1), offset + named.end(1)), None, "named")
    if is_duration(unit):
        during = _DURING_BEFORE.search(near)
        if during is not None:
            offset = unit.start - len(near)
            span = offset + during.start(1), offset + during.end(1)
            return Measured(span, None, "during")
    after = _after(text, unit, sentence[1])
    if after is not None and _OUTPUT.fullmatch(text, *after):
        after = _share_of_output(text, sentence[0], unit.start) or after
    if after is not None:
        return Measured(after, None, _rule_after(text, unit.end, after))
    offered = None if is_duration(unit) else _OFFERED_BEFORE.search(near)
    if offered is not None:
        offset = unit.start - len(near)
        span = offset + offered.start("verb"), offset + offered.end("verb")
        return Measured(span, None, "offered")
    return _before(text, unit, sentence[0])


def _vote(text: str, unit: Unit, near: str, stop: int) -> Measured | None:
    """Return the answer or the verb of a vote of which a number is a share."""
    answer = _ANSWER_AFTER.match(text, unit.end, stop)
    if answer is not None:
        return Measured(answer.span("answer"), None, "answer")
    voted = _VOTED_BEFORE.search(near)
    if voted is None or not (voted["first"] or _TO_SHARE_AFTER.match(text, unit.end)):
        return None
    offset = unit.start - len(near)
    return Measured((offset + voted.start("verb"), offset + voted.end("verb")), None, "voted")


def _before_bracket(text: str, unit: Unit, near: str) -> tuple[int, int] | None:
    """Return the plural before a share that stands alone in brackets."""
    before = _BRACKET_BEFORE.search(near)
    if unit.kind != "percent" or before is None or _BRACKET_AFTER.match(text, unit.end) is None:
        return None
    if not is_plural(before["what"]):
        return None
    words = before["what"].split()
    n_left_out = len(words) - 1 if words[0] in _ends_noun() | _PREPOSITIONS | _DETERMINERS else 0
    start = before.start("what") + (len(words[0]) + 1 if n_left_out else 0)
    offset = unit.start - len(near)
    return offset + start, offset + before.end("what")


def _rule_after(text: str, end: int, after: tuple[int, int]) -> str:
    """Name the rule that found words behind a number."""
    words = text[slice(*after)]
    linked = [word for word in text[end : after[0]].split() if word not in _DETERMINERS]
    if linked[-1:] == ["for"]:
        return "for"
    if linked[-1:] == ["to"]:
        return "to"  # "paid $5m to families": for whom, and not what
    if words.endswith("than"):
        return "comparison"  # "12 percent lower than a year ago"
    return "following"


def _share_of_output(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return what a share of gross domestic product is: "a deficit of 0.6% of GDP"."""
    named = list(_OF_OUTPUT.finditer(text, start, stop))
    return named[-1].span() if named else None


def _after(text: str, unit: Unit, stop: int) -> tuple[int, int] | None:
    """Find what is measured in the words after the unit."""
    position = unit.end
    again = _UNIT_AGAIN.match(text, position, stop) if unit.kind == "percent" else None
    if again is not None:
        position = again.end()  # "58% percent of children"
    if text[position : position + 1] == ")":
        position += 1  # the second sum of "$10 billion (£7.7 billion) worth of stock"
    aside = _OTHER_SUM.match(text, position, stop)
    if aside is not None:
        position = aside.end()
    joined = text[position : position + 1] == "-"
    position += joined
    owned = _POSSESSIVE_AFTER.match(text, position, stop) if unit.kind == "measure" else None
    noun_start = position if owned is None else owned.end()
    while text[noun_start : noun_start + 1] == " ":
        noun_start += 1
    direct = None
    if unit.kind != "measure" or joined or _is_adjective(text, unit):
        direct = _noun_phrase(text, noun_start, stop, determiners=False)
    if direct is not None and not CHANGE_AFTER.match(text, unit.end):
        return direct
    where = _DIRECTION_AFTER.match(text, position, stop) if unit.kind == "measure" else None
    # no magnitude "of 6.5 from 6.4", and no quota of "26,000 tonnes from 40,000"
    if (
        where is not None
        and text[unit.end - 1].isalpha()
        and not _FROM_ANOTHER.match(text, where.end(1))
    ):
        return where.span(1)
    than = _THAN_AFTER.match(text, unit.end, stop)
    if than is not None:
        return than.span(1)
    per = _PER.match(text, position, stop)
    if per is not None:
        position = per.end()
    link = _LINK_AFTER.match(text, position, stop)
    if link is None:
        changed = CHANGE_AFTER.match(text, unit.end, stop)
        if changed is not None:
            return _after_change(text, changed, stop)
        return None
    word = link["link"].lower()
    if word == "from" and unit.kind != "measure":
        return None
    if word == "to" and unit.kind not in ("money", "measure"):
        return None
    if word == "off" and unit.kind == "percent":
        return None
    if word in ("in", "for", "to") and _WHEN.match(text, link.end(), stop):
        return None
    phrase = _noun_phrase(text, link.end(), stop, determiners=True)
    if phrase is None or (word == "in" and _is_place(text, phrase, unit)):
        return None
    return phrase


def _is_adjective(text: str, unit: Unit) -> bool:
    """Return whether a measure describes the noun after it: "a five-minute speech"."""
    written = unit.text or ""
    if _POSSESSIVE_AFTER.match(text, unit.end):
        return True  # "two weeks' notice"
    if text[unit.end - len(written) - 1] == "-" or text[unit.start].isalpha():
        return not written.endswith("s")
    return is_duration(unit) and not written.lower().endswith("s")


def _after_change(text: str, changed: re.Match[str], stop: int) -> tuple[int, int] | None:
    """Find what a noun of change is of: "a $1bn drop in revenues"."""
    link = re.compile(r"\s+(?:in|of|to)\s+").match(text, changed.end(), stop)
    if link is None or _WHEN.match(text, link.end(), stop):
        return None
    return _noun_phrase(text, link.end(), stop, determiners=True)


def _is_place(text: str, phrase: tuple[int, int], unit: Unit) -> bool:
    """Return whether a phrase after "in" is a name, and so a place: "5% in Texas"."""
    words = text[slice(*phrase)]
    return words[0].isupper() and (unit.kind != "money" or words.split()[-1][0].isupper())


def _noun_phrase(text: str, start: int, stop: int, *, determiners: bool) -> tuple[int, int] | None:
    """Return the noun phrase that starts at a character, without its determiner."""
    grade = _CLASS_OF_DRUG.match(text, start, stop) if determiners else None
    position = start if grade is None else grade.end()
    first: int | None = None
    end = start
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, position, stop)
        if word is None:
            break
        plain = "" if word[0] == "US" else word[0].lower()  # the country is no pronoun
        if first is not None and plain == "worth":
            break  # "tonnes of cocaine worth $90 million"
        if plain in _ends_noun() or plain in _AUXILIARY or plain in _PREPOSITIONS:
            if not determiners or first is not None or plain not in _DETERMINERS:
                break
            position = word.end() + 1
            continue
        if first is None and not determiners and (plain.endswith("ly") or plain in _NO_NOUN):
            return None
        owner = _NUMBER_AFTER_OWNER.match(text, word.start(), stop)
        priced = _SUM_BEFORE_NOUN.match(text, word.start(), stop) if determiners else None
        if first is None and priced is not None:
            position = priced.end()
            continue
        if first is None and determiners and owner is not None:
            position = owner.end()
            continue
        first = word.start() if first is None else first
        end = word.end()
        if determiners and word[0].islower() and is_plural(word[0]):
            break
        if text[end : end + 1] != " ":
            break
        position = end + 1
    return None if first is None else (first, end)


# "Five tonnes of the Class A drug"
_CLASS_OF_DRUG = re.compile(r"(?:the\s+)?Class[\s-][ABC]\s+(?=[a-z])", AS_WRITTEN)
# "50 percent of the airline's 117 aircraft"
_NUMBER_AFTER_OWNER = re.compile(r"[\w-]+['’]s?\s+\d[\d,]*\s+")
# "3 percent of their astonishingly large $566,000 income"
_SUM_BEFORE_NOUN = re.compile(
    r"(?:(?!worth\b)[a-z]+\s+){1,2}[$€£]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|m|bn|k))?\s+"
    r"(?!thousand|million|billion)(?=[a-z])"
)
_NO_NOUN = frozenset(
    """
    compared higher lower ago annually overall respectively while amid thanks versus vs plus such
    based depending following owned off year-on-year year-over-year per total sure yes because
    ahead early late earlier worth compared against toward towards through throughout across beyond
    include includes included come comes came go goes went remain remains remained represent
    represents cover covers equal equals exceed exceeds help helps
    """.split()
)


def _before(text: str, unit: Unit, start: int) -> Measured:
    """Find what is measured before the number: the subject of its verb, or the verb."""
    begin = max(start, unit.start - CHARACTERS_BEFORE)
    clause = _ASIDES.sub(lambda match: " " * len(match[0]), text[begin : unit.start])
    ends = list(_CLAUSE_END.finditer(clause))
    for end in reversed([0, *(match.end() for match in ends)]):
        found = _in_clause(clause[end:], begin + end, unit)
        if found is None:
            continue
        if found.rule == "subject" and ends and end != ends[-1].end():
            return found._replace(rule="earlier subject")
        return found
    return Measured(None, None, "none")


def _in_clause(clause: str, offset: int, unit: Unit) -> Measured | None:
    """Find what is measured in one clause before the number."""
    stripped = _QUALIFIERS_AT_END.sub("", clause)
    if unit.kind == "percent" and _LEVEL_AT_END.search(stripped):
        rates = list(_RATE.finditer(stripped))
        if rates:
            return _with_owner(clause, offset, _whole_phrase(stripped, rates[-1]), "rate")
    of_noun = _NOUN_OF_AT_END.search(stripped)
    if of_noun is not None and of_noun[1].lower() not in _NO_HEAD:
        return Measured((offset + of_noun.start(1), offset + of_noun.end(1)), None, "of")
    by = _BY_AT_END.search(stripped)
    if by is not None:
        changed = _phrase_before(stripped, by.start(), keep_verbs=True)
        if changed is not None and not _ANY_VERB.fullmatch(stripped[slice(*changed)].split()[-1]):
            return Measured((offset + changed[0], offset + changed[1]), None, "by")
    last = _LAST_WORD.search(stripped)
    if unit.kind != "percent" and last is not None and _names_what_is_measured(last[1]):
        return Measured((offset + last.start(1), offset + last.end(1)), None, "verb")
    for verb in reversed(list(_SUBJECT_VERB.finditer(stripped))):
        subject = _phrase_before(stripped, verb.start())
        if subject is not None:
            return _with_owner(clause, offset, subject, "subject")
    return None


def _names_what_is_measured(word: str) -> bool:
    """Return whether a word right before a sum is its verb or noun: "spent $5", "a fee $5"."""
    if _ANY_VERB.fullmatch(word) is not None:
        return False
    return word.lower() not in _ends_noun() | _AUXILIARY


def _whole_phrase(clause: str, noun: re.Match[str]) -> tuple[int, int]:
    """Return the noun phrase that ends with a noun."""
    return _phrase_before(clause, noun.end()) or noun.span()


def _phrase_before(clause: str, stop: int, *, keep_verbs: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase that ends before a verb; its head comes before "of"."""
    words = list(_WORD.finditer(clause, 0, stop))
    while words and not keep_verbs and _is_before_verb(words[-1][0]):
        words.pop()
    chosen: list[re.Match[str]] = []
    for word in reversed(words):
        plain = word[0].lower()
        is_next = not chosen or clause[word.end() : chosen[-1].start()].isspace()
        if not is_next and plain not in _PREPOSITIONS:
            break  # a number or a sign is between
        if plain in _PREPOSITIONS and chosen:
            chosen = []
            continue
        if plain in _SCALE_WORDS:
            chosen = []
            continue
        if plain in _ends_noun() or plain in _AUXILIARY:
            if not chosen and plain not in _DETERMINERS:
                return None
            break
        chosen.append(word)
    if not chosen:
        return None
    return chosen[-1].start(), chosen[0].end()


def _is_before_verb(word: str) -> bool:
    """Return whether a word belongs to the verb: "has", "also", "jumped"."""
    return word.lower() in _AUXILIARY or _ANY_VERB.fullmatch(word) is not None


_DETERMINERS = frozenset("the a an its their his her our this that last all".split())
_PREPOSITIONS = frozenset("of in for at across among on from with by".split())
_SCALE_WORDS = frozenset(
    "hundred thousand million billion trillion bn mn tn m k worth percent".split()
)
_NO_HEAD = frozenset(
    """
    total average tens dozens hundreds thousands millions billions worth some out one that most all
    """.split()
)
_QUALIFIERS_AT_END = re.compile(rf"(?:{QUALIFIER}|only\s+|just\s+|minus\s+)+$", ANY_CASE)
_LEVEL_AT_END = re.compile(r"\b(?:to|from|at|is|was|are|were|of|up|down)\s+$", ANY_CASE)
# "at a cost of $5m", "at a cost to the company of $5m"
_NOUN_OF_AT_END = re.compile(
    r"\b([^\W\d_][\w-]+)(?:(?<=\bcost)\s+to\s+(?:the\s+|its\s+)?[\w-]+(?:\s[\w-]+)?)?\s+of\s+$",
    ANY_CASE,
)
_BY_AT_END = re.compile(r"\s+by\s+$", ANY_CASE)
_LAST_WORD = re.compile(r"\b([^\W\d_][\w’'-]*)(?:\s+(?:in|out|up))?\s+$")
_ANY_VERB = re.compile(
    rf"(?:{RISE}|{FALL}|{_COPULA}|by|up|down|back|to|at|from|clos\w+|passes|pays|ha[sd]|have)",
    ANY_CASE,
)
_RATE = re.compile(
    r"""
    \b(?:tariffs? | dut(?:y|ies) | tax(?:es)? | rates? | growth | inflation | unemployment | turnout
    | yields? | approval | support | margins? | discounts? | stakes? | lev(?:y|ies) | quotas?
    | share(?=\s+(?:of|at)\b) )\b
    """,
    ANY_CASE,
)


def _with_owner(clause: str, offset: int, subject: tuple[int, int], rule: str) -> Measured:
    """Split the owner off a subject: "American Airlines' shares"."""
    start, end = subject
    subject_words = clause[start:end]
    possessive = _POSSESSIVE.match(subject_words) or _NAMED_OWNER.match(subject_words)
    if possessive is not None:
        owner = possessive["owner"].strip()
        return Measured((offset + start + possessive.start("thing"), offset + end), owner, rule)
    rest = re.match(r"\s+(?:of|in|at|across)\s+((?:the\s+)?(?:[A-Z][\w&.-]*\s?)+)", clause[end:])
    owner = None if rest is None else rest[1].strip()
    return Measured((offset + start, offset + end), owner, rule)


# "Revenue is put at 647 billion and [spending] at 918 billion"
_OWN_BEFORE = re.compile(
    rf"(?:,\s+|\b)(?:and|but|with|while)\s+(?:(?:the|its|their)\s+)?(?P<own>[a-z]+(?:\s+[a-z]+)?)"
    rf"\s+(?:at|of|to)\s+{QUALIFIER}{{0,2}}$",
    AS_WRITTEN,
)
# "200 billion for the army but 2.1 billion for [railways]"
_OWN_AFTER = re.compile(r"\s+for\s+", ANY_CASE)


def own_measure(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Return what a sum without its currency is of by words of its own, and not by the sum before it.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> text = "Revenue is put at $647 billion and spending at 918 billion."
    >>> own_measure(text, 47, 58), text[35:43]
    ((35, 43), 'spending')
    """
    near = text[max(0, start - CHARACTERS_BEFORE) : start]
    before = _OWN_BEFORE.search(near)
    if before is not None:
        offset = start - len(near)
        return offset + before.start("own"), offset + before.end("own")
    after = _OWN_AFTER.match(text, end)
    if after is None or _WHEN.match(text, after.end()):
        return None
    return _noun_phrase(text, after.end(), len(text), determiners=True)


def is_restated(between: str) -> bool:
    """
    Return whether the words between two quantities say that the second restates the first.

    Parameters
    ----------
    between : str
        "(", "; " inside brackets, or ", or ".

    Returns
    -------
    bool
    """
    return _RESTATED.fullmatch(between) is not None


def owner_of(text: str, start: int, sentence_start: int) -> str | None:
    """
    Return whose a number is, by the words before it: "the airline's 117 aircraft".

    Parameters
    ----------
    text : str
    start : int
        First character of the number or of its sign.
    sentence_start : int
        First character of the sentence.

    Returns
    -------
    str or None
        The possessor.
    """
    before = text[max(sentence_start, start - CHARACTERS_BEFORE) : start]
    owner = _OWNER_BEFORE.search(before)
    if owner is None:
        return None
    words = owner["owner"].strip()
    return None if words.lower() in _PRONOUNS or _DAY_OWNER.fullmatch(words) else words
