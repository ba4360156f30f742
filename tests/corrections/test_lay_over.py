"""What a correction changes, what follows from it, and that nothing else changes."""

import pytest
from made_fire import MANIFEST, TEXTS, differing, figure_at, key, row

from analysis.core.errors import InputError
from analysis.corrections.checked import checked_sentence
from analysis.run.correct_again import correct_tables

CONTENT = "At least 12 people died and 30 were injured"
OF_ALL = {"corrections"}


def test_a_wrong_number_changes_its_figure_and_its_quantity_alone(frames, correct):
    new = correct(row("figures", key("a1", "30"), "low", "31"))
    figure = figure_at(new, "a1", "30")
    assert (figure["low"], figure["high"]) == (31, 31)  # of an exact number both bounds
    assert (figure["checked"], figure["checked_by"], figure["p"]) == ("changed", "AB", None)
    assert differing(frames, new) == {"figures", "quantities"} | OF_ALL
    others = new["figures"]["figure_id"].ne(figure["figure_id"])
    assert new["figures"][others].equals(frames["figures"][others])
    quantity = new["quantities"].set_index("quantity_id").loc[figure["quantity_id"]]
    assert (quantity["low"], quantity["high"]) == (31, 31)


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "mention"),
    [
        ("at_least", 30, None, "numeral"),
        ("at_most", None, 30, "numeral"),
        ("vague", None, None, "vague"),
        ("approx", 30, 30, "numeral"),
    ],
)
def test_bounds_follow_a_corrected_qualifier(correct, qualifier, low, high, mention):
    figure = figure_at(correct(row("figures", key("a1", "30"), "qualifier", qualifier)), "a1", "30")
    assert (figure["low"], figure["high"], figure["mention"]) == (low, high, mention)


def test_unit_group_and_scope_follow_a_corrected_outcome(correct):
    figure = figure_at(correct(row("figures", key("a1", "Two"), "outcome", "rescued")), "a1", "Two")
    assert (figure["unit"], figure["group"], figure["scope"]) == ("people", "unspecified", "event")
    assert figure["rules"] == "person"


def test_outcome_follows_a_corrected_unit(correct):
    figure = figure_at(correct(row("figures", key("a1", "30"), "unit", "things")), "a1", "30")
    assert (figure["outcome"], figure["group"], figure["scope"]) == (None, None, None)


def test_characters_of_a_source_are_those_of_its_words(correct):
    new = correct(row("figures", key("a2", "14", 1), "source", "A hospital"))
    figure = figure_at(new, "a2", "14", 1)
    assert TEXTS["a2"][int(figure["source_start"]) : int(figure["source_end"])] == "A hospital"


def test_a_person_is_sure_of_the_words_for_what_is_counted(frames, write):
    unsure = {**frames, "figures": frames["figures"].assign(p_counted=0.3)}
    path = write(row("figures", key("a1", "30"), "counted", "old miners"))
    new, _ = correct_tables(unsure, dict(MANIFEST), path)
    figure = figure_at(new, "a1", "30")
    assert (figure["noun"], figure["p_counted"]) == ("miner", None)
    assert figure_at(new, "a1", "Two")["p_counted"] == 0.3


def test_a_figure_that_is_none_is_removed(frames, correct):
    new = correct(row("figures", key("a1", "Two"), "wrong"))
    assert len(new["figures"]) == len(frames["figures"]) - 1
    assert len(new["quantities"]) == len(frames["quantities"]) - 1


def test_a_missing_figure_is_added_in_reading_order(frames, correct):
    new = correct(row("figures", key("a3", "nine"), "missing", "outcome=killed; counted=toll"))
    figure = figure_at(new, "a3", "nine")
    assert (figure["low"], figure["qualifier"], figure["unit"]) == (9, "exact", "people")
    assert (figure["checked"], figure["sentence_id"]) == ("added", 1)
    starts = new["figures"].loc[new["figures"]["article_id"].eq("a3"), "start"]
    assert starts.is_monotonic_increasing
    assert figure["quantity_id"] == figure_at(new, "a3", "Nine")["quantity_id"]
    assert new["figures"]["figure_id"].is_unique


