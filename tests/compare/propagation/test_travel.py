"""A statement is followed through claims only where the corpus holds it."""

import pandas as pd

from analysis.compare.propagation.travel import follow_statement
from analysis.core.tables import CLAIMS
from tests.compare.propagation.story_run import story_run

PAGE = "https://harbour.example/fire"
NORTH = {"outlet": "North", "day": "2024-03-04", "low": 12}
SOUTH = {"outlet": "South", "day": "2024-03-05", "low": 19}


def claims():
    rows = [
        {"claim_id": "F1", "outlet": "Gazette", "low": 4000.0, "url": PAGE, "counted": "bodies"},
        {"claim_id": "F2", "outlet": "Courier", "low": 4000.0, "url": "x", "upstream": "Gazette"},
    ]
    table = pd.DataFrame(rows).reindex(columns=list(CLAIMS.columns))
    return table.assign(
        event="fire",
        high=table["low"],
        qualifier="exact",
        unit="people",
        outcome="killed",
        published=pd.to_datetime(["2024-03-04", "2024-03-06"]),
    )


def test_a_corpus_with_the_page_is_followed_through_claims():
    travel = follow_statement(story_run({**NORTH, "url": PAGE}, SOUTH), claims())
    assert travel.statement["report_id"].tolist() == ["F1"]
    assert travel.candidates["outlet"].tolist() == ["Courier"]
    assert travel.article_id == "North-2024-03-04"
    assert travel.note.startswith("The statement is an article of this corpus. It is followed")
    assert "read by a person from its page" in travel.note
    assert travel.put_forward["words"].tolist() == ["4,000", "4,000"]


def test_another_corpus_shows_no_claim_but_its_own_number():
    travel = follow_statement(story_run(NORTH, SOUTH), claims())
    assert travel.claims.empty
    assert travel.note.startswith("No article of this corpus is a page")
    assert "read by a person" not in travel.note
    assert travel.statement["outlet"].tolist() == ["North"]
    assert travel.candidates["words"].tolist() == ["19"]
    assert set(travel.reports["outlet"]) == {"North", "South"}
    assert (travel.where, travel.label) == ("in this corpus", "Harbour fire")
    assert travel.n_origins == 2


def test_claims_of_another_corpus_can_be_asked_for():
    travel = follow_statement(story_run(NORTH, SOUTH), claims(), claims_event="fire")
    assert travel.claims["claim_id"].tolist() == ["F1", "F2"]
    assert travel.article_id == ""
    assert "is not in this corpus" in travel.note


def test_a_corpus_without_a_number_that_two_outlets_print():
    travel = follow_statement(story_run(NORTH), claims())
    assert travel.statement.empty
    assert travel.candidates.empty
    assert travel.others.empty
    assert travel.put_forward.empty


def test_words_are_not_followed():
    travel = follow_statement(
        story_run(NORTH, {**SOUTH, "low": None, "qualifier": "vague"}), claims()
    )
    assert travel.statement.empty  # "many" is no number that two outlets print
    assert travel.candidates.empty


def test_an_article_can_be_named():
    run = story_run(NORTH, SOUTH, {"outlet": "West", "day": "2024-03-06", "low": 21})
    travel = follow_statement(run, claims(), article_id="South-2024-03-05")
    assert travel.statement["outlet"].tolist() == ["South"]
    assert travel.candidates["outlet"].tolist() == ["West"]
