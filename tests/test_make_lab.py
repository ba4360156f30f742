"""``make lab`` as root says what to type instead."""

import os
import shutil
import subprocess

import pytest

from analysis.core.paths import ROOT


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(
    ("user", "arguments", "status", "printed"),
    [
        ("0", "", 2, 'type: make lab ARGS="--allow-root'),
        ("0", "--allow-root --port 1", 0, "lab notebooks --allow-root --port 1"),
        ("1000", "", 0, "lab notebooks"),
    ],
)
def test_root_is_told_what_to_type(user, arguments, status, printed, tmp_path):
    for name, script in {"id": f"echo {user}", "jupyter": 'echo "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "ready").touch()
    os.utime(tmp_path / "ready", (4e9, 4e9))  # newer than all that it depends on
    command = ["make", "lab", f"BIN={tmp_path}", f"READY={tmp_path}/ready", f"ARGS={arguments}"]
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    assert printed in done.stdout
    assert ("lab notebooks" in done.stdout) is (status == 0)
