"""Names of one person with and without an office, and those that are of two."""

import pytest

from analysis.compare.one_name import keys_of_sources, one_name_of_each, shortest_names


@pytest.mark.parametrize(
    ("names", "name", "expected"),
    [
        (["Ilse Vargan", "Transport Minister Ilse Vargan"], 1, "Ilse Vargan"),
        (["Minister Ilse Vargan", "Transport Minister Ilse Vargan"], 1, "Minister Ilse Vargan"),
        (["Ilse Vargan", "Minister Ilse Vargan", "Old Minister Ilse Vargan"], 2, "Ilse Vargan"),
        (["Ilse Vargan", "fire chief Ilse Vargan"], 1, "Ilse Vargan"),
        (["coast guard chief Ilan Petrak", "coast guard commander Ilan Petrak"], 0, "Ilan Petrak"),
        (["hospital director Ilan Petrak"], 0, "Ilan Petrak"),
        (["spokesman for Orlo Police Department"], 0, "spokesman for Orlo Police Department"),
        (["mayor of New Orlo", "police chief of New Orlo"], 1, "police chief of New Orlo"),
        # who is told by a name, or with it, is another
        (["Ilse Vargan", "supporters of Ilse Vargan"], 1, "supporters of Ilse Vargan"),
        (["Ilse Vargan", "Olga Moe and Ilse Vargan"], 1, "Olga Moe and Ilse Vargan"),
        (["Ilse Vargan", "an aide to Ilse Vargan"], 1, "an aide to Ilse Vargan"),
        (["Ilse Vargan", "club captain Ilse Vargan"], 1, "Ilse Vargan"),
        # another first name, a surname alone, bodies of two towns
        (["Ilse Vargan", "Minister Olga Vargan"], 1, "Minister Olga Vargan"),
        (["Vargan", "Minister Ilse Vargan"], 1, "Minister Ilse Vargan"),
        (["Police Department", "Orlo Police Department"], 1, "Orlo Police Department"),
        (["Transport Minister Ilse Vargan"], 0, "Transport Minister Ilse Vargan"),
    ],
)
def test_the_shortest_form_of_a_name(names, name, expected):
    assert shortest_names(names)[names[name]] == expected


@pytest.mark.parametrize(
    ("names", "n_sources"),
    [
        (["interior ministry", "Ministry of the Interior"], 1),
        (["coast guard chief Ilan Petrak", "coast guard commander Ilan Petrak"], 1),
        (["Nordlink", "Telecom group Nordlink"], 1),
        # a common noun may be another's
        (["police", "Orlo police"], 2),
        (["group", "Telecom group Nordlink"], 2),
        (["mayor of New Orlo", "police chief of New Orlo"], 2),
        (["officials", "officials"], 1),
        # who stands by somebody is another, and two are not one of them
        (["Ilan Petrak", "Petrak’s teammates", "Petrak"], 2),
        (["Ilan Petrak", "the Petrak campaign", "One operative inside Petrak Tower"], 3),
        (["Ilan Petrak and Olga Moe", "Ilan Petrak", "Petrak, Moe"], 2),
        (["Petrak, Moe", "Petrak, Roth"], 2),
        (["Petrak, Moe", "Petrak"], 2),
        (["Port Police Agency", "PPA", "the PPA"], 1),
        (["coach Ilan Petrak", "Petrak"], 1),
        (["migration ministry", "Migration Minister Ilan Petrak", "Ilan Petrak"], 2),
        (["Ahmed", "Armed Forces of Orlo"], 2),
        ([], 0),
    ],
)
def test_a_source_is_counted_once(names, n_sources):
    found = one_name_of_each(names)
    assert set(found) == set(names)
    assert len(set(found.values())) == n_sources


@pytest.mark.parametrize(
    ("names", "n_sources"),
    [
        (["New Poll", "new poll"], 2),
        (["the study", "exhaustive study released on Tuesday"], 2),
        (["report", "report", "report"], 3),
        (["Orlo College poll", "Orlo College poll"], 1),
        (["Orlo College survey", "survey by Orlo College"], 1),
        (["police", "police"], 1),
        (["pollster Ilse Vargan", "Ilse Vargan"], 1),
    ],
)
def test_documents_of_no_body_are_counted_by_article(names, n_sources):
    articles = [f"article {number}" for number in range(len(names))]
    assert len(set(keys_of_sources(names, articles))) == n_sources
    assert len(set(keys_of_sources(names[:1] * 2, ["a", "a"]))) == 1
