"""Who reports a figure, by the attribution that holds it."""

import pytest
from made_figures import figure_of, position, words_at

from analysis.core.tables import ATTRIBUTION_SPANS, ATTRIBUTIONS, make
from analysis.extract.figures.attributed import (
    NOT_ATTRIBUTED,
    Content,
    choose_source,
    content_at,
    contents_by_article,
    gives_other_number,
    is_presupposed,
    named_source,
    split_by_source,
    starts_source,
)


def content_of(text, content, source, name=None, quoted=False, denied=False):
    start, end = position(text, content)
    return Content(start, end, f"of {source}", position(text, source), name, quoted, denied)


def test_the_narrowest_content_counts():
    text = "Medics said that rebels claimed to have killed 9 men."
    wide = content_of(text, "that rebels claimed to have killed 9 men", "Medics")
    narrow = content_of(text, "to have killed 9 men", "rebels")
    for contents in ([wide, narrow], [narrow, wide]):
        assert content_at(contents, text.index("9")) is narrow
        assert content_at(contents, narrow.start) is narrow
        assert content_at(contents, narrow.start - 1) is wide
        assert content_at(contents, narrow.end - 1) is narrow
        assert content_at(contents, narrow.end) is NOT_ATTRIBUTED
        assert content_at(contents, 0) is NOT_ATTRIBUTED


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("The ministry", "The ministry", "The ministry"),
        # the name that the pronoun refers to, if it is printed
        ("it", "The ministry", "The ministry"),
        ("it", "The Ministry of Health", "it"),
        ("it", None, "it"),
    ],
)
def test_a_pronoun_refers_to_a_name(source, name, expected):
    text = "The ministry spoke. Later it said 9 had died."
    span = named_source(text, content_of(text, "9 had died", source, name))
    assert words_at(text, span) == expected


def test_a_name_is_no_part_of_a_word():
    text = "The UN spoke, then UNHCR. Later it said 9 had died."
    assert named_source(text, content_of(text, "9 had died", "it", "UN")) == (4, 6)


def test_a_pronoun_refers_to_the_last_mention_before_it():
    text = "The UN spoke. The UN left. Later it said 9 had died, the UN added."
    assert named_source(text, content_of(text, "9 had died", "it", "UN")) == (18, 20)


def test_no_source():
    assert named_source("9 had died.", NOT_ATTRIBUTED) is None


@pytest.mark.parametrize("cue", ["declined to comment on", "would not comment on"])
def test_who_does_not_comment_is_no_source(cue):
    text = f"The firm {cue} reports that 9 jobs would go."
    assert named_source(text, content_of(text, "reports that 9 jobs", "The firm")) is None


def chosen(text, first, *args, **kwargs):
    """Return the words of the source that is chosen for the figure 9."""
    ends = [0, *(i + 2 for i in range(len(text)) if text.startswith(". ", i)), len(text)]
    number = text.index("9")
    for start, end in zip(ends, ends[1:], strict=False):
        if start <= number < end:
            sentence = (start, end)
    source = None if first is None else position(text, first)
    return words_at(text, choose_source(text, sentence, source, content_of(text, *args, **kwargs)))


@pytest.mark.parametrize(
    ("text", "first", "by", "content", "expected"),
    [
        (
            "Medics spoke of 4, the army put the toll at 9.",
            "Medics",
            "the army",
            "the toll at 9",
            "the army",
        ),
        (
            "Medics said that 9 died, the agency reported.",
            "Medics",
            "the agency",
            "Medics said that 9 died",
            "Medics",
        ),
        (
            "Bomb kills 9, Islamic State claims attack.",
            "Islamic State",
            "Islamic State",
            "Bomb kills 9",
            None,
        ),
        (
            "The army did not comment on the claim by rebels that 9 died.",
            "The army",
            "The army",
            "that 9 died",
            None,
        ),
        ("The army did not say how 9 died.", "The army", "The army", "how 9 died", "The army"),
        ("Bomb kills 9, rebels claim.", "rebels", "rebels", "Bomb kills 9", "rebels"),
        (
            "Rome\nThe coast guard said 9 died.",
            "Rome\nThe coast guard",
            "The coast guard",
            "9 died",
            "The coast guard",
        ),
        (
            "9 die in raid - monitor. It was long. A doctor said so.",
            "monitor",
            "A doctor",
            "9 die in raid",
            "monitor",
        ),
        (
            "A monitor spoke. The monitoring group said 9 died.",
            "A monitor",
            "The monitoring group",
            "9 died",
            "A monitor",
        ),
        (
            "The Health Minister came. The army said 9 died.",
            "The Health Minister",
            "The army",
            "9 died",
            "The army",
        ),
        (
            "The Health Minister came. The Health Ministry said 9 died.",
            "The Health Minister",
            "The Health Ministry",
            "9 died",
            "The Health Minister",
        ),
        ("The clinic, which said 9 died, is shut.", "The clinic", "which", "9 died", "The clinic"),
        (
            "There 9 died, he said. The army says nothing.",
            "The army",
            "he",
            "There 9 died",
            "he",
        ),  # it is not known who
        ("The army says he said 9 died.", "The army", "he", "9 died", "The army"),
        (
            "Some 9 died, media reported citing a guard.",
            "a guard",
            "media",
            "Some 9 died",
            "a guard",
        ),
        (
            "Medics came. According to news provided by a mayor 9 died.",
            "a mayor",
            "news provided by",
            "9 died",
            "a mayor",
        ),
        (
            "The U.N. refugee agency said 9 died.",
            "The U.N. refugee",
            "The U.N. refugee agency",
            "9 died",
            "The U.N. refugee agency",
        ),
        (
            "A doctor going by his first name said 9 died.",
            "A doctor",
            "A doctor going by his first name",
            "9 died",
            "A doctor",
        ),
        (
            "The monitor based in Oss said 9 died.",
            "The monitor",
            "The monitor based in Oss",
            "9 died",
            "The monitor",
        ),
        (
            "Medics said 9 died.",
            None,
            "Medics",
            "9 died",
            None,
        ),  # only the links and the grammar name indirect sources
    ],
)
def test_the_nearer_source_is_taken(text, first, by, content, expected):
    assert chosen(text, first, content, by) == expected


