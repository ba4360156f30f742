"""Each layer from a sheet, edited by two coders, to corrections that a run applies."""

import pytest
from made_fire import key

from analysis.coding.registry import LAYERS

CHIEF = "At least 12 people died and 30 were injured"


def columns(result):
    """Return what is corrected: key and column to the new value."""
    return {(row["key"], row["column"]): row["new"] for row in result.corrected.rows}


@pytest.mark.parametrize("layer", LAYERS)
def test_prefilled_sheets_that_nobody_edits_change_nothing(layer, sheet, adjudicated, apply):
    result = adjudicated(sheet("ada", layer), sheet("bob", layer))
    assert result.n_items > 0
    assert (result.undecided, result.corrected.notes) == ([], [])
    assert {row["new"] for row in result.corrected.rows} <= {"right"}
    assert bool(result.corrected.rows) is (layer in ("figures", "attributions"))
    if result.corrected.rows:
        apply(result.corrected.rows)


def test_figures(sheet, adjudicated, right_now):
    ada, bob = sheet("ada"), sheet("bob")
    for book in (ada, bob):
        # both: the 12 of the headline are injured, and "two dogs" are taken for people
        book.write(book.row(number_text="12", qualifier="exact"), outcome="injured")
        row = book.row(article_id="a1", sentence_id="3")
        book.write(row, number_text="two", outcome="rescued", qualifier="exact", group="mixed")
    number = ada.row(article_id="a2", number_text="14", sentence_id="1")
    ada.write(number, source="A hospital")  # Bob leaves it without a source
    bob.write(bob.row(article_id="a3", number_text="Nine"), number_text="none", **EMPTY)
    result = adjudicated(ada, bob, source="A hospital", found="no")
    made = columns(result)
    assert made[key("a1", "12"), "outcome"] == "injured"
    assert made[key("a1", "two"), "missing"] == "outcome=rescued; qualifier=exact; group=mixed"
    assert made[key("a2", "14", 1), "source"] == "A hospital"
    assert made[key("a3", "Nine"), "outcome"] == "none"
    assert made[key("a1", "30"), "checked"] == "right"
    assert result.undecided == []
    found = right_now("figures", result.corrected.rows)
    assert [unit["outcome"] for unit in found["a1#0"]] == ["injured"]
    assert [unit["number_text"] for unit in found["a1#3"]] == ["two"]
    assert "a3#0" not in found


EMPTY = dict.fromkeys(("outcome", "qualifier", "group", "counted", "source", "agent"))


def test_numbers_are_known_by_their_place_not_by_their_row(sheet, adjudicated):
    ada, bob = sheet("ada"), sheet("bob")
    for book in (ada, bob):
        number = book.row(article_id="a1", sentence_id="1", number_text="30")
        book.write(number, number_text="12 people", qualifier="exact")
        other = book.row(article_id="a1", sentence_id="1", number_text="12")
        book.write(other, number_text="30", outcome="injured")
    made = columns(adjudicated(ada, bob))
    assert made[key("a1", "12", 1), "outcome"] == "injured"
    assert made[key("a1", "12", 1), "qualifier"] == "exact"


def test_one_person_without_a_number_word_is_added(sheet, adjudicated, right_now):
    ada, bob = sheet("ada"), sheet("bob")
    for book in (ada, bob):
        row = book.row(article_id="a1", sentence_id="2")
        assert book.cell(row, "number_text") == "none"
        book.write(
            row, number_text="government", outcome="ill", qualifier="exact", group="unspecified"
        )
    result = adjudicated(ada, bob)
    (unit,) = right_now("figures", result.corrected.rows)["a1#2"]
    assert (unit["number_text"], unit["low"], unit["high"]) == ("government", "1", "1")


def test_bounds_are_corrected_only_where_a_coder_wrote_them(sheet, adjudicated, right_now):
    ada, bob = sheet("ada"), sheet("bob")
    for book in (ada, bob):
        book.write(book.row(article_id="a1", number_text="30"), low="31", high="31")
    ada.write(ada.row(article_id="a2", number_text="14", sentence_id="0"), qualifier="at_least")
    result = adjudicated(ada, bob, qualifier="at_least")
    made = columns(result)
    assert made[key("a1", "30"), "low"] == "31"
    assert {column for place, column in made if place == key("a2", "14")} == {"qualifier"}
    found = right_now("figures", result.corrected.rows)
    (unit,) = found["a2#0"]
    assert (unit["low"], unit["high"]) == ("14", "none")


def test_attributions(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "attributions"), sheet("bob", "attributions")
    denied = dict(source="The regime", cue="denied", source_type="state_official")
    for book in (ada, bob):
        book.write(book.row(content=CHIEF), source_type="expert")
        row = book.row(article_id="a2", sentence_id="1")
        book.write(
            row,
            content="14 people died",
            source="A hospital",
            cue="said",
            source_type="health_authority",
            cue_stance="neutral",
            kind="indirect",
        )
    row = ada.row(article_id="a2", sentence_id="2")
    ada.write(row, content="it", cue_stance="accusing", kind="indirect", **denied)
    result = adjudicated(ada, bob, found="yes")
    made = columns(result)
    assert made[key("a1", CHIEF), "source_type"] == "expert"
    assert made[key("a2", "it", 1), "missing"].startswith("source=The regime; cue=denied; ")
    found = right_now("attributions", result.corrected.rows)
    assert [unit["source_type"] for unit in found["a1#1"]] == ["expert"]
    assert [unit["content"] for unit in found["a2#1"]] == ["14 people died"]
    assert [unit["source"] for unit in found["a2#2"]] == ["The regime"]


