"""Hosts are fetched side by side, each page after another, and lists lead to other lists."""

import time

import pytest

from analysis.core.errors import InputError
from analysis.fetch import crawl
from analysis.fetch.address_lists import Listed
from analysis.fetch.crawl import fetch_list, fetch_pages, list_bytes
from analysis.fetch.errors import FetchError
from analysis.fetch.host_clock import HostClock
from analysis.fetch.http_client import HttpClient
from analysis.fetch.robots import Robots
from tests.fetch.web_site import page, site_on, slow


@pytest.fixture
def site():
    with site_on() as running:
        yield running


def fetched(urls, interval=0.0, **options):
    client = HttpClient(HostClock(interval), **options)
    return {
        f.listed.url: f.result
        for f in fetch_pages([Listed(u) for u in urls], client, Robots(client))
    }


def test_every_address_ends_once(site):
    site.answers |= {"/a": page(), "/b": page("B")}
    urls = [site.url(path) for path in ("/a", "/nothing", "/b")]
    results = fetched(urls)
    assert set(results) == set(urls)
    assert isinstance(results[urls[1]], FetchError)
    assert results[urls[2]].data.decode() == page("B")
    assert site.asked == ["/robots.txt", "/a", "/nothing", "/b"]


def test_a_host_gets_one_request_an_interval_and_none_for_what_it_forbids(site):
    site.answers["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
    site.answers["/a"] = page()
    results = fetched([site.url(path) for path in ("/a", "/private/b", "/c")], interval=0.15)
    assert site.asked == ["/robots.txt", "/a", "/c"]
    gaps = [later - earlier for earlier, later in zip(site.times, site.times[1:], strict=False)]
    assert min(gaps) > 0.12
    assert "forbids" in results[site.url("/private/b")].reason


def test_a_slow_host_does_not_hold_up_the_others(site):
    site.answers["/robots.txt"] = slow(1.5)
    with site_on("127.0.0.2") as other:
        other.answers["/a"] = page()
        order = []
        client = HttpClient(HostClock(0), read_seconds=1)
        listed = [Listed(site.url("/a")), Listed(other.url("/a", host="127.0.0.2"))]
        for each in fetch_pages(listed, client, Robots(client)):
            order.append(each.listed.url)
    assert order == [listed[1].url, listed[0].url]


def test_no_request_is_sent_after_the_iteration_is_given_up(site):
    site.answers |= {f"/{number}": page() for number in range(30)}
    client = HttpClient(HostClock(0.02))
    listed = [Listed(site.url(f"/{number}")) for number in range(30)]
    pages = fetch_pages(listed, client, Robots(client))
    next(pages)
    pages.close()
    time.sleep(0.1)
    n_asked = len(site.asked)
    time.sleep(0.2)
    assert len(site.asked) == n_asked < 25


def test_a_fault_of_the_program_is_not_swallowed(site, monkeypatch):
    def broken(self, url):
        raise KeyError("broken")

    monkeypatch.setattr(Robots, "require", broken)
    with pytest.raises(KeyError, match="broken"):
        fetched([site.url("/a")])


def sitemap(*urls):
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f"<urlset>{entries}</urlset>".encode()


def sitemap_index(*urls):
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<sitemapindex>{entries}</sitemapindex>".encode()


A, B, C = (f"http://news.example/{name}" for name in "abc")
MAPS = {
    "http://news.example/1": sitemap(A, B),
    "http://news.example/2": sitemap_index("http://news.example/1", "http://news.example/3"),
    "http://news.example/3": sitemap(B, C, "x"),
    "http://news.example/4": b"<html></html>",
}


def get(url):
    if url not in MAPS:
        raise FetchError("the server answers 404")
    return MAPS[url]


def test_the_sitemaps_of_an_index_are_read_once_each():
    whole = sitemap_index(*MAPS, "http://news.example/5")
    found, problems = fetch_list(whole, "sitemap.xml", get)
    assert [listed.url for listed in found.addresses] == [A, B, C]
    assert (found.n_repeated, found.not_addresses) == (1, ["x"])
    assert [url for url, _ in problems] == ["http://news.example/4", "http://news.example/5"]
    assert "not a list" in problems[0][1]
    assert problems[1][1] == "sitemap: the server answers 404"


def test_an_index_without_end_ends(monkeypatch):
    monkeypatch.setattr(crawl, "_MAX_SITEMAPS", 3)
    asked = []

    def deeper(url):
        asked.append(url)
        return sitemap_index(f"{url}x")

    _, problems = fetch_list(sitemap_index("http://news.example/"), "s", deeper)
    assert len(asked) == 3
    assert "names over 3 others" in problems[0][1]


def test_a_list_that_is_none_is_refused():
    with pytest.raises(InputError):
        fetch_list(b"<html></html>", "page", get)


def test_a_feed_is_got_as_robots_txt_allows(site):
    site.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, b"<rss/>")
    client = HttpClient(HostClock(0))
    assert list_bytes(site.url("/feed"), client, Robots(client)) == b"<rss/>"
    site.answers["/robots.txt"] = "User-agent: *\nDisallow: /\n"
    with pytest.raises(FetchError, match="forbids"):
        list_bytes(site.url("/feed"), client, Robots(client))
