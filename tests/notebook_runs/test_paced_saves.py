from datetime import datetime, timedelta

import pytest
from papermill.engines import NBClientEngine, papermill_engines

from analysis.notebook_runs import paced_saves


class Manager:
    """In place of papermill's: each look at the clock takes a quarter of a second."""

    def __init__(self):
        self.clock = datetime(2026, 1, 1)
        self.last_save_time = self.clock
        self.saved = 0

    def now(self):
        self.clock += timedelta(seconds=0.25)
        return self.clock

    def save(self, **options):
        self.saved += 1
        self.last_save_time = self.now()


def steps(cls, nb_man, kernel_name, n_steps=20, error=None):
    for _ in range(n_steps):
        nb_man.save(nb=None)
    if error:
        raise error


@pytest.mark.parametrize("error", [None, KeyboardInterrupt(), RuntimeError("cell")])
def test_a_notebook_is_saved_once_a_second_and_whenever_asked_to_after_its_cells(
    error, monkeypatch
):
    monkeypatch.setattr(NBClientEngine, "execute_managed_notebook", classmethod(steps))
    engine = papermill_engines.get_engine(paced_saves.register())
    manager = Manager()
    if error is None:
        engine.execute_managed_notebook(manager, "python")
    else:
        with pytest.raises(type(error)):
            engine.execute_managed_notebook(manager, "python", error=error)
    assert manager.saved == 5
    manager.save()
    assert manager.saved == 6
