"""Spans are where they say, whatever the text, and the model finds what a person would."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate import tagger_model
from analysis.annotate.passages import INSIDE
from analysis.annotate.probe import Probe
from analysis.core import tables
from analysis.neural.label_scheme import SCHEME, TAGS, VECTOR_SIZE, VECTORS, Scheme
from analysis.neural.load import load_tagger

N_LABELS = sum(map(len, TAGS.values()))
NEW_LABELS = ("named", "quantity", "unit", "change", "measured")


class RandomModel:
    """A model with the real tokenizer and random outputs, which make odd sequences common."""

    batch = 3
    scheme = SCHEME

    def __init__(self, seed=0):
        self.real = load_tagger()
        self.rng = np.random.default_rng(seed)
        self.start, self.end = self.real.start, self.real.end
        self.longest = 0

    def tokens(self, text):
        return self.real.tokens(text)

    def tag(self, rows):
        shape = (len(rows), max(map(len, rows)))
        self.longest = max(self.longest, shape[1])
        tags = self.rng.normal(0, 2, (*shape, N_LABELS)).astype(np.float32)
        vectors = self.rng.normal(0, 1, (*shape, len(VECTORS) * VECTOR_SIZE)).astype(np.float32)
        return tags, vectors, np.zeros((*shape, 3), np.float32)


def articles_of(*texts):
    # The dtype is object because the str dtype of pandas cannot contain a lone surrogate.
    ids = [f"a{number}" for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": pd.Series(texts, dtype=object)})


def check(output, texts):
    spans = output.spans
    for (article_id, _, _), same_label in spans.groupby(["article_id", "layer", "label"]):
        starts, ends = same_label["start"].to_numpy(), same_label["end"].to_numpy()
        assert (starts >= 0).all()
        assert (starts < ends).all()
        assert (ends <= len(texts[int(article_id[1:])])).all()
        assert (starts[1:] >= ends[:-1]).all()  # in order and without overlap
    linked = {*output.links["from_id"], *output.links["to_id"]}
    assert linked <= set(spans["span_id"])
    numbers = spans["span_id"][spans["label"].isin(["number", "named", "quantity"])]
    assert set(output.numbers["span_id"]) == set(numbers)
    assert (output.links["p"] >= tagger_model.LEAST_PROBABLE_LINK).all()


any_character = st.text(st.characters(), max_size=80)
troublesome = st.text("‏אبй\U0001f600\ud800\udfff\"“'.,7 \n<>&", max_size=200)


@given(st.lists(any_character | troublesome, max_size=3), st.integers(0, 5))
@settings(max_examples=40)
def test_spans_are_inside_any_text(texts, seed):
    check(tagger_model.label_articles(articles_of(*texts), model=RandomModel(seed)), texts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "x" * 3000,
        "7" * 500,
        '"' * 2_000,
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
    check(tagger_model.label_articles(articles_of(text), model=RandomModel()), [text])


def test_texts_without_words_give_empty_tables_with_all_columns():
    output = tagger_model.label_articles(articles_of("", None))
    assert [len(table) for table in output] == [0, 0, 0]
    assert list(output.links) == list(tables.TAGGER_LINKS.columns)


def test_the_input_is_not_changed():
    articles = articles_of("Police said two men were killed.")
    before = articles.copy(deep=True)
    tagger_model.label_articles(articles)
    pd.testing.assert_frame_equal(articles, before)


def test_a_long_text_is_read_in_windows():
    text = "Officials said nine people died. " * 300
    model = RandomModel()
    check(tagger_model.label_articles(articles_of(text), model=model), [text])
    assert INSIDE / 2 < model.longest <= INSIDE + 2


class ScriptedModel:
    """
    A model that splits text at spaces and returns the given labels and links.

    A link gives two of a token's vectors a large product; the vectors of the start token, which
    mean that there is nothing to link to, are zero.
    """

    batch = 1
    scheme = SCHEME
    start = end = 0

    def __init__(self, labels, links=()):
        self.labels = labels
        self.links = links

    def tokens(self, text):
        ends = np.cumsum([len(word) + 1 for word in text.split(" ")]) - 1
        starts = [0, *(ends[:-1] + 1)]
        return np.arange(len(ends)), np.column_stack([starts, ends])

    def tag(self, rows):
        (row,) = rows
        tags = np.zeros((1, len(row), N_LABELS))
        for name, columns in SCHEME.tag_columns().items():
            tags[0, :, columns.start] = 5.0
            for token, label in self.labels.get(name, {}).items():
                tags[0, token + 1, columns.start] = 0.0
                tags[0, token + 1, columns.start + TAGS[name].index(label)] = 5.0
        vectors = np.zeros((1, len(row), len(VECTORS), VECTOR_SIZE))
        for axis, (from_name, from_token, to_name, to_token, score) in enumerate(self.links):
            vectors[0, from_token + 1, VECTORS.index(from_name), axis] = score
            vectors[0, to_token + 1, VECTORS.index(to_name), axis] = VECTOR_SIZE**0.5
        middle = np.arange(len(row), dtype=float)[None, :, None]
        return tags, vectors.reshape(1, len(row), -1), middle


def output_of(text, labels, links=()):
    output = tagger_model.label_articles(articles_of(text), model=ScriptedModel(labels, links))
    text_of = {span.span_id: text[span.start : span.end] for span in output.spans.itertuples()}
    linked = {}
    for link in output.links.itertuples():
        linked[text_of[link.from_id], text_of[link.to_id]] = round(link.p, 2)
    return output, linked


QUOTE = "Police said two men died and fled"
QUOTE_LABELS = {
    "attribution": {
        0: "B-source",
        1: "B-cue",
        2: "B-content",
        3: "I-content",
        4: "I-content",
    }
}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        # no evidence: as probable as no link at all
        ([], {("two men died", "said"): 0.5, ("Police", "said"): 0.5}),
        (
            [("content_first", 2, "content_cue", 1, 2.0)],
            {("two men died", "said"): 0.88, ("Police", "said"): 0.5},
        ),
        (
            [("content_last", 4, "content_cue", 1, 2.0)],
            {("two men died", "said"): 0.88, ("Police", "said"): 0.5},
        ),
        (
            [("source_cue", 1, "source_first", 0, 2.0)],
            {("two men died", "said"): 0.5, ("Police", "said"): 0.88},
        ),
        (
            [("source_cue", 1, "source_last", 0, -2.0)],
            {("two men died", "said"): 0.5, ("Police", "said"): 0.12},
        ),
        # less than LEAST_PROBABLE_LINK
        ([("source_cue", 1, "source_last", 0, -3.0)], {("two men died", "said"): 0.5}),
    ],
)
def test_links_of_attributions(links, expected):
    output, linked = output_of(QUOTE, QUOTE_LABELS, links)
    assert linked == expected
    assert output.spans["label"].tolist() == ["source", "cue", "content"]
    assert output.spans["layer"].unique().tolist() == ["attribution"]
    assert len(output.numbers) == 0


def test_the_probe_is_asked_about_the_tokens_of_a_cue(monkeypatch):
    probe = Probe(np.array([2.0]), -1.0)
    monkeypatch.setattr(tagger_model, "read_probe", lambda: probe)
    labels = {"attribution": {0: "B-source", 1: "B-cue", 2: "I-cue", 3: "B-content"}}
    states = {}
    spans = tagger_model.label_articles(
        articles_of("she has said so"), model=ScriptedModel(labels), states=states
    ).spans
    cue = spans[spans["label"] == "cue"].iloc[0]
    assert cue["probe"] == 2 * 2.5 - 1  # the tokens after the start token are numbered 2 and 3
    assert states[cue["span_id"]].tolist() == [2.5]
    assert spans.loc[spans["label"] != "cue", "probe"].isna().all()


def test_a_model_of_another_width_is_not_probed():
    labels = {"attribution": {0: "B-source", 1: "B-cue", 2: "B-content"}}
    spans = tagger_model.label_articles(
        articles_of("she said so"), model=ScriptedModel(labels)
    ).spans
    assert spans["probe"].isna().all()


def test_begin_costs_probability_so_that_a_content_stays_whole():
    model = ScriptedModel({"attribution": {0: "B-content", 1: "B-content"}})
    spans = tagger_model.label_articles(articles_of("one two"), model=model).spans
    assert len(spans) == 2  # clearly two
    tags, *others = model.tag([[0, 1, 2, 0]])
    columns = SCHEME.tag_columns()["attribution"]
    inside = columns.start + TAGS["attribution"].index("I-content")
    tags[0, 2, inside] = 4.5  # half a unit less than a second begin
    model.tag = lambda rows: (tags, *others)
    spans = tagger_model.label_articles(articles_of("one two"), model=model).spans
    assert spans["end"].tolist() == [7]


FIGURE = "blast killed 14 people in towns and wounded men"
FIGURE_LABELS = {
    "number": {2: "B-number"},
    "outcome": {2: "injured"},
    "group": {2: "women"},
    "role": {0: "B-agent", 3: "B-counted", 8: "B-counted"},
}


def test_links_and_facts_of_figures():
    output, linked = output_of(FIGURE, FIGURE_LABELS)
    # Without evidence, a span is less probable the more tokens (1, 0 and 5) are in between.
    assert linked == {
        ("14", "blast"): 0.33,
        ("14", "people"): 0.46,
        ("14", "men"): 0.08,
    }
    (number,) = output.numbers.itertuples(index=False)
    assert (number.outcome, number.group, number.implicit) == ("injured", "women", False)
    n_outcomes, n_groups = len(TAGS["outcome"]), len(TAGS["group"])
    assert number.p_outcome == pytest.approx(np.exp(5) / (np.exp(5) + n_outcomes - 1))
    assert number.p_group == pytest.approx(np.exp(5) / (np.exp(5) + n_groups - 1))
    assert output.spans["span_id"].tolist() == [
        "a0#fag0-5",
        "a0#fnu13-15",
        "a0#fco16-22",
        "a0#fco44-47",
    ]


@pytest.mark.parametrize(
    ("link", "pair", "p"),
    [
        (("counted_first_from", 2, "counted_first_to", 3, 2.0), ("14", "people"), 0.86),
        (("counted_last_from", 2, "counted_last_to", 8, 4.0), ("14", "men"), 0.82),
        (("agent_first_from", 2, "agent_first_to", 0, 2.0), ("14", "blast"), 0.79),
        (("agent_last_from", 2, "agent_last_to", 0, -1.0), ("14", "blast"), 0.16),
    ],
)
def test_evidence_for_links_of_figures(link, pair, p):
    _, linked = output_of(FIGURE, FIGURE_LABELS, [link])
    assert linked[pair] == p


QUANTITY = "Boeing cut output by ten planes and Ana Ruiz died"
QUANTITY_LABELS = {
    "quantity": {4: "B-quantity"},
    "measured": {0: "B-whose", 5: "B-counted"},
    "unit": {4: "things"},
    "change": {4: "down"},
    "named": {7: "B-named", 8: "I-named"},
    "outcome": {7: "killed"},
}


def test_quantities_and_named_persons_are_numbers_with_facts_of_their_own():
    output, linked = output_of(QUANTITY, QUANTITY_LABELS)
    assert set(linked) == {("ten", "Boeing"), ("ten", "planes")}
    facts = output.numbers.set_index("span_id")
    assert facts.loc["a0#qqu21-24", ["unit", "change"]].tolist() == ["things", "down"]
    assert facts.loc["a0#fna36-44", "outcome"] == "killed"
    assert facts.loc["a0#fna36-44", "change"] is None or pd.isna(facts.loc["a0#fna36-44", "change"])


def test_a_model_without_the_new_labels_says_nothing_of_them():
    class Earlier(ScriptedModel):
        scheme = Scheme(
            {name: labels for name, labels in TAGS.items() if name not in NEW_LABELS}, VECTORS
        )

        def tag(self, rows):
            tags, *others = super().tag(rows)
            return tags[..., : self.scheme.tag_columns()["role"].stop], *others

    model = Earlier(QUANTITY_LABELS | {"number": {4: "B-number"}})
    output = tagger_model.label_articles(articles_of(QUANTITY), model=model)
    assert output.spans["label"].tolist() == ["number"]
    assert output.numbers[["unit", "p_unit", "change", "p_change"]].isna().all(axis=None)


def test_an_implicit_number_is_marked():
    labels = FIGURE_LABELS | {"implicit": {2: "implicit"}}
    output, _ = output_of(FIGURE, labels)
    assert output.numbers["implicit"].tolist() == [True]


def test_spans_in_different_windows_are_not_linked():
    n_words = 2 * INSIDE
    text = " ".join(["word"] * n_words)

    class FarCue(ScriptedModel):
        def tag(self, rows):
            # The first window has the source, the last one the cue.
            if rows[0][1] == 0:
                self.labels = {"attribution": {0: "B-source"}}
            elif rows[0][-2] == n_words - 1:
                self.labels = {"attribution": {len(rows[0]) - 3: "B-cue"}}
            else:
                self.labels = {}
            return super().tag(rows)

    output = tagger_model.label_articles(articles_of(text), model=FarCue({}))
    assert output.spans["label"].tolist() == ["source", "cue"]
    assert output.links.empty


def words_of(articles, output, label, layer):
    spans = output.spans
    chosen = spans[(spans["label"] == label) & (spans["layer"] == layer)]
    text_of = articles.set_index("article_id")["text"]
    return [text_of[span.article_id][span.start : span.end] for span in chosen.itertuples()]


def test_the_model_finds_an_attribution_and_its_links():
    articles = articles_of("The ministry of health said that the water was safe to drink.")
    output = tagger_model.label_articles(articles)
    assert words_of(articles, output, "source", "attribution") == ["The ministry of health"]
    assert words_of(articles, output, "cue", "attribution") == ["said"]
    (content,) = words_of(articles, output, "content", "attribution")
    assert content.endswith("the water was safe to drink")
    cue = output.spans["span_id"][output.spans["label"] == "cue"].iloc[0]
    assert cue in set(output.links["to_id"][output.links["p"] > 0.5])


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
def test_the_model_finds_casualty_numbers(text, numbers):
    articles = articles_of(text)
    found = words_of(articles, tagger_model.label_articles(articles), "number", "figure")
    # The label of "of" varies; extraction removes it.
    assert [word.removesuffix(" of") for word in found if word != "of"] == numbers


def test_the_model_finds_outcomes():
    text = "A bomb killed 14 people and wounded 30 others in the market."
    output = tagger_model.label_articles(articles_of(text))
    casualties = output.spans.loc[output.spans["label"].eq("number"), "span_id"].tolist()
    outcomes = output.numbers.set_index("span_id")["outcome"]
    assert outcomes.loc[casualties].tolist() == ["killed", "injured"]


def test_the_labels_of_an_article_do_not_depend_on_other_articles():
    texts = [
        "Police said 14 people were killed. “It was loud,” said Mr Okafor.",
        "Prices rose. " * 400,
        "Nothing.",
    ]
    alone = tagger_model.label_articles(articles_of(texts[0]))
    together = tagger_model.label_articles(articles_of(*texts))
    for table_alone, table_together in zip(alone, together, strict=True):
        key = "span_id" if "span_id" in table_alone else "from_id"
        of_first = table_together[table_together[key].str.startswith("a0#")]
        pd.testing.assert_frame_equal(table_alone, of_first.reset_index(drop=True))


def test_the_order_of_articles_does_not_matter():
    texts = [
        "The governor said the road was closed.",
        "A blast killed 12 people, police said.",
        "Nothing.",
    ]
    key = ["article_id", "label", "start", "end"]
    sorted_spans = []
    for articles in (articles_of(*texts), articles_of(*texts)[::-1]):
        spans = tagger_model.label_articles(articles).spans
        sorted_spans.append(spans[key].sort_values(key).reset_index(drop=True))
    pd.testing.assert_frame_equal(*sorted_spans)
