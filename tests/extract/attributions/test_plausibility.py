"""What is an attribution: the form of cue, content and source, and how probable they are."""

from dataclasses import replace

import pytest

from analysis.extract.attributions.linker import read_weights
from analysis.extract.attributions.plausibility import (
    FEATURES,
    MIN_PROBABILITY,
    PROBE,
    Model,
    features,
    is_plausible,
    probability,
    read_model,
)
from tests.extract.attributions.marked_text import article_spans, linked_spans

WORDS = Model(0.0, {}, {"say": 2.0, "ban": -3.0}, -5.0)


def described(marked, cue=(), content=(), title_end=0, model=WORDS, p=0.99):
    _, group = linked_spans(marked)
    article = article_spans(marked, p=p)
    by_place = {(span.role, span.start): span for span in article.spans}
    group = type(group)(
        by_place.get(("cue", group.cue.start)) if group.cue else None,
        tuple(by_place["content", span.start] for span in group.contents),
        tuple(by_place["source", span.start] for span in group.sources),
    )
    return features(article, group, cue, content, title_end, read_weights(), model)


SAID = [("said", "VBD")]


def test_every_feature_has_a_value():
    values = described("<S He> <C said> <T it rained>.", SAID)
    assert set(values) == {*FEATURES, PROBE}
    assert all(isinstance(value, float) for value in values.values())


@pytest.mark.parametrize(
    ("content", "words", "form"),
    [
        ("that it rained", (), "that"),
        ("“It rains”", (), "quotation"),
        ("to leave", (), "infinitive"),
        ("it rained", [("it", "PRP"), ("rained", "VBD")], "clause"),
        ("building bridges", [("building", "VBG")], "participle"),
        ("the bridge", [("the", "DT"), ("bridge", "NN")], "noun phrase"),
    ],
)
def test_forms_of_content(content, words, form):
    values = described(f"<S He> <C said> <T {content}>.", SAID, words)
    forms = [name for name in FEATURES if name.startswith("content: ") and values[name] == 1.0]
    assert f"content: {form}" in forms


@pytest.mark.parametrize(
    ("source", "kind"),
    [("We", "first person"), ("She", "pronoun"), ("The mayor", "name"), ("Weber", "name")],
)
def test_kinds_of_source(source, kind):
    assert described(f"<S {source}> <C said> <T it rained>.", SAID)[f"source: {kind}"] == 1.0


def test_no_source_and_no_cue():
    assert described("<C said> <T it rained>.", SAID)["source: none"] == 1.0
    values = described("<S He>: <T it rained>.")
    assert values["link: no cue"] == 1.0
    assert values["cue word"] == 0.0


@pytest.mark.parametrize(
    ("cue", "name", "expected"),
    [
        ("was told", "cue: passive", 1.0),
        ("told", "cue: passive", 0.0),
        ("may say", "cue: modal", 1.0),
        ("said", "cue: modal", 0.0),
        ("didn’t say", "cue: negated", 1.0),
        ("noted", "cue: negated", 0.0),
        ("to say", "cue: infinitive", 1.0),
        ("took", "cue: infinitive", 0.0),
        ("said on air", "cue: long", 1.0),
        ("said so", "cue: long", 0.0),
        ("said that", "cue: ends in that", 1.0),
    ],
)
def test_forms_of_cue(cue, name, expected):
    assert described(f"<S He> <C {cue}> <T it rained>.")[name] == expected


def test_words_of_cues_count_by_their_lemma():
    assert described("<S He> <C said> <T it rained>.", SAID)["cue word"] == 2.0
    banned = described("<S He> <C has banned> <T it>.", [("has", "VBZ"), ("banned", "VBN")])
    assert banned["cue word"] == -3.0
    assert described("<S He> <C mended> <T it>.", [("mended", "VBD")])["cue word"] == -5.0
    assert described("<S He> <C has banned> <T it>.")["cue word"] == -3.0  # without tags


def test_the_title_is_told():
    assert described("<S He> <C said> <T it rained>.", SAID, title_end=20)["in title"] == 1.0
    assert described("<S He> <C said> <T it rained>.", SAID)["in title"] == 0.0


def test_probability_grows_with_its_features():
    model = Model(-1.0, {"cue word": 2.0}, {}, 0.0)
    values = {"cue word": 0.5}
    assert probability(values, model) == pytest.approx(0.5)
    assert is_plausible({"cue word": 3.0}, model)
    assert not is_plausible({"cue word": -3.0}, model)
    assert probability({"cue word": 1e9}, model) <= 1.0


def test_the_probe_of_a_cue_is_added_as_it_is():
    _, group = linked_spans("<S He> <C said> <T it rained>.")
    article = article_spans("<S He> <C said> <T it rained>.")
    told = replace(group, cue=replace(group.cue, probe=1.5))
    values = features(article, told, SAID, (), 0, read_weights(), WORDS)
    assert values[PROBE] == 1.5
    model = Model(-1.5, {}, {}, 0.0)
    assert probability(values, model) == pytest.approx(0.5)
    assert described("<S He>: <T it rained>.")[PROBE] == 0.0


def test_the_shipped_weights_tell_a_statement_from_an_act():
    model = read_model()
    assert set(model.weights) == set(FEATURES)
    clause = [("it", "PRP"), ("rained", "VBD")]
    said = described("<S The mayor> <C said> <T that it rained>.", SAID, clause, model=model)
    nouns = [("the", "DT"), ("label", "NN")]
    banned = described(
        "<S The court> <C banned> <T the label>.", [("banned", "VBD")], nouns, model=model, p=0.6
    )
    assert probability(said, model) > MIN_PROBABILITY > probability(banned, model)
