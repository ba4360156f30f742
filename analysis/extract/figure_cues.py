"""
Read what happened to the people that a number counts, from the words right beside the number.

In: a text and where a number lies. Out: an outcome, or None where the words beside it do not say. "killed 12", "12
people were killed" and "left 12 dead" say it, "a man was killed" counts one without a number; anything farther off is
the reader's work. On the training articles 552 of 552 numbers with such words are casualties, 551 with that outcome; on
the dev articles 203 of 204, and 200. Word lists: ``data/lexicons/outcomes.toml``.
"""

import re
from functools import lru_cache

from analysis import lexicon, paths
from analysis.extract.figure_groups import group_by_words
from analysis.extract.figure_nouns import counted_people, counted_phrase
from analysis.extract.numbers_context import QUALIFYING, alternatives, lists

_PEOPLE = (
    r"(?:(?i:people|persons?|civilians?|children|child|kids|women|woman|men|man|girls?|boys?|students?|soldiers?|troops|"
    r"fighters?|militants?|rebels?|terrorists?|policemen|officers?|others|passengers|workers|villagers|residents|"
    r"protesters|jihadists?|insurgents?|gunmen|members?|staff|prisoners|patients|police|guards|employees|migrants|refugees|evacuees|detainees|hostages|captives|suspects)|[A-Z][a-z]+(?:ians?|ans|is|ese))"
)
_BE = (
    r"(?:(?:were|was|are|is|be|have|has|had|been|being|feared|confirmed|reported|reportedly|also|left|still|remain|got|"
    r"to\s+have|believed|said|estimated|known|critically|seriously|severely|badly|already|since|all|who|that|later|\w+ly)\s+)*"
)
# the same where nothing else makes it a passive: "three miners still missing"
_ADVERB = r"(?:(?:still|feared|reported|reportedly|also|left|critically|seriously|severely|badly)\s+)*"
# between a number of people and its verb: no clause word, no other verb
_BETWEEN = (
    r"(?:\s+(?!(?:said|says|told|when|after|as|which|that|where|while|by|hit|targeted|were|was|have|has|had|are|is|but|who|"
    r"killing|killed|injuring|injured|wounded|wounding|fired|attacked)\b)[\w’'()-]+){0,12}?"
)
_DONE = r"(?<!to )(?<!would )(?<!will )(?<!not )"  # no threat, plan or denial
_REACHED = (
    r"[^.;]{0,110}?\b(?:to|at|reached|surpass(?:es|ed)|exceed(?:s|ed)|of|is|be|was|hit|hits|passed|passes|topped|tops)\s+"
    r"(?:[\w]+\s+){0,3}$"
)
_TOLL = re.compile(
    r"(?i)\b(?:(?:death|total|the|a)\s+toll|number\s+of\s+(?:people\s+)?(?:deaths|dead|killed|fatalities))\b" + _REACHED
)
_INJURED_TOLL = re.compile(r"(?i)\bnumber\s+of\s+(?:the\s+|people\s+)?(?:injured|wounded|injuries)\b" + _REACHED)
_AVERTED = re.compile(r"(?i)\b(?:avert|avoid|prevent|spare)\w*\s+(?:[\w]+\s+){0,3}$")
_COUNTED_DEAD = re.compile(r"(?i)\s+(?:[\w-]+\s+){0,2}?(?:deaths|fatalities|martyrs)\b")
_CASUALTIES = re.compile(r"(?i)(?:\s+of)?\s+(?:[\w-]+\s+){0,1}?casualties\b")
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
_DEAD_WERE = re.compile(
    r"(?i)\b(?:those\s+(?:killed|dead)|the\s+(?:dead|victims|fatalities|deceased))\s+(?:include[sd]?|including|were|are|was|comprised)\s+"
    r"(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+)?$"
)
_DEATHS_AND = re.compile(r"(?i)\b(?:deaths|fatalities|dead|killed)(?:\s+and|,)\s+$")
_LIVES = re.compile(r"(?i)\b(?:claim\w*|cost|costs|lost|tak(?:e|es|en|ing)|took)\s+(?:[\w]+\s+){0,3}$")
_AMONG_DEAD = re.compile(
    r"(?i)(?:\s+[\w’'-]+){1,6}?\s+(?:were|was|are)\s+among\s+(?:the\s+(?:dead|killed|victims)|those\s+killed|(?:at\s+least\s+)?\d+\s+people\s+killed)"
)
# the word of harm after a number belongs to the next one: "the lives of 470 people injured 900 others"
_GOES_ON = re.compile(r"\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|over\s+|another\s+)?\d")
# what somebody meant to do, and perhaps did not
_MEANT = re.compile(
    r"(?i)\b(?:tr(?:y|ied|ies|ying)|attempt\w*|plan\w*|threat\w*|plott?\w*|vow\w*|want\w*|hop(?:e|ed|ing)|intend\w*|fail\w*|"
    r"refus\w+|order\w*|aim\w*)\s+to\s+\w+(?:\s+(?:at\s+least|more\s+than|about|some|over|another|the))?\s+$"
)
_HOSTAGES = re.compile(r"(?i)\s+(?:[\w.-]+\s+){0,2}?hostages\b")
# what a part of a total follows: "including 3 women", "among them 3 women"
INCLUDED = re.compile(
    r"(?i)\b(?:including|included|include|includes|among\s+(?:them|whom|which|those)|in\s+addition\s+to|as\s+well\s+as)\s+"
    r"(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|another\s+|over\s+)?$"
)
# what joins a second singular person to the first: "a woman and a child"
JOINED = re.compile(r"(?i)^\s+[\w-]+(?:\s+[\w-]+){0,3}?\s+and\s+$")
# a headline that begins so names somebody, or many
_DEFINITE = frozenset("the his her their its my our your this that every each no one former late a an another".split())
# what may follow "three miners killed" where they are not those who killed
_ENDS = (
    r"(?=\s*(?:$|[.,;:)\n])|\s+(?:in|by|at(?!\s+least)|on|after|during|when|as|while|near|outside|and|or|others?|amid|from|last|this|"
    r"since|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
# what may stand between two figures of one list: the noun of the first, and "and"
LISTED = re.compile(
    r"(?i)^(?:\s+(?!(?:were|was|have|has|had|said|when|after|killed|killing|injured|injuring|wounded|wounding|dead|died|by|as|to|"
    r"destroying|destroyed|captured|seized|targeted|leaving|burned)\b)[\w’'()-]+){0,5}?(?:,|\s+and|\s+as\s+well\s+as)?\s+"
    r"(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|another\s+|over\s+|around\s+)?$"
)


@lru_cache(maxsize=1)
def _lists():
    return lexicon.load(paths.LEXICONS / "outcomes.toml", allowed_keys=("before", "after", "of_people", "words"))


@lru_cache(maxsize=1)
def _one():
    """Compose the patterns of a singular person who was harmed, by outcome, with the article in a group ``a``."""
    person = alternatives(_lists()["person"]["words"])
    who = rf"(?P<a>\b(?:[Aa]n?|[Aa]nother))\s+(?P<between>(?:[\w-]+\s+){{0,3}}?)(?i:{person})\b(?!['’]s|,\s+[A-Z])"
    other = r"(?:\s+and\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}\w+)?"
    patterns = []
    for name in ("killed", "injured"):
        before, after = (alternatives(_lists()[name][key]) for key in ("before", "after"))
        patterns.append((name, re.compile(rf"{who}{other}\s+(?i:{_BE}(?:{after}))\b")))
        for first in ("", r"(?i:(?:an?|\w+)\s+\w+\s+and\s+)"):
            patterns.append((name, re.compile(rf"{_DONE}\b(?i:{before})\s+{first}{who}")))
    return patterns


@lru_cache(maxsize=1)
def _bare():
    """Compose the patterns of a headline's person without an article: "Girl killed in blast"."""
    begin = r"(?:^|\n\s*|[.!?;]\s+|(?<=\d{4})\s+)"
    who = r"(?P<a>(?P<first>(?=[A-Z])[\w-]+)(?:\s[\w-]+){0,3}?)"
    verbs = {"killed": "killed|dead|dies|slain|drowned|beheaded|executed|hanged", "injured": "injured|wounded|hurt",
             "captured": "kidnapped|abducted|arrested|detained|taken\\s+hostage", "missing": "missing"}
    adverb = r"(?i:(?:shot|found|stabbed|reportedly|purportedly|feared|still|also)\s+)?"
    return [(name, re.compile(rf"{begin}{who}\s+{adverb}(?i:{v}){_ENDS}")) for name, v in verbs.items()]


def singular_persons(text):
    """
    Find singular persons without a number word who were killed or injured: "a child was killed".

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int, str)
        Characters of the article ("a", "another"), or of a headline's bare noun ("Child"), and the outcome. Each counts
        one person.

    Examples
    --------
    >>> singular_persons("A young farmer was killed. Later his son was hurt.")
    [(0, 1, 'killed')]
    """
    ends, found = lists()["ends_noun"]["words"], {}
    for outcome, pattern in _bare():
        for match in pattern.finditer(text):
            last = match["a"].lower().rsplit(None, 1)[-1]
            if match["first"].lower() not in _DEFINITE and last in _lists()["person"]["words"]:
                found.setdefault(match.span("a"), outcome)
    for outcome, pattern in _one():
        for match in pattern.finditer(text):
            between = {w if w.isupper() and len(w) > 1 else w.lower() for w in match["between"].split()}  # US is not us
            if not between & set(ends):
                found.setdefault(match.span("a"), outcome)
    return sorted((*span, outcome) for span, outcome in found.items())


@lru_cache(maxsize=1)
def _any_person():
    person = alternatives(_lists()["person"]["words"])
    return re.compile(rf"\b(?P<a>an?|another)\s+(?:[\w-]+\s+){{0,2}}?(?i:{person})\b(?!['’]s|,\s+[A-Z])")


def mentions_of_one(text):
    """Give the characters of each article before a singular person, harmed or not: "a child"."""
    return [match.span("a") for match in _any_person().finditer(text)]


@lru_cache(maxsize=1)
def _patterns():
    groups = {name: g for name, g in _lists().items() if name != "person"}
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    before = {
        name: re.compile(
            rf"(?i){_DONE}\b(?:{alternatives(g['before'])})\s+"
            rf"(?:(?:{qualifiers}|another|a\s+further|a\s+confirmed|the|all)\s+)*$",
        )
        for name, g in groups.items() if g["before"]
    }
    after = {
        name: re.compile(
            rf"(?:\s+(?i:other\s+|more\s+)?(?:[\w-]+\s+){{0,2}}{_PEOPLE}(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*)?|\s+(?:more|others?|of\s+(?:them|whom))\b)?\s+(?i:{_BE}(?:{alternatives(g['after'])}))"
            r"\b(?!-|\s+(?:people|civilians|families|persons)\b)",
        )
        for name, g in groups.items()
    }
    # two outcomes together are more than either: look for them first
    first = ["killed_or_injured", *(name for name in after if name != "killed_or_injured")]
    return before, {name: after[name] for name in first}


def outcome_beside(text, start, end):
    """
    Find the outcome that stands beside a number.

    Parameters
    ----------
    text : str
    start, end : int
        The number's characters, without its qualifier.

    Returns
    -------
    str or None
        One of ``analysis.tables.OUTCOMES``. Words after the number win over words before it ("killed 3, 5 wounded").

    Examples
    --------
    >>> outcome_beside("The raid killed at least 12 people.", 25, 27)
    'killed'
    >>> outcome_beside("The raid hit 12 houses.", 13, 15) is None
    True
    """
    before, after = _patterns()
    left, near = text[max(0, start - 150):start], _ASIDE.sub("", text[end:end + 90])
    if before["bodies_found"].search(left):
        return "bodies_found"  # even where the words after say how they died
    if before["killed_or_injured"].search(left):
        return "killed_or_injured"
    told = next((outcome for outcome, pattern in before.items() if pattern.search(left)), None)
    for outcome, pattern in after.items():
        match = pattern.match(near)
        if match and not _describes(near[match.end():]) and not (told and _GOES_ON.match(near, match.end())):
            return outcome
    if outcome := _after_noun(text, start, end) or _told_as_count(left, near):
        return outcome
    return told or (_done_to_people(left) if counts_people(text, start, end, by_head=True) else None)


@lru_cache(maxsize=1)
def _of_people():
    qualifiers = alternatives(w for name in QUALIFYING for w in lists()[name].get("before", ()))
    return {
        name: re.compile(rf"(?i){_DONE}\b(?:{alternatives(g['of_people'])})\s+(?:(?:{qualifiers}|another|the|all)\s+)*$")
        for name, g in _lists().items() if "of_people" in g
    }


def _done_to_people(left):
    return next((outcome for outcome, pattern in _of_people().items() if pattern.search(left)), None)


def only_meant(text, start):
    """Judge whether a number stands in what somebody tried, planned or threatened: "tried to arrest two men"."""
    return _MEANT.search(text[max(0, start - 80):start]) is not None


def _told_as_count(left, near):
    """Read tolls and nouns of harm: "the toll rose to 12", "12 deaths", "cost 12 lives", "12 were among the dead"."""
    if _INJURED_TOLL.search(left):
        return "injured"
    dead = _COUNTED_DEAD.match(near) and not _AVERTED.search(left)
    if _TOLL.search(left) or dead or _AMONG_DEAD.match(near) or _DEAD_WERE.search(left):
        return "killed"
    if _DEATHS_AND.search(left) and re.match(r"\s+(?:other\s+)?injuries\b", near):
        return "injured"
    if re.match(r"(?i)\s+(?:[\w-]+\s+){0,1}?lives\b", near) and _LIVES.search(left):
        return "killed"
    if _CASUALTIES.match(near):
        return "killed_or_injured"
    return "captured" if _HOSTAGES.match(near) else None


def counts_people(text, start, end, by_head=False):
    """
    Judge by its noun whether a number counts people: "12 nurses", "12 of them", not "12 houses".

    ``by_head`` asks for people in the last word: not "12 army positions".
    """
    phrase = counted_people(text, start, end, False)
    words = "" if phrase is None else text[slice(*phrase)]
    words = words.rsplit(None, 1)[-1] if by_head and words else words
    return bool(words) and (re.search(rf"\b{_PEOPLE}\b", words) is not None or group_by_words(words) is not None)


def is_list_item(text, start, end, following):
    """Judge whether only a number's people stand between it and the number that follows: "6 guards, 10 civilians"."""
    phrase = counted_people(text, start, end, False)
    if phrase is None or not counts_people(text, start, end, by_head=True) or phrase[1] > following:
        return False
    return re.fullmatch(r"(?:,|,?\s+and|\s+&)?\s+", text[phrase[1]:following]) is not None


def _after_noun(text, start, end):
    """Read "12 miners were killed": any counted noun, but with a form of be ("12 strikes killed" is no outcome)."""
    phrase, people = counted_phrase(text, end), counts_people(text, start, end)
    place = re.search(r"(?i)\b(?:in|from|at|near|across|of|on|to)\s+(?:the\s+)?$", text[max(0, start - 15):start])
    if phrase is None or place and not people:  # "people from four towns were killed"
        return None
    near, far = text[phrase[1]:phrase[1] + 60], text[phrase[1]:phrase[1] + 150]
    for outcome, (close, distant, bare) in _passive().items():
        if close.match(near) or people and (distant.match(far) or bare.match(near)):
            return outcome
    return None


@lru_cache(maxsize=1)
def _passive():
    patterns = {}
    for name, group in _lists().items():
        if name in ("killed", "injured", "missing", "captured", "displaced", "evacuated", "rescued", "other"):
            after = alternatives(group["after"])
            died = "|died" if name == "killed" else ""
            verb = rf"\s+(?:(?:were|was|are|have|had|got)\s+{_BE}(?:{after}){died})\b"
            bare = rf"\s+{_ADVERB}(?:(?:{after})\b{_ENDS}" + (r"|(?:held\s+|taken\s+)?hostage\b)" if name == "captured" else ")")
            patterns[name] = tuple(re.compile(rf"(?i){p}") for p in (verb, _BETWEEN + verb, bare))
    return patterns


def _describes(after):
    """Judge whether the word of harm describes a thing that follows: "dead trees"."""
    word = re.match(r"\s([a-z]{3,}s)\b", after)
    return word is not None and word[1] not in lists()["ends_noun"]["words"]
