"""Which statements share a quantity, over several kinds of news; ids and tables."""

import pandas as pd
import pytest

from analysis.compare.quantities import find
from analysis.compare.quantities.find import COLUMNS, find_quantities
from tests.compare.quantities.story_tables import dollars, found, injured, killed, percent, story

ROCKETS = {"counted": "rockets", "noun": "rocket"}
BIKES = {"counted": "bikes", "noun": "bike", "whose": "Lyft"}
VAGUE = {"qualifier": "vague", "mention": "vague", "low": None, "high": None}

SAME = {
    "a toll, in two outlets": [
        ("A blast killed [12] people in the market of Harum on Monday.", killed()),
        ("The blast in the market of Harum killed [12] people.", killed()),
    ],
    "a toll and a slip of its digits": [
        ("A blast killed [18] people in the market of Harum on Monday.", killed()),
        ("At least [18] people were killed in the Harum market.", killed(high=None)),
        ("The blast in the market of Harum killed [81] people.", killed()),
    ],
    "a toll that is revised": [
        ("An air strike killed [12] people in Harum on Monday.", killed()),
        ("The air strike on Harum killed [19] people.", killed()),
        ("At least [23] people died in the air strike on Harum.", killed(high=None)),
    ],
    "rival counts of the dead": [
        ("The air strike on Harum killed [40] people, rebels said.", killed(source="rebels")),
        ("The air strike on Harum killed [22] people, the army said.", killed(source="the army")),
    ],
    "a vague toll and its number": [
        ("The air strike on Harum killed [dozens] of people.", killed(**VAGUE)),
        ("The air strike on Harum killed [46] people.", killed()),
    ],
    "a number and the same one rounded": [
        ("Lyft said it pulled [2,987] electric bikes from three cities.", BIKES),
        ("Lyft pulled about [3,000] electric bikes from cities.", BIKES | {"qualifier": "approx"}),
    ],
    "a sum of money": [
        ("The bank paid a fine of $[4.5 billion] to the state.", dollars("fine")),
        ("The state fined the bank $[4.5 billion], its largest fine.", dollars("fine")),
    ],
    "miles and kilometres": [
        (
            "The town lies [100] miles from the coast.",
            {"unit": "measure", "unit_text": "miles", "counted": "from the coast"},
        ),
        (
            "The town is [161] kilometers from the coast.",
            {"unit": "measure", "unit_text": "kilometers", "counted": "from the coast"},
        ),
    ],
    "a percentage": [
        ("The jobless rate rose to [6.3]% in the country.", percent("jobless rate")),
        ("The country's jobless rate is now [6.3] percent.", percent("jobless rate")),
    ],
}

APART = {
    "the dead and the injured": [
        ("The crash killed [7] people and injured [7] others.", killed(), injured()),
    ],
    "percent of different things": [
        ("The jobless rate rose to [6.3]% in May.", percent("jobless rate")),
        ("Exports of timber to Norland fell to [41]% of the total.", percent("exports")),
    ],
    "dollars and pounds without a conversion": [
        ("The firm raised $[5 million] from investors.", dollars("raised")),
        (
            "The firm raised £[5 million] from investors.",
            dollars("raised", unit_text="£", currency="GBP"),
        ),
    ],
    "children among the dead and all of them": [
        ("An air strike killed [12] people in Harum on Monday.", killed()),
        (
            "The air strike on Harum killed [5] children.",
            killed(counted="children", noun="child", group="children", scope="part"),
        ),
    ],
    "a rate before and after": [
        (
            "The bank raised its rate to [4]% from [3.5]% on Monday.",
            percent("rate"),
            percent("rate"),
        ),
    ],
    "this year and last year": [
        ("The plant built [410] cars in 2019, the owner said.", {"counted": "cars", "noun": "car"}),
        ("The plant built [410] cars in 2018, the owner said.", {"counted": "cars", "noun": "car"}),
    ],
    "a rise and a fall": [
        ("Shares of the bank rose [5]% on Monday.", percent("shares", change="up")),
        ("Shares of the bank fell [5]% on Monday.", percent("shares", change="down")),
    ],
    "another thing with the same small number": [
        (
            "Militants fired [3] rockets at the port. The city will open [3] libraries.",
            ROCKETS,
            {"counted": "libraries", "noun": "library"},
        ),
    ],
    "vague numbers of other things": [
        (
            "The storm hit [several] states in the south.",
            VAGUE | {"counted": "states", "noun": "state"},
        ),
        (
            "He bought [several] paintings at auction.",
            VAGUE | {"counted": "paintings", "noun": "painting"},
        ),
    ],
}


