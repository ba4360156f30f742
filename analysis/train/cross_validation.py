"""
Measure what the tables hold of articles that the reader did not learn from, where no dev file exists.

In: gold files and the folders of ``fit`` runs, each of which left one fold of them out (``--fold``). Out: rows of
``data/models/accuracy.csv``: every article is read by the run that had not seen it, and taken through extraction. The
shipped reader has learned from all of them, so this says how such a reader does on new articles, not what it does on
these.

    python -m analysis.train.cross_validation GOLD RUN RUN --version 3 --write
"""

import argparse
import json
import logging
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

__all__ = ["extracted", "gather", "measure"]

log = logging.getLogger(__name__)


def gather(runs):
    """
    Join what runs read of the folds that they left out.

    Parameters
    ----------
    runs : list of Path
        Folders of ``fit``, with ``read.json``.

    Returns
    -------
    dict of str to Reading
        By gold file, such as "figures/world_leads".
    """
    rows = {}
    for run in runs:
        for name, parts in json.loads(
            (Path(run) / "labelled.json").read_text(encoding="utf8")
        ).items():
            for held, part in zip(rows.setdefault(name, ([], [], [])), parts, strict=True):
                held.extend(part)
    schemas = (tables.TAGGER_SPANS, tables.TAGGER_LINKS, tables.TAGGER_NUMBERS)
    return {
        name: TaggerOutput(*(tables.make(r, s) for r, s in zip(parts, schemas, strict=True)))
        for name, parts in rows.items()
    }


def extracted(articles, reading):
    """
    Take articles from what was read of them to figures and attributions.

    Parameters
    ----------
    articles : DataFrame
        The ``articles`` table. Not changed.
    reading : Reading

    Returns
    -------
    dict of str to DataFrame
        ``figures``, ``attributions``, ``attribution_spans``.
    """
    sentences = split_sentences(articles)
    tokens = tag_tokens(articles, sentences)
    attributions, spans = extract_attributions(
        articles, sentences, reading.spans, reading.links, tokens
    )
    sentences = share_quoted(articles, sentences, spans)
    figures = extract_figures(articles, sentences, *reading, attributions, spans)
    return {"figures": figures, "attributions": attributions, "attribution_spans": spans}


def measure(gold, runs, names=None, version=None):
    """
    Score the folds together.

    Parameters
    ----------
    gold : Path
        Folder of the gold files.
    runs : list of Path
        One for each fold, all folds of a file among them.
    names : list of str, optional
        Gold files to score; by default all that the runs left out.
    version : str, optional
        Version of the reader that learned as the runs did.

    Returns
    -------
    DataFrame
        As ``accuracy.measure``; ``labels`` says that folds were left out, and of which version.

    Raises
    ------
    ValueError
        If the runs together did not leave out each fold once.
    """
    _refuse_other_folds(runs)
    parts, of = [], f" of version {version}" if version else ""
    for name, reading in gather(runs).items():
        if names and name not in names:
            continue
        labels = read_labels(Path(gold) / f"{name}.jsonl")
        found = SimpleNamespace(tables=extracted(labels.articles, reading))
        parts.append(
            accuracy.measure_accuracy(labels, found).assign(
                labels=f"{name}, {len(runs)} folds left out{of}"
            )
        )
    return pd.concat(parts, ignore_index=True)


def _refuse_other_folds(runs):
    told = [json.loads((Path(run) / "config.json").read_text(encoding="utf8")) for run in runs]
    left = sorted((int(config["fold"]), int(config["folds"])) for config in told)
    if left != [(i, len(runs)) for i in range(len(runs))]:
        raise ValueError(
            f"These runs left out {', '.join(f'fold {i} of {n}' for i, n in left)}: name one run for each "
            "fold, all with the same --folds."
        )


def main(arguments=None):
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.strip().split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--only", nargs="*", metavar="FILE")
    parser.add_argument(
        "--version", help="of the reader that learned as the runs did; rows tell it"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="keep the rows in data/models/accuracy.csv, in place of those of other versions",
    )
    options = parser.parse_args(arguments)
    if options.write and not options.version:
        parser.error(
            "--write needs --version: readers take the rows for the shipped reader's own otherwise"
        )
    measured = measure(options.gold, options.runs, options.only, options.version)
    log.info(measured.to_string(index=False))
    if options.write:
        log.info("kept: %s", accuracy.write(measured))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
