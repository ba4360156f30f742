"""What is read of tools' files in unusual forms, and what the user says of their columns."""

import json

import pandas as pd
import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.formats import open_file
from analysis.load.streams import open_stream
from analysis.load.tools import as_tool
from analysis.load.tools.registry import find_tools
from tests.load.tools.files import (
    AMCAT_ARTICLE,
    GUARDIAN_FIELDS,
    MADE,
    MINET_COLUMNS,
    SECOND,
    SITE,
    TEXT,
    URL,
    csv_bytes,
    event_registry_answer,
    fundus_article,
    guardian_answer,
    json_bytes,
    lines,
    minet_row,
    news_please_article,
    newsapi_article,
    trafilatura_article,
)


@pytest.fixture
def read(tmp_path):
    """Return a function that writes a file and reads it."""

    def write_and_read(name, data, columns=None):
        path = tmp_path / name
        path.write_bytes(data)
        return load.read(path, columns=columns)

    return write_and_read


def reasons_of(loaded):
    return "\n".join(loaded.problems["reason"])


@pytest.mark.parametrize(
    "columns",
    [
        ["outlet", "text"],
        ["id", "date", "title", "text", "source", "url"],
        ["title", "author", "date", "content", "publication"],
        ["text", "date", "url", "source", "title"],
        ["headline", "body", "date", "section"],
        ["source.name", "title", "text"],
    ],
)
def test_columns_that_many_files_have_are_no_tools(columns):
    assert find_tools(columns) == []


def test_an_address_is_no_outlet_by_itself(read):
    article = trafilatura_article() | {"hostname": None}
    loaded = read("t.json", json_bytes(article))
    assert loaded.articles["outlet"].tolist() == [SITE]
    assert loaded.articles["outlet_given"].tolist() == [SITE]
    assert loaded.guesses["outlet"] == "the site in hostname"


def test_a_known_host_is_printed_as_its_outlet(read):
    article = news_please_article() | {"source_domain": "edition.cnn.com"}
    assert read("n.json", json_bytes(article)).articles["outlet"].tolist() == ["CNN"]


def test_a_list_of_objects_in_one_article_is_not_taken_for_articles(read):
    article = news_please_article() | {"images": [{"url": "x"}]}
    del article["authors"]
    assert read("n.json", json_bytes(article)).articles["title"].tolist() == [article["title"]]


def test_the_mark_of_a_cut_text_is_no_text(read):
    loaded = read("a.json", json_bytes({"articles": [newsapi_article()]}))
    assert "chars" not in loaded.articles["text"][0]
    assert "1234 characters are missing; to have it whole: parallax fetch" in reasons_of(loaded)


def test_a_removed_article_is_none(read):
    removed = newsapi_article(title="[Removed]", content="[Removed]")
    loaded = read("a.json", json_bytes({"articles": [newsapi_article(), removed]}))
    assert len(loaded.articles) == 1
    assert "a.json, item 1: was removed by its outlet" in reasons_of(loaded)


def test_the_guardian_may_give_its_body_as_html(read):
    answer = guardian_answer(body=f"<p>{TEXT}</p><p>{SECOND}</p>")
    article = read("g.json", json_bytes(answer)).articles.iloc[0]
    assert article["text"].endswith(f"{TEXT}\n\n{SECOND}")
    assert article["outlet"] == "The Guardian"


def test_an_answer_with_one_article_of_the_guardian(read):
    answer = guardian_answer(**GUARDIAN_FIELDS)
    [article] = answer["response"].pop("results")
    answer["response"]["content"] = article
    assert len(read("g.json", json_bytes(answer)).articles) == 1


def test_a_fundus_file_without_outlets_is_read_with_advice(read):
    article = fundus_article()
    del article["publisher"]
    loaded = read("f.json", json_bytes([article]))
    assert loaded.articles["outlet"].isna().all()
    assert "fundus leaves the outlet out unless it is asked for" in reasons_of(loaded)


def test_what_minet_could_not_extract_says_why(read):
    loaded = read("m.csv", csv_bytes(MINET_COLUMNS, minet_row(), minet_row("no-content")))
    assert "m.csv, line 4: minet found no article in the page: no-content" in reasons_of(loaded)


