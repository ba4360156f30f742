"""Words that a page prints around a report are found, and what a newspaper wrote is left alone."""

import pandas as pd
import pytest

from analysis.core import furniture, lexicon, paths
from analysis.core.errors import LexiconError
from analysis.core.furniture import (
    KINDS,
    articles_without_furniture,
    furniture_of,
    outside_furniture,
    without_furniture,
)

LEAD = "A dam broke above Tallis on Monday, officials said."
TITLE = "Dam breaks above Tallis"


def found(text):
    return [(one.kind, text[one.start : one.end]) for one in furniture_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # credits
        (
            f"{LEAD} (Photo by Ada Holm/Getty Images)",
            [("credit", "(Photo by Ada Holm/Getty Images)")],
        ),
        (f"{LEAD} (Image credit: Tallis Wire)", [("credit", "(Image credit: Tallis Wire)")]),
        (
            f"{LEAD} (photo credit: TWITTER SCREENSHOT)",
            [("credit", "(photo credit: TWITTER SCREENSHOT)")],
        ),
        (f"{LEAD} (Ada Holm/Reuters) He left.", [("credit", "(Ada Holm/Reuters)")]),
        (
            f"{LEAD} (Ada Holm/Pool via Reuters) He left.",
            [("credit", "(Ada Holm/Pool via Reuters)")],
        ),
        (f"{LEAD} (AP Photo/Ada Holm, File) He left.", [("credit", "(AP Photo/Ada Holm, File)")]),
        (f"{LEAD} (Shutterstock) He left.", [("credit", "(Shutterstock)")]),
        (f"{LEAD} Ada Q. Holm / AP He left.", [("credit", "Ada Q. Holm / AP")]),
        (f"{LEAD} ADA VAN DER HOLM / Getty\nHe left.", [("credit", "ADA VAN DER HOLM / Getty")]),
        (f"{LEAD} ADA HOLM/AFP/Getty Images\nHe left.", [("credit", "ADA HOLM/AFP/Getty Images")]),
        (
            f"{LEAD} Ada Holm/NurPhoto via Getty Images He left.",
            [("credit", "Ada Holm/NurPhoto via Getty Images")],
        ),
        (
            f"{LEAD} Tallis Star / AP file He left.",
            [("credit", "Tallis Star / AP file")],
        ),
        (
            f"Dams hold. Winds blow. {LEAD} | Ada Holm/AP Photo\nHe left.",
            [("credit", "| Ada Holm/AP Photo")],
        ),
        (f"{LEAD} REUTERS/Ada Holm He left.", [("credit", "REUTERS/Ada Holm")]),
        (
            f"{LEAD} REUTERS/Ada van Holm/File Photo",
            [("credit", "REUTERS/Ada van Holm/File Photo")],
        ),
        (f"{LEAD} - Photo by Ada Holm TALLIS -- He left.", [("credit", "- Photo by Ada Holm")]),
        (
            f"{LEAD}\nImage source: WXYZ video screenshot\nHe left.",
            [("credit", "Image source: WXYZ video screenshot")],
        ),
        (f"{LEAD} Image copyright Reuters The dam held.", [("credit", "Image copyright Reuters")]),
        # a credit that comes again, where no mark tells where it begins
        (
            f"{LEAD} Ada Holm/Getty Images He left Ada Holm/Getty Images",
            [("credit", "Ada Holm/Getty Images")] * 2,
        ),
        # captions
        (
            f"{TITLE}\n\nAda Quist walks in Tallis, January 16, 2019. (Bo Holm/Reuters)\n{LEAD}",
            [
                ("caption", "Ada Quist walks in Tallis, January 16, 2019."),
                ("credit", "(Bo Holm/Reuters)"),
            ],
        ),
        (
            f"{TITLE}\n\nImage copyright Tallis Police Image caption Bo Holm fled during a raid "
            "A man who was shot is held, a court heard.",
            [
                ("credit", "Image copyright Tallis Police"),
                ("page", "Image caption"),
                ("caption", "Bo Holm fled during a raid"),
            ],
        ),
        (
            f"{TITLE}\n\nImage caption The dam in 1984\n{LEAD}",
            [("page", "Image caption"), ("caption", "The dam in 1984")],
        ),
        (
            f"{TITLE}\n\nFILE - This Oct. 9, 2018, file photo shows the dam. {LEAD}",
            [("caption", "FILE - This Oct. 9, 2018, file photo shows the dam.")],
        ),
        (
            f"{TITLE}\n\nEnlarge this image Ada Quist speaks at the dam. Bo Holm/Getty Images "
            f"hide caption\n{LEAD}",
            [
                ("page", "Enlarge this image"),
                ("caption", "Ada Quist speaks at the dam."),
                ("credit", "Bo Holm/Getty Images"),
                ("page", "hide caption"),
            ],
        ),
        (
            f"{TITLE}\n\nGuards gather names, July 18, 2018, in Tallis. They ... more >\n{LEAD}",
            [("caption", "Guards gather names, July 18, 2018, in Tallis. They ... more >")],
        ),
        # bylines
        (
            f"{TITLE}\n\nBy Ada May Holm April 16, 2019\n{LEAD}",
            [("byline", "By Ada May Holm April 16, 2019")],
        ),
        (f"{TITLE}\n\nby Ada Holm\n{LEAD}", [("byline", "by Ada Holm")]),
        (
            f"{TITLE}\n\nBy Ada Holm and Bo Quist 4/15/19, 12:20 PM CET\n{LEAD}",
            [("byline", "By Ada Holm and Bo Quist 4/15/19, 12:20 PM CET")],
        ),
        (
            f"{TITLE}\n\nBy Ada Holm - The Tallis Times - Tuesday, April 16, 2019\n{LEAD}",
            [("byline", "By Ada Holm - The Tallis Times - Tuesday, April 16, 2019")],
        ),
        (f"{TITLE}\n\nHe fled. 04.15.19 1:11 PM ET {LEAD}", [("byline", "04.15.19 1:11 PM ET")]),
        (f"{TITLE}\n\n{TITLE} 04-15-2019 Ada Holm {LEAD}", [("byline", "04-15-2019 Ada Holm")]),
        (
            f"{TITLE}\n\nFollow Ada Holm on Twitter April 17, 2019 9:53 AM {LEAD}",
            [("byline", "Follow Ada Holm on Twitter April 17, 2019 9:53 AM")],
        ),
        (f"{TITLE}\n\n{TITLE} April 15, 2019 views\n{LEAD}", [("byline", "April 15, 2019 views")]),
        (f"{TITLE}\n\nBy Ada Holm The dam above Tallis broke.", [("byline", "By Ada Holm")]),
        # pages
        (
            f"{LEAD} Share on Facebook Share on Twitter\n{LEAD}",
            [("page", "Share on Facebook Share on Twitter")],
        ),
        (
            f"{TITLE} Facebook Twitter Flipboard Email {LEAD}",
            [("page", "Facebook Twitter Flipboard Email")],
        ),
        (
            f"These are external links and will open in a new window Close share panel {LEAD}",
            [("page", "These are external links and will open in a new window Close share panel")],
        ),
        (f"{LEAD} Advertisement\n{LEAD}", [("page", "Advertisement")]),
        (f"{LEAD} READ THIS LIST", [("page", "READ THIS LIST")]),
        (f"{LEAD}\nExplore: Dams and Rivers", [("page", "Explore: Dams and Rivers")]),
        (
            f"{LEAD} Breaking News Emails Get breaking news alerts and special reports. {LEAD}",
            [("page", "Breaking News Emails Get breaking news alerts and special reports.")],
        ),
        (
            f"{LEAD} Sign up for our dam newsletter and stay informed. {LEAD}",
            [("page", "Sign up for our dam newsletter and stay informed.")],
        ),
        (
            f"He left. Stay Updated with TD\nTD's daily roundup of the day's best news.\n{LEAD}",
            [
                (
                    "page",
                    "Stay Updated with TD\nTD's daily roundup of the day's best news.",
                )
            ],
        ),
        (
            f"{LEAD}\nCopyright © 2019 The Tallis Times, LLC. All rights reserved.",
            [("page", "Copyright © 2019 The Tallis Times, LLC."), ("page", "All rights reserved.")],
        ),
        # appeals
        (
            f"{LEAD}\nToday, reader support makes up about two-thirds of our budget. {LEAD}",
            [("appeal", "Today, reader support makes up about two-thirds of our budget.")],
        ),
        (
            f"{LEAD} If you like it, please join us with a tax-deductible donation today.",
            [
                (
                    "appeal",
                    "If you like it, please join us with a tax-deductible donation today.",
                )
            ],
        ),
        # markup
        (
            f'{LEAD} <iframe width="100%" height="180" src="https://x.example"></iframe> He left.',
            [
                ("markup", '<iframe width="100%" height="180" src="https://x.example">'),
                ("markup", "</iframe>"),
            ],
        ),
    ],
)
def test_furniture_is_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{TITLE}\n\n{LEAD}",
        # credits
        "The images are shown here courtesy of the National School Boards Association.",
        "The photo by a bystander shows the dam before it broke.",
        "A photo by Ada Holm shows the dam before it broke.",
        "She told Getty that the picture was hers.",
        "Getty Images said it would take down the pictures.",
        "The Reuters/Ipsos poll found that 40% agree.",
        "An AP/NORC poll found that 40% agree. A CNN/Opinion Research poll found 30%.",
        "TALLIS (Reuters) - A dam broke on Monday.",
        "TALLIS (AP) — A dam broke on Monday.",
        "Three men (pictured by police in 2014) fled.",
        "The firm (whose image has suffered) lost 40% of its value.",
        "Credit: banks lend 12% less than a year ago.",
        "The image source code was published.",
        "He holds the copyright to the song, which earned $3 million in 2019.",
        # captions
        "The caption of the image said that 12 people died.",
        "In this photo the dam still stands; 12 people live below it",
        "Police opened a file on 12 men in 2014.",
        # bylines
        "By Monday the water had reached Tallis.",
        "By Tuesday Night the water had reached Tallis, she said.",
        "The dam was built by Ada Holm\nand her sons in 1984.",
        "The dam was built by Ada Holm in April 2019 for $3 million.",
        "On April 15, 2019 at 6:19 p.m. the dam broke.",
        "The dam broke on April 15, 2019, killing 12 people.",
        "The dam broke at 6:19 PM on Monday.",
        "The court said on April 15, 2019 8:00 AM was too early.",
        "Updated figures show that 12 people died.",
        "Follow the river to Tallis and you reach the dam.",
        # pages
        "She went to share on Facebook a video that shows the dam.",
        "Share on Facebook a video that shows the dam, police asked.",
        "Facebook, Twitter and Instagram removed 12 posts.",
        "Facebook and Twitter removed 12 posts. Email Print.",
        "The advertisement cost $3 million. Advertisement revenue fell 12%.",
        "People can sign up for the race in Tallis, which 300 runners joined.",
        "They subscribe to our values, the minister said.",
        "Read more than 12 books a year, doctors advise.",
        "The paper's daily roundup of arrests held 12 names.",
        "All rights are reserved to the crown under the 1984 act.",
        "The newsletter said 12 people died.",
        "Follow us, the guards told the 12 men.",
        "You can follow her lawyer's advice, he said.",
        # appeals
        "Reader support for the strike fell to 40%, a poll found.",
        "The party asked members to please support its budget of $3 million.",
        "The school was founded as a nonprofit in 1976.",
        "“Viewer support makes up two-thirds of their budget,” the minister said.",
        # markup
        "The reading was <12 and >3, the clinic said.",
        "The firms A<B and C>D merged.",
    ],
)
def test_prose_is_no_furniture(text):
    assert found(text) == []


