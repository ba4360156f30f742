"""
Find the words for who reports a figure, by the grammar of its sentence.

In: a text, a sentence and a chain of figures in it. Out: the characters of the source, or None.
"According to X", "X said 12 were killed", "12 were killed, X said", a headline that ends with its
source ("12 killed in raid - monitor"). It complements the tagger's links and the attributions,
which also find sources of other sentences. Word lists: ``data/lexicons/reporting.toml``.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.core.contrasts import is_set_against
from analysis.core.needed_words import Guarded
from analysis.extract.attributions.source_types import type_matches
from analysis.extract.figures.patterns import DAY, WORD
from analysis.extract.figures.record import Figure
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, AS_WRITTEN, alternatives, one_of

__all__ = [
    "are_speakers",
    "follows_than",
    "names_nobody",
    "headline_label",
    "headline_source",
    "is_no_source",
    "is_in_other_clause",
    "only_rejects",
    "owner_of_denied_claim",
    "source_after_number",
    "source_in_sentence",
]

# Characters on either side of figures that are read; a longer sentence is a list, or no text.
REACH = 1_000
LONGEST_PHRASE = 110
LONGEST_SOURCE = 100
EARLIER_SENTENCES = 3  # that a pronoun may refer to

# The phrase of a source ends before these.
_END_OF_PHRASE = re.compile(
    rf"""
    [,.;:\"“”()\n]
    | \s(?:on\s+)?{DAY}\b
    | \s(?:and|but|while)\s+(?:\d|{NUMBER}\b)
    | \s(?:on|that|which|who|in\s+a|where|when|as|while|after|adding|and\s+\w+ed|told|says|said|
        was|were|is|are|has|have|had|citing|earlier|late|early)\s
    """,
    ANY_CASE,
)
_LEADING_WORDS = re.compile(
    rf"""
    ^(?: and | but | also | meanwhile | however | earlier | later
       | for\s+(?:his|its|their)\s+part | (?:on|in)\s+{DAY}
       | the\s+same\s+day | in\s+turn | separately | as
       | in\s+the\s+same\s+context | in\s+a\s+statement )\s+
    """,
    ANY_CASE,
)
_LEADING_PREPOSITION = re.compile(rf"(?:(?:of|in|for|and|from|at|on|by)\s+|{DAY}\s+|,\s*)")
_FIGURE_NOUN = r"(?:figure|toll|count|tally|estimate)"
_DETERMINER = re.compile(r"^(?:the|an?|at\s+least)(?:\s+|$)", ANY_CASE)
_PRONOUN = re.compile(r"(?:^|\s)(?:it|he|she|they|we|who|which|that|there)$ | ^I$", ANY_CASE)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|have|has)\b", ANY_CASE)
_JOINER_AT_END = re.compile(r"\b(?:and|or|but|nor|yet)$", ANY_CASE)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b",
    ANY_CASE,
)
# Those who fire and what flies report nothing, and neither does a day or mere information.
_LABEL = re.compile(r"(?P<source>(?:[A-Z][\w’'.-]*\s){0,3}[A-Z][\w’'-]*):\s+(?=[\w“\"])")
_NO_LABEL_TYPES = frozenset(("document", "media", "armed_group"))
# "NOEL KING, HOST": who presents a programme speaks for it
_PRESENTER = re.compile(r",\s(?:CO-)?(?:HOST|BYLINE|ANCHOR|CORRESPONDENT)$")
_BRINGING = re.compile(r"(?:bringing|taking|pushing|raising|lifting)\b", ANY_CASE)
_NO_SOURCE = re.compile(
    rf"""
    \b(?:fired|hit|struck|dropped|targeted|attacked|executed|shelled|bombed|detonated|killed|
    wounded|injured)\b
    | \b(?:helicopters?|planes?|warplanes?|jets?|rockets?|shells?|information|coordinates)\b
    | ^{DAY}$
    """,
    ANY_CASE,
)
# "70 given by an opposition lawmaker": the source of one number, unless the passive is that of the
# whole sentence.
_NOT_BEFORE_GIVEN = one_of(
    r"were was are is been being by in on at and or \w*(?:attack|bomb|blast|strike|shoot|kill)\w*"
)
_GIVEN_BY_AFTER = re.compile(
    rf"""
    (?:\s+ (?!{_NOT_BEFORE_GIVEN}\b) {WORD} ){{0,3}}?
    \s+(?:given|claimed|counted|reported|cited|put\s+forward|acknowledged|estimated|announced|
    documented|provided|published|forecast(?:ed)?|predicted|projected|quoted|stated|planned|alleged
    |sought|demanded|requested|proposed|promised|expected|calculated|recorded)
    \s+by\s+
    """,
    ANY_CASE,
)
# "84 according to the ministry and 61 according to the region": each has its own
_ACCORDING_AFTER = re.compile(r"(?:\s+(?!and\b|or\b)[\w-]+){0,2}?,?\s+according\s+to\s+", ANY_CASE)
# "the 78 percent that the company announced"
_WHO_GAVE_AFTER = re.compile(
    rf"""
    (?:\s?%|\s+(?!{_NOT_BEFORE_GIVEN}\b)[a-z]+){{0,3}}?
    (?:\s+(?:that|which))?\s+
    (?P<who>(?:the|its|a|an)\s+[\w-]+(?:\s+[\w-]+){{0,3}}?
      | (?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){{0,3}})
    \s+(?:had\s+|has\s+)?(?:previously\s+|originally\s+|initially\s+)?
    (?:announced|reported|claimed|gave|given|counted|estimated|predicted
      |forecast|promised|cited|stated
      |alleged|projected|said|published|asked|demanded|sought|wanted|offered|proposed|expected)\b
    """,
    ANY_CASE,
)
# "while the government raised its own count to five"
_OWN_COUNT_BEFORE = Guarded(
    r"""
    (?:^|[,;:“”\"(]\s*|\b(?:and|but|while|as|after|when)\s+)
    (?P<who>(?:the|its|their|an?)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+
      | (?-i:[A-Z])[\w’'-]+(?:\s+[\w’'-]+){0,4}?)
    \s+(?:has\s+|had\s+)?(?:raised|lowered|revised|updated|increased|corrected|lifted|cut|put)
    \s+(?:its|their|his|her)\s+(?:own\s+)?(?:official\s+|death\s+|provisional\s+)*
    (?:counts?|tolls?|tally|figures?|estimates?|numbers?|losses)
    (?:\s+(?:of|for)\s+[\w-]+(?:\s+[\w-]+)?)?
    \s+(?:to|at)\s+(?:(?:about|some|at\s+least|around|nearly|more\s+than)\s+)?$
    """,
    ANY_CASE,
)
_LONGEST_CLAUSE = 140
# "nine more than the coast guard reported": who gives the other number
_THAN_BEFORE = re.compile(
    r"\b(?:more|fewer|less|higher|lower|larger|smaller|greater)\s+than\s+(?:the\s+|an?\s+)?$",
    ANY_CASE,
)
# "more than double the official figure of 52, doctors said", "the army's toll of 12 is a lie"
_FIGURE_OF = Guarded(
    rf"""
    (?:
        (?P<whose>
            (?<![\w’'-])
            (?: (?:the|an?)\s+ (?:[\w-]+\s+){{0,2}}? [\w-]+
              | (?-i:[A-Z])[\w-]+ (?:\s+ (?-i:[A-Z])[\w-]+){{0,2}} )
        )['’]s?\s+ (?:[\w-]+\s+){{0,2}}?
      | (?P<named>
            (?<![\w’'-]) (?:the\s+)?
            (?:official|government|police|army|ministry|company|union|rebel|hospital)
            \s+ (?:[\w-]+\s+)?{_FIGURE_NOUN}
        )
    )
    (?(whose){_FIGURE_NOUN})
    \s+of\s+ (?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least)\s+)?
    {NUMBER}$
    """,
    ANY_CASE,
)
# "He denied the militia's claim that 22 had been killed": the militia gives the number.
_DENIED_CLAIM = re.compile(
    r"""
    \b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)
      |refut(?:es|ed|ing)|contradict(?:s|ed|ing)?|contest(?:s|ed|ing)?)\s+
    (?:as\s+(?:an?\s+)?[\w-]+\s+)?   # "as untrue"
    (?: (?P<whose> (?:the\s+)?[\w’'&-]+(?:\s+[\w’&-]+){0,3}? )(?:['’]s|(?<=s)['’])\s+
        (?:\w+\s+){0,2}?
        (?:claims?|reports?|accounts?|statements?|allegations?|accusations?|assertions?|tolls?)
      | (?:(?:the|an?|all|any)\s+)?
        (?:claims?|reports?|accounts?|statements?|allegations?|assertions?)\s+
        (?:by|from|of)\s+(?P<named> (?:the\s+|an?\s+)?[\w’'&-]+(?:\s+(?!that\b)[\w’'&-]+){0,3}? ) )
    \s+(?:that|of)\s+(?:[\w’'-]+\s+){0,8}?
    (?:(?:about|around|some|nearly|almost|over|more\s+than|at\s+least|up\s+to)\s+)?$
    """,
    ANY_CASE,
)
_BUT = re.compile(r",\s+(?:but|while|whereas|although|though)\s+$")
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
    r"(?:on\s+|last\s+|this\s+)?(?:which|that|who|whom|whose|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|today|yesterday|tomorrow)"
    r"|(?:the\s+)?(?:crowd|number|toll|figure|total|turnout|count)"
    # "taking the toll to 20" tells what follows from the number before
    r"|(?:taking|bringing|raising|pushing|lifting|putting|sending|making)\s+(?:the|its|their|that)\b.*",
    ANY_CASE,
)
_FEW = re.compile(r"two|three|four|five|six|seven|eight|nine|ten|several|[2-9]|10", ANY_CASE)
_SPEAK_AFTER = re.compile(
    r"""
    \s+(?:[\w-]+\s+){0,2}?
    (?:sources|officials|residents|witnesses|eyewitnesses|diplomats|lawmakers|activists|neighbou?rs
      |employees|aides|analysts|experts|survivors|relatives|villagers|insiders|people)\s+
    (?: (?:who|familiar|with|close|briefed)\s[^.;,]{1,50}?\s )?
    (?:told|said|say|tell)\b
    """,
    ANY_CASE,
)
_LAST_NUMBER = re.compile(
    rf"(?:[$€£]\s?)?(?:\d[\d,.]*(?:\s(?:million|billion))?|{NUMBER})$", ANY_CASE
)
_FIGURE_OF_REACH = 90  # characters
_LONGEST_NUMBER = 60
# "The movement will leave, spokesman Roth" is a clause and a source
_VERB = re.compile(
    r"\b(?:will|would|could|can|may|might|must|shall|should|did|does|do|to)\b", ANY_CASE
)
_SAME_SOURCE_CONTINUES = re.compile(
    r"(?:moreover|furthermore|in\s+addition|additionally)\b", ANY_CASE
)
_ACCORDING_TO = re.compile(
    r"""
    \b(?: according\s+to | citing | as\s+per | quoting
        | (?:reported|confirmed|documented|announced)\s+by
        | (?:figures?|data|statistics|numbers?|reports?|statements?|tolls?)\s+released\s+by )\s+
    """,
    ANY_CASE,
)
_SAID_BEFORE_SOURCE = re.compile(
    r"""
    (?<=[\"”,\w]) \s+(?:said|says|added|reported|confirmed)\s+
    (?= the\s | an?\s | (?-i:[A-Z]) )
    """,
    ANY_CASE,
)


@lru_cache(maxsize=1)
def _reporting_words() -> dict[str, dict[str, list[str]]]:
    """Return the groups of ``reporting.toml``, each with its list of words."""
    return lexicon.load(paths.LEXICONS / "reporting.toml", allowed_keys=("words",))


def _words(group: str) -> str:
    """Return an alternation of the words of one group."""
    return alternatives(_reporting_words()[group]["words"])


@lru_cache(maxsize=1)
def _reporting_verb() -> str:
    """Return the pattern of verbs of reporting; a storm that "claimed 12 lives" reports nothing."""
    claimed_object = one_of(
        r"\w+s\s+of\s the\s+li li[vf]e responsib an?\s more over at\s+least \d by to\s"
    )
    # "claimed one life"
    claimed_lives = rf"{NUMBER}\s+(?:more\s+|other\s+)?(?:li[vf]e|victim)"
    return rf"""
        (?: {_words("verb")} | reports?(?!\s+of)
          | claim(?:ed|s)(?!\s+(?:{claimed_object}|{claimed_lives}))
          | posted(?!\s+(?:an?|the|his|her|its|their)\s)   # "posted a video"
          | (?:has|have|had)\s+found | found\s+that | finds\s+that | concluded | calculated? )
    """


@lru_cache(maxsize=1)
def _source_and_verb() -> re.Pattern[str]:
    """Return the pattern of "X said", from the start of a clause."""
    pattern = rf"""
        ^(?=\S) (?P<source>[^.;:\n\"“”]{{2,120}}?)
        (?:\s*\([\w\x20.-]{{2,12}}\))?   # an acronym in brackets
        \s{{1,3}} (?:has|have|had|also|later|earlier|on\s+{DAY}|,)? \s{{0,3}}
        (?i:{_reporting_verb()})\b
    """
    return re.compile(pattern, AS_WRITTEN)


@lru_cache(maxsize=1)
def _source_after_figure() -> re.Pattern[str]:
    """Return the pattern of "X said" anywhere, with capitals or words for sources in X."""
    particle = one_of(
        "of for the and in ’s 's at from war state local rights human news general civil opposition"
    )
    adjective = one_of(
        "monitoring medical military security police unnamed senior media some many reliable"
    )
    pattern = rf"""
        (?P<source>
          (?: (?: (?:[Aa]n?|[Tt]he)\s+ (?:[a-z][\w-]*\s+){{1,4}} )
            | (?: (?: [Aa]n? | [Tt]he | [A-Z][\w’'.-]* | {particle} | (?i:{_words("noun")})
                    | [a-z]+-based | [a-z]+-[a-z]+ | {adjective} )\s+ ){{1,12}} )
        )
        (?: \([\w\x20.-]{{2,12}}\)\s+ )?
        (?: also\s+ | has\s+ | have\s+ )?
        (?i:{_reporting_verb()})\b
    """
    return re.compile(pattern, AS_WRITTEN)


@lru_cache(maxsize=1)
def _headline_end() -> re.Pattern[str]:
    """Return the pattern of "- monitor" at the end of a headline, and of "monitor Reuters"."""
    noun = _words("headline")
    # no hyphen of a word ("semi-official"), and no agency's name after the last sentence
    dash = r"(?: \s[-–—]{1,2}\s* | [–—]\s* | (?<![.!?])[:|]\s* )"
    name = r"(?: (?-i:[A-Z])[\w’'&.-]* | of | and | for | the )"
    pattern = rf"""
        {dash} (?P<after_dash> (?:[\w.’']+\s+){{0,3}}?(?:{noun}) )\b
          (?= \s*(?:$|[.\n]|(?-i:[A-Z])) )
        | {dash} (?P<institution> (?:{name}\s+){{1,6}} (?:{_words("institution")})
            (?: \s+\([A-Z]{{2,8}}\) )? ) (?= \s*(?:$|\n) )
        | \s(?P<before_agency>{noun}) (?= \s+(?:AFP|Reuters|AP)\b )
    """
    return re.compile(pattern, ANY_CASE)


@lru_cache(maxsize=1)
def _source_noun() -> re.Pattern[str]:
    """Return the pattern of what a source has to hold: a word for sources, or a capital."""
    return re.compile(rf"(?i:\b(?:{_words('noun')})\b)|[A-Z]")


@lru_cache(maxsize=1)
def _pronoun_reports() -> re.Pattern[str]:
    """Return the pattern of "it said"."""
    pattern = rf"""
        \b(?:it|he|she|they)\s+
        (?:also\s+|has\s+|had\s+|later\s+|further\s+)?(?:{_reporting_verb()})\b
    """
    return re.compile(pattern, ANY_CASE)


def source_in_sentence(
    text: str,
    sentences: Mapping[int, tuple[int, int]],
    number: int,
    chain: Sequence[Figure],
) -> tuple[int, int] | None:
    """
    Find the source of figures that are close together.

    Parameters
    ----------
    text : str
    sentences : mapping of int to (int, int)
        Characters of each sentence of the article, by its number.
    number : int
        Number of the sentence of the figures.
    chain : sequence of Figure
        Figures of that sentence, in reading order.

    Returns
    -------
    (int, int) or None
        Characters of the source. A pronoun ("it said") and "moreover" take the source of the
        sentences before, three at most; None if no one is named.
    """
    sentence = sentences[number]
    found = headline_label(text, sentence)
    found = found or _named_source(text, sentence, chain[0].start, chain[-1].end)
    if found is not None or not _refers_to_earlier_source(text, sentence):
        return found
    for earlier in range(number - 1, max(number - 1 - EARLIER_SENTENCES, -1), -1):
        start, end = sentences.get(earlier, (0, 0))
        found = _named_source(text, (start, end), end, start)
        if found is not None:
            return found
    return None


def _refers_to_earlier_source(text: str, sentence: tuple[int, int]) -> bool:
    """Return whether a sentence continues what a source of an earlier one says."""
    if _pronoun_reports().search(text, *sentence):
        return True
    return _SAME_SOURCE_CONTINUES.match(text, *sentence) is not None


def source_after_number(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the source of one number of several in a sentence: "the 400,000 claimed by Moscow".

    A number that others refer to has a source of its own: "twice the official figure of 52, doctors
    said", "the army's toll of 12 is a lie, he said".

    Parameters
    ----------
    text : str
    start, end : int
        Where the number ends, and where its sentence ends.

    Returns
    -------
    (int, int) or None
        Characters of the source.
    """
    referred = _FIGURE_OF.search(text[max(0, start - _FIGURE_OF_REACH) : start])
    if referred is not None:
        name = "whose" if referred["whose"] else "named"
        offset = max(0, start - _FIGURE_OF_REACH)
        return offset + referred.start(name), offset + referred.end(name)
    given = _GIVEN_BY_AFTER.match(text, start, end) or _ACCORDING_AFTER.match(text, start, end)
    if given is not None:
        return _phrase_at(text, given.end(), end)
    nearest = max(0, start - _LONGEST_NUMBER)
    number = _LAST_NUMBER.search(text[nearest:start])
    stop = start if number is None else nearest + number.start()
    offset = max(0, start - _LONGEST_CLAUSE)
    own = _OWN_COUNT_BEFORE.search(text[offset:stop])
    if own is not None:
        return offset + own.start("who"), offset + own.end("who")
    if not is_set_against(text, stop):
        return None
    who = _WHO_GAVE_AFTER.match(text, start, end)
    return None if who is None else who.span("who")


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
    return (
        _FEW.fullmatch(text, start, end) is not None and _SPEAK_AFTER.match(text, end) is not None
    )


def follows_than(text: str, source: int) -> bool:
    """
    Return whether a source gives the number with which another is compared.

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
    return _THAN_BEFORE.search(text[max(0, source - 30) : source]) is not None


def owner_of_denied_claim(text: str, start: int) -> tuple[int, int] | None:
    """
    Find whose claim a sentence denies: "he denied the militia's claim that 22 were killed".

    Parameters
    ----------
    text : str
    start : int
        Where the number starts.

    Returns
    -------
    (int, int) or None
        Characters of the one who gives the number, who is not the one who denies it.

    Examples
    --------
    >>> text = "He denied the militia's claim that 22 were killed."
    >>> owner_of_denied_claim(text, text.index("22"))
    (10, 21)
    """
    offset = max(0, start - LONGEST_PHRASE)
    found = _DENIED_CLAIM.search(text[offset:start])
    if found is None:
        return None
    first, last = found.span("whose" if found["whose"] else "named")
    return offset + first, offset + last


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


def headline_source(text: str, start: int, end: int) -> tuple[int, int] | None:
    """
    Find the source at the end of a headline: "12 killed in raid - monitor".

    Parameters
    ----------
    text : str
    start, end : int
        Where the number ends, and where its sentence ends.

    Returns
    -------
    (int, int) or None
        Characters of the source.
    """
    found = _headline_end().search(text[start : min(end, start + LONGEST_PHRASE)])
    if found is None:
        return None
    for name in ("after_dash", "institution", "before_agency"):
        if found[name]:
            return start + found.start(name), start + found.end(name)
    return None


def is_no_source(source: str) -> bool:
    """
    Whether words for a source name none: the outlet's own presenter, or "bringing its toll".

    Examples
    --------
    >>> is_no_source("ADA QUIST, HOST"), is_no_source("Ada Quist, a tour host")
    (True, False)
    """
    return _PRESENTER.search(source) is not None or _BRINGING.match(source) is not None


def headline_label(text: str, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """
    Find the source before the colon of a headline: "Police: 12 killed in crash".

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Characters of the sentence; only the first of a text can be a headline.

    Returns
    -------
    (int, int) or None
        Characters of the source. None for a place or a section ("Karsk: 12 killed").

    Examples
    --------
    >>> headline_label("Police: 12 killed in crash", (0, 26))
    (0, 6)
    """
    found = _LABEL.match(text, *sentence) if sentence[0] == 0 else None
    if found is None:
        return None
    types = {match.source_type for match in type_matches(found["source"])}
    if not types or not types.isdisjoint(_NO_LABEL_TYPES):
        return None
    return found.span("source")


def _named_source(
    text: str, sentence: tuple[int, int], first: int, last: int
) -> tuple[int, int] | None:
    """Find the source that a sentence names, given the characters of its first and last figure."""
    start = max(sentence[0], first - REACH)
    end = min(sentence[1], last + REACH)
    searches = (
        (headline_source, last, end),
        (_source_by_preposition, start, end),
        (_source_before, start, first),
        (_source_after, last, end),
        (_source_inverted, last, end),
        (_source_between, start, first),
    )
    for search, search_start, search_end in searches:
        found = search(text, search_start, search_end)
        if found is not None and not _NO_SOURCE.search(text[slice(*found)]):
            return found
    return None


def _source_by_preposition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "according to X"."""
    cue = _ACCORDING_TO.search(text, start, end)
    return None if cue is None else _phrase_at(text, cue.end(), end)


def _phrase_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase that starts at a character, unless it is a pronoun."""
    end = min(end, start + LONGEST_PHRASE)
    stop = _END_OF_PHRASE.search(text, start + 2, end)
    if stop is not None:
        end = stop.start()
    words = text[start:end].rstrip(" .,")
    if not words or _PRONOUN.match(words):
        return None
    return start, start + len(words)


def _source_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "X said that 12 were killed"."""
    lead = _LEADING_WORDS.match(text[start:end])
    while lead is not None:
        start += lead.end()
        lead = _LEADING_WORDS.match(text[start:end])
    found = _source_and_verb().match(text[start:end])
    return None if found is None else _cleaned(text, found, start)


def _source_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of "12 were killed, X said"."""
    found = _source_after_figure().search(text[start:end])
    return None if found is None else _cleaned(text, found, start)


def _source_between(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the last source before a figure: "it was hit, X said, adding that 12 were killed"."""
    found = list(_source_after_figure().finditer(text[start:end]))
    return _cleaned(text, found[-1], start) if found else None


def _source_inverted(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the source of '"12 were killed," said X'."""
    found = _SAID_BEFORE_SOURCE.search(text, start, end)
    return None if found is None else _phrase_at(text, found.end(), end)


def _cleaned(text: str, match: re.Match[str], offset: int) -> tuple[int, int] | None:
    """Return a source without prepositions before it; None for a pronoun, clause or denial."""
    start, end = offset + match.start("source"), offset + match.end("source")
    words = text[start:end]
    lead = _LEADING_PREPOSITION.match(words)
    while lead is not None:
        start += lead.end()
        words = words[lead.end() :]
        lead = _LEADING_PREPOSITION.match(words)
    words = words.rstrip(" ,")
    last = words.rfind(", ")
    if last >= 0 and _VERB.search(words[:last]):
        start += last + 2  # what is before the comma is a clause of its own
        words = words[last + 2 :]
    if len(words) > LONGEST_SOURCE:
        return None
    if _JOINER_AT_END.search(words) is not None:
        return None  # "nine civilians in Norland and says": the verb is that of another subject
    if _AUXILIARY.search(words) or _DENIAL.search(words) or _PRONOUN.search(words):
        return None
    if not _source_noun().search(_DETERMINER.sub("", words)):
        return None
    return start, start + len(words)
