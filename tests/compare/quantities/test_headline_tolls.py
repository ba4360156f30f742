"""The death tolls with which the articles of a story open."""

import pandas as pd
import pytest

from analysis.compare.quantities.headline_tolls import toll_pairs
from analysis.compare.quantities.statements import in_reading_order, statements_of
from tests.compare.quantities.story_tables import injured, killed, percent, story

FILLER = "Rain fell. " * 3


def pairs(*articles):
    figures, rows, sentences = story(*articles)
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    return toll_pairs(statements_of(in_reading_order(figures, rows), texts, sentences))


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (("The toll reached [20].", killed()), [(0, 1)]),
        (("The toll reached [900].", killed()), [(0, 1)]),
        # no toll of the whole, and none with which the article opens
        (("Twelve [20] soldiers died.", killed(group="soldiers")), []),
        (("In Wend [20] died.", killed(scope="part")), []),
        (("The war killed [20].", killed(scope="background")), []),
        (("It hurt [20].", injured()), []),
        (("Turnout was [20]%.", percent("turnout")), []),
        ((FILLER + "The toll reached [20].", killed()), []),
        (("A man [a] died.", killed(mention="indefinite")), []),
        (("In 2019 [20] people died there.", killed()), []),
        (("Another [20] people died on Tuesday.", killed()), []),
    ],
)
def test_opening_tolls_belong_together(other, joined):
    assert pairs(("A blast killed [5] people.", killed()), other) == joined


def test_a_man_and_a_woman_are_two_victims_in_one_story_alone():
    men = [(f"A {noun} died, [a] loss.", _one(noun)) for noun in ("man", "father")]
    tables = [
        story(*men, story_id="s1"),
        story(("A woman died, [a] loss.", _one("woman")), story_id="s2"),
        story(("Her son died, [a] loss.", _one("son")), *men[:1], story_id="s3"),
    ]
    figures, rows, sentences = (pd.concat(parts) for parts in zip(*tables, strict=True))
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    story_of = dict(zip(rows["article_id"], rows["story_id"], strict=True))
    placed = in_reading_order(figures, rows).sort_values("story_id", kind="stable")
    found = statements_of(placed, texts, sentences, story_of)
    assert found.rows["story"].tolist() == [0, 0, 1, 2, 2]
    assert toll_pairs(found) == [(0, 1), (3, 4)]


def _one(noun):
    return killed(mention="indefinite", noun=noun, counted=noun, low=1, high=1)


MINERS = {"group": "civilians", "counted": "miners", "noun": "miner"}
SOLDIERS = killed(group="soldiers", counted="soldiers", noun="soldier")


@pytest.mark.parametrize("outcome", ["killed", "missing", "injured", "ill"])
def test_whoever_was_there_is_a_civilian_and_part_of_the_toll(outcome):
    one = killed(outcome=outcome)
    other = killed(outcome=outcome, **MINERS)
    assert pairs(("There were [9].", one), ("It said [38] miners.", other)) == [(0, 1)]


def test_civilians_are_no_toll_of_all_beside_soldiers():
    civilians = killed(group="civilians", counted="civilians", noun="civilian")
    found = pairs(
        ("It killed [9].", killed()),
        ("It killed [3] civilians and [5] soldiers.", civilians, SOLDIERS),
    )
    assert found == []


@pytest.mark.parametrize(("outcome", "joined"), [("missing", True), ("captured", False)])
def test_the_missing_may_come_after_the_dead(outcome, joined):
    text = "A mine fell in. Rain fell. It was dark. Still [{}] were there."
    found = pairs(*((text.format(n), killed(outcome=outcome)) for n in (34, 21)))
    assert found == ([(0, 1)] if joined else [])


def test_the_first_toll_of_an_article_stands_for_it():
    found = pairs(
        ("A blast killed [5]. Later [7] were dead.", killed(), killed()),
        ("The toll reached [20].", killed()),
        ("The toll reached [21].", killed()),
    )
    assert found == [(0, 2), (0, 3)]