def test_messages_of_telegram(read):
    loaded = read("result.json", MADE["telegram"].data)
    article = loaded.articles.iloc[0]
    assert article["text"] == f"Twelve people were killed. {SECOND}"
    reasons = reasons_of(loaded)
    assert "is a message of the service (create_channel)" in reasons
    assert "was forwarded from Harbour Desk" in reasons
    assert "result.json, item 2: has no text" in reasons
    assert loaded.counts["dropped"] == 2


def test_texts_of_gdeltnews_are_told_to_be_put_together(read):
    made = MADE["gdeltnews"]
    assert "puts texts together from overlapping fragments" in reasons_of(
        read(made.name, made.data)
    )


def test_rows_of_trafilatura_have_no_header(read):
    row = MADE["trafilatura (csv)"].data
    second = row.replace(b"bridge-falls", b"floods").replace(b"Twelve", b"Nine")
    loaded = read("t.csv", row + second)
    assert loaded.articles["url"].tolist() == [URL, URL.replace("bridge-falls", "floods")]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("t.json", json_bytes({"text": "x", "comments": ""}), r"again with --with-metadata\."),
        ("p.csv", csv_bytes(["Art_ID", "Par_ID", "Paragraph"], ["1", "1", "x"]), "a paragraph in"),
        ("n.json", json_bytes({"status": "ok", "articles": []}), "n.json has no rows"),
        ("e.json", json_bytes({"articles": {"results": []}}), "e.json has no rows"),
        ("g.json", json_bytes({"response": {"results": []}}), "g.json has no rows"),
        ("r.json", b'{"name": "x", "messages": [{"id": 1', "r.json is not JSON"),
        (
            "a.json",
            json_bytes({"results": [{"_id": "1", "date": "", "title": "", "text": "x"}]}),
            "a.json is a file of AmCAT and does not say which outlet .* --columns outlet=NAME",
        ),
        (
            "n.json",
            json_bytes(news_please_article() | {"maintext": None}),
            "No row of n can be used: .*has no text",
        ),
    ],
)
def test_broken_and_empty_files(read, name, data, message):
    with pytest.raises(InputError, match=message):
        read(name, data)


def test_what_the_user_says_wins(read):
    article = AMCAT_ARTICLE | {"kicker": "Another title"}
    loaded = read("a.json", json_bytes([article]), {"title": "kicker"})
    assert loaded.articles["title"].tolist() == ["Another title"]
    assert loaded.guesses["title"] == "kicker"


def test_a_column_with_our_name_that_the_user_added_is_used(read):
    data = json_bytes([trafilatura_article() | {"outlet": "Daily", "event_id": "bridge"}])
    article = read("t.json", data).articles.iloc[0]
    assert (article["outlet"], article["event_id"]) == ("Daily", "bridge")


def test_a_path_into_a_tools_file(read):
    answer = event_registry_answer()
    answer["articles"]["results"][0]["location"] = {"label": {"eng": "Tallis"}}
    loaded = read("e.json", json_bytes(answer), {"place": "location.label.eng"})
    assert loaded.articles["place"].tolist() == ["Tallis"]


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_a_path_into_a_file_of_no_tool(read, name):
    item = {"by": {"paper": {"name": "Daily"}}, "parts": {"main": {"body": TEXT}}}
    columns = {"outlet": "by.paper.name", "text": "parts.main.body"}
    loaded = read(name, json_bytes([item]) if name == "x.json" else lines(item), columns)
    assert loaded.articles["outlet"].tolist() == ["Daily"]
    assert loaded.articles["text"].tolist() == [TEXT]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"text": "nowhere.body"}, "t.json: No column 'nowhere.body'.*"),
        ({"body": "text"}, "No column 'body'.*--columns OURS=THEIRS"),
        ({"provider": "minet"}, "No provider 'minet'.*trafilatura"),
    ],
)
def test_columns_that_are_not_there(read, columns, message):
    with pytest.raises(InputError, match=message):
        read("t.json", json_bytes(trafilatura_article()), columns)


def test_a_file_may_be_read_by_its_column_names_whatever_tool_it_is(read):
    made = MADE["gdeltnews"]
    loaded = read(made.name, made.data, {"provider": "columns"})
    assert loaded.articles["outlet"].tolist() == ["Multiple URL matched"]
    assert loaded.articles["provider"].tolist() == ["csv"]


