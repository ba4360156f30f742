"""
Replacements of ``process_batch`` that other processes can import.

They are quick, slow, failing or crashing. An article with the id "a13" is the one at fault.
"""

import os
import signal
import time
from pathlib import Path

import labelled_reader

from analysis.annotate import tagger_model
from analysis.core import tables
from analysis.core.errors import LexiconError
from analysis.measure.target_sentiment import score
from analysis.run import process_batch

AT_FAULT = "a13"


def labelled(articles, threads=1, own_parties=()):
    """Go through all stages, with the hand labels of the sample in place of the model."""
    tagger_model.label_articles = labelled_reader.read
    score.sentiment_in_articles = labelled_reader.neutral_sentiment
    return process_batch.process_batch(articles, threads)


def quick(articles, threads=1, own_parties=()):
    """Return one sentence for each article."""
    rows = [
        {"article_id": article_id, "sentence_id": 0, "start": 0, "end": 1, "in_title": False}
        for article_id in articles["article_id"]
    ]
    empty = {name: tables.empty(tables.ALL[name]) for name in (*tables.PER_ARTICLE, "problems")}
    made = {**empty, "sentences": tables.make(rows, tables.SENTENCES)}
    return process_batch.BatchResult(made, worker=str(os.getpid()))


def slow(articles, threads=1, own_parties=()):
    time.sleep(0.1)
    return quick(articles, threads)


def failing(articles, threads=1, own_parties=()):
    if AT_FAULT in set(articles["article_id"]):
        raise LexiconError("names.toml:3: no such key")
    return quick(articles, threads)


def crashing(articles, threads=1, own_parties=()):
    """Kill the process, without an error, at the article at fault."""
    if AT_FAULT in set(articles["article_id"]):
        os.kill(os.getpid(), signal.SIGKILL)
    return slow(articles, threads)


def crashing_once(articles, threads=1, own_parties=()):
    """Kill the process the first time only; the file that ``url`` names remembers it."""
    mark = Path(articles["url"].iloc[0])
    if AT_FAULT in set(articles["article_id"]) and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return slow(articles, threads)
