"""An outlet puts one figure of a quantity forward on a day; the reason against others is true."""

import pandas as pd
import pytest

from analysis.compare.headline_figures import LEAD_SENTENCES, headline_figures
from analysis.core import tables
from tests.compare.stated_numbers import PEOPLE, article, stated, tables_of

BACKGROUND = {"scope": "background"}
PART = {"scope": "part"}
EXACT = {"qualifier": "exact"}
BY_UNION = [{"source": "The union"}, {"source": "The firm"}]
AT_LEAST = {"qualifier": "at_least"}
MORE_THAN = {"qualifier": "more_than"}
FILLER = "The town is quiet. " * LEAD_SENTENCES

OLD = ["an earlier or denied number"]
LATER = ["an earlier version"]
OTHER = ["another number"]
BELOW = ["less than the toll that the text tells"]
BODY = ["later in the text"]
CHOICES = [  # a text, the columns of its numbers, the one put forward, why not the others
    ("[12] people died.", [], "12", []),
    ("[12] died. [12] people, police said.", [], "12", ["said again"]),
    ("The toll rose from [27] to [41].", [], "41", ["an earlier or denied number"]),
    ("Deaths went up from [27] to [41].", [], "41", ["an earlier or denied number"]),
    ("[41] died, up from [27] on Monday.", [], "41", ["an earlier or denied number"]),
    ("Revised from [27], the toll is [41].", [], "41", ["an earlier or denied number"]),
    ("Officials earlier put it at [27]. It is [41].", [], "41", ["an earlier or denied number"]),
    ("It was [27] initially, now [41].", [], "41", ["an earlier or denied number"]),
    ("Police first said [27]. It is [41].", [], "41", ["an earlier or denied number"]),
    (
        "It fell [27]% at one point and closed [41] lower.",
        [],
        "41",
        ["an earlier or denied number"],
    ),
    ("[41] died. At first five trains ran and [27] were said dead.", [], "41", OLD),
    ("Chiefs originally put the dead of the fire at [27]. It is [41].", [], "41", OLD),
    ("She said at first that [27] were aboard. It is [41].", [], "41", OLD),
    ("He was first at the scene. [27] died. It is [41].", [], "27", ["another number"]),
    ("The [27] deaths reported earlier are [41].", [], "41", ["an earlier or denied number"]),
    ("Cases rose to [41] from [27].", [], "41", ["an earlier or denied number"]),
    ("Deaths surged from [27] to [41].", [], "41", ["an earlier or denied number"]),
    ("[27] birds died, compared with [41] a week ago.", [], "27", OLD),
    ("It called [27] patients, after [41] a week earlier.", [], "27", OLD),
    ("It costs [27] a year, against [41] for the first plan.", [], "27", OLD),
    ("She won [27] votes for the first time.", [], "27", []),
    ("Compared with [27] a year earlier, [41] died.", [], "41", OLD),
    ("It had [27] arrests. By Monday night it was [41].", [], "41", OLD),
    ("It had [27] arrests. By Monday night [41] rested.", [], "27", ["another number"]),
    ("It said [41] had died. On Sunday it lowered the number to [27].", [], "27", OLD),
    ("The union says [41]. On Sunday the union lowered its count to [27].", BY_UNION, "27", OLD),
    ("The union says [41]. The firm lowered its count to [27].", BY_UNION, "41", OTHER),
    ("The union says [41]. Police lowered the count to [27].", BY_UNION, "41", OTHER),
    ("It said [41]. The ministry later lowered its toll to [27].", [{"source": "It"}], "27", OLD),
    ("The WHO said [41]. The agency lowered its toll to [27].", [{"source": "The WHO"}], "27", OLD),
    ("A charity said it had counted [38] deaths. Police say [31].", [], "38", OTHER),
    ("The charity had counted [38] deaths. Police say [31].", [], "31", OLD),
    ("He had reported 23 deaths in Orsk and [27] in Karsk. They say [31].", [], "27", OTHER),
    ("Police had told of 23 dead on Sunday and [27] on Monday. They say [31].", [], "27", OTHER),
    ("Police had reported 23 dead on Sunday and [27] on Monday. They say [31].", [], "31", OLD),
    ("It said [41] had died. On Sunday it lowered the flag to [27] feet.", [], "41", OTHER),
    ("It was to cost [27] pesos but had swallowed [41] by May.", [], "41", OLD),
    ("It is to cost [27] pesos but [41] firms bid.", [], "27", OTHER),
    ("It gave [27] pesos and later raised this to [41].", [], "41", OLD),
    ("Rebels spread the false news that [27] pupils died. [41] did.", [], "41", OLD),
    ("He heard the news that [27] pupils died. [41] did.", [], "27", ["another number"]),
    ("The estimate was slashed to [41] from [57].", [], "41", ["an earlier or denied number"]),
    ("[12] were killed earlier on Monday. [9] died, he said.", [], "12", ["another number"]),
    ("Not [27] but [41] people died.", [], "41", ["an earlier or denied number"]),
    ("The board had put the toll at [27]. It is [41].", [], "41", OLD),
    ("It had first said that nine were hurt and [27] died. It is [41].", [], "41", OLD),
    ("It counts [41] dead; it had given [27] on the day.", [], "41", OLD),
    ("The first figure given on Friday was [27]. It is [41].", [], "41", OLD),
    ("It had [27] percent at noon, ended at 50. Then came [41].", [], "41", OLD),
    ("Live\n19.20: [27] hurt.\n19.40: It rains.\n20.31: [41] hurt.", [], "41", LATER),
    ("Live\n19.20: [27] hurt.\n20.31: [41] hurt.", [], "27", ["another number"]),
    ("Live\n9.20 am It rains.\n11 dead\n1.40 pm [27] hurt.\n3.05 pm [41] hurt.", [], "41", LATER),
    (
        "Live\n20.31: [27] hurt.\n19.40: It rains.\n19.20: [41] hurt.",
        [],
        "27",
        ["an earlier version"],
    ),
    (
        "Rates\n4.25 percent in May.\n[27] hurt.\n2.15 million.\n5.05 percent: [41] hurt.",
        [],
        "27",
        ["another number"],
    ),
    (
        "Live\n19.20: [27] hurt.\n23.40: It rains.\n20.31: [41] hurt.",
        [],
        "27",
        ["another number"],
    ),
    (  # newest first, with the day before below
        "Live\n12.10: [41] hurt.\n11.20: It rains.\n10.05: Wind.\n9.30: Fog.\n8.15: Ice.\n"
        "16.30: [27] hurt.",
        [],
        "41",
        LATER,
    ),
    ("The first offer was [27]. It now offers [41].", [], "41", OLD),
    ("The first offer was 3.5% with £[27]. It now offers £[41].", [], "41", OLD),
    ("The first house was [27] feet. It offers [41].", [], "27", OTHER),
    ("It counts 12 dead; police had reported [27] missing.", [], "27", []),
    ("It had [27] at noon and rested. [41] came.", [], "27", ["another number"]),
    ("It lifted its aid from [27] to [41] tonnes.", [], "41", ["an earlier or denied number"]),
    ("[41] will go, from an earlier target of [27].", [], "41", ["an earlier or denied number"]),
    ("The previous toll was [1,200]; [1,400] died.", [], "1,400", ["an earlier or denied number"]),
    ("Not fewer than [41] died. Police count [27].", [], "41", ["another number"]),
    ("Not only [41] died. Police count [27].", [], "41", ["another number"]),
    ("People from [12] villages. Police count [27].", [], "12", ["another number"]),
    ("Buses moved people from [12] villages. Police count [27].", [], "12", ["another number"]),
    ("They fled from [12] villages to safety. Police count [27].", [], "12", ["another number"]),
    ("The war killed [900] people. [12] died.", [BACKGROUND], "12", ["a background"]),
    ("[900] died in May. [12] died.", [{"scope": "other_event"}], "12", ["another event"]),
    ("[4] children died. [12] died in all.", [PART], "12", ["a part"]),
    ("[4] of them died. [12] died in all.", [{"part_of": "x"}], "12", ["a part"]),
    ("[40] are lost. [12] died.", [{"p": 0.84}], "12", ["a doubtful reading"]),
    ("[40] are lost. [12] died.", [{"p": 0.86}], "40", ["another number"]),
    (
        "[40] killed. [12] died.",
        [{"p": 0.6, "rules": "outcome.killed_after"}],
        "40",
        ["another number"],
    ),
    (
        "[40] of them. [12] died.",
        [{"p": 0.6, "rules": "outcome.of_them"}],
        "12",
        ["a doubtful reading"],
    ),
    ("[Dozens] died. [31] died, police said.", [], "31", ["a vague word"]),
    ("[Dozens] died, [dozens], he said.", [], "Dozens", ["said again"]),
    ("[Dozens] died, [hundreds], he said.", [], "Dozens", ["a vague word"]),
    ("[41] died. [39] died, police said.", [], "41", ["another number"]),
    ("[14] more bodies were found. [41] died.", [], "41", ["added to an earlier number"]),
    ("Another [14] died. [41] died in all.", [], "41", ["added to an earlier number"]),
    ("A further [14] died. [41] died in all.", [], "41", ["added to an earlier number"]),
    ("[14] or more died. [41] died, he said.", [], "14", ["another number"]),
    ("[14] more than in May died. [41] died.", [], "14", ["another number"]),
    ("[3] died overnight, taking the toll to [20].", [], "20", ["added to an earlier number"]),
    ("[5] died, raising an earlier figure of [4].", [], "5", ["an earlier or denied number"]),
    ("[3] died at home, taking pills. [20] died.", [], "3", ["another number"]),
    ("It has [5] reports. Last week it spoke of [3].", [], "5", ["an earlier or denied number"]),
    ("[41] died. An earlier bulletin gave [43].", [], "41", ["an earlier or denied number"]),
    ("[18] were hurt; it had first reported [19].", [], "18", ["an earlier or denied number"]),
    (
        "It is at [6]. Two wanted to leave it at [7].",
        [],
        "6",
        ["what somebody wants, or what is allowed or needed"],
    ),
    ("The union wants a rise of [8] percent.", [], "8", []),
    ("[3] died, adding to the [17] of Sunday.", [], "3", ["an earlier or denied number"]),
    ("Toll passes [100]. There are [104] dead.", [MORE_THAN, EXACT], "104", ["another number"]),
    # what the text says again is no rounded number
    (
        "It costs [20]. It costs [20], say foes. The office says [18.5].",
        [EXACT, EXACT, EXACT],
        "20",
        ["said again", "another number"],
    ),
    ("Toll passes [100]. There are [180] dead.", [MORE_THAN, EXACT], "100", ["another number"]),
    (f"[22] died. {FILLER}The toll now stands at [47].", [], "47", BELOW),
    (f"[22] died. {FILLER}It is feared that the toll could rise to [47].", [], "22", BODY),
    (f"[22] died. {FILLER}Police denied that the toll was [47].", [], "22", BODY),
    (f"[22] died. {FILLER}The toll is [47].", [{}, {"source": "rebels"}], "22", BODY),
    (f"[47] died. {FILLER}The toll now stands at [22].", [], "47", ["later in the text"]),
    (f"[22] died. {FILLER}The toll was first put at [47].", [], "22", OLD),
    (f"[22] died. {FILLER}The toll road runs at [47].", [], "22", ["later in the text"]),
    (f"[41] died. {FILLER}[39] died.", [], "41", ["later in the text"]),
    (f"[41] died. {FILLER}[41] died.", [], "41", ["said again"]),
    (f"[Dozens] died. {FILLER}[41] died.", [], "Dozens", ["later in the text"]),
    (f"The toll rose from [27]. {FILLER}It is [41].", [], "41", ["an earlier or denied number"]),
]


