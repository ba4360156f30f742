"""Names that may be those of bodies or of persons."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # a firm is no person, whatever its name looks like
    (
        "[Ada Quist] wept. [Santa Maria Lines] denied it. [It] said no.",
        ["Ada Quist", "Santa Maria Lines", "Santa Maria Lines"],
    ),
    (
        "[The strikers] want more. [Velmar] condemned it. [It] claimed few took part.",
        ["strikers", "Velmar", "Velmar"],
    ),
    (
        "[The strikers] want more. [Mr Roth] left. [It] claimed few took part.",
        ["strikers", "Mr Roth", "strikers"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
