"""PDFs of one article."""

import io

import pytest
from pypdf import PdfWriter

from analysis import load
from analysis.core.errors import InputError
from tests.load.providers.exports import ARTICLES, pdf, pdf_of

ARTICLE = ARTICLES[0]


def content(lines):
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 11 Tf 50 780 Td 14 TL\n{shown}\nET".encode()


def locked():
    """Return the bytes of a page that a password locks."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-40")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def write(tmp_path, data):
    path = tmp_path / "article.pdf"
    path.write_bytes(data)
    return path


def test_an_article_of_two_pages(tmp_path):
    loaded = load.read(write(tmp_path, pdf(n_pages=2)), as_is=True)
    [article] = loaded.articles.to_dict("records")
    assert article["title"] == ARTICLE.title
    assert article["published"].date() == ARTICLE.day
    assert article["provider"] == "pdf"
    assert article["text"].split() == " ".join(ARTICLE.paragraphs).split()
    assert "Archive" not in article["text"]
    assert "a PDF of 2 pages" in " ".join(loaded.problems["reason"])


def test_columns_are_told(tmp_path):
    lines = [f"line {number} of a column" for number in range(40)]
    loaded = load.read(write(tmp_path, pdf_of([content(lines)])))
    assert "a PDF of 1 page, 1 of them with short lines" in " ".join(loaded.problems["reason"])


def test_words_that_are_broken_at_a_line_end_are_joined(tmp_path):
    lines = ["The bridge fell on Friday morning, said the minis-", "try in a statement that day."]
    [text] = load.read(write(tmp_path, pdf_of([content(lines)])), as_is=True).articles["text"]
    assert text == "The bridge fell on Friday morning, said the ministry in a statement that day."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf_of([b""]), "has no text: it may be a scan"),
        (b"%PDF-1.4\nnothing", "is damaged or cut off"),
        (locked(), "is locked with a password. Save it without one"),
        (locked().replace(b"/V 1", b"/V 9"), "is damaged .*V=9 NOT supported. Save it again"),
        (
            pdf_of([content([f"Document {n} of 3", "Floods", "Rain."]) for n in (1, 2, 3)]),
            "looks like 3 documents",
        ),
    ],
)
def test_pdfs_that_cannot_be_used(tmp_path, data, expected):
    with pytest.raises(InputError, match=f"article.pdf {expected}"):
        load.read(write(tmp_path, data))
