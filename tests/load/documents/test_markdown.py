"""Reading of Markdown documents."""

import pytest

from analysis import load
from analysis.load.documents.markdown import read

BODY = "Twelve people died."


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (BODY, {"text": BODY}),
        (f"# Bridge falls\n\n{BODY}", {"title": "Bridge falls", "text": BODY}),
        (f"\n#  Bridge falls ##\r\n{BODY}", {"title": "Bridge falls", "text": BODY}),
        (f"Bridge falls\n\n{BODY}", {"title": "Bridge falls", "text": f"Bridge falls\n\n{BODY}"}),
        # only the first heading, and only of the first level
        (f"## Bridge falls\n{BODY}", {"text": f"## Bridge falls\n{BODY}"}),
        (f"{BODY}\n# Bridge falls\n", {"text": f"{BODY}\n# Bridge falls\n"}),
        (f"#Bridge\n{BODY}", {"text": f"#Bridge\n{BODY}"}),
        (
            f"---\nsource: Daily\ndate:2018-11-02\nother: x\n---\n{BODY}",
            {"outlet": "Daily", "published": "2018-11-02", "text": BODY},
        ),
        (f"--- \r\ntitle: 'One: two'\r\n---\r\n{BODY}", {"title": "One: two", "text": BODY}),
        (f'---\nby: "Jane"\n---\n{BODY}', {"author": "Jane", "text": BODY}),
        # the title of the front matter wins
        (f"---\ntitle: One\n---\n# Two\n{BODY}", {"title": "One", "text": BODY}),
        (
            f"---\nheadline: One\n---\nTwo\n\n{BODY}",
            {"title": "One", "text": f"Two\n\n{BODY}"},
        ),
        # dashes that are no front matter
        (f"---\nsource: Daily\n{BODY}", {"text": f"---\nsource: Daily\n{BODY}"}),
        (f"x\n---\na: b\n---\n{BODY}", {"text": f"x\n---\na: b\n---\n{BODY}"}),
    ],
)
def test_front_matter_and_headings(text, values):
    assert read(text.encode(), "x.md") == (values, [])


def test_the_encoding_is_noted():
    values, notes = read("un café".encode("cp1252"), "x.md")
    assert values == {"text": "un café"}
    assert notes[0].startswith("is not UTF-8")


def test_an_article_from_markdown(write_folder):
    text = f"---\nsource: Daily\ndate: 2018-11-02\n---\n# Bridge falls\n\n{BODY}\n"
    article = load.read(write_folder({"a.md": text})).articles.iloc[0]
    assert (article["outlet"], article["title"]) == ("Daily", "Bridge falls")
    assert article["published"].isoformat() == "2018-11-02T00:00:00"
    assert article["text"] == f"Bridge falls\n\n{BODY}"
