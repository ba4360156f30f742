"""
Where things lie: the folders of the repository, and the one environment variable.

``PARALLAX_CORPORA`` names the folder that holds corpora which are not part of the project
(``fa-kes/FA-KES-Dataset.csv``). Without it, downloads go to the user's cache folder.
Importing this module touches neither disk nor network.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ROOT / "analysis"
DATA = ROOT / "data"
CLAIMS = DATA / "claims"
LEXICONS = DATA / "lexicons"
MODELS = DATA / "models"
READER = MODELS / "reader"
TAGGER = MODELS / "tagger"
SAMPLE = DATA / "sample"
SEEDS = ROOT / "seeds"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
TEMPLATES = CODE / "report" / "templates"


def corpora():
    """
    Give the folder of external corpora, or None where ``PARALLAX_CORPORA`` is not set.

    Returns
    -------
    Path or None
    """
    folder = os.environ.get("PARALLAX_CORPORA")
    return Path(folder).expanduser() if folder else None
