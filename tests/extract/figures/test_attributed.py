"""Who says a figure, by the attribution that it stands in."""

import pytest

from analysis.extract.figures.attributed import (
    NOT_SAID,
    Said,
    choose_source,
    leads_a_source,
    part_by_sayer,
    said_at,
    sayer,
)


def said(text, content, source, name=None, quoted=False, denied=False):
    start, at = text.index(content), text.index(source)
    return Said(
        start, start + len(content), f"of {source}", (at, at + len(source)), name, quoted, denied
    )


def test_the_narrowest_content_counts():
    text = "Medics said that rebels claimed to have killed 9 men."
    wide, narrow = (
        said(text, "that rebels claimed to have killed 9 men", "Medics"),
        said(text, "to have killed 9 men", "rebels"),
    )
    assert said_at([wide, narrow], text.index("9")) is narrow
    assert said_at([wide, narrow], text.index("rebels")) is wide
    assert said_at([wide, narrow], 0) is NOT_SAID


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("The ministry", "The ministry", "The ministry"),
        (
            "it",
            "The ministry",
            "The ministry",
        ),  # the name that the pronoun stands for, where it is printed
        ("it", "The Ministry of Health", "it"),
        ("it", None, "it"),
    ],
)
def test_a_pronoun_stands_for_a_name(source, name, expected):
    text = "The ministry spoke. Later it said 9 had died."
    start, end = sayer(text, said(text, "9 had died", source, name))
    assert text[start:end] == expected


def test_a_name_is_no_part_of_a_word():
    text = "The UN spoke, then UNHCR. Later it said 9 had died."
    assert sayer(text, said(text, "9 had died", "it", "UN")) == (4, 6)


def test_nobody_says_it():
    assert sayer("9 had died.", NOT_SAID) is None


def chosen(text, first, *args, **kwargs):
    """Give the words of the source of the figure 9."""
    ends = [0, *(i + 2 for i in range(len(text)) if text.startswith(". ", i)), len(text)]
    at, start = text.index("9"), None if first is None else text.index(first)
    sentence = next((a, b) for a, b in zip(ends, ends[1:], strict=False) if a <= at < b)
    source = None if first is None else (start, start + len(first))
    found = choose_source(text, sentence, source, said(text, *args, **kwargs))
    return None if found is None else text[slice(*found)]


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
        ),  # nobody knows who
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


def test_a_pronoun_gives_way_to_the_name_that_it_stands_for():
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
    assert leads_a_source(text, [said(text, "it", source)], at) is leads


@pytest.mark.parametrize(
    ("contents", "parts"),
    [
        ([("9 dead", "Medics"), ("12", "the army")], [["9", "12"], ["30"]]),
        ([("9 dead", "Medics")], [["9", "12", "30"]]),
        ([], [["9", "12", "30"]]),
    ],
)
def test_figures_part_where_another_speaks(contents, parts):
    text = "Medics spoke of 9 dead, 12 more and, so the army, 30 hurt."
    if len(contents) == 2:
        contents = [("9 dead, 12 more", "Medics"), ("30 hurt", "the army")]
    chain = [{"start": text.index(n), "text": n} for n in ("9", "12", "30")]
    found = part_by_sayer(text, [said(text, *c) for c in contents], chain)
    assert [[f["text"] for f in part] for part in found] == parts


def test_no_figures_no_parts():
    assert part_by_sayer("", [], []) == []
