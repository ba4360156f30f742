"""
Normalise the names of responsible parties.

In: ``figures`` with their agents, and the ``names`` found in the articles. Out: a few words for
each figure. "Regime air strikes" and "government forces" name one party in two ways, as the
extraction has told (``agent_party``); "air strikes" names a weapon, and no party. Whether a party
is in fact responsible is not considered.
"""

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd

from analysis.core import lexicon, paths
from analysis.core.mishaps import is_mishap

__all__ = ["responsible_parties", "same_party"]

_TOKEN = re.compile(
    r"""
    [A-ZÀ-Þ]\. (?: [A-ZÀ-Þ]\. )+   # an abbreviation: U.S.
    | [\w’'-]+                     # a word
    """,
    re.VERBOSE,
)
_NATIONALITY = re.compile(
    r"""
    [A-Z]\w+ (?: an | ish | ese | i | ia | ch | s )   # Russian, British, Israeli, French, ...
    | [A-Z.]{2,}                                      # US, U.S.
    """,
    re.VERBOSE,
)
# like the words for harm in the lexicon, these name an event and not a party; without final s
_EVENTS = frozenset("battle fighting war conflict violence offensive crisi killing death".split())
_PREFIX = 4  # letters that Syria and Syrian have in common


def responsible_parties(
    figures: pd.DataFrame, names: pd.DataFrame | None = None
) -> list[str | None]:
    """
    Return the normalised responsible party of each figure.

    Parameters
    ----------
    figures : DataFrame
        ``article_id``, ``agent``, ``agent_start``, ``agent_end``; optional ``agent_party``. Not
        changed.
    names : DataFrame, optional
        The ``names`` table: a name inside the agent is replaced by its referent.

    Returns
    -------
    list of str or None
        The party or, if it is not known, referents or the words for people and nationalities. None
        if the agent is only a weapon.
    """
    names_by_article = {}
    if names is not None:
        names_by_article = dict(iter(names.groupby("article_id", sort=False)))
    columns = (figures[name] for name in ("article_id", "agent", "agent_start", "agent_end"))
    parties = []
    for article_id, agent, start, end in zip(*columns, strict=True):
        parties.append(_party(agent, start, end, names_by_article.get(article_id)))
    if "agent_party" in figures:
        known = [
            None if pd.isna(party) or is_mishap(agent) else party
            for party, agent in zip(figures["agent_party"], figures["agent"], strict=True)
        ]
        parties = [told or party for told, party in zip(known, parties, strict=True)]
    return parties


def _party(agent: str | None, start: float, end: float, names: pd.DataFrame | None) -> str | None:
    """Return the responsible party of one figure, given the names in its article."""
    if not isinstance(agent, str):
        return None
    if is_mishap(agent):
        return None
    if names is not None and pd.notna(start):
        inside = names.loc[(names["start"] < end) & (names["end"] > start)]
        referents = set()
        for referent, words in zip(inside["referent"], inside["text"], strict=True):
            if not _is_event(words):
                referents.add(referent)
        if referents:
            return " ".join(sorted(referents))
    return " ".join(dict.fromkeys(_people(agent))) or None


def _people(agent: str) -> Iterator[str]:
    """Iterate over the words of an agent that refer to people, in lower case and singular."""
    harm, actors = _harm_and_actors()
    for position, word in enumerate(_TOKEN.findall(agent)):
        lower = word.replace(".", "").lower()
        if not word.isupper():
            lower = lower.rstrip("s")
        is_name = position > 0 and word[:1].isupper()
        is_name = is_name or _NATIONALITY.fullmatch(word) is not None
        if lower in actors or (is_name and lower not in harm):
            yield lower


def _is_event(name: str) -> bool:
    """Return whether a name refers to an event ("massacre", "air raids"), not to a party."""
    harm, _ = _harm_and_actors()
    last_word = name.lower().split()[-1].rstrip("s")
    return last_word in harm or last_word in _EVENTS


@cache
def _harm_and_actors() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for harm and for actors in the lexicon of attacks, without final s."""
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    harm = frozenset(word.rstrip("s") for word in groups["harm"]["words"])
    actors = frozenset(word.rstrip("s") for word in groups["actor"]["words"])
    return harm, actors


def same_party(first: str, second: str) -> bool:
    """
    Return whether two responsible parties have a name in common.

    Parameters
    ----------
    first, second : str
        As returned by ``responsible_parties``, or in a coder's words.

    Returns
    -------
    bool

    Examples
    --------
    >>> same_party("syrian_government", "syrian"), same_party("rebel", "coalition")
    (True, False)
    """
    return bool(_word_prefixes(first) & _word_prefixes(second))


def _word_prefixes(party: str) -> set[str]:
    """Return the first letters of each word of a party."""
    return {word[:_PREFIX] for word in re.findall(r"[^\W_]{2,}", party.lower())}
