"""
Write the document that lists every command and option, so that it always matches the code.

In: the command line as ``analysis.cli`` declares it. Out: ``docs/commands.md``, with a section for
each command: what it does, how it is called, and for each argument and option its help, its default
and the values that it takes. Nothing in it is written by hand.

``python -m analysis.commands.manual`` rewrites the file. A test fails if it is out of date.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import typer

from analysis import cli
from analysis.core import paths
from analysis.core.generated_file import write_if_changed

__all__ = ["PATH", "describe", "manual", "rewrite"]

PATH = paths.ROOT / "docs" / "commands.md"

_HEAD = """\
<!-- written by python -m analysis.commands.manual; do not edit -->

# Commands

Every command and option, as the program declares them; `--help` after a command prints the same. \
`python -m analysis` is the same program as `parallax`.
"""
_NAMES = {int: "whole number", float: "number", str: "text", Path: "path"}
# a default that depends on the input is written in the help
_DEFAULT_IN_HELP = re.compile(r"\s*\[default: (?P<default>.+?)\]")
_SPECIAL = re.compile(r"([|*<>\[\]\\])")


def manual() -> str:
    """
    Describe the whole command line in Markdown.

    Returns
    -------
    str
        A table of the commands, the options that go before a command, and a section for each
        command in the order in which the program lists them.
    """
    program: Any = typer.main.get_command(cli.app)
    commands = list(_commands(program, program.name))
    summary = [f"| [`{name}`](#{_anchor(name)}) | {_text(one.help)} |" for name, one in commands]
    sections = [describe(name, command) for name, command in commands]
    parts = [
        _HEAD,
        "\n".join(["| command | |", "| --- | --- |", *summary]),
        f"## Before the command\n\n{_table(program)}",
        *sections,
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def describe(name: str, command: Any) -> str:
    """
    Describe one command in Markdown.

    Parameters
    ----------
    name : str
        How it is called, with the name of the program.
    command : Command
        As ``typer.main.get_command`` returns it.

    Returns
    -------
    str
        A heading, what the command does, how it is called, with examples, and a table of its
        arguments and options.
    """
    arguments = [_argument(parameter) for parameter in command.params if _is_argument(parameter)]
    usage = " ".join([name, "[OPTIONS]", *arguments])
    examples = (command.epilog or "").splitlines()
    called = "\n".join(["```", usage, *examples, "```"])
    return f"## `{name}`\n\n{command.help}\n\n{called}\n\n{_table(command)}".rstrip()


def _commands(group: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield every command below a group, with the words by which it is called."""
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def _table(command: Any) -> str:
    """Return the table of the arguments and options of a command."""
    shown = [parameter for parameter in command.params if not parameter.hidden]
    if not shown:
        return ""
    hints = get_type_hints(command.callback)
    lines = ["| option | what it does | default | value |", "| --- | --- | --- | --- |"]
    for parameter in shown:
        about, default = _help_and_default(parameter)
        cells = (_names(parameter), about, default, _value(parameter, hints[parameter.name]))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _is_argument(parameter: Any) -> bool:
    """Return whether a parameter is told by its place and has no name with dashes."""
    return not parameter.opts[0].startswith("-")


def _argument(parameter: Any) -> str:
    """Return an argument as it stands in a call: in brackets if it may be left out."""
    name = parameter.metavar or parameter.name.upper()
    if parameter.nargs == -1 and not name.endswith("..."):
        name += "..."
    if parameter.required:
        return name
    return f"[{name}]"


def _names(parameter: Any) -> str:
    """Return all names of a parameter, as code."""
    if _is_argument(parameter):
        return f"`{parameter.metavar or parameter.name.upper()}`"
    return _code([*parameter.opts, *parameter.secondary_opts])


def _help_and_default(parameter: Any) -> tuple[str, str]:
    """Return what a parameter does, and what holds where it is not given."""
    in_help = _DEFAULT_IN_HELP.search(parameter.help)
    if in_help is not None:
        return _text(_DEFAULT_IN_HELP.sub("", parameter.help)), _text(in_help["default"])
    if parameter.required:
        return _text(parameter.help), "required"
    if parameter.default in (None, ""):
        return _text(parameter.help), ""
    if isinstance(parameter.default, bool):
        return _text(parameter.help), ("off", "on")[parameter.default]
    return _text(parameter.help), f"`{parameter.default}`"


def _value(parameter: Any, hint: Any) -> str:
    """Return what a parameter takes, by its type: nothing for a switch."""
    alternatives = [one for one in get_args(hint) if one is not NoneType]
    if NoneType in get_args(hint):
        (hint,) = alternatives
    if hint is bool:
        return ""
    if get_origin(hint) is list:
        (item,) = get_args(hint)
        more = "one or more" if _is_argument(parameter) else "may be repeated"
        return f"{_NAMES[item]}, {more}"
    return _NAMES[hint] + _bounds(parameter.min, parameter.max)


def _bounds(low: float | None, high: float | None) -> str:
    """Return the least and the greatest value, in words."""
    if low is not None and high is not None:
        return f", {low:g} to {high:g}"
    if low is not None:
        return f", {low:g} or more"
    if high is not None:
        return f", {high:g} or less"
    return ""


def _anchor(name: str) -> str:
    """Return the address of a section, as GitHub makes it of the heading."""
    return name.replace(" ", "-")


def _text(words: str) -> str:
    """Return words as they are, with no sign that Markdown would take for its own."""
    return _SPECIAL.sub(r"\\\1", words)


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def rewrite(path: Path = PATH) -> bool:
    """
    Bring the document up to date.

    Parameters
    ----------
    path : Path

    Returns
    -------
    bool
        Whether the file was changed. A file that is up to date is not written.
    """
    return write_if_changed(path, manual())


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rewrite()
