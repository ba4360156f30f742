"""Made-up articles with marked numbers, as the tables that the comparisons of quantities read."""

import re
from itertools import count

import pandas as pd

from analysis.core import tables

PEOPLE = {"unit": "people", "outcome": "killed", "group": "unspecified", "scope": "event"}
PERCENT = {"unit": "percent", "unit_text": "%"}
DOLLARS = {"unit": "money", "unit_text": "$"}
POUNDS = {"unit": "money", "unit_text": "pounds", "currency": "GBP"}
_MARKED = re.compile(r"\[([^\]]*)\]")


def article(outlet, day, text, *columns, **of_article):
    """
    Return an article whose numbers stand in brackets, "[12] people", and the columns of each.

    A number is of quantity "q" and of people killed unless its columns say otherwise.
    """
    return {"outlet": outlet, "day": day, "text": text, "columns": columns, **of_article}


def stated(outlet, day, low, high=..., **columns):
    """Return an article that states one number; one value is both ends, ``None`` an open end."""
    ends = {"low": low, "high": low if high is ... else high}
    of_article = {key: columns.pop(key) for key in ("author", "story_id") if key in columns}
    text = columns.pop("text", "A blast killed [{}] people.").format(low or high or "dozens of")
    return article(outlet, day, text, {**ends, **columns}, **of_article)


def tables_of(*articles):
    """Return the ``figures``, ``articles`` and ``sentences`` of made-up articles."""
    figures, rows, sentences = [], [], []
    for number, one in enumerate(articles):
        article_id = one.get("article_id", f"a{number}")
        text, spans = _without_brackets(one["text"])
        rows.append(
            {
                "article_id": article_id,
                "corpus": "made up",
                "outlet": one["outlet"],
                "published": pd.Timestamp(one["day"]) if one["day"] else None,
                "published_time": one.get("time"),
                "text": text,
                "n_words": len(text.split()),
                "story_id": one.get("story_id", "s"),
                "author": one.get("author"),
                "duplicate_of": one.get("duplicate_of"),
                "update_of": one.get("update_of"),
            }
        )
        bounds = [match.span() for match in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text)]
        for sentence_id, (start, end) in enumerate(bounds):
            columns = {"sentence_id": sentence_id, "start": start, "end": end}
            sentences.append({"article_id": article_id, "in_title": False, **columns})
        names = (f"{article_id}#f{place}" for place in count())
        given = [*one["columns"], *[{}] * (len(spans) - len(one["columns"]))]
        for figure_id, (start, end), columns in zip(names, spans, given, strict=False):
            figures.append(
                {
                    "figure_id": figure_id,
                    "article_id": article_id,
                    "sentence_id": sum(last < end for _, last in bounds),
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    **_value(text[start:end]),
                    "mention": "numeral",
                    "implicit": False,
                    "quantity_id": "q",
                    **PEOPLE,
                    **columns,
                }
            )
    return (
        tables.make(figures, tables.FIGURES),
        tables.make(rows, tables.ARTICLES),
        tables.make([{**row, "share_quoted": 0.0} for row in sentences], tables.SENTENCES),
    )


def quantities(*labels, **columns):
    """Return a ``quantities`` table: quantities "q", "q1", "q2" with these labels."""
    default = {"story_id": "s", "unit": "people", "n_outlets": 1, "n_articles": 1}
    rows = [
        {**default, "quantity_id": f"q{number or ''}", "label": label, **columns}
        for number, label in enumerate(labels)
    ]
    return tables.make(rows, tables.QUANTITIES)


def _without_brackets(text):
    spans, taken = [], 0
    for match in _MARKED.finditer(text):
        start = match.start() - taken
        spans.append((start, start + len(match[1])))
        taken += 2
    return _MARKED.sub(r"\1", text), spans


def _value(words):
    number = words.replace(",", "")
    if not re.fullmatch(r"[\d.]+", number):
        return {"low": None, "high": None, "qualifier": "vague"}
    return {"low": float(number), "high": float(number), "qualifier": "exact"}
