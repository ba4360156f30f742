"""
Label attributions and casualty figures with the trained reader.

In: the ``articles`` table. Out: the tables ``tagger_spans``, ``tagger_links`` and ``tagger_numbers``.
An article is read in windows that overlap; the probabilities of a token are the mean over its windows.
What the spans add up to (attributions, figures with values) is decided in ``analysis.extract``, not here.
How the reader was trained, and how often it errs, stands in ``data/models/reader/CARD.md``.
"""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.annotate.decode import best_labels, label_spans
from analysis.core import tables
from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS, softmax, tag_columns
from analysis.neural.load import load

__all__ = ["Passage", "TaggerOutput", "label_articles", "run_model", "label_texts"]

INSIDE, OVERLAP = (
    382,
    64,
)  # tokens of a window without its two marks, and how many it shares with the next
PASSAGE_CHARACTERS = (
    40_000  # characters that are read at once; a longer article is cut between sentences
)
TOKENS_IN_MEMORY = 16_000  # tokens whose outputs are held in memory together
POINTED = ("counted", "agent", "source")
BEGIN = (
    -1.0
)  # what it weighs, in log odds, that a source, cue or content begins: else many would begin twice
FARTHER, NONE = (
    1.0,
    0.0,
)  # what each step away, and there being none, weigh when a number chooses its words
LEAST = 0.05  # links less probable than this are left out
_COLUMNS, _VECTOR = tag_columns(), {name: i for i, name in enumerate(VECTORS)}


class TaggerOutput(NamedTuple):
    """What the reader found: three tables that point at each other by ``span_id``."""

    spans: pd.DataFrame
    links: pd.DataFrame
    numbers: pd.DataFrame


def label_articles(articles, threads=2, model=None):
    """
    Label the spans of every article.

    Parameters
    ----------
    articles : DataFrame, shape (n_articles, ...)
        The ``articles`` table. Not changed.
    threads : int
        Threads for onnxruntime.
    model : Model, optional
        Another reader than the one in ``data/models/reader``.

    Returns
    -------
    Reading
        ``spans`` (TAGGER_SPANS): in order of reading, without overlap within a label; ``p`` is the mean
        probability of the label's tokens, higher is surer.
        ``links`` (TAGGER_LINKS): a content to its cue (shares of all cues near it), a source to a cue (shares of
        all sources near that cue), a number to its counted, agent and source span. Several may compete: take the
        most probable, or none where all are small.
        ``numbers`` (TAGGER_NUMBERS): one row for each number span.
        An article without text, or with nothing found, has no rows.

    Raises
    ------
    MissingResourceError
        If the model's files are absent or altered.
    """
    model = model or load("tagger", threads=threads)
    spans, links, numbers = label_texts(articles["article_id"], articles["text"], model)
    return TaggerOutput(
        tables.make(spans, tables.TAGGER_SPANS),
        tables.make(links, tables.TAGGER_LINKS),
        tables.make(numbers, tables.TAGGER_NUMBERS),
    )


def label_texts(article_ids, texts, model):
    """
    Do the work of ``read`` with plain lists of dict.

    Parameters
    ----------
    article_ids, texts : iterable of str
    model : Model

    Returns
    -------
    spans, links, numbers : list of dict
    """
    out = ([], [], [])
    for piece in run_model(article_ids, texts, model):
        first = len(out[0])
        _attributions(piece, out)
        _figures(piece, out)
        out[0][first:] = sorted(
            out[0][first:], key=lambda span: (span["start"], span["end"], span["span_id"])
        )
    return out


def run_model(article_ids, texts, model):
    """
    Run texts through the model, a bounded number of tokens at a time.

    Parameters
    ----------
    article_ids, texts : iterable of str
    model : Model

    Yields
    ------
    Piece
        One for a text, several for a very long one, none for a text without tokens; in order.
    """
    waiting, size = [], 0
    for article_id, text in zip(article_ids, texts, strict=True):
        text = text if isinstance(text, str) else ""
        for begin, end in _pieces(text):
            ids, offsets = model.tokens(text[begin:end])
            if len(ids):
                waiting.append(Passage(article_id, ids, offsets + begin))
                size += len(ids)
            if size >= TOKENS_IN_MEMORY:
                yield from _run(waiting, model)
                waiting, size = [], 0
    yield from _run(waiting, model)


