"""Reading of the index of a folder."""

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.documents.index import Index, read_index
from analysis.load.input_files import sha256


def test_a_folder_without_an_index_has_an_empty_one(write_folder):
    folder = write_folder({"a.txt": "x"})
    assert read_index(folder) == read_index(folder, {}) == Index({}, {}, [], [])


@pytest.mark.parametrize("name", ["file", "FileName", "file_name", "path"])
def test_rows_are_found_by_the_name_of_the_document(write_folder, name):
    text = f"source,{name},x\nDaily, a.txt ,1\nPost,sub/b.txt,2\n"
    folder = write_folder({"index.csv": text})
    index = read_index(folder)
    assert index.rows == {"a.txt": {"outlet": "Daily"}, "sub/b.txt": {"outlet": "Post"}}
    assert index.guesses == {"outlet": "source"}
    assert index.inputs == [("index.csv", sha256(text.encode()))]
    assert index.notes == []


def test_columns_may_be_given(write_folder):
    folder = write_folder({"index.csv": "file,paper,outlet\na.txt,Daily,x\n"})
    index = read_index(folder, {"outlet": "paper"})
    assert (index.rows, index.guesses) == ({"a.txt": {"outlet": "Daily"}}, {})


def test_rows_that_cannot_be_read_are_notes_and_missing_cells_are_empty(write_folder):
    folder = write_folder({"index.csv": "file,outlet\nbad,1,2\na.txt\n"})
    index = read_index(folder)
    assert index.rows == {"a.txt": {"outlet": ""}}
    (where, note), (_, second) = index.notes
    assert second.startswith("index.csv, line 3: has 1 cells")
    assert where == "index.csv, line 2"
    assert note.startswith("index.csv, line 2: has 3 cells where the header has 2")


def test_the_encoding_is_noted(write_folder):
    folder = write_folder({"index.csv": "file,outlet\na.txt,Café du Nord\n".encode("cp1252")})
    [(where, note)] = read_index(folder).notes
    assert where == "index.csv"
    assert note.startswith("index.csv is not UTF-8")


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        (
            "name,outlet\na,b\n",
            None,
            "index.csv has no column 'file' .*Found: name, outlet. Rename the column",
        ),
        ("file,outlet\na,b\n", {"outlet": "paper"}, "index.csv: No column 'paper'"),
        ("file\n", None, "index.csv has a header and no rows"),
        ("", None, "index.csv is empty"),
        (None, {"outlet": "paper"}, "Folder news has no index.csv, so --columns does not apply"),
    ],
)
def test_an_index_that_cannot_be_used(write_folder, text, columns, message):
    folder = write_folder({"a.txt": "x"} if text is None else {"index.csv": text})
    with pytest.raises(InputError, match=message):
        read_index(folder, columns)


def test_a_file_that_is_listed_twice_is_told_and_its_first_line_counts(write_folder):
    index = "file,outlet\na.txt,Daily\nb.txt,Post\na.txt,Wire\n"
    loaded = load.read(write_folder({"a.txt": "One.", "b.txt": "Two.", "index.csv": index}))
    assert loaded.articles["outlet"].tolist() == ["Daily", "Post"]
    [reason] = loaded.problems.loc[loaded.problems["reason"].str.contains("already"), "reason"]
    assert reason == (
        "index.csv, line 4: file 'a.txt' is already listed at index.csv, line 2; "
        "this line is not used"
    )
