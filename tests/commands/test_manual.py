"""The document on commands is what the program declares: every command, option and default."""

import re
from pathlib import Path
from typing import Annotated

import pytest
import typer

from analysis import cli
from analysis.commands import manual

TEXT = manual.PATH.read_text(encoding="utf-8")


def commands(group, name):
    """Yield every command below a group, and how it is called."""
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = dict(commands(typer.main.get_command(cli.app), "parallax"))


def test_the_document_is_current():
    assert manual.manual() == TEXT, "run python -m analysis.commands.manual"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_its_help_options_and_examples(name):
    section = TEXT.split(f"\n## `{name}`\n")[1].split("\n## ")[0]
    command = COMMANDS[name]
    assert f"\n{command.help}\n" in section
    assert command.epilog in section
    first_cells = " ".join(re.findall(r"^\| (`.+?`) \| ", section, re.M))
    options = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    assert set(re.findall(r"`(--[\w-]+)`", first_cells)) == {
        option for option in options if option.startswith("-")
    }
    assert len(re.findall(r"^\| `", section, re.M)) == len(command.params)


def test_every_section_is_listed_with_a_link_that_leads_to_it():
    listed = re.findall(r"^\| \[`(.+?)`\]\(#(.+?)\) \| .+ \|$", TEXT, re.M)
    assert [name for name, _ in listed] == list(COMMANDS)
    assert all(address == name.replace(" ", "-") for name, address in listed)


def test_options_that_go_before_the_command_are_told():
    before = TEXT.split("\n## Before the command\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(--\w+)`", before, re.M) == ["--quiet", "--version"]


@pytest.fixture
def described():
    """Return the rows that describe the parameters of a made command, cell by cell."""
    app = typer.Typer(add_completion=False)

    @app.command()
    def example(
        files: Annotated[list[Path], typer.Argument(help="what is read")],
        name: Annotated[str, typer.Argument(help="a | b*")] = "",
        share: Annotated[float, typer.Option(min=0, max=1, help="of all")] = 0.5,
        most: Annotated[int, typer.Option(max=9, help="at most")] = 3,
        tag: Annotated[list[str] | None, typer.Option(help="a tag")] = None,
        out: Annotated[Path | None, typer.Option(help="a file [default: its name]")] = None,
        fast: Annotated[bool, typer.Option("--fast/--slow", help="speed")] = True,
        secret: Annotated[str, typer.Option(hidden=True, help="not told")] = "",
    ) -> None:
        """Do something."""

    text = manual.describe("made example", typer.main.get_command(app))
    return text.splitlines()


def test_defaults_values_and_signs_of_markdown_are_written_so_that_they_are_read_right(described):
    assert "made example [OPTIONS] FILES... [NAME]" in described
    assert described[0] == "## `made example`"
    rows = [line for line in described if line.startswith("| `")]
    assert rows == [
        "| `FILES` | what is read | required | path, one or more |",
        r"| `NAME` | a \| b\* |  | text |",
        "| `--share` | of all | `0.5` | number, 0 to 1 |",
        "| `--most` | at most | `3` | whole number, 9 or less |",
        "| `--tag` | a tag |  | text, may be repeated |",
        "| `--out` | a file | its name | path |",
        "| `--fast`, `--slow` | speed | on |  |",
    ]


def test_the_document_is_rewritten_where_it_is_out_of_date(tmp_path):
    path = tmp_path / "commands.md"
    path.write_text("outdated", encoding="utf-8")
    assert manual.rewrite(path)
    assert path.read_text(encoding="utf-8") == TEXT
    assert not manual.rewrite(path)
