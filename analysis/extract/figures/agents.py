"""
Find the words for who or what caused a casualty, by the grammar of the clause around its number.

In: a text, a sentence and a chain of figures in it. Out: the characters of the agent, or None. "X killed 12", "12 were
killed in X", "12 died when X hit", "X hit the town, killing 12". It is used where the reader names nobody.
Mere settings (the war, the fighting) are no agents. Word lists: ``data/lexicons/attacks.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers.qualifiers import QUALIFYING, alternatives, lists

REACH = 1_000  # characters of a sentence before a figure that are read; a longer one is a list, or no text
_HARMED = r"(?:kill|injur|wound|hurt|leav|left|claim|slaughter|massacr|behead|execut|martyr)"
# where a clause begins when nothing else says so
_BOUNDARY = re.compile(
    r"(?i)[.;:!?\"“”()\n]\s*|,\s+|\b(?:(?:said|says|say|reported|reports|added|adding|told\s+\w+|and|shows?|confirmed|acknowledged|"
    r"admitted|denied|claimed|alleged|insisted|announced|stated|conceded|warned)"
    r"(?:\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday))?\s+that|"
    r"said|says|reported|adding|added|while|meanwhile|but|when|after|where)\s+"
)
_BREAKS = re.compile(r"[;:\n]|[.!?]\s|\b(?:while|killed|wounded|injured)\b")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October"
# a word inside a noun phrase: no preposition, verb or clause word
_IN_PHRASE = (
    r"(?!(?:in|on|at|by|of|from|with|to|for|after|when|as|that|which|and|or|said|was|were|is|are|has|have|had|near|into|according|"
    r"against|over|during|between|behind|about)\s)[\w’'/&-]+"
)
_LEADING = re.compile(
    r"(?i)^(?:(?:on|in|at|earlier|later|also|late|early|separately|elsewhere|meanwhile)\s+(?:(?:on|in)\s+)?"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|the\s+same\s+context)\s+|also\s+|and\s+|"
    r"(?:[\w/.-]+\s+){0,6}\d{4}\s+|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\s+|(?:tags|related)\s+)"
)
_TRAILING = re.compile(
    r"(?i)\s+(?:has|have|had|also|reportedly|allegedly|unintentionally|accidentally|mistakenly|deliberately|then|later|"
    r"which|that|who)$"
)

# whoever a number is reported by killed nobody
_GIVEN = (
    "reported",
    "claimed",
    "counted",
    "given",
    "confirmed",
    "announced",
    "documented",
    "cited",
    "recorded",
    "published",
    "estimated",
    "acknowledged",
    "provided",
    "verified",
    "made",
)


@lru_cache(maxsize=1)
def _patterns():
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    harm, actor, verb = (alternatives(groups[name]["words"]) for name in ("harm", "actor", "verb"))
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    word = r"[\w’'./&-]+"
    more = (
        rf"(?:\s+(?:fired|carried\s+out|launched|conducted)\s+by\s+(?:{word}\s+){{0,3}}?(?:{actor})\b|"
        rf"\s+(?:by|with|between)\s+(?:{word}\s+){{0,4}}?(?:{actor}|{harm})\b)?"
    )
    number = r"an?|the|two|three|four|five|six|several|\d+"
    doer = rf"(?:{''.join(rf'(?<!{word}.)' for word in _GIVEN)}by|at\s+the\s+hands\s+of)"
    by = r"(?:in|from|as\s+a\s+result\s+of|due\s+to|because\s+of|during|following|after|under)"
    return {
        "finite": re.compile(
            rf"(?i)\b(?:kills?|killed|injured|injures?|wounded|wounds?|claimed|claims|left|leaves?|beheads?|beheaded|"
            rf"executed|executes|martyred|massacred|hurt|decapitated|cost|costs|detains|detained|arrested|kidnapped|"
            rf"abducted|claim|leave|behead|hurts|arrests?|seized?|captured?|captures|kidnaps?|holding\s+hostage|resulted\s+in\s+the\s+deaths?\s+of)\b(?:\s+(?:the\s+)?li(?:ves|fe)\s+of)?\s+"
            rf"(?:(?:{qualifiers}|another|a\s+further|the|all)\s+)*$"
        ),
        "participle": re.compile(
            r"(?i)\b(?:killing|injuring|wounding|claiming|leaving|causing|hurting|martyring)\b[^.;]{0,30}$"
        ),
        "by": re.compile(
            rf"(?i)\b{doer}\s+(?P<agent>(?:(?:{_IN_PHRASE})\s+){{0,6}}?(?:{harm}|{actor})\b"
            rf"(?:['’]s\s+(?:[\w-]+\s+){{0,2}}?(?:{harm})\b)?(?:\s+(?:{harm}|{actor})\b)*{more})"
        ),
        "in": re.compile(
            rf"(?i)\b{by}\s+(?P<agent>(?:(?:{_IN_PHRASE})\s+){{0,6}}?(?:{harm})\b(?:\s+(?:{harm}|{actor})\b)*{more})"
        ),
        "name": re.compile(
            rf"\b{doer}\s+(?P<agent>(?:the\s+)?(?!{_DAY})[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]*){{0,4}})"
        ),
        "that": re.compile(r"(?i)\s(?:that|which|who)(?:\s+(?:has|have|had|also|reportedly))*\s*$"),
        "phrase": re.compile(
            rf"(?i)(?<!\w)(?:(?:{_IN_PHRASE})\s+){{0,5}}\b(?:{harm})\b(?:\s+(?:{harm})\b)*"
            rf"(?:\s+(?:carried\s+out\s+by|fired\s+by|launched\s+by|by|of)\s+(?:the\s+)?{word}(?:\s+{word}){{0,2}})?"
        ),
        "when": re.compile(
            rf"(?i)\b(?:when|after|as|where)\s+(?P<agent>(?:{word}\s+){{1,8}}?)(?:{verb})\b"
        ),
        "subject": re.compile(rf"(?i)^(?P<agent>(?:{word}\s+){{1,10}}?)(?:{verb})\b"),
        "toll": re.compile(
            rf"(?i)\b(?:toll|deaths|casualties)\s+(?:from|in|of)\s+(?P<agent>(?:(?:{_IN_PHRASE})\s+){{0,5}}?(?:{harm})\b(?:\s+(?:{harm})\b)*)"
            rf"|(?P<headline>(?:(?:{_IN_PHRASE})\s+){{0,4}}?(?:{harm}))\s+(?:death\s+)?toll\b"
        ),
        "captors": re.compile(
            r"(?i)(?P<agent>(?:(?:the|their|his|her)\s+)?(?:[\w-]+\s+)?(?:kidnappers|captors|abductors))\s+of\s+$"
        ),
        "accused": re.compile(
            rf"(?i)\baccus(?:e|es|ed|ing)\s+(?P<agent>(?:{_IN_PHRASE}\s+){{1,5}}(?:and\s+(?:{_IN_PHRASE}\s+){{1,4}})?)"
            r"(?=(?:of|in|on|at|with|from|by|for|which|who|that|as)\s)(?:(?:(?!\bof\s+[\w-]+ing\b)[^.;:,]){0,60}?\s)?"
            r"of\s+(?:deliberately\s+)?(?:killing|injuring|wounding|gassing|massacring|executing|abducting|kidnapping)"
            r"(?:\s+and\s+(?:killing|injuring|wounding))?\s+"
            rf"(?:(?:{qualifiers}|well|many|all|these|those|another|a\s+further|the)\s+)*$"
        ),
        "suspect": re.compile(
            rf"(?i)(?:^|\s)(?P<agent>(?:{number})\s+(?:(?!(?:{number}|found|of|in)\b|\w+ed\b)[\w-]+\s+){{1,4}}?)(?:who\s+(?:is|are|was|were)\s+)?"
            r"(?:suspected|accused|convicted|guilty|blamed|wanted|charged)\s+(?:of|for|with)\s+(?:deliberately\s+)?"
            r"(?:killing|injuring|wounding|gassing|massacring|executing|abducting|kidnapping|murdering|shooting)"
            rf"(?:\s+and\s+(?:killing|injuring|wounding))?\s+(?:(?:{qualifiers}|another|a\s+further|the)\s+)*$"
        ),
        "names": re.compile(rf"(?i)\b(?:{harm}|{actor})\b"),
    }


def agent_in_clause(text, sentence, chain):
    """
    Find the agent of figures that stand together.

    Parameters
    ----------
    text : str
    sentence : (int, int)
    chain : list of dict
        Figures of that sentence with ``start`` and ``end``, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the agent; None where the clause names none.
    """
    at = max(sentence[0], chain[0]["start"] - REACH)
    before = text[at : chain[0]["start"]]
    return (
        _of_noun(before, at)
        or _subject(before, at)
        or _cause(text, chain[-1]["end"], sentence[1])
        or _main_clause(before, at)
    )


def suspect(text, sentence, start):
    """
    Find who is suspected of what a number counts: "police arrested a man suspected of killing 4".

    Parameters
    ----------
    text : str
    sentence : (int, int)
    start : int
        Where the number begins.

    Returns
    -------
    (int, int) or None
    """
    at = max(sentence[0], start - 160)
    found = _patterns()["suspect"].search(text[at:start])
    return None if found is None else _trimmed(text[at:start], *found.span("agent"), at)


def _of_noun(before, at):
    """Read "the kidnappers of 2 engineers", "accused X of killing 12", "the death toll from the fire rose to 12"."""
    for name in ("captors", "accused"):
        if named := _patterns()[name].search(before):
            return _trimmed(before, *named.span("agent"), at)
    toll = _patterns()["toll"].search(before)
    if toll is None or _BREAKS.search(before, toll.end()):
        return None
    return _trimmed(before, *toll.span("agent" if toll["agent"] else "headline"), at)


def _subject(before, at):
    """Read "X killed 12": the words between the clause's beginning and the verb."""
    verb = _patterns()["finite"].search(before)
    if verb is None:
        return None
    start, end = (
        max((m.end() for m in _BOUNDARY.finditer(before, 0, verb.start())), default=0),
        verb.start(),
    )
    if relative := _patterns()["that"].search(
        before[:end]
    ):  # "an attack in the capital that killed 12"
        start, end = 0, relative.start()
        phrases = list(_patterns()["phrase"].finditer(before, max(0, end - 90), end))
        return _trimmed(before, *phrases[-1].span(), at) if phrases else None
    if end - start > 60 and (phrases := list(_patterns()["phrase"].finditer(before, start, end))):
        return _trimmed(before, *phrases[0 if end - start < 160 else -1].span(), at)
    return _trimmed(before, start, end, at)


