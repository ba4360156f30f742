"""Articles in XML as trafilatura writes it; see tests/load/tools for what is read of them."""

import pytest

from analysis.core.errors import InputError
from analysis.load.formats.xml import read

MAIN = "<main><p>One <hi>bold</hi> word.</p><quote><p>Two.</p></quote></main>"
DOC = f'<doc title="Floods">{MAIN}</doc>'


def test_the_blocks_of_a_document_are_paragraphs():
    [record] = read(DOC.encode(), "x.xml").records
    assert record.values == {"title": "Floods", "text": "One bold word.\n\nTwo."}
    assert record.where == "x.xml, doc 0"


def test_a_file_may_hold_several():
    records = read(f"<corpus>{DOC}{DOC}<doc/></corpus>".encode(), "x.xml").records
    assert [record.values.get("text") for record in records][2] == ""
    assert len(records) == 3


def test_entities_are_not_followed():
    bomb = f'<!DOCTYPE doc [<!ENTITY a SYSTEM "file:///etc/hostname">]>{DOC}'.replace("One", "&a;")
    [record] = read(bomb.encode(), "x.xml").records
    assert record.values["text"] == "&a; bold word.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<doc>", "x.xml is not XML"),
        ("<TEI><text/></TEI>", "x.xml has no element 'doc' .* its outermost is 'TEI'"),
    ],
)
def test_files_that_cannot_be_used(text, message):
    with pytest.raises(InputError, match=message):
        read(text.encode(), "x.xml")
