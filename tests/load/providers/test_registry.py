"""Every provider: what its exports say is read, in each language of its interface, and is whole."""

from dataclasses import replace

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.providers import PROVIDERS, Page, find_provider
from tests.load.providers.exports import ARTICLES, BUILDERS, ENGLISH, FRENCH, GERMAN

MONTHS_ALONE = replace(ENGLISH, day="{month} {year}")
INTERFACES = {"English": ENGLISH, "German": GERMAN, "French": FRENCH}
FORMS = [
    ("nexis_docx", {}),
    ("nexis_rtf", {}),
    ("nexis_old_rtf", {}),
    ("nexis_old_rtf", {"academic": True}),
    ("nexis_html", {}),
    ("nexis_text", {}),
    ("nexis_text", {"academic": True}),
    ("factiva_html", {}),
    ("factiva_html", {"indexed": True}),
    ("factiva_rtf", {}),
    ("factiva_rtf", {"indexed": True}),
    ("europresse_html", {}),
    ("europresse_html", {"said": 3}),
    ("proquest_text", {}),
    ("mbox", {}),
    ("eml", {}),
]
OF_MAIL = ("mbox", "eml")
WITHOUT_LANGUAGE = ("europresse_html", *OF_MAIL)


@pytest.fixture
def export(tmp_path):
    """Return a function that writes an export and returns its path."""

    def write(name, *, file=None, **options):
        build, extension = BUILDERS[name]
        path = tmp_path / (file or f"my export.{extension}")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(build(**options))
        return path

    return write


@pytest.mark.parametrize("interface", INTERFACES)
@pytest.mark.parametrize(("name", "options"), FORMS)
def test_what_an_export_says_is_read(export, name, options, interface):
    loaded = load.read(export(name, words=INTERFACES[interface], **options), as_is=True)
    articles = loaded.articles
    expected = ARTICLES[:1] if name == "eml" else ARTICLES
    assert articles["title"].tolist() == [article.title for article in expected]
    assert articles["outlet"].tolist() == [article.outlet for article in expected]
    assert [day.date() for day in articles["published"]] == [article.day for article in expected]
    texts = ["\n\n".join(article.paragraphs) for article in expected]
    assert articles["text"].tolist() == texts
    assert set(articles["provider"]) == {name}
    if name not in OF_MAIL:
        assert articles["author"].tolist() == [article.author for article in expected]
    if name not in WITHOUT_LANGUAGE:
        assert articles["language"].tolist() == [article.language for article in expected]
    assert articles["article_id"].is_unique
    reasons = loaded.problems["reason"]
    remarks = [reason for reason in reasons if "only English is read" not in reason]
    assert remarks == []


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)
def test_every_provider_declares_what_it_is_and_recognises_its_fixture_alone(provider):
    build, extension = BUILDERS[provider.fixture]
    assert provider.label
    assert provider.version
    page = Page(build(), f"x.{extension}")
    assert page.kind in provider.kinds
    assert find_provider(page) is provider
    others = [
        other.name for other in PROVIDERS if page.kind in other.kinds and other.recognises(page)
    ]
    assert others == [provider.name]


def test_names_are_unique_and_every_builder_has_a_provider():
    names = [provider.name for provider in PROVIDERS]
    assert len(names) == len(set(names))
    assert set(BUILDERS) == {provider.fixture for provider in PROVIDERS}


@pytest.mark.parametrize(
    "name",
    [
        "nexis_docx",
        "nexis_rtf",
        "nexis_html",
        "factiva_html",
        "factiva_rtf",
        "europresse_html",
        "proquest_text",
    ],
)
@pytest.mark.parametrize("said", [2, 12])
def test_an_export_that_does_not_hold_what_it_says_is_refused(export, name, said):
    message = rf"my export\..*says that it holds {said} documents, and 3 can be read"
    with pytest.raises(InputError, match=message):
        load.read(export(name, said=said))


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("nexis_text", {"total": 12, "request": False}),
        ("nexis_old_rtf", {"total": 12, "request": False}),
        ("nexis_html", {"total": 12, "said": 12}),
    ],
)
def test_marks_say_how_many_documents_there_are(export, name, options):
    with pytest.raises(InputError, match="says that it holds 12 documents, and 3 can be read"):
        load.read(export(name, **options))


