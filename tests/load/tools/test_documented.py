"""Every command on tools in the document is tried, and every tool has one."""

import re

import pytest

from analysis import load
from analysis.cli import _column_names
from analysis.core.paths import ROOT
from tests.load.formats.test_warc import FILES as WEB_ARCHIVES
from tests.load.tools.files import MADE

DOCUMENT = (ROOT / "docs" / "bring-your-own.md").read_text("utf8")
SECTION = DOCUMENT.split("## Files of tools and services")[1].split("## Anything else")[0]
COMMANDS = re.findall(r"parallax extract (\S+) --out \S+(?: --columns (\S+))?", SECTION)
FILES = {made.name: made.data for made in MADE.values()} | WEB_ARCHIVES


def test_every_tool_that_gives_texts_has_a_command():
    tried = {name for name, _ in COMMANDS}
    for tool in {key.split(" (")[0] for key in MADE}:
        names = {made.name for key, made in MADE.items() if key.split(" (")[0] == tool}
        assert names & tried, tool


@pytest.mark.parametrize(("name", "columns"), sorted(set(COMMANDS)))
def test_a_command_in_the_document_reads_its_file(tmp_path, name, columns):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert len(load.read(path, columns=_column_names(columns)).articles) >= 1
