"""
Read hand labels: articles with the figures and attributions that a person found in them.

In: JSON lines; each line has ``article_id``, ``text`` and ``figures`` and/or ``attributions`` in the form that
``data/README.md`` gives. Out: the tables that the machine writes too, so that the two can be compared.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.core import tables
from analysis.core.errors import InputError

__all__ = ["Labels", "read_labels"]

TASKS = ("figures", "attributions")


@dataclass(frozen=True)
class Labels:
    """
    Hand labels of some articles.

    Attributes
    ----------
    articles : DataFrame
        The ``articles`` table, texts to the letter.
    figures, attributions, attribution_spans : DataFrame or None
        Tables of those names; None where the file labels no such thing.
    typed : bool
        Whether attributions carry a kind, a source type and a stance; where not, the tables hold defaults there.
    """

    articles: pd.DataFrame
    figures: pd.DataFrame | None
    attributions: pd.DataFrame | None
    attribution_spans: pd.DataFrame | None
    typed: bool = True

    @property
    def tasks(self):
        """Which of figures and attributions are labelled."""
        return [task for task in TASKS if getattr(self, task) is not None]


def read_labels(path):
    """
    Read a file of hand labels.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    Labels

    Raises
    ------
    InputError
        If the file is absent, a line is not JSON, lacks its text, or a label lies outside it.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(
            f"No labels at {path}. Name a JSON lines file; data/sample/labels.jsonl shows the form."
        )
    rows = [
        _row(line, f"{path.name}, line {i}")
        for i, line in enumerate(path.read_text("utf8").splitlines(), 1)
        if line.strip()
    ]
    labelled = [task for task in TASKS if any(task in row for row in rows)]
    if not labelled:
        raise InputError(
            f"{path.name} labels neither figures nor attributions; its lines need one of these keys."
        )
    attributions = [(row, i, a) for row in rows for i, a in enumerate(row.get("attributions", ()))]
    has, name = "attributions" in labelled, f"{path.resolve().parent.name}/{path.stem}"
    return Labels(
        articles=tables.make([_article(row, name) for row in rows], tables.ARTICLES),
        figures=_figures(rows) if "figures" in labelled else None,
        attributions=tables.make([_attribution(*a) for a in attributions], tables.ATTRIBUTIONS)
        if has
        else None,
        attribution_spans=tables.make(
            [s for a in attributions for s in _spans(*a)], tables.ATTRIBUTION_SPANS
        )
        if has
        else None,
        typed=all("source_type" in a for _, _, a in attributions),
    )


def _row(line, where):
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where} is not JSON: {error}.") from None
    if (
        not isinstance(row, dict)
        or not row.get("article_id")
        or not isinstance(row.get("text"), str)
    ):
        raise InputError(f"{where} needs an article_id and a text.")
    ends = [f["end"] for f in row.get("figures", ())]
    ends += [
        e
        for a in row.get("attributions", ())
        for role in tables.ROLES
        for _, e in a.get(role) or ()
    ]
    if any(end > len(row["text"]) for end in ends):
        raise InputError(
            f"{where}: a label ends at character {max(ends)}, but the text has {len(row['text'])}."
        )
    return row


def _article(row, corpus):
    return {
        "article_id": row["article_id"],
        "corpus": corpus,
        "outlet": row.get("outlet") or None,
        "title": row.get("title") or None,
        "text": row["text"],
        "n_words": len(row["text"].split()),
    }


def _figures(rows):
    return tables.make(
        [
            {
                "figure_id": f"{row['article_id']}#{i}",
                "article_id": row["article_id"],
                "sentence_id": 0,
                "start": f["start"],
                "end": f["end"],
                "text": f.get("number_text") or row["text"][f["start"] : f["end"]],
                **{
                    key: f.get(key)
                    for key in (
                        "low",
                        "high",
                        "qualifier",
                        "outcome",
                        "counted",
                        "group",
                        "source",
                        "agent",
                    )
                },
                "unit": "bodies" if f.get("outcome") == "bodies_found" else "people",
                "implicit": bool(f.get("implicit")),
            }
            for row in rows
            for i, f in enumerate(row.get("figures", ()))
        ],
        tables.FIGURES,
    )


def _attribution(row, i, label):
    words = " ... ".join(row["text"][s:e] for s, e in label["content"])
    return {
        "attribution_id": f"{row['article_id']}#{i}",
        "article_id": row["article_id"],
        "sentence_id": 0,
        "kind": label.get("kind", "indirect"),
        "source": _words(row, label, "source"),
        "source_name": label.get("source_name"),
        "carrier": label.get("carrier"),
        "cue": _words(row, label, "cue"),
        "content": words,
        "source_type": label.get("source_type", "other"),
        "anonymous": False,
        "cue_stance": label.get("stance", "neutral"),
    }


def _words(row, label, role):
    return " ".join(row["text"][s:e] for s, e in label.get(role) or ()) or None


def _spans(row, i, label):
    for role in tables.ROLES:
        for start, end in label.get(role) or ():
            yield {
                "article_id": row["article_id"],
                "attribution_id": f"{row['article_id']}#{i}",
                "role": role,
                "start": start,
                "end": end,
            }
