"""The package says where everything is, and can be run."""

import re
import subprocess
import sys

import analysis
from analysis.core.paths import CODE


def test_the_docstring_names_every_folder():
    named = re.findall(r"^(\w+)\n    [A-Z]", analysis.__doc__, re.M)
    assert sorted(named) == sorted(path.parent.name for path in CODE.glob("*/__init__.py"))


def test_the_package_runs_as_a_command():
    command = [sys.executable, "-m", "analysis", "--help"]
    done = subprocess.run(command, cwd=CODE.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "report" in done.stdout
