"""Days, adverbs, bare shares and the headings of notes name nobody; people and bodies do."""

import pytest

from analysis.extract.attributions.nobody_words import is_section_word, names_nobody
from tests.extract.attributions.resolved_names import names_of
from tests.extract.attributions.test_extract import triples


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("PREVIOUSLY", True),
        ("Update", True),
        ("UPDATE 2", True),
        ("Editor’s note", True),
        ("RELATED", True),
        ("Watch live", True),
        ("QUIST", False),
        ("Edith Notley", False),
        ("The watch officer", False),
        ("Readers", False),
        ("Breaking Point", False),
        ("Port Authority", False),
    ],
)
def test_section_words(words, expected):
    assert is_section_word(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", True),
        ("last Friday", True),
        ("Monday night", True),
        ("Instead", True),
        ("whose", True),
        ("Twelve percent", True),
        ("about 40%", True),
        ("Anyone", True),
        ("Everyone at the port", False),
        ("Thursday Club", False),
        ("Monday’s paper", False),
        ("May", False),
        ("Emily", False),
        ("twelve percent of the dockers", False),
        ("12 dockers", False),
        ("whose brother", False),
    ],
)
def test_nobody(words, expected):
    assert names_nobody(words) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S Nine percent> <C said> <T the pier was old>.", [(None, "said", "the pier was old")]),
        ("<S Thursday> <C said> <T the pier was old>.", [(None, "said", "the pier was old")]),
        ("<S Friday & Co> <C said> <T it was old>.", [("Friday & Co", "said", "it was old")]),
        ("<S May> <C said> <T the pier was old>.", [("May", "said", "the pier was old")]),
    ],
)
def test_who_is_nobody_is_no_source(marked, expected):
    assert triples(marked) == expected


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("It was replaced late Thursday by a sign [that] said so.", [None]),
        ("Instead, [which] said so.", [None]),
        ("It was replaced on Thursday by Ada Quist, [who] said so.", ["Ada Quist"]),
        ("It was replaced by Monday Motors, [which] said so.", ["Monday Motors"]),
    ],
)
def test_who_refers_to_no_day(marked, names):
    assert names_of(marked) == names
