"""Read JSON files that other programs wrote."""

import json
from pathlib import Path
from typing import Any

from analysis.core.errors import InputError

__all__ = ["read_json"]


def read_json(path: Path) -> Any:
    """
    Return what a JSON file holds.

    Raises
    ------
    InputError
        If it cannot be read or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{path.name} is not valid JSON: {error}. Export it again, and import that file."
        ) from error
