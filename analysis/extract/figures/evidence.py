"""
Find the words of an outcome in the sentence of a number: evidence for what the tagger predicts.

In: a text and the position of a number. Out: the outcomes that the words of its sentence show. The
tagger may predict an outcome by the subject of the article alone; without a word of it in the same
sentence nothing is reported. Word lists: ``data/lexicons/evidence.toml``.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers.values import NUMBER
from analysis.extract.numbers.word_patterns import ANY_CASE, alternatives

__all__ = [
    "FROM_NEARBY",
    "is_about_illness",
    "reports_outbreak",
    "is_illness_without_injury",
    "is_shown_nearby",
    "sentence_around",
    "supported_outcome",
]

LONGEST_SENTENCE = 300  # characters on each side of a number
SURE = 0.9
FROM_NEARBY = "evidence.nearby"
LEAD = 300  # characters in which a text states what it reports
# Words that name an outcome, words that only go with it, and such that do so beside a cause alone.
STRONG, WEAK, WITH_CAUSE = "strong", "weak", "with_cause"

# What may happen to a body: the tagger confuses these with each other and with illness.
_BODILY = frozenset({"killed", "injured", "killed_or_injured", "bodies_found", "missing"})
_HELD = frozenset({"captured", "displaced"})
_COUNTED_IN_FILES = frozenset({"ill", "displaced"})
# "Announced to release 360 prisoners", "1,200 refugees returned".
_LET_GO = re.compile(
    r"\b(?:releas(?:e[sd]?|ing)|freed|freeing|return(?:s|ed|ing)?|repatriat(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_SOME_OF_THEM = re.compile(
    rf"\b(?:{NUMBER}|\d[\d,.]*|some|most|many|several|half)\s+of\s+(?:them|whom|those|these)\b",
    re.IGNORECASE,
)
_DEFINITE_BEFORE = re.compile(r"\b(?:the|all|both|those|these|other)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PERSONS = r"(?:wom[ae]n|m[ae]n|child|children|girls?|boys?|civilians?|foreigners?|locals?|people)"
_OF_THEM_AFTER = re.compile(
    rf"""
    \s+ (?: (?:of\s+(?:them|whom|those)\s+)?(?:were|was|are|is)\s+(?:an?\s+)?(?:\w+\s+)?{_PERSONS}
          | of\s+(?:them|whom|those)\s+(?:\w+\s+)?{_PERSONS} )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Words of harm to people that also say what a price, a strike or the cuts of a firm do to them.
