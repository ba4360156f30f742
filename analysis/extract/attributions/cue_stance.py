"""
Classify a cue by the outlet's stance towards the source.

A cue is the wording that attributes: "said", "confirmed", "claimed", "accused", "urged".
In: the words of a cue, with their tags where available. Out: one of ``tables.STANCES``.
The verbs, and the literature that their classes come from, are in ``data/lexicons/cues.toml``.
Whether the statement is true is not judged.

References
----------
.. [1] Hooper, J. (1975). On assertive predicates. In J. Kimball (ed.), Syntax and Semantics 4.
       Academic Press.
.. [2] Karttunen, L. (1971). Implicative verbs. Language 47(2).
.. [3] Recasens, M., Danescu-Niculescu-Mizil, C. and Jurafsky, D. (2013). Linguistic Models for
       Analyzing and Detecting Biased Language. ACL.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from analysis.core import lexicon, paths
from analysis.core.resources import lemma

__all__ = ["CueLexicon", "cue_stance", "read_cue_lexicon"]

# "ministers to resign": content that is an order
_ORDER = re.compile(
    r"""
    (?!(?:whether|if|what|how|why|when|where|who)\b)  # a question is no order
    (?:\S+\s+){1,10}?                                 # who is to do it
    (?:not\s+)?to\s+[a-z]+\b                          # what they are to do
    """,
    re.VERBOSE,
)
_ON = re.compile(r"(?:up)?on\b", re.IGNORECASE)
_PLEA = re.compile(r"(?P<denied>\bnot\s+)?\bguilty\b", re.IGNORECASE)
# "backed the claim", "endorsed their findings", and not "endorsed a candidate"
_A_CLAIM = re.compile(
    r"""
    that\b | what\b
    | [^.;]{0,60}?\b(?:claims?|reports?|accounts?|findings?|allegations?|accusations?|conclusions?
      |assessments?|versions?|statements?|assertions?|arguments?|estimates?|figures?|numbers?
      |results?|evidence|testimony|story|stories)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_A_PERSON = re.compile(
    r"(?:(?:the|a|his|her|their|former|fellow)\s)*(?:[A-Z][\w.-]+|candidates?|nominees?|rivals?)\b"
    r"(?!['’]s?\s)"
)
# what is claimed is taken, not said: "claimed the nomination", "claims lives"
_TAKEN = re.compile(
    r"""
    (?:(?:the|its|his|her|their|an?|another|some|first|full|political|\d[\d,]*
      |[A-Z][\w’'-]*)\s+){0,4}
    (?:responsibility|allegiance|nomination|title|crown|prize|medals?|gold|silver|bronze|seats?
      |throne|credit|asylum|lives|life|benefits?|insurance|damages|compensation|refunds?|mandate
      |privilege|immunity|exemptions?|deductions?|wins?|trophy|championship|spot|place)\b
    """,
    re.VERBOSE,
)
_DENIED = re.compile(r"(?:no|nothing|none|nobody|neither)\b", re.IGNORECASE)
# "saw growth of 3.1 percent", "sees the levy as a mistake": a forecast or a view, no witness
_FORESEEN = re.compile(
    r"""
    (?:(?:an?|the|its|average|annual|economic|headline|core|global|real|gross|net|quarterly)\s)*
    (?:growth|expansion|contraction|inflation|unemployment|GDP|output|demand|prices?|rates?|sales
      |revenues?|profits?|earnings|losses|deficit|surplus|debt|turnout|yields?)\b
    [^.;]{0,60}? (?:\d | \b(?:rising|falling|growing|slowing|shrinking|climbing|easing)\b)
    | (?!(?:that|how|what|whether|when|why|if)\b)
      [^.;]{1,80}? \bas\s(?:an?|the|too|more|less|being|[a-z]+ing)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_ACT = 5  # words of a noun phrase in which an act is looked for
_CUE_WORD = re.compile(
    r"""
    n['’]t                  # the negation of "didn't"
    | [\w-]+?(?=n['’]t)     # and the verb before it
    | ['’]?[\w-]+           # any other word, "'ll" included
    """,
    re.VERBOSE,
)
_MAX_ENTRY_WORDS = 3


@dataclass(frozen=True)
class CueLexicon:
    """
    The lexicon of cues.

    Attributes
    ----------
    stances : dict of tuple of str to str
        Stance of each entry; an entry is one to three words in dictionary form.
    checking : frozenset of str
        Verbs of checking, which cast doubt when they are negated: "could not confirm".
    disclosing, own_acts : frozenset of str
        Verbs of disclosing, and nouns of what a source does itself: "disclosed a dividend".
    admission : frozenset of str
        Verbs of admitting, which endorse nothing before a denial: "admits no losses".
    negation, modal : frozenset of str
        Negating words and modal verbs.
    """

    stances: dict[tuple[str, ...], str]
    checking: frozenset[str]
    disclosing: frozenset[str]
    own_acts: frozenset[str]
    admission: frozenset[str]
    negation: frozenset[str]
    modal: frozenset[str]


class _Match(NamedTuple):
    """A lexicon entry found in a cue: its first word, its length in words and its stance."""

    start: int
    n_words: int
    stance: str


@lru_cache(maxsize=4)
def read_cue_lexicon(path: Path | None = None) -> CueLexicon:
    """
    Read the lexicon of cues.

    Parameters
    ----------
    path : Path, optional
        ``data/lexicons/cues.toml`` by default.

    Returns
    -------
    CueLexicon

    Raises
    ------
    LexiconError
        As ``analysis.core.lexicon.load``.
    """
    groups = lexicon.load(
        path or paths.LEXICONS / "cues.toml", allowed_keys=("stance", "verbs", "phrases", "words")
    )
    stances: dict[tuple[str, ...], str] = {}
    for group in groups.values():
        if "stance" not in group:
            continue
        for key in ("verbs", "phrases", "words"):
            for entry in group.get(key, []):
                stances.setdefault(tuple(entry.split()), group["stance"])
    checking = groups["weak_when_negated"]
    return CueLexicon(
        stances=stances,
        checking=frozenset(checking["verbs"]) | frozenset(checking["words"]),
        disclosing=frozenset(groups["own_acts"]["verbs"]),
        own_acts=frozenset(groups["own_acts"]["words"]),
        admission=frozenset(groups["admission"]["verbs"]),
        negation=frozenset(groups["negation"].get("words", [])),
        modal=frozenset(groups["modal"].get("words", [])),
    )


def cue_stance(
    cue: str | None,
    tokens: Sequence[tuple[str, str]] | None = None,
    content: str | None = None,
    *,
    has_source: bool = True,
) -> str:
    """
    Return the stance of a cue.

    Parameters
    ----------
    cue : str or None
        Its words: "could not confirm".
    tokens : sequence of (str, str), optional
        Its words with their Penn Treebank tags. Without them every word is also tried as a verb.
    content : str, optional
        What is attributed. "asked" urges if its content is an order ("ministers to resign").
        "Saw" supposes if it is a forecast or a view ("growth of 3 percent", "it as a mistake").
        "Disclosed" endorses nothing if the content is an act of the source's own ("a dividend"),
        nor does "admits" before a denial ("no losses"), nor "endorsed" of what is no claim, nor
        "backed" of a candidate. "Claimed" keeps no distance if something is taken ("the title").
    has_source : bool
        Whether the article names who says it. Without a source ("was disclosed in") an endorsing
        cue is neutral, because there is no one whom the outlet could support.

    Returns
    -------
    str
        One of ``tables.STANCES``; ``neutral`` if no word is in the lexicon. A negated cue is
        neutral, except for verbs of checking, which become distancing, and verbs of supposing,
        which stay supposing. An endorsing verb after a modal ("may confirm") is neutral.

    Examples
    --------
    >>> cue_stance("claimed"), cue_stance("has accused")
    ('distancing', 'accusing')
    >>> cue_stance("could not confirm"), cue_stance("did not claim")
    ('distancing', 'neutral')
    """
    if not cue:
        return "neutral"
    cues = read_cue_lexicon()
    untagged = [(word, "") for word in _CUE_WORD.findall(cue)]
    forms = [_forms(word, tag) for word, tag in tokens or untagged]
    match = _best_match(forms, cues.stances)
    if match is None:
        return "neutral"
    verb = forms[match.start]
    if match.n_words == 1 and content:
        by_content = _by_content(verb, content, cues)
        if by_content is not None:
            return by_content
    preceding = set().union(*forms[: match.start])
    if preceding & cues.negation:
        return _negated(match.stance, verb, cues)
    if match.stance == "endorsing" and (not has_source or preceding & cues.modal):
        return "neutral"
    return match.stance


def _by_content(verb: set[str], content: str, cues: CueLexicon) -> str | None:
    """Return the stance of a verb that what follows it decides; None for any other verb."""
    if verb & {"ask", "want"} and _ORDER.match(content):
        return "urging"
    # "insisted that no one was hurt" takes no side; "insisted on a vote" urges
    if "insist" in verb:
        return "urging" if _ON.match(content) or _ORDER.match(content) else "neutral"
    if "see" in verb and _FORESEEN.match(content):
        return "supposing"
    if "plead" in verb:
        plea = _PLEA.search(content)
        if plea is not None:
            return "neutral" if plea["denied"] else "endorsing"
    if "endorse" in verb and _A_CLAIM.match(content) is None:
        return "neutral"
    if "back" in verb and _A_PERSON.match(content):
        return "neutral"
    if "claim" in verb and _TAKEN.match(content):
        return "neutral"
    if verb & cues.admission and _DENIED.match(content):
        return "neutral"
    if verb & cues.disclosing and _is_own_act(content, cues.own_acts):
        return "neutral"
    return None


def _is_own_act(content: str, acts: frozenset[str]) -> bool:
    """Whether a content is a noun phrase of an act, not a statement: "a quarterly dividend"."""
    words = re.findall(r"[\w’'-]+", content.lower())[:_LONGEST_ACT]
    if not words or words[0] in ("that", "whether", "how", "why", "it", "there"):
        return False
    return not acts.isdisjoint(words)


def _negated(stance: str, verb: set[str], cues: CueLexicon) -> str:
    """Return what becomes of a stance when its verb is negated."""
    if verb & cues.checking:
        return "distancing"
    if stance == "supposing":
        return "supposing"
    return "neutral"


def _forms(word: str, tag: str) -> set[str]:
    """Return a word in lower case with its lemmas: as a verb, as most cues are, and by its tag."""
    lowered = word.lower().replace("’", "'")
    if not lowered.replace("-", "").isalpha():
        return {lowered}
    forms = {lowered, lemma(lowered, "VBD")}
    if tag:
        forms.add(lemma(lowered, tag))
    return forms


def _best_match(forms: Sequence[set[str]], stances: dict[tuple[str, ...], str]) -> _Match | None:
    """Return the longest entry among the words; of equals, the first that is not neutral."""

    def precedence(match: _Match) -> tuple[int, bool, int]:
        return match.n_words, match.stance != "neutral", -match.start

    return max(_matches(forms, stances), key=precedence, default=None)


def _matches(forms: Sequence[set[str]], stances: dict[tuple[str, ...], str]) -> Iterator[_Match]:
    """Find every lexicon entry among the words, in any combination of their forms."""
    for start in range(len(forms)):
        longest = min(_MAX_ENTRY_WORDS, len(forms) - start)
        for n_words in range(1, longest + 1):
            choices = [sorted(word) for word in forms[start : start + n_words]]
            for entry in product(*choices):
                if entry in stances:
                    yield _Match(start, n_words, stances[entry])
