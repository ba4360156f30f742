"""
Which labelled articles are nearest to a corpus, and what was measured on them, in a sentence.

In: a run and the stored measurements. Out: a sentence such as "About 84 of 100 figures are right".
Accuracy that was measured on the constructed sample is told of that sample alone.
"""

import pandas as pd

from analysis.core.run_tables import RunTables
from analysis.evaluate.accuracy import read_accuracy
from analysis.evaluate.checked_accuracy import checked_accuracy_sentence
from analysis.run.manifest import CONSTRUCTED

__all__ = ["accuracy_sentence", "kind_of_corpus"]

_HARM = ("killed", "injured", "killed_or_injured", "missing", "bodies_found", "captured")
_WAR = "reports of a war"
_ANY = "news of many kinds"
_SAMPLE = "the constructed sample itself"

_LABELS = {
    _WAR: {"figures": "figures/dev", "attributions": "attributions/fa_kes"},
    _ANY: {"figures": "other_news/dev", "attributions": "attributions/other_news"},
    _SAMPLE: {"figures": "sample/labels", "attributions": "sample/labels"},
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
        people harmed is nearest to the labelled reports of a war, any other to news of many kinds.
    """
    if corpus in CONSTRUCTED:
        return _SAMPLE
    harmed = run.figures.loc[run.figures["outcome"].isin(_HARM), "article_id"].nunique()
    return _WAR if harmed and harmed * 2 >= len(run.articles) else _ANY


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
        "figures", "attributions".
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
    for task in tasks:
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
    return " ".join(sentence for sentence in sentences if sentence)
