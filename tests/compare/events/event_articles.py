"""Made-up articles about a few events, for the tests of this folder."""

import pandas as pd

from analysis.core.tables import ARTICLES, FIGURES, make

COLLAPSE = (
    "A railway bridge collapsed in Velmora on Friday and 14 passengers were killed, "
    "the transport ministry said."
)
BRIDGE = [
    ("a1", "north", "2020-05-01", "Bridge collapse kills 14 in Velmora", COLLAPSE),
    (
        "a2",
        "south",
        "2020-05-02",
        "Fourteen dead after Velmora railway bridge falls",
        "Fourteen passengers died when the railway bridge at Velmora fell into the river, "
        "rescue workers said.",
    ),
    (
        "a3",
        "west",
        "2020-05-04",
        "Velmora bridge: minister resigns",
        "The transport minister resigned over the collapse of the Velmora railway bridge "
        "that killed 14 passengers.",
    ),
]
OTHERS = [
    (
        "b1",
        "north",
        "2020-05-02",
        "Flood cuts off three valleys in Tarrin",
        "Heavy rain flooded the valleys of Tarrin on Saturday and left villages without power, "
        "officials said.",
    ),
    (
        "b2",
        "south",
        "2020-05-03",
        "Tarrin valleys without power after flood",
        "Villages in the flooded valleys of Tarrin had no power for a second day after heavy rain.",
    ),
    (
        "c1",
        "west",
        "2020-05-02",
        "Parliament passes budget",
        "Parliament passed the yearly budget after a long debate on pensions and taxes.",
    ),
    ("d1", "north", "2020-09-20", "Bridge collapse kills 14 in Velmora", COLLAPSE),
]


def articles(rows=None, **columns):
    """Return an articles table; further columns are dicts by article_id."""
    names = ["article_id", "outlet", "published", "title", "text"]
    frame = pd.DataFrame(BRIDGE + OTHERS if rows is None else rows, columns=names)
    for column, values in columns.items():
        frame[column] = frame["article_id"].map(values)
    return make(frame.assign(corpus="test", n_words=20), ARTICLES)


def figures(*rows, **columns):
    """Return a figures table from (article, start, count)."""
    common = {
        "sentence_id": 0,
        "text": "14",
        "qualifier": "exact",
        "unit": "people",
        "mention": "numeral",
        "implicit": False,
        "outcome": "killed",
    }
    records = []
    for article_id, start, count in rows:
        row = {
            "figure_id": f"{article_id}-{start}",
            "article_id": article_id,
            "start": start,
            "end": start + 2,
            "low": count,
            "high": count,
        }
        records.append(common | row | columns)
    return make(records, FIGURES)