def test_the_dead_of_two_sides_are_two_tolls():
    mine, theirs = killed(counted="Eritreans"), killed(counted="Ethiopians")
    assert pairs(("[5] Eritreans died.", mine), ("[20] Ethiopians died.", theirs)) == []


def test_no_toll():
    assert pairs(("Turnout was [20]%.", percent("turnout"))) == []


def one(noun):
    return killed(mention="indefinite", noun=noun, counted=noun, low=1, high=1)


def test_the_one_victim_of_each_article_is_the_same():
    shot, died = ("[A] man was shot dead.", one("man")), ("[A] father of two died.", one("father"))
    assert pairs(shot, died) == [(0, 1)]


def test_a_man_and_a_woman_are_two_victims():
    assert pairs(("[A] man died.", one("man")), ("[A] woman died.", one("woman"))) == []


def test_those_ill_and_those_in_hospital_are_one_row_each_wherever_they_stand():
    ill = killed(outcome="ill")
    text = "Ants came. Rain fell. It was dark. Then [{}] fell ill and [{}] are in hospital."
    assert pairs((text.format(164, 41), ill, ill), (text.format(198, 47), ill, ill)) == [
        (0, 2),
        (1, 3),
    ]


def test_a_number_that_an_article_repeats_is_of_one_thing():
    repeated = ("It killed [41] there. Rain fell. " + FILLER + "All [41] died.", killed(), killed())
    mixed = killed(group="mixed", noun="person")
    whole = (
        "[41] die in blast\n\nAt least [41] people, most of them women, died.",
        killed(),
        mixed,
    )
    assert pairs(whole) == [(0, 1)]
    few = ("It killed [4] there. Rain fell. " + FILLER + "All [4] died.", killed(), killed())
    assert pairs(repeated) == [(0, 1)]
    assert pairs(few) == []


def test_the_ill_of_one_country_are_no_total_where_an_article_counts_more():
    ill = {"outcome": "ill", "unit": "people", "noun": "person", "counted": "people"}
    ill |= {"group": "unspecified", "scope": "event"}
    found = pairs(
        ("In all [212] people are ill.", ill),
        ("Here [17] people are ill. Abroad [226] people are ill.", ill, ill),
    )
    assert found == [(0, 2)]


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ((FILLER + "A pensioner [a] drowned.", "pensioner", 1), True),
        ((FILLER + "Two [2] people have died.", None, 2), True),
        # a woman beside a man, and a toll of which one victim is a part
        ((FILLER + "A woman [a] drowned.", "woman", 1), False),
        ((FILLER + "Some [40] people have died.", None, 40), False),
    ],
)
def test_the_one_victim_of_an_article_is_the_toll_so_far(other, joined):
    text, noun, n = other
    columns = killed(low=n, high=n) if noun is None else _one(noun)
    found = pairs((FILLER + "A man [a] drowned.", _one("man")), (text, columns))
    assert (found == [(0, 1)]) is joined


@pytest.mark.parametrize(
    ("text", "columns", "joined"),
    [
        ("More than [250] people are homeless.", {}, True),
        ("In Bray [250] people are homeless.", {}, False),
        ("There [250] people are in shelters.", {}, False),
        ("The war made [250] people homeless.", {"scope": "background"}, False),
        ("It made [250] soldiers homeless.", {"group": "soldiers"}, False),
        ("Police moved [250] people.", {"outcome": "evacuated"}, False),
        ("It made [250] families homeless.", {"noun": "family"}, False),
        ("It made [500] people homeless.", {}, False),
    ],
)
def test_those_displaced_are_counted_once_and_those_in_shelters_apart(text, columns, joined):
    displaced = killed(outcome="displaced")
    first = (f"In Alto about [240] people were forced out. {FILLER}", displaced)
    assert pairs(first, (f"{FILLER}{text}", displaced | columns)) == ([(0, 1)] if joined else [])
