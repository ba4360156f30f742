"""Make every finding that notebooks saved again from its table."""

import json

from analysis.compare.findings.remake import read_saved_table, remake


def remade(folder):
    """Yield the name, the saved sentence and the sentence made again, of each finding."""
    for path in sorted(folder.glob("[!.]*.json")):
        facts = json.loads(path.read_text())
        if not facts["claim"]:
            continue
        table, tests = (
            next(
                (read_saved_table(file) for file in map(path.with_name, names) if file.exists()),
                None,
            )
            for names in (
                [f"{path.stem}.csv", f"{path.stem}.csv.zip"],
                [f"{path.stem}_tests.csv"],
            )
        )
        yield path.stem, facts["finding"], remake(facts["claim"], table, tests).text
