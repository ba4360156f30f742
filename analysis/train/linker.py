"""
Fit the weights by which spans are linked into attributions.

In: articles with hand-labelled attributions (one JSON object a line: ``article_id``, ``text``, ``attributions``) and,
optionally, others that the reader was not trained on and reads now. Out: ``weights.json`` and ``CARD.md`` in
``data/models/linker``. Run it with::

    python -m analysis.train.linker train.jsonl --read held_out.jsonl

Two models, both logistic: which cue a content looks for, and which source a cue (a conditional logit over the
candidates); and whether a group is an attribution at all, fitted on the reader's own spans. Choices fitted on the
reader's spans too were tried: no better on the held-out articles, and worse on war reports.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import label_articles
from analysis.core import paths, tables
from analysis.extract.attributions.article_spans import ArticleSpans, Span, spans_from_table
from analysis.extract.attributions.link_features import candidates, group_features
from analysis.extract.attributions.linker import link_spans
from analysis.train.examples import fold_of

CARD = """# The linker

Links source, cue and content spans into attributions (`analysis/extract/attributions/linker.py`): a conditional logit over the
words, marks and spans between two candidates, fitted by `analysis/train/linker.py`.

| what | value |
| --- | --- |
| choices fitted on, hand-labelled spans (PolNeAR: Newell et al., LREC 2018) | {n_gold:,} |
| features kept | {n_features:,} |
| groups of the reader's spans that the refusal of weak ones was fitted on | {n_groups:,} |
| linked F1 on those articles, refusal fitted on one half and tried on the other | {linked} |