def test_a_pronoun_gives_way_to_its_name():
    text = "The mayor came. He said 9 died."
    assert chosen(text, "He", "9 died", "He", "The mayor") == "The mayor"
    assert chosen(text, "He", "9 died", "He") is None
    assert chosen(text, None, "9 died", "He", quoted=True) == "He"


@pytest.mark.parametrize(
    ("text", "first", "by", "content", "expected"),
    [
        ("Moscow denied that 9 died.", "Moscow", "Moscow", "that 9 died", None),
        ("Moscow denied that 9 died.", None, "Moscow", "that 9 died", None),
        (
            "Monitors spoke. Moscow denied that 9 died.",
            "Monitors",
            "Moscow",
            "that 9 died",
            "Monitors",
        ),
        (
            "Moscow rejected a report by Amnesty that 9 died.",
            "Amnesty",
            "Moscow",
            "a report by Amnesty that 9 died",
            "Amnesty",
        ),
    ],
)
def test_who_denies_a_number_does_not_give_it(text, first, by, content, expected):
    assert chosen(text, first, content, by, quoted=first is None, denied=True) == expected


@pytest.mark.parametrize(
    ("text", "source", "leads"),
    [
        ("Nine witnesses said it.", "Nine witnesses", True),
        ("At least 9 witnesses told of it.", "At least 9 witnesses", True),
        ("Relatives of 9 students said it.", "Relatives of 9 students", False),
        ("9 children were hurt, it said.", "9 children", False),
    ],
)
def test_counted_sources(text, source, leads):
    at = text.index("9") if "9" in text else 0
    assert starts_source(text, [content_of(text, "it", source)], at) is leads


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([("9 dead, 12 more", "Medics"), ("30 hurt", "the army")], [["9", "12"], ["30"]]),
        ([("9 dead, 12 more", "Medics"), ("30 hurt", "Medics")], [["9", "12", "30"]]),
        ([("9 dead", "Medics"), ("30 hurt", "the army")], [["9", "12"], ["30"]]),
        ([("9 dead", "Medics")], [["9", "12", "30"]]),
        ([("12", "the army")], [["9", "12", "30"]]),
        ([], [["9", "12", "30"]]),
    ],
)
def test_figures_are_split_where_another_source_begins(contents, expected):
    text = "Medics spoke of 9 dead, 12 more and, so the army, 30 hurt."
    chain = [figure_of(text, number) for number in ("9", "12", "30")]
    groups = split_by_source(text, [content_of(text, *pair) for pair in contents], chain)
    assert [[figure.text for figure in group] for group in groups] == expected


def test_no_figures_no_groups():
    assert split_by_source("", [], []) == []


def attribution(attribution_id, kind="indirect", cue="said", name=None):
    return {
        "attribution_id": attribution_id,
        "article_id": "x",
        "sentence_id": 0,
        "kind": kind,
        "source": "Medics",
        "source_name": name,
        "content": "9 died",
        "cue": cue,
        "source_type": "other",
        "anonymous": False,
        "cue_stance": "neutral",
    }


def attribution_span(attribution_id, role, start, end):
    return {
        "article_id": "x",
        "attribution_id": attribution_id,
        "role": role,
        "start": start,
        "end": end,
    }


