"""
Frame lexicons: word lists of news frames, and counts of their words in a text.

In: ``data/lexicons/frames.toml``, and lexicon files supplied by the user. Out: a ``FrameLexicon``.
The ``frames`` table is built in ``analysis.measure.frames.score``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np

from analysis.core import lexicon as lexicons
from analysis.core import paths, tables

__all__ = [
    "CAP",
    "FrameLexicon",
    "IndexedEntry",
    "LexiconPaths",
    "frame_lexicons",
    "index_entries",
    "read_frames",
    "scale",
    "tokens",
]

LexiconPaths: TypeAlias = str | Path | Sequence[str | Path]

PER_WORDS = 1000
# a topic word that recurs in every sentence signals the frame no more than one that occurs twice
CAP = 2
# in a shorter text, a single word would decide the score
SHORT = 100
_TOKEN = re.compile(
    r"""
    [$\u20ac\u00a3]             # a currency sign: dollar, euro, pound
    | \w+ (?: ['\u2019-] \w+ )* # a word with inner apostrophes and hyphens
    """,
    re.VERBOSE,
)
_WORD_ENDING = r"[\w'-]*"


class IndexedEntry(NamedTuple):
    """
    One word of a frame lexicon, prepared for matching.

    Attributes
    ----------
    pattern : Pattern
        Matches the words of a text that count as this entry.
    n_words : int
        Number of words in the entry.
    frame : int
        Position of the frame in ``FrameLexicon.frames``.
    number : int
        Position of the entry in ``FrameLexicon.entries``.
    """

    pattern: re.Pattern[str]
    n_words: int
    frame: int
    number: int


@dataclass(frozen=True)
class FrameLexicon:
    """
    Frames and their words, prepared for counting.

    Attributes
    ----------
    frames : list of str
        Frame names, in file order.
    thresholds : ndarray of float, length n_frames
        Score from which a frame counts as present, in words per 1,000 words.
    entries : list of (int, str)
        Position of the frame, and the word as written in the file; ``*`` matches any ending.
    index : dict of str to list of IndexedEntry
        Entries by their first word. An entry with ``*`` is listed under its stem followed by ``*``.
    cache : dict of str to list of IndexedEntry
        Entries that may start with a token, for the tokens looked up so far.
    definitions : dict of str to str
        What an article with the frame is about, as ``about`` in the file says.
    """

    frames: list[str]
    thresholds: np.ndarray
    entries: list[tuple[int, str]]
    index: dict[str, list[IndexedEntry]]
    cache: dict[str, list[IndexedEntry]] = field(default_factory=dict, repr=False)
    definitions: dict[str, str] = field(default_factory=dict, repr=False)

    def count(
        self, sentences: Iterable[list[str]]
    ) -> tuple[Counter[int], Counter[tuple[int, str]]]:
        """
        Count the frame words in a text.

        A token counts once per frame, for the longest entry that matches.

        Parameters
        ----------
        sentences : iterable of list of str
            Lower-case tokens of each sentence.

        Returns
        -------
        counts : Counter of int
            Occurrences by entry number.
        forms : Counter of (int, str)
            Occurrences by entry number and by the words as they appear in the text.
        """
        counts: Counter[int] = Counter()
        forms: Counter[tuple[int, str]] = Counter()
        for sentence in sentences:
            for start, token in enumerate(sentence):
                counted_frames: set[int] = set()
                for entry in self._candidates(token):
                    if entry.frame in counted_frames:
                        continue
                    words = " ".join(sentence[start : start + entry.n_words])
                    if entry.pattern.fullmatch(words):
                        counted_frames.add(entry.frame)
                        counts[entry.number] += 1
                        forms[entry.number, words] += 1
        return counts, forms

    @cached_property
    def _longest_stem(self) -> int:
        """Return the characters of the longest first word: no longer beginning is looked up."""
        return max((len(word) for word in self.index), default=0)

    def _candidates(self, token: str) -> list[IndexedEntry]:
        """Return the entries that may start with a token, longest first."""
        if token not in self.cache:
            found = list(self.index.get(token, ()))
            for length in range(1, min(len(token), self._longest_stem) + 1):
                found += self.index.get(token[:length] + "*", ())
            self.cache[token] = sorted(found, key=self._shortness)
        return self.cache[token]

    def _shortness(self, entry: IndexedEntry) -> int:
        """Return a sort key that puts long entries first."""
        _, word = self.entries[entry.number]
        return -len(word)

    def scores(self, counts: Counter[int], n_words: int) -> np.ndarray:
        """
        Convert counts to scores.

        Parameters
        ----------
        counts : Counter of int
            Occurrences by entry number.
        n_words : int
            Number of words in the text.

        Returns
        -------
        ndarray of float, length n_frames
            Frame words in a text of 1,000 words, with each entry counted ``CAP`` times at most.
            The number of different words grows with the square root of the text length (Heaps'
            law), so counts are divided by that root. Texts under ``SHORT`` words are treated as
            having ``SHORT`` words. NaN if the text has no words.
        """
        if not n_words:
            return np.full(len(self.frames), np.nan)
        found = np.zeros(len(self.frames))
        for number, count in counts.items():
            frame, _ = self.entries[number]
            found[frame] += min(count, CAP)
        return found * scale(n_words)


def frame_lexicons() -> list[Path]:
    """Return the frame lexicons: that of the project, then every ``frames_*.toml`` of a user."""
    return [paths.LEXICONS / "frames.toml", *sorted(paths.LEXICONS.glob("frames_*.toml"))]


def read_frames(lexicon: LexiconPaths | None = None) -> FrameLexicon:
    """
    Read and validate frame lexicons.

    Parameters
    ----------
    lexicon : str, Path, or sequence of them, optional
        TOML files. By default, ``data/lexicons/frames.toml``.

    Returns
    -------
    FrameLexicon

    Raises
    ------
    LexiconError
        If a file breaks the rules of ``analysis.core.lexicon.load``; if a frame is not one of the
        generic ones and is not marked ``new = true``; if a frame has no ``about``, ``threshold`` or
        words; or if a frame is defined in two files.
    """
    frames: list[str] = []
    thresholds: list[float] = []
    entries: list[tuple[int, str]] = []
    definitions: dict[str, str] = {}
    for path in _paths(lexicon):
        groups = lexicons.load(
            path,
            groups=tables.FRAMES,
            allowed_keys=("about", "threshold", "words"),
            required=("about", "source", "licence", "date", "threshold", "words"),
        )
        for name, group in groups.items():
            if name in frames:
                reason = "is already defined in another lexicon; define each frame once"
                lexicons.raise_error(path, (name,), reason)
            _check_threshold(path, name, group["threshold"])
            _check_words(path, name, group["words"])
            entries.extend((len(frames), word) for word in group["words"])
            definitions[name] = group["about"]
            frames.append(name)
            thresholds.append(float(group["threshold"]))
    index = index_entries(entries)
    return FrameLexicon(frames, np.array(thresholds), entries, index, definitions=definitions)


def scale(n_words: int) -> float:
    """
    Return the factor that rescales counts of different words to a text of 1,000 words.

    Parameters
    ----------
    n_words : int
        Number of words in the text; fewer than ``SHORT`` count as ``SHORT``.

    Returns
    -------
    float
        Above 1 for texts under 1,000 words, below 1 for longer ones.
    """
    return float(np.sqrt(PER_WORDS / max(n_words, SHORT)))


def index_entries(entries: Sequence[tuple[int, str]]) -> dict[str, list[IndexedEntry]]:
    """
    Index lexicon entries by their first word.

    Parameters
    ----------
    entries : sequence of (int, str)
        Frame and word, as in ``FrameLexicon``.

    Returns
    -------
    dict of str to list of IndexedEntry
    """
    index: dict[str, list[IndexedEntry]] = {}
    for number, (frame, word) in enumerate(entries):
        words = word.lower()
        entry = IndexedEntry(_pattern(words), word.count(" ") + 1, frame, number)
        index.setdefault(words.split()[0], []).append(entry)
    return index


@cache  # lexicons are read for every batch of articles
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words).replace(r"\*", _WORD_ENDING))


def tokens(text: str) -> list[str]:
    """
    Split a text into the tokens that lexicons and the frame model count.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of str
        Lower-case words, with inner hyphens and apostrophes, and currency signs.

    Examples
    --------
    >>> tokens("It\u2019s a $5 low-carbon plan.")
    ["it's", 'a', '$', '5', 'low-carbon', 'plan']
    """
    return [token.replace("\u2019", "'") for token in _TOKEN.findall(text.lower())]


def _paths(lexicon: LexiconPaths | None) -> list[str | Path]:
    """Return lexicon paths as a list; the default lexicon if there are none."""
    if lexicon is None:
        return [paths.LEXICONS / "frames.toml"]
    if isinstance(lexicon, str | Path):
        return [lexicon]
    return list(lexicon)


def _check_threshold(path: str | Path, frame: str, threshold: object) -> None:
    """Raise an error unless a threshold is a number above 0."""
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not threshold > 0:
        reason = f"{threshold!r} is not a score above 0 (words per 1,000 words)"
        lexicons.raise_error(path, (frame, "threshold"), reason)


def _check_words(path: str | Path, frame: str, words: object) -> None:
    """Raise an error unless the words of a frame are a list of words or phrases."""
    if not isinstance(words, list) or not words:
        reason = 'should be a list of words: ["cost*", "per cent"]'
        lexicons.raise_error(path, (frame, "words"), reason)
        return
    for word in words:
        if not _is_phrase(word):
            reason = f"{word!r} is not a word or phrase (letters, inner - and ', *)"
            lexicons.raise_error(path, (frame, "words"), reason, str(word))


def _is_phrase(word: object) -> bool:
    """Return whether an entry consists of tokens only, apart from ``*``."""
    if not isinstance(word, str):
        return False
    bare = word.replace("*", "")
    return tokens(bare) == bare.lower().split()
