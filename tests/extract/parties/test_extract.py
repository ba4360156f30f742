"""Whose a party is, in articles on several kinds of news, and where the article does not tell."""

import pandas as pd
import pytest

from analysis.annotate.sentences import split_sentences
from analysis.core import tables
from analysis.extract.parties.extract import _next_to, extract_parties, title_length
from analysis.extract.parties.labels import PRIVATE
from analysis.extract.parties.marks import Mark


def parties_of(*texts):
    rows = [
        {"article_id": f"a{i}", "corpus": "test", "text": text, "n_words": len(text.split())}
        for i, text in enumerate(texts)
    ]
    articles = tables.make(rows, tables.ARTICLES)
    return extract_parties(articles, split_sentences(articles))


def said(text):
    found = parties_of(text)
    party = found["party"].astype(object).where(found["party"].notna(), None)
    return list(zip(found["text"], party, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sri Lanka's government blocked sites. The government gave no reason.",
         [("government", "Sri Lanka"), ("government", "Sri Lanka")]),
        ("Police in Kenya said that the gunman fled.", [("Police", "Kenya"), ("gunman", PRIVATE)]),
        ("Hamas fighters fired. Israeli troops fired back.",
         [("fighters", "Hamas"), ("troops", "Israel")]),
        ("Venezuelan President Nicolas Maduro spoke.", [("President", "Venezuela")]),
        ("Taliban insurgents attacked Afghan security forces.",
         [("insurgents", "Taliban"), ("security forces", "Afghanistan")]),
        ("US-backed Syrian rebels left.", [("rebels", "Syria")]),
        # a group that only its article calls armed
        ("Orsk was hit by the rebel Popular Liberation Front (PLF). At dawn the rebels left.",
         [("rebel", "Popular Liberation Front"), ("rebels", "Popular Liberation Front")]),
        ("The rebel Labour MPs left. The rebels voted no.",
         [("rebel", None), ("Labour", "Labour"), ("rebels", None)]),
        # who attacks owns no governor who speaks of the attack
        ("A miner of the Karsk works has died after Monday night's Russian attack, the regional "
         "governor, Ada Quist, said.\nMoscow denies it, the Ukrainian mine works said.\n"
         "Prosecutors opened a case. Ukraine's navy said that Russia had fired 56 rockets.",
         [("governor", None), ("Prosecutors", None), ("navy", "Ukraine")]),
        ("A miner died in Poland. Polish forces came.\nProsecutors opened a case.",
         [("forces", "Poland"), ("Prosecutors", "Poland")]),
        # a judging adjective owns no office
        ("Heartless Transport Minister Ada Quist spoke.", [("Minister", None)]),
        # an organisation of states has no government
        ("The World Bank lent 300 million. He blamed the government for the delay. The World Bank "
         "left.", [("World Bank", "World Bank"), ("government", None),
                   ("World Bank", "World Bank")]),
        ("The UN envoy said that he had asked the government for access.",
         [("UN", "United Nations"), ("government", None)]),
        # of several, of one
        ("The Qatari foreign ministry spoke. Officials in both capitals said so.",
         [("ministry", "Qatar"), ("Officials", None)]),
        ("The ministers in Zagreb and Belgrade blamed each other.", [("ministers", None)]),
        ("Police in Kenya said so.", [("Police", "Kenya")]),
        # the country that the speaker's own sentence begins with
        ("German police spoke. German police left. Hungary's towns are safe, the government "
         "spokeswoman said.",
         [("police", "Germany"), ("police", "Germany"), ("government", "Hungary")]),
        # one word elsewhere in the article decides nothing
        ("The mayor of a town praised his bakers. A guest had once been to Syria. "
         "Later that week, long after the fair had closed, a government can be slow, he said.",
         [("mayor", None), ("government", None)]),
        ("The terrorists fled the valley.", [("terrorists", None)]),
        ("He was shown a message from a foreign government.", [("government", None)]),
        # a government sits in its own country
        ("Soldiers rose in Guinea-Bissau. Shots were heard in Bissau. The government in "
         "neighbouring Senegal was worried.",
         [("Soldiers", "Guinea-Bissau"), ("government", "Senegal")]),
        # where people meet is not whose government it is
        ("Rebels leave for Luanda, where talks are held. The movement sends delegates to Luanda. "
         "The regime's figure is wrong.", [("Rebels", None), ("regime", None)]),
        ("The rebels left the talks in Luanda. The government waited.",
         [("rebels", None), ("government", None)]),
        ("Angola's president opened the talks in Luanda. The government waited.",
         [("president", "Angola"), ("government", "Angola")]),
        ("The government in Luanda opened the talks.", [("government", "Angola")]),
        # the government that speaks from its capital, in an article on another country
        ("A boat sank in Tanzania, the presidency in Libreville announced. The government has "
         "decided to inspect its boats.", [("government", "Gabon")]),
        ("A boat sank in Tanzania, the presidency in Libreville announced. The government of "
         "Tanzania mourned.", [("government", "Tanzania")]),
        # where it could happen here, it has not happened here
        ("Fuel riots spread in Angola, and Angola's president fled Angola. It could happen here, a "
         "union said. The minister gave no answer.", [("president", "Angola"), ("minister", None)]),
        ("Fuel riots spread in Angola, and Angola's president fled Angola. The president gave no "
         "answer.", [("president", "Angola"), ("president", "Angola")]),
        # where somebody fled to
        ("The ferry sank, and its owner fled to London. Ministers will promise inspections.",
         [("Ministers", None)]),
        # a country's own soldiers, wherever they are
        ("France, which has 380 soldiers in Gabon, said no.", [("soldiers", "France")]),
        ("The 380 soldiers of France in Gabon said no.", [("soldiers", "France")]),
        ("Russia's defence ministry said that its soldiers had been captured by Ukraine.",
         [("ministry", "Russia"), ("soldiers", "Russia")]),
        # of both sides of a swap
        ("Russia and Ukraine swap 206 prisoners. Ukraine and Russia exchanged prisoners of war.",
         [("prisoners", None), ("prisoners", None)]),
        ("Russia and its ally met. Kyiv freed the Russian prisoners.", [("prisoners", "Russia")]),
        # what a body is names none
        ("The President of the Commission spoke.", [("President", None)]),
        ("Ada Quist blamed President Orel.", [("President", None)]),
        # police are no political party's
        ("Labour lost the vote. Labour blamed the cold. Police are looking into it.",
         [("Labour", "Labour"), ("Labour", "Labour"), ("Police", None)]),
        ("", []),
    ],
)  # fmt: skip
def test_whose(text, expected):
    assert said(text) == expected


