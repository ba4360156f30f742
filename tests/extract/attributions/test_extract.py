"""Attributions of whole articles: described, placed in the text, from spans marked by hand."""

import pytest

from analysis.annotate.sentences import split_sentences
from analysis.annotate.tokens import tag_tokens
from analysis.core import tables
from analysis.extract.attributions import extract
from analysis.extract.attributions.extract import extract_attributions, share_quoted
from analysis.extract.attributions.linker import link_spans
from tests.extract.attributions.marked_text import parse_marks

NO_LINKS = tables.make([], tables.TAGGER_LINKS)
NO_TOKENS = tables.make([], tables.TOKENS)


def span_table(spans):
    """Return the tagger's table of some spans, given as (role, start, end)."""
    rows = [
        {
            "article_id": "a",
            "span_id": f"s{number}",
            "layer": "attribution",
            "label": role,
            "start": start,
            "end": end,
            "p": 0.99,
        }
        for number, (role, start, end) in enumerate(spans)
    ]
    return tables.make(rows, tables.TAGGER_SPANS)


def article_table(text, title=None):
    row = {"article_id": "a", "corpus": "t", "title": title, "text": text, "n_words": 1}
    return tables.make([row], tables.ARTICLES)


def tables_of(marked, title=None):
    """Read "<S the mayor> <C said> <T all was well>" into articles, sentences and spans."""
    text, spans = parse_marks(marked)
    articles = article_table(text, title)
    return articles, split_sentences(articles), span_table(spans)


def attributed(marked, links=(), title=None):
    """Return the tables of attributions and of their spans."""
    link_rows = [
        {"article_id": "a", "from_id": from_id, "to_id": to_id, "p": p}
        for from_id, to_id, p in links
    ]
    links = tables.make(link_rows, tables.TAGGER_LINKS)
    return extract_attributions(*tables_of(marked, title), links, NO_TOKENS)


def triples(marked, **settings):
    rows, _ = attributed(marked, **settings)
    columns = rows[["source", "cue", "content"]].astype(object)
    columns = columns.where(columns.notna(), None)
    return list(columns.itertuples(index=False, name=None))


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
        "<S The mayor> <C commented Sunday on> <T the bridge>.",
        [("The mayor", "commented", "the bridge")],
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
    (
        "* <T “We are ready,”> <S the mayor> <C said>. * Rain : <T “It rained.”>",
        [("the mayor", "said", "“We are ready,”")],
    ),
    (
        "<S The mayor> <C said>: * <T “Schools open.”> * <T “Shops close.”>",
        [("The mayor", "said", "“Schools open.” ... “Shops close.”")],
    ),
    ("Nobody <C said> so.", []),
    ("The bridge opened.", []),
]


@pytest.mark.parametrize(("marked", "expected"), LINKED)
def test_linking(marked, expected):
    assert triples(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<T Blast in port\n\nShips sank>, <S police> <C said>. It burned.", "Ships sank"),
        ("<T Blast> in port\n\n<T Ships sank>, <S police> <C said>. It burned.", "Ships sank"),
        ("<T Blast in port>\n\nIt sank, <S police> <C said>.", "Blast in port"),
        ("<T Blast>, <C say> <S police>\n\nShips sank. It burned.", "Blast"),
    ],
)
def test_what_the_report_attributes_does_not_begin_in_its_title(marked, expected):
    text, _ = parse_marks(marked)
    rows, _ = attributed(marked, title=text.partition("\n\n")[0])
    assert rows["content"].tolist() == [expected]


def test_who_speaks_in_the_title_did_not_say_the_first_sentence():
    marked = "Trains resume; <S union> <C claims> 92%\n\n<T Trains returned on Thursday>."
    text, _ = parse_marks(marked)
    rows, _ = attributed(marked, title=text.partition("\n\n")[0])
    assert rows.empty


