"""Reading of plain text documents."""

import pytest

from analysis.load.documents.plain_text import find_title, read

TITLE = "Bridge falls"
BODY = "Twelve people died."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE),
        (f"\n {TITLE} \n\n{BODY}", TITLE),
        (f"{TITLE}\r\n\r\n{BODY}", TITLE),
        (f"{TITLE}?\n\n{BODY}", f"{TITLE}?"),
        ("x" * 250 + f"\n\n{BODY}", "x" * 250),
        # no empty line after it, or nothing else
        (f"{TITLE}\n{BODY}", None),
        (f"{TITLE}\n \n{BODY}", None),
        (f"{TITLE}\n\n", None),
        (TITLE, None),
        ("", None),
        # a sentence, an introduction, a paragraph
        (f"{TITLE}.\n\n{BODY}", None),
        (f"{TITLE}. \n\n{BODY}", None),
        (f"{TITLE}:\n\n{BODY}", None),
        ("x" * 251 + f"\n\n{BODY}", None),
    ],
)
def test_titles(text, title):
    assert find_title(text) == title


def test_the_text_is_kept_whole():
    text = f" {TITLE}\n\n{BODY}\r\n"
    assert read(text.encode(), "x.txt") == ({"text": text, "title": TITLE}, [])
    assert read(BODY.encode(), "x.txt") == ({"text": BODY}, [])


def test_the_encoding_is_noted():
    values, notes = read("un café".encode("cp1252"), "x.txt")
    assert values == {"text": "un café"}
    assert notes[0].startswith("is not UTF-8; it was read as cp1252")
