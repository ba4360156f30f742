"""What the documents say is there, is there."""

import re

import pytest

from analysis.core.paths import ROOT
from analysis.notebook_runs import scheduler

DOCS = [
    "README.md",
    "CONTRIBUTING.md",
    "notebooks/README.md",
    "data/README.md",
    "data/sample/README.md",
    "data/models/reader/CARD.md",
    "docs/scale.md",
    "data/models/frames/README.md",
    "data/models/linker/CARD.md",
    "data/models/tagger/CARD.md",
]


@pytest.mark.parametrize("name", DOCS)
def test_every_link_to_a_file_leads_to_one(name):
    page = ROOT / name
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_make_command_in_the_documents_is_a_target():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    named = {
        t
        for name in DOCS
        for t in re.findall(r"`?\bmake ([a-z-]+)(?=[`\s,;.]|$)", (ROOT / name).read_text("utf8"))
    }
    words = {
        "a",
        "an",
        "the",
        "it",
        "of",
        "what",
        "them",
        "no",
        "up",
        "room",
        "one",
    }  # plain English
    assert named - words <= targets


def test_every_notebook_stands_in_the_readme_with_its_question():
    from analysis.report.write import title_of

    text = (ROOT / "README.md").read_text()
    for path in scheduler.find_notebooks():
        assert f"| [{path.stem}](notebooks/{path.name}) | {title_of(path)} |" in text


def test_every_package_is_pinned_with_hashes_and_none_needs_torch():
    text = (ROOT / "requirements.txt").read_text()
    pins = re.findall(r"^([a-zA-Z0-9._-]+)==\S+", text, re.M)
    assert len(pins) > 100
    assert text.count("--hash=sha256:") >= len(pins)
    assert not {"torch", "transformers"} & {p.lower() for p in pins}
