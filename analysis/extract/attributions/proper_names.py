"""
Analyse the words of one source: the name in it, whether it is one person, how complete it is.

In: words as printed. Out: names, parts of names, truth values. Which words of an article refer to
the same source is decided in ``analysis.extract.attributions.coreference``.
"""

import re
from functools import cache, lru_cache

from analysis.core import lexicon, paths
from analysis.core.given_names import is_given_name
from analysis.extract.attributions.source_types import (
    INSTITUTION,
    NAMED_ORGANISATION,
    nationalities,
    read_source_lexicon,
    type_matches,
)
from analysis.extract.epithets import epithet_words, without_epithets

__all__ = [
    "BODY_AND_NAME",
    "COURTESY",
    "CUT_SHORT",
    "EMPLOYER",
    "INSTITUTION_NOUNS",
    "LEADING_WORDS",
    "NAME",
    "NOT_SUBJECT",
    "OFFICE_NOUNS",
    "PERSON_NOUNS",
    "ROLE_NOUN",
    "TITLES",
    "TYPES_BY_NOUN",
    "completeness",
    "distinctive_words",
    "firm_endings",
    "is_nation",
    "has_common_word",
    "is_person",
    "names_a_firm",
    "names_several",
    "names_several_people",
    "trimmed_name",
]

_PARTICLE = (
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]sh|[Aa]d|[Aa]s|[Aa]t)-"  # "al-Karim"
    r"|(?:bin|de|van|von|al|el|Al|El)\s)"  # "van Dorn"
)
_ABBREVIATED_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Lt|Maj|Brig|St|Prof|Rev)\."
_INITIALS = r"(?:[A-Z]\.)+"
_PREFIX = r"(?:di|de|da|del|la|le|van|von|mac)"  # "diVelmo"
_CAPITALISED = rf"(?:{_PREFIX}(?=[A-ZÀ-Þ]))?[A-ZÀ-Þ][\w’'-]*"
# a verb that a tabloid shouts: "Finance Minister AXED the credit"
_SHOUTED_VERB = (
    r"(?:AXE|SLAM|BLAST|VOW|ADMIT|DENI|CLAIM|HAIL|WARN|SLASH|REVEAL|REFUSE|ATTACK|DEFEND|SCRAP|CALL"
    r"|BACK|JAIL|SACK|QUIT|SLAMM|ADMITT|SCRAPP|AX|REFUS|PROMISE|PROMIS|URGE|URG|BRAND|RIP|RIPP)"
    r"(?:ED|S|ES)\b"
)
_NAME_WORD = (
    rf"(?<![\w-])(?!{_SHOUTED_VERB})"
    rf"(?:{_PARTICLE})?(?:{_ABBREVIATED_TITLE}|{_INITIALS}|{_CAPITALISED})"
)
_GAP = r"(?:[^\S\n]|\n(?!\s*\n))+"  # no name goes on in the next paragraph
NAME = re.compile(
    rf"{_NAME_WORD}(?:{_GAP}(?:(?:of|for|and|the|to|in|bin|al|&){_GAP}){{0,2}}{_NAME_WORD})*"
)


def _participles() -> frozenset[str]:
    """Return the participles that a sentence may begin with, right before a name."""
    path = paths.LEXICONS / "leading_participles.toml"
    groups = lexicon.load(path, allowed_keys=("words",))
    return frozenset(groups["participles"]["words"])


