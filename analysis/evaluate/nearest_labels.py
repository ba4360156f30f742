"""
Which labelled articles are nearest to a corpus, and what was measured on them, in a sentence.

In: a run and the stored measurements. Out: a sentence such as "About 84 of 100 figures are right".
Accuracy that was measured on the constructed sample is told of that sample alone. The labelled
reports of a war are all of one war, in which texts have a wording of their own; what is right of
100 in them says little of a shooting, a flood or a war between two states, whose reports are nearer
to news of many kinds. Word list: ``data/lexicons/kinds_of_news.toml``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from analysis.core import lexicon, paths
from analysis.core.run_tables import RunTables
from analysis.evaluate.accuracy import read_accuracy
from analysis.evaluate.checked_accuracy import checked_accuracy_sentence
from analysis.run.manifest import CONSTRUCTED

__all__ = ["TOLD_AS_DIFFERENT", "accuracy_sentence", "kind_of_corpus"]

TOLD_AS_DIFFERENT = "hold one thing, of rows told as different in stories that are surely one"
"""The measure of ``evaluate.differing_rows`` in the stored accuracy."""

_HARM = ("killed", "injured", "killed_or_injured", "missing", "bodies_found", "captured")
_WAR = "reports of the war in Syria"
_ANY = "news of many kinds"
_SAMPLE = "the constructed sample itself"

_WORDS_OF_WAR = 3  # different ones, from which an article reports such a war
_MOST_READ = 500  # articles that are read, evenly over the corpus

_LABELS = {
    _WAR: {"figures": "figures/dev", "attributions": "attributions/fa_kes"},
    _ANY: {"figures": "other_news/dev", "attributions": "attributions/other_news"},
    _SAMPLE: {"figures": "sample/labels", "attributions": "sample/labels"},
}
# Read in articles unlike the labelled ones, for corpora that are like no labelled one: what was
# read, and what was right of 100
_READ = {
    "figures": (
        "labels/outcomes_and_scopes",
        "figures of people harmed",
        (
            (
                "outcome: right of those read, before tuning",
                "{} of 100 had the outcome that the text states, before rules were tuned on them",
            ),
            (
                "scope: right of those told as the event's",
                "of those told as the event's {} of 100 are, by weights that were fitted without "
                "them",
            ),
        ),
    ),
    "attributions": (
        "labels/attributions_in_passages, 1 in 5 held out, not read",
        "attributions",
        (
            ("statement: all", "{} of 100 report a statement"),
            (
                "accuracy: source_name",
                "of those with the right source and content {} of 100 had the right name",
            ),
            (
                "accuracy: source_type",
                "{} of 100 the right kind of source; no rule was tuned on them, and the model "
                "learned no attribution of them",
            ),
        ),
    ),
}
_MEASURES = {
    "figures": (
        ("record: all", "{} of 100 figures are found and right in value, unit, and outcome"),
        ("attribution: source", "{} of 100 of their sources"),
        ("attribution: agent", "{} of 100 of those who caused them"),
    ),
    "attributions": (
        ("linked: all", "{} of 100 attributions have the right source, cue and content"),
        ("accuracy: source_type", "{} of 100 kinds of source"),
    ),
}


def kind_of_corpus(run: RunTables, corpus: str) -> str:
    """
    Return which labelled articles a corpus is nearest to.

    Parameters
    ----------
    run : RunTables
    corpus : str
        Its name.

    Returns
    -------
    str
        The constructed sample is nearest to itself. A corpus in which half of the articles print
        people harmed, and half have the words of a war within a state (rebels, shelling, a
        ceasefire), is nearest to the labelled reports of one; any other to news of many kinds.
    """
    if corpus in CONSTRUCTED:
        return _SAMPLE
    harmed = run.figures.loc[run.figures["outcome"].isin(_HARM), "article_id"].nunique()
    if not harmed or harmed * 2 < len(run.articles):
        return _ANY
    return _WAR if _share_of_war_reports(run.articles["text"].tolist()) >= 1 / 2 else _ANY


def _share_of_war_reports(texts: Sequence[str]) -> float:
    """Return the share of texts with several different words of a war within a state."""
    every = -(-len(texts) // _MOST_READ)
    n_words = pd.Series([_n_words_of_war(text) for text in texts[::every]])
    return float(n_words.ge(_WORDS_OF_WAR).mean())


def _n_words_of_war(text: str) -> int:
    return len({match["word"].lower() for match in _word_of_war().finditer(text)})


@lru_cache(maxsize=1)
def _word_of_war() -> re.Pattern[str]:
    words = lexicon.load(paths.LEXICONS / "kinds_of_news.toml")["civil_war"]["words"]
    return re.compile(rf"\b(?P<word>{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)


def accuracy_sentence(
    run: RunTables, corpus: str, *tasks: str, stored: pd.DataFrame | None = None
) -> str:
    """
    Say how many of 100 results are right on the labelled articles nearest to a corpus.

    Parameters
    ----------
    run : RunTables
    corpus : str
        Its name.
    *tasks : str
        "figures", "attributions", and "differences": the rows in which outlets are told to differ.
    stored : DataFrame, optional
        In place of ``read_accuracy()``.

    Returns
    -------
    str
        With the number of labelled articles; "not measured" for a task that was not. If people
        checked figures of this corpus, what follows from them comes first.
    """
    stored = read_accuracy() if stored is None else stored
    kind = kind_of_corpus(run, corpus)
    sentences = [checked_accuracy_sentence(run)] if "figures" in tasks else []
    for task in [task for task in tasks if task in _MEASURES]:
        labels = _LABELS[kind][task]
        own = stored.loc[stored["task"].eq(task) & stored["labels"].str.startswith(labels)]
        last = own.drop_duplicates("measure", keep="last")
        values = dict(zip(last["measure"], last["value"], strict=True))
        parts = [
            words.format(round(100 * values[measure]))
            for measure, words in _MEASURES[task]
            if measure in values
        ]
        if not parts:
            sentences.append(f"How many {task} are right was not measured on such articles.")
            continue
        articles = int(last["articles"].max())
        sentences.append(f"About {', '.join(parts)} (F1 on {articles} labelled articles: {kind}).")
        if kind == _ANY:
            sentences.append(_read_sentence(stored, task))
    if "differences" in tasks and kind != _SAMPLE:
        sentences.append(_differences_sentence(stored))
    return " ".join(sentence for sentence in sentences if sentence)


def _read_sentence(stored: pd.DataFrame, task: str) -> str:
    """Say what was right in articles of which nobody had tuned what is told."""
    labels, things, sentences = _READ[task]
    own = stored.loc[stored["task"].eq(task) & stored["labels"].eq(labels)]
    values = dict(zip(own["measure"], own["value"], strict=True))
    parts = [
        words.format(round(100 * values[measure]))
        for measure, words in sentences
        if measure in values
    ]
    if not parts:
        return ""
    articles = int(own["articles"].max())
    return f"Of {things} in {articles} other articles {'; '.join(parts)}."


def _differences_sentence(stored: pd.DataFrame) -> str:
    """Say how often a row in which outlets are told to differ holds one thing."""
    own = stored.loc[stored["task"].eq("differences") & stored["measure"].eq(TOLD_AS_DIFFERENT)]
    if own.empty:
        return "How often numbers that differ are of one thing was not measured."
    share = round(100 * own["value"].iloc[-1])
    return (
        f"Of rows in which outlets are told to differ about {share} of 100 held one thing when "
        "real reports were read: read the sentences behind a difference."
    )