def test_a_content_that_both_shorten_is_removed_and_added(sheet, adjudicated, right_now):
    books = [sheet(name, "attributions") for name in ("ada", "bob")]
    for book in books:
        book.write(book.row(content=CHIEF), content="12 people died")
    result = adjudicated(*books)
    made = columns(result)
    assert (key("a1", CHIEF), "wrong") in made
    assert (key("a1", "12 people died"), "missing") in made
    found = right_now("attributions", result.corrected.rows)
    assert [unit["content"] for unit in found["a1#1"]] == ["12 people died"]


def test_an_attribution_that_none_is_removed(sheet, adjudicated, right_now):
    books = [sheet(name, "attributions") for name in ("ada", "bob")]
    labels = ("source", "cue", "source_type", "cue_stance", "kind")
    for book in books:
        book.write(book.row(content=CHIEF), content="none", **dict.fromkeys(labels))
    result = adjudicated(*books)
    assert columns(result) == {(key("a1", CHIEF), "wrong"): None}
    assert right_now("attributions", result.corrected.rows) == {}


def test_parties(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "parties"), sheet("bob", "parties")
    for book in (ada, bob):
        book.write(book.row(mention="government"), party="none")
    bob.write(bob.row(mention="regime"), kind="no party")
    result = adjudicated(ada, bob, kind="no party")
    assert columns(result) == {
        (key("a1", "government"), "party"): "none",
        (key("a2", "regime"), "wrong"): None,
    }
    found = right_now("parties", result.corrected.rows)
    assert [unit["party"] for units in found.values() for unit in units] == ["none"]


def test_frames(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "frames"), sheet("bob", "frames")
    for book in (ada, bob):
        book.write(book.row(article_id="a1"), conflict="no")
        book.write(book.row(article_id="a2"), economic="not sure")
    ada.write(ada.row(article_id="a3"), economic="Yes")
    result = adjudicated(ada, bob, economic="yes")
    assert columns(result) == {
        ("a1 [conflict]", "present"): "no",
        ("a3 [economic]", "present"): "yes",
    }
    assert result.corrected.notes == ["a2 [economic]: not sure, so no stays as it is"]
    found = right_now("frames", result.corrected.rows)
    assert found["a1"] == [{"conflict": "no", "economic": "no"}]
    assert found["a3"] == [{"conflict": "yes", "economic": "yes"}]


def test_targets(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "targets"), sheet("bob", "targets")
    ada.write(2, polarity="neutral")
    bob.write(2, polarity="no target")
    assert adjudicated(ada, bob).undecided == [f"{key('a1', 'government')}: polarity"]
    result = adjudicated(ada, bob, polarity="neutral")
    assert columns(result) == {(key("a1", "government"), "polarity"): "neutral"}
    (units,) = right_now("targets", result.corrected.rows).values()
    assert units == [{"polarity": "neutral"}]


def test_stories(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "stories"), sheet("bob", "stories")
    for book in (ada, bob):
        for number in book.rows(second_id="a3"):
            book.write(number, same_story="yes", same_event="no")
    result = adjudicated(ada, bob)
    assert columns(result) == {
        ("a3", "part"): None,
        ("a1 | a3", "merge"): None,
        ("a2 | a3", "merge"): None,
    }
    assert [row["table"] for row in result.corrected.rows] == ["events", "stories", "stories"]
    found = right_now("stories", result.corrected.rows)
    same, other = (
        {"same_story": "yes", "same_event": "yes"},
        {
            "same_story": "yes",
            "same_event": "no",
        },
    )
    assert found == {"a1 | a2": [same], "a1 | a3": [other], "a2 | a3": [other]}


def test_two_stories(sheet, adjudicated, right_now):
    ada, bob = sheet("ada", "stories"), sheet("bob", "stories")
    for book in (ada, bob):
        for number in book.rows(second_id="a3"):
            book.write(number, same_story="no", same_event=None)
    result = adjudicated(ada, bob)
    made = [(row["table"], row["key"], row["column"]) for row in result.corrected.rows]
    assert made == [("events", "a3", "part"), ("stories", "a3", "part")]
    found = right_now("stories", result.corrected.rows)
    assert found["a1 | a3"] == [{"same_story": "no", "same_event": "no"}]


def test_undecided_items_are_named_and_not_guessed(sheet, adjudicated):
    books = [sheet(name) for name in ("ada", "bob", "cyd")]
    for book in books[:2]:
        book.write(book.row(article_id="a1", number_text="30"), outcome="killed", group="women")
    result = adjudicated(*books)  # two of three agree, which decides nothing
    place = key("a1", "30")
    assert result.undecided == [f"{place}: outcome", f"{place}: group"]
    assert not [row for row in result.corrected.rows if row["key"] == place]
    result = adjudicated(*books, outcome="killed")
    assert result.undecided == [f"{place}: group"]
    assert columns(result)[place, "outcome"] == "killed"


def test_who_says_so_is_in_the_corrections(sheet, adjudicated, apply):
    result = adjudicated(sheet("ada"), sheet("bob"))
    assert {row["coder"] for row in result.corrected.rows} == {"ada; bob"}
    figures = apply(result.corrected.rows).figures
    assert set(figures["checked"].dropna()) == {"right"}
    assert set(figures["checked_by"].dropna()) == {"ada; bob"}


def test_blind_sheets_in_which_nothing_is_found_remove_what_was_extracted(sheet, adjudicated):
    books = [sheet(name, prefilled=False) for name in ("ada", "bob")]
    for book in books:
        for number in book.rows(article_id="a3"):
            book.write(number, number_text="none")
    result = adjudicated(*books)
    assert columns(result) == {
        (key("a3", "Nine"), "outcome"): "none",
    }
