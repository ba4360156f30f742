import pandas as pd
import pytest

from analysis.compare.events.labels.capitals import Capitals
from analysis.compare.events.labels.headline_topics import HeadlineWords, shared_topic
from analysis.compare.events.labels.words import sentences

LEAD = (
    "The firms said that the gun control plan, the emails and a marriage in Velmora were no topic "
    "for Social Security. On social media the Tea Party of Velmora spoke of an ad and of the cover."
    " They read the harbour bill."
)


def capitals():
    rows = pd.DataFrame(
        {"outlet": ["Herald"], "published": [pd.NaT], "title": [""], "text": [LEAD]}
    )
    return Capitals(rows)


def topic(*headlines, without=(), ending=""):
    learned = capitals()
    outlets = []
    for headline in headlines:
        words = HeadlineWords()
        for sentence in sentences(headline):
            words.read_headline(sentence, learned)
        for sentence in sentences(LEAD):
            words.read_lead(sentence)
        outlets.append(words)
    found = shared_topic(outlets, without, ending)
    return found and found.printed


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [
        # the longer phrase of most before the single word of all
        (("Mayor urges gun control", "New gun rules", "Gun Control Plan Unveiled"), "gun control"),
        (("Panel asks for emails", "E-Mails Show Doubts", "Mayor hands over emails"), "emails"),
        (("Mayor on Social Security", "Social Security Cut Denied"), "Social Security"),
        (("Mayor Slams Social Media", "Mayor loses on social media"), "social media"),
        (("Tea Party Is Told Off", "Mayor tells Tea Party off"), "Tea Party"),
        (("Council passes harbour bill", "Harbour bill fails"), "harbour bill"),
        (("Mayor denies affair", "Affair of the mayor"), None),
        (("Cover-up at mill alleged", "Mill cover-up denied"), None),
        (("Mayor in attack ad", "Mayor in Group's Ad", "Mayor used in ad"), "ad"),
        # what one headline of three prints is shared by none
        (("Mayor on the cover", "Mayor on marriage", "Mayor speaks"), None),
        # verbs, people's parts in a crime, words that judge, and what every story has
        (("Mayor covers costs", "Mayor takes office"), None),
        (("Suspect held at mill", "Mill suspect freed"), None),
        (("Terrorists at large", "Terrorists gone"), None),
        (("Illegal act, mayor says", "An illegal move"), None),
        (("Year of rain", "Rain all year"), None),
        # not known as a noun: the lead has it nowhere after an article
        (("Mayor looks ahead", "Velm looks back"), None),
    ],
)
def test_a_topic_is_what_most_headlines_print(headlines, expected):
    assert topic(*headlines) == expected


def test_a_topic_repeats_no_word_of_the_name():
    headlines = ("Velmora emails read", "Emails from Velmora")
    assert topic(*headlines, without={"emails"}) != "emails"
    assert topic(*headlines, without={"velmora", "email"}) is None


def test_a_vague_noun_is_made_longer_by_the_words_before_it():
    headlines = ("Mayor's gun control plan", "Gun control plan fails", "The plan of the mayor")
    assert topic(*headlines, ending="plan") == "gun control plan"
    assert topic("The plan", "A plan", ending="plan") is None
