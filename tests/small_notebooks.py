"""Small notebooks for the tests of the suite, each named for the one behaviour it shows."""

import nbformat

PARAMETERS = 'n: int = 1  # how many\nnames: list[str] = []  # whom to name\noutput_dir: str = ""  # where to keep'

CELLS = {
    "01_works": [
        PARAMETERS,
        "from pathlib import Path",
        "Path(output_dir).mkdir(parents=True, exist_ok=True)",
        "(Path(output_dir) / 'said.txt').write_text(f'{n} {names}')",
    ],
    "02_raises": [PARAMETERS, "1 / 0", "n"],
    "03_dies": [PARAMETERS, "import os; os._exit(7)", "n"],
    "04_hangs": [PARAMETERS, "import time; time.sleep(600)"],
    "05_untyped": ["n = 1", "n"],
    "06_no_parameters": ["n: int = 1  # how many"],
    "07_misfit": ["n: int = 'one'  # how many", "n"],
    "08_event": [
        'corpus: str = "embedded"  # tables\nevent: str = ""  # which\noutcome: str = "killed"  # of whom\nn: int = 1  # how many\n'
        'since: str = ""  # first day\nlimit: int = 0  # articles\nsheets: list[str] = []  # files\noutput_dir: str = ""  # where to keep',
        "import json\nfrom pathlib import Path\n1 / n",
        "Path(output_dir).mkdir(parents=True)\nsaid = {'finding': f'{n} of {event}, {outcome}', 'alt': '', 'rows': None}\n"
        "_ = (Path(output_dir) / 'said.json').write_text(json.dumps(said))",
    ],
}


def build(folder, *names):
    """Write the notebooks named, with a question as title; give their paths."""
    paths = []
    for name in names or CELLS:
        cells = [nbformat.v4.new_code_cell(source) for source in CELLS[name]]
        if name != "06_no_parameters":
            cells[0].metadata["tags"] = ["parameters"]
        nb = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_markdown_cell(f"# Does {name} work?"), *cells]
        )
        # A kernel that nobody has: the suite must use this interpreter all the same.
        nb.metadata["kernelspec"] = {
            "name": "no-such-kernel",
            "display_name": "None",
            "language": "python",
        }
        folder.mkdir(parents=True, exist_ok=True)
        paths.append(folder / f"{name}.ipynb")
        nbformat.write(nb, paths[-1])
    return paths
