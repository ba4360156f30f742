"""Who does what to whom: 290 labelled clauses, offsets, agents of figures, inputs."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.core.tagging import row_tagger
from analysis.extract.agency.extract import extract_agency, find_clauses
from analysis.extract.agency.noun_phrases import Word
from analysis.extract.parties.agents import PartyMentions
from analysis.extract.parties.extract import extract_parties
from tests.extract.agency.tagged_text import tagged

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


# what is wrong today, as found; a case that a change makes right must be taken out here
WRONG_AGENTS = {
    "Rockets fired from the hills struck a bakery.": "Rockets fired from the hills",
    "Artillery shelled the eastern district overnight.": "",
    "Coalition planes struck a depot, wounding eight workers.": "Coalition",
    "Residents wounded by shrapnel lay in the corridor.": "shrapnel lay",
}
WRONG_PATIENTS = {
    "Helicopters bombed a camp for displaced families.": "a camp",
    "The number of people killed since March is unknown.": "The number of people",
}


@pytest.fixture(scope="module")
def found():
    """Return the clauses that are found in each case."""
    agency = found_in([case["text"] for case in CASES])
    return [agency[agency["article_id"] == f"a{i}"].to_dict("records") for i in range(len(CASES))]


def test_every_construction_is_right(found):
    assert len(CASES) >= 290
    wrong = []
    for case, rows in zip(CASES, found, strict=True):
        constructions = [(row["predicate"], row["construction"]) for row in rows]
        if case["construction"] == "none":
            is_right = not rows
        else:
            is_right = (case["predicate"], case["construction"]) in constructions
        if not is_right:
            wrong.append((case["text"], constructions))
    assert wrong == []


@pytest.mark.parametrize(
    ("part", "known_wrong"), [("agent", WRONG_AGENTS), ("patient", WRONG_PATIENTS)]
)
def test_agents_and_patients(found, part, known_wrong):
    wrong = {}
    total = 0
    for case, rows in zip(CASES, found, strict=True):
        for row in rows:
            if row["predicate"] != case["predicate"]:
                continue
            total += 1
            named = row[part] if isinstance(row[part], str) else ""
            if named != case[part]:
                wrong[case["text"]] = named
    assert wrong == known_wrong
    assert len(wrong) <= 0.05 * total


def test_offsets_are_the_word_of_harm():
    articles, sentences, tokens = prepared(
        ["Quiet day. Shells killed two men. Then five women died."]
    )
    agency = extract_agency(articles, sentences, tokens, tables.make([], tables.FIGURES))
    text = articles["text"][0]
    words = [text[start:end] for start, end in zip(agency["start"], agency["end"], strict=True)]
    assert words == ["killed", "died"]


@pytest.mark.parametrize(
    ("text", "start", "end", "sentence_id", "agent"),
    [
        ("Nine people were killed in raids.", 0, 4, 0, "raids"),
        ("Nine people were killed in raids.", 5, 11, 0, "raids"),
        ("Nine people were killed in raids.", 5, 12, 0, None),
        ("Nine people were killed in raids.", 0, 4, 1, None),
        ("In May nine people were killed.", 0, 6, 0, None),
        ("Nine people were killed by shells.", 0, 4, 0, "shells"),
    ],
)
def test_a_clause_without_agent_takes_that_of_a_figure_in_its_patient(
    text, start, end, sentence_id, agent
):
    figure = {
        "figure_id": "f",
        "article_id": "a0",
        "sentence_id": sentence_id,
        "start": start,
        "end": end,
        "text": text[start:end],
        "low": 9,
        "high": 9,
        "qualifier": "exact",
        "unit": "people",
        "mention": "numeral",
        "implicit": False,
        "agent": "raids",
    }
    other = figure | {"figure_id": "g", "agent": None}
    figures = tables.make([other, figure], tables.FIGURES)
    row = extract_agency(*prepared([text]), figures).iloc[0]
    assert (row["agent"] if isinstance(row["agent"], str) else None) == agent
    if agent != "shells":
        assert row["construction"] == "passive_agentless"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Russia's soldiers fled. Moscow says it killed forty soldiers.", None),
        ("Russia's soldiers fled. Russia killed forty soldiers.", None),
        ("Russia's soldiers fled. Shells killed forty Russian soldiers.", "Russia (authorities)"),
        ("Ukraine says it killed forty Russian soldiers.", "Russia (authorities)"),
    ],
)
def test_nobody_reports_killing_his_own_soldiers(text, party):
    articles, sentences, tokens = prepared([text])
    mentions = PartyMentions({"a0": text}, extract_parties(articles, sentences))
    figures = tables.make([], tables.FIGURES)
    row = extract_agency(articles, sentences, tokens, figures, mentions).iloc[-1]
    assert (row["patient_party"] if isinstance(row["patient_party"], str) else None) == party


def test_sentences_that_are_not_in_the_table_are_left_out():
    articles, sentences, tokens = prepared(["Shells killed two men. Then five women died."])
    figures = tables.make([], tables.FIGURES)
    agency = extract_agency(articles, sentences.iloc[1:], tokens, figures)
    assert agency["sentence_id"].tolist() == [1]


@pytest.mark.parametrize(
    ("marked", "spans"),
    [
        ("They/PRP gunned/VBD down/RP men/NNS ./.", ["gunned down"]),
        ("They/PRP blow/VBP up/RP", []),
        ("Men/NNS froze/VBD to/TO death/NN", ["froze to death"]),
        ("The/DT air/NN strike/NN on/IN men/NNS", ["air strike"]),
    ],
)
def test_characters_of_entries_of_several_words(marked, spans):
    text, words = tagged(marked)
    assert [text[clause.start : clause.end] for clause in find_clauses(text, words)] == spans


def test_inputs_are_not_changed():
    inputs = prepared(["Rebels shelled the port."])
    copies = [frame.copy(deep=True) for frame in inputs]
    extract_agency(*inputs, tables.make([], tables.FIGURES))
    assert all(frame.equals(copy) for frame, copy in zip(inputs, copies, strict=True))


FORMS = 'the killed by of two men shelling , and bombs was who died " in on 12 ( hit - .'.split()


@given(st.lists(st.sampled_from(FORMS), max_size=14))
def test_no_order_of_words_breaks_it(forms):
    text = " ".join(forms)
    words = []
    start = 0
    for form, tag in zip(forms, row_tagger().tag(forms), strict=True):
        words.append(Word(form, tag, start, start + len(form)))
        start += len(form) + 1
    for clause in find_clauses(text, words):
        assert text[clause.start : clause.end].split()[0] in forms
        assert clause.patient is None or clause.patient in text
