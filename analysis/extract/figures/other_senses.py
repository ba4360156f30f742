"""
Tell words of harm that say something else: caught on camera, treated as a hero, died of old age.

In: a text, the characters of a named person or of a number, and the outcome that was read. Out: the
rule that fired, or None. Rules: ``data/rules/figures/named.toml``. Where only dying is told, and
neither the sentence nor the headline and lead tell of anything that kills, a named person died as
people die: an article on a court calls no judge a casualty because he died in spring.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.figures.rules import first_rule
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["other_sense", "tells_no_cause"]

LEAD = 400  # characters in which an article tells what it is about
_DIES = re.compile(r"\b(?:die[sd]?|dying|death|dead|passed\s+away|late)\b", ANY_CASE)
_IS_KILLED = re.compile(
    r"\b(?:kill\w*|slain|slay\w*|slaughter\w*|massacre\w*|execut\w*|behead\w*|assassin\w*|lynch\w*"
    r"|shots|gunfire|homicide|manslaughter|found\s+dead|bod(?:y|ies)|corpses?|victims?|casualt\w+|fatal\w*"
    r"|accident\w*|collaps\w+|explo\w+|blasts?|fell|falls?|fallen|plunged|crush\w*|electrocut\w+"
    r"|overdos\w+|suicides?|hanged|chok\w+|suffocat\w+|poison\w*|drugs?|heat|cold|hunger|starv\w+"
    r"|custody|jail\w*|prison\w*|inmates?|detain\w*|arrest\w*|suspect\w*|coroner|autopsy|police"
    r"|investigat\w+|war|battle|combat|soldiers?|troops|wounds?|injur\w+|rescue\w*|missing|search"
    r"|climb\w*|avalanche|lightning|surgery|transplant|navy|army|marines?|lieutenant|lt|sgt"
    r"|sergeant|corporal|deploy\w+)\b",
    ANY_CASE,
)


def other_sense(text: str, start: int, end: int, outcome: str) -> str | None:
    """
    Return the rule by which the words of harm say something else; None if there is none.

    Parameters
    ----------
    text : str
    start, end : int
        Characters of the person or number.
    outcome : str
        That was read.

    Returns
    -------
    str or None

    Examples
    --------
    >>> other_sense("Mira Stone was caught on camera.", 0, 10, "captured")
    'other_captured.on_camera'
    >>> other_sense("Mira Stone was caught.", 0, 10, "captured") is None
    True
    """
    by_outcome = first_rule(f"other_{outcome}", text, start, end)
    return by_outcome or first_rule("other_sense", text, start, end)


def tells_no_cause(text: str, sentence: tuple[int, int]) -> bool:
    """
    Return whether a sentence tells that somebody died, and nothing that people are killed by.

    Parameters
    ----------
    text : str
    sentence : (int, int)
        Its characters.

    Returns
    -------
    bool
        False where the headline or the lead tells of something that kills.

    Examples
    --------
    >>> tells_no_cause("The court met after Judge Reed died.", (0, 36))
    True
    >>> tells_no_cause("The bridge fell, and Judge Reed died.", (0, 37))
    False
    """
    words = text[slice(*sentence)]
    if _DIES.search(words) is None or _tells_cause(words):
        return False
    return not _tells_cause(text[:LEAD])


@lru_cache(maxsize=256)  # the lead is asked for each person of an article
def _tells_cause(words: str) -> bool:
    if _IS_KILLED.search(words) is not None:
        return True
    return any(pattern.search(words) is not None for pattern in _causes())


@lru_cache(maxsize=1)
def _causes() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of what people die of: water, traffic, fire, violence, an epidemic."""
    groups = lexicon.load(paths.LEXICONS / "scope.toml", allowed_keys=("patterns",))
    return tuple(
        re.compile(pattern, ANY_CASE)
        for name, group in groups.items()
        if name.startswith("cause_")
        for pattern in group["patterns"]
    )
