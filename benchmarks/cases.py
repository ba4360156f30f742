"""
Run one measurement, in its own process so that its memory can be measured.

usage: python benchmarks/cases.py CASE JSON

Prints one line of JSON with the results.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import numpy as np
import pandas as pd
import psutil
from corpus import articles as base_articles
from corpus import densest, grown

from analysis import load
from analysis.compare.estimates import compare_outlets
from analysis.compare.events.find import find_events
from analysis.compare.events.terms import trim_texts
from analysis.compare.quantities.find import find_quantities
from analysis.core.selection import Selection
from analysis.evaluate import outlet_profile
from analysis.load.filters import sample_articles
from analysis.load.staging import Staged, stage
from analysis.run import batches, pipeline, process_batch
from analysis.run.execution import Execution
from analysis.run.executors import Executor, choose_executor
from analysis.run.manifest import ManifestBuilder, peak_memory
from analysis.run.quantity_groups import story_chunks

# Times are core-seconds, which other work on the machine affects little. This sets the clock of
# the stages to them.
process_batch.time = SimpleNamespace(perf_counter=time.process_time, process_time=time.process_time)
T = TypeVar("T")
RUN = """
import json, sys
from analysis.core.selection import Selection
from analysis.run import pipeline
from analysis.run.execution import Execution
source, n, processes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
execution = Execution(processes, processes, keep=False)
run = pipeline.run(source, selection=Selection(limit=n), execution=execution)
workers = run.manifest["peak_memory_mb_of_workers"].values()
print(json.dumps([run.manifest["peak_memory_mb"], *workers]))
"""
WARM = 4  # articles processed before the clock starts, which loads models, lexicons and patterns


def timed(function: Callable[..., T], *args: object, **kwargs: object) -> tuple[T, float]:
    """Return the result of a call and its core-seconds."""
    start = time.process_time()
    result = function(*args, **kwargs)
    return result, time.process_time() - start


def stage_rates(source: str, n: int, threads: int) -> dict:
    """Measure each stage in one process, and the comparison, on n articles."""
    _, base = base_articles(source)
    chosen = sample_articles(base, n)
    marked, duplicates = timed(load.mark_duplicates, chosen)
    process_batch.process_batch(marked.iloc[:WARM], threads)
    done = []
    seconds: dict[str, float] = {}
    tokens = 0
    for batch in batches.split_into_batches(marked):
        result = process_batch.process_batch(batch, threads)
        done.append(result.tables)
        tokens += result.tokens
        for name, spent in result.seconds.items():
            seconds[name] = seconds.get(name, 0.0) + spent
    tables = {name: pd.concat([d[name] for d in done], ignore_index=True) for name in done[0]}
    found, of_events = timed(find_events, marked)
    inputs = tables["figures"], found.articles, tables["sentences"]
    (figures, quantities), of_quantities = timed(find_quantities, *inputs)
    compared = {"figures": figures, "quantities": quantities, **found._asdict()}
    run = pipeline.Run({**tables, **compared}, {"corpus": source})
    _, comparing = timed(compare, run)
    return {
        "articles": len(marked),
        "words": int(marked["n_words"].sum()),
        "tokens": tokens,
        "sentences": len(tables["sentences"]),
        "mentions": len(tables["targets"]),
        "seconds": {
            "load: duplicates": duplicates,
            **seconds,
            "compare: events": of_events,
            "compare: quantities": of_quantities,
            "compare: outlets": comparing,
        },
        "memory_mb": peak_memory(),
    }


def compare(run: pipeline.Run) -> list[pd.DataFrame]:
    """Compare the outlets in all measures, as notebook 08 does."""
    values = outlet_profile.values(run)
    return [compare_outlets(part, metric) for metric, part in values.groupby("metric")]


def whole(
    source: str,
    n: int,
    processes: int,
    threads: int,
    scheduler: str | None = None,
    size: int = 25,
) -> dict:
    """Measure everything after loading, with workers that are started and warmed up before."""
    _, base = base_articles(source)
    marked = load.mark_duplicates(sample_articles(base, n))
    execution = Execution(processes, threads, scheduler)
    executor = choose_executor(execution, len(marked) / size)
    with executor:
        warm = [executor.submit(marked.iloc[:2]) for _ in range(executor.max_pending or 1)]
        for wait in warm:
            wait()
        manifest = ManifestBuilder({})
        start, own = time.perf_counter(), time.process_time()
        for _ in batches.run_batches(
            batches.split_into_batches(marked, size), manifest, _Open(executor), keep=False
        ):
            pass
        seconds, own = time.perf_counter() - start, time.process_time() - own
    # The work of this process is added to that of the worker processes.
    cores = manifest.throughput["core_seconds"] + (own if processes > 1 or scheduler else 0.0)
    return {
        **manifest.throughput,
        "seconds": seconds,
        "core_seconds": cores,
        "memory_mb": peak_memory()
        + sum(v for k, v in manifest.memory_mb.items() if processes > 1 or scheduler),
    }


class _Open:
    """An executor that is entered already."""

    def __init__(self, executor: Executor) -> None:
        self.max_pending = executor.max_pending
        self.submit = executor.submit

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def from_start(source: str, n: int, processes: int, threads: int) -> dict:
    """Measure the extract command, from the start of the process to the tables on disk."""
    start = time.perf_counter()
    execution = Execution(processes, threads, keep=False)
    run = pipeline.run(source, selection=Selection(limit=n), execution=execution)
    with tempfile.TemporaryDirectory() as folder:
        run.save(folder)
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    words = int(run.articles["n_words"].sum())
    return {
        "articles": len(run.articles),
        "words": words,
        "seconds": time.perf_counter() - start,
        "core_seconds": sum(s.ru_utime + s.ru_stime for s in spent),
        "memory_mb": run.manifest["peak_memory_mb"]
        + sum(run.manifest["peak_memory_mb_of_workers"].values()) * (processes > 1),
    }


def memory_together(source: str, n: int, processes: int) -> dict:
    """
    Measure the memory of a run and its workers together, 20 times a second, and take the most.

    Resident memory counts what processes share once for each of them; proportional memory, which
    only Linux tells, divides it among them. In ``of_all`` the peak of each process counts, whenever
    it has it.
    """
    peaks = {"resident_mb": 0, "proportional_mb": 0}
    command = [sys.executable, "-c", RUN, source, str(n), str(processes)]
    with psutil.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            for name, megabytes in _memory_now(process).items():
                peaks[name] = max(peaks[name], megabytes)
            time.sleep(0.05)
        found = process.stdout.read()
    if process.returncode:
        raise RuntimeError(f"the run ended with {process.returncode}")
    return {**peaks, "of_all": json.loads(found)}


def _memory_now(process: psutil.Process) -> dict[str, int]:
    resident = proportional = 0
    try:
        for one in (process, *process.children(recursive=True)):
            memory = one.memory_full_info()
            resident += memory.rss
            proportional += getattr(memory, "pss", 0)
    except psutil.Error:  # it ended meanwhile
        return {}
    return {"resident_mb": resident // 2**20, "proportional_mb": proportional // 2**20}


def growth(source: str, n: int, base: int = 100, *, with_quantities: bool = True) -> dict:
    """
    Measure the steps that look at all articles at once.

    The articles are copies of a few, and so are their figures, which the model finds once.
    """
    originals = densest(base_articles(source)[1], base)
    extracted = {}
    if with_quantities:
        extracted = process_batch.process_batch(originals, 1).tables
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.jsonl"
        with path.open("w", encoding="utf8") as file:
            file.writelines(json.dumps(row) + "\n" for row in grown(originals, n))
        start = peak_memory()
        staged, loading = timed(stage, path, Path(folder) / "staged")
        after_loading = peak_memory()
        light, reading = timed(
            lambda: pd.concat(
                [trim_texts(p).assign(url=None, author=None) for p in staged.batches(1000)],
                ignore_index=True,
            )
        )
        found, of_events = timed(find_events, light)
        after_events = peak_memory()
        results = {
            "articles": n,
            "words": int(light["n_words"].sum()),
            "megabytes": path.stat().st_size / 1e6,
            "copies": len(staged.copies),
            "events": len(found.events),
            "stories": len(found.stories),
            "seconds": {"load and copies": loading, "events": reading + of_events},
            "memory_mb": {
                "start": start,
                "load and copies": after_loading,
                "events": after_events,
            },
        }
        if with_quantities:
            counts = measured_quantities(staged, found.articles, originals, extracted)
            results["seconds"]["quantities"] = counts.pop("seconds")
            results["memory_mb"]["quantities"] = peak_memory()
            results |= counts
        return results


def measured_quantities(
    staged: Staged,
    articles: pd.DataFrame,
    originals: pd.DataFrame,
    extracted: dict[str, pd.DataFrame],
) -> dict:
    """Measure the quantities of all stories, as a run in shards finds them: some at a time."""
    original = np.resize(originals["article_id"].to_numpy(object), len(articles))
    ids = articles["article_id"]
    stories = pd.Series(articles["story_id"].to_numpy(), index=ids)
    original_of = pd.Series(original, index=ids.to_numpy())
    seconds = 0.0
    n_figures = n_quantities = 0
    for chunk in story_chunks(stories):
        whole = pd.concat(part[part["article_id"].isin(chunk)] for part in staged.batches(1000))
        whole = whole.assign(story_id=whole["article_id"].map(stories))
        figures = copied(extracted["figures"], original_of[whole["article_id"]])
        sentences = copied(extracted["sentences"], original_of[whole["article_id"]])
        (_, quantities), spent = timed(find_quantities, figures, whole, sentences)
        seconds += spent
        n_figures += len(figures)
        n_quantities += len(quantities)
    return {"seconds": seconds, "figures": n_figures, "quantities": n_quantities}


def copied(table: pd.DataFrame, original_of: pd.Series) -> pd.DataFrame:
    """Return the rows of originals for each of their copies, with the ids of the copies."""
    copies = pd.DataFrame({"original": original_of.to_numpy(), "copy": original_of.index})
    rows = copies.merge(table, left_on="original", right_on="article_id", how="inner")
    for column in ("figure_id", "part_of"):
        if column in rows:
            number = rows[column].str.rpartition("#")[2]
            rows[column] = (rows["copy"] + "#" + number).where(rows[column].notna(), None)
    rows["article_id"] = rows["copy"]
    return rows.drop(columns=["original", "copy"])


def ours(source: str, n: int) -> dict:
    """Measure what alternatives are compared with, on the same texts, in one thread, loaded."""
    from analysis.annotate.sentences import split_sentences
    from analysis.annotate.tagger_model import label_articles
    from analysis.annotate.tokens import tag_tokens
    from analysis.extract.attributions.extract import extract_attributions
    from analysis.extract.numbers.parse import parse_numbers
    from analysis.measure.keyness import keyness
    from analysis.measure.tone import sentence_tone

    chosen = load.mark_duplicates(sample_articles(base_articles(source)[1], n))
    process_batch.process_batch(chosen.iloc[:WARM], 1)
    sentences, split = timed(split_sentences, chosen)
    tokens, tagged = timed(tag_tokens, chosen, sentences)
    output, labelled = timed(label_articles, chosen, threads=1)
    (attributions, _), linked = timed(
        extract_attributions, chosen, sentences, output.spans, output.links, tokens
    )
    numbers, counted = timed(lambda: [parse_numbers(text) for text in chosen["text"]])
    tone, toned = timed(sentence_tone, chosen, sentences.assign(share_quoted=0.0))
    _, keyed = timed(keyness, chosen, events_as_strata=False)
    return {
        "attributions": {"seconds": split + tagged + labelled + linked, "found": len(attributions)},
        "quantities": {"seconds": counted, "found": sum(map(len, numbers))},
        "tone": {"seconds": toned, "found": len(tone)},
        "keyness": {"seconds": keyed, "found": None},
    }


def texts(source: str, n: int, path: str) -> dict:
    """Write the texts for the alternatives."""
    chosen = sample_articles(base_articles(source)[1], n)
    from analysis.annotate.sentences import split_sentences

    sentences = split_sentences(chosen)
    text = dict(zip(chosen["article_id"], chosen["text"], strict=True))
    spans = sentences[["article_id", "start", "end"]].itertuples(index=False)
    Path(path).write_text(
        json.dumps(
            {
                "articles": chosen["text"].tolist(),
                "outlets": chosen["outlet"].fillna("").tolist(),
                "sentences": [text[article_id][start:end] for article_id, start, end in spans],
                "words": int(chosen["n_words"].sum()),
            }
        ),
        encoding="utf8",
    )
    return {
        "articles": len(chosen),
        "words": int(chosen["n_words"].sum()),
        "sentences": len(sentences),
    }


FUNCTIONS = (stage_rates, whole, from_start, memory_together, growth, ours, texts)
CASES = {function.__name__: function for function in FUNCTIONS}

if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]](**json.loads(sys.argv[2]))))