@pytest.mark.parametrize("articles", SAME.values(), ids=SAME.keys())
def test_statements_of_one_quantity_share_it(articles):
    assert set(found(*articles)) == {"a"}


@pytest.mark.parametrize("articles", APART.values(), ids=APART.keys())
def test_other_quantities_stay_apart(articles):
    assert found(*articles) == "ab"


def test_a_part_is_another_quantity_than_its_total():
    figures, articles, sentences = story(
        (
            "The raid killed [9] people, among them [4] children.",
            killed(),
            killed(counted="children", noun="child", group="children", part_of="s1-0#f0"),
        ),
        ("The raid on the village killed [9] people.", killed()),
    )
    named, quantities = find_quantities(figures, articles, sentences)
    assert named["quantity_id"].tolist() == [
        "quantity-s1-0#f0",
        "quantity-s1-0#f1",
        "quantity-s1-0#f0",
    ]
    part = quantities.set_index("label").loc["children killed (part of people killed)"]
    assert part["part_of"] == "quantity-s1-0#f0"


def test_a_stated_conversion_joins_two_currencies():
    pledged = dollars("pledged", unit_text="€", currency="EUR")
    assert (
        found(
            (
                "The family pledged €[100 million] ($[113 million]) for repairs.",
                pledged,
                dollars("pledged"),
            ),
            ("The family pledged €[100 million] for repairs of the church.", pledged),
        )
        == "aaa"
    )


def test_figures_of_two_stories_never_share():
    text = "A blast killed [12] people in the market of Harum on Monday."
    one = story((text, killed()), story_id="s1")
    other = story((text, killed()), story_id="s2")
    both = [pd.concat(tables, ignore_index=True) for tables in zip(one, other, strict=True)]
    figures, quantities = find_quantities(*both)
    assert figures["quantity_id"].nunique() == 2
    assert quantities["story_id"].tolist() == ["s1", "s2"]


MIXED = {
    "only this story tells civilians from soldiers": [
        ("It killed [9] people.", killed()),
        (
            "It killed [3] civilians and [5] soldiers.",
            killed(group="civilians", counted="civilians", noun="civilian"),
            killed(group="soldiers", counted="soldiers", noun="soldier"),
        ),
    ],
    "miners are all who died": [
        ("It killed [9] people.", killed()),
        ("It said [38] miners died.", killed(group="civilians", counted="miners", noun="miner")),
    ],
    "a rate of this story alone": [
        (
            "He paid €[100 million] ($[113 million]) for it.",
            dollars("it", unit_text="€", currency="EUR"),
            dollars("it"),
        ),
        ("She paid €[80 million] for it.", dollars("it", unit_text="€", currency="EUR")),
    ],
    "no article of this story has a rate": [
        ("He paid €[100 million] for it.", dollars("it", unit_text="€", currency="EUR")),
        ("She paid $[113 million] for it.", dollars("it")),
    ],
    "no other article has the old number": [
        ("Sales rose to [1460] from [1214] cases.", *[{"counted": "cases", "noun": "case"}] * 2),
    ],
    "it has": [("It counted [1214] cases.", {"counted": "cases", "noun": "case"})],
    "a fire": [("The fire burnt [4200] acres.", {"unit": "measure", "unit_text": "acres"})],
    "another fire": [
        ("A fire burnt [60] acres.", {"unit": "measure", "unit_text": "acres"}),
        ("It burnt [9000] acres in the Pine fire.", {"unit": "measure", "unit_text": "acres"}),
    ],
}


