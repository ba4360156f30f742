"""Lexicons are read as they are, and errors name file, line, key and what is allowed."""

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
    groups = lexicon.load(write(GOOD))
    assert list(groups) == ["trees", "birds"]
    assert groups["trees"]["words"] == ["oak", "Elm", "silver birch"]
    assert groups["birds"]["choices"]["big"]["words"] == ["eagle"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"wren", "oak"', '"wren", "Elm"'),  # the same word in another group
        ('"eagle"', '"wren"'),  # the same word in another list of the group
        ('"wren", "oak"', '{ word = "wren" }, { word = "oak" }, { note = "no word" }'),
        ('"wren", "oak"', "1, 1, 0.5, 0.5"),
        ("patterns = ['\\bpines?\\b']", "pattern = '\\bpines?\\b'"),
        ('reason = "for the test"\n', ""),
        ("date = 2026-01-02", "date = 2026-01-02T10:00:00"),
    ],
)
def test_what_is_allowed(write, old, new):
    assert old in GOOD
    assert set(lexicon.load(write(GOOD.replace(old, new, 1)))) == {"trees", "birds"}


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "reason"),
    [
        (
            'source = "project judgement"\nlicence',
            "licence",
            1,
            "trees.source",
            "is missing; a group must have source, licence, date",
        ),
        ('"project judgement"', '""', 1, "trees.source", "is missing"),
        ('"oak", "Elm"', '"oak", "ELM",\n"elm"', 7, "trees.words", "'elm' is listed twice"),
        ('"oak", "Elm"', '"oak",\n"Elm", "oak"', 7, "trees.words", "'oak' is listed twice"),
        ('"oak", "Elm"', '"oak", "Oak"', 6, "trees.words", "'Oak' is listed twice"),
        ('"Elm"', '{ word = "OAK" }', 6, "trees.words", "'OAK' is listed twice"),
        ("pines?", "pines(", 7, "trees.patterns", r"'.*' is not a valid regular expression: .+"),
        ("patterns = ['\\bpines?\\b']", "pattern = '('", 7, "trees.pattern", "is not a valid"),
        ("patterns = ['\\bpines?\\b']", "pattern = 5", 7, "trees.pattern", "5 is not a valid"),
        ('"Elm"', '" "', 6, "trees.words", "' ' is not a word; an entry must be text"),
        ('"Elm"', '["Elm"]', 6, "trees.words", r"\['Elm'\] is not a word"),
        (
            "date = 2026-01-02",
            'date = "soon"',
            4,
            "trees.date",
            "'soon' is not a date; write it like 2026-11-23",
        ),
        ('"eagle"', '"eagle", "eagle"', 16, "birds.choices.big.words", "listed twice"),
    ],
)
def test_invalid_entries_are_errors_with_file_line_and_key(write, old, new, line, key, reason):
    assert old in GOOD
    with pytest.raises(LexiconError, match=reason) as error:
        lexicon.load(write(GOOD.replace(old, new, 1)))
    assert f"trees.toml:{line}: {key}:" in str(error.value)


def test_an_unknown_group_is_an_error_unless_it_is_new(write):
    message = (
        r"trees.toml:1: trees: No group 'trees'; did you mean 'tree'\? Available: tree, birds. "
        "To add a group of your own, write new = true in it."
    )
    with pytest.raises(LexiconError, match=message):
        lexicon.load(write(GOOD), groups=["tree", "birds"])
    path = write(GOOD.replace('reason = "for the test"', "new = true"))
    assert "trees" in lexicon.load(path, groups=["tree", "birds"])
    assert "trees" in lexicon.load(
        path, groups=["birds"], allowed_keys=["words", "patterns", "choices"]
    )


@pytest.mark.parametrize(
    ("allowed_keys", "message"),
    [
        (["words", "patterns"], "trees.toml:15: birds.choices: No key 'choices'. Available: words"),
        (["words", "choices"], "trees.toml:7: trees.patterns: No key 'patterns'"),
    ],
)
def test_an_unknown_key_is_an_error(write, allowed_keys, message):
    with pytest.raises(LexiconError, match=message):
        lexicon.load(write(GOOD), allowed_keys=allowed_keys)


def test_keys_may_be_required(write):
    required = ("about", "source")
    with pytest.raises(LexiconError, match="trees.about: is missing; .* have about, source$"):
        lexicon.load(write(GOOD), required=required)
    path = write('[trees]\nabout = "plants"\nsource = "here"\nwords = []\n')
    assert list(lexicon.load(path, required=required, allowed_keys=["words"])) == ["trees"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[a\nsource = 1", r"trees.toml:1: not valid TOML"),
        ("[a]\n[a]\n", r"trees.toml:2: not valid TOML"),
        (
            "words = ['a']\n",
            r"trees.toml:1: words: is outside any group; move it below a \[group\]",
        ),
    ],
)
def test_invalid_files_are_errors(write, text, reason):
    with pytest.raises(LexiconError, match=reason):
        lexicon.load(write(text))


def test_the_error_for_a_missing_file_lists_the_lexicons_of_its_folder(write):
    path = write(GOOD)
    with pytest.raises(
        LexiconError, match=r"Cannot read lexicon .*nothing.toml.*in that folder: trees.toml\."
    ):
        lexicon.load(path.with_name("nothing.toml"))
    with pytest.raises(LexiconError, match=r"in that folder: none\."):
        lexicon.load(path.parent / "nowhere" / "nothing.toml")


INLINE = """\
[fruit]
words = ["plum"]
"choices" = { red = { words = ["cherry"] }, "dark blue" = { words = ["sloe"] } }

[fruit.names."winter pear"]
words = [
    "quince",
    "medlar",
]

[other]
choices = { red = { words = ["cherry"] } }
"""


@pytest.mark.parametrize(
    ("where", "value", "line", "key"),
    [
        (("fruit",), None, 1, "fruit"),
        (("fruit",), "plum", 2, "fruit"),
        (("other",), None, 11, "other"),
        (("fruit", "words"), None, 2, "fruit.words"),
        (("fruit", "choices"), None, 3, "fruit.choices"),
        (("fruit", "choices", "red"), None, 3, "fruit.choices.red"),
        (("fruit", "names", "winter pear"), None, 5, "fruit.names.winter pear"),
        (("fruit", "names", "winter pear", "words"), "MEDLAR", 8, "fruit.names.winter pear.words"),
        (("fruit", "names", "winter pear", "words"), "apple", 6, "fruit.names.winter pear.words"),
        (("other", "choices", "red", "words"), "cherry", 12, "other.choices.red.words"),
        (("nothing", "here"), None, 1, "nothing.here"),
    ],
)
def test_errors_of_callers_have_the_line_of_the_key_or_value(write, where, value, line, key):
    with pytest.raises(LexiconError) as error:
        lexicon.raise_error(write(INLINE), where, "is sour", value)
    assert str(error.value).endswith(f"trees.toml:{line}: {key}: is sour")
