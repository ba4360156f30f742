"""The day that a text states as its own, and where it contradicts the input."""

from datetime import date

import pandas as pd
import pytest

from analysis.load.stated_day import contradicted_days, stated_day

TITLE = "Bridge falls in Tallis"
REST = "A bridge fell in Tallis and twelve people were hurt, officials said."
DAY = date(2016, 9, 5)
PUBLISHED = date(2016, 9, 7)

STATED = [
    f"{TITLE}\n\nPublished September 5 2016 {REST}",
    f"{TITLE}\n\nPublished on 5 September 2016. {REST}",
    f"{TITLE}\n\nDate of publication 5 September 2016 {REST}",
    f"{TITLE}\n\nPosted on Sept. 5, 2016 by Ada Holm {REST}",
    f"{TITLE}\n\nLast updated at Sep 052016 TALLIS {REST}",
    f"{TITLE}\n\n(Last Updated On: September 5, 2016) {REST}",
    f"{TITLE}\n\nUpdated: 2016-09-05 {REST}",
    f"{TITLE}\n\n{REST * 12}\n\nFirst published: 5 September 2016",
    f"{TITLE}\n\n5 September 2016 {REST}",
    f"{TITLE}\n\nMon 05 Sep 2016 {REST}",
    f"{TITLE}\n\nMonday 5 September 2016 16:58 {REST}",
    f"September 5 2016 {TITLE}. {REST}",
    f"05.09.2016 {TITLE}. {REST}",
    f"{TITLE}\n\n05.09.2016(updated 1935 05.09.2016) Get short URL {REST}",
    f"{TITLE} Monitor AFP Monday 5 Sep 2016 {REST}",
    f"{TITLE}\n\nAda Holm September 5, 2016 2:56 PM ET {REST}",
    f"{TITLE}\n\nThe bridge was old. 09.05.16 2:56 PM ET Ada Holm/Getty\n{REST}",
    f"{TITLE}\n\nTALLIS, 5 Sep (SANA) - {REST}",
    f"{TITLE}\n\nTALLIS, Sept. 5 (Reuters) - {REST}",
    f"{TITLE}\n\nNEW YORK, Sept. 5 (UPI) — {REST}",
    f"{TITLE}\n\nTALLIS, September 5. /TASS/. {REST}",
    f"{TITLE}\n\nTALLIS (Kestria News / Meridian - 05th September, 2016) {REST}",
]

OTHER_DAYS = [
    f"{TITLE}\n\n{REST}",
    f"{TITLE}\n\n{REST} It had been closed since 5 September 2016.",
    f"{TITLE}\n\nOn 5 September 2016, a bridge fell in Tallis.",
    f"{TITLE}\n\n5 September 2016 was the day on which the bridge fell.",
    f"{TITLE}\n\nThe bridge, built by 5 September 2016, fell on Monday.",
    f"{TITLE}\n\nThe report published by the city on 5 September 2016 warned of it.",
    f"{TITLE}\n\nThe mayor walks in Tallis, K.V., September 5, 2016. (Ada Holm/Reuters) {REST}",
    f"{TITLE}\n\nBirth date: September 5, 2016. Birth place: Tallis. {REST}",
    f"{TITLE}\n\nSeptember 2016 {REST}",
    f"{TITLE}\n\nAda Holm 09/05/16 2:56 PM {REST}",  # May or September
    f"{TITLE}\n\nThe gate has the number 09.05.16. {REST}",
    f"{TITLE}\n\nPublished 31 June 2016 {REST}",
    f"{TITLE}\n\n{REST * 12} Published September 5 2016. {REST * 12}",
    "",
]


@pytest.mark.parametrize("text", STATED)
def test_stated(text):
    title = TITLE if text.startswith(TITLE) else None
    assert stated_day(text, title, PUBLISHED) == DAY


@pytest.mark.parametrize("text", OTHER_DAYS)
def test_a_day_of_something_else(text):
    assert stated_day(text, TITLE, PUBLISHED) is None


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2017, 1, 2), date(2016, 12, 30)),  # of the nearest year
        (date(2016, 12, 31), date(2016, 12, 30)),
        (None, None),
    ],
)
def test_a_dateline_without_a_year(published, expected):
    assert stated_day(f"TALLIS, Dec 30 (AP) - {REST}", None, published) == expected


@pytest.mark.parametrize(
    ("written", "published", "expected"),
    [
        ("16-11-2014", date(2014, 2, 2), date(2014, 11, 16)),  # one reading
        ("04-09-2014", date(2014, 9, 4), date(2014, 9, 4)),  # the reading that agrees
        ("04-09-2014", date(2014, 4, 9), date(2014, 4, 9)),
        ("04-09-2014", date(2014, 7, 1), None),  # which of two cannot be told
        ("04-09-2014", None, None),
        ("04.09.2014", date(2014, 7, 1), date(2014, 9, 4)),  # with dots the day comes first
    ],
)
def test_days_in_numbers(written, published, expected):
    assert stated_day(f"{written} {TITLE}. {REST}", None, published) == expected


def articles_of(*days):
    rows = [(f"a{number}", *pair) for number, pair in enumerate(days)]
    articles = pd.DataFrame(rows, columns=["article_id", "published", "published_in_text"])
    return articles.assign(
        published=pd.to_datetime(articles["published"]),
        published_in_text=pd.to_datetime(articles["published_in_text"]),
    )


def test_contradictions_are_counted_once_for_each_kind():
    articles = articles_of(
        ("2016-09-05", "2016-09-05"),
        ("2016-09-05", "2016-09-06"),  # a day apart is no contradiction
        ("2016-09-05", "2016-09-07"),
        ("2016-09-05", "2016-09-03"),
        ("2016-09-05", None),
        (None, "2016-09-03"),
        ("2016-09-05", "2015-09-05"),
    )
    reasons = [problem["reason"] for problem in contradicted_days(articles)]
    assert [reason.partition(":")[0] for reason in reasons] == [
        "1 article is dated before the day that their own text states (a2)",
        "2 articles are dated more than a day after the day that their own text states (a3, a6)",
    ]


def test_only_some_ids_are_named():
    problems = contradicted_days(articles_of(*[("2016-09-05", "2016-10-05")] * 8))
    assert "(a0, a1, a2, a3, a4 and 3 more)" in str(problems[0]["reason"])
    assert contradicted_days(articles_of(("2016-09-05", "2016-09-05"))) == []
