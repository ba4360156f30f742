"""
Turn the reader's spans into attributions: whose words, in whose voice, with what doubt.

In: articles, sentences, the reader's spans and links, tokens. Out: the ``attributions`` and ``attribution_spans``
tables, and ``sentences`` with the share of each sentence that is attributed content. Which span belongs to which is
decided in ``analysis.extract.attributions.linker``, who the source is in ``analysis.extract.attributions.coreference`` and
``analysis.extract.attributions.source_types``. It does not judge whether what a source said is so.

The three parts, and where they begin and end, follow PolNeAR [1]_.

References
----------
.. [1] Newell, E., Margolin, D. and Ruths, D. (2018). An Attribution Relations Corpus for Political News. LREC.
"""

import bisect
import logging
import re
from dataclasses import replace

from analysis.core import tables
from analysis.extract.attributions import coreference, cue_stance, linker, source_types

__all__ = ["extract_attributions", "kind_of", "share_quoted"]

log = logging.getLogger(__name__)

_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)[‘'](?=\w)|''|``")
_QUOTED = re.compile(
    r"[\"“„«][^\"“”„«»]*[\"”»]?|(?<!\w)[‘'][^‘’']{3,}(?:['’](?!\w)|$)|(?:''|``).*?(?:''|$)",
    re.DOTALL,
)
_NEVER_NAMES = frozenset(
    "the a an it we i there this these they he she if in about our my all no what".split()
)
_CAPITAL_INSIDE = re.compile(r"[a-z] (?:The|A|It|We|If|There|They|He|She|This|These|Our|My)\b")
LOOSE = 0.5  # a source or cue that no attribution uses is kept if its mean probability is this high or higher
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me|I'm|I’m|We're|We’re)\b")


def extract_attributions(articles, sentences, spans, links, tokens):
    """
    Link the reader's spans into attributions and describe each.

    Parameters
    ----------
    articles, sentences : DataFrame
        The tables of those names. Not changed, nor are the others.
    spans : DataFrame
        ``tagger_spans``; layer ``attribution`` is used.
    links : DataFrame
        ``tagger_links``: p that a source or content belongs to a cue. May be empty; then distance, order and
        quote marks decide alone.
    tokens : DataFrame
        ``tokens``: its tags tell the cue's verb forms. May be empty.

    Returns
    -------
    attributions : DataFrame
        One row an attribution, in the order of the cues. ``source``, ``source_name``, ``carrier`` and ``cue`` are
        null where there is none; ``anonymous`` is true where there is no source.
    attribution_spans : DataFrame
        The characters of each part. Sources and cues that the reader is sure of (``LOOSE``) and that belong to no
        attribution stand there too, with a null ``attribution_id``.

    Raises
    ------
    TableError
        If a result breaks its definition.
    MissingResourceError
        If the linker's weights are absent.
    """
    starts = {
        key: rows["start"].tolist() for key, rows in sentences.groupby("article_id", sort=False)
    }
    titles = (
        sentences[sentences["in_title"]].groupby("article_id", sort=False)["end"].max().to_dict()
    )
    spans = spans[spans["layer"] == "attribution"]
    by_spans = dict(tuple(spans.groupby("article_id", sort=False)))
    by_links = dict(tuple(links.groupby("article_id", sort=False)))
    by_tokens = dict(tuple(tokens.groupby("article_id", sort=False)))
    rows, parts = [], []
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if article_id not in by_spans:
            continue
        marked = linker.Marked(
            text,
            linker.spans_of(text, by_spans[article_id], titles.get(article_id, 0)),
            starts.get(article_id) or [0],
            _links(by_links.get(article_id)),
        )
        groups = [_without_title(g, titles.get(article_id, 0)) for g in linker.link_spans(marked)]
        found = _describe(article_id, marked, groups, _Tags(by_tokens.get(article_id)))
        rows += [row for row, _ in found]
        parts += [part for _, own in found for part in own] + _loose(article_id, marked, groups)
    return tables.make(rows, tables.ATTRIBUTIONS), tables.make(parts, tables.ATTRIBUTION_SPANS)


