"""Addresses: one page for each article, and only harmless characters."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.chart.highlighted_text import anchor
from analysis.report import urls

TEXTS = st.text(max_size=40)


@pytest.mark.parametrize("article_id", ["fa-kes-0012", "a_b", "a" * 28, "console", "com10"])
def test_a_harmless_identifier_is_the_file_name(article_id):
    assert urls.article_file(article_id) == article_id


@pytest.mark.parametrize(
    ("article_id", "readable_part"),
    [
        ("a" * 29, "a" * 19),
        ("a" * 18 + ".b", "a" * 18),
        ("News/2.txt", "news-2-txt"),
        ("-a", "a"),
        ("", "a"),
        ("...", "a"),
        # names that Windows reserves
        ("con", "con"),
        ("com1", "com1"),
        ("lpt9", "lpt9"),
    ],
)
def test_any_other_identifier_gets_a_hash(article_id, readable_part):
    digest = sha256(article_id.encode()).hexdigest()[:8]
    assert urls.article_file(article_id) == f"{readable_part}-{digest}"


@given(TEXTS, TEXTS)
def test_two_articles_never_share_a_page(first, second):
    names = [urls.article_file(first), urls.article_file(second)]
    assert all(re.fullmatch(r"[a-z0-9_-]{1,28}", name) for name in names)
    assert (names[0] == names[1]) == (first == second)


@given(TEXTS, st.integers(0, 400))
def test_addresses_have_the_anchors_that_the_evidence_writes(identifier, number):
    assert re.fullmatch(r"evidence/a/[a-z0-9_-]+\.html#s\d+", urls.sentence(identifier, number))
    assert anchor("x", f"f-{identifier}").endswith(urls.fragment(identifier))


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("Az09.-", "Az09.-"),
        ("a b", "a_20_b"),
        ("a_b", "a_5f_b"),
        ("é", "_e9_"),
        ("", ""),
    ],
)
def test_fragments(identifier, expected):
    assert urls.fragment(identifier) == expected


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("sample-flood", "evidence/index.html#event=sample-flood"),
        ("a/b & <c>", "evidence/index.html#event=a%2Fb%20%26%20%3Cc%3E"),
        ("\udc80", "evidence/index.html#event=%3F"),
    ],
)
def test_events(event_id, expected):
    assert urls.event(event_id) == expected


@pytest.mark.parametrize("sentence_id", [3, 3.0, "3"])
def test_a_sentence_number_of_any_type(sentence_id):
    assert urls.sentence("a", sentence_id) == "evidence/a/a.html#s3"
