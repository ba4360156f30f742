"""How a file will be read is said before it is, and where it could be read in another way."""

import pytest

from analysis.core.errors import InputError
from analysis.load import read
from analysis.load.readings import readings_of
from tests.load.tools.files import MADE, TEXT, URL, WITHOUT_TEXT, csv_bytes, json_bytes


@pytest.fixture
def write(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("key", sorted(set(MADE) - {"gdeltnews"}))
def test_the_file_of_a_tool_has_one_reading(write, key):
    made = MADE[key]
    path = write(made.name, made.data)
    [reading] = readings_of(path)
    assert reading.columns == {"provider": key.split(" (")[0]}
    loaded = read(path)
    guesses = {ours: theirs for ours, theirs in reading.mapping.items() if ours != theirs}
    assert guesses == loaded.guesses


def test_a_reading_in_one_line(write):
    made = MADE["guardian"]
    [reading] = readings_of(write(made.name, made.data))
    assert reading.describe() == (
        "the Guardian's open platform: article_id=id, outlet=fields.publication, "
        "published=webPublicationDate, title=fields.headline, text=fields.bodyText, url=webUrl, "
        "author=fields.byline"
    )


def test_two_columns_that_could_be_the_outlet(write):
    data = csv_bytes(["source", "publisher", "date", "time", "body"], ["A", "B", "", "", TEXT])
    first, second = readings_of(write("x.csv", data))
    assert first.mapping == {"outlet": "source", "published": "date", "text": "body"}
    assert second.mapping["outlet"] == "publisher"
    assert "outlet from 'publisher'" in second.label
    assert read(write("x.csv", data), columns=second.columns).articles["outlet"].tolist() == ["B"]


def test_what_the_user_gave_is_not_asked_again(write):
    data = csv_bytes(["source", "publisher", "body"], ["A", "B", TEXT])
    [reading] = readings_of(write("x.csv", data), {"outlet": "publisher"})
    assert reading.mapping == {"outlet": "publisher", "text": "body"}


def test_a_file_of_a_tool_whose_columns_others_have_too(write):
    made = MADE["gdeltnews"]
    first, second = readings_of(write(made.name, made.data))
    assert first.columns == {"provider": "gdeltnews"}
    assert first.mapping["outlet"] == "the site in URL"
    assert second.mapping["outlet"] == "Source"
    [only] = readings_of(write(made.name, made.data), {"provider": "gdeltnews"})
    assert only == first


def test_addresses_name_the_outlets_if_nothing_else_does(write):
    [reading] = readings_of(write("x.csv", csv_bytes(["body", "link"], [TEXT, URL])))
    assert reading.mapping == {"outlet": "the site in link", "text": "body", "url": "link"}


def test_a_path_is_in_the_reading(write):
    data = json_bytes([{"paper": "A", "parts": {"main": {"body": TEXT}}}])
    columns = {"outlet": "paper", "text": "parts.main.body"}
    [reading] = readings_of(write("x.json", data), columns)
    assert reading.mapping == columns


@pytest.mark.parametrize("key", WITHOUT_TEXT)
def test_a_file_that_cannot_be_read_says_so(write, key):
    with pytest.raises(InputError, match="has no texts of articles"):
        readings_of(write(*WITHOUT_TEXT[key]))


@pytest.mark.parametrize("name", ["embedded", "x.txt", "x.warc.gz", "x.wacz", "none.csv", "."])
def test_what_is_read_in_one_way_has_no_readings(write, tmp_path, name):
    if name.startswith("x."):
        write(name, b"x")
    assert readings_of(name if name == "embedded" else tmp_path / name) == []


@pytest.mark.parametrize("name", ["many.csv", "many.jsonl"])
def test_only_the_beginning_of_a_large_file_is_looked_at(write, monkeypatch, name):
    monkeypatch.setattr("analysis.load.readings._HEAD", 300)
    if name == "many.csv":
        rows = [["Daily", f"{number} {TEXT}"] for number in range(20)]
        data = csv_bytes(["outlet", "text"], *rows)
    else:
        data = b"".join(json_bytes({"outlet": "Daily", "text": TEXT}) + b"\n" for _ in range(20))
    path = write(name, data + b"\xff\xfe\x00 broken\n")
    [reading] = readings_of(path)
    assert reading.mapping == {"outlet": "outlet", "text": "text"}
