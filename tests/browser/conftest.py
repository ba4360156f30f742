"""A real browser, a report on disk and on a server, and a record of what its pages request."""

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
from analysis.report.write import write_report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = paths.ROOT / "build" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
LOCAL = ("file:///", "data:", "blob:", "http://127.0.0.1:", "ws://127.0.0.1:")
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="session")
def chromium():
    """Start Chromium once, without name resolution, so that nothing can be loaded unnoticed."""
    from playwright.sync_api import sync_playwright

    path = _find_chromium()
    assert path, "Chromium was not found. Run make test-browser, which says what is missing."
    flags = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


def _find_chromium():
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if name and shutil.which(name):
            return shutil.which(name)
    return None


class PageRecord:
    """Everything that pages requested, and all their errors and warnings."""

    def __init__(self):
        self.requests = []
        self.complaints = []

    def watch(self, page):
        """Record what one page does."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self._add(page, error))
        page.on("requestfailed", lambda request: self._failed(page, request))
        page.on("console", lambda message: self._said(page, message))
        return page

    def _add(self, page, complaint):
        self.complaints.append(f"{page.url}: {complaint}")

    def _failed(self, page, request):
        # Leaving a page before a picture has loaded aborts the request; that is no fault.
        if request.failure != "net::ERR_ABORTED":
            self._add(page, f"{request.url} {request.failure}")

    def _said(self, page, message):
        if message.type in ("error", "warning"):
            self._add(page, message.text)


@pytest.fixture
def record():
    """Fail a test whose pages requested anything from elsewhere, or had an error or warning."""
    pages = PageRecord()
    yield pages
    assert [url for url in pages.requests if not url.startswith(LOCAL)] == []
    assert pages.complaints == []


@pytest.fixture
def open_page(chromium, record):
    """Return a function that opens a page: ``open_page(address, width=390, scheme="dark")``."""
    with contextlib.ExitStack() as contexts:

        def opened(address, width=1280, scheme="light", **options):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, **options
            )
            contexts.callback(context.close)
            page = record.watch(context.new_page())
            page.goto(address)
            if options.get("java_script_enabled", True) and page.locator("#article").count():
                page.locator(".extracted").wait_for()
            return page

        yield opened


@contextlib.contextmanager
def serve(folder):
    """Serve a folder on a free local port."""
    handler = functools.partial(_QuietHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Do not log."""


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """Return the folder of the small report."""
    folder = tmp_path_factory.mktemp("small") / "run"
    write_report(folder, small_report.build(folder))
    return folder


@pytest.fixture(scope="session", params=["disk", "server"])
def site(request, small):
    """Return the address of the small report, on disk and on a server."""
    if request.param == "disk":
        yield small.as_uri()
    else:
        with serve(small) as address:
            yield address


@pytest.fixture(scope="session")
def embedded():
    """Return the folder of the embedded corpus's report: PARALLAX_REPORT, or one made now."""
    if os.environ.get("PARALLAX_REPORT"):
        return Path(os.environ["PARALLAX_REPORT"])
    command = [sys.executable, "-m", "analysis", "report", "embedded"]
    done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return paths.REPORTS / "embedded"


@pytest.fixture(scope="session")
def violations_of():
    """Return a function that lists the serious violations that axe-core finds on a page."""
    assert AXE.is_file(), "axe-core was not found. Run make test-browser, which installs it."
    script = AXE.read_text(encoding="utf8")

    def violations(page):
        # through the debugger, since the page's policy refuses scripts from elsewhere
        page.evaluate(script)
        found = page.evaluate("async () => (await axe.run({preload: false})).violations")
        serious = []
        for violation in found:
            if violation["impact"] in SERIOUS:
                examples = [node["html"][:160] for node in violation["nodes"][:3]]
                serious.append((violation["id"], violation["impact"], examples))
        return serious

    return violations
