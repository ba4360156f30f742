"""
Count how the articles print names: with which capitals, and how often as places.
"""

from collections import Counter, defaultdict

from analysis.compare.events.labels.happening_lexicon import Unit

_PLACE_SHARE = 0.1  # share of a name's mentions that say it is a place; "in" is often left out


class NameForms:
    """Forms of all names that were read."""

    def __init__(self) -> None:
        self._printed: dict[Unit, Counter[str]] = defaultdict(Counter)
        self._mentions: Counter[Unit] = Counter()
        self._as_place: Counter[Unit] = Counter()
        self._lands: set[Unit] = set()

    def add(self, name: Unit, is_place: bool) -> None:
        """Count a mention."""
        self._mentions[name] += 1
        self._as_place[name] += is_place

    def add_printed(self, name: Unit, printed: str) -> None:
        """Count a form where capitals mean something."""
        self._printed[name][printed] += 1

    def add_land(self, name: Unit) -> None:
        """Note that some article prints the adjective of a name: "Velmar voters"."""
        self._lands.add(name)

    def is_land(self, name: Unit) -> bool:
        """Return whether any article prints the adjective of a name."""
        return name in self._lands

    def is_place(self, name: Unit) -> bool:
        """Return whether a name is printed as a place often enough to be one."""
        return self._as_place[name] > _PLACE_SHARE * self._mentions[name]

    def printed(self, name: Unit) -> str:
        """
        Return a name as it is printed most, but in capitals only where no form has fewer.

        A place of several words that only a dateline prints, "NEW DELHI", is "New Delhi".
        """
        forms = self._printed.get(name)
        if not forms:
            return " ".join(word.capitalize() for word in name)
        best = min(forms, key=lambda form: (_n_shouted(form), -forms[form], form))
        if self.is_place(name) and best.isupper() and " " in best:
            return " ".join(word.capitalize() for word in best.split())
        return best


def _n_shouted(form: str) -> int:
    """Return how many words of a name are in capitals, "ORLA Keaveney"; an initial is none."""
    return sum(word.isupper() and len(word) > 1 for word in form.split())