def _pieces(text):
    """Cut a long text between paragraphs or sentences; give (begin, end) of each piece."""
    begin = 0
    while len(text) - begin > PASSAGE_CHARACTERS:
        stops = [
            m.end()
            for m in re.finditer(
                r"\n+|[.!?]\s+", text[begin + PASSAGE_CHARACTERS // 2 : begin + PASSAGE_CHARACTERS]
            )
        ]
        end = begin + (PASSAGE_CHARACTERS // 2 + stops[-1] if stops else PASSAGE_CHARACTERS)
        yield begin, end
        begin = end
    yield begin, len(text)


class Passage:
    """One text being read: its tokens, windows, and the model's outputs as they come in."""

    def __init__(self, article_id, ids, offsets):
        self.article_id, self.ids, self.offsets = article_id, ids, offsets
        n = len(ids)
        # as few windows as can be, all of one length: no token is read again that need not be
        windows = max(-(-(n - OVERLAP) // (INSIDE - OVERLAP)), 1)
        size = -(-(n + (windows - 1) * OVERLAP) // windows)
        self.starts = np.arange(windows) * (n - size) // max(windows - 1, 1)
        self.ends = self.starts + size
        # a token is at home in the window whose middle is nearest
        self.edges = (self.ends[:-1] + self.starts[1:]) // 2
        self.sums = {name: np.zeros((n, len(labels))) for name, labels in TAGS.items()}
        self.seen, self.vectors = np.zeros(n), {}

    def home(self, token):
        """Window in which a token stands nearest to the middle."""
        return int(np.searchsorted(self.edges, token, side="right"))

    def add(self, window, tags, vectors):
        """Take in what the model says of one window."""
        at = slice(self.starts[window], self.ends[window])
        n = at.stop - at.start
        for name, columns in _COLUMNS.items():
            self.sums[name][at] += softmax(tags[1 : n + 1, columns])
        self.seen[at] += 1
        self.vectors[window] = vectors[: n + 1].reshape(
            n + 1, len(VECTORS), VECTOR_SIZE
        )  # row 0: nothing

    def means(self, name):
        """Probabilities (n_tokens, n_labels) of one softmax, the mean over windows."""
        return self.sums[name] / self.seen[:, None]

    def vector(self, window, name, tokens):
        """Vectors of tokens of the piece, as one window sees them; tokens outside are moved to its edge."""
        first, last = int(self.starts[window]), int(self.ends[window]) - 1
        places = [min(max(token, first), last) - first + 1 for token in tokens]
        return self.vectors[window][places, _VECTOR[name]]

    def nothing(self, window, name):
        """Vector that stands for "none of them" in a window."""
        return self.vectors[window][0, _VECTOR[name]]


def _run(pieces, model):
    """Run the windows of some pieces through the model, longest first, then give the pieces in order."""
    windows = [(p, w) for p in pieces for w in range(len(p.starts))]
    windows.sort(key=lambda x: x[0].ends[x[1]] - x[0].starts[x[1]], reverse=True)
    for i in range(0, len(windows), model.batch):
        batch = windows[i : i + model.batch]
        rows = [[model.start, *p.ids[p.starts[w] : p.ends[w]], model.end] for p, w in batch]
        tags, found = model.tag(rows)
        for (piece, window), t, v in zip(batch, tags, found, strict=True):
            piece.add(window, t, v)
    yield from pieces


def _labelled(piece, layer, begin=0.0):
    """Spans of the best labels; a token within the last character of a role's span (decomposed letters) is left out."""
    means, ends = piece.means(layer), {}
    for role, first, last, p in label_spans(best_labels(means, begin), means):
        while first < last and piece.offsets[first, 0] < ends.get(role, 0):
            first += 1
        if first < last:
            ends[role] = piece.offsets[last - 1, 1]
            yield role, first, last, p


def _add_span(piece, layer, label, first, last, p, out):
    start, end = int(piece.offsets[first, 0]), int(piece.offsets[last - 1, 1])
    span_id = f"{piece.article_id}#{layer[0]}{label[:2]}{start}-{end}"
    out[0].append(
        {
            "article_id": piece.article_id,
            "span_id": span_id,
            "layer": layer,
            "label": label,
            "start": start,
            "end": end,
            "p": p,
        }
    )
    return span_id


def _add_link(piece, from_id, to_id, p, out):
    if p >= LEAST:
        out[1].append(
            {
                "article_id": piece.article_id,
                "from_id": from_id,
                "to_id": to_id,
                "p": float(min(p, 1.0)),
            }
        )


def _attributions(piece, out):
    """Spans of sources, cues and contents, and which cue each source and content goes with."""
    found = {name: [] for name in tables.ROLES}
    for role, first, last, p in _labelled(piece, "attribution", BEGIN):
        name = tables.ROLES[role]
        found[name].append(
            (first, last, _add_span(piece, "attribution", name, first, last, p, out))
        )
    for first, last, span_id in found["content"]:
        for (_, _, cue_id), p in _cues_of(piece, first, last, found["cue"]):
            _add_link(piece, span_id, cue_id, p, out)
    for first, _, cue_id in found["cue"]:
        window = piece.home(first)
        near = _inside(piece, window, found["source"])
        asked = piece.vector(window, "source_cue", [first])[0]
        keys = [
            piece.vector(window, "source_first", [f])[0]
            + piece.vector(window, "source_last", [e - 1])[0]
            for f, e, _ in near
        ]
        keys.append(piece.nothing(window, "source_first") + piece.nothing(window, "source_last"))
        shares = softmax(np.array(keys) @ asked / VECTOR_SIZE**0.5)
        for (_, _, source_id), p in zip(near, shares, strict=False):
            _add_link(piece, source_id, cue_id, p, out)


def _inside(piece, window, spans):
    return [s for s in spans if piece.starts[window] <= s[0] and s[1] <= piece.ends[window]]


def _cues_of(piece, first, last, cues):
    """Share of each cue in a content, by the windows where the content begins and ends."""
    scores, none = {}, []
    for window in {piece.home(first), piece.home(last - 1)}:
        asked = (
            piece.vector(window, "content_first", [first])
            + piece.vector(window, "content_last", [last - 1])
        )[0]
        none.append(piece.nothing(window, "content_cue") @ asked)
        for cue in _inside(piece, window, cues):
            scores.setdefault(cue, []).append(
                piece.vector(window, "content_cue", [cue[0]])[0] @ asked
            )
    values = [np.mean(v) for v in scores.values()] + [np.mean(none)]
    return list(zip(scores, softmax(np.array(values) / VECTOR_SIZE**0.5), strict=False))


def _figures(piece, out):
    """Spans of casualty numbers, what they say, and the words for whom, by whom and on whose word."""
    found = {role: [] for role in POINTED}
    for r, first, last, p in _labelled(piece, "role"):
        found[POINTED[r]].append(
            (first, last, _add_span(piece, "figure", POINTED[r], first, last, p, out))
        )
    for _, first, last, p in _labelled(piece, "number"):
        span_id = _add_span(piece, "figure", "number", first, last, p, out)
        out[2].append({"span_id": span_id} | _facts(piece, first))
        for role in POINTED:
            for to_id, share in _pointed(piece, role, first, last, found[role]):
                _add_link(piece, span_id, to_id, share, out)


def _facts(piece, number):
    """What the number's first token says of outcome, group and implicitness."""
    best = {name: piece.means(name)[number] for name in ("outcome", "group", "implicit")}
    out = {"implicit": bool(best["implicit"][1] > 0.5)}
    for name in ("outcome", "group"):
        out |= {
            name: TAGS[name][best[name].argmax()],
            f"p_{name}": float(min(best[name].max(), 1.0)),
        }
    return out


def _pointed(piece, role, first, last, spans):
    """Share of each span of a role in a number, against there being none."""
    window = piece.home(first)
    near = _inside(piece, window, spans)
    scores = np.zeros(len(near) + 1)
    for end in ("first", "last"):
        asked = piece.vector(window, f"{role}_{end}_from", [first])[0]
        keys = [
            piece.vector(window, f"{role}_{end}_to", [s[0] if end == "first" else s[1] - 1])[0]
            for s in near
        ]
        scores += (
            np.array([*keys, piece.nothing(window, f"{role}_{end}_to")]) @ asked / VECTOR_SIZE**0.5
        )
    gaps = [max(s[0] - last, first - s[1], 0) for s in near]
    scores[:-1] -= FARTHER * np.log1p(gaps)
    scores[-1] += NONE
    return list(zip((s[2] for s in near), softmax(scores), strict=False))
