"""The body that "the organization" or "the school" refers to."""

import pytest

from analysis.extract.attributions.named_bodies import body_named_before


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The Karsk Institute moved. ", "organization", "Karsk Institute"),
        ("A study by the Centre for River Studies came out. ", "group", "Centre for River Studies"),
        ("The University of Velm is shut. ", "school", "University of Velm"),
        ("The Harbour Committee voted. ", "panel", "Harbour Committee"),
        ("The Karsk Football Club lost to Velm Football Club. ", "club", "Karsk Football Club"),
        ("The Karsk Museum closed. Its Velm Gallery did not. ", "museum", "Karsk Museum"),
        # nothing of that kind
        ("The Karsk Museum closed. ", "school", None),
        ("Mayor Ada Quist met Emil Roth. ", "organization", None),
        ("The Institute moved. ", "organization", None),
        ("The head of Velm Hospital Trust left. ", "trust", "Velm Hospital Trust"),
        (
            "The head of Velm Hospital Trust left. " + "It rained. " * 80,
            "trust",
            "Velm Hospital Trust",
        ),
        ("The Velm Southern Conference has a deal, ", "league", "Velm Southern Conference"),
        ("The Velm Southern Conference has a deal, ", "conference", "Velm Southern Conference"),
        ("The Velm Dock Workers struck. ", "union", "Velm Dock Workers"),
        ("He met the Outer Islands Forum. ", "forum", "Outer Islands Forum"),
        ("The Karsk Institute moved. ", "driver", None),
        ("", "school", None),
    ],
)
def test_body_named_before(text, noun, expected):
    assert body_named_before(text, len(text), noun) == expected


def test_a_title_is_passed_over():
    title = "Karsk School Shut "
    assert body_named_before(title, len(title), "school", len(title)) is None
