"""What the documents mention exists: files, make targets, commands, options and notebooks."""

import re

import pytest
import typer

from analysis import cli
from analysis.core.paths import ROOT
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
        known = {
            option
            for parameter in COMMANDS[command].params
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
