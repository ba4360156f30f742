"""Tests of folders of documents."""

import docx
import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError

LEAD = "At least 12 people were killed when the bridge in the north of the capital fell on Monday, the ministry said."
PAGE = f"""<html><head><meta charset="utf-8"><title>Bridge falls | Daily</title>
<meta property="og:site_name" content="Daily"><meta property="article:published_time" content="2018-11-02T10:00:00Z">
<meta name="author" content="Jane Roe"><link rel="canonical" href="https://daily.example/bridge"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Bridge falls</h1><p>{LEAD}</p><p>{LEAD.replace("12", "14")}</p></article>
<footer>Copyright</footer></body></html>"""


def folder(tmp_path, files):
    home = tmp_path / "news"
    for name, text in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def test_texts_with_an_index(tmp_path):
    home = folder(
        tmp_path,
        {
            "a.txt": f"Bridge falls\n\n{LEAD}",
            "b.txt": LEAD,
            "index.csv": "file,source,date,headline\na.txt,Daily,2018-11-02,\nb.txt,Post,2018-11-03,Fallen bridge\n",
        },
    )
    loaded = load.read(home)
    assert loaded.articles["article_id"].tolist() == ["news-0000", "news-0001"]
    assert loaded.articles["outlet"].tolist() == ["Daily", "Post"]
    assert loaded.articles["title"].tolist() == ["Bridge falls", "Fallen bridge"]
    assert loaded.articles["text"].tolist() == [
        f"Bridge falls\n\n{LEAD}",
        f"Fallen bridge\n\n{LEAD}",
    ]
    assert loaded.articles["published"].dt.day.tolist() == [2, 3]
    assert loaded.guesses == {"outlet": "source", "published": "date", "title": "headline"}
    assert [name for name, _ in loaded.inputs] == ["index.csv", "a.txt", "b.txt"]


def test_subfolders_are_outlets(tmp_path):
    home = folder(tmp_path, {"Daily/a.txt": LEAD, "Post/a.txt": LEAD, ".hidden/x.txt": LEAD})
    assert load.read(home).articles["outlet"].tolist() == ["Daily", "Post"]


def test_a_page_says_what_it_is(tmp_path):
    article = load.read(folder(tmp_path, {"bridge.html": PAGE})).articles.iloc[0]
    assert article[["outlet", "title", "author", "url"]].tolist() == [
        "Daily",
        "Bridge falls",
        "Jane Roe",
        "https://daily.example/bridge",
    ]
    assert article["published"] == pd.Timestamp("2018-11-02")
    assert LEAD in article["text"]
    assert "Copyright" not in article["text"]
    assert article["text"].count("Bridge falls") == 1


def test_the_index_wins_over_a_page(tmp_path):
    home = folder(
        tmp_path, {"bridge.html": PAGE, "index.csv": "file,outlet,author\nbridge.html,Wire,\n"}
    )
    assert load.read(home).articles[["outlet", "author"]].values.tolist() == [["Wire", "Jane Roe"]]


def test_markdown(tmp_path):
    home = folder(
        tmp_path, {"a.md": f"---\nsource: Daily\ndate: 2018-11-02\n---\n# Bridge falls\n\n{LEAD}\n"}
    )
    article = load.read(home).articles.iloc[0]
    assert (article["outlet"], article["title"], article["published"].year) == (
        "Daily",
        "Bridge falls",
        2018,
    )
    assert article["text"] == f"Bridge falls\n\n{LEAD}"


def test_word_document(tmp_path):
    home = folder(tmp_path, {"x.txt": LEAD})
    document = docx.Document()
    document.add_heading("Bridge falls", 0)
    document.add_paragraph(LEAD)
    document.save(home / "a.docx")
    assert load.read(home).articles["text"][0] == f"Bridge falls\n\n{LEAD}"
    assert load.read(home).articles["title"][0] == "Bridge falls"


def test_what_cannot_be_read_is_a_problem(tmp_path):
    home = folder(
        tmp_path,
        {
            "a.txt": LEAD,
            "b.txt": b"",
            "c.txt": b"\x89PNG",
            "d.html": "<html><body><nav>Home Login</nav></body></html>",
            "e.docx": b"no",
            "f.exe": b"MZ",
            "index.csv": "file,outlet\na.txt,Daily\nmissing.txt,Post\n",
        },
    )
    (home / "g.txt").symlink_to(home / "nowhere.txt")
    loaded = load.read(home)
    assert loaded.counts == {"rows_in": 8, "rows_out": 1, "dropped": 7, "filtered": 0}
    dropped = loaded.problems[~loaded.problems["kept"]].set_index("article_id")["reason"]
    for name, part in {
        "b.txt": "is empty",
        "c.txt": "not text",
        "d.html": "no article",
        "e.docx": "not a Word document",
        "f.exe": "is a .exe file",
        "g.txt": "cannot be read",
        "index.csv, file missing.txt": "not in the folder",
    }.items():
        assert part in dropped[name]


def test_an_unreadable_file(tmp_path, monkeypatch):
    home = folder(tmp_path, {"a.txt": LEAD, "b.txt": LEAD})
    honest = type(home).read_bytes

    def refuse(path):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return honest(path)

    monkeypatch.setattr(type(home), "read_bytes", refuse)
    loaded = load.read(home)
    assert loaded.counts["dropped"] == 1
    assert "b.txt cannot be read: Permission denied" in " ".join(loaded.problems["reason"])


@pytest.mark.parametrize(
    ("files", "columns", "match"),
    [
        ({".x": "y"}, None, "holds no documents"),
        ({"a.txt": LEAD, "index.csv": "name,outlet\na,b\n"}, None, "no column 'file'"),
        ({"a.txt": LEAD}, {"outlet": "source"}, "no index.csv"),
    ],
)
def test_bad_folders(tmp_path, files, columns, match):
    with pytest.raises(InputError, match=match):
        load.read(folder(tmp_path, files), columns=columns)
