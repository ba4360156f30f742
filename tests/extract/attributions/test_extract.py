"""Linking, quoting and describing, from spans marked by hand in sentences made for it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.core import tables
from analysis.core.errors import MissingResourceError
from analysis.extract.attributions import article_spans, linker
from analysis.extract.attributions.extract import extract_attributions, share_quoted

ROLES = {"S": "source", "C": "cue", "T": "content"}


def tables_of(marked):
    """Read "<S the mayor> <C said> <T all was well>" into articles, sentences and reader spans."""
    text, rows = "", []
    for part in re.split(r"(<[SCT] [^>]*>)", marked):
        mark = re.fullmatch(r"<([SCT]) ([^>]*)>", part)
        words = mark[2] if mark else part
        if mark:
            rows.append(
                {
                    "article_id": "a",
                    "span_id": f"s{len(rows)}",
                    "layer": "attribution",
                    "label": ROLES[mark[1]],
                    "start": len(text),
                    "end": len(text) + len(words),
                    "p": 0.99,
                }
            )
        text += words
    articles = tables.make(
        [{"article_id": "a", "corpus": "t", "text": text, "n_words": 1}], tables.ARTICLES
    )
    return articles, split_sentences(articles), tables.make(rows, tables.TAGGER_SPANS)


def attributed(marked, links=()):
    articles, sentences, spans = tables_of(marked)
    links = tables.make(
        [{"article_id": "a", "from_id": a, "to_id": b, "p": p} for a, b, p in links],
        tables.TAGGER_LINKS,
    )
    return (
        articles,
        sentences,
        *extract_attributions(articles, sentences, spans, links, tables.make([], tables.TOKENS)),
    )


def triples(marked):
    rows = attributed(marked)[2]
    columns = (
        rows[c].astype(object).where(rows[c].notna(), None) for c in ("source", "cue", "content")
    )
    return list(zip(*columns, strict=True))


def test_what_is_attributed_in_the_report_ends_at_its_title():
    text, title = "Blast in port\n\nShips sank, police said. It burned.", "Blast in port"
    article = {"article_id": "a", "corpus": "t", "title": title, "text": text, "n_words": 1}
    articles = tables.make([article], tables.ARTICLES)
    sentences = split_sentences(articles)
    assert sentences["in_title"].tolist()[:2] == [True, False]
    words = [("content", "Blast in port\n\nShips sank"), ("source", "police"), ("cue", "said")]
    rows = [
        {
            "article_id": "a",
            "span_id": f"s{i}",
            "layer": "attribution",
            "label": label,
            "start": text.index(w),
            "end": text.index(w) + len(w),
            "p": 0.99,
        }
        for i, (label, w) in enumerate(words)
    ]
    pieces = [
        {**rows[0], "end": len("Blast"), "span_id": "t"},
        {**rows[0], "start": text.index("Ships")},
        *rows[1:],
    ]
    for spans in (rows, pieces):
        found = extract_attributions(
            articles,
            sentences,
            tables.make(spans, tables.TAGGER_SPANS),
            tables.make([], tables.TAGGER_LINKS),
            tables.make([], tables.TOKENS),
        )[0]
        assert found["content"].tolist() == ["Ships sank"]


LINKED = [
    (
        "<S The mayor> <C said> <T the bridge was safe>.",
        [("The mayor", "said", "the bridge was safe")],
    ),
    (
        "<T The bridge is safe>, <S the mayor> <C said>.",
        [("the mayor", "said", "The bridge is safe")],
    ),
    (
        "<T The bridge is safe>, <C said> <S the mayor>.",
        [("the mayor", "said", "The bridge is safe")],
    ),
    (
        "<C According to> <S the port>, <T two ships left>.",
        [("the port", "According to", "two ships left")],
    ),
    (
        "<T The bridge is safe,> <S the mayor> <C said>.",
        [("the mayor", "said", "The bridge is safe")],
    ),
    ("<S He> <C said> <T it was safe, and> went home.", [("He", "said", "it was safe")]),
    ("<S He> <C said> <T it was made in the U.S.>", [("He", "said", "it was made in the U.S.")]),
    (
        "<S Mayor><C :> <T Bridge will open on Friday>",
        [("Mayor", ":", "Bridge will open on Friday")],
    ),
    (
        "<T Bridge will open on Friday>, <C says> <S mayor>",
        [("mayor", "says", "Bridge will open on Friday")],
    ),
    (
        "<T “The bridge,”> <S the mayor> <C said>, <T “is safe.”>",
        [("the mayor", "said", "“The bridge,” ... “is safe.”")],
    ),
    (
        "<S The mayor> <C said> <T the bridge was safe> and <C added> <T that it would open soon>.",
        [
            ("The mayor", "said", "the bridge was safe"),
            ("The mayor", "added", "that it would open soon"),
        ],
    ),
    (
        "<T Ten people> <C are believed> <T to be missing>.",
        [(None, "are believed", "Ten people ... to be missing")],
    ),
    (
        "<S The army> <C said> <T it had left>. <S Rebels> <C said> <T it had not>.",
        [("The army", "said", "it had left"), ("Rebels", "said", "it had not")],
    ),
    (
        "<T “We are ready,”> <S he> <C said>. <T “We will not wait.”>",
        [("he", "said", "“We are ready,” ... “We will not wait.”")],
    ),
    ("<S The mayor> <C said on Sunday> <T it was safe>.", [("The mayor", "said", "it was safe")]),
    (
        "<S The mayor> <C declined to comment Sunday on> <T the bridge>.",
        [("The mayor", "declined to comment", "the bridge")],
    ),
    (
        "<S He> <C told The Mail on Sunday> <T it was safe>.",
        [("He", "told The Mail on Sunday", "it was safe")],
    ),
    ("<S He> <C told the Sunday> <T it was safe>.", [("He", "told the Sunday", "it was safe")]),
    (
        "<S He> <C said in a statement late on Monday night that> <T it was safe>.",
        [("He", "said in a statement", "it was safe")],
    ),
    (
        "<T A fire> killed nine. <S The mayor> <C said> <T aid was coming soon>.",
        [("The mayor", "said", "aid was coming soon")],
    ),
    (
        "<T “We are ready.”> <S He> <C said> <T no more than that>.",
        [("He", "said", "“We are ready.” ... no more than that")],
    ),
    ("Nobody <C said> so.", []),
    ("The bridge opened.", []),
]


@pytest.mark.parametrize(("marked", "expected"), LINKED)
def test_linking(marked, expected):
    assert triples(marked) == expected


def test_every_part_is_text_between_its_offsets():
    articles, _, rows, parts = attributed(LINKED[6][0] + " " + LINKED[7][0])
    text = articles["text"][0]
    for row in rows.itertuples():
        own = parts[parts["attribution_id"] == row.attribution_id]
        contents = [
            text[s:e]
            for s, e in zip(own["start"], own["end"], strict=True)
            if text[s:e] in row.content
        ]
        assert " ... ".join(contents) == row.content


@pytest.mark.parametrize(
    ("marked", "sure", "expected"),
    [
        ("Nobody <C said> so.", 0.9, [("cue", "said")]),
        ("Nobody <C said> so.", 0.4, []),
        (
            "<S The mayor> <C said> <T it was safe>, not <S the port>.",
            0.9,
            [("source", "the port")],
        ),
        ("<T It was safe>, nobody knew.", 0.9, []),
        ("<S The mayor> <C said> <T it was safe>.", 0.9, []),
    ],
)
def test_a_source_or_cue_that_joined_nothing_is_kept_apart(marked, sure, expected):
    articles, sentences, spans = tables_of(marked)
    nothing = tables.make([], tables.TAGGER_LINKS), tables.make([], tables.TOKENS)
    found, parts = extract_attributions(articles, sentences, spans.assign(p=sure), *nothing)
    loose, text = parts[parts["attribution_id"].isna()], articles["text"].iloc[0]
    assert [(r.role, text[r.start : r.end]) for r in loose.itertuples()] == expected
    assert set(parts["attribution_id"].dropna()) == set(found["attribution_id"])


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<S He> <C said>: <T “All is well.”>", "direct"),
        ("<S He> <C said> <T all was well>.", "indirect"),
        ("<S He> <C said> <T all was “very well” in the port>.", "mixed"),
        ('<S He> <C said>, "<T All is well>."', "direct"),
        ("<S He> <C said> <T We are leaving our homes behind>.", "direct"),
        ("<S He> <C said> <T The road is open>.", "direct"),
        ("<T The road is open> <S he> <C said>.", "indirect"),
        ("<S He> <C said> <T it was the baker’s fault>.", "indirect"),
    ],
)
def test_kind(marked, kind):
    assert attributed(marked)[2]["kind"].tolist() == [kind]


def test_an_odd_quote_mark_changes_nothing_outside_of_its_sentence():
    rest = " <S She> <C said> <T the port was shut>. <S They> <C said> <T “Go home.”>"
    odd = attributed('The so-called "bridge stood. <S He> <C said> <T all was well>.' + rest)[2]
    even = attributed("The so-called bridge stood. <S He> <C said> <T all was well>." + rest)[2]
    assert odd["kind"].tolist() == even["kind"].tolist() == ["indirect", "indirect", "direct"]


def test_source_is_described():
    row = attributed("<T Ten died>, <S the interior ministry> <C claimed>, Reuters reported.")[
        2
    ].iloc[0]
    assert (row["source_type"], row["cue_stance"], row["carrier"], row["anonymous"]) == (
        "state_official",
        "distancing",
        "Reuters",
        False,
    )
    row = attributed("<T Ten people> <C are believed> <T to be missing>.")[2].iloc[0]
    assert (row["source_type"], row["anonymous"]) == ("unnamed", True)
    assert row[["source", "source_name", "carrier"]].isna().all()


def test_share_quoted():
    articles, sentences, _, parts = attributed("<S He> <C said> <T all was well>. Rain fell.")
    filled = share_quoted(articles, sentences, parts)
    assert filled["share_quoted"].tolist() == [3 / 5, 0]
    assert sentences["share_quoted"].isna().all()


def test_the_readers_links_are_heard():
    marked = "<S Ana> <C said> <T it rained> <T it snowed> <C said> <S Bo>."
    first = attributed(marked, [("s3", "s1", 0.99), ("s3", "s4", 0.01), ("s2", "s1", 0.99)])[2]
    last = attributed(marked, [("s3", "s4", 0.99), ("s3", "s1", 0.01), ("s2", "s1", 0.99)])[2]
    assert len(first) <= len(last) == 2


def test_inputs_are_not_changed():
    inputs = (
        *tables_of(LINKED[0][0]),
        tables.make([], tables.TAGGER_LINKS),
        tables.make([], tables.TOKENS),
    )
    copies = [frame.copy(deep=True) for frame in inputs]
    extract_attributions(*inputs)
    assert all(a.equals(b) for a, b in zip(inputs, copies, strict=True))


def test_weights_that_are_not_there(tmp_path):
    with pytest.raises(
        MissingResourceError, match=r"No linker weights .*python -m analysis.train.linker"
    ):
        linker.read_weights(tmp_path / "weights.json")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["source", "cue", "content"]), st.integers(0, 8), st.integers(1, 3)
        ),
        max_size=9,
    )
)
def test_any_spans_give_groups_of_one_cue(drawn):
    text = 'He said. "So it is", they say\n\nand it: was'
    spans = [
        article_spans.Span(role, 4 * start, min(4 * start + 3 * size, len(text)))
        for role, start, size in drawn
    ]
    groups = linker.link_spans(article_spans.ArticleSpans(text, spans, [0, 9]))
    contents = [s for group in groups for s in group.contents]
    assert len(contents) == len(set(contents)) or len(spans) != len(set(spans))
    assert all(group.contents for group in groups)
