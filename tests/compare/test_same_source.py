"""Two sources as printed that are one, and two that are not."""

import pytest

from analysis.compare.same_source import is_one_source


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("Police", "the police", True),
        ("governor", "the regional governor", True),
        ("its chief veterinary officer", "the chief veterinary officer, Pawel Meyer", True),
        ("Police", "Toledo police", True),
        ("Police", "the local police", True),
        ("the health ministry in Beirut", "Lebanese health ministry", True),
        ("the Lebanese health ministry", "the Syrian health ministry", False),
        ("police", "military police", False),
        ("police", "former police", False),
        ("officials", "rebel officials", False),
        ("officials", "union officials", False),
        ("Toledo police", "Hamilton police", False),
        (None, None, True),
        ("Police", None, False),
        ("the army", "the rebel army", False),
        ("the police", "the police union", False),
        ("the ministry", "the health ministry", False),
    ],
)
def test_two_sources_as_printed(words, other, expected):
    assert is_one_source(words, other) == is_one_source(other, words) == expected


def test_in_one_article_a_body_has_a_name_once():
    assert is_one_source("the ministry", "the health ministry", in_one_article=True)
    assert not is_one_source("the army", "the rebel army", in_one_article=True)
    assert is_one_source("Diaz", "Lancaster County Coroner Dr. Stephen Diaz", in_one_article=True)
    assert is_one_source("the military", "army", in_one_article=True)
    assert not is_one_source("Diaz", "Lancaster County Coroner Dr. Stephen Diaz")
    assert not is_one_source("Orlo", "police in Orlo", in_one_article=True)
    assert not is_one_source("Korea", "North Korea", in_one_article=True)
    assert not is_one_source("Residents", "Local Residents", in_one_article=True)
    assert not is_one_source(None, "army", in_one_article=True)
    ministries = ("the defence ministry", "the Russian defence ministry")
    assert is_one_source(*ministries)
    assert not is_one_source(*ministries, in_one_article=True)
