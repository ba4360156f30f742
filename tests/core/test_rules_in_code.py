"""``data/rules/in_code.toml`` describes every rule on figures that is written in Python."""

import ast
import re

import pytest

from analysis.core import codebook, paths
from analysis.core.errors import LexiconError
from analysis.core.rules_in_code import ANY_OUTCOME, load_rules_in_code, rules_in_code
from analysis.core.tables import OUTCOMES

FIGURES = paths.CODE / "extract" / "figures"
ID = re.compile(rf"[a-z_]+\.(?:[a-z_]|{ANY_OUTCOME})+")
FILES = (".toml", ".csv", ".js", ".npz", ".json")
BY_PERSON = "person"


def ids_in(node):
    """Return what is in quotation marks as an id is, of a literal or an f-string."""
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
        text = "".join(ANY_OUTCOME if part is None else part for part in parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    else:
        return None
    return text if ID.fullmatch(text) and not text.endswith(FILES) else None


def written_in_code():
    """Return the modules in which each id is, of all in ``analysis``."""
    ids_in_files = set(re.findall(r'(?m)^id = "(.+)"$', all_rule_files()))
    prefixes = {rule.id.partition(".")[0] for rule in rules_in_code()}
    found = {}
    for path in sorted(paths.CODE.rglob("*.py")):
        module = ".".join(path.relative_to(paths.ROOT).with_suffix("").parts)
        source = path.read_text(encoding="utf8")
        is_of_figures = FIGURES in path.parents
        if not is_of_figures and not any(f"{prefix}." in source for prefix in prefixes):
            continue  # a tree of every module took a second
        for node in ast.walk(ast.parse(source)):
            name = ids_in(node)
            if name is None or name in ids_in_files:
                continue
            if is_of_figures or name.partition(".")[0] in prefixes:
                found.setdefault(name, set()).add(module)
    return found


def all_rule_files():
    files = sorted(paths.FIGURE_RULES.glob("*.toml"))
    return "\n".join(path.read_text(encoding="utf8") for path in files)


def test_every_id_in_the_code_is_described_with_its_modules_and_no_other():
    described = {rule.id: set(rule.modules) for rule in rules_in_code()}
    assert described.pop(BY_PERSON) == {"analysis.corrections.figures"}
    assert written_in_code() == described


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ('"outcome.of_them"', "outcome.of_them"),
        ('f"outcome.{outcome}_after"', "outcome.<outcome>_after"),
        ('"evidence.toml"', None),
        ('"any words. And others"', None),
        ("12", None),
    ],
)
def test_an_id_is_recognised_in_code(code, name):
    assert ids_in(ast.parse(code, mode="eval").body) == name


@pytest.mark.parametrize("rule", rules_in_code(), ids=lambda rule: rule.id)
def test_every_rule_is_in_the_codebook_and_predicts_an_outcome(rule):
    written = codebook.PATH.read_text(encoding="utf8")
    assert f"| `{rule.id}` | {rule.means} | {rule.example} |" in written
    assert not rule.predicted or rule.predicted in OUTCOMES


RULE = """
[[rule]]
id = "outcome.x"
means = "what it says"
example = "[12] did."
modules = ["analysis.x"]
"""


def test_a_file_is_read(tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text(RULE + RULE.replace("outcome.x", "outcome.y") + 'predicted = "killed"')
    first, second = load_rules_in_code(path)
    assert (first.id, first.means, first.example) == ("outcome.x", "what it says", "[12] did.")
    assert (first.modules, first.predicted) == (("analysis.x",), "")
    assert (second.id, second.predicted) == ("outcome.y", "killed")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[rule]", "Cannot read rules"),
        (RULE.replace('means = "what it says"', ""), "missing ['means']"),
        (RULE.replace("[12] did.", ""), "missing ['example']"),
        (RULE + "colour = 1", "unknown ['colour']"),
        (RULE + RULE, "rule 'outcome.x': another rule has this id"),
    ],
)
def test_a_bad_file_is_refused_by_file_and_rule(tmp_path, content, message):
    path = tmp_path / "bad.toml"
    path.write_text(content)
    with pytest.raises(LexiconError, match=r"bad\.toml") as error:
        load_rules_in_code(path)
    assert message in str(error.value)
