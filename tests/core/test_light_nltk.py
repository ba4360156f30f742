import subprocess
import sys

LOAD = """
import sys
from analysis.core import light_nltk

sys.modules["ipykernel"] = sys  # as in a notebook
light_nltk.load()
print("nltk" in sys.modules)
del sys.modules["ipykernel"]
light_nltk.load()
print(sorted({"nltk", "sklearn", "scipy.stats"} & set(sys.modules)))
import scipy.stats
"""


def test_nltk_is_loaded_without_large_packages_unless_in_a_notebook():
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("False\n['nltk']\n", "")