# words that may precede a name and are capitalised at the beginning of a sentence
_LEADING_WORDS = (
    *"but and or so yet what when while where why how if as on in at for after before".split(),
    *"since with by from then now later earlier also both that because although though".split(),
    "according to",
    *"like under among meanwhile the a an".split(),
    *"despite plus unlike besides until unless amid once even nonetheless nevertheless".split(),
    *"however moreover during without everything nothing something top had".split(),
    # a question, and what a page asks of its readers: "Did Norvik Air", "Download Ada Quist"
    *"could would should must did does perhaps maybe yesterday tonight tomorrow".split(),
    *"recently finally again whether download collapse expand click subscribe".split(),
    *sorted(epithet_words()),
    *sorted(_participles()),
)
NOT_SUBJECT = re.compile(
    rf"^(?:{'|'.join(sorted(_participles()))}|despite|unlike|besides|amid|during|without)\s",
    re.IGNORECASE,
)
"""Matches a word before a name that is not the subject: "Quoting Ada Quist, he said"."""
# "On Thursday Norland said"; the Sunday Times is a newspaper, and Monday and Friday are given names
_LEADING_DAY = r"(?:(?:tues|wednes|thurs|satur)day|(?<=\bon\s)(?:mon|fri)day)"
LEADING_WORDS = re.compile(
    rf"^(?:(?:{'|'.join(_LEADING_WORDS)}|{_LEADING_DAY}(?=\s+(?!night|prayers?)))\s+)+",
    re.IGNORECASE,
)
# "Damascus-based", "Hamas-run": a name inside an adjective is not the source's own
_COMPOUND_ADJECTIVE = re.compile(
    r"[\w.]+-(?:based|led|run|linked|backed|affiliated|controlled|born)\b", re.IGNORECASE
)
TITLES = frozenset(
    """mr mrs ms dr sir president prime minister foreign secretary of state sen senator gov governor
    rep general gen colonel col lieutenant lt major maj captain king queen chief spokesman
    spokeswoman spokesperson director chairman chairwoman head commander ambassador envoy justice
    judge rev prof professor pope archbishop bishop vice deputy the former mayor congressman
    congresswoman congressmember councilman councilwoman councillor speaker sheriff officer
    detective sergeant sgt capt inspector superintendent supt admiral adm corporal cpl commissioner
    special agent chancellor premier coach pastor reverend sheikh pm ag mp cllr coun ald reps sens
    jr sr ii iii""".split()
)
_TITLES_AND_SURNAMES = frozenset("king pope bishop judge prince major justice queen pastor".split())
_COURTESY_WORDS = frozenset("mr mrs ms dr sen rep gov".split())
# nations, peoples and states that the lists of countries miss
_PEOPLES = frozenset(
    """british french dutch spanish turkish greek polish kurdish palestinian american swedish danish
    swiss arab african european western english irish welsh scottish us uk un eu u.s u.k
    state""".split()
)
# source types that a common noun can refer to; None is any type
TYPES_BY_NOUN: dict[str, tuple[str, ...] | None] = {
    "team": ("un_or_igo", "monitoring_group", "rescue_workers", "health_authority", "aid_group"),
    "group": (
        "monitoring_group",
        "armed_group",
        "aid_group",
        "un_or_igo",
        "rescue_workers",
        "other",
    ),
    "organisation": ("monitoring_group", "aid_group", "un_or_igo", "armed_group", "other"),
    "organization": ("monitoring_group", "aid_group", "un_or_igo", "armed_group", "other"),
    "monitor": ("monitoring_group",),
    "watchdog": ("monitoring_group",),
    "body": ("un_or_igo", "other"),
    "agency": ("media", "un_or_igo", "aid_group", "health_authority", "state_official"),
    "network": ("monitoring_group", "media"),
    "charity": ("aid_group",),
    "movement": ("armed_group", "other"),
    "militia": ("armed_group",),
    "newspaper": ("media",),
    "paper": ("media",),
    "website": ("media",),
    "channel": ("media",),
    "station": ("media",),
    "broadcaster": ("media",),
    "outlet": ("media",),
    "reporter": ("media",),
    "rescuers": ("rescue_workers",),
    "service": ("rescue_workers", "media"),
    "source": ("unnamed", "military", "health_authority", "state_official", "armed_group"),
    "statement": None,
    "report": None,
}
ROLE_NOUN = (
    r"(?:director|head|chief|leader|spokes\w+|officials?|members?|coordinator|chairman|chairwoman"
    r"|president|founder|representative)"
)
# "town engineer Marta Ilves", "the chaplain, Father Emil Roth", "her brother, Emil": a name after a
# common noun
_ROLE_AND_NAME = re.compile(
    r"""
    (?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s)?
    (?:[\w’'-]+\s){0,2}
    (?P<role>(?!(?:the|for|of|and|in|at|to|by|on|with|from|an?)\b)[a-z]+)
    ,?\s
    (?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){1,2})
    """,
    re.VERBOSE,
)
# "the teacher's brother, Emil": kin may be named by a given name alone
_KIN_AND_NAME = re.compile(
    r"""
    (?:[\w’'-]+\s){0,3}
    (?:(?:grand|step)?(?:mother|father|son|daughter|brother|sister)|wife|husband|uncle|aunt|cousin
      |nephew|niece|widow|widower|fianc[eé]e?|girlfriend|boyfriend|neighbou?r|friend|classmate
      |colleague)
    ,?\s
    [A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2}
    """,
    re.VERBOSE,
)
PERSON_NOUNS = frozenset(
    """president minister spokesman spokeswoman spokesperson leader commander official secretary
    senator candidate nominee mayor governor director chief head envoy ambassador activist doctor
    professor analyst expert resident witness correspondent journalist man woman general colonel
    officer diplomat representative chairman chairwoman congressman congresswoman lawyer businessman
    billionaire actor author organizer organiser archbishop bishop economist source pathologist
    surgeon""".split()
)
INSTITUTION_NOUNS = frozenset(
    """ministry council coalition committee commission center centre directorate department front
    brigade agency network association foundation movement union office command court
    authority""".split()
)
# nouns for one person, of whom an article may have several: "the sheriff" is not any officer
OFFICE_NOUNS = frozenset(
    """sheriff detective sergeant superintendent coroner constable councillor councilman
    councilwoman premier chancellor prosecutor principal cleric coach commissioner magistrate
    collector""".split()
)
# "the sheriff's office" is no person
_OFFICE_OF = re.compile(
    r"[\w-]+(?:['’]s?)\s+(?:office|department|bureau|staff|council|team|union)\b"
)
# "the general staff" is no person either
_GENERAL_BODY = re.compile(
    r"\b[Gg]eneral\s(?:[Ss]taff|[Aa]ssembly|[Cc]ouncil|[Cc]ommand|[Dd]irectorate|[Cc]ourt"
    r"|[Hh]ospital"
    r"|[Ff]ederation|[Cc]onfederation|[Uu]nion|[Pp]ublic|[Mm]otors|[Ee]lectric|[Mm]ills)\b"
)
# "the official news agency" is no person either
_OFFICIAL_BODY = re.compile(
    r"\b[Oo]fficial\s(?:[A-ZÀ-Þ][\w’'-]+\s)?"
    r"(?:news|press|state|media|agency|broadcaster|newspaper|gazette|radio|television|website)\b"
)
# "police Capt. Tyson Budge", "EPA Administrator Ada Quist"
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Det|Supt|Prof|Rev"
    r"|Captain|Lieutenant"
    r"|Sergeant|Administrator|Attorney|Deputy|Commandant)\.?(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}$"
)
_TEAM = re.compile(r"Team\s[A-Z]")  # "Team Quist"
_TITLED_OF = re.compile(
    r"(?:[Tt]he\s)?(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sir|Dame)\.?"
    r"(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3},?\s(?:of|from|at)\s"
)
_BODY_NOUNS = frozenset(
    """firm company bank charity school university hospital club union utility insurer airline maker
    producer retailer broker carmaker startup think-tank institute foundation league operator group
    chamber organisation organization association party federation""".split()
)
_BY_WHOM = re.compile(
    r"(?<=[a-z]),?\s(?:co-)?(?:authored|written|signed|sponsored|introduced)\sby\s.*"
)
# "a group that calls itself Blackthorn", "one, baker Ada Quist": the name is in what follows
_CALLED = re.compile(
    r"(?:[Aa]n?|[Tt]he)\s(?:(?!(?:that|which|who)\s)[\w-]+\s){1,4}?"
    r"(?:(?:that|which|who)\scalls?\s(?:itself|themselves)|calling\s(?:itself|themselves)"
    r"|(?:(?:that|which|who)\s(?:is|are|was)\s)?(?:known\sas|called|named))\s(?:the\s)?"
    rf"[“\"‘']?(?P<name>{NAME.pattern})[”\"’',]*"
)
_ONE_OF_SEVERAL = re.compile(r"^(?:[Oo]ne|[Aa]nother)(?:\sof\sthem)?,\s(?=[^,]*[A-ZÀ-Þ][^,]*,?$)")
_RELATIVE_CLAUSE = re.compile(
    r"\s*,?\s+(?:who|which|whose|that)\s.*|(?<=[a-z])(?<![Tt]hose)\s(?:who|that)$"
)
CUT_SHORT = re.compile(
    r"(?<=[a-z])\s(?:has|have|had)(?:\s(?:since|also|now|already|long))?$"
    r"|(?<=[a-z])\s(?:On|In|Of|To|For|With|At|By|From|As|And)$"
)
"""Matches what a span cut short has at its end: "the fire service has since"."""
# "Ada Quist, a miner", "Ada Quist, Republican of Velm", "Ada Quist, Emil's sister"
_APPOSITION = re.compile(
    r"(?<=[\w.)’]),\s+(?:[a-z]|[A-Z][\w-]+['’]s\s(?:\w+\s)?(?:brother|sister|wife|husband|mother"
    r"|father|son|daughter|cousin|widow|partner)\b"
    r"|(?:Republican|Democrat|Independent|Conservative|Liberal|Libertarian)(?:\s(?:of|from)\s|$)).*"
)
# "The interior ministry in the capital, Sorvat": the ministry
_IN_TOWN = re.compile(
    r"(?<=[a-z])\s(?:in|of)\s(?:the|its)\s(?:[\w-]+\s)?"
    r"(?:capital|city|town|village|port|suburb|district|province|region|state),\s"
    r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?$"
)
# "Ada Quist (D-Velm)": the party and from where, of one person
_PARTY_AT_END = re.compile(
    r"(?P<name>[^()]*[\w.]{2}?),?\s(?:\([DRI]-[A-Z][\w. -]*\)|[DRI]-[A-Z][\w.]*)"
)
# "Democratic candidate and Karsk, Norland, native Ada Quist": the last words are the name
_NAME_AT_END = re.compile(
    r".+,\s(?!(?:an?|the|his|her|its|their|of|by|and|or|to|for|with|at|in|on)\s)[a-z-]+\s"
    r"(?P<name>(?P<given>[A-ZÀ-Þ][\w’'-]+)(?:\s[A-ZÀ-Þ][\w.’'-]*){1,2})"
)
_SELF = re.compile(r"(?<=\w)\s(?:himself|herself|itself|themselves)$")
_JUNIOR_DOT = re.compile(r"(?<=\s[JS]r)\.$")
_AGE = re.compile(r"(?<=[\w.’]),\s(?:aged?\s)?[1-9]\d?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_DISTINCTIVE = re.compile(
    rf"(?:\b[Aa]l-)?\b(?:{_PREFIX}(?=[A-ZÀ-Þ]))?[A-ZÀ-Þ][\w’'.]*(?:-[\w’']+)*"
)
_PREFIX_OR_POSSESSIVE = re.compile(r"^[Aa]l-|['’]s$")
_SECOND_OF_TWO = re.compile(
    r"[\w’'.-] and (?:the|its|their|his|her|other|some|local|two|several)\b"
)
_BOTH = re.compile(r"[Bb]oth\s[A-Z].*\sand\s")  # "Both Mayor Quist and acting mayor Moe"
COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Miss)\.?\s")
EMPLOYER = re.compile(r"^(?:[A-Z][\w.&-]*\s){0,2}[A-Z][\w.&-]*['’]s\s(?=[A-ZÀ-Þ][\w’'-]+$)")
"""Matches for whom someone works before a surname: "Radio Velm's Quist"."""
_TWO_NAMES = re.compile(r"[A-Z][\w’'.-]*,? and (?P<second>[A-Z].*)")
# "Quist, Roth" of a headline, "Quist, Roth and Speaker Ada Moe"; "Orsk, Norland" are a place
_LIST_OF_NAMES = re.compile(
    r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?(?:,\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?){0,3}"
    r",\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,?\s(?:and|&)\s(?:[a-z]+\s){0,3}[A-Z].*"
    r"|(?P<one>[A-Z][\w’'-]*),\s(?P<two>[A-Z][\w’'-]*)"
)
# "Trade and Industry Committee Chairman Emil Roth" is one person
BODY_AND_NAME = re.compile(
    r"(?:[A-Z][\w’'-]*\s){0,3}(?:Committee|Subcommittee|Department|Ministry|Council|Commission"
    r"|Services?|Affairs|Office|Agency|Board|Minister|Secretary|Association|Administration)\s"
)
"""Matches what follows "and" inside the name of one body, before its officer's name."""
# of "Democratic Republic of Congo": a republic is no nation
_NO_NATIONS = frozenset({"democratic", "republic"})
_NATION_LETTERS = 4  # fewer may be a word such as "new"
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_ACRONYM_AFTER = re.compile(r"\s\([A-Z]{2,6}\)")  # "the Harbour Board (HB) and Velmar"
_COMPARED = re.compile(r"\s(?:compared\s(?:with|to)|versus|against|as\sopposed\sto)\s\W?\d.*")
_OF_TRADES = ("expert", "resident_or_witness")
_MOST_TRADE_WORDS = 3
# last words of an office before a full name: "Town Assessor Anna Roth", "dive operator Al Roth"
_OFFICE_ENDING = re.compile(
    r"(?!(?:center|tower|river|water|power|paper|order|border|number|member|winter|summer|cancer"
    r"|chapter|quarter|letter|computer|corner)$)[a-z]{2,}(?:er|or|ist|ian|ologist|eer)"
)
_MIDDLE_INITIAL = re.compile(r"(?<=[a-z]{2}\s)[A-Z]\.\s(?=[A-ZÀ-Þ])")  # of "Ada B. Quist"
_MAX_NAME_WORDS = 6  # further words do not make a name more complete


