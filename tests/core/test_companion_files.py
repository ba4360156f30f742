"""Files of the user's own beside the articles."""

import pytest

from analysis.core.companion_files import COMPANIONS, find_companion


@pytest.mark.parametrize("name", COMPANIONS)
def test_the_file_is_found_beside_a_file_or_in_a_folder(tmp_path, name):
    articles = tmp_path / "articles.csv"
    articles.touch()
    assert find_companion(articles, name) is None
    (tmp_path / name).touch()
    assert find_companion(articles, name) == find_companion(tmp_path, name) == tmp_path / name
    assert find_companion(tmp_path / "none.csv", name) is None


def test_a_folder_of_that_name_is_no_file(tmp_path):
    (tmp_path / COMPANIONS[0]).mkdir()
    assert find_companion(tmp_path, COMPANIONS[0]) is None
