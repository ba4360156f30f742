"""
Fill in a queue of figures to check, one row after the other.

In: the file that ``parallax queue`` wrote. Out: the same file, saved after every
judgement, so that nothing is lost when the window closes. Only the cells ``new``, ``coder`` and
``day`` of a judged row change.
"""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Self

import pandas as pd

from analysis.core import atomic_write
from analysis.core.errors import InputError
from analysis.corrections.kinds import VERDICTS, parse_missing

__all__ = ["FilledQueue"]

_BYTE_ORDER_MARK = "\ufeff"
_NEEDED = ("table", "key", "column", "new", "coder", "day", "drawn", "sentence", "text")


class FilledQueue:
    """
    A queue and the row that is looked at.

    Parameters
    ----------
    path : Path
        The file.
    rows : DataFrame
        Its cells as text; empty cells are empty strings.
    coder : str
        Who judges; may be empty.
    separator : str
        Between cells: a comma, or the semicolon of spreadsheets in many languages.

    Attributes
    ----------
    position : int
        The row that is looked at, from 0; ``len(rows)`` after the last one.
    """

    def __init__(
        self,
        path: Path,
        rows: pd.DataFrame,
        coder: str = "",
        separator: str = ",",
    ) -> None:
        self.path = path
        self.rows = rows
        self.coder = coder
        self.separator = separator
        self.position = -1
        self.next_open()

    @classmethod
    def read(cls, path: str | Path, coder: str = "") -> Self:
        """
        Read a queue, and go to the first row without a judgement.

        Parameters
        ----------
        path : str or Path
            A CSV file.
        coder : str
            Who judges.

        Returns
        -------
        FilledQueue

        Raises
        ------
        InputError
            If there is no such file, or it is no queue.
        """
        path = Path(path).expanduser()
        if not path.is_file():
            raise InputError(
                f"There is no file {path}. Draw one: parallax queue SOURCE --out {path}"
            )
        try:
            text = path.read_text(encoding="utf-8-sig")
            heading = text.partition("\n")[0]
            separator = max(",;", key=heading.count)
            rows = pd.read_csv(StringIO(text), sep=separator, dtype=str, keep_default_na=False)
        except (UnicodeDecodeError, ValueError) as error:
            raise InputError(
                f"{path.name} is not a CSV file in UTF-8 ({error}). Save it as CSV UTF-8, or draw "
                "a new one: parallax queue SOURCE --out queue.csv"
            ) from None
        missing = [name for name in _NEEDED if name not in rows]
        if missing or rows.empty:
            lack = f"no column {', '.join(missing)}" if missing else "no rows"
            raise InputError(
                f"{path.name} has {lack}, so it is no queue. "
                "Draw one: parallax queue SOURCE --out queue.csv"
            )
        return cls(path, rows, coder, separator)

    @property
    def current(self) -> dict[str, str] | None:
        """The row that is looked at; None after the last one."""
        if self.position >= len(self.rows):
            return None
        return self.rows.iloc[self.position].to_dict()

    @property
    def n_judged(self) -> int:
        """How many rows have a judgement."""
        return int(self.rows["new"].str.strip().ne("").to_numpy().sum())

    def judge(self, new: str, day: date) -> None:
        """
        Write a judgement into the row, save the file, and go to the next row without one.

        Parameters
        ----------
        new : str
            ``right``, ``wrong``, or values such as ``low=31; high=31``.
        day : date
            The day of the judgement.

        Raises
        ------
        InputError
            If the judgement is not one of these, or a value is not allowed. Nothing is changed.
        """
        if self.current is None:
            raise InputError("Every row is judged.")
        judgement = new.strip()
        if "=" in judgement:
            parse_missing("figures", judgement)
        elif judgement not in VERDICTS:
            raise InputError(
                f"{judgement!r} is no judgement. Write {', '.join(VERDICTS)} or low=31; high=31"
            )
        row = self.rows.index[self.position]
        self.rows.loc[row, ["new", "coder", "day"]] = [judgement, self.coder, day.isoformat()]
        text = self.rows.to_csv(index=False, sep=self.separator, lineterminator="\n")
        # with the mark, spreadsheets read the file as UTF-8
        atomic_write.write_text(_BYTE_ORDER_MARK + text, self.path)
        self.next_open()

    def next_open(self) -> None:
        """Go to the next row without a judgement; past the last one if there is none."""
        self.position = min(self.position + 1, len(self.rows))
        while (row := self.current) is not None and row["new"].strip():
            self.position += 1

    def back(self) -> None:
        """Go to the row before, judged or not; stay at the first one."""
        self.position = max(self.position - 1, 0)
