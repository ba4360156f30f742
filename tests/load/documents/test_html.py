"""Reading of web pages."""

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.documents.html import read

LEAD = (
    "At least 12 people were killed when the bridge in the north of the capital fell on Monday, "
    "the ministry said."
)
PAGE = f"""<html><head><meta charset="utf-8"><title>Bridge falls | Daily</title>
<meta property="og:site_name" content="Daily">
<meta property="article:published_time" content="2018-11-02T10:00:00Z">
<meta name="author" content="Jane Roe"><link rel="canonical" href="https://daily.example/bridge">
</head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge falls</h1><p>{LEAD}</p><p>{LEAD.replace("12", "14")}</p></article>
<footer>Copyright</footer></body></html>"""


def page_of(n_words):
    words = " ".join(["word"] * n_words)
    return f"<html><body><article><p>{words}</p></article></body></html>".encode()


def test_what_a_page_says_about_itself():
    values, notes = read(PAGE.encode(), "bridge.html")
    text = values.pop("text")
    assert values == {
        "title": "Bridge falls",
        "published": "2018-11-02",
        "author": "Jane Roe",
        "url": "https://daily.example/bridge",
        "outlet": "Daily",
    }
    assert f"{LEAD}\n\n{LEAD.replace('12', '14')}" in text
    assert "Copyright" not in text
    assert "Home" not in text
    assert notes == []


def test_what_a_page_does_not_say_is_left_out():
    assert read(page_of(40), "x.html").values == {"text": " ".join(["word"] * 40)}


def test_an_article_has_at_least_twenty_five_words():
    assert len(read(page_of(25), "x.html").values["text"].split()) == 25
    message = r"no article was found in the page x.html \(fewer than 25 words of running text\)"
    with pytest.raises(InputError, match=message):
        read(page_of(24), "x.html")


@pytest.mark.parametrize(
    "page", [b"<html><body><nav>Home Login</nav></body></html>", b"<html></html>", b"plain text"]
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(InputError, match="no article was found"):
        read(page, "x.html")


def test_the_encoding_that_a_page_declares_is_used():
    cyrillic = "Министерство сообщило, что погибли двенадцать человек. " * 6
    page = f"<html><head><META content='text/html; charset=koi8-r'></head><p>{cyrillic}</p></html>"
    values, notes = read(page.encode("koi8-r"), "x.html")
    assert values["text"] == cyrillic.strip()
    assert notes[0].startswith("is not UTF-8; it was read as koi8-r")


def test_nul_bytes_are_dropped():
    page = page_of(200).replace(b"word</p>", b"wo\x00rd</p>")
    assert read(page, "x.html").values["text"].endswith("word word")


def test_an_article_from_a_page(write_folder):
    article = load.read(write_folder({"bridge.html": PAGE})).articles.iloc[0]
    assert (article["outlet"], article["title"]) == ("Daily", "Bridge falls")
    assert article["published"].isoformat() == "2018-11-02T00:00:00"
    assert article["text"].count("Bridge falls") == 1


def test_the_encoding_that_a_server_declares_is_used():
    russian = "Министр сказал в пятницу, что двенадцать человек погибли на мосту. " * 9
    page = f"<html><body><article><p>{russian}</p></article></body></html>".encode("koi8-r")
    assert "двенадцать человек" in read(page, "page", encoding="koi8-r").values["text"]
