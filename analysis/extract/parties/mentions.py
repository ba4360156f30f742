"""
Find the generic names of parties: "the government", "militants", "President".

In: a text. Out: the mentions with their kinds, in reading order. Whose they are is left open here.
The words are in ``data/lexicons/party_nouns.toml``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.tables import PARTY_KINDS

__all__ = ["Mention", "find_mentions", "is_party_noun"]

# "Security Council", "Army Times", "Governor's Ball": part of a name that is something else.
# "Government Accountability Office" is one too, "President Trump" is none.
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z]\w+\s){0,2}(?:Office|Times|Post|Council|Street|Square|Avenue|Road|Bridge|Cup|Games|"
    r"Hospital|University|College|School|Stadium|Park|Museum|Memorial|Foundation|Institute|Award|"
    r"Awards|Prize|Day|Week|Club|Hotel|Library|Subcommittee|Committee)\b"
)
# "rebel-held" names rebels, "army-green" no army
_NOUN_END = (
    r"(?!\w|-(?!(?:held|controlled|led|run|backed|linked|allied|affiliated|besieged|aligned)\b)"
    r"[a-z])"
)
# "opposition to the plan", "forces of nature", "the minister of a church", "fighter jets"
_OTHER_SENSE = {
    "opposition": re.compile(r"\s+(?:to|from|against|of|research)\b"),
    "fighter": re.compile(r"\s+(?:jets?|planes?|aircraft|pilots?)\b"),
    "rebel": re.compile(r"\s+(?:against|wilson)\b", re.IGNORECASE),
    "military": re.compile(r"\s+time\b"),
    "army": re.compile(
        r"\s+of\s+(?:[\w,-]+\s){0,2}(?:volunteers|supporters|fans|followers|workers|lawyers|bots"
        r"|trolls|ants"
        r"|robots|helpers|readers|activists|consultants|critics|cleaners|bureaucrats|unemployed"
        r"|shoppers"
        r"|tourists|staff|salesmen|teachers|nurses|canvassers|influencers|drivers|users)\b"
    ),
}
_SENSE_BEFORE = {
    "government": re.compile(r"\b(?:in|of)\s+$"),
    "police": re.compile(r"\b(?:should|to|must|can|will|would|could)\s+$"),
    "forces": re.compile(r"\b(?:joined|joins|join|joining|market|combine[sd]?|task|it|he|she)\s+$"),
    "opposition": re.compile(
        r"\b(?:in|despite|widespread|strong|fierce|public|stiff|voiced|bipartisan|congressional)"
        r"\s+$"
    ),
    "fighter": re.compile(r"\b(?:fire|crime|freedom|prize|cage|UFC|MMA|title)[ -]$"),
    "fighters": re.compile(r"\b(?:fire|crime|prize|cage|UFC|MMA|title)[ -]$"),
    "army": re.compile(r"\b(?:Salvation|Barmy|Tartan|Green|Red and White)\s+$", re.IGNORECASE),
    "minister": re.compile(r"\b(?:Baptist|Methodist|church|youth|Presbyterian)\s+$"),
}
# "the company's president", "the school's administration", "the chancellor of Orr University"
_PRIVATE_OWNER_BEFORE = re.compile(
    r"\b(?:company|firm|school|college|university|club|union|bank|charity|church|hospital|league"
    r"|federation|association|foundation|museum|network|airline)['’]s\s+(?:[a-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PRIVATE_OWNER_AFTER = re.compile(
    r"\s+(?:of|at)\s+(?:the\s+)?(?:[A-Z][\w’'&.-]*\s+(?:of\s+)?){0,4}"
    r"(?:University|College|School|Church|Hospital|Museum|Foundation|Seminary)\b"
)
_OWNED_KINDS = frozenset(("government", "person"))
_OWNER_REACH = 40


# "took the economy hostage", in an article where nobody is armed
_HOLDS = re.compile(r"\b(?:hold|holds|held|holding|take|takes|took|taken|taking)\b[^.;:!?]{0,60}$")
_HOLDS_REACH = 80
_ARMED = re.compile(
    r"\b(?:gunm[ae]n|kidnap\w*|captors?|captivity|militants?|militias?|rebels?|ransom|armed"
    r"|abduct\w+"
    r"|terroris\w+|hijack\w*|siege|fighters|hostages|insurgents?|jihadis\w+|Hamas|pirates?"
    r"|robbers?)\b",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A generic name of a party, with the kind of its noun."""

    start: int
    end: int
    text: str
    kind: str


@lru_cache(maxsize=1)
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all nouns, the longest first, and the kind of each."""
    groups = lexicon.load(paths.LEXICONS / "party_nouns.toml", PARTY_KINDS, ("words",))
    kinds = {word: kind for kind, group in groups.items() for word in group["words"]}
    longest_first = sorted(kinds, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<![\w@#-])(?:{words}){_NOUN_END}", re.IGNORECASE), kinds


def is_party_noun(words: str) -> bool:
    """Return whether words are a generic name of a party and nothing else: "Militants"."""
    _, kinds = _nouns()
    return " ".join(words.lower().split()) in kinds


def find_mentions(text: str) -> list[Mention]:
    """
    Find the generic names of parties in a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Mention
        In reading order, without overlaps. Words that are part of another name ("Government
        Accountability Office") or have another sense ("opposition to the plan") are left out.
    """
    pattern, kinds = _nouns()
    found = []
    for match in pattern.finditer(text):
        noun = " ".join(match[0].lower().split())
        if _is_other_sense(text, match, noun):
            continue
        if kinds[noun] not in _OWNED_KINDS or not _is_of_private_body(text, match):
            found.append(Mention(*match.span(), match[0], kinds[noun]))
    return found


def _is_other_sense(text: str, match: re.Match[str], noun: str) -> bool:
    if match[0][0].isupper() and _NAME_AFTER.match(text, match.end()):
        return True
    if noun == "hostage" and _is_held_in_words(text, match.start()):
        return True
    after, before = _OTHER_SENSE.get(noun), _SENSE_BEFORE.get(noun)
    if after is not None and after.match(text, match.end()):
        return True
    reach = text[max(0, match.start() - 20) : match.start()]
    return before is not None and before.search(reach) is not None


def _is_of_private_body(text: str, match: re.Match[str]) -> bool:
    """Whether a firm, a school or a club beside a mention says that it is no state's."""
    before = text[max(0, match.start() - _OWNER_REACH) : match.start()]
    owned = _PRIVATE_OWNER_BEFORE.search(before) or _PRIVATE_OWNER_AFTER.match(text, match.end())
    return owned is not None


def _is_held_in_words(text: str, start: int) -> bool:
    """Whether somebody or something is held hostage by no one with arms: "held buyers hostage"."""
    before = text[max(0, start - _HOLDS_REACH) : start]
    return _HOLDS.search(before) is not None and _ARMED.search(text) is None
