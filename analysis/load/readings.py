"""
Say how a file will be read before it is: which tool wrote it, and which column is which of ours.

In: the path of a file, and what the user said of its columns. Out: the readings that are possible,
the likeliest first. Only the beginning of a file of lines is looked at, and no article is read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.core.errors import InputError
from analysis.load.columns import ALIASES, candidates, choose_columns
from analysis.load.corpora import SOURCES
from analysis.load.formats import FORMATS, STREAMED, suffix_of
from analysis.load.input_files import read_bytes
from analysis.load.tools import lay_out
from analysis.load.tools.paths import leads_into
from analysis.load.tools.read import BY_NAME, lay_out_by_address
from analysis.load.tools.registry import find_tools

__all__ = ["Reading", "readings_of"]

_HEAD = 4_000_000  # bytes of a file of lines that show its columns
_LINES = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson")
_LABEL = "columns by their names"
_ASKED = ("outlet", "published", "text")
"""Our columns for which another choice would change every result."""


class Reading(NamedTuple):
    """
    A way in which a file can be read.

    Parameters
    ----------
    label : str
        Whose file it is, in words.
    mapping : dict of str to str
        Our column names to what is read for them.
    columns : dict of str to str
        What ``columns`` of ``analysis.load.read`` must be to have it read so.
    """

    label: str
    mapping: dict[str, str]
    columns: dict[str, str]

    def describe(self) -> str:
        """
        Return the reading in one line.

        Examples
        --------
        >>> Reading("fundus", {"text": "body"}, {}).describe()
        'fundus: text=body'
        """
        fields = ", ".join(f"{ours}={theirs}" for ours, theirs in self.mapping.items())
        return f"{self.label}: {fields}"


def readings_of(source: str | Path, columns: Mapping[str, str] | None = None) -> list[Reading]:
    """
    Return the ways in which a file can be read, the one that is taken first.

    Parameters
    ----------
    source : str or Path
        As for ``analysis.load.read``.
    columns : mapping, optional
        Our column names to the file's, as the user gave them; these are in every reading.

    Returns
    -------
    list of Reading
        Empty for known corpora, documents, web archives and folders, which are read in one way.

    Raises
    ------
    InputError
        If the file cannot be read in any way.
    """
    path = Path(source).expanduser()
    suffix = suffix_of(path)
    if str(source) in SOURCES or suffix not in FORMATS or "warc" in suffix or suffix == ".wacz":
        return []
    if not path.is_file():
        return []
    given = dict(columns or {})
    found = _columns_of(path, suffix)
    readings: list[Reading] = []
    wanted = given.get("provider")
    tools = [tool for tool in find_tools(found) if wanted in (None, tool.name)]
    for tool in tools:
        try:
            layout = lay_out(tool, found, path.name, given)
        except InputError:
            if readings:  # which is read in its place
                continue
            raise
        readings.append(Reading(tool.label, layout.shown(), given | {"provider": tool.name}))
    if not tools or (wanted is None and all(tool.is_common for tool in tools)):
        readings += _by_name(found, path.name, given, required=not tools)
    return readings


def _by_name(
    found: tuple[str, ...],
    name: str,
    given: Mapping[str, str],
    *,
    required: bool,
) -> list[Reading]:
    """Return the readings by the names of columns: the best, then each with another column."""
    base = {"provider": BY_NAME}
    own = {ours: theirs for ours, theirs in given.items() if ours != "provider"}
    if all(theirs in found for theirs in own.values()):
        layout = lay_out_by_address(found, name, own)
        if layout is not None:
            return [Reading(_LABEL, layout.shown(), base | own)]
    is_path = {
        ours: leads_into(found, theirs) and theirs not in found for ours, theirs in own.items()
    }
    as_columns = {ours: theirs for ours, theirs in own.items() if not is_path[ours]}
    needed = [ours for ours in ("outlet", "text") if not is_path.get(ours)]
    try:
        mapping, _ = choose_columns(found, name, as_columns, needed)
    except InputError:
        if required:
            raise
        return []
    mapping = {ours: (mapping | own)[ours] for ours in ALIASES if ours in mapping | own}
    readings = [Reading(_LABEL, mapping, base | own)]
    taken = set(mapping.values())
    for ours in _ASKED:
        if ours in own:
            continue
        for other in candidates(found, ours):
            if other not in taken:
                readings.append(
                    Reading(
                        f"{_LABEL}, but {ours} from {other!r}",
                        mapping | {ours: other},
                        base | own | {ours: other},
                    )
                )
    return readings


def _columns_of(path: Path, suffix: str) -> tuple[str, ...]:
    """Return the columns of a file, of one of lines by its beginning."""
    if suffix in _LINES:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            is_whole = not file.read(1)
        if not is_whole:
            head = head[: head.rfind(b"\n") + 1]
        if head:
            try:
                return FORMATS[suffix](head, path.name).columns
            except InputError:
                if is_whole:
                    raise
    if suffix in STREAMED:
        return STREAMED[suffix](path, [path], [(path.name, "")], 1).columns
    return FORMATS[suffix](read_bytes(path), path.name).columns
