"""The reader's spans lie where they say, whatever the text; and it finds what a reader would."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import tagger_model
from analysis.core import tables
from analysis.neural.label_scheme import TAGS, VECTOR_SIZE, VECTORS
from analysis.neural.load import load


class Guessing:
    """A model that reads with the real tokenizer and labels by chance: odd shapes come up often."""

    batch = 3

    def __init__(self, seed=0):
        self.real, self.rng = load("tagger"), np.random.default_rng(seed)
        self.start, self.end, self.longest = self.real.start, self.real.end, 0

    def tokens(self, text):
        return self.real.tokens(text)

    def tag(self, rows):
        longest = max(map(len, rows))
        self.longest = max(self.longest, longest)
        size = sum(map(len, TAGS.values()))
        return (
            self.rng.normal(0, 2, (len(rows), longest, size)).astype(np.float32),
            self.rng.normal(0, 1, (len(rows), longest, len(VECTORS) * VECTOR_SIZE)).astype(
                np.float32
            ),
        )


def articles_of(*texts):
    # object: what pandas calls str cannot hold a lone surrogate
    return pd.DataFrame(
        {"article_id": [f"a{i}" for i in range(len(texts))], "text": pd.Series(texts, dtype=object)}
    )


def check(reading, texts):
    spans = reading.spans
    for (article, _, _), own in spans.groupby(["article_id", "layer", "label"]):
        text = texts[int(article[1:])]
        assert ((own.start >= 0) & (own.start < own.end) & (own.end <= len(text))).all()
        assert (
            own.start.to_numpy()[1:] >= own.end.to_numpy()[:-1]
        ).all()  # in order, no overlap within a label
    known = set(spans.span_id)
    assert (
        set(reading.links.from_id) | set(reading.links.to_id) | set(reading.numbers.span_id)
        <= known
    )
    assert set(reading.numbers.span_id) == set(spans.span_id[spans.label == "number"])


odd = st.text(st.characters(), max_size=80) | st.text(
    "‏אبй\U0001f600\ud800\udfff\"“'.,7 \n<>&", max_size=200
)


@given(st.lists(odd, max_size=3), st.integers(0, 5))
@settings(max_examples=40)
def test_spans_lie_inside_any_text(texts, seed):
    check(tagger_model.label_articles(articles_of(*texts), model=Guessing(seed)), texts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "x" * 3000,
        "7" * 500,
        '"' * 10_000,
        "<p>Two <b>men</b></p>" * 20,
        "\ud83d alone",
        "\udc00\ud800",
        "مقتل 12 شخصا",
        "e\u0301" * 200,
        "\x00\x01",
        "ﷺ" * 300,
    ],
)
def test_odd_texts(text):
    check(tagger_model.label_articles(articles_of(text), model=Guessing()), [text])


def test_nothing_gives_empty_tables_with_all_columns():
    reading = tagger_model.label_articles(articles_of("", None))
    assert [len(t) for t in reading] == [0, 0, 0]
    assert list(reading.links) == list(tables.TAGGER_LINKS.columns)


def test_input_is_unchanged():
    articles = articles_of("Police said two men were killed.")
    before = articles.copy(deep=True)
    tagger_model.label_articles(articles)
    pd.testing.assert_frame_equal(articles, before)


def test_a_long_text_is_cut_between_sentences_and_read_in_windows():
    text = "Officials said nine people died. " * 4000
    cuts = list(tagger_model._pieces(text))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(text)
    assert all(
        a[1] == b[0] and text[: a[1]].endswith(". ") for a, b in zip(cuts, cuts[1:], strict=False)
    )
    model = Guessing()
    assert len(list(tagger_model.run_model(["a"], [text[:90_000]], model))) == 3
    assert model.longest <= tagger_model.INSIDE + 2


def test_windows_overlap_and_every_token_has_one_home():
    piece = tagger_model.Passage("a", np.arange(1000), np.zeros((1000, 2)))
    assert piece.starts[0] == 0
    assert piece.ends[-1] == 1000
    assert (piece.ends[:-1] - piece.starts[1:] >= tagger_model.OVERLAP).all()
    homes = [piece.home(t) for t in range(1000)]
    assert homes == sorted(homes)
    assert all(piece.starts[h] <= t < piece.ends[h] for t, h in enumerate(homes))


def words(articles, reading, label, layer):
    chosen = reading.spans[(reading.spans.label == label) & (reading.spans.layer == layer)]
    text = articles.set_index("article_id").text
    return [text[s.article_id][s.start : s.end] for s in chosen.itertuples()]


def test_it_reads_an_attribution_and_links_it():
    articles = articles_of("The ministry of health said that the water was safe to drink.")
    reading = tagger_model.label_articles(articles)
    assert words(articles, reading, "source", "attribution") == ["The ministry of health"]
    assert words(articles, reading, "cue", "attribution") == ["said"]
    assert words(articles, reading, "content", "attribution")[0].endswith(
        "the water was safe to drink"
    )
    cue = reading.spans.span_id[reading.spans.label == "cue"].iloc[0]
    assert set(reading.links.to_id[reading.links.p > 0.5]) >= {cue}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "At least 14 people were killed and 30 wounded when a bomb exploded in the market.",
            ["14", "30"],
        ),
        ("Dozens of villagers were killed in the shelling of the town on Monday.", ["Dozens"]),
        ("The team won 14 matches and sold 30 tickets.", []),
        ("The bill passed by 52 votes to 48 and will cost 9 million dollars.", []),
        ("He was 63 years old and lived at 12 Mill Road.", []),
    ],
)
def test_casualty_numbers(text, numbers):
    articles = articles_of(text)
    found = words(articles, tagger_model.label_articles(articles), "number", "figure")
    # the label of "of" wavers; extraction drops it
    assert [w.removesuffix(" of") for w in found if w != "of"] == numbers


def test_outcomes_of_numbers():
    numbers = tagger_model.label_articles(
        articles_of("A bomb killed 14 people and wounded 30 others in the market.")
    ).numbers
    assert list(numbers.outcome) == ["killed", "injured"]


def test_an_article_reads_the_same_beside_any_other():
    texts = [
        "Police said 14 people were killed. “It was loud,” said Mr Okafor.",
        "Prices rose. " * 400,
        "Nothing.",
    ]
    alone, beside = (tagger_model.label_articles(articles_of(*t)) for t in (texts[:1], texts))
    for one, other in zip(alone, beside, strict=True):
        key = "span_id" if "span_id" in one else "from_id"
        pd.testing.assert_frame_equal(
            one, other[other[key].str.startswith("a0#")].reset_index(drop=True)
        )


def test_order_of_articles_does_not_matter():
    texts = [
        "The governor said the road was closed.",
        "A blast killed 12 people, police said.",
        "Nothing.",
    ]
    one = tagger_model.label_articles(articles_of(*texts))
    other = tagger_model.label_articles(articles_of(*texts)[::-1])
    key = ["article_id", "label", "start", "end"]
    pd.testing.assert_frame_equal(
        one.spans[key].sort_values(key).reset_index(drop=True),
        other.spans[key].sort_values(key).reset_index(drop=True),
    )
