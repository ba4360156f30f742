"""Weights are read only if they have their hash; the error says how to restore them."""

import pytest

from analysis.compare.quantities import same_quantity
from analysis.core import paths, resources
from analysis.core.checked_files import (
    CHECKSUMS,
    read_checked,
    read_packed,
    write_checksums,
    write_packed,
)
from analysis.core.errors import MissingResourceError
from analysis.extract.attributions import linker
from analysis.extract.figures import confidence
from analysis.extract.parties import choice
from analysis.measure.frames import model as frames_model

WEIGHTS = {
    "linker/weights.json": linker.read_weights,
    "confidence/weights.json": confidence.read_weights,
    "parties/weights.json": choice.read_weights,
    "quantities/weights.json": same_quantity.read_weights,
    "frames/model.json.gz": frames_model.read_model,
    "tagger/weights.json.gz": resources.pos_tagger,
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"\x00weights")
    (tmp_path / "b.bin").write_bytes(b"other")
    write_checksums(tmp_path, ["a.bin", "b.bin"])
    return tmp_path


def test_a_file_with_its_hash_is_read(folder):
    assert read_checked(folder / "a.bin") == b"\x00weights"


def test_packed_content_comes_back_and_its_bytes_are_always_equal(tmp_path):
    content = {"weights": [1, 2.5], "words": {"é": -1}}
    paths_of = [tmp_path / "one.json.gz", tmp_path / "two.json.gz"]
    for path in paths_of:
        write_packed(content, path)
    write_checksums(tmp_path, [path.name for path in paths_of])
    assert [read_packed(path) for path in paths_of] == [content] * 2
    assert paths_of[0].read_bytes() == paths_of[1].read_bytes()


def test_hashes_are_in_the_form_of_sha256sum(folder):
    for line in (folder / CHECKSUMS).read_text().splitlines():
        digest, name = line.split("  ")
        assert len(digest) == 64
        assert (folder / name).is_file()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.bin",
            b"\x01weights",
            "a.bin is not the file of this project: expected sha256 [0-9a-f]",
        ),
        ("a.bin", b"", "a.bin is not the file .*found e3b0c442"),
        ("a.bin", None, "a.bin is missing"),
        (CHECKSUMS, None, "SHA256SUMS is missing"),
        (CHECKSUMS, b"", "a.bin is not the file .*expected sha256 none"),
        (CHECKSUMS, b"\xff\xfe", "a.bin is not the file .*expected sha256 none"),
    ],
)
def test_anything_else_is_an_error_with_the_command_that_restores_it(
    name, content, message, folder
):
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(MissingResourceError, match=f"{message}.*git checkout -- .*"):
        read_checked(folder / "a.bin")


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_of_the_project_have_their_hash(name):
    assert read_checked(paths.MODELS / name)


@pytest.mark.parametrize("name", WEIGHTS)
def test_altered_weights_are_never_used(name, monkeypatch, tmp_path):
    original = paths.MODELS / name
    altered = tmp_path / name
    altered.parent.mkdir()
    (altered.parent / CHECKSUMS).write_bytes((original.parent / CHECKSUMS).read_bytes())
    content = bytearray(original.read_bytes())
    content[len(content) // 2] ^= 1
    altered.write_bytes(content)
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    monkeypatch.setattr(paths, "POS_TAGGER", tmp_path / "tagger")
    with pytest.raises(MissingResourceError, match=f"{name} is not the file"):
        getattr(WEIGHTS[name], "__wrapped__", WEIGHTS[name])()