_HIT = re.compile(r"\b(?:hit|affected|struck|targeted)\b", re.IGNORECASE)
# In them people die, though they are no agents of an attack.
_SCENES = "violence fighting war battle unrest riot riots disaster tragedy pandemic".split()
_FRAUD = re.compile(
    r"""
    \b(?: scam(?:s|med|mers?|ming)? | fraud\w* | swindl\w+ | phish\w+ | ponzi | ransomware | malware
      | identity\s+theft | data\s+(?:breach|theft|leak)\w* | theft\s+of\s+(?:[\w-]+\s+){0,2}data
      | (?:personal|private|bank|customer)\s+(?:data|details) | hackers? | hacked\s+into
      | embezzl\w+
      | con\s?(?:man|men|artist|artists) | cyber-?(?:attack|crime)s? )\b
    """,
    ANY_CASE,
)
_SENTENCE_END = re.compile(
    r"""
    [.!?]["'”’)]*\s+(?=["'“‘(\[]?[A-Z0-9])
    | ;\s
    | \n
    """,
    re.VERBOSE,
)
# "Are missing and may be dead" does not say that they are dead, nor "No deaths were reported".
_HEDGE_BEFORE = re.compile(
    r"""
    (?: \b(?:might|could|(?-i:may))\s+(?:(?:well|also|yet|now|already)\s+)?
          (?:be|have)\s+(?:been\s+)?
      | \b(?:no|zero|without|denied|denies|deny)\s+(?:any\s+)?
      | \b(?:no\s+one|nobody|none)\s+(?:was|were|is|are|has\s+been|have\s+been)\s+ )$
    """,
    ANY_CASE,
)
# "Cases pass 160, second patient dies": the patient is the one who dies.
_ANOTHER_DIES = re.compile(
    r"""
    (?: , | \b(?:as|while|after|when) )\s+
    (?! (?:and|or|but|who|which|that|they|he|she|it|all|most|some|many|both|including|mostly
        |mainly|among|officials?|police|rescuers)\b )
    (?: [\w’'-]+\s+ ){1,3} (?:dies|died)\b
    """,
    ANY_CASE,
)
_LONGEST_HEADLINE = 120  # characters after a number
# "12 lakh homeless, 38 dead", "traps 29, kills five": the word of harm is that of the later number.
_LATER_NUMBER_HARMED = re.compile(
    rf"""
    [,;]\s+(?:and\s+|but\s+)?(?:(?:at\s+least|about|some|nearly|around|over|more\s+than)\s+)?
    (?: (?:{NUMBER}|\d[\d,.]*)\s+(?:people\s+)?
        (?:dead|killed|deaths?|died|die|injured|wounded|hurt|missing|feared)\b
      | (?:kills?|killing|killed|leaves?|leaving|injures?|injuring|claims?)\s+
        (?:(?:at\s+least|about|some|nearly|around|over|more\s+than)\s+)?(?:{NUMBER}|\d) )
    # "more than 200 people are sick and two have died"
    | \s+and\s+(?:at\s+least\s+|about\s+)?(?:{NUMBER}|\d(?:[\d,.]*\d)?)\s+(?:people\s+|others\s+)?
      (?:have\s+|has\s+|had\s+|were\s+|was\s+)?(?:died|dead|killed|drowned|perished)\b
    """,
    ANY_CASE,
)
# "We had 190 patients after the strike killed 54 people": the 54 were killed
_HARMS_OTHERS = re.compile(
    rf"""
    (?:kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing))\s+
    (?:(?:at\s+least|about|some|nearly|around|over|more\s+than|another)\s+)?
    (?:{NUMBER}|\d[\d,]*)\s+
    (?:people|persons|civilians|men|women|children|soldiers)\b
    """,
    ANY_CASE,
)
# "31 children, two of whom died": the rest live
_PART_HARMED = re.compile(
    rf"""
    [,;(–—-]\s*
    (?: (?:at\s+least\s+|about\s+)?(?:{NUMBER}|\d[\d,.]*|some|most|many|several|one)\s+
        of\s+(?:whom|them|these)
      | of\s+(?:whom|them)\s+(?:at\s+least\s+|about\s+|some\s+)?(?:{NUMBER}|\d[\d,.]*) )
    \s+ (?:[\w’'-]+\s+){{0,3}}?
    (?:dead|died|dies?|killed|deaths?|perished|drowned|succumbed)\b (?P<rest>[^,;.–—)]*)
    """,
    ANY_CASE,
)
# "causes 97,000 illnesses, 3,270 hospitalizations and 30 deaths"
_ILLNESSES_AFTER = re.compile(
    r"\s+(?:(?!deaths\b|injuries\b)[a-z]+\s+)?(?:illnesses|infections|hospitali[sz]ations)\b"
)
# "puts the annual toll of infections at 97,000, of whom about 30 die"
_ILLNESSES_BEFORE = re.compile(
    r"\b(?:toll|number|total|tally|count)\s+of\s+(?:[\w-]+\s+){0,2}?"
    r"(?:illnesses|infections|cases|hospitali[sz]ations)\s+"
    r"(?:(?:has|have|had|was|is|now|a|year|put|rose|risen|climbed|grew|grown|stood|stands)\s+){0,3}"
    r"(?:at|to|of|reached|reaches|passed)\s+"
    r"(?:(?:about|some|around|nearly|almost|more\s+than|over|at\s+least)\s+)?$",
    ANY_CASE,
)
# "1 hostage escapes, another drowns": who gets away is neither dead nor hurt
_GETS_AWAY = re.compile(
    r"""
    (?: \s+ (?!(?:and|or|but|who|whose|that|which|after|when|as|while|not|never|did|didn|failed)\b)
        [\w’'-]+ ){1,4}?
    \s+ (?:escapes?|escaped|survives?|survived)\b
    """,
    ANY_CASE,
)
# "508 drivers were among the victims of these crashes": "the victims" alone are mostly the dead
_VICTIMS_OF_CRASH = re.compile(
    r"""
    \bvictims?\s+(?:of|in|from)\s+(?:[\w-]+\s+){0,4}?
    (?:crash(?:es)?|accidents?|collisions?|shootings?|stabbings?|incidents?)\b
      | \b(?:crash|accident|shooting|stabbing|burn)\s+victims?\b
    """,
    ANY_CASE,
)
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Lt|Col|Gen|Sgt|Capt|Maj|Gov|Sen|Rep|Jr|Sr|No|vs|[ap]\.m|U\.[SNK])$"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Return the characters of the sentence that holds a span, up to a semicolon on either side.

    No splitter is needed; what stands behind a semicolon is said of others.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the span.

    Returns
    -------
    (int, int)
    """
    first = max(0, start - LONGEST_SENTENCE)
    # One character more, since a sentence ends only where a capital follows.
    for match in _SENTENCE_END.finditer(text, first, start + 1):
        if match.end() > start:
            break
        if not _is_abbreviation(text, match):
            first = match.end()
    last = min(len(text), end + LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(text, end, last):
        if not _is_abbreviation(text, match):
            return first, match.start()
    return first, last


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Return whether the full stop of a supposed sentence end belongs to an abbreviation."""
    if not match[0].startswith("."):
        return False
    return _ABBREVIATION.search(text[max(0, match.start() - 5) : match.start()]) is not None


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, re.Pattern[str]]]:
    """Return for each outcome the patterns of its strong and of its weak words."""
    keys = (STRONG, WEAK, WITH_CAUSE)
    groups = lexicon.load(paths.LEXICONS / "evidence.toml", allowed_keys=keys)
    patterns: dict[str, dict[str, re.Pattern[str]]] = {}
    for outcome, group in groups.items():
        patterns[outcome] = {}
        for strength in keys:
            if strength not in group:
                continue
            words = "|".join(word.replace(" ", r"\s+") for word in group[strength])
            patterns[outcome][strength] = re.compile(rf"\b(?:{words})\b", ANY_CASE)
    return patterns