def _cause(text, start, end):
    """Read "12 were killed in X", "12 died when X hit"."""
    near = text[start : min(end, start + 160)]
    found = [m for name in ("by", "in", "when", "name") if (m := _patterns()[name].search(near))]
    if not found:
        return None
    best = min(found, key=lambda m: m.start())
    return _trimmed(near, *best.span("agent"), start)


def _main_clause(before, at):
    """Read "X hit the town, killing 12": the subject of the clause that the participle hangs on."""
    verb = _patterns()["participle"].search(before)
    if verb is None:
        return None
    clause = before[: verb.start()]
    starts = [0, *(m.end() for m in _BOUNDARY.finditer(clause))]
    for start in reversed(starts):
        lead = _LEADING.match(clause[start:])
        subject = _patterns()["subject"].match(clause[start + (lead.end() if lead else 0) :])
        if subject:
            start += lead.end() if lead else 0
            return _trimmed(clause, start, start + subject.end("agent"), at)
    return None


def _trimmed(text, start, end, offset):
    """Cut adverbs off both ends; None where nothing is left or it is a pronoun."""
    lead = _LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    words = re.sub(r"(?<=[a-z]{3})\.$", "", text[start:end].rstrip())
    while (tail := _TRAILING.search(words)) is not None:
        words = words[: tail.start()]
    if (
        not words.strip()
        or len(words) > 90
        or words.lower().strip() in _NOBODY
        or is_setting(words)
    ):
        return None
    start += len(words) - len(words.lstrip())
    return offset + start, offset + start + len(words.strip())


