"""
Train NLTK's averaged perceptron tagger on hand-tagged words.

In: ``train.tsv`` and ``dev.tsv`` (word, tab, Penn Treebank tag; a blank line between sentences).
Out: ``weights.json.gz`` and ``CARD.md`` in ``data/models/tagger``. Run it with::

    python -m analysis.train.tagger FOLDER_WITH_TSV
"""

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.core import paths
from analysis.core.checked_files import write_checksums

if TYPE_CHECKING:
    from nltk.tag import PerceptronTagger

__all__ = ["accuracy", "read_tagged", "save", "train"]

CARD = """\
# The tagger

NLTK's averaged perceptron tagger (`nltk.tag.PerceptronTagger`), trained by \
`analysis/train/tagger.py` on the training part of
Universal Dependencies English EWT (CC BY-SA 4.0; Silveira et al., LREC 2014), Penn Treebank tags.

| what | value |
| --- | --- |
| words trained on | {n_train:,} |
| accuracy on its dev part, {n_dev:,} words | {accuracy:.4f} |
| rounds, seed | {rounds}, {seed} |
| sha256 of `weights.json.gz` | `{digest}` |

Repeat: `python -m analysis.train.tagger FOLDER_WITH_TSV`. The weights are released under CC \
BY-SA 4.0, like their source.
Intended for rules over news English (lemmas, passives), not for other languages or text without \
letter case.
"""

Tagged = list[tuple[str, str]]


def read_tagged(path: Path) -> list[Tagged]:
    """
    Read hand-tagged sentences.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of list of (str, str)
        Sentences, as pairs of word and tag.
    """
    sentences = []
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        pairs = (line.split("\t") for line in block.splitlines())
        sentences.append([(word, tag) for word, tag in pairs])
    return sentences


def accuracy(tagger: "PerceptronTagger", sentences: Sequence[Tagged]) -> float:
    """Return the share of words that the tagger tags as the hand labels do, 0 to 1."""
    right = 0
    total = 0
    for sentence in sentences:
        found = tagger.tag([word for word, _ in sentence])
        pairs = zip(found, sentence, strict=True)
        right += sum(tag == hand_tag for (_, tag), (_, hand_tag) in pairs)
        total += len(sentence)
    return right / total


def train(sentences: list[Tagged], rounds: int, seed: int) -> "PerceptronTagger":
    """
    Train a tagger.

    Parameters
    ----------
    sentences : list of list of (str, str)
        Shuffled in place.
    rounds : int
        Passes over the sentences.
    seed : int
        Random seed of their order.

    Returns
    -------
    PerceptronTagger
        With rounded weights.
    """
    from nltk.tag import PerceptronTagger

    random.seed(seed)  # NLTK shuffles with the global generator
    tagger = PerceptronTagger(load=False)
    tagger.train(sentences, nr_iter=rounds)
    tagger.model.weights = _rounded(tagger.model.weights)
    return tagger


def _rounded(weights: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Round weights to two decimals and drop zeros: a third of the size, the same accuracy."""
    rounded = {}
    for feature, by_tag in weights.items():
        kept = {tag: round(weight, 2) for tag, weight in by_tag.items() if round(weight, 2)}
        if kept:
            rounded[feature] = kept
    return rounded


def save(tagger: "PerceptronTagger", path: Path) -> str:
    """Write weights as gzipped JSON, equal bytes for equal weights, and return their sha256."""
    params = {
        "weights": tagger.model.weights,
        "tagdict": tagger.tagdict,
        "classes": sorted(tagger.classes),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(params, sort_keys=True, separators=(",", ":"))
    data = gzip.compress(text.encode(), mtime=0)
    path.write_bytes(data)
    return sha256(data).hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, save, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder with train.tsv and dev.tsv")
    parser.add_argument("--out", type=Path, default=paths.POS_TAGGER, help="folder to write to")
    parser.add_argument("--rounds", type=int, default=10, help="passes over the sentences")
    parser.add_argument("--seed", type=int, default=0, help="random seed")
    options = parser.parse_args(arguments)
    sentences = read_tagged(options.folder / "train.tsv")
    dev = read_tagged(options.folder / "dev.tsv")
    tagger = train(list(sentences), options.rounds, options.seed)
    digest = save(tagger, options.out / "weights.json.gz")
    write_checksums(options.out, ["weights.json.gz"])
    facts = {
        "n_train": sum(map(len, sentences)),
        "n_dev": sum(map(len, dev)),
        "accuracy": accuracy(tagger, dev),
        "rounds": options.rounds,
        "seed": options.seed,
        "digest": digest,
    }
    (options.out / "CARD.md").write_text(CARD.format(**facts), encoding="utf8")
    print(f"accuracy on dev {facts['accuracy']:.4f}, {digest}")


if __name__ == "__main__":
    main()
