"""What the lexicon reader accepts, and what it refuses with file, key and line."""

import pytest

from analysis.core import lexicon
from analysis.core.errors import LexiconError

GOOD = """\
[trees]
source = "project judgement"
licence = "Apache-2.0"
date = 2026-01-02
reason = "for the test"
words = ["oak", "Elm", "silver birch"]
patterns = ['\\bpines?\\b']

[birds]
source = "project judgement"
licence = "Apache-2.0"
date = "2026-01-02"
words = ["wren", "oak"]

[birds.choices.big]
words = ["eagle"]
"""


@pytest.fixture
def write(tmp_path):
    def _write(text):
        path = tmp_path / "trees.toml"
        path.write_text(text, encoding="utf8")
        return path

    return _write


def test_groups_keep_their_order_and_content(write):
    found = lexicon.load(write(GOOD))
    assert list(found) == ["trees", "birds"]
    assert found["trees"]["words"] == ["oak", "Elm", "silver birch"]
    assert found["birds"]["choices"]["big"]["words"] == ["eagle"]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "reason"),
    [
        ('source = "project judgement"\nlicence', "licence", 1, "trees.source", "is missing"),
        ('"oak", "Elm"', '"oak", "ELM",\n"elm"', 7, "trees.words", "'elm' is there twice"),
        ('"oak", "Elm"', '"oak", "Oak"', 6, "trees.words", "'Oak' is there twice"),
        ("pines?", "pines(", 7, "trees.patterns", "does not compile"),
        ('"Elm"', '" "', 6, "trees.words", "not a word"),
        ("date = 2026-01-02", 'date = "soon"', 4, "trees.date", "'soon' is not a day"),
        ('"eagle"', '"eagle", "eagle"', 16, "birds.choices.big.words", "there twice"),
    ],
)
def test_bad_entries_are_refused_with_file_line_and_key(write, old, new, line, key, reason):
    with pytest.raises(LexiconError, match=reason) as error:
        lexicon.load(write(GOOD.replace(old, new, 1)))
    assert f"trees.toml:{line}: {key}:" in str(error.value)


def test_unknown_group_is_refused_unless_it_is_new(write):
    with pytest.raises(
        LexiconError, match=r"trees.toml:1: trees: No group 'trees'; did you mean 'tree'"
    ):
        lexicon.load(write(GOOD), groups=["tree", "birds"])
    path = write(GOOD.replace('reason = "for the test"', "new = true"))
    assert "trees" in lexicon.load(path, groups=["tree", "birds"])


def test_unknown_key_is_refused(write):
    with pytest.raises(LexiconError, match=r"trees.toml:15: birds.choices: No key 'choices'"):
        lexicon.load(write(GOOD), allowed_keys=["words", "patterns"])


def test_one_word_in_two_groups_is_refused_on_request(write):
    with pytest.raises(
        LexiconError,
        match=r"trees.toml:13: birds.words: 'oak' is there twice \(also in trees.words",
    ):
        lexicon.load(write(GOOD), across=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[a\nsource = 1", r"trees.toml:1: not valid TOML"),
        ("[a]\n[a]\n", r"trees.toml:2: not valid TOML"),
        ("words = ['a']\n", r"trees.toml:1: words: stands outside a group"),
    ],
)
def test_bad_files_are_refused(write, text, reason):
    with pytest.raises(LexiconError, match=reason):
        lexicon.load(write(text))


def test_missing_file_names_what_is_there(write):
    path = write(GOOD)
    with pytest.raises(
        LexiconError, match=r"Cannot read lexicon .*nothing.toml.*In that folder: trees.toml"
    ):
        lexicon.load(path.with_name("nothing.toml"))
