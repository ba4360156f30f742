"""A quantity is followed into other stories, and no further than its kind and size."""

import pandas as pd
import pytest

from analysis.compare.watch import follow_quantity
from analysis.core.errors import ParameterError
from analysis.core.tables import ARTICLES, ATTRIBUTIONS, FIGURES, QUANTITIES, SENTENCES, empty, make


class Tables:
    """The tables that ``follow_quantity`` reads."""

    def __init__(self, rows):
        self.attributions = empty(ATTRIBUTIONS)
        articles, sentences, figures = [], [], []
        for number, (story, quantity, value, outcome, text) in enumerate(rows):
            key = {"article_id": f"a{number}", "sentence_id": 0}
            articles.append(
                {"article_id": f"a{number}", "corpus": "c", "outlet": f"o{number}", "n_words": 9}
                | {"published": pd.Timestamp("2024-01-01") + pd.Timedelta(days=number)}
                | {"story_id": story, "text": text}
            )
            sentences.append(
                key | {"start": 0, "end": len(text), "in_title": False, "share_quoted": 0.0}
            )
            start = text.index(f"{value:,}")
            figures.append(
                key
                | {"figure_id": f"f{number}", "start": start, "end": start + len(f"{value:,}")}
                | {"text": f"{value:,}", "low": value, "high": value, "qualifier": "exact"}
                | {"unit": "people", "mention": "numeral", "implicit": False, "p": 1.0}
                | {"outcome": outcome, "quantity_id": quantity, "counted": "people"}
                | {"scope": "background"}
            )
        self.articles = make(articles, ARTICLES)
        self.sentences = make(sentences, SENTENCES)
        self.figures = make(figures, FIGURES)
        self.quantities = make(
            [
                {"quantity_id": name, "label": name, "unit": "people"}
                | {"n_outlets": 1, "n_articles": 1, "outcome": "killed"}
                for name in sorted({row[1] for row in rows})
            ],
            QUANTITIES,
        )


TOLL = "The war has killed {} people in Tarrin since May, the health ministry said."
ROWS = [
    ("s1", "q1", 30_000, "killed", TOLL.format("30,000")),
    ("s2", "q2", 30_500, "killed", TOLL.format("30,500")),
    ("s3", "q3", 12, "killed", "A bus crash killed 12 people in Velmora."),
    ("s4", "q4", 31_000, "injured", "The war has hurt 31,000 people in Tarrin, doctors said."),
]


def test_a_standing_toll_is_followed_and_other_numbers_are_not():
    found = follow_quantity(Tables(ROWS), "q1")
    assert found["report_id"].tolist() == ["f0", "f1"]
    assert found["is_headline"].all()  # as a standing toll, a background counts


def test_a_quantity_always_has_its_own_figures():
    assert follow_quantity(Tables(ROWS[2:]), "q3")["report_id"].tolist() == ["f0"]


def test_no_quantity_has_no_reports_and_an_unknown_one_is_refused():
    assert follow_quantity(Tables(ROWS), "").empty
    with pytest.raises(ParameterError, match="No quantity 'q9'"):
        follow_quantity(Tables(ROWS), "q9")


def test_the_toll_of_another_event_is_not_followed_but_one_that_recalls_it_is():
    tables = Tables(
        [
            ("s1", "q1", 14, "killed", "Shells killed 14 people in Tarrin, police said."),
            ("s2", "q2", 15, "killed", "Shells killed 15 people in Velmora, police said."),
            ("s3", "q3", 14, "killed", "Shells killed 14 people in Tarrin last week, police said."),
        ]
    )
    tables.figures["scope"] = ["event", "event", "other_event"]
    assert follow_quantity(tables, "q1")["report_id"].tolist() == ["f0", "f2"]


SHELLS = "Shells killed 14 people in Tarrin, police said."


@pytest.mark.parametrize(
    ("text", "scope", "is_followed"),
    [
        ("The shells on Tarrin last week killed 14 people, doctors said.", "other_event", True),
        ("The attack on Tarrin of 2024 left 14 people dead.", "background", True),
        ("After 14 people died in Tarrin, the army left.", "other_event", True),
        ("Relief reached Tarrin, where 14 people died in a shelling.", "background", True),
        ("In Velmora, 14 people died in a fire.", "other_event", False),
        ("In 2016, 14 people were killed in Tarrin.", "other_event", False),
        ("The last storm of that size killed 14 people.", "background", False),
        ("Shells killed 14 people in Tarrin.", "event", False),  # of its own day
        ("It was the worst attack since July 2021, when 14 people died.", "background", False),
    ],
)
def test_only_what_names_an_event_recalls_it(text, scope, is_followed):
    tables = Tables([("s1", "q1", 14, "killed", SHELLS), ("s2", "q2", 14, "killed", text)])
    tables.figures["scope"] = ["event", scope]
    found = follow_quantity(tables, "q1")["report_id"].tolist()
    assert found == (["f0", "f1"] if is_followed else ["f0"])


def test_a_name_that_many_stories_have_recalls_nothing():
    others = [("s2", "q2", 14, "killed", "The army of Tarrin lost 14 people in the hills.")]
    others += [(f"s{n}", f"q{n}", 900, "killed", f"Tarrin and its {900} dead.") for n in (3, 4)]
    tables = Tables([("s1", "q1", 14, "killed", SHELLS), *others])
    tables.figures["scope"] = ["event", *["other_event"] * 3]
    assert follow_quantity(tables, "q1")["report_id"].tolist() == ["f0"]


@pytest.mark.parametrize(("owner", "followed"), [("Acme", ["f0", "f1"]), ("Initech", ["f0"])])
def test_a_price_is_followed_where_it_is_of_the_same_owner(owner, followed):
    tables = Tables(
        [
            ("s1", "q1", 400, None, "Acme shares fell to 400 points, Acme said."),
            ("s2", "q2", 410, None, f"{owner} shares fell to 410 points, {owner} said."),
        ]
    )
    tables.figures = tables.figures.assign(unit="things", counted="points", whose=["Acme", owner])
    assert follow_quantity(tables, "q1")["report_id"].tolist() == followed