def test_the_later_day_wins_and_both_are_told(correct):
    new = correct(
        row("figures", key("a1", "30"), "low", "32", day="2026-02-01", coder="CD"),
        row("figures", key("a1", "30"), "low", "31", day="2026-01-01"),
    )
    assert figure_at(new, "a1", "30")["low"] == 32
    assert new["corrections"]["status"].tolist() == ["applied", "superseded"]
    told = new["problems"]["reason"].tolist()
    assert len(told) == 2
    assert all("row-1" in reason and "row-2" in reason for reason in told)


def test_two_coders_who_agree_are_no_conflict(correct):
    new = correct(
        row("figures", key("a1", "30"), "low", "31"),
        row("figures", key("a1", "30"), "low", "31", coder="CD"),
    )
    assert new["corrections"]["status"].tolist() == ["applied", "applied"]
    assert new["problems"].empty
    assert figure_at(new, "a1", "30")["checked_by"] == "AB; CD"


@pytest.mark.parametrize(("days", "stays"), [(("1", "2"), True), (("2", "1"), False)])
def test_of_wrong_and_right_the_later_holds(correct, days, stays):
    wrong, right = (f"2026-01-0{day}" for day in days)
    new = correct(
        row("figures", key("a1", "Two"), "wrong", day=wrong),
        row("figures", key("a1", "Two"), "checked", "right", day=right),
    )
    assert ("a1#f3" in set(new["figures"]["figure_id"])) is stays
    assert sorted(new["corrections"]["status"]) == ["applied", "superseded"]
    assert len(new["problems"]) == 2


def test_another_value_than_the_coder_saw_is_told(correct):
    new = correct(row("figures", key("a1", "30"), "low", "31", old="29"))
    assert figure_at(new, "a1", "30")["low"] == 31
    assert "saw low 29, and this run has 30" in new["problems"]["reason"].iloc[0]


def test_a_correction_follows_its_words_to_another_place(frames, write):
    longer = frames["articles"].assign(text="New: " + frames["articles"]["text"])
    moved = {**frames, "articles": longer}
    for name in ("sentences", "figures", "attribution_spans"):
        moved[name] = frames[name].assign(
            start=frames[name]["start"] + 5, end=frames[name]["end"] + 5
        )
    path = write(
        row("figures", key("a1", "30"), "low", "31"), row("figures", key("a1", "12"), "low", "1")
    )
    new, _ = correct_tables(moved, dict(MANIFEST), path)
    # "12" is twice in the article, so its first place is not guessed
    assert new["corrections"]["status"].tolist() == ["applied", "not_found"]
    assert new["figures"]["low"].tolist() == [12, 12, 31, 2, 14, 14, 9]


def test_an_attribution_that_is_none_takes_its_figures_and_voices_with_it(frames, correct):
    new = correct(row("attributions", key("a1", CONTENT), "wrong"))
    assert new["attributions"].empty
    assert new["attribution_spans"].empty
    figure = figure_at(new, "a1", "30")
    assert (figure["source"], figure["attribution_id"], figure["source_start"]) == (None,) * 3
    assert new["frames"]["score_own"].notna().any()  # measured again
    assert frames["frames"]["score_own"].isna().all()


def test_an_added_attribution_gives_its_figures_a_source(correct):
    where = key("a2", "14 people died")
    new = correct(row("attributions", where, "missing", "source=A hospital; cue=said"))
    added = new["attributions"].set_index("article_id").loc["a2"]
    assert (added["source_name"], added["checked"]) == ("A hospital", "added")
    figure = figure_at(new, "a2", "14", 1)
    assert (figure["source"], figure["attribution_id"]) == ("A hospital", added["attribution_id"])
    sentence = new["sentences"].query("article_id == 'a2' and sentence_id == 1").iloc[0]
    assert sentence["share_quoted"] == pytest.approx(3 / 6)
    voice = new["tone"].query("article_id == 'a2' and sentence_id == 1")["voice"]
    assert voice.tolist() == ["attributed"]


