"""
Measure how much of a news frame an article holds: conflict, economic, human interest, morality, resolution.

In: ``articles`` and ``sentences`` (with ``share_quoted`` filled), and frame lexicons (``data/lexicons/frames.toml``,
and a user's own). Out: the ``frames`` table, with the words that made each score. Two methods: word lists, and a linear
model over words (``analysis.measure.frames.model``).

A frame is how a story is told, and word lists only see its traces: an article can hold a frame with none of its words.
``data/models/frames/README.md`` has the accuracy of both methods for each frame. Frames: Semetko and Valkenburg (2000),
"Framing European politics", Journal of Communication 50; Frermann et al. (2023), "Conflicts, Villains, Resolutions",
ACL.
"""

from analysis.core import tables
from analysis.core.errors import ParameterError, unknown_value_message
from analysis.core.voice import voices
from analysis.measure.frames.lexicon import FrameLexicon, read_frames, tokens

__all__ = ["score_frames"]

METHODS = ("lexicon", "model")


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
        raise ParameterError(unknown_value_message("method", method, METHODS))
    if method == "model" and lexicon is not None:
        raise ParameterError(
            "The model knows the five generic frames only; use method='lexicon' with your lexicon."
        )
    scorer = _scorer(lexicon, method)
    parts = _tokens_by_voice(articles, sentences)
    rows = []
    for article in articles["article_id"]:
        own, attributed = (parts.get((article, voice), []) for voice in tables.VOICES)
        whole, words = scorer(own + attributed)
        sides = scorer(own)[0], scorer(attributed)[0]
        for i, frame in enumerate(scorer.frames):
            rows.append(
                {
                    "article_id": article,
                    "frame": frame,
                    "method": method,
                    "score": whole[i],
                    "score_own": sides[0][i],
                    "score_attributed": sides[1][i],
                    "present": bool(whole[i] >= scorer.thresholds[i]),
                    "words": words[i],
                }
            )
    return tables.make(rows, tables.FRAME_SCORES)


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
        from analysis.measure.frames.model import read_model

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
        return self.lexicon.scores(counts, sum(map(len, sentences))), [
            ", ".join(w) or None for w in words
        ]
