"""Who says a figure, by the attribution that it stands in."""

import pytest

from analysis.extract.figure_said import NOT_SAID, Said, contradicts, part_by_sayer, said_at, sayer


def said(text, content, source, name=None, quoted=False):
    start, at = text.index(content), text.index(source)
    return Said(start, start + len(content), f"of {source}", (at, at + len(source)), name, quoted)


def test_the_narrowest_content_counts():
    text = "Medics said that rebels claimed to have killed 9 men."
    wide, narrow = said(text, "that rebels claimed to have killed 9 men", "Medics"), said(text, "to have killed 9 men", "rebels")
    assert said_at([wide, narrow], text.index("9")) is narrow
    assert said_at([wide, narrow], text.index("rebels")) is wide
    assert said_at([wide, narrow], 0) is NOT_SAID


@pytest.mark.parametrize(("source", "name", "expected"), [
    ("The ministry", "The ministry", "The ministry"),
    ("it", "The ministry", "The ministry"),  # the name that the pronoun stands for, where it is printed
    ("it", "The Ministry of Health", "it"),
    ("it", None, "it"),
])
def test_a_pronoun_stands_for_a_name(source, name, expected):
    text = "The ministry spoke. Later it said 9 had died."
    start, end = sayer(text, said(text, "9 had died", source, name))
    assert text[start:end] == expected


def test_nobody_says_it():
    assert sayer("9 had died.", NOT_SAID) is None


@pytest.mark.parametrize(("text", "chosen", "by", "content", "expected"), [
    ("Medics spoke of 4, the army put the toll at 9.", "Medics", "the army", "the toll at 9", True),
    ("Medics said that 9 died, the agency reported.", "Medics", "the agency", "Medics said that 9 died", False),
    ("9 die in raid - monitor. It was long. A doctor said so.", "monitor", "A doctor", "9 die in raid", False),
    ("A monitor spoke. The monitoring group said 9 died.", "A monitor", "The monitoring group", "9 died", False),
    ("The Health Minister came. The army said 9 died.", "The Health Minister", "The army", "9 died", True),
    ("The Health Minister came. The Health Ministry said 9 died.", "The Health Minister", "The Health Ministry", "9 died", False),
    ("The clinic, which said 9 died, is shut.", "The clinic", "which", "9 died", False),
])
def test_contradictions(text, chosen, by, content, expected):
    ends = [0, *(i + 2 for i in range(len(text)) if text.startswith(". ", i)), len(text)]
    at = text.index("9")
    sentence = next((a, b) for a, b in zip(ends, ends[1:], strict=False) if a <= at < b)
    start = text.index(chosen)
    assert contradicts(text, sentence, (start, start + len(chosen)), said(text, content, by)) is expected


@pytest.mark.parametrize(("contents", "parts"), [
    ([("9 dead", "Medics"), ("12", "the army")], [["9", "12"], ["30"]]),
    ([("9 dead", "Medics")], [["9", "12", "30"]]),
    ([], [["9", "12", "30"]]),
])
def test_figures_part_where_another_speaks(contents, parts):
    text = "Medics spoke of 9 dead, 12 more and, so the army, 30 hurt."
    if len(contents) == 2:
        contents = [("9 dead, 12 more", "Medics"), ("30 hurt", "the army")]
    chain = [{"start": text.index(n), "text": n} for n in ("9", "12", "30")]
    found = part_by_sayer(text, [said(text, *c) for c in contents], chain)
    assert [[f["text"] for f in part] for part in found] == parts


def test_no_figures_no_parts():
    assert part_by_sayer("", [], []) == []