The features hold single cue words and short phrases, no sentences. For: news in English. Not for: other languages.
"""
SEEN, PENALTY, LEAST = 4, 1.0, 0.03
DROPPED_BELOW = 0.2  # less sure groups are refused; at .3 precision is .03 more and recall .02 less
HEARD = 2.0  # weight of the reader's own links: of 0, 1, 2, 4 and 7 the best on held-out articles


def read_gold(path):
    """Read hand-labelled articles."""
    return [
        json.loads(line)
        for line in Path(path).read_text(encoding="utf8").splitlines()
        if line.strip()
    ]


def _table(articles):
    rows = [
        {"article_id": a["article_id"], "corpus": "gold", "text": a["text"], "n_words": 1}
        for a in articles
    ]
    return tables.make(rows, tables.ARTICLES)


def _starts(articles):
    """Where the sentences of each article begin."""
    sentences = split_sentences(_table(articles))
    return {key: own["start"].tolist() for key, own in sentences.groupby("article_id")}


def mark_gold(articles):
    """
    Turn hand-labelled spans into what the linker sees, with the attributions that each span belongs to.

    Returns
    -------
    list of (ArticleSpans, list of set of int, set of int)
        Spans, whose each is, and which attributions name a source.
    """
    starts, marked = _starts(articles), []
    for article in articles:
        owners = {}
        for i, attribution in enumerate(article["attributions"]):
            for role in tables.ROLES:
                for start, end in attribution[role]:
                    owners.setdefault(Span(role, start, end), set()).add(i)
        found = ArticleSpans(article["text"], list(owners), starts.get(article["article_id"], [0]))
        marked.append((found, [owners[s] for s in found.spans], _sourced(article)))
    return marked


def mark_read(articles, reading=None):
    """
    Turn the reader's spans into what the linker sees, with the hand-labelled attributions that each overlaps most.

    Parameters
    ----------
    articles : list of dict
    reading : Reading, optional
        What the reader found in them; by default it reads them now.

    Returns
    -------
    list of (ArticleSpans, list of set of int, set of int)
        Spans, whose each is, and which attributions name a source.
    """
    spans, links, _ = reading or label_articles(_table(articles))
    spans = dict(tuple(spans[spans["layer"] == "attribution"].groupby("article_id")))
    links, starts, marked = dict(tuple(links.groupby("article_id"))), _starts(articles), []
    for article in articles:
        key = article["article_id"]
        own = spans_from_table(article["text"], spans[key]) if key in spans else []
        pairs = (
            links[key][["from_id", "to_id", "p"]].itertuples(index=False) if key in links else ()
        )
        pairs = {(a, b): p for a, b, p in pairs}
        found = ArticleSpans(article["text"], own, starts.get(key, [0]), pairs)
        owners = [_owners(span, article["attributions"]) for span in found.spans]
        marked.append((found, owners, _sourced(article)))
    return marked


def _sourced(article):
    """Numbers of the attributions that name a source."""
    return {i for i, attribution in enumerate(article["attributions"]) if attribution["source"]}


def _owners(span, attributions):
    shared = Counter()
    for i, attribution in enumerate(attributions):
        shared[i] = sum(
            max(min(e, span.end) - max(s, span.start), 0) for s, e in attribution[span.role]
        )
    most = max(shared.values(), default=0)
    return {
        i
        for i, n in shared.items()
        if most >= 0.3 * (span.end - span.start) and n >= 0.6 * most > 0
    }


def choices(marked):
    """
    List the choices that hand labels decide: candidates' features, and which candidates are right.

    A content without a right cue among its candidates decides nothing. A cue without a right source does, where its
    attribution has none.
    """
    for found, owners, sourced in marked:
        for i, span in enumerate(found.spans):
            if span.role == "source" or not owners[i]:
                continue
            listed = candidates(found, i)
            right = [
                k for k, (j, _) in enumerate(listed) if j is not None and owners[j] & owners[i]
            ]
            if right or span.role == "cue" and not owners[i] & sourced:
                yield [features for _, features in listed], right or [0]


def fit_links(examples):
    """
    Fit the conditional logit with a quadratic penalty.

    Returns
    -------
    dict of str to float
        Weights of features seen at least four times; near-zero ones are dropped.
    """
    from scipy.optimize import minimize

    seen = Counter(
        f if isinstance(f, str) else f[0] for options, _ in examples for o in options for f in o
    )
    names = sorted(f for f, n in seen.items() if n >= SEEN)
    matrix, right, group = _matrix(examples, {f: i for i, f in enumerate(names)})
    first = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])

    def loss(w):
        z = matrix @ w
        e = np.exp(z - np.maximum.reduceat(z, first)[group])
        every, chosen = np.add.reduceat(e, first), np.add.reduceat(e * right, first)
        gradient = matrix.T @ (e / every[group] - e * right / chosen[group])
        return np.sum(np.log(every) - np.log(chosen)) + PENALTY / 2 * w @ w, gradient + PENALTY * w

    w = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    ).x
    return {name: round(float(v), 3) for name, v in zip(names, w, strict=True) if abs(v) >= LEAST}


def _matrix(examples, columns):
    from scipy.sparse import csr_matrix

    rows, places, values, right, group = [], [], [], [], []
    for number, (candidates, chosen) in enumerate(examples):
        for k, features in enumerate(candidates):
            for feature in features:
                name, value = (feature, 1.0) if isinstance(feature, str) else feature
                if name in columns:
                    rows.append(len(right))
                    places.append(columns[name])
                    values.append(value)
            right.append(k in chosen)
            group.append(number)
    shape = (len(right), len(columns))
    return (
        csr_matrix((values, (rows, places)), shape=shape),
        np.array(right, float),
        np.array(group),
    )


def fit_doubts(articles, marked, weights):
    """
    Fit which groups to refuse: those less probable than ``DROPPED_BELOW``, which cost more than they win.

    Returns
    -------
    dict of str to float
        Weights of ``link_features.group_features``, with the threshold in the constant.
    """
    from sklearn.linear_model import LogisticRegression

    features, right = doubt_examples(articles, marked, weights)
    names = [name for name, _ in features[0]]
    x = np.array([[value for _, value in row] for row in features])
    scale = x.std(0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(x / scale, right)
    constant = model.intercept_[0] - np.log(DROPPED_BELOW / (1 - DROPPED_BELOW))
    slopes = zip(names, model.coef_[0] / scale, strict=True)
    return {"keep": round(float(constant), 3), **{name: round(float(w), 4) for name, w in slopes}}


def cross_validate(articles, marked, weights, folds=2):
    """
    Measure linked attributions where the refusal was fitted on other articles.

    Parameters
    ----------
    articles : list of dict
        Hand-labelled.
    marked : list
        ``mark_read`` of them.
    weights : dict of str to float
        From ``fit_links``.
    folds : int

    Returns
    -------
    float
        F1, 0 to 1, higher is better: half of the content and some of the source shared.
    """
    pairs, right, found = list(zip(articles, marked, strict=True)), 0, 0
    for fold in range(folds):
        tried = [p for p in pairs if fold_of(p[0]["article_id"], folds) == fold]
        rest = [p for p in pairs if fold_of(p[0]["article_id"], folds) != fold]
        fitted = weights | fit_doubts(*zip(*rest, strict=True), weights)
        for article, (spans, *_) in tried:
            same = _same(article, link_spans(spans, fitted))
            right, found = right + sum(same), found + len(same)
    there = sum(bool(a["content"]) for article in articles for a in article["attributions"])
    return 2 * right / max(found + there, 1)


def doubt_examples(articles, marked, weights):
    """Give each linked group's features, and whether a hand-labelled attribution is the same."""
    features, right = [], []
    for article, (found, *_) in zip(articles, marked, strict=True):
        groups = link_spans(found, weights | {"keep": 1.0})
        features += [group_features(found, group)[1:] for group in groups]
        right += _same(article, groups)
    return features, right


