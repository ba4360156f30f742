"""The model of numbers tells how they stand and which are of one thing, each on its own."""

import shutil

import pytest

from analysis.core.checked_files import write_checksums
from analysis.core.errors import MissingResourceError
from analysis.core.tables import STANDINGS
from analysis.neural.number_model import FILES, FOLDER, NumberModel, read_number_model
from analysis.neural.number_questions import words_and_title, words_with_title
from analysis.neural.question_model import read_labels


def marked(text):
    """Return a text and the characters of its number in brackets."""
    before, _, rest = text.partition("[")
    number, _, after = rest.partition("]")
    return f"{before}{number}{after}", len(before), len(before) + len(number)


def standing_of(text, title="Ferry sinks off Port Tolm"):
    body, start, end = marked(text)
    whole = f"{title}\n\n{body}"
    shift = len(title) + 2
    found = read_number_model().standing(*words_and_title(whole, start + shift, end + shift))
    return read_number_model().standings[int(found.argmax())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least [37] people died when a ferry sank, police said.", "stands"),
        ("Police raised the toll to 41 from [37] on Tuesday.", "outdated"),
        ("The union said it would not accept less than the [9%] it has demanded.", "asked"),
        ("She denied reports that [300] people were on board. That is false, she said.", "denied"),
        ("The ferry is licensed to carry no more than [120] passengers.", "limit"),
        ("In 2011 a ferry sank on the same lake and [203] people drowned.", "background"),
    ],
)
def test_numbers_stand_as_their_words_say(text, expected):
    assert standing_of(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("At least [37] people died.", "The toll stood at [41] on Sunday.", True),
        ("The fire burned [11,400] hectares.", "It has grown to [24,800] hectares.", True),
        (
            "Zambia asked for [150,000] vaccine doses.",
            "The water project will serve [150,000] residents by September.",
            False,
        ),
        ("The union wants [35%] more pay.", "Turnout was [35%].", False),
    ],
)
def test_numbers_of_one_thing_are_told(one, other, expected):
    words = [words_with_title(*marked(text)) for text in (one, other)]
    p = read_number_model().are_of_one_thing(*words)
    assert (p > 0.5) is expected
    assert read_number_model().are_of_one_thing(*reversed(words)) == pytest.approx(p)


def test_probabilities_are_those_of_the_standings():
    found = read_number_model().standing("At least * 37 * people died.", "")
    assert found.shape == (len(read_number_model().standings),)
    assert found.sum() == pytest.approx(1)


def test_a_question_that_was_answered_is_not_read_again_and_its_answer_is_its_own(monkeypatch):
    words = "At least * 38 * people drowned."
    first = read_number_model().standing(words, "")
    kept = first.copy()
    first[:] = 0
    monkeypatch.setattr(read_number_model()._model, "_session", None)
    assert (read_number_model().standing(words, "") == kept).all()


@pytest.mark.parametrize("words", ["", "word " * 4_000, "\ud800 so", "句子"])
def test_any_text_is_read(words):
    assert read_number_model().standing(words, words).sum() == pytest.approx(1)
    assert 0 <= read_number_model().are_of_one_thing(words, words) <= 1


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_by_name(tmp_path, name):
    folder = tmp_path / "numbers"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_bytes(b"changed")
    with pytest.raises(MissingResourceError, match=name):
        NumberModel(folder)


def test_a_label_that_the_tables_do_not_know_is_refused(tmp_path):
    path = tmp_path / FILES[-1]
    path.write_text('["stands", "vanished"]\n')
    write_checksums(tmp_path, [path.name])
    with pytest.raises(MissingResourceError, match=r"has vanished, .*analysis\.train\.numbers"):
        read_labels(path, STANDINGS, "analysis.train.numbers")
