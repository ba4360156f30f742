import re
from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.chart.highlighted_text import (
    HighlightedText,
    anchor,
    examples,
    highlighted_article,
    stylesheet,
)
from analysis.core import tables
from analysis.core.control_characters import replace_control_characters
from analysis.core.errors import TableError

ALLOWED_TAGS = {"section", "style", "div", "p", "ul", "ol", "li", "span", "mark", "a"}
ALLOWED_ATTRIBUTES = {
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
    """
    Read HTML as a browser would, and check that its tags are balanced.

    Attributes
    ----------
    tags, ids : list of str
    attributes : list of tuple of str and str
    text : str
        Of the article.
    marks : list of list
        Attributes and text of each mark in the article.
    """

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.ids = []
        self.attributes = []
        self.text = ""
        self.marks = []
        self._open_tags = []
        self._open_marks = []
        self._text_depth = None
        self.feed(html)
        self.close()
        assert not self._open_tags

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id"]
        self._open_tags.append(tag)
        if dict(attrs).get("class") == "px-text":
            self._text_depth = len(self._open_tags)
        if tag == "mark" and self._text_depth:
            self.marks.append([dict(attrs), ""])
            self._open_marks.append(self.marks[-1])

    def handle_endtag(self, tag):
        assert self._open_tags.pop() == tag
        if tag == "mark" and self._open_marks:
            self._open_marks.pop()
        if self._text_depth and len(self._open_tags) < self._text_depth:
            self._text_depth = None

    def handle_data(self, data):
        if self._text_depth:
            self.text += data
            for mark in self._open_marks:
                mark[1] += data


def spans(*rows):
    columns = ["start", "end", "label", "note"]
    records = [dict(zip(columns, row, strict=False)) for row in rows]
    return pd.DataFrame(records, columns=columns)


def article(text, **columns):
    return {"article_id": "a-1", "text": text, **columns}


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
    shown = replace_control_characters(text)
    row = article(text, outlet=text, published=None, url=text)
    page = Page(highlighted_article(row, spans((0, len(text), shown or "source", shown))))
    assert page.text == shown
    assert set(page.tags) <= ALLOWED_TAGS
    assert {name for name, _ in page.attributes} <= ALLOWED_ATTRIBUTES
    links = [value for name, value in page.attributes if name == "href"]
    assert not any("javascript" in link for link in links)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_text_with_any_spans(data):
    text = data.draw(st.text(max_size=60) | st.sampled_from(NASTY))
    shown = replace_control_characters(text)
    place = st.integers(0, len(text))
    label = st.sampled_from(["source", "cue", "odd<b>"])
    drawn = data.draw(st.lists(st.tuples(place, place, label), max_size=6))
    rows = [(min(one, two), max(one, two), name, shown) for one, two, name in drawn]
    table = spans(*rows)
    before = table.copy()
    page = Page(highlighted_article(article(text), table))
    assert page.text == shown
    assert len(shown) == len(text)
    assert set(page.tags) <= ALLOWED_TAGS
    assert len(page.ids) == len(set(page.ids))
    pd.testing.assert_frame_equal(table, before)


def test_tex_signs_are_separated():
    html = highlighted_article(article("It cost $5 and $6, \\(x\\)."), spans())
    body = html[html.index("px-text") :]
    assert "mathjax_ignore" in html
    assert "tex2jax_ignore" in html
    outside = re.sub(r"<span>[$\\]</span>", "", body)
    assert "$" not in outside
    assert "\\" not in outside


def test_replaced_characters_are_marked_with_their_number():
    html = highlighted_article(article("a\x1bb"), spans())
    assert '<span class="px-odd" title="character U+001B">␛</span>' in html


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        ([(0, 4, "source"), (5, 9, "cue")], [("source", "Abcd"), ("cue", "fghi")]),
        ([(0, 9, "content"), (2, 4, "figure")], [("content", "Abcd fghi"), ("figure", "cd")]),
        ([(2, 4, "figure"), (0, 9, "content")], [("content", "Abcd fghi"), ("figure", "cd")]),
        ([(0, 4, "figure"), (0, 9, "content")], [("content", "Abcd fghi"), ("figure", "Abcd")]),
        ([(0, 4, "source"), (4, 9, "cue")], [("source", "Abcd"), ("cue", " fghi")]),
        (
            [(0, 5, "content"), (3, 9, "figure")],
            [("content", "Abcd "), ("figure", "d "), ("figure", "fghi")],
        ),
        ([(4, 4, "source")], []),
    ],
)
def test_spans_contain_each_other_and_overlap(rows, marked):
    page = Page(highlighted_article(article("Abcd fghi"), spans(*rows)))
    found = [(mark["class"].removeprefix("px-"), text) for mark, text in page.marks]
    assert found == marked


