"""Lexicons of names: how names are matched, and which lexicons are refused."""

import os
import tomllib

import pytest

from analysis.core import paths
from analysis.core.errors import LexiconError
from analysis.extract.name_lexicon import read_name_lexicons

OWN = """\
[river]
about = "the river on the border"
topic = "rivers"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01

[river.choices.east]
words = ["East River"]

[river.choices.west]
words = ["West River"]
patterns = ['Great (?:Brown|Grey) Water']
"""


@pytest.fixture
def write(tmp_path):
    def _write(text):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf8")
        return path

    return _write


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"West River"',
            '"east river"',
            r"own.toml:12: river.choices.west.words: 'east river' is also a name of .*'east'",
        ),
        (
            'words = ["East River"]',
            'reason = "none"',
            r"own.toml:8: river.choices.east: has no words",
        ),
        ('about = "the river on the border"\n', "", r"own.toml:1: river.about: is missing"),
        (
            "(?:Brown",
            "(Brown(",
            r"own.toml:13: river.choices.west.patterns: .* is not a valid regular expression",
        ),
        (
            'words = ["West River"]',
            'word = ["West River"]',
            r"own.toml:1[12]: river.choices.west.word: No key 'word'; did",
        ),
        ("topic", "topc", r"own.toml:1: river.topic: is missing"),
        (
            "date = 2026-01-01",
            'date = 2026-01-01\nactor = "no"',
            r"own.toml:7: river.actor: is 'no'; allowed: true .*, false",
        ),
        (
            "date = 2026-01-01",
            'date = 2026-01-01\nplaces = ["France", "Norland"]',
            r"own.toml:7: river.places: 'Norland' is no country of the gazetteer",
        ),
        (
            "date = 2026-01-01",
            'date = 2026-01-01\nchoice = "x"',
            r"own.toml:7: river.choice: No key 'choice'; did you mean",
        ),
        (
            'words = ["East River"]',
            'words = ["--"]',
            r"own.toml:9: river.choices.east.words: '--' has no letter or digit",
        ),
        (
            "date = 2026-01-01",
            'date = 2026-01-01\nignore = ["--"]',
            r"own.toml:7: river.ignore: '--' has no letter or digit",
        ),
        (
            OWN[OWN.index("[river.choices.east]") :],
            "",
            r"own.toml:1: river: has no choices; add \[river.choices.NAME\]",
        ),
        (
            OWN[OWN.index("[river.choices.east]") :],
            'choices = ["east"]',
            r"own.toml:1: river: has no choices",
        ),
    ],
)
def test_errors_in_lexicons(write, old, new, message):
    with pytest.raises(LexiconError, match=message):
        read_name_lexicons(write(OWN.replace(old, new, 1)))


def test_the_lexicon_gives_a_reason_for_every_choice():
    groups = tomllib.loads((paths.LEXICONS / "names.toml").read_text(encoding="utf8"))
    without_reason = [
        f"{referent}.{choice}"
        for referent, group in groups.items()
        for choice, table in group["choices"].items()
        if not table.get("reason")
    ]
    assert without_reason == []
    topics = set(read_name_lexicons().topics.values())
    assert topics == {"syria", "gaza", "ukraine", "climate", "general"}


def test_events_places_and_victims_are_no_actors(tmp_path):
    referents = read_name_lexicons()
    assert {"syrian_government", "armed_groups", "protesters"} < referents.actors
    assert not {"the_violence", "the_dead", "west_bank", "protest"} & referents.actors
    mine = tmp_path / "names_mine.toml"
    mine.write_text(PIER.replace("[pier.choices", "actor = false\n[pier.choices"))
    assert read_name_lexicons(mine).actors == frozenset()


def test_words_of_harm_and_of_marked_referents_may_be_figures_of_speech(tmp_path):
    referents = read_name_lexicons()
    assert referents.figurative == referents.of_harm | {"protest", "disaster"}
    mine = tmp_path / "names_mine.toml"
    mine.write_text(PIER.replace("[pier.choices", "figurative = true\n[pier.choices"))
    assert read_name_lexicons(mine).figurative == {"pier"}


PIER = """[pier]
about = "where boats are moored"
topic = "harbour"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
[pier.choices.plain]
words = ["pier(s)"]
"""


def test_a_users_file_adds_to_that_of_the_project_and_is_read_again_when_changed(tmp_path):
    mine = tmp_path / "names_mine.toml"
    mine.write_text(PIER)
    both = [paths.LEXICONS / "names.toml", mine]
    assert read_name_lexicons(both).names == [*read_name_lexicons().names, "pier"]
    mine.write_text(PIER + '[pier.choices.other]\nwords = ["jetty"]\n')
    os.utime(mine, ns=(1, 1))
    assert "jetty" in read_name_lexicons(both).phrases


def test_a_referent_in_two_files_is_an_error(tmp_path):
    for name in ("names_a.toml", "names_b.toml"):
        (tmp_path / name).write_text(PIER)
    with pytest.raises(LexiconError, match=r"names_b.toml:1: pier: is in another lexicon too"):
        read_name_lexicons([tmp_path / "names_a.toml", tmp_path / "names_b.toml"])


@pytest.mark.parametrize(
    ("word", "text", "matched"),
    [
        # lower case matches in any case, with plural and any white space
        ("pier(s)", "pier", "pier"),
        ("pier(s)", "PIERS", "PIERS"),
        ("old pier", "old\n pier", "old\n pier"),
        ("pier(s)", "pierses", None),
        ("pier(s)", "xpier", None),
        ("pier(s)", "old-pier", None),
        ("pier(s)", "pier-held", "pier"),
        ("pier(s)", "pier-old", None),
        ("pier's end", "pier\u2019s end", "pier\u2019s end"),
        ("pier\u2019s end", "pier's end", None),
        # capitals match as written, in capitals, and at the beginning of a sentence
        ("the East Pier(s)", "the East Pier", "the East Pier"),
        ("the East Pier(s)", "The East Piers", "The East Piers"),
        ("the East Pier(s)", "THE EAST PIERS", "THE EAST PIERS"),
        ("the East Pier(s)", "the east pier", None),
    ],
)
def test_how_a_name_is_matched(tmp_path, word, text, matched):
    path = tmp_path / "names.toml"
    path.write_text(PIER.replace("pier(s)", word), encoding="utf8")
    (patterns,) = {tuple(names) for names in read_name_lexicons(path).phrases.values()}
    found = patterns[0].pattern.search(text)
    assert (found and found[0]) == matched


def test_a_name_is_listed_under_its_first_word_and_that_words_plural(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text(PIER.replace('["pier(s)"]', '["Pier(s)", "old pier"]'), encoding="utf8")
    assert read_name_lexicons(path).phrases.keys() == {"pier", "piers", "old"}


@pytest.mark.parametrize(
    ("text", "count"), [("a harbour here", 1), ("harbours", 0), ("Harbour, harbour", 2), ("", 0)]
)
def test_words_that_an_article_needs(tmp_path, text, count):
    path = tmp_path / "names.toml"
    path.write_text(PIER.replace("[pier.choices", 'needs = ["harbour"]\n[pier.choices'))
    assert len(read_name_lexicons(path).needs["pier"].findall(text)) == count


def test_a_missing_lexicon(tmp_path):
    with pytest.raises(LexiconError, match="Cannot read lexicon"):
        read_name_lexicons(tmp_path / "none.toml")
