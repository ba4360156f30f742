"""
How a run is executed: in how many processes and threads, where, and what is kept and shown.

One value that the command line, the pipeline and the executors pass on whole. Nothing in it
changes a table.
"""

from dataclasses import dataclass, fields

from analysis.core.errors import ParameterError

__all__ = ["IN_THIS_PROCESS", "Execution"]


@dataclass(frozen=True)
class Execution:
    """
    How to take articles through the stages; the tables are the same whatever is chosen.

    Parameters
    ----------
    processes : int
        Worker processes. 1 works in the calling process; 0 chooses from CPU cores and corpus
        size. Worker processes import the calling script again, so a script that asks for more
        than one must do its work under ``if __name__ == "__main__":``.
    threads : int
        Threads of the model, divided among the worker processes; on a cluster, the threads of
        each worker.
    scheduler : str, optional
        Address of a dask scheduler, ``tcp://host:8786``, whose workers do the work instead; see
        ``docs/scale.md``.
    keep : bool
        Keep finished batches on disk and reuse those that are there, so that an interrupted run
        resumes.
    progress : bool
        Show a progress bar on a terminal, or one log line for each stage elsewhere.

    Raises
    ------
    ParameterError
        If ``processes`` is negative, ``threads`` is below 1, or ``processes`` is given together
        with a scheduler, where it has no effect.
    """

    processes: int = 0
    threads: int = 2
    scheduler: str | None = None
    keep: bool = True
    progress: bool = False

    def __post_init__(self) -> None:
        if self.processes < 0:
            raise ParameterError(
                f"processes={self.processes} is negative. Use 1 or more, or 0 to choose from CPU "
                "cores and corpus size."
            )
        if self.threads < 1:
            raise ParameterError(f"threads={self.threads} is too few. Use 1 or more.")
        if self.scheduler and self.processes:
            raise ParameterError(
                f"processes={self.processes} has no effect with a scheduler: the workers of "
                f"{self.scheduler} do the work. Leave one of the two out."
            )

    def changed_fields(self) -> list[str]:
        """Return the names of the fields that differ from their defaults, in order."""
        return [field.name for field in fields(self) if getattr(self, field.name) != field.default]


IN_THIS_PROCESS = Execution(processes=1)
"""No worker processes: the default of the functions that scripts and notebooks call."""