@pytest.fixture(scope="module")
def choices():
    """Return the figures of all ``CHOICES``, read at once: each is the text of another outlet."""
    rows = [
        article(f"outlet {number}", "2020-01-01", text, *columns, article_id=f"a{number}")
        for number, (text, columns, _, _) in enumerate(CHOICES)
    ]
    figures, articles, _ = tables_of(*rows)
    return headline_figures(figures, articles)


@pytest.mark.parametrize(("text", "columns", "chosen", "reasons"), CHOICES)
def test_which_number_an_outlet_puts_forward(text, columns, chosen, reasons, choices, request):
    article_id = f"a{request.node.callspec.indices['text']}"
    marked = choices.loc[choices["article_id"].eq(article_id)]
    assert marked.loc[marked["is_headline"], "text"].tolist() == [chosen]
    assert marked["set_aside"].dropna().tolist() == reasons
    assert marked["set_aside"].isna().tolist() == marked["is_headline"].tolist()


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The earlier police count of [64] is told of.", False),
        ("Chiefs had first spoken of [64] hurt.", False),
        ("Police had reported [64] missing.", True),
        ("Police count [64].", True),
    ],
)
def test_an_earlier_count_is_no_number_of_an_outlet_where_others_print_another(text, stands):
    rows = article("A", "2020-01-01", text), article("B", "2020-01-01", "[71] are gone.")
    figures, articles, _ = tables_of(*rows)
    assert headline_figures(figures, articles)["is_headline"].tolist() == [stands, True]
    alone, articles, _ = tables_of(rows[0])
    assert headline_figures(alone, articles)["is_headline"].tolist() == [True]


