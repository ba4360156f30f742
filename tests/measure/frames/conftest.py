"""Lexicon files in a temporary folder."""

import pytest

from tests.measure.frames.frame_articles import OWN


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a lexicon file."""

    def write_lexicon(text, name="own.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf8")
        return path

    return write_lexicon


@pytest.fixture
def own(write):
    """Return the path of the small lexicon."""
    return write(OWN)
