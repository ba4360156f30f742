"""Files of no known provider that hold several documents are refused; others are not."""

import pytest

from analysis import load
from analysis.core.errors import InputError
from analysis.load.providers.several import documents_in_text
from tests.load.providers.exports import ARTICLES

BODY = "\n\n".join(ARTICLES[0].paragraphs)
LABELLED = "\n\n".join(
    f"Title: {article.title}\nSource: {article.outlet}\nDate: {article.day}\n\n{BODY}"
    for article in ARTICLES
)
MARKED = "\n\n".join(f"Article {number} of 12\n\nFloods\n\n{BODY}" for number in range(1, 13))
UNLABELLED = "\n\n".join(
    f"{article.title}\n\nBy Jane Roe\n\n5 April 2019\n\n{BODY}" for article in ARTICLES
)
INTERVIEW = "\n\n".join(f"Q: Why did it fall?\n\nA: We do not know. {BODY}" for _ in range(6))
TIMELINE = "\n\n".join(f"{day} April 2019\n\nThe bridge was closed again." for day in range(1, 9))
PAGES = "\n\n".join(f"{BODY}\n\n{number} of 4" for number in range(1, 5))


@pytest.mark.parametrize(
    ("text", "n_documents"),
    [
        (LABELLED, 3),
        (MARKED, 12),
        (UNLABELLED, 3),
        (f"{BODY}\n\nEnd of article\n\n{BODY}\n\nEnd of article\n", 2),
        (INTERVIEW, 1),
        (TIMELINE, 1),
        (PAGES, 1),
        (BODY, 1),
        ("", 1),
        ("Source: ministry\n\nSource: police\n\nSource: a witness\n", 1),
    ],
)
def test_signs_of_several_documents(text, n_documents):
    assert documents_in_text(text) == n_documents


def test_a_text_of_several_documents_is_refused_and_says_what_is_known(tmp_path):
    path = tmp_path / "collected.txt"
    path.write_text(MARKED)
    with pytest.raises(InputError, match=r"collected\.txt looks like 12 documents.*Nexis Uni.*CSV"):
        load.read(path)


def test_the_rest_of_a_folder_with_an_unknown_file_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text(LABELLED)
    (tmp_path / "b.txt").write_text(BODY)
    loaded = load.read(tmp_path)
    assert loaded.counts["rows_out"] == 1
    [dropped] = loaded.problems.loc[~loaded.problems["kept"], "reason"]
    assert "a.txt looks like 3 documents" in dropped


def page_of(*articles):
    return f"<html><body>{''.join(articles)}</body></html>"


def full(title="Bridge falls", kind="post"):
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLES[0].paragraphs)
    return f"<article class='{kind}'><h1>{title}</h1>{paragraphs}</article>"


TEASER = "<article><h2>Fire</h2><p>Read more about the fire in the north.</p></article>"


def test_a_page_with_full_articles_side_by_side_is_refused(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page_of(full(), full("Fire in the north")))
    with pytest.raises(InputError, match=r"page\.html looks like 2 documents"):
        load.read(path)


@pytest.mark.parametrize(
    "others", [(TEASER, TEASER), (full(kind="comment"),) * 3], ids=["teasers", "comments"]
)
def test_a_page_with_one_article_and_other_things_is_read(tmp_path, others):
    path = tmp_path / "page.html"
    path.write_text(page_of(full(), *others))
    articles = load.read(path).articles
    assert len(articles) == 1
    assert articles["provider"].tolist() == ["html"]
