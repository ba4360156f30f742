"""The model of kinds tells what sources are that no word list holds, and each on its own."""

import shutil

import numpy as np
import pytest

from analysis.core.errors import MissingResourceError
from analysis.core.tables import SOURCE_TYPES
from analysis.extract.attributions.kind_questions import question_of
from analysis.neural.kind_model import FILES, FOLDER, KindModel, Question, read_kind_model


def kind_of(text, name, source=None, listed="other"):
    words = source or name
    start = text.index(words)
    question = question_of(text, start, start + len(words), name, listed)
    probabilities = read_kind_model().probabilities(question)
    return SOURCE_TYPES[int(probabilities.argmax())]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("State Treasurer Ana Roe said that the state would borrow.", "Ana Roe", "state_official"),
        ('"I ran for my life," said Ana Roe, who lives here.', "Ana Roe", "resident_or_witness"),
        ("The report found that nobody had checked the brakes.", "The report", "document"),
        ("Columnist Ana Roe wrote that the bill was dead.", "Columnist Ana Roe", "media"),
        ("Ana Roe, a spokeswoman for the union, said it would strike.", "Ana Roe", "other"),
        ("Ana Roe, an economist at Tolm University, said so.", "Ana Roe", "expert"),
        ("The party's leader, Ana Roe, said the poll was rigged.", "Ana Roe", "other"),
        ("Sergeant Ana Roe said that officers had found a knife.", "Ana Roe", "military"),
        ("Ana Roe, a councillor in Tolm, said the road was closed.", "Ana Roe", "local_authority"),
    ],
)
def test_a_source_is_known_by_what_stands_beside_it(text, name, kind):
    assert kind_of(text, name) == kind


def test_probabilities_are_those_of_the_kinds():
    found = read_kind_model().probabilities(Question("Ana Roe ; other", " [ Ana Roe ]  said ; "))
    assert found.shape == (len(SOURCE_TYPES),)
    assert found.sum() == pytest.approx(1)
    assert np.all(found >= 0)


@pytest.mark.parametrize("words", ["", "word " * 4_000, "\ud800 so", "句子"])
def test_any_text_is_read(words):
    assert read_kind_model().probabilities(Question(words, words)).sum() == pytest.approx(1)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_by_name(tmp_path, name):
    folder = tmp_path / "source_kinds"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_bytes(b"changed")
    with pytest.raises(MissingResourceError, match=name):
        KindModel(folder)
