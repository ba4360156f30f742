"""Small notebooks for the tests of the scheduler, each named for the one behaviour it shows."""

import nbformat

PARAMETERS = """\
n: int = 1  # how many
names: list[str] = []  # whom to name
output_dir: str = ""  # folder for outputs"""

EVENT_PARAMETERS = """\
corpus: str = "embedded"  # tables
event: str = ""  # which
outcome: str = "killed"  # of whom
n: int = 1  # how many
since: str = ""  # first day
seed: int = 0  # random seed
limit: int = 0  # articles
sheets: list[str] = []  # files
output_dir: str = ""  # folder for outputs"""

EVENT_OUTPUT = """\
Path(output_dir).mkdir(parents=True)
saved = {'finding': f'{n} of {event}, {outcome}', 'alt': '', 'rows': None}
_ = (Path(output_dir) / 'said.json').write_text(json.dumps(saved))"""

CELLS = {
    "01_works": [
        PARAMETERS,
        "from analysis.notebook_runs.outputs import save_outputs",
        "_ = save_outputs(output_dir, 'said', finding=f'{n} {names}')",
    ],
    "02_raises": [PARAMETERS, "1 / 0", "n"],
    "03_dies": [PARAMETERS, "import os; os._exit(7)", "n"],
    "04_hangs": [PARAMETERS, "import time; time.sleep(600)"],
    "05_untyped": ["n = 1", "n"],
    "06_no_parameters": ["n: int = 1  # how many"],
    "07_misfit": ["n: int = 'one'  # how many", "n"],
    "08_event": [EVENT_PARAMETERS, "import json\nfrom pathlib import Path\n1 / n", EVENT_OUTPUT],
    "09_no_help": ["n: int = 1", "n"],
    "10_no_value": ["n: int  # how many", "n"],
    "11_odd_type": ["n: complex = 1  # how many", "n"],
    "12_statement": ["print('no parameter')  # how many", "n"],
    "14_keeps_nothing": [PARAMETERS, "n"],
    "13_empty": ["# nothing but a remark", "n"],
}


def build(folder, *names):
    """Write the notebooks named, each with a question as title; return their paths."""
    paths = []
    for name in names or CELLS:
        cells = [nbformat.v4.new_code_cell(source) for source in CELLS[name]]
        if name != "06_no_parameters":
            cells[0].metadata["tags"] = ["parameters"]
        title = nbformat.v4.new_markdown_cell(f"# Does {name} work?")
        notebook = nbformat.v4.new_notebook(cells=[title, *cells])
        # A kernel that does not exist: notebooks must run with this interpreter all the same.
        notebook.metadata["kernelspec"] = {
            "name": "no-such-kernel",
            "display_name": "None",
            "language": "python",
        }
        folder.mkdir(parents=True, exist_ok=True)
        paths.append(folder / f"{name}.ipynb")
        nbformat.write(notebook, paths[-1])
    return paths
