"""
Word lists of news frames: read from TOML files, and counted in tokens.

In: ``data/lexicons/frames.toml``, and files of a user's own. Out: a ``FrameLexicon``.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from analysis.core import lexicon as lexicons
from analysis.core import paths, tables

__all__ = ["CAP", "FrameLexicon", "index_entries", "read_frames", "scale", "tokens"]
PER_WORDS = 1000
# a word of the topic that comes back in every sentence is no more of a frame than one that comes twice
CAP = 2
# under so many words a single one would carry the score
SHORT = 100
_TOKEN = re.compile(r"[$\u20ac\u00a3]|\w+(?:['\u2019-]\w+)*")


@dataclass(frozen=True)
class FrameLexicon:
    """
    Frames and their words, ready to count with.

    Attributes
    ----------
    frames : list of str
        Names, in the files' order.
    thresholds : ndarray of float
        Score from which each frame counts as present; words per 1,000 words.
    entries : list of (int, str)
        Frame and word, as in the file; ``*`` stands for any ending.
    index : dict of str to list
        Entries by their first word; one with ``*`` by its stem, with the ``*``.
    """

    frames: list
    thresholds: np.ndarray
    entries: list
    index: dict
    known: dict = field(default_factory=dict, repr=False)

    def count(self, sentences):
        """
        Count the frames' words.

        Parameters
        ----------
        sentences : iterable of list of str
            Lower-case tokens.

        Returns
        -------
        counts : Counter of int
            By entry. A token counts once for each frame, for the entry that fits it best: the longest.
        forms : Counter of (int, str)
            By entry and words as they stand in the text.
        """
        counts, forms = Counter(), Counter()
        for tokens in sentences:
            for i, token in enumerate(tokens):
                taken = set()
                for pattern, length, frame, entry in self._candidates(token):
                    if frame not in taken:
                        words = " ".join(tokens[i : i + length])
                        if pattern.fullmatch(words):
                            taken.add(frame)
                            counts[entry] += 1
                            forms[entry, words] += 1
        return counts, forms

    def _candidates(self, token):
        """Give the entries that may begin with a token, the longest first; remembers what it gave."""
        if token not in self.known:
            stems = (token[:n] + "*" for n in range(1, len(token) + 1))
            found = [entry for key in (token, *stems) for entry in self.index.get(key, ())]
            self.known[token] = sorted(found, key=lambda entry: -len(self.entries[entry[-1]][1]))
        return self.known[token]

    def scores(self, counts, n_words):
        """
        Turn counts into scores.

        Parameters
        ----------
        counts : Counter of int
            By entry.
        n_words : int

        Returns
        -------
        ndarray of float, length n_frames
            Words of each frame, each counted ``CAP`` times at most, in an article of 1,000 words. Different words grow
            with the square root of a text's length (Heaps), so the length is taken out by that root; texts under
            ``SHORT`` words count as that long. NaN where there are no words.
        """
        if not n_words:
            return np.full(len(self.frames), np.nan)
        found = np.zeros(len(self.frames))
        for entry, count in counts.items():
            found[self.entries[entry][0]] += min(count, CAP)
        return found * scale(n_words)


def read_frames(lexicon=None):
    """
    Read frame lexicons and check them.

    Parameters
    ----------
    lexicon : str, Path, or list of them, optional
        ``data/lexicons/frames.toml`` by default.

    Returns
    -------
    FrameLexicon

    Raises
    ------
    LexiconError
        If a file breaks the rules of ``analysis.core.lexicon.load``, a frame is not one of the generic ones and does not
        say ``new = true``, has no ``about``, ``threshold`` or words, or stands in two files.
    """
    frames, thresholds, entries = [], [], []
    for path in _paths(lexicon):
        groups = lexicons.load(
            path,
            groups=tables.FRAMES,
            allowed_keys=("about", "threshold", "words"),
            required=("about", "source", "licence", "date", "threshold", "words"),
        )
        for name, group in groups.items():
            if name in frames:
                lexicons.raise_error(
                    path, (name,), "is in another lexicon too; give each frame once"
                )
            _check_frame(path, name, group)
            frames.append(name)
            thresholds.append(float(group["threshold"]))
            entries += [(len(frames) - 1, word) for word in group["words"]]
    return FrameLexicon(frames, np.array(thresholds), entries, index_entries(entries))


def scale(n_words):
    """
    Give the factor that brings a text's count of different words to 1,000 words.

    Parameters
    ----------
    n_words : int

    Returns
    -------
    float
    """
    return float(np.sqrt(PER_WORDS / max(n_words, SHORT)))


def index_entries(entries):
    """
    Order entries for looking up.

    Parameters
    ----------
    entries : list of (int, str)
        As in ``FrameLexicon``.

    Returns
    -------
    dict of str to list of (Pattern, int, int, int)
        By first word: how the entry looks, its words, its frame, its number.
    """
    index = {}
    for number, (frame, word) in enumerate(entries):
        pattern = re.compile(re.escape(word.lower()).replace(r"\*", r"[\w'-]*"))
        index.setdefault(word.lower().split()[0], []).append(
            (pattern, word.count(" ") + 1, frame, number)
        )
    return index


def tokens(text):
    """
    Split a text into the tokens that lexicons and model count.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of str
        Lower-case words with inner hyphens and apostrophes, and currency signs.

    Examples
    --------
    >>> tokens("It\u2019s a $5 low-carbon plan.")
    ["it's", 'a', '$', '5', 'low-carbon', 'plan']
    """
    return [token.replace("\u2019", "'") for token in _TOKEN.findall(text.lower())]


def _paths(lexicon):
    if lexicon is None:
        return [paths.LEXICONS / "frames.toml"]
    return [lexicon] if isinstance(lexicon, str | Path) else list(lexicon)


def _check_frame(path, name, group):
    threshold = group["threshold"]
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not threshold > 0:
        lexicons.raise_error(
            path,
            (name, "threshold"),
            f"{threshold!r} is not a score above 0 (words per 1,000 words)",
        )
    if not isinstance(group["words"], list) or not group["words"]:
        lexicons.raise_error(
            path, (name, "words"), 'should be a list of words: ["cost*", "per cent"]'
        )
    for word in group["words"]:
        if (
            not isinstance(word, str)
            or tokens(word.replace("*", "")) != word.replace("*", "").lower().split()
        ):
            lexicons.raise_error(
                path,
                (name, "words"),
                f"{word!r} is not a word or words (letters, inner - and ', *)",
                word,
            )
