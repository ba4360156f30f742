"""Notebooks in JupyterLab, run from the menu in Chromium, as a researcher would."""

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

MINUTE = 60_000  # milliseconds
LOCAL = ("http://127.0.0.1:", "data:", "blob:")


@pytest.fixture(scope="module")
def lab(tmp_path_factory, small):
    """Start JupyterLab on a copy of the notebooks; return their folder and the address of each."""
    folder = tmp_path_factory.mktemp("lab")
    notebooks = folder / "notebooks"
    shutil.copytree(paths.NOTEBOOKS, notebooks)
    shutil.copy(small / "notebooks" / "02_figures.ipynb", notebooks / "hostile.ipynb")
    token = secrets.token_hex(16)
    port = _free_port()
    home = f"http://127.0.0.1:{port}"
    log = folder / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            _command(notebooks, port, token),
            cwd=paths.ROOT,
            env={**os.environ, **_own_folders(folder)},
            stdout=output,
            stderr=output,
        )
        try:
            _wait_for_server(f"{home}/api/status?token={token}", process, log)
            yield SimpleNamespace(
                folder=notebooks,
                address_of=lambda name: f"{home}/lab/tree/{name}?token={token}&reset",
            )
        finally:
            process.terminate()
            process.wait(30)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _own_folders(folder):
    """Return environment variables that keep the user's own settings out of the test."""
    names = ("CONFIG", "DATA", "RUNTIME")
    return {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in names}


def _command(notebooks, port, token):
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--allow-root",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={notebooks}",
        "--ServerApp.port_retries=0",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def _wait_for_server(address, process, log):
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
    """Open a page, and fail the test if it requests anything from elsewhere."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(2 * MINUTE)
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    yield page
    context.close()
    assert [url for url in requested if not url.startswith(LOCAL)] == []


def run_all(lab, page, name):
    """Open a notebook and run all its cells from the menu."""
    page.goto(lab.address_of(name))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    status = ".jp-Notebook-ExecutionIndicator[data-status={}]"
    # wait until the kernel has started: before that, a click would open a dialogue
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(status.format("busy")).wait_for(state="attached")
    page.locator(status.format("idle")).wait_for(state="attached", timeout=8 * MINUTE)


def test_notebook_02_runs_from_the_menu_and_shows_its_chart(lab, page):
    run_all(lab, page, "02_figures.ipynb")
    chart = _scroll_to(page, ".jp-OutputArea-output img")
    assert chart.evaluate("image => image.naturalWidth") > 400
    for output in outputs_of(_saved_cells(page, lab.folder / "02_figures.ipynb")):
        assert output.output_type != "error", output.evalue
        if "image/png" in output.get("data", {}):
            assert len(output.metadata["image/png"]["alt"]) > 20


def outputs_of(cells):
    for cell in cells:
        yield from cell.get("outputs", ())


def test_an_outlet_chosen_in_notebook_08_is_drawn_at_once(lab, page):
    run_all(lab, page, "08_outlets.ipynb")
    menu = _scroll_to(page, ".widget-dropdown select")
    output = page.locator(".jp-OutputArea-output", has=page.locator(".widget-dropdown"))
    picture = output.locator("img").last
    before = picture.get_attribute("src")
    chosen = menu.evaluate("menu => menu.selectedIndex")
    other = 1 if chosen == 0 else 0
    menu.select_option(index=other)  # not by its text, which the page may shorten
    for _ in range(100):
        page.wait_for_timeout(200)
        if picture.count() and picture.get_attribute("src") != before:
            return
    raise AssertionError("the picture did not change when another outlet was chosen")


def _saved_cells(page, path):
    """
    Save until the file has the output of every cell, and return its cells.

    On a slow computer the last outputs arrive late.
    """
    for _ in range(240):
        page.keyboard.press("Control+s")
        page.wait_for_timeout(1000)
        cells = nbformat.read(path, 4).cells
        if all(cell.execution_count for cell in cells if cell.cell_type == "code"):
            return cells
    raise AssertionError("not every cell was run and saved")


def _scroll_to(page, selector):
    """Scroll to an element: JupyterLab draws only the cells that are in view."""
    page.locator(".jp-WindowedPanel-outer").first.hover()
    page.mouse.wheel(0, -1_000_000)
    for _ in range(200):
        found = page.locator(selector)
        if found.count():
            found.first.scroll_into_view_if_needed()
            return found.first
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(150)
    raise AssertionError(f"no element {selector}")


def test_hostile_text_does_nothing_in_jupyterlab(lab, page):
    page.goto(lab.address_of("hostile.ipynb"))
    page.locator(".jp-OutputArea-output .px-evidence").first.wait_for(state="attached")
    page.wait_for_timeout(3000)  # long enough for MathJax, if it had found anything
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator(".jp-OutputArea-output table").count() > 0
    formulas = ".jp-OutputArea-output mjx-container, .jp-OutputArea-output .MathJax"
    assert page.locator(formulas).count() == 0
    assert "[31mRed" in page.locator(".px-evidence").first.inner_text()


def test_the_hostile_notebook_has_the_hostile_text(small):
    cells = nbformat.read(small / "notebooks" / "02_figures.ipynb", 4).cells
    texts = [output.data.get("text/plain", "") for output in outputs_of(cells)]
    assert any(small_report.HOSTILE in text for text in texts)
