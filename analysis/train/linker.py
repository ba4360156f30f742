"""
Fit the weights with which spans are linked into attributions.

In: articles with hand-labelled attributions (one JSON object a line: ``article_id``, ``text``,
``attributions``) and, optionally, others that the tagger was not trained on and labels now. Out:
``weights.json``, its hash and ``CARD.md`` in ``data/models/linker``. Run it with::

    python -m analysis.train.linker train.jsonl --held-out held_out.jsonl

Two logistic models are fitted. The first chooses the cue of a content and the source of a cue (a
conditional logit over the candidates). The second decides whether a group is an attribution at
all, and is fitted on the tagger's own spans. Fitting the first on the tagger's spans too was
tried: it was no better on the held-out articles, and worse on war reports.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput, label_articles
from analysis.core import paths, tables
from analysis.core.checked_files import write_checksums
from analysis.extract.attributions.article_spans import (
    ArticleSpans,
    LinkedSpans,
    Span,
    spans_from_table,
)
from analysis.extract.attributions.link_features import candidates, group_features
from analysis.extract.attributions.linker import link_spans
from analysis.train.examples import fold_of

__all__ = [
    "are_right",
    "LabelledSpans",
    "choices",
    "cross_validate",
    "fit",
    "fit_links",
    "fit_threshold",
    "group_examples",
    "mark_gold",
    "mark_predicted",
    "read_gold",
]

CARD = """\
# The linker

Links source, cue and content spans into attributions \
(`analysis/extract/attributions/linker.py`): a conditional logit over the
words, marks and spans between two candidates, fitted by `analysis/train/linker.py`.

| what | value |
| --- | --- |
| training choices, from hand-labelled spans (PolNeAR: Newell et al., LREC 2018) | {n_gold:,} |
| features kept | {n_features:,} |
| groups of the tagger's spans on which the threshold for weak ones was fitted | {n_groups:,} |
| linked F1 on those articles, threshold fitted on one half and tested on the other | {linked} |

The features are single cue words and short phrases, no sentences. Intended for news in English, \
not for other languages.
"""

MIN_COUNT = 4  # rarer features are dropped
PENALTY = 1.0
MIN_WEIGHT = 0.03  # smaller weights are dropped
# Less probable groups are dropped; at 0.3 precision is .03 higher and recall .02 lower.
MIN_PROBABILITY = 0.2
# Weight of the tagger's own links: of 0, 1, 2, 4 and 7 the best on held-out articles.
TAGGER_LINK_WEIGHT = 2.0
ACCEPT_ALL = {"keep": 1.0}

Feature = str | tuple[str, float]
# The features of each candidate, and the numbers of the candidates that are right.
Choice = tuple[list[list[Feature]], list[int]]


class LabelledSpans(NamedTuple):
    """
    The spans of an article with the hand-labelled attributions that they belong to.

    ``owners`` holds a set of attribution numbers for each span, ``sourced`` the numbers of the
    attributions that name a source.
    """

    article: ArticleSpans
    owners: list[set[int]]
    sourced: set[int]


def read_gold(path: Path) -> list[dict]:
    """Return the hand-labelled articles of a file."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _articles_table(articles: Iterable[Mapping]) -> pd.DataFrame:
    rows = []
    for article in articles:
        rows.append(
            {
                "article_id": article["article_id"],
                "corpus": "gold",
                "text": article["text"],
                "n_words": 1,
            }
        )
    return tables.make(rows, tables.ARTICLES)


def _sentence_starts(articles: Iterable[Mapping]) -> dict[str, list[int]]:
    """Return the offsets at which the sentences of each article begin."""
    sentences = split_sentences(_articles_table(articles))
    return {str(key): rows["start"].tolist() for key, rows in sentences.groupby("article_id")}


