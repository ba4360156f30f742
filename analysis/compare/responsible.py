"""
Give the side that is named as responsible one form, whatever it is called.

In: ``figures`` with their agents, and the ``names`` found in the articles. Out: a few words for each. "Regime air
strikes" and "government forces" name one side by two names; "air strikes" name a weapon, and nobody. No side is judged
here.
"""

import re
from functools import cache

import pandas as pd

from analysis.core import lexicon, paths

__all__ = ["same_party", "responsible_parties"]

_TOKEN = re.compile(r"[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)+|[\w’'-]+")
_OF_A_PEOPLE = re.compile(r"[A-Z]\w+(?:an|ish|ese|i|ia|ch|s)|[A-Z.]{2,}")
_SETTINGS = {
    "battle",
    "fighting",
    "war",
    "conflict",
    "violence",
    "offensive",
    "crisi",
    "killing",
    "death",
}
_PREFIX = 4  # letters by which Syria and Syrian are one


def responsible_parties(figures, names=None):
    """
    Name the side of each figure's agent.

    Parameters
    ----------
    figures : DataFrame
        ``article_id``, ``agent``, ``agent_start``, ``agent_end``. Not changed.
    names : DataFrame, optional
        The ``names`` table: a name inside the agent's words gives its referent.

    Returns
    -------
    list of str or None
        Referents, or, where there are none, words for people and peoples; None for a mere weapon.
    """
    named = (
        {}
        if names is None
        else {key: rows for key, rows in names.groupby("article_id", sort=False)}
    )
    columns = (figures[c] for c in ("article_id", "agent", "agent_start", "agent_end"))
    return [
        _side(agent, start, end, named.get(key))
        for key, agent, start, end in zip(*columns, strict=True)
    ]


def _side(agent, start, end, names):
    if not isinstance(agent, str):
        return None
    if names is not None and pd.notna(start):
        inside = names[(names["start"] < end) & (names["end"] > start)]
        referents = {
            r
            for r, words in zip(inside["referent"], inside["text"], strict=True)
            if not _is_harm(words)
        }
        if referents:
            return " ".join(sorted(referents))
    return " ".join(dict.fromkeys(_people(agent))) or None


def _people(agent):
    harm, actors = _words()
    for number, word in enumerate(_TOKEN.findall(agent)):
        small = word.replace(".", "").lower()
        small = small if word.isupper() else small.rstrip("s")
        a_people = number and word[:1].isupper() or _OF_A_PEOPLE.fullmatch(word)
        if small in actors or a_people and small not in harm:
            yield small


def _is_harm(words):
    """Whether a name is one for the deed ("massacre", "air raids"), not for who did it."""
    harm, _ = _words()
    return words.lower().split()[-1].rstrip("s") in harm | _SETTINGS


@cache
def _words():
    groups = lexicon.load(paths.LEXICONS / "attacks.toml", allowed_keys=("words",))
    return tuple({w.rstrip("s") for w in groups[name]["words"]} for name in ("harm", "actor"))


def same_party(a, b):
    """
    Say whether two sides share a name.

    Parameters
    ----------
    a, b : str
        As ``sides`` gives them, or in a coder's words.

    Returns
    -------
    bool

    Examples
    --------
    >>> same_party("syrian_government", "syrian"), same_party("rebel", "coalition")
    (True, False)
    """
    a, b = ({w[:_PREFIX] for w in re.findall(r"[^\W_]{2,}", side.lower())} for side in (a, b))
    return bool(a & b)