def _same(article, groups):
    """Pair groups with hand-labelled attributions: half of the content shared, and some of the source."""
    used, gold = (
        set(),
        [{r: _places(a[r]) for r in ("content", "source")} for a in article["attributions"]],
    )
    for truth in gold:
        for j, group in enumerate(groups):
            content = _places((s.start, s.end) for s in group.contents)
            source = _places((s.start, s.end) for s in group.sources)
            alike = 2 * len(content & truth["content"]) >= len(content | truth["content"])
            if (
                j not in used
                and truth["content"]
                and alike
                and (source & truth["source"] or source == truth["source"])
            ):
                used.add(j)
                break
    return [j in used for j in range(len(groups))]


def _places(spans):
    return {i for start, end in spans for i in range(start, end)}


def fit(gold, heard=()):
    """
    Fit all weights.

    Parameters
    ----------
    gold : list of dict
        Hand-labelled articles.
    heard : list of (list of dict, list)
        Hand-labelled articles with ``mark_read`` of them.

    Returns
    -------
    dict of str to float, dict of str to int
        The weights, and the counts that the card tells.
    """
    examples = list(choices(mark_gold(gold)))
    weights = fit_links(examples) | {"cue link": HEARD, "source link": HEARD}
    articles, marked = ([x for pair in heard for x in pair[k]] for k in (0, 1))
    doubts = fit_doubts(articles, marked, weights) if articles else {"keep": 1.0}
    groups = len(doubt_examples(articles, marked, weights)[1])
    linked = f"{cross_validate(articles, marked, weights):.3f}" if articles else "not measured"
    counts = {
        "n_gold": len(examples),
        "n_features": len(weights),
        "n_groups": groups,
        "linked": linked,
    }
    return weights | doubts, counts


def main():
    """Fit the weights and write them with their card."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--read", type=Path, action="append", default=[], metavar="GOLD")
    parser.add_argument("--out", type=Path, default=paths.MODELS / "linker")
    args = parser.parse_args()
    heard = [(articles := read_gold(path), mark_read(articles)) for path in args.read]
    weights, counts = fit(read_gold(args.gold), heard)
    args.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"weights": weights}, indent=0, ensure_ascii=False)
    (args.out / "weights.json").write_text(text, encoding="utf8")
    (args.out / "CARD.md").write_text(CARD.format(**counts), encoding="utf8")


if __name__ == "__main__":
    main()
