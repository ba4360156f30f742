"""
Run one measurement, in its own process so that its memory can be measured.

usage: python benchmarks/cases.py CASE JSON

Prints one line of JSON with the results.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pandas as pd
from corpus import articles as base_articles
from corpus import grown

from analysis import load
from analysis.compare.estimates import compare_outlets
from analysis.compare.events.find import find_events
from analysis.core.selection import Selection
from analysis.evaluate import outlet_profile
from analysis.run import batches, pipeline, process_batch, streaming
from analysis.run.execution import Execution
from analysis.run.executors import Executor, choose_executor
from analysis.run.manifest import ManifestBuilder, peak_memory

# Times are core-seconds, which other work on the machine affects little. This sets the clock of
# the stages to them.
process_batch.time = SimpleNamespace(perf_counter=time.process_time, process_time=time.process_time)
T = TypeVar("T")
WARM = 4  # articles processed before the clock starts, which loads models, lexicons and patterns


def timed(function: Callable[..., T], *args: object, **kwargs: object) -> tuple[T, float]:
    """Return the result of a call and its core-seconds."""
    start = time.process_time()
    result = function(*args, **kwargs)
    return result, time.process_time() - start


def stage_rates(source: str, n: int, threads: int) -> dict:
    """Measure each stage in one process, and the comparison, on n articles."""
    _, base = base_articles(source)
    chosen = load.filters.sample_articles(base, n)
    marked, duplicates = timed(load.mark_duplicates, chosen)
    process_batch.process_batch(marked.iloc[:WARM], threads)
    done = []
    seconds: dict[str, float] = {}
    tokens = 0
    for batch in batches.split_into_batches(marked):
        result = process_batch.process_batch(batch, threads)
        done.append(result.tables)
        tokens += result.tokens
        for stage, spent in result.seconds.items():
            seconds[stage] = seconds.get(stage, 0.0) + spent
    tables = {name: pd.concat([d[name] for d in done], ignore_index=True) for name in done[0]}
    (found, events), of_events = timed(find_events, marked, figures=tables["figures"])
    run = pipeline.Run({**tables, "articles": found, "events": events}, {"corpus": source})
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
    marked = load.mark_duplicates(load.filters.sample_articles(base, n))
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


def growth(source: str, n: int) -> dict:
    """Measure the steps that look at all articles at once; events without figures."""
    _, base = base_articles(source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.jsonl"
        with path.open("w", encoding="utf8") as file:
            file.writelines(json.dumps(row) + "\n" for row in grown(base, n))
        start = peak_memory()
        staged, loading = timed(load.staging.stage, path, Path(folder) / "staged")
        after_loading = peak_memory()
        light, reading = timed(
            lambda: pd.concat(
                [streaming.trim_texts(p).assign(url=None, author=None) for p in staged.parts(1000)],
                ignore_index=True,
            )
        )
        (_, events), of_events = timed(find_events, light)
        return {
            "articles": n,
            "words": int(light["n_words"].sum()),
            "megabytes": path.stat().st_size / 1e6,
            "copies": len(staged.copies),
            "events": len(events),
            "seconds": {"load and copies": loading, "events": reading + of_events},
            "memory_mb": {
                "start": start,
                "load and copies": after_loading,
                "events": peak_memory(),
            },
        }


def ours(source: str, n: int) -> dict:
    """Measure what alternatives are compared with, on the same texts, in one thread, loaded."""
    from analysis.annotate.sentences import split_sentences
    from analysis.annotate.tagger_model import label_articles
    from analysis.annotate.tokens import tag_tokens
    from analysis.extract.attributions.extract import extract_attributions
    from analysis.extract.numbers.parse import parse_numbers
    from analysis.measure.keyness import keyness
    from analysis.measure.tone import sentence_tone

    chosen = load.mark_duplicates(load.filters.sample_articles(base_articles(source)[1], n))
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
    chosen = load.filters.sample_articles(base_articles(source)[1], n)
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


FUNCTIONS = (stage_rates, whole, from_start, growth, ours, texts)
CASES = {function.__name__: function for function in FUNCTIONS}

if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]](**json.loads(sys.argv[2]))))
