"""
Tell by their nouns whether numbers count people or things, and the harmed from things.

In: ``data/lexicons``; statements. Out: nouns, as lemmas; and which pairs. "It fired 70 rockets" is
no count of the dead beside it.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from analysis.compare.quantities.pair_tests import same_amount
from analysis.compare.quantities.statements import Statements
from analysis.core import lexicon, paths
from analysis.core.resources import lemma

__all__ = ["harmed_and_things", "people_nouns", "thing_nouns"]

_THINGS = ("animal", "thing", "artefact", "object")  # groups of outcomes.toml


@lru_cache(maxsize=1)
def people_nouns() -> frozenset[str]:
    """Return nouns of people, as lemmas."""
    words = lexicon.load(paths.LEXICONS / "quantifiers.toml")["persons"]["words"]
    return frozenset(lemma(word, "NNS") for word in words)


@lru_cache(maxsize=1)
def thing_nouns() -> frozenset[str]:
    """Return nouns of things and animals, as lemmas."""
    groups = lexicon.load(paths.LEXICONS / "outcomes.toml")
    words = (word for group in _THINGS for word in groups[group]["words"])
    return frozenset(words) - people_nouns()


def harmed_and_things(statements: Statements, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """
    Return pairs of unlike numbers of which one counts people harmed, and the other things.

    Parameters
    ----------
    statements : Statements
    first, second : arrays of int
        Rows of each pair.

    Returns
    -------
    array of bool
    """
    rows: Any = statements.rows
    are_harmed = rows["outcome"].notna().to_numpy(bool)
    are_things = rows["noun"].isin(sorted(thing_nouns())).to_numpy(bool) & ~are_harmed
    apart = are_harmed[first] & are_things[second]
    apart |= are_harmed[second] & are_things[first]
    return apart & ~same_amount(rows, first, second)
