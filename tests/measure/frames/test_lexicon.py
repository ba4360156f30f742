"""Frame lexicons: tokens, counts by hand, scores, and errors in files."""

from collections import Counter

import numpy as np
import pytest

from analysis.core import paths, tables
from analysis.core.errors import LexiconError
from analysis.measure.frames.lexicon import (
    CAP,
    FrameLexicon,
    index_entries,
    read_frames,
    scale,
    tokens,
)
from tests.measure.frames.frame_articles import OWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It\u2019s a $5 plan.", ["it's", "a", "$", "5", "plan"]),
        ("low-carbon -- 5\u20ac, \u00a36", ["low-carbon", "5", "\u20ac", "\u00a3", "6"]),
        ("'quoted' rock-'n'-roll", ["quoted", "rock", "n", "roll"]),
        ("...", []),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The sun came out", {"sun": 1}),
        ("Rain and more rain", {"rain": 2}),
        ("Raining and rained on", {"raining": 1, "rained": 1}),
        ("A rainbow in the rain", {"rainbow": 1, "rain": 1}),
        ("rainbows", {"rainbows": 1}),
        ("HEAVY SNOWFALL came", {"heavy snowfall": 1}),
        ("heavy", {}),
        ("Snow was heavy", {}),
        ("Sunday trains and a sun-dried tomato", {}),
        ("the rain's end", {"rain's": 1}),
    ],
)
def test_counts(own, text, forms):
    counts, found = read_frames(own).count([tokens(text)])
    assert {words: count for (_, words), count in found.items()} == forms
    assert sum(counts.values()) == sum(forms.values())


def test_a_token_counts_once_for_each_frame_for_the_longest_entry():
    entries = [(0, "rain*"), (0, "rainbow*"), (1, "rain*"), (1, "bow")]
    lexicon = FrameLexicon(["x", "y"], np.ones(2), entries, index_entries(entries))
    counts, _ = lexicon.count([["rainbows", "rain"], ["rain"]])
    assert counts == Counter({0: 2, 1: 1, 2: 3})


def test_scores_cap_each_entry_and_add_up_frames():
    entries = [(0, "rain"), (0, "sun"), (1, "hill")]
    lexicon = FrameLexicon(["x", "y"], np.ones(2), entries, index_entries(entries))
    found = lexicon.scores(Counter({0: CAP + 1, 1: 1, 2: CAP}), 1000)
    assert found.tolist() == [CAP + 1, CAP]
    assert np.isnan(lexicon.scores(Counter(), 0)).all()
    assert lexicon.scores(Counter(), 5).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("n_words", "expected"), [(1000, 1), (4000, 0.5), (250, 2), (100, 10**0.5), (1, 10**0.5)]
)
def test_scale(n_words, expected):
    assert scale(n_words) == pytest.approx(expected)


def test_lexicons_can_be_combined(own):
    assert read_frames().frames == list(tables.FRAMES)
    assert read_frames(str(own)).frames == ["weather"]
    both = read_frames([own, paths.LEXICONS / "frames.toml"])
    assert both.frames == ["weather", *tables.FRAMES]
    assert both.thresholds[0] == 4
    assert {frame for frame, _ in both.entries} == set(range(1 + len(tables.FRAMES)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "new = true\n",
            "",
            r"own.toml:1: weather: No group 'weather'.* Available: conflict, economic.* new = true",
        ),
        ("threshold = 4\n", "", r"own.toml:1: weather.threshold: is missing"),
        (
            "threshold = 4",
            'threshold = "high"',
            r"own.toml:7: weather.threshold: 'high' is not a score above 0",
        ),
        ("threshold = 4", "threshold = 0", r"weather.threshold: 0 is not a score above 0"),
        ("threshold = 4", "threshold = true", r"weather.threshold: True is not a score above 0"),
        ('"sun"', '"SUN", "sun"', r"own.toml:8: weather.words: 'sun' is listed twice"),
        ('"sun"', '"sun!"', r"own.toml:8: weather.words: 'sun!' is not a word"),
        ('"sun"', "5", r"own.toml:8: weather.words: 5 is not a word"),
        ('["rain*", "sun", "rainbow", "heavy snow*"]', "[]", r"weather.words: should be a list"),
        ('["rain*", "sun", "rainbow", "heavy snow*"]', '"rain"', r"words: should be a list"),
        ('about = "rain and shine"\n', "", r"own.toml:1: weather.about: is missing"),
        ("words = [", "wrds = [", r"own.toml:1: weather.words: is missing"),
        ("licence", 'patern = "x"\nlicence', r"own.toml:5: weather.patern: No key 'patern'"),
    ],
)
def test_invalid_lexicons_raise_an_error(write, old, new, message):
    path = write(OWN.replace(old, new, 1))
    with pytest.raises(LexiconError, match=message):
        read_frames(path)


def test_a_frame_in_two_files_raises_an_error(write, own):
    message = r"again.toml:1: weather: is already defined in another lexicon"
    with pytest.raises(LexiconError, match=message):
        read_frames([own, write(OWN, "again.toml")])


def test_no_more_beginnings_of_a_token_are_looked_up_than_a_lexicon_has(own):
    lexicon = read_frames(own)
    found, _ = lexicon.count([["x" * 1_000_000]])
    assert not found
    assert lexicon._longest_stem < 100