def many(n_articles):
    """Return articles with keys of their own."""
    return [
        replace(ARTICLES[0], key=f"ALDH0000{number:08d}", title=f"Bridge {number} falls")
        for number in range(n_articles)
    ]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("nexis_text", {"total": 983, "request": False}),
        ("nexis_html", {"total": 983}),
        ("factiva_html", {"said": 983}),
        ("factiva_rtf", {"said": 983}),
    ],
)
def test_a_full_file_of_a_large_result_is_read(export, name, options):
    loaded = load.read(export(name, articles=many(100), **options))
    assert len(loaded.articles) == 100
    assert "100 of 983" in " ".join(loaded.problems["reason"])


def test_the_last_page_of_a_large_result_is_read(export):
    loaded = load.read(export("factiva_html", articles=many(17), said=217))
    assert len(loaded.articles) == 17
    assert "holds 17 of 217 results" in " ".join(loaded.problems["reason"])


def test_exports_that_were_put_together_in_one_file_are_read(export):
    path = export("nexis_text")
    data = path.read_bytes()
    path.write_bytes(data + b"\r\n" + BUILDERS["nexis_text"][0](articles=ARTICLES[:2]))
    assert load.read(path).articles["title"].tolist() == [
        article.title for article in (*ARTICLES, *ARTICLES[:2])
    ]


def test_documents_that_are_left_out_in_the_middle_are_named(export):
    path = export("nexis_text", articles=many(5))
    text = path.read_text("utf-8")
    marks = [text.index(f"{number} of 5 DOCUMENTS") for number in (3, 4)]
    path.write_text(text[: marks[0]] + text[marks[1] :], "utf-8")
    with pytest.raises(InputError, match=r"holds 5 documents, and 4 can be read \(missing: 3\)"):
        load.read(path)


def test_a_file_that_is_too_large_is_refused(export, monkeypatch):
    path = export("nexis_text")
    monkeypatch.setattr("analysis.load.documents.file.MAX_DOCUMENT", 1_000)
    with pytest.raises(InputError, match=r"my export\.txt is [\d,]+ bytes, over the"):
        load.read(path)


@pytest.mark.parametrize("name", ["nexis_text", "nexis_html"])
def test_one_file_of_several_holds_the_documents_from_its_first_to_its_last(export, name):
    loaded = load.read(export(name, first=201, total=983))
    assert len(loaded.articles) == 3
    if name == "nexis_html":
        assert "holds documents 201 to 203 of 983" in " ".join(loaded.problems["reason"])


@pytest.mark.parametrize(
    "name",
    [
        "nexis_html",
        "nexis_text",
        "nexis_rtf",
        "nexis_old_rtf",
        "factiva_html",
        "factiva_rtf",
        "europresse_html",
        "proquest_text",
        "nexis_docx",
        "pdf",
    ],
)
def test_an_export_that_is_cut_off_in_the_middle_is_refused(export, name):
    path = export(name)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * 0.7)])
    with pytest.raises(InputError, match=r"my export\.\w+"):
        load.read(path)


@pytest.mark.parametrize(
    ("name", "size"),
    [("nexis_text", 150), ("nexis_html", 200), ("proquest_text", 150), ("proquest_text", 700)],
)
def test_a_cover_page_is_no_article(export, name, size):
    path = export(name)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(
        InputError, match=r"my export\.\w+.* export of .*(?:[01] can be|no document)"
    ):
        load.read(path)


@pytest.mark.parametrize("name", BUILDERS)
def test_an_empty_export_is_refused(export, name):
    path = export(name)
    path.write_bytes(b"")
    with pytest.raises(InputError, match=r"my export\.\w+ is empty"):
        load.read(path)