def test_a_corrected_source_of_an_attribution_is_that_of_its_figures(correct):
    new = correct(row("attributions", key("a1", CONTENT), "source", "The government"))
    assert figure_at(new, "a1", "30")["source"] == "The government"
    spans = new["attribution_spans"].set_index("role")
    assert TEXTS["a1"][slice(*spans.loc["source", ["start", "end"]])] == "The government"


def test_a_corrected_party_reaches_names_and_targets(correct):
    new = correct(row("parties", key("a1", "government"), "party", "Ostia"))
    assert new["parties"]["party"].tolist() == ["Ostia", "Varnia"]
    assert new["targets"]["entity"].tolist() == ["Ostia (authorities)"]
    assert "Ostia" in set(new["names"]["party"])


def test_an_alias_of_a_party_reaches_every_table(correct):
    new = correct(row("parties", "Varnia", "alias", "Republic of Varnia"))
    assert set(new["parties"]["party"]) == {"Republic of Varnia"}
    assert new["targets"]["entity"].tolist() == ["Republic of Varnia (authorities)"]
    assert new["agency"]["agent_party"].tolist() == ["Republic of Varnia (authorities)"]


def test_events_stories_and_quantities_are_put_apart_and_together(frames, correct):
    assert frames["articles"]["event_id"].nunique() == 1
    new = correct(row("events", "a3", "part"))
    assert new["articles"]["event_id"].nunique() == 2
    assert new["events"]["n_articles"].tolist() == [2, 1]
    assert new["articles"]["story_id"].nunique() == 1
    new = correct(row("stories", "a3", "part"))
    # the whole event leaves with its article
    assert new["articles"]["story_id"].nunique() == 1
    new = correct(row("events", "a3", "part"), row("stories", "a3", "part"))
    assert new["stories"]["n_articles"].tolist() == [2, 1]
    cats = f"{key('a1', 'Two')} | {key('a1', '30')}"
    new = correct(row("quantities", cats, "merge"))
    assert len(new["quantities"]) == len(frames["quantities"]) - 1
    new = correct(row("quantities", key("a3", "Nine"), "part"))
    nine = new["figures"].loc[new["figures"]["article_id"].eq("a3"), "quantity_id"]
    assert new["figures"]["quantity_id"].eq(nine.iloc[0]).sum() == 1


@pytest.mark.parametrize(
    ("rows", "events", "stories"),
    [
        # one event for two
        ([("events", "a1 | a3", "part")], ["a1 a2", "a3"], ["a1 a2 a3"]),
        ([("events", "a3 | a1", "part")], ["a1", "a2 a3"], ["a1 a2 a3"]),
        ([("events", "a1 | a2 | a3", "part")], ["a1", "a2", "a3"], ["a1 a2 a3"]),
        # one story for two: articles of one event are put in two events as well
        ([("stories", "a1 | a3", "part")], ["a1 a2", "a3"], ["a1 a2", "a3"]),
        # which articles leave together
        (
            [("stories", "a1 | a2", "part"), ("stories", "a2 | a3", "merge")],
            ["a1", "a2 a3"],
            ["a1", "a2 a3"],
        ),
        # also where they are in two events
        (
            [
                ("events", "a1 | a3", "part"),
                ("stories", "a1 | a3", "part"),
                ("stories", "a3 | a2", "merge"),
            ],
            ["a1", "a2", "a3"],
            ["a1", "a2 a3"],
        ),
    ],
)
def test_named_articles_are_put_apart(correct, rows, events, stories):
    new = correct(*(row(*cells) for cells in rows))
    assert new["corrections"]["status"].eq("applied").all()
    for column, expected in (("event_id", events), ("story_id", stories)):
        articles = new["articles"].groupby(column)["article_id"].agg(" ".join)
        assert sorted(articles) == expected


