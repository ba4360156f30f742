"""
Check figures in JupyterLab: a sentence, what was read in it, and five buttons.

In: a queue, see ``parallax queue``. Out: a widget that works by keyboard alone and saves
the queue after every judgement; in headless runs, or without a queue, a sentence.
"""

import os
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from analysis.chart.readable_table import Note
from analysis.core.errors import InputError
from analysis.corrections.filling_in import FilledQueue
from analysis.notebook_runs.execute import HEADLESS

if TYPE_CHECKING:
    import ipywidgets

__all__ = ["figure_checker"]

_SHOWN = ("low", "high", "qualifier", "outcome", "counted", "source", "agent")
_KEYS = {"r": "right", "w": "wrong"}
_HELP = "r right, w wrong, s skip, b back, or low=31; high=31 — then Enter"


def figure_checker(queue: str, coder: str = "") -> "ipywidgets.Widget | Note":
    """
    Show the figures of a queue one after the other, to be judged.

    Parameters
    ----------
    queue : str
        The file; empty for none. It is saved after every judgement.
    coder : str
        Who judges.

    Returns
    -------
    ipywidgets.Widget or Note
        A text field for the keyboard above five buttons; a sentence if the run is headless or there
        is no queue.

    Raises
    ------
    InputError
        If the file is no queue.
    """
    if not queue:
        return Note(
            "To check figures here, draw some (parallax queue SOURCE --out queue.csv), "
            'set queue = "queue.csv" and coder to your initials.'
        )
    filled = FilledQueue.read(queue, coder)
    if os.environ.get(HEADLESS):
        return Note(
            f"In JupyterLab the {len(filled.rows):,} figures of {filled.path.name} are here."
        )
    return _Checker(filled).widget


class _Checker:
    """The widget of a queue."""

    def __init__(self, queue: FilledQueue) -> None:
        import ipywidgets

        self.queue = queue
        self.page = ipywidgets.HTML()
        self.told = ipywidgets.HTML()
        # continuous_update: the value changes when Enter is pressed
        self.field = ipywidgets.Text(
            placeholder=_HELP, continuous_update=False, layout={"width": "32em"}
        )
        self.field.observe(self._entered, "value")
        buttons = []
        for word, action in (
            ("right", lambda _: self._judge("right")),
            ("wrong", lambda _: self._judge("wrong")),
            ("set values", lambda _: self._judge(self.field.value)),
            ("skip", lambda _: self._skip()),
            ("back", lambda _: self._back()),
        ):
            button = ipywidgets.Button(description=word)
            button.on_click(action)
            buttons.append(button)
        self.widget = ipywidgets.VBox([self.page, self.field, ipywidgets.HBox(buttons), self.told])
        self._show()

    def _entered(self, change: Mapping) -> None:
        entered = str(change["new"]).strip()
        if not entered:
            return
        if entered == "s":
            self._skip()
        elif entered == "b":
            self._back()
        else:
            self._judge(_KEYS.get(entered, entered))

    def _judge(self, judgement: str) -> None:
        try:
            self.queue.judge(judgement, date.today())
        except InputError as error:
            self.told.value = f'<p role="alert">{escape(str(error))}</p>'
            return
        self._show()

    def _skip(self) -> None:
        self.queue.next_open()
        self._show()

    def _back(self) -> None:
        self.queue.back()
        self._show()

    def _show(self) -> None:
        self.field.value = ""
        self.told.value = ""
        done = f"{self.queue.n_judged:,} of {len(self.queue.rows):,} judged"
        row = self.queue.current
        if row is None:
            self.page.value = f"<p>{done}, saved in {escape(self.queue.path.name)}.</p>"
            return
        self.page.value = f"{_sentence(row)}{_values(row)}<p>{done}</p>"


def _sentence(row: Mapping[str, str]) -> str:
    """Return the sentence with its number marked, after outlet and day."""
    number = f"[{row['text']}]"
    before, _, after = row["sentence"].partition(number)
    marked = f"{escape(before)}<mark><b>{escape(row['text'])}</b></mark>{escape(after)}"
    where = ", ".join(row[name] for name in ("outlet", "published") if row.get(name))
    return f"<p>{escape(where)}</p><p>{marked}</p>"


def _values(row: Mapping[str, str]) -> str:
    cells = [f"<b>{name}</b> {escape(row[name])}" for name in _SHOWN if row.get(name)]
    judged = f"<p>Judged: {escape(row['new'])}</p>" if row["new"] else ""
    return f"<p>{' &nbsp; '.join(cells)}</p>{judged}"
