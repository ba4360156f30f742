"""Which words a text must hold for a pattern to match, and that no match is lost by asking."""

import re

import pytest

from analysis.core.needed_words import MOST_WORDS, Guarded, needed_words
from analysis.extract.figures.rules import all_rules

CASES = [
    (r"killed", ("killed",)),
    (r"(?:not|never) (?:been )?hurt", ("hurt",)),
    (r"(?:no|some) of (?:them|us)", (" of ",)),
    (r"none|no-?one|nobody", ("no",)),
    (r"(?P<who>police)?\s+said", ("said",)),
    (r"(?:injured){1,2}", ("injured",)),
    (r"a(?=\s+dozen\b)", ("dozen",)),
    (r"(?<=about )\d+", ("about ",)),
    (r"(?i:KILLED)", ("killed",)),
    # nothing can be told
    (r"(?:killed)?", ()),
    (r"killed|\d+", ()),
    (r"(?!killed)\w+", ()),
    (r"\s+", ()),
    (r"\w+", ()),
    ("|".join(f"{letter}{other}x" for letter in "abcdefgh" for other in "abcdef"), ()),
]


@pytest.mark.parametrize(("pattern", "words"), CASES)
def test_needed_words_are_told(pattern: str, words: tuple[str, ...]) -> None:
    assert needed_words(pattern) == words


def test_words_are_few() -> None:
    for rule in all_rules():
        for side in (rule.before, rule.after, rule.unless_before, rule.unless_after):
            assert side is None or len(side.words) <= MOST_WORDS


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("He was KILLED.", True), ("He was Killed", True), ("He was hurt.", False), ("", False)],
)
def test_case_makes_no_difference(text: str, is_found: bool) -> None:
    assert (Guarded("killed", re.IGNORECASE).search(text) is not None) is is_found


def test_match_is_asked_at_the_start_only() -> None:
    guarded = Guarded("killed")
    assert guarded.match("killed two") is not None
    assert guarded.match("two killed") is None


def test_a_longer_folded_text_loses_no_match() -> None:
    assert Guarded(r"Killed$").search("Killed", "before, killed, and after") is not None


def test_a_broken_pattern_is_refused_at_once() -> None:
    with pytest.raises(re.error):
        Guarded("(killed")


def test_no_rule_loses_a_match_in_its_own_texts() -> None:
    """A text in which a pattern matches holds one of the words that it needs."""
    for rule in all_rules():
        texts = [text.replace("[", "").replace("]", "") for text in (*rule.fires, *rule.silent)]
        for side in (rule.before, rule.after, rule.unless_before, rule.unless_after):
            if side is None:
                continue
            for text in texts:
                for start in range(len(text)):
                    if side.pattern.match(text, start):
                        assert side.may_match(text.casefold())