_NOBODY = frozenset(
    {
        "he",
        "it",
        "they",
        "we",
        "she",
        "i",
        "who",
        "which",
        "that",
        "this",
        "the war",
        "the conflict",
        "the fighting",
        "the offensive",
        "him",
        "her",
        "them",
        "us",
        "me",
        "you",
        "each other",
        "one another",
        "there",
        "were",
        "was",
        "have been",
        "had been",
        "and",
        "a",
        "an",
        "the",
    }
)

_SETTING = re.compile(
    r"(?i)\b(?:war|conflict|uprising|crisis|fighting|offensive|violence|unrest)\b(?!\s+\w+ed\s+by)[^.]{0,30}$|^(?:the\s+)?clash(?:es)?$"
)


_HELPERS = re.compile(
    r"(?i)\b(?:rescuers?|(?:rescue|emergency)\s+(?:crews?|teams?|services?|workers?|responders?)|responders|fire\s?fighters?|firemen|"
    r"medics|paramedics|divers|white\s+helmets|civil\s+defen[cs]e)(?:\s+\w+ed)?$"
)
_HEAD_ENDS = re.compile(r"\s(?:on|of|by|between|that|who|which|in|at|from)\s|,")


def is_helper(words):
    """
    Judge whether words name those who come to help: they cause no deaths, however close they stand to them.

    Examples
    --------
    >>> is_helper("emergency crews"), is_helper("a strike on medics")
    (True, False)
    """
    return _HELPERS.search(_HEAD_ENDS.split(words, maxsplit=1)[0]) is not None


def is_setting(words):
    """
    Judge whether words name a mere setting: a war, the fighting, clashes with nobody named.

    Examples
    --------
    >>> is_setting("the six-year war"), is_setting("clashes with police")
    (True, False)
    """
    return _SETTING.search(words.strip()) is not None
