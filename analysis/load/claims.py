"""
Read the claims tables: figures as outlets printed them, coded by hand.

In: the CSV files of ``data/claims``. Out: the ``claims`` and ``problems`` tables. The coders' words for qualifier,
outcome, kind of source and voice become ours by the small dictionaries below; the coded outcome stays in
``outcome_coded``. Figures are as reported; nothing is checked against the world. ``data/README.md`` has the caveats.
"""

import re
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.core import paths
from analysis.core.errors import InputError, MissingResourceError
from analysis.core.tables import CLAIMS, OUTCOMES, PROBLEMS, QUALIFIERS, SOURCE_TYPES, VOICES, make
from analysis.load.delimited import read_delimited
from analysis.load.encodings import decode
from analysis.load.records import problem, read_bytes

__all__ = ["read_claims"]

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

# the coders' words to ours; words that are ours already need no line. None: has no place in our list, on purpose
_WORDS = {
    "qualifier": {
        "about": "approx",
        "nearly": "approx",
        "up_to": "at_most",
        "unspecified": "vague",
    },
    "outcome": {
        "bodies_recovered": "bodies_found",
        "bodies_found_in_grave": "bodies_found",
        "estimated_buried": "other",  # believed to lie in a grave, not found
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
        "professional_body": "other",  # the head of a doctors' union is neither an authority nor a bystander
    },
    "voice": {"own_voice": "own"},
}
_ALLOWED = {
    "qualifier": QUALIFIERS,
    "outcome": OUTCOMES,
    "source_type": SOURCE_TYPES,
    "voice": VOICES,
}
_NOBODY = {"source": "unstated", "responsible": "none_stated"}


def read_claims(folder=paths.CLAIMS):
    """
    Read every claims file of a folder.

    Parameters
    ----------
    folder : Path
        With CSV files in the columns of ``data/claims``; the name of a file is the event of its claims.

    Returns
    -------
    claims : DataFrame
        The ``claims`` table, in the order of files and rows. ``low`` and ``high`` are counts of ``unit``; a bound
        that the words do not give is null. ``source`` and ``responsible`` are null where the outlet names nobody.
    problems : DataFrame
        The ``problems`` table: rows that cannot be used (``kept`` false), and values that became null.

    Raises
    ------
    MissingResourceError
        If the folder holds no CSV file.
    InputError
        If a file lacks a column.
    """
    files = sorted(Path(folder).glob("*.csv"))
    if not files:
        raise MissingResourceError(
            f"No claims files (*.csv) in {folder}. The repository has them in data/claims."
        )
    claims, problems, seen = [], [], {}
    for path in files:
        for record in _records(path):
            claim, faults = _claim(record, path.stem)
            if not any(kept is False for _, kept in faults) and claim["claim_id"] in seen:
                faults.append(
                    (
                        f"row_id {claim['claim_id']!r} stands at {seen[claim['claim_id']]} already",
                        False,
                    )
                )
            problems += [
                problem(record.where, f"{record.where}: {reason}", kept=kept)
                for reason, kept in faults
            ]
            if all(kept for _, kept in faults):
                seen[claim["claim_id"]] = record.where
                claims.append(claim)
    return make(claims, CLAIMS), make(problems, PROBLEMS)


def _records(path):
    found, records = read_delimited(decode(read_bytes(path), path.name).text, path.name)
    missing = [
        t for ours, t in _COLUMNS.items() if t not in found and ours not in _NOT_IN_EVERY_FILE
    ]
    if missing:
        raise InputError(
            f"{path.name} has no column {', '.join(dict.fromkeys(missing))}. Found: {', '.join(found)}. "
            "data/README.md has the codebook of claims."
        )
    return records


def _claim(record, event):
    """Give the row under our names, and what is wrong with it as (reason, kept)."""
    if record.fault:
        return {}, [(record.fault, False)]
    claim = {
        ours: (record.values.get(theirs) or "").strip() or None for ours, theirs in _COLUMNS.items()
    }
    faults = [(f"has no {_COLUMNS[c]}", False) for c in _REQUIRED if claim[c] is None]
    claim["event"] = event
    for column, nobody in _NOBODY.items():
        claim[column] = None if claim[column] == nobody else claim[column]
    claim["responsible"] = claim["responsible"] and claim["responsible"].replace("_", " ")
    for column in _ALLOWED:
        claim[column] = _word(column, claim[column], faults)
    for column in ("low", "high"):
        claim[column] = _count(column, claim[column], faults)
    if None not in (claim["low"], claim["high"]) and claim["low"] > claim["high"]:
        faults.append((f"value_low {claim['low']:g} is over value_high {claim['high']:g}", False))
    claim["published"] = _day(claim["published"], faults)
    return claim, faults


def _word(column, word, faults):
    ours = _WORDS[column].get(word, word)
    if ours is None or ours in _ALLOWED[column]:
        return ours
    known = ", ".join([*_ALLOWED[column], *_WORDS[column]])
    faults.append((f"{_COLUMNS[column]} {word!r} is not among: {known}", column != "qualifier"))
    return None


def _count(column, text, faults):
    if text is None:
        return None
    number = pd.to_numeric(text, errors="coerce")
    if not 0 <= number < float("inf"):
        faults.append((f"value_{column} {text!r} is not a count", False))
        return None
    return float(number)


def _day(text, faults):
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        why = (
            "names no day"
            if re.fullmatch(r"\d{4}(-\d{2})?", text)
            else "is not a date (YYYY-MM-DD)"
        )
        faults.append((f"publication_date {text!r} {why}; read as missing", True))
        return None
