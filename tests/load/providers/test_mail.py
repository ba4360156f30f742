"""Mailboxes and messages."""

from email.message import EmailMessage

import pytest

from analysis import load
from analysis.core.errors import InputError
from tests.load.providers.exports import ARTICLES, mbox

TEXT = "Twelve people died when the bridge fell on Friday."


def message(**headers):
    made = EmailMessage()
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def write(tmp_path, made, name="release.eml"):
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made.as_bytes())
    return path


def test_a_line_from_inside_a_message_does_not_begin_another(tmp_path):
    body = f"{TEXT}\n\nFrom the ministry, nothing was heard.\n\nFrom Aldbeck: rain."
    made = message(From="Daily <a@b.example>", Subject="Bridge")
    made.set_content(body)
    data = b"From a@b.example Fri Apr  5 08:00:00 2019\n" + made.as_bytes()
    articles = load.read(write(tmp_path, data, "box.mbox"), as_is=True).articles
    assert articles["text"].tolist() == [body]


def test_a_message_in_html_is_read_as_text(tmp_path):
    made = message(From="Daily <a@b.example>", Subject="Bridge", Date="Fri, 5 Apr 2019 23:30 -0500")
    made.set_content(
        f"<html><head><style>p {{}}</style></head><body><p>{TEXT}</p><p>It was<br>old.</p></body>",
        subtype="html",
    )
    articles = load.read(write(tmp_path, made), as_is=True).articles
    assert articles["text"].tolist() == [f"{TEXT}\n\nIt was\n\nold."]
    assert articles["published"].dt.day.tolist() == [5]


def test_attachments_are_told(tmp_path):
    made = message(From="a@b.example", Subject="Bridge")
    made.set_content(TEXT)
    made.add_attachment(b"x", maintype="image", subtype="png", filename="bridge.png")
    loaded = load.read(write(tmp_path, made))
    assert loaded.articles["outlet"].tolist() == ["b.example"]
    assert "1 attachments were not read" in " ".join(loaded.problems["reason"])


def test_a_message_without_text_is_dropped_and_told(tmp_path):
    made = mbox(ARTICLES) + b"From x Fri Apr  5 08:00:00 2019\nSubject: Nothing\n\n"
    loaded = load.read(write(tmp_path, made, "box.mbox"))
    assert loaded.counts == {"rows_in": 4, "rows_out": 3, "dropped": 1, "filtered": 0}
    assert "box.mbox, document 4: has no text" in loaded.problems["reason"].tolist()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.eml", b"Twelve people died.\n", "a.eml is not a message: it has no header"),
        ("a.mbox", b"Twelve people died.\n", "a.mbox is not what its extension says"),
    ],
)
def test_files_that_are_no_messages(tmp_path, name, data, expected):
    with pytest.raises(InputError, match=expected):
        load.read(write(tmp_path, data, name))


def test_broken_headers_do_not_stop_a_mailbox(tmp_path):
    data = (
        b"From x Fri Apr  5 08:00:00 2019\nFrom: =?utf-8?q?=ff?= <<>>\nDate: yesterday\n"
        b"Content-Type: text/plain; charset=no-such\nSubject: Bridge\n\n" + TEXT.encode()
    )
    loaded = load.read(write(tmp_path, data, "box.mbox"))
    assert loaded.counts["rows_in"] == 1
    assert len(loaded.problems)