@pytest.mark.parametrize(
    ("standing", "of_other", "alone", "beside"),
    [
        ("outdated", True, False, "41"),
        ("outdated", False, True, "41"),  # nobody prints another one
        ("denied", True, True, "41"),
        ("limit", True, True, "41"),
        ("asked", True, True, "41"),
        ("background", True, True, "41"),
        ("none", True, True, "41"),
        ("stands", True, True, "27"),
        (None, True, True, "27"),
    ],
)
def test_a_number_that_its_article_does_not_put_forward(standing, of_other, alone, beside):
    """Where another outlet prints the quantity, an outdated number stands for no outlet."""
    other = [article("B", "2020-01-01", "[35] died.")] if of_other else []
    one = article("A", "2020-01-01", "[27] died.", {"standing": standing})
    both = article("A", "2020-01-01", "[27] died. [41] died.", {"standing": standing})
    found = headline_figures(*tables_of(one, *other)[:2])
    assert bool(found["is_headline"].iloc[0]) is alone
    chosen = headline_figures(*tables_of(both, *other)[:2])
    chosen = chosen.loc[chosen["outlet"].eq("A") & chosen["is_headline"], "text"]
    assert chosen.tolist() == [beside]


def test_an_increment_alone_is_never_put_forward():
    figures, articles, _ = tables_of(article("A", "2020-01-01", "Divers found [14] more bodies."))
    marked = headline_figures(figures, articles)
    assert marked["set_aside"].tolist() == ["added to an earlier number"]


