"""
Export a chart as PNG, SVG and PDF, with the table that it shows as CSV.

In: a finished figure and its table. Out: files, or the bytes of a PNG picture.
The files of a chart have the same bytes on every run.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.chart.captions import alt_text
from analysis.chart.evidence import detached
from analysis.chart.style import use_style
from analysis.chart.svg import svg_text
from analysis.core.errors import ParameterError
from analysis.core.owned_files import claim
from analysis.core.safe_csv import write_csv

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.PngImagePlugin import PngInfo

__all__ = ["png_bytes", "save"]

RESOLUTION = 130  # dots per inch; SVG and PDF files have any
_LAYOUT_TABLES = ("GDEF", "GPOS", "GSUB")  # of a font
_EXTENSIONS = ("png", "svg", "pdf", "csv")
_COLOURS = 128  # a chart has few colours and their shades; a palette of 256 is a sixth larger


def png_bytes(figure: Figure) -> bytes:
    """
    Return a chart as a PNG picture with 130 dots per inch.

    Parameters
    ----------
    figure : Figure
        Drawn once: a notebook shows a chart, then saves it.

    Returns
    -------
    bytes
        With the 128 most frequent colours, each as it was drawn, and the alt text as the
        ``Description`` of its metadata.
    """
    alt = alt_text(figure)
    drawn_alt, drawn = _DRAWN.get(figure, (None, b""))
    if figure.stale or drawn_alt != alt:
        drawn = _draw_png(figure, alt)
        _DRAWN[figure] = alt, drawn
        figure.stale = False  # until something in it changes; saving set its resolution back
    return drawn


_DRAWN: WeakKeyDictionary[Figure, tuple[str, bytes]] = WeakKeyDictionary()
"""Alt text and picture of charts that have not changed since they were drawn."""


def _draw_png(figure: Figure, alt: str) -> bytes:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    drawn = BytesIO()
    with use_style():
        figure.savefig(drawn, format="rgba", dpi=RESOLUTION)  # a PNG would be packed and unpacked
    width, height = (figure.get_size_inches() * RESOLUTION).astype(int)
    image = Image.frombuffer("RGBA", (width, height), drawn.getvalue()).convert("RGB")
    metadata = PngInfo()
    metadata.add_itxt("Description", alt)
    return _packed(image, metadata)


def _packed(image: "Picture", metadata: "PngInfo | None") -> bytes:
    compressed = BytesIO()
    # the highest level takes six times as long, and makes the file a twentieth smaller
    _with_few_colours(image).save(compressed, "PNG", compress_level=7, pnginfo=metadata)
    return compressed.getvalue()


def _with_few_colours(image: "Picture") -> "Picture":
    """
    Keep the most frequent colours as they are; others take the nearest of them.

    Methods that average colours, as those of Pillow do, can make one colour of two series.
    """
    from PIL import Image

    red, green, blue = np.asarray(image, np.uint32).transpose(2, 0, 1)
    numbers = red << 16 | green << 8 | blue
    position, once = pd.factorize(numbers.ravel())  # sorting all pixels takes ten times as long
    found = np.asarray(once)
    colours = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1).astype(int)
    order = np.lexsort((found, -np.bincount(position)))
    palette = colours[order[:_COLOURS]]
    distances = ((colours[:, None] - palette) ** 2).sum(axis=2)
    nearest = distances.argmin(axis=1).astype(np.uint8)
    reduced = Image.fromarray(nearest[position].reshape(numbers.shape))
    reduced.putpalette(palette.astype(np.uint8).tobytes())
    return reduced


def save(
    figure: Figure,
    folder: str | Path,
    name: str,
    table: pd.DataFrame,
) -> dict[str, Path]:
    """
    Write a chart as PNG (130 dots per inch), SVG and PDF, and its table as CSV.

    The alt text is part of the metadata of all pictures. Text in SVG and PDF can be selected; the
    marks of the SVG have tooltips and name their evidence, see ``svg``.

    Parameters
    ----------
    figure : Figure
    folder : str or Path
        Created if it does not exist.
    name : str
        File name without extension; letters, digits, ``-`` and ``_``.
    table : DataFrame
        What the chart shows. Cells that a spreadsheet would run as formulas are escaped.

    Returns
    -------
    dict of str to Path
        Keys ``png``, ``svg``, ``pdf`` and ``csv``.

    Raises
    ------
    ParameterError
        If the name contains any other character, such as a slash.
    """
    _validate_name(name)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {extension: folder / f"{name}.{extension}" for extension in _EXTENSIONS}
    for path in paths.values():
        claim(path)
    paths["png"].write_bytes(png_bytes(figure))
    paths["svg"].write_text(svg_text(figure, name), encoding="utf8")
    paths["pdf"].write_bytes(_pdf_bytes(figure, name))
    write_csv(table, paths["csv"])
    return paths


def _pdf_bytes(figure: Figure, name: str) -> bytes:
    """Return a chart as a PDF file without links, dates or the names of programs."""
    drawn = BytesIO()
    metadata = {"CreationDate": None, "Creator": None, "Producer": None}
    metadata |= {"Title": name, "Subject": alt_text(figure)}
    with use_style(), detached(figure), _without_layout_tables():
        figure.savefig(drawn, format="pdf", metadata=metadata)
    return drawn.getvalue()


@contextmanager
def _without_layout_tables() -> Iterator[None]:
    """
    Embed fonts without their rules for ligatures and kerning.

    A PDF places each glyph itself, so no reader uses these tables, and reading and cutting them
    takes more than half of the time of a PDF.
    """
    from fontTools.subset import Options

    kept = Options._drop_tables_default
    Options._drop_tables_default = [*kept, *_LAYOUT_TABLES]
    try:
        yield
    finally:
        Options._drop_tables_default = kept


def _validate_name(name: str) -> None:
    is_usable = all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    if not name or not is_usable:
        raise ParameterError(
            f"Chart name {name!r} is not usable; letters, digits, '-' and '_' are allowed."
        )