@pytest.mark.parametrize(
    ("row", "quoted", "denied"),
    [
        ({}, False, False),
        ({"kind": "direct"}, True, False),
        ({"cue": "denied"}, False, True),
        ({"cue": "did not deny"}, False, False),
        ({"cue": "didn’t deny"}, False, False),
        ({"cue": None}, False, False),
    ],
)
def test_contents_of_an_article(row, quoted, denied):
    attributions = make([attribution("a", **row, name="Medics of Oss")], ATTRIBUTIONS)
    spans = [
        attribution_span("a", "content", 20, 30),
        attribution_span("a", "source", 40, 50),  # the first source counts
        attribution_span("a", "source", 0, 6),
        attribution_span("a", "cue", 7, 11),
    ]
    contents = contents_by_article(attributions, make(spans, ATTRIBUTION_SPANS))
    expected = Content(20, 30, "a", (0, 6), "Medics of Oss", quoted, denied)
    assert contents == {"x": [expected]}


@pytest.mark.parametrize(
    ("kind", "cue", "is_kept"),
    [
        ("indirect", "plans to", False),
        ("indirect", "has offered", False),
        ("direct", "has offered", True),  # in a quotation all words are the source's
        ("indirect", "announced", True),
    ],
)
def test_who_does_what_the_words_tell_of_is_not_quoted_for_them(kind, cue, is_kept):
    attributions = make([attribution("a", kind=kind, cue=cue)], ATTRIBUTIONS)
    spans = [attribution_span("a", "content", 20, 30), attribution_span("a", "source", 0, 6)]
    contents = contents_by_article(attributions, make(spans, ATTRIBUTION_SPANS))
    assert bool(contents) is is_kept


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Media quoted the fire brigade as saying that 9 died.", "the fire brigade"),
        ("Media have cited an aide as telling them that 9 died.", "an aide"),
        ("Media quoted the fire brigade, saying that 9 died.", "Media"),
    ],
)
def test_who_is_quoted_by_others_is_the_source(text, source):
    assert words_at(text, named_source(text, content_of(text, "9 died", "Media"))) == source


def test_an_attribution_may_have_no_source():
    spans = make([attribution_span("a", "content", 20, 30)], ATTRIBUTION_SPANS)
    ((content,),) = contents_by_article(make([attribution("a")], ATTRIBUTIONS), spans).values()
    assert content.source is None


def test_no_attributions_no_contents():
    assert contents_by_article(make([], ATTRIBUTIONS), make([], ATTRIBUTION_SPANS)) == {}


@pytest.mark.parametrize(
    ("text", "content", "source", "quoted", "expected"),
    [
        (
            "They blamed heat for the fires that killed 9.",
            "heat for the fires that killed 9",
            "They",
            False,
            True,
        ),
        (
            "The mayor praised those in the club who saved the boat that cost 9 lives.",
            "those in the club who saved the boat that cost 9 lives",
            "The mayor",
            False,
            True,
        ),
        (
            "The mayor said that 9 swimmers died.",
            "that 9 swimmers died",
            "The mayor",
            False,
            False,
        ),
        (
            "The mayor said a wave killed 9.",
            "a wave killed 9",
            "The mayor",
            False,
            False,
        ),
        # all words of a quotation are the source's
        (
            "The mayor spoke of the wave that killed 9.",
            "the wave that killed 9",
            "The mayor",
            True,
            False,
        ),
        # said after all of it
        (
            "It is a year since the wave that killed 9, police said.",
            "It is a year since the wave that killed 9",
            "police",
            False,
            False,
        ),
        (
            "The mayor said the wave was one that killed 9.",
            "the wave was one that killed 9",
            "The mayor",
            False,
            False,
        ),
    ],
)
def test_presupposed_figures(text, content, source, quoted, expected):
    found = content_of(text, content, source, quoted=quoted)
    assert is_presupposed(text, found, text.index("9")) is expected


def test_a_figure_of_no_content_is_not_presupposed():
    assert not is_presupposed("the wave that killed 9", NOT_ATTRIBUTED, 21)


@pytest.mark.parametrize(
    ("text", "source", "is_other"),
    [
        ("Profit was $12bn, below the $18bn that analysts projected.", "analysts", True),
        ("Profit was $12bn, more than the $9bn the bank forecast.", "bank", True),
        ("Profit was $12bn, analysts said.", "analysts", False),
        ("Profit was $12bn. Below the $18bn that analysts projected.", "analysts", False),
    ],
)
def test_a_source_of_what_is_compared_gave_no_other_number(text, source, is_other):
    end = text.index("12bn") + 4
    assert gives_other_number(text, end, text.index(source)) == is_other
