"""Figures from hand-made reader tables: values, roles, groups, subtotals, and numbers that are no casualties."""

import pandas as pd
import pytest

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
from analysis.extract.figures.groups import group_by_words


def tables(text, figures=(), contents=(), links=True):
    """
    Make the tables of one article.

    ``figures``: (number, outcome, group, roles), numbers in reading order; ``roles`` maps counted, agent and
    source to words of the text. ``contents``: (content, source) pairs of attributions.
    """
    spans, tied, numbers, at = [], [], [], 0
    for i, (words, outcome, group, found) in enumerate(figures):
        start = text.index(words, at)
        at = start + len(words)
        spans.append(_span(f"n{i}", "number", start, words))
        numbers.append(
            {
                "span_id": f"n{i}",
                "outcome": outcome,
                "p_outcome": 0.9,
                "group": group,
                "p_group": 0.9,
                "implicit": words.lower() in ("a", "an", "child"),
            }
        )
        for role, said in found.items():
            spans.append(_span(f"n{i}{role}", role, text.index(said), said))
            tied.append({"article_id": "x", "from_id": f"n{i}", "to_id": f"n{i}{role}", "p": 0.9})
    return {
        "articles": make(
            [{"article_id": "x", "corpus": "made", "text": text, "n_words": len(text.split())}],
            ARTICLES,
        ),
        "sentences": make(_sentences(text), SENTENCES),
        "spans": make(spans, TAGGER_SPANS),
        "links": make(tied if links else [], TAGGER_LINKS),
        "numbers": make(numbers, TAGGER_NUMBERS),
        **_attributions(text, contents),
    }


def _span(span_id, label, start, words):
    return {
        "article_id": "x",
        "span_id": span_id,
        "layer": "figure",
        "label": label,
        "start": start,
        "end": start + len(words),
        "p": 0.9,
    }


def _sentences(text):
    rows, start = [], 0
    for i, sentence in enumerate(text.split(". ")):
        rows.append(
            {
                "article_id": "x",
                "sentence_id": i,
                "start": start,
                "end": start + len(sentence),
                "in_title": False,
            }
        )
        start += len(sentence) + 2
    return rows


def _attributions(text, contents):
    whole, parts = [], []
    for i, (content, source) in enumerate(contents):
        whole.append(
            {
                "attribution_id": f"a{i}",
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
            start = text.index(words)
            parts.append(
                {
                    "article_id": "x",
                    "attribution_id": f"a{i}",
                    "role": role,
                    "start": start,
                    "end": start + len(words),
                }
            )
    return {
        "attributions": make(whole, ATTRIBUTIONS),
        "attribution_spans": make(parts, ATTRIBUTION_SPANS),
    }


def figures_of(text, *args, **kwargs):
    return extract_figures(**tables(text, *args, **kwargs))


def test_the_full_record():
    text = "The clinic said shells fired by rebels killed at least 12 farmers."
    row = figures_of(
        text,
        [
            (
                "12",
                "killed",
                "unspecified",
                {"counted": "farmers", "agent": "shells fired by rebels", "source": "The clinic"},
            )
        ],
    ).iloc[0]
    assert (row.low, row.qualifier, row.unit, row.outcome, row.group) == (
        12,
        "at_least",
        "people",
        "killed",
        "civilians",
    )
    assert pd.isna(row.high)
    assert (row.counted, row.agent, row.source) == (
        "farmers",
        "shells fired by rebels",
        "The clinic",
    )
    assert text[int(row.agent_start) : int(row.agent_end)] == row.agent
    assert text[int(row.source_start) : int(row.source_end)] == row.source


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("A child was killed in the yard.", "A", ("A", 1, 1, "exact", True)),
        ("It took him and a child", "child", ("a", 1, 1, "exact", True)),
        ("The storm would kill 40 people that night.", "40", ("40", 40, 40, "exact", False)),
        ("Child killed by mine", "Child", ("Child", 1, 1, "exact", True)),
        ("Dozens were hurt.", "Dozens", ("Dozens", None, None, "vague", False)),
        ("up to 40 miners died", "40", ("40", None, 40, "at_most", False)),
        ("20 to 30 miners died", "20", ("20 to 30", 20, 30, "range", False)),
        ("some two dozen miners died", "two dozen miners", ("two dozen", 24, 24, "approx", False)),
    ],
)
def test_values_of_marked_numbers(text, number, expected):
    row = figures_of(text, [(number, "killed", "unspecified", {})]).iloc[0]
    got = tuple(
        None if pd.isna(v) else v
        for v in (row.text, row.low, row.high, row.qualifier, row.implicit)
    )
    assert got == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Up to 400,000 people are believed to live in the valley.", "400,000"),
        ("More than 250,000 people are currently living under siege.", "250,000"),
        ("The war displaced half of the population of about 23 million.", "23 million"),
        ("That brings the number killed in a day to many.", "number"),
        ("They said that they would kill 40 men if nobody paid.", "40"),
        ("The storm may kill as many as 40 people.", "40"),
        ("A fire killed 40 sheep.", "40"),
    ],
)
def test_marked_numbers_that_count_no_casualties(text, number):
    found = figures_of(text, [(number, "displaced", "unspecified", {})])
    assert found["outcome"].isna().all()


