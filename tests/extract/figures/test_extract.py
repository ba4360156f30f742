"""The figures of hand-made tables: roles, groups, subtotals, and numbers that are no casualties."""

import pandas as pd
import pytest
from made_figures import position

from analysis.core.errors import TableError
from analysis.core.tables import (
    ARTICLES,
    ATTRIBUTION_SPANS,
    ATTRIBUTIONS,
    SENTENCES,
    TAGGER_LINKS,
    TAGGER_NUMBERS,
    TAGGER_SPANS,
    make,
)
from analysis.extract.figures.extract import extract_figures


def killed(number, group="unspecified", **roles):
    """Return a number that the tagger labels as killed, with the words of its roles."""
    return (number, "killed", group, roles)


def tables(text, numbers=(), contents=(), links=True):
    """
    Make the tables of one article.

    ``numbers``: (words, outcome, group, roles), in reading order; ``roles`` maps counted, agent and
    source to words of the text. ``contents``: (content, source) pairs of attributions.
    """
    spans, linked, predictions = [], [], []
    end = 0
    for number, (words, outcome, group, roles) in enumerate(numbers):
        number_id = f"n{number}"
        start = text.index(words, end)
        end = start + len(words)
        spans.append(span_row(number_id, "number", start, end))
        predictions.append(prediction_row(number_id, words, outcome, group))
        for role, role_words in roles.items():
            role_id = f"{number_id}{role}"
            spans.append(span_row(role_id, role, *position(text, role_words)))
            linked.append({"article_id": "x", "from_id": number_id, "to_id": role_id, "p": 0.9})
    article = {"article_id": "x", "corpus": "made", "text": text, "n_words": len(text.split())}
    return {
        "articles": make([article], ARTICLES),
        "sentences": make(sentence_rows(text), SENTENCES),
        "spans": make(spans, TAGGER_SPANS),
        "links": make(linked if links else [], TAGGER_LINKS),
        "numbers": make(predictions, TAGGER_NUMBERS),
        **attribution_tables(text, contents),
    }


def span_row(span_id, label, start, end):
    return {
        "article_id": "x",
        "span_id": span_id,
        "layer": "figure",
        "label": label,
        "start": start,
        "end": end,
        "p": 0.9,
    }


def prediction_row(span_id, words, outcome, group):
    return {
        "span_id": span_id,
        "outcome": outcome,
        "p_outcome": 0.9,
        "group": group,
        "p_group": 0.9,
        "implicit": words.lower() in ("a", "an", "child"),
    }


def sentence_rows(text):
    rows = []
    start = 0
    for number, sentence in enumerate(text.split(". ")):
        end = start + len(sentence)
        row = {"article_id": "x", "sentence_id": number, "start": start, "end": end}
        rows.append(row | {"in_title": False})
        start = end + 2
    return rows


def attribution_tables(text, contents):
    attributions, spans = [], []
    for number, (content, source) in enumerate(contents):
        attribution_id = f"a{number}"
        attributions.append(
            {
                "attribution_id": attribution_id,
                "article_id": "x",
                "sentence_id": 0,
                "kind": "indirect",
                "source": source,
                "content": content,
                "source_type": "other",
                "anonymous": False,
                "cue_stance": "neutral",
            }
        )
        for role, words in (("content", content), ("source", source)):
            start, end = position(text, words)
            row = {"article_id": "x", "attribution_id": attribution_id, "role": role}
            spans.append(row | {"start": start, "end": end})
    return {
        "attributions": make(attributions, ATTRIBUTIONS),
        "attribution_spans": make(spans, ATTRIBUTION_SPANS),
    }


def figures_of(text, *args, **kwargs):
    return extract_figures(**tables(text, *args, **kwargs))


def values(column):
    """Return the values of a column, None for missing ones."""
    return [None if pd.isna(value) else value for value in column]


def test_the_full_record():
    text = "The clinic said shells fired by rebels killed at least 12 farmers."
    agent = "shells fired by rebels"
    number = killed("12", counted="farmers", agent=agent, source="The clinic")
    row = figures_of(text, [number]).iloc[0]
    assert (row.low, row.qualifier, row.unit) == (12, "at_least", "people")
    assert pd.isna(row.high)
    assert (row.outcome, row.group, row.implicit) == ("killed", "civilians", False)
    assert (row.counted, row.agent, row.source) == ("farmers", agent, "The clinic")
    assert (row.article_id, row.sentence_id, row.figure_id) == ("x", 0, "x#f0")
    for column in ("agent", "source"):
        start, end = int(row[f"{column}_start"]), int(row[f"{column}_end"])
        assert text[start:end] == row[column]


