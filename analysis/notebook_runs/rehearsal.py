"""
Do once what every notebook does, so that its copies need not load the packages for it.

In: nothing. Out: nothing but loaded modules and filled caches of fonts, schemas and word lists:
packages load much of themselves on first use, which no list of imports would name.
"""

from tempfile import TemporaryDirectory

__all__ = ["rehearse"]


def rehearse() -> None:
    """Read parameters, check a table, and draw and save a chart."""
    import nltk  # noqa: F401 - several seconds, which half of the notebooks would spend
    import pandas as pd
    import pyarrow.dataset  # noqa: F401
    import pyarrow.parquet  # noqa: F401
    from pydantic import TypeAdapter

    import analysis.corrections.checked
    import analysis.corrections.read
    import analysis.notebook_runs.parameters
    import analysis.run.pipeline  # noqa: F401
    from analysis.chart.layout import panels
    from analysis.core import schema, tables
    from analysis.notebook_runs.outputs import save_outputs

    TypeAdapter(list[str]).validate_python([])
    schema.empty(tables.ARTICLES)
    chart, axes = panels([1])
    axes.flat[0].plot([0, 1], [0, 1], label="a")
    chart.suptitle("a", fontweight="bold")
    chart._repr_mimebundle_()
    with TemporaryDirectory() as folder:
        save_outputs(folder, "a", figure=chart, table=pd.DataFrame({"a": [1]}))
