"""
Read a folder of documents: .txt, .md, .html and .docx, with an optional ``index.csv``.

In: a folder. Out: a ``Source`` with one ``Record`` a document, already under our column names. The index has a
column ``file`` and any others; what it says wins over what a document says of itself. Without an outlet in the
index, the name of the subfolder is taken, else the site's name in a page. The article of a page is found by
trafilatura (Barbaresi 2021, ACL demo, 10.18653/v1/2021.acl-demo.15).
"""

import io
import re
from pathlib import Path

from analysis.core.errors import InputError
from analysis.load.columns import choose_columns
from analysis.load.delimited import read_delimited
from analysis.load.encodings import decode
from analysis.load.formats import corpus_name
from analysis.load.records import Record, Source, read_bytes, sha256

__all__ = ["DOCUMENTS", "open_folder"]

INDEX = "index.csv"
_FILE = ("file", "filename", "file_name", "path")
_MIN_PAGE_WORDS = 25  # less is a menu, a notice or a log-in form
_LONGEST_TITLE = 250  # characters
_META_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)


def open_folder(folder, columns=None):
    """
    Read every document of a folder and its subfolders, in the order of their names.

    Parameters
    ----------
    folder : Path
    columns : dict, optional
        Our column names to those of the index.

    Returns
    -------
    Source
        A document that cannot be read, a file of another kind, and a line of the index without a document
        are records with a fault.

    Raises
    ------
    InputError
        If there is no document in the folder, or its index cannot be read.
    """
    folder = Path(folder)
    files = [
        f
        for f in sorted(folder.rglob("*"))
        if not f.is_dir() and not _hidden(f.relative_to(folder))
    ]
    documents = [f for f in files if f != folder / INDEX]
    if not documents:
        raise InputError(
            f"Folder {folder.name} holds no documents. Have readers for: {', '.join(DOCUMENTS)}."
        )
    index, guesses, inputs, notes = _index(folder, columns)
    records = []
    for path in documents:
        name = path.relative_to(folder).as_posix()
        record, digest = _document(path, name, index.pop(name, {}))
        records.append(record)
        inputs += [(name, digest)] if digest else []
    records += [
        Record(f"{INDEX}, file {name}", fault=f"{name} is in {INDEX} but not in the folder")
        for name in index
    ]
    fields = (
        "outlet",
        "published",
        "title",
        "text",
        "url",
        "author",
        "place",
        "language",
        "event_id",
        "article_id",
    )
    return Source(
        corpus_name(folder), records, fields, inputs, notes, {f: f for f in fields}, guesses
    )


def _hidden(relative):
    return any(part.startswith(".") for part in relative.parts)


def _index(folder, columns):
    """Give file name to the index's values under our names, with guesses, inputs and notes."""
    path = folder / INDEX
    if not path.exists():
        if columns:
            raise InputError(
                f"Folder {folder.name} has no {INDEX}, so --columns has nothing to name."
            )
        return {}, {}, [], []
    data = read_bytes(path)
    decoded = decode(data, INDEX)
    found, records = read_delimited(decoded.text, INDEX)
    key = next((c for c in found if c.lower() in _FILE), None)
    if key is None:
        raise InputError(
            f"{INDEX} has no column 'file' with the names of the documents. Found: {', '.join(found)}."
        )
    mapping, guesses = choose_columns([c for c in found if c != key], INDEX, columns, required=())
    rows = {
        r.values[key].strip(): {o: r.values.get(t, "") for o, t in mapping.items()}
        for r in records
        if not r.fault
    }
    notes = [(r.where, f"{r.where}: {r.fault}") for r in records if r.fault]
    notes += [(INDEX, f"{INDEX} {remark}") for remark in [decoded.remark()] if remark]
    return rows, guesses, [(INDEX, sha256(data))], notes


def _document(path, name, known):
    reader = DOCUMENTS.get(path.suffix.lower())
    if reader is None:
        return Record(
            name,
            fault=f"is a {path.suffix or 'nameless'} file; have readers for {', '.join(DOCUMENTS)}",
        ), None
    try:
        data = read_bytes(path)
        values, notes = reader(data, name)
    except InputError as error:
        return Record(name, fault=str(error)), None
    if "/" in name:
        values.setdefault("outlet", name.split("/")[-2])
    values |= {k: v for k, v in known.items() if v.strip()}
    return Record(name, values, notes=tuple(notes)), sha256(data)


def _plain(data, name):
    decoded = decode(data, name)
    return _first_line_title(decoded.text), [r for r in [decoded.remark()] if r]


def _first_line_title(text):
    first, _, rest = text.strip().partition("\n")
    is_title = (
        rest.startswith(("\n", "\r\n"))
        and len(first) <= _LONGEST_TITLE
        and not first.rstrip().endswith((".", ":"))
    )
    return {"text": text, **({"title": first.strip()} if is_title and rest.strip() else {})}


def _markdown(data, name):
    decoded = decode(data, name)
    values, text = _front_matter(decoded.text)
    heading = re.match(r"\s*#\s+(.+?)\s*#*[ \t]*\r?\n", text)
    if heading:
        values = {"title": heading[1], **values}
        text = text[heading.end() :]
    else:
        values = _first_line_title(text) | values
    return values | {"text": text}, [r for r in [decoded.remark()] if r]


def _front_matter(text):
    """Read ``key: value`` lines between two lines of dashes at the head."""
    block = re.match(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", text, re.DOTALL)
    if block is None:
        return {}, text
    pairs = dict(re.findall(r"^([\w-]+):[ \t]*(.+?)[ \t]*$", block[1], re.MULTILINE))
    mapping, _ = choose_columns(list(pairs), "front matter", required=())
    return {ours: pairs[theirs].strip("'\"") for ours, theirs in mapping.items()}, text[
        block.end() :
    ]


def _page(data, name):
    import trafilatura

    declared = _META_CHARSET.search(data[:4096])
    decoded = decode(data, name, declared[1].decode("ascii") if declared else None)
    found = trafilatura.bare_extraction(
        decoded.text.replace("\x00", ""), with_metadata=True, include_comments=False
    )
    if found is None or len((found.text or "").split()) < _MIN_PAGE_WORDS:
        raise InputError(
            f"no article was found in the page {name} (fewer than {_MIN_PAGE_WORDS} words of running text)"
        )
    values = {
        "text": re.sub(r"\n+", "\n\n", found.text),
        "title": found.title,
        "published": found.date,
        "author": found.author,
        "url": found.url,
        "outlet": found.sitename,
    }
    return {k: v for k, v in values.items() if v}, [r for r in [decoded.remark()] if r]


def _word(data, name):
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets zipfile, KeyError and XML errors through
        raise InputError(f"{name} is not a Word document (.docx): {error}") from None
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    text = "\n\n".join(p.text for p in paragraphs)
    styled = next((p.text for p in paragraphs[:1] if p.style.name in ("Title", "Heading 1")), None)
    title = styled or document.core_properties.title
    return ({"text": text, "title": title} if title else _first_line_title(text)), []


DOCUMENTS = {".txt": _plain, ".md": _markdown, ".html": _page, ".htm": _page, ".docx": _word}
