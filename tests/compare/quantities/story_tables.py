"""Tables of small invented stories: articles with their statements, and the quantities found."""

import re

import pandas as pd

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.statements import in_reading_order, statements_of

FIGURE = {
    "qualifier": "exact",
    "qualifier_text": None,
    "unit": "things",
    "unit_text": None,
    "currency": None,
    "noun": None,
    "whose": None,
    "change": None,
    "mention": "numeral",
    "implicit": False,
    "outcome": None,
    "counted": None,
    "group": None,
    "source": None,
    "agent": None,
    "part_of": None,
    "scope": None,
    "p": 0.95,
    "p_counted": None,
    "rules": None,
}
PERSONS = {"unit": "people", "noun": "person", "group": "unspecified", "scope": "event"}


def killed(**changes):
    """Return the columns of people killed."""
    return PERSONS | {"outcome": "killed", "counted": "people"} | changes


def injured(**changes):
    """Return the columns of people injured."""
    return PERSONS | {"outcome": "injured", "counted": "people"} | changes


def dollars(counted, **changes):
    """Return the columns of a sum in dollars."""
    noun = counted.split()[-1]
    return {"unit": "money", "unit_text": "$", "counted": counted, "noun": noun} | changes


def percent(counted, **changes):
    """Return the columns of a percentage."""
    noun = counted.split()[-1]
    return {"unit": "percent", "unit_text": "%", "counted": counted, "noun": noun} | changes


def story(*articles, story_id="s1"):
    """
    Return figures, articles and sentences of one story.

    Each article is a text whose numbers stand in square brackets, as "[12] people", and the columns
    of each of them; the number itself is ``low`` and ``high`` unless they are given.
    """
    figures, rows, sentences = [], [], []
    for number, (text, *columns) in enumerate(articles):
        article_id = f"{story_id}-{number}"
        plain, spans = _without_brackets(text)
        rows.append(
            {
                "article_id": article_id,
                "outlet": f"outlet {number}",
                "published": pd.Timestamp("2021-03-01") + pd.Timedelta(days=number // 2),
                "title": None,
                "text": plain,
                "story_id": story_id,
                "event_id": story_id,
            }
        )
        bounds = _sentences(plain)
        for sentence_id, (start, end) in enumerate(bounds):
            sentences.append(
                {
                    "article_id": article_id,
                    "sentence_id": sentence_id,
                    "start": start,
                    "end": end,
                    "in_title": False,
                }
            )
        for place, ((start, end), given) in enumerate(zip(spans, columns, strict=True)):
            value = _value(plain[start:end])
            figures.append(
                FIGURE
                | {
                    "figure_id": f"{article_id}#f{place}",
                    "article_id": article_id,
                    "sentence_id": sum(end_of < end for _, end_of in bounds),
                    "start": start,
                    "end": end,
                    "text": plain[start:end],
                    "low": value,
                    "high": value,
                }
                | given
            )
    frame = pd.DataFrame(figures, columns=["figure_id", "article_id", *_others(figures)])
    return frame.astype({"low": float, "high": float}), pd.DataFrame(rows), pd.DataFrame(sentences)


def _others(figures):
    return [name for name in figures[0] if name not in ("figure_id", "article_id")]


def _without_brackets(text):
    spans = []
    plain = ""
    for piece in re.split(r"(\[.*?\])", text):
        if piece.startswith("["):
            spans.append((len(plain), len(plain) + len(piece) - 2))
            piece = piece[1:-1]
        plain += piece
    return plain, spans


def _sentences(text):
    return [match.span() for match in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text)]


def _value(words):
    number, _, scale = words.replace(",", "").partition(" ")
    if not re.fullmatch(r"[\d.]+", number):
        return None
    return float(number) * {"": 1, "million": 1e6, "billion": 1e9}[scale]


def found(*articles):
    """Return for each figure in order a letter of its quantity: "aab"."""
    figures, _ = find_quantities(*story(*articles))
    letters = {}
    for quantity_id in figures["quantity_id"]:
        letters.setdefault(quantity_id, "abcdefghij"[len(letters)])
    return "".join(letters[quantity_id] for quantity_id in figures["quantity_id"])


def statements(*articles):
    """Return the statements of a story: articles as in ``story``."""
    figures, rows, sentences = story(*articles)
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    return statements_of(in_reading_order(figures, rows), texts, sentences)
