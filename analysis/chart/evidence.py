"""
The evidence: an article, or single sentences, as HTML with every found span in colour.

In: an article's row and spans with their offsets. Out: HTML that cannot run anything: all text is escaped, and what
MathJax, a terminal or the bidirectional algorithm would act on is made harmless. No script, no inline style, no event
handler, no remote file. Characters that nobody should obey are replaced one for one, so that offsets still hold.
Which spans to show is decided by the caller; nothing is found or judged here.
"""

import re
from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.chart.style import clean
from analysis.core.control_characters import CONTROL_CHARACTERS, replace_control_characters
from analysis.core.errors import TableError

__all__ = ["Evidence", "anchor", "evidence", "examples", "stylesheet"]

# Colour, and a line below it that differs in form, for grey prints and for readers who do not see colours.
_LOOKS = {
    "source": ("0, 114, 178", "solid"),
    "cue": ("204, 121, 167", "dotted"),
    "content": ("230, 159, 0", "dashed"),
    "figure": ("213, 94, 0", "double"),
    "agent": ("0, 158, 115", "wavy"),
    "name": ("86, 180, 233", "solid"),
    "harm": ("150, 75, 0", "dotted"),
    "positive": ("0, 158, 115", "solid"),
    "neutral": ("128, 128, 128", "dashed"),
    "negative": ("213, 94, 0", "dotted"),
    "other": ("128, 128, 128", "solid"),
}

_CSS = """
.px-evidence { line-height: 1.9; max-width: 48rem; unicode-bidi: isolate; overflow-wrap: anywhere; }
.px-evidence .px-text { white-space: pre-wrap; margin: .5em 0; }
.px-evidence .px-about, .px-evidence .px-legend { font-size: .9em; margin: .3em 0; padding: 0; }
.px-evidence .px-legend li { display: inline-block; list-style: none; margin: 0 1em .2em 0; }
.px-evidence ol.px-list { padding-left: 1.4em; }
.px-evidence mark { color: inherit; border-radius: .15em; padding: .08em 0; text-decoration-thickness: .13em;
  text-underline-offset: .22em; text-decoration-skip-ink: none; }
.px-evidence .px-odd { outline: 1px dotted; }
.px-evidence :target { outline: 2px solid; outline-offset: 2px; }
"""

UNATTACHED = "in no attribution"  # note of a source or cue that no attribution uses
_TEX = re.compile(r"[$\\]")


@dataclass(frozen=True, repr=False)
class Evidence:
    """HTML that shows itself in a notebook; ``plain`` is shown where HTML is not."""

    html: str
    plain: str

    def _repr_html_(self):
        return self.html

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html, "text/plain": self.plain}

    def __repr__(self):
        return self.plain

    def __str__(self):
        return self.html


def _safe(text):
    """Escape a text for HTML, with TeX signs cut off from each other and replaced characters marked."""
    parts, done = [], 0
    for match in re.finditer(f"{CONTROL_CHARACTERS.pattern}|{_TEX.pattern}", text):
        parts.append(escape(text[done : match.start()]))
        sign = match[0]
        if sign in "$\\":
            parts.append(f"<span>{sign}</span>")
        else:
            parts.append(
                f'<span class="px-odd" title="character U+{ord(sign):04X}">{replace_control_characters(sign)}</span>'
            )
        done = match.end()
    return "".join(parts) + escape(text[done:])


def _attribute(text):
    # what a title says is never typeset, but a renderer that reads attributes should not find TeX either
    return (
        escape(clean(replace_control_characters(str(text))))
        .replace("$", "&#36;")
        .replace("\\", "&#92;")
    )


def anchor(article_id, part=None):
    """
    Give the ``id`` of an article, or of a sentence or span in it, as the evidence has it.

    Parameters
    ----------
    article_id : str
    part : int or str, optional
        A sentence's number, or a span's id.

    Returns
    -------
    str
        Letters, digits, ``-``, ``.`` and ``_`` only; different for different ids.

    Examples
    --------
    >>> anchor("fa-kes-0012", 3), anchor("a b")
    ('a-fa-kes-0012:s3', 'a-a_20_b')
    """
    name = "a-" + _identifier(article_id)
    if part is None:
        return name
    return (
        f"{name}:s{part}"
        if isinstance(part, int) or str(part).isdigit()
        else f"{name}:{_identifier(part)}"
    )


def _identifier(text):
    return re.sub(r"[^A-Za-z0-9.-]", lambda m: f"_{ord(m[0]):x}_", str(text))


