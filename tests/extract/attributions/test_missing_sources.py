"""The subject of a cue for which the tagger has labelled no source."""

import pytest

from analysis.extract.attributions.missing_sources import subject_of_cue
from tests.extract.attributions.marked_text import unmark


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Lund [blamed] both governments.", "Lund"),
        ("He [blamed] a supplier.", "He"),
        ("The firm was sorry. The firm [denied] it.", "The firm"),
        ("Ober left early, and he [blamed] the firm.", "he"),
        ("Mira Stone has repeatedly [accused] the mayor.", "Mira Stone"),
        ("Ten died, it [was reported].", None),
        ("In May [blamed] nobody.", None),
        ("The news comes amid [reports] that ten died.", None),
        ("Earlier [it reported] that four died.", None),
        ("Earlier [reported] deaths were fewer.", None),
        ("The governor, Edson Prado, [blamed] the agency.", "The governor"),
        ("Ten were hurt, [according to] police.", None),
        ("The girl that they [blamed] left.", None),
    ],
)
def test_the_subject_right_before_a_cue(marked, who):
    text, ((start, end),) = unmark(marked)
    found = subject_of_cue(
        text, (start, end), text.rfind(". ", 0, start) + 2 if ". " in text else 0
    )
    assert (None if found is None else text[slice(*found)]) == who
