import subprocess
import sys

import pytest

LOAD = """
import sys
{before}
from analysis.core import light_nltk
light_nltk.load()
import nltk
print(sorted({{"nltk", "sklearn", "scipy.stats"}} & set(sys.modules)))
from scipy import stats
import sklearn
"""


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", ["nltk"]),
        ("import scipy.stats", ["nltk", "scipy.stats"]),
        ("import ipykernel", ["nltk", "scipy.stats", "sklearn"]),
    ],
)
def test_what_is_loaded_with_nltk(before, expected):
    code = LOAD.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (str(expected), "")
