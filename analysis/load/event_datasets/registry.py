"""
The event datasets that are read as claims.

In: the column names of a file. Out: its dataset, or None. To add a dataset, write a module that
declares a ``Dataset`` and add it here.
"""

from collections.abc import Sequence

from analysis.load.event_datasets.acled import ACLED
from analysis.load.event_datasets.airwars import AIRWARS
from analysis.load.event_datasets.dataset import Dataset
from analysis.load.event_datasets.event_sheet import PARALLAX
from analysis.load.event_datasets.ucdp import UCDP

__all__ = ["DATASETS", "find_dataset"]

# an exported sheet has the columns of another dataset too, so it comes first
DATASETS = (PARALLAX, UCDP, ACLED, AIRWARS)


def find_dataset(columns: Sequence[str]) -> Dataset | None:
    """
    Return the dataset that a file with these columns is an export of.

    Parameters
    ----------
    columns : sequence of str
        In any case and order; others may be among them.

    Returns
    -------
    Dataset or None

    Examples
    --------
    >>> find_dataset(["event_id_cnty", "event_type", "fatalities", "notes"]).name
    'ACLED'
    """
    for dataset in DATASETS:
        if dataset.is_of(columns):
            return dataset
    return None
