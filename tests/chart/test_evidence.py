import re
from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.chart.evidence import Evidence, anchor, evidence, examples, stylesheet
from analysis.chart.spans import spans_of
from analysis.core import tables
from analysis.core.control_characters import replace_control_characters
from analysis.core.errors import TableError

ALLOWED = {"section", "style", "div", "p", "ul", "ol", "li", "span", "mark", "a"}
ATTRIBUTES = {
    "class",
    "id",
    "title",
    "dir",
    "href",
    "rel",
    "aria-label",
    "data-article",
    "data-sentence",
}


class Page(HTMLParser):
    """Read HTML as a browser would: text of the article, tags, attributes, ids, balance."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.ids, self.open, self.text, self.depth = (
            [],
            [],
            [],
            [],
            [],
            None,
        )
        self.marks, self.inside = [], []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [v for k, v in attrs if k == "id"]
        self.open.append(tag)
        attrs = dict(attrs)
        if attrs.get("class") == "px-text":
            self.depth = len(self.open)
        if tag == "mark" and self.depth:
            self.marks.append([attrs, ""])
            self.inside.append(self.marks[-1])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "mark" and self.inside:
            self.inside.pop()
        if self.depth and len(self.open) < self.depth:
            self.depth = None

    def handle_data(self, data):
        if self.depth:
            self.text.append(data)
            for mark in self.inside:
                mark[1] += data


def spans(*rows):
    return pd.DataFrame(
        [dict(zip(("start", "end", "label", "note"), r, strict=False)) for r in rows],
        columns=["start", "end", "label", "note"],
    )


def article(text, **more):
    return {"article_id": "a-1", "text": text, **more}


NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</mark></div></section><script>",
    "<!-- --> <![CDATA[",
    "&lt;script&gt; &amp;amp; &#60;b&#62;",
    "javascript:alert(1)",
    "$\\href{javascript:alert(1)}{x}$",
    "\\(x^2\\) \\[y\\]",
    "$$ \\begin{equation} $$",
    "\x1b[31mred\x1b[0m",
    "\u202ereversed\u202c \u2066isolated\u2069",
    "\x00\x07\x9b31m",
    "a\r\nb\tc",
    "'\" onmouseover='x'",
    "\ud800 lone",
    "{{ 7*7 }} {% raw %}",
    "",
]


@pytest.mark.parametrize("text", NASTY)
def test_text_is_shown_and_never_run(text):
    page = Page(
        evidence(
            article(text, outlet=text, published=None, url=text),
            spans(
                (
                    0,
                    len(text),
                    replace_control_characters(text) or "source",
                    replace_control_characters(text),
                )
            ),
        )
    )
    assert "".join(page.text) == replace_control_characters(text)
    assert set(page.tags) <= ALLOWED
    assert {k for k, _ in page.attributes} <= ATTRIBUTES
    assert not any("javascript" in v for k, v in page.attributes if k == "href")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_text_with_any_spans(data):
    text = data.draw(st.text(max_size=60) | st.sampled_from(NASTY))
    place = st.integers(0, len(text))
    pairs = data.draw(
        st.lists(st.tuples(place, place, st.sampled_from(["source", "cue", "odd<b>"])), max_size=6)
    )
    table = spans(
        *[(min(a, b), max(a, b), label, replace_control_characters(text)) for a, b, label in pairs]
    )
    before = table.copy()
    page = Page(evidence(article(text), table))
    assert "".join(page.text) == replace_control_characters(text)
    assert len(replace_control_characters(text)) == len(text)
    assert set(page.tags) <= ALLOWED
    assert len(page.ids) == len(set(page.ids))
    pd.testing.assert_frame_equal(table, before)


def test_tex_signs_are_cut_off_from_each_other():
    html = evidence(article("It cost $5 and $6, \\(x\\)."), spans())
    body = html[html.index("px-text") :]
    assert "mathjax_ignore" in html
    assert "tex2jax_ignore" in html
    assert re.sub(r"<span>[$\\]</span>", "", body).count("$") == 0
    assert "\\" not in re.sub(r"<span>[$\\]</span>", "", body)


@pytest.mark.parametrize(
    ("spans_in", "marked"),
    [
        ([(0, 4, "source"), (5, 9, "cue")], [("source", "Abcd"), ("cue", "fghi")]),
        ([(0, 9, "content"), (2, 4, "figure")], [("content", "Abcd fghi"), ("figure", "cd")]),
        (
            [(0, 5, "content"), (3, 9, "figure")],
            [("content", "Abcd "), ("figure", "d "), ("figure", "fghi")],
        ),
        ([(4, 4, "source")], []),
    ],
)
def test_spans_nest_and_cross(spans_in, marked):
    page = Page(evidence(article("Abcd fghi"), spans(*spans_in)))
    assert [(a["class"].removeprefix("px-"), text) for a, text in page.marks] == marked


def test_ids_stand_once_although_a_span_is_cut():
    table = spans((0, 5, "content"), (3, 9, "figure")).assign(span_id=["c 1", "f 1"])
    sentences = pd.DataFrame(
        {"article_id": "a-1", "start": [0, 5], "end": [4, 9], "sentence_id": [0, 1]}
    )
    page = Page(evidence(article("Abcd fghi"), table, sentences=sentences))
    assert sorted(page.ids) == ["a-a-1", "a-a-1:s0", "a-a-1:s1", "a-a-1:x-c_20_1", "a-a-1:x-f_20_1"]


@given(st.text(max_size=8), st.text(max_size=8))
def test_anchor_is_safe_and_one_to_one(a, b):
    assert re.fullmatch(r"[A-Za-z0-9._:-]+", anchor(a, 1))
    assert (anchor(a) == anchor(b)) == (a == b)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        (" java\nscript:x", False),
        (None, False),
        ("https:///x", False),
    ],
)
def test_only_web_addresses_become_links(url, linked):
    page = Page(evidence(article("Text.", url=url), spans()))
    assert ("a" in page.tags) == linked


def test_notes_reach_the_title_and_legend_names_labels():
    html = evidence(
        article("Four died.", outlet="Gazette", published=pd.Timestamp("2020-02-03")),
        spans((0, 4, "figure", 'killed; "people"'), (5, 9, "unheard of")),
    )
    assert 'title="figure: killed; &quot;people&quot;"' in html
    assert '<mark class="px-other">unheard of</mark>' in html
    assert "Gazette, 2020-02-03" in html
    assert '"px-legend"' not in evidence(article("x"), spans((0, 1, "cue")), legend=False)


def test_style_is_scoped_and_can_be_left_to_the_page():
    assert all(
        ".px-evidence" in rule.split("{")[0] for rule in stylesheet().split("}") if rule.strip()
    )
    assert "<style" not in evidence(article("x"), spans(), style=False)
    assert "style=" not in evidence(article("x"), spans())
    assert "url(" not in stylesheet()


@pytest.mark.parametrize("span", [(0, 99, "source"), (-1, 2, "source"), (3, 2, "cue")])
def test_span_outside_the_text_is_refused(span):
    with pytest.raises(
        TableError, match=r"lies outside the text of article 'a-1', which has 5 characters"
    ):
        evidence(article("Abcd."), spans(span))


ARTICLES = tables.make(
    [
        {
            "article_id": "x",
            "corpus": "c",
            "outlet": "Gazette",
            "published": "2020-02-03",
            "text": "Four died. Five <b>fled</b>.",
            "n_words": 4,
        },
        {"article_id": "y", "corpus": "c", "text": "No one came.", "n_words": 3},
    ],
    tables.ARTICLES,
)
SENTENCES = tables.make(
    [
        {"article_id": "x", "sentence_id": 0, "start": 0, "end": 10, "in_title": False},
        {"article_id": "x", "sentence_id": 1, "start": 11, "end": 28, "in_title": False},
        {"article_id": "y", "sentence_id": 0, "start": 0, "end": 12, "in_title": False},
    ],
    tables.SENTENCES,
)


def test_examples_show_sentences_in_the_order_of_the_spans():
    table = spans((11, 15, "figure"), (0, 4, "figure"), (1, 2, "cue")).assign(article_id="x")
    found = examples(ARTICLES, SENTENCES, table, limit=2)
    assert isinstance(found, Evidence)
    assert found.plain == "Gazette, 2020-02-03: Five <b>fled</b>.\nGazette, 2020-02-03: Four died."
    assert Page(found.html).marks[0][1] == "Five"
    assert found._repr_mimebundle_()["text/html"] == found._repr_html_()
    assert len(examples(ARTICLES, SENTENCES, table, limit=1).plain.splitlines()) == 1


def test_examples_name_their_sentences_so_that_a_page_can_lead_there():
    odd = 'x"><b>$1$'
    renamed = (
        frame.assign(article_id=odd)
        for frame in (ARTICLES.head(1), SENTENCES.head(2), spans((11, 15, "figure")))
    )
    html = examples(*renamed).html
    assert 'data-sentence="1"' in html
    assert "<b>" not in html.split("data-article=")[1].split(" data-sentence")[0]
    tag = re.search(r'data-article="([^"]*)"', html)[1]
    assert "$" not in tag
    assert unescape(tag) == odd


def test_examples_say_when_there_is_nothing():
    assert "Nothing to show" in examples(ARTICLES, SENTENCES, spans().assign(article_id=[])).html


def test_spans_of_tables():
    figures = tables.make(
        [
            {
                "figure_id": "f1",
                "article_id": "x",
                "sentence_id": 0,
                "start": 0,
                "end": 4,
                "text": "Four",
                "low": 4,
                "high": 4,
                "qualifier": "exact",
                "unit": "people",
                "implicit": False,
                "outcome": "killed",
                "agent": "Five",
                "agent_start": 11,
                "agent_end": 15,
            }
        ],
        tables.FIGURES,
    )
    names = tables.make(
        [
            {
                "article_id": "x",
                "sentence_id": 0,
                "start": 5,
                "end": 9,
                "text": "died",
                "referent": "r",
                "choice": "c",
                "scare": False,
                "voice": "own",
            }
        ],
        tables.NAMES,
    )
    parts = tables.make(
        [
            {
                "article_id": "y",
                "attribution_id": of,
                "role": "cue",
                "start": start,
                "end": start + 2,
            }
            for of, start in (("t", 0), (None, 3))
        ],
        tables.ATTRIBUTION_SPANS,
    )
    found = spans_of(figures=figures, names=names, attribution_spans=parts)
    assert list(found["label"]) == ["figure", "name", "agent", "cue", "cue"]
    assert found["note"].iloc[-2:].isna().tolist() == [True, False]
    assert found["note"].iloc[-1] == "in no attribution"
    assert found.loc[0, "note"] == "killed; people; exact; 4 to 4; by: Five"
    assert found.loc[0, "span_id"] == "f1"
    assert spans_of().empty
    assert "4 to 4" in evidence(ARTICLES.iloc[0], found)
