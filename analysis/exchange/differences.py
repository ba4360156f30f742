"""
Say what a person changed, as corrections.

In: a document as this run reads it, and what a person left of it. Out: rows of a file of
corrections: spans that are gone, spans that were added, and values that are others now. A span
that was moved is gone in one place and added in another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.core.errors import InputError
from analysis.corrections.kinds import ACTIONS, NOTHING, parse_value
from analysis.corrections.places import place_key
from analysis.exchange.documents import Coding, Document, Link, Mark, Place
from analysis.exchange.kinds import CONTINUES, HAS_CUE, HAS_SOURCE, KINDS
from analysis.exchange.values import clean, is_equal

__all__ = ["Differences", "differences"]

_OF_ATTRIBUTIONS = ("content", "source", "cue")
_LINKED = {"source": HAS_SOURCE, "cue": HAS_CUE}


@dataclass
class Differences:
    """
    What a person changed in one document.

    Attributes
    ----------
    rows : list of dict
        ``table``, ``key``, ``column``, ``old``, ``new``, ``coder`` and ``day``.
    notes : list of str
        Changes that are no correction, and why.
    """

    rows: list[dict[str, str | None]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class _Attribution:
    """A content with all its spans, and what belongs to it."""

    mark: Mark
    start: int
    end: int
    linked: dict[str, list[Place]]


def differences(document: Document, coding: Coding, text: str) -> Differences:
    """
    Compare a document with what a person left of it.

    Parameters
    ----------
    document : Document
    coding : Coding
        Where the file had no links, those between marks that are still there hold.
    text : str
        The article.

    Returns
    -------
    Differences
        Values that are not allowed, added parties and targets, which a file of corrections cannot
        hold, and marks beyond the text are notes.
    """
    return _Comparison(document, coding, text).run()


class _Comparison:
    def __init__(self, document: Document, coding: Coding, text: str) -> None:
        self.document = document
        self.coding = coding
        self.text = text
        self.found = Differences(notes=list(coding.notes))

    def run(self) -> Differences:
        old = {mark.place: mark for mark in self.document.marks}
        new: dict[Place, Mark] = {}
        for mark in self.coding.marks:
            if 0 <= mark.start < mark.end <= len(self.text):
                new.setdefault(mark.place, mark)
            else:
                self._note(f"{mark.kind} at {mark.start} to {mark.end} is not within the text")
        self._compare_spans(old, new)
        links = self.coding.links
        given = self.document.links if links is None else links
        before = _attributions(old, self.document.links)
        after = _attributions(new, given)
        self._compare_attributions(before, after)
        used = {place for each in after.values() for of in each.linked.values() for place in of}
        for place in new:
            if place[0] in _LINKED and place not in used and place not in old:
                self._note(
                    f"{place[0]} {self._key(place)} is joined with no content; draw a link "
                    f"{_LINKED[place[0]]} from the content to it"
                )
        return self.found

    def _compare_spans(self, old: Mapping[Place, Mark], new: Mapping[Place, Mark]) -> None:
        """Compare figures, parties and targets."""
        for place, mark in old.items():
            if place[0] in _OF_ATTRIBUTIONS:
                continue
            if place not in new:
                self._add(place, "wrong")
                continue
            self._compare_values(mark, new[place], place)
        for place, mark in new.items():
            if place in old or place[0] in _OF_ATTRIBUTIONS:
                continue
            if "missing" in ACTIONS[KINDS[place[0]].table]:
                self._add(place, "missing", new=self._joined(mark, {}))
            else:
                self._note(
                    f"{place[0]} {self._key(place)} was added; of {KINDS[place[0]].table} only "
                    "the rows that are there can be corrected"
                )

    def _compare_attributions(
        self, before: Mapping[Place, _Attribution], after: Mapping[Place, _Attribution]
    ) -> None:
        for place, old in before.items():
            new = after.get(place)
            key = ("content", old.start, old.end)
            if new is None or (new.start, new.end) != (old.start, old.end):
                self._add(key, "wrong")
                continue
            self._compare_values(old.mark, new.mark, key)
            for role in _LINKED:
                if set(old.linked[role]) != set(new.linked[role]):
                    self._add(key, role, self._words(old, role), self._words(new, role))
        for place, new in after.items():
            old = before.get(place)
            if old is not None and (new.start, new.end) == (old.start, old.end):
                continue
            words = {role: self._words(new, role) for role in _LINKED}
            key = ("content", new.start, new.end)
            self._add(key, "missing", new=self._joined(new.mark, words))

    def _compare_values(self, old: Mark, new: Mark, key: Place) -> None:
        for column in KINDS[old.kind].values:
            before, after = old.values.get(column), new.values.get(column)
            if is_equal(old.kind, column, before, after):
                continue
            if self._is_allowed(key, column, after or NOTHING):
                self._add(key, column, before or NOTHING, after or NOTHING)

    def _is_allowed(self, key: Place, column: str, value: str) -> bool:
        try:
            parse_value(KINDS[key[0]].table, column, value)
        except InputError as error:
            self._note(f"{key[0]} {self._key(key)}: {error}")
            return False
        return True

    def _words(self, attribution: _Attribution, role: str) -> str:
        """Return the words of the source or cue; those that come first if there are several."""
        places = attribution.linked[role]
        return self.document.words(min(places)) if places else NOTHING

    def _joined(self, mark: Mark, words: Mapping[str, str]) -> str:
        """Return the values of an added row, for ``new``."""
        values = {name: value for name, value in words.items() if value != NOTHING} | mark.values
        parts = []
        for name, value in values.items():
            if ";" in value:
                self._note(f"{name}={value!r} of an added {mark.kind} has a ';' and is left out")
            elif self._is_allowed(mark.place, name, value):
                parts.append(f"{name}={clean(value)}")
        return "; ".join(parts)

    def _key(self, place: Place) -> str:
        return place_key(self.document.article_id, place[1], place[2], self.text)

    def _add(
        self,
        place: Place,
        column: str,
        old: str | None = None,
        new: str | None = None,
    ) -> None:
        self.found.rows.append(
            {
                "table": KINDS[place[0]].table,
                "key": self._key(place),
                "column": column,
                "old": old,
                "new": new,
                "coder": self.coding.coder,
                "day": self.coding.day,
            }
        )

    def _note(self, words: str) -> None:
        self.found.notes.append(f"{self.document.article_id}: {words}")


def _attributions(marks: Mapping[Place, Mark], links: Iterable[Link]) -> dict[Place, _Attribution]:
    """Return each content by the place of its first span."""
    here = [link for link in links if link.origin in marks and link.target in marks]
    joins = [link for link in here if link.name == CONTINUES]
    first_of = {
        link.origin: link.target
        for link in joins
        if link.origin[0] == "content" and link.target[0] == "content"
    }
    found: dict[Place, _Attribution] = {}
    for place, mark in marks.items():
        if place[0] != "content":
            continue
        first = _first(place, first_of)
        linked: dict[str, list[Place]] = {role: [] for role in _LINKED}
        whole = found.setdefault(first, _Attribution(marks[first], first[1], first[2], linked))
        whole.start = min(whole.start, mark.start)
        whole.end = max(whole.end, mark.end)
    for link in here:
        for role, name in _LINKED.items():
            if link.name == name and link.origin[0] == "content" and link.target[0] == role:
                found[_first(link.origin, first_of)].linked[role].append(link.target)
    return found


def _first(place: Place, first_of: Mapping[Place, Place]) -> Place:
    """Return the first span of a content; of spans that lead in a circle, the first in the text."""
    seen = [place]
    while seen[-1] in first_of:
        following = first_of[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
