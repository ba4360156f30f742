"""
Fit the choice of what a number measures, where the rules are often wrong.

In: ``data/labels/invented_news`` and ``quantities/train`` of a gold folder: articles with every
number that they state and, by a person, what it counts or measures. Out: ``weights.json``, its hash
and ``CARD.md`` in ``data/models/measured``.

    python -m analysis.train.measured GOLD

The card's scores are of corpora that were left out, one at a time.
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.compare.quantities.quoted_labels import LEAST_SURE
from analysis.core import paths, tables
from analysis.core.checked_files import write_checksums
from analysis.evaluate import accuracy
from analysis.extract.figures.changes import change_of
from analysis.extract.figures.head_vectors import head_vector
from analysis.extract.figures.measured import UNSURE, measured_by
from analysis.extract.figures.measured_candidates import SentenceTokens, tokens_near
from analysis.extract.figures.measured_ranking import (
    WEIGHTS,
    WORD,
    Choice,
    Ranking,
    described,
    likeliest,
)
from analysis.extract.numbers.parse import Number, parse_numbers
from analysis.train.directions import main_directions
from analysis.train.evaluate import gold as read_gold
from analysis.train.parties import agree

__all__ = ["LabelledNumber", "answer", "fit", "labelled_numbers", "main"]

log = logging.getLogger(__name__)
INVENTED = paths.DATA / "labels" / "invented_news"
FILE = "quantities/train"
HELD_OUT = "quantities/dev"
N_DIRECTIONS = 40  # of the vectors of words
SPREAD = 0.3  # of each direction: the penalty on its weight
STRENGTH = 0.3  # inverse of the penalty on the weights
LEAST_FREQUENCY = 4  # candidates that have a feature, below which it gets no weight
COMMAND = "python -m analysis.train.measured GOLD"

CARD = """\
# What a number measures

The probability that a noun phrase or verb says what a percentage, a sum of money or a measure is \
of ("the cost of the bridge was put at $5m"), where the rules of `analysis/extract/figures/\
measured.py` are often wrong: {unsure} of {n_numbers:,} numbers. A logistic regression over \
grammar, words and the tagger's vectors of words, fitted by `analysis/train/measured.py` on the \
{n_corpora} corpora of `data/labels/invented_news` and on {file}.

Shares of numbers of which the same words are named, or some of them, of corpora that were left \
out one at a time (`{command}`). What no word of its sentence tells counts as right if none is \
named.

| articles | numbers | rules alone | rules, and this where they are unsure |
| --- | --- | --- | --- |
{table}

Words are named for {n_told:,} of these numbers. Where their probability is at least \
{least_sure:g} ({n_sure:,} numbers), {sure:.3f} are right; of the others {unsure_right:.3f}, and \
there the label of a number quotes the article instead (\
`analysis/compare/quantities/quoted_labels.py`).