def test_the_words_that_tell_are_given():
    text = "Rain fell. Soldiers of Sudan's army left Khartoum."
    found = parties_of(text)
    told = found.loc[found["party"].notna()]
    assert len(told) == 2
    for row in told.itertuples():
        assert text[int(row.party_start) : int(row.party_end)] == "Sudan"
        assert row.sentence_id == 1
        assert row.p >= 0.5


def test_articles_do_not_speak_of_each_other():
    alone = parties_of("The army left.")
    together = parties_of("Sudan's army left.", "The army left.")
    assert pd.isna(alone["party"].iloc[0])
    assert together["party"].isna().tolist() == [False, True]


def test_order_of_articles_changes_nothing():
    texts = ["Sudan's army left.", "Kenyan police said so.", "The rebels left."]
    forwards = parties_of(*texts)["party"].tolist()
    backwards = parties_of(*reversed(texts))["party"].tolist()
    assert [str(one) for one in forwards] == [str(one) for one in reversed(backwards)]


@pytest.mark.parametrize(
    ("text", "title", "length"),
    [("Rain\n\nIt fell.", "Rain", 4), ("It fell.", "Rain", 0), ("It fell.", None, 0), ("", "", 0)],
)
def test_length_of_the_title(text, title, length):
    assert title_length(text, title) == length


def mark_at(start):
    return Mark(start, start + 2, "Syria", "country", "name", False)


@pytest.mark.parametrize("starts", [[], [3], [3, 9], [3, 3, 9, 9, 9, 30], [5, 6, 7]])
def test_the_nearest_of_all_marks_is_next_to_the_place(starts):
    marks = [mark_at(start)._replace(end=40 + n) for n, start in enumerate(starts)]
    for place in range(35):

        def distance(mark, place=place):
            return abs(mark.start - place)

        expected = min(marks, key=distance, default=None)
        assert min(_next_to(marks, place), key=distance, default=None) == expected
        assert len(_next_to(marks, place)) <= 2
