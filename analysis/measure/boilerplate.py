"""
Tell the words of a page from those of an article: bylines, tags, "updated at", initials of editors.

In: articles, and the ``keyness`` table. Out: the table without terms that an outlet uses almost
only at the edges of its articles, where pages put what is no report, or almost only in one sentence
of a template, which differs from article to article in names and numbers only, and without the
words of the outlet's own name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.measure.abbreviations import without_stops

__all__ = ["without_boilerplate"]

EDGE = 20  # words at the beginning and at the end of an article
MOST_AT_EDGES = 0.8  # share of a term's uses, above which it is boilerplate
MOST_IN_ONE_SENTENCE = 0.8  # share of a term's uses, above which it belongs to a template
LEAST_USES = 5  # of a term, before they can show a template
LONG_ENOUGH = 4 * EDGE  # words of an article: in a shorter one everything is near an edge

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[”\"’)]?\s+|\n+")
_NAME_OR_NUMBER = re.compile(r"[A-Z\d]|.*\d")
_LEAST_Z = 1.96  # others are not shown


def without_boilerplate(terms: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """
    Leave out terms of an outlet's name, of the edges of its articles, or of a template.

    Parameters
    ----------
    terms : DataFrame
        The ``keyness`` table. Not changed.
    articles : DataFrame
        The ``articles`` table. Articles of fewer than 80 words are not looked at. Not changed.

    Returns
    -------
    DataFrame
        Rows of ``terms``. Only terms that an outlet over-uses (z above 1.96) are looked at.
    """
    over_used = terms.loc[terms["z"] > _LEAST_Z]
    boilerplate: set[tuple[str, str]] = set()
    for outlet, own in over_used.groupby("outlet"):
        texts = articles.loc[articles["outlet"].eq(outlet), "text"].dropna().map(without_stops)
        wanted = set(own["term"])
        found = [*_at_edges(texts, wanted), *_in_one_sentence(texts, wanted)]
        found += _of_name(str(outlet), wanted)
        boilerplate |= {(str(outlet), term) for term in found}
    pairs = zip(terms["outlet"], terms["term"], strict=True)
    return terms.loc[[pair not in boilerplate for pair in pairs]].reset_index(drop=True)


def _of_name(outlet: str, wanted: Iterable[str]) -> list[str]:
    """Return the terms that are words of an outlet's name: "TRT World told" is no choice."""
    name = {word.lower() for word in _WORD.findall(outlet)}
    return [term for term in wanted if name.issuperset(term.split())]


def _at_edges(texts: Iterable[str], wanted: set[str]) -> list[str]:
    """Return the terms of which most uses are near the beginning or the end of a text."""
    lengths = sorted({len(term.split()) for term in wanted})
    uses: Counter[str] = Counter()
    at_edges: Counter[str] = Counter()
    for text in texts:
        words = [word.lower() for word in _WORD.findall(text)]
        if len(words) < LONG_ENOUGH:
            continue
        for place, term in _terms(words, lengths):
            if term in wanted:
                uses[term] += 1
                at_edges[term] += place < EDGE or place >= len(words) - EDGE
    return [term for term, n in uses.items() if at_edges[term] > MOST_AT_EDGES * n]


def _in_one_sentence(texts: Iterable[str], wanted: set[str]) -> list[str]:
    """
    Return the terms of which most uses are in one sentence, apart from its names and numbers.

    Names or numbers must differ somewhere: equal sentences can be a quotation that was printed
    several times.
    """
    lengths = sorted({len(term.split()) for term in wanted})
    sentences: dict[str, Counter[str]] = {}
    forms: dict[str, set[str]] = {}
    for text in texts:
        for sentence in _SENTENCE_END.split(text):
            words = _WORD.findall(sentence)
            frame = " ".join(word for word in words if not _NAME_OR_NUMBER.match(word))
            forms.setdefault(frame, set()).add(" ".join(words))
            for _, term in _terms([word.lower() for word in words], lengths):
                if term in wanted:
                    sentences.setdefault(term, Counter())[frame] += 1
    found = []
    for term, frames in sentences.items():
        frame, n_uses = frames.most_common(1)[0]
        is_enough = frames.total() >= LEAST_USES and len(forms[frame]) > 1
        if is_enough and n_uses > MOST_IN_ONE_SENTENCE * frames.total():
            found.append(term)
    return found


def _terms(words: Sequence[str], lengths: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Yield the sequences of words of some lengths, with their places."""
    for length in lengths:
        for place in range(len(words) - length + 1):
            yield place, " ".join(words[place : place + length])