def mark_gold(articles: Sequence[Mapping]) -> list[LabelledSpans]:
    """
    Turn hand-labelled spans into the input of the linker.

    Parameters
    ----------
    articles : list of dict
        Hand-labelled.

    Returns
    -------
    list of LabelledSpans
    """
    starts = _sentence_starts(articles)
    marked = []
    for article in articles:
        owners_of: dict[Span, set[int]] = {}
        for number, attribution in enumerate(article["attributions"]):
            for role in tables.ROLES:
                for start, end in attribution[role]:
                    owners_of.setdefault(Span(role, start, end), set()).add(number)
        sentences = starts.get(article["article_id"], [0])
        spans = ArticleSpans(article["text"], list(owners_of), sentences)
        owners = [owners_of[span] for span in spans.spans]
        marked.append(LabelledSpans(spans, owners, _with_source(article)))
    return marked


def mark_predicted(
    articles: Sequence[Mapping], output: TaggerOutput | None = None
) -> list[LabelledSpans]:
    """
    Turn the tagger's spans into the input of the linker.

    Each span belongs to the hand-labelled attributions that it overlaps most.

    Parameters
    ----------
    articles : list of dict
        Hand-labelled.
    output : TaggerOutput, optional
        What the tagger found in them; by default it labels them now.

    Returns
    -------
    list of LabelledSpans
    """
    if output is None:
        output = label_articles(_articles_table(articles))
    of_attributions = output.spans["layer"] == "attribution"
    spans = dict(tuple(output.spans[of_attributions].groupby("article_id")))
    links = dict(tuple(output.links.groupby("article_id")))
    starts = _sentence_starts(articles)
    marked = []
    for article in articles:
        key = article["article_id"]
        predicted = []
        if key in spans:
            predicted = spans_from_table(article["text"], spans[key])
        probabilities = {}
        if key in links:
            pairs = links[key][["from_id", "to_id", "p"]].itertuples(index=False)
            probabilities = {(from_id, to_id): p for from_id, to_id, p in pairs}
        found = ArticleSpans(article["text"], predicted, starts.get(key, [0]), probabilities)
        owners = [_owners(span, article["attributions"]) for span in found.spans]
        marked.append(LabelledSpans(found, owners, _with_source(article)))
    return marked


def _with_source(article: Mapping) -> set[int]:
    """Return the numbers of the attributions that name a source."""
    return {i for i, attribution in enumerate(article["attributions"]) if attribution["source"]}


def _owners(span: Span, attributions: Sequence[Mapping]) -> set[int]:
    """Return the attributions that share most characters with a span, if they share enough."""
    shared = {}
    for number, attribution in enumerate(attributions):
        overlaps = [_overlap(span, start, end) for start, end in attribution[span.role]]
        shared[number] = sum(overlaps)
    most = max(shared.values(), default=0)
    if most <= 0 or most < 0.3 * (span.end - span.start):
        return set()
    return {number for number, n_shared in shared.items() if n_shared >= 0.6 * most}


def _overlap(span: Span, start: int, end: int) -> int:
    return max(min(end, span.end) - max(start, span.start), 0)


def choices(marked: Iterable[LabelledSpans]) -> Iterator[Choice]:
    """
    Yield the choices that hand labels decide.

    A content without a right cue among its candidates decides nothing. A cue without a right
    source decides for none where its attribution has no source.

    Parameters
    ----------
    marked : iterable of LabelledSpans

    Yields
    ------
    (list of list of feature, list of int)
        The features of each candidate, and the numbers of the right ones; 0 is none.
    """
    for article, owners, sourced in marked:
        for i, span in enumerate(article.spans):
            if span.role == "source" or not owners[i]:
                continue
            listed = candidates(article, i)
            right = []
            for number, (other, _) in enumerate(listed):
                if other is not None and owners[other] & owners[i]:
                    right.append(number)
            without_source = span.role == "cue" and not owners[i] & sourced
            if right or without_source:
                yield [features for _, features in listed], right or [0]


