r"""
Fit what kind of source a source is.

In: hand-labelled attributions (``data/labels/attributions_in_passages.jsonl`` with their texts, see
``labelled_passages``; ``attributions/other_news`` of GOLD), the sources of invented articles
(``data/labels/invented_sources.csv``), and a folder with MiniLM. Out: the model, its hashes and
``CARD.md`` in ``data/models/source_kinds``.

    python -m analysis.train.labelled_passages GOLD labels/attributions_in_passages.jsonl
    python -m analysis.train.source_kinds GOLD labels/attributions_in_passages.jsonl \
        --encoder FOLDER

The shipped tagger finds the sources and the word lists describe them. The fold of passages on which
the tagger is scored is left out, and the card's scores are of it.
"""

import argparse
import csv
import json
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import label_articles
from analysis.annotate.tokens import tag_tokens
from analysis.core import paths
from analysis.core.errors import InputError
from analysis.core.tables import SOURCE_TYPES
from analysis.evaluate.hand_labels import Labels, read_labels
from analysis.evaluate.matched_attributions import linked_attributions
from analysis.extract.attributions.extract import extract_attributions
from analysis.extract.attributions.kind_questions import question_of
from analysis.extract.attributions.likely_kinds import MIN_P_KIND, PLACES, likely_kind
from analysis.neural.kind_model import FOLDER, KindModel, Question
from analysis.train.examples import fold_of
from analysis.train.read_rows import article_row

__all__ = ["Example", "examples", "invented_examples", "main", "told"]

log = logging.getLogger(__name__)
FOLDS = 5
FOLD_OF_TAGGER = 0  # which its last training left out, and which is scored
OTHER_NEWS = "attributions/other_news.jsonl"
INVENTED = paths.DATA / "labels" / "invented_sources.csv"
NO_SOURCE = "none"
COMMAND = (
    "python -m analysis.train.source_kinds GOLD labels/attributions_in_passages.jsonl "
    "--encoder FOLDER"
)

CARD = """\
# What kind of source a source is

MiniLM (six layers, 22 million parameters; Apache-2.0), tuned by `analysis/train/source_kinds.py` \
on {n_rows:,} attributions: of {n_passages:,} passages that people labelled \
(`data/labels/attributions_in_passages.jsonl` and `attributions/other_news` of the hand-labelled \
articles; the texts are not in this project), and those to the sources of \
`data/labels/invented_sources.csv` ({n_invented:,}, but for those that are none). It reads the \
name of a source with the kind that the word lists
(`analysis/extract/attributions/source_types.py`) tell, the words around up to {places} places at \
which it speaks, and those where the article first names it. Its kind is told from a probability of
{threshold} on, otherwise that of the lists.

Scores on the {n_scored:,} attributions of the passages that neither it nor the tagger was trained \
on (`{command}`):

| kinds of linked attributions | |
| --- | --- |
| right by the word lists alone | {before:.3f} |
| right with the model | {after:.3f} |
| changed by it | {n_changed:,} |
| of these right before, and after it | {right_before:.2f}, {right_after:.2f} |

| kind | told | right |
| --- | --- | --- |
{by_kind}

Where annotators do not agree no model can: two who coded passages of other news apart gave .90 of \
the sources one kind. The passages are US and world news of 2010 to 2019, for the most part of the \
United States; the invented articles are news of everywhere. `anonymous` does not depend on it. \
Files: `layers.onnx` ({megabytes:.1f} MB; matrices int8; the vectors of tokens are in \
[question_words](../question_words/CARD.md)) and `kinds.json` (what its scores stand for). \
Fitted on {day}.
"""


class Example(NamedTuple):
    """A source at one place, what the lists say of it, and its kind by a person."""

    article_id: str
    source_name: str | None
    listed: str
    kind: str
    question: Question


class _Found(NamedTuple):
    """The attributions of some articles, with kinds by the word lists alone."""

    attributions: pd.DataFrame
    spans: pd.DataFrame
    texts: dict[str, str]


def _found_in(articles: pd.DataFrame, threads: int) -> _Found:
    output = label_articles(articles, threads=threads)
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    attributions, spans = extract_attributions(
        articles, sentences, output.spans, output.links, tokens, ask_kinds=False
    )
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    return _Found(attributions, spans, texts)


def _first_places(found: _Found) -> dict[str, tuple[int, int]]:
    """Return the characters of the first source of each attribution that has one."""
    sources = found.spans.loc[found.spans["role"].eq("source")]
    sources = sources.dropna(subset=["attribution_id"]).drop_duplicates("attribution_id")
    places = zip(sources["start"].astype(int), sources["end"].astype(int), strict=True)
    return dict(zip(sources["attribution_id"], places, strict=True))


def _examples(found: _Found, kind_of: dict[str, str]) -> list[Example]:
    """Return the attributions whose kind is known, by ``attribution_id``."""
    places = _first_places(found)
    rows = []
    for row in found.attributions.to_dict("records"):
        key = row["attribution_id"]
        if key not in places or key not in kind_of:
            continue
        name = row["source_name"] if isinstance(row["source_name"], str) else None
        listed, article_id = row["source_type"], row["article_id"]
        question = question_of(found.texts[article_id], *places[key], name, listed)
        rows.append(Example(article_id, name, listed, kind_of[key], question))
    return rows