def test_the_taggers_links_are_used():
    marked = "<S Ana> <C said> <T it rained>, <C noted> <S Bo>."
    assert triples(marked) == [("Ana", "said", "it rained")]
    links = [("s2", "s1", 0.01), ("s2", "s3", 0.99)]
    assert triples(marked, links=links) == [("Bo", "noted", "it rained")]


def test_only_spans_of_attributions_are_used():
    articles, sentences, spans = tables_of("<S Ana> <C said> <T it rained>.")
    other = spans.assign(layer="figure")
    found = extract_attributions(articles, sentences, other, NO_LINKS, NO_TOKENS)
    assert [len(table) for table in found] == [0, 0]


def test_attributions_are_numbered_in_the_order_of_their_cues(monkeypatch):
    monkeypatch.setattr(extract, "link_spans", lambda article: link_spans(article)[::-1])
    rows, _ = attributed("Rain fell. <S Bo> <C said> <T it snowed>. <T It froze>, <C says> <S Cy>.")
    assert rows["attribution_id"].tolist() == ["a-a0", "a-a1"]
    assert rows["source"].tolist() == ["Bo", "Cy"]
    assert rows["sentence_id"].tolist() == [1, 2]


def test_a_source_next_to_a_content_needs_no_cue():
    marked = "Rain fell. <S Mayor Ana Berg>: <T “We saw it rain all day long.”>"
    rows, _ = attributed(marked)
    assert rows["cue"].isna().tolist() == [True]
    assert rows["sentence_id"].tolist() == [1]
    assert rows["cue_stance"].tolist() == ["neutral"]


def test_every_part_is_text_between_its_offsets():
    marked = (
        "<T It froze>, <C says> <S Cy>. <T “The bridge,”> <S the mayor> <C said>, <T “is safe.”>"
    )
    text, _ = parse_marks(marked)
    _, parts = attributed(marked)
    words = [text[start:end] for start, end in zip(parts["start"], parts["end"], strict=True)]
    assert list(zip(parts["attribution_id"], parts["role"], words, strict=True)) == [
        ("a-a0", "content", "It froze"),
        ("a-a0", "cue", "says"),
        ("a-a0", "source", "Cy"),
        ("a-a1", "content", "“The bridge,”"),
        ("a-a1", "source", "the mayor"),
        ("a-a1", "cue", "said"),
        ("a-a1", "content", "“is safe.”"),
    ]


@pytest.mark.parametrize(
    ("marked", "p", "expected"),
    [
        ("Nobody <C said> so.", 0.9, [("cue", "said")]),
        ("Nobody <C said> so.", 0.5, [("cue", "said")]),
        ("Nobody <C said> so.", 0.49, []),
        (
            "<S The mayor> <C said> <T it was safe>, not <S the port>.",
            0.9,
            [("source", "the port")],
        ),
        ("<T It was safe>, nobody knew.", 0.9, []),
        ("<S The mayor> <C said> <T it was safe>.", 0.9, []),
    ],
)
def test_probable_sources_and_cues_without_attribution_are_kept(marked, p, expected):
    articles, sentences, spans = tables_of(marked)
    spans = spans.assign(p=p)
    found, parts = extract_attributions(articles, sentences, spans, NO_LINKS, NO_TOKENS)
    unattached = parts[parts["attribution_id"].isna()]
    text = articles["text"].iloc[0]
    assert [(row.role, text[row.start : row.end]) for row in unattached.itertuples()] == expected
    assert set(parts["attribution_id"].dropna()) == set(found["attribution_id"])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "<S The miners' union> <C said> <T so>. <T “No,”> <C said> <S its district chief>.",
            "other",
        ),
        (
            "<S The Civic Front> <C said> <T so>. <T “No,”> <C said> <S its general secretary>.",
            "other",
        ),
        (
            "<S The coastguard> <C said> <T so>. <T “No,”> <C said> <S its spokesman>.",
            "rescue_workers",
        ),
        ("<S The army> <C said> <T so>. <T “No,”> <C said> <S its commander>.", "military"),
    ],
)
def test_an_officer_is_of_the_body_that_spoke_last(marked, expected):
    articles, sentences, spans = tables_of(marked)
    found, _ = extract_attributions(articles, sentences, spans, NO_LINKS, NO_TOKENS)
    assert found["source_type"].iloc[-1] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, 0), (0, 3, 0), (11, 13, 1), (0, 1, 0), (4, 5, 0), (5, 6, 1)],
)
def test_an_unattached_source_overlaps_no_attached_one(start, end, expected):
    """The attached source, "Anais", has the characters 0 to 5."""
    text = "Anais said it rained a lot."
    spans = [("source", 0, 5), ("cue", 6, 10), ("content", 11, 26), ("source", start, end)]
    articles = article_table(text)
    found = extract_attributions(
        articles, split_sentences(articles), span_table(spans), NO_LINKS, NO_TOKENS
    )
    rows, parts = found
    assert rows["source"].tolist() in (["Anais"], [text[start:end]])
    if rows["source"].tolist() == ["Anais"]:
        assert parts["attribution_id"].isna().sum() == expected