def test_bodies_have_their_own_unit():
    text = "Diggers found the bodies of over 4000 people, the ministry said."
    content = "Diggers found the bodies of over 4000 people"
    row = figures_of(
        text,
        [("4000", "bodies_found", "unspecified", {"counted": "people"})],
        [(content, "the ministry")],
    ).iloc[0]
    assert (row.unit, row.qualifier, row.low, row.source, row.attribution_id) == (
        "bodies",
        "more_than",
        4000,
        "the ministry",
        "a0",
    )


def test_a_part_shares_the_fate_of_its_total_unless_its_own_words_tell():
    text = "They evacuated 4,200 people, including 900 children. They evacuated 30 people, including 8 injured."
    marks = [("4,200", "evacuated"), ("900", "killed"), ("30", "evacuated"), ("8", "injured")]
    found = figures_of(text, [(number, outcome, "unspecified", {}) for number, outcome in marks])
    assert found["outcome"].tolist() == ["evacuated", "evacuated", "evacuated", "injured"]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The burnt block was built for 90 men and held 214.", []),
        ("The block held 214 dead men.", ["killed"]),
    ],
)
def test_how_many_a_house_holds_is_no_toll(text, outcomes):
    found = figures_of(text, [("214", "killed", "unspecified", {})])
    assert found["outcome"].dropna().tolist() == outcomes


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
    found = figures_of(
        text,
        [
            ("Two", "killed", "fighters", {}),
            ("12", "killed", "unspecified", {"agent": "Two suicide bombers"}),
        ],
    )
    assert found["agent"].tolist()[1] == "Two suicide bombers"


def test_an_agent_of_another_sentence_or_line_is_not_taken():
    text = "A bomb went off. 9 people died."
    assert (
        figures_of(text, [("9", "killed", "unspecified", {"agent": "A bomb"})])["agent"]
        .isna()
        .all()
    )
    text = "Blast in port\n9 people died"
    assert (
        figures_of(text, [("9", "killed", "unspecified", {"agent": "Blast"})])["agent"].isna().all()
    )


def test_a_linked_source_comes_before_that_of_the_attribution():
    text = "Medics said 9 people died, the agency reported."
    row = figures_of(
        text,
        [("9", "killed", "unspecified", {"source": "Medics"})],
        [("Medics said 9 people died", "the agency")],
    ).iloc[0]
    assert (row.source, row.attribution_id) == ("Medics", "a0")


def test_the_attribution_of_a_figure_comes_before_a_source_that_is_no_nearer():
    text = "Medics put the toll at 104, while the army spoke of 12 martyrs."
    found = figures_of(
        text,
        [
            ("104", "killed", "unspecified", {"source": "Medics"}),
            ("12", "killed", "unspecified", {}),
        ],
        [("the toll at 104", "Medics"), ("12 martyrs", "the army")],
    )
    assert found["source"].tolist() == ["Medics", "the army"]
    assert found["attribution_id"].tolist() == ["a0", "a1"]


