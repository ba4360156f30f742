r"""
Fit how a number stands in its article, and whether two numbers are of one thing.

In: numbers that people labelled (``data/labels/invented_numbers.csv``) or wrote for this
(``written_numbers.jsonl``), statements whose quantities
people told (``quantities`` of GOLD, ``data/labels/invented_news``), rows of matrices that people
judged (``data/labels/invented_rows``), and a folder with MiniLM. Out: the model, its hashes and
``CARD.md`` in ``data/models/numbers``.

    python -m analysis.train.numbers GOLD --encoder FOLDER

Whole corpora are left out of the training (``left_out``), and the card's scores are of them.
"""

import argparse
import csv
import json
import logging
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.metrics import roc_auc_score

from analysis.compare.quantities.judged_pairs import compare_statements
from analysis.compare.quantities.statements import Statements
from analysis.core import paths
from analysis.core.tables import STANDINGS
from analysis.neural.number_model import FILES, FOLDER, HEADS, LONGEST, NumberModel
from analysis.neural.number_questions import words_and_title, words_with_title
from analysis.train import left_out
from analysis.train.judged_rows import JudgedRow, corpus_of, judged_rows
from analysis.train.one_thing import stories_of
from analysis.train.quantity_examples import LabelledStory

if TYPE_CHECKING:
    from analysis.train.question_network import Task

__all__ = ["Numbers", "Pair", "labelled_numbers", "main", "pairs_of_rows", "written_numbers"]

log = logging.getLogger(__name__)
LABELS = paths.DATA / "labels"
NUMBERS = LABELS / "invented_numbers.csv"
WRITTEN = LABELS / "written_numbers.jsonl"
SAME_OF_STORY = 60  # pairs of one thing that are taken of a story, at most
OTHERS_OF_STORY = 25  # pairs of two things, at least; else twice those of one
WEIGHT_OF_JUDGED = 1.5
WEIGHT_OF_TWO = 3.0  # there are few judged rows of two things
WEIGHT_OF_MIXED = 0.5  # of a pair of a row of three cells or more: not all of its pairs are of two
SEED = 3
_PAIR = 2  # cells of the smallest row
COMMAND = "python -m analysis.train.numbers GOLD --encoder FOLDER"

CARD = """\
# How a number stands, and whether two are of one thing

MiniLM (six layers, 22 million parameters; Apache-2.0), tuned by `analysis/train/numbers.py` on \
{n_numbers:,} numbers that people labelled in invented articles \
(`data/labels/invented_numbers.csv`) or wrote for this (`written_numbers.jsonl`), and on \
{n_pairs:,} pairs of numbers whose quantities people \
told or judged (`quantities` of the hand-labelled articles, `data/labels/invented_news` and
`invented_rows`). One encoder, two heads.

- **standing**: whether the article puts a number forward for its happening, or tells it as \
outdated, denied, a limit, asked for, a background, or as none at all. It reads the words around
the number and the headline.
- **one thing**: whether two numbers count or measure one thing. It reads the words around both.

Scores on corpora that were left out ({held_out}), whose articles were written by others than the \
labellers (`{command}`):

| standing | labelled | told | right of told |
| --- | --- | --- | --- |
{standings}

Of all {n_scored:,} numbers {right:.3f} have the standing that was labelled; that a number stands \
has an AUC of {auc_stands:.3f}.

| whether numbers are of one thing | | AUC |
| --- | --- | --- |
| pairs of statements, `{gold}` | {n_gold:,} | {auc_gold:.3f} |
| rows of a matrix that were judged | {n_rows:,} | {auc_rows:.3f} |

One annotator for each number, of seven. Files: `layers.onnx` ({megabytes:.1f} MB; matrices int8; \
the vectors of tokens are in [question_words](../question_words/CARD.md)) and `standings.json` \
(what the scores of the second head stand for). Fitted on {day}.
"""


class Numbers(NamedTuple):
    """
    A labelled number.

    Attributes
    ----------
    corpus : str
    words, title : str
        What the model reads.
    standing : str
    """

    corpus: str
    words: str
    title: str
    standing: str


class Pair(NamedTuple):
    """Two numbers, whether they are of one thing, and how much that counts."""

    corpus: str
    words: str
    other: str
    is_one: bool
    weight: float = 1.0


