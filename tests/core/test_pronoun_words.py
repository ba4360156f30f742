"""Which words are pronouns, and which look like them."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # names in capitals that look like pronouns
    ("[WHO] warned. [US] agreed.", ["WHO", "US"]),
    ("[We] want peace. [I] do too.", [None, None]),
    ("[One] spoke. [you] left. [This] is it.", [None, None, None]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