@pytest.mark.parametrize(
    ("text", "p", "outcome"),
    [
        ("It showed 250 surrendered fighters.", 0.6, "surrendered"),
        (
            "It shot 250 surrendered fighters.",
            0.95,
            "killed",
        ),  # a sure reader saw a verb that no list has
    ],
)
def test_a_word_between_number_and_people_tells_the_outcome_where_the_reader_is_not_sure(
    text, p, outcome
):
    made = tables(text, [("250", "killed", "fighters", {})])
    made["numbers"]["p_outcome"] = p
    assert extract_figures(**made)["outcome"].tolist() == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Judges heard eight men accused of killing guards.", None),
        ("Police sought eight people who are wanted for a bombing.", None),
        ("The eight men accused of spying were later executed.", "killed"),
        ("Shelling took eight men from Kell.", "killed"),
    ],
)
def test_those_accused_of_harm_are_not_the_harmed(text, outcome):
    found = figures_of(text, [("eight", "killed", "unspecified", {})])
    assert found["outcome"].dropna().tolist() == ([] if outcome is None else [outcome])


def test_a_number_that_is_put_at_another_keeps_its_outcome():
    text = "They detained dozens of men. The ministry put the number at 157."
    found = figures_of(
        text, [("dozens", "captured", "unspecified", {}), ("157", "killed", "unspecified", {})]
    )
    assert found["outcome"].tolist() == ["captured", "captured"]
    text = "They detained 9 men. The ministry put the number of dead at 157."
    found = figures_of(
        text, [("9", "captured", "unspecified", {}), ("157", "captured", "unspecified", {})]
    )
    assert found["outcome"].tolist() == ["captured", "killed"]


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("A boat carrying 60 people sank.", "60", None),
        ("Israel released 90 Palestinian prisoners.", "90", "other"),
        ("The rebels freed 45 soldiers captured in May.", "45", "other"),
        ("The army neutralised 51 fighters.", "51", "killed"),
        ('They said 12 members had been "neutralised" there.', "12", "killed"),
        ("Police made 46 arrests.", "46", "captured"),
        ("Fires destroyed 40 pickups.", "40", None),
        ("A third of those killed were children.", "A", None),
        ("One in five children is hungry.", "One", None),
        ("Two brothers aged 12 and 14 were killed.", "14", None),
    ],
)
def test_outcomes_that_the_words_tell_and_the_reader_does_not(text, number, outcome):
    reader = "injured" if outcome == "captured" else "captured"
    found = figures_of(text, [(number, reader, "unspecified", {})])
    found = found[found["text"] == number]
    assert found["outcome"].dropna().tolist() == ([] if outcome is None else [outcome])


def test_the_wounded_aboard_are_wounded():
    assert figures_of("A boat carried 60 wounded people.", [("60", "injured", "unspecified", {})])[
        "outcome"
    ].tolist() == ["injured"]


def test_those_who_tell_are_not_the_harmed():
    text = "Four witnesses said soldiers killed 60 people."
    marks = [("Four", "killed", "civilians", {}), ("60", "killed", "unspecified", {})]
    found = figures_of(text, marks, [("soldiers killed 60 people", "Four witnesses")])
    assert found[found["outcome"].notna()]["text"].tolist() == ["60"]


def test_each_of_two_numbers_has_its_own_giver():
    text = "Kyiv lost 46,000 men, fewer than the 400,000 claimed by Moscow."
    found = figures_of(
        text,
        [
            ("46,000", "killed", "soldiers", {"source": "Kyiv"}),
            ("400,000", "killed", "soldiers", {}),
        ],
    )
    assert found["source"].tolist() == ["Kyiv", "Moscow"]


def test_those_who_help_cause_no_harm_but_may_rescue():
    text = "Two men died after firefighters evacuated 120 people."
    found = figures_of(
        text,
        [
            ("Two", "killed", "unspecified", {"agent": "firefighters"}),
            ("120", "evacuated", "unspecified", {"agent": "firefighters"}),
        ],
    )
    assert [None if pd.isna(a) else a for a in found["agent"]] == [None, "firefighters"]


