"""
Take articles through annotation, extraction and measurement, part by part.

In: the ``articles`` table. Out: the tables of those stages. An article that no stage can take is left out alone, with
a row in ``problems``; the others go on. A finished part is kept under a name made of its texts, the code and the
models, so it is never taken for another's.
"""

import logging
from hashlib import sha256

import pandas as pd

from analysis import fingerprint, paths
from analysis import tables as t
from analysis.annotate import reader
from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.errors import MissingResourceError, RunError
from analysis.extract.agency import extract_agency
from analysis.extract.attributions import extract_attributions, share_quoted
from analysis.extract.figures import extract_figures
from analysis.extract.names import extract_names
from analysis.files import write_parquet, write_text
from analysis.measure.frames import score_frames
from analysis.measure.mentions import score_targets
from analysis.measure.tone import sentence_tone

__all__ = ["process"]

_log = logging.getLogger(__name__)

SIZE = 100  # articles in a part: small enough that little is lost, large enough that the reader's batches are full


def process(articles, recorder, *, threads=2, keep=True, size=SIZE):
    """
    Make the tables of every article.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    recorder : Recorder
        Counts rows and seconds.
    threads : int
        Threads of the reader.
    keep : bool
        Keep finished parts on disk, and use those that are there.
    size : int
        Articles in a part.

    Returns
    -------
    dict of str to DataFrame
        The tables named in ``tables.BY_ARTICLE``, and ``problems``.

    Raises
    ------
    MissingResourceError
        If a model or lexicon is absent or altered.
    RunError
        If no article at all could be read, or the disk is full; finished parts are kept.
    """
    parts = [articles.iloc[i:i + size] for i in range(0, len(articles), size)]
    done = [_part(part, recorder, threads, keep) for part in recorder.track(parts, "annotate, extract, measure")]
    _refuse_if_all_failed(articles, done)
    return {
        name: pd.concat([d[name] for d in done], ignore_index=True) if done else t.shape_of(t.ALL[name])
        for name in (*t.BY_ARTICLE, "problems")
    }


def _refuse_if_all_failed(articles, done):
    failed = pd.concat([d["problems"] for d in done]) if done else t.shape_of(t.PROBLEMS)
    if len(articles) and len(failed) == len(articles):
        raise RunError(f"None of {len(articles)} articles could be read. The first: {failed['reason'].iloc[0]}")


def _part(articles, recorder, threads, keep):
    folder = paths.REPORTS / ".parts" / _name(articles)
    if keep and (folder / "done").exists():
        recorder.reused(len(articles))
        return {name: pd.read_parquet(folder / f"{name}.parquet") for name in (*t.BY_ARTICLE, "problems")}
    made = _bisect(articles, recorder, threads)
    if keep:
        for name, frame in made.items():
            write_parquet(frame, folder / f"{name}.parquet")
        if made["problems"].empty:  # what failed is tried again next time
            write_text("", folder / "done")
    return made


def _bisect(articles, recorder, threads):
    """Make a part's tables; where that fails, halve the part until the article at fault stands alone."""
    try:
        return {**_tables(articles, recorder, threads), "problems": t.shape_of(t.PROBLEMS)}
    except (MissingResourceError, MemoryError):
        raise
    except Exception as error:
        if len(articles) > 1:
            half = len(articles) // 2
            a, b = (_bisect(part, recorder, threads) for part in (articles.iloc[:half], articles.iloc[half:]))
            return {name: pd.concat([a[name], b[name]], ignore_index=True) for name in a}
        article_id = articles["article_id"].iloc[0]
        _log.exception("article %s could not be read", article_id)
        reason = f"{type(error).__name__}: {error} (no sentences, figures or attributions; the article itself is kept)"
        empty = {name: t.shape_of(t.ALL[name]) for name in t.BY_ARTICLE}
        row = {"article_id": article_id, "stage": "extract", "reason": reason, "kept": True}
        return {**empty, "problems": t.make([row], t.PROBLEMS)}


def _tables(articles, recorder, threads):
    """Take one part through the stages; this is the way the data goes."""
    time = recorder.timed
    sentences = time("annotate: sentences", split_sentences, articles)
    tokens = time("annotate: tokens", tag_tokens, articles, sentences)
    reading = time("annotate: reader", reader.read, articles, threads=threads)
    attributions, spans = time(
        "extract: attributions", extract_attributions, articles, sentences, reading.spans, reading.links, tokens
    )
    sentences = time("extract: voice", share_quoted, articles, sentences, spans)
    figures = time(
        "extract: figures", extract_figures, articles, sentences, reading.spans, reading.links, reading.numbers,
        attributions, spans,
    )
    names = time("extract: names", extract_names, articles, sentences)
    return {
        "sentences": sentences,
        "figures": figures,
        "attributions": attributions,
        "attribution_spans": spans,
        "names": names,
        "agency": time("extract: agency", extract_agency, articles, sentences, tokens, figures),
        "tone": time("measure: tone", sentence_tone, articles, sentences),
        "targets": time("measure: targets", score_targets, articles, sentences, names, threads=threads),
        "frames": time("measure: frames", score_frames, articles, sentences, lexicon=frame_lexicons()),
    }


def frame_lexicons():
    """Give the frame lexicons: the project's, and every ``frames_*.toml`` that a user put beside it."""
    return [paths.LEXICONS / "frames.toml", *sorted(paths.LEXICONS.glob("frames_*.toml"))]


def _name(articles):
    digest = sha256(fingerprint.code().encode())
    for row in articles[["article_id", "title", "text"]].itertuples(index=False):
        digest.update(repr(tuple(row)).encode("utf8", "surrogatepass"))
    return digest.hexdigest()[:24]