def labelled_numbers(table: Path = NUMBERS) -> Iterator[Numbers]:
    """
    Yield the numbers that people labelled.

    Parameters
    ----------
    table : Path
        A row a number: its article, its characters in ``text``, and ``standing``.

    Yields
    ------
    Numbers
    """
    texts = {}
    for file in sorted(LABELS.glob("invented_*/*.jsonl")):
        for line in file.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            texts[row["article_id"]] = (row["title"], row["text"])
    with table.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            title, text = texts[row["article_id"]]
            whole = f"{title}\n\n{text}"
            shift = len(whole) - len(text)
            places = int(row["start"]) + shift, int(row["end"]) + shift
            words, own_title = words_and_title(whole, *places)
            yield Numbers(corpus_of(row["article_id"]), words, own_title, row["standing"])


def written_numbers(file: Path = WRITTEN) -> Iterator[Numbers]:
    """
    Yield the numbers of passages that were written for this.

    Parameters
    ----------
    file : Path
        A line a passage: ``title``, ``text`` and ``numbers``, each with its characters and
        ``standing``.

    Yields
    ------
    Numbers
    """
    for line in file.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        whole = f"{row['title']}\n\n{row['text']}"
        shift = len(whole) - len(row["text"])
        for number in row["numbers"]:
            places = number["start"] + shift, number["end"] + shift
            yield Numbers("written", *words_and_title(whole, *places), number["standing"])


def _words(statements: Statements, row: int) -> str:
    """Return what is read of a statement of an article."""
    rows = statements.rows
    article_id = rows["article_id"].iloc[row]
    place = int(rows["start"].iloc[row]), int(rows["end"].iloc[row])
    return words_with_title(statements.texts[article_id], *place)


def _pairs_of_story(story: LabelledStory, chance: random.Random) -> Iterator[Pair]:
    """Yield pairs of numbers of two articles, those of two things that look alike first."""
    statements, quantity = story.statements, story.quantity
    articles = statements.rows["article_id"].tolist()
    alike = _Alike(statements)
    same, other = [], []
    for pair in zip(*(part.tolist() for part in compare_statements(statements)), strict=True):
        first, second = pair
        if None in (quantity[first], quantity[second]) or articles[first] == articles[second]:
            continue
        (same if quantity[first] == quantity[second] else other).append(pair)
    chance.shuffle(same)
    del same[SAME_OF_STORY:]
    chance.shuffle(other)
    other.sort(key=alike, reverse=True)
    for pairs, is_one in ((same, True), (other[: max(2 * len(same), OTHERS_OF_STORY)], False)):
        for pair in pairs:
            words = [_words(statements, row) for row in pair]
            chance.shuffle(words)
            yield Pair(story.file, *words, is_one)


class _Alike:
    """How much two statements look alike: their value, outcome and words."""

    def __init__(self, statements: Statements) -> None:
        rows = statements.rows
        self._values, self._outcomes = rows["value"].tolist(), rows["outcome"].tolist()
        self._words = [set((words or "").casefold().split()) for words in rows["counted"]]

    def __call__(self, pair: tuple[int, int]) -> int:
        first, second = pair
        is_one_value = self._values[first] == self._values[second]
        outcome = self._outcomes[first]
        is_one_outcome = outcome is not None and outcome == self._outcomes[second]
        return 2 * is_one_value + is_one_outcome + bool(self._words[first] & self._words[second])


def pairs_of_rows(rows: Sequence[JudgedRow]) -> Iterator[list[Pair]]:
    """
    Yield the pairs of cells of each judged row.

    Parameters
    ----------
    rows : sequence of JudgedRow

    Yields
    ------
    list of Pair
    """
    for row in rows:
        is_mixed = not row.is_one and len(row.cells) > _PAIR
        weight = WEIGHT_OF_JUDGED * (1.0 if row.is_one else WEIGHT_OF_TWO)
        weight *= WEIGHT_OF_MIXED if is_mixed else 1.0
        words = [_words(row.statements, cell) for cell in row.cells.tolist()]
        yield [Pair(row.corpus, *pair, row.is_one, weight) for pair in combinations(words, 2)]


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Fit the model, score it on the corpora left out, and write it with its card.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default, those of the command line.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    from analysis.train import question_network  # needs torch

    labelled = _labelled(options.gold)
    learned = [pair for pair in labelled.pairs if not left_out.is_left_out(pair.corpus)]
    for row, own in zip(labelled.judged, labelled.rows, strict=True):
        if not left_out.is_left_out(row.corpus) and (row.is_one or row.is_whole):
            learned += own
    taught = [one for one in labelled.numbers if not left_out.is_left_out(one.corpus)]
    taught += written_numbers()
    tasks = _tasks(learned, taught)
    model = question_network.fit(tasks, options.encoder, LONGEST)
    standings = {FILES[-1]: json.dumps(STANDINGS) + "\n"}
    question_network.export(model, options.encoder, options.out, standings)
    card = _card(labelled, (len(taught), len(learned)), options.out)
    (options.out / "CARD.md").write_text(card, encoding="utf8")
    log.info("%s", card)


