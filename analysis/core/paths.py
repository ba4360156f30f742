"""
The folders of the repository, and the one environment variable that names another.

``PARALLAX_CORPORA`` names the folder of corpora that are not part of the project
(``fa-kes/FA-KES-Dataset.csv``). If it is not set, downloads go to the user's cache folder.
Importing this module touches neither the disk nor the network.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ROOT / "analysis"
DATA = ROOT / "data"
CLAIMS = DATA / "claims"
LEXICONS = DATA / "lexicons"
OUTLETS = DATA / "outlets.toml"
FIGURE_RULES = DATA / "rules" / "figures"
ATTRIBUTION_RULES = DATA / "rules" / "attributions"
GAZETTEER = DATA / "gazetteer"
MODELS = DATA / "models"
NEURAL_MODEL = MODELS / "reader"
EVENT_MODEL = MODELS / "events"
POS_TAGGER = MODELS / "tagger"
SAMPLE = DATA / "sample"
SEEDS = ROOT / "seeds"
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
FA_KES = Path("fa-kes", "FA-KES-Dataset.csv")  # inside a folder of corpora
TEMPLATES = CODE / "report" / "templates"


def corpora() -> Path | None:
    """
    Return the folder of external corpora.

    Returns
    -------
    Path or None
        The folder that ``PARALLAX_CORPORA`` names, or None if the variable is not set. The folder
        need not exist.
    """
    folder = os.environ.get("PARALLAX_CORPORA")
    return Path(folder).expanduser() if folder else None
