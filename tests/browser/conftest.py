"""A real browser, a report on disk and on a server, and a watch over all that a page asks for."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import small_report

from analysis.core import paths
from analysis.report import write as report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = paths.ROOT / "build" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
LOCAL = ("file:///", "data:", "blob:", "http://127.0.0.1:", "ws://127.0.0.1:")


@pytest.fixture(scope="session")
def chromium():
    """Start Chromium once. Names are looked up nowhere, so nothing can leave this machine unseen."""
    from playwright.sync_api import sync_playwright

    path = next(
        filter(None, map(shutil.which, (os.environ.get("CHROMIUM") or NAMES[0], *NAMES))), None
    )
    assert path, "no Chromium here: run make test-browser, which says what is missing"
    flags = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    flags += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


class Watch:
    """All that pages asked for and complained about."""

    def __init__(self):
        self.requests, self.complaints = [], []

    def over(self, page):
        """Watch one page."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        # a reader who goes on before a picture has come aborts it: that is no fault of the page
        page.on(
            "requestfailed",
            lambda request: (
                self.complaints.append(f"{page.url}: {request.url} {request.failure}")
                if request.failure != "net::ERR_ABORTED"
                else None
            ),
        )
        page.on(
            "console",
            lambda said: (
                self.complaints.append(f"{page.url}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        return page


@pytest.fixture
def watch():
    """Fail a test whose pages reached out or complained."""
    seen = Watch()
    yield seen
    assert [url for url in seen.requests if not url.startswith(LOCAL)] == []
    assert seen.complaints == []


@pytest.fixture
def open_page(chromium, watch):
    """Open pages as a reader would: ``open_page(address, width=390, scheme="dark")``."""
    with contextlib.ExitStack() as contexts:

        def opened(address, width=1280, scheme="light", **options):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, **options
            )
            contexts.callback(context.close)
            page = watch.over(context.new_page())
            page.goto(address)
            if options.get("java_script_enabled", True) and page.locator("#article").count():
                page.locator(".extracted").wait_for()
            return page

        yield opened


@contextlib.contextmanager
def serve(folder):
    """Serve a folder on a free port of this machine."""
    handler = functools.partial(_Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """Give the folder of the small report."""
    folder = tmp_path_factory.mktemp("small") / "run"
    report.write_report(folder, small_report.build(folder))
    return folder


@pytest.fixture(scope="session", params=["disk", "server"])
def site(request, small):
    """Give the address of the small report, from disk and from a server."""
    if request.param == "disk":
        yield small.as_uri()
    else:
        with serve(small) as address:
            yield address


@pytest.fixture(scope="session")
def embedded():
    """Make the report of the embedded corpus as a user would, or take the one named by PARALLAX_REPORT."""
    named = os.environ.get("PARALLAX_REPORT")
    folder = Path(named) if named else paths.REPORTS / "embedded"
    if not named:
        command = [sys.executable, "-m", "analysis", "report", "embedded"]
        done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


@pytest.fixture(scope="session")
def faults_of():
    """Give what axe-core finds on a page that is serious or critical."""
    assert AXE.is_file(), "no axe-core here: run make test-browser, which installs it"
    script = AXE.read_text(encoding="utf8")

    def faults(page):
        page.evaluate(
            script
        )  # by the debugger, since the page's policy refuses scripts from elsewhere
        found = page.evaluate("async () => (await axe.run({preload: false})).violations")
        return [
            (v["id"], v["impact"], [n["html"][:160] for n in v["nodes"][:3]])
            for v in found
            if v["impact"] in ("serious", "critical")
        ]

    return faults
