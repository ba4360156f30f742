"""Who does what to whom: 200 labelled clauses, what must not be found, offsets, inputs left alone."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import resources, tables
from analysis.extract.agency.extract import clauses, extract_agency
from analysis.extract.agency.noun_phrases import Word

CASES = list(csv.DictReader((Path(__file__).parent / "agency_cases.csv").open(encoding="utf8")))


def prepared(texts):
    articles = tables.make(
        [
            {"article_id": f"a{i}", "corpus": "t", "text": t, "n_words": len(t.split())}
            for i, t in enumerate(texts)
        ],
        tables.ARTICLES,
    )
    sentences = split_sentences(articles)
    return articles, sentences, tag_tokens(articles, sentences)


def found_in(texts):
    return extract_agency(*prepared(texts), tables.make([], tables.FIGURES))


@pytest.fixture(scope="module")
def found():
    agency = found_in([case["text"] for case in CASES])
    return [agency[agency["article_id"] == f"a{i}"].to_dict("records") for i in range(len(CASES))]


def agreeing(case, rows):
    if case["construction"] == "none":
        return not rows
    return any(
        r["predicate"] == case["predicate"] and r["construction"] == case["construction"]
        for r in rows
    )


def test_95_of_100_constructions_are_right(found):
    wrong = [
        case["text"] for case, rows in zip(CASES, found, strict=True) if not agreeing(case, rows)
    ]
    assert len(CASES) >= 200
    assert len(wrong) <= 0.05 * len(CASES), wrong


@pytest.mark.parametrize("part", ["agent", "patient"])
def test_95_of_100_parts_are_right(found, part):
    wrong = total = 0
    for case, rows in zip(CASES, found, strict=True):
        for row in (r for r in rows if r["predicate"] == case["predicate"]):
            total += 1
            named = row[part] if isinstance(row[part], str) else ""
            wrong += named != case[part]
    assert wrong <= 0.05 * total


def test_offsets_are_the_word_of_harm():
    articles, sentences, tokens = prepared(
        ["Quiet day. Shells killed two men. Then five women died."]
    )
    agency = extract_agency(articles, sentences, tokens, tables.make([], tables.FIGURES))
    text = articles["text"][0]
    assert [text[s:e] for s, e in zip(agency["start"], agency["end"], strict=True)] == [
        "killed",
        "died",
    ]


def test_a_figure_lends_its_agent_where_the_clause_has_none():
    articles, sentences, tokens = prepared(["Nine people were killed in raids."])
    figure = {
        "figure_id": "f",
        "article_id": "a0",
        "sentence_id": 0,
        "start": 0,
        "end": 4,
        "text": "Nine",
        "low": 9,
        "high": 9,
        "qualifier": "exact",
        "unit": "people",
        "implicit": False,
        "agent": "raids",
    }
    row = extract_agency(articles, sentences, tokens, tables.make([figure], tables.FIGURES)).iloc[0]
    assert (row["construction"], row["agent"]) == ("passive_agentless", "raids")


def test_inputs_are_not_changed():
    inputs = prepared(["Rebels shelled the port."])
    copies = [frame.copy(deep=True) for frame in inputs]
    extract_agency(*inputs, tables.make([], tables.FIGURES))
    assert all(a.equals(b) for a, b in zip(inputs, copies, strict=True))


@given(
    st.lists(
        st.sampled_from(
            'the killed by of two men shelling , and bombs was who died " in on 12 ( hit - .'.split()
        ),
        max_size=14,
    )
)
def test_no_order_of_words_breaks_it(forms):
    text, start, words = " ".join(forms), 0, []
    for form, (_, tag) in zip(forms, resources.pos_tagger().tag(forms), strict=True):
        words.append(Word(form, tag, start, start + len(form)))
        start += len(form) + 1
    for clause in clauses(text, words):
        assert text[clause["start"] : clause["end"]].split()[0] in forms
        assert clause["patient"] is None or clause["patient"] in text
