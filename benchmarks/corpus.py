"""
The texts of the benchmarks: a real corpus if it is available, otherwise the sample corpus.

Larger corpora are made of copies in which most words are replaced by words of the same length, so
that what was extracted from an article stands at the same characters of its copies.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from analysis import load
from analysis.core import paths
from analysis.core.errors import ParallaxError

CHANGED = 0.9  # share of the words of four letters and more that a copy replaces: no duplicate
GAP = 40  # days between one copy and the next, so that their events stay apart
FIRST_DAY = pd.Timestamp("1700-01-01")
LONGEST = 140_000  # days after which the dates of copies start again
_WORD = re.compile(r"\b[a-z]{4,}\b")


def articles(source: str = "fa-kes") -> tuple[str, pd.DataFrame]:
    """Return the name of a corpus and its articles; the sample if the corpus is not available."""
    try:
        loaded = load.read(source)
    except ParallaxError as error:
        reason = str(error).splitlines()[0][:80]
        print(f"{source} is not available ({reason} ...); using the sample corpus.")
        loaded = load.read(paths.SAMPLE / "articles.jsonl")
    return loaded.name, loaded.articles


def grown(base: pd.DataFrame, n: int, seed: int = 0) -> Iterator[dict]:
    """
    Yield n articles: those of a corpus, then copies in which most longer words are replaced.

    A copy has as many characters as its original, in the title and in the text.

    Parameters
    ----------
    base : DataFrame
        The ``articles`` table. Not changed.
    n : int
    seed : int

    Yields
    ------
    dict
        One article: outlet, published, title, text, place.
    """
    rng = random.Random(seed)
    vocabulary = _by_length(word for text in base["text"] for word in _WORD.findall(text))
    published = base["published"].fillna(base["published"].min())
    first = published.min()
    step = published.max() - first + pd.Timedelta(days=GAP)
    columns = (base["outlet"], published, base["title"], base["text"], base["place"])
    rows = list(zip(*columns, strict=True))
    for i in range(n):
        copy, row = divmod(i, len(rows))
        outlet, day, title, text, place = rows[row]
        title = title if isinstance(title, str) else None
        body = text
        if title is not None and text.startswith(title):
            body = text[len(title) :]
        if copy:
            if title is not None:
                title = _changed(title, vocabulary, rng)
            body = _changed(body, vocabulary, rng)
            day = FIRST_DAY + (day - first + copy * step) % pd.Timedelta(days=LONGEST)
        yield {
            "outlet": outlet,
            "published": f"{day:%Y-%m-%d}",
            "title": title,
            "text": body.strip(),
            "place": place if isinstance(place, str) else None,
        }


def densest(base: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the n articles of a corpus that were published in the fewest days, by day."""
    dated = base.dropna(subset=["published"]).sort_values("published", kind="stable")
    if len(dated) <= n:
        return dated.reset_index(drop=True)
    days = dated["published"].to_numpy()
    first = int((days[n - 1 :] - days[: len(days) - n + 1]).argmin())
    return dated.iloc[first : first + n].reset_index(drop=True)


def _by_length(words: Iterable[str]) -> dict[int, list[str]]:
    """Return different words by their length."""
    found: dict[int, list[str]] = {}
    for word in sorted(set(words)):
        found.setdefault(len(word), []).append(word)
    return found


def _changed(text: str, vocabulary: Mapping[int, Sequence[str]], rng: random.Random) -> str:
    def replacement(match: re.Match[str]) -> str:
        alike = vocabulary.get(len(match[0]), [match[0]])
        return rng.choice(alike) if rng.random() < CHANGED else match[0]

    return _WORD.sub(replacement, text)
