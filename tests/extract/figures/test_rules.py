"""Rules in ``data/rules/figures``: each on its own texts, and the loader on bad files."""

import pytest
from made_figures import marked

from analysis.core.errors import LexiconError
from analysis.extract.figures.rules import Rule, all_rules, first_rule, load_rules


def _cases(kind: str) -> list:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in all_rules()
        for number, text in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "text"), _cases("fires"))
def test_a_rule_fires_on_its_texts(rule: Rule, text: str):
    assert rule.matches(*marked(text))


@pytest.mark.parametrize(("rule", "text"), _cases("silent"))
def test_a_rule_is_silent_on_its_other_texts(rule: Rule, text: str):
    assert not rule.matches(*marked(text))


def test_ids_are_unique_and_start_with_the_decision():
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith(f"{rule.decides}.") for rule in all_rules())


def test_no_rule_fires_on_a_number_without_words():
    assert all(first_rule(rule.decides, "12", 0, 2) is None for rule in all_rules())


RULE = """
[[rule]]
id = "denied.x"
decides = "denied"
before = 'no '
why = "why"
fires = ["no [1]", "no [2]"]
silent = ["[1]", "[2]"]
"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "Cannot read rules"),
        (RULE.replace('why = "why"', ""), "missing ['why']"),
        (RULE + "colour = 1", "unknown ['colour']"),
        (RULE + RULE, "another rule has this id"),
        (RULE.replace("before = 'no '", ""), "neither words before nor after"),
        (RULE.replace('"no [1]", ', ""), "needs 2 texts"),
        (RULE.replace("'no '", "'('"), "before: missing )"),
        (RULE.replace("'no '", "'@{colours of}'"), "before: 'colours'"),
    ],
)
def test_a_bad_file_is_refused_by_file_and_rule(tmp_path, content, message):
    path = tmp_path / "bad.toml"
    path.write_text(content)
    with pytest.raises(LexiconError, match=r"bad\.toml") as error:
        load_rules(path)
    assert message in str(error.value)
