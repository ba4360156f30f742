"""Files of rules: what both kinds of rules have in common."""

import pytest

from analysis.core.errors import LexiconError
from analysis.core.rule_files import expanded, read_entries

RULE = """
[classes]
"verb" = 'swam|sang'

[[rule]]
id = "x"
cue = '@{verb}'
why = "why"
fires = ["a", "b"]
silent = ["c", "d"]
"""


def read(content, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text(content, encoding="utf8")
    return read_entries(file, ("cue",), ("side",))


def test_classes_and_rules_are_read(tmp_path):
    classes, ((name, entry),) = read(RULE, tmp_path)
    assert classes == {"verb": "swam|sang"}
    assert name.endswith("rules.toml: rule 'x'")
    assert (entry["cue"], entry["fires"]) == ("@{verb}", ["a", "b"])


def test_a_file_may_have_no_classes_and_no_rules(tmp_path):
    assert read("", tmp_path) == ({}, [])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "Cannot read rules"),
        (RULE.replace("cue = '@{verb}'", ""), "rule 'x': missing ['cue']"),
        (RULE.replace('why = "why"', 'why = ""'), "rule 'x': missing ['why']"),
        (RULE + "colour = 1", "rule 'x': missing [], unknown ['colour']"),
        (RULE + RULE[RULE.index("[[rule]]") :], "another rule has this id"),
        (RULE.replace('"c", ', ""), "needs 2 texts of either kind"),
    ],
)
def test_a_bad_file_is_refused(content, message, tmp_path):
    with pytest.raises(LexiconError) as error:
        read(content, tmp_path)
    assert message in str(error.value)


def test_a_class_may_hold_another():
    classes = {"who": "he|@{she}", "she": "she"}
    assert expanded("(@{who}) said", classes.__getitem__) == "((?:he|(?:she))) said"
    assert expanded("said", classes.__getitem__) == "said"
