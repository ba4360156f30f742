"""
The layout of Nexis before 2018, whatever the file format.

In: the blocks of a document: runs of lines with empty lines between. Out: what it prints. A
document begins with "1 of 10 DOCUMENTS", then its source, date and edition, its title, labels in
capitals (``BYLINE:``, ``LENGTH:``), the text, closing labels and the copyright. Some databases
print the copyright before the source, and the title and the body under labels.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from analysis.load.providers.days import starts_with_date
from analysis.load.providers.languages import code_of
from analysis.load.providers.nexis_labels import CLOSING, Label, is_copyright, label_of
from analysis.load.providers.paragraphs import said_words, squeeze, unwrap
from analysis.load.providers.provider import Printed

__all__ = [
    "Block",
    "Mark",
    "are_put_together",
    "mark_of",
    "read_blocks",
    "said_by_marks",
    "said_by_request",
]

_MARK = re.compile(
    r"^\s*(?:(?:Dokument|Document)\s+)?(?P<number>\d[\d.,]*)\s+(?:of|von|de|sur|van)\s+"
    r"(?P<total>\d[\d.,]*)(?P<word>\s+(?:DOCUMENTS?|DOKUMENTEN?|DOKUMENT|DOCUMENTEN))?\s*$",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(r"^\s*\d[\d.,]*\s+\w+\s+\d[\d.,]*\s*$")
_REQUEST = re.compile(
    r"^\s*(?:Download Request|Ausgabeauftrag|Demande de téléchargement|Print Request|"
    r"Email Request|Downloadauftrag)\s*:(?P<what>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_MAX_HEAD = 8  # blocks among which the date is looked for
_MAX_COPYRIGHT = 4  # lines
_FULL_FILE = 100  # documents: large results were handed out in files of some hundreds


class Block(NamedTuple):
    """
    Lines without an empty line between.

    Parameters
    ----------
    lines : list of str
        Without blanks at their ends.
    is_centred : bool or None
        None if the file format does not tell.
    """

    lines: list[str]
    is_centred: bool | None = None


class Mark(NamedTuple):
    """The number of a document, and of how many it is one."""

    number: int
    total: int


def mark_of(line: str) -> Mark | None:
    """
    Return the mark of a line that begins a document.

    Examples
    --------
    >>> mark_of("   1 of 10 DOCUMENTS"), mark_of("Dokument 2 von 1.500")
    (Mark(number=1, total=10), Mark(number=2, total=1500))
    >>> mark_of("3 of 10 people") is None and mark_of("2 of 3") is None
    True
    """
    match = _MARK.match(line)
    if match is None or (match["word"] is None and _BARE_MARK.match(line)):
        return None
    numbers = [int(re.sub(r"\D", "", match[group])) for group in ("number", "total")]
    return Mark(*numbers)


def said_by_request(cover: str) -> int | None:
    """
    Return the number of documents that a cover page says were asked for.

    Examples
    --------
    >>> said_by_request("Download Request: Selected Items: 1-10, 12")
    11
    >>> said_by_request("Terms: floods") is None
    True
    """
    request = _REQUEST.search(cover)
    if request is None:
        return None
    n_documents = 0
    for match in _RANGE.finditer(request["what"]):
        first = int(match[1])
        last = int(match[2] or match[1])
        n_documents += max(0, last - first + 1)
    return n_documents or None


def said_by_marks(marks: Sequence[Mark]) -> tuple[int | None, tuple[str, ...]]:
    """
    Return how many documents the marks say there are, and remarks.

    A file that begins with a later number, or ends with a full hundred, is one of several: it holds
    all from its first to its last. Where numbers begin again, exports were put together. A total
    that differs from the others is an editor's error; the most frequent one counts.

    Examples
    --------
    >>> said_by_marks([Mark(1, 3), Mark(2, 3), Mark(1, 2)])
    (5, ())
    """
    if not marks:
        return None, ()
    said = 0
    remarks = []
    for run in _runs(marks):
        total = Counter(mark.total for mark in run).most_common(1)[0][0]
        first, last = run[0].number, run[-1].number
        is_full = last < total and last % _FULL_FILE == 0
        if first > 1 or is_full:
            said += last - first + 1
            remarks.append(
                f"holds documents {first:,} to {last:,} of {total:,}; give the files with the "
                "others too"
            )
        else:
            said += total
    return said, tuple(remarks)


def are_put_together(marks: Sequence[Mark]) -> bool:
    """Return whether the marks are those of several exports in one file."""
    return len(_runs(marks)) > 1


def _runs(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return the marks of each export: a number that is not higher than the last begins one."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if not runs or mark.number <= runs[-1][-1].number:
            runs.append([])
        runs[-1].append(mark)
    return runs


def read_blocks(blocks: Sequence[Block]) -> Printed:
    """Return what a document prints; its mark is not among the blocks."""
    blocks = [block for block in map(_without_copyright, blocks) if block.lines]
    date_block = _date_block(blocks)
    outlet = _outlet(blocks, date_block)
    day = None if date_block is None else blocks[date_block].lines[0]
    rest = blocks[0 if date_block is None else date_block + 1 :]
    while rest and rest[0].is_centred and _label(rest[0]) is None:
        rest = rest[1:]  # an edition
    title, rest = _title(rest)
    labels, rest = _header_labels(rest)
    body, tail = _body_and_tail(rest)
    after = _tail_labels(tail)
    return Printed(
        title=labels.get("headline") or title,
        outlet=outlet,
        day=day,
        author=labels.get("byline"),
        place=labels.get("dateline"),
        url=after.get("url"),
        paragraphs=unwrap([squeeze(" ".join(block.lines)) for block in body]),
        language=code_of(after.get("language", "")),
        n_words=said_words(labels.get("length", "")),
    )


def _label(block: Block) -> Label | None:
    """Return the label that a block begins with."""
    return label_of(block.lines[0], in_capitals=True)


def _without_copyright(block: Block) -> Block:
    """Return a block without the lines on who holds the rights."""
    kept = []
    n_left_out = 0
    for place, line in enumerate(block.lines):
        if is_copyright(line):
            n_left_out = 1
            # a name that runs over lines ends where all rights are reserved
            for distance in range(1, _MAX_COPYRIGHT):
                later = block.lines[place + distance : place + distance + 1]
                if later and is_copyright(later[0]):
                    n_left_out = distance + 1
        if n_left_out:
            n_left_out -= 1
        else:
            kept.append(line)
    return block._replace(lines=kept)


def _date_block(blocks: Sequence[Block]) -> int | None:
    """Return the place of the block with the date, above the title."""
    for place, block in enumerate(blocks[:_MAX_HEAD]):
        if _label(block) is not None:
            return None
        if starts_with_date(block.lines[0]):
            return place
    return None


def _outlet(blocks: Sequence[Block], date_block: int | None) -> str | None:
    """Return the last line above the date."""
    above = [line for block in blocks[: date_block or 0] for line in block.lines]
    return squeeze(above[-1]) if above else None


def _title(blocks: Sequence[Block]) -> tuple[str | None, Sequence[Block]]:
    """Return the blocks before the first label as the title, and the others."""
    for place, block in enumerate(blocks):
        if _label(block) is not None:
            lines = [line for before in blocks[:place] for line in before.lines]
            return squeeze(" ".join(lines)) or None, blocks[place:]
    if not blocks:
        return None, blocks
    return squeeze(" ".join(blocks[0].lines)), blocks[1:]


def _header_labels(blocks: Sequence[Block]) -> tuple[dict[str, str], Sequence[Block]]:
    """Return the labels between title and text, and the blocks after them."""
    values: dict[str, str] = {}
    for place, block in enumerate(blocks):
        label = _label(block)
        if label is None:
            return values, blocks[place:]
        if label.name in CLOSING and label.name != "language":
            return values, blocks[place:]
        if label.name == "body":
            inside = [label.value] if label.value else []
            lines = inside + block.lines[1:]
            first = [Block(lines)] if lines else []
            return values, [*first, *blocks[place + 1 :]]
        for name, value in _labels_of(block):
            values.setdefault(name, value)
    return values, []


def _labels_of(block: Block) -> list[Label]:
    """Return the labels of a block; a line without one continues the value before it."""
    found: list[Label] = []
    for line in block.lines:
        label = label_of(line, in_capitals=True)
        if label is not None:
            found.append(label)
        elif found:
            found[-1] = found[-1]._replace(value=f"{found[-1].value} {line.strip()}".strip())
    return [label._replace(value=squeeze(label.value)) for label in found]


def _body_and_tail(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return the blocks of the text, and those from the first closing label."""
    for place, block in enumerate(blocks):
        label = _label(block)
        if label is not None and label.name in CLOSING:
            return blocks[:place], blocks[place:]
    return blocks, []


def _tail_labels(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the closing labels."""
    values: dict[str, str] = {}
    for block in blocks:
        for name, value in _labels_of(block):
            values.setdefault(name, value)
    return values