def _without_title(group, title_end):
    """Take words of the title off what is attributed in the report: the title stands in the outlet's own voice."""
    below = tuple(s for s in group.contents if s.start >= title_end)
    said_below = group.cue is not None and group.cue.start >= title_end
    return replace(group, contents=below) if said_below and below else group


def _links(frame):
    if frame is None:
        return {}
    return dict(zip(zip(frame["from_id"], frame["to_id"], strict=True), frame["p"], strict=True))


class _Tags:
    """The words and tags of one article, found by their characters."""

    def __init__(self, frame):
        empty = frame is None
        self.starts = [] if empty else frame["start"].tolist()
        self.words = [] if empty else list(zip(frame["text"], frame["tag"], strict=True))

    def between(self, start, end):
        """Give the pairs of word and tag that begin in a span; None if there are none."""
        low, high = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        return self.words[low:high] or None


def _describe(article_id, marked, groups, tags):
    """Make the rows of one article: each attribution with its parts."""
    groups = sorted(groups, key=lambda g: (g.cue or g.contents[0]).start)
    everyone = sorted({s for g in groups for s in g.sources}, key=lambda s: s.start)
    names = coreference.resolve_names(marked.text, [(s.start, s.end) for s in everyone])
    names = dict(zip(everyone, names, strict=True))
    found = []
    for number, group in enumerate(groups):
        key = f"{article_id}-a{number}"
        found.append(
            (_row(key, article_id, marked, group, names, tags), _parts(key, article_id, group))
        )
    return found


def _row(key, article_id, marked, group, names, tags):
    text = marked.text
    source = " ... ".join(text[s.start : s.end] for s in group.sources) or None
    named = next((names[s] for s in group.sources if names[s].name), coreference.Named(None, None))
    cue = text[group.cue.start : group.cue.end] if group.cue else None
    contents = [text[s.start : s.end] for s in group.contents]
    anchor = group.cue or group.contents[0]
    kind = source_types.source_type(source, named.about)
    return {
        "attribution_id": key,
        "article_id": article_id,
        "sentence_id": max(marked.sentence(anchor.start), 0),
        "kind": kind_of(text, group),
        "source": source,
        "source_name": named.name,
        "carrier": None if kind == "media" else _carrier(marked, group, anchor),
        "cue": cue,
        "content": " ... ".join(contents),
        "source_type": kind,
        "anonymous": source_types.is_anonymous(named.name or source),
        "cue_stance": cue_stance.cue_stance(
            cue, group.cue and tags.between(group.cue.start, group.cue.end), contents[0]
        ),
    }


def _parts(key, article_id, group):
    spans = sorted(
        {*group.contents, *group.sources, *([group.cue] if group.cue else [])},
        key=lambda s: s.start,
    )
    return [
        {
            "article_id": article_id,
            "attribution_id": key,
            "role": s.role,
            "start": s.start,
            "end": s.end,
        }
        for s in spans
    ]


def _loose(article_id, marked, groups):
    """Give the sources and cues that the reader is sure of and that no attribution uses."""
    taken = {
        role: [
            s for g in groups for s in (g.sources if role == "source" else [g.cue] if g.cue else [])
        ]
        for role in ("source", "cue")
    }
    return [
        {
            "article_id": article_id,
            "attribution_id": None,
            "role": s.role,
            "start": s.start,
            "end": s.end,
        }
        for s in marked.spans
        if s.role in taken
        and s.p >= LOOSE
        and not any(t.start < s.end and s.start < t.end for t in taken[s.role])
    ]