def test_bodies_have_their_own_unit():
    text = "Diggers found the bodies of over 4000 people, the ministry said."
    content = "Diggers found the bodies of over 4000 people"
    number = ("4000", "bodies_found", "unspecified", {"counted": "people"})
    row = figures_of(text, [number], [(content, "the ministry")]).iloc[0]
    assert (row.unit, row.qualifier, row.low) == ("bodies", "more_than", 4000)
    assert (row.source, row.attribution_id) == ("the ministry", "a0")


# Agents and sources


@pytest.mark.parametrize(
    "text",
    ["Storm kills 20 cattle and injures 5 people.", "Storm killed 10,000 cattle and 150 people."],
)
def test_animals_share_their_agent_and_are_left_out(text):
    found = figures_of(text)
    found = found[found["outcome"].notna()]
    assert found["agent"].tolist() == ["Storm"]


def test_the_harmed_may_be_those_who_harmed():
    text = "Two suicide bombers killed 12 people."
    numbers = [killed("Two", "fighters"), killed("12", agent="Two suicide bombers")]
    assert figures_of(text, numbers)["agent"].tolist()[1] == "Two suicide bombers"


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("A bomb went off. 9 people died.", "A bomb"),
        ("Blast in port\n9 people died", "Blast"),
        ("9 people died. A bomb went off.", "A bomb"),
        ("The war went on and 9 people died", "The war"),
    ],
)
def test_a_linked_agent_of_another_sentence_or_line_or_a_setting_is_not_taken(text, agent):
    assert values(figures_of(text, [killed("9", agent=agent)])["agent"]) == [None]


def test_a_linked_agent_of_the_sentence_is_taken():
    found = figures_of("A virus came and 9 people died", [killed("9", agent="A virus")])
    assert values(found["agent"]) == ["A virus"]


def test_a_linked_source_comes_before_that_of_the_attribution():
    text = "Medics said 9 people died, the agency reported."
    contents = [("Medics said 9 people died", "the agency")]
    row = figures_of(text, [killed("9", source="Medics")], contents).iloc[0]
    assert (row.source, row.attribution_id) == ("Medics", "a0")


@pytest.mark.parametrize(
    ("linked", "attributed", "source"),
    [
        (
            "the Institute of Public",
            "the Institute of Public Health",
            "the Institute of Public Health",
        ),
        ("the Institute", "the Institute of Public Health", "the Institute of Public Health"),
        ("the Institute of Public Health", "the Institute", "the Institute of Public Health"),
    ],
)
def test_a_name_that_the_tagger_cut_is_whole_again(linked, attributed, source):
    text = "Measles killed 30 people, the Institute of Public Health said."
    number = killed("30", source=linked)
    found = figures_of(text, [number], contents=[("Measles killed 30 people", attributed)])
    assert found["source"].tolist() == [source]


def test_no_more_than_a_name_is_taken_from_the_attribution():
    text = "Measles killed 30 people, the doctors who treat them said."
    number = killed("30", source="the doctors")
    contents = [("Measles killed 30 people", "the doctors who treat them")]
    assert figures_of(text, [number], contents=contents)["source"].tolist() == ["the doctors"]


def test_the_attribution_of_a_figure_comes_before_a_source_that_is_no_nearer():
    text = "Medics put the toll at 104, while the army spoke of 12 martyrs."
    numbers = [killed("104", source="Medics"), killed("12")]
    found = figures_of(text, numbers, [("the toll at 104", "Medics"), ("12 martyrs", "the army")])
    assert found["source"].tolist() == ["Medics", "the army"]
    assert found["attribution_id"].tolist() == ["a0", "a1"]


def test_each_of_two_numbers_has_its_own_source():
    text = "Kyiv lost 46,000 men, fewer than the 400,000 claimed by Moscow."
    numbers = [killed("46,000", "soldiers", source="Kyiv"), killed("400,000", "soldiers")]
    assert figures_of(text, numbers)["source"].tolist() == ["Kyiv", "Moscow"]


