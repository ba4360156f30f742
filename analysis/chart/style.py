"""
The matplotlib settings of every chart: font, text sizes, lines and grid.

In: a drawing function, or a ``with`` block. Out: the same, run with this project's settings.
The settings of other users of matplotlib are not changed. Colours are in ``palette``,
fonts in ``fonts``.
"""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib.typing import RcKeyType

from analysis.chart import fonts, palette

__all__ = ["SIZE", "styled", "use_style"]

SIZE = {  # in points
    "title": 13.0,
    "label": 10.0,
    "tick": 10.0,
    "legend": 9.0,
    "note": 9.0,
    "cell": 8.5,
}

_SETTINGS: dict[RcKeyType, object] = {
    "font.size": SIZE["label"],
    "text.parse_math": False,  # a dollar sign in the name of an outlet starts no formula
    "text.color": palette.TEXT,
    "axes.edgecolor": palette.MUTED,
    "axes.labelcolor": palette.TEXT,
    "axes.labelsize": SIZE["label"],
    "axes.titlesize": SIZE["label"],
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.formatter.use_mathtext": False,
    "axes.unicode_minus": True,
    "xtick.color": palette.TEXT,
    "ytick.color": palette.TEXT,
    "xtick.labelsize": SIZE["tick"],
    "ytick.labelsize": SIZE["tick"],
    "grid.color": palette.FAINT,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": SIZE["legend"],
    "legend.handletextpad": 0.5,
    "legend.columnspacing": 1.4,
    "hatch.linewidth": 0.6,
    "lines.markersize": 7,
    "figure.facecolor": palette.BACKGROUND,
    "axes.facecolor": palette.BACKGROUND,
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "svg.hashsalt": "parallax",  # the identifiers in an SVG do not change between runs
    "svg.fonttype": "none",  # real text, which can be selected, searched and read aloud
    "pdf.fonttype": 42,  # the same for print
}

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def use_style() -> Iterator[None]:
    """
    Apply this project's matplotlib settings inside a ``with`` block.

    The previous settings are restored at the end of the block.

    Examples
    --------
    >>> with use_style():
    ...     mpl.rcParams["svg.hashsalt"]
    'parallax'
    """
    settings: dict[RcKeyType, object] = {**_SETTINGS, "font.family": fonts.families()}
    if all(mpl.rcParams[name] == value for name, value in settings.items()):
        yield  # inside another block: a copy of all settings takes longer than drawing a word
        return
    with mpl.rc_context(settings), warnings.catch_warnings():
        # ``layout.finish`` says so under the chart, once instead of for each character
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from")
        yield


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """
    Decorate a function so that it draws with this project's settings.

    Parameters
    ----------
    draw : callable
        Any function that creates or draws on a matplotlib figure.

    Returns
    -------
    callable
        With the same signature.
    """

    @wraps(draw)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with use_style():
            return draw(*args, **kwargs)

    return wrapper
