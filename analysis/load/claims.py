"""
Read the claims tables: figures as outlets printed them, coded by hand.

In: the CSV files of ``data/claims``. Out: the ``claims`` and ``problems`` tables. The coders' words
for qualifier, outcome, kind of source and voice become ours by the small dictionaries below; the
coded outcome is kept in ``outcome_coded``. Exports of event datasets may lie among the files, see
``event_datasets``. Figures are as reported; nothing is checked against the world.
``data/README.md`` has the caveats.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.core.errors import InputError, MissingResourceError
from analysis.core.tables import CLAIMS, OUTCOMES, PROBLEMS, QUALIFIERS, SOURCE_TYPES, VOICES, make
from analysis.load.claim_rows import Claim, ClaimRow, Fault
from analysis.load.cleaning import fix_field
from analysis.load.dates import FIRST_DAY, LAST_DAY
from analysis.load.encodings import decode
from analysis.load.event_datasets.registry import DATASETS, find_dataset
from analysis.load.formats.delimited import read_delimited
from analysis.load.input_files import read_bytes
from analysis.load.records import Record, problem_row

__all__ = ["read_claims"]

# our column names to those of the files
_COLUMNS = {
    "claim_id": "row_id",
    "outlet": "outlet",
    "published": "publication_date",
    "published_given": "publication_date",
    "date_basis": "date_basis",
    "url": "url",
    "low": "value_low",
    "high": "value_high",
    "unit": "unit",
    "qualifier": "qualifier",
    "counted": "what_is_counted",
    "outcome": "outcome",
    "outcome_coded": "outcome",
    "scope": "scope",
    "place": "place",
    "source": "attributed_to",
    "source_type": "source_type",
    "responsible": "responsible_named",
    "voice": "responsibility_voice",
    "upstream": "upstream",
    "confidence": "confidence",
    "carrier": "carrier_site",
    "language": "language",
    "note": "note",
}
_REQUIRED = ("claim_id", "outlet", "unit", "qualifier")
_NOT_IN_EVERY_FILE = {"scope"}

# the coders' words to ours; a word that is ours already needs no line. None: deliberately has no
# equivalent in our list
_OUR_WORDS: dict[str, dict[str, str | None]] = {
    "qualifier": {
        "about": "approx",
        "nearly": "approx",
        "up_to": "at_most",
        "unspecified": "vague",
    },
    "outcome": {
        "bodies_recovered": "bodies_found",
        "bodies_found_in_grave": "bodies_found",
        "estimated_buried": "other",  # believed to be in a grave, not found
        "remaining_unrecovered": "other",
        "identified": "other",
        "rubble_removed": None,
        "graves_found": None,
        "city_destroyed": None,  # not people or bodies
    },
    "source_type": {
        "health_ministry": "health_authority",
        "medical_staff": "health_authority",
        "monitoring_ngo": "monitoring_group",
        "un": "un_or_igo",
        "intelligence": "state_official",
        # the head of a doctors' union is neither an authority nor a bystander
        "professional_body": "other",
    },
    "voice": {"own_voice": "own"},
}
_ALLOWED = {
    "qualifier": QUALIFIERS,
    "outcome": OUTCOMES,
    "source_type": SOURCE_TYPES,
    "voice": VOICES,
}
_NOT_NAMED = {"source": "unstated", "responsible": "none_stated"}
_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d{2})?")


def read_claims(folder: Path = paths.CLAIMS) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Read every claims file of a folder.

    Parameters
    ----------
    folder : Path
        With CSV files in the columns of ``data/claims``, or exports of UCDP GED, ACLED, Airwars or
        the command ``export``, which are recognised by their columns. The name of a file is the
        event of its claims.

    Returns
    -------
    claims : DataFrame
        The ``claims`` table, in the order of files and rows. ``low`` and ``high`` are counts of
        ``unit``; a bound that the words do not give is null. ``source`` and ``responsible`` are
        null if the outlet names none.
    problems : DataFrame
        The ``problems`` table: rows that cannot be used (``kept`` false), and values that became
        null.

    Raises
    ------
    MissingResourceError
        If the folder contains no CSV file.
    InputError
        If a file lacks a column.
    """
    files = sorted(Path(folder).glob("*.csv"))
    if not files:
        raise MissingResourceError(
            f"No claims files (*.csv) in {folder}. The repository has them in data/claims."
        )
    claims: list[Claim] = []
    problems: list[dict[str, object]] = []
    places: dict[str, str] = {}
    for path in files:
        for where, claim, faults, id_column in _rows_of(path):
            claim_id = str(claim.get("claim_id"))
            is_usable = bool(claim) and all(fault.kept for fault in faults)
            if is_usable and claim_id in places:
                reason = f"{id_column} {claim_id!r} is already used at {places[claim_id]}"
                faults.append(Fault(reason, kept=False))
                is_usable = False
            for fault in faults:
                problems.append(problem_row(where, f"{where}: {fault.reason}", kept=fault.kept))
            if is_usable:
                places[claim_id] = where
                claims.append(claim)
    return make(claims, CLAIMS), make(problems, PROBLEMS)


