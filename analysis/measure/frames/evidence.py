"""
Find the words of one article that speak for a frame, sentence by sentence.

In: the tokens of its sentences, a frame lexicon, and the frame model. Out: scores, words and
probabilities of the article, and what each sentence adds. Tables are built in
``analysis.measure.frames.score``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from analysis.measure.frames.lexicon import CAP, FrameLexicon
from analysis.measure.frames.model import FrameModel

__all__ = ["ArticleEvidence"]


class ArticleEvidence:
    """
    The words of one article that speak for or against each frame.

    Parameters
    ----------
    sentences : sequence of list of str
        Lower-case tokens of each sentence, as returned by ``lexicon.tokens``.
    lexicon : FrameLexicon
    model : FrameModel, optional
        Its frames must all be frames of the lexicon. Without it, there are no probabilities.
    """

    def __init__(
        self,
        sentences: Sequence[list[str]],
        lexicon: FrameLexicon,
        model: FrameModel | None = None,
    ) -> None:
        self.sentences = sentences
        self.lexicon = lexicon
        self.model = model
        self._counts: list[Counter[int]] = []
        self._forms: Counter[tuple[int, str]] = Counter()
        for sentence in sentences:
            counts, forms = lexicon.count([sentence])
            self._counts.append(counts)
            self._forms.update(forms)

    def scores(self, of_sentences: Iterable[int] | None = None) -> np.ndarray:
        """
        Return the lexicon score of each frame.

        Parameters
        ----------
        of_sentences : iterable of int, optional
            Positions of the sentences to count; all by default.

        Returns
        -------
        ndarray, length n_frames
            NaN if the sentences have no words.
        """
        chosen = range(len(self.sentences)) if of_sentences is None else list(of_sentences)
        total: Counter[int] = Counter()
        for position in chosen:
            total.update(self._counts[position])
        n_words = sum(len(self.sentences[position]) for position in chosen)
        return self.lexicon.scores(total, n_words)

    def words(self) -> list[str | None]:
        """Return the words of each frame and how often they occur, most frequent first."""
        words: list[list[str]] = [[] for _ in self.lexicon.frames]
        for (number, form), count in sorted(self._forms.items(), key=_by_falling_count):
            frame, _ = self.lexicon.entries[number]
            words[frame].append(f"{form} ({count})")
        return [", ".join(listed) or None for listed in words]

    def probabilities(self) -> np.ndarray:
        """Return the model's probability of each of its frames; NaN if there are no words."""
        if self.model is None or not any(self.sentences):
            return np.full(len(self.model.frames) if self.model else 0, np.nan)
        return self.model.probabilities(self._lexicon_log_odds, self._word_log_odds)

    def log_odds_of_sentences(self) -> np.ndarray:
        """
        Return what each sentence adds to the log-odds of each frame of the model.

        Returns
        -------
        ndarray, shape (n_sentences, n_frames of the model)
            A word adds as much wherever it stands, so the sentences and the bias sum to the
            log-odds of the article.
        """
        if self.model is None:
            return np.zeros((len(self.sentences), 0))
        added = np.zeros((len(self.sentences), len(self.model.frames)))
        occurrences = self._occurrences
        share_of_lexicon = self.lexicon_words_of_sentences()[:, self._lexicon_frames]
        totals = share_of_lexicon.sum(axis=0)
        share_of_lexicon = share_of_lexicon / np.where(totals > 0, totals, 1)
        added += share_of_lexicon @ self._lexicon_log_odds
        row_of = {word: row for row, word in enumerate(self._word_log_odds)}
        if row_of:
            each = [of / occurrences[word] for word, of in self._word_log_odds.items()]
            positions = []
            rows = []
            for position, sentence in enumerate(self.sentences):
                known = [row_of[token] for token in sentence if token in row_of]
                positions += [position] * len(known)
                rows += known
            np.add.at(added, positions, np.stack(each)[rows])
        return added

    def lexicon_words_of_sentences(self) -> np.ndarray:
        """
        Return how many words of each frame a sentence contains.

        Returns
        -------
        ndarray, shape (n_sentences, n_frames of the lexicon)
            A word that the article repeats more than ``CAP`` times counts ``CAP`` times in all,
            in equal parts.
        """
        total: Counter[int] = Counter()
        for counts in self._counts:
            total.update(counts)
        found = np.zeros((len(self.sentences), len(self.lexicon.frames)))
        for position, counts in enumerate(self._counts):
            for number, count in counts.items():
                frame, _ = self.lexicon.entries[number]
                found[position, frame] += count * min(total[number], CAP) / total[number]
        return found

    @cached_property
    def _occurrences(self) -> Counter[str]:
        return Counter(token for sentence in self.sentences for token in sentence)

    @cached_property
    def _word_log_odds(self) -> dict[str, np.ndarray]:
        return self.model.word_log_odds(self._occurrences) if self.model else {}

    @cached_property
    def _lexicon_frames(self) -> list[int]:
        """Return the position in the lexicon of each frame of the model."""
        frames = self.model.frames if self.model else []
        return [self.lexicon.frames.index(frame) for frame in frames]

    @cached_property
    def _lexicon_log_odds(self) -> np.ndarray:
        scores = np.nan_to_num(self.scores()[self._lexicon_frames])
        return self.model.lexicon_log_odds(scores) if self.model else np.zeros((0, 0))


def _by_falling_count(item: tuple[tuple[int, str], int]) -> tuple[int, str]:
    """Return a sort key that puts frequent forms first, then follows the alphabet."""
    (_, form), count = item
    return -count, form
