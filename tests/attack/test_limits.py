"""Hostile articles: any characters, and long ones of one kind, end no run and lose no stage."""

import random
import time

import pandas as pd
import pytest

from analysis.annotate import tagger_model
from analysis.core import tables
from analysis.run import process_batch
from analysis.run.event_groups import find_events_or_problems
from analysis.run.quantity_groups import find_quantities_or_problems

pytestmark = pytest.mark.attack

N_STRINGS = 2_000
SECONDS = 180  # for 10,000 words, on a slow and busy machine; what never ends takes far longer
SEEDS = """
12|1²|³|½|Ⅻ|ⅻ|ſix|ſeventy|ıwo|İsrael|ßix|ﬃ|K|१२|٣٤|۵۶|㉓|𝟙𝟚|e\u0301|\u0301|\u200d|\u202e|\x00|
hundred|dozens|a|one|'|"|“|”|‘|’|(|)|[|]|-|–|—|.|,|;|:|!|?|%|$|€|#|@|/|\\|<b>|&amp;|the|army|said|
that|Omar Deeb|spokesman|according to|Reuters|he|it|accused|of|killing|in|Raqqa|on Monday|May|2014|
1,200|1.200|1 200|1'200|3-2|10:30|aged|girl|IS|US|U.S.|so-called|Israel|not|very|good|but|\t|\n|
\n\n|\r|\u2028|\u00a0|\u3000|9999999999999999999|0|00|1e9|nan|inf|-1|+12|no one|one of them
""".strip().split("|")


def hostile_text(rng):
    pieces = []
    for _ in range(rng.randint(1, 25)):
        piece = rng.choice(SEEDS)
        if rng.random() < 0.1:
            piece = chr(rng.randrange(0xD800))  # below the surrogates, which no table can hold
        pieces.append(piece)
    return rng.choice(["", " "]).join(pieces) if rng.random() < 0.2 else " ".join(pieces)


def table_of(texts):
    rows = []
    for number, text in enumerate(texts):
        row = {"article_id": f"a{number}", "corpus": "t", "outlet": f"o{number % 3}"}
        rows.append(row | {"text": text, "n_words": len(text.split())})
    return tables.make(rows, tables.ARTICLES)


@pytest.fixture
def without_model(monkeypatch):
    """Replace the model, which is slow and not what is tested, by labels at random places."""
    rng = random.Random(1)

    def labels(articles, **_options):
        spans, links, numbers = [], [], []
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
            for kind in ("source", "cue", "content", "number", "counted", "agent") * 2:
                if len(text) < 2 or len(text) > 5_000:
                    continue
                start = rng.randrange(len(text) - 1)
                end = rng.randint(start + 1, min(len(text), start + 30))
                layer = "attribution" if kind in ("source", "cue", "content") else "figure"
                span_id = f"{article_id}#{kind}{len(spans)}"
                span = {"article_id": article_id, "span_id": span_id, "layer": layer}
                spans.append(span | {"label": kind, "start": start, "end": end, "p": 0.7})
                if kind == "number":
                    facts = {"outcome": "killed", "p_outcome": 0.8, "group": "civilians"}
                    facts |= {"p_group": 0.8, "implicit": rng.random() < 0.5}
                    numbers.append({"span_id": span_id} | facts)
        return tagger_model.TaggerOutput(
            tables.make(spans, tables.TAGGER_SPANS),
            tables.make(links, tables.TAGGER_LINKS),
            tables.make(numbers, tables.TAGGER_NUMBERS),
        )

    def no_targets(*_args, **_options):
        return tables.empty(tables.TARGETS)

    monkeypatch.setattr(tagger_model, "label_articles", labels)
    monkeypatch.setattr(process_batch, "score_targets", no_targets)


def test_no_stage_fails_on_any_characters_and_offsets_hold(without_model):
    rng = random.Random(0)
    articles = table_of([hostile_text(rng) for _ in range(N_STRINGS)])
    made = process_batch.process_batch(articles).tables
    failed = made["problems"].loc[made["problems"]["stage"] != process_batch.NOTE_STAGE]
    assert failed["reason"].tolist() == []
    text_of = dict(zip(articles["article_id"], articles["text"], strict=True))
    for name in ("figures", "names"):
        table = made[name]
        columns = (table[column] for column in ("article_id", "start", "end", "text"))
        for article_id, start, end, text in zip(*columns, strict=True):
            assert text_of[article_id][start:end] == text
    for role in ("source", "agent"):
        named = made["figures"].dropna(subset=[f"{role}_start"])
        columns = ("article_id", f"{role}_start", f"{role}_end", role)
        for article_id, start, end, text in zip(*(named[c] for c in columns), strict=True):
            assert text_of[article_id][int(start) : int(end)] == text
    _compare(articles, made)


def _compare(articles, made):
    """Find events, stories and quantities; every article and every figure is in one."""
    found, event_problems = find_events_or_problems(articles)
    assert pd.notna(found.articles[["event_id", "story_id"]]).all(axis=None)
    assert len(found.events)
    figures, _, problems = find_quantities_or_problems(
        made["figures"], found.articles, made["sentences"]
    )
    assert [*event_problems["reason"], *problems["reason"]] == []
    assert pd.notna(figures.loc[figures["mention"] != "named", "quantity_id"]).all()


LONG = {
    "a list of numbers": "12, 13, 14, 2,000, " * 2_500,
    "a list of casualties": "12 killed, 3 people and 5 others wounded, " * 1_400,
    "one token": "abcde" * 200_000,
    "one number": "1" * 60_000 + " people were killed",
    "numbers between spaces": "12" + " " * 60_000 + "people" + " " * 60_000 + "were killed",
    "line ends": "Girl" + "\n" * 60_000 + "killed",
    "quotation marks": '"' * 20_000 + "“he said 12" * 3_000,
    "opening brackets": "12 (" * 15_000,
    "capitals": "Omar Deeb of Raqqa and " * 2_500,
    "hyphens": "-" * 50_000 + "12-" * 10_000,
    "number words": "hundred million and twenty " * 2_500,
    "one sentence": "the army killed people and Israel bombed not so good " * 1_000,
    "dots": "." * 50_000 + "U.S." * 10_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_article_is_read_in_bounded_time(without_model, name):
    articles = table_of([LONG[name], "Twelve people were killed on Monday."])
    start = time.process_time()
    made = process_batch.process_batch(articles).tables
    _compare(articles, made)
    assert time.process_time() - start < SECONDS
    failed = made["problems"].loc[made["problems"]["stage"] != process_batch.NOTE_STAGE]
    assert failed["reason"].tolist() == []


def test_a_number_of_many_digits_is_told_and_events_are_found(without_model):
    text = "9" * 400 + " people were killed in Raqqa. At least 12 died."
    articles = table_of([text, text])
    made = process_batch.process_batch(articles).tables
    assert made["figures"]["low"].max() < 1e15
    assert made["problems"]["article_id"].unique().tolist() == ["a0", "a1"]
    _compare(articles, made)