@pytest.mark.parametrize("name", ["nexis_docx", "nexis_rtf", "factiva_html"])
def test_an_export_without_a_document_is_refused(export, name):
    options = {"said": 10} if name != "factiva_html" else {"said": 10, "indexed": True}
    with pytest.raises(
        InputError, match=r"my export\.\w+.*10 documents.* 0 can be read|looks|no art"
    ):
        load.read(export(name, articles=(), **options))


def test_the_rest_of_a_folder_goes_on(export, tmp_path):
    export("nexis_docx", file="exports/a.docx")
    export("factiva_html", file="exports/b.html", said=30)
    export("proquest_text", file="exports/c.txt")
    loaded = load.read(tmp_path / "exports")
    assert loaded.counts == {"rows_in": 7, "rows_out": 6, "dropped": 1, "filtered": 0}
    [dropped] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert "b.html, an export of Factiva (HTML), says that it holds 30 documents, and 3" in dropped
    assert [name for name, _ in loaded.inputs] == ["a.docx", "c.txt"]
    assert loaded.articles["provider"].tolist() == ["nexis_docx"] * 3 + ["proquest_text"] * 3


def test_ids_do_not_depend_on_what_lies_beside_a_file(export, tmp_path):
    export("nexis_text", file="exports/b.txt")
    alone = load.read(tmp_path / "exports" / "b.txt").articles["article_id"].tolist()
    export("nexis_docx", file="exports/a.docx")
    together = load.read(tmp_path / "exports").articles["article_id"].tolist()
    assert alone == ["b-0000", "b-0001", "b-0002"]
    assert together == ["a-0000", "a-0001", "a-0002", *alone]


def test_the_same_article_twice_keeps_unique_ids(export, tmp_path):
    export("factiva_html", file="exports/a.html")
    export("factiva_rtf", file="exports/b.rtf")
    loaded = load.read(tmp_path / "exports")
    keys = [article.key for article in ARTICLES]
    assert loaded.articles["article_id"].tolist() == [*keys, *[f"{key}-2" for key in keys]]
    assert "is already used at a.html, document 1" in " ".join(loaded.problems["reason"])


def test_an_index_says_what_all_articles_of_an_export_share(export, tmp_path):
    export("nexis_text", file="exports/b.txt")
    (tmp_path / "exports" / "index.csv").write_text("file,outlet,title\nb.txt,The Wire,Other\n")
    articles = load.read(tmp_path / "exports").articles
    assert articles["outlet"].tolist() == ["The Wire"] * 3
    assert articles["title"].tolist() == [article.title for article in ARTICLES]


def test_words_that_are_missing_are_told_of_the_article(export):
    path = export("factiva_html")
    data = path.read_bytes().decode()
    said = ARTICLES[1].n_words
    path.write_text(data.replace(f"{said} words", f"{2 * said} words", 1))
    loaded = load.read(path)
    reasons = loaded.problems.set_index("article_id")["reason"]
    expected = f"document 2: says that it has {2 * said} words; {said} were read"
    assert expected in " ".join(reasons.loc[[ARTICLES[1].key]])


@pytest.mark.parametrize("name", ["nexis_docx", "nexis_text", "factiva_html", "proquest_text"])
def test_a_day_that_cannot_be_read_is_a_problem(export, name):
    path = export(name)
    if name == "nexis_docx":
        path.write_bytes(BUILDERS[name][0](words=MONTHS_ALONE))
    else:
        day = "5 April 2019" if name == "factiva_html" else "April 5, 2019 Friday"
        day = "Apr 5, 2019" if name == "proquest_text" else day
        path.write_text(path.read_text("utf-8").replace(day, "April 2019"), "utf-8")
    loaded = load.read(path)
    assert loaded.articles["published"].isna().any()
    assert "'April 2019' is not a single day" in " ".join(loaded.problems["reason"])
