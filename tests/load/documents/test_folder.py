"""Reading of folders of documents."""

import os
import socket

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.columns import ALIASES
from analysis.load.documents.folder import open_folder
from analysis.load.input_files import sha256
from analysis.run.cache_keys import source_key

LEAD = (
    "At least 12 people were killed when the bridge in the north of the capital fell on Monday, "
    "the ministry said."
)
PAGE = f"""<html><head><title>Bridge falls | Daily</title>
<meta property="og:site_name" content="Daily"><meta name="author" content="Jane Roe"></head><body>
<article><h1>Bridge falls</h1><p>{LEAD}</p><p>{LEAD.replace("12", "14")}</p></article>
</body></html>"""


def test_texts_with_an_index(write_folder):
    index = (
        "file,source,date,headline\na.txt,Daily,2018-11-02,\nb.txt,Post,2018-11-03,Fallen bridge\n"
    )
    files = {"a.txt": f"Bridge falls\n\n{LEAD}", "b.txt": LEAD, "index.csv": index}
    loaded = load.read(write_folder(files))
    articles = loaded.articles
    assert articles["article_id"].tolist() == ["news-0000", "news-0001"]
    assert articles["outlet"].tolist() == ["Daily", "Post"]
    assert articles["title"].tolist() == ["Bridge falls", "Fallen bridge"]
    assert articles["text"].tolist() == [f"Bridge falls\n\n{LEAD}", f"Fallen bridge\n\n{LEAD}"]
    assert articles["published"].dt.day.tolist() == [2, 3]
    assert loaded.guesses == {"outlet": "source", "published": "date", "title": "headline"}
    assert [name for name, _ in loaded.inputs] == ["index.csv", "a.txt", "b.txt"]


def test_documents_are_read_in_the_order_of_their_names_and_hidden_ones_are_skipped(write_folder):
    names = ["b.txt", "a/z.txt", "a.txt", ".hidden/x.txt", "a/.x.txt"]
    folder = write_folder(dict.fromkeys(names, LEAD))
    places = [record.where for record in open_folder(folder).records]
    assert places == ["a/z.txt", "a.txt", "b.txt"]


def test_an_index_in_a_subfolder_is_a_file_of_another_kind(write_folder):
    folder = write_folder({"a.txt": LEAD, "sub/index.csv": "file\na.txt\n"})
    assert [record.fault is None for record in open_folder(folder).records] == [True, False]


def test_subfolders_are_outlets(write_folder):
    folder = write_folder({"Daily/a.txt": LEAD, "all/Post/a.txt": LEAD, "a.txt": LEAD})
    articles = load.read(folder).articles
    assert articles["outlet"].fillna("none").tolist() == ["Daily", "none", "Post"]


def test_a_page_names_its_outlet_before_its_subfolder_does(write_folder):
    folder = write_folder({"Wire/a.html": PAGE})
    assert load.read(folder).articles["outlet"].tolist() == ["Daily"]


def test_the_index_wins_over_page_and_subfolder_but_for_empty_cells(write_folder):
    index = "file,outlet,author\nWire/a.html,Post, \nWire/b.txt,Post,\n"
    folder = write_folder({"Wire/a.html": PAGE, "Wire/b.txt": LEAD, "index.csv": index})
    articles = load.read(folder).articles
    assert articles["outlet"].tolist() == ["Post", "Post"]
    assert articles["author"].fillna("none").tolist() == ["Jane Roe", "none"]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("x.txt", b"", "x.txt is empty"),
        ("x.txt", b"\x89PNG", "x.txt is an image, not text"),
        ("x.html", "<html><body><nav>Home Login</nav></body></html>", "no article was found in"),
        ("x.docx", b"no", "x.docx is not a Word document (.docx)"),
        ("x.exe", b"MZ", "is a .exe file; supported are .txt, .md, .html, .htm, .docx"),
        ("x", b"MZ", "is a file without extension; supported are .txt, .md"),
        ("index.csv", "file,outlet\nx.txt,Post\n", "x.txt is in index.csv but not in the folder"),
    ],
)
def test_documents_that_cannot_be_read_have_a_fault(write_folder, name, content, fault):
    folder = write_folder({"a.txt": LEAD, name: content})
    good, bad = open_folder(folder).records
    assert (good.where, good.fault) == ("a.txt", None)
    assert bad.where == ("index.csv, file x.txt" if name == "index.csv" else name)
    assert bad.fault.startswith(fault)
    assert bad.values == {}


def test_what_cannot_be_read_is_a_problem_and_no_input(write_folder):
    files = {"a.txt": LEAD, "b.txt": b"", "f.exe": b"MZ"}
    folder = write_folder(files | {"index.csv": "file,outlet\na.txt,Daily\nmissing.txt,Post\n"})
    (folder / "g.txt").symlink_to(folder / "nowhere.txt")
    loaded = load.read(folder)
    assert loaded.counts == {"rows_in": 5, "rows_out": 1, "dropped": 4, "filtered": 0}
    dropped = loaded.problems[~loaded.problems["kept"]].set_index("article_id")["reason"]
    assert set(dropped.index) == {"b.txt", "f.exe", "g.txt", "index.csv, file missing.txt"}
    assert "g.txt cannot be read: No such file" in dropped["g.txt"]
    assert [name for name, _ in loaded.inputs] == ["index.csv", "a.txt"]


