"""
Classify a source: its type, whether it stays unnamed, and which outlet relays it.

In: the words of a source. Out: a ``source_type``, a truth value, or the name of an outlet.
The word lists, each with its origin, are in ``data/lexicons/sources.toml``.
Pronouns and phrases such as "the group" are resolved in
``analysis.extract.attributions.coreference``; whether a source is reliable is not judged.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from analysis.core import lexicon, paths
from analysis.core.given_names import is_given_name
from analysis.extract.attributions.outsiders import (
    is_family_name,
    is_first_name,
    is_level_only,
    is_of_outsider,
    is_surname,
)
from analysis.extract.parties.gazetteer import read_names

__all__ = [
    "INSTITUTION",
    "NAMED_ORGANISATION",
    "SourceGroup",
    "TypeMatch",
    "countries_by_adjective",
    "is_anonymous",
    "is_granted_anonymity",
    "is_country",
    "nationalities",
    "read_source_lexicon",
    "relaying_outlet",
    "source_type",
    "type_matches",
]

# ranks of data/lexicons/sources.toml: the match with the highest rank decides the type
NAMED_ORGANISATION = 4
INSTITUTION = 3
_WEAK = 1


def _any_of(alternatives: Iterable[str]) -> str:
    """Return a regular expression that matches any of the alternatives, tried in order."""
    return f"(?:{'|'.join(alternatives)})"


# "Hamas-run", "pro-Damascus": these words say whose side a source is on, not what it is
_ALIGNED = _any_of(
    """run led linked backed held controlled affiliated aligned allied owned funded based
    dominated""".split()
)
_SIDE = re.compile(
    rf"""
    \b(?:
        [\w.’']+-{_ALIGNED}
        | (?:pro|anti(?!-(?:corruption|graft|monopoly|trust|terror))|former|ex)-[\w-]+
        | that\ is\ affiliated\ .*
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# a relative clause is about others, unless it says what the source runs or what befell it
_ABOUT_THE_SOURCE = _any_of(
    """runs? heads? leads? directs? chairs? works? worked commands? edits founded lives? lived fled
    survived escaped saw sells drives watched witnessed analy[sz]es stud(?:ies|ied) researches
    teaches tracks speciali[sz]es""".split()
)
_WAS = (
    r"(?:injured|wounded|hurt|there|inside|nearby|in|at|on|near|driving|walking|standing|visiting"
    r"|staying|shopping|sleeping|watching)"
)
_OWN_KIN_OR_HOME = (
    r"(?:\w+\s)?(?:sons?|daughters?|boys?|girls?|husband|wife|brothers?|sisters?|mother|father"
    r"|parents|child"
    r"|children|family|home|house|farm|nephew|niece|cousin|uncle|aunt)"
)
# "then-Secretary of State": the office of that time
_THEN = re.compile(r"\b[Tt]hen-")
_RELATIVE = re.compile(
    rf"""
    \s*,?\s*\b
    (?:
        who(?!\s+(?:{_ABOUT_THE_SOURCE}|was\ {_WAS}|lost\ (?:his|her|their|everything))\b)
        | whose(?!\s{_OWN_KIN_OR_HOME}\b)
        | which | that | whom | where | when
    )
    \b.*
    """,
    re.DOTALL | re.VERBOSE,
)
# what befell a private person, or her kin, is told with words for others: "whose son died in
# hospital"
_BEFELL = re.compile(
    rf"""
    (?<=\s)(?:
        whose\ {_OWN_KIN_OR_HOME}
        | who\ (?:lives?|lived|survived|fled|escaped|lost\ (?:his|her|their|everything))
    )\b
    (?P<rest>.*)
    """,
    re.DOTALL | re.VERBOSE,
)
# a trade that begins a sentence: "Passenger Emil Roth"
_TRADE_FIRST = re.compile(
    r"(?P<trade>[A-Z][a-z-]+)\s(?!County|Islands?|City|Park|Street|Road|Valley)"
    r"(?=[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ])"
)
# a participle clause is no part of the source: "a spokesman using the Arabic acronym for ..."
# who held an office before holds none now
_OFFICE_TYPES = ("state_official", "military", "local_authority", "un_or_igo")
# whose staff have unions: "the police federation", "the nurses' union"
_TYPES_WITH_UNIONS = (*_OFFICE_TYPES, "health_authority", "rescue_workers")
_FORMER = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x-|[Ee]x\s)\s?(?:[\w.’'-]+\s){0,3}$"
    r"|\b[Ff]ormer\s(?:(?:[A-Z][\w.’'-]*|and|of|for)\s){0,6}$"
    r"|\bwho\s(?:once\s|previously\s|formerly\s)?(?:worked|served)\s[^,]*$"
)
# "a Republican source"
_SOURCE_OF_PARTY = re.compile(r"\b(?:[Rr]epublican|[Dd]emocratic|party|campaign|union)\ssources?$")
# "the court" may be one of several states, "the agency" one for aid
_GENERIC = re.compile(r"[Tt]h(?:e|at|is)\s(?:court|agency|council|institute|university|bank|board)")
# who speaks for a firm or club is no unnamed source: "representatives of Velm Motors"
_REPRESENTS = re.compile(
    r"\b(?:[Rr]epresentatives?|[Ee]xecutives?)\s(?:of|from|for|at)\s(?:the\s)?[A-Z]"
)
_GOVERNOR = re.compile(r"\b[Gg]overnors?\b")
_GOV = re.compile(r"\bGov\.(?=\s)")
_FORMER_OFFICE = re.compile(r"\b(?:[Ff]ormer(?:ly)?|[Ee]x)\b")
_FORMER_PHRASE = re.compile(r"\b(?:[Ff]ormer(?:ly)?|[Ee]x)\b[^,/]*")
# "vice president of Karsk Printing", but "president of Norland"
_PRESIDENT_OF = re.compile(
    r"(?:[Pp]resident|[Ss]ecretary[- ][Gg]eneral)"
    r"(?:\s(?:and|&)\s(?:[\w-]+\s){0,3}[\w-]+)?,?\s(?:of|at|for|with)\s(?:the\s)?"
    r"(?P<body>[A-Z][\w.’'-]+(?:\s(?:of\s)?[A-Z][\w.’'-]+)*)"
)
_OF_NATION = re.compile(r"\b(?P<nation>[A-Z][a-z]+)\s(?:[Vv]ice[ -]|[Dd]eputy )?$")
# "Bayern president Ada Quist", but "Norlandish president Ada Quist" and "Former president"
_BODY_OF_PRESIDENT = re.compile(
    r"\b(?!(?:Former|Vice|Acting|Interim|Outgoing|Incoming|New|Then|Late|Current|Deputy|Ousted"
    r"|First|The|His|Her|Its|Their)\b)(?P<body>[A-ZÀ-Þ][\w.’-]*\w)\s(?:vice[ -])?(?=president)"
)
_LIKE_NATION = re.compile(r"(?:an|en|ish|ese|ic|i|ch|ia|land|['’]s)$")
_OF_STATE = re.compile(r"(?:Republic|Nation|State|Court|Chamber|House|Senate|Parliament)\b")
_HEADS = ("president", "secretary-general", "secretary general")
# "the doctors' association ... its president": whose president is told elsewhere
_ITS_PRESIDENT = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Ww]hose)\s(?:[\w-]+\s){0,2}"
    r"(?:(?:[Vv]ice[ -])?[Pp]resident|(?:[Dd]eputy )?[Ss]ecretary[- ][Gg]eneral)\b"
)
_GROUP_BEFORE = re.compile(
    r"\b(?:group|organi[sz]ation|charity|watchdog|campaign|network)\s(?:[A-Z][\w-]+\s)?$"
)
# "secretary of the Metal Workers' Union", "the union's general secretary"
_OF_UNION = re.compile(
    r"\bsecretary(?:[- ]general)?\s(?:of|at|for|with)\s(?:the\s)?(?:[\w.&’'-]+\s){0,5}"
    r"(?:union|unions|federation|association|guild|syndicate)\b"
    r"|\b(?:union|federation|association|guild|syndicate)(?:['’]s)?,?\s(?:general\s)?secretary\b",
    re.IGNORECASE,
)
_PARTICIPLE = _any_of(
    """established created launched enacted signed adopted using speaking cited quoted interviewed
    citing quoting talking referring carried kept seen
    obtained verified run polled surveyed consulted
    published posted contacted reached operating working living based trained supported
    backed""".split()
)
_PARTICIPLE_CLAUSE = re.compile(rf"\s{_PARTICIPLE}\s(?!group).*", re.DOTALL)
# whoever leads or speaks for others is no private person, whatever the age
_WHO_LEADS = re.compile(
    r"\b(?:boss|chief|chair(?:man|woman|person)?|president|director|leader|head|founder|owner"
    r"|candidate|spokes(?:man|woman|person)|secretary|minister|mayor|senator|coach|captain|ceo"
    r"|manager|singer|actor|actress|author|striker|player|champion)\b",
    re.IGNORECASE,
)
_GENERAL_HOSPITAL = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,3}(?:General|Royal|Memorial|Infirmary)(?:\s+Hospital)?"
)
_OFFICER_GENERAL = re.compile(
    r"\b(?:Attorney|Secretary|Brigadier|Major|Surgeon|Inspector|Solicitor|Governor|Director"
    r"|Lieutenant|Consul|Auditor|Postmaster|Adjutant|Comptroller|Dollar|Estates|Force|Army|Navy"
    r"|Marine|Police|Staff)[\s-]General\b"
)
# "Ada Quist, 34": a private person is introduced by an age; "Local 12" is a branch of a union
_NUMBERED = _any_of(
    """Local Lodge Chapter Branch District Ward Area Zone Unit Line Flight Channel Radio Studio
    Highway Route Brigade Division Regiment Squad Station Engine Article Section Title Phase
    Group""".split()
)
_AGE = re.compile(
    rf"""
    \b(?!{_NUMBERED}\b)[A-ZÀ-Þ][\w’'-]+,?\ (?:aged?\ )?
    [1-9]\d
    (?=$|[,;)]|\ (?:years?\b|of\b|from\b|who\b|a\b))
    """,
    re.VERBOSE,
)
# Of a person who is named the family can be asked, though not by its members' names.
_KIN_OF_NAMED = re.compile(
    r"(?:his|her|their)\s+(?:family|parents|relatives|wife|husband|widow|mother|father|lawyers?)",
    re.IGNORECASE,
)
_NAME_WITHHELD = re.compile(
    r"""
    [,\s]+ [^.;"“”]{0,40}?
    \b(?: (?:did\s+not|does\s+not|didn['’]t)\s+(?:want|wish)\s+to\s+be\s+(?:named|identified|quoted)
        | (?:declined|refused|ask(?:ed|ing)\s+not|preferred\s+not)\s+to\s+be
          \s+(?:named|identified|quoted)
        | (?:did|would)\s+not\s+give\s+(?:his|her|their)\s+(?:full\s+)?names?
        | can\s?not\s+be\s+named
        | (?:on|under)\s+(?:the\s+)?condition\s+of\s+anonymity
        | (?:request(?:ed|ing)|ask(?:ed|ing)\s+for)\s+anonymity )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|another|other|both|all)\s+",
    re.IGNORECASE,
)
# a body for people is not the people: "the refugee agency", "a lawyer for the families"
_BODY = _any_of(
    """agency ministry minister council society union association office department committee
    commission commissioner organi[sz]ation federation fund club board authority lawyers? attorneys?
    programme program syndicate guild league chamber front movement alliance forum advocates?
    campaigners? lobbyists?""".split()
)
_BODY_AFTER = re.compile(
    rf"""
    (?:['’]s?)?\s+
    (?:(?:affairs|protection|relief|rights|and|welfare|(?-i:[A-Z][\w’-]+)
      |(?<=['’]\s)and\s[\w-]+)\s+){{0,2}}
    (?:{_BODY}|unions|group|collective|club)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STAFF = re.compile(
    r"\b(?:[Gg]eneral|[Jj]oint|[Cc]hiefs? of(?: (?:the )?\w+){0,2}|[Aa]rmy|[Dd]efen[cs]e) [Ss]taff$"
)
_BODY_BEFORE = re.compile(
    rf"""
    \b(?:{_BODY}|doctors?|medics?)\b
    [^,]{{0,80}}?
    \s(?:for|of|to|with)\s+
    (?:(?!and\b)[\w’'-]+\s+){{0,2}}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "an army of volunteers", and "Arsonists' and Terrorists' Minister Ada Quist" in a jeer
_ARMY_OF_OTHERS = re.compile(
    r"\sof\s(?:[\w-]+\s){0,3}(?:followers|supporters|fans|lawyers|volunteers|workers|lobbyists"
    r"|consultants|donors|trolls|bots|bloggers|activists|advisers|critics|helpers|viewers"
    r"|readers)\b"
)
_TERRORISTS = ("terrorist", "extremist")
_MINISTER_AFTER = re.compile(
    r"\s(?:[A-Z]\w+\s)?(?:Secretary|Minister|Senator|President|Governor)\b"
)
_LEADERS_OF = re.compile(r"(?:[Tt]he\s|[Ww]orld\s)?[Ll]eaders\sof\s(?P<nation>.+?)(?:,|\sand\s|$)")
# who was a surgeon once treats nobody now
_MEDICAL_PERSON = re.compile(
    r"(?:surgeon|neurosurgeon|doctor|nurse|physician|midwife|dentist|[a-z]+(?:ologist|iatrist"
    r"|iatrician|etrist))s?"
)
_FORMERLY = re.compile(r"\b(?:[Ff]ormer|[Ee]x-|[Rr]etired)\s?(?:[a-z-]+\s){0,2}$")
_TRADES = ("resident_or_witness", "other", "expert", "unnamed")
_TOPIC = re.compile(
    r"\b(?:voice|expert|authority|hawk|hard-liner|writes|views?)\son\s(?:[\w-]+\s){0,2}$"
)
_BODY_BEFORE_REACH = 120  # characters
_JOINED_TO_COUNTRY = re.compile(r"\b(?:and|another|ally|the|or|both)\b|\W")
_AFTER_DOCUMENT = re.compile(
    r",|\s\(|\s(?:of|by|from|in|at|on|for|to|with|about|between|into|under|that|which|who|he|she"
    r"|they"
    r"|it|sent|drawn|written|made|[a-z-]{3,}ed|[a-z]{3,}ly|challenging|winding|showing|detailing"
    r"|describing|outlining|containing|alleging|accusing|urging|calling|asking|seeking)\s"
)
# papers with a title of their own: "the First Step Act", but no Mr Law, no Mrs Book
_TITLED_RECORDS = frozenset(
    "Act Data Documents Emails Investigation Letter Memo Order Plan Poll Report Resolution Study"
    " Survey Transcript Treaty Video".split()
)
# bodies that are called after what they do
_SURVEYORS = re.compile(r"\b(?:[Gg]eological|[Gg]eophysical|Antarctic|Ordnance) [Ss]urvey$")
# persons of note, no numbers
_FIGURES = re.compile(
    r"\b(?:political|public|religious|leading|senior|key|sports|business|media|entertainment|party"
    r"|historical|community|cultural|opposition|prominent|top) figures$"
)
_AFTER_PERSON = re.compile(
    r"\s(?:at|in|of|from|inside|with|within|near|for|on|close to|who|which|that|based)\s|,"
)
_CAPITALISED = re.compile(
    r"""
    [A-ZÀ-Þ][\w.’'-]*
    | (?:al|el|an|ash|ad|as|at)-[A-Z][\w’'-]*
    """,
    re.VERBOSE,
)
_ROLE_ALONE = re.compile(
    r"(?:^|,\s)(?:[A-Z0-9][\w.-]*\s)*(?:[a-z-]+\s){0,2}"
    r"(?:candidate|nominee|contender|hopeful|president|chairman|chairwoman|chair|chief"
    r"|founder|owner"
    r"|director|author|leader|commentator|analyst|activist|lawyer|veteran)$"
)
# "Official figures", "the coast guard" and "the driver, Ada Quist," hide nobody
_PAPERS_AFTER = re.compile(
    r"\s+(?:papers|figures|statistics|data|records|documents|results|counts?|estimates)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"^(?:one|two|three|four|five|six|some|many|most|several|all|both|few|each|any|another|\d+) of "
    r"(?:the|these|those|his|her|their|its) ",
    re.IGNORECASE,
)
_AND_OWN_KIN = re.compile(r"(?<=[a-z])\sand\s(?:his|her|their)\s[a-z].*")
_OWN_KIN = re.compile(r"(?:his|her|their)\s[a-z]")
_GUARD = re.compile(
    r"\b(?:coast|national|home|border|revolutionary|republican|presidential|civil)\s+guards?$",
    re.IGNORECASE,
)
_NAME_AFTER_COMMA = re.compile(r",\s+[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+)+")
_INTRODUCES_NAME = re.compile(r"\b(?:identified as|named|called|known as)\s")
_NAME_FIRST = re.compile(
    r"""
    (?P<name>
        (?:[A-Z][\w.’'-]*|al-\w+)
        (?:\s+(?:[A-Z][\w.’'-]*|al-\w+))+
    )
    \s*
    (?:,|\ba\b|\ban\b|\bthe\b|\()
    """,
    re.VERBOSE,
)
_MEDIA_NOUN = (
    "(?:[Nn]ews [Aa]gency|[Pp]ress [Aa]gency|TV|[Tt]elevision|[Rr]adio"
    "|[Nn]ewspaper|[Mm]agazine|[Ww]ebsite)"
)
_NAMED_OUTLET = re.compile(rf"(?:[A-Z][\w.’'-]+\s+){{1,4}}{_MEDIA_NOUN}\b")


@dataclass(frozen=True)
class SourceGroup:
    """
    A group of words in the lexicon of sources.

    Attributes
    ----------
    source_type : str
        One of ``tables.SOURCE_TYPES``.
    rank : int
        From 1 (weak evidence) to 5 (a person's own part); 0 for groups used by name.
    pattern : Pattern
        Matches any of its words.
    """

    source_type: str
    rank: int
    pattern: re.Pattern[str]


class TypeMatch(NamedTuple):
    """Words that indicate a source type, as characters of the source; ``end`` is not included."""

    source_type: str
    rank: int
    start: int
    end: int


@lru_cache(maxsize=4)
def read_source_lexicon(path: Path | None = None) -> dict[str, SourceGroup]:
    """
    Read the lexicon of sources.

    Parameters
    ----------
    path : Path, optional
        ``data/lexicons/sources.toml`` by default.

    Returns
    -------
    dict of str to SourceGroup
        The groups by name.

    Raises
    ------
    LexiconError
        As ``analysis.core.lexicon.load``.
    """
    groups = lexicon.load(
        path or paths.LEXICONS / "sources.toml",
        allowed_keys=("type", "rank", "words", "small", "patterns"),
    )
    return {
        name: SourceGroup(group["type"], group["rank"], _compile(group))
        for name, group in groups.items()
    }


def _compile(group: dict[str, Any]) -> re.Pattern[str]:
    """
    Compile the words of a group into one regular expression, longest first.

    Words in capitals and those of ``small`` match only as written, and so do ``patterns``; all
    others match in any case.
    """
    words = sorted(group["words"], key=len, reverse=True)
    small = sorted(group.get("small", []), key=len, reverse=True)
    any_case = [word for word in words if not word.isupper()]
    as_written = [word for word in words if word.isupper()] + small
    exact = group.get("patterns", []) + [_escaped(word) for word in as_written]
    parts = []
    if any_case:
        parts.append(f"(?i:{'|'.join(map(_escaped, any_case))})")
    if exact:
        parts.append(_any_of(exact))
    return re.compile(rf"(?<![\w-]){_any_of(parts)}(?:['’]?s|['’])?(?![\w-])")


def _escaped(word: str) -> str:
    """Escape a lexicon entry; a space matches any white space."""
    return re.escape(word).replace(r"\ ", r"\s+")


@lru_cache(maxsize=50_000)
def type_matches(words: str) -> tuple[TypeMatch, ...]:
    """
    Find the words of a source that indicate its type.

    Relative clauses, participle clauses and words that only say whose side a source is on
    ("Hamas-run") are ignored.

    Parameters
    ----------
    words : str

    Returns
    -------
    tuple of TypeMatch
        In reading order; of overlapping matches only the longest.

    Examples
    --------
    >>> type_matches("the health ministry")
    (TypeMatch(source_type='health_authority', rank=3, start=4, end=19),)
    """
    visible = words
    for aside in (_RELATIVE, _PARTICIPLE_CLAUSE, _SIDE, _THEN):
        visible = aside.sub(_blank, visible)
    visible = _with_small_trade(_BEFELL.sub(_without_rest, visible))
    matches = []
    for name, group in read_source_lexicon().items():
        if group.rank and name != "countries":
            matches += _matches_of_group(visible, group)
    # the longest first, then the highest rank, then the leftmost
    matches.sort(key=lambda match: (match.start - match.end, -match.rank, match.start))
    kept: list[TypeMatch] = []
    for match in matches:
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.start))


def _blank(match: re.Match[str]) -> str:
    """Replace a match by spaces, so that offsets stay the same."""
    return " " * len(match[0])


def _without_rest(match: re.Match[str]) -> str:
    """Replace the rest of a match by spaces."""
    return match[0][: match.start("rest") - match.start()] + " " * len(match["rest"])


def _with_small_trade(words: str) -> str:
    """Return words with the trade that begins them in small letters: "passenger Emil Roth"."""
    trade = _TRADE_FIRST.match(words)
    if trade is None or is_given_name(trade["trade"]):
        return words
    if read_source_lexicon()["ordinary"].pattern.fullmatch(trade["trade"].lower()) is None:
        return words
    return words[: trade.end()].lower() + words[trade.end() :]


def _matches_of_group(words: str, group: SourceGroup) -> list[TypeMatch]:
    """Find the words of one group, except those of whom a source only works for or looks at."""
    matches = []
    for found in group.pattern.finditer(words):
        start, end = found.span()
        if group.source_type in _TYPES_WITH_UNIONS and is_of_outsider(words, end):
            continue
        if group.rank >= NAMED_ORGANISATION and is_surname(words, start, end):
            continue
        if group.source_type == "media" and is_first_name(words, start, end):
            continue  # "Dawn Quist" is no newspaper
        if _is_figure_of_speech(words, found):
            continue
        if group.source_type in _TRADES and is_family_name(words, start, end):
            continue  # "Ada Farmer" is no farmer
        if group.rank <= INSTITUTION and _TOPIC.search(words[:start]):
            continue  # "a leading voice on military matters"
        if group.source_type == "resident_or_witness" and _is_part_of_name(words, start):
            continue
        if group.source_type != "resident_or_witness" or not _is_represented(words, start, end):
            matches.append(TypeMatch(group.source_type, group.rank, start, end))
    return matches


def _is_figure_of_speech(words: str, found: re.Match[str]) -> bool:
    """Whether an army is one of fans, or terrorists are only what a minister is jeered as."""
    if found[0].lower() == "army" and _ARMY_OF_OTHERS.match(words, found.end()):
        return True
    is_jeer = found[0].lower().startswith(_TERRORISTS) and found[0].endswith(("'", "’"))
    return is_jeer and _MINISTER_AFTER.match(words, found.end()) is not None


def _is_part_of_name(words: str, start: int) -> bool:
    """Whether a noun for people is in the name of a group: "the rights group Witness Karsk"."""
    if not words[start].isupper():
        return False
    return _GROUP_BEFORE.search(words[:start]) is not None


def _is_represented(words: str, start: int, end: int) -> bool:
    """Whether people are those a source works for: "the refugee agency", "the families' lawyer"."""
    before = words[max(0, start - _BODY_BEFORE_REACH) : start]
    return bool(_BODY_AFTER.match(words, end) or _BODY_BEFORE.search(before))


@lru_cache(maxsize=50_000)
def is_country(words: str) -> bool:
    """Whether words name countries and nothing else."""
    countries = read_source_lexicon()["countries"].pattern
    name = _DETERMINER.sub("", words)
    rest = countries.sub("", name)
    if rest != words and not _JOINED_TO_COUNTRY.sub("", rest):
        return True
    if read_source_lexicon()["states_of_a_union"].pattern.fullmatch(words):
        return True
    return name.strip() in _countries()


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Return the names of all countries."""
    names = read_names(paths.GAZETTEER / "parties.csv")
    return frozenset(name.words for name in names if (name.kind, name.form) == ("country", "name"))


@lru_cache(maxsize=1)
def nationalities() -> frozenset[str]:
    """
    Return the adjectives of all countries, and what their people are called.

    Returns
    -------
    frozenset of str
        "Venezuelan", "Danes".
    """
    return frozenset(countries_by_adjective())


@lru_cache(maxsize=1)
def countries_by_adjective() -> dict[str, str]:
    """
    Return the country of each adjective, and of what its people are called.

    Returns
    -------
    dict of str to str
        "Venezuela" for "Venezuelan".
    """
    names = read_names(paths.GAZETTEER / "parties.csv")
    return {
        name.words: name.party
        for name in names
        if (name.kind, name.form) == ("country", "adjective")
    }


_BODY_FOR = re.compile(
    r"\b(?:Headquarters|Cent(?:re|er)|Office|Committee|Commission(?:er)?|Council|Fund|Agency|Board"
    r"|Foundation|Association|Institute|Bureau|Department|League|Service|Tribunal|Network"
    r"|Coalition)"
    r"\s(?:for|of)\s[^,]*$"
)
# what a scholar studies is not what a scholar is: "who researches militant groups"
_SUBJECT_OF_STUDY = re.compile(
    r"(?P<verb>\bwho\s+(?:studies|studied|has\s+studied|analy[sz]es|researches|teaches"
    r"|speciali[sz]es\s+in))\s+[^,]*?(?=\s+(?:at|for)\s+(?:the\s+)?[A-Z]|,|$)"
)


def _best_type(words: str) -> tuple[str | None, int]:
    """Return the type and rank of the strongest match; (None, 0) if nothing matches."""
    words = _SUBJECT_OF_STUDY.sub(r"\g<verb>", words)
    if not words:
        return None, 0
    first = _first_of_several(words)
    if is_country(_RELATIVE.sub("", words).split(",")[0]) or is_country(first):
        return "state_official", INSTITUTION
    leaders = _LEADERS_OF.match(words)
    if leaders is not None and is_country(leaders["nation"]):
        return "state_official", INSTITUTION
    if _is_document(words):
        return "document", INSTITUTION
    if _GENERAL_HOSPITAL.fullmatch(words) and not _OFFICER_GENERAL.search(words):
        return "health_authority", INSTITUTION
    matches = [match for match in type_matches(first) if not _is_served(first, match)]
    if matches:
        strongest = _strongest(first, matches)
        if strongest.source_type in _OFFICE_TYPES and _holds_none(first, matches):
            return "other", strongest.rank
        if _practised_before(first, strongest):
            return "other", _WEAK
        return strongest.source_type, strongest.rank
    if _AGE.search(words) and _WHO_LEADS.search(words) is None:
        return "resident_or_witness", _WEAK
    return None, 0


def _is_served(words: str, people: TypeMatch) -> bool:
    """Return whether people are those for whom a named body is: "the Centre for Refugees"."""
    is_private = people.source_type == "resident_or_witness"
    return is_private and _BODY_FOR.search(words[: people.start]) is not None


def _strongest(words: str, matches: Sequence[TypeMatch]) -> TypeMatch:
    """Return the match of the highest rank: the first, or the body that a first level is of."""
    strongest = max(matches, key=lambda match: match.rank)
    for match in matches:
        is_head = words[strongest.end : match.start].isspace() and match.source_type == "expert"
        if is_head and match.rank == strongest.rank:
            return match  # "a military strategist"
        is_next = match.start > strongest.start and match.rank == strongest.rank
        if is_next and is_level_only(words, strongest.start, strongest.end, match.start):
            return match
    return strongest


def _practised_before(words: str, profession: TypeMatch) -> bool:
    """Whether a doctor or nurse is a former one: "former neurosurgeon Emil Roth"."""
    if profession.source_type != "health_authority":
        return False
    noun = words[profession.start : profession.end].lower()
    is_person = _MEDICAL_PERSON.fullmatch(noun) is not None
    return is_person and _FORMERLY.search(words[: profession.start]) is not None


def _holds_none(words: str, matches: Iterable[TypeMatch]) -> bool:
    """Whether an office is a former one, or that of a firm, club or union."""
    if _OF_UNION.search(words) is not None:
        return True
    for match in matches:
        if match.source_type not in _OFFICE_TYPES:
            continue
        if _FORMER.search(words[: match.start]) or _ITS_PRESIDENT.search(words):
            return True
        nation = _OF_NATION.search(words[: match.start])
        if nation is not None and nation["nation"] in nationalities():
            continue  # "the Velmian vice president for trade"
        office = max(words.lower().rfind(noun, 0, match.end) for noun in _HEADS)
        if _is_president_of_club(words):
            return True
        firm = _PRESIDENT_OF.match(words, office) if office >= 0 else None
        if firm and not _is_of_state(firm["body"]):
            return True
    return False


def _is_president_of_club(words: str) -> bool:
    """Whether the name right before "president" is that of a firm or club: "Bayern president"."""
    found = _BODY_OF_PRESIDENT.search(words)
    if found is None:
        return False
    body = found["body"]
    is_nation = body in nationalities() or _LIKE_NATION.search(body) is not None
    return not is_nation and not _is_of_state(body)


def _is_of_state(body: str) -> bool:
    """Whether a body is a state, or one of a state or of several states."""
    if is_country(body) or _OF_STATE.match(body) is not None:
        return True
    return any(match.source_type in _OFFICE_TYPES for match in type_matches(body))


def _is_document(words: str) -> bool:
    """Whether the head noun is a document or picture: "hospital records", "a video of it"."""
    head = _AFTER_DOCUMENT.split(_PARTICIPLE_CLAUSE.sub("", words))[0]
    last = re.search(r"[\w-]+$", head.strip())
    if last is None:
        return False
    is_title = last[0] in _TITLED_RECORDS
    is_alone = last[0] == head.strip()
    is_first_word = is_alone and (last[0].endswith("s") or head.strip() != words.strip())
    if not (last[0].islower() or is_title or is_first_word):
        return False
    if last[0].lower() == "reports":  # those of papers and stations
        return False
    if _SURVEYORS.search(head) is not None or _FIGURES.search(head) is not None:
        return False
    return read_source_lexicon()["records"].pattern.fullmatch(last[0].lower()) is not None


def _first_of_several(words: str) -> str:
    """Return the first of joined sources ("the Observatory and activists") if its type is known."""
    first, *others = re.split(r"\s+and\s+", words, maxsplit=1)
    if others and first[:1].isupper() and _OWN_KIN.match(others[0]):
        return first  # "Ada Quist and her husband"
    if first == words or _ROLE_ALONE.search(first) is not None:
        return words  # "candidate and Senator Ada Quist" is one person
    return first if is_country(first) or type_matches(first) else words


@lru_cache(maxsize=50_000)
def source_type(words: str | None, name: str | None = None) -> str:
    """
    Return the type of a source.

    Parameters
    ----------
    words : str or None
        The words that name it in this attribution: "the ministry", "he". None if there are none.
    name : str, optional
        What the article calls it elsewhere: "the Gaza health ministry". Alternatives are separated
        by " / ". Used when ``words`` are weak evidence.

    Returns
    -------
    str
        One of ``tables.SOURCE_TYPES``. ``unnamed`` if there are no words, ``other`` if the type is
        not known.

    Examples
    --------
    >>> source_type("a spokesman for the interior ministry")
    'state_official'
    >>> source_type("he", "Dr Lena Orlova, a surgeon")
    'health_authority'
    """
    if not words:
        return "unnamed"
    found, rank = _best_type(words)
    is_generic = rank == INSTITUTION and _GENERIC.fullmatch(words) is not None
    if (rank < INSTITUTION or is_generic) and name and name != words:
        types = [_best_type(part) for part in name.split(" / ")]
        named_type, named_rank = max(types, key=lambda typed: typed[1])
        if named_rank > rank or named_rank == rank == _WEAK:
            found = named_type
    if found == "other" and name and _FORMER_OFFICE.search(f"{words} {name}"):
        found = _current_office(words, name) or found
    if found == "local_authority" and _is_governor_of_state(f"{words} / {name or ''}"):
        found = "state_official"
    if found in (None, "unnamed") and _REPRESENTS.search(words):
        return "other"
    if found == "other" and _SOURCE_OF_PARTY.search(words):
        return "unnamed"
    if found is not None and found != "unnamed":
        return found
    # an activist with a name is not unnamed; anyone else without one is
    if all(is_anonymous(part) for part in (name or words).split(" / ")):
        return "unnamed"
    return "other"


def _is_governor_of_state(told: str) -> bool:
    """
    Return whether words make somebody the governor of a state of a union, and nothing local.

    "Gov. Ann Reed" and "the governor" are one office in an article, and "the governor of Texas" in
    another; a governor of a province is of the local authority.
    """
    others = _GOVERNOR.sub(" ", told)
    if others == told or any(m.source_type == "local_authority" for m in type_matches(others)):
        return False
    states = read_source_lexicon()["states_of_a_union"].pattern
    parts = [part for part in told.split(" / ") if _GOVERNOR.search(part)]
    return _GOV.search(told) is not None or any(states.search(part) for part in parts)


def _current_office(words: str, name: str) -> str | None:
    """Return the type of the office that a former holder of another holds now."""
    parts = name.split(" / ")
    former = " ".join(_FORMER_PHRASE.findall(" / ".join((words, *parts)))).lower()
    for part in parts:
        if _FORMER_OFFICE.search(part):
            continue
        for match in type_matches(part):
            office = part[match.start : match.end].lower()
            if match.source_type in _OFFICE_TYPES and office not in former:
                return match.source_type
    return None


def is_anonymous(words: str | None) -> bool:
    """
    Whether a source stays without a name.

    Parameters
    ----------
    words : str or None
        Its words, or the fullest name that the article gives.

    Returns
    -------
    bool
        True for "activists", "a US official", "sources at the ministry", and if there is no source.
        False for named persons and for institutions, which can be asked.

    Examples
    --------
    >>> is_anonymous("two US officials"), is_anonymous("activist Omar Haddad")
    (True, False)
    >>> is_anonymous("the ministry")
    False
    """
    if not words:
        return True
    if _KIN_OF_NAMED.fullmatch(words):
        return False
    words = _PART_OF.sub("", _AND_OWN_KIN.sub("", words))
    groups = read_source_lexicon()
    if groups["anonymity"].pattern.search(words) or _NAME_WITHHELD.search(words):
        return True
    head = _AFTER_PERSON.split(words, maxsplit=1)[0]
    found = groups["unnamed_people"].pattern.finditer(head)
    nouns = [noun for noun in found if not _is_in_body(head, noun)]
    nouns = [noun for noun in nouns if not is_family_name(head, *noun.span())]
    return bool(nouns) and not _has_personal_name(words, head, nouns[-1])


def is_granted_anonymity(text: str, end: int) -> bool:
    """
    Whether the words after a source say that its name is withheld.

    Parameters
    ----------
    text : str
        The article.
    end : int
        Where the words for the source end.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_granted_anonymity("A steward, who did not want to be named, said so.", 9)
    True
    """
    return _NAME_WITHHELD.match(text, end) is not None


def _is_in_body(head: str, noun: re.Match[str]) -> bool:
    """Whether people are part of a body's name: "UN refugee agency", "United Dock Workers"."""
    if _BODY_AFTER.match(head, noun.end()) or _PAPERS_AFTER.match(head, noun.end()):
        return True
    if _GUARD.search(head[: noun.end()]):
        return True
    if noun[0][0].isupper() and _is_in_named_organisation(head, noun):
        return True
    return _STAFF.search(head[: noun.end()]) is not None


def _is_in_named_organisation(head: str, noun: re.Match[str]) -> bool:
    """Whether a noun with a capital ends, or is inside, the longer name of an organisation."""
    for match in type_matches(head):
        is_inside = match.start < noun.start() and noun.end() <= match.end
        if is_inside and match.rank == NAMED_ORGANISATION:
            return True
    return False


def _has_personal_name(words: str, head: str, noun: re.Match[str]) -> bool:
    """Whether a name follows the noun ("activist Omar Haddad") or comes first."""
    after = head[noun.end() :].strip(" ,")
    if _CAPITALISED.match(after) and not is_country(after):
        return True
    if _INTRODUCES_NAME.search(words) or _NAME_AFTER_COMMA.match(words, len(head)):
        return True
    first = _NAME_FIRST.match(words)
    return first is not None and noun.start() > first.end("name")


def relaying_outlet(text: str, taken: Iterable[tuple[int, int]]) -> str | None:
    """
    Return the outlet that relays a source: SANA in "the ministry said, SANA reported".

    Parameters
    ----------
    text : str
        The sentence of the cue.
    taken : iterable of (int, int)
        Characters of ``text`` that are source or content. An outlet named there relays nothing.

    Returns
    -------
    str or None
        The first outlet or agency named elsewhere, as printed; None if there is none.
    """
    taken = list(taken)
    listed = read_source_lexicon()["media_names"].pattern
    matches = [*_NAMED_OUTLET.finditer(text), *listed.finditer(text)]
    for match in sorted(matches, key=lambda found: (found.start(), -found.end())):
        if match[0] == match[0].lower():  # "since dawn" is no newspaper
            continue
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            return match[0]
    return None
