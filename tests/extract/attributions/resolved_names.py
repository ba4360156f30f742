"""Resolve the sources of sentences in which they are marked by hand: "[Ada Quist] spoke"."""

import re

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.marked_text import unmark


def names_of(marked):
    """Return the names of the marked sources of one sentence of any length."""
    return [source.name for source in resolve_names(*unmark(marked))]


def last_name(marked):
    """Return the name of the last marked source; sentences begin after ". "."""
    text, spans = unmark(marked)
    starts = [0, *(match.end() for match in re.finditer(r"[.] ", text))]
    return resolve_names(text, spans, 0, starts)[-1].name


def names_by_sentence(marked):
    """Return all names; sentences begin after ". ", and a title ends before an empty line."""
    text, spans = unmark(marked)
    title_end = text.find("\n\n") + 2 if "\n\n" in text else 0
    breaks = (match.end() for match in re.finditer(r"[.?!]”? |\n\n", text))
    return [source.name for source in resolve_names(text, spans, title_end, [0, *breaks])]
