"""The guess at language and script."""

import pandas as pd
import pytest

from analysis.load import language
from analysis.load.language import guess_language, language_code, language_problems


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("The ministry said that twelve people were killed on Monday.", "en", "Latin"),
        ("Der Minister sagte, dass zwölf Menschen getötet worden seien.", "de", "Latin"),
        ("Le ministère a annoncé que douze personnes ont été tuées.", "fr", "Latin"),
        ("El ministerio dijo que doce personas murieron al caer el puente.", "es", "Latin"),
        ("De minister zei dat er twaalf mensen zijn gedood.", "nl", "Latin"),
        ("قالت الوزارة إن اثني عشر شخصا قتلوا", "ar", "Arabic"),
        ("Министерство сообщило о двенадцати погибших", "ru", "Cyrillic"),
        ("保健省は十二人が死亡したと発表した", "ja", "Chinese, Japanese or Korean"),
        ("השר אמר כי שנים עשר בני אדם נהרגו", "he", "Hebrew"),
        ("Ο υπουργός είπε ότι σκοτώθηκαν δώδεκα", "el", "Greek"),
        ("मंत्री ने कहा कि बारह लोग मारे गए", "hi", "Indic"),
        ("12 + 12 = 24", None, None),
        ("", None, None),
        # most letters decide, not the first or the last
        ("The ministry said: قالت", "en", "Latin"),
        ("UN: قالت الوزارة إن اثني عشر شخصا قتلوا", "ar", "Arabic"),
        # a headline full of names may be English
        ("Clinton’s Iowa dilemma", None, "Latin"),
        ("Irrfan Khan, Modi, Sharif: Lahore", None, "Latin"),
        ("BRIDGE FALLS IN TALLIS ON THE FIRST DAY OF THE FAIR", "en", "Latin"),
        ("ZWÖLF TOTE BEI EINSTURZ EINER BRÜCKE IN TALLIS", "de", "Latin"),
        # in the script of no language that is told
        ("ᚠᚢᚦᚨᚱᚲ 12", None, None),
        # only the first 2000 characters count
        ("Le pont est tombé lundi. " * 90 + "the said of and to " * 900, "fr", "Latin"),
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


def test_what_is_not_read_is_a_problem_once_for_each_language_and_outlet():
    articles = pd.DataFrame(
        {
            "outlet": ["A", "B", "A", "A", None, "B"],
            "language": ["ar", "en", "ar", "fr", "und", None],
        }
    )
    reasons = [problem["reason"] for problem in language_problems(articles)]
    assert [reason.partition(" (")[0] for reason in reasons] == [
        "no outlet given: 1 article in another language not read",
        "A: 2 articles in Arabic not read",
        "A: 1 article in French not read",
    ]


def test_the_model_is_given_back_and_opened_again():
    french = "Le ministère a annoncé que douze personnes ont été tuées dans la ville."
    assert language.guess_language(french)[0] == "fr"
    assert language._identifier.cache_info().currsize == 1
    language.forget_language_model()
    assert language._identifier.cache_info().currsize == 0
    assert language.guess_language(french)[0] == "fr"
