"""Rules in ``data/rules/attributions``: each on its own texts, and the loader on bad files."""

import pytest

from analysis.core.errors import LexiconError
from analysis.extract.attributions.deeds import Deed, deeds, is_deed, read_deeds
from tests.extract.attributions.marked_text import linked_spans


def _cases(kind: str) -> list:
    return [
        pytest.param(deed, text, id=f"{deed.id}-{number}")
        for deed in deeds()
        for number, text in enumerate(getattr(deed, kind))
    ]


@pytest.mark.parametrize(("deed", "text"), _cases("fires"))
def test_a_rule_fires_on_its_texts(deed: Deed, text: str):
    assert deed.matches(*linked_spans(text))


@pytest.mark.parametrize(("deed", "text"), _cases("silent"))
def test_no_rule_fires_on_statements(deed: Deed, text: str):
    assert not is_deed(*linked_spans(text))


RULE = """
[[rule]]
id = "x"
cue = 'swam'
why = "why"
fires = ["<C swam> <T far>", "<C swam> <T on>"]
silent = ["<C said> <T so>", "<C says> <T so>"]
"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "Cannot read rules"),
        (RULE.replace('why = "why"', ""), "missing ['why']"),
        (RULE + "colour = 1", "unknown ['colour']"),
        (RULE + RULE, "another rule has this id"),
        (RULE + 'speaker = "all"', "speaker is none of"),
        (RULE.replace('"<C swam> <T far>", ', ""), "needs 2 texts"),
        (RULE.replace("'swam'", "'('"), "cue: missing )"),
        (RULE.replace("'swam'", "'@{verbs}'"), "cue: 'verbs'"),
    ],
)
def test_bad_files_are_refused(content: str, message: str, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text(content, encoding="utf8")
    with pytest.raises(LexiconError) as error:
        read_deeds(file)
    assert message in str(error.value)