@pytest.fixture(scope="module")
def all_stories():
    """Return the tables of all cases, each a story, and what is found if they are read together."""
    cases = [*SAME.values(), *APART.values(), *MIXED.values()]
    stories = [story(*case, story_id=f"s{number}") for number, case in enumerate(cases, 10)]
    tables = [pd.concat(parts, ignore_index=True) for parts in zip(*stories, strict=True)]
    return tables, find_quantities(*tables)


@pytest.mark.parametrize("at_once", [1, 7])
def test_stories_that_are_read_together_do_not_touch_each_other(all_stories, monkeypatch, at_once):
    tables, together = all_stories
    monkeypatch.setattr(find, "_FIGURES_AT_ONCE", at_once)
    for whole, apart in zip(together, find_quantities(*tables), strict=True):
        pd.testing.assert_frame_equal(whole, apart)


def test_an_article_without_a_story_is_one_of_its_own():
    figures, articles, sentences = story(
        ("A blast killed [12] people in Harum.", killed()),
        ("A blast killed [12] people in Harum.", killed()),
    )
    articles = articles.assign(story_id=None)
    named, quantities = find_quantities(figures, articles, sentences)
    assert named["quantity_id"].nunique() == 2
    assert quantities["story_id"].isna().all()


def test_named_persons_have_no_quantity():
    named, quantities = find_quantities(
        *story(
            ("[Officer Liu] was killed.", killed(mention="named", low=1, high=1)),
            ("[1] officer was killed.", killed()),
        )
    )
    assert named["quantity_id"].isna().tolist() == [True, False]
    assert len(quantities) == 1


def test_ids_do_not_depend_on_the_order_of_rows():
    tables = story(*SAME["a toll and a slip of its digits"], *APART["the dead and the injured"])
    figures, quantities = find_quantities(*tables)
    shuffled = [table.sample(frac=1, random_state=7) for table in tables]
    others, same_quantities = find_quantities(*shuffled)
    pd.testing.assert_frame_equal(quantities, same_quantities)
    expected = figures.set_index("figure_id")["quantity_id"]
    assert others.set_index("figure_id")["quantity_id"].sort_index().equals(expected.sort_index())
    assert others["figure_id"].tolist() == shuffled[0]["figure_id"].tolist()


def test_inputs_are_not_changed():
    tables = story(*SAME["a percentage"])
    copies = [table.copy() for table in tables]
    find_quantities(*tables)
    for table, copy in zip(tables, copies, strict=True):
        pd.testing.assert_frame_equal(table, copy)


def test_a_quantity_has_the_range_of_its_numbers_and_who_states_it():
    _, quantities = find_quantities(*story(*SAME["a toll and a slip of its digits"]))
    row = quantities.iloc[0]
    assert (row["low"], row["high"]) == (18, 81)
    assert (row["n_outlets"], row["n_articles"]) == (3, 3)
    assert (row["first"], row["last"]) == (pd.Timestamp("2021-03-01"), pd.Timestamp("2021-03-02"))
    assert (row["unit"], row["outcome"], row["label"]) == ("people", "killed", "people killed")


def test_only_vague_numbers_have_no_range():
    _, quantities = find_quantities(*story(("He bought [several] cars.", VAGUE)))
    assert quantities[["low", "high"]].isna().all(axis=None)


def test_no_figures_give_no_quantities():
    figures, articles, sentences = story(*SAME["a percentage"])
    named, quantities = find_quantities(figures.iloc[:0], articles, sentences)
    assert named.empty
    assert "quantity_id" in named
    assert quantities.empty
    assert list(quantities) == list(COLUMNS)


def test_a_large_story_compares_only_what_has_something_in_common(monkeypatch):
    from analysis.compare.quantities import candidates

    articles = [*SAME["a toll, in two outlets"], *APART["another thing with the same small number"]]
    whole = found(*articles)
    monkeypatch.setattr(candidates, "MOST_COMPARED", 1)
    assert found(*articles) == whole
