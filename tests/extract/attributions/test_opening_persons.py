"""Who opens the sentences before "he" or "she" is meant; a body, or whom others meet, is not."""

import pytest

from tests.extract.attributions.resolved_names import last_name

ROTH = "[Minister Emil Roth] spoke. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Their mother, Ulva Eberl, wept at noon. [She] told them.", "Ulva Eberl"),
        ("Karsk orchardist Nevin Schirr was cross. “I lost six,” [he] said.", "Nevin Schirr"),
        ("Fisherman Osman Camar lost a son. “It is near,” [he] said.", "Fisherman Osman Camar"),
        ("Mother of three Yasna Ortl left at noon. “I wept,” [she] said.", "Yasna Ortl"),
        ("Cr Ilda Grig and five others did not. [She] wept.", "Cr Ilda Grig"),
        # what leads on from her
        (
            "Gwenna MacAskil won it. The 72-year-old veteran wept. “I stopped,” [she] said.",
            "Gwenna MacAskil",
        ),
        ("Prime Minister Ali Saeed fled. “It is over,” [he] said.", "Prime Minister Ali Saeed"),
        # no person opens the sentence, or the other sex
        ("They met Osman Camar at noon. [He] wept.", "Minister Emil Roth"),
        ("Harlow United lost at home. [He] wept.", "Minister Emil Roth"),
        ("South Velm lost at home. [He] wept.", "Minister Emil Roth"),
        ("Critics of Osman Camar wept. [He] smiled.", "Minister Emil Roth"),
        ("Anna Quist lost a son. [He] wept.", "Minister Emil Roth"),
        ("It rained. [He] wept.", "Minister Emil Roth"),
    ],
)
def test_who_is_on_the_stage(text, name):
    assert last_name(ROTH + text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # somebody has spoken since
        ("Osman Camar lost a son. [Minister Emil Roth] spoke. [He] wept.", "Minister Emil Roth"),
        # whose colleague it is
        (
            "[Ada Quist, a teacher,] spoke. Quist has taught for 20 years. "
            "Her colleague Jane Moor left in May. “I love it,” [she] said.",
            "Ada Quist",
        ),
        # a surname that one source has
        (
            "[Director Ada Paul] spoke. [Mr Roth] wept. Paul is ill. [She] rests.",
            "Director Ada Paul",
        ),
        ("[Ada Paul] and [Eva Paul] spoke. [Ms Roth] wept. Paul is ill. [She] rests.", "Ms Roth"),
        # a firm is no "she"
        ("[Ada Moe] spoke. [Velmar] fell. [The firm] denied it. [She] wept.", "Ada Moe"),
        # one of several is nobody named before
        ("[Emil Roth] spoke. Its leaders met. [One of them] wept.", None),
        # one who has no name
        (
            "[Colonel Emil Roth] spoke. [One of the officers] slept. “We buried 28,” [he] said.",
            "One of the officers",
        ),
    ],
)
def test_who_has_spoken(text, name):
    assert last_name(text) == name
