"""
Fill docs/scale.md from what benchmarks/speed.py measured: hours, machines and memory for corpora of any size.

usage: python benchmarks/scale.py
"""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "scale.md"
SIZES = (10_000, 100_000, 1_000_000, 100_000_000)
DAY = 24.0
BEGIN, END = "<!-- measured: python benchmarks/scale.py -->", "<!-- end -->"


def main():
    """Rewrite what stands between the two marks."""
    found = json.loads((HERE / "speed.json").read_text())
    text = PAGE.read_text(encoding="utf8")
    inside = f"{BEGIN}\n{measured(found)}\n\n{costs(found)}\n{END}"
    PAGE.write_text(
        re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: inside, text, flags=re.DOTALL),
        encoding="utf8",
    )


def measured(found):
    """Write the rates as tables."""
    machine, one = found["machine"], found["stages"]["1"]
    reader = sum(one["seconds"][s] for s in ("annotate: tagger", "measure: targets"))
    rest = sum(one["seconds"].values()) - reader
    rows = [
        f"Measured on {machine['date']}: {machine['processor']}, {machine['cores']} core(s) allowed, Python {machine['python']}; "
        f"stages on {one['articles']:,} articles of FA-KES, {one['words']:,} words. Rates are by seconds that cores spent, which other work on the machine (load "
        f"{machine['load']} when it began) moves little.",
        "",
        f"| the whole after loading, {found['sharing']['1 process, 1 thread']['articles']} articles | words a core-second | articles a core-second | core-seconds, of one process' | memory, MB |",
        "| --- | --- | --- | --- | --- |",
    ]
    single = found["sharing"]["1 process, 1 thread"]["core_seconds"]
    rows += [
        f"| {name} | {f['words'] / f['core_seconds']:,.0f} | {f['articles'] / f['core_seconds']:,.2f} | {f['core_seconds'] / single:.2f} | {f['memory_mb']:,} |"
        for name, f in found["sharing"].items()
    ]
    rows += [
        "",
        f"Of one process' time the reader takes {reader / (reader + rest):.0%}: "
        f"{one['words'] / reader:,.0f} words a second (spans {one['words'] / one['seconds']['annotate: tagger']:,.0f}, polarity of mentions "
        f"{one['words'] / one['seconds']['measure: targets']:,.0f}); everything else together does {one['words'] / rest:,.0f}.",
    ]
    rows += [
        "",
        "| whole corpus at once, articles | reading and copies, s | events, s | MB after reading | MB after events |",
        "| --- | --- | --- | --- | --- |",
    ]
    rows += [
        f"| {int(n):,} | {f['seconds']['load and copies']:,.1f} | {f['seconds']['events']:,.1f} | {f['memory_mb']['load and copies']:,} | {f['memory_mb']['events']:,} |"
        for n, f in found["growth"].items()
    ]
    return "\n".join(rows)


def costs(found):
    """Write what corpora cost, from the rates."""
    best = found["sharing"]["2 processes, 1 thread each"]
    core_hours = best["core_seconds"] / best["articles"] / 3600  # of one article
    n, grown = max(found["growth"].items(), key=lambda item: int(item[0]))
    memory = grown["memory_mb"]
    load_s, events_s = (grown["seconds"][k] / int(n) for k in ("load and copies", "events"))
    load_mb, events_mb = (
        (memory[k] - memory["start"]) / int(n) for k in ("load and copies", "events")
    )
    rows = [
        "| articles | core-hours | hours on 2 cores | machines of 64 cores for one day | reading and copies, h | events, h | memory of events, GB | bottleneck |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for size in SIZES:
        hours = core_hours * size
        gigabytes = size * max(load_mb, events_mb) / 1000
        machines = max(1, -(-hours // (64 * DAY)))
        rows.append(
            f"| {size:,} | {hours:,.0f} | {hours / 2:,.0f} | {machines:,.0f} | {load_s * size / 3600:,.1f} | {events_s * size / 3600:,.1f} "
            f"| {gigabytes:,.1f} | {_bottleneck(gigabytes, hours, load_s * size / 3600)} |"
        )
    return "\n".join(rows)


def _bottleneck(gigabytes, hours, loading):
    if gigabytes > 256:
        return "events and copies: one process holds every article's lead and signature; cut the corpus by time"
    if loading > 2 * DAY:
        return "reading: one process"
    return "the reader" if hours < 64 * DAY else "the reader: give it more machines"


if __name__ == "__main__":
    main()
