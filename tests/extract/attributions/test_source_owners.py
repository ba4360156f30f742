"""What is told of a source by whom it belongs to."""

import re

import pytest

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.marked_text import unmark
from tests.extract.attributions.resolved_names import names_of

CASES = [
    (
        "[Officials in Karsk] spoke. [Its secretary] denied it.",
        ["Officials in Karsk", "Its secretary"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "description"),
    [
        # of a body that the article names, a source or not
        (
            "The charity Open Hands left. [Ada Quist of Open Hands] said so.",
            "Ada Quist of Open Hands / charity Open Hands",
        ),
        (
            "It blamed the water board. [The board's chief engineer] left.",
            "board's chief engineer / water board",
        ),
        (
            "It blamed the water board. [The board's engineer, Ada Quist,] left.",
            "board's engineer, Ada Quist / The board's engineer, Ada Quist, / water board",
        ),
        ("[Ada Quist of Velm] said so.", "Ada Quist of Velm"),
        (
            "[The Coastal Rights Monitor] said ten died. [Its director, Ada Quist,] said more.",
            "Its director, Ada Quist / Coastal Rights Monitor",
        ),
        (
            "[The charity Open Hands] left. [A spokesman for the group] said so.",
            "spokesman for the group / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [A spokesman for the charity] said so.",
            "spokesman for the charity",
        ),
        (
            "[The charity Open Hands] left. [the team leader] said so.",
            "team leader / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [Team leader Ada Quist] said so.",
            "Team leader Ada Quist",
        ),
        (
            "[The charity Open Hands] left. [a woman at the network] said so.",
            "woman at the network",
        ),
        (
            "[The charity Open Hands] left. [the spokeswoman for their team] said so.",
            "spokeswoman for their team / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [The Velm Brigade] left. [Its leader] spoke.",
            "Its leader / Velm Brigade",
        ),
        (
            "[The charity Open Hands] left. [activists] left. [Its leader] spoke.",
            "Its leader / charity Open Hands",
        ),
        ("[The charity Open Hands] left. [A doctor at the group] spoke.", "doctor at the group"),
        ("[The charity Open Hands] left. [A leader] spoke.", "leader"),
        ("[Ada Quist, a baker,] wept. [She] left.", "Ada Quist / Ada Quist, a baker,"),
        ("[Ada Quist] wept. [the mayor] left. [He] left.", "mayor"),
    ],
)
def test_the_last_source_is_described_by_what_it_belongs_to(marked, description):
    assert resolve_names(*unmark(marked))[-1].description == description


def test_a_source_belongs_to_the_type_that_its_owner_has():
    text, spans = unmark("[The Velm Brigade] left. [Its leader] spoke. [The militia] left.")
    assert [source.name for source in resolve_names(text, spans)][2] == "Velm Brigade"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            '[The Velm Brigade] left. The charity Open Hands met. "We saw it," said [its head].',
            "charity",
        ),
        (
            "[The Velm Brigade] left. The charity Open Hands met. It was met by [its head].",
            "Velm Brigade",
        ),
    ],
)
def test_its_head_is_that_of_the_sentence_before_a_quotation(marked, name):
    text, spans = unmark(marked)
    starts = [0, *(match.end() for match in re.finditer(r"[.] ", text))]
    assert name in resolve_names(text, spans, 0, starts)[-1].description
