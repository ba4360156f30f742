"""
One measurement in a process of its own, so that its memory is its own: python benchmarks/cases.py CASE JSON

Prints one line of JSON: what was measured.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from corpus import articles as base_articles
from corpus import grown

from analysis import load
from analysis.compare.estimates import compare_outlets
from analysis.compare.events.find import find_events
from analysis.core.selection import Selection
from analysis.evaluate import outlet_profile
from analysis.run import batches, pipeline, process_batch, streaming
from analysis.run.execution import Execution
from analysis.run.executors import choose_executor
from analysis.run.manifest import ManifestBuilder, peak_memory

# Seconds are those that cores spent on it: a machine that others use too gives much the same. The clock of the stages
# is set to it here.
process_batch.time = SimpleNamespace(perf_counter=time.process_time, process_time=time.process_time)
WARM = (
    4  # articles read before the clock starts: models, lexicons and patterns are loaded once a run
)


def timed(function, *args, **kwargs):
    """Give the result of a call and the seconds that cores spent on it."""
    start = time.process_time()
    result = function(*args, **kwargs)
    return result, time.process_time() - start


def stage_rates(source, n, threads):
    """Seconds of every stage in one process, and of comparing, on n articles."""
    _, base = base_articles(source)
    chosen = load.filters.sample_articles(base, n)
    marked, duplicates = timed(load.mark_duplicates, chosen)
    process_batch.process_batch(marked.iloc[:WARM], threads)
    done, seconds, tokens = [], {}, 0
    for part in batches.split_into_batches(marked):
        made = process_batch.process_batch(part, threads)
        done.append(made.tables)
        tokens += made.tokens
        seconds = {k: seconds.get(k, 0.0) + v for k, v in made.seconds.items()}
    tables = {
        name: pipeline.pd.concat([d[name] for d in done], ignore_index=True) for name in done[0]
    }
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


def compare(run):
    """Compare the outlets in all measures, as notebook 08 does."""
    values = outlet_profile.values(run)
    return [compare_outlets(part, metric) for metric, part in values.groupby("metric")]


def whole(source, n, processes, threads, scheduler=None, size=25):
    """Everything after loading, once, for one way of sharing the work; workers are started and warm before the clock starts."""
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
    # what this process spent on handing out is added to what the others spent on reading
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

    def __init__(self, executor):
        self.executor, self.submit = executor, executor.submit

    max_pending = property(lambda self: self.executor.max_pending)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def from_start(source, n, processes, threads):
    """The command of a user, from the start of the process to the tables on disk."""
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


def growth(source, n):
    """What sees the whole corpus at once, on n articles: reading in batches, copies, events with no figures."""
    _, base = base_articles(source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.jsonl"
        with path.open("w", encoding="utf8") as file:
            file.writelines(json.dumps(row) + "\n" for row in grown(base, n))
        start = peak_memory()
        staged, loading = timed(load.staging.stage, path, Path(folder) / "staged")
        after_loading = peak_memory()
        light, reading = timed(
            lambda: pipeline.pd.concat(
                [streaming.trimmed(p).assign(url=None, author=None) for p in staged.parts(1000)],
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


def ours(source, n):
    """What peers are set against, on the texts that they get, in one process with one thread, without starting."""
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
    reading, read_s = timed(label_articles, chosen, threads=1)
    (attributions, _), linked = timed(
        extract_attributions, chosen, sentences, reading.spans, reading.links, tokens
    )
    numbers, counted = timed(lambda: [parse_numbers(text) for text in chosen["text"]])
    tone, toned = timed(sentence_tone, chosen, sentences.assign(share_quoted=0.0))
    _, keyed = timed(keyness, chosen, events_as_strata=False)
    return {
        "attributions": {"seconds": split + tagged + read_s + linked, "found": len(attributions)},
        "quantities": {"seconds": counted, "found": sum(map(len, numbers))},
        "tone": {"seconds": toned, "found": len(tone)},
        "keyness": {"seconds": keyed, "found": None},
    }


def texts(source, n, path):
    """Write the texts for the peers."""
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
                "sentences": [text[a][s:e] for a, s, e in spans],
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


CASES = {f.__name__: f for f in (stage_rates, whole, from_start, growth, ours, texts)}

if __name__ == "__main__":
    print(json.dumps(CASES[sys.argv[1]](**json.loads(sys.argv[2]))))