def examples(labels: Labels, threads: int = 2) -> list[Example]:
    """
    Return the labelled attributions that are found, as the lists describe them.

    Parameters
    ----------
    labels : Labels
        With kinds of sources.
    threads : int

    Returns
    -------
    list of Example
        Without those whose source has no words.

    Raises
    ------
    InputError
        If the labels have no kinds.
    """
    attributions, coded_spans = labels.attributions, labels.attribution_spans
    if attributions is None or coded_spans is None or not labels.typed:
        raise InputError("The labels have no kinds of sources: each attribution needs source_type.")
    kinds = dict(zip(attributions["attribution_id"], attributions["source_type"], strict=True))
    found = _found_in(labels.articles, threads)
    linked = linked_attributions(coded_spans, found.spans, labels.articles)
    kind_of = {key: kinds[coded] for coded, key in linked if kinds[coded] in SOURCE_TYPES}
    return _examples(found, kind_of)


def invented_examples(table: Path = INVENTED, threads: int = 2) -> list[Example]:
    """
    Return the attributions to the labelled sources of invented articles.

    Parameters
    ----------
    table : Path
        A row a source: its article, characters and kind.
    threads : int

    Returns
    -------
    list of Example
        All attributions to a source of that name in the article; none of what is no source.
    """
    with table.open(encoding="utf8", newline="") as file:
        labelled = [row for row in csv.DictReader(file) if row["source_type"] != NO_SOURCE]
    wanted = {row["article_id"] for row in labelled}
    articles = pd.DataFrame([row for row in _invented_articles() if row["article_id"] in wanted])
    found = _found_in(articles, threads)
    labels = {(row["article_id"], int(row["start"])): row["source_type"] for row in labelled}
    places = _first_places(found)
    rows = [
        row
        for row in found.attributions.to_dict("records")
        if row["attribution_id"] in places and isinstance(row["source_name"], str)
    ]
    kinds: dict[tuple[str, str], str] = {}
    for row in rows:
        label = labels.get((row["article_id"], places[row["attribution_id"]][0]))
        if label is not None:
            kinds[row["article_id"], row["source_name"]] = label
    kind_of = {
        row["attribution_id"]: kinds[row["article_id"], row["source_name"]]
        for row in rows
        if (row["article_id"], row["source_name"]) in kinds
    }
    return _examples(found, kind_of)


def _invented_articles() -> Iterator[dict]:
    for file in sorted((paths.DATA / "labels").glob("invented_*/*.jsonl")):
        for line in file.read_text(encoding="utf8").splitlines():
            yield article_row(json.loads(line))


def told(rows: Sequence[Example], model: KindModel) -> list[str]:
    """
    Return what a run tells of each source.

    Parameters
    ----------
    rows : sequence of Example
    model : KindModel

    Returns
    -------
    list of str
        Kinds, over the first places of a source as in ``likely_kinds``.
    """
    places: dict[tuple, list[int]] = {}
    for number, row in enumerate(rows):
        places.setdefault((row.article_id, row.source_name or number, row.listed), []).append(
            number
        )
    kinds = [""] * len(rows)
    for (_, _, listed), own in places.items():
        asked = dict.fromkeys(rows[number].question for number in own[:PLACES])
        mean = np.mean([model.probabilities(question) for question in asked], axis=0)
        for number in own:
            kinds[number] = likely_kind(mean, model.kinds, listed)
    return kinds


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Fit the model, score it on the passages left out, and write it with its card.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default, those of the command line.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("labels", type=Path, help="labelled passages with their texts")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    from analysis.train.kind_classifier import export, fit  # needs torch

    passages = examples(read_labels(options.labels), options.threads)
    scored = [row for row in passages if fold_of(row.article_id, FOLDS) == FOLD_OF_TAGGER]
    learned = [row for row in passages if fold_of(row.article_id, FOLDS) != FOLD_OF_TAGGER]
    learned += examples(read_labels(options.gold / OTHER_NEWS), options.threads)
    n_passages = len({row.article_id for row in learned})
    learned += invented_examples(threads=options.threads)
    model = fit([row.question for row in learned], [row.kind for row in learned], options.encoder)
    export(model, options.encoder, options.out)
    card = _card(learned, n_passages, scored, options.out)
    (options.out / "CARD.md").write_text(card, encoding="utf8")
    log.info("%s", card)


def _card(
    learned: Sequence[Example], n_passages: int, scored: Sequence[Example], folder: Path
) -> str:
    kinds = told(scored, KindModel(folder))
    pairs = list(zip(scored, kinds, strict=True))
    changed = [(row, kind) for row, kind in pairs if kind != row.listed]
    by_kind = []
    for kind, n in Counter(kinds).most_common():
        right = sum(row.kind == kind for row, new in pairs if new == kind)
        by_kind.append(f"| {kind} | {n} | {right / n:.2f} |")
    with INVENTED.open(encoding="utf8") as file:
        n_invented = sum(1 for _ in file) - 1
    return CARD.format(
        n_rows=len(learned),
        n_passages=n_passages,
        n_invented=n_invented,
        places=PLACES,
        threshold=MIN_P_KIND,
        n_scored=len(scored),
        command=COMMAND,
        before=np.mean([row.listed == row.kind for row in scored]),
        after=np.mean([kind == row.kind for row, kind in pairs]),
        n_changed=len(changed),
        right_before=np.mean([row.listed == row.kind for row, _ in changed]),
        right_after=np.mean([kind == row.kind for row, kind in changed]),
        by_kind="\n".join(by_kind),
        megabytes=sum(path.stat().st_size for path in folder.glob("*.onnx")) / 1e6,
        day=datetime.now(UTC).date(),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
