"""Small corpora of a few stories: who printed which number, as the tables of a run."""

from analysis.core import tables

SITE = {
    "manifest": {"corpus": "made"},
    "notebooks": [],
    "constructed": (),
    "has_evidence": True,
    "has_stories": True,
    "evidence_note": "",
}


def article(name, story, outlet, numbers=(), day="2024-05-01", **columns):
    """Return an article; ``numbers`` are pairs of the words of a quantity and a number."""
    title = columns.pop("title", f"News of {story}")
    sentences = [f"{title}.", *(f"The town counted {n} {words} that day." for words, n in numbers)]
    sentences += columns.pop("more", [])
    row = {
        "article_id": name,
        "corpus": "made",
        "outlet": outlet,
        "published": day,
        "title": title,
        "text": " ".join(sentences),
        "n_words": 10,
        "story_id": story,
        **columns,
    }
    return {"row": row, "sentences": sentences, "numbers": numbers}


def build(articles, labels=None, attributions=(), names=(), spans=(), doubtful=()):
    """
    Return the tables of a run with these articles; ``labels`` are those of stories.

    Quantities with ``doubtful`` words may be of two things.
    """
    rows = [made["row"] for made in articles]
    sentences, figures = [], []
    for made in articles:
        sentences += _sentences(made)
        figures += _figures(made)
    stories = {row["story_id"] for row in rows if row["story_id"]}
    quantities = {figure["quantity_id"]: figure for figure in figures}
    return {
        "articles": tables.make(rows, tables.ARTICLES),
        "sentences": tables.make(sentences, tables.SENTENCES),
        "figures": tables.make(figures, tables.FIGURES),
        "attributions": tables.make(list(attributions), tables.ATTRIBUTIONS),
        "attribution_spans": tables.make(list(spans), tables.ATTRIBUTION_SPANS),
        "names": tables.make(list(names), tables.NAMES),
        "agency": tables.make([], tables.AGENCY),
        "events": tables.make([], tables.EVENTS),
        "stories": tables.make(
            [_story(name, rows, labels or {}) for name in sorted(stories)], tables.STORIES
        ),
        "quantities": tables.make(
            [_quantity(name, figure, doubtful) for name, figure in quantities.items()],
            tables.QUANTITIES,
        ),
    }


def _sentences(made):
    start = 0
    rows = []
    for number, sentence in enumerate(made["sentences"]):
        end = start + len(sentence)
        rows.append(
            {
                "article_id": made["row"]["article_id"],
                "sentence_id": number,
                "start": start,
                "end": end,
                "in_title": number == 0,
            }
        )
        start = end + 1
    return rows


def _figures(made):
    article_id, text = made["row"]["article_id"], made["row"]["text"]
    rows = []
    for place, (words, number) in enumerate(made["numbers"]):
        start = text.index(f"{number} {words}")
        rows.append(
            {
                "figure_id": f"{article_id}-f{place}",
                "article_id": article_id,
                "sentence_id": place + 1,
                "start": start,
                "end": start + len(str(number)),
                "text": str(number),
                "low": number,
                "high": number,
                "qualifier": "exact",
                "unit": "things",
                "mention": "numeral",
                "implicit": False,
                "counted": words,
                "scope": "event",
                "quantity_id": f"{made['row']['story_id']}#{words}",
            }
        )
    return rows


def _story(name, rows, labels):
    own = [row for row in rows if row["story_id"] == name]
    return {
        "story_id": name,
        "label": labels.get(name, f"Label of {name}"),
        "n_articles": len(own),
        "n_outlets": len({row["outlet"] for row in own}),
    }


def _quantity(name, figure, doubtful):
    return {
        "quantity_id": name,
        "story_id": name.split("#")[0],
        "label": figure["counted"],
        "p": 0.5 if figure["counted"] in doubtful else 0.95,
        "unit": "things",
        "n_outlets": 1,
        "n_articles": 1,
    }
