"""Labels of sides."""

import pytest

from analysis.extract.parties.labels import party_label, party_labels


@pytest.mark.parametrize(
    ("party", "kind", "label"),
    [
        ("Sudan", "government", "Sudan (authorities)"),
        ("Sudan", "armed_group", "Sudan (armed groups)"),
        ("Sudan", "protesters", "Sudan (protesters)"),
        ("Anderson", "police_security", "Anderson (authorities)"),
        ("Hamas", "officials", "Hamas"),
        ("Democrats", "other", "Democrats"),
        ("Vorland", "other", "Vorland"),
    ],
)
def test_label(party, kind, label):
    assert party_label(party, kind) == label


def test_labels_of_columns():
    assert party_labels(["Mali", "Hamas"], ["military", "armed_group"]) == [
        "Mali (authorities)",
        "Hamas",
    ]
    assert party_labels([], []) == []
