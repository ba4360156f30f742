"""
Fit what kind of source a source is whose words no list knows.

In: hand-labelled attributions (``data/labels/attributions_in_passages.jsonl`` with their texts, see
``labelled_passages``), without the fold on which the tagger is scored. Out: ``weights.json``, its
hash and ``CARD.md`` in ``data/models/source_kinds``.

    python -m analysis.train.labelled_passages GOLD labels/attributions_in_passages.jsonl
    python -m analysis.train.source_kinds labels/attributions_in_passages.jsonl

The shipped tagger and the word lists describe the attributions, so fit again after the tagger
changes: the probe reads the states of its fourth layer. What the lists say is a feature when it is
fitted; in use it is asked only where they say ``other``. The card's scores are of articles that
were left out, a fifth at a time.
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from analysis.annotate.kind_probe import KIND_WEIGHTS, KindProbe
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput, label_articles
from analysis.annotate.tokens import tag_tokens
from analysis.core.checked_files import write_checksums
from analysis.core.errors import InputError
from analysis.core.paths import NEURAL_MODEL
from analysis.core.tables import TAGGER_SPANS, make
from analysis.evaluate.hand_labels import Labels, read_labels
from analysis.evaluate.matched_attributions import linked_attributions
from analysis.extract.attributions.article_spans import Span
from analysis.extract.attributions.extract import extract_attributions
from analysis.extract.attributions.likely_kinds import MIN_P_KIND, likely_kind
from analysis.neural.model_files import check_files
from analysis.train.examples import article_of, fold_of

__all__ = ["Example", "cross_validate", "examples", "fit", "main", "write"]

log = logging.getLogger(__name__)
FOLDS = 5
FOLD_OF_TAGGER = 0  # which its last training left out, and which is scored
STRENGTH = 10.0  # inverse of the penalty on the weights
FEWEST = 15  # examples of a kind that is learned
PARTS_OF_UNIT = 10_000  # the file holds whole numbers
OTHER = "other"
COMMAND = "python -m analysis.train.source_kinds labels/attributions_in_passages.jsonl"

CARD = """\
# What kind of source no word list knows

A linear probe of the tagger's fourth layer (`analysis/annotate/kind_probe.py`): from the mean \
states of the words of a source and of up to eight tokens around it to a kind of source. A logistic
regression fitted by `analysis/train/source_kinds.py` on {n_rows:,} attributions in \
{n_articles:,} passages that a person labelled (`data/labels/attributions_in_passages.jsonl`; the \
texts are not in this project), with what the word lists
(`analysis/extract/attributions/source_types.py`) say as a feature. The lists have the first word: \
the probe is asked where they say `other`, and answers where its probability, over all places at \
which the article lets that source speak, is at least {threshold}.

Scores of passages that were left out, a fifth of the articles at a time (`{command}`):

| kinds of linked attributions | |
| --- | --- |
| right by the word lists alone | {before:.3f} |
| right with the probe | {after:.3f} |
| changed by it | {n_changed:,} |
| of these right before, and after it | {right_before:.2f}, {right_after:.2f} |

By kind, of those changed to it: {by_kind}.

The passages are US and world news of 2010 to 2019, for the most part of the United States. \
`anonymous` does not depend on it. Fitted on {day}.
"""


class Example(NamedTuple):
    """A source as the lists describe it, the states of its words, and its kind by a person."""

    article_id: str
    source_name: str
    listed: str
    kind: str
    state: np.ndarray


def examples(labels: Labels, threads: int = 2) -> list[Example]:
    """
    Return the labelled attributions that are found, described by the shipped tagger and lists.

    Parameters
    ----------
    labels : Labels
        With kinds of sources.
    threads : int

    Returns
    -------
    list of Example
        Without those whose source has no span.
    """
    attributions, coded_spans = labels.attributions, labels.attribution_spans
    if attributions is None or coded_spans is None or not labels.typed:
        raise InputError("The labels have no kinds of sources: each attribution needs source_type.")
    states: dict[str, np.ndarray] = {}
    output = label_articles(labels.articles, threads=threads, states=states)
    found, spans = _as_the_lists_say(labels.articles, output)
    names = dict(zip(found["attribution_id"], found["source_name"], strict=True))
    listed = dict(zip(found["attribution_id"], found["source_type"], strict=True))
    kinds = dict(zip(attributions["attribution_id"], attributions["source_type"], strict=True))
    state_of = _states_of_sources(spans, output.spans, states)
    article_of_span = dict(zip(spans["attribution_id"], spans["article_id"], strict=True))
    return [
        Example(article_of_span[key], names[key], listed[key], kinds[coded], state_of[key])
        for coded, key in linked_attributions(coded_spans, spans, labels.articles)
        if key in state_of
    ]


def _as_the_lists_say(
    articles: pd.DataFrame, output: TaggerOutput
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the attributions and their spans with kinds by the word lists alone."""
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    unasked = output.spans.drop(columns=["kind", "p_kind"])
    return extract_attributions(
        articles, sentences, make(unasked, TAGGER_SPANS), output.links, tokens
    )


