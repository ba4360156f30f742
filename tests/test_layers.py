"""Data flows one way: no stage imports another, no import is circular, importing is cheap."""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest
from module_graph import MODULES, folder_of, imports

from analysis.core.paths import CODE

STAGES = ("load", "annotate", "extract", "measure", "compare", "chart")
GROUND = {"core": {"core"}, "neural": {"core", "neural"}}
ALLOWED = GROUND | {stage: {"core", "neural", stage} for stage in STAGES}
ALLOWED |= {"fetch": {"core", "fetch", ""}}  # and the version of the package
HEAVY = {"pandas", "nltk", "matplotlib", "onnxruntime", "torch", "papermill"}


def wrong_imports(is_wrong):
    return [
        (module, imported)
        for module in MODULES
        for imported in imports(module, for_types=True)
        if is_wrong(folder_of(module), folder_of(imported))
    ]


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_stage_imports_only_the_ground_and_itself(folder):
    assert (CODE / folder).is_dir()
    wrong = wrong_imports(
        lambda importing, imported: importing == folder and imported not in ALLOWED[folder]
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("folder", "may_import"),
    [
        ("train", {"train"}),
        ("commands", {"commands", ""}),
        ("report", {"report", "commands"}),
        ("notebook", {"notebook"}),
    ],
)
def test_what_is_at_the_end_is_imported_only_by_what_follows(folder, may_import):
    wrong = wrong_imports(
        lambda importing, imported: imported == folder and importing not in may_import
    )
    assert wrong == []


def test_no_import_is_circular():
    graph = {module: imports(module) - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_only_the_command_line_lies_flat():
    assert {path.name for path in CODE.glob("*.py")} == {"__init__.py", "__main__.py", "cli.py"}


@pytest.mark.parametrize(
    "modules",
    [
        "analysis, analysis.core.paths, analysis.cli",
        "analysis.run.execution, analysis.run.manifest, analysis.run.cache_keys",
        "analysis.commands.extract, analysis.commands.report, analysis.commands.batch",
        "analysis.commands.accuracy, analysis.commands.sample_for_coding",
        "analysis.commands.compare_coders, analysis.commands.adjudicate",
        "analysis.commands.notebooks, analysis.commands.fetch",
    ],
)
def test_importing_what_a_command_needs_first_loads_nothing_heavy(modules):
    code = f"import sys, {modules}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()


NETWORK = {"socket", "ssl", "http", "ftplib", "urllib3", "requests", "httpx", "aiohttp"}
NETWORK |= {"smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver", "websockets"}
NETWORK_NAMES = {"urllib.request", "asyncio.open_connection", "warcio.capture_http"}
OPENERS = {"urlopen", "urlretrieve", "fetch_url", "fetch_response", "create_connection"}
_ANY = NETWORK | OPENERS | {name.partition(".")[0] for name in NETWORK_NAMES} | {"pooch"}
MAY_OPEN = re.compile(rf"\b(?:{'|'.join(sorted(_ANY))})\b")


def network_use(source):
    """Return what some code imports or names in order to open a connection."""
    used = set()
    if not MAY_OPEN.search(source):  # most modules: a tree of each took a second
        return used
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{a.name}" for a in node.names)]
        elif isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            used |= {name} & OPENERS
        used |= {name for name in names if name in NETWORK_NAMES}
        used |= {name for name in names if name.partition(".")[0] in NETWORK | {"pooch"}}
    return used


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("import urllib.request", {"urllib.request"}),
        ("from urllib import request", {"urllib.request"}),
        ("from urllib.parse import quote", set()),
        ("from http.client import HTTPSConnection", {"http.client", "http.client.HTTPSConnection"}),
        ("trafilatura.fetch_url(url)", {"fetch_url"}),
        ("def f():\n    import socket", {"socket"}),
    ],
)
def test_what_opens_a_connection_is_recognised(source, used):
    assert network_use(source) == used


def test_only_fetch_opens_connections_and_one_corpus_is_downloaded_when_asked_for():
    found = {}
    for module, path in MODULES.items():
        used = network_use(path.read_text(encoding="utf8"))
        if used and folder_of(module) not in ("fetch", "train"):
            found[module] = used
    # pooch gets FA-KES, checked by its hash, when the user names that corpus
    # and notebooks are started through pairs of sockets that have no address
    local = ("loaded_process", "warm_start")
    assert found == {
        "analysis.load.corpora": {"pooch"},
        **{f"analysis.notebook_runs.{name}": {"socket"} for name in local},
    }
    for name in local:
        source = MODULES[f"analysis.notebook_runs.{name}"].read_text(encoding="utf8")
        assert not re.search(r"AF_INET|\b(connect|bind|listen|create_connection)\(", source)
    using = {m for m in MODULES if folder_of(m) == "fetch" and network_use(MODULES[m].read_text())}
    assert using == {"analysis.fetch.http_client"}


def test_only_its_command_imports_fetch():
    wrong = wrong_imports(
        lambda importing, imported: imported == "fetch" and importing not in ("fetch", "commands")
    )
    assert wrong == []
    importing = {m for m in MODULES if any(folder_of(i) == "fetch" for i in imports(m))}
    assert {m for m in importing if folder_of(m) == "commands"} == {"analysis.commands.fetch"}
