"""
Name quantities in plain words: what is counted or measured, and what became of it.

In: the statements of one story with their quantity. Out: a label for each quantity, unique within
the story: "people killed", "children killed (part of people killed)", "price of a barrel, $". The
words are the statements' own, without their numbers; those of an outlet's headline are not used.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

__all__ = ["label_quantities"]

LONGEST = 60
"""Characters of counted words that a label takes over."""

_OUTCOMES = {
    "killed": "killed",
    "injured": "injured",
    "killed_or_injured": "killed or injured",
    "missing": "missing",
    "captured": "held",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "bodies_found": "found dead",
    "rescued": "rescued",
    "surrendered": "surrendered",
    "ill": "ill",
    "other": "affected",
}
_HELD = {
    "arrested": re.compile(r"\barrest", re.IGNORECASE),
    "detained": re.compile(r"\bdetain|\bdetention|\bcustody", re.IGNORECASE),
    "apprehended": re.compile(r"\bapprehen", re.IGNORECASE),
    "taken hostage": re.compile(r"\bhostages?\b|\bkidnap|\babduct", re.IGNORECASE),
    "captured": re.compile(r"\bcaptur", re.IGNORECASE),
}
_GROUPS = {
    "civilians": "civilians",
    "children": "children",
    "women": "women",
    "fighters": "fighters",
    "soldiers": "soldiers and police",
    "journalists": "journalists",
    "medics_aid": "medics and aid workers",
}
_ANYONE = re.compile(
    r"(?:the|other|more|of|them|their|people|persons?|others?|dead|deaths?|fatalit(?:y|ies)"
    r"|lives|life|victims?|casualt(?:y|ies)|injur(?:y|ies)|injured|wounded|bod(?:y|ies)|man|woman"
    r"|killed|arrests?|hostages?|\s)+",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:of|the|a|an|in|for|to|its|his|her|their|this|that)\s+", re.IGNORECASE)
_UNITS = {"percent": "%", "points": "percentage points"}
_CHANGES = {"up": "rise", "down": "fall"}
_UNNAMED = {"money": "sum of money", "percent": "share", "points": "difference"}
_NAME = re.compile(r"(?<=[a-z,;:]\s)[A-Z][a-z][\w’-]+(?:\s[A-Z][a-z][\w’-]+)*")


def label_quantities(stated: pd.DataFrame, part_of: Mapping[str, str | None]) -> dict[str, str]:
    """
    Return a label for each quantity of a story.

    Parameters
    ----------
    stated : DataFrame
        The rows of ``Statements`` with ``quantity_id``. Not changed.
    part_of : mapping of str to (str or None)
        For each quantity the quantity of which it is a part.

    Returns
    -------
    dict of str to str
        Labels that would be equal are told apart by a name from their sentences that the others
        lack, then by the number first stated, then by a count.
    """
    groups = {
        str(quantity_id): group for quantity_id, group in stated.groupby("quantity_id", sort=False)
    }
    plain = {quantity_id: _plain_label(group) for quantity_id, group in groups.items()}
    labels = {}
    for quantity_id, label in plain.items():
        total = part_of.get(quantity_id)
        labels[quantity_id] = label if total is None else f"{label} (part of {plain[total]})"
    for extras in (_distinct_names, _first_numbers, _counts):
        for clashing in _equal_labels(labels):
            added = extras([groups[quantity_id] for quantity_id in clashing])
            for quantity_id, extra in zip(clashing, added, strict=True):
                if extra:
                    labels[quantity_id] = f"{labels[quantity_id]}, {extra}"
    return labels


def _equal_labels(labels: Mapping[str, str]) -> list[list[str]]:
    same: dict[str, list[str]] = {}
    for quantity_id, label in labels.items():
        same.setdefault(label.casefold(), []).append(quantity_id)
    return [ids for ids in same.values() if len(ids) > 1]


def _plain_label(group: pd.DataFrame) -> str:
    outcome = _usual(group["outcome"])
    if outcome is not None:
        label = f"{_persons(group)} {_what_happened(group, outcome)}"
    else:
        label = _measured(group)
    change = _usual(group["change"])
    if change is not None:
        label = f"{_CHANGES[change]} in {label}"
    years = group["year"].dropna()
    if len(years) * 2 > len(group):
        label = f"{label}, {int(years.mode().iloc[0])}"
    return label


def _persons(group: pd.DataFrame) -> str:
    """Return who is counted, without an outlet's word for the dead or the held."""
    special = _usual(group["group"])
    if special in _GROUPS and special != "civilians":
        return _GROUPS[special]
    words = _usual(_shortened(group["counted"]))
    if words is None or _ANYONE.fullmatch(words) or _usual(group["outcome"]) == "ill":
        return "people"
    return words


def _what_happened(group: pd.DataFrame, outcome: str) -> str:
    if outcome != "captured":
        return _OUTCOMES[outcome]
    found = Counter()
    for sentence in group["sentence_text"]:
        for words, pattern in _HELD.items():
            found[words] += pattern.search(sentence) is not None
    words, count = found.most_common(1)[0]
    return words if count else _OUTCOMES[outcome]


def _measured(group: pd.DataFrame) -> str:
    """Return what is counted or measured, whose it is, and the unit."""
    unit = str(_usual(group["unit"]))
    words = _usual(_shortened(group["counted"]))
    whose = _usual(_shortened(group["whose"]))
    written = _usual(group["unit_text"])
    named = _UNITS.get(unit, written)
    if words is None:
        words = _UNNAMED.get(unit, "number" if named is None else "amount")
    if whose is not None and whose.casefold() not in words.casefold():
        words = f"{words} ({whose})"
    return words if named is None else f"{words}, {named}"


def _shortened(words: pd.Series) -> pd.Series:
    """Drop an article or preposition in front, line breaks, and what is too long."""
    words = words.dropna().astype(str).str.split().str.join(" ").str.strip(" ,;:")
    words = words.str.replace(_LEADING, "", regex=True).str.replace(_LEADING, "", regex=True)
    short = words.where(
        words.str.len() <= LONGEST, words.str.slice(0, LONGEST).str.rsplit(n=1).str[0]
    )
    return short[short.ne("")]


def _usual(values: pd.Series) -> str | None:
    """Return the most frequent value, whatever its case; of several, the one stated first."""
    values = values.dropna().astype(str)
    if values.empty:
        return None
    counts = values.str.casefold().value_counts(sort=False)
    return str(values[values.str.casefold().eq(counts.idxmax())].iloc[0])


def _distinct_names(groups: Sequence[pd.DataFrame]) -> list[str | None]:
    """Return for each group a name of its sentences that the other groups lack."""
    names = [_names(group["sentence_text"]) for group in groups]
    found = []
    for own in names:
        others = [other for other in names if other is not own]
        distinct = [name for name in own if not any(name in other for other in others)]
        found.append(distinct[0] if distinct else None)
    return found


def _names(sentences: Iterable[str]) -> list[str]:
    """Return the names inside sentences, most frequent first."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update(_NAME.findall(sentence))
    return [name for name, _ in counts.most_common()]


def _first_numbers(groups: Sequence[pd.DataFrame]) -> list[str | None]:
    return [f"first stated as {group['text'].iloc[0].casefold()}" for group in groups]


def _counts(groups: Sequence[pd.DataFrame]) -> list[str | None]:
    return [None, *(f"no. {number}" for number in range(2, len(groups) + 1))]