class _Labelled(NamedTuple):
    """What people labelled, told or judged."""

    pairs: list[Pair]
    judged: list[JudgedRow]
    rows: list[list[Pair]]
    numbers: list[Numbers]


def _labelled(gold: Path) -> _Labelled:
    chance = random.Random(SEED)
    pairs = [pair for story in stories_of(gold) for pair in _pairs_of_story(story, chance)]
    judged = list(judged_rows())
    return _Labelled(pairs, judged, list(pairs_of_rows(judged)), list(labelled_numbers()))


def _tasks(learned: Sequence[Pair], taught: Sequence[Numbers]) -> "list[Task]":
    """Return what both heads learn."""
    from analysis.train.question_network import Task  # needs torch

    of_pairs = Task(
        HEADS[0],
        2,
        [(pair.words, pair.other) for pair in learned],
        [int(pair.is_one) for pair in learned],
        [pair.weight for pair in learned],
        _either_first,
    )
    of_numbers = Task(
        HEADS[1],
        len(STANDINGS),
        [(one.words, one.title) for one in taught],
        [STANDINGS.index(one.standing) for one in taught],
        [1.0] * len(taught),
    )
    return [of_pairs, of_numbers]


def _either_first(texts: tuple[str, str], chance: random.Random) -> tuple[str, str]:
    return texts[::-1] if chance.random() < 1 / 2 else texts


def _card(everything: _Labelled, learned: tuple[int, int], folder: Path) -> str:
    model = NumberModel(folder)
    scored = [one for one in everything.numbers if left_out.is_left_out(one.corpus)]
    found = np.array([model.standing(one.words, one.title) for one in scored])
    told = [model.standings[place] for place in found.argmax(1)]
    labelled = [one.standing for one in scored]
    of_gold = [pair for pair in everything.pairs if pair.corpus == left_out.GOLD]
    of_rows = [row for row in everything.rows if left_out.is_left_out(row[0].corpus)]
    stands = found[:, model.standings.index(STANDINGS[0])]
    return CARD.format(
        n_numbers=learned[0],
        n_pairs=learned[1],
        held_out=", ".join(sorted({one.corpus for one in (*scored, *of_gold)})),
        command=COMMAND,
        standings=_by_standing(labelled, told),
        n_scored=len(scored),
        right=np.mean([one == other for one, other in zip(labelled, told, strict=True)]),
        auc_stands=roc_auc_score([one == STANDINGS[0] for one in labelled], stands),
        gold=left_out.GOLD,
        n_gold=len(of_gold),
        auc_gold=_auc([[pair] for pair in of_gold], model),
        n_rows=len(of_rows),
        auc_rows=_auc(of_rows, model),
        megabytes=(folder / FILES[1]).stat().st_size / 1e6,
        day=datetime.now(UTC).date(),
    )


def _by_standing(labelled: Sequence[str], told: Sequence[str]) -> str:
    n_labelled, n_told = Counter(labelled), Counter(told)
    right = Counter(one for one, other in zip(labelled, told, strict=True) if one == other)
    lines = []
    for name in STANDINGS:
        share = f"{right[name] / n_told[name]:.2f}" if n_told[name] else ""
        lines.append(f"| {name} | {n_labelled[name]} | {n_told[name]} | {share} |")
    return "\n".join(lines)


def _auc(rows: Sequence[Sequence[Pair]], model: NumberModel) -> float:
    """Return the AUC of the probability of the pair of a row that fits worst."""
    least = [min(model.are_of_one_thing(pair.words, pair.other) for pair in row) for row in rows]
    return float(roc_auc_score([row[0].is_one for row in rows], least))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