def _shows(text: str, bounds: tuple[int, int], outcome: str, strength: str) -> bool:
    """Return whether a text has a word of an outcome in some characters, not as a possibility."""
    words = _words().get(outcome)
    if words is None or strength not in words:
        return False
    for match in words[strength].finditer(text, *bounds):
        if _HEDGE_BEFORE.search(text[max(0, match.start() - 30) : match.start()]) is None:
            return True
    return False


@lru_cache(maxsize=1)
def _cause() -> re.Pattern[str]:
    """Return the pattern of the nouns of attacks, weapons, disasters and strife."""
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    words = alternatives([*groups["harm"]["words"], *_SCENES])
    return re.compile(rf"(?<!trade\ )(?<!price\ )\b(?:{words})\b", ANY_CASE)


def _goes_with(text: str, bounds: tuple[int, int], outcome: str) -> bool:
    """Return whether some characters have a weak word of an outcome: "lost" needs a cause."""
    if _FRAUD.search(text, *bounds):
        return False  # its victims live
    if _shows(text, bounds, outcome, WEAK):
        return True
    is_caused = _cause().search(text, *bounds) is not None
    return is_caused and _shows(text, bounds, outcome, WITH_CAUSE)


def is_about_illness(text: str, start: int, end: int) -> bool:
    """
    Return whether the sentence of a number names a disease.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
    """
    return _shows(text, sentence_around(text, start, end), "ill", STRONG)


def is_illness_without_injury(text: str, start: int, end: int) -> bool:
    """
    Return whether the sentence of a number, or the lead, names a disease, and no injury.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.

    Returns
    -------
    bool
    """
    bounds = sentence_around(text, start, end)
    if _shows(text, bounds, "injured", STRONG):
        return False
    return _shows(text, bounds, "ill", STRONG) or reports_outbreak(text)


@lru_cache(maxsize=64)
def _tells_of_death(text: str) -> bool:
    """Return whether an article has a word of death: the "victims" of burns live."""
    bounds = (0, len(text))
    if _shows(text, bounds, "killed", STRONG) or _shows(text, bounds, "killed", WITH_CAUSE):
        return True
    weak = _words()["killed"][WEAK].finditer(text)
    return any(not word[0].lower().startswith("victim") for word in weak)


@lru_cache(maxsize=64)
def _tells_of_injury(text: str) -> bool:
    return _shows(text, (0, len(text)), "injured", STRONG)


def _is_victims_alone(text: str, bounds: tuple[int, int]) -> bool:
    """Return whether a sentence calls people victims of a crash, where others were hurt."""
    return _VICTIMS_OF_CRASH.search(text, *bounds) is not None and _tells_of_injury(text)


@lru_cache(maxsize=64)
def _harms_nobody(text: str) -> bool:
    """Return whether an article tells of fraud or stolen data, and of no death or injury."""
    if _FRAUD.search(text) is None:
        return False
    bounds = (0, len(text))
    return not any(
        _shows(text, bounds, harm, STRONG) for harm in ("killed", "injured", "killed_or_injured")
    )


