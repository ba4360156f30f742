"""What the documents mention exists: files, make targets, commands, options and notebooks."""

import re

import pytest
import typer

from analysis import cli
from analysis.core.paths import ROOT
from analysis.evaluate.accuracy import read_accuracy
from analysis.notebook_runs import scheduler

FOLDERS = ("docs", "notebooks", "data")
DOCS = ["README.md", "CONTRIBUTING.md"]
DOCS += sorted(
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*.md")
)


@pytest.mark.parametrize("name", DOCS)
def test_every_link_to_a_file_leads_to_one(name):
    page = ROOT / name
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_make_command_in_the_documents_is_a_target():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf8"), re.M))
    named = set()
    for name in DOCS:
        text = (ROOT / name).read_text("utf8")
        named |= set(re.findall(r"`?\bmake ([a-z-]+)(?=[`\s,;.]|$)", text))
    plain_english = {"a", "an", "the", "it", "of", "what", "them", "no", "up", "room", "one"}
    plain_english |= {"everything"}
    assert named - plain_english <= targets


COMMANDS = typer.main.get_command(cli.app).commands
CALL = re.compile(
    r"""
    (?:python\ -m\ analysis | \bparallax)
    \ (?P<command>[a-z][a-z-]+)  # a prompt or a sentence may follow, so this is checked
    (?P<arguments>[^\n`#]*)       # up to the end of the code, or a comment
    """,
    re.VERBOSE,
)


def calls_in_documents():
    for name in DOCS:
        for call in CALL.finditer((ROOT / name).read_text("utf8")):
            yield name, call["command"], re.findall(r"(?<=\s)--[a-z-]+", call["arguments"])


def test_every_command_and_option_in_the_documents_exists():
    calls = list(calls_in_documents())
    assert len(calls) > 8
    for name, command, options in calls:
        assert command in COMMANDS, name
        below = getattr(COMMANDS[command], "commands", {}).values()
        known = {
            option
            for one in (COMMANDS[command], *below)
            for parameter in one.params
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert set(options) <= known, name


def test_every_notebook_is_in_the_readme_with_its_question():
    from analysis.report.write import title_of

    text = (ROOT / "README.md").read_text("utf8")
    for path in scheduler.find_notebooks():
        assert f"| [{path.stem}](notebooks/{path.name}) | {title_of(path)} |" in text


def test_every_package_is_pinned_with_hashes_and_none_needs_torch():
    text = (ROOT / "requirements.txt").read_text("utf8")
    pins = re.findall(r"^([a-zA-Z0-9._-]+)==\S+", text, re.M)
    assert len(pins) > 100
    assert text.count("--hash=sha256:") >= len(pins)
    assert not {"torch", "transformers"} & {pin.lower() for pin in pins}


# Where docs/methods.md states a score, by the words around it, and the row of accuracy.csv that
# has it: task, measure, labels. Two numbers are a count of rows and of how many rows.
OTHER_NEWS = "attributions/other_news, 1 in 5 held out"
PASSAGES = "labels/attributions_in_passages, 1 in 5 held out"
UNREAD = f"{PASSAGES}, not read"
STATEMENTS = ("attributions", "statement: all", UNREAD)
HELD_OUT = "figures/other_domains, 2 folds left out of version 3"
READ = "labels/attributions_read"
STATED = [
    (r"`figures/dev`, .*?\): (\.\d+) and ", "figures", "found: all", "figures/dev"),
    (r"`figures/dev`, .*?\): \S+ and (\.\d+)", "figures", "record: all", "figures/dev"),
    (r"`other_news/dev`, .*?\): (\.\d+) and ", "figures", "found: all", "other_news/dev"),
    (r"`other_news/dev`, .*?\): \S+ and (\.\d+)", "figures", "record: all", "other_news/dev"),
    (r"`figures/other_domains`, .*?\): (\.\d+) and ", "figures", "found: all", HELD_OUT),
    (r"`figures/other_domains`, .*?\): \S+ and (\.\d+)", "figures", "record: all", HELD_OUT),
    (
        r"taken as the event's .*?, (\d+) of (\d+) are",
        "figures",
        "scope: right of those told as the event's",
        "labels/outcomes_and_scopes",
    ),
    (r"\(F1\): (\.\d+) on PolNeAR", "attributions", "linked: all", "attributions/dev"),
    (r"and (\.\d+) in 31 others", "attributions", "linked: all", OTHER_NEWS),
    (r"many kinds (\.\d+) in 337 passages", "attributions", "linked: all", PASSAGES),
    (r"`--unread`\): linked (\.\d+)", "attributions", "linked: all", UNREAD),
    (r"linked \.\d+; (\.\d+) of the attributions reported", *STATEMENTS),
    (r"linked right, (\.\d+) had the right name", "attributions", "accuracy: source_name", UNREAD),
    (r"right name and (\.\d+) the right kind", "attributions", "accuracy: source_type", UNREAD),
    (
        r"an earlier tagger, (\d+) of (\d+) had the right name",
        "attributions",
        "source_name: right of those read, before tuning",
        READ,
    ),
    (
        r"Precision (\.\d+), recall \S+ on labelled passages",
        "parties",
        "whose: precision, passages left out",
        "parties/train",
    ),
    (
        r"Precision \S+, recall (\.\d+) on labelled passages",
        "parties",
        "whose: recall, passages left out",
        "parties/train",
    ),
    (r"`stories/dev`\) \|.* (\.\d+) \|$", "stories", "pairs F1, by folds", "stories/dev"),
    (
        r"`quantities`\) \|.* (\.\d+) \|$",
        "stories",
        "pairs F1, by folds",
        "quantities/train and dev",
    ),
    (
        r"`data/labels/us_politics_stories.csv`\) \|.* (\.\d+) \|$",
        "stories",
        "pairs F1, not fitted on",
        "data/labels/us_politics_stories.csv",
    ),
    (
        r"an event left out at a time: .*?F1 (\.\d+)",
        "quantities",
        "same quantity: pairs F1, an event left out",
        "quantities/train and dev",
    ),
    (
        r"not perhaps two (\d+) of (\d+)",
        "differences",
        "hold one thing, of rows told as different in stories that are surely one",
        "labels/differing_rows",
    ),
    (
        r"macro-F1 (\.\d+) and \S+ by folds",
        "frames",
        "macro-F1, model, cross-validated",
        "frames/dev",
    ),
    (
        r"macro-F1 \S+ and (\.\d+) by folds",
        "frames",
        "macro-F1, model, cross-validated",
        "frames/other_topics",
    ),
]


@pytest.mark.parametrize(("pattern", "task", "measure", "labels"), STATED)
def test_a_stated_score_is_the_measured_one(pattern, task, measure, labels):
    text = (ROOT / "docs" / "methods.md").read_text("utf8")
    found = re.findall(pattern, text, re.MULTILINE)
    assert len(found) == 1, f"docs/methods.md states {measure} on {labels} {len(found)} times"
    scores = read_accuracy().set_index(["task", "measure", "labels"])["value"]
    value = scores.loc[(task, measure, labels)]
    if isinstance(found[0], tuple):
        n_right, n_all = map(int, found[0])
        # at most half a row away
        assert n_right == pytest.approx(value * n_all, abs=0.5)
    else:
        n_digits = len(found[0]) - 1
        assert float(found[0]) == pytest.approx(value, abs=0.5 / 10**n_digits + 1e-9)
