"""
Describe the notebooks: their questions, and the parameters that each declares.

In: the name of a notebook, or none. Out: a description of that one, or of all.
"""

from dataclasses import dataclass

from analysis.notebook_runs import parameters, scheduler

__all__ = ["Description", "describe"]


@dataclass(frozen=True)
class Description:
    """
    What a notebook is about.

    Attributes
    ----------
    name : str
        File name without ending.
    title : str
        The question that it asks.
    parameters : list of Parameter
        In the order of its parameters cell; empty if all notebooks are listed.
    """

    name: str
    title: str
    parameters: list[parameters.Parameter]


def describe(name: str = "") -> list[Description]:
    """
    Describe one notebook with its parameters, or all without.

    Parameters
    ----------
    name : str
        Name or number; empty describes all.

    Returns
    -------
    list of Description

    Raises
    ------
    ParameterError
        If there is no such notebook.
    """
    from analysis.report.write import title_of

    if not name:
        return [Description(path.stem, title_of(path), []) for path in scheduler.find_notebooks()]
    return [
        Description(path.stem, title_of(path), list(parameters.declared(path).values()))
        for path in scheduler.find_notebooks([name])
    ]
