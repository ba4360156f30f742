"""
Files of the tools and services that collect news, each recognised by its own column names.

One module holds tools of one kind, one ``Tool`` a tool: its signs, and which of its columns is
which of ours. ``registry`` lists them; ``read`` turns a file's rows into ours. To add a tool,
follow the steps at the head of ``registry``.
"""

from analysis.load.tools.read import as_tool, lay_out, recognise
from analysis.load.tools.registry import TOOLS
from analysis.load.tools.tool import Tool

__all__ = ["TOOLS", "Tool", "as_tool", "lay_out", "recognise"]
