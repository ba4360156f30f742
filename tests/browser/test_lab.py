"""Run a notebook in JupyterLab by its menu, in Chromium, as a researcher would."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from types import SimpleNamespace

import nbformat
import pytest
import small_report

from analysis.core import paths

pytestmark = pytest.mark.browser

MINUTE = 60_000  # of playwright


@pytest.fixture(scope="module")
def lab(tmp_path_factory, small):
    """Start JupyterLab on a copy of the notebooks; give their folder and the address of each."""
    folder, token = tmp_path_factory.mktemp("lab"), secrets.token_hex(16)
    shutil.copytree(paths.NOTEBOOKS, folder / "notebooks")
    shutil.copy(small / "notebooks" / "02_figures.ipynb", folder / "notebooks" / "hostile.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}"
    homes = {
        f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--allow-root",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder / 'notebooks'}",
        "--ServerApp.port_retries=0",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=paths.ROOT, env={**os.environ, **homes}, stdout=log, stderr=log
        )
        try:
            _wait(f"{home}/api/status?token={token}", process, folder / "log")
            yield SimpleNamespace(
                folder=folder / "notebooks",
                at=lambda name: f"{home}/lab/tree/{name}?token={token}&reset",
            )
        finally:
            process.terminate()
            process.wait(30)


def _wait(address, process, log):
    for _ in range(120):
        assert process.poll() is None, log.read_text()[-2000:]
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(1)
    raise AssertionError(f"JupyterLab did not answer in two minutes: {log.read_text()[-2000:]}")


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(2 * MINUTE)
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()
    assert [
        u for u in page.asked if not u.startswith(("http://127.0.0.1:", "data:", "blob:"))
    ] == []


def run_all(lab, page, name):
    """Open a notebook and run all of it by the menu."""
    page.goto(lab.at(name))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    status = ".jp-Notebook-ExecutionIndicator[data-status={}]"
    page.get_by_text(
        "| Idle"
    ).wait_for()  # the kernel has started; before that a click would ask which one
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(status.format("busy")).wait_for(state="attached")
    page.locator(status.format("idle")).wait_for(state="attached", timeout=8 * MINUTE)


def test_notebook_02_runs_by_the_menu_and_shows_its_chart(lab, page):
    run_all(lab, page, "02_figures.ipynb")
    chart = _scroll_to(page, ".jp-OutputArea-output img")
    assert chart.evaluate("i => i.naturalWidth") > 400
    cells = _saved(page, lab.folder / "02_figures.ipynb")
    outputs = [o for cell in cells for o in cell.get("outputs", ())]
    assert [o.evalue for o in outputs if o.output_type == "error"] == []
    assert all(
        len(o.metadata["image/png"]["alt"]) > 20
        for o in outputs
        if "image/png" in o.get("data", {})
    )


def test_an_outlet_that_is_picked_in_notebook_08_is_drawn_at_once(lab, page):
    run_all(lab, page, "08_outlets.ipynb")
    menu = _scroll_to(page, ".widget-dropdown select")
    picture = (
        page.locator(".jp-OutputArea-output", has=page.locator(".widget-dropdown"))
        .locator("img")
        .last
    )
    before = picture.get_attribute("src")
    chosen = menu.evaluate("m => m.selectedIndex")
    menu.select_option(
        index=1 if chosen == 0 else 0
    )  # not by its words, which the page may shorten
    for _ in range(100):
        page.wait_for_timeout(200)
        if picture.count() and picture.get_attribute("src") != before:
            return
    raise AssertionError("another outlet was picked, and the picture stayed as it was")


def _saved(page, path):
    """Save until the file holds what every cell gave, and give its cells: on a slow machine the last ones come late."""
    for _ in range(240):
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1000)
        cells = nbformat.read(path, 4).cells
        if all(cell.execution_count for cell in cells if cell.cell_type == "code"):
            return cells
    raise AssertionError("not every cell was run and saved")


def _scroll_to(page, selector):
    """Turn the wheel until it comes: JupyterLab draws only the cells that are in sight."""
    page.locator(".jp-WindowedPanel-outer").first.hover()
    page.mouse.wheel(0, -1_000_000)
    for _ in range(200):
        found = page.locator(selector)
        if found.count():
            found.first.scroll_into_view_if_needed()
            return found.first
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(150)
    raise AssertionError(f"nothing shown at {selector}")


def test_hostile_text_does_nothing_in_jupyterlab(lab, page):
    page.goto(lab.at("hostile.ipynb"))
    page.locator(".jp-OutputArea-output .px-evidence").first.wait_for(state="attached")
    page.wait_for_timeout(3000)  # long enough for MathJax, had it found anything
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator(".jp-OutputArea-output table").count() > 0
    assert (
        page.locator(".jp-OutputArea-output mjx-container, .jp-OutputArea-output .MathJax").count()
        == 0
    )
    assert "[31mRed" in page.locator(".px-evidence").first.inner_text()


def test_the_hostile_notebook_is_what_it_seems(small):
    cells = nbformat.read(small / "notebooks" / "02_figures.ipynb", 4).cells
    assert any(
        small_report.HOSTILE in o.data.get("text/plain", "")
        for c in cells
        for o in c.get("outputs", ())
    )
