"""Which group of people a figure counts."""

import pytest
from made_figures import figure_of

from analysis.extract.figures.groups import (
    carried_group,
    choose_group,
    follows_part,
    group_by_words,
    starts_new_count,
)


@pytest.mark.parametrize(
    ("counted", "group"),
    [
        ("Syrian civilians", "civilians"),
        ("women", "women"),
        ("young girls", "children"),
        ("rebels", "fighters"),
        ("ISIS militants", "fighters"),
        ("raiders", "fighters"),
        ("captors", "fighters"),
        ("captives", None),
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
        # unarmed people
        ("women and children", "mixed"),
        ("women, children", "mixed"),
        ("women children", "women"),
        ("civilians and women", "women"),
        ("civilians", "civilians"),
        # armed and unarmed people
        ("civilian soldiers", "civilians"),
        ("soldiers & women", "mixed"),
        # armed people of both sides
        ("rebel fighters and soldiers", "mixed"),
        ("rebel and government fighters", "mixed"),
        ("rebel fighters", "fighters"),
        ("free syrian army fighters", "fighters"),
        ("SOLDIERS", "soldiers"),
    ],
)
def test_groups_by_words(counted, group):
    assert group_by_words(counted) == group


@pytest.mark.parametrize(
    ("counted", "after", "predicted", "group"),
    [
        ("rebels", " died", "civilians", "fighters"),
        ("people", " died", "civilians", "civilians"),
        (None, " died", "women", "women"),
        ("people", ", mostly civilians", "unspecified", "mixed"),
        ("people", ", mostly tired", "unspecified", "unspecified"),
        ("women", " and children died", "unspecified", "mixed"),
        (None, " of the dead were under 18", "unspecified", "children"),
        (None, " of them were minors", "unspecified", "children"),
        (None, " of the rooms were under 18 degrees", "unspecified", "unspecified"),
        (None, " of them were under arrest", "unspecified", "unspecified"),
        # a trade of its own
        ("plantation workers", " died", "medics_aid", "unspecified"),
        ("two plantation workers", " died", "medics_aid", "unspecified"),
        ("workers", " died", "medics_aid", "medics_aid"),
        ("UNRWA workers", " died", "medics_aid", "medics_aid"),
        ("emergency workers", " died", "unspecified", "medics_aid"),
        ("plantation workers", " died", "civilians", "civilians"),
        ("women", " and women died", "unspecified", "women"),
        ("women", " and people died", "unspecified", "women"),
        ("women", " and fighters died", "unspecified", "women"),
        ("women", " and soldiers injured", "unspecified", "women"),
        ("women", " and soldiers died", "unspecified", "mixed"),
        # the side of fighters is open
        ("fighters", " died", "soldiers", "soldiers"),
        ("fighters", " died", "fighters", "fighters"),
        ("fighters", " died", "civilians", "fighters"),
        ("soldiers", " died", "fighters", "soldiers"),
        # members of an organisation
        ("members", " of the army died", "unspecified", "soldiers"),
        ("members", " died in the army", "unspecified", "unspecified"),
        ("members", " of a club were near the army", "unspecified", "unspecified"),
    ],
)
def test_choice_between_words_and_prediction(counted, after, predicted, group):
    assert choose_group(counted, after, predicted) == group


@pytest.mark.parametrize(
    ("counted", "before", "group"),
    [
        (None, [("rebels", "fighters")], "fighters"),
        ("others", [("rebels", "fighters")], "fighters"),
        ("More", [("rebels", "fighters")], "fighters"),
        ("men", [("rebels", "fighters")], None),
        (None, [("women", "women")], "women"),
        ("others", [("women", "women")], None),
        ("others", [("children", "children")], None),
        ("others", [("people", "mixed")], None),
        (None, [("rebels", "fighters"), (None, "civilians")], "fighters"),
        (None, [("rebels", "fighters"), ("others", "civilians")], "fighters"),
        (None, [("rebels", "fighters"), ("nurses", "medics_aid")], "medics_aid"),
        (None, [(None, "fighters")], None),
        (None, [], None),
    ],
)
def test_groups_that_are_carried_over(counted, before, group):
    figures = [figure_of("12", "12", counted=noun, group=name) for noun, name in before]
    assert carried_group(counted, figures) == group


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("; others put it", True),
        ("\nothers put it", True),
        (" and put the number of dead at ", True),
        (" while the toll rose to ", True),
        (" and put the total at ", True),
        (" as the number of people ordered to leave rose to ", True),
        (" and the number of boats was ", False),
        (" 71-year-old woman died, raising to ", True),
        (" women died, bringing to at least ", True),
        (" woman died, bringing the number of injured to ", True),
        (" soldiers died, and the injured to ", True),
        (" women died and were taken to hospital with ", False),
        (" and wounded ", False),
        (" and extolled ", False),
    ],
)
def test_new_counts(between, expected):
    assert starts_new_count(between) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("38 people, including nine children, were killed and more than ", True),
        ("killed nine civilians, including two children, and wounded ", True),
        ("61 people had been arrested, including two minors, and ", True),
        ("killed nine children, and wounded ", False),
        ("killed 20, including ", False),
    ],
)
def test_a_number_behind_a_part_counts_all(before, expected):
    assert follows_part(before) is expected
