"""
Open the corpora that Parallax knows by name.

``embedded``: the seed statements and the constructed sample, both in the repository.
``seeds``: the statements the project starts from, as printed by an outlet, with their index.
``sample``: constructed dispatches of fictional outlets; texts to the letter, events given.
``fa-kes``: FA-KES, 804 articles on the war in Syria from 15 outlets [1]_, CC BY 4.0; not in the
repository. One row is one article: ``unit_id``, ``article_title``, ``article_content``, ``source``,
``date`` (month first), ``location``, ``labels`` (not read) and four empty columns. ``article_id``
is ``fa-kes-`` and the number of the row from 0, four digits.

In: a name. Out: a list of ``Source``. Nothing is cleaned here, and nothing is downloaded before it
is asked for. To add a corpus, write a function like ``sample`` and add it to ``SOURCES``.

References
----------
.. [1] Abu Salem, F. K., Al Feel, R., Elbassuoni, S., Jaber, M. and Farah, M. (2019). FA-KES: A
   Fake News Dataset around the Syrian War. ICWSM 13, 573-582. Data: doi 10.5281/zenodo.2607278.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.load.dates import DateColumn
from analysis.load.documents import open_folder
from analysis.load.formats import open_file
from analysis.load.formats.delimited import read_delimited
from analysis.load.input_files import read_bytes, sha256
from analysis.load.records import Record, Source

__all__ = [
    "FA_KES_MD5",
    "FA_KES_URL",
    "SOURCES",
    "embedded",
    "fa_kes",
    "fetch_fa_kes",
    "sample",
    "seeds",
]

FA_KES_URL = "https://zenodo.org/records/2607278/files/FA-KES-Dataset.csv"
FA_KES_MD5 = "55d0ec452440a4ed46aac1e330b40e83"
_FA_KES_FILE = paths.FA_KES.name
_FA_KES_COLUMNS = {
    "outlet": "source",
    "published": "date",
    "title": "article_title",
    "text": "article_content",
    "place": "location",
}
_FA_KES_OUTLETS = {
    "ahram": "english.ahram.org.eg",
    "alalam": "alalam.ir",
    "alaraby": "alaraby.co.uk",
    "arabiya": "alarabiya.net",
    "asharqalawsat": "aawsat.com",
    "dailysabah": "dailysabah.com",
    "etilaf": "etilaf.org",
    "jordantimes": "jordantimes.com",
    "manar": "almanar.com.lb",
    "nna": "nna-leb.gov.lb",
    "reuters": "reuters.com",
    "sana": "sana.sy",
    "sputnik": "sputniknews.com",
    "tass": "tass.com",
    "trt": "trtworld.com",
}
_TIMEOUT = 30  # seconds
_MAX_REASON_SHOWN = 200  # characters
# Bytes that are characters in no encoding, and what they were. Quote marks that were damaged in
# this way have lost their closing mark as well, so the opening one is left out.
_DAMAGED = re.compile("\x95[\x81_\xb5]")
_REPAIRS = (
    ("(?<= )\x95_(?= )", "\u2013"),
    ("\x95_", "'"),
    ("(?<=[A-Za-z])\x95\x81(?=[A-Za-z])", "\ufffd"),
    ("\x95[\x81\xb5] ?", ""),
)


def embedded() -> list[Source]:
    """
    Open the seed statements and the constructed sample.

    Returns
    -------
    list of Source
        Two: ``seeds``, ``sample``.
    """
    return seeds() + sample()


def seeds(folder: Path = paths.SEEDS) -> list[Source]:
    """
    Open the seed statements: texts to the letter, title and outlet from ``index.csv``.

    Returns
    -------
    list of Source
    """
    opened = open_folder(_validate_present(folder))
    return [replace(opened, name="seeds", as_is=True, defaults={"language": "en"})]


def sample(folder: Path = paths.SAMPLE) -> list[Source]:
    """
    Open the constructed sample: six fictional outlets on five fictional events.

    Returns
    -------
    list of Source
    """
    opened = open_file(_validate_present(folder / "articles.jsonl"))
    return [replace(opened, name="sample", as_is=True, defaults={"language": "en"})]


def _validate_present(path: Path) -> Path:
    """Return a path of the repository, or raise MissingResourceError if it is not there."""
    if not path.exists():
        raise MissingResourceError(
            f"{path.name} is not in {path.parent}. It is part of the repository; "
            f"restore it with: git checkout -- {path}"
        )
    return path


def fa_kes() -> list[Source]:
    """
    Open FA-KES from ``PARALLAX_CORPORA``, from the cache, or by a download with a checked hash.

    Returns
    -------
    list of Source
        One, of 804 records.

    Raises
    ------
    MissingResourceError
        If the file is not available and cannot be downloaded, or is not the published one.
    """
    data = read_bytes(fetch_fa_kes())
    # every byte is a Latin-1 character, so nothing is lost before the repair
    columns, records = read_delimited(data.decode("latin-1"), _FA_KES_FILE, ",")
    n_damaged = sum(_is_damaged(record) for record in records)
    remark = (
        f"{_FA_KES_FILE}: {n_damaged} rows contain bytes of no encoding (0x95 and another); "
        "apostrophes and dashes were restored, opening quote marks without a closing one left out"
    )
    source = Source(
        "fa-kes",
        records,
        columns,
        inputs=[(_FA_KES_FILE, sha256(data))],
        notes=[(_FA_KES_FILE, remark)],
        mapping=dict(_FA_KES_COLUMNS),
        dates=DateColumn(month_first=True),
        defaults={"language": "en"},
        outlets=dict(_FA_KES_OUTLETS),
        fix=_repair,
        provider="csv",
    )
    return [source]


def _is_damaged(record: Record) -> bool:
    """Return whether a record contains bytes of no encoding."""
    return any(_DAMAGED.search(str(cell)) for cell in record.values.values())


def _repair(text: str) -> str:
    """Restore the characters that damaged bytes of FA-KES stood for."""
    for damaged, restored in _REPAIRS:
        text = re.sub(damaged, restored, text)
    return text


def fetch_fa_kes(url: str = FA_KES_URL, cache: Path | None = None, md5: str = FA_KES_MD5) -> Path:
    """
    Find the file of FA-KES, or download it.

    Parameters
    ----------
    url : str
    cache : Path, optional
        Folder for the download; the user's cache folder if not given.
    md5 : str
        Hash that the file must have.

    Returns
    -------
    Path
        ``PARALLAX_CORPORA/fa-kes/FA-KES-Dataset.csv`` if it exists, else the file in the cache.

    Raises
    ------
    MissingResourceError
        As for ``fa_kes``. A download that is not the published file is not kept.
    """
    import pooch

    folder = paths.corpora()
    if folder and (folder / paths.FA_KES).exists():
        return _validate_hash(folder / paths.FA_KES, md5)
    cached = Path(cache or pooch.os_cache("parallax")) / paths.FA_KES
    if cached.exists():
        return _validate_hash(cached, md5)
    downloader = pooch.HTTPDownloader(timeout=_TIMEOUT)
    try:
        pooch.retrieve(
            url,
            f"md5:{md5}",
            cached.name,
            cached.parent,
            downloader=downloader,  # pyright: ignore[reportArgumentType]
        )
    # errors of requests are OSErrors; a wrong hash is a ValueError
    except (OSError, ValueError) as error:
        raise MissingResourceError(_how_to_get(folder, url, error)) from error
    return cached


def _validate_hash(path: Path, md5: str) -> Path:
    """Return the path, or raise MissingResourceError if it is not the published file."""
    import pooch

    found = pooch.file_hash(str(path), alg="md5")
    if found != md5:
        raise MissingResourceError(
            f"{path} is not the published file: its md5 is {found}, not {md5}. "
            f"Delete it and get it again with: curl -fL {FA_KES_URL} -o {path}"
        )
    return path


def _how_to_get(folder: Path | None, url: str, error: Exception) -> str:
    """Return the message for a file that is not available and could not be downloaded."""
    searched = "PARALLAX_CORPORA, which is not set"
    if folder:
        searched = f"{folder / 'fa-kes'} (PARALLAX_CORPORA)"
    reason = str(error).splitlines()[0][:_MAX_REASON_SHOWN]
    return (
        f"FA-KES is not available and could not be downloaded ({reason}). "
        f"Searched {searched}, and the cache. "
        f"Download it with 'curl -fL {url} -o FOLDER/fa-kes/{_FA_KES_FILE}' "
        "and set PARALLAX_CORPORA=FOLDER."
    )


SOURCES: dict[str, Callable[[], list[Source]]] = {
    "embedded": embedded,
    "fa-kes": fa_kes,
    "sample": sample,
    "seeds": seeds,
}
