"""Files of rules on attributions: the loader on bad ones."""

import pytest

from analysis.core.errors import LexiconError
from analysis.extract.attributions.rule_files import read_rules

RULE = """
[classes]
"verb" = 'swam|@{other verb}'
"other verb" = 'sang'

[[rule]]
id = "x"
cue = '@{verb}'
side = "left"
why = "why"
fires = ["a", "b"]
silent = ["c", "d"]
"""


def _read(content: str, tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text(content, encoding="utf8")
    return read_rules(file, ("cue",), {"side": ("left", "right"), "of": ("a",)}, required=("cue",))


def test_patterns_values_and_texts_are_read(tmp_path):
    (rule,) = _read(RULE, tmp_path)
    assert rule.patterns["cue"].fullmatch("Sang") is not None
    assert rule.overrules("cue", "she sang")
    assert not rule.overrules("other", "she sang")
    assert (rule.values, rule.fires, rule.silent) == (
        {"side": ("left",), "of": ()},
        ("a", "b"),
        ("c", "d"),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "Cannot read rules"),
        (RULE.replace('why = "why"', ""), "missing ['why']"),
        (RULE.replace("cue = '@{verb}'", ""), "missing ['cue']"),
        (RULE + "colour = 1", "unknown ['colour']"),
        (RULE + RULE[RULE.index("[[rule]]") :], "another rule has this id"),
        (RULE.replace('"left"', '"up"'), "side is none of ['left', 'right']"),
        (RULE.replace('side = "left"', 'of = ["a", "b"]'), "of is none of ['a']"),
        (RULE.replace('"a", ', ""), "needs 2 texts"),
        (RULE.replace("'@{verb}'", "'('"), "cue: missing )"),
        (RULE.replace("'@{verb}'", "'@{noun}'"), "cue: 'noun'"),
    ],
)
def test_bad_files_are_refused(content: str, message: str, tmp_path):
    with pytest.raises(LexiconError) as error:
        _read(content, tmp_path)
    assert message in str(error.value)
