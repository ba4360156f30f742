"""
Estimate whether linked spans report what someone says, thinks or wants.

In: an attribution as linked, with the tagged words of its cue and content. Out: the probability
that a person would mark an attribution there. Votes, bans, plans, scheduled events and the outlet's
own narration ("the court banned the label", "is set in Karsk") are none. A logistic regression on
the tagger's probabilities, the link, the forms of cue, content and source, how often the cue's
words were cues in labelled articles, and what the tagger's middle layer made of it. The weights in
``data/models/plausibility`` come from ``analysis.train.plausibility``. Whether a statement is true
is not judged.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from analysis.core import paths
from analysis.core.checked_files import read_checked
from analysis.core.resources import lemma
from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span
from analysis.extract.attributions.link_features import (
    OPENING_MARKS,
    Feature,
    group_features,
    score,
)

__all__ = [
    "FEATURES",
    "MIN_PROBABILITY",
    "PROBE",
    "Model",
    "TaggedWords",
    "features",
    "is_plausible",
    "probability",
    "read_model",
]

MIN_PROBABILITY = 0.5
"""
Less probable ones are dropped; the card of the weights says what other thresholds do.
"""

_OF_LINK = (
    *("cue", "content", "weakest", "source", "both", "size", "single", "short", "pieces"),
    *("no source", "no cue", "quoted", "that", "cut"),
)
_FORMS = ("that", "quotation", "infinitive", "clause", "participle", "noun phrase")
_SOURCES = ("none", "first person", "pronoun", "name")
_HEADS = ("past", "present", "base", "ing", "past participle", "noun", "other")
FEATURES = (
    *(f"link: {name}" for name in ("score", *_OF_LINK)),
    *(f"content: {name}" for name in (*_FORMS, "quote marks", "before cue", "distance")),
    *(f"source: {name}" for name in (*_SOURCES, "after cue", "distance")),
    *(f"cue: {name}" for name in _HEADS),
    *("cue: passive", "cue: modal", "cue: negated", "cue: infinitive", "cue: long"),
    *("cue: ends in that", "same sentence", "in title", "content link", "source link"),
    *("cue word", "best cue word"),
)
"""What the probability depends on: log odds, logarithms of distances, or 0 and 1."""

PROBE = "probe"
"""What the tagger's middle layer adds to the log odds; its weight is 1."""

_QUESTION_WORDS = frozenset("that whether if how why what who when where".split())
_FIRST_PERSON = frozenset("i we you us me".split())
_PRONOUNS = frozenset("he she they it who which that".split())
_AUXILIARIES = frozenset(
    """is are was were be been being has have had do does did will would could should may might can
    must not to also just only still""".split()
)
_PASSIVE = re.compile(
    r"(?:(?:is|are|was|were|be|been|being)\s+)(?:\w+ly\s+)?(?:\w+(?:ed|en|wn)|told|set|said|held"
    r"|sent|sought|brought|put)\b"
)
_MODAL = re.compile(r"\b(?:will|would|could|should|may|might|can|must)\b")
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_HEAD_OF_TAG = {
    "VBD": "past",
    "VBZ": "present",
    "VBP": "present",
    "VB": "base",
    "VBG": "ing",
    "VBN": "past participle",
}
_LONG_CUE = 3  # words

TaggedWords = Sequence[tuple[str, str]]


class Model(NamedTuple):
    """
    A fitted model.

    ``cue_words`` are log odds that a word, by its lemma, is part of a cue; ``rare`` is that of a
    word that the labelled articles do not hold.
    """

    intercept: float
    weights: Mapping[str, float]
    cue_words: Mapping[str, float]
    rare: float


@lru_cache(maxsize=1)
def read_model() -> Model:
    """
    Read the weights, once in a process.

    Returns
    -------
    Model

    Raises
    ------
    MissingResourceError
        If the file is missing or altered.
    """
    content: dict[str, Any] = json.loads(
        read_checked(paths.MODELS / "plausibility" / "weights.json")
    )
    return Model(**content)


def features(
    article: ArticleSpans,
    group: LinkedSpans,
    cue_words: TaggedWords,
    content_words: TaggedWords,
    title_end: int,
    link_weights: Mapping[str, float],
    model: Model,
) -> dict[str, float]:
    """
    Describe an attribution as linked.

    Parameters
    ----------
    article : ArticleSpans
    group : LinkedSpans
        One of its attributions.
    cue_words, content_words : sequence of (str, str)
        Words of the cue and of the first content, with their Penn Treebank tags; may be empty.
    title_end : int
        Where the title ends, if the text begins with it.
    link_weights : dict of str to float
        Weights of the linker.
    model : Model
        Only its ``cue_words`` and ``rare`` are used.

    Returns
    -------
    dict of str to float
        A value for each of ``FEATURES``, and ``PROBE``.
    """
    values = dict.fromkeys((*FEATURES, PROBE), 0.0)
    values |= _of_link(group_features(article, group), link_weights)
    values |= _of_content(article, group, content_words)
    values |= _of_source(article, group)
    values |= _of_cue(article, group, cue_words, model)
    first = group.cue or group.contents[0]
    values["in title"] = float(first.start < title_end)
    return values