def test_an_id_is_used_once_even_if_a_span_is_in_pieces():
    table = spans((0, 5, "content"), (3, 9, "figure")).assign(span_id=["c 1", "f 1"])
    sentences = pd.DataFrame(
        {"article_id": "a-1", "start": [0, 5], "end": [4, 9], "sentence_id": [0, 1]}
    )
    page = Page(highlighted_article(article("Abcd fghi"), table, sentences=sentences))
    assert sorted(page.ids) == ["a-a-1", "a-a-1:s0", "a-a-1:s1", "a-a-1:x-c_20_1", "a-a-1:x-f_20_1"]


def test_spans_and_sentences_of_other_articles_are_ignored():
    table = spans((0, 4, "source"), (5, 90, "cue")).assign(article_id=["a-1", "other"])
    sentences = pd.DataFrame({"article_id": ["other"], "start": 0, "end": 4, "sentence_id": 7})
    page = Page(highlighted_article(article("Abcd fghi"), table, sentences=sentences))
    assert [text for _, text in page.marks] == ["Abcd"]
    assert page.ids == ["a-a-1"]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, "a-x.1"),
        (0, "a-x.1:s0"),
        ("12", "a-x.1:s12"),
        ("c 1", "a-x.1:c_20_1"),
        ("é", "a-x.1:_e9_"),
    ],
)
def test_anchor(part, expected):
    assert anchor("x.1", part) == expected


@given(st.text(max_size=8), st.text(max_size=8))
def test_anchors_are_safe_and_one_to_one(one, other):
    assert re.fullmatch(r"[A-Za-z0-9._:-]+", anchor(one, 1))
    assert (anchor(one) == anchor(other)) == (one == other)


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
    page = Page(highlighted_article(article("Text.", url=url), spans()))
    assert ("a" in page.tags) == linked


def test_the_note_is_the_tooltip_and_the_legend_has_the_labels():
    html = highlighted_article(
        article("Four died.", outlet="Gazette", published=pd.Timestamp("2020-02-03")),
        spans((0, 4, "figure", 'killed; "people"'), (5, 9, "unheard of")),
    )
    assert 'title="figure: killed; &quot;people&quot;"' in html
    assert 'title="unheard of"' in html
    assert '<mark class="px-other">unheard of</mark>' in html
    assert "Gazette, 3 Feb 2020" in html


def test_the_legend_is_in_the_order_of_the_colours():
    labels = ("unheard of", "figure", "source", "figure")
    html = highlighted_article(article("Four"), spans(*[(0, 4, label) for label in labels]))
    legend = html[html.index("px-legend") :].split("</ul>")[0]
    assert re.findall(r'px-(\w+)">', legend)[-3:] == ["source", "figure", "other"]


def test_legend_and_header_can_be_left_out():
    html = highlighted_article(
        article("x", outlet="Gazette"), spans((0, 1, "cue")), legend=False, style=False
    )
    assert "px-legend" not in html
    assert "Gazette" not in html


def test_an_article_may_have_no_outlet_and_no_day():
    html = highlighted_article(article("x", published=pd.NaT), spans())
    assert '<p class="px-about">no outlet given</p>' in html


