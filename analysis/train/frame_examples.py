"""
Read articles labelled with frames as numbers.

In: files of articles, one JSON object a line (``text``, ``frames``, optional ``title``). Out: the
lexicon scores, word counts and labels of the articles. A frame that no article of a file has was
not coded there, so it is unknown, not absent.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from analysis.core import tables
from analysis.measure.frames.lexicon import FrameLexicon, read_frames, tokens
from analysis.neural.token_embedding import token_embedding

__all__ = ["FrameExamples", "read_examples"]


@dataclass(frozen=True)
class FrameExamples:
    """
    Labelled articles as numbers.

    Attributes
    ----------
    frames : list of str
    files : ndarray of str, length n_articles
        Name of the file that each article is from, without its ending.
    labels : ndarray of float, shape (n_articles, n_frames)
        1 if a coder found the frame, 0 if not, NaN if it was not coded.
    scores : ndarray, shape (n_articles, n_frames)
        Lexicon scores.
    counts : sparse matrix, shape (n_articles, n_words)
        How often an article contains each word.
    words : list of str, length n_words
    vectors : ndarray, shape (n_words, n_dimensions)
        From the token embedding of the tagger.
    """

    frames: list[str]
    files: np.ndarray
    labels: np.ndarray
    scores: np.ndarray
    counts: csr_matrix
    words: list[str]
    vectors: np.ndarray


def read_examples(files: Sequence[Path], least_documents: int = 2) -> FrameExamples:
    """
    Read labelled articles.

    Parameters
    ----------
    files : sequence of Path
        JSON lines.
    least_documents : int
        Articles that must contain a word for it to be kept.

    Returns
    -------
    FrameExamples
    """
    from sklearn.feature_extraction.text import CountVectorizer

    lexicon = read_frames()
    texts: list[list[str]] = []
    labels: list[np.ndarray] = []
    names: list[str] = []
    for path in files:
        lines = path.read_text(encoding="utf8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        texts += [tokens(_whole_text(row)) for row in rows]
        labels.append(_labels(rows))
        names += [path.stem] * len(rows)
    counter = CountVectorizer(analyzer=_model_words, min_df=least_documents)
    counts = counter.fit_transform(texts)
    words = [str(word) for word in counter.get_feature_names_out()]
    embedding = token_embedding()
    return FrameExamples(
        frames=list(tables.FRAMES),
        files=np.array(names),
        labels=np.concatenate(labels),
        scores=np.stack([_scores(lexicon, text) for text in texts]),
        counts=counts,
        words=words,
        vectors=embedding.word_vectors(words),
    )


def _whole_text(row: dict) -> str:
    """Return the text of an article, with its title where the text does not begin with it."""
    title = row.get("title") or ""
    text = row["text"]
    return text if text.startswith(title) else f"{title}\n\n{text}"


def _labels(rows: Sequence[dict]) -> np.ndarray:
    """Return 1, 0 or NaN for each article and frame."""
    labels = np.zeros((len(rows), len(tables.FRAMES)))
    for i, row in enumerate(rows):
        labels[i] = [frame in row["frames"] for frame in tables.FRAMES]
    labels[:, ~labels.any(axis=0)] = np.nan
    return labels


def _scores(lexicon: FrameLexicon, text: list[str]) -> np.ndarray:
    counts, _ = lexicon.count([text])
    return lexicon.scores(counts, len(text))


def _model_words(text: Sequence[str]) -> list[str]:
    """Return the tokens that may become words of the model."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

    words = []
    for token in text:
        if len(token) > 1 and not token.isdigit() and token not in ENGLISH_STOP_WORDS:
            words.append(token)
    return words
