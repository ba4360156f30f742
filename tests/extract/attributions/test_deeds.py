"""Rules in ``data/rules/attributions/deeds.toml``, each on its own texts."""

import pytest

from analysis.extract.attributions.deeds import deeds, is_deed, matches
from analysis.extract.attributions.rule_files import Rule
from tests.extract.attributions.marked_text import linked_spans


def _cases(kind: str) -> list:
    return [
        pytest.param(deed, text, id=f"{deed.id}-{number}")
        for deed in deeds()
        for number, text in enumerate(getattr(deed, kind))
    ]


@pytest.mark.parametrize(("deed", "text"), _cases("fires"))
def test_a_rule_fires_on_its_texts(deed: Rule, text: str):
    assert matches(deed, *linked_spans(text))


@pytest.mark.parametrize(("deed", "text"), _cases("silent"))
def test_no_rule_fires_on_statements(deed: Rule, text: str):
    assert not is_deed(*linked_spans(text))