def fit_links(examples: Sequence[Choice]) -> dict[str, float]:
    """
    Fit the conditional logit, with a quadratic penalty.

    Parameters
    ----------
    examples : list of (list of list of feature, list of int)
        From ``choices``.

    Returns
    -------
    dict of str to float
        Weights of the features seen at least four times; those near zero are dropped.
    """
    from scipy.optimize import minimize

    names = _frequent_features(examples)
    matrix, right, group = _design_matrix(examples, {name: i for i, name in enumerate(names)})
    first = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        of_all = np.add.reduceat(odds, first)
        of_right = np.add.reduceat(odds * right, first)
        gradient = matrix.T @ (odds / of_all[group] - odds * right / of_right[group])
        likelihood = np.sum(np.log(of_all) - np.log(of_right))
        return likelihood + PENALTY / 2 * weights @ weights, gradient + PENALTY * weights

    zeros = np.zeros(len(names))
    fitted = minimize(loss, zeros, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights = {}
    for name, weight in zip(names, fitted, strict=True):
        if abs(weight) >= MIN_WEIGHT:
            weights[name] = round(float(weight), 3)
    return weights


def _name_and_value(feature: Feature) -> tuple[str, float]:
    return (feature, 1.0) if isinstance(feature, str) else feature


def _frequent_features(examples: Iterable[Choice]) -> list[str]:
    counts = Counter()
    for listed, _ in examples:
        for features in listed:
            counts.update(_name_and_value(feature)[0] for feature in features)
    return sorted(name for name, count in counts.items() if count >= MIN_COUNT)


def _design_matrix(
    examples: Sequence[Choice], columns: Mapping[str, int]
) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Return a row for each candidate, whether it is right, and the number of its choice."""
    rows = []
    places = []
    values = []
    right = []
    group = []
    for number, (listed, chosen) in enumerate(examples):
        for position, features in enumerate(listed):
            for name, value in map(_name_and_value, features):
                if name in columns:
                    rows.append(len(right))
                    places.append(columns[name])
                    values.append(value)
            right.append(position in chosen)
            group.append(number)
    matrix = csr_matrix((values, (rows, places)), shape=(len(right), len(columns)))
    return matrix, np.array(right, float), np.array(group)


def fit_threshold(
    articles: Sequence[Mapping], marked: Sequence[LabelledSpans], weights: Mapping[str, float]
) -> dict[str, float]:
    """
    Fit which groups to drop: those less probable than ``MIN_PROBABILITY``.

    Parameters
    ----------
    articles : list of dict
        Hand-labelled.
    marked : list of LabelledSpans
        ``mark_predicted`` of them.
    weights : dict of str to float
        From ``fit_links``.

    Returns
    -------
    dict of str to float
        Weights of a group's features, with the threshold in the constant ``keep``.
    """
    from sklearn.linear_model import LogisticRegression

    features, right = group_examples(articles, marked, weights)
    names = [name for name, _ in features[0]]
    values = np.array([[value for _, value in row] for row in features])
    scale = values.std(0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(values / scale, right)
    constant = model.intercept_[0] - np.log(MIN_PROBABILITY / (1 - MIN_PROBABILITY))
    fitted = {"keep": round(float(constant), 3)}
    for name, slope in zip(names, model.coef_[0] / scale, strict=True):
        fitted[name] = round(float(slope), 4)
    return fitted


def cross_validate(
    articles: Sequence[Mapping],
    marked: Sequence[LabelledSpans],
    weights: Mapping[str, float],
    folds: int = 2,
) -> float:
    """
    Measure linked attributions, with the threshold fitted on other articles.

    Parameters
    ----------
    articles : list of dict
        Hand-labelled.
    marked : list of LabelledSpans
        ``mark_predicted`` of them.
    weights : dict of str to float
        From ``fit_links``.
    folds : int

    Returns
    -------
    float
        F1, 0 to 1, higher is better. A group is right if it shares half of the content and some
        of the source.
    """
    n_right = 0
    n_found = 0
    for fold in range(folds):
        tested = []
        rest = []
        for article, spans in zip(articles, marked, strict=True):
            in_fold = fold_of(article["article_id"], folds) == fold
            (tested if in_fold else rest).append((article, spans))
        fitted = {**weights, **fit_threshold(*zip(*rest, strict=True), weights)}
        for article, spans in tested:
            right = are_right(article, link_spans(spans.article, fitted))
            n_right += sum(right)
            n_found += len(right)
    n_gold = 0
    for article in articles:
        n_gold += sum(bool(attribution["content"]) for attribution in article["attributions"])
    return 2 * n_right / max(n_found + n_gold, 1)


def group_examples(
    articles: Sequence[Mapping], marked: Sequence[LabelledSpans], weights: Mapping[str, float]
) -> tuple[list, list[bool]]:
    """Return the features of each linked group, and whether it is a hand-labelled attribution."""
    features = []
    right = []
    for article, spans in zip(articles, marked, strict=True):
        groups = link_spans(spans.article, {**weights, **ACCEPT_ALL})
        features += [group_features(spans.article, group)[1:] for group in groups]
        right += are_right(article, groups)
    return features, right


def are_right(article: Mapping, groups: Sequence[LinkedSpans]) -> list[bool]:
    """Say for each group whether it is a hand-labelled attribution, each of which counts once."""
    found = [(_characters_of(group.contents), _characters_of(group.sources)) for group in groups]
    used = set()
    for attribution in article["attributions"]:
        content = _characters(attribution["content"])
        source = _characters(attribution["source"])
        if not content:
            continue
        for number, (content_found, source_found) in enumerate(found):
            if number in used:
                continue
            same_source = source_found & source or source_found == source
            half = 2 * len(content_found & content) >= len(content_found | content)
            if half and same_source:
                used.add(number)
                break
    return [number in used for number in range(len(groups))]


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _characters_of(spans: Iterable[Span]) -> set[int]:
    return _characters((span.start, span.end) for span in spans)


def fit(
    gold: Sequence[Mapping],
    held_out: Sequence[tuple[Sequence[Mapping], Sequence[LabelledSpans]]] = (),
) -> tuple[dict[str, float], dict[str, int | str]]:
    """
    Fit all weights.

    Parameters
    ----------
    gold : list of dict
        Hand-labelled articles.
    held_out : list of (list of dict, list of LabelledSpans)
        Hand-labelled articles with ``mark_predicted`` of them.

    Returns
    -------
    weights : dict of str to float
    counts : dict of str to int or str
        The numbers that the card contains.
    """
    examples = list(choices(mark_gold(gold)))
    weights = fit_links(examples)
    weights |= {"cue link": TAGGER_LINK_WEIGHT, "source link": TAGGER_LINK_WEIGHT}
    articles = []
    marked = []
    for part, marked_part in held_out:
        articles += part
        marked += marked_part
    threshold = ACCEPT_ALL
    linked = "not measured"
    if articles:
        threshold = fit_threshold(articles, marked, weights)
        linked = f"{cross_validate(articles, marked, weights):.3f}"
    counts = {
        "n_gold": len(examples),
        "n_features": len(weights),
        "n_groups": len(group_examples(articles, marked, weights)[1]),
        "linked": linked,
    }
    return weights | threshold, counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="hand-labelled articles to fit the links on")
    parser.add_argument(
        "--held-out",
        type=Path,
        action="append",
        default=[],
        metavar="GOLD",
        help="hand-labelled articles that the tagger was not trained on",
    )
    parser.add_argument("--out", type=Path, default=paths.MODELS / "linker")
    options = parser.parse_args(arguments)
    held_out = []
    for path in options.held_out:
        articles = read_gold(path)
        held_out.append((articles, mark_predicted(articles)))
    weights, counts = fit(read_gold(options.gold), held_out)
    options.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"weights": weights}, indent=0, ensure_ascii=False)
    (options.out / "weights.json").write_text(text, encoding="utf8")
    write_checksums(options.out, ["weights.json"])
    (options.out / "CARD.md").write_text(CARD.format(**counts), encoding="utf8")


if __name__ == "__main__":
    main()
