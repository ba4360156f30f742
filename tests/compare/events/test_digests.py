"""Digests report many events; what looks like one in a headline may report a single one."""

import pytest

from analysis.compare.events.digests import digests, is_digest
from tests.compare.events.event_articles import articles


@pytest.mark.parametrize(
    "title",
    [
        "World in brief",
        "In Brief: three hurt in crash",
        "Morning briefing: quake, cup final, rates",
        "News round-up",
        "Thursday's Campaign Round-Up, 9.5.24",
        "The Friday News Roundup for September 6, 2024",
        "Monday’s Mini-Report",
        "Quake, cup final and rates: The Morning Rundown",
        "Headlines for May 3, 2024",
        "Round-up: quake, cup final, rates",
        "Ten things to know for today",
        "Ten Things that Caught My Eye",
        "Markets: what you need to know before the bell",
        "Aldbeck election: the week that was",
        "Week in Politics: budget, border and a resignation",
        "Tuesday's Evening Email: budget passes",
        "Daily on Energy: refinery sold, drilling ban stays",
        "Capital Playbook: What to expect of the vote",
        "Digits for Friday, May 3",
        "The week in Norland: two bombings, a battle and a river",
        "Ten days in Norland: a war without a front",
        "Four days, three towns: almost 70 dead as war surges",
        "Two shootings, two days: gun violence jolts a city",
    ],
)
def test_a_digest_is_announced_in_its_headline(title):
    assert is_digest(title, "A quake killed 12 people in Aldbeck on Friday.")


@pytest.mark.parametrize(
    "title",
    [
        "Quake kills 12 in Aldbeck",
        "Aldbeck quake: a brief history",
        "Minister meets rebels in brief encounter at summit",
        "Five things to know about the Aldbeck quake",
        "Everything you need to know about the Aldbeck quake",
        "The Latest: Aldbeck quake toll rises to 12",
        "Aldbeck quake: live updates",
        "Roundup cancer cases could cost maker billions",
        "Court says weedkiller firm hid risks of Roundup",
        "Police round up 40 protesters in Aldbeck",
        "Coach explains his playbook after the final",
        "Daily flights to Aldbeck resume",
        "Minister misses daily briefing as toll passes 50",
        "Aldbeck quake toll rises, says health briefing",
        "Daily briefing on the Aldbeck quake is cancelled",
        "Headlines that got the Aldbeck quake wrong",
        "Quake makes headlines around the world",
        "Four days, no water: Aldbeck waits for help",
        "Ten days in jail for man who stole a loaf",
        "Ten days in hospital after Aldbeck quake",
        "Two towns without power after quake",
        "The week that shook Aldbeck",
        "A weekend in Aldbeck ends in tragedy: 58 shot",
        "Two days in March: fire kills 12",
        "Two attacks, two days: what we know about Aldbeck",
        "The week in Aldbeck was the coldest of the year",
        None,
        "",
    ],
)
def test_a_report_of_one_event_is_no_digest(title):
    assert not is_digest(title, "A quake killed 12 people in Aldbeck on Friday.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Welcome to Grid, a weekly newsletter on energy. A refinery was sold.", True),
        ("You're reading Figures, a daily digest of numbers.", True),
        ("Today's edition of quick hits: a refinery was sold.", True),
        ("He wrote it in today's edition of The Herald.", False),
        ("The ministry's weekly newsletter said that 12 people had died.", False),
        ("Welcome to Aldbeck, where a quake killed 12 people. Its newsletter closed.", False),
        ("A quake killed 12. " * 30 + "You're reading our daily digest.", False),
        (None, False),
    ],
)
def test_a_digest_can_say_so_in_its_opening(text, expected):
    assert is_digest("Refinery sold", text) == expected


def test_each_article_of_a_table():
    rows = [
        ("a", "north", "2024-05-03", "Quake kills 12", "A quake killed 12 people."),
        ("b", "south", "2024-05-03", "World in brief", "A quake killed 12 people."),
        ("c", "south", "2024-05-03", None, ""),
    ]
    assert digests(articles(rows)).tolist() == [False, True, False]
    assert digests(articles(rows).iloc[:0]).tolist() == []
