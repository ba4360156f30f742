"""Agreement of coders: values computed by hand, and what is compared with what."""

import pytest

from analysis.coding.comparison import compare_sheets
from analysis.evaluate.unitised_alpha import unitised_alpha


def agreement(corpus, *books):
    """Return the table of agreement by variable and measure."""
    table = compare_sheets([book.path for book in books], corpus).agreement()
    return table.set_index(["variable", "measure"])


def test_alpha_of_names_by_hand(sheet, corpus):
    # two frames of three articles; of "conflict" Ada says yes, yes, no and Bob yes, no, no:
    # values yes 3, no 3; one of three pairs differs; alpha = 1 - (n - 1) * o / (n_yes * n_no)
    books = sheet("ada", "frames"), sheet("bob", "frames")
    answers = {"a1": ("yes", "yes"), "a2": ("yes", "no"), "a3": ("no", "no")}
    for number, book in enumerate(books):
        for article_id, given in answers.items():
            book.write(book.row(article_id=article_id), conflict=given[number])
    row = agreement(corpus, *books).loc["conflict", "nominal"]
    assert row["alpha"] == pytest.approx(1 - (6 - 1) * 1 / (3 * 3))
    assert row["percent_agreement"] == pytest.approx(100 * 2 / 3)
    assert (row["n_items"], row["n_coders"]) == (3, 2)


def test_alpha_of_numbers_by_hand(sheet, corpus):
    ada, bob = sheet("ada"), sheet("bob")
    for book, low in ((ada, "31"), (bob, "33")):
        book.write(book.row(article_id="a1", number_text="30"), low=low)
    values = [12, 12, 12, 12, 31, 33, 14, 14, 14, 14, 9, 9]  # of six figures, two coders
    observed = 2 * (33 - 31) ** 2 / len(values)
    pairs = [(one - other) ** 2 for one in values for other in values]
    expected = sum(pairs) / (len(values) * (len(values) - 1))
    table = agreement(corpus, ada, bob)
    assert table.loc[("low", "interval"), "alpha"] == pytest.approx(1 - observed / expected)
    # one of the six has no upper bound, which is no coding
    assert table.loc[("high", "interval"), "n_items"] == 5


def test_alpha_of_spans_is_of_all_sentences_laid_end_to_end(sheet, corpus):
    ada, bob = sheet("ada", "attributions"), sheet("bob", "attributions")
    (number,) = [row for row in range(2, 11) if ada.cell(row, "content") != "none"]
    bob.write(number, content="12 people died and 30 were injured")
    table = agreement(corpus, ada, bob)
    length = sum(end - start for start, end in corpus.sentences.values())
    before, _ = corpus.sentences["a1", 1]
    before -= 1  # the space between two sentences is in none
    spans = {"ada": [(before, before + 43)], "bob": [(before + 9, before + 43)]}
    row = table.loc["content", "unitised"]
    assert row["percent_agreement"] == pytest.approx(100 * (length - 9) / length)
    assert row["n_items"] == 9
    assert row["alpha"] == pytest.approx(unitised_alpha(spans, length))
    assert table.loc[("source", "unitised"), "alpha"] == 1


def test_whether_a_sentence_has_anything_is_compared_by_sentence(sheet, corpus):
    ada, bob = sheet("ada"), sheet("bob")
    labels = dict.fromkeys(("outcome", "qualifier", "group", "source"))
    bob.write(bob.row(number_text="Nine"), number_text="none", **labels)
    table = agreement(corpus, ada, bob)
    row = table.loc["found", "nominal"]
    assert row["n_items"] == 9
    assert row["percent_agreement"] == pytest.approx(100 * 8 / 9)
    assert table.loc[("outcome", "nominal"), "n_items"] == 5


def test_rows_of_one_coder_are_counted_and_not_compared(sheet, corpus):
    ada, bob = sheet("ada", "parties"), sheet("bob", "parties")
    bob.write(2, party=None, kind=None)
    compared = compare_sheets([ada.path, bob.path], corpus)
    assert (compared.n_together, compared.n_alone) == (1, 1)
    assert compared.disagreements() == []
    assert agreement(corpus, ada, bob).loc[("party", "nominal"), "n_items"] == 1


def test_three_coders(sheet, corpus):
    books = [sheet(name, "frames") for name in ("ada", "bob", "cyd")]
    books[2].write(books[2].row(article_id="a1"), economic="yes")
    row = agreement(corpus, *books).loc["economic", "nominal"]
    assert (row["n_coders"], row["n_items"]) == (3, 3)
    assert row["percent_agreement"] == pytest.approx(100 * 7 / 9)


def test_words_in_other_letters_and_spaces_are_the_same(sheet, corpus):
    ada, bob = sheet("ada", "parties"), sheet("bob", "parties")
    bob.write(bob.row(mention="regime"), party=" varnia ")
    assert compare_sheets([ada.path, bob.path], corpus).disagreements() == []
    assert agreement(corpus, ada, bob).loc[("party", "nominal"), "percent_agreement"] == 100
