"""Errors are also of a built-in kind, and messages name what is allowed."""

import pytest

from analysis.core import errors
from analysis.core.errors import unknown_value_message


@pytest.mark.parametrize(
    ("error", "built_in"),
    [
        (errors.InputError, ValueError),
        (errors.ParameterError, ValueError),
        (errors.LexiconError, ValueError),
        (errors.MissingResourceError, LookupError),
        (errors.TableError, ValueError),
        (errors.RunError, RuntimeError),
        (errors.StoppedError, Exception),
    ],
)
def test_errors_inherit_from_the_built_in_kind(error, built_in):
    assert issubclass(error, errors.ParallaxError)
    assert issubclass(error, built_in)


@pytest.mark.parametrize(
    ("value", "allowed", "hint", "message"),
    [
        (
            "reuter",
            ["reuters", "sana"],
            "",
            "No outlet 'reuter'; did you mean 'reuters'? Available: reuters, sana.",
        ),
        ("x", ["reuters"], "", "No outlet 'x'. Available: reuters."),
        ("x", [], "See the codebook.", "No outlet 'x'. Available: none. See the codebook."),
        (7, [1, 2], "", "No outlet '7'. Available: 1, 2."),
        ("x", "abcdefghijkl", "", "No outlet 'x'. Available: a, b, c, d, e, f, g, h, i, j, k, l."),
        (
            "x",
            "abcdefghijklm",
            "",
            "No outlet 'x'. Available: a, b, c, d, e, f, g, h, i, j, k, l and 1 more.",
        ),
        (
            "x",
            "abcdefghijklmn",
            "",
            "No outlet 'x'. Available: a, b, c, d, e, f, g, h, i, j, k, l and 2 more.",
        ),
    ],
)
def test_message_for_an_unknown_value(value, allowed, hint, message):
    assert unknown_value_message("outlet", value, iter(allowed), hint) == message