def test_who_speaks_is_no_source_of_what_is_set_against_their_number():
    text = "Medics said 9 people died, fewer than the 12 killed in the first count."
    contents = [("9 people died, fewer than the 12 killed in the first count", "Medics")]
    numbers = [killed("9", source="Medics"), killed("12", source="Medics")]
    assert values(figures_of(text, numbers, contents)["source"]) == ["Medics", None]


def test_a_headline_source_comes_before_that_of_the_attribution():
    text = "9 killed in raid - monitor. A doctor said so"
    contents = [("9 killed in raid", "A doctor")]
    assert figures_of(text, [killed("9")], contents)["source"].tolist() == ["monitor"]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ("the sea would rise", None),
        ("the sea would rise after a wave sank a boat and 9 men died", "The mayor"),
    ],
)
def test_a_source_by_grammar_alone_needs_an_attribution(content, source):
    text = "The mayor said the sea would rise after a wave sank a boat and 9 men died."
    table = figures_of(text, [killed("9")], [(content, "The mayor")])
    assert values(table["source"]) == [source]


def test_a_figure_that_a_source_presupposes_is_the_outlets_own():
    text = "The union blamed heat for the fires that killed 9 men."
    contents = [("heat for the fires that killed 9 men", "The union")]
    table = figures_of(text, [killed("9", source="The union")], contents)
    assert values(table["source"]) == [None]
    assert values(table["agent"]) == ["the fires"]


def test_no_one_is_the_cause_of_their_own_harm():
    text = "A guard was shot at work."
    table = figures_of(text, [killed("A", agent="A guard")])
    assert values(table["agent"]) == [None]


def test_those_who_help_cause_no_harm_but_may_rescue():
    text = "Two men died after firefighters evacuated 120 people."
    numbers = [
        killed("Two", agent="firefighters"),
        ("120", "evacuated", "unspecified", {"agent": "firefighters"}),
    ]
    assert values(figures_of(text, numbers)["agent"]) == [None, "firefighters"]


def test_who_is_suspected_is_the_agent_not_who_arrested_them():
    text = "Police arrested two men suspected of killing 4 students."
    numbers = [
        ("two", "captured", "unspecified", {"agent": "Police"}),
        killed("4", agent="Police"),
    ]
    assert figures_of(text, numbers)["agent"].tolist() == ["Police", "two men"]


def test_a_figure_that_the_tagger_missed_shares_the_source_of_its_neighbour():
    text = "The clinic said a mine killed 3 herders and wounded 5."
    found = figures_of(text, [killed("3", agent="a mine", source="The clinic")])
    assert found[["text", "outcome", "agent", "source"]].values.tolist() == [
        ["3", "killed", "a mine", "The clinic"],
        ["5", "injured", "a mine", "The clinic"],
    ]


def test_without_links_the_nearest_span_of_the_sentence_is_taken():
    text = "A mine killed 3 herders. The mayor said so"
    number = killed("3", counted="herders", agent="A mine", source="The mayor")
    row = figures_of(text, [number], links=False).iloc[0]
    assert (row.counted, row.agent) == ("herders", "A mine")
    assert pd.isna(row.source)


# Groups


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("It killed 20 fighters; medics put the number of dead at 33.", "unspecified"),
        ("It killed 20 fighters, while the toll stood at 33.", "unspecified"),
        ("It killed 20 fighters. It wounded 33.", "unspecified"),
        ("It killed 20 fighters and wounded 33.", "fighters"),
    ],
)
def test_a_group_is_not_carried_into_another_count(text, group):
    numbers = [killed("20", "fighters", counted="fighters"), killed("33")]
    assert figures_of(text, numbers)["group"].tolist()[1] == group


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Serbia says 20 of its soldiers died; Kosovo says 33.", "soldiers"),
        ("It killed 20 soldiers. The other army put its losses at 33 dead.", "soldiers"),
        ("It killed 20 soldiers. The other army put its budget at 33.", "unspecified"),
        ("It killed 20 soldiers. The loss of life was heavy: 33 died.", "unspecified"),
    ],
)
def test_those_whom_the_other_side_counts_are_of_the_same_group(text, group):
    numbers = [killed("20", "soldiers", counted="soldiers"), killed("33")]
    assert figures_of(text, numbers)["group"].tolist()[1] == group


