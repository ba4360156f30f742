"""Records become rows of articles and problems."""

from datetime import date

import pytest

from analysis.load.article_rows import ArticleRows
from analysis.load.dates import DateColumn
from analysis.load.records import Record, Source

TEXT = "At least 12 people were killed when the bridge fell, the ministry said."
COLUMNS = (
    "article_id",
    "outlet",
    "published",
    "title",
    "text",
    "url",
    "author",
    "place",
    "language",
    "event_id",
)
GOOD = {
    "article_id": "a1",
    "outlet": "Daily",
    "published": "2018-11-02",
    "title": "Bridge falls",
    "text": TEXT,
}


def source_of(*rows, **known):
    records = []
    for number, cells in enumerate(rows, 1):
        record = cells if isinstance(cells, Record) else Record(f"x.csv, line {number}", cells)
        records.append(record)
    return Source("news", records, COLUMNS, inputs=[("x.csv", "0" * 64)], **known)


def rows_of(*rows, as_is=False, mapping=None, **known):
    collected = ArticleRows(as_is)
    collected.add(source_of(*rows, **known), mapping or {name: name for name in COLUMNS}, {})
    return collected


def article_of(as_is=False, **changes):
    return rows_of(GOOD | changes, as_is=as_is).articles[0]


def test_a_plain_record_has_no_problem():
    rows = rows_of(GOOD)
    assert rows.problems == []
    assert rows.articles == [
        {
            "article_id": "a1",
            "corpus": "news",
            "outlet": "Daily",
            "outlet_given": "Daily",
            "published": date(2018, 11, 2),
            "published_time": None,
            "published_zone": None,
            "published_in_text": None,
            "title": "Bridge falls",
            "text": f"Bridge falls\n\n{TEXT}",
            "url": None,
            "author": None,
            "place": None,
            "language": "en",
            "event_id": None,
            "story_id": None,
            "n_words": 15,
            "provider": None,
        }
    ]


@pytest.mark.parametrize(
    ("changes", "kept", "reason"),
    [
        ({"published": "soon"}, True, "date 'soon' is not a single day; read as missing"),
        ({"published": "2018-11"}, True, "date '2018-11' is not a single day; read as missing"),
        (
            {"published": "9999-12-31"},
            True,
            "date '9999-12-31' is not in 1700-01-01 to 2100-12-31; read as missing",
        ),
        ({"published": "2018-13-01"}, True, "date '2018-13-01' is not a single day"),
        ({"published": ""}, True, "has no date"),
        ({"title": ""}, True, "has no title"),
        ({"outlet": ""}, True, "has no outlet"),
        ({"outlet": "N/A"}, True, "has no outlet"),
        ({"text": ""}, False, "has no text"),
        ({"text": " \n "}, False, "has no text"),
        ({"text": None}, False, "has no text"),
        ({"text": float("nan")}, False, "has no text"),
        ({"text": "NaN"}, False, "has no text"),
        ({"text": []}, False, "has no text"),
        ({"text": "\x01\x02"}, False, "has no text but control characters"),
        ({"text": "Twelve people\x00 died."}, True, "1 NUL byte removed"),
        ({"text": "Twelve \u202epeople died."}, True, "1 characters that change the direction"),
        (
            {"language": "en", "text": "قالت الوزارة " * 5},
            True,
            "language is given as 'en', but most letters are",
        ),
        ({"language": "French"}, True, "language is given as 'French', but the text is English"),
        ({"text": f"(Machine translation) {TEXT}"}, True, "says that it is a machine"),
    ],
)
def test_records_with_something_wrong(changes, kept, reason):
    rows = rows_of(GOOD, GOOD | {"article_id": "a2"} | changes)
    assert [problem["kept"] for problem in rows.problems] == [kept]
    assert rows.problems[0]["article_id"] == ("a2" if kept else "x.csv, line 2")
    assert str(rows.problems[0]["reason"]).startswith(f"x.csv, line 2: {reason}")
    assert (rows.n_records, rows.n_dropped, len(rows.articles)) == (2, 1 - kept, 1 + kept)


