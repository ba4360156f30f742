"""
Take one batch of articles through annotation, extraction and measurement: the work of a worker.

In: a batch, rows of the ``articles`` table. Out: a ``BatchResult``: the tables of those stages, and
what they cost. An article that a stage cannot process is left out alone, with a row in
``problems``; the others go on. Only models and lexicons are read from disk and nothing is written,
so a batch can be processed on any machine that has the same code.
"""

import logging
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

import pandas as pd

from analysis.annotate import tagger_model
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import paths, tables
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

__all__ = ["BatchResult", "failed_batch", "frame_lexicons", "name_lexicons", "process_batch"]

_log = logging.getLogger(__name__)

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class BatchResult:
    """
    The tables of one batch, and what they cost.

    Attributes
    ----------
    tables : dict of str to DataFrame
        Those named in ``tables.PER_ARTICLE``, and ``problems``.
    seconds : dict of str to float
        By stage.
    core_seconds : float
        CPU time of the process, over all its threads; on a busy machine less than the seconds add
        up to.
    tokens : int
        NLTK tokens: words and punctuation marks.
    worker : str
        Machine and process that processed the batch; empty for the result of an earlier run.
    memory_mb : int or None
        Peak memory of that process so far; None where the system does not report it.
    """

    tables: dict[str, pd.DataFrame] = field(repr=False)
    seconds: dict[str, float] = field(default_factory=dict)
    core_seconds: float = 0.0
    tokens: int = 0
    worker: str = ""
    memory_mb: int | None = None


def process_batch(articles: pd.DataFrame, threads: int = 1) -> BatchResult:
    """
    Make the tables of a batch of articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, or rows of it. Not changed.
    threads : int
        Threads of the model.

    Returns
    -------
    BatchResult

    Raises
    ------
    LexiconError, MissingResourceError
        If a lexicon or model is missing, altered or broken: no fault of an article.
    MemoryError
        If the batch does not fit in memory.
    """
    stopwatch = _Stopwatch()
    start = time.process_time()
    batch_tables = _tables_or_problems(articles, stopwatch, threads)
    return BatchResult(
        tables=batch_tables,
        seconds=stopwatch.seconds,
        core_seconds=time.process_time() - start,
        tokens=stopwatch.tokens,
        worker=f"{platform.node()}:{os.getpid()}",
        memory_mb=peak_memory(),
    )


def failed_batch(articles: pd.DataFrame, reason: str) -> BatchResult:
    """
    Return the result of a batch that could not be processed.

    Parameters
    ----------
    articles : DataFrame
        The batch.
    reason : str
        Why it failed.

    Returns
    -------
    BatchResult
        Empty tables, and a row in ``problems`` for each article.
    """
    words = f"{reason} (no sentences, figures or attributions; the article itself is kept)"
    rows = [
        {"article_id": article_id, "stage": "extract", "reason": words, "kept": True}
        for article_id in articles["article_id"]
    ]
    empty = {name: tables.empty(tables.ALL[name]) for name in tables.PER_ARTICLE}
    problems = tables.make(rows, tables.PROBLEMS)
    return BatchResult({**empty, "problems": problems}, worker="none")


class _Stopwatch:
    """Add up the seconds of each stage, and count tokens."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.tokens = 0

    def timed(
        self,
        stage: str,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        """Return the result of a call, and add its seconds to those of the stage."""
        start = time.perf_counter()
        result = function(*args, **kwargs)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start
        return result


def _tables_or_problems(
    articles: pd.DataFrame, stopwatch: _Stopwatch, threads: int
) -> dict[str, pd.DataFrame]:
    """Make the tables; if that fails, halve the batch until the article at fault is alone."""
    try:
        batch_tables = _tables(articles, stopwatch, threads)
    except (LexiconError, MissingResourceError, MemoryError):
        raise
    except Exception as error:
        if len(articles) > 1:
            return _halved(articles, stopwatch, threads)
        reason = f"{type(error).__name__}: {error}"
        _log.warning("article %s could not be read: %s", articles["article_id"].iloc[0], reason)
        _log.debug("traceback of that failure:", exc_info=True)
        return failed_batch(articles, reason).tables
    return {**batch_tables, "problems": tables.empty(tables.PROBLEMS)}


def _halved(articles: pd.DataFrame, stopwatch: _Stopwatch, threads: int) -> dict[str, pd.DataFrame]:
    middle = len(articles) // 2
    first = _tables_or_problems(articles.iloc[:middle], stopwatch, threads)
    second = _tables_or_problems(articles.iloc[middle:], stopwatch, threads)
    return {name: pd.concat([first[name], second[name]], ignore_index=True) for name in first}


def _tables(articles: pd.DataFrame, stopwatch: _Stopwatch, threads: int) -> dict[str, pd.DataFrame]:
    """Take a batch through the stages; this is the order in which the data moves."""
    timed = stopwatch.timed
    sentences = timed("annotate: sentences", split_sentences, articles)
    tokens = timed("annotate: tokens", tag_tokens, articles, sentences)
    labels = timed("annotate: tagger", tagger_model.label_articles, articles, threads=threads)
    attributions, spans = timed(
        "extract: attributions",
        extract_attributions,
        articles,
        sentences,
        labels.spans,
        labels.links,
        tokens,
    )
    sentences = timed("extract: voice", share_quoted, articles, sentences, spans)
    figures = timed(
        "extract: figures",
        extract_figures,
        articles,
        sentences,
        labels.spans,
        labels.links,
        labels.numbers,
        attributions,
        spans,
    )
    referents = read_name_lexicons(name_lexicons())
    names = timed("extract: names", extract_names, articles, sentences, referents)
    actors = names.loc[names["referent"].isin(list(referents.actors))]
    agency = timed("extract: agency", extract_agency, articles, sentences, tokens, figures)
    measures = _measures(articles, sentences, actors, stopwatch, threads)
    stopwatch.tokens += len(tokens)  # last: a batch that fails is halved, and its tokens come again
    return {
        "sentences": sentences,
        "figures": figures,
        "attributions": attributions,
        "attribution_spans": spans,
        "names": names,
        "agency": agency,
        **measures,
    }


def _measures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    stopwatch: _Stopwatch,
    threads: int,
) -> dict[str, pd.DataFrame]:
    """Measure tone, sentiment towards the named actors, and frames."""
    timed = stopwatch.timed
    return {
        "tone": timed("measure: tone", sentence_tone, articles, sentences),
        "targets": timed(
            "measure: targets", score_targets, articles, sentences, actors, threads=threads
        ),
        "frames": timed(
            "measure: frames", score_frames, articles, sentences, lexicon=frame_lexicons()
        ),
    }


def frame_lexicons() -> list[Path]:
    """Return the frame lexicons: that of the project, then every ``frames_*.toml`` of a user."""
    return [paths.LEXICONS / "frames.toml", *sorted(paths.LEXICONS.glob("frames_*.toml"))]


def name_lexicons() -> list[Path]:
    """Return the lexicons of names: that of the project, then every ``names_*.toml`` of a user."""
    return [paths.LEXICONS / "names.toml", *sorted(paths.LEXICONS.glob("names_*.toml"))]
