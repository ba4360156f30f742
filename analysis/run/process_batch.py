"""
Take one batch of articles through annotation, extraction and measurement: the work of a worker.

In: a batch, rows of the ``articles`` table. Out: a ``BatchResult``: the tables of those stages,
and what they cost. An article that a stage cannot process is left out of that stage alone, with a
row in ``problems``; the other articles and stages go on. Only models and lexicons are read from
disk and nothing is written, so a batch can be processed on any machine that has the same code.
"""

import logging
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, ParamSpec, TypeVar

import pandas as pd

from analysis.annotate import tagger_model
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.core.errors import NO_FAULT_OF_AN_ARTICLE
from analysis.core.furniture import articles_without_furniture, furniture_of
from analysis.core.languages import is_read
from analysis.core.limits import LARGEST_FIGURE
from analysis.extract.agency.extract import extract_agency
from analysis.extract.attributions.extract import extract_attributions, share_quoted
from analysis.extract.figures.extract import extract_figures
from analysis.extract.figures.polarity import retracted_numbers
from analysis.extract.name_lexicon import name_lexicons, read_name_lexicons
from analysis.extract.naming import extract_names
from analysis.extract.numbers.parse import Number, numbers_too_large, parse_numbers
from analysis.extract.parties.agents import PartyMentions, with_agent_parties
from analysis.extract.parties.extract import extract_parties
from analysis.extract.parties.gazetteer import Gazetteer, PartyName, gazetteer_with
from analysis.extract.target_mentions import target_mentions
from analysis.measure.frames.lexicon import frame_lexicons
from analysis.measure.frames.score import measure_frames
from analysis.measure.target_sentiment.score import score_targets
from analysis.measure.tone import sentence_tone
from analysis.neural.token_states import TokenStates
from analysis.run.manifest import peak_memory

__all__ = [
    "NOTE_STAGE",
    "BatchResult",
    "failed_batch",
    "process_batch",
]

_log = logging.getLogger(__name__)

NOTE_STAGE = "extract: values"
"""The stage of a problem that leaves out one value only, which no later run would read either."""

LONGEST_REASON = 300  # characters
MOST_NOTES = 20  # of one article
_WITH_NUMBERS = ("credit", "page", "appeal", "markup")  # a byline has days, which are no numbers
_RESULTS = (*tables.PER_ARTICLE, "problems")

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


class _Settings(NamedTuple):
    """What all articles of a batch are processed with."""

    threads: int
    gazetteer: Gazetteer


