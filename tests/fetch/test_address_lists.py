"""Addresses come from text, tables, feeds and sitemaps, told by what is in them."""

import csv
import gzip

import pytest

from analysis.core.errors import InputError
from analysis.fetch import address_lists
from analysis.fetch.address_lists import Listed, read_list
from analysis.fetch.http_client import normalise_address

A = "https://news.example/a"
B = "https://news.example/b?id=1,2"

RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><link>https://news.example/</link>
<item><title>A</title><link>{A}</link><pubDate>Fri, 02 Nov 2018 23:30:00 +0100</pubDate></item>
<item><link> {B} </link></item></channel></rss>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item><link>{A}</link><dc:date>2018-11-02T10:00:00Z</dc:date></item>
<item><link>{B}</link></item></rdf:RDF>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example/"/>
<entry><link rel="self" href="https://news.example/x"/><link rel="alternate" href="{A}"/>
<published>2018-11-02T10:00:00Z</published></entry><entry><link href="{B}"/></entry></feed>"""
SITEMAP = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{A}</loc><lastmod>2020-01-01</lastmod>
<news:news><news:publication_date>2018-11-02T10:00:00Z</news:publication_date></news:news></url>
<url><loc>{B}</loc><lastmod>2020-01-01</lastmod></url></urlset>"""
GDELT_ROW = "\t".join(["20181102", "1", "-2,5", A]) + "\n" + "\t".join(["20181102", "2", "", B])


@pytest.mark.parametrize(
    ("data", "kind", "day"),
    [
        (f"# mine\n{A}\n\n  {B}  \n", "text", None),
        (f"{B}\n{A}", "text", None),
        (f'id,publish_date,url\n1,2018-11-02,{A}\n2,,"{B}"\n', "table", "2018-11-02"),
        (f'URL;published\n{A};2018-11-02 10:00\n"{B}";\n', "table", "2018-11-02"),
        (f"DATE\tDocumentIdentifier\n20181102\t{A}\n20181102\t{B}\n", "table", None),
        (f'DocumentIdentifier\n{A}\n"{B}"\n', "table", None),
        (GDELT_ROW, "table", None),
        (RSS, "feed", "2018-11-02"),
        (RDF, "feed", "2018-11-02"),
        (ATOM, "feed", "2018-11-02"),
        (SITEMAP, "sitemap", "2018-11-02"),
        ("\ufeff" + SITEMAP, "sitemap", "2018-11-02"),
    ],
)
def test_every_form_gives_its_addresses_and_days(data, kind, day):
    for packed in (data.encode(), gzip.compress(data.encode())):
        found = read_list(packed, "list")
        assert found.kind == kind
        expected = {Listed(A, day), Listed(B)}
        assert set(found.addresses) == expected
        assert (found.not_addresses, found.n_repeated, found.sitemaps) == ([], 0, [])


def test_what_is_no_address_and_what_is_there_twice_is_told():
    found = read_list(f"{A}\nnews\n{A}#comments\nftp://a.b/c\nhttp://\n".encode(), "list.txt")
    assert found.addresses == [Listed(A)]
    assert found.not_addresses == ["news", "ftp://a.b/c", "http://"]
    assert found.n_repeated == 1
    table = read_list(f"n,url\n1,{A}\n2\n3,\n".encode(), "list.csv")
    assert table.not_addresses == ["", ""]


def test_an_index_names_other_sitemaps():
    data = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>'
        "https://news.example/s1.xml.gz</loc></sitemap><sitemap><loc>s2</loc></sitemap>"
        "</sitemapindex>"
    )
    found = read_list(data.encode(), "sitemap.xml")
    assert found.sitemaps == ["https://news.example/s1.xml.gz"]
    assert found.not_addresses == ["s2"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body>news</body></html>", r"page or other XML \(html\), not a list"),
        (b"<", "no XML"),
        (b"PK\x03\x04\x00\x00", "is no text"),
        (b"\x1f\x8b\x08broken", "cannot be decompressed"),
        (b"title,text\nA,B\n", "no column of addresses. Its columns: title, text"),
        (b'url,n\n"' + b"x" * 200 + b"\n", "field larger than field limit"),
    ],
)
def test_what_is_no_list_is_refused(data, message, monkeypatch):
    monkeypatch.setattr(address_lists, "_MAX_CELL", 100)
    with pytest.raises(InputError, match=message):
        read_list(data, "list")


def test_the_limit_of_cells_is_put_back():
    before = csv.field_size_limit()
    read_list(f"url,n\n{A},{'x' * 200_000}\n".encode(), "list")
    assert csv.field_size_limit() == before


def test_a_list_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(address_lists, "MAX_BYTES", 1000)
    for data in (b"x" * 1001, gzip.compress(b"x" * 1001)):
        with pytest.raises(InputError, match="larger than"):
            read_list(data, "list")


def test_entities_of_a_feed_are_not_expanded():
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "https://news.example/x"><!ENTITY f SYSTEM "file:///etc/passwd">'
        "]><rss><channel><item><link>&a;</link></item><item><link>&f;</link></item></channel></rss>"
    )
    found = read_list(bomb.encode(), "feed")
    assert found.addresses == []
    assert not any("root" in text for text in found.not_addresses)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://News.Example", "http://news.example/"),
        ("https://a.example:8080/B?c=D#e", "https://a.example:8080/B?c=D"),
        ("http://a.example:port/", None),
        ("http://[::1", None),
        ("javascript:alert(1)", None),
        ("http://a.example/b c", None),
        ("", None),
    ],
)
def test_addresses_are_normalised(text, address):
    assert normalise_address(text) == address