def test_who_is_suspected_is_the_agent_not_who_arrested_them():
    text = "Police arrested two men suspected of killing 4 students."
    found = figures_of(
        text,
        [
            ("two", "captured", "unspecified", {"agent": "Police"}),
            ("4", "killed", "unspecified", {"agent": "Police"}),
        ],
    )
    assert found["agent"].tolist() == ["Police", "two men"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("It killed 20 fighters; medics put the number of dead at 33.", "unspecified"),
        ("It killed 20 fighters, while the toll stood at 33.", "unspecified"),
        ("It killed 20 fighters and wounded 33.", "fighters"),
    ],
)
def test_a_group_is_not_carried_into_another_count(text, group):
    found = figures_of(
        text,
        [
            ("20", "killed", "fighters", {"counted": "fighters"}),
            ("33", "killed", "unspecified", {}),
        ],
    )
    assert found["group"].tolist()[1] == group


def test_those_fired_at_are_no_casualties_but_tell_who_the_dead_are():
    text = "Soldiers opened fire on 40 protesters and killed 13."
    found = figures_of(
        text,
        [
            ("40", "killed", "civilians", {"counted": "protesters"}),
            ("13", "killed", "unspecified", {}),
        ],
    )
    assert found[["text", "outcome", "group"]].dropna().values.tolist() == [
        ["13", "killed", "civilians"]
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Firefighters freed 3 people from the wreckage.", "rescued"),
        ("A man shot 3 people before he was killed.", "killed_or_injured"),
        ("Sappers neutralised 3 explosive devices.", None),
        ("The army neutralised 3 fighters.", "killed"),
    ],
)
def test_more_outcomes_that_the_words_tell(text, outcome):
    found = figures_of(text, [] if outcome is None else [("3", "captured", "unspecified", {})])
    assert found["outcome"].dropna().tolist() == ([] if outcome is None else [outcome])


def test_many_figures_of_one_sentence_take_no_long_time():
    text = "killed 3 people and wounded 4 people and " * 200
    assert len(figures_of(text)) == 400


@pytest.mark.parametrize(
    ("text", "number", "outcomes"),
    [
        ("The raid was long. 12", "12", []),
        ("It was far. ... 15 Related Dozens of News", "15", []),
        ("Over 900 civilians left the area.", "900", ["displaced"]),
    ],
)
def test_page_numbers_and_those_who_left(text, number, outcomes):
    assert (
        figures_of(text, [(number, "killed", "unspecified", {})])["outcome"].dropna().tolist()
        == outcomes
    )


def test_a_part_of_the_unharmed_is_unharmed():
    text = "There is concern for the 900 civilians still in Oss, including some 250 in its east."
    assert (
        figures_of(text, [("900", "killed", "civilians", {}), ("250", "killed", "civilians", {})])[
            "outcome"
        ]
        .isna()
        .all()
    )


def test_a_family_in_a_total_shares_its_fate():
    text = "They found 18 bodies, among them a family of seven."
    found = figures_of(
        text, [("18", "bodies_found", "unspecified", {}), ("seven", "missing", "unspecified", {})]
    )
    assert found["outcome"].tolist() == ["bodies_found", "bodies_found"]


def test_one_person_takes_the_outcome_that_the_words_say():
    found = figures_of("A child was killed or injured.", [("A", "killed", "children", {})])
    assert found["outcome"].tolist() == ["killed_or_injured"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only 2 percent of the rubble was removed.", [("2", "percent", "rubble")]),
        ("The fund gave $1.5 million for tents.", [("1.5 million", "money", None)]),
        ("The army burned 20 mass graves.", [("20", "grave", "mass graves")]),
        ("About 10,000 people marched.", [("10,000", "person", "people")]),
        ("On 5 May 2014, aged 12, he took Route 66.", []),
        ("Many say so.", []),
        ("Bird flu killed 300 chickens.", [("300", "chicken", "chickens")]),
        ("12 wild horses were killed.", [("12", "horse", "wild horses")]),
        ("12 houses were hurt.", [("12", "house", "houses")]),
    ],
)
def test_numbers_that_are_no_casualties(text, expected):
    found = figures_of(text)
    got = [(r.text, r.unit, None if pd.isna(r.counted) else r.counted) for r in found.itertuples()]
    assert got == expected
    assert found["outcome"].isna().all()
    assert found["group"].isna().all()


