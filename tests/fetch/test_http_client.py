"""A page is got within limits, and every way to fail has its reason."""

import time

import pytest

from analysis.fetch.errors import FetchError
from analysis.fetch.host_clock import HostClock
from analysis.fetch.http_client import AGENT, MAX_REDIRECTS, HttpClient, host_of
from tests.fetch.web_site import compressed, endless, page, redirect, site_on, slow


def client(**options):
    return HttpClient(HostClock(0), **options)


def anything(url):
    """Allow every address."""


def get(site, path="/a", may_fetch=anything, **options):
    return client(**options).get(site.url(path), may_fetch)


@pytest.fixture
def site():
    with site_on() as running:
        yield running


def test_a_page_is_returned_as_it_was_sent_and_decompressed(site):
    site.answers["/a"] = compressed(page())
    response = get(site)
    assert response.data.decode() == page()
    assert response.raw[:2] == b"\x1f\x8b"
    assert (response.url, response.status_line) == (site.url("/a"), "200 OK")
    assert dict(response.headers)["Content-Encoding"] == "gzip"
    assert site.agents == {AGENT}
    assert AGENT.startswith("parallax-notebooks/")


@pytest.mark.parametrize(
    ("declared", "charset"),
    [
        ("text/html; charset=windows-1252", "windows-1252"),
        ('TEXT/HTML; Charset="utf-8"', "utf-8"),
        ("application/xhtml+xml", None),
        ("", None),
    ],
)
def test_the_encoding_of_the_header_is_told(site, declared, charset):
    site.answers["/a"] = (200, {"Content-Type": declared} if declared else {}, b"<p>x")
    assert get(site).charset == charset


def test_redirects_are_followed_and_each_address_is_asked_about(site):
    site.answers |= {"/a": redirect("b?x=1"), "/b?x=1": redirect("/c#d", 308), "/c": page()}
    asked = []
    response = get(site, may_fetch=asked.append)
    assert response.url == site.url("/c")
    assert asked == [site.url("/a"), site.url("/b?x=1"), site.url("/c")]


@pytest.mark.parametrize("n_redirects", [MAX_REDIRECTS, MAX_REDIRECTS + 1])
def test_ten_redirects_are_followed_and_no_more(site, n_redirects):
    for number in range(n_redirects):
        site.answers[f"/{number}"] = redirect(f"/{number + 1}")
    site.answers[f"/{n_redirects}"] = page()
    if n_redirects == MAX_REDIRECTS:
        assert get(site, "/0").url == site.url("/10")
        return
    with pytest.raises(FetchError, match="redirects more than 10 times"):
        get(site, "/0")
    assert len(site.asked) == MAX_REDIRECTS + 1


TRUNCATED = (200, {"Content-Type": "text/html", "Content-Length": "5000"}, b"<p>half")
BAD_GZIP = {"Content-Type": "text/html", "Content-Encoding": "gzip"}


@pytest.mark.parametrize(
    ("answer", "reason", "is_passing"),
    [
        ((404, {}, b""), "the server answers 404 Not Found", False),
        ((410, {}, b""), "the server answers 410 Gone", False),
        ((500, {}, b""), "the server answers 500", True),
        ((408, {}, b""), "the server answers 408", True),
        (redirect("/a"), "redirects in a circle", False),
        (redirect("ftp://b.example/"), "redirects to 'ftp://b.example/', which is no", False),
        ((302, {}, b""), "redirects to None", False),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF"), "is application/pdf, not a", False),
        ((200, {"Content-Type": "image/png"}, b"x"), "is image/png, not a page", False),
        (endless(50_000_000), "is larger than 20 MB", False),
        (endless(50_000_000, with_length=True), "is larger than 20 MB", False),
        (compressed("x" * 50_000_000), "is larger than 20 MB", False),
        ((200, BAD_GZIP, b"no gzip"), "cannot be decompressed", False),
        ((200, BAD_GZIP, compressed(page())[2][:-20]), "broke off", True),
        ((200, {**BAD_GZIP, "Content-Encoding": "br"}, b"x"), "is compressed with br", False),
        (TRUNCATED, "broke off", True),
        (slow(5), "cannot be reached", True),
        (slow(5, drip=True), "takes more than 0.5 seconds", True),
    ],
)
def test_every_failure_has_its_reason(site, answer, reason, is_passing):
    site.answers["/a"] = answer
    if answer is TRUNCATED:

        def answer_half(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>half")

        site.answers["/a"] = answer_half
    start = time.monotonic()
    with pytest.raises(FetchError) as caught:
        get(site, read_seconds=0.4, page_seconds=0.5)
    assert caught.value.reason.startswith(reason)
    assert caught.value.is_passing is is_passing
    assert "0x" not in caught.value.reason
    assert time.monotonic() - start < 4


@pytest.mark.parametrize("host", ["no-such-host.invalid", "127.0.0.1:9", "a" * 300])
def test_a_host_that_is_not_there_may_be_there_later(host):
    with pytest.raises(FetchError, match="cannot be reached") as caught:
        client(connect_seconds=2).get(f"http://{host}/", anything)
    assert caught.value.is_passing


def test_a_busy_host_is_asked_once_more_when_it_says(site):
    site.answers["/a"] = (429, {"Retry-After": "0"}, b"")
    with pytest.raises(FetchError, match="answers 429") as caught:
        get(site)
    assert caught.value.is_passing
    assert site.asked == ["/a", "/a"]
    site.answers["/b"] = (503, {"Retry-After": "soon"}, b"")
    with pytest.raises(FetchError, match="answers 503"):
        get(site, "/b")
    assert site.asked.count("/b") == 1


def test_what_is_forbidden_is_not_asked_for(site):
    def forbid(url):
        raise FetchError("forbidden")

    with pytest.raises(FetchError, match="forbidden"):
        get(site, may_fetch=forbid)
    assert site.asked == []


def test_other_limits_can_be_given(site):
    site.answers["/a"] = (200, {"Content-Type": "application/rss+xml"}, b"<rss>" + b"x" * 100)
    assert client().get(site.url("/a"), anything, types=()).data.startswith(b"<rss>")
    with pytest.raises(FetchError, match="is larger than 5e-05 MB"):
        client().get(site.url("/a"), anything, types=(), max_bytes=50)


def test_the_host_of_an_address():
    assert host_of("https://me:pw@News.Example:8080/a@b") == "news.example:8080"