@pytest.mark.parametrize(("p_group", "group"), [(0.9, "women"), (0.89, "unspecified")])
def test_a_predicted_group_has_to_be_sure(p_group, group):
    given = tables("A mine killed 3 people.", [killed("3", "women")])
    given["numbers"]["p_group"] = p_group
    assert extract_figures(**given)["group"].tolist() == [group]


# Who is no casualty


def test_those_fired_at_are_no_casualties_but_tell_who_the_dead_are():
    text = "Soldiers opened fire on 40 protesters and killed 13."
    numbers = [killed("40", "civilians", counted="protesters"), killed("13")]
    found = figures_of(text, numbers)[["text", "outcome", "group"]].dropna()
    assert found.values.tolist() == [["13", "killed", "civilians"]]


@pytest.mark.parametrize(
    ("text", "labelled", "casualties"),
    [
        ("Four witnesses said soldiers killed 60 people.", ("Four", "60"), ["60"]),
        ("Four wounded witnesses said soldiers killed 60 people.", ("Four", "60"), ["Four", "60"]),
    ],
)
def test_those_who_report_are_not_the_harmed(text, labelled, casualties):
    source = text.partition(" said")[0]
    contents = [("soldiers killed 60 people", source)]
    found = figures_of(text, [killed(number) for number in labelled], contents)
    assert found[found["outcome"].notna()]["text"].tolist() == casualties


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("A fire killed 40 sheep.", "40", "displaced"),
        ("Fires destroyed 40 pickups.", "40", "captured"),
        ("A dog was killed and its grave dug up.", "A", "killed"),
        ("A boat carrying 60 people sank.", "60", "captured"),
    ],
)
def test_labelled_numbers_that_count_no_casualties(text, number, outcome):
    found = figures_of(text, [(number, outcome, "unspecified", {})])
    assert found["outcome"].isna().all()


def test_people_are_casualties_and_cattle_are_not():
    found = figures_of("At least 150 people and 10,000 cattle died.")
    assert found[found["outcome"].notna()]["text"].tolist() == ["150"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only 2 percent of the rubble was removed.", [("2", "percent", "rubble")]),
        ("The fund gave $1.5 million for tents.", [("1.5 million", "money", "tents")]),
        ("The fund gave $3 grants.", [("3", "money", "grants")]),
        ("The army burned 20 mass graves.", [("20", "things", "mass graves")]),
        ("About 10,000 people marched.", [("10,000", "things", "people")]),
        ("On 5 May 2014, aged 12, he took Route 66.", []),
        ("Many say so.", []),
        ("Bird flu killed 300 chickens.", [("300", "things", "chickens")]),
        ("12 wild horses were killed.", [("12", "things", "wild horses")]),
        ("12 houses were hurt.", [("12", "things", "houses")]),
        ("Sappers neutralised 3 explosive devices.", [("3", "things", "explosive devices")]),
    ],
)
def test_numbers_that_are_no_casualties(text, expected):
    found = figures_of(text)
    counted = values(found["counted"])
    assert list(zip(found["text"], found["unit"], counted, strict=True)) == expected
    assert found["outcome"].isna().all()
    assert found["group"].isna().all()


def test_compared_numbers_have_the_unit_of_the_other():
    found = figures_of("It burned 18,700 acres, up from 11,500. The rate rose to 5.25% from 5.")
    assert found["text"].tolist() == ["18,700", "11,500", "5.25", "5"]
    assert found["unit_text"].tolist() == ["acres", "acres", "%", "%"]


def test_each_half_of_a_disagreement_has_its_speaker():
    text = "The army said 30 rebels were killed, the rebels 8."
    found = figures_of(text, [killed("30")])
    assert found["text"].tolist() == ["30", "8"]
    assert found["outcome"].tolist() == ["killed", "killed"]
    assert found["source"].tolist() == ["The army", "the rebels"]
    assert found["agent"].isna().all()


def test_other_numbers_have_the_source_of_their_attribution():
    text = "The mayor said 30 shops burned."
    row = figures_of(text, contents=[("30 shops burned", "The mayor")]).iloc[0]
    assert (row.source, row.attribution_id, row.unit) == ("The mayor", "a0", "things")


def test_other_numbers_never_overlap_casualties():
    text = "The blast killed 12 people and burned 30 shops."
    found = figures_of(text, [killed("12", counted="people")])
    assert found[["text", "unit"]].values.tolist() == [["12", "people"], ["30", "things"]]


