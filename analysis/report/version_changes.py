"""
What changed between two versions of one text: earlier and later words side by side.

In: the sentences of both. Out: the passages that differ, with the changed words marked. Sentences
that are only moved or kept are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.chart.text_fitting import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Change", "changes_between"]


@dataclass(frozen=True)
class Change:
    """
    One passage that differs.

    Attributes
    ----------
    earlier, later : Markup
        Escaped, with ``<mark>`` around words that only one version has; empty where it has none.
    """

    earlier: Markup
    later: Markup


def changes_between(earlier: Iterable[str], later: Iterable[str]) -> list[Change]:
    """
    Compare two versions sentence by sentence.

    Parameters
    ----------
    earlier, later : iterable of str
        Their sentences in reading order. Spaces and control characters are no difference.

    Returns
    -------
    list of Change
        In reading order; empty if the sentences are the same.

    Examples
    --------
    >>> for change in changes_between(["27 died.", "It rained."], ["41 died.", "It rained."]):
    ...     print(change.earlier, "/", change.later)
    <mark>27</mark> died. / <mark>41</mark> died.
    """
    before = [clean(sentence) for sentence in earlier]
    after = [clean(sentence) for sentence in later]
    changes = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, later_start, later_end in matcher.get_opcodes():
        if kind != "equal":
            words = " ".join(before[start:end]).split()
            later_words = " ".join(after[later_start:later_end]).split()
            changes.append(_marked(words, later_words))
    return changes


def _marked(earlier: Sequence[str], later: Sequence[str]) -> Change:
    """Mark the words that only one of two passages has."""
    before: list[Markup] = []
    after: list[Markup] = []
    matcher = SequenceMatcher(None, earlier, later, autojunk=False)
    for kind, start, end, later_start, later_end in matcher.get_opcodes():
        is_same = kind == "equal"
        before += _run(earlier[start:end], is_same)
        after += _run(later[later_start:later_end], is_same)
    return Change(Markup(" ").join(before), Markup(" ").join(after))


def _run(words: Sequence[str], is_same: bool) -> list[Markup]:
    """Return a run of words, marked if only one version has it; none for no words."""
    if not words:
        return []
    text = escape(" ".join(words))
    return [text if is_same else Markup("<mark>{}</mark>").format(text)]