def _carrier(marked, group, anchor):
    """Look for a relaying outlet in the cue's sentence, outside of source and contents."""
    number = max(marked.sentence(anchor.start), 0)
    start = marked.starts[number]
    end = marked.starts[number + 1] if number + 1 < len(marked.starts) else len(marked.text)
    taken = [(s.start - start, s.end - start) for s in (*group.sources, *group.contents)]
    return source_types.carrier(marked.text[start:end], taken)


def kind_of(text, group):
    """
    Tell direct from indirect speech by the quote marks in and around the contents.

    Parameters
    ----------
    text : str
        The article.
    group : linking.Linked
        A content without marks counts as direct where it begins with a capital in mid-sentence, or is in the first
        person: in many texts the marks were stripped.

    Returns
    -------
    str
        ``direct``: nine words in ten stand in quote marks; ``indirect``: none; ``mixed``: some.
    """
    inside = total = 0
    still_open = False
    for span in sorted(group.contents, key=lambda s: s.start):
        words = [m.start() for m in re.finditer(r"\w+", text[span.start : span.end])]
        total += len(words)
        inside += len(words) if still_open else _words_quoted(text, span, words)
        marks = re.findall(r"[\"“”]", text[span.start : span.end])
        still_open = (still_open or bool(marks)) and (
            not marks or marks[-1] == "“" or len(marks) == 1 and inside > 0
        )
    if not inside:
        return _unmarked(text, group)
    return "direct" if inside >= 0.9 * max(total, 1) else "mixed"


def _words_quoted(text, span, words):
    content = text[span.start : span.end]
    before, after = (
        text[max(span.start - 2, 0) : span.start].strip(),
        text[span.end : span.end + 2].strip(),
    )
    if (
        before[-1:]
        and before[-1:] in '"“«'
        and (after[:1] and after[:1] in '"”»' or not _MARKS.search(content))
    ):
        return len(words)
    quoted = [m.span() for m in _QUOTED.finditer(content)]
    return sum(any(s <= w < e for s, e in quoted) for w in words)


def _unmarked(text, group):
    """Tell the kind of contents without marks, which may have been stripped, by capitals and the first person."""
    first, words = group.contents[0], " ".join(text[s.start : s.end] for s in group.contents)
    if words.lower().startswith("that ") or not words[:1].isupper():
        inner = _CAPITAL_INSIDE.search(words) or re.search(r"\bI\b", words)
        return "mixed" if inner else "indirect"  # "that the road was shut and If it is ..."
    between = (
        text[group.cue.end : first.start]
        if group.cue is not None and first.start >= group.cue.end
        else "."
    )
    # a capital in mid-sentence: a mark stood here; and who quotes several sentences at once quotes them word for word
    capital = len(between) < 60 and "." not in between and words.split()[0].lower() in _NEVER_NAMES
    several = "." in between and re.search(r"[a-z]\. [A-Z]", words)
    return "direct" if capital or several or _FIRST_PERSON.search(words) else "indirect"


def share_quoted(articles, sentences, attribution_spans):
    """
    Fill the share of each sentence that is attributed content.

    Parameters
    ----------
    articles, sentences, attribution_spans : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        ``sentences`` with ``share_quoted``: words that begin inside a content, over words; 0 to 1, higher is more in
        the voice of others. 0 in articles where nobody is quoted, and in a sentence without words.
    """
    contents = attribution_spans[attribution_spans["role"] == "content"]
    inside = {
        key: list(zip(rows["start"], rows["end"], strict=True))
        for key, rows in contents.groupby("article_id")
    }
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True)
    shares = [_share(texts[key], start, end, inside.get(key, ())) for key, start, end in columns]
    return tables.make(sentences.assign(share_quoted=shares), tables.SENTENCES)


def _share(text, start, end, spans):
    words = [start + m.start() for m in re.finditer(r"\w+", text[start:end])]
    near = [(s, e) for s, e in spans if s < end and start < e]
    return sum(any(s <= w < e for s, e in near) for w in words) / len(words) if words else 0.0