@pytest.mark.parametrize(
    ("elsewhere", "put_forward"),
    [("The plan is [14] rooms.", True), ("A further [14] rooms.", False), ("It has [9].", False)],
)
def test_what_another_outlet_prints_as_a_whole_is_no_increment(elsewhere, put_forward):
    nobody = {"outcome": None, "unit": "things"}
    own = article("A", "2020-01-01", "It closes a further [14] rooms.", nobody)
    figures, articles, _ = tables_of(own, article("B", "2020-01-01", elsewhere, nobody))
    marked = headline_figures(figures, articles)
    assert bool(marked["is_headline"].iloc[0]) is put_forward


def versions(*texts, outlet="A", update_of=None):
    """Return tables of one outlet's texts of one day, each a later version of the one before."""
    rows = [article(outlet, "2020-01-01", text) for text in texts]
    figures, articles, _ = tables_of(*rows)
    ids = articles["article_id"].tolist()
    earlier = [None, *ids[:-1]] if update_of is None else update_of
    return figures, articles.assign(update_of=pd.array(earlier, dtype="str"))


def test_of_two_versions_of_a_day_the_later_one_stands():
    marked = headline_figures(*versions("[12] died.", f"{FILLER}[27] died."))
    assert marked.loc[marked["is_headline"], "text"].tolist() == ["27"]
    assert marked["set_aside"].dropna().tolist() == ["an earlier version"]


