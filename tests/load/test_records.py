"""The types that the file readers share."""

from analysis.load.records import problem_row


def test_a_problem_names_the_stage():
    assert problem_row("a1", "has no date", kept=True) == {
        "article_id": "a1",
        "stage": "load",
        "reason": "has no date",
        "kept": True,
    }
