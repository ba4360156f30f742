"""
The tools whose files are read, in the order in which they are tried.

To add a tool:

1. Declare a ``Tool`` in the module of its kind: the columns that only its files have, and which of
   them is which of ours.
2. Add it to ``TOOLS`` below, before any that recognises its files too.
3. Add a builder of such a file to ``tests/load/tools/files.py``, with made-up articles.
   ``test_registry.py`` then reads what the builder makes.
4. Add a paragraph to ``docs/bring-your-own.md``.
"""

from collections.abc import Collection

from analysis.load.tools import channels, extractors, libraries, services
from analysis.load.tools.tool import Tool

__all__ = ["TOOLS", "find_tools"]

TOOLS: tuple[Tool, ...] = (
    channels.TELEGRAM,
    channels.AUTO_ARCHIVER,
    extractors.NEWS_PLEASE,
    extractors.TRAFILATURA,
    extractors.TRAFILATURA_BARE,
    extractors.FUNDUS,
    extractors.NEWSPAPER,
    extractors.MINET,
    services.GUARDIAN,
    services.EVENT_REGISTRY,
    services.NEWSCATCHER,
    services.NEWSAPI,
    services.GDELT_DOC,
    services.MEDIA_CLOUD,
    libraries.LEXISNEXISTOOLS_PARAGRAPHS,
    libraries.LEXISNEXISTOOLS,
    libraries.PROQUEST_SHEET,
    libraries.ZOTERO_CSV,
    libraries.CSL_JSON,
    libraries.AMCAT,
    libraries.NEWSPAPERS_R,
    extractors.GDELTNEWS,
)


def find_tools(columns: Collection[str]) -> list[Tool]:
    """
    Return the tools that may have written a file.

    Parameters
    ----------
    columns : collection of str
        The file's own column names.

    Returns
    -------
    list of Tool
        The likeliest first.
    """
    return [tool for tool in TOOLS if tool.recognises(columns)]
