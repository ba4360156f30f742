"""Accuracy is told of the labelled articles nearest to a corpus, never of the sample's."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.core import tables
from analysis.evaluate.accuracy import read_accuracy
from analysis.evaluate.nearest_labels import TOLD_AS_DIFFERENT, accuracy_sentence, kind_of_corpus

WAR = (
    "Rebels shelled the army in the hills of Tarrin, and 12 civilians died.",
    "A ceasefire ended the siege, the opposition said.",
    "Warplanes of the regime struck the insurgents: 4 fighters were killed.",
)
OTHER = (
    "A gunman killed six people at a school, the sheriff said.",
    "The hurricane killed 12 people in two states.",
    "Missiles struck a flat in the capital; 20 people died, the mayor said.",
    "The army brought food to the flooded towns, where 31 people died.",
    "Police shot eight protesters, and the opposition called a strike.",
    "Migrants drowned off the coast; the coast guard found seven bodies.",
)


def run(n_articles, *outcomes, texts=WAR):
    """Return a run in which each outcome is a figure of another article."""
    figures = pd.DataFrame(
        {"article_id": [f"a{i}" for i in range(len(outcomes))], "outcome": list(outcomes)}
    )
    return SimpleNamespace(
        articles=pd.DataFrame(
            {
                "article_id": [f"a{i}" for i in range(n_articles)],
                "text": [texts[i % len(texts)] for i in range(n_articles)],
            }
        ),
        figures=figures,
        corrections=tables.make([], tables.CORRECTIONS),
    )


@pytest.mark.parametrize(
    ("given", "corpus", "kind"),
    [
        (run(4, "killed", "injured"), "my articles", "reports of the war in Syria"),
        (run(6, *["killed"] * 6, texts=WAR + OTHER[:3]), "mine", "reports of the war in Syria"),
        (run(1200, *["killed"] * 700), "mine", "reports of the war in Syria"),
        (run(4, *["killed"] * 4, texts=OTHER), "my articles", "news of many kinds"),
        (run(8, *["killed"] * 8, texts=OTHER + WAR[:1]), "my articles", "news of many kinds"),
        (run(4, "killed", None, None), "my articles", "news of many kinds"),
        (run(4, "displaced", "other", "rescued"), "my articles", "news of many kinds"),
        (run(0), "my articles", "news of many kinds"),
        (run(4, "killed", "killed", "killed"), "embedded", "the constructed sample itself"),
    ],
)
def test_kinds(given, corpus, kind):
    assert kind_of_corpus(given, corpus) == kind


@pytest.mark.parametrize("text", OTHER)
def test_harm_alone_is_no_war(text):
    given = run(2, "killed", "killed", texts=[text])
    assert kind_of_corpus(given, "mine") == "news of many kinds"


def test_the_sentence_counts_of_a_hundred():
    stored = pd.DataFrame(
        {
            "task": "figures",
            "measure": ["record: all", "attribution: source", "record: all"],
            "value": [0.842, 0.83, 0.99],
            "articles": [61, 61, 30],
            "labels": ["other_news/dev", "other_news/dev", "sample/labels"],
        }
    )
    sentence = accuracy_sentence(run(4), "mine", "figures", "attributions", stored=stored)
    assert sentence == (
        "About 84 of 100 figures are found and right in value, unit, and outcome, 83 of 100 of "
        "their sources (F1 on 61 labelled articles: news of many kinds). How many attributions are "
        "right was not measured on such articles."
    )


def test_what_was_read_on_articles_unlike_any_labelled_ones_is_told_of_such():
    stored = pd.DataFrame(
        {
            "task": "figures",
            "measure": [
                "record: all",
                "outcome: right of those read, before tuning",
                "scope: right of those told as the event's",
            ],
            "value": [0.84, 0.863, 0.822],
            "articles": [61, 321, 321],
            "labels": ["other_news/dev", *["labels/outcomes_and_scopes"] * 2],
        }
    )
    sentence = accuracy_sentence(run(4), "mine", "figures", stored=stored)
    assert sentence.endswith(
        "Of figures of people harmed in 321 other articles 86 of 100 had the outcome that "
        "the text states, before rules were tuned on them; of those told as the event's 82 of 100 "
        "are, by weights that were fitted without them."
    )
    of_war = stored.replace("other_news/dev", "figures/dev")
    war = accuracy_sentence(run(4, "killed", "killed"), "mine", "figures", stored=of_war)
    assert "321" not in war


def test_attributions_that_were_read_are_told_of_too():
    stored = pd.DataFrame(
        {
            "task": "attributions",
            "measure": [
                "linked: all",
                "statement: all",
                "accuracy: source_name",
                "accuracy: source_type",
            ],
            "value": [0.83, 0.88, 0.849, 0.788],
            "articles": [168, 200, 200, 200],
            "labels": [
                "attributions/other_news",
                *["labels/attributions_in_passages, 1 in 5 held out, not read"] * 3,
            ],
        }
    )
    sentence = accuracy_sentence(run(4), "mine", "attributions", stored=stored)
    assert sentence.endswith(
        "Of attributions in 200 other articles 88 of 100 report a statement; of those with the "
        "right source and content 85 of 100 had the right name; 79 of 100 the right kind of "
        "source; no rule was tuned on them, and the model learned no attribution of them."
    )


def test_how_often_a_difference_is_one_is_told_where_it_was_measured():
    stored = pd.DataFrame(
        {
            "task": ["differences"],
            "measure": [TOLD_AS_DIFFERENT],
            "value": [0.615],
            "articles": [100],
            "labels": ["labels/differing_rows"],
        }
    )
    of_war = run(4, "killed", "killed")
    assert accuracy_sentence(of_war, "mine", "differences", stored=stored) == (
        "Of rows in which outlets are told to differ about 62 of 100 held one thing when real "
        "reports were read: read the sentences behind a difference."
    )
    assert "not measured" in accuracy_sentence(of_war, "mine", "differences", stored=stored.head(0))
    assert accuracy_sentence(of_war, "embedded", "differences", stored=stored) == ""


@pytest.mark.parametrize("corpus", ["embedded", "mine"])
@pytest.mark.parametrize("given", [run(4, "killed", "killed"), run(4)])
def test_everything_is_measured_for_every_kind(corpus, given):
    sentence = accuracy_sentence(given, corpus, "figures", "attributions", "differences")
    assert "not measured" not in sentence
    assert ("constructed" in sentence) == (corpus == "embedded")
    assert len(read_accuracy())
