import pytest

from analysis.compare.events.labels.evidence import Evidence
from analysis.compare.events.labels.rank_happenings import printed_form, rank_happenings


def outlet(headline=(), lead=(), first=()):
    """Return what an outlet says in its headline, its first sentence and elsewhere."""
    return Evidence(
        nouns=dict.fromkeys([*headline, *lead, *first], 0.6),
        headline=dict.fromkeys(headline, 1.0),
        first_sentence=dict.fromkeys(first, 1.0),
    )


def ranked(*outlets, is_of_place=True):
    nouns = {noun for evidence in outlets for noun in evidence.nouns}
    return rank_happenings(list(outlets), dict.fromkeys(nouns, 1.0), is_of_place)


def test_no_outlet_reports_nothing():
    assert ranked() == []
    assert ranked(Evidence()) == []


def test_one_outlet_is_read_in_its_headline_and_else_in_its_first_sentence():
    assert ranked(outlet(["flood"], ["storm"], ["vote"])) == ["flood"]
    assert ranked(outlet((), ["storm"], ["vote"])) == ["vote"]
    assert ranked(outlet((), ["storm"])) == []


@pytest.mark.parametrize("noun", ["shooting", "assault", "torture", "arrest", "death"])
def test_one_outlet_accuses_nobody(noun):
    assert ranked(outlet([noun]), is_of_place=False) == []
    assert ranked(outlet([noun]), is_of_place=True) == [noun]
    assert ranked(outlet([noun], first=["vote"]), is_of_place=False) == ["vote"]


@pytest.mark.parametrize("noun", ["charges", "plea", "conviction", "sentence"])
def test_a_step_of_a_trial_is_a_court_case(noun):
    assert ranked(outlet([noun]), is_of_place=False) == ["court case"]


def test_two_outlets_must_say_a_grave_happening_plainly():
    assert ranked(outlet(["attack"]), outlet(["attack"]), is_of_place=False) == ["attack"]
    assert ranked(outlet(["attack"]), outlet((), ["attack"]), is_of_place=False) == []


def test_more_outlets_must_share_a_happening():
    many = [outlet(["flood"], ["vote"]), outlet(["storm"], ["vote"]), outlet((), ["vote"])]
    assert ranked(*many) == ["vote"]


def test_what_happened_goes_before_what_followed():
    many = [outlet(["death"]), outlet(["death", "collision"]), outlet(["death", "collision"])]
    assert ranked(*many) == ["collision", "death"]
    assert ranked(outlet(["death", "collision"])) == ["collision", "death"]
    few = [*many, *[outlet(["death"])] * 4]
    assert ranked(*few) == ["death", "collision"]


def test_a_phrase_goes_before_its_last_noun():
    assert ranked(outlet(["collapse", "bridge collapse"])) == ["bridge collapse", "collapse"]


def test_the_harm_done_at_an_occasion_goes_before_it():
    many = [outlet(["festival", "crush"]), outlet(["festival"], ["crush"]), outlet(["festival"])]
    assert ranked(*many)[:2] == ["crush", "festival"]
    assert ranked(*many, *[outlet(["festival"])] * 3)[0] == "festival"
    assert ranked(outlet(["festival", "crush"])) == ["crush", "festival"]
    assert ranked(outlet(["festival", "discovery"]))[0] == "festival"


def test_a_headline_tells_what_deaths_came_of():
    many = [outlet(["death", "infection"]), outlet(["death"]), outlet(["death"])]
    assert ranked(*many)[0] == "infection"
    # a grave happening is not taken from one outlet
    many = [outlet(["death", "shooting"]), outlet(["death"]), outlet(["death"])]
    assert ranked(*many)[0] == "death"


def test_a_text_tells_what_the_deaths_of_its_headline_came_of():
    assert ranked(outlet(["death"], first=["flood"])) == ["flood"]
    assert ranked(outlet(["death"], first=["election"])) == ["death"]


def test_what_a_headline_doubts_goes_last():
    doubted = outlet((), ["flood", "warning"])
    doubted.title_doubts = {"flood"}
    assert ranked(doubted, doubted) == ["warning", "flood"]
    assert ranked(doubted, outlet(["flood"], ["warning"]))[0] == "flood"


def test_a_mention_in_passing_adds_no_rank():
    passing = outlet(["storm"])
    passing.nouns["flood"] = 0.1
    many = [outlet(["storm"]), passing, outlet(["flood"]), outlet(["flood", "storm"])]
    assert ranked(*many)[0] == "storm"


def test_a_noun_is_printed_as_the_outlets_print_it():
    evidence = Evidence()
    evidence.forms.update({("flood", "floods"): 3, ("flood", "flood"): 2})
    assert printed_form("flood", [evidence]) == "floods"
    assert printed_form("court case", [evidence]) == "court case"