def test_other_numbers_never_overlap_casualties():
    text = "The blast killed 12 people and burned 30 shops."
    found = figures_of(text, [("12", "killed", "unspecified", {"counted": "people"})])
    assert found[["text", "unit"]].values.tolist() == [["12", "people"], ["30", "shop"]]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The raid killed 126 people, among them 68 children and 9 women.", [None, 0, 0]),
        ("The raid killed 126 people. The dead included 68 children.", [None, 0]),
        ("The raid killed 12 people, seven of them children.", [None, 0]),
        ("The raid killed 12 people and 30 soldiers.", [None, None]),
        (
            "The raid killed 12 people, including 40 children.",
            [None, None],
        ),  # a part is no larger than its total
    ],
)
def test_subtotals_point_to_their_total(text, parts):
    numbers = [w.strip(".,") for w in text.split() if w.strip(".,").isdigit() or w == "seven"]
    found = figures_of(text, [(n, "killed", "unspecified", {}) for n in numbers])
    expected = [None if i is None else found["figure_id"][i] for i in parts]
    assert [None if pd.isna(p) else p for p in found["part_of"]] == expected


def test_parts_need_the_same_outcome():
    text = "The raid killed 12 people, including a boy, and hurt 9."
    found = figures_of(
        text,
        [
            ("12", "killed", "unspecified", {}),
            ("a", "killed", "children", {}),
            ("9", "injured", "unspecified", {}),
        ],
    )
    assert found["part_of"].notna().tolist() == [False, True, False]


def test_without_links_the_nearest_span_of_the_sentence_is_taken():
    text = "A mine killed 3 herders. The mayor said so"
    row = figures_of(
        text,
        [
            (
                "3",
                "killed",
                "unspecified",
                {"counted": "herders", "agent": "A mine", "source": "The mayor"},
            )
        ],
        links=False,
    ).iloc[0]
    assert (row.counted, row.agent) == ("herders", "A mine")
    assert pd.isna(row.source)


@pytest.mark.parametrize(
    ("counted", "group"),
    [
        ("Syrian civilians", "civilians"),
        ("women", "women"),
        ("young girls", "children"),
        ("rebels", "fighters"),
        ("ISIS militants", "fighters"),
        ("pro-government fighters", "soldiers"),
        ("police officers", "soldiers"),
        ("civil defence volunteers", "medics_aid"),
        ("reporters", "journalists"),
        ("civilians and soldiers", "mixed"),
        ("civilian women", "women"),
        ("people", None),
        ("others", None),
        (None, None),
        ("", None),
    ],
)
def test_groups_by_words(counted, group):
    assert group_by_words(counted) == group


def test_inputs_stay_as_they_were():
    given = tables(
        "A mine killed 3 herders.", [("3", "killed", "unspecified", {"counted": "herders"})]
    )
    before = {name: frame.copy() for name, frame in given.items()}
    extract_figures(**given)
    for name, frame in given.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_spans_hold_their_text_and_ids_are_unique():
    text = "Over 100 people fled. At least 5 died, 7 percent of the crew. It cost $3 million."
    found = figures_of(text, [("5", "killed", "unspecified", {})])
    assert all(text[r.start : r.end] == r.text for r in found.itertuples())
    assert found["figure_id"].is_unique
    assert found["start"].is_monotonic_increasing


def test_an_article_without_text_has_no_figures():
    assert len(figures_of("")) == 0


def test_refuses_an_article_without_sentences():
    given = tables("Two died.")
    given["sentences"] = given["sentences"].iloc[:0]
    with pytest.raises(TableError, match="run split_sentences"):
        extract_figures(**given)