@lru_cache(maxsize=64)  # the numbers of an article come together
def reports_outbreak(text: str) -> bool:
    """
    Return whether a headline and lead speak of a disease, and of no injury or attack.

    Examples
    --------
    >>> reports_outbreak("Cholera spreads"), reports_outbreak("Three hurt as cholera spreads")
    (True, False)
    """
    lead = (0, min(LEAD, len(text)))
    if not _shows(text, lead, "ill", STRONG):
        return False
    return not any(_shows(text, lead, harm, STRONG) for harm in ("injured", "killed_or_injured"))


def supported_outcome(
    text: str, start: int, end: int, predicted: str, p: float
) -> tuple[str, str] | None:
    """
    Return the outcome that the sentence of a number supports, given the one that is predicted.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    predicted : str
        The outcome that the tagger predicts.
    p : float
        The smaller of its probabilities that the number is one of people harmed, and of the
        outcome.

    Returns
    -------
    (str, str) or None
        The outcome and the rule that decided; None if nothing shows that something happened. The
        rule is ``FROM_NEARBY`` where the sentence has no word and the tagger is sure: such a figure
        needs one in a sentence beside, see ``is_shown_nearby``.

    Examples
    --------
    >>> text = "A storm hit the port. Five ships were lost, and two sailors died."
    >>> supported_outcome(text, 48, 51, "killed", 0.8)
    ('killed', 'evidence.predicted')
    >>> supported_outcome("Five runners came home.", 0, 4, "killed", 0.8) is None
    True
    """
    if predicted in _BODILY and _GETS_AWAY.match(text, end) is not None:
        return "other", "evidence.gets_away"
    if predicted in _HELD and _is_let_go(text, start, end):
        return "other", "evidence.let_go"
    bounds = sentence_around(text, start, end)
    another = _ANOTHER_DIES.search(text, end, bounds[1])
    if another is None:
        another = _LATER_NUMBER_HARMED.search(text, end, _end_of_line(text, end))
    if another is None:
        another = _HARMS_OTHERS.search(text, end, bounds[1])
    if another is None:
        another = _part_harmed(text, end, bounds[1], predicted)
    if another is not None:
        bounds = bounds[0], min(bounds[1], another.start())
    if predicted in _COUNTED_IN_FILES and _FILES.search(text, *bounds) is not None:
        return None
    counts_illness = _ILLNESSES_AFTER.match(text, end) or _ILLNESSES_BEFORE.search(
        text, bounds[0], start
    )
    are_ill = predicted == "killed" and counts_illness is not None
    if are_ill and _shows(text, bounds, "ill", STRONG):
        return "ill", "evidence.ill"
    strong = _shows(text, bounds, predicted, STRONG)
    if predicted in _BODILY and not strong and _shows(text, bounds, "ill", STRONG):
        return "ill", "evidence.ill"
    if predicted in _BODILY and not strong and _harms_nobody(text):
        return None
    if predicted == "killed_or_injured" and not strong and _is_figurative(text, bounds):
        return None
    if strong or _goes_with(text, bounds, predicted):
        is_unsaid = predicted == "killed" and not strong and not _tells_of_death(text)
        if is_unsaid and _tells_of_injury(text):
            return "injured", "evidence.injuries"
        if predicted == "killed" and not strong and _is_victims_alone(text, bounds):
            return "killed_or_injured", "evidence.victims"
        if not strong and predicted in _HELD and _are_let_go(text, end, bounds):
            return "other", "evidence.let_go"
        return predicted, "evidence.predicted"
    if predicted in _BODILY and _shows(text, bounds, "missing", STRONG):
        return "missing", "evidence.missing"
    if p >= SURE and another is None:
        return predicted, FROM_NEARBY
    if predicted in _BODILY and _shows(text, bounds, "killed_or_injured", STRONG):
        return "killed_or_injured", "evidence.attack"
    if _shows(text, bounds, "other", STRONG):
        return "other", "evidence.other"
    if _refers_back(text, start, end) and _shows(
        text, _sentence_before(text, bounds[0]), predicted, STRONG
    ):
        return predicted, "evidence.sentence_before"
    return None


