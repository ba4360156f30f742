"""The kind of a file, and what is looked at in it."""

import random

import pytest

from analysis.core.errors import InputError
from analysis.load.documents.registry import DOCUMENTS
from analysis.load.providers import Page, find_provider, read_export, validate_single
from tests.load.providers.exports import BUILDERS

KINDS = {"txt": "text"}
N_DAMAGED = 30
OF_MAIL = ("mbox", "eml")  # a message does not say how long it is


@pytest.mark.parametrize("name", BUILDERS)
def test_the_kind_is_found_in_the_bytes(name):
    build, extension = BUILDERS[name]
    assert Page(build(), f"x.{extension}").kind == KINDS.get(extension, extension)


def test_rtf_under_another_extension_is_rtf():
    assert Page(BUILDERS["nexis_rtf"][0](), "x.doc").kind == "rtf"


def test_a_row_of_a_table_in_rtf_is_several_lines():
    data = rb"{\rtf1\ansi HD\cell Bridge\cell\row \pard A | B\par}"
    assert [line for line in Page(data, "x.rtf").lines if line] == ["HD", "Bridge", "A | B"]


def test_pictures_in_rtf_are_left_out():
    picture = rb"{\*\shppict{\pict\pngblip 89504e47}}"
    assert "".join(Page(rb"{\rtf1 " + picture + rb"text\par}", "x.rtf").lines) == "text"


def damaged(data, random_state):
    """Return bytes cut off, changed, or put in twice at random."""
    start, end = sorted(random_state.randrange(len(data)) for _ in range(2))
    changed = bytearray(data)
    for _ in range(20):
        changed[random_state.randrange(len(data))] = random_state.randrange(256)
    return random_state.choice(
        [data[:end], data[:start] + data[end:], data[:end] + data[start:], bytes(changed)]
    )


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", BUILDERS)
def test_damaged_files_are_read_or_refused(name):
    build, extension = BUILDERS[name]
    data = build()
    random_state = random.Random(7)
    outcomes = [outcome(damaged(data, random_state), extension) for _ in range(N_DAMAGED)]
    least = N_DAMAGED // 5 if name not in OF_MAIL else 0
    assert outcomes.count("refused") >= least


def outcome(data, extension):
    """Return what becomes of a file; no other error than that of bad input is caught."""
    page = Page(data, f"x.{extension}")
    try:
        provider = find_provider(page)
        if provider is None:
            DOCUMENTS[f".{extension}"](page.data, page.name)
            validate_single(page)
        else:
            read_export(page, provider)
    except InputError:
        return "refused"
    return "read"
