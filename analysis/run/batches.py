"""
Take articles through annotation, extraction and measurement, part by part.

In: the ``articles`` table. Out: the tables of those stages. Who makes a part is chosen in ``analysis.run.executors``, how it
is made stands in ``analysis.run.process_batch``. A finished part is kept under a name made of its texts, the code and the models,
so it is never taken for another's, and a run that dies goes on from there.
"""

import shutil
from contextlib import nullcontext
from hashlib import sha256

import pandas as pd

from analysis.core import paths
from analysis.core import tables as t
from analysis.core.atomic_write import write_parquet, write_text
from analysis.core.errors import RunError
from analysis.run import cache_keys, executors
from analysis.run.process_batch import BatchResult

__all__ = ["SIZE", "split_into_batches", "run_batches", "forget", "process_articles"]

SIZE = 100  # articles in a part: small enough that little is lost, large enough that the reader's batches are full


def process_articles(
    articles, recorder, *, threads=2, keep=True, size=SIZE, n_workers=1, scheduler=None
):
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
    n_workers, scheduler
        Who makes them; see ``analysis.run.executors.choose``. The tables are the same whoever does.

    Returns
    -------
    dict of str to DataFrame
        The tables named in ``tables.PER_ARTICLE``, and ``problems``.

    Raises
    ------
    MissingResourceError
        If a model or lexicon is absent or altered.
    RunError
        If no article at all could be read, or the disk is full; finished parts are kept.
    """
    crew = executors.choose_executor(
        n_workers or executors.suggested_processes(len(articles) / size), threads, scheduler
    )
    done = [
        made.tables
        for _, made in run_batches(
            split_into_batches(articles, size), recorder, crew, keep=keep, total=len(articles)
        )
    ]
    tables = {
        name: pd.concat([d[name] for d in done], ignore_index=True)
        if done
        else t.empty(t.ALL[name])
        for name in (*t.PER_ARTICLE, "problems")
    }
    raise_if_all_failed(len(articles), tables["problems"])
    return tables


def split_into_batches(articles, size=SIZE):
    """Give the rows of a table in parts of ``size``, the last one smaller."""
    return [articles.iloc[i : i + size] for i in range(0, len(articles), size)]


def run_batches(parts, recorder, crew, *, keep=True, total=None):
    """
    Make parts, one after the other, and keep them.

    Parameters
    ----------
    parts : iterable of DataFrame
        Rows of ``articles``; taken from it as they are needed.
    recorder : Recorder
    crew : context manager
        See ``analysis.run.executors.choose``. It is entered only where a part has to be made.
    keep : bool
        As ``process``.
    total : int, optional
        Articles in all parts, for the bar.

    Yields
    ------
    (DataFrame, Made)
        The part and its tables, in order.
    """
    asked = _Asked(crew)
    known = ((part, _kept(part) if keep else None) for part in parts)
    with asked, recorder.track(total, "annotate, extract, measure") as progress:
        for part, made in executors.results_in_order(asked, known):
            if keep and made.worker:
                _keep(part, made)
            progress(part, made)
            yield part, made


class _Asked:
    """A crew that is called together when the first part is handed over: a run with nothing to do needs none."""

    def __init__(self, crew):
        self.crew, self.open = crew, nullcontext()

    ahead = property(lambda self: self.crew.ahead)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return self.open.__exit__(*error)

    def submit(self, articles):
        if self.open is not self.crew:
            self.crew.__enter__()
            self.open = self.crew
        return self.crew.submit(articles)


def raise_if_all_failed(n_articles, problems):
    """
    Refuse a run in which no article could be read.

    Raises
    ------
    RunError
    """
    failed = problems[problems["stage"].eq("extract")]
    if n_articles and len(failed) == n_articles:
        raise RunError(
            f"None of {n_articles} articles could be read. The first: {failed['reason'].iloc[0]}"
        )


def _folder(articles):
    return paths.REPORTS / ".parts" / batch_name(articles)


def _kept(articles):
    """Give what an earlier run made of a part, None where it did not end it."""
    folder = _folder(articles)
    if not (folder / "done").exists():
        return None
    return BatchResult(
        {name: pd.read_parquet(folder / f"{name}.parquet") for name in (*t.PER_ARTICLE, "problems")}
    )


def _keep(articles, made):
    folder = _folder(articles)
    for name, frame in made.tables.items():
        write_parquet(frame, folder / f"{name}.parquet")
    if made.tables["problems"].empty:  # what failed is tried again next time
        write_text("", folder / "done")


def forget(articles):
    """Delete what is kept of a part."""
    shutil.rmtree(_folder(articles), ignore_errors=True)


def batch_name(articles):
    """Give a name for a part: the same texts, code and models have the same."""
    digest = sha256(cache_keys.code_key().encode())
    for row in articles[["article_id", "title", "text"]].itertuples(index=False):
        digest.update(repr(tuple(row)).encode("utf8", "surrogatepass"))
    return digest.hexdigest()[:24]