def trimmed_name(words: str) -> str:
    """
    Return a source without article, relative clause, apposition and punctuation at its ends.

    Examples
    --------
    >>> trimmed_name("the Harbour Authority, which runs the port,")
    'Harbour Authority'
    >>> trimmed_name("the interior ministry in the capital, Sorvat")
    'interior ministry'
    >>> trimmed_name("a group that calls itself Blackthorn")
    'Blackthorn'
    >>> trimmed_name("Karsk, Norland, native Ada Quist"), trimmed_name("Ada Quist (D-Velm)")
    ('Ada Quist', 'Ada Quist')
    """
    words = re.sub(r"\s+", " ", words).replace(" ,", ",").strip(" ,;:–—-")
    words = _COMPARED.sub("", CUT_SHORT.sub("", _SELF.sub("", words)))
    called = _CALLED.fullmatch(words)
    if called is not None:
        return called["name"]
    words = _IN_TOWN.sub("", _ONE_OF_SEVERAL.sub("", words))
    words = _BY_WHOM.sub("", _RELATIVE_CLAUSE.sub("", words)).rstrip(" ,;:–—-")
    named = _NAME_AT_END.fullmatch(words)
    if named is not None and is_given_name(named["given"]):
        return named["name"]
    if words[:1].isupper() or NAME.search(words):
        words = _AGE.sub("", _APPOSITION.sub("", words).rstrip(" ,"))
    of_party = _PARTY_AT_END.fullmatch(words)
    if of_party is not None:
        words = of_party["name"]
    return without_epithets(_ARTICLE.sub("", words)) or words


