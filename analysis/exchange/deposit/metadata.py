"""
Describe a deposit for archives: RO-Crate 1.1, and the form of Zenodo.

In: the manifest of a run and the files that were written. Out: two JSON documents with licence,
versions, hashes, parameters and the corrections that were made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

__all__ = ["DepositFile", "ro_crate", "zenodo"]

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_CONFORMS = "https://w3id.org/ro/crate/1.1"
_SPDX = "https://spdx.org/licenses/"
_NO_LICENCE = {
    "@id": "#no-licence",
    "@type": "CreativeWork",
    "name": "No licence was chosen",
    "description": "Nobody may reuse this deposit until its authors choose a licence.",
}


@dataclass(frozen=True)
class DepositFile:
    """
    A file of the deposit.

    Attributes
    ----------
    name : str
        Its path in the deposit, with ``/``.
    encoding : str
        Media type.
    description : str
    n_bytes : int
    sha256 : str
    """

    name: str
    encoding: str
    description: str
    n_bytes: int
    sha256: str


def ro_crate(
    manifest: Mapping[str, Any],
    files: Sequence[DepositFile],
    licence: str,
    withheld: str,
) -> dict[str, Any]:
    """
    Return the content of ``ro-crate-metadata.json``.

    Parameters
    ----------
    manifest : mapping
        Of the run.
    files : sequence of DepositFile
    licence : str
        An SPDX name; empty if none was chosen.
    withheld : str
        What was left out, in words; empty if nothing was.

    Returns
    -------
    dict
        JSON-LD, flattened.
    """
    licence_entity = _licence(licence)
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": _title(manifest),
        "description": " ".join([_description(manifest), withheld]).strip(),
        "datePublished": str(manifest["started"])[:10],
        "license": {"@id": licence_entity["@id"]},
        "hasPart": [{"@id": file.name} for file in files],
        "mentions": [{"@id": "#run"}],
    }
    descriptor = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _CONFORMS},
        "about": {"@id": "./"},
    }
    of_files = [_file_entity(file) for file in files]
    return {
        "@context": [_CONTEXT, {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}],
        "@graph": [descriptor, root, licence_entity, *of_files, *_run(manifest, files)],
    }


def _licence(licence: str) -> dict[str, str]:
    if not licence:
        return _NO_LICENCE
    return {"@id": f"{_SPDX}{licence}", "@type": "CreativeWork", "name": licence}


def _file_entity(file: DepositFile) -> dict[str, Any]:
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.name,
        "description": file.description,
        "encodingFormat": file.encoding,
        "contentSize": str(file.n_bytes),
        "sha256": file.sha256,
    }


def _run(manifest: Mapping[str, Any], files: Sequence[DepositFile]) -> list[dict[str, Any]]:
    """Return what made the tables: software, inputs, parameters and corrections."""
    software = [
        {
            "@id": f"#software-{number}",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": str(version),
        }
        for number, (name, version) in enumerate(manifest["versions"].items())
    ]
    inputs = [
        {
            "@id": f"#input-{number}",
            "@type": "CreativeWork",
            "name": each["name"],
            "sha256": each["sha256"],
            "description": "read, and not part of this deposit",
        }
        for number, each in enumerate(manifest["inputs"])
    ]
    corrections = _corrections(manifest)
    parameters = [
        {
            "@id": f"#parameter-{name}",
            "@type": "PropertyValue",
            "name": name,
            "value": "" if value is None else str(value),
        }
        for name, value in manifest["parameters"].items()
    ]
    made = [*inputs, *corrections, *parameters]
    action = {
        "@id": "#run",
        "@type": "CreateAction",
        "name": "Extraction of the tables",
        "endTime": manifest["started"],
        "instrument": [{"@id": each["@id"]} for each in software],
        "object": [{"@id": each["@id"]} for each in made],
        "result": [{"@id": file.name} for file in files if file.name.startswith("parquet/")],
    }
    return [action, *software, *made]


def _corrections(manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the file of corrections, if there is one, and what became of its rows."""
    file = manifest.get("corrections")
    if not file:
        return []
    counts = manifest["counts"].get("corrections", {})
    words = ", ".join(f"{n} {status.replace('_', ' ')}" for status, n in counts.items())
    return [
        {
            "@id": "#corrections",
            "@type": "CreativeWork",
            "name": file["name"],
            "sha256": file["sha256"],
            "description": f"Corrections that people made: {words}. Each is a row of "
            f"csv/corrections.csv.",
        }
    ]


def zenodo(
    manifest: Mapping[str, Any],
    files: Sequence[DepositFile],
    licence: str,
    withheld: str,
) -> dict[str, Any]:
    """
    Return the content of ``.zenodo.json``.

    Parameters
    ----------
    manifest, files, licence, withheld
        See ``ro_crate``.

    Returns
    -------
    dict
        Without ``creators``, whom only the authors know, and without ``license`` if none was
        chosen.
    """
    versions = manifest["versions"]
    corrections = _corrections(manifest)
    notes = [
        "Versions: " + ", ".join(f"{name} {version}" for name, version in versions.items()),
        "Parameters: " + ", ".join(f"{name}={value}" for name, value in _set(manifest)),
        "Inputs (SHA-256): "
        + ", ".join(f"{each['name']} {each['sha256']}" for each in manifest["inputs"]),
        *(f"{each['name']} {each['sha256']}. {each['description']}" for each in corrections),
        "Files (SHA-256): " + ", ".join(f"{file.name} {file.sha256}" for file in files),
    ]
    found: dict[str, Any] = {
        "title": _title(manifest),
        "upload_type": "dataset",
        "description": "".join(
            f"<p>{escape(words)}</p>" for words in (_description(manifest), withheld) if words
        ),
        "publication_date": str(manifest["started"])[:10],
        "version": versions["parallax"],
        "keywords": ["news", "media comparison", "casualty figures", "attribution", "text as data"],
        "notes": "".join(f"<p>{escape(note)}</p>" for note in notes),
    }
    if licence:
        found["license"] = licence.lower()
        found["access_right"] = "open"
    return found


def _set(manifest: Mapping[str, Any]) -> list[tuple[str, object]]:
    parameters = manifest["parameters"].items()
    return [(name, value) for name, value in parameters if value not in (None, "", [], False, 0)]


def _title(manifest: Mapping[str, Any]) -> str:
    return f"Tables on how outlets report the same event: {manifest['corpus']}"


def _description(manifest: Mapping[str, Any]) -> str:
    rows = manifest["rows"]
    return (
        f"{rows.get('articles', 0)} articles, the figures ({rows.get('figures', 0)}) and "
        f"attributions ({rows.get('attributions', 0)}) that they state, and what was measured on "
        f"them, extracted by Parallax {manifest['versions']['parallax']}. Figures are reported, "
        f"not established; extraction makes mistakes."
    )
