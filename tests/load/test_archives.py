"""Sizes of zip files before they are unpacked."""

import io
import zipfile

import pytest
from made_archives import with_unknown_zip

from analysis.core.errors import InputError
from analysis.load import archives
from analysis.load.archives import validate_archive


def archive_of(*contents):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"{number}.xml", content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("limit", "small", "message"),
    [
        (5_999, 10_000, "x.docx unpacks to 6,000 bytes, over 5,999 bytes; it was not opened"),
        (6_000, 5_999, "x.docx unpacks to 6,000 bytes, over 2 times its size; it was not opened"),
        (6_000, 6_000, None),
    ],
)
def test_archives_have_a_bound(monkeypatch, limit, small, message):
    monkeypatch.setattr(archives, "MAX_UNPACKED", limit)
    monkeypatch.setattr(archives, "_SMALL", small)
    monkeypatch.setattr(archives, "MAX_RATIO", 2)
    data = archive_of(b" " * 3_000, b" " * 3_000)
    if message is None:
        validate_archive(data, "x.docx")
        return
    with pytest.raises(InputError, match=message):
        validate_archive(data, "x.docx")


def test_what_is_no_archive_is_left_to_its_reader():
    validate_archive(b"no", "x.docx")


@pytest.mark.parametrize("changed", [{"compression": 99}, {"version": 99}])
def test_an_archive_of_an_unknown_kind_is_left_to_its_reader(changed):
    validate_archive(with_unknown_zip(archive_of(b"x"), **changed), "x.docx")