def test_of_three_versions_the_last_one_that_states_the_number_stands():
    marked = headline_figures(*versions("[12] died.", "[27] died.", "No number."))
    assert marked.loc[marked["is_headline"], "text"].tolist() == ["27"]


def test_an_earlier_version_stands_where_the_later_one_tells_an_older_number():
    marked = headline_figures(*versions("[12] died.", "Earlier put at [9], the toll is unknown."))
    assert marked.loc[marked["is_headline"], "text"].tolist() == ["12"]


@pytest.mark.parametrize(
    ("texts", "stands"),
    [
        ({"16:10": "[27] died.", "09:05": "[12] died."}, "27"),
        ({"09:05": "[27] died.", "16:10": "[12] died."}, "12"),
        # what a later text says in passing, or tells as an older number, takes nothing away
        ({"09:05": "[27] died.", "16:10": FILLER * 6 + "[12] died."}, "27"),
        ({"09:05": "[27] died.", "16:10": "Earlier put at [12], the toll is unknown."}, "27"),
        # where one time is not known, no text is the later one
        ({None: "[27] died.", "09:05": "[12] died."}, "27"),
    ],
)
def test_of_two_texts_of_a_day_the_later_one_stands(texts, stands):
    rows = [article("A", "2020-01-01", text, time=time) for time, text in texts.items()]
    figures, articles, _ = tables_of(*rows)
    marked = headline_figures(figures, articles)
    assert marked.loc[marked["is_headline"], "text"].tolist() == [stands]


@pytest.mark.parametrize(
    ("first_title", "later_title", "stands"),
    [
        ("Ferry sinks", "UPDATE 2-Ferry sinks", "27"),
        ("UPDATE 3-Ferry sinks", "UPDATE 2-Ferry sinks", "12"),
        ("Ferry sinks", "Ferry toll rises", "27"),
        ("Ferry sinks", "Updated timetable for ferries", "12"),
        ("Ferry sinks", "Mourning after ferry sinks", "12"),
    ],
)
def test_a_headline_tells_which_text_of_a_day_is_the_later_one(first_title, later_title, stands):
    rows = [article("A", "2020-01-01", text) for text in ("[12] died.", "[27] died.")]
    figures, articles, _ = tables_of(*rows)
    articles = articles.assign(title=[first_title, later_title])
    marked = headline_figures(figures, articles)
    assert marked.loc[marked["is_headline"], "text"].tolist() == [stands]


def test_the_time_of_another_outlet_takes_nothing_away():
    rows = [
        article("A", "2020-01-01", "[12] died.", time="09:05"),
        article("B", "2020-01-01", "[27] died.", time="16:10"),
    ]
    figures, articles, _ = tables_of(*rows)
    assert headline_figures(figures, articles)["is_headline"].all()


@pytest.mark.parametrize(
    "text",
    [
        "Cases were up from [27].",
        "Cases rose to 41 from [27].",
        "It shed 41 jobs instead of [27].",
        "She said that the figure of [27] was wrong.",
        "It was 41, higher than the [27] announced.",
    ],
)
def test_a_number_that_the_sentence_replaces_never_stands(text):
    figures, articles, _ = tables_of(article("A", None, text))
    marked = headline_figures(figures, articles)
    assert marked["set_aside"].tolist() == ["an earlier or denied number"]


def test_a_number_that_its_article_disputes_never_stands():
    disputed = {"rules": "outcome.killed_after,disputed.rejected"}
    figures, articles, _ = tables_of(article("A", None, "[52] died.", disputed))
    marked = headline_figures(figures, articles)
    assert marked["set_aside"].tolist() == ["an earlier or denied number"]