def test_a_record_with_a_fault_is_dropped_and_one_with_a_note_is_kept():
    rows = rows_of(
        Record("x.csv, line 2", fault="has 3 cells"),
        Record("x.csv, line 3", GOOD, notes=("has 2 cells",)),
    )
    assert [problem["reason"] for problem in rows.problems] == [
        "x.csv, line 2: has 3 cells",
        "x.csv, line 3: has 2 cells",
    ]
    assert [problem["kept"] for problem in rows.problems] == [False, True]
    assert len(rows.articles) == 1


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (" Daily ", "Daily"),
        ("None", None),
        ("null", None),
        ("NaT", None),
        (["Jane Roe", None, "John Doe"], "Jane Roe, John Doe"),
        (("Jane Roe",), "Jane Roe"),
        (3.0, "3"),
        (3.5, "3.5"),
        (0, "0"),
        (float("inf"), "inf"),
        ("a\x00b\ud800", "ab\ufffd"),
        (True, "True"),
    ],
)
def test_cells_are_text_or_missing(cell, value):
    assert article_of(author=cell)["author"] == value


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (["One.", None, "Two."], "One.\n\nTwo."),
        ("Café.".encode(), "Café."),
        (b"Caf\xe9.", "Caf\ufffd."),
        (12.0, "12.0"),
    ],
)
def test_the_text_may_be_paragraphs_bytes_or_a_number(cell, text):
    assert article_of(text=cell, title=None)["text"] == text


def test_texts_that_are_kept_to_the_letter():
    text = " It\u2019s caf\u00c3\u00a9\x07\r\n"
    assert article_of(as_is=True, text=text)["text"] == text
    assert article_of(as_is=False, text=text)["text"] == "Bridge falls\n\nIt\u2019s café"


def test_a_source_may_ask_for_texts_to_the_letter():
    known = {name: name for name in COLUMNS}
    records = [Record("x.csv, line 1", GOOD | {"text": " caf\u00c3\u00a9"})]
    rows = ArticleRows(as_is=False)
    rows.add(Source("news", records, COLUMNS, as_is=True), known, {})
    assert rows.articles[0]["text"] == " caf\u00c3\u00a9"


def test_a_lone_surrogate_is_replaced_even_in_a_text_kept_to_the_letter():
    rows = rows_of(GOOD | {"text": "Twelve \ud800 people"}, as_is=True)
    assert rows.articles[0]["text"] == "Twelve \ufffd people"
    reasons = [problem["reason"] for problem in rows.problems]
    assert reasons == ["x.csv, line 1: 1 lone surrogates replaced by U+FFFD"]


def test_the_repair_of_a_corpus_is_applied_to_text_and_title_before_cleaning():
    def fix(text):
        return text.replace("@", "\x07é")

    articles = rows_of(GOOD | {"title": "Bridge@ falls", "text": "Caf@."}, fix=fix).articles
    assert (articles[0]["title"], articles[0]["text"]) == (
        "Bridgeé falls",
        "Bridgeé falls\n\nCafé.",
    )
    kept = rows_of(GOOD | {"text": "Caf@."}, fix=fix, as_is=True).articles
    assert kept[0]["text"] == "Caf@."


def test_defaults_fill_empty_cells_only():
    articles = rows_of(
        GOOD | {"place": "north"}, GOOD | {"article_id": "a2"}, defaults={"place": "south"}
    ).articles
    assert [article["place"] for article in articles] == ["north", "south"]


def test_a_repeated_id_gets_a_number():
    rows = rows_of(GOOD, GOOD, GOOD | {"article_id": "a1-2"}, GOOD)
    ids = [article["article_id"] for article in rows.articles]
    assert ids == ["a1", "a1-2", "a1-2-2", "a1-3"]
    assert rows.problems[0]["reason"] == (
        "x.csv, line 2: article_id 'a1' is already used at x.csv, line 1; this one becomes 'a1-2'"
    )


def test_a_new_number_that_is_taken_is_skipped():
    rows = rows_of(GOOD, GOOD | {"article_id": "a1-2"}, GOOD)
    assert [article["article_id"] for article in rows.articles] == ["a1", "a1-2", "a1-3"]


