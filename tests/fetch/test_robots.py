"""What a host forbids is not asked for."""

import pytest

from analysis.fetch.errors import FetchError
from analysis.fetch.host_clock import HostClock
from analysis.fetch.http_client import HttpClient
from analysis.fetch.robots import Robots
from tests.fetch.web_site import endless, redirect, site_on

RULES = "User-agent: *\nDisallow: /private\n\nUser-agent: parallax-notebooks\nDisallow: /ours\n"


@pytest.fixture
def site():
    with site_on() as running:
        yield running


def robots(read_seconds=5):
    return Robots(HttpClient(HostClock(0), read_seconds=read_seconds))


@pytest.mark.parametrize(
    ("answer", "path", "reason"),
    [
        (RULES, "/news", None),
        (RULES, "/ours/a", "robots.txt of its host forbids it"),
        (RULES, "/private", None),  # the rules for our name are ours, those for * are not
        ("User-agent: *\nDisallow: /\n", "/news", "robots.txt of its host forbids it"),
        ("<html>not found</html>", "/news", None),
        ("\x00\xff", "/news", None),
        ((404, {}, b""), "/news", None),
        ((403, {}, b""), "/news", "robots.txt of its host: the server answers 403"),
        ((401, {}, b""), "/news", "robots.txt of its host: the server answers 401"),
        ((500, {}, b""), "/news", "robots.txt of its host: the server answers 500"),
        (redirect("/robots2.txt"), "/news", "robots.txt of its host forbids it"),
        (endless(600_000), "/news", None),
    ],
)
def test_the_rules_of_a_host(site, answer, path, reason):
    site.answers["/robots.txt"] = answer
    site.answers["/robots2.txt"] = "User-agent: *\nDisallow: /\n"
    if reason is None:
        robots().require(site.url(path))
        return
    with pytest.raises(FetchError, match=reason) as caught:
        robots().require(site.url(path))
    assert caught.value.is_passing is reason.endswith("500")


def test_a_host_is_asked_for_its_rules_once(site):
    rules = robots()
    for path in ("/a", "/b"):
        rules.require(site.url(path))
    assert site.asked == ["/robots.txt"]


def test_the_delay_that_a_host_asks_for_is_kept(site):
    site.answers["/robots.txt"] = "User-agent: *\nCrawl-delay: 7\n"
    client = HttpClient(HostClock(0))
    Robots(client).require(site.url("/a"))
    assert list(client.clock._own_intervals.values()) == [7]
