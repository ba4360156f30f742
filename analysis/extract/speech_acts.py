"""
Verbs whose subject speaks of a deed and did not do it: judging somebody for it, asking about it.

Out: the forms of one kind. List: ``data/lexicons/speech_acts.toml``.
"""

from functools import cache

from analysis.core import lexicon, paths

__all__ = ["speech_act_verbs"]


@cache
def speech_act_verbs(group: str) -> frozenset[str]:
    """Return the forms of the verbs of a group: "judging" or "asking"."""
    groups = lexicon.load(paths.LEXICONS / "speech_acts.toml", allowed_keys=("words",))
    return frozenset(groups[group]["words"])
