"""What the tests of commands share: the few articles that most of them read are processed once."""

import pytest


@pytest.fixture(autouse=True)
def _stages(_remembered):
    """Take equal articles through each stage once."""