def _of_link(found: Sequence[Feature], weights: Mapping[str, float]) -> dict[str, float]:
    """Return the linker's evidence and its sum."""
    values = {"link: score": score(found, weights)}
    for feature in found:
        if not isinstance(feature, str):
            name, value = feature
            values[f"link: {name.removeprefix('keep ')}"] = value
    return values


def _of_content(article: ArticleSpans, group: LinkedSpans, words: TaggedWords) -> dict[str, float]:
    """Return the form of the first content, and where it stands."""
    content = group.contents[0]
    text = content.text_in(article.text)
    values = {
        f"content: {_form(text, words)}": 1.0,
        "content: quote marks": float(any(mark in text for mark in '"“')),
    }
    if group.cue is not None:
        values["content: before cue"] = float(content.start < group.cue.start)
        values["content: distance"] = math.log1p(abs(content.start - group.cue.end))
        same = article.sentence(group.cue.start) == article.sentence(content.start)
        values["same sentence"] = float(same)
        links = [_link(article, span, group.cue) for span in group.contents]
        values["content link"] = max(links)
    return values


def _form(text: str, words: TaggedWords) -> str:
    """Return which of ``_FORMS`` a content has."""
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    if first in _QUESTION_WORDS:
        return "that"
    if text[:1] in OPENING_MARKS:
        return "quotation"
    if first == "to":
        return "infinitive"
    tags = [tag for _, tag in words]
    if _FINITE & set(tags):
        return "clause"
    return "participle" if "VBG" in tags[:2] else "noun phrase"


def _of_source(article: ArticleSpans, group: LinkedSpans) -> dict[str, float]:
    """Return the kind of the source, and where it stands."""
    if not group.sources:
        return {"source: none": 1.0}
    source = group.sources[0]
    words = source.text_in(article.text).lower()
    kind = "name"
    if words in _FIRST_PERSON:
        kind = "first person"
    elif words in _PRONOUNS:
        kind = "pronoun"
    values = {f"source: {kind}": 1.0}
    if group.cue is not None:
        values["source: after cue"] = float(source.start > group.cue.start)
        gap = max(source.start - group.cue.end, group.cue.start - source.end, 0)
        values["source: distance"] = math.log1p(gap)
        values["source link"] = _link(article, group.cue, source)
    return values


def _link(article: ArticleSpans, one: Span, other: Span) -> float:
    """Return the tagger's probability that two spans belong together; 0 without its links."""
    backwards = article.links.get((other.span_id, one.span_id), 0.0)
    return article.links.get((one.span_id, other.span_id), backwards)


def _of_cue(
    article: ArticleSpans, group: LinkedSpans, words: TaggedWords, model: Model
) -> dict[str, float]:
    """Return the form of the cue, and how often its words are cues."""
    if group.cue is None:
        return {}
    text = group.cue.text_in(article.text).lower()
    head, tag = _head(words or [(word, "") for word in text.split()])
    of_words = [_cue_word(word, model) for word in re.findall(r"[a-z]+", text)]
    return {
        f"cue: {_HEAD_OF_TAG.get(tag, 'noun' if tag.startswith('N') else 'other')}": 1.0,
        "cue: passive": float(_PASSIVE.match(text) is not None),
        "cue: modal": float(_MODAL.search(text) is not None),
        "cue: negated": float(_NEGATED.search(text) is not None),
        "cue: infinitive": float(text.startswith("to ")),
        "cue: long": float(len(text.split()) >= _LONG_CUE),
        "cue: ends in that": float(text.endswith(" that")),
        "cue word": _cue_word(head, model) if head else 0.0,
        "best cue word": max(of_words, default=0.0),
        PROBE: group.cue.probe,
    }


def _head(words: TaggedWords) -> tuple[str, str]:
    """Return the last verb of a cue that is no auxiliary, else its last noun or word."""
    candidates = []
    for word, tag in words:
        if word.isalpha() and word.lower() not in _AUXILIARIES:
            candidates.append((word.lower(), tag))
    for beginning in ("V", "N", ""):
        found = [pair for pair in candidates if pair[1].startswith(beginning)]
        if found:
            return found[-1]
    return "", ""


def _cue_word(word: str, model: Model) -> float:
    return model.cue_words.get(lemma(word, "VBD"), model.rare)


def probability(values: Mapping[str, float], model: Model) -> float:
    """
    Return the probability that a person would mark an attribution.

    Parameters
    ----------
    values : mapping of str to float
        From ``features``.
    model : Model

    Returns
    -------
    float
        0 to 1. Of attributions near .9 about nine in ten were marked in the labelled articles.
    """
    total = model.intercept + values.get(PROBE, 0.0)
    for name, value in values.items():
        total += model.weights.get(name, 0.0) * value
    return 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))


def is_plausible(values: Mapping[str, float], model: Model) -> bool:
    """Return whether an attribution is probable enough to be reported."""
    return probability(values, model) >= MIN_PROBABILITY
