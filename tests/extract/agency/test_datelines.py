"""Datelines are left out of sentences, and nothing else."""

import pytest

from analysis.extract.agency.datelines import without_dateline
from tests.extract.agency.tagged_text import tagged


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("KARSK/NNP -/: Two/CD men/NNS died/VBD", "Two"),
        ("KARSK/NNP ,/, Norland/NNP (/( CP/NNP )/) -/: Two/CD men/NNS died/VBD", "Two"),
        ("(/( CP/NNP )/) -/: Two/CD men/NNS died/VBD", "Two"),
        ("PORT/NNP VELM/NNP ,/, Sept/NNP 9/CD —/: Two/CD men/NNS died/VBD", "Two"),
        ("KARSK/NNP Two/CD men/NNS died/VBD", "KARSK"),
        ("NATO/NNP troops/NNS -/: two/CD of/IN them/PRP -/: fled/VBD", "NATO"),
        ("Karsk/NNP -/: Two/CD men/NNS died/VBD", "Karsk"),
        ("I/PRP -/: the/DT king/NN -/: died/VBD", "I"),
        ("ISIS/NNP -/: the/DT group/NN -/: killed/VBD six/CD", "ISIS"),
        ("UN/NNP chief/NN :/: Two/CD men/NNS died/VBD", "UN"),
        ("KARSK/NNP", "KARSK"),
    ],
)
def test_without_dateline(marked, first):
    _, words = tagged(marked)
    assert without_dateline(words)[0].text == first


def test_no_words_stay_none():
    assert without_dateline([]) == []
