"""Tests of the guess at language and script."""

import pytest

from analysis.load.language import code, guess_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that twelve people were killed when the bridge fell.", ("en", "Latin")),
        (
            "Der Minister sagte, dass bei dem Angriff zwölf Menschen getötet worden seien.",
            (None, "Latin"),
        ),
        (
            "Le ministère a annoncé que douze personnes ont été tuées dans la ville.",
            (None, "Latin"),
        ),
        ("El ministerio dijo que doce personas murieron cuando cayó el puente.", (None, "Latin")),
        (
            "De minister zei dat er twaalf mensen zijn gedood, de oorzaak is nog niet bekend.",
            (None, "Latin"),
        ),
        ("قالت الوزارة إن اثني عشر شخصا قتلوا", (None, "Arabic")),
        ("Министерство сообщило о двенадцати погибших", (None, "Cyrillic")),
        ("保健省は十二人が死亡したと発表した", (None, "Chinese, Japanese or Korean")),
        ("12 + 12 = 24", (None, None)),
        ("", (None, None)),
    ],
)
def test_guess(text, expected):
    assert guess_language(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("English", "en"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("ara", "ar"),
        ("pt_BR", "pt"),
        ("", None),
        (None, None),
        ("Elvish", None),
    ],
)
def test_code(value, expected):
    assert code(value) == expected
