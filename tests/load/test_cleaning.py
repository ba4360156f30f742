"""Cleaning of texts, and joining of titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.cleaning import (
    begins_with_title,
    fix_field,
    fix_text,
    join_title,
    replace_surrogates,
)

TITLE = "Bridge falls in the north"  # 21 letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", "plain text"),
        ("“curly” ‘quotes’ – and — dashes…", "“curly” ‘quotes’ – and — dashes…"),
        ("cafÃ© â€œopenâ€\x9d donâ€™t", "café “open” don’t"),
        ("a\x93quote\x94", "a“quote”"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one\x0ctwo\u2029three\x85", "one\ntwo\nthree…"),
        ("one\n\n \n\n\ntwo", "one\n\ntwo"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one \n\t\n two", "one \n\t\n two"),
        ("  edges \n", "edges"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("bell\x07 delete\x7f", "bell delete"),
        ("tab\tstays", "tab\tstays"),
        ("soft\u00adhyphen zero\u200bwidth word\u2060joiner", "softhyphen zerowidth wordjoiner"),
        ("Q&amp;A", "Q&A"),
        ("<b>Q&amp;A</b>", "<b>Q&amp;A</b>"),
        ("4\u00a0000 people", "4\u00a0000 people"),
        ("ﬁre and １２", "ﬁre and １２"),
        ("lone \ud800 half", "lone \ufffd half"),
    ],
)
def test_fix_text(text, expected):
    assert fix_text(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("a\x00b", "ab", "1 NUL byte removed"),
        ("a\x00\x00b", "ab", "2 NUL bytes removed"),
        (
            "a\u202eb\u2066c\u2069",
            "abc",
            "3 characters that change the direction of writing (U+202A-202E, U+2066-2069) removed",
        ),
    ],
)
def test_changes_that_could_be_overlooked_are_remarked(text, expected, remark):
    assert fix_text(text) == (expected, [remark])


@pytest.mark.parametrize(
    ("title", "body", "is_joined"),
    [
        (TITLE, "Twelve people died.", True),
        (TITLE, f"{TITLE}\n\nTwelve died.", False),
        (TITLE, "Fri 2 Nov 2018 at 0914 Bridge Falls in the North. Twelve died.", False),
        (
            "Bridge's fall kills 12 | The Daily",
            "Last updated at Nov 2 Bridges fall kills 12 Twelve died.",
            False,
        ),
        (
            "80 people die as bridge falls",
            "Fri 2 Nov People die as bridge falls. The ministry said.",
            False,
        ),
        (f"{TITLE}- Al Daily Website", f"10-11-2014 {TITLE}. Twelve died.", False),
        ("Bridge falls - Region - World - Daily", "AFP 2 Nov. Twelve died.", True),
        ("Fire", "A fire broke out.", True),
        ("Fire", "Fire\nA fire broke out.", False),
        (TITLE, "Long lead. " * 40 + TITLE, True),
        (None, "Twelve died.", False),
        ("", "Twelve died.", False),
        ("...", "Twelve died.", True),
    ],
)
def test_join_title(title, body, is_joined):
    assert join_title(title, body) == (f"{title}\n\n{body}" if is_joined else body)


@pytest.mark.parametrize(
    ("n_before", "found"),
    # 150 letters may come before the title; one in ten of its own may be cut off at the end
    [(0, True), (150, True), (153, True), (154, False), (200, False)],
)
def test_how_far_a_title_is_looked_for(n_before, found):
    assert begins_with_title("x" * n_before + " " + TITLE, TITLE) == found


@pytest.mark.parametrize(("n_before", "found"), [(450, True), (470, True), (474, False)])
def test_how_much_punctuation_may_come_before_a_title(n_before, found):
    assert begins_with_title("." * n_before + " " + TITLE, TITLE) == found


@pytest.mark.parametrize(("n_wrong", "found"), [(0, True), (1, True), (2, True), (3, False)])
def test_one_letter_in_ten_of_a_title_may_differ(n_wrong, found):
    title = "abcdefghijklmnopqrst"
    printed = title[:5] + "0" * n_wrong + title[5 + n_wrong :]
    assert begins_with_title(f"2 Nov {printed} Twelve died.", title) == found


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        # the name of a site is cut off, whichever mark comes before it
        ("Bridge falls | The Daily of the North", "2 Nov Bridge falls. Twelve died.", True),
        ("Bridge falls – The Daily of the North", "2 Nov Bridge falls. Twelve died.", True),
        ("Bridge falls - The Daily of the North", "2 Nov Bridge falls. Twelve died.", True),
        ("Bridge falls- The Daily of the North", "2 Nov Bridge falls. Twelve died.", True),
        ("Bridge falls: The Daily of the North", "2 Nov Bridge falls. Twelve died.", False),
        ("Bridge falls-The Daily of the North", "2 Nov Bridge falls. Twelve died.", False),
        # what is left is the first part, not the last
        ("Bridge falls | The Daily of the North", "2 Nov The Daily of the North. Died.", False),
        # ten letters are enough after a cut, nine are not
        ("Bridgefall | The Daily of the North", "2 Nov Bridgefall. Twelve died.", True),
        ("Bridgefal | The Daily of the North", "2 Nov Bridgefal. Twelve died.", False),
        ("Bridgefal | The Daily of the North", "Bridgefal. Twelve died.", False),
        # ten letters are looked for after a date, nine at the very beginning only
        ("Bridgefall", "2 Nov Bridgefall. Twelve died.", True),
        ("Bridgefal", "2 Nov Bridgefal. Twelve died.", False),
        ("Bridgefal", "Bridgefal. Twelve died.", True),
        ("", "Twelve died.", False),
    ],
)
def test_titles_that_are_cut_or_short(title, body, found):
    assert begins_with_title(body, title) == found


@given(st.text(), st.text())
def test_a_title_is_never_joined_twice(title, body):
    once = join_title(title, body)
    assert once.endswith(body)
    if any(character.isalnum() for character in title):
        assert begins_with_title(once, title)


@given(st.text(st.characters()))
def test_a_fixed_text_is_clean(text):
    fixed, _ = fix_text(text)
    assert "\x00" not in fixed
    assert "\r" not in fixed
    assert fixed == fixed.strip()
    fixed.encode("utf-8")


@given(st.text(st.characters()))
def test_replacing_surrogates_keeps_the_length(text):
    replaced, count = replace_surrogates(text)
    assert len(replaced) == len(text)
    assert replaced.encode("utf-8").count("\ufffd".encode()) >= count


def test_surrogates_are_counted():
    assert replace_surrogates("a\ud800b\udfff\ue000") == ("a\ufffdb\ufffd\ue000", 2)


@pytest.mark.parametrize(
    ("text", "cleaned", "remark"),
    [
        ("AFP", "AFP", None),
        (" Le Monde é ", "Le Monde é", None),
        ("a\tb", "a\tb", None),
        ("\u202aAFP\u202c", "AFP", "2 characters that do not show (U+202A, U+202C) removed"),
        ("A\u200bFP", "AFP", "1 character that does not show (U+200B) removed"),
        ("\ufeffid-1", "id-1", "1 character that does not show (U+FEFF) removed"),
        ("AFP\u200e \u200f", "AFP", "2 characters that do not show (U+200E, U+200F) removed"),
        ("AFP\u200c", "AFP", "1 character that does not show (U+200C) removed"),
        ("AFP\x1b\x07", "AFP", "2 characters that do not show (U+0007, U+001B) removed"),
        ("\u2066\u2069", "", "2 characters that do not show (U+2066, U+2069) removed"),
        # a joiner between letters of Persian is spelling
        ("می\u200cخواهم", "می\u200cخواهم", None),
        ("خواهم\u200c", "خواهم", "1 character that does not show (U+200C) removed"),
        (
            "".join(map(chr, range(0x202A, 0x202F))) + "\u200b\u200eA",
            "A",
            "7 characters that do not show (U+200B, U+200E, U+202A, U+202B, U+202C, ...) removed",
        ),
    ],
)
def test_short_fields(text, cleaned, remark):
    assert fix_field(text) == (cleaned, remark)


def test_mojibake_in_names_is_repaired_and_not_told():
    assert fix_field("Le MondÃ© â\x80\x93 Paris", repair=True) == ("Le Mondé – Paris", None)
    assert fix_field("https://a.b/?x=1&copy=2") == ("https://a.b/?x=1&copy=2", None)
