"""
Posts of channels and accounts: what Telegram Desktop and auto-archiver keep of them.

In: nothing. Out: one ``Tool`` each. The outlet is the channel that a post stands in, also where it
passes on another's; whose it was is a remark.
"""

from analysis.load.tools.tool import Remarks, Row, Tool
from analysis.load.tools.values import telegram_text

__all__ = ["AUTO_ARCHIVER", "TELEGRAM"]


def _telegram_remarks(row: Row) -> Remarks:
    if row.get("type") == "service":
        return Remarks(fault=f"is a message of the service ({row.get('action') or 'unknown'})")
    forwarded = row.get("forwarded_from")
    if not forwarded:
        return Remarks()
    return Remarks(notes=(f"was forwarded from {str(forwarded).strip()}",))


TELEGRAM = Tool(
    name="telegram",
    label="Telegram Desktop",
    version="2026-11",
    signs=(("in.type", "type", "date", "text"),),
    fields={
        "article_id": ("id",),
        "published": ("date",),
        "text": ("text",),
        "author": ("author", "from"),
        "outlet": ("in.name", "from"),
    },
    items=("messages", "chats.list.messages"),
    enclosing=("name", "type", "id"),
    forms={"text": telegram_text},
    remarks=_telegram_remarks,
)

AUTO_ARCHIVER = Tool(
    name="auto_archiver",
    label="auto-archiver",
    version="2026-11",
    signs=(
        ("link", "archive_status", "archive_location"),
        ("link", "archive_status", "text_content"),
        ("link", "upload_timestamp", "text_content"),
    ),
    fields={
        "published": ("upload_timestamp",),
        "title": ("upload_title",),
        "text": ("text_content",),
        "url": ("link",),
    },
    site=("link",),
    no_text='Add a column "Text content" to the sheet, and archive the links again',
)
