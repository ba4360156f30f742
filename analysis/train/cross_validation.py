"""
Measure the accuracy of the tables on articles that the tagger was not trained on.

In: gold files without a dev file, and the folders of ``fit`` runs, each of which held out one fold
of them (``--fold``). Out: rows of ``data/models/accuracy.csv``. Each article is labelled by the
run that had not seen it, and passed through extraction. The shipped tagger was trained on all of
them, so the rows say how such a tagger performs on new articles, not on these.

    python -m analysis.train.cross_validation GOLD RUN RUN --version 3 --write
"""

import argparse
import json
import logging
from collections.abc import Collection, Sequence
from pathlib import Path
from types import SimpleNamespace

import pandas as pd

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tagger_model import TaggerOutput
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.evaluate import accuracy
from analysis.evaluate.hand_labels import read_labels
from analysis.extract.attributions.extract import extract_attributions, share_quoted
from analysis.extract.figures.extract import extract_figures

__all__ = ["extract_tables", "measure", "read_held_out"]

log = logging.getLogger(__name__)


def read_held_out(runs: Sequence[Path]) -> dict[str, TaggerOutput]:
    """
    Join what the runs found in the articles that they held out.

    Parameters
    ----------
    runs : list of Path
        Folders of ``fit``, with ``labelled.json``.

    Returns
    -------
    dict of str to TaggerOutput
        By gold file, such as "figures/world_leads".
    """
    rows: dict[str, tuple[list, list, list]] = {}
    for run in runs:
        labelled = json.loads((run / "labelled.json").read_text(encoding="utf8"))
        for name, lists in labelled.items():
            for joined, added in zip(rows.setdefault(name, ([], [], [])), lists, strict=True):
                joined.extend(added)
    outputs = {}
    for name, (spans, links, numbers) in rows.items():
        outputs[name] = TaggerOutput(
            tables.make(spans, tables.TAGGER_SPANS),
            tables.make(links, tables.TAGGER_LINKS),
            tables.make(numbers, tables.TAGGER_NUMBERS),
        )
    return outputs


def extract_tables(articles: pd.DataFrame, output: TaggerOutput) -> dict[str, pd.DataFrame]:
    """
    Extract figures and attributions from articles that are labelled already.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    output : TaggerOutput

    Returns
    -------
    dict of str to DataFrame
        ``figures``, ``attributions``, ``attribution_spans``.
    """
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    attributions, spans = extract_attributions(
        articles, sentences, output.spans, output.links, tokens
    )
    sentences = share_quoted(articles, sentences, spans)
    figures = extract_figures(articles, sentences, *output, attributions, spans, tokens)
    return {"figures": figures, "attributions": attributions, "attribution_spans": spans}


def measure(
    gold: Path,
    runs: Sequence[Path],
    names: Collection[str] | None = None,
    version: str | None = None,
) -> pd.DataFrame:
    """
    Score all folds together.

    Parameters
    ----------
    gold : Path
        Folder of the gold files.
    runs : list of Path
        One for each fold, in any order.
    names : list of str, optional
        Gold files to score; by default all that the runs held out.
    version : str, optional
        Version of the tagger that was trained as the runs were.

    Returns
    -------
    DataFrame
        As from ``accuracy.measure_accuracy``; ``labels`` says that folds were held out, and of
        which version.

    Raises
    ------
    ValueError
        If the runs together did not hold out each fold once.
    """
    _validate_folds(runs)
    of_version = f" of version {version}" if version else ""
    parts = []
    for name, output in read_held_out(runs).items():
        if names and name not in names:
            continue
        labels = read_labels(gold / f"{name}.jsonl")
        run = SimpleNamespace(tables=extract_tables(labels.articles, output))
        measured = accuracy.measure_accuracy(labels, run)
        parts.append(measured.assign(labels=f"{name}, {len(runs)} folds left out{of_version}"))
    return pd.concat(parts, ignore_index=True)


def _validate_folds(runs: Sequence[Path]) -> None:
    held_out = []
    for run in runs:
        config = json.loads((run / "config.json").read_text(encoding="utf8"))
        held_out.append((int(config["fold"]), int(config["folds"])))
    held_out.sort()
    if held_out != [(fold, len(runs)) for fold in range(len(runs))]:
        listed = ", ".join(f"fold {fold} of {folds}" for fold, folds in held_out)
        raise ValueError(
            f"These runs held out {listed}. Use one run for each fold, all with the same --folds."
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder of gold files")
    parser.add_argument("runs", type=Path, nargs="+", help="folders of fit, one for each fold")
    parser.add_argument("--only", nargs="*", metavar="FILE", help="gold files to score")
    parser.add_argument("--version", help="version of the tagger that was trained as the runs were")
    parser.add_argument(
        "--write",
        action="store_true",
        help="write the rows to data/models/accuracy.csv, replacing those of other versions",
    )
    options = parser.parse_args(arguments)
    if options.write and not options.version:
        parser.error(
            "--write needs --version: without it the rows look like those of the shipped tagger"
        )
    measured = measure(options.gold, options.runs, options.only, options.version)
    log.info(measured.to_string(index=False))
    if options.write:
        log.info("wrote %s", accuracy.write_accuracy(measured))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
