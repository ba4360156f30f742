"""
Count how often each rule on figures is right on hand-labelled articles.

In: files of hand labels and the rules of ``data/rules/figures``. Out: one row for each rule. A rule
is tried on every number that the grammar finds in the labelled texts, whatever the tagger says
there. A rule that denies a casualty is right where no person marked one; a rule that names what
happened is right where a person marked the same.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from analysis.core.tables import OUTCOMES
from analysis.evaluate.hand_labels import read_labels
from analysis.extract.figures.rules import Rule, all_rules
from analysis.extract.numbers.parse import parse_numbers

__all__ = ["COLUMNS", "count_rules"]

COLUMNS = ["rule", "decides", "fires", "right", "wrong", "why"]


def count_rules(labels: Sequence[Path]) -> pd.DataFrame:
    """
    Count where each rule fires.

    Parameters
    ----------
    labels : sequence of Path
        JSON lines with hand-labelled figures.

    Returns
    -------
    DataFrame
        ``rule``, ``decides``, ``fires`` (numbers), ``right``, ``wrong``, ``why``; the rules in the
        order of their files. ``fires`` is 0 for a rule that these texts do not call for: on few
        labels that does not speak against it. No label tells what an article disputes: 0 for these.

    Raises
    ------
    InputError
        If a file cannot be read, or labels no figures.
    """
    judged = [rule for rule in all_rules() if rule.decides not in _UNLABELLED]
    tallies = {rule.id: [0, 0] for rule in all_rules()}
    for text, marked in _labelled_texts(labels):
        for number in parse_numbers(text):
            outcome = _outcome_at(marked, number.start, number.end)
            for rule in judged:
                if rule.matches(text, number.start, number.end):
                    tallies[rule.id][_is_wrong(rule, outcome)] += 1
    rows = []
    for rule in all_rules():
        right, wrong = tallies[rule.id]
        rows.append((rule.id, rule.decides, right + wrong, right, wrong, rule.why))
    return pd.DataFrame(rows, columns=COLUMNS)


def _labelled_texts(labels: Iterable[Path]) -> Iterable[tuple[str, list[tuple[int, int, str]]]]:
    """Yield each text with the characters and outcome of its figures."""
    for path in labels:
        read = read_labels(path)
        if read.figures is None:
            continue
        figures = {key: rows for key, rows in read.figures.groupby("article_id")}
        articles = zip(read.articles["article_id"], read.articles["text"], strict=True)
        for article_id, text in articles:
            rows = figures.get(article_id)
            marked = []
            if rows is not None:
                marked = list(zip(rows["start"], rows["end"], rows["outcome"], strict=True))
            yield text, marked


def _outcome_at(marked: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """Return the outcome that a person marked on these characters; None if there is none."""
    for first, last, outcome in marked:
        if first < end and start < last:
            return outcome
    return None


def _is_wrong(rule: Rule, outcome: str | None) -> bool:
    """Return whether a person's label contradicts a rule."""
    if rule.decides in OUTCOMES:
        return outcome != rule.decides
    if rule.decides in _HARM_DECISIONS:
        return outcome is None
    return outcome is not None


_UNLABELLED = frozenset({"disputed"})
# Decisions under which the people still are casualties of some kind.
_HARM_DECISIONS = frozenset({"hurt", "shot", "left", "dead", "attacked"})
