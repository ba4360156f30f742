"""
Tell what looks like the source of a number and is none.

Nobody ("which", "Friday"), the outlet's own presenter, people who are counted because they spoke,
and those who turn the number down, give the one with which it is compared, or do what it tells of.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths, resources
from analysis.core.calendar_words import WEEKDAY
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = [
    "are_speakers",
    "follows_than",
    "is_in_other_clause",
    "is_no_source",
    "names_nobody",
    "only_acts",
    "only_decides",
    "only_rejects",
]

# "NOEL KING, HOST": who presents a programme speaks for it
_PRESENTER = re.compile(r",\s(?:CO-)?(?:HOST|BYLINE|ANCHOR|CORRESPONDENT)$")
_BRINGING = re.compile(r"(?:bringing|taking|pushing|raising|lifting)\b", ANY_CASE)
# "nine more than the coast guard reported": who gives the other number
_THAN_BEFORE = re.compile(
    r"\b(?:(?:more|fewer|less|higher|lower|larger|smaller|greater)\s+than"
    r"|(?:twice|double|half|\w+\s+times)\s+as\s+(?:many|much|high|large|big)\s+as)\s+"
    r"(?:the\s+|an?\s+)?$",
    ANY_CASE,
)
_BUT = re.compile(r",\s+(?:but|while|whereas|although|though)\s+$")
# "22 dead in crash, prosecutors open inquiry": they act, and state nothing
_ACTS_AFTER = re.compile(
    r"""
    \s+(?:(?:has|have|had)\s+)?
    (?: open(?:s|ed)? | launch(?:es|ed)? | seeks? | sought | hunt(?:s|ed)? | search(?:es|ed)?
      | prob(?:es?|ed) | investigat(?:es?|ed) | arrest(?:s|ed)? | detain(?:s|ed)?
      | question(?:s|ed)? | beg(?:in|ins|an|un) | start(?:s|ed)? | evacuat(?:es?|ed)
      | clos(?:es?|ed) | shuts? | order(?:s|ed)? | sends? | sent | deploy(?:s|ed)?
      | mourn(?:s|ed)? | battl(?:es?|ed) | fights? | fought | rac(?:es?|ed) | rush(?:es|ed)? )\b
    (?! [^.;\n]{0,60}\b(?:said|says|saying|say|told|added|adding)\b )
    """,
    ANY_CASE,
)
# "Left its rate at 3.5 percent, as expected by all analysts": they foresaw the number
_AS_EXPECTED = re.compile(
    r"\bas\s+(?:[\w-]+\s+)?(?:expected|forecast|predicted|foreseen)\s+by\s+(?:the\s+)?$", ANY_CASE
)
_COMMA = re.compile(r"[^.;:\n]*,\s+(?:as\s+|and\s+)?(?:the\s+)?$")
_PROMISED = re.compile(
    r"\b(?:after|before|since|when|although|whereas)\s+(?:he|she|they|it)\s+(?:had\s+)?"
    r"(?:promised|pledged|said|claimed|announced|predicted|forecast|put|spoke)\b[^.;]{0,50}$",
    ANY_CASE,
)
_TURNS_DOWN = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|spurn(?:s|ed|ing)?|turn(?:s|ed|ing)?\s+down"
    r"|vot(?:e|es|ed|ing)\s+(?:against|down))\s+"
    r"(?!(?:[\w’'-]+\s+){0,4}?(?:claims?|reports?|accounts?|allegations?|assertions?)\b)"
    r"(?:(?!\b(?:said|saying|says|put|insist\w*|adding|added)\b)[^.;]){0,50}$",
    ANY_CASE,
)
_NOBODY = re.compile(
    rf"(?:on\s+|last\s+|this\s+)?(?:which|that|who|whom|whose|{WEEKDAY}"
    r"|today|yesterday|tomorrow)"
    r"|(?:the\s+)?(?:crowd|number|toll|figure|total|turnout|count)"
    r"|(?:the\s+)?(?:number|total)\s+of\s+.*"
    # "taking the toll to 20" tells what follows from the number before
    r"|(?:taking|bringing|raising|pushing|lifting|putting|sending|making)\s+(?:the|its|their"
    r"|that)\b.*",
    ANY_CASE,
)
_FEW = re.compile(r"two|three|four|five|six|seven|eight|nine|ten|several|[2-9]|10", ANY_CASE)
_SPEAKERS = r"""
    \s+(?:[\w-]+\s+){0,2}?
    (?:sources|officials|residents|witnesses|eyewitnesses|diplomats|lawmakers|activists|neighbou?rs
      |employees|aides|analysts|experts|survivors|relatives|villagers|insiders|people|doctors
      |nurses|medics|lawyers|friends|colleagues|journalists|reporters|traders|farmers|workers
      |teachers|students|soldiers|officers)\b