def test_style_is_scoped_and_can_be_left_out():
    rules = [rule for rule in stylesheet().split("}") if rule.strip()]
    assert all(".px-evidence" in rule.split("{")[0] for rule in rules)
    assert "<style" in highlighted_article(article("x"), spans())
    assert "<style" not in highlighted_article(article("x"), spans(), style=False)
    assert "style=" not in highlighted_article(article("x"), spans())
    assert "url(" not in stylesheet()


def test_spans_of_no_attribution_have_no_background():
    assert stylesheet().endswith('mark[title*="in no attribution"] { background: none; }\n')


@pytest.mark.parametrize("span", [(0, 6, "source"), (-1, 2, "source"), (3, 2, "cue")])
def test_a_span_outside_the_text_is_an_error(span):
    message = r"lies outside the text of article 'a-1', which has 5 characters"
    with pytest.raises(TableError, match=message):
        highlighted_article(article("Abcd."), spans(span))


def test_a_span_may_cover_the_whole_text():
    assert Page(highlighted_article(article("Abcd."), spans((0, 5, "cue")))).marks[0][1] == "Abcd."


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


def test_examples_are_in_the_order_of_the_spans():
    table = spans((11, 15, "figure"), (0, 4, "figure"), (1, 2, "cue")).assign(article_id="x")
    shown = examples(ARTICLES, SENTENCES, table, limit=2)
    assert isinstance(shown, HighlightedText)
    assert shown.plain == "Gazette, 3 Feb 2020: Five <b>fled</b>.\nGazette, 3 Feb 2020: Four died."
    assert Page(shown.html).marks[0][1] == "Five"


def test_the_number_of_examples_is_limited():
    table = spans((11, 15, "figure"), (0, 4, "figure")).assign(article_id="x")
    assert len(examples(ARTICLES, SENTENCES, table, limit=1).plain.splitlines()) == 1


@pytest.mark.parametrize(
    ("article_id", "start", "expected"),
    [
        ("x", 9, "Four died."),
        ("x", 11, "Five <b>fled</b>."),
        ("x", 10, None),
        ("y", 0, "No one came."),
        ("unknown", 0, None),
    ],
)
def test_an_example_is_the_sentence_in_which_a_span_starts(article_id, start, expected):
    table = spans((start, start + 1, "cue")).assign(article_id=article_id)
    plain = examples(ARTICLES, SENTENCES, table).plain
    if expected is None:
        assert plain.startswith("Nothing to show")
    else:
        assert plain.endswith(f": {expected}")


def test_a_span_of_two_sentences_is_cut_at_the_end_of_the_first():
    table = spans((5, 15, "content")).assign(article_id="x", span_id="s")
    page = Page(examples(ARTICLES, SENTENCES, table).html)
    assert [text for _, text in page.marks] == ["died."]
    assert page.ids == []


def test_examples_may_have_no_legend_and_no_style():
    table = spans((0, 4, "figure")).assign(article_id="x")
    html = examples(ARTICLES, SENTENCES, table, legend=False, style=False).html
    assert "px-legend" not in html
    assert "<style" not in html
    assert "Gazette" in html


def test_examples_name_their_sentences_so_that_a_page_can_lead_there():
    odd = 'x"><b>$1$'
    tables_of_odd = (ARTICLES.head(1), SENTENCES.head(2), spans((11, 15, "figure")))
    html = examples(*(table.assign(article_id=odd) for table in tables_of_odd)).html
    assert 'data-sentence="1"' in html
    assert "<b>" not in html.split("data-article=")[1].split(" data-sentence")[0]
    name = re.search(r'data-article="([^"]*)"', html)[1]
    assert "$" not in name
    assert unescape(name) == odd


def test_without_spans_examples_say_that_there_is_nothing():
    shown = examples(ARTICLES, SENTENCES, spans().assign(article_id=[]))
    assert "Nothing to show: no sentence contains such a span." in shown.html
    assert shown.plain == "Nothing to show: no sentence contains such a span."


def test_highlighted_text_displays_itself():
    shown = HighlightedText("<p>x</p>", "x")
    assert shown._repr_html_() == str(shown) == "<p>x</p>"
    assert repr(shown) == "x"
    assert shown._repr_mimebundle_() == {"text/html": "<p>x</p>", "text/plain": "x"}