The rules were written by people who read {file} and {held_out}, and later the errors in the first \
eleven invented corpora. {held_out} is never fitted on. Words are read as English.
"""


class LabelledNumber(NamedTuple):
    """
    A number with a unit, and by a person what it measures.

    Attributes
    ----------
    corpus : str
    article_id : str
    measured : str or None
        By a person; None where the sentence does not tell.
    by_rule : str or None
        By the rules.
    rule : str
        Which rule decided.
    candidates : list of (str, dict of str to float)
        Words and features.
    """

    corpus: str
    article_id: str
    measured: str | None
    by_rule: str | None
    rule: str
    candidates: list[tuple[str, dict[str, float]]]

    @property
    def is_unsure(self) -> bool:
        """Whether the candidates decide, and not the rule."""
        return self.rule in UNSURE


def labelled_numbers(rows: Sequence[Mapping], corpus: str) -> list[LabelledNumber]:
    """
    Return the labelled numbers with a unit of some articles.

    Parameters
    ----------
    rows : sequence of dict
        Articles with ``statements``.
    corpus : str
        Their name.

    Returns
    -------
    list of LabelledNumber
        Those that the grammar finds with the labelled value, people harmed left out.
    """
    articles = tables.make([_article(row) for row in rows], tables.ARTICLES)
    sentences = split_sentences(articles)
    tokens = SentenceTokens(tag_tokens(articles, sentences))
    by_article = {name: part for name, part in sentences.groupby("article_id")}
    found = []
    for row in rows:
        own = by_article[row["article_id"]]
        for number, label in _matched(row):
            found.append(_labelled(row, own, tokens, number, label, corpus))
    return found


def _article(row: Mapping) -> dict[str, object]:
    given = {name: row[name] for name in ("article_id", "title", "text")}
    return {**dict.fromkeys(tables.ARTICLES.columns), **given, "corpus": "labelled", "n_words": 1}


def _matched(row: Mapping) -> Iterator[tuple[Number, Mapping]]:
    """Yield each number with a unit that a person labelled with the same value."""
    numbers = [one for one in parse_numbers(row["text"]) if one.kind != "count" and one.unit]
    for label in row["statements"]:
        if label["outcome"] is not None or label["mention"] == "named":
            continue
        for number in numbers:
            is_here = number.start < label["end"] and label["start"] < number.end
            if is_here and (number.low, number.high) == (label["low"], label["high"]):
                yield number, label
                break


def _labelled(
    row: Mapping,
    sentences: pd.DataFrame,
    tokens: SentenceTokens,
    number: Number,
    label: Mapping,
    corpus: str,
) -> LabelledNumber:
    text, unit = row["text"], number.unit
    assert unit is not None
    sentence = sentences.loc[sentences["start"] <= number.start].iloc[-1]
    bounds = int(sentence["start"]), int(sentence["end"])
    measured = measured_by(text, unit, bounds)
    change = change_of(text, unit, bounds[0])
    of_sentence = tokens.of(row["article_id"], int(sentence["sentence_id"]))
    own = tokens_near(of_sentence, unit.start, unit.end)
    taken = [
        (other.unit.start, other.unit.end)
        for other in parse_numbers(text)
        if other.unit is not None and other.kind != "count"
    ]
    candidates = []
    if measured.rule in UNSURE:
        for span, features in described(own, unit, change, measured, taken):
            candidates.append((text[slice(*span)], features))
    by_rule = None if measured.span is None else text[slice(*measured.span)]
    return LabelledNumber(
        corpus,
        row["article_id"],
        label["counted"],
        by_rule,
        measured.rule,
        candidates,
    )


def fit(numbers: Sequence[LabelledNumber]) -> Ranking:
    """Return the weights fitted on the candidates of labelled numbers."""
    candidates = [(one.measured, *candidate) for one in numbers for candidate in one.candidates]
    frequency = Counter(name for _, _, features in candidates for name in features)
    kept = {name for name, n in frequency.items() if n >= LEAST_FREQUENCY}
    columns = DictVectorizer()
    matrix = columns.fit_transform(
        [
            {name: value for name, value in features.items() if name in kept}
            for _, _, features in candidates
        ]
    )
    # scikit-learn refuses the wide indices that it makes itself
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    heads = [_head(words) for _, words, _ in candidates]
    each_once = _vectors(sorted({head.lower() for head in heads}))
    directions = main_directions(each_once, N_DIRECTIONS, SPREAD)
    places = sparse.csr_matrix(directions.of(_vectors(heads)))
    matrix = sparse.hstack([matrix, places]).tocsr()
    answers = [agree(words, measured) for measured, words, _ in candidates]
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(matrix, np.array(answers))
    names = columns.get_feature_names_out()
    of_features, of_directions = np.split(model.coef_[0], [len(names)])
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(names, of_features, strict=True)
        if abs(weight) >= 0.0005
    }
    word_weights, constant = directions.weights_of_vector(of_directions)
    intercept = float(model.intercept_[0]) + constant
    rounded = [round(float(weight), 3) for weight in word_weights]
    return Ranking(round(intercept, 3), {**weights, WORD: 1.0}, rounded)


def _vectors(words: Sequence[str]) -> np.ndarray:
    """Return the vector of each word, shape (n_words, n)."""
    return np.stack([head_vector(word) for word in words])


def _head(words: str) -> str:
    """Return the last word of a candidate."""
    return words.split()[-1]


def answer(number: LabelledNumber, ranking: Ranking) -> Choice[str]:
    """Return the words for what a number measures, as ``most_probable`` chooses them."""
    if not number.is_unsure:
        return Choice(number.by_rule, ranking.right_by_rule.get(number.rule))
    candidates = [
        (words, {**features, WORD: ranking.score_of_word(_head(words))})
        for words, features in number.candidates
    ]
    return likeliest(candidates, ranking, number.by_rule)


def _is_right(said: str | None, measured: str | None) -> bool:
    if said is None or measured is None:
        return said is measured
    return agree(said, measured)


def right_by_rule(numbers: Sequence[LabelledNumber]) -> dict[str, float]:
    """Return for each rule that is sure the share of its numbers of which it is right."""
    found: dict[str, list[bool]] = {}
    for one in numbers:
        if not one.is_unsure:
            found.setdefault(one.rule, []).append(_is_right(one.by_rule, one.measured))
    return {rule: round(sum(own) / len(own), 3) for rule, own in sorted(found.items())}


def _fitted(numbers: Sequence[LabelledNumber]) -> Ranking:
    """Return the weights, and how often the rules that are sure are right."""
    ranking = fit([one for one in numbers if one.is_unsure])
    return ranking._replace(right_by_rule=right_by_rule(numbers))


def cross_validate(numbers: Sequence[LabelledNumber]) -> pd.DataFrame:
    """
    Name what each number measures by weights fitted without its corpus.

    Returns
    -------
    DataFrame
        ``corpus``, ``article_id``, ``by_rule`` and ``ranked``: whether each is right. ``told``:
        whether words are named, and ``p``: how probable it is that these are right; null of a rule
        that no labelled number shows.
    """
    rows = []
    for corpus in dict.fromkeys(one.corpus for one in numbers):
        others = [one for one in numbers if one.corpus not in (corpus, HELD_OUT)]
        ranking = _fitted(others)
        for one in numbers:
            if one.corpus == corpus:
                chosen = answer(one, ranking)
                rows.append(
                    {
                        "corpus": corpus,
                        "article_id": one.article_id,
                        "by_rule": _is_right(one.by_rule, one.measured),
                        "ranked": _is_right(chosen.answer, one.measured),
                        "told": chosen.answer is not None,
                        "p": chosen.p,
                        "is_unsure": one.is_unsure,
                    }
                )
    return pd.DataFrame(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    options = parser.parse_args(arguments)
    numbers = []
    invented = sorted(INVENTED.glob("*.jsonl"))
    for file in invented:
        numbers += labelled_numbers(read_gold(INVENTED, file.stem), file.stem)
    for name in (FILE, HELD_OUT):
        numbers += labelled_numbers(read_gold(options.gold, name), name)
    scores = cross_validate(numbers)
    fitted = [one for one in numbers if one.corpus != HELD_OUT]
    ranking = _fitted(fitted)
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    WEIGHTS.write_text(json.dumps(ranking._asdict(), indent=1) + "\n", encoding="utf8")
    write_checksums(WEIGHTS.parent, [WEIGHTS.name])
    card = CARD.format(
        unsure=f"{int(scores['is_unsure'].sum()):,}",
        n_numbers=len(scores),
        n_corpora=len(invented),
        file=FILE,
        held_out=HELD_OUT,
        command=COMMAND,
        table="\n".join(_lines(scores)),
        **_by_certainty(scores),
    )
    (WEIGHTS.parent / "CARD.md").write_text(card, encoding="utf8")
    accuracy.write_accuracy(_accuracy(scores))
    log.info("%s", card)


def _by_certainty(scores: pd.DataFrame) -> dict[str, float]:
    """Return how many of the words that are named are right, by their probability."""
    told = scores.loc[scores["told"]]
    is_sure = ~(told["p"] < LEAST_SURE)  # a rule without a probability is taken at its word
    return {
        "n_told": len(told),
        "least_sure": LEAST_SURE,
        "n_sure": int(is_sure.sum()),
        "sure": told.loc[is_sure, "ranked"].mean(),
        "unsure_right": told.loc[~is_sure, "ranked"].mean(),
    }


def _lines(scores: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of the card's table."""
    for name, part in [*scores.groupby("corpus", sort=False), ("all", scores)]:
        right = f"{part['by_rule'].mean():.3f} | {part['ranked'].mean():.3f}"
        yield f"| {name} | {len(part)} | {right} |"


def _accuracy(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the score on the invented corpora as a row of the accuracy that notebooks show."""
    invented = scores.loc[~scores["corpus"].isin((FILE, HELD_OUT))]
    row = {
        "task": "figures",
        "measure": "what a percentage, sum or measure is of, corpora left out",
        "value": round(float(invented["ranked"].mean()), 3),
        "articles": invented["article_id"].nunique(),
        "labels": "data/labels/invented_news",
        "date": datetime.now(UTC).date().isoformat(),
    }
    return pd.DataFrame([row]).reindex(columns=list(accuracy.COLUMNS))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
