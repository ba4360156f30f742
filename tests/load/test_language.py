"""The guess at language and script."""

import pytest

from analysis.load.language import guess_language, language_code


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("The ministry said that twelve people were killed on Monday.", "en", "Latin"),
        ("Der Minister sagte, dass zwölf Menschen getötet worden seien.", None, "Latin"),
        ("Le ministère a annoncé que douze personnes ont été tuées.", None, "Latin"),
        ("El ministerio dijo que doce personas murieron al caer el puente.", None, "Latin"),
        ("De minister zei dat er twaalf mensen zijn gedood.", None, "Latin"),
        ("قالت الوزارة إن اثني عشر شخصا قتلوا", None, "Arabic"),
        ("Министерство сообщило о двенадцати погибших", None, "Cyrillic"),
        ("保健省は十二人が死亡したと発表した", None, "Chinese, Japanese or Korean"),
        ("השר אמר כי שנים עשר בני אדם נהרגו", None, "Hebrew"),
        ("Ο υπουργός είπε ότι σκοτώθηκαν δώδεκα", None, "Greek"),
        ("मंत्री ने कहा कि बारह लोग मारे गए", None, "Indic"),
        ("12 + 12 = 24", None, None),
        ("\u064b", None, "Arabic"),  # a letter, but no word
        ("", None, None),
        # most letters decide, not the first or the last
        ("The ministry said: قالت", "en", "Latin"),
        ("UN: قالت الوزارة إن اثني عشر شخصا قتلوا", None, "Arabic"),
        # "the" and three words of 25 (.12) are enough; three of 26 are not
        ("the said were " + "casa " * 22, "en", "Latin"),
        ("the said were " + "casa " * 23, None, "Latin"),
        # English words without "the" are not enough
        ("he said that they were with him for this", None, "Latin"),
        # only the first 2000 characters count
        ("casa " * 400 + "the said of and to " * 900, None, "Latin"),
        ("the said of and to " * 106 + "слово " * 4000, "en", "Latin"),
    ],
)
def test_guess(text, language, script):
    assert guess_language(text) == (language, script)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("English", "en"),
        (" english ", "en"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("ara", "ar"),
        ("pt_BR", "pt"),
        ("", None),
        (None, None),
        ("e", None),
        ("e1", None),
        ("Elvish", None),
    ],
)
def test_language_code(value, expected):
    assert language_code(value) == expected
