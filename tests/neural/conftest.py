"""The models as they are, which other tests ask each question only once."""

import pytest

from analysis.neural.question_model import QuestionModel


@pytest.fixture(autouse=True)
def _asked_each_time(monkeypatch):
    # what the wrapper of tests/conftest.py wraps
    asked_each_time = QuestionModel.probabilities.__wrapped__
    monkeypatch.setattr(QuestionModel, "probabilities", asked_each_time)
