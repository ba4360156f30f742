"""The filter of attributions is fitted on what a person marked."""

import pytest

from analysis.extract.attributions.article_spans import LinkedSpans, Span
from analysis.extract.attributions.plausibility import FEATURES, probability
from analysis.train.plausibility import (
    N_DIRECTIONS,
    Candidate,
    count_cue_words,
    cross_validate,
    fit,
    is_marked,
)

LABELS = [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 18]]}]


def group(cue, content):
    found = Span("cue", *cue) if cue else None
    return LinkedSpans(found, (Span("content", *content),), ())


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ((3, 7), (30, 40), True),
        ((20, 24), (8, 14), True),
        (None, (8, 18), True),
        ((20, 24), (8, 12), False),
        ((20, 24), (30, 40), False),
        (None, (18, 30), False),
    ],
)
def test_what_a_person_marked(cue, content, expected):
    assert is_marked(LABELS, group(cue, content)) is expected


def test_cue_words_are_counted_by_lemma():
    row = {"text": "He said so. She said no. They ban it.", "attributions": []}
    for start in (3, 16):
        row["attributions"].append({"cue": [[start, start + 4]], "source": [], "content": []})
    words = count_cue_words([row])
    assert set(words) == {"", "say"}
    assert words["say"] > words[""]


# more words than directions, since each fold has most of them
HEADS = [
    f"{first}{second}"
    for first in "bdfgklmnprst"
    for second in ("an", "eat", "ill", "ore", "unk", "ock", "ead")
]


def rows():
    found = []
    for number in range(6 * len(HEADS)):
        values = dict.fromkeys(FEATURES, 0.0) | {"cue word": float(number % 4)}
        marked = number % 4 > 1
        file = ("attributions/other_news", "attributions/dev")[number % 2]
        head = HEADS[number % len(HEADS)]
        found.append(Candidate(f"a{number}", file, values, head, marked, marked))
    return found


def test_the_fit_follows_what_was_marked():
    model = fit(rows(), {"": -5.0, "say": 2.0})
    assert model.weights["cue word"] > 0
    assert model.cue_words == {"say": 2.0}
    assert model.rare == -5.0
    likely = probability(dict.fromkeys(FEATURES, 0.0) | {"cue word": 3.0}, model)
    assert likely > probability(dict.fromkeys(FEATURES, 0.0), model)
    assert len(model.head_weights) > N_DIRECTIONS


def test_each_article_is_predicted_without_itself():
    predicted = cross_validate(rows(), {"": -5.0})
    marked = [row.is_marked for row in rows()]
    assert predicted[marked].min() > predicted[[not one for one in marked]].max()
