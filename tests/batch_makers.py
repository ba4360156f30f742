"""Stand-ins for ``analysis.run.process_batch.process_batch`` that other processes can import: quick, slow, faulty, deadly."""

import os
import signal
import time
from pathlib import Path

import labelled_reader

from analysis.annotate import tagger_model
from analysis.core import tables
from analysis.measure.target_sentiment import score as mentions
from analysis.run import process_batch


def labelled(articles, threads=1):
    """Go through all stages, with the labels of the sample in the place of the reader."""
    tagger_model.label_articles, mentions.target_sentiment = (
        labelled_reader.read,
        labelled_reader.neutral_sentiment,
    )
    return process_batch.process_batch(articles, threads)


def quick(articles, threads=1):
    """Give one sentence an article."""
    rows = [
        {"article_id": a, "sentence_id": 0, "start": 0, "end": 1, "in_title": False}
        for a in articles["article_id"]
    ]
    empty = {name: tables.empty(tables.ALL[name]) for name in (*tables.PER_ARTICLE, "problems")}
    return process_batch.BatchResult(
        {**empty, "sentences": tables.make(rows, tables.SENTENCES)}, worker=str(os.getpid())
    )


def slow(articles, threads=1):
    time.sleep(0.25)
    return quick(articles, threads)


def faulty(articles, threads=1):
    if "a13" in set(articles["article_id"]):
        raise process_batch.LexiconError("names.toml:3: no such key")
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
