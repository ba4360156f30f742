"""The files of the model are those that its card lists, or an error says how to restore them."""

import shutil

import pytest

from analysis.annotate import passages
from analysis.core.errors import MissingResourceError
from analysis.core.paths import MODELS, NEURAL_MODEL
from analysis.neural.model_files import FILES, PARTS, check_files, model_files


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("tagger", ["tagger_tokens.json", "tagger_words.onnx", "tagger.onnx"]),
        ("polarity", ["polarity.onnx"]),
    ],
)
def test_names_of_files(part, names):
    assert list(model_files(part)) == names
    assert set(names) <= set(FILES)


def test_a_missing_model_is_an_error_with_the_command_that_restores_it(tmp_path):
    with pytest.raises(MissingResourceError, match=r"No neural model .*reader\.json.*git checkout"):
        check_files(tmp_path, "tagger")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("position", [0, -1])
@pytest.mark.parametrize(("content", "found"), [(b"other", "d9298a10"), (None, "no file")])
def test_an_altered_or_missing_file_is_an_error_with_both_hashes(
    tmp_path, part, position, content, found
):
    for name in (*model_files(part), "reader.json"):
        shutil.copy(NEURAL_MODEL / name, tmp_path)
    name = model_files(part)[position]
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(
        MissingResourceError, match=rf"{name}.*expected sha256 [0-9a-f]{{64}}, found {found}"
    ):
        check_files(tmp_path, part)


def test_all_models_together_are_small():
    files = [path for path in MODELS.rglob("*") if path.is_file()]
    assert {NEURAL_MODEL / name for name in FILES} <= set(files)
    assert sum(path.stat().st_size for path in files) < 100e6


def test_the_card_has_the_windows_that_the_tagger_reads():
    facts = check_files(NEURAL_MODEL, "tagger")
    assert facts["window"] == passages.INSIDE + 2
    assert facts["overlap"] == passages.OVERLAP