def test_outlets_of_a_file_without_them_are_its_addresses(read):
    data = csv_bytes(["title", "text", "link"], ["One", TEXT, URL])
    loaded = read("x.csv", data)
    assert loaded.articles["outlet"].tolist() == [SITE]
    assert loaded.guesses == {"outlet": "the site in link", "url": "link"}
    assert loaded.articles["provider"].tolist() == ["csv"]


def test_a_stream_is_read_a_batch_at_a_time(tmp_path):
    path = tmp_path / "many.jsonl"
    rows = [news_please_article() | {"title": f"Title {number}"} for number in range(7)]
    path.write_bytes(lines(*rows[:3], {"other": 1}, *rows[3:]))
    opened = as_tool(open_stream(path, batch=3), None)
    for _ in range(2):
        assert [len(batch) for batch in opened.batches()] == [3, 3, 2]
    assert opened.provider == "news_please"
    assert list(opened.cells("published"))[:4] == ["2018-11-02 09:30:00"] * 3 + [None]
    assert len(load.read(path).articles) == 7


def test_streamed_and_at_once_are_the_same(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_bytes(lines(*[news_please_article()] * 3))
    streamed = as_tool(open_stream(path, batch=2), None)
    at_once = as_tool(open_file(path), None)
    assert sum(streamed.batches(), []) == list(at_once.records)
    assert (streamed.columns, streamed.mapping) == (at_once.columns, at_once.mapping)


def test_a_folder_of_one_file_an_article(tmp_path):
    for number in range(3):
        article = news_please_article() | {"title": f"Title {number}"}
        (tmp_path / f"{number}.json").write_text(json.dumps(article))
    (tmp_path / "other.json").write_text(json.dumps({"colour": "red", "text": "x"}))
    (tmp_path / "x.xml").write_bytes(MADE["trafilatura (xml)"].data)
    (tmp_path / "index.csv").write_text("file,place\n0.json,Tallis\n")
    loaded = load.read(tmp_path)
    assert loaded.articles["provider"].tolist() == ["news_please"] * 3 + ["trafilatura"]
    assert loaded.articles["place"].tolist()[0] == "Tallis"
    assert "other.json: is a file of rows of no known tool" in reasons_of(loaded)
    assert pd.notna(loaded.articles["published"]).all()


@pytest.mark.parametrize(("form", "name"), [("json", "t.json"), ("csv", "t.csv"), ("xml", "t.xml")])
def test_what_trafilatura_itself_writes_is_read(read, form, name):
    import trafilatura

    page = (
        f"<html lang='en'><head><title>Bridge falls</title><link rel='canonical' href='{URL}'>"
        f"<meta property='article:published_time' content='2018-11-02'></head>"
        f"<body><article><p>{TEXT} {SECOND}</p><p>{SECOND} {TEXT}</p></article></body></html>"
    )
    written = trafilatura.extract(page, url=URL, output_format=form, with_metadata=True)
    article = read(name, written.encode()).articles.iloc[0]
    assert (article["provider"], article["outlet"], article["url"]) == ("trafilatura", SITE, URL)
    assert article["published"] == pd.Timestamp("2018-11-02")
    assert f"{TEXT} {SECOND}" in article["text"]


def test_what_trafilatura_writes_without_metadata_is_refused(read):
    import trafilatura

    page = f"<html><body><article><p>{TEXT} {SECOND}</p><p>{SECOND}</p></article></body></html>"
    written = trafilatura.extract(page, output_format="json", with_metadata=False)
    with pytest.raises(InputError, match="--with-metadata"):
        read("t.json", written.encode())


@pytest.mark.parametrize("key", ["auto_archiver", "proquest_sheet", "amcat (csv)"])
def test_the_sheet_of_a_tool_may_be_an_excel_file(tmp_path, key):
    made = MADE[key]
    csv_path = tmp_path / made.name
    csv_path.write_bytes(made.data)
    excel_path = csv_path.with_suffix(".xlsx")
    pd.read_csv(csv_path, keep_default_na=False).to_excel(excel_path, index=False)
    article = load.read(excel_path).articles.iloc[0]
    assert article["provider"] == key.split(" (")[0]
    assert article["outlet"] == made.outlet
    assert article["published"] == pd.Timestamp(made.published)
