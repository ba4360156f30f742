"""
Write the folder of a deposit.

In: the tables and the manifest of a run. Out: ``csv/``, ``parquet/``, ``stata/``, a codebook,
scripts for R and Stata, the manifest, and metadata for archives.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis.core.atomic_write import write_parquet, write_text
from analysis.core.codebook import describe
from analysis.core.safe_csv import write_csv
from analysis.exchange.deposit.metadata import DepositFile, ro_crate, zenodo
from analysis.exchange.deposit.scripts import do_file, r_script
from analysis.exchange.deposit.shared_tables import MOST_WORDS, SharedTable, shared_tables
from analysis.exchange.deposit.stata import write_stata

__all__ = ["WrittenDeposit", "write_deposit"]

_ENCODINGS = {
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".dta": "application/x-stata-dta",
    ".R": "text/x-r",
    ".do": "text/x-stata",
    ".md": "text/markdown",
    ".json": "application/json",
}


class WrittenDeposit(NamedTuple):
    """
    What was written.

    Attributes
    ----------
    files : list of DepositFile
        Without the two files of metadata.
    tables : list of SharedTable
    """

    files: list[DepositFile]
    tables: list[SharedTable]


def write_deposit(
    frames: Mapping[str, pd.DataFrame],
    manifest: Mapping[str, Any],
    folder: Path,
    *,
    no_texts: bool = False,
    licence: str = "",
) -> WrittenDeposit:
    """
    Write all tables of a run and what describes them.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        All tables. Not changed.
    manifest : mapping
        Of the run.
    folder : Path
        An empty folder.
    no_texts : bool
        See ``shared_tables``.
    licence : str
        An SPDX name; empty if none was chosen.

    Returns
    -------
    WrittenDeposit
    """
    chosen = shared_tables(frames, no_texts=no_texts)
    for name in ("csv", "parquet", "stata"):
        (folder / name).mkdir()
    for shared in chosen:
        name = shared.table.name
        write_csv(shared.frame, folder / "csv" / f"{name}.csv")
        write_parquet(shared.frame, folder / "parquet" / f"{name}.parquet")
        write_stata(shared.frame, shared.table, folder / "stata" / f"{name}.dta")
    names = [shared.table.name for shared in chosen]
    write_text(r_script(), folder / "open_tables.R")
    write_text(do_file(names), folder / "open_tables.do")
    write_text(_codebook(chosen, no_texts=no_texts), folder / "codebook.md")
    write_text(json.dumps(manifest, indent=1, default=str), folder / "manifest.json")
    descriptions = {shared.table.name: shared.table.description for shared in chosen}
    files = [_described(path, folder, descriptions) for path in sorted(folder.rglob("*.*"))]
    withheld = _withheld(chosen) if no_texts else ""
    crate = ro_crate(manifest, files, licence, withheld)
    write_text(json.dumps(crate, indent=1), folder / "ro-crate-metadata.json")
    form = zenodo(manifest, files, licence, withheld)
    write_text(json.dumps(form, indent=1), folder / ".zenodo.json")
    return WrittenDeposit(files, chosen)


def _withheld(chosen: list[SharedTable]) -> str:
    n_shortened = sum(shared.n_shortened for shared in chosen)
    return (
        "Texts of articles and contents of attributions are left out, because they may not be "
        f"shared, and so are {n_shortened} other passages of more than {MOST_WORDS} words. Offsets "
        "and hashes are kept: anyone who has the articles can verify their texts by text_sha256, "
        "and cut the passages out by start and end."
    )


def _codebook(chosen: list[SharedTable], *, no_texts: bool) -> str:
    parts = [
        "# Codebook",
        "Each table is in `csv/`, `parquet/` and `stata/`. `open_tables.R` and `open_tables.do` "
        "open them. Offsets (`start`, `end`) count characters (Unicode code points) of "
        "`articles.text`; `end` is not included. In CSV, missing values are empty, and an "
        "apostrophe before a text keeps spreadsheets from taking it for a formula. In Stata, "
        "missing numbers and days are missing (.), missing texts are empty, true is 1, and `end`, "
        "which is reserved, is called `end_`.",
    ]
    if no_texts:
        parts.append(_withheld(chosen))
    parts += [describe(shared.table) for shared in chosen]
    return "\n\n".join(parts) + "\n"


def _described(path: Path, folder: Path, descriptions: Mapping[str, str]) -> DepositFile:
    data = path.read_bytes()
    described = descriptions.get(path.stem)
    return DepositFile(
        path.relative_to(folder).as_posix(),
        _ENCODINGS[path.suffix],
        f"A row is {described}" if described else path.stem.replace("_", " "),
        len(data),
        sha256(data).hexdigest(),
    )