def completeness(name: str) -> tuple[int, int, int, int]:
    """
    Return a sort key by which the most complete of several names comes last.

    Names with more words of their own rank higher ("Carla Neri" above "Ms Neri"), then those with
    more words, then shorter ones. Initials count only between names that are else equal: a title
    tells more ("Mayor Carla Neri" above "Carla B. Neri"). Among common nouns the longer ranks
    higher. An acronym has no word of its own: "Department of Justice" ranks
    above "DOJ".
    """
    name = EMPLOYER.sub("", name)
    if _ACRONYM.fullmatch(name):
        return 0, 1, 0, -len(name)
    initials = _MIDDLE_INITIAL.findall(name)
    name = _MIDDLE_INITIAL.sub("", name)
    titled = [COURTESY.sub("", part) for part in NAME.findall(name)]
    n_words = max((len(part.split()) for part in titled), default=0)
    length = -len(name) if n_words else len(name)
    n_distinctive = min(len(distinctive_words(name)), _MAX_NAME_WORDS)
    return n_distinctive, min(n_words, _MAX_NAME_WORDS), len(initials), length


@cache
def _nations() -> frozenset[str]:
    """Return the names of countries and capitals, and of their peoples, in small letters."""
    pattern = read_source_lexicon()["countries"].pattern.pattern
    words = set(re.findall(rf"[A-Za-z]{{{_NATION_LETTERS},}}", pattern)) | nationalities()
    return frozenset(word.lower() for word in words) - _NO_NATIONS


