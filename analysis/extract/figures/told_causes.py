"""
Tell whether words name something that kills or hurts people: a flood, a crash, a shooting, police.

In: some words of an article. Out: a truth value. An article whose headline and lead name nothing of
the kind reports no event that has a toll: what it tells of the dead is history, or one life's end.
"""

import re
from functools import lru_cache

from analysis.core import lexicon, paths
from analysis.extract.numbers.word_patterns import ANY_CASE

__all__ = ["LEAD", "tells_cause"]

LEAD = 400  # characters in which an article tells what it is about
_HARM = re.compile(
    r"\b(?:kill\w*|slain|slay\w*|slaughter\w*|massacre\w*|execut\w*|behead\w*|assassin\w*|lynch\w*"
    r"|shots|gunfire|homicide|manslaughter|found\s+dead|bod(?:y|ies)|corpses?|victims?|casualt\w+"
    r"|fatal\w*"
    r"|accident\w*|collaps\w+|explo\w+|blasts?|fell|falls?|fallen|plunged|crush\w*|electrocut\w+"
    r"|overdos\w+|suicides?|hanged|chok\w+|suffocat\w+|poison\w*|drugs?|heat|cold|hunger|starv\w+"
    r"|custody|jail\w*|prison\w*|inmates?|detain\w*|arrest\w*|suspect\w*|coroner|autopsy|police"
    r"|investigat\w+|war|battle|combat|soldiers?|troops|wounds?|injur\w+|rescue\w*|missing|search"
    r"|climb\w*|avalanche|lightning|surgery|transplant|navy|army|marines?|lieutenant|lt|sgt"
    r"|sergeant|corporal|deploy\w+|at\s+the\s+scene|cliffs?|trees?|mobs?|dragged|ambulances?"
    r"|paramedics?|pronounced\s+dead|eating|mushrooms?|allerg\w+|stung|bitten|mauled|storm\w*)\b",
    ANY_CASE,
)


@lru_cache(maxsize=256)  # the lead is asked for each person of an article
def tells_cause(words: str) -> bool:
    """
    Return whether words name something that kills or hurts people.

    Parameters
    ----------
    words : str
        A sentence, or the lead of an article.

    Returns
    -------
    bool

    Examples
    --------
    >>> tells_cause("The bridge fell."), tells_cause("The court met.")
    (True, False)
    """
    if _HARM.search(words) is not None:
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
