"""Hosts of one outlet."""

import pytest

from analysis.load.outlets import outlet_key


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("www.cbn.com", "cbn.com"),
        ("www1.cbn.com", "cbn.com"),
        ("cbn.com", "cbn.com"),
        ("HTTPS://WWW.CBN.com:443/news?page=2", "cbn.com"),
        ("m.herald.example", "herald.example"),
        ("amp.herald.example", "herald.example"),
        ("mobile.herald.example.", "herald.example"),
        ("edition.herald.example", "herald.example"),
        ("www.m.herald.example", "herald.example"),
        # names of sites, not forms of one
        ("m.example", "m.example"),
        ("mobile.com", "mobile.com"),
        ("news.herald.example", "news.herald.example"),
        ("media.example", "media.example"),
        ("arabic.herald.example", "arabic.herald.example"),
        ("  The   Tallis Herald ", "the tallis herald"),
        ("The Tallis Herald", "the tallis herald"),
        ("Herald", "herald"),
        ("St. Tallis News", "st. tallis news"),
        ("", ""),
    ],
)
def test_keys(outlet, expected):
    assert outlet_key(outlet) == expected