def _rows_of(path: Path) -> Iterator[ClaimRow]:
    """Iterate over the claims of a file, whatever its columns are."""
    found, records = read_delimited(decode(read_bytes(path), path.name).text, path.name)
    dataset = None if _COLUMNS["claim_id"] in found else find_dataset(found)
    if dataset is not None:
        yield from dataset.read(found, records, path.name, path.stem)
        return
    _validate_columns(found, path.name)
    for record in records:
        yield ClaimRow(record.where, *_claim(record, path.stem), _COLUMNS["claim_id"])


def _validate_columns(found: Sequence[str], name: str) -> None:
    """Check that a file has the columns of claims."""
    missing: dict[str, None] = {}
    for ours, theirs in _COLUMNS.items():
        if theirs not in found and ours not in _NOT_IN_EVERY_FILE:
            missing[theirs] = None
    if missing:
        datasets = ", ".join(dataset.name for dataset in DATASETS)
        raise InputError(
            f"{name} has no column {', '.join(missing)}. Found: {', '.join(found)}. "
            f"data/README.md has the codebook of claims. Nor has it the columns of an export of "
            f"{datasets}."
        )


def _claim(record: Record, event: str) -> tuple[Claim, list[Fault]]:
    """Return a row under our names, and what is wrong with it."""
    if record.fault:
        return {}, [Fault(record.fault, kept=False)]
    faults: list[Fault] = []
    cells = _cells(record, faults)
    for column in _REQUIRED:
        if cells[column] is None:
            faults.append(Fault(f"has no {_COLUMNS[column]}", kept=False))
    for column, not_named in _NOT_NAMED.items():
        if cells[column] == not_named:
            cells[column] = None
    if cells["responsible"] is not None:
        cells["responsible"] = cells["responsible"].replace("_", " ")
    for column in _ALLOWED:
        cells[column] = _our_word(column, cells[column], faults)
    low = _count("low", cells["low"], faults)
    high = _count("high", cells["high"], faults)
    if low is not None and high is not None and low > high:
        faults.append(Fault(f"value_low {low:g} is over value_high {high:g}", kept=False))
    published = _day(cells["published"], faults)
    claim: Claim = dict(cells)
    claim.update(event=event, low=low, high=high, published=published)
    return claim, faults


def _cells(record: Record, faults: list[Fault]) -> dict[str, str | None]:
    """Return the cells of a row under our names, None if empty; their cleaning is told."""
    cells = {}
    told = set()
    for ours, theirs in _COLUMNS.items():
        cell, remark = fix_field(str(record.values.get(theirs) or ""))
        cells[ours] = cell or None
        if remark and theirs not in told:
            told.add(theirs)
            faults.append(Fault(f"{theirs}: {remark}", kept=True))
    return cells


def _our_word(column: str, word: str | None, faults: list[Fault]) -> str | None:
    """Return our word for one of the coders'; a word that is not known becomes null."""
    if word is None:
        return None
    ours = _OUR_WORDS[column].get(word, word)
    if ours is None or ours in _ALLOWED[column]:
        return ours
    known = ", ".join([*_ALLOWED[column], *_OUR_WORDS[column]])
    reason = f"{_COLUMNS[column]} {word!r} is not among: {known}"
    faults.append(Fault(reason, kept=column != "qualifier"))
    return None


def _count(column: str, text: str | None, faults: list[Fault]) -> float | None:
    """Return a bound as a number; anything but a finite count is a fault."""
    if text is None:
        return None
    number: float = pd.to_numeric(text, errors="coerce")  # pyright: ignore[reportAssignmentType]
    if not 0 <= number < float("inf"):
        faults.append(Fault(f"{_COLUMNS[column]} {text!r} is not a count", kept=False))
        return None
    return float(number)


def _day(text: str | None, faults: list[Fault]) -> date | None:
    """Return a day; a month, a year or anything else becomes null."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        why = "is not a date (YYYY-MM-DD)"
        if _YEAR_OR_MONTH.fullmatch(text):
            why = "names no day"
        faults.append(Fault(f"publication_date {text!r} {why}; read as missing", kept=True))
    else:
        if FIRST_DAY <= day <= LAST_DAY:
            return day
        why = f"is not in {FIRST_DAY} to {LAST_DAY}"
        faults.append(Fault(f"publication_date {text!r} {why}; read as missing", kept=True))
    return None
