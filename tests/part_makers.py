"""Stand-ins for ``analysis.stages.make_part`` that other processes can import: quick, slow, faulty, deadly."""

import os
import signal
import time
from pathlib import Path

import labelled_reader

from analysis import stages, tables
from analysis.annotate import reader
from analysis.measure import mentions


def labelled(articles, threads=1):
    """Go through all stages, with the labels of the sample in the place of the reader."""
    reader.read, mentions.target_sentiment = labelled_reader.read, labelled_reader.judge
    return stages.make_part(articles, threads)


def quick(articles, threads=1):
    """Give one sentence an article."""
    rows = [{"article_id": a, "sentence_id": 0, "start": 0, "end": 1, "in_title": False} for a in articles["article_id"]]
    empty = {name: tables.shape_of(tables.ALL[name]) for name in (*tables.BY_ARTICLE, "problems")}
    return stages.Made({**empty, "sentences": tables.make(rows, tables.SENTENCES)}, worker=str(os.getpid()))


def slow(articles, threads=1):
    time.sleep(0.25)
    return quick(articles, threads)


def faulty(articles, threads=1):
    if "a13" in set(articles["article_id"]):
        raise stages.LexiconError("names.toml:3: no such key")
    return quick(articles, threads)


def deadly(articles, threads=1):
    """End the process without a word at one article."""
    if "a13" in set(articles["article_id"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return slow(articles, threads)


def deadly_once(articles, threads=1):
    """End the process without a word the first time; the file named in the article's url remembers."""
    mark = Path(articles["url"].iloc[0])
    if "a13" in set(articles["article_id"]) and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return slow(articles, threads)
