import pytest

from analysis.core.plurals import count_and_label, count_and_noun, noun_for, plural


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 outlets"), (1, "1 outlet"), (2, "2 outlets"), (2000, "2,000 outlets")],
)
def test_a_count_has_its_noun(count, expected):
    assert count_and_noun(count, "outlet") == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "days"), (1, "day"), (1.0, "day"), (1.5, "days"), (2, "days")]
)
def test_only_exactly_one_has_the_singular(count, expected):
    assert noun_for(count, "day") == expected


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        # a vowel before "y"
        ("boy", "boys"),
        ("day", "days"),
        ("attorney", "attorneys"),
        ("convoy", "convoys"),
        ("survey", "surveys"),
        ("story", "stories"),
        ("copy", "copies"),
        ("casualty", "casualties"),
        ("City", "Cities"),
        # sounds that take "es"
        ("address", "addresses"),
        ("virus", "viruses"),
        ("tax", "taxes"),
        ("rush", "rushes"),
        ("batch", "batches"),
        ("march", "marches"),
        ("search", "searches"),
        ("monarch", "monarchs"),
        ("stomach", "stomachs"),
        ("cause", "causes"),
        ("crisis", "crises"),
        ("diagnosis", "diagnoses"),
        ("census", "censuses"),
        # "o" and "f"
        ("veto", "vetoes"),
        ("tornado", "tornadoes"),
        ("photo", "photos"),
        ("volcano", "volcanoes"),
        ("tariff", "tariffs"),
        ("chief", "chiefs"),
        ("thief", "thieves"),
        ("half", "halves"),
        # people
        ("child", "children"),
        ("grandchild", "grandchildren"),
        ("man", "men"),
        ("woman", "women"),
        ("policeman", "policemen"),
        ("Man", "Men"),
        ("German", "Germans"),
        ("human", "humans"),
        ("wife", "wives"),
        ("midwife", "midwives"),
        ("person", "people"),
        ("Person", "People"),
        ("foot", "feet"),
        # no other form
        ("series", "series"),
        ("aircraft", "aircraft"),
        ("police", "police"),
        # several words
        ("near miss", "near misses"),
        ("square foot", "square feet"),
        ("local authority", "local authorities"),
        ("sell-off", "sell-offs"),
        ("ex-wife", "ex-wives"),
    ],
)
def test_plurals(noun, several):
    assert plural(noun) == several
    assert noun_for(2, noun) == several
    assert noun_for(1, noun) == noun


@pytest.mark.parametrize(
    ("count", "label", "expected"),
    [
        (1, "articles", "1 article"),
        (2, "articles", "2 articles"),
        (1, "stories", "1 story"),
        (1, "copies_within_an_outlet", "1 copy within an outlet"),
        (1000, "rows_in", "1,000 rows in"),
        (1, "filtered", "1 filtered"),
    ],
)
def test_a_count_of_a_manifest(count, label, expected):
    assert count_and_label(count, label) == expected
