"""The corpora known by name; nothing is fetched from another machine."""

import hashlib
import http.server
import threading

import pytest

from analysis import load
from analysis.core import paths
from analysis.core.errors import MissingResourceError
from analysis.load import corpora

ROWS = "\n".join(
    [
        "unit_id,article_title,article_content,source,date,location,labels,,,,",
        '1914,Bridge falls in the north,"Fri 4 May 2017 Bridge falls in the north. '
        'Twelve people died. \x95\x81Many are lost.",daily,5/4/2017,north,1,,,,',
        '1915,Mayor\x95_s house burns \x95_ monitor,"No one was hurt in the fire, '
        'said avu\x95\x81olu. \x95\xb5 Copyright",post,5/14/2017,south,0,,,,',
        '1914,Again,"The road was closed for two days after the storm.",'
        "post,1/2/2017,south,0,,,Fake = 0,",
        "",
    ]
).encode("latin-1")


@pytest.fixture
def served(tmp_path, monkeypatch):
    """Serve a folder at 127.0.0.1; return its address and the folder."""
    home = tmp_path / "served"
    home.mkdir()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("PARALLAX_CORPORA", raising=False)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=home)

        def log_message(self, *args):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", home
        server.shutdown()
        thread.join()


@pytest.fixture
def small_fa_kes(tmp_path, monkeypatch):
    path = tmp_path / "fa-kes" / "FA-KES-Dataset.csv"
    path.parent.mkdir()
    path.write_bytes(ROWS)
    monkeypatch.setenv("PARALLAX_CORPORA", str(tmp_path))
    original = corpora.fetch_fa_kes
    md5 = hashlib.md5(ROWS).hexdigest()
    monkeypatch.setattr(corpora, "fetch_fa_kes", lambda: original(md5=md5))
    return path


def test_fa_kes_rows(small_fa_kes):
    loaded = load.read("fa-kes")
    articles = loaded.articles
    assert articles["article_id"].tolist() == ["fa-kes-0000", "fa-kes-0001", "fa-kes-0002"]
    assert articles["published"].dt.strftime("%m-%d").tolist() == ["05-04", "05-14", "01-02"]
    assert articles["place"].tolist() == ["north", "south", "south"]
    assert (
        articles["text"][0]
        == "Fri 4 May 2017 Bridge falls in the north. Twelve people died. Many are lost."
    )
    assert articles["text"][1] == (
        "Mayor's house burns – monitor\n\nNo one was hurt in the fire, said avu\ufffdolu. Copyright"
    )
    assert articles["language"].tolist() == ["en"] * 3
    assert loaded.guesses == {}
    assert loaded.problems["reason"].str.contains("2 rows contain bytes of no encoding").sum() == 1


def test_fa_kes_kept_to_the_letter(small_fa_kes):
    text = load.read("fa-kes", as_is=True).articles["text"]
    assert text[0].endswith("Twelve people died. \x95\x81Many are lost.")


def test_an_altered_file_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "fa-kes" / "FA-KES-Dataset.csv"
    path.parent.mkdir()
    path.write_bytes(ROWS)
    monkeypatch.setenv("PARALLAX_CORPORA", str(tmp_path))
    found = hashlib.md5(ROWS).hexdigest()
    message = f"its md5 is {found}, not {corpora.FA_KES_MD5}. Delete it and get it again with: curl"
    with pytest.raises(MissingResourceError, match=message):
        load.read("fa-kes")


def test_download_is_checked_and_kept(served, tmp_path):
    url, home = served
    (home / "FA-KES-Dataset.csv").write_bytes(ROWS)
    known = hashlib.md5(ROWS).hexdigest()
    path = corpora.fetch_fa_kes(f"{url}/FA-KES-Dataset.csv", tmp_path / "cache", known)
    assert path.read_bytes() == ROWS
    (home / "FA-KES-Dataset.csv").unlink()
    assert corpora.fetch_fa_kes(f"{url}/FA-KES-Dataset.csv", tmp_path / "cache", known) == path
    path.write_bytes(b"altered")
    with pytest.raises(MissingResourceError, match="is not the published file"):
        corpora.fetch_fa_kes(f"{url}/FA-KES-Dataset.csv", tmp_path / "cache", known)


def test_a_folder_of_corpora_without_fa_kes_is_named(served, tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_CORPORA", str(tmp_path))
    message = rf"Searched {tmp_path}/fa-kes \(PARALLAX_CORPORA\), and the cache"
    with pytest.raises(MissingResourceError, match=message):
        corpora.fetch_fa_kes(f"{served[0]}/absent.csv", tmp_path / "cache")


def test_a_wrong_download_is_not_kept(served, tmp_path):
    url, home = served
    (home / "FA-KES-Dataset.csv").write_bytes(b"something else")
    with pytest.raises(MissingResourceError, match="does not match"):
        corpora.fetch_fa_kes(f"{url}/FA-KES-Dataset.csv", tmp_path / "cache")
    assert not (tmp_path / "cache" / "fa-kes" / "FA-KES-Dataset.csv").exists()


@pytest.mark.parametrize("path", ["/absent.csv", None])
def test_no_file_and_no_network(served, tmp_path, path):
    url = served[0] + path if path else "http://127.0.0.1:9/FA-KES-Dataset.csv"
    message = r"could not be downloaded .*PARALLAX_CORPORA, which is not set.*curl -fL"
    with pytest.raises(MissingResourceError, match=message):
        corpora.fetch_fa_kes(url, tmp_path / "cache")


def test_seeds_are_read_to_the_letter():
    loaded = load.read("seeds")
    seed = loaded.articles.iloc[0]
    text = next(paths.SEEDS.glob("*.txt")).read_bytes().decode("utf-8")
    assert seed["text"] == text
    assert seed["title"] == text.split("\n")[0].strip()
    assert (seed["article_id"], seed["outlet"], seed["language"]) == ("seeds-0000", "SANA", "en")
    assert seed["published"].isoformat() == "2018-11-02T00:00:00"
    assert loaded.counts["dropped"] == 0


def test_embedded_is_seeds_and_sample():
    loaded = load.read("embedded")
    assert loaded.name == "embedded"
    assert set(loaded.articles["corpus"]) == {"seeds", "sample"}
    assert loaded.counts["rows_out"] == 31
    sample = loaded.articles[loaded.articles["corpus"] == "sample"]
    assert sample["event_id"].nunique() == 5
    assert sample["outlet"].nunique() == 6


def test_a_missing_part_of_the_repository_is_named(tmp_path):
    message = (
        "articles.jsonl is not in .*It is part of the repository; restore it with: git checkout"
    )
    with pytest.raises(MissingResourceError, match=message):
        corpora.sample(tmp_path)
    with pytest.raises(MissingResourceError, match="missing is not in"):
        corpora.seeds(tmp_path / "missing")


def test_names_and_loaders():
    assert set(load.SOURCES) == {"embedded", "fa-kes", "sample", "seeds"}


@pytest.mark.corpus
def test_the_whole_of_fa_kes():
    loaded = load.read("fa-kes")
    assert loaded.counts == {"rows_in": 804, "rows_out": 804, "dropped": 0, "filtered": 0}
    assert loaded.articles["outlet"].nunique() == 15
    assert loaded.articles[["published", "title", "place", "language"]].notna().all(axis=None)
    assert not loaded.articles["text"].str.contains("[\x80-\x9f]").any()
    assert loaded.articles["article_id"].iloc[-1] == "fa-kes-0803"