def stylesheet():
    """
    Give the style rules of the evidence, for a page that keeps its rules in a file.

    Returns
    -------
    str
        CSS whose every rule is scoped to ``.px-evidence``. It takes letters and ground from the page around it, so it
        works in light and dark.
    """
    rules = [
        f".px-evidence mark.px-{label} {{ background: rgba({rgb}, .24); "
        f"text-decoration: underline {line} rgb({rgb}); }}"
        for label, (rgb, line) in _LOOKS.items()
    ]
    # after the others, which it outdoes: found, but said of nothing
    rules.append(f'.px-evidence mark[title*="{UNATTACHED}"] {{ background: none; }}')
    return _CSS.strip() + "\n" + "\n".join(rules) + "\n"


def evidence(article, spans, legend=True, sentences=None, style=True):
    """
    Show one article with its spans in colour.

    Spans may lie in each other or cross; one that crosses another is marked in pieces.

    Parameters
    ----------
    article : mapping or Series
        ``article_id``, ``text``; optional ``outlet``, ``published``, ``title``, ``url``.
    spans : DataFrame
        Columns ``start``, ``end`` (characters of ``text``), ``label`` (source, cue, content, figure, agent, name,
        harm, negative, neutral, positive; any other is shown as "other" under its own name); optional ``note``
        (what a reader is told about it) and ``span_id``. ``spans.spans_of`` makes it from the project's tables.
        With a column ``article_id``, rows of other articles are left out. Not changed.
    legend : bool
        Whether to name the colours, and who published the text when.
    sentences : DataFrame, optional
        SENTENCES; each sentence gets an ``id``, see ``anchor``.
    style : bool
        Whether to put the style rules in; False where the page has ``stylesheet`` already.

    Returns
    -------
    str
        HTML. The text of its ``px-text`` element is ``replace_control_characters(text)``.

    Raises
    ------
    TableError
        If a span lies outside the text; the message names it.
    """
    article, spans = dict(article), _of_article(spans, article["article_id"])
    _check(spans, article)
    body = _marked(
        article, spans, _sentence_rows(sentences, article["article_id"]), 0, len(article["text"])
    )
    return (
        f'<section class="px-evidence tex2jax_ignore mathjax_ignore" dir="auto" '
        f'id="{anchor(article["article_id"])}">'
        f"{_style(style)}{_about(article) + _legend(spans['label']) if legend else ''}"
        f'<div class="px-text" dir="auto">{body}</div></section>'
    )


def examples(articles, sentences, spans, limit=5, legend=True, style=True):
    """
    Show single sentences with their spans in colour, so that a reader can disagree.

    Parameters
    ----------
    articles : DataFrame
        ARTICLES.
    sentences : DataFrame
        SENTENCES.
    spans : DataFrame
        As for ``evidence``, with ``article_id``. Sentences come in the order of the spans; none is chosen at random.
    limit : int
        At most so many sentences.
    legend, style : bool
        As for ``evidence``.

    Returns
    -------
    Evidence
        Says so in words if there is nothing to show. A span that runs over several sentences is shown where it starts.

    Raises
    ------
    TableError
        If a span lies outside its text.
    """
    texts = {row["article_id"]: row for row in articles.to_dict("records")}
    chosen = _chosen(sentences, spans, limit)
    if not chosen:
        words = "Nothing to show: no sentence holds such a span."
        return Evidence(
            f'<section class="px-evidence"><p class="px-about">{words}</p></section>', words
        )
    items, lines, labels = [], [], []
    for row in chosen:
        article = texts[row["article_id"]]
        own = _of_article(spans, row["article_id"])
        own = own[(own["start"] < row["end"]) & (own["end"] > row["start"])]
        _check(own, article)
        labels += list(own["label"])
        body = _marked(article, own.assign(span_id=None), [], row["start"], row["end"])
        items.append(
            f'<li{_place(row)}>{_about(article)}<div class="px-text" dir="auto">{body}</div></li>'
        )
        sentence = clean(article["text"][row["start"] : row["end"]])
        lines.append(f"{_who(article)}: {sentence}")
    html = (
        f'<section class="px-evidence tex2jax_ignore mathjax_ignore" dir="auto">{_style(style)}'
        f'{_legend(labels) if legend else ""}<ol class="px-list">{"".join(items)}</ol></section>'
    )
    return Evidence(html, "\n".join(lines))


def _place(row):
    """Name the sentence, so that a page can lead to it."""
    name = escape(str(row["article_id"])).replace("$", "&#36;").replace("\\", "&#92;")
    return f' data-article="{name}" data-sentence="{int(row["sentence_id"])}"'


