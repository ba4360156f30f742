"""
Save a notebook while it runs, but not at every step.

In: nothing. Out: an engine of papermill. papermill writes the whole notebook, pictures included,
when a cell starts and again when it ends, cells of text included: half of what a run costs beside
its cells. Here a notebook is written if a second has passed since it was, and at its end.
"""

from typing import Any

from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines

__all__ = ["ENGINE", "register"]

ENGINE = "parallax"
_INTERVAL = 1.0  # seconds


class _PacedEngine(NBClientEngine):
    """papermill's engine, with fewer saves between the first and the last."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, **kwargs: Any
    ) -> None:
        save = nb_man.save

        def save_at_intervals(**options: Any) -> None:
            if (nb_man.now() - nb_man.last_save_time).total_seconds() >= _INTERVAL:
                save(**options)

        nb_man.save = save_at_intervals
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **kwargs)
        finally:
            nb_man.save = save  # papermill saves the notebook next, however it ended


def register() -> str:
    """
    Make the engine known to papermill.

    Returns
    -------
    str
        Its name, for ``papermill.execute_notebook``.
    """
    papermill_engines.register(ENGINE, _PacedEngine)
    return ENGINE
