"""The matrices of the stories of a run."""

from analysis.evaluate.story_matrices import story_matrices
from tests.evaluate.test_shared_rows import made_run


def test_a_story_of_two_outlets_has_a_matrix():
    (story,) = story_matrices(made_run(12, 15))
    assert story.story_id == "s"
    (row,) = story.rows.itertuples()
    assert sorted(story.cells_of(row.quantity_id)["low"]) == [12, 15]
    assert story.cells_of("another").empty


def test_a_story_of_one_outlet_has_none():
    assert list(story_matrices(made_run(12))) == []
