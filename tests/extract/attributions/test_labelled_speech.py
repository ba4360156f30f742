"""Headlines and transcripts attribute by a label; topics, series and outlets do not."""

import pytest

from analysis.extract.attributions.article_spans import ArticleSpans, LinkedSpans, Span
from analysis.extract.attributions.labelled_speech import labelled_speech, with_labelled_speech

BODY = "\n\nMayor Ines Duarte met Peter Lind. Duarte left early."


def found(title, body=BODY, spans=()):
    article = ArticleSpans(title + body, list(spans), [0, len(title) + 2])
    text = article.text
    rows = []
    for group in labelled_speech(article, len(title)):
        source, content = group.sources[0].text_in(text), group.contents[0].text_in(text)
        rows.append((source, group.cue.text_in(text), content))
    return rows


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Duarte: The bridge is safe", ("Duarte", ":", "The bridge is safe")),
        ("Poll: Voters like bridges", ("Poll", ":", "Voters like bridges")),
        ("Anna Moe: Why I left", ("Anna Moe", ":", "Why I left")),
        ("Bridge could fall within days: report", ("report", ":", "Bridge could fall within days")),
        ("Bridge is safe - Russian senator", ("Russian senator", "-", "Bridge is safe")),
        ("Duarte: The bridge is safe - Velm Post", ("Duarte", ":", "The bridge is safe")),
    ],
)
def test_headlines_that_attribute(title, expected):
    assert found(title) == [expected]


@pytest.mark.parametrize(
    "title",
    [
        "The bridge is safe",
        "The bridge: a history",
        "Norland: Bridge falls",
        "Opinion: The bridge is safe",
        "The Latest: Bridge falls",
        "Memorial Day 2019: The bridge is safe",
        "Bridge falls in Karsk - BBC News",
        "A plan for the bridge: Build, Pay, Wait",
        "Berg: The bridge is safe",
        "'No bridge at all': The long history",
    ],
)
def test_headlines_that_do_not(title):
    assert found(title) == []


def test_after_a_quotation_the_source_is_the_one_that_the_tagger_found():
    title = "'The bridge is safe': Duarte walks out"
    spans = [Span("source", 22, 28)]
    assert found(title, spans=spans) == [("Duarte", ":", "'The bridge is safe'")]
    assert found(title) == []


def test_turns_of_a_transcript():
    body = "\n\nADA QUIST, HOST: Good morning. It rains. PETER LIND: It does.\n\nMR. BERG: No."
    assert found("A talk", body) == [
        ("ADA QUIST, HOST", ":", "Good morning. It rains."),
        ("PETER LIND", ":", "It does."),
        ("MR. BERG", ":", "No."),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "\n\nADA QUIST: Good morning.\nPETER LIND: It rains\nat the port.\nThe two then left.",
            [("ADA QUIST", ":", "Good morning."), ("PETER LIND", ":", "It rains\nat the port.")],
        ),
        (
            "\n\nADA QUIST: Good morning. UPDATE: It rains. PETER LIND: No.\n\nThe port is shut.",
            [("ADA QUIST", ":", "Good morning."), ("PETER LIND", ":", "No.")],
        ),
        # section words are no speakers, and make no transcript of one label
        ("\n\nUPDATE: The port is shut.\nPREVIOUSLY:\nIt rains.\n\nThe two left.", []),
        ("\n\nCORRECTION: Two left. ADA QUIST: Good morning.", []),
        ("\n\nBREAKING NEWS: The port is shut. WATCH: The port.", []),
    ],
)
def test_a_turn_ends_with_its_paragraph_and_a_section_word_is_none(body, expected):
    assert found("A talk", body) == expected


@pytest.mark.parametrize(
    "body",
    ["\n\nNOTE: It rains.", "\n\nIt rains at 10:30. The ADA: No.", "\n\nLind: No. Moe: Yes."],
)
def test_a_single_label_or_one_in_small_letters_is_no_transcript(body):
    assert found("A talk", body) == []


def test_a_label_replaces_what_shares_its_content_and_nothing_else():
    title = "Duarte: The bridge is safe"
    article = ArticleSpans(title + BODY, [], [0, len(title) + 2])
    same = LinkedSpans(Span("cue", 23, 26), (Span("content", 8, 26),), ())
    other = LinkedSpans(Span("cue", 46, 49), (Span("content", 50, 60),), ())
    kept = with_labelled_speech(article, [same, other], len(title))
    assert same not in kept
    assert other in kept
    assert len(kept) == 2