@pytest.mark.parametrize("scope", ["background", "other_event"])
def test_a_number_of_something_else_is_never_put_forward(scope):
    figures, articles, _ = tables_of(article("A", None, "[900] died.", {"scope": scope}))
    marked = headline_figures(figures, articles)
    assert not marked["is_headline"].any()
    assert marked["set_aside"].notna().all()


def test_named_persons_and_figures_without_a_quantity_are_no_rows():
    named = {"mention": "named", "quantity_id": "q"}
    figures, articles, _ = tables_of(
        article("A", None, "[Liu] died. [3] died.", named, {"quantity_id": None})
    )
    marked = headline_figures(figures, articles)
    assert marked.empty
    assert {"is_headline", "set_aside", "outlet", "published", "story_id"} <= set(marked)


def test_empty_tables_give_an_empty_one():
    marked = headline_figures(tables.empty(tables.FIGURES), tables.empty(tables.ARTICLES))
    assert marked.empty
    assert {"is_headline", "set_aside", "outlet", "published", "story_id"} <= set(marked)


MANY = (
    stated("A", "2020-01-01", 12),
    stated("A", "2020-01-01", 13),
    stated("A", "2020-01-02", 14),
    stated("A", None, 15),
    stated("A", None, 16),
    stated(None, "2020-01-01", 17),
    stated(None, "2020-01-01", 18),
    stated("B", "2020-01-01", 19, quantity_id="q1"),
    stated("B", "2020-01-01", 20, source="police"),
)


def test_there_is_one_for_each_outlet_day_and_quantity():
    figures, articles, _ = tables_of(*MANY)
    marked = headline_figures(figures, articles)
    # articles without a day or an outlet may be of any, and stand alone
    assert marked.loc[marked["is_headline"], "low"].tolist() == [12, 14, 15, 16, 17, 18, 19, 20]
    known = marked.loc[marked["is_headline"]].dropna(subset=["outlet", "published"])
    assert not known.duplicated(["quantity_id", "outlet", "published"]).any()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(seed):
    figures, articles, _ = tables_of(*MANY)
    marked = headline_figures(figures, articles)
    shuffled = headline_figures(
        figures.sample(frac=1, random_state=seed), articles.sample(frac=1, random_state=seed)
    )
    pd.testing.assert_frame_equal(
        shuffled.sort_values("figure_id", ignore_index=True),
        marked.sort_values("figure_id", ignore_index=True),
    )


def test_neither_table_is_changed_and_rows_keep_their_order():
    figures, articles, _ = tables_of(*MANY)
    before = figures.copy(), articles.copy()
    marked = headline_figures(figures, articles)
    assert marked["figure_id"].tolist() == figures["figure_id"].tolist()
    pd.testing.assert_frame_equal(figures, before[0])
    pd.testing.assert_frame_equal(articles, before[1])


def test_every_group_with_a_number_of_the_event_has_one():
    texts = [text for text, *_ in CHOICES]
    figures, articles, _ = tables_of(
        *(article(f"outlet {n}", "2020-01-01", text, *[PEOPLE] * 2) for n, text in enumerate(texts))
    )
    marked = headline_figures(figures, articles)
    assert marked.groupby("outlet")["is_headline"].sum().eq(1).all()


@pytest.mark.parametrize(
    ("headline", "lead", "qualifier"),
    [
        (EXACT, AT_LEAST, "at_least"),
        (AT_LEAST, EXACT, "at_least"),
        (EXACT, EXACT, "exact"),
    ],
)
def test_an_open_end_that_the_headline_leaves_out_is_kept(headline, lead, qualifier):
    text = "Raid kills [38] in town. It killed [38] people."
    figures, articles, _ = tables_of(article("A", "2020-01-01", text, headline, lead))
    marked = headline_figures(figures, articles)
    assert marked.loc[marked["is_headline"], "qualifier"].tolist() == [qualifier]


