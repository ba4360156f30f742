"""
Put labels together, and tell equal ones apart.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_UNNAMED = "event"


@dataclass(frozen=True)
class LabelParts:
    """
    What the label of a group is made of.

    Attributes
    ----------
    name, happening, day : str
        Empty if not known.
    further : tuple of str
        Other names and nouns of the group's headlines, best first.
    """

    name: str
    happening: str
    day: str
    further: tuple[str, ...]


def tell_apart(groups: Mapping[Any, LabelParts]) -> dict[Any, str]:
    """
    Return a unique label of each group.

    Parameters
    ----------
    groups : mapping of LabelParts
        In the order in which numbers are given to groups that nothing tells apart.

    Returns
    -------
    dict of str
        "name, happening, day". Equal labels get a further word in brackets, or else a number.
    """
    groups_of: dict[str, list[Any]] = defaultdict(list)
    for group, parts in groups.items():
        groups_of[_compose(parts)].append(group)
    labels = {same[0]: label for label, same in groups_of.items() if len(same) == 1}
    taken = set(labels.values())
    numbers: Counter[str] = Counter()
    for label, same in groups_of.items():
        if len(same) == 1:
            continue
        others = Counter(word for group in same for word in groups[group].further)
        for group in same:
            extra = next((word for word in groups[group].further if others[word] == 1), "")
            longer = _compose(groups[group], extra) if extra else label
            labels[group] = _number(longer, taken, numbers)
            taken.add(labels[group])
    return {group: labels[group] for group in groups}


def _compose(parts: LabelParts, extra: str = "") -> str:
    """Return "name, happening (extra), day"."""
    words = [word for word in (parts.name, parts.happening) if word] or [_UNNAMED]
    if extra:
        words[-1] = f"{words[-1]} ({extra})"
    return ", ".join([*words, parts.day] if parts.day else words)


def _number(label: str, taken: set[str], numbers: Counter[str]) -> str:
    """Return a label, with a number if it is taken; ``numbers`` are the last given by label."""
    numbered = label
    while numbered in taken:
        # The count makes this one step for each label, however many are equal.
        numbers[label] = max(numbers[label], 1) + 1
        numbered = f"{label} ({numbers[label]})"
    return numbered