def test_a_file_that_may_not_be_read(write_folder, monkeypatch):
    folder = write_folder({"a.txt": LEAD, "b.txt": LEAD})
    original = type(folder).read_bytes

    def refuse(path):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(type(folder), "read_bytes", refuse)
    loaded = load.read(folder)
    assert loaded.counts["dropped"] == 1
    assert "b.txt cannot be read: Permission denied" in " ".join(loaded.problems["reason"])


def test_an_opened_folder(write_folder):
    western = f"un café. {LEAD}".encode("cp1252")
    source = open_folder(write_folder({"a.txt": western}))
    assert source.name == "news"
    assert source.mapping == {column: column for column in ALIASES}
    assert source.inputs == [("a.txt", sha256(western))]
    assert source.records[0].notes[0].startswith("is not UTF-8")


@pytest.mark.parametrize(
    ("files", "columns", "message"),
    [
        ({".x": "y"}, None, "Folder news contains no documents. Supported are .txt, .md"),
        ({"index.csv": "file\na.txt\n"}, None, "Folder news contains no documents"),
        ({"a.txt": LEAD, "index.csv": "name,outlet\na,b\n"}, None, "no column 'file'"),
        ({"a.txt": LEAD}, {"outlet": "source"}, "Folder news has no index.csv"),
    ],
)
def test_folders_that_cannot_be_read(write_folder, files, columns, message):
    with pytest.raises(InputError, match=message):
        load.read(write_folder(files), columns=columns)


def test_only_regular_files_inside_the_folder_are_read(write_folder, tmp_path):
    folder = write_folder({"Daily/a.txt": LEAD, "z.txt": LEAD.replace("12", "13")})
    (tmp_path / "outside.txt").write_text("Secret words of a file that is not in the folder.")
    (tmp_path / "private").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "pipe_link.txt").symlink_to("pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to(tmp_path / "private")
    (folder / "loop").symlink_to(folder)
    (folder / "inside.txt").symlink_to("Daily/a.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "s.txt"))
        loaded = load.read(folder)
    assert "Secret" not in "".join(loaded.articles["text"])
    assert loaded.counts == {"rows_in": 10, "rows_out": 3, "dropped": 7, "filtered": 0}
    problems = loaded.problems[~loaded.problems["kept"]]
    reasons = dict(zip(problems["article_id"], problems["reason"], strict=True))
    leads_out = "is a link that leads out of the folder. Copy what it leads to into the folder"
    assert reasons == {
        "pipe.txt": "pipe.txt: is a named pipe. Only regular files are read",
        "pipe_link.txt": "pipe_link.txt: is a link to a named pipe. Only regular files are read",
        "zero.txt": f"zero.txt: {leads_out}",
        "out.txt": f"out.txt: {leads_out}",
        "up": f"up: {leads_out}",
        "loop": "loop: is a link to a folder. Only regular files are read",
        "s.txt": "s.txt: is a socket. Only regular files are read",
    }


def test_an_index_that_leads_out_of_the_folder_is_refused(write_folder, tmp_path):
    folder = write_folder({"a.txt": LEAD})
    (tmp_path / "other.csv").write_text("file,outlet\na.txt,Other\n")
    (folder / "index.csv").symlink_to(tmp_path / "other.csv")
    with pytest.raises(InputError, match="index.csv of folder news is a link that leads out"):
        load.read(folder)


def test_a_folder_with_nothing_but_pipes_has_no_documents(write_folder):
    folder = write_folder({".x": ""})
    os.mkfifo(folder / "pipe.txt")
    with pytest.raises(InputError, match="Folder news contains no documents"):
        load.read(folder)


def test_another_name_of_a_subfolder_is_another_outlet_and_another_input(write_folder):
    folder = write_folder({"Daily/a.txt": LEAD, "Post/b.txt": LEAD.replace("12", "13")})
    first = load.read(folder)
    key = source_key(folder)
    (folder / "Daily").rename(folder / "Herald")
    second = load.read(folder)
    assert first.articles["outlet"].tolist() == ["Daily", "Post"]
    assert second.articles["outlet"].tolist() == ["Herald", "Post"]
    assert [name for name, _ in second.inputs] == ["Herald/a.txt", "Post/b.txt"]
    assert source_key(folder) != key


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "sub/LICENSE.txt", "Codebook.pdf"])
def test_files_about_the_folder_are_no_articles_and_are_told(write_folder, name):
    loaded = load.read(write_folder({"a.txt": LEAD, name: LEAD}))
    assert len(loaded.articles) == 1
    told = [reason for reason in loaded.problems["reason"] if "describes the folder" in reason]
    assert len(told) == 1
    assert "is no article; if it is one, rename it or name it in index.csv" in told[0]


@pytest.mark.parametrize("name", ["readme or not.txt", "licensed-drivers.txt", "notices.txt"])
def test_an_article_may_have_such_a_word_in_its_name(write_folder, name):
    assert len(load.read(write_folder({"a.txt": LEAD, name: LEAD + " It rained."})).articles) == 2


def test_a_file_about_the_folder_that_the_index_names_is_an_article(write_folder):
    files = {"readme.txt": LEAD, "index.csv": "file,outlet\nreadme.txt,Daily\n"}
    assert load.read(write_folder(files)).articles["outlet"].tolist() == ["Daily"]


def test_a_folder_with_nothing_but_files_about_it_has_no_articles(write_folder):
    with pytest.raises(InputError, match="contains no documents"):
        open_folder(write_folder({"README.md": LEAD}))