def _states_of_sources(
    spans: pd.DataFrame, tagged: pd.DataFrame, states: Mapping[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Return the state of the first source of each attribution, whose ends may have been cut."""
    is_source = tagged["label"].eq("source") & tagged["layer"].eq("attribution")
    places: dict[str, list[tuple[int, int, str]]] = {}
    columns = [tagged.loc[is_source, name] for name in ("article_id", "start", "end", "span_id")]
    for article_id, start, end, span_id in zip(*columns, strict=True):
        places.setdefault(article_id, []).append((start, end, span_id))
    found = {}
    sources = spans.loc[spans["role"].eq("source")].drop_duplicates("attribution_id")
    columns = [sources[name] for name in ("attribution_id", "article_id", "start")]
    for key, article_id, start in zip(*columns, strict=True):
        inside = [span for first, end, span in places.get(article_id, ()) if first <= start < end]
        if inside:
            found[key] = states[inside[0]]
    return found


def fit(rows: Sequence[Example]) -> KindProbe:
    """
    Fit the probe, and let the lists say ``other``.

    Parameters
    ----------
    rows : sequence of Example
        Kinds of fewer than ``FEWEST`` are left out; three must be left.

    Returns
    -------
    KindProbe
    """
    counts = Counter(row.kind for row in rows)
    rows = [row for row in rows if counts[row.kind] >= FEWEST]
    states = np.stack([row.state for row in rows]).astype(float)
    mean, spread = states.mean(axis=0), states.std(axis=0) * np.sqrt(states.shape[1])
    spread[spread == 0] = 1.0
    lists = sorted({row.listed for row in rows} | {OTHER})
    says = np.array([[row.listed == name for name in lists] for row in rows], dtype=float)
    model = LogisticRegression(C=STRENGTH, max_iter=200)
    model.fit(np.hstack([(states - mean) / spread, says]), [row.kind for row in rows])
    weights = model.coef_[:, : states.shape[1]] / spread
    of_other = model.coef_[:, states.shape[1] + lists.index(OTHER)]
    intercepts = model.intercept_ + of_other - weights @ mean
    return KindProbe(tuple(map(str, model.classes_)), weights.T, intercepts)


def cross_validate(rows: Sequence[Example]) -> list[str]:
    """
    Return what would be told of each source by a probe that was fitted without its article.

    Parameters
    ----------
    rows : sequence of Example

    Returns
    -------
    list of str
    """
    articles = [article_of(row.article_id) for row in rows]
    told = [row.listed for row in rows]
    for learned, left_out in GroupKFold(FOLDS).split(articles, groups=articles):
        probe = fit([rows[place] for place in learned])
        spans: dict[tuple[str, str], list[Span]] = {}
        for place in left_out:
            kind, p = probe.ask(rows[place].state) or (None, 0.0)
            spans.setdefault(_source(rows, place), []).append(
                Span("source", 0, 1, kind=kind, p_kind=p)
            )
        for place in left_out:
            kind = likely_kind(spans[_source(rows, place)])
            if told[place] == OTHER and kind is not None:
                told[place] = kind
    return told


def _source(rows: Sequence[Example], place: int) -> tuple[str, str]:
    """Return what examples of one source share."""
    row = rows[place]
    name = row.source_name if isinstance(row.source_name, str) else f"#{place}"
    return row.article_id, name


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Fit the probe, score it by folds, and write weights and card.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default, those of the command line.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    rows = examples(read_labels(options.labels), options.threads)
    rows = [row for row in rows if fold_of(row.article_id, FOLDS) != FOLD_OF_TAGGER]
    card = _card(rows, cross_validate(rows))
    folder = KIND_WEIGHTS.parent
    folder.mkdir(exist_ok=True)
    write(fit(rows))
    (folder / "CARD.md").write_text(card, encoding="utf8")
    log.info("%s", card)


def write(probe: KindProbe, path: Path = KIND_WEIGHTS) -> None:
    """
    Write the weights, for which tagger they are, and their hash.

    Parameters
    ----------
    probe : KindProbe
    path : Path
    """
    content = {
        "tagger": check_files(NEURAL_MODEL, "tagger")["sha256"]["tagger.onnx"],
        "kinds": list(probe.kinds),
        "parts_of_unit": PARTS_OF_UNIT,
        "intercepts": [round(float(value), 4) for value in probe.intercepts],
        "weights": np.rint(probe.weights * PARTS_OF_UNIT).astype(int).tolist(),
    }
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf8")
    write_checksums(path.parent, [path.name])


def _card(rows: Sequence[Example], told: Sequence[str]) -> str:
    pairs = list(zip(rows, told, strict=True))
    changed = [(row, kind) for row, kind in pairs if kind != row.listed]
    by_kind = []
    for kind, n in Counter(kind for _, kind in changed).most_common():
        right = sum(row.kind == kind for row, new in changed if new == kind)
        by_kind.append(f"{kind} {n} ({right / n:.2f} right)")
    return CARD.format(
        n_rows=len(rows),
        n_articles=len({row.article_id for row in rows}),
        threshold=MIN_P_KIND,
        command=COMMAND,
        before=np.mean([row.listed == row.kind for row in rows]),
        after=np.mean([kind == row.kind for row, kind in pairs]),
        n_changed=len(changed),
        right_before=np.mean([row.listed == row.kind for row, _ in changed]),
        right_after=np.mean([kind == row.kind for row, kind in changed]),
        by_kind=", ".join(by_kind),
        day=datetime.now(UTC).date(),
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
