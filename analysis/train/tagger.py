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
from hashlib import sha256
from pathlib import Path

from analysis.core import paths

CARD = """# The tagger

NLTK's averaged perceptron tagger (`nltk.tag.PerceptronTagger`), trained by `analysis/train/tagger.py` on the training
part of Universal Dependencies English EWT (CC BY-SA 4.0; Silveira et al., LREC 2014), Penn Treebank tags.

| what | value |
| --- | --- |
| words trained on | {n_train:,} |
| accuracy on its dev part, {n_dev:,} words | {accuracy:.4f} |
| rounds, seed | {rounds}, {seed} |
| sha256 of `weights.json.gz` | `{digest}` |

Repeat: `python -m analysis.train.tagger FOLDER_WITH_TSV`. The weights are under CC BY-SA 4.0, as their source is.
For: rules over news English (lemmas, passives). Not for: other languages, or text without letter case.
"""


def read_tagged(path):
    """
    Read hand-tagged sentences.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of list of (str, str)
        Sentences of pairs of word and tag.
    """
    blocks = Path(path).read_text(encoding="utf8").strip().split("\n\n")
    return [[tuple(line.split("\t")) for line in block.splitlines()] for block in blocks]


def accuracy(tagger, sentences):
    """Give the share of words, 0 to 1, whose tag is the hand's."""
    right = total = 0
    for sentence in sentences:
        tags = tagger.tag([word for word, _ in sentence])
        right += sum(ours == hand for (_, ours), (_, hand) in zip(tags, sentence, strict=True))
        total += len(sentence)
    return right / total


def train(sentences, rounds, seed):
    """Train a tagger; the order of sentences is shuffled with the seed."""
    from nltk.tag import PerceptronTagger

    random.seed(seed)  # NLTK shuffles with the global generator
    tagger = PerceptronTagger(load=False)
    tagger.train(sentences, nr_iter=rounds)
    return _rounded(tagger)


def _rounded(tagger):
    """Round weights to two decimals and drop zeros: a third of the size for the same accuracy."""
    weights = {
        f: {t: round(w, 2) for t, w in ws.items() if round(w, 2)}
        for f, ws in tagger.model.weights.items()
    }
    tagger.model.weights = {f: ws for f, ws in weights.items() if ws}
    return tagger


def save(tagger, path):
    """Write weights as gzipped JSON, the same bytes for the same weights; give their sha256."""
    params = {
        "weights": tagger.model.weights,
        "tagdict": tagger.tagdict,
        "classes": sorted(tagger.classes),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    data = gzip.compress(
        json.dumps(params, sort_keys=True, separators=(",", ":")).encode(), mtime=0
    )
    path.write_bytes(data)
    return sha256(data).hexdigest()


def main():
    """Train, save, and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="holds train.tsv and dev.tsv")
    parser.add_argument("--out", type=Path, default=paths.POS_TAGGER)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    sentences, dev = read_tagged(args.folder / "train.tsv"), read_tagged(args.folder / "dev.tsv")
    tagger = train(list(sentences), args.rounds, args.seed)
    digest = save(tagger, args.out / "weights.json.gz")
    facts = {
        "n_train": sum(map(len, sentences)),
        "n_dev": sum(map(len, dev)),
        "accuracy": accuracy(tagger, dev),
        "rounds": args.rounds,
        "seed": args.seed,
        "digest": digest,
    }
    (args.out / "CARD.md").write_text(CARD.format(**facts), encoding="utf8")
    print(f"accuracy on dev {facts['accuracy']:.4f}, {digest}")


if __name__ == "__main__":
    main()
