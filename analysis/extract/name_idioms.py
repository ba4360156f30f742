"""
Tell that a word for killing or violence is an idiom, a defeat in sport or a strike of workers.

In: an article and a word for the dead or for violence in one of its sentences. Out: a truth value.
Bills are killed, currencies die and teams are massacred; unions strike.
"""

import re
from functools import cache, lru_cache

from analysis.core import lexicon, paths
from analysis.core.animals import animal_nouns
from analysis.core.resources import lemma
from analysis.extract.bodiless import bodiless_nouns
from analysis.extract.living_victims import are_living
from analysis.extract.parties.gazetteer import political_parties
from analysis.extract.sport import is_about_sport, tells_of_bodies

__all__ = ["is_no_harm"]

_WORD = re.compile(r"[\w’'-]+")
_STRIKE = re.compile(r"strik(?:es?|ing|ers?)|walkouts?", re.IGNORECASE)
_LABOUR = re.compile(
    r"""
    \b
    (?:
        (?<!European\ )(?<!African\ )(?<!Soviet\ )(?<!the\ )union(?:s|'s|’s)?
      | the\ union(?!\ (?:address|republic|territory))
      | trade\ unions? | labou?r\ (?:leaders?|congress|council|action|dispute)
      | picket\w* | walkouts? | walked\ (?:out|off) | wages? | pay\ (?:rise|raise|offer|deal)
      | raises\ of | strikers | industrial\ action | collective\ bargaining | contract\ talks
      | teamsters | auto\ workers | dock\ ?workers | on\ strike
    )
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MIN_LABOUR = 2  # different words
# "called a strike for 16 December", "a 24-hour strike": what is called or lasts is no raid
_CALLED = re.compile(
    r"""
    \b
    (?:
        (?:call|announc|threaten|ballot|suspend|stag|join|end)(?:s|ed|ing|es)?[ ]
        (?:for\ |on\ |off\ )?(?:an?|the|their|its)\ (?:[\w-]+\ ){0,2}
      | (?:on|general|hunger|rail|teachers['’]|[\w-]+-(?:hour|day|week))[ ]
    )
    $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CALLED_REACH = 60  # characters before the strike
_ARMS = re.compile(
    r"""
    \b
    (?:
        missiles? | rockets? | bomb(?:s|ed|ing|ings|ers?|ardment)? | drones? | shell(?:ed|ing|s)
      | artillery | warplanes? | air\ ?strikes? | air\ force | troops | militants? | rebels?
    )
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# said of debates, campaigns and courts too
_MAY_BE_WORDS = re.compile(
    r"(?:attack|assault|raid|offensive|battle|confrontation|incident|crime)s?|clash(?:es|ed)?"
    r"|skirmish(?:es)?|hostilities",
    re.IGNORECASE,
)
_VIOLENT = re.compile(
    r"""
    \b
    (?:
        terror\w* | guns? | gunm[ae]n | gunfire | shoot\w* | shot | stabb?\w* | kill\w* | wound\w*
      | dead | died | deaths? | soldiers? | army | military | police | wars? | forces | fighters?
      | extremists? | jihad\w* | hostages? | explo\w+ | blasts? | massacre\w* | arrest\w*
      | violen\w+ | riot\w* | weapons? | murder\w* | victims? | injur\w+ | assailants?
      | attackers? | hate
    )
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "claims attack", "the attack that the group claimed", "crimes against humanity"
_CLAIMED_BEFORE = re.compile(r"\bclaim(?:s|ed|ing)?\s+(?:(?:the|an?|this|that)\s+)?$")
_SURE_AFTER = re.compile(r"\s+(?:(?:that\s+)?(?:the\s+)?\w+\s+claimed\b|against\s+humanity\b)")
LEAD = 400  # characters in which an article tells what it is about
# "killed a fair deal", "murdered merit"; a number or a name is of bodies
_OBJECT = re.compile(
    r"\s+(?:off\s+)?(?P<determiner>(?:an?|the|his|her|its|their|any|this|that|our|my|your|every)"
    r"\s+)?"
    r"(?P<words>(?=[a-z])(?:[\w’'-]+\s*){1,5})"
)
# "the project is dead", "the naira died"
_SUBJECT = re.compile(
    r"(?P<noun>[\w’'-]+)\s+(?:(?:is|are|was|were|has|have|had|will|would|could|must|to|be|being"
    r"|looks?"
    r"|seems?|been)\s+)*"
    r"(?:(?:all|as\s+good\s+as|now|effectively|virtually|officially|but)\s+)*$"
)
# who is killed follows: a number, a name, a noun with a determiner, people
_HAS_OBJECT = re.compile(
    r"\s+(?:off\s+)?(?:\d|[A-Z“\"]|(?:an?|the|his|her|its|their|at\sleast|about|around|nearly"
    r"|almost|some"
    r"|up\sto|more|over|several|many|dozens|scores|hundreds|thousands|one|two|three|four|five|six"
    r"|seven"
    r"|eight|nine|ten|eleven|twelve|people|civilians|children|men|women)\b)"
)
_KILLED_OR_DEAD = re.compile(r"(?:(?:was|were)\s+)?(?:\w+ed|dead|slain|perished)", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r"(?:^|\s)(?:of|in|on|at|for|with|and|or|but|by|to|from|after|before|when|who|that|which"
    r"|outside|near|as)\s"
)
# "a crime against taxpayers", but "against humanity", "against women"
_AGAINST_NO_BODY = re.compile(
    r"\s+against\s+(?:the\s|our\s|all\s|good\s)?(?:tax\s?payers?|rate\s?payers?|consumers?"
    r"|customers?|shareholders?|investors"
    r"|voters?|readers?|listeners|fans|supporters|commuters|pensioners|motorists|nature|fashion"
    r"|taste"
    r"|style|art|music|cinema|theatre|literature|language|grammar|spelling|architecture|food"
    r"|cuisine"
    r"|cooking|football|soccer|cricket|rugby|tennis|sport|game|reason|logic|common\ssense|decency"
    r"|democracy|constitution|economy|environment|planet|climate|history|heritage|culture"
    r"|education)\b",
    re.IGNORECASE,
)
_FOR_COLOURS = re.compile(
    r"\s+(?:for\s(?:the|this|that|our|their)\s(?:shirt|jersey|badge|club|team|colours|colors)"
    r"|a\s(?:thousand|hundred|million)\sdeaths|of\s(?:shame|embarrassment|boredom|laughter))\b",
    re.IGNORECASE,
)
_FIGHTS = re.compile(
    r"\b(?:be|is|are|was|were|been|being|'s|'re|started|stopped|began|kept|spent\s[\w\s]{2,20})\s"
    r"(?:\w+ly\s|now\s|still\s)?$"
)
_OPPONENT = re.compile(r"\s+(?:with\s)?(?:the\s|his\s|her\s|its\s|their\s|a\s|an\s)?[a-z][\w’'-]+")
_ARMED = frozenset(
    """army armies soldiers soldier forces fighters gunmen guerrillas insurgents jihadists
    terrorists police gangs cartels war frontline front battle battles town village city border
    alongside against near around inside between""".split()
)
_DEFEATS = frozenset("slaughtered massacred butchered murdered killed annihilated".split())
_BEATEN = re.compile(
    r"\b(?P<who>[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})\s(?:(?:was|were|is|are|being|been|got)\s)?$"
)
_MOURNING = re.compile(
    r"\b(?:silence|arm\s?bands?|black\sbands|tributes?|mourn\w*|in\smemory|prayers?|wreaths?)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;:!?\n\"“”]")


def is_no_harm(text: str, sentence: str, start: int, end: int) -> bool:
    """
    Whether a word for the dead or for violence is used of something else.

    Parameters
    ----------
    text : str
        The article.
    sentence : str
        The sentence of the word.
    start, end : int
        The word, in characters from the sentence's start.

    Returns
    -------
    bool
        True for what is said of deals, laws and money ("killed a fair deal", "the naira died"),
        for victims who are paid or helped, for strikes of workers, for attacks and battles of
        which neither the sentence nor headline and lead tell anything violent, and in articles
        about sport for sentences that tell of no bodies.

    Examples
    --------
    >>> text = "The union killed a fair deal."
    >>> is_no_harm(text, text, 10, 16)
    True
    """
    if _STRIKE.fullmatch(sentence, start, end) is not None:
        return _is_of_workers(text) or _is_called(text, sentence[:start])
    if _is_figure_of_speech(sentence, start, end) or are_living(sentence, start, end):
        return True
    if _may_be_words(text, sentence, start, end):
        return True
    if is_about_sport(text):
        others = [
            match[0] for match in _WORD.finditer(sentence) if not start <= match.start() < end
        ]
        own = sentence[start:end].lower()
        if _MOURNING.search(sentence) is not None:
            return False  # "a minute of silence for the victims"
        return not tells_of_bodies(word for word in others if word.lower() != own)
    if _KILLED_OR_DEAD.fullmatch(sentence, start, end) is None:
        return False
    return _is_of_thing(sentence, start, end)


def _may_be_words(text: str, sentence: str, start: int, end: int) -> bool:
    """Whether an attack or a battle may be one of words: nothing near it tells of violence."""
    if _MAY_BE_WORDS.fullmatch(sentence, start, end) is None:
        return False
    if _CLAIMED_BEFORE.search(sentence[:start]) or _SURE_AFTER.match(sentence, end):
        return False
    around = f"{sentence[:start]} {sentence[end:]}"
    return not _tells_violence(around) and not _tells_violence(text[:LEAD])


@lru_cache(maxsize=256)  # the lead is asked for each name of an article
def _tells_violence(words: str) -> bool:
    """Whether words tell of arms, bodies or police, and not of a quarrel alone."""
    if _ARMS.search(words) is not None or _VIOLENT.search(words) is not None:
        return True
    return tells_of_bodies(_WORD.findall(words))


@lru_cache(maxsize=256)
def _is_of_workers(text: str) -> bool:
    """Whether workers strike: an article has words of labour and none of arms."""
    # asked for every strike that an article names, so its answer is kept
    found = {match[0].lower() for match in _LABOUR.finditer(text)}
    return len(found) >= _MIN_LABOUR and _ARMS.search(text) is None


def _is_called(text: str, before: str) -> bool:
    """Whether a strike is called, announced or lasts, in an article without words of arms."""
    return _CALLED.search(before[-_CALLED_REACH:]) is not None and _ARMS.search(text) is None


def _is_figure_of_speech(sentence: str, start: int, end: int) -> bool:
    """Whether words tell of a quarrel, a loyalty or a defeat: "crime against taxpayers"."""
    word = sentence[start:end].lower()
    before, after = sentence[:start], sentence[end:]
    if word.startswith("crime"):
        return _AGAINST_NO_BODY.match(after) is not None
    if word == "died":
        return _FOR_COLOURS.match(after) is not None
    if word == "killed" and re.match(r"\s+itself\b", after):
        return True
    if word == "fighting":
        return _is_dispute(sentence, before, after)
    beaten = _BEATEN.search(before)
    return (
        word in _DEFEATS
        and beaten is not None
        and beaten["who"].removeprefix("The ") in political_parties()
        and not tells_of_bodies(_WORD.findall(before + after))
    )


def _is_dispute(sentence: str, before: str, after: str) -> bool:
    """Whether somebody fights people or plans without arms: "has been fighting doctors"."""
    opponent = _OPPONENT.match(after)
    if opponent is None or _FIGHTS.search(before) is None or _ARMS.search(sentence) is not None:
        return False
    words = {word.lower() for word in _WORD.findall(before + after)}
    return words.isdisjoint(_ARMED) and not tells_of_bodies(words)


def _is_of_thing(sentence: str, start: int, end: int) -> bool:
    """Whether what is killed, or is dead, is no body."""
    follows = _OBJECT.match(_CLAUSE_END.split(sentence[end:], maxsplit=1)[0])
    if follows is not None and _is_active(sentence[:start]):
        if _head(follows["words"]) in _things():
            return True
        if follows["determiner"]:
            return False
    if _HAS_OBJECT.match(sentence, end) is not None and _is_active(sentence[:start]):
        return False  # "the car killed 12 people"
    before = _SUBJECT.search(sentence[:start])
    if before is None:
        return False
    noun = before["noun"].lower()
    return not _lifeless().isdisjoint((noun, lemma(noun, "NNS")))


def _head(words: str) -> str:
    """Return the dictionary form of the noun that a phrase ends with, before what belongs to it."""
    phrase = _COMPLEMENT.split(words.lower(), maxsplit=1)[0].split()
    return lemma(phrase[-1], "NNS") if phrase else ""


def _is_active(before: str) -> bool:
    """Whether no form of "be" stands before a verb: "were killed the same day"."""
    return re.search(r"\b(?:be|is|are|was|were|been|being)\s+(?:\w+\s+)?$", before) is None


@cache
def _harm_words(*groups: str) -> frozenset[str]:
    found = lexicon.load(paths.LEXICONS / "harm.toml", allowed_keys=("words",))
    return frozenset(word for group in groups for word in found[group]["words"])


@cache
def _things() -> frozenset[str]:
    """Return nouns of what is killed without a body; not those for people who read or vote."""
    return (_harm_words("not_harm") | bodiless_nouns() | animal_nouns()) - _AUDIENCES


@cache
def _lifeless() -> frozenset[str]:
    words = _harm_words("not_harm", "lifeless") | bodiless_nouns() | animal_nouns()
    return (words | {"project", "nothing"}) - _AUDIENCES


_AUDIENCES = frozenset(("voter", "fan", "consumer", "audience", "asteroid", "comet", "character"))