def test_an_odd_quote_mark_changes_nothing_outside_of_its_sentence():
    said = "bridge stood. <S He> <C said> <T all was well>."
    rest = " <S She> <C said> <T the port was shut>. <S They> <C said> <T “Go home.”>"
    odd, _ = attributed(f'The so-called "{said}{rest}')
    even, _ = attributed(f"The so-called {said}{rest}")
    assert odd["kind"].tolist() == even["kind"].tolist() == ["indirect", "indirect", "direct"]


COLUMNS = ["source", "source_name", "source_type", "cue_stance", "carrier", "anonymous"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "<T Ten died>, <S the interior ministry> <C claimed>, Reuters reported.",
            ("the interior ministry", "interior ministry", "state_official", "distancing")
            + ("Reuters", False),
        ),
        (
            "<T Ten people> <C are believed> <T to be missing>.",
            (None, None, "unnamed", "supposing", None, True),
        ),
        (
            "<S Reuters> <C said> <T ten died>, as the Harbour News Agency did.",
            ("Reuters", "Reuters", "media", "neutral", None, False),
        ),
        (
            "Reuters was late. <T Ten died>, <S activists> <C said>. SANA was early.",
            ("activists", "activists", "unnamed", "neutral", None, True),
        ),
        (
            "<S Activists> <C asked> <T the army to leave>.",
            ("Activists", "Activists", "unnamed", "urging", None, True),
        ),
        # an office is not undone by kin or by the post in a committee
        (
            "<S Senator Anna Quist, the daughter of bakers,> <C said> <T it rained>.",
            ("Senator Anna Quist, the daughter of bakers,", "Senator Anna Quist")
            + ("state_official", "neutral", None, False),
        ),
        (
            "<S The committee’s chairman, Senator Anna Quist,> <C said> <T it rained>.",
            ("The committee’s chairman, Senator Anna Quist,", "Senator Anna Quist")
            + ("state_official", "neutral", None, False),
        ),
        (
            "<S Former Senator Anna Quist, the daughter of bakers,> <C said> <T it rained>.",
            ("Former Senator Anna Quist, the daughter of bakers,", "Former Senator Anna Quist")
            + ("other", "neutral", None, False),
        ),
        # words that name nobody
        (
            "It is <S within his party> that <T it rained> was <C said>.",
            ("within his party", None, "other", "neutral", None, False),
        ),
    ],
)
def test_source_and_cue_are_described(marked, expected):
    rows, _ = attributed(marked)
    described = rows[COLUMNS].astype(object)
    described = described.where(described.notna(), None)
    assert tuple(described.iloc[0]) == expected


