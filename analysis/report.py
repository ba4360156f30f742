"""
Write the pages of a run: an index with the findings, and a page a notebook.

In: a run's folder with executed notebooks and what they kept. Out: ``index.html`` and ``pages/``, which open from
disk and from any web server: no remote script or font, and a content-security policy that forbids them.
"""

import json
import re
import shutil
from html import escape
from pathlib import Path

from analysis import outputs, paths

__all__ = ["title_of", "write"]

TEMPLATES = paths.ROOT / "analysis" / "pages"
CONSTRUCTED = ("embedded", "sample")
_STYLE = re.compile(r"<style.*?</style>", re.DOTALL | re.IGNORECASE)


def write(folder, outcomes):
    """
    Write the index and a page for each notebook.

    Parameters
    ----------
    folder : Path
        Of the run; holds ``notebooks/``, ``outputs/`` and ``tables/manifest.json``.
    outcomes : list of Outcome

    Returns
    -------
    Path
        ``index.html``.
    """
    folder = Path(folder)
    shown = folder / "pages"
    shown.mkdir(parents=True, exist_ok=True)
    shutil.copy(TEMPLATES / "style.css", shown / "style.css")
    notebooks = [_notebook(folder, outcome) for outcome in outcomes]
    facts = {"manifest": _manifest(folder), "notebooks": notebooks, "constructed": CONSTRUCTED}
    for notebook in notebooks:
        if notebook["page"]:
            _render("notebook.html.j2", folder / notebook["page"], notebook=notebook, **facts)
    return _render("index.html.j2", folder / "index.html", **facts)


def title_of(notebook):
    """Give the question that a notebook's first line asks."""
    import nbformat

    first = nbformat.read(notebook, 4).cells[0].source.splitlines()[0]
    return first.lstrip("# ").strip()


def _notebook(folder, outcome):
    source = folder / "notebooks" / f"{outcome.notebook}.ipynb"
    there = source.is_file()
    return {
        "name": outcome.notebook,
        "outcome": outcome,
        "title": title_of(source) if there else outcome.notebook,
        "page": f"pages/{outcome.notebook}.html" if there else "",
        "body": _body(source) if there else "",
        "kept": [_relative(k, folder) for k in outputs.kept(folder / "outputs" / outcome.notebook)],
    }


def _relative(kept, folder):
    return {**kept, "files": {e: p.relative_to(folder).as_posix() for e, p in kept["files"].items()}}


def _body(notebook):
    """Convert a notebook to HTML without its code; styles inside outputs go, since the page has its own."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="basic", exclude_input=True, exclude_output_prompt=True)
    body, _ = exporter.from_filename(str(notebook))
    return _STYLE.sub("", body).replace("<table border=\"1\"", "<table")


def _manifest(folder):
    path = folder / "tables" / "manifest.json"
    return json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}


def _render(template, target, **facts):
    import jinja2

    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True,
                                     lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters["thousands"] = lambda value: f"{value:,}" if isinstance(value, int) else escape(str(value))
    target.write_text(environment.get_template(template).render(**facts), encoding="utf8")
    return target
