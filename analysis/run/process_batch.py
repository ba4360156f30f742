"""
Take one part of the articles through annotation, extraction and measurement: what a worker does.

In: a part of the ``articles`` table. Out: ``Made``: the tables of those stages, and what they took. An article that
no stage can take is left out alone, with a row in ``problems``; the others go on. Nothing is read from or written to
the disk here but models and lexicons, so that a part can be made on any machine that has the same code.
"""

import logging
import os
import platform
import time
from dataclasses import dataclass, field

import pandas as pd

from analysis.annotate import tagger_model
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import paths
from analysis.core import tables as t
from analysis.core.errors import LexiconError, MissingResourceError
from analysis.extract.agency.extract import extract_agency
from analysis.extract.attributions.extract import extract_attributions, share_quoted
from analysis.extract.figures.extract import extract_figures
from analysis.extract.name_lexicon import read_name_lexicons
from analysis.extract.naming import extract_names
from analysis.measure.frames.score import score_frames
from analysis.measure.target_sentiment.score import score_targets
from analysis.measure.tone import sentence_tone
from analysis.run.manifest import peak_memory

__all__ = ["BatchResult", "frame_lexicons", "failed_batch", "process_batch", "name_lexicons"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BatchResult:
    """
    What one part gave.

    Attributes
    ----------
    tables : dict of str to DataFrame
        Those named in ``tables.PER_ARTICLE``, and ``problems``.
    seconds : dict of str to float
        By stage.
    core_seconds : float
        That the process spent on it, over all its threads; on a busy machine less than the seconds add up to.
    tokens : int
        NLTK's words and marks.
    worker : str
        Machine and process that made it; empty for a part that an earlier run made.
    memory_mb : int or None
        The most memory that this process has held so far; null where the system does not say.
    """

    tables: dict = field(repr=False)
    seconds: dict = field(default_factory=dict)
    core_seconds: float = 0.0
    tokens: int = 0
    worker: str = ""
    memory_mb: int | None = None


def process_batch(articles, threads=1):
    """
    Make the tables of some articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, or rows of it. Not changed.
    threads : int
        Threads of the reader.

    Returns
    -------
    Made

    Raises
    ------
    LexiconError, MissingResourceError
        If a lexicon or model is absent, altered or broken: no fault of an article.
    """
    stopwatch, start = _Stopwatch(), time.process_time()
    tables = _bisect(articles, stopwatch, threads)
    spent = time.process_time() - start
    return BatchResult(
        tables,
        stopwatch.seconds,
        spent,
        stopwatch.tokens,
        f"{platform.node()}:{os.getpid()}",
        peak_memory(),
    )


def failed_batch(articles, reason):
    """
    Give empty tables, and a problem for each article, in the place of a part that could not be made.

    Returns
    -------
    Made
    """
    told = f"{reason} (no sentences, figures or attributions; the article itself is kept)"
    rows = [
        {"article_id": i, "stage": "extract", "reason": told, "kept": True}
        for i in articles["article_id"]
    ]
    empty = {name: t.empty(t.ALL[name]) for name in t.PER_ARTICLE}
    return BatchResult({**empty, "problems": t.make(rows, t.PROBLEMS)}, worker="none")


class _Stopwatch:
    def __init__(self):
        self.seconds, self.tokens = {}, 0

    def __call__(self, name, function, *args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
        return result


def _bisect(articles, stopwatch, threads):
    """Make a part's tables; where that fails, halve the part until the article at fault stands alone."""
    try:
        return {**_tables(articles, stopwatch, threads), "problems": t.empty(t.PROBLEMS)}
    except (LexiconError, MissingResourceError, MemoryError):
        raise
    except Exception as error:
        if len(articles) > 1:
            half = len(articles) // 2
            a, b = (
                _bisect(part, stopwatch, threads)
                for part in (articles.iloc[:half], articles.iloc[half:])
            )
            return {name: pd.concat([a[name], b[name]], ignore_index=True) for name in a}
        reason = f"{type(error).__name__}: {error}"
        _log.warning("article %s could not be read: %s", articles["article_id"].iloc[0], reason)
        _log.debug("where it failed", exc_info=True)
        return failed_batch(articles, reason).tables


def _tables(articles, time, threads):
    """Take one part through the stages; this is the way the data goes."""
    sentences = time("annotate: sentences", split_sentences, articles)
    tokens = time("annotate: tokens", tag_tokens, articles, sentences)
    reading = time("annotate: reader", tagger_model.label_articles, articles, threads=threads)
    attributions, spans = time(
        "extract: attributions",
        extract_attributions,
        articles,
        sentences,
        reading.spans,
        reading.links,
        tokens,
    )
    sentences = time("extract: voice", share_quoted, articles, sentences, spans)
    figures = time(
        "extract: figures",
        extract_figures,
        articles,
        sentences,
        reading.spans,
        reading.links,
        reading.numbers,
        attributions,
        spans,
    )
    referents = read_name_lexicons(name_lexicons())
    names = time("extract: names", extract_names, articles, sentences, referents)
    actors = names[names["referent"].isin(referents.actors)]
    time.tokens += len(tokens)
    return {
        "sentences": sentences,
        "figures": figures,
        "attributions": attributions,
        "attribution_spans": spans,
        "names": names,
        "agency": time("extract: agency", extract_agency, articles, sentences, tokens, figures),
        "tone": time("measure: tone", sentence_tone, articles, sentences),
        "targets": time(
            "measure: targets", score_targets, articles, sentences, actors, threads=threads
        ),
        "frames": time(
            "measure: frames", score_frames, articles, sentences, lexicon=frame_lexicons()
        ),
    }


def frame_lexicons():
    """Give the frame lexicons: the project's, and every ``frames_*.toml`` that a user put beside it."""
    return [paths.LEXICONS / "frames.toml", *sorted(paths.LEXICONS.glob("frames_*.toml"))]


def name_lexicons():
    """Give the lexicons of names: the project's, and every ``names_*.toml`` that a user put beside it."""
    return [paths.LEXICONS / "names.toml", *sorted(paths.LEXICONS.glob("names_*.toml"))]
