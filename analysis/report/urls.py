"""
Addresses in a report: an article, a sentence or a figure in it, an event, a story, a finding.

In: identifiers from the tables. Out: addresses relative to the report folder. They depend on
nothing but the identifiers, so they can be written before the pages exist;
``analysis.report.evidence`` writes those pages.
"""

import re
from hashlib import sha256
from urllib.parse import quote

__all__ = [
    "EVIDENCE_FOLDER",
    "EVIDENCE_TABLES",
    "STORIES_FOLDER",
    "STORY_TABLES",
    "article",
    "article_file",
    "chart",
    "event",
    "figure",
    "finding",
    "fragment",
    "sentence",
    "story",
    "story_file",
    "web_address",
]

EVIDENCE_FOLDER = "evidence"
"""Folder of the evidence pages, inside the report folder."""

EVIDENCE_TABLES = (
    "articles",
    "sentences",
    "figures",
    "attributions",
    "attribution_spans",
    "names",
    "agency",
    "events",
)
"""Tables that the evidence pages are made from."""

STORIES_FOLDER = "stories"
"""Folder of the pages of stories, inside the report folder."""

STORY_TABLES = (
    "articles",
    "sentences",
    "figures",
    "attributions",
    "attribution_spans",
    "names",
    "stories",
    "quantities",
)
"""Tables that the pages of stories are made from."""

_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,27}")
_RESERVED_BY_WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_READABLE_PART = 19  # characters of an identifier in front of its hash


def article_file(article_id: str) -> str:
    """
    Return the file name of an article's page, without its extension.

    Parameters
    ----------
    article_id : str

    Returns
    -------
    str
        At most 28 lower-case letters, digits, ``-`` and ``_``. Other characters are replaced and
        eight digits of the identifier's hash are added, so that no two articles share a page.

    Examples
    --------
    >>> article_file("fa-kes-0012"), article_file("News/2.txt")
    ('fa-kes-0012', 'news-2-txt-13108631')
    """
    return _file_name(article_id, default="a")


def _file_name(identifier: str, default: str) -> str:
    """Return an identifier as a file name; ``default`` if no character of it can be kept."""
    name = str(identifier)
    if _FILE_NAME.fullmatch(name) and not _RESERVED_BY_WINDOWS.fullmatch(name):
        return name
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    slug = slug[:_READABLE_PART].strip("-") or default
    return _with_hash(slug, name)


def _with_hash(slug: str, name: str) -> str:
    digest = sha256(name.encode("utf8", "surrogatepass")).hexdigest()
    return f"{slug}-{digest[:8]}"


def article(article_id: str) -> str:
    """
    Return the address of an article's page.

    Examples
    --------
    >>> article("fa-kes-0012")
    'evidence/a/fa-kes-0012.html'
    """
    return f"{EVIDENCE_FOLDER}/a/{article_file(article_id)}.html"


def story_file(story_id: str) -> str:
    """
    Return the file name of a story's page, without its extension.

    Parameters
    ----------
    story_id : str

    Returns
    -------
    str
        As ``article_file``; never "index", which is the list of all stories.

    Examples
    --------
    >>> story_file("story-fa-kes-0002"), story_file("index")
    ('story-fa-kes-0002', 'index-1bc04b52')
    """
    name = _file_name(story_id, default="story")
    return _with_hash(name, name) if name == "index" else name


def story(story_id: str) -> str:
    """
    Return the address of a story's page.

    Examples
    --------
    >>> story("story-fa-kes-0002")
    'stories/story-fa-kes-0002.html'
    """
    return f"{STORIES_FOLDER}/{story_file(story_id)}.html"


def chart(name: str) -> str:
    """
    Return the id of a chart on its notebook's page.

    Examples
    --------
    >>> chart("matrix")
    'chart-matrix'
    """
    return f"chart-{name}"


def finding(notebook: str, name: str) -> str:
    """
    Return the id of a finding on the index.

    Examples
    --------
    >>> finding("02_figures", "matrix")
    'finding-02_figures-matrix'
    """
    return f"finding-{notebook}-{name}"


def sentence(article_id: str, sentence_id: int | float | str) -> str:
    """
    Return the address of a sentence on its article's page.

    Parameters
    ----------
    article_id : str
    sentence_id : int
        As in the ``sentences`` table; a float or digits are converted.

    Returns
    -------
    str

    Examples
    --------
    >>> sentence("fa-kes-0012", 3)
    'evidence/a/fa-kes-0012.html#s3'
    """
    return f"{article(article_id)}#s{int(sentence_id)}"


def figure(article_id: str, figure_id: str) -> str:
    """
    Return the address of a figure's characters on its article's page.

    Examples
    --------
    >>> figure("fa-kes-0012", "fa-kes-0012-f4")
    'evidence/a/fa-kes-0012.html#f-fa-kes-0012-f4'
    """
    return f"{article(article_id)}#f-{fragment(figure_id)}"


def event(event_id: str) -> str:
    """
    Return the address of the evidence page, filtered to the articles on one event.

    Examples
    --------
    >>> event("sample-flood")
    'evidence/index.html#event=sample-flood'
    """
    return f"{EVIDENCE_FOLDER}/index.html#event={quote(str(event_id), safe='', errors='replace')}"


def web_address(url: object) -> str:
    """
    Return an address if it starts with http or https, otherwise an empty string.

    Examples
    --------
    >>> web_address(" https://example.org/1 "), web_address("javascript:x"), web_address(None)
    ('https://example.org/1', '', '')
    """
    address = str(url or "").strip()
    if _WEB_ADDRESS.match(address):
        return address
    return ""


def fragment(identifier: str) -> str:
    """
    Return an identifier in the characters that a URL fragment allows.

    Parameters
    ----------
    identifier : str

    Returns
    -------
    str
        Letters, digits, ``-``, ``.`` and ``_`` only; any other character becomes its code point in
        hexadecimal between underscores, so that different identifiers stay different.

    Examples
    --------
    >>> fragment("f 1")
    'f_20_1'
    """
    return re.sub(r"[^A-Za-z0-9.-]", _code_point, str(identifier))


def _code_point(match: re.Match[str]) -> str:
    """Return the replacement for one character."""
    return f"_{ord(match[0]):x}_"