def test_named_figures_are_put_apart(frames, correct):
    assert frames["figures"].query("outcome == 'killed'")["quantity_id"].nunique() == 1
    apart = f"{key('a1', '12')} | {key('a2', '14')}"
    together = f"{key('a2', '14')} | {key('a2', '14', 1)}"
    new = correct(row("quantities", apart, "part"), row("quantities", together, "merge"))
    killed = new["figures"].query("outcome == 'killed'")
    values = killed["text"].groupby(killed["quantity_id"]).agg(" ".join)
    assert sorted(values) == ["12 12 Nine", "14 14"]


def test_figures_of_two_stories_are_not_put_together(correct):
    both = f"{key('a1', '12')} | {key('a3', 'Nine')}"
    new = correct(
        row("events", "a3", "part"), row("stories", "a3", "part"), row("quantities", both, "merge")
    )
    assert new["corrections"]["status"].tolist() == ["applied", "applied", "not_found"]


def test_outlets_are_shown_under_another_name_and_parted_again(correct):
    new = correct(
        row("outlets", "Wire", "alias", "Post"),
        row("articles", "a3", "outlet", "Evening Post"),
    )
    assert new["articles"]["outlet"].tolist() == ["Post", "Lantern", "Evening Post"]
    assert new["events"]["n_outlets"].tolist() == [3]


def test_a_frame_that_is_not_there_is_certainly_not(frames, correct):
    new = correct(row("frames", "a1 [conflict]", "present", "no"))
    answer = new["frames"].query("article_id == 'a1' and frame == 'conflict'").iloc[0]
    assert (answer["present"], answer["certain"]) == (False, True)
    assert differing(frames, new) == {"frames"} | OF_ALL


class _Run:
    def __init__(self, frames):
        self.__dict__.update(frames)


def test_the_sentence_of_every_chart(frames, correct):
    assert checked_sentence(_Run(frames)) == ""
    new = correct(
        row("figures", key("a1", "30"), "low", "31", coder="CD"),
        row("figures", key("a1", "12"), "checked", "right"),
        row("figures", key("a1", "Two"), "checked", "wrong"),
    )
    sentence = "2 of 6 figures checked by 2 coders, 1 changed, 1 removed."
    assert checked_sentence(_Run(new)) == sentence
    new = correct(row("figures", key("a1", "30"), "checked"))
    assert checked_sentence(_Run(new)) == "0 of 7 figures checked."


def test_only_what_was_checked_is_kept(correct):
    new = correct(row("figures", key("a1", "30"), "checked", "right"), only_checked=True)
    assert new["figures"]["text"].tolist() == ["30"]
    assert len(new["quantities"]) == 1
    assert new["attributions"].empty
    assert new["figures"]["attribution_id"].isna().all()


def test_tables_with_the_same_corrections_are_left_and_of_others_refused(frames, write):
    path = write(row("figures", key("a1", "30"), "low", "31"))
    new, manifest = correct_tables(frames, dict(MANIFEST), path)
    assert manifest["counts"]["corrections"]["applied"] == 1
    assert correct_tables(new, manifest, path) == (new, manifest)
    other = write(row("figures", key("a1", "30"), "low", "32"), name="other.csv")
    with pytest.raises(InputError, match="Make the tables again"):
        correct_tables(new, manifest, other)


def test_of_a_selection_corrections_of_other_articles_are_outside(frames, write):
    manifest = {**MANIFEST, "counts": {"load": {"filtered": 3}}}
    new, _ = correct_tables(frames, manifest, write(row("figures", "a9 [0:2] 12", "low", "1")))
    assert new["corrections"]["status"].tolist() == ["outside"]
    assert new["problems"].empty
