"""Read the pages of a report, for the tests of several modules."""

import gzip
import json
import re
from base64 import b64decode

import lxml.html
import pandas as pd

_DATA_FILE = re.compile(r"parallax\.put\((\"\w+\"|\d+),\"([A-Za-z0-9+/=]+)\"\);\n")


def pages(folder):
    """Return the paths of all pages of a report."""
    return sorted(folder.rglob("*.html"))


def parse_page(path):
    """Parse a page; an article's page with the content that its script adds."""
    page = lxml.html.parse(path, lxml.html.HTMLParser(encoding="utf8")).getroot()
    for target in page.xpath("//*[@id='article']"):
        for plain in page.xpath("//noscript"):
            plain.drop_tree()
        data_file = path.parents[1] / "data" / f"{target.get('data-file')}.js"
        body = read_data(data_file)[int(target.get("data-position"))]
        target.append(lxml.html.fragment_fromstring(body, create_parent="div"))
    return page


class PageIds:
    """The ids on pages that do not change meanwhile: each page is parsed once, not once a link."""

    def __init__(self):
        self._ids = {}

    def of(self, path):
        """Return the ids of a page."""
        path = path.resolve()
        if path not in self._ids:
            self._ids[path] = set(parse_page(path).xpath("//@id"))
        return self._ids[path]


def read_data(path):
    """Return the data in a script, as evidence/data.js does."""
    match = _DATA_FILE.fullmatch(path.read_text("ascii"))
    name, encoded = match.groups()
    assert name.strip('"') == path.stem
    return json.loads(gzip.decompress(b64decode(encoded)))


def read_table(folder, name):
    """Return one of the run's tables."""
    return pd.read_parquet(folder / "tables" / f"{name}.parquet")