# Subtotals


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("The raid killed 126 people, among them 68 children and 9 women.", [None, 0, 0]),
        ("The raid killed 126 people. The dead included 68 children.", [None, 0]),
        ("The raid killed 12 people, seven of them children.", [None, 0]),
        ("The raid killed 12 people and 30 soldiers.", [None, None]),
        # a subtotal is no larger than its total
        ("The raid killed 12 people, including 40 children.", [None, None]),
    ],
)
def test_subtotals_point_to_their_total(text, totals):
    words = [word.strip(".,") for word in text.split()]
    numbers = [killed(word) for word in words if word.isdigit() or word == "seven"]
    found = figures_of(text, numbers)
    expected = [None if total is None else found["figure_id"][total] for total in totals]
    assert values(found["part_of"]) == expected


def test_subtotals_need_the_same_outcome():
    text = "The raid killed 12 people, including a boy, and hurt 9."
    numbers = [killed("12"), killed("a", "children"), ("9", "injured", "unspecified", {})]
    assert figures_of(text, numbers)["part_of"].notna().tolist() == [False, True, False]


# Tables


def test_inputs_stay_as_they_were():
    given = tables("A mine killed 3 herders.", [killed("3", counted="herders")])
    before = {name: frame.copy() for name, frame in given.items()}
    extract_figures(**given)
    for name, frame in given.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_spans_hold_their_text_and_ids_are_unique():
    text = "Over 100 people fled. At least 5 died, 7 percent of the crew. It cost $3 million."
    found = figures_of(text, [killed("5")])
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text
    assert found["figure_id"].is_unique
    assert found["start"].is_monotonic_increasing
    assert found["sentence_id"].tolist() == [0, 1, 1, 2]


def test_a_figure_between_two_sentences_belongs_to_the_one_before():
    given = tables("Two died. 9 shops burned.")
    given["sentences"].loc[1, "start"] = 12
    assert extract_figures(**given)["sentence_id"].tolist() == [0, 0]


def test_many_figures_of_one_sentence_take_no_long_time():
    text = "killed 3 people and wounded 4 people and " * 200
    assert len(figures_of(text)) == 400


def test_an_article_without_text_has_no_figures():
    assert len(figures_of("")) == 0


def test_refuses_an_article_without_sentences():
    given = tables("Two died.")
    given["sentences"] = given["sentences"].iloc[:0]
    with pytest.raises(TableError, match="'x' has text but no sentences; run split_sentences"):
        extract_figures(**given)


def test_an_article_of_white_space_needs_no_sentences():
    given = tables(" ")
    given["sentences"] = given["sentences"].iloc[:0]
    assert len(extract_figures(**given)) == 0


def test_refuses_a_number_without_its_row():
    given = tables("Two died.", [killed("Two")])
    given["numbers"] = given["numbers"].iloc[:0]
    with pytest.raises(TableError, match=f"'n0' has no row in {TAGGER_NUMBERS.name}"):
        extract_figures(**given)


def test_words_that_the_tagger_links_to_a_quantity_are_whole():
    text = "On state television 50,000 in the square were called hooligans."
    made = tables(text)
    rows = [
        span_row("q", "quantity", *position(text, "50,000")),
        span_row("c", "counted", *position(text, "hooli")),
    ]
    made["spans"] = make([{**row, "layer": "quantity"} for row in rows], TAGGER_SPANS)
    link = {"article_id": "x", "from_id": "q", "to_id": "c", "p": 0.9}
    made["links"] = make([link], TAGGER_LINKS)
    predicted = prediction_row("q", "50,000", "other", "unspecified")
    made["numbers"] = make([predicted], TAGGER_NUMBERS)
    assert extract_figures(**made)["counted"].tolist() == ["hooligans"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Thieves took fourteen paintings; nine are still missing.", []),
        ("Police recovered 12 pieces of the collection. Twelve remain missing.", []),
        ("The slide buried 12 houses. Twenty are missing.", [20]),
        ("Thieves took two climbers hostage; nine are still missing.", [9]),
    ],
)
def test_stolen_things_that_are_missing_are_no_people(text, missing):
    found = figures_of(text)
    assert found.loc[found["outcome"].eq("missing"), "low"].tolist() == missing