def process_batch(
    articles: pd.DataFrame, threads: int = 1, own_parties: Sequence[PartyName] = ()
) -> BatchResult:
    """
    Make the tables of a batch of articles.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table, or rows of it. Not changed. Those in another language than English
        get no rows.
    threads : int
        Threads of the model.
    own_parties : sequence of PartyName
        The user's own parties, whose words count before those of the project.

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
    settings = _Settings(threads, gazetteer_with(tuple(own_parties)))
    start = time.process_time()
    read = articles.loc[is_read(articles)]
    batch_tables = {name: tables.empty(tables.ALL[name]) for name in _RESULTS}
    if len(read):
        batch_tables = _tables_or_problems(read, stopwatch, settings)
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
    """Add up the seconds of each stage, and count tokens; any failure is raised."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.tokens = 0

    def attempt(
        self,
        stage: str,
        empty: _Result,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        """Return the result of a stage; ``empty`` is for those who go on without it."""
        return self.timed(stage, function, *args, **kwargs)

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


class _ForgivingStopwatch(_Stopwatch):
    """A stopwatch for one article, which goes on without the stages that fail."""

    def __init__(self, stopwatch: _Stopwatch, article_id: str) -> None:
        super().__init__()
        self.seconds = stopwatch.seconds
        self.article_id = article_id
        self.problems: list[dict[str, object]] = []

    def attempt(
        self,
        stage: str,
        empty: _Result,
        function: Callable[_Arguments, _Result],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> _Result:
        """Return the result of a stage, or ``empty`` and a problem if it fails."""
        try:
            return self.timed(stage, function, *args, **kwargs)
        except NO_FAULT_OF_AN_ARTICLE:
            raise
        except Exception as error:
            self.add_problem(stage, error)
            return empty

    def add_problem(self, stage: str, error: Exception) -> None:
        """Add the row for a failure of a stage."""
        reason = f"{type(error).__name__}: {str(error)[:LONGEST_REASON]}"
        _log.warning("article %s, %s: %s", self.article_id, stage, reason)
        _log.debug("traceback of that failure:", exc_info=True)
        name, _, step = stage.partition(": ")
        consequence = "(the article is left out of this step; the article itself is kept)"
        row = {
            "article_id": self.article_id,
            "stage": name,
            "kept": True,
            "reason": f"{step}: {reason} {consequence}",
        }
        self.problems.append(row)


def _tables_or_problems(
    articles: pd.DataFrame, stopwatch: _Stopwatch, settings: _Settings
) -> dict[str, pd.DataFrame]:
    """Make the tables; if that fails, halve the batch until the article at fault is alone."""
    try:
        batch_tables = _tables(articles, stopwatch, settings)
    except NO_FAULT_OF_AN_ARTICLE:
        raise
    except Exception:
        if len(articles) > 1:
            return _halved(articles, stopwatch, settings)
        return _stage_by_stage(articles, stopwatch, settings)
    return {**batch_tables, "problems": _notes(articles)}


def _stage_by_stage(
    article: pd.DataFrame, stopwatch: _Stopwatch, settings: _Settings
) -> dict[str, pd.DataFrame]:
    """Make the tables of one article, without the stages that fail for it."""
    forgiving = _ForgivingStopwatch(stopwatch, article["article_id"].iloc[0])
    try:
        article_tables = _tables(article, forgiving, settings)
    except NO_FAULT_OF_AN_ARTICLE:
        raise
    except Exception as error:  # without sentences there is nothing to go on with
        return failed_batch(article, f"{type(error).__name__}: {error}").tables
    stopwatch.tokens += forgiving.tokens
    problems = tables.make(forgiving.problems, tables.PROBLEMS)
    together = pd.concat([problems, _notes(article)], ignore_index=True)
    return {**article_tables, "problems": together}


def _notes(articles: pd.DataFrame) -> pd.DataFrame:
    """Return a problem for each number that is left out of the figures; it costs nothing else."""
    rows = []
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        reasons = [_too_large(number) for number in numbers_too_large(text)[:MOST_NOTES]]
        reasons += [_taken_back(number, text) for number in retracted_numbers(text)[:MOST_NOTES]]
        reasons += _of_the_page(text)
        rows += [
            {"article_id": article_id, "stage": NOTE_STAGE, "reason": reason, "kept": True}
            for reason in reasons
        ]
    return tables.make(rows, tables.PROBLEMS)


def _too_large(number: Number) -> str:
    words = number.text if len(number.text) <= 40 else f"{number.text[:40]}..."
    return (
        f"{words!r} ({len(number.text)} characters, at character {number.start}) is above "
        f"{LARGEST_FIGURE:.0e}, the largest number that is read as a figure; left out"
    )


def _taken_back(number: Number, text: str) -> str:
    around = " ".join(text[max(0, number.start - 60) : number.end + 60].split())
    return (
        f"{number.text!r} at character {number.start} is taken back, denied or called false by its "
        f"own text, or the margin of another number, and put forward by nobody there; left out: "
        f"“...{around}...”"
    )


def _of_the_page(text: str) -> list[str]:
    """Return a note on the numbers that the page prints around the report, if there are any."""
    found = []
    for one in furniture_of(text):
        if one.kind in _WITH_NUMBERS:
            words = text[one.start : one.end]
            found += [repr(number.text) for number in parse_numbers(words)]
    if not found:
        return []
    more = f" and {len(found) - MOST_NOTES:,} more" if len(found) > MOST_NOTES else ""
    return [
        f"{', '.join(found[:MOST_NOTES])}{more}: printed by the page around the report (a credit, "
        "a link, an appeal for money or markup); left out"
    ]


def _as_printed(found: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Return rows with the words of their articles, with the furniture that stands among them."""
    places = zip(found["article_id"], found["start"], found["end"], strict=True)
    words = [texts[article_id][start:end] for article_id, start, end in places]
    return found.assign(text=pd.Series(words, found.index, dtype=found["text"].dtype))


def _halved(
    articles: pd.DataFrame, stopwatch: _Stopwatch, settings: _Settings
) -> dict[str, pd.DataFrame]:
    middle = len(articles) // 2
    first = _tables_or_problems(articles.iloc[:middle], stopwatch, settings)
    second = _tables_or_problems(articles.iloc[middle:], stopwatch, settings)
    return {name: pd.concat([first[name], second[name]], ignore_index=True) for name in first}


def _tables(
    articles: pd.DataFrame, stopwatch: _Stopwatch, settings: _Settings
) -> dict[str, pd.DataFrame]:
    """Take a batch through the stages; this is the order in which the data moves."""
    attempt = stopwatch.attempt
    empty = {name: tables.empty(table) for name, table in tables.ALL.items()}
    no_labels = tagger_model.TaggerOutput(
        tables.empty(tables.TAGGER_SPANS),
        tables.empty(tables.TAGGER_LINKS),
        tables.empty(tables.TAGGER_NUMBERS),
    )
    no_tokens = tables.empty(tables.TOKENS)
    token_states: dict[str, TokenStates] = {}
    sentences = stopwatch.timed("annotate: sentences", split_sentences, articles)
    tokens = attempt("annotate: tokens", no_tokens, tag_tokens, articles, sentences)
    labels = attempt(
        "annotate: tagger",
        no_labels,
        tagger_model.label_articles,
        articles,
        threads=settings.threads,
        token_states=token_states,
    )
    attributions, spans = attempt(
        "extract: attributions",
        (empty["attributions"], empty["attribution_spans"]),
        extract_attributions,
        articles,
        sentences,
        labels.spans,
        labels.links,
        tokens,
    )
    sentences = stopwatch.timed("extract: voice", share_quoted, articles, sentences, spans)
    reported = articles_without_furniture(articles)
    parties = attempt(
        "extract: parties",
        empty["parties"],
        extract_parties,
        reported,
        sentences,
        settings.gazetteer,
    )
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    parties = _as_printed(parties, texts)
    mentions = PartyMentions(texts, parties, settings.gazetteer)
    figures = attempt(
        "extract: figures",
        empty["figures"],
        extract_figures,
        articles,
        sentences,
        labels.spans,
        labels.links,
        labels.numbers,
        attributions,
        spans,
        tokens,
    )
    figures = with_agent_parties(figures, mentions)
    referents = read_name_lexicons(name_lexicons())
    names = attempt(
        "extract: names",
        empty["names"],
        extract_names,
        reported,
        sentences,
        referents,
        parties=parties,
    )
    names = _as_printed(names, texts)
    actors = target_mentions(parties, names, referents.actors, texts, settings.gazetteer)
    agency = attempt(
        "extract: agency",
        empty["agency"],
        extract_agency,
        articles,
        sentences,
        tokens,
        figures,
        mentions,
    )
    measures = _measures(articles, sentences, actors, token_states, stopwatch, settings.threads)
    stopwatch.tokens += len(tokens)  # last: a batch that fails is halved, and its tokens come again
    return {
        "sentences": sentences,
        "figures": figures,
        "attributions": attributions,
        "attribution_spans": spans,
        "parties": parties,
        "names": names,
        "agency": agency,
        **measures,
    }


def _measures(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    actors: pd.DataFrame,
    token_states: Mapping[str, TokenStates],
    stopwatch: _Stopwatch,
    threads: int,
) -> dict[str, pd.DataFrame]:
    """Measure tone, sentiment towards the named actors, and frames."""
    attempt = stopwatch.attempt
    names = ("tone", "targets", "frames", "frame_sentences")
    empty = {name: tables.empty(tables.ALL[name]) for name in names}
    tone = attempt("measure: tone", empty["tone"], sentence_tone, articles, sentences)
    targets = attempt(
        "measure: targets",
        empty["targets"],
        score_targets,
        sentences,
        actors,
        token_states,
        threads=threads,
    )
    frames, frame_sentences = attempt(
        "measure: frames",
        (empty["frames"], empty["frame_sentences"]),
        measure_frames,
        articles,
        sentences,
        lexicon=frame_lexicons(),
    )
    return {
        "tone": tone,
        "targets": targets,
        "frames": frames,
        "frame_sentences": frame_sentences,
    }
