"""
The corpora that Parallax knows by name.

``embedded``: the seed statements and the constructed sample, both in the repository.
``seeds``: the statements the project starts from, as printed by an outlet, with their index.
``sample``: constructed dispatches of fictional outlets; texts to the letter, events given.
``fa-kes``: FA-KES, 804 articles on the war in Syria from 15 outlets [1]_, CC BY 4.0; not in the repository. One row is
one article: ``unit_id``, ``article_title``, ``article_content``, ``source``, ``date`` (month first), ``location``,
``labels`` (not read) and four empty columns. ``article_id`` is ``fa-kes-`` and the row from 0, four digits.

In: a name. Out: a list of ``Source``. Nothing is cleaned here, and nothing is downloaded before it is asked for.

References
----------
.. [1] Abu Salem, F. K., Al Feel, R., Elbassuoni, S., Jaber, M. and Farah, M. (2019). FA-KES: A Fake News Dataset
   around the Syrian War. ICWSM 13, 573-582. Data: doi 10.5281/zenodo.2607278.
"""

import re
from dataclasses import replace
from pathlib import Path

from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.load.delimited import read_delimited
from analysis.load.folders import open_folder
from analysis.load.formats import open_file
from analysis.load.records import Source, read_bytes, sha256

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
_FA_KES_FILE = "FA-KES-Dataset.csv"
_FA_KES_COLUMNS = {
    "outlet": "source",
    "published": "date",
    "title": "article_title",
    "text": "article_content",
    "place": "location",
}
# bytes that are characters in no encoding; quote marks lost this way have lost their closing mark too
_LOST = (
    ("(?<= )\x95_(?= )", "\u2013"),
    ("\x95_", "'"),
    ("(?<=[A-Za-z])\x95\x81(?=[A-Za-z])", "\ufffd"),
    ("\x95[\x81\xb5] ?", ""),
)


def embedded():
    """
    Open the seed statements and the constructed sample.

    Returns
    -------
    list of Source
        Two: ``seeds``, ``sample``.
    """
    return seeds() + sample()


def seeds(folder=None):
    """
    Open the seed statements: text files to the letter, title and outlet from ``index.csv``.

    Returns
    -------
    list of Source
    """
    folder = _present(folder or paths.SEEDS)
    opened = open_folder(folder)
    return [replace(opened, name="seeds", as_is=True, defaults={"language": "en"})]


def sample(folder=None):
    """
    Open the constructed sample: six fictional outlets on five fictional events.

    Returns
    -------
    list of Source
    """
    path = _present((folder or paths.SAMPLE) / "articles.jsonl")
    return [replace(open_file(path), name="sample", as_is=True, defaults={"language": "en"})]


def _present(path):
    if not Path(path).exists():
        raise MissingResourceError(
            f"{path.name} is not in {path.parent}. It is part of the repository: get it again with git."
        )
    return path


def fa_kes():
    """
    Open FA-KES from ``PARALLAX_CORPORA``, from the cache, or by a download with a checked hash.

    Returns
    -------
    list of Source
        One, of 804 records.

    Raises
    ------
    MissingResourceError
        If the file is nowhere and cannot be downloaded, or is not the published one.
    """
    path = fetch_fa_kes()
    data = read_bytes(path)
    # every byte is a Latin-1 character, so nothing is lost before the repair
    columns, records = read_delimited(data.decode("latin-1"), _FA_KES_FILE, ",")
    harmed = sum(any(re.search("\x95[\x81_\xb5]", v) for v in r.values.values()) for r in records)
    notes = [
        (
            _FA_KES_FILE,
            f"{_FA_KES_FILE}: {harmed} rows hold bytes of no encoding (0x95 and another); apostrophes and dashes "
            "were restored, opening quote marks without a closing one left out",
        )
    ]
    return [
        Source(
            "fa-kes",
            records,
            columns,
            [(_FA_KES_FILE, sha256(data))],
            notes,
            dict(_FA_KES_COLUMNS),
            month_first=True,
            defaults={"language": "en"},
            mend=_restore,
        )
    ]


def _restore(text):
    for lost, mark in _LOST:
        text = re.sub(lost, mark, text)
    return text


def fetch_fa_kes(url=FA_KES_URL, cache=None, md5=FA_KES_MD5):
    """
    Find the file of FA-KES, or download it.

    Parameters
    ----------
    url : str
    cache : Path, optional
        Folder for the download; the user's cache folder where not given.
    md5 : str
        Hash that the file must have.

    Returns
    -------
    Path
        ``PARALLAX_CORPORA/fa-kes/FA-KES-Dataset.csv`` where it exists, else the file in the cache.

    Raises
    ------
    MissingResourceError
        As ``fa_kes``. A download that is not the published file is not kept.
    """
    import pooch

    folder = paths.corpora()
    if folder and (folder / "fa-kes" / _FA_KES_FILE).exists():
        return _unaltered(folder / "fa-kes" / _FA_KES_FILE, md5)
    cached = Path(cache or pooch.os_cache("parallax")) / "fa-kes" / _FA_KES_FILE
    if cached.exists():
        return _unaltered(cached, md5)
    try:
        pooch.retrieve(
            url,
            f"md5:{md5}",
            cached.name,
            cached.parent,
            downloader=pooch.HTTPDownloader(timeout=30),
        )
    except (
        OSError,
        ValueError,
    ) as error:  # requests' errors are OSErrors; a wrong hash is a ValueError
        raise MissingResourceError(_how_to_get(folder, url, error)) from error
    return cached


def _unaltered(path, md5):
    import pooch

    found = pooch.file_hash(path, alg="md5")
    if found != md5:
        raise MissingResourceError(
            f"{path} is not the published file: its md5 is {found}, not {md5}. "
            f"Delete it and get it again with: curl -fL {FA_KES_URL} -o {path}"
        )
    return path


def _how_to_get(folder, url, error):
    looked = (
        f"{folder / 'fa-kes'} (PARALLAX_CORPORA)"
        if folder
        else "PARALLAX_CORPORA, which is not set"
    )
    reason = str(error).splitlines()[0][:200]
    return (
        f"FA-KES is not here and could not be downloaded ({reason}). Looked in {looked}, and in the cache. "
        f"Download it with 'curl -fL {url} -o FOLDER/fa-kes/{_FA_KES_FILE}' and set PARALLAX_CORPORA=FOLDER."
    )


SOURCES = {"embedded": embedded, "fa-kes": fa_kes, "sample": sample, "seeds": seeds}