@lru_cache(maxsize=50_000)
def distinctive_words(words: str) -> tuple[str, ...]:
    """
    Return the words that identify a source: parts of names, but no titles or nationalities.

    Examples
    --------
    >>> distinctive_words("the Syrian government")
    ()
    >>> distinctive_words("Italian Foreign Minister Carla Neri")
    ('Carla', 'Neri')
    """
    found = []
    before = ""
    for token in _DISTINCTIVE.findall(_COMPOUND_ADJECTIVE.sub(" ", trimmed_name(words))):
        lowered = token.lower().strip(".")
        is_title = lowered in TITLES and not _is_surname(lowered, before)
        if not is_nation(lowered) and not is_title:
            found.append(_PREFIX_OR_POSSESSIVE.sub("", token).rstrip("."))
        before = token.strip(".")
    if len(found) == 1 and _is_sentence_capital(words, found[0]):
        return ()
    return tuple(found)


def _is_surname(title: str, before: str) -> bool:
    """Whether the word before a title makes it a surname: "Mr. King", "Peter T. King"."""
    if title not in _TITLES_AND_SURNAMES:
        return False
    is_initial = len(before) == 1 and before.isupper()
    return is_initial or before.lower() in _COURTESY_WORDS or is_given_name(before)


def is_nation(word: str) -> bool:
    """Whether a lower-case word names a nation, a people or a side: "syrian", "pro-kremlin"."""
    if word in _PEOPLES or word in _nations() or word.removesuffix("s") in _nations():
        return True
    return "-" in word and word.split("-")[0] in ("pro", "anti")


