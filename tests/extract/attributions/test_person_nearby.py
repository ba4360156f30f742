"""Whom "the Karsk senator" means right after a name."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Anna Moe wept. [The Karsk senator] promised more.", ["Anna Moe"]),
        ("They called Anna Moe after [the former ferry director] left.", ["Anna Moe"]),
        ("Peter Lind sold it. [The real estate mogul] left.", ["Peter Lind"]),
        ("Peter Lind sold it. It rained. [The tycoon] left.", ["Peter Lind"]),
        # nouns that may introduce somebody new
        ("Anna Moe wept. [The spokesman] said more.", ["spokesman"]),
        ("Anna Moe wept. [The judge] said more.", ["judge"]),
        ("Anna Moe wept. [A Karsk senator] promised more.", ["Karsk senator"]),
        ("Anna Moe wept. [Her senator] promised more.", ["Her senator"]),
        ("Anna Moe wept. [The board's candidate] promised more.", ["board's candidate"]),
        # two persons, nobody, another office, trade or sex
        ("Anna Moe met Peter Lind. [The Karsk senator] left.", ["Karsk senator"]),
        ("It rained. [The Karsk senator] left.", ["Karsk senator"]),
        ("Governor Anna Moe wept. [The Karsk senator] left.", ["Karsk senator"]),
        ("Anna Moe, a baker from Karsk, wept. [The candidate] left.", ["candidate"]),
        ("Peter Lind wept. [The actress] left.", ["actress"]),
        # named in a quotation, of somebody else, or only in the title
        ("“Anna Moe lied,” [the comedian] joked.", ["comedian"]),
        ("Anna Moe resigns\n\nIt rained. [The tycoon] left.", ["tycoon"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
