"""What shows that a page has only the beginning of an article."""

import pytest

from analysis.fetch.paywall import paywall_sign

BRIEF = "Twelve people died when a bridge fell in Tallis on Friday, the ministry said. "


@pytest.mark.parametrize(
    ("text", "page", "sign"),
    [
        (BRIEF + "Subscribe to read the full story.", "", "among them 'Subscribe'"),
        (BRIEF + "Subscribe now.", "", "among them 'Subscribe'"),
        (BRIEF + "Already a subscriber? Sign in.", "", "'Already a subscriber'"),
        (BRIEF + "Log in to continue.", "", "'Log in to continue'"),
        (BRIEF, "<p>Subscribe to unlock this article</p>", "says 'Subscribe to unlock'"),
        (BRIEF, "<b>This article is for subscribers only.</b>", "says 'for subscribers only'"),
        (BRIEF, '{"isAccessibleForFree": "False"}', "not free"),
        (BRIEF, '<meta itemprop="isAccessibleForFree" content="false">', "not free"),
    ],
)
def test_a_stub_is_recognised(text, page, sign):
    found = paywall_sign(text, page)
    assert found is not None
    assert sign in found
    assert f"has {len(text.split())} words" in found


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (BRIEF, "<a>Subscribe</a> <a>Sign in</a> Already a subscriber?"),  # every page's head
        (BRIEF + "Subscribe to our daily newsletter for more.", ""),
        (BRIEF + "Subscribe to the BBC News channel on YouTube.", ""),
        ("The streaming service lost a million subscribers in spring, it said.", ""),
        (BRIEF, '{"isAccessibleForFree": true}'),
        (BRIEF * 12 + "Subscribe to read on.", '{"isAccessibleForFree": false}'),
    ],
)
def test_a_short_article_or_a_long_text_is_none(text, page):
    assert paywall_sign(text, page) is None