# "let 25 go", "handed over three captive policemen"
_LET_BEFORE = re.compile(r"\blet(?:s|ting)?\s+$", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:refus\w+|never|not|won['’]t)\s+(?:to\s+)?|n['’]t\s+)\w+\s+(?:over\s+(?:\w+\s+)?)?$",
    re.IGNORECASE,
)
_GO_AFTER = re.compile(r"(?:\s+[\w’'-]+){0,3}?\s+go\b", re.IGNORECASE)
_HANDED_OVER_BEFORE = re.compile(
    r"\bhand(?:s|ed|ing)?\s+over\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE
)
_LONGEST_LETTING = 40  # characters before a number


def _is_let_go(text: str, start: int, end: int) -> bool:
    """Return whether people who were held are let go or handed over."""
    before = text[max(0, start - _LONGEST_LETTING) : start]
    if _NOT_BEFORE.search(before):
        return False
    if _HANDED_OVER_BEFORE.search(before):
        return True
    return _LET_BEFORE.search(before) is not None and _GO_AFTER.match(text, end) is not None


# "Asylum cases rose to 81,864": files, and nobody is ill or displaced by that
_FILES = re.compile(
    r"\b(?:asylum|visa|court|criminal|civil|legal|custody|bankruptcy|fraud|corruption|immigration"
    r"|divorce|doping|discrimination|harassment|insurance|tax|copyright|antitrust)\s+"
    r"(?:cases?|claims?|applications?|requests?|petitions?|filings)\b"
    # "70,532 cases were awaiting an initial decision"
    r"|\b(?:awaiting|wait(?:s|ed|ing)?\s+for)\s+(?:an?|their|the)\s+(?:[a-z]+\s+)?"
    r"(?:decision|hearing|appeal|ruling|verdict|visa)\b"
    r"|\basylum\s+backlog\b|\bnet\s+migration\b",
    re.IGNORECASE,
)


def _is_figurative(text: str, bounds: tuple[int, int]) -> bool:
    """Return whether people are hit by the cuts of a firm, in an article without any harm."""
    if _HIT.search(text, *bounds) is None or _cause().search(text) is not None:
        return False
    words = _words()["killed_or_injured"][WEAK].finditer(text, *bounds)
    if not all(_HIT.fullmatch(word[0]) for word in words):
        return False
    return not any(_shows(text, (0, len(text)), harm, STRONG) for harm in _BODILY)


def _are_let_go(text: str, end: int, bounds: tuple[int, int]) -> bool:
    """Return whether those who are held were let go, and not only some: "nine of them returned"."""
    let_go = _LET_GO.search(text, *bounds)
    if let_go is None:
        return False
    return let_go.start() < end or _SOME_OF_THEM.search(text, end, let_go.start()) is None


def _part_harmed(text: str, end: int, last: int, predicted: str) -> re.Match[str] | None:
    """Return the clause that tells the harm of a part, if no words behind it tell of more."""
    clause = _PART_HARMED.search(text, end, last)
    if clause is None or _shows(text, (clause.end(), last), predicted, STRONG):
        return None
    return clause


def _sentence_before(text: str, end: int) -> tuple[int, int]:
    """Return the characters of the sentence that ends where another begins."""
    first = max(0, end - LONGEST_SENTENCE)
    stop = len(text[:end].rstrip(' .!?”"\n'))
    ends = [text.rfind(mark, first, stop) for mark in (". ", "! ", "? ", "\n")]
    return max(first, *(place + 1 for place in ends)), end


def _end_of_line(text: str, end: int) -> int:
    """Return where the line of a number ends, or the last character that may be of its headline."""
    line = text.find("\n", end)
    return min(len(text) if line < 0 else line, end + _LONGEST_HEADLINE)


def is_shown_nearby(text: str, start: int, end: int, outcome: str) -> bool:
    """
    Return whether the sentence of a number, one beside it or the lead has a word of an outcome.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the number.
    outcome : str

    Returns
    -------
    bool
        Only words that name the outcome count, and none that are merely possible ("may be dead").
    """
    first, last = sentence_around(text, start, end)
    before = max(0, first - 2)
    after = min(len(text), last + 2)
    first, _ = sentence_around(text, before, before)
    _, last = sentence_around(text, after, after)
    spans = ((0, LEAD), (first, last))
    return any(_shows(text, span, outcome, STRONG) for span in spans)


def _refers_back(text: str, start: int, end: int) -> bool:
    """
    Return whether a number counts people named before: "the ten", "six of them were women".

    "Two of them" alone and the later numbers of a list do not tell: they may be carriages.
    """
    if _DEFINITE_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    return _OF_THEM_AFTER.match(text, end) is not None
