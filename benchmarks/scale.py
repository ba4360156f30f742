"""
Fill docs/scale.md from the measurements of benchmarks/speed.py.

usage: python benchmarks/scale.py

In: benchmarks/speed.json. Out: the part of docs/scale.md between the markers, with hours, machines
and memory for corpora of any size.
"""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "scale.md"
BEGIN = "<!-- measured: python benchmarks/scale.py -->"
END = "<!-- end -->"
SIZES = (10_000, 100_000, 1_000_000, 100_000_000)  # articles
MODEL_STAGES = ("annotate: tagger", "measure: targets")
HOURS_A_DAY = 24.0
CORES = 64  # of a machine
MEMORY_GB = 256  # of a machine


def main() -> None:
    """Rewrite the part of the page between the markers."""
    results = json.loads((HERE / "speed.json").read_text())
    text = PAGE.read_text(encoding="utf8")
    inside = f"{BEGIN}\n{measured(results)}\n\n{costs(results)}\n{END}"
    pattern = f"{re.escape(BEGIN)}.*{re.escape(END)}"
    text = re.sub(pattern, lambda _: inside, text, flags=re.DOTALL)
    PAGE.write_text(text, encoding="utf8")


def measured(results: dict) -> str:
    """Return the measured rates as sentences and tables."""
    parts = [
        _conditions(results["machine"], results["stages"]["1"]),
        "",
        *_sharing_table(results["sharing"]),
        "",
        _model_share(results["stages"]["1"]),
        "",
        *_growth_table(results["growth"]),
    ]
    return "\n".join(parts)


def _conditions(machine: dict, stages: dict) -> str:
    return (
        f"Measured on {machine['date']}: {machine['processor']}, {machine['cores']} core(s) "
        f"allowed, Python {machine['python']}; stages on {stages['articles']:,} articles of "
        f"FA-KES, {stages['words']:,} words. Rates are per core-second, which other work on the "
        f"machine (load {machine['load']} at the start) affects little."
    )


def _sharing_table(sharing: dict[str, dict]) -> list[str]:
    """Return a row for each way of sharing the work."""
    one_process = sharing["1 process, 1 thread"]
    rows = [
        f"| everything after loading, {one_process['articles']} articles | words a core-second "
        "| articles a core-second | core-seconds, relative to one process | memory, MB |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, way in sharing.items():
        core_seconds = way["core_seconds"]
        rows.append(
            f"| {name} | {way['words'] / core_seconds:,.0f} "
            f"| {way['articles'] / core_seconds:,.2f} "
            f"| {core_seconds / one_process['core_seconds']:.2f} | {way['memory_mb']:,} |"
        )
    return rows


def _model_share(stages: dict) -> str:
    """Return the sentence on how much of the time the model takes."""
    words = stages["words"]
    spans, polarity = (stages["seconds"][stage] for stage in MODEL_STAGES)
    total = sum(stages["seconds"].values())
    model = spans + polarity
    return (
        f"The model takes {model / total:.0%} of the time of one process: "
        f"{words / model:,.0f} words a second (spans {words / spans:,.0f}, polarity of mentions "
        f"{words / polarity:,.0f}); everything else together processes "
        f"{words / (total - model):,.0f} words a second."
    )


STEPS = {
    "load and copies": "reading and duplicates",
    "events": "events",
    "quantities": "quantities",
}


def _growth_table(growth: dict[str, dict]) -> list[str]:
    """Return a row for each size of a corpus; steps that were not measured are left out."""
    steps = [step for step in STEPS if all(step in row["seconds"] for row in growth.values())]
    seconds_of = [f"{STEPS[step]}, s" for step in steps]
    memory_of = [f"MB after {STEPS[step]}" for step in steps]
    heading = " | ".join(["whole corpus at once, articles", *seconds_of, *memory_of])
    rows = [f"| {heading} |", "| --- " * (1 + 2 * len(steps)) + "|"]
    for size, figures in growth.items():
        seconds = [f"{figures['seconds'][step]:,.1f}" for step in steps]
        memory = [f"{figures['memory_mb'][step]:,}" for step in steps]
        rows.append(f"| {' | '.join([f'{int(size):,}', *seconds, *memory])} |")
    return rows


def costs(results: dict) -> str:
    """Return a table of what corpora of several sizes cost, extrapolated from the rates."""
    processes = results["sharing"]["2 processes, 1 thread each"]
    core_hours = processes["core_seconds"] / processes["articles"] / 3600  # of one article
    largest = max(results["growth"], key=int)
    growth = results["growth"][largest]
    memory = growth["memory_mb"]
    loading = growth["seconds"]["load and copies"] / int(largest)
    events = growth["seconds"]["events"] / int(largest)
    most = max(memory[step] for step in ("load and copies", "events"))
    megabytes = (most - memory["start"]) / int(largest)
    rows = [
        f"| articles | core-hours | hours on 2 cores | machines of {CORES} cores for one day "
        "| reading and duplicates, h | events, h | memory of events, GB | bottleneck |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for size in SIZES:
        hours = core_hours * size
        machines = max(1, -(-hours // (CORES * HOURS_A_DAY)))
        loading_hours = loading * size / 3600
        gigabytes = size * megabytes / 1000
        rows.append(
            f"| {size:,} | {hours:,.0f} | {hours / 2:,.0f} | {machines:,.0f} "
            f"| {loading_hours:,.1f} | {events * size / 3600:,.1f} "
            f"| {gigabytes:,.1f} | {_bottleneck(gigabytes, hours, loading_hours)} |"
        )
    return "\n".join(rows)


def _bottleneck(gigabytes: float, hours: float, loading_hours: float) -> str:
    if gigabytes > MEMORY_GB:
        return (
            "events and duplicates: one process holds every article's lead and signature; "
            "split the corpus by time"
        )
    if loading_hours > 2 * HOURS_A_DAY:
        return "reading: one process"
    if hours < CORES * HOURS_A_DAY:
        return "the model"
    return "the model: use more machines"


if __name__ == "__main__":
    main()