def test_a_headline_that_the_body_repeats_is_no_caption():
    text = f"{TITLE} in 2019\n\n{TITLE} in 2019 Ada Holm/Getty Images\n{LEAD}"
    assert found(text) == [("credit", "Ada Holm/Getty Images")]


def test_a_paragraph_before_a_credit_is_no_caption():
    text = f"{LEAD} Twelve died on Monday. The mayor left in 2019. Help came. (Ada Holm/Reuters)"
    assert [kind for kind, _ in found(text)] == ["credit"]


def test_blanks_keep_the_places_of_words():
    text = f"{TITLE}\n\nby Ada Holm\n{LEAD} Advertisement\n{LEAD}"
    blank = without_furniture(text)
    assert len(blank) == len(text)
    for place, letter in enumerate(blank):
        assert letter == text[place] or letter in " \n"
    assert blank.split() == [*TITLE.split(), *LEAD.split(), *LEAD.split()]


def test_captions_stay_unless_they_are_asked_for():
    text = f"{TITLE}\n\nAda Quist in 2014. (Bo Holm/Reuters)\n{LEAD}"
    assert "Ada Quist in 2014." in without_furniture(text)
    assert "Ada Quist" not in without_furniture(text, KINDS)


def test_nothing_is_found_in_a_text_without_its_furniture():
    text = (
        f"{TITLE}\n\nBy Ada Holm April 16, 2019 {LEAD} Share on Facebook\n{LEAD} Ada Holm / AP He"
    )
    assert furniture_of(text)
    assert furniture_of(without_furniture(text)) == ()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Flipboard Email Mayor Quist", "Mayor Quist"),
        ("Flipboard Email", None),
        ("Mayor Quist", "Mayor Quist"),
    ],
)
def test_spans_are_cut_at_furniture(words, left):
    text = "Facebook Twitter Flipboard Email Mayor Quist said that the dam broke."
    start = text.index(words)
    place = outside_furniture(text, start, start + len(words))
    assert (None if place is None else text[slice(*place)]) == left


