"""Updates of a text are told from copies of it, and form a chain."""

import pandas as pd
import pytest
from made_versions import pairs

from analysis.core.tables import ARTICLES, check, make
from analysis.load.duplicates import Sketches, mark_duplicates, words_of
from analysis.load.stated_facts import facts_of

N_PAIRS = 200

DISPATCH = (
    "A ferry sank near Tallis on Monday and 27 passengers drowned, the coast guard said. The boat "
    "was on its way to Merrow with 112 people on board when it struck a rock in fog, a spokesman "
    "said. Divers searched the wreck through the night. The company that owns the ferry has had "
    "two accidents since 2011. Families waited in the port of Osmere for news."
)
UPDATE = DISPATCH.replace("27", "41")
LATER_UPDATE = DISPATCH.replace("27", "fifty-two")


def marked(texts, days=None, outlets=None):
    """Return the two columns, for articles ``a0``, ``a1`` and so on."""
    rows = []
    for number, text in enumerate(texts):
        rows.append(
            {
                "article_id": f"a{number}",
                "corpus": "c",
                "outlet": outlets[number] if outlets else "o",
                "text": text,
                "n_words": len(text.split()),
                "published": days[number] if days else None,
            }
        )
    table = mark_duplicates(make(rows, ARTICLES))
    check(table, ARTICLES)
    found = []
    for name in ("duplicate_of", "update_of"):
        found.append([None if pd.isna(earlier) else earlier for earlier in table[name]])
    return tuple(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("27", "41"),
        ("27", "forty-one"),
        ("27", "1,200"),
        ("27", "2"),  # a number that is elsewhere in the text
        ("27", "112"),
        ("27", "dozens of"),
        ("two accidents", "three accidents"),
        ("on Monday", "on Tuesday"),
        ("on Monday", "on 5 March"),
        ("near Tallis", "near Lindrum"),
        ("27 passengers", "27 passengers and 3 sailors"),
    ],
)
def test_another_number_day_or_place_makes_an_update(old, new):
    changed = DISPATCH.replace(old, new)
    assert changed != DISPATCH
    assert marked([DISPATCH, changed]) == ([None, None], [None, "a0"])


@pytest.mark.parametrize(
    "later",
    [
        DISPATCH.replace("27", "twenty-seven"),
        DISPATCH.replace("112", "one hundred and twelve"),
        DISPATCH.replace("27 passengers drowned", "27 people died"),
        DISPATCH.replace("on Monday ", ""),
        DISPATCH.replace("Tallis", "Talliss").replace("Osmere", "Osmeere"),
        DISPATCH.replace("two accidents", "accidents"),
        DISPATCH[: DISPATCH.index(" Divers")],
        f"Ferry disaster kills 27 near Tallis\n\n{DISPATCH}",
        f"Dozens drown as ferry sinks\n\n{DISPATCH}",
        f"Published March 5 2019\n\n{DISPATCH}",
        f"Last updated at Mar 052019 18:20\n\n{DISPATCH}",
        f"Tue 5 Mar 2019 at 2354 {DISPATCH}",
        f"OSMERE, March 5 (Reuters) - {DISPATCH}",
        f"{DISPATCH}\n\n312 shares\n15 comments\n4 min read",
        f"{DISPATCH} Read more: Fire in Drakov kills 300",
        f"{DISPATCH}\n\nPhoto: the port on 3 March 2019, AFP",
        f"{DISPATCH}\n\n(c) 2019 The Associated Press",
    ],
)
def test_the_page_and_another_wording_make_no_update(later):
    assert marked([DISPATCH, later]) == ([None, "a0"], [None, None])


def test_another_outlet_prints_a_copy_and_another_an_update():
    texts = [DISPATCH, DISPATCH, UPDATE]
    found = marked(texts, outlets=["Tallis Herald", "Merrow Post", "Vos Daily"])
    assert found == ([None, "a0", None], [None, None, "a0"])


def test_updates_form_a_chain_and_copies_lead_to_their_version():
    texts = [LATER_UPDATE, DISPATCH, UPDATE, f"{UPDATE} He is 41.", DISPATCH + " x", UPDATE]
    days = [f"2019-03-0{day}" for day in (3, 1, 2, 3, 4, 4)]
    assert marked(texts, days) == (
        [None, None, None, "a2", "a1", "a2"],
        ["a2", None, "a1", None, None, None],
    )


def test_many_copies_of_a_version_do_not_hide_the_others():
    fillers = [f"{UPDATE} Ends{number}" for number in range(40)]
    texts = [DISPATCH, UPDATE, *fillers, LATER_UPDATE, f"{DISPATCH} Ends"]
    copies, updates = marked(texts)
    assert copies == [None, None, *["a1"] * 40, None, "a0"]
    assert updates == [None, "a0", *[None] * 40, "a1", None]


def test_made_pairs():
    made = pairs(N_PAIRS)
    texts = []
    for pair in made:
        texts += [pair.earlier, pair.later]
    words = [words_of(text) for text in texts]
    facts = [facts_of(text) for text in texts]
    sketches = Sketches()
    for each in words:
        sketches.add(each)
    n_found = {True: 0, False: 0}
    for number, pair in enumerate(made):
        order = [2 * number, 2 * number + 1]
        found = sketches.relations(order, words.__getitem__, facts.__getitem__)
        if pair.is_update:
            assert found.copies == {}, pair  # every update is kept
        else:
            assert found.updates == {}, pair
        n_found[pair.is_update] += bool(found.copies or found.updates)
    assert n_found[True] == N_PAIRS / 2
    assert n_found[False] >= 0.98 * N_PAIRS / 2