def _chosen(sentences, spans, limit):
    """Give the first sentences that hold the start of a span, each once."""
    rows = {key: part.sort_values("start") for key, part in sentences.groupby("article_id")}
    chosen = {}
    for article_id, start in zip(spans["article_id"], spans["start"], strict=True):
        if article_id in rows:
            own = rows[article_id]
            at = int(own["start"].searchsorted(start, side="right")) - 1
            if at >= 0 and start < own["end"].iloc[at]:
                chosen.setdefault((article_id, at), own.iloc[at].to_dict())
        if len(chosen) >= limit:
            break
    return list(chosen.values())


def _of_article(spans, article_id):
    spans = spans[spans["article_id"] == article_id] if "article_id" in spans else spans
    for name in ("note", "span_id"):
        if name not in spans:
            spans = spans.assign(**{name: None})
    return spans


def _check(spans, article):
    wrong = spans[
        (spans["start"] < 0)
        | (spans["end"] > len(article["text"]))
        | (spans["start"] > spans["end"])
    ]
    if len(wrong):
        row = wrong.iloc[0]
        raise TableError(
            f"Span {row['start']} to {row['end']} ({row['label']}) lies outside the text of article "
            f"{article['article_id']!r}, which has {len(article['text'])} characters. "
            f"Spans and articles must come from the same run."
        )


def _sentence_rows(sentences, article_id):
    if sentences is None:
        return []
    own = sentences[sentences["article_id"] == article_id]
    return list(zip(own["start"], own["end"], own["sentence_id"], strict=True))


def _marked(article, spans, sentences, first, last):
    """Write text from ``first`` to ``last`` with nested elements; where two cross, the inner one is cut in pieces."""
    text, article_id = article["text"], article["article_id"]
    elements = [
        (0, int(s), int(e), f'<span class="px-s" id="{anchor(article_id, int(n))}">', "</span>")
        for s, e, n in sentences
    ]
    elements += [
        (1, max(int(r.start), first), min(int(r.end), last), _mark(r, article_id), "</mark>")
        for r in spans.itertuples(index=False)
        if r.start < r.end
    ]
    elements.sort(key=lambda e: (e[0], e[1], -e[2]))
    edges = sorted({first, last, *(e[1] for e in elements), *(e[2] for e in elements)})
    parts, stack, seen = [], [], set()
    for a, b in zip(edges, edges[1:], strict=False):
        wanted = [i for i, e in enumerate(elements) if e[1] <= a and b <= e[2]]
        same = next(
            (k for k, (x, y) in enumerate(zip(stack, wanted, strict=False)) if x != y),
            min(len(stack), len(wanted)),
        )
        parts += [elements[i][4] for i in reversed(stack[same:])]
        for i in wanted[same:]:
            # an id stands once: later pieces of the same span go without
            parts.append(re.sub(' id="[^"]*"', "", elements[i][3]) if i in seen else elements[i][3])
            seen.add(i)
        stack = wanted
        parts.append(_safe(text[a:b]))
    return "".join([*parts, *(elements[i][4] for i in reversed(stack))])


def _mark(span, article_id):
    label = clean(span.label)
    note = "" if pd.isna(span.note) else f": {span.note}"
    name = "" if pd.isna(span.span_id) else f' id="{anchor(article_id, "x-" + str(span.span_id))}"'
    return f'<mark class="px-{_class(label)}" title="{_attribute(label + note)}"{name}>'


def _class(label):
    return label if label in _LOOKS else "other"


def _style(wanted):
    return f"<style>{stylesheet()}</style>" if wanted else ""


def _legend(labels):
    names = sorted(
        {clean(label) for label in labels}, key=lambda n: (list(_LOOKS).index(_class(n)), n)
    )
    items = "".join(f'<li><mark class="px-{_class(n)}">{_safe(n)}</mark></li>' for n in names)
    return f'<ul class="px-legend" aria-label="Legend">{items}</ul>' if names else ""


def _who(article):
    day = article.get("published")
    parts = [
        clean(article.get("outlet")) or "no outlet given",
        "" if pd.isna(day) else f"{pd.Timestamp(day):%Y-%m-%d}",
    ]
    return ", ".join(p for p in parts if p)


def _about(article):
    url = clean(article.get("url"))
    words = _safe(_who(article))
    if re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        words += f' <a href="{_attribute(url)}" rel="noopener noreferrer nofollow">page</a>'
    return f'<p class="px-about">{words}</p>'