@pytest.mark.parametrize(
    ("printed", "said", "stands"), [(100, 118, "118"), (100, 160, "100"), (100, 200, "100")]
)
def test_the_lead_says_what_is_above_the_bound_of_a_headline(printed, said, stands):
    text = f"Heat kills over [{printed}]. It killed at least [{said}] people."
    bound = {"high": None, "qualifier": "more_than"}
    least = {"high": None, "qualifier": "at_least"}
    given = article("A", "2020-01-01", text, bound, least)
    figures, articles, _ = tables_of(given)
    marked = headline_figures(figures, articles)
    assert marked.loc[marked["is_headline"], "text"].tolist() == [stands]


def test_a_number_of_the_headline_stands_with_the_source_that_the_lead_names():
    text = "[12] dead. [12] people died, police said. [15] died, he said."
    sources = [{}, {"source": "police"}, {"source": "he"}]
    figures, articles, _ = tables_of(article("A", "2020-01-01", text, *sources))
    marked = headline_figures(figures, articles)
    assert marked["is_headline"].tolist() == [False, True, False]
    assert marked["set_aside"].tolist()[::2] == ["said again", "another number"]


@pytest.mark.parametrize(
    ("outcome", "stands"), [("injured", True), ("missing", True), ("killed", False)]
)
def test_another_14_after_the_dead_is_the_first_number_of_the_injured(outcome, stands):
    text = "Another [14] people were there."
    figures, articles, _ = tables_of(article("A", "2020-01-01", text, {"outcome": outcome}))
    assert headline_figures(figures, articles)["is_headline"].tolist() == [stands]


@pytest.mark.parametrize(
    "text",
    [
        "The village lies about [30] kilometres north of the capital.",
        "Two men spread fake news about the earthquake that killed [26] people.",
        "It corrected false reports about the fire, which killed [26] people.",
        "[40] people were killed. The ministry later raised its damage estimate to 4 billion.",
        "[14] people died. Later the agency cut the road toll to ease traffic.",
        "[40] people were killed. The ministry later raised the figure to 75.",
        "Prosecutors filed charges against [14] officers two weeks ago.",
        "Troops fought against about [300] fighters two weeks ago.",
    ],
)
def test_the_only_number_of_an_outlet_stands(text):
    figures, articles, _ = tables_of(article("A", "2020-01-01", text, PEOPLE))
    assert headline_figures(figures, articles)["is_headline"].tolist() == [True]


@pytest.mark.parametrize(
    ("times", "chosen"),
    [
        (["12.10", "12.10", "12.10", "12.10"], "41"),
        (["12.10", "13.10", "13.10", "14.10"], "27"),
        (["14.30", "14.10", "14.40", "14.50", "15.00", "15.10"], "41"),  # no midnight
        (["9.30", "8.15", "7.10", "6.05", "5.00", "22.40"], "41"),
    ],
)
def test_entries_of_a_ticker_have_an_order_but_for_a_midnight(times, chosen):
    words = ["[41] hurt.", *["It rains."] * (len(times) - 2), "[27] hurt."]
    text = "Live\n" + "\n".join(f"{time}: {told}" for time, told in zip(times, words, strict=True))
    figures, articles, _ = tables_of(article("A", "2020-01-01", text, PEOPLE, PEOPLE))
    marked = headline_figures(figures, articles)
    assert marked.loc[marked["is_headline"], "text"].tolist() == [chosen]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll has risen to [29].", True),
        ("Israel raised to [29] the number of rebels killed.", True),
        ("It raised the count to at least [29].", True),
        ("The toll rose to more than [29].", True),
        ("The toll rose after rescuers got to [29].", False),
        ("Rescuers lowered ropes to [29] hikers.", False),
        ("The toll is [29].", False),
        ("The river rose. Up to [29] died.", False),
        ("Aid rose to 3 tons, and [29] died.", False),
    ],
)
def test_whether_a_number_is_told_as_what_another_became(text, expected):
    figures, articles, _ = tables_of(article("A", None, text))
    assert headline_figures(figures, articles)["is_raised"].tolist() == [expected]
