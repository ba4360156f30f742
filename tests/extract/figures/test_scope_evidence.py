"""What tells whether a figure is of its article's event: where it stands, and what else does."""

from datetime import date

import pytest

from analysis.extract.figures.scope_evidence import FEATURES, is_near_in_time, scope_evidence
from tests.extract.figures.scope_articles import figure, sentences_of

DAY = date(2024, 5, 20)
NEWS = "Fire in Tolm kills 14. A fire in a hall in Tolm killed 14 people on Monday, police said. "
FILLER = "Rain fell. " * 40  # beyond the lead


def described(text, words, others=(), day=DAY, **columns):
    """Return the features of one figure, beside others of the same article."""
    sentences = sentences_of(text)
    own = figure(text, words, sentences, **columns)
    rows = [own, *(figure(text, other, sentences) for other in others)]
    rows.sort(key=lambda row: row.start)
    values = scope_evidence(rows, text, sentences, day)[rows.index(own)]
    return dict(zip(FEATURES, values, strict=True))


@pytest.mark.parametrize(
    ("body", "words", "feature", "expected"),
    [
        ("In 2012 a blast killed 31 people.", "31", "earlier_year", 1),
        ("In 2024 a blast killed 31 people.", "31", "earlier_year", 0),
        ("A blast killed 31 people on Sunday.", "31", "near_in_time", 1),
        ("A blast killed 31 people.", "31", "near_in_time", 0),
        ("She knew the 31 killed.", "31", "definite", 1),
        ("She knew 31 who died.", "31", "definite", 0),
        ("It was a blast that killed 31 people.", "31", "relative_clause", 1),
        ("A blast killed 31 people.", "31", "relative_clause", 0),
        ("“A blast killed 31 people,” she said.", "31", "quotation", 1),
        ("A blast killed 31 people in Tolm.", "31", "names_of_lead", 1),
        ("A blast killed 31 people in Ostin.", "31", "names_of_lead", 0),
        ("A blast killed 31 people.", "31", "names_of_lead", 0.5),  # it names nothing
        ("A blast killed 31 people.", "31", "killed", 1),
    ],
)
def test_the_sentence_of_a_figure(body, words, feature, expected):
    assert described(NEWS + FILLER + body, words)[feature] == expected


def test_without_a_day_no_year_is_an_earlier_one():
    text = NEWS + "In 2012 a blast killed 31 people."
    assert described(text, "31", day=None)["earlier_year"] == 0


@pytest.mark.parametrize("scope", ["event", "part", "background", "other_event"])
def test_the_scope_of_the_rules_is_one_of_four(scope):
    found = described(NEWS + "A blast killed 31 people.", "31", scope=scope)
    names = ("event", "part", "background", "other_event")
    assert [found[f"rule_{name}"] for name in names] == [float(name == scope) for name in names]


def test_another_figure_of_the_sentence_that_is_set_aside():
    text = NEWS + "A blast killed 31 people and 52 were hurt."
    sentences = sentences_of(text)
    rows = [figure(text, "31", sentences), figure(text, "52", sentences, scope="background")]
    column = FEATURES.index("set_aside_in_sentence")
    assert scope_evidence(rows, text, sentences, DAY)[:, column].tolist() == [1, 0]


def test_a_number_told_again_and_the_figures_of_the_lead():
    text = NEWS + FILLER + "A fire killed 31 people."
    alone = described(text, "31")
    assert (alone["told_again"], alone["figure_in_lead"], alone["figures"]) == (0, 0, 0)
    beside = described(text, "31", others=["14"])
    assert (beside["told_again"], beside["figure_in_lead"]) == (0, 1)
    again = described(text, "31", others=["14"], low=14.0, high=14.0)
    assert again["told_again"] == pytest.approx(1 / 3)


def test_how_much_of_an_article_is_about_harm():
    of_fire = described(NEWS + "A blast killed 31 people.", "31")
    of_music = described("The band sang. It played on. Its drummer was killed in 31.", "31")
    assert of_fire["harm_share"] == of_fire["harm_in_opening"] == of_fire["harm_in_lead"] == 1
    assert of_music["harm_share"] == pytest.approx(1 / 3)
    assert of_music["place_in_text"] == pytest.approx(2 / 3)


def test_a_person_whom_the_article_names_often():
    text = "Ann Orr sang in Tolm. Orr was loved. Fans of Orr wept: Orr was killed on Monday."
    sentences = sentences_of(text)
    named = figure(text, "Orr", sentences, is_named=True)
    other = figure(text, "Monday", sentences, is_named=True)
    column = FEATURES.index("own_name")
    values = scope_evidence([named, other], text, sentences, DAY)[:, column]
    assert values.tolist() == [pytest.approx(4 / 6), 0]


def test_an_article_without_people_harmed_has_no_rows():
    text = NEWS
    sentences = sentences_of(text)
    priced = figure(text, "14", sentences, outcome=None)
    assert scope_evidence([priced], text, sentences).shape == (0, len(FEATURES))


def test_all_values_are_between_0_and_1():
    text = NEWS + "A war killed 400000 people in 1943. " * 50
    values = list(described(text, "400000", others=["14"]).values())
    assert min(values) >= 0
    assert max(values) <= 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It burnt on Monday.", True),
        ("Two hours later it fell.", True),
        ("It burnt last year.", False),
        ("She mended sundaes.", False),
    ],
)
def test_days_and_times_of_these_days(words, expected):
    assert is_near_in_time(words) == expected
