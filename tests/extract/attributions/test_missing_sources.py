"""The subject of a cue for which the tagger has labelled no source."""

import pytest

from analysis.extract.attributions.missing_sources import (
    continues_clause,
    pronoun_of_cue,
    speaker_at_end,
    subject_of_clause,
    subject_of_cue,
    subject_outside_relative,
)
from tests.extract.attributions.marked_text import unmark


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Lund [blamed] both governments.", "Lund"),
        ("He [blamed] a supplier.", "He"),
        ("The firm was sorry. The firm [denied] it.", "The firm"),
        ("Ober left early, and he [blamed] the firm.", "he"),
        ("Mira Stone has repeatedly [accused] the mayor.", "Mira Stone"),
        ("The Port Board on Monday also [urged] calm.", "The Port Board"),
        ("Ober last week [blamed] the firm.", "Ober"),
        ("Ten died, it [was reported].", None),
        ("In May [blamed] nobody.", None),
        ("The news comes amid [reports] that ten died.", None),
        ("Earlier [it reported] that four died.", None),
        ("Earlier [reported] deaths were fewer.", None),
        ("The governor, Edson Prado, [blamed] the agency.", "The governor"),
        ("Ten were hurt, [according to] police.", None),
        ("The girl that they [blamed] left.", None),
        ("Lund [reportedly] left.", None),
        ("The next part, in which Lund [praised] the town, is lost.", "Lund"),
        ("It rained when Lund [spoke].", "Lund"),
        ("The town in which it [rained] slept.", None),
    ],
)
def test_the_subject_right_before_a_cue(marked, who):
    text, ((start, end),) = unmark(marked)
    found = subject_of_cue(
        text, (start, end), text.rfind(". ", 0, start) + 2 if ". " in text else 0
    )
    assert (None if found is None else text[slice(*found)]) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ('Lund boasted of his team - "the best" - and [stressed] his luck.', "Lund"),
        ("Lund rose late, [denouncing] the levy.", "Lund"),
        ("On Monday, Lund left the hall before [floating] the idea.", "Lund"),
        ("Mira Stone resigned, [convinced] that the levy failed.", "Mira Stone"),
        ("It seized the port and [vowed] a wider war.", "It"),
        ("No tax, which he favours but [says] would fail.", "he"),
        ("They spoke about Emil Roth [calling] it a sham.", "Emil Roth"),
        ("Lund quit after being taped [telling] a dinner: “Swim.”", "Lund"),
        ("On Monday, Lund was recorded [telling] a dinner that they could swim.", "Lund"),
        # a passive, another subject, no verb, a consequence
        ("Lund left the hall and [was accused] of theft.", None),
        ("Lund boasted that she came and [stressed] it.", None),
        ("Lund left; his aides came and [stressed] it.", None),
        ("Lund left to boos and [chants of] shame.", None),
        ("Lund left the hall, [raising] fears.", None),
        ("Lund left the hall, [according to] Ober.", None),
        ("In the hall, [denouncing] the levy.", None),
    ],
)
def test_the_subject_of_the_clause_that_a_cue_goes_on_with(marked, who):
    text, (cue,) = unmark(marked)
    found = subject_of_clause(text, cue, 0)
    assert (None if found is None else text[slice(*found)]) == who


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Lund rose and [stressed] it.", True),
        ("Lund rose, [stressing] it.", True),
        ("Lund [stressed] it.", False),
        ("Lund rose and [was asked].", False),
    ],
)
def test_continues_clause(marked, expected):
    text, (cue,) = unmark(marked)
    assert continues_clause(text, cue) is expected


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("It did not escape the firm after it [carried threats against] Lund.", "it"),
        ("The firm may agree now, but she still [doubts] it.", "she"),
        ("The firm may agree now, but she later [denied] it.", "she"),
        ("To the firm, it [must have seemed] wise.", None),
        ("The firm [denied] it.", None),
        ("The firm, they [were told], is shut.", None),
    ],
)
def test_the_pronoun_right_before_a_cue(marked, who):
    text, (cue,) = unmark(marked)
    found = pronoun_of_cue(text, cue)
    assert (None if found is None else text[slice(*found)]) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Fans of Lund, who [has boasted of] it, came.", "who"),
        ("But, they [said], the firm is shut.", "they"),
        ("Lund, whose firm [said] so, came.", None),
        ("It was Lund who [was told] of it.", None),
        ("It was Lund who [doubted] it.", "who"),
        ("It is unclear who [said] so.", None),
        ("Who [said] that the dam broke?", None),
    ],
)
def test_who_counts_where_no_source_is_linked(marked, who):
    text, (cue,) = unmark(marked)
    found = pronoun_of_cue(text, cue, relative=True)
    assert (None if found is None else text[slice(*found)]) == who
    assert who == "they" or pronoun_of_cue(text, cue) is None


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        (
            "The charity Lund, for which [Ms Roth] drives, [believes] that 47 died.",
            "The charity Lund",
        ),
        ("The yard, in which [Mr Ober] owns shares, also [denied] it.", "The yard"),
        ("Velm Water, whose founder [Ada Quist] left, [says] ten are hurt.", "Velm Water"),
        # the person speaks in the clause; the clause goes on; no subject before it
        ("The charity Lund, for which [Ms Roth] drives and [says] that 47 died.", None),
        ("Ten left the yard. In May, for which [Ms Roth] votes, [said] so.", None),
        ("He thanked the charity Lund, for which, [Ms Roth] [said], 47 died.", None),
        ("The charity Lund, [Ms Roth] of the union, [said].", None),
    ],
)
def test_the_subject_before_a_relative_clause(marked, who):
    text, (source, cue) = unmark(marked)
    sentence = text.rfind(". ", 0, source[0]) + 2 if ". " in text[: source[0]] else 0
    found = subject_outside_relative(text, source, cue, sentence)
    assert (None if found is None else text[slice(*found)]) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("'It can heal', [says] trust chair", "trust chair"),
        ("Levy to rise, [warns] the mayor of Velm", "the mayor of Velm"),
        ("Levy to rise, [says] Lund: 'We had no choice' and it is the last", None),
        ("Mayor [says] levy to rise", None),
        ("Levy to rise, [says] he", None),
        ("Levy to rise, [says] that he is sorry", None),
    ],
)
def test_who_ends_a_headline(marked, who):
    text, ((start, end),) = unmark(marked)
    found = speaker_at_end(text, (start, end), len(text))
    assert (None if found is None else text[slice(*found)]) == who
