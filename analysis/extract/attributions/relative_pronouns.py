"""
Find the source that "who" or "which" refers to: the one named right before it.
"""

import re
from collections.abc import Sequence

from analysis.extract.attributions.entities import (
    Entity,
    entity_named,
    find_by_same_words,
    latest,
    new_entity,
)
from analysis.extract.attributions.pronoun_words import REFERS_TO, UNRESOLVABLE
from analysis.extract.attributions.proper_names import LEADING_WORDS, NAME, distinctive_words

__all__ = ["by_relative_pronoun"]

# a plural or an owned noun right before "who": "local activists who", "the firm's lawyer, who"
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>(?:(?:[A-Z][\w.]*|[\w.]+['’]s|local|other|several|many|some)\s)*(?!others\b)"
    r"(?:[a-z]+|[A-Z]\w+)(?<!s)s"
    r"|[\w.]+['’]s\s[a-z]+)$"
)
_PARTY_MARK = re.compile(r"[DRI]-[A-Z][\w.]*|[JS]r\.?|I{2,3}")
_RELATIVE_REACH = 90  # characters before "who" or "which"
_MAX_GAP_TO_NAME = 40  # characters between a name and "who" or "which"


def by_relative_pronoun(text: str, start: int, entities: Sequence[Entity]) -> Entity | None:
    """
    Return the source named right before "who" or "which", else the latest one.

    Parameters
    ----------
    text : str
    start : int
        Where the pronoun begins.
    entities : sequence of Entity
        Sources so far, the latest last.

    Returns
    -------
    Entity or None
        None where nothing is named before it and there is no source yet.
    """
    before = re.sub(r"[\s,]+$", "", text[max(0, start - _RELATIVE_REACH) : start])
    noun = _NOUN_BEFORE.search(before)
    if noun is not None:
        known = find_by_same_words(noun["noun"], entities)
        return known or new_entity(text, noun["noun"])
    for match in reversed(list(NAME.finditer(before))):
        name = LEADING_WORDS.sub("", f"{match[0]} ").strip()
        if name.lower() in REFERS_TO or name.lower() in UNRESOLVABLE:
            continue
        if _PARTY_MARK.fullmatch(name):
            continue
        if len(before) - match.end() < _MAX_GAP_TO_NAME and distinctive_words(name):
            return entity_named(name, entities, text)
    return latest(entities)
