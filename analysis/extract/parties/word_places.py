"""
Find where a text prints a name as whole words, from a list of its words that is made once.

In: a text. Out: ``WordPlaces``.
"""

import re

__all__ = ["WordPlaces"]

_WORD = re.compile(r"\w+")


class WordPlaces:
    """
    The places of the words of a text.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] | None = None

    def places_of(self, name: str) -> list[int]:
        """
        Return where a name begins, in reading order; occurrences do not overlap.

        Parameters
        ----------
        name : str
            Begins with a letter: "Assad", "al-Assad". It is found as it is written, between
            characters that belong to no word.
        """
        if self._places is None:  # few articles ask
            self._places = self._find_words()
        first = _WORD.match(name)
        if first is None:
            raise ValueError(f"a name begins with a letter, not {name!r}")
        found: list[int] = []
        for start in self._places.get(first[0], ()):
            is_free = not found or start >= found[-1] + len(name)
            if is_free and self._is_whole(name, start):
                found.append(start)
        return found

    def _find_words(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self._text):
            places.setdefault(match[0], []).append(match.start())
        return places

    def _is_whole(self, name: str, start: int) -> bool:
        """Whether a name is printed at the beginning of a word, and no word goes on after it."""
        if not self._text.startswith(name, start):
            return False
        return _WORD.match(self._text, start + len(name)) is None
