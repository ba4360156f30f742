"""
Measure the error rates of extraction against hand labels.

In: files of hand labels. Out: a table of scores for each file, and, on request, the scores kept for
the notebooks to show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Measurement", "measure"]


@dataclass(frozen=True)
class Measurement:
    """
    The scores on one file of hand labels.

    Attributes
    ----------
    scores : DataFrame
        See ``analysis.evaluate.accuracy.measure_accuracy``.
    kept : Path or None
        The file that the scores were added to; None if they were not kept.
    """

    scores: "pd.DataFrame"
    kept: Path | None


def measure(
    labels: Sequence[Path], *, keep: bool = False, threads: int = 2
) -> Iterator[Measurement]:
    """
    Measure accuracy on one file of hand labels after the other.

    Parameters
    ----------
    labels : sequence of Path
        JSON lines with hand labels.
    keep : bool
        Keep the scores for the notebooks to show.
    threads : int
        Threads of the model.

    Yields
    ------
    Measurement
        As soon as a file is done.

    Raises
    ------
    ParallaxError
        If a file cannot be read.
    """
    from analysis.evaluate import accuracy

    for path in labels:
        scores = accuracy.measure_accuracy(path, threads=threads)
        yield Measurement(scores, accuracy.write_accuracy(scores) if keep else None)