"""
# "according to two people who were in the room"
_ACCORDING_BEFORE = re.compile(r"\baccording\s+to\s+(?:at\s+least\s+|the\s+)?$", ANY_CASE)
_REACH_OF_ACCORDING = 40  # characters
_SPEAKERS_AFTER = re.compile(_SPEAKERS, ANY_CASE)
_SPEAK_AFTER = re.compile(
    rf"""
    {_SPEAKERS}\s+
    (?: (?:who|familiar|with|close|briefed)\s[^.;,]{{1,50}}?\s )?
    (?:told|said|say|tell)\b
    """,
    ANY_CASE,
)


_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_MAIN_VERB = frozenset(
    """
    has have had having is are was were be been being will would to also now then already yesterday
    today later earlier again still recently just once finally
    """.split()
)


@lru_cache(maxsize=1)
def _deeds() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the verbs and the phrases of deeds, in their dictionary forms."""
    keys = ("stance", "verbs", "phrases", "words")
    deeds = lexicon.load(paths.LEXICONS / "cues.toml", allowed_keys=keys)["deeds"]
    return frozenset(deeds["verbs"]), tuple(deeds["phrases"])


@lru_cache(maxsize=4096)
def only_decides(cue: str) -> bool:
    """
    Return whether words that seem to attribute tell of a deed: "plans to", "has offered".

    Parameters
    ----------
    cue : str

    Returns
    -------
    bool
        Whether their main verb is one of the lexicon's deeds.

    Examples
    --------
    >>> only_decides("has offered"), only_decides("found guilty"), only_decides("said")
    (True, True, False)
    """
    words = [word.lower() for word in _WORD.findall(cue)]
    while words and words[0] in _NO_MAIN_VERB:
        words = words[1:]
    if not words:
        return False
    verbs, phrases = _deeds()
    verb = resources.lemma(words[0], "VBD")
    if verb in verbs:
        return True
    return " ".join([verb, *words[1:]]).startswith(phrases)


def names_nobody(words: str) -> bool:
    """
    Return whether words for a source name nobody: a relative pronoun, a day, a verb.

    Examples
    --------
    >>> names_nobody("which"), names_nobody("Friday"), names_nobody("the Friday group")
    (True, True, False)
    """
    return _NOBODY.fullmatch(words.strip(" ,")) is not None


def are_speakers(text: str, start: int, end: int) -> bool:
    """
    Return whether a number only tells how many people spoke: "two residents told us".

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool

    Examples
    --------
    >>> are_speakers("Two residents told us so.", 0, 3), are_speakers("Two residents died.", 0, 3)
    (True, False)
    """
    if _FEW.fullmatch(text, start, end) is None:
        return False
    if _ACCORDING_BEFORE.search(text[max(0, start - _REACH_OF_ACCORDING) : start]):
        return _SPEAKERS_AFTER.match(text, end) is not None
    return _SPEAK_AFTER.match(text, end) is not None


def follows_than(text: str, source: int) -> bool:
    """
    Return whether a source gives the number with which another is compared, or only expected it.

    Parameters
    ----------
    text : str
    source : int
        Where the words for the source start.

    Returns
    -------
    bool

    Examples
    --------
    >>> text = "It lists 151 people, nine more than the coast guard reported."
    >>> follows_than(text, text.index("the coast"))
    True
    """
    before = text[max(0, source - 40) : source]
    return _THAN_BEFORE.search(before) is not None or _AS_EXPECTED.search(before) is not None


def only_rejects(text: str, end: int, start: int) -> bool:
    """
    Return whether a supposed source turns a number down, or another one gives it.

    Parameters
    ----------
    text : str
    end, start : int
        Where the source ends and the number starts.

    Returns
    -------
    bool
        True for "after rejecting a 5% offer" and "a day after she promised a deficit of 0.6%";
        False if the number comes first.

    Examples
    --------
    >>> text = "Dockworkers began a strike after rejecting a 5% offer."
    >>> only_rejects(text, 11, text.index("5"))
    True
    >>> text = "The army rejected the charge and said it had killed 40 men."
    >>> only_rejects(text, 8, text.index("40"))
    False
    """
    if end > start:
        return False
    between = text[end:start]
    return _TURNS_DOWN.search(between) is not None or _PROMISED.search(between) is not None


def only_acts(text: str, number_end: int, start: int, end: int) -> bool:
    """
    Return whether a supposed source behind a number does something and states nothing.

    Parameters
    ----------
    text : str
    number_end : int
        Where the number ends.
    start, end : int
        Characters of the source.

    Returns
    -------
    bool
        True for "22 dead in crash, prosecutors open inquiry"; False if the source comes first, or
        if it also said something.

    Examples
    --------
    >>> text = "22 dead in crash, prosecutors open inquiry"
    >>> only_acts(text, 2, text.index("pros"), text.index(" open"))
    True
    """
    if start < number_end or _COMMA.match(text[number_end:start]) is None:
        return False
    return _ACTS_AFTER.match(text, end) is not None


def is_in_other_clause(text: str, end: int, start: int) -> bool:
    """
    Return whether a source after a number speaks against it: "0.6%, but the watchdog said more".

    Parameters
    ----------
    text : str
    end, start : int
        Where the number ends and the source starts.

    Returns
    -------
    bool
        False if the source comes first.

    Examples
    --------
    >>> text = "It foresees a deficit of 0.6%, but the watchdog said it would be twice as large."
    >>> is_in_other_clause(text, 29, text.index("the watchdog"))
    True
    """
    return end <= start and _BUT.search(text[end:start]) is not None


def is_no_source(source: str) -> bool:
    """
    Whether words for a source name none: the outlet's own presenter, or "bringing its toll".

    Examples
    --------
    >>> is_no_source("ADA QUIST, HOST"), is_no_source("Ada Quist, a tour host")
    (True, False)
    """
    return _PRESENTER.search(source) is not None or _BRINGING.match(source) is not None
