"""
The text of an article, or single sentences of it, as HTML with highlighted spans.

In: the row of an article, and spans from ``highlights``. Out: HTML that cannot run anything. All
text is escaped, and characters that MathJax, a terminal or the bidirectional algorithm would act
on are made harmless; they are replaced one for one, so that offsets still apply. There is no
script, inline style, event handler or remote file. No span is found or judged here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.chart.captions import NO_OUTLET
from analysis.chart.highlights import UNATTACHED
from analysis.chart.palette import HIGHLIGHTS
from analysis.chart.text_fitting import clean, is_missing
from analysis.core.calendar_words import short_day
from analysis.core.control_characters import CONTROL_CHARACTERS, replace_control_characters
from analysis.core.errors import TableError

__all__ = ["HighlightedText", "anchor", "examples", "highlighted_article", "stylesheet"]

_CSS = """
.px-evidence { line-height: 1.9; max-width: 48rem; unicode-bidi: isolate; overflow-wrap: anywhere; }
.px-evidence .px-text { white-space: pre-wrap; margin: .5em 0; }
.px-evidence .px-about, .px-evidence .px-legend { font-size: .9em; margin: .3em 0; padding: 0; }
.px-evidence .px-legend li { display: inline-block; list-style: none; margin: 0 1em .2em 0; }
.px-evidence ol.px-list { padding-left: 1.4em; }
.px-evidence mark { color: inherit; border-radius: .15em; padding: .08em 0; \
text-decoration-thickness: .13em;
  text-underline-offset: .22em; text-decoration-skip-ink: none; }
