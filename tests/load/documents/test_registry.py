"""Which document format is read by which module."""

import pytest

from analysis.load.documents import docx, html, markdown, plain_text
from analysis.load.documents.registry import DOCUMENTS


@pytest.mark.parametrize(
    ("extension", "module"),
    [
        (".txt", plain_text),
        (".md", markdown),
        (".html", html),
        (".htm", html),
        (".docx", docx),
    ],
)
def test_extensions(extension, module):
    assert DOCUMENTS[extension] is module.read


def test_extensions_are_in_lower_case():
    assert list(DOCUMENTS) == [extension.lower() for extension in DOCUMENTS]


@pytest.mark.parametrize("extension", [".txt", ".md"])
def test_every_document_has_a_text(extension):
    assert DOCUMENTS[extension](b"Twelve people died.", "x").values["text"] == "Twelve people died."