def test_refuses_a_number_without_its_row():
    given = tables("Two died.", [("Two", "killed", "unspecified", {})])
    given["numbers"] = given["numbers"].iloc[:0]
    with pytest.raises(TableError, match="no row in tagger_numbers"):
        extract_figures(**given)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood killed at least 12 people.", [("12", "killed", False)]),
        ("Two nurses were wounded and 3 shops burned.", [("Two", "injured", False)]),
        (
            "The storm left 40 dead and 9 missing.",
            [("40", "killed", False), ("9", "missing", False)],
        ),
        ("A young farmer was killed.", [("A", "killed", True)]),
        ("Shells hit the quay, injuring a sailor.", [("a", "injured", True)]),
        ("His father was killed.", []),
        ("A captain, Omar Deeb, was killed.", []),
        ("They threaten to kill two sailors.", []),
        ("They would kill two sailors if nobody paid.", []),
        ("The raid could uproot nearly 4,000 farmers.", []),
        (
            "The crash killed 17 Navy SEALs. The army killed 30 Tamil Tigers.",
            [("17", "killed", False), ("30", "killed", False)],
        ),
        ("At least 150 people and 10,000 cattle died.", [("150", "killed", False)]),
        ("The toll of the fire rose to 31.", [("31", "killed", False)]),
        ("Over 90 people from four towns were killed.", [("90", "killed", False)]),
        ("The quake claimed 14 lives.", [("14", "killed", False)]),
        (
            "The raid killed 9 men, including a teacher and 2 boys, and hit 5 shops.",
            [("9", "killed", False), ("a", "killed", True), ("2", "killed", False)],
        ),
        ("The beetle left 120 million dead trees.", []),
        (
            "Police arrested 12 protesters, and 3 students were detained.",
            [("12", "captured", False), ("3", "captured", False)],
        ),
        ("The war displaced 11 million.", [("11 million", "displaced", False)]),
        ("Gunmen threatened to kill a British hostage.", []),
        ("The goalkeeper saved two penalties.", []),
        ("The plan saved 2,000 jobs, and the tax saves 200 families about 40 dollars.", []),
        ("Customs officers detained 3 ships.", []),
        (
            "The siege claimed the lives of over 470 people injured 900 others.",
            [("470", "killed", False), ("900", "injured", False)],
        ),
        ("The planes destroyed over 60 militants and 4 trucks.", [("60", "killed", False)]),
        ("The planes destroyed over 60 trucks.", []),
        ("On Sunday 18 gunmen turned themselves in to the police.", [("18", "surrendered", False)]),
        (
            "On Sunday 18 gunmen in a village near the port surrendered. 12 tanks near the port surrendered.",
            [("18", "surrendered", False)],
        ),
        ("Girl killed in blast near the market. A lorry burned.", [("Girl", "killed", True)]),
        (
            "Hospital worker wounded, two others killed",
            [("Hospital worker", "injured", True), ("two", "killed", False)],
        ),
        ("A quiet day.\nAustralian man dies after fall", [("Australian man", "killed", True)]),
        (
            "Six shot dead in raid. Scores of Iraqis die in floods.",
            [("Six", "killed", False), ("Scores", "killed", False)],
        ),
        ("Talks on two French nurses held hostage in the north", [("two", "captured", False)]),
        (
            "The safe return of the three Indians who were taken hostage",
            [("three", "captured", False)],
        ),
        (
            "Six hostages were freed, and hijackers release five hostages. 9 hostages wait.",
            [("Six", "other", False), ("five", "other", False), ("9", "captured", False)],
        ),
        (
            "Troops tried to free two hostages. Gunmen tried to arrest 5 nurses.",
            [("two", "captured", False)],
        ),
        ("The kidnappers of two engineers want money.", [("two", "captured", False)]),
        (
            "The number of deaths from floods has risen sharply to 1,970.",
            [("1,970", "killed", False)],
        ),
        (
            "The number of injured being treated at hospitals stands at 387.",
            [("387", "injured", False)],
        ),
        ("The law would have averted up to 3,600 premature deaths.", []),
        ("Not only did he manage to kill 49 people.", [("49", "killed", False)]),
        ("He wants to kill 49 people.", []),
        (
            "The 19 men who killed a guard, and nine people who died",
            [("a", "killed", True), ("nine", "killed", False)],
        ),
        ("The 12 soldiers that had wounded him left.", []),
        ("At least 38 babies have already been killed.", [("38", "killed", False)]),
        (
            "Six sailors are dead and one is missing; one of the civilians was wounded. No one was hurt.",
            [("Six", "killed", False), ("one", "missing", False), ("one", "injured", False)],
        ),
        ("Four US servicemen wounded last week told of it.", [("Four", "injured", False)]),
        ("Four US servicemen wounded a driver.", [("a", "injured", True)]),
        (
            "The rebels captured several army positions. They captured 2 soldiers.",
            [("2", "captured", False)],
        ),
        ("The siege left 4,000 civilians trapped, threatening the lives of many.", []),
        (
            "The victims included 51 children 28 women and seven nurses.",
            [("51", "killed", False), ("28", "killed", False), ("seven", "killed", False)],
        ),
        (
            "At least 23 northern (NLA) militants have been killed. Five of them died at once.",
            [("23", "killed", False), ("Five", "killed", False)],
        ),
        (
            "A shell fell there, injuring a woman and a young man.",
            [("a", "injured", True), ("a", "injured", True)],
        ),
        (
            "There were three deaths and 22 injuries. The team has three injuries.",
            [("three", "killed", False), ("22", "injured", False)],
        ),
        (
            "Six Iraqi guards, 10 civilians wounded in attacks",
            [("Six", "injured", False), ("10", "injured", False)],
        ),
        ("Three suicide bombers killed at least two people.", [("two", "killed", False)]),
        ("It wounded another three.", [("three", "injured", False)]),
        (
            "It killed 31 people including 10 in the north. Of 31 towns, 10 are in the north.",
            [("31", "killed", False), ("10", "killed", False)],
        ),
        (
            "Two people were slightly hurt, and three people sustained injuries.",
            [("Two", "injured", False), ("three", "injured", False)],
        ),
        ("Storms hurt 5 tourists and hurt 500 companies.", [("5", "injured", False)]),
        ("August 12 2016 Gunmen executed farmers", []),
        (
            "A 38-year-old man bled to death. Gunmen killed a second US hostage.",
            [("A", "killed", True), ("a", "killed", True)],
        ),
        ("Gunman killed three bystanders", [("three", "killed", False)]),
        (
            "The mayor killed time. Everybody injured in the match plays again. His father died in May.",
            [],
        ),
        ("The ship was detained for 12 days.", []),
        ("Twelve villages were evacuated, and residents evacuated 14 buildings.", []),
        ("More than 200 species have disappeared.", []),
        ("There are 4,000 homeless in the city.", []),
        ("The evacuation of 14 schools took an hour.", []),
    ],
)
def test_casualties_whose_own_words_say_so(text, expected):
    found = figures_of(text)
    found = found[found["outcome"].notna()]
    assert [(r.text, r.outcome, r.implicit) for r in found.itertuples()] == expected


def test_a_figure_that_the_reader_passed_over_shares_the_source_of_its_neighbour():
    text = "The clinic said a mine killed 3 herders and wounded 5."
    found = figures_of(
        text, [("3", "killed", "unspecified", {"agent": "a mine", "source": "The clinic"})]
    )
    assert found[["text", "outcome", "agent", "source"]].values.tolist() == [
        ["3", "killed", "a mine", "The clinic"],
        ["5", "injured", "a mine", "The clinic"],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Over 130 civilians were killed in the town", "Over"),
        ("The ministry said no soldier died in the attack", "no"),
    ],
)
def test_a_word_that_only_qualifies_is_no_figure(text, words):
    found = figures_of(text, [(words, "killed", "civilians", {})])
    assert words.lower() not in found["text"].str.lower().tolist()
