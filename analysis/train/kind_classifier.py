"""
Train the network that tells what kind of source a source is.

In: questions (``analysis.extract.attributions.kind_questions``) with the kind that a person told,
and a folder with MiniLM. Out: a network, and the files that ``analysis.neural.kind_model`` opens.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from analysis.core.tables import SOURCE_TYPES
from analysis.neural import question_words
from analysis.neural.kind_model import FILES, LONGEST, Question
from analysis.train import question_network
from analysis.train.question_network import EPOCHS, QuestionNetwork, Task, Texts

__all__ = ["export", "fit"]

UNTOLD = 0.15  # share of questions that do not say what the lists tell
_HEAD = "scores"


def _untold(texts: Texts, chance: Random) -> Texts:
    """Return a question that, now and then, does not say what the word lists tell."""
    source, words = texts
    if chance.random() >= UNTOLD:
        return texts
    name, _, _ = source.rpartition(" ; ")
    return f"{name} ; none", words


def fit(
    questions: Sequence[Question], kinds: Sequence[str], folder: Path, epochs: int = EPOCHS
) -> QuestionNetwork:
    """
    Train the network.

    Parameters
    ----------
    questions : sequence of Question
    kinds : sequence of str
        Values of ``source_type``.
    folder : Path
        With MiniLM.
    epochs : int

    Returns
    -------
    QuestionNetwork
        In evaluation mode.
    """
    wanted = [SOURCE_TYPES.index(kind) for kind in kinds]
    texts = [tuple(question) for question in questions]
    task = Task(_HEAD, len(SOURCE_TYPES), texts, wanted, [1.0] * len(texts), _untold)
    return question_network.fit([task], folder, LONGEST, epochs)


def export(
    model: QuestionNetwork, folder: Path, out: Path, words: Path = question_words.FOLDER
) -> None:
    """
    Write the files that ``analysis.neural.kind_model`` opens.

    Parameters
    ----------
    model : QuestionNetwork
    folder : Path
        With the tokenizer.
    out : Path
    words : Path
        Folder of the vectors of tokens, which all models share.
    """
    kinds = json.dumps(SOURCE_TYPES) + "\n"
    question_network.export(model, folder, out, {FILES[-1]: kinds}, words)