def test_a_pronoun_has_the_name_of_its_source():
    rows, _ = attributed("<S Ada Quist> <C said> <T it rained>. <S She> <C added> <T it snowed>.")
    assert rows["source_name"].tolist() == ["Ada Quist", "Ada Quist"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("its secretary-general Dennis Wekesa", "secretary-general Dennis Wekesa"),
        ("his lawyer", "his lawyer"),
        ("the Electoral Commission’s", "Electoral Commission"),
        ("Moody’s", "Moody’s"),
        ("Her Majesty’s Treasury", "Her Majesty’s Treasury"),
    ],
)
def test_a_name_is_told_without_whose_it_is(source, name):
    rows, _ = attributed(f"In the town <S {source}> <C said> <T it rained>.")
    assert rows["source_name"].tolist() == [name]


def test_tags_tell_which_verb_a_cue_is():
    marked = "<S Officials> <C found> <T the road open>."
    articles, sentences, spans = tables_of(marked)
    tokens = tag_tokens(articles, sentences)
    tagged, _ = extract_attributions(articles, sentences, spans, NO_LINKS, tokens)
    assert tagged["cue_stance"].tolist() == ["endorsing"]


@pytest.mark.parametrize(
    ("marked", "shares"),
    [
        ("<S He> <C said> <T all was well>. Rain fell.", [3 / 5, 0]),
        ("<T “All was well”>, <S he> <C said>. <T “Rain fell.”>", [3 / 5, 1]),
        ("<S He> <C said> <T all>. - ", [1 / 3, 0]),
        ("Rain fell.", [0]),
    ],
)
def test_share_quoted(marked, shares):
    articles, sentences, spans = tables_of(marked)
    _, parts = extract_attributions(articles, sentences, spans, NO_LINKS, NO_TOKENS)
    filled = share_quoted(articles, sentences, parts)
    assert filled["share_quoted"].tolist() == shares
    assert sentences["share_quoted"].isna().all()


@pytest.mark.parametrize(
    ("content", "share"), [((0, 2), 1 / 3), ((0, 3), 2 / 3), ((1, 3), 1 / 3), ((3, 5), 0)]
)
def test_a_word_is_quoted_if_it_begins_inside_a_content(content, share):
    articles = article_table("a bc d")
    parts = [{"article_id": "a", "role": "content", "start": content[0], "end": content[1]}]
    filled = share_quoted(
        articles, split_sentences(articles), tables.make(parts, tables.ATTRIBUTION_SPANS)
    )
    assert filled["share_quoted"].tolist() == [pytest.approx(share)]


@pytest.mark.parametrize(
    ("marked", "types"),
    [
        ("The army withdrew, <S a spokesman> <C said>: <T all is well>.", ["military"]),
        (
            "Interest rates fell, as the central bank had hoped. <S Governor Ines Duarte> <C said>"
            " <T that all was well>.",
            ["state_official"],
        ),
        (
            "The province has new roads. <S Governor Ines Duarte> <C said> <T that all was well>.",
            ["local_authority"],
        ),
        ("Rain fell, <S a spokesman> <C said>: <T all is well>.", ["other"]),
        ("<S An earlier version of this article> <C said> <T that all was well>.", []),
    ],
)
def test_who_speaks_by_what_the_sentence_is_about(marked, types):
    """By the word lists; the model of kinds reads the same words."""
    inputs = (*tables_of(marked), NO_LINKS, NO_TOKENS)
    attributions, _ = extract_attributions(*inputs, ask_kinds=False)
    assert attributions["source_type"].tolist() == types


def test_the_model_tells_the_kind_that_no_list_holds():
    marked = "<S Ana Roe, the state treasurer's deputy,> <C said> <T that all was well>."
    inputs = (*tables_of(marked), NO_LINKS, NO_TOKENS)
    by_lists, _ = extract_attributions(*inputs, ask_kinds=False)
    by_model, _ = extract_attributions(*inputs)
    assert by_lists["source_type"].tolist() == ["other"]
    assert by_model["source_type"].tolist() == ["state_official"]


def test_inputs_are_not_changed():
    inputs = (*tables_of(LINKED[0][0]), NO_LINKS, NO_TOKENS)
    copies = [frame.copy(deep=True) for frame in inputs]
    extract_attributions(*inputs)
    assert all(frame.equals(copy) for frame, copy in zip(inputs, copies, strict=True))
