"""Tables of three made articles on one fire, and rows of files of corrections of them."""

from analysis.core import tables

TEXTS = {
    "a1": "Fire kills 12 in Varn. At least 12 people died and 30 were injured, a fire chief said. "
    "The government blamed arson. Two cats were saved, and two dogs.",
    "a2": "Fire in Varn kills 14. A hospital said 14 people died. The regime denied it.",
    "a3": "Nine dead in Varn fire. Officials put the toll at nine.",
}
OUTLETS = {"a1": "Wire", "a2": "Lantern", "a3": "Post"}
MANIFEST = {"counts": {"load": {"filtered": 0}}, "parameters": {}, "rows": {}}


def span(article_id, words, number=0):
    """Return the characters of the n-th occurrence of some words."""
    start = -1
    for _ in range(number + 1):
        start = TEXTS[article_id].index(words, start + 1)
    return start, start + len(words)


def key(article_id, words, number=0):
    """Return the key of the n-th occurrence of some words."""
    start, end = span(article_id, words, number)
    return f"{article_id} [{start}:{end}] {words}"


def _sentences():
    rows = []
    for article_id, text in TEXTS.items():
        start = 0
        for number, part in enumerate(text.split(". ")):
            end = min(start + len(part) + 1, len(text))
            place = {"article_id": article_id, "sentence_id": number, "start": start, "end": end}
            rows.append({**place, "in_title": number == 0, "share_quoted": 0.0})
            start = end + 1
    return tables.make(rows, tables.SENTENCES)


def _placed(sentences, article_id, words, number=0):
    start, end = span(article_id, words, number)
    of_article = sentences.loc[sentences["article_id"].eq(article_id)]
    sentence_id = int(of_article.loc[of_article["start"].le(start), "sentence_id"].max())
    return {"article_id": article_id, "sentence_id": sentence_id, "start": start, "end": end}


def _figure(sentences, number, place, low, high=None, qualifier="exact", outcome="killed", **more):
    placed = _placed(sentences, *place)
    return {
        "figure_id": f"{place[0]}#f{number}",
        **placed,
        "text": place[1],
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "unit": "things" if outcome is None else "people",
        "mention": "numeral",
        "implicit": False,
        "outcome": outcome,
        "group": None if outcome is None else "unspecified",
        "scope": None if outcome is None else "event",
        "p": 0.9,
        **more,
    }


def made_tables():
    """Return rows of the tables of the made articles."""
    sentences = _sentences()
    articles = [
        {
            "article_id": article_id,
            "corpus": "made",
            "outlet": OUTLETS[article_id],
            "outlet_given": OUTLETS[article_id],
            "published": f"2024-03-0{number}",
            "title": text.partition(".")[0],
            "text": text,
            "n_words": len(text.split()),
            "event_id": "fire",
            "story_id": "fire-story",
            "language": "en",
        }
        for number, (article_id, text) in enumerate(TEXTS.items(), start=1)
    ]
    chief = dict(zip(("source_start", "source_end"), span("a1", "a fire chief"), strict=True))
    said = {"source": "a fire chief", **chief, "attribution_id": "a1-a0"}
    figures = [
        _figure(sentences, 0, ("a1", "12"), 12, 12),
        _figure(sentences, 1, ("a1", "12", 1), 12, None, "at_least", **said),
        _figure(sentences, 2, ("a1", "30"), 30, 30, outcome="injured", **said),
        _figure(sentences, 3, ("a1", "Two"), 2, 2, outcome=None, counted="cats", noun="cat"),
        _figure(sentences, 0, ("a2", "14"), 14, 14),
        _figure(sentences, 1, ("a2", "14", 1), 14, 14, p=0.4),
        _figure(sentences, 0, ("a3", "Nine"), 9, 9),
    ]
    content = "At least 12 people died and 30 were injured"
    attribution = {
        "attribution_id": "a1-a0",
        "article_id": "a1",
        "sentence_id": 1,
        "kind": "indirect",
        "source": "a fire chief",
        "source_name": "a fire chief",
        "cue": "said",
        "content": content,
        "source_type": "rescue_workers",
        "anonymous": True,
        "cue_stance": "neutral",
    }
    spans = [
        {"article_id": "a1", "attribution_id": "a1-a0", "role": role, "start": start, "end": end}
        for role, (start, end) in (
            ("content", span("a1", content)),
            ("source", span("a1", "a fire chief")),
            ("cue", span("a1", "said")),
        )
    ]
    government = _placed(sentences, "a1", "government")
    parties = [
        {**government, "text": "government", "kind": "government", "party": "Varnia", "p": 0.8},
        {
            **_placed(sentences, "a2", "regime"),
            "text": "regime",
            "kind": "government",
            "party": "Varnia",
            "p": 0.7,
        },
    ]
    target = {
        **government,
        "mention": "government",
        "entity": "Varnia (authorities)",
        "polarity": "negative",
        **{"p_negative": 0.7, "p_neutral": 0.2, "p_positive": 0.1},
    }
    tone = sentences.loc[:, ["article_id", "sentence_id"]].assign(
        compound=0.0, positive=0.0, neutral=1.0, negative=0.0, voice="own"
    )
    frames = [
        {
            "article_id": article_id,
            "frame": frame,
            "method": "model",
            "score": 1.0,
            "p": 0.6,
            "present": frame == "conflict",
            "certain": False,
        }
        for article_id in TEXTS
        for frame in ("conflict", "economic")
    ]
    agency = {
        **_placed(sentences, "a1", "blamed"),
        "predicate": "blame",
        "construction": "active",
        "agent": "The government",
        "agent_party": "Varnia (authorities)",
    }
    return {
        "articles": articles,
        "sentences": sentences,
        "figures": figures,
        "attributions": [attribution],
        "attribution_spans": spans,
        "parties": parties,
        "targets": [target],
        "tone": tone,
        "frames": frames,
        "agency": [agency],
    }


def all_tables():
    """Return all tables of a run on the made articles, with events and quantities."""
    from analysis.run.event_groups import find_events_or_problems
    from analysis.run.pipeline import TABLES
    from analysis.run.quantity_groups import find_quantities_or_problems

    made = made_tables()
    found = {name: tables.make(made.get(name, []), tables.ALL[name]) for name in TABLES}
    groups, _ = find_events_or_problems(found["articles"])
    found |= groups._asdict()
    inputs = (found["figures"], found["articles"], found["sentences"])
    found["figures"], found["quantities"], _ = find_quantities_or_problems(*inputs)
    return found


def row(table, where, column, new="", **more):
    """Return a row of a file of corrections."""
    base = {"table": table, "key": where, "column": column, "new": new}
    return {"coder": "AB", "day": "2026-01-02", **base, **more}


def differing(before, after):
    """Return the names of the tables that differ."""
    return {name for name in before if not before[name].equals(after[name])}


def figure_at(new, article_id, words, number=0):
    """Return the figure at a place."""
    start, _ = span(article_id, words, number)
    figures = new["figures"]
    found = figures.loc[figures["article_id"].eq(article_id) & figures["start"].eq(start)]
    assert len(found) == 1
    return found.iloc[0].where(found.iloc[0].notna(), None)
