"""The labels of synthetic reports match their texts."""

import numpy as np
import pytest

from analysis.neural.label_scheme import TAGS
from analysis.train.synthetic_reports import COUNTED, SINGLE, TEMPLATES, synthetic_report

REPORTS = [synthetic_report(np.random.default_rng(7), i) for i in range(2)] + [
    synthetic_report(np.random.default_rng(seed), seed) for seed in range(150)
]


def test_the_same_seed_makes_the_same_report():
    assert REPORTS[0].text == synthetic_report(np.random.default_rng(7), 0).text


@pytest.mark.parametrize("role", ["span", "counted", "agent", "source"])
def test_spans_are_whole_words(role):
    for report in REPORTS:
        for figure in report.figures:
            if figure[role]:
                start, end = figure[role]
                assert report.text[start:end].strip() == report.text[start:end] != ""
                assert not (report.text[max(start - 1, 0) : start] + "x").isalpha() or start == 0
                assert not report.text[end : end + 1].isalpha()


def test_who_is_counted_belongs_to_the_group():
    for report in REPORTS:
        for figure in report.figures:
            group = TAGS["group"][figure["group"]]
            if figure["implicit"]:
                assert report.text[slice(*figure["span"])].lower() in ("a", "an")
                assert report.text[slice(*figure["counted"])] in SINGLE[group]
            elif group != "unspecified":
                assert report.text[slice(*figure["counted"])].lower() in COUNTED[group]


def test_every_outcome_is_there():
    named = {TAGS["outcome"][f["outcome"]] for report in REPORTS for f in report.figures}
    assert named == set(TAGS["outcome"])
    assert all(f":{outcome}" in " ".join(TEMPLATES) for outcome in TAGS["outcome"])
