"""
Measure how seconds and memory grow with the length of one article, stage by stage.

usage: python benchmarks/long_articles.py [--words 10000 20000 ...] [--kinds news numbers ...]
                                          [--without-model]

News is made of sentences of the sample corpus with other numbers and names (``long_news``); the
other kinds are hostile: nothing but numbers, names, quotations, one sentence, one token, or spaces.
The labels of the tagger are known for news, so that the stages without the model are measured on
them in seconds. With the model, the whole run is measured as well. Each length runs in its own
process. The last column is the growth from the shortest to the longest article, for each time that
the article is as long: 1.00 is linear. Everything is printed, and with the model news articles are
written to benchmarks/long_articles.json. Seconds are core-seconds.
"""

import argparse
import json
import platform
import random
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
from long_news import one_article, varied_news

from analysis import load
from analysis.annotate import tagger_model
from analysis.annotate.tagger_model import TaggerOutput
from analysis.compare.events.find import find_events
from analysis.compare.quantities.find import find_quantities
from analysis.core import paths, tables
from analysis.measure.keyness import keyness
from analysis.run import process_batch
from analysis.run.manifest import peak_memory

HERE = Path(__file__).parent
KEPT = HERE / "long_articles.json"
WORDS = (10_000, 20_000, 50_000, 100_000, 200_000)
NAMES = ("Amal Haddad", "Omar Deeb", "Ines Duarte", "Lina Sorel", "Viktor Brandt", "Noor Aziz")


def main() -> None:
    """Measure the lengths that were asked for, and print and write the results."""
    options = _options()
    if options.case is not None:
        print(json.dumps(measured(**json.loads(options.case))))
        return
    results = {}
    for kind in options.kinds:
        rows = [_in_own_process(kind, words, model=options.model) for words in options.words]
        _print_table(kind, rows)
        results[kind] = rows
    if options.model and "news" in results:
        kept = {"machine": _machine(), "news": results["news"]}
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")


def _options() -> Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--words", type=int, nargs="+", default=WORDS)
    parser.add_argument("--kinds", nargs="+", choices=sorted(KINDS), default=["news"])
    parser.add_argument("--without-model", dest="model", action="store_false")
    parser.add_argument("--case", help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_own_process(kind: str, words: int, *, model: bool) -> dict:
    """Measure one length in its own process, so that its memory can be measured."""
    case = json.dumps({"kind": kind, "words": words, "model": model})
    command = [sys.executable, str(HERE / "long_articles.py"), "--case", case]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{kind}, {words} words failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def _print_table(kind: str, rows: list[dict]) -> None:
    lengths = [f"{row['words']:,}" for row in rows]
    heading = "".join(f"{length:>10}" for length in lengths)
    print(f"\n{kind + ', words':<34}{heading}{'growth':>10}")
    longer = rows[-1]["words"] / rows[0]["words"]
    for stage in rows[0]["seconds"]:
        seconds = [row["seconds"].get(stage, 0.0) for row in rows]
        growth = seconds[-1] / max(seconds[0], 0.01) / longer
        cells = "".join(f"{spent:>10.2f}" for spent in seconds)
        print(f"{stage:<34}{cells}{growth:>10.2f}")
    memory = [row["memory_mb"] for row in rows]
    print(f"{'memory, MB':<34}" + "".join(f"{used:>10,}" for used in memory), flush=True)


def _machine() -> dict:
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "processor": platform.processor() or platform.machine(),
        "python": platform.python_version(),
    }


def measured(kind: str, words: int, model: bool) -> dict:
    """Return the seconds of each stage and the peak memory for one long article."""
    # The clock of the stages is set to core-seconds, which other work affects little.
    process_batch.time = SimpleNamespace(
        perf_counter=time.process_time, process_time=time.process_time
    )
    base = load.read(paths.SAMPLE / "articles.jsonl").articles
    process_batch.process_batch(base.iloc[:2], 1)  # loads models, lexicons and patterns
    text, labels = KINDS[kind](words)
    article = one_article(text)
    whole = None
    if model:
        start = time.process_time()
        process_batch.process_batch(article, 1)
        whole = time.process_time() - start
    tagger = tagger_model.label_articles
    tagger_model.label_articles = lambda *_args, **_options: labels
    scorer = process_batch.score_targets
    process_batch.score_targets = lambda *_args, **_options: tables.empty(tables.TARGETS)
    result = process_batch.process_batch(article, 1)
    tagger_model.label_articles, process_batch.score_targets = tagger, scorer
    seconds = {
        name: spent
        for name, spent in result.seconds.items()
        if name not in ("annotate: tagger", "measure: targets")
    }
    problems = result.tables["problems"]
    if len(problems):
        print(problems["reason"].tolist(), file=sys.stderr)
    of_one = result.tables
    article = article.assign(story_id="a")
    seconds["compare: quantities"] = _seconds(
        lambda: find_quantities(of_one["figures"], article, of_one["sentences"])
    )
    two = pd.concat([article, article.assign(article_id="b", outlet="B")], ignore_index=True)
    seconds["load: duplicates"] = _seconds(lambda: load.mark_duplicates(two))
    seconds["compare: events"] = _seconds(lambda: find_events(two))
    seconds["measure: keyness"] = _seconds(lambda: keyness(two, events_as_strata=False))
    seconds["all without the model"] = sum(seconds.values())
    if whole is not None:
        seconds["whole run"] = whole
    return {"words": words, "seconds": seconds, "memory_mb": peak_memory()}