def _is_sentence_capital(words: str, token: str) -> bool:
    """Whether a word is capitalised only because it comes first: "Activists", "Residents of"."""
    if not words.startswith(token) or token.isupper():
        return False
    if read_source_lexicon()["named_statesmen"].pattern.fullmatch(token) is not None:
        return False  # "Obama" says as much as "Quist"
    matches = type_matches(token.lower())
    return bool(matches) and matches[0].rank != NAMED_ORGANISATION


# "The Conservation Department's Emil Roth"
_OF_BODY = re.compile(
    r"(?:[Tt]he\s)?[A-Z][\w\s’'-]*['’]s?\s(?P<name>(?:[A-Z][\w’-]+\s){1,2}[A-Z][\w’'-]+)"
)


def has_common_word(name: str) -> bool:
    """
    Return whether the dictionary knows a word of a name that is no given name.

    Most bodies have such a word, most persons none.

    Examples
    --------
    >>> has_common_word("Harlow United"), has_common_word("Ada Quist")
    (True, False)
    """
    from lemminflect import getAllLemmas

    words = [word for word in name.split() if not is_given_name(word)]
    return any(getAllLemmas(word.lower()) for word in words)


# "Corvane Tire & Rubber"
_JOINED_FIRM = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s)+&(?:\s[A-ZÀ-Þ][\w’'.-]*)+")


def is_person(words: str) -> bool:
    """Whether words refer to one person: by a noun, or by a name of no known organisation."""
    own = _OFFICIAL_BODY.sub("", _OFFICE_OF.sub("", _GENERAL_BODY.sub("", words)))
    nouns = {word.lower() for word in re.findall(r"[A-Za-z]+", own)}
    if nouns & (PERSON_NOUNS | OFFICE_NOUNS) or _TITLED.search(words) is not None:
        return True
    if _TEAM.match(words) is not None or _JOINED_FIRM.fullmatch(words) is not None:
        return False
    if _TITLED_OF.match(words) is not None:
        return True  # "Prof Ada Quist of the Velm Institute"
    name = trimmed_name(words)
    if _is_ordinary_with_name(name):
        return True
    first = re.split(r",|\s(?:of|from|with|at)\s", name)[0]
    if names_a_firm(first):
        return False
    if _is_bare_name(words, first):
        return first == name or len(first.split()) > 1
    if _KIN_AND_NAME.fullmatch(name) is not None or _is_trade_and_name(first):
        return True
    owned = _OF_BODY.fullmatch(words)
    if owned is not None and not has_common_word(owned["name"]):
        return True
    match = _ROLE_AND_NAME.fullmatch(words) or _ROLE_AND_NAME.fullmatch(name)
    if match is None or match["role"] in TYPES_BY_NOUN or match["role"] in _BODY_NOUNS:
        return False
    return not _is_institution(match["name"])


def _is_trade_and_name(name: str) -> bool:
    """Whether a trade stands before a full name: "Forecaster Emil Roth", "diver Al Roth"."""
    *trade, given, surname = name.split() if name.count(" ") > 1 else ("", "", "")
    if not any(trade) or len(trade) > _MOST_TRADE_WORDS:
        return False
    is_named = given[:1].isupper() and surname[:1].isupper() and given.isalpha()
    if not is_named or _is_institution(f"{given} {surname}"):
        return False
    matches = type_matches(" ".join(trade).lower())
    is_trade = bool(matches) and matches[-1].source_type in _OF_TRADES
    if is_given_name(given):
        return is_trade or _OFFICE_ENDING.fullmatch(trade[-1].lower()) is not None
    is_person_of_trade = trade[-1].islower() or len(trade) == 1
    return is_trade and is_person_of_trade and _is_expert(trade[-1].lower())


def _is_expert(noun: str) -> bool:
    """Whether a noun, as "consultant", is by itself one for a person who knows a field."""
    return _OFFICE_ENDING.fullmatch(noun) is not None or noun in ("consultant", "academic")


def _is_ordinary_with_name(name: str) -> bool:
    """Whether a person of a trade is named after it: "mechanic in Karsk, Emil Roth, 47"."""
    trade, comma, rest = name.partition(", ")
    named = NAME.match(rest)
    if not comma or named is None or not trade[:1].islower() or _is_institution(named[0]):
        return False
    matches = type_matches(trade)
    return bool(matches) and matches[0].source_type == "resident_or_witness"


def _is_bare_name(words: str, first: str) -> bool:
    """Whether the first part of a source is a name without an article and of no institution."""
    if re.match(r"[Tt]he\s", words) or re.search(r" (?:for|and) ", trimmed_name(words)):
        return False
    if not NAME.fullmatch(_JUNIOR_DOT.sub("", first)) or not distinctive_words(first):
        return False
    return not _is_institution(first)


def names_a_firm(name: str) -> bool:
    """Whether a name ends like a house's, or like a firm's and begins with no given name."""
    parts = name.rstrip(".").split()
    if len(parts) < 2:
        return False
    endings = _name_endings()
    if parts[-1] in endings["places"] | endings["firms"] | endings["no_surnames"]:
        return True  # "Victoria Museum", "Harlan Chemical"
    return parts[-1] in endings["endings"] and not is_given_name(parts[0])


@lru_cache(maxsize=1)
def _name_endings() -> dict[str, frozenset[str]]:
    groups = lexicon.load(paths.LEXICONS / "firm_names.toml", allowed_keys=("words",))
    return {name: frozenset(group["words"]) for name, group in groups.items()}


def firm_endings() -> frozenset[str]:
    """
    Return the words with which only firms end their names.

    Returns
    -------
    frozenset of str
        "Airlines", "Chemical".
    """
    return _name_endings()["firms"]


def _is_institution(words: str) -> bool:
    """Whether words hold an institution or a known organisation, not just a word for a witness."""
    return any(
        match.rank >= INSTITUTION and match.source_type != "resident_or_witness"
        for match in type_matches(words)
    )


def names_several_people(name: str) -> bool:
    """Return whether a name ends in a noun for several: "Some Democrats", "Velm Republicans"."""
    first = re.split(r",|\s(?:of|from|for|in)\s", name)[0]
    last = first.split()[-1] if first else ""
    nouns = read_source_lexicon()["unnamed_people"].pattern
    return last.endswith("s") and nouns.fullmatch(last) is not None


def names_several(name: str) -> bool:
    """Whether a name joins more than one source: "the army and its allies", "Berg and Lind"."""
    name = _ACRONYM_AFTER.sub("", name)
    if _SECOND_OF_TWO.search(name) or _BOTH.match(name) or _LIST_OF_NAMES.fullmatch(name):
        return True
    # "Council of Trade and Industry" is one body
    two = _TWO_NAMES.search(name)
    if two is None or " of " in name or " for " in name:
        return False
    first = name[: two.start("second")].split()
    is_person_first = any(is_given_name(word) for word in first)
    return is_person_first or BODY_AND_NAME.match(two["second"]) is None
