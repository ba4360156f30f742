"""A new file replaces nothing."""

import pytest

from analysis.core.errors import ParameterError
from analysis.core.new_files import new_file


def test_a_new_file_is_absolute_and_its_folder_is_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = new_file("below/sheet.csv", ".csv", "events")
    assert path == tmp_path / "below" / "sheet.csv"
    assert path.parent.is_dir()
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mine.csv", "exists, so it is not replaced. Choose another file.*--out mine-2.csv"),
        ("link.csv", "exists, so it is not replaced"),
        ("sheet.xlsx", "is not the name of a CSV file. Use --out sheet.csv"),
        ("mine.csv/sheet.csv", "Cannot write .*Choose another file, for example --out events.csv"),
    ],
)
def test_other_paths_are_refused(tmp_path, name, message):
    (tmp_path / "mine.csv").write_text("mine")
    (tmp_path / "link.csv").symlink_to(tmp_path / "mine.csv")
    with pytest.raises(ParameterError, match=message):
        new_file(tmp_path / name, ".csv", "events")
    assert (tmp_path / "mine.csv").read_text() == "mine"