def test_ids_are_made_from_the_name_and_the_number_of_the_record():
    rows = rows_of(*[GOOD | {"article_id": None, "text": text} for text in (TEXT, "", TEXT)])
    assert [article["article_id"] for article in rows.articles] == ["news-0000", "news-0002"]
    rows.add(source_of(GOOD | {"article_id": ""}), {name: name for name in COLUMNS}, {}, first=12)
    assert rows.articles[-1]["article_id"] == "news-0012"


def test_taken_rows_are_forgotten_but_ids_and_counts_are_kept():
    rows = rows_of(GOOD, GOOD | {"text": ""})
    articles, problems = rows.take()
    assert (len(articles), len(problems)) == (1, 1)
    assert rows.take() == ([], [])
    rows.add(source_of(GOOD), {name: name for name in COLUMNS}, {})
    assert rows.articles[0]["article_id"] == "a1-2"
    assert (rows.n_records, rows.n_dropped) == (3, 1)


def test_notes_and_the_order_of_days_are_problems_of_the_source():
    rows = rows_of(GOOD | {"published": "4/5/2017"}, notes=[("x.csv", "x.csv: is odd")])
    assert [problem["article_id"] for problem in rows.problems] == ["x.csv", "news"]
    assert rows.problems[0]["reason"] == "x.csv: is odd"
    assert str(rows.problems[1]["reason"]).startswith("x.csv: 1 date can be read two ways")
    assert all(problem["kept"] for problem in rows.problems)


def test_a_known_order_of_day_and_month_is_used():
    rows = rows_of(GOOD | {"published": "4/5/2017"}, dates=DateColumn(month_first=False))
    assert rows.articles[0]["published"] == date(2017, 5, 4)
    assert rows.problems == []


def test_inputs_and_guesses_are_collected():
    rows = ArticleRows(as_is=False)
    rows.add(source_of({"body": TEXT, "": "2018-11-02"}), {"text": "body"}, {"text": "body"})
    assert rows.guesses == {"text": "body"}
    assert rows.inputs == [("x.csv", "0" * 64)]
    assert rows.articles[0]["published"] is None


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        (TEXT, None, "en"),
        (TEXT, "French", "en"),
        ("Bridge falls", "French", "fr"),
        ("Bonjour.", None, None),
        ("Bonjour.", "en", "en"),
        ("قالت الوزارة", "ara", "ar"),
        ("قالت الوزارة", "en", "ar"),
        ("12", "en", "en"),
    ],
)
def test_language_is_as_given_unless_the_text_says_otherwise(text, given, language):
    assert article_of(text=text, title=None, language=given)["language"] == language


def test_marks_that_do_not_show_are_removed_from_short_fields_and_told():
    marked = {
        "article_id": "\u200ea1",
        "outlet": "\u202aAFP\u202c",
        "author": "J\u200bR",
        "place": "\u2067Tallis\u2069",
        "url": "https://a.b/\u200b",
        "title": "Bridge\u200e falls",
        "published": "\u200e2018-11-02",
        "language": "en\u200f",
    }
    rows = rows_of(GOOD | marked)
    article = rows.articles[0]
    cleaned = {"article_id": "a1", "outlet": "AFP", "author": "JR", "place": "Tallis"}
    cleaned |= {"url": "https://a.b/", "title": "Bridge falls", "language": "en"}
    assert {column: article[column] for column in cleaned} == cleaned
    assert article["published"] == date(2018, 11, 2)
    told = [str(problem["reason"]) for problem in rows.problems]
    for column in marked:
        assert any(f": {column}: " in reason and "removed" in reason for reason in told), column


def test_an_outlet_of_nothing_but_marks_is_missing():
    rows = rows_of(GOOD | {"outlet": "\u202a\u202c"})
    assert rows.articles[0]["outlet"] is None
    assert any("has no outlet" in str(problem["reason"]) for problem in rows.problems)


def test_a_title_of_nothing_but_control_characters_is_missing():
    rows = rows_of(GOOD | {"title": "\x01"})
    assert rows.articles[0]["title"] is None
    reasons = [str(problem["reason"]) for problem in rows.problems]
    assert [": title: 1 character" in reasons[0], "has no title" in reasons[1]] == [True, True]
