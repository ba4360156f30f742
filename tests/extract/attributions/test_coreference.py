"""Names of sources in one article: what is printed around them."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.resolved_names import names_of

CASES = [
    # boilerplate of a page is no part of a name
    ("[CLOSE President Lind] spoke.", ["President Lind"]),
    ("[Anna Pell, 33,] said so.", ["Anna Pell"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("It [Velmar]", "Velmar"),
        ("he [the mayor]", "mayor"),
        ("They [the strikers]", "strikers"),
        ("The union [Velmar]", "union [Velmar]"),
    ],
)
def test_a_name_in_brackets_explains_a_pronoun(source, name):
    text = f"The union left. {source} said few took part."
    spans = [(0, 9), (16, 16 + len(source))]
    assert [found.name for found in resolve_names(text, spans)] == ["union", name]