def test_articles_keep_their_rows_and_missing_texts():
    articles = pd.DataFrame({"text": [f"{LEAD} Advertisement", None, LEAD]}, index=[3, 1, 2])
    before = articles.copy()
    blank = articles_without_furniture(articles)
    assert blank.index.tolist() == [3, 1, 2]
    assert blank["text"].iloc[0].strip() == LEAD
    assert pd.isna(blank["text"].iloc[1])
    assert blank["text"].iloc[2] == LEAD
    pd.testing.assert_frame_equal(articles, before)


def test_a_long_text_takes_no_long_time():
    assert furniture_of("By Ada Holm / " * 5_000) == ()
    assert furniture_of("A" * 50_000) == ()
    assert furniture_of("Ada " * 20_000) == ()


def test_an_unknown_piece_is_an_error(monkeypatch, tmp_path):
    words = (paths.LEXICONS / "furniture.toml").read_text(encoding="utf8")
    mine = tmp_path / "furniture.toml"
    mine.write_text(words.replace("@{agency}", "@{agencies}", 1), encoding="utf8")
    monkeypatch.setattr(furniture, "_PATH", mine)
    furniture._compiled.cache_clear()
    with pytest.raises(LexiconError, match="no piece 'agencies'"):
        furniture_of("A text that nothing was asked of.")
    furniture._compiled.cache_clear()


def test_each_kind_says_why():
    groups = lexicon.load(paths.LEXICONS / "furniture.toml")
    assert set(groups) == {"pieces", *KINDS}
    assert all(groups[kind]["reason"] for kind in KINDS)