def _seconds(function: Callable[[], object]) -> float:
    start = time.process_time()
    function()
    return time.process_time() - start


def _no_labels() -> TaggerOutput:
    return TaggerOutput(
        tables.empty(tables.TAGGER_SPANS),
        tables.empty(tables.TAGGER_LINKS),
        tables.empty(tables.TAGGER_NUMBERS),
    )


def _joined(pieces: Iterator[str], words: int, separator: str = " ") -> str:
    """Return pieces of text until they hold so many words."""
    chosen = []
    n = 0
    while n < words:
        piece = next(pieces)
        chosen.append(piece)
        n += len(piece.split())
    return separator.join(chosen)


def _random_pieces(*patterns: str) -> Iterator[str]:
    """Yield patterns with random numbers and names put in."""
    rng = random.Random(0)
    while True:
        surname = "".join(rng.choice("abcdeiklmnorstu") for _ in range(6)).capitalize()
        name = f"{rng.choice(NAMES).split()[0]} {surname}"
        yield rng.choice(patterns).format(n=rng.randint(2, 9999), name=name, surname=surname)


def number_list(words: int) -> tuple[str, TaggerOutput]:
    """Return one sentence that is a list of numbers."""
    return _joined(_random_pieces("{n},"), words), _no_labels()


def number_run(words: int) -> tuple[str, TaggerOutput]:
    """Return numbers with spaces between them, which may group thousands."""
    return _joined(_random_pieces("120", "{n}", "000"), words), _no_labels()


def number_words(words: int) -> tuple[str, TaggerOutput]:
    """Return number words without an end."""
    pieces = _random_pieces("million", "hundred", "two", "and twenty", "a", "thousand and")
    return _joined(pieces, words), _no_labels()


def casualty_list(words: int) -> tuple[str, TaggerOutput]:
    """Return one sentence of casualties."""
    pieces = _random_pieces("{n} killed,", "{n} people and {n} others wounded,", "{n} civilians,")
    return _joined(pieces, words), _no_labels()


def names(words: int) -> tuple[str, TaggerOutput]:
    """Return sentences whose sources all have other names; their labels are known."""
    rng = random.Random(0)
    text = []
    spans = []
    links = []
    n = 0
    offset = 0
    while n < words:
        surname = "".join(rng.choice("abcdeiklmnorstu") for _ in range(6)).capitalize()
        source = rng.choice([surname, f"{rng.choice(NAMES).split()[0]} {surname}", "the ministry"])
        sentence = f"{source} said that it was quiet in {surname}. "
        bounds = {"source": (0, len(source))}
        bounds["cue"] = (len(source) + 1, len(source) + 5)
        bounds["content"] = (len(source) + 6, len(sentence) - 2)
        for role, (start, end) in bounds.items():
            span = {"article_id": "a", "span_id": f"{role}{n}", "layer": "attribution"}
            span |= {"label": role, "start": offset + start, "end": offset + end, "p": 0.9}
            spans.append(span)
        for role in ("source", "content"):
            link = {"article_id": "a", "from_id": f"{role}{n}", "to_id": f"cue{n}", "p": 0.9}
            links.append(link)
        text.append(sentence)
        offset += len(sentence)
        n += len(sentence.split())
    labels = _no_labels()._replace(
        spans=tables.make(spans, tables.TAGGER_SPANS), links=tables.make(links, tables.TAGGER_LINKS)
    )
    return "".join(text), labels


def quotes(words: int) -> tuple[str, TaggerOutput]:
    """Return quotations, many of which are never closed."""
    pieces = _random_pieces('"We saw {name},"', "'it is {n}", "“They went", '" said {name}.')
    return _joined(pieces, words), _no_labels()


def one_sentence(words: int) -> tuple[str, TaggerOutput]:
    """Return one sentence of plain words, which names what the lexicons look for."""
    pieces = _random_pieces("the army killed", "and Israel bombed", "not so good", "of the war,")
    return _joined(pieces, words), _no_labels()


def one_token(words: int) -> tuple[str, TaggerOutput]:
    """Return one token of five characters for each word."""
    return "abcde" * words, _no_labels()


def digits(words: int) -> tuple[str, TaggerOutput]:
    """Return one number of five digits for each word."""
    return "12345" * words + " people were killed.", _no_labels()


def spaces(words: int) -> tuple[str, TaggerOutput]:
    """Return words with runs of spaces of five characters for each word between them."""
    gap = " " * (5 * words // 10)
    return gap.join(["12 were killed"] * 11), _no_labels()


KINDS: dict[str, Callable[[int], tuple[str, TaggerOutput]]] = {
    "news": varied_news,
    "number_list": number_list,
    "number_run": number_run,
    "number_words": number_words,
    "casualty_list": casualty_list,
    "names": names,
    "quotes": quotes,
    "one_sentence": one_sentence,
    "one_token": one_token,
    "digits": digits,
    "spaces": spaces,
}

if __name__ == "__main__":
    main()
