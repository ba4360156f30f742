"""
Give the benchmarks their texts: a real corpus where it is at hand, else the sample, made longer by copies with other words.
"""

import random
import re

import pandas as pd

from analysis import load
from analysis.core import paths
from analysis.core.errors import ParallaxError

CHANGED = 0.9  # share of the words of four letters and more that a copy exchanges: enough that it is no duplicate
GAP = 40  # days between the end of one copy and the beginning of the next, so that their events stay apart
_WORD = re.compile(r"\b[a-z]{4,}\b")


def articles(source="fa-kes"):
    """Give the name of a corpus and its articles; the sample where the corpus is not at hand."""
    try:
        loaded = load.read(source)
    except ParallaxError as error:
        print(
            f"{source} is not at hand ({str(error).splitlines()[0][:80]} ...); the sample of invented dispatches stands in."
        )
        loaded = load.read(paths.SAMPLE / "articles.jsonl")
    return loaded.name, loaded.articles


def grown(base, n, seed=0):
    """
    Make n articles of a few: the base itself, then copies in which most of the longer words are exchanged.

    Parameters
    ----------
    base : DataFrame
        The ``articles`` table.
    n : int

    Yields
    ------
    dict
        One article: outlet, published, title, text, place.
    """
    rng = random.Random(seed)
    vocabulary = sorted({w for text in base["text"] for w in _WORD.findall(text)})
    published = base["published"].fillna(base["published"].min())
    step = published.max() - published.min() + pd.Timedelta(days=GAP)
    rows = list(
        zip(base["outlet"], published, base["title"], base["text"], base["place"], strict=True)
    )
    for i in range(n):
        copy, row = divmod(i, len(rows))
        outlet, day, title, text, place = rows[row]
        body = text[len(title) :] if isinstance(title, str) and text.startswith(title) else text
        if copy:
            title, body = (
                _changed(part, vocabulary, rng) if isinstance(part, str) else None
                for part in (title, body)
            )
            day = pd.Timestamp("1700-01-01") + (day - published.min() + copy * step) % pd.Timedelta(
                days=140_000
            )
        yield {
            "outlet": outlet,
            "published": f"{day:%Y-%m-%d}",
            "title": title if isinstance(title, str) else None,
            "text": body.strip(),
            "place": place if isinstance(place, str) else None,
        }


def _changed(text, vocabulary, rng):
    return _WORD.sub(lambda m: rng.choice(vocabulary) if rng.random() < CHANGED else m[0], text)
