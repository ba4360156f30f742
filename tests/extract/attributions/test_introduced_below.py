"""Who is left without a name in a title or lead is the one introduced below."""

import pytest

from analysis.extract.attributions.article_context import Article
from analysis.extract.attributions.introduced_below import introduced_below, named_next
from analysis.extract.attributions.people import people_in
from tests.extract.attributions.marked_text import unmark


@pytest.mark.parametrize(
    ("marked", "in_title", "expected"),
    [
        ("[A senator] said so. [Senator Emil Roth] said more.", False, "Senator Emil Roth"),
        ("[Velmian senator] says so\n\n[Senator Emil Roth] spoke.", True, "Senator Emil Roth"),
        ("[A lawmaker] said so. [Sen. Emil Roth] said more.", False, "Sen. Emil Roth"),
        ("[A lawyer] said so. [Attorney Ada Quist] said more.", False, "Attorney Ada Quist"),
        (
            "[Prison official] quits\n\n[Minister of Justice Ada Quist] spoke.",
            True,
            "Minister of Justice Ada Quist",
        ),
        # private persons: the first who is named without an office
        ("[A Karsk woman] told it. [Ada Quist] wept.", False, "Ada Quist"),
        ("[Karsk woman] swims home\n\n[She] wept. [Ada Quist] was wet.", True, "Ada Quist"),
        ("[A Karsk woman] told it. [Quist] wept. Ada Quist was wet.", False, "Quist"),
        ("[A Karsk man] told it. [Ada Quist] wept.", False, None),
        ("[A Karsk woman] told it. [Mayor Ada Quist] wept.", False, None),
        ("[A Karsk woman] told it. [Ada Quist and Emil Roth] wept.", False, None),
        ("[A Karsk woman] told it. [The council] wept.", False, None),
        ("[Karsk woman] swims home\n\n[Ada Quist, 61,] was wet.", True, "Ada Quist, 61,"),
        # a lawyer of the state is not "a lawyer"
        ("[A lawyer] said so. [Assistant U.S. Attorney Ada Quist] said more.", False, None),
        (
            "[A county attorney] left. [Assistant County Attorney Ada Quist] said more.",
            False,
            "Assistant County Attorney Ada Quist",
        ),
        (
            "[A prosecutor] left. [Assistant District Attorney Ada Quist] wept.",
            False,
            "Assistant District Attorney Ada Quist",
        ),
        ("[A senior House member] left. [Rep. Ada Quist] wept.", False, "Rep. Ada Quist"),
        ("[A board member] left. [Rep. Ada Quist] wept.", False, None),
        # who was named before is no new man
        ("Emil Roth was booed. [A man] left. [Emil Roth] wept.", False, None),
        ("Emil Roth was booed. [A man] left. [Ivar Moe] wept.", False, "Ivar Moe"),
        ("Senator Emil Roth sat. [A senator] left. [Senator Emil Roth] wept.", False, None),
        # another office, another person
        ("[A senator] said so. [Mayor Ada Quist] said more.", False, None),
        ("[The senator] said so. [Senator Emil Roth] said more.", False, None),
        ("[Senators] said so. [Senator Emil Roth] said more.", True, None),
        ("[A senator] said so. [Another senator, Emil Roth,] said more.", False, None),
        ("[One Quist aide] said so. [Quist] said no.", False, None),
        ("[Quist lawyer] says so\n\n[Emil Roth, Lind's lawyer,] met Quist.", True, None),
        ("[A nurse], who asked not to be named, left. [Nurse Ada Quist] did not.", False, None),
        ("[A prison official] left. [Minister of Justice Ada Quist] spoke.", False, None),
        ("[A ferry] sank. [Ferry captain Ada Quist] wept.", False, None),
        ("[A senator] said so.", False, None),
    ],
)
def test_introduced_below(marked, in_title, expected):
    text, spans = unmark(marked)
    assert introduced_below(text, spans[0], spans[1:], in_title) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Media come for Lund\n\n[Velm's bishop] wept.\nMartin Lund, 56, sang.", "Martin Lund"),
        # another is named in between, the title has no surname, a later sentence, several persons
        ("Media come for Lund\n\n[Velm's bishop] saw Ada Roth.\nMartin Lund, 56, sang.", None),
        ("Media come\n\n[Velm's bishop] wept.\nMartin Lund, 56, sang.", None),
        ("Media come for Lund\n\n[Velm's bishop] wept.\nIt rained.\nMartin Lund sang.", None),
        ("Media come for Lund\n\n[Velm's bishops] wept.\nMartin Lund, 56, sang.", None),
    ],
)
def test_whom_the_title_and_the_second_sentence_name(marked, expected):
    text, (span,) = unmark(marked)
    title_end = text.index("\n")
    starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
    starts.remove(title_end + 1)
    article = Article(text, people_in(text, title_end), starts, None, title_end)
    assert named_next(article, span, True) == expected
    assert named_next(article, span, False) is None