.px-evidence .px-odd { outline: 1px dotted; }
.px-evidence :target { outline: 2px solid; outline-offset: 2px; }
"""

_UNSAFE = re.compile(rf"{CONTROL_CHARACTERS.pattern}|[$\\]")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SECTION = '<section class="px-evidence tex2jax_ignore mathjax_ignore" dir="auto"'


@dataclass(frozen=True, repr=False)
class HighlightedText:
    """
    HTML that displays itself in a notebook.

    Attributes
    ----------
    html : str
    plain : str
        Shown where HTML is not supported.
    """

    html: str
    plain: str

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self) -> str:
        return self.plain

    def __str__(self) -> str:
        return self.html


def anchor(article_id: str, part: int | str | None = None) -> str:
    """
    Return the HTML ``id`` of an article, or of a sentence or span in it.

    Parameters
    ----------
    article_id : str
    part : int or str, optional
        The number of a sentence, or the id of a span.

    Returns
    -------
    str
        Letters, digits, ``-``, ``.``, ``:`` and ``_`` only; different for different ids.

    Examples
    --------
    >>> anchor("fa-kes-0012", 3), anchor("a b")
    ('a-fa-kes-0012:s3', 'a-a_20_b')
    """
    name = "a-" + _identifier(article_id)
    if part is None:
        return name
    if isinstance(part, int) or part.isdigit():
        return f"{name}:s{part}"
    return f"{name}:{_identifier(part)}"


def _identifier(text: str) -> str:
    """Replace every character that is not allowed in an ``id`` by its code."""
    return re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", str(text))


def stylesheet() -> str:
    """
    Return the style rules of highlighted text, for a page that has its rules in a file.

    Returns
    -------
    str
        CSS with every rule scoped to ``.px-evidence``. Text colour and background are those of
        the page, so it works in light and dark themes.
    """
    rules = [_CSS.strip()]
    for label, look in HIGHLIGHTS.items():
        rules.append(
            f".px-evidence mark.px-{label} {{ background: rgba({look.rgb}, .24); "
            f"text-decoration: underline {look.underline} rgb({look.rgb}); }}"
        )
    # the last rule overrides the others: these spans were found but belong to nothing
    rules.append(f'.px-evidence mark[title*="{UNATTACHED}"] {{ background: none; }}')
    return "\n".join(rules) + "\n"


def highlighted_article(
    article: Mapping | pd.Series,
    spans: pd.DataFrame,
    legend: bool = True,
    sentences: pd.DataFrame | None = None,
    style: bool = True,
) -> str:
    """
    Return one article as HTML with its spans in colour.

    Spans may contain each other or overlap; a span that overlaps another is marked in pieces.

    Parameters
    ----------
    article : mapping or Series
        ``article_id``, ``text``; optional ``outlet``, ``published``, ``url``.
    spans : DataFrame
        From ``highlights.spans_of``: ``start``, ``end`` (characters of ``text``), ``label``
        (source, cue, content, figure, victim, agent, name, harm, negative, neutral, positive; any
        other has the colour of "other" and keeps its name); optional ``note`` (the tooltip),
        ``span_id`` and ``article_id`` (rows of other articles are ignored). Not changed.
    legend : bool
        Whether to show a legend of the colours, and the outlet and day of the article.
    sentences : DataFrame, optional
        SENTENCES. Each sentence gets an ``id``, see ``anchor``.
    style : bool
        Whether to include the style rules; not needed on a page that has ``stylesheet``.

    Returns
    -------
    str
        HTML. The text of its ``px-text`` element is ``replace_control_characters(text)``.

    Raises
    ------
    TableError
        If a span lies outside the text; the message names the span.
    """
    record = _record(article)
    article_id, text = record["article_id"], record["text"]
    own = _of_article(spans, article_id)
    _validate(own, record)
    elements = _sentence_elements(sentences, article_id)
    elements += _mark_elements(own, article_id, 0, len(text))
    head = ""
    if legend:
        head = _header(record) + _legend(own["label"])
    return (
        f'{_SECTION} id="{anchor(article_id)}">{_style_element(style)}{head}'
        f'<div class="px-text" dir="auto">{_nest(text, elements, 0, len(text))}</div></section>'
    )


def examples(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    spans: pd.DataFrame,
    limit: int = 5,
    legend: bool = True,
    style: bool = True,
) -> HighlightedText:
    """
    Show single sentences with their spans in colour, so that results can be checked.

    Parameters
    ----------
    articles : DataFrame
        ARTICLES.
    sentences : DataFrame
        SENTENCES.
    spans : DataFrame
        As for ``highlighted_article``, with ``article_id``. Sentences are in the order of the
        spans; none is drawn at random.
    limit : int
        Maximum number of sentences.
    legend, style : bool
        As for ``highlighted_article``.

    Returns
    -------
    HighlightedText
        Says so if there is nothing to show. A span of several sentences is shown in the first.

    Raises
    ------
    TableError
        If a span lies outside its text.
    """
    chosen = _first_sentences(sentences, spans, limit)
    if not chosen:
        plain = "Nothing to show: no sentence contains such a span."
        html = f'<section class="px-evidence"><p class="px-about">{plain}</p></section>'
        return HighlightedText(html, plain)
    by_id = {row["article_id"]: row for row in articles.to_dict("records")}
    items, lines, labels = [], [], []
    for sentence in chosen:
        article = by_id[sentence["article_id"]]
        own = _of_sentence(spans, sentence)
        _validate(own, article)
        labels += list(own["label"])
        items.append(_sentence_item(article, sentence, own))
        text = clean(article["text"][sentence["start"] : sentence["end"]])
        lines.append(f"{_byline(article)}: {text}")
    head = _style_element(style)
    if legend:
        head += _legend(labels)
    html = f'{_SECTION}>{head}<ol class="px-list">{"".join(items)}</ol></section>'
    return HighlightedText(html, "\n".join(lines))


def _record(article: Mapping | pd.Series) -> dict:
    return dict(article)


def _first_sentences(sentences: pd.DataFrame, spans: pd.DataFrame, limit: int) -> list[dict]:
    """Return the first sentences in which a span starts, without repetition."""
    by_article = {key: own.sort_values("start") for key, own in sentences.groupby("article_id")}
    chosen = {}
    for article_id, start in zip(spans["article_id"], spans["start"], strict=True):
        row = _sentence_at(by_article.get(article_id), start)
        if row is not None:
            chosen.setdefault((article_id, row["start"]), row)
        if len(chosen) >= limit:
            break
    return list(chosen.values())


def _sentence_at(sentences: pd.DataFrame | None, position: int) -> dict | None:
    """Return the sentence that contains a character; ``sentences`` are sorted."""
    if sentences is None:
        return None
    number = int(sentences["start"].searchsorted(position, side="right")) - 1
    if number < 0 or position >= sentences["end"].iloc[number]:
        return None
    return sentences.iloc[number].to_dict()


def _of_article(spans: pd.DataFrame, article_id: str) -> pd.DataFrame:
    """Return the spans of one article with all optional columns."""
    if "article_id" in spans:
        spans = spans.loc[spans["article_id"] == article_id]
    missing = [name for name in ("note", "span_id") if name not in spans]
    return spans.assign(**dict.fromkeys(missing))


def _of_sentence(spans: pd.DataFrame, sentence: Mapping) -> pd.DataFrame:
    """Return the spans that touch a sentence, without ids, which must be unique on a page."""
    own = _of_article(spans, sentence["article_id"])
    touches = (own["start"] < sentence["end"]) & (own["end"] > sentence["start"])
    return own.loc[touches].assign(span_id=None)


def _validate(spans: pd.DataFrame, article: Mapping) -> None:
    length = len(article["text"])
    start, end = spans.loc[:, "start"], spans.loc[:, "end"]
    is_outside = (start < 0) | (end > length) | (start > end)
    if not is_outside.any():
        return
    row = spans.loc[is_outside].iloc[0]
    raise TableError(
        f"Span {row['start']} to {row['end']} ({row['label']}) lies outside the text of article "
        f"{article['article_id']!r}, which has {length} characters. "
        f"Spans and articles must come from the same run."
    )


def _sentence_item(article: Mapping, sentence: Mapping, spans: pd.DataFrame) -> str:
    """Return one sentence as a list item, marked so that a page can lead to it."""
    start, end = sentence["start"], sentence["end"]
    elements = _mark_elements(spans, article["article_id"], start, end)
    text = _nest(article["text"], elements, start, end)
    article_id = _without_tex(escape(str(sentence["article_id"])))
    return (
        f'<li data-article="{article_id}" data-sentence="{int(sentence["sentence_id"])}">'
        f'{_header(article)}<div class="px-text" dir="auto">{text}</div></li>'
    )


@dataclass(frozen=True, eq=False)
class _Element:
    """
    An HTML element around some characters of a text.

    Attributes
    ----------
    start, end : int
    opening, closing : str
        Its tags.
    level : int
        Elements of a lower level contain those of a higher level.
    """

    start: int
    end: int
    opening: str
    closing: str
    level: int

    @property
    def opening_again(self) -> str:
        """The tag of a second piece: without the ``id``, which must be unique."""
        return re.sub(' id="[^"]*"', "", self.opening)


def _sentence_elements(sentences: pd.DataFrame | None, article_id: str) -> list[_Element]:
    if sentences is None:
        return []
    elements = []
    for row in sentences.loc[sentences["article_id"] == article_id].to_dict("records"):
        start, end, number = (int(row[name]) for name in ("start", "end", "sentence_id"))
        opening = f'<span class="px-s" id="{anchor(article_id, number)}">'
        elements.append(_Element(start, end, opening, "</span>", level=0))
    return elements


def _mark_elements(
    spans: pd.DataFrame,
    article_id: str,
    first: int,
    last: int,
) -> list[_Element]:
    """Return an element for each span that is not empty, cut at the edges of the shown text."""
    elements = []
    for span in spans.loc[spans["start"] < spans["end"]].to_dict("records"):
        start, end = max(int(span["start"]), first), min(int(span["end"]), last)
        elements.append(_Element(start, end, _mark_tag(span, article_id), "</mark>", level=1))
    return elements


def _nest(
    text: str,
    elements: Sequence[_Element],
    first: int,
    last: int,
) -> str:
    """
    Return the text from ``first`` to ``last`` with its elements properly nested.

    Where two elements overlap, the inner one is closed and opened again.
    """
    elements = sorted(elements, key=lambda element: (element.level, element.start, -element.end))
    starts_and_ends = {position for own in elements for position in (own.start, own.end)}
    edges = sorted({first, last} | starts_and_ends)
    pieces = []
    open_elements: list[_Element] = []
    opened: list[_Element] = []
    for start, end in zip(edges, edges[1:], strict=False):
        wanted = [own for own in elements if own.start <= start and end <= own.end]
        n_same = _common_prefix(open_elements, wanted)
        pieces += [own.closing for own in reversed(open_elements[n_same:])]
        for own in wanted[n_same:]:
            if own in opened:
                pieces.append(own.opening_again)
            else:
                pieces.append(own.opening)
            opened.append(own)
        open_elements = wanted
        pieces.append(_safe(text[start:end]))
    pieces += [own.closing for own in reversed(open_elements)]
    return "".join(pieces)


def _common_prefix(first: Sequence[_Element], second: Sequence[_Element]) -> int:
    """Return how many elements at the start of two lists are the same."""
    length = 0
    for own, other in zip(first, second, strict=False):
        if own != other:
            break
        length += 1
    return length


def _mark_tag(span: Mapping, article_id: str) -> str:
    """Return the opening tag of a span, with its tooltip."""
    label = clean(span["label"])
    tooltip = label
    if not is_missing(span["note"]):
        tooltip += f": {span['note']}"
    span_id = ""
    if not is_missing(span["span_id"]):
        span_id = f' id="{anchor(article_id, "x-" + str(span["span_id"]))}"'
    return f'<mark class="px-{_class_of(label)}" title="{_safe_attribute(tooltip)}"{span_id}>'


def _class_of(label: str) -> str:
    return label if label in HIGHLIGHTS else "other"


def _style_element(is_wanted: bool) -> str:
    if not is_wanted:
        return ""
    return f"<style>{stylesheet()}</style>"


def _legend(labels: Iterable[str]) -> str:
    order = {label: rank for rank, label in enumerate(HIGHLIGHTS)}
    names = {clean(label) for label in labels}
    if not names:
        return ""
    items = [
        f'<li><mark class="px-{_class_of(name)}">{_safe(name)}</mark></li>'
        for name in sorted(names, key=lambda name: (order[_class_of(name)], name))
    ]
    return f'<ul class="px-legend" aria-label="Legend">{"".join(items)}</ul>'


def _byline(article: Mapping) -> str:
    """Return the outlet and the day of an article."""
    outlet = clean(article.get("outlet")) or NO_OUTLET
    day = article.get("published")
    stamp = pd.to_datetime(str(day), errors="coerce")
    if is_missing(day) or not isinstance(stamp, pd.Timestamp):
        return outlet
    return f"{outlet}, {short_day(stamp)}"


def _header(article: Mapping) -> str:
    """Return the outlet and day of an article, with a link to its page."""
    text = _safe(_byline(article))
    url = clean(article.get("url"))
    if _WEB_ADDRESS.match(url):
        address = _safe_attribute(url)
        text += f' <a href="{address}" rel="noopener noreferrer nofollow">page</a>'
    return f'<p class="px-about">{text}</p>'


def _safe(text: str) -> str:
    """Escape a text for HTML, separate TeX signs, and mark replaced characters."""
    pieces = []
    done = 0
    for match in _UNSAFE.finditer(text):
        pieces.append(escape(text[done : match.start()]))
        pieces.append(_safe_character(match[0]))
        done = match.end()
    return "".join(pieces) + escape(text[done:])


def _safe_character(character: str) -> str:
    if character in "$\\":
        return f"<span>{character}</span>"
    shown = replace_control_characters(character)
    return f'<span class="px-odd" title="character U+{ord(character):04X}">{shown}</span>'


def _safe_attribute(text: str) -> str:
    """Escape a text for an HTML attribute."""
    return _without_tex(escape(clean(replace_control_characters(str(text)))))


def _without_tex(escaped: str) -> str:
    """Hide TeX signs in an attribute from renderers that read attributes."""
    return escaped.replace("$", "&#36;").replace("\\", "&#92;")
