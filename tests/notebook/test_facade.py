"""The facade of the notebooks: every name is there, and parameters are checked first."""

import subprocess
import sys

import pytest

from analysis import notebook
from analysis.core.errors import ParameterError


@pytest.mark.parametrize("name", notebook.__all__)
def test_every_name_is_there(name):
    assert getattr(notebook, name) is not None
    assert name in dir(notebook)


def test_another_name_is_refused_with_those_there_are():
    with pytest.raises(AttributeError, match="no 'quantity_matrx'; it has .*quantity_matrix"):
        _ = notebook.quantity_matrx


def test_it_imports_nothing_heavy_before_it_is_asked():
    code = "import sys; import analysis.notebook; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_wrong_value_is_refused_before_anything_is_read(monkeypatch):
    monkeypatch.setattr(notebook.pipeline, "run", lambda *_, **__: pytest.fail("read"))
    given = {"corpus": "embedded", "outlets": [], "since": "2016-31-31", "until": ""}
    with pytest.raises(ParameterError, match="2016-31-31"):
        notebook.open_corpus("01_corpus", given)
