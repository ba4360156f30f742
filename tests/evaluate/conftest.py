"""A run of the embedded corpus with the hand labels of the sample in place of the models."""

import pytest


@pytest.fixture(scope="session")
def run(embedded_run):
    return embedded_run
