"""
Measure how much of a news frame an article holds: conflict, economic, human interest, morality, resolution.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled), and frame lexicons (``data/lexicons/frames.toml``,
and a user's own). Out: the ``frames`` table, with the words that made each score. Two methods: word lists, and a linear
model over words (``analysis.measure.frames_model``).

A frame is how a story is told, and word lists only see its traces: an article can hold a frame with none of its words.
``data/models/frames/README.md`` has the accuracy of both methods for each frame. Frames: Semetko and Valkenburg (2000),
"Framing European politics", Journal of Communication 50; Frermann et al. (2023), "Conflicts, Villains, Resolutions",
ACL.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from analysis import lexicon as lexicons
from analysis import paths, tables
from analysis.errors import ParameterError, unknown
from analysis.voice import voices

__all__ = ["FrameLexicon", "read_frames", "score_frames"]

METHODS = ("lexicon", "model")
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
                        words = " ".join(tokens[i:i + length])
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


def score_frames(articles, sentences, lexicon=None, method="lexicon"):
    """
    Score the frames of each article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    sentences : DataFrame
        The ``sentences`` table with ``share_quoted`` filled. Not changed.
    lexicon : str, Path, FrameLexicon, or list of paths, optional
        TOML files in the form of ``data/lexicons/frames.toml``, which is the default. To add frames of your own to the
        generic ones, give both files.
    method : {"lexicon", "model"}
        ``"lexicon"``: word lists. ``"model"``: a linear model over words, for the five generic frames only.

    Returns
    -------
    DataFrame
        The ``frames`` table, one row an article and frame. ``score`` is 0 or more, higher is more. By lexicon, it is
        the number of the frame's words, each counted twice at most, brought to 1,000 words; by model, a number from
        0 to 1 that is at .5 on the threshold, and no probability. ``score_own`` and ``score_attributed`` are the
        same over the sentences of one voice, null where there are none. ``words`` are those that
        made the score, with their counts (by model: the twenty heaviest), null where there are none.

    Raises
    ------
    LexiconError
        If a lexicon breaks its rules.
    ParameterError
        If ``method`` is unknown, or the model is asked for with a lexicon.
    TableError
        If ``share_quoted`` is null.

    References
    ----------
    .. [1] Semetko, H. A. and Valkenburg, P. M. (2000). Framing European politics: A content analysis of press and
       television news. Journal of Communication 50(2), 93-109.
    .. [2] Frermann, L., Li, J., Khanehzar, S. and Mikolajczak, G. (2023). Conflicts, villains, resolutions: Towards
       models of narrative media framing. ACL.
    """
    if method not in METHODS:
        raise ParameterError(unknown("method", method, METHODS))
    if method == "model" and lexicon is not None:
        raise ParameterError("The model knows the five generic frames only; use method='lexicon' with your lexicon.")
    scorer = _scorer(lexicon, method)
    parts = _tokens_by_voice(articles, sentences)
    rows = []
    for article in articles["article_id"]:
        own, attributed = (parts.get((article, voice), []) for voice in tables.VOICES)
        whole, words = scorer(own + attributed)
        sides = scorer(own)[0], scorer(attributed)[0]
        for i, frame in enumerate(scorer.frames):
            rows.append({
                "article_id": article, "frame": frame, "method": method, "score": whole[i], "score_own": sides[0][i],
                "score_attributed": sides[1][i], "present": bool(whole[i] >= scorer.thresholds[i]), "words": words[i]})
    return tables.make(rows, tables.FRAME_SCORES)


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
        If a file breaks the rules of ``analysis.lexicon.load``, a frame is not one of the generic ones and does not
        say ``new = true``, has no ``about``, ``threshold`` or words, or stands in two files.
    """
    frames, thresholds, entries = [], [], []
    for path in _paths(lexicon):
        groups = lexicons.load(path, groups=tables.FRAMES, allowed_keys=("about", "threshold", "words"),
                               required=("about", "source", "licence", "date", "threshold", "words"))
        for name, group in groups.items():
            if name in frames:
                lexicons.refuse(path, (name,), "is in another lexicon too; give each frame once")
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
        index.setdefault(word.lower().split()[0], []).append((pattern, word.count(" ") + 1, frame, number))
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
        lexicons.refuse(path, (name, "threshold"), f"{threshold!r} is not a score above 0 (words per 1,000 words)")
    if not isinstance(group["words"], list) or not group["words"]:
        lexicons.refuse(path, (name, "words"), 'should be a list of words: ["cost*", "per cent"]')
    for word in group["words"]:
        if not isinstance(word, str) or tokens(word.replace("*", "")) != word.replace("*", "").lower().split():
            lexicons.refuse(path, (name, "words"), f"{word!r} is not a word or words (letters, inner - and ', *)", word)


def _tokens_by_voice(articles, sentences):
    """Give the tokens of each sentence by article and voice."""
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = (sentences[c] for c in ("article_id", "start", "end"))
    parts = {}
    for article, start, end, voice in zip(*columns, voices(sentences), strict=True):
        parts.setdefault((article, voice), []).append(tokens(text[article][start:end]))
    return parts


def _scorer(lexicon, method):
    if method == "model":
        from analysis.measure.frames_model import read_model

        return read_model()
    return _LexiconScorer(lexicon if isinstance(lexicon, FrameLexicon) else read_frames(lexicon))


class _LexiconScorer:
    def __init__(self, lexicon):
        self.lexicon, self.frames, self.thresholds = lexicon, lexicon.frames, lexicon.thresholds

    def __call__(self, sentences):
        """Give the scores of some sentences, and the words that made them."""
        counts, forms = self.lexicon.count(sentences)
        words = [[] for _ in self.frames]
        for (entry, form), count in sorted(forms.items(), key=lambda f: (-f[1], f[0][1])):
            words[self.lexicon.entries[entry][0]].append(f"{form} ({count})")
        return self.lexicon.scores(counts, sum(map(len, sentences))), [", ".join(w) or None for w in words]
