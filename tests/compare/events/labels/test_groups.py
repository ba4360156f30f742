import random
import re

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.labels import label_groupings, label_groups
from analysis.core import lexicon, paths
from analysis.core.errors import InputError
from tests.compare.events.event_articles import articles
from tests.compare.events.labels.labelled_stories import NOT_YET
from tests.compare.events.labels.labelled_stories import STORIES as LABELLED

STORIES = {
    "Tarrin, shelling, 4 Mar 2024": [
        (
            "Kestrian State News Agency",
            "2024-03-04",
            "Army strikes terrorist nest near Tarrin",
            "TARRIN, 4 March (KSNA) - Army artillery on Monday answered the shelling of the "
            "northern "
            "road near Tarrin by terrorists. A military source said three terrorists were killed.",
        ),
        (
            "Open Valley",
            "2024-03-04",
            "Regime massacre in Tarrin market",
            "The regime committed a massacre in the market of Tarrin on Monday. At least 29 people "
            "were killed when the shelling began, medics in Tarrin said.",
        ),
        (
            "Meridian Wire",
            "2024-03-05",
            "Shelling kills at least 17 in Kestrian town, monitor says",
            "Shelling of a market in the Kestrian town of Tarrin killed at least 17 people, "
            "a monitor "
            "said on Tuesday.",
        ),
    ],
    "flood, 3 May 2021": [
        (
            "Herald",
            "2021-05-03",
            "Flood wrecks homes",
            "Geoffrey Hassel / Getty Images May 3, 2021 views\nA flood wrecked homes on Monday.",
        ),
        (
            "Courier",
            "2021-05-03",
            "Homes lost to flood",
            "By Geoffrey Hassel May 3, 2021\nA flood wrecked 40 homes on Monday.",
        ),
    ],
    "Kenya, layoffs, 13 May 2025": [
        (
            "Herald",
            "2025-05-13",
            "Kenya lays off thousands, Statistics Kenya says",
            "NAIROBI - Firms laid off thousands in the first quarter, Statistics Kenya said on "
            "Tuesday. Statistics Kenya blamed the layoffs on the price of power.",
        ),
        (
            "Courier",
            "2025-05-13",
            "Statistics Kenya counts layoffs",
            "Thousands were laid off in the first quarter, Statistics Kenya said.",
        ),
    ],
    "Velmora, shooting, 2 May 2021": [
        (
            "Herald",
            "2021-05-02",
            "Man shot in Velmora",
            "A man was killed in a shooting near the docks of Velmora, police said. "
            "Detective Carla "
            "Moss asked for witnesses.",
        ),
        (
            "Courier",
            "2021-05-02",
            "Dock worker, 40, dies in Velmora shooting",
            "A dock worker died in a shooting in Velmora on Sunday, Detective Carla Moss said.",
        ),
    ],
    "Velmora, shooting, 2 May 2021 (2)": [
        (
            "Herald",
            "2021-05-02",
            "Two hurt in shooting outside Velmora club",
            "Two women were hurt in a shooting outside a night club in Velmora. Club owner "
            "Idris Vale "
            "saw a car drive off.",
        ),
        (
            "Courier",
            "2021-05-02",
            "Club shooting in Velmora leaves two injured",
            "Two women are in hospital after a shooting at a club in Velmora, its owner Idris Vale "
            "said.",
        ),
    ],
    "Velmora, shooting, 9 May 2021": [
        (
            "Herald",
            "2021-05-09",
            "Third shooting in Velmora this month",
            "Nobody was hurt in a shooting near a school in Velmora on Sunday.",
        ),
    ],
    "Brightcom, layoffs, 10 Jan 2023": [
        (
            "Herald",
            "2023-01-10",
            "Brightcom axes 900 jobs in bloodbath",
            "The software maker Brightcom announced layoffs of 900 people on Tuesday.",
        ),
        (
            "Courier",
            "2023-01-11",
            "Brightcom announces layoffs",
            "Shares in Brightcom rose after the layoffs, which the company called painful.",
        ),
    ],
    "Norvane, merger, 3 Feb 2022": [
        (
            "Meridian Wire",
            "2022-02-03",
            "Norvane and Altis agree merger worth $4bn",
            "The drug makers Norvane and Altis agreed a merger on Thursday. Norvane will own "
            "60 per "
            "cent.",
        ),
        (
            "Courier",
            "2022-02-04",
            "Merger makes Norvane a giant",
            "A merger will make Norvane the largest drug maker in the region.",
        ),
    ],
    "Oskar Lund, resignation, 6 Jun 2022": [
        (
            "Herald",
            "2022-06-06",
            "Minister Oskar Lund resigns over villa",
            "The minister Oskar Lund resigned on Monday after questions about a villa. Mr. "
            "Lund said "
            "his resignation was for the good of his family.",
        ),
        (
            "Courier",
            "2022-06-06",
            "Lund steps down",
            "Minister Oskar Lund stepped down on Monday. His resignation letter thanks his voters.",
        ),
    ],
    "Palmyria, election, 12 Sep 2021": [
        (
            "Herald",
            "2021-09-12",
            "Palmyria goes to the polls",
            "Voters in Palmyria chose a parliament on Sunday in an election that no party is "
            "sure to "
            "win.",
        ),
        (
            "Courier",
            "2021-09-13",
            "Left ahead in Palmyria election",
            "The left is ahead after the election in Palmyria, with half of the votes counted.",
        ),
    ],
    "Estrel, final, 1 Jul 2023": [
        (
            "Herald",
            "2023-07-01",
            "Estrel win final on penalties",
            "A late save gave Estrel the cup on Saturday: they won the final on penalties.",
        ),
        (
            "Courier",
            "2023-07-02",
            "Heartbreak in the final as Estrel take cup",
            "The final went to Estrel after penalties, and fans of Estrel sang until morning.",
        ),
    ],
    "Dunmarra, outbreak, 3 Nov 2022": [
        (
            "Herald",
            "2022-11-03",
            "Measles outbreak closes schools in Dunmarra",
            "Schools in Dunmarra closed on Thursday because of an outbreak of measles.",
        ),
        (
            "Courier",
            "2022-11-04",
            "Forty children ill as outbreak spreads in Dunmarra",
            "The outbreak in Dunmarra has made forty children ill, doctors said.",
        ),
    ],
    "Aldbeck, floods, 9 Sep 2024": [
        (
            "Herald",
            "2024-09-09",
            "Aldbeck under water",
            "Floods forced hundreds from their homes in Aldbeck on Monday, the worst floods yet.",
        ),
        (
            "Meridian Wire",
            "2024-09-10",
            "Floods kill two in Kestria",
            "ALDBECK, 10 September - Floods killed two people in Aldbeck, rescue workers said.",
        ),
    ],
    "Greyfell, fire, 8 Jul 2024": [
        (
            "Herald",
            "2024-07-08",
            "Inferno in Greyfell: at least 12 inmates die",
            "At least 12 inmates died in a fire at the prison of Greyfell on Monday.",
        ),
        (
            "Courier",
            "2024-07-08",
            "Fire at Greyfell prison kills 12",
            "A fire killed 12 inmates in Greyfell, the prison service said.",
        ),
    ],
    "Lindmoor, bridge collapse, 15 Apr 2024": [
        (
            "Herald",
            "2024-04-15",
            "Bridge collapse in Lindmoor kills four",
            "Four people died in a bridge collapse in Lindmoor on Monday morning.",
        ),
        (
            "Courier",
            "2024-04-16",
            "Lindmoor bridge collapse: repair records missing",
            "Repair records were missing, investigators of the bridge collapse in Lindmoor said.",
        ),
    ],
}


def table(stories=STORIES):
    """Return articles, and the story of each."""
    rows, groups = [], []
    for number, (label, of_story) in enumerate(stories.items()):
        for position, (outlet, day, title, text) in enumerate(of_story):
            body = f"{title}\n\n{text}" if position % 2 else text
            rows.append((f"a{number:02}-{position}", outlet, day, title, body))
            groups.append(label)
    frame = articles(rows)
    return frame, pd.Series(groups, index=frame.index)


def one(title, text, outlet="Herald", day="2020-05-01", **columns):
    """Return the label of one article."""
    frame = articles([("a", outlet, day, title, text)], **columns)
    return label_groups(frame, pd.Series(["g"], index=frame.index)).item()


@pytest.fixture(scope="module")
def labels():
    frame, group = table()
    return label_groups(frame, group)


@pytest.mark.parametrize("expected", STORIES)
def test_a_label_says_where_what_and_when(expected, labels):
    assert labels[expected] == expected


def test_labels_are_unique(labels):
    assert labels.is_unique
    assert labels.index.is_unique
    assert labels.index.tolist() == sorted(STORIES)


def test_no_label_contains_a_headline_or_a_loaded_word(labels):
    text = " | ".join(labels).lower()
    for of_story in STORIES.values():
        for _, _, title, _ in of_story:
            assert title.lower() not in text
    groups = lexicon.load(paths.LEXICONS / "happenings.toml")
    loaded = {word for words in groups["loaded"]["nouns"].values() for word in words}
    assert loaded.isdisjoint(re.findall(r"[a-z]+", text))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_has_no_effect(seed, labels):
    frame, group = table()
    order = list(range(len(frame)))
    random.Random(seed).shuffle(order)
    shuffled = label_groups(frame.iloc[order], group.iloc[order])
    pd.testing.assert_series_equal(shuffled, labels)


def test_the_tables_are_not_changed():
    frame, group = table()
    before, group_before = frame.copy(), group.copy()
    label_groups(frame, group)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_series_equal(group, group_before)


def test_no_articles_have_no_labels():
    frame, group = table()
    assert label_groups(frame.iloc[:0], group.iloc[:0]).empty


def test_articles_without_a_group_are_not_read():
    frame, group = table()
    first = next(iter(STORIES))
    labels = label_groups(frame, group.where(group == first))
    assert labels.index.tolist() == [first]


def test_groups_need_the_index_of_the_articles():
    frame, group = table()
    with pytest.raises(InputError, match="index"):
        label_groups(frame, group.iloc[1:])


def test_events_and_stories_are_labelled_as_if_alone():
    frame, event = table()
    story = pd.Series(np.arange(len(frame)) // 5, index=frame.index)
    for labels, group in zip(label_groupings(frame, [event, story]), (event, story), strict=True):
        pd.testing.assert_series_equal(labels, label_groups(frame, group))


def test_groupings_are_of_the_same_articles():
    frame, group = table()
    with pytest.raises(InputError, match="one grouping only"):
        label_groupings(frame, [group, group.where(frame.index != frame.index[3])])


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, ""])
def test_an_article_without_words_is_an_event(missing):
    frame = articles([("a", "Herald", "2020-05-01", "x", "x")]).astype(object)
    frame[["title", "text", "outlet", "place"]] = missing
    group = pd.Series([7], index=frame.index)
    assert label_groups(frame, group).to_dict() == {7: "event, 1 May 2020"}
    assert label_groups(frame.assign(published=pd.NaT), group).to_dict() == {7: "event"}


def test_equal_labels_are_numbered_by_day_and_id():
    rows = [(name, "Herald", "2020-05-01", None, "") for name in "cab"]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series(["c", "a", "b"], index=frame.index))
    assert labels.to_dict() == {
        "a": "event, 1 May 2020",
        "b": "event, 1 May 2020 (2)",
        "c": "event, 1 May 2020 (3)",
    }


def test_a_label_has_the_first_day():
    frame = articles(
        [
            ("a", "Herald", None, "Fire in Velmora", "A fire broke out in Velmora."),
            ("b", "Courier", "2020-05-04", "Fire in Velmora", "A fire broke out in Velmora."),
            ("c", "Courier", "2020-05-02", "Fire in Velmora", "A fire broke out in Velmora."),
        ]
    )
    labels = label_groups(frame, pd.Series("g", index=frame.index))
    assert labels.item() == "Velmora, fire, 2 May 2020"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("MAN SHOT IN DOVER", "A man was shot in Dover on Monday.", "Dover, shooting"),
        ("MAN SHOT IN DOVER", "", "Dover, shooting"),
        ("Fire", "VELMORA A fire destroyed homes.", "Velmora, fire"),
        ("Fire: New Velmora burns", "A fire in New Velmora.", "New Velmora, fire"),
        ("Man Shot And Killed In Dover", "A man was shot in Dover.", "Dover, shooting"),
        ("FIRE IN VELMORA", "FIRE IN VELMORA\n\nA FIRE DESTROYED HOMES.", "Velmora, fire"),
        ("Terror attack in Velmora", "An attack in Velmora hurt two.", "Velmora, attack"),
        ("Massacre in Velmora", "A massacre in Velmora.", "Velmora, killings"),
        ("Ana Brook sues Altis", "Ana Brook sues the firm.", "Ana Brook, lawsuit"),
        ("Rep. Ana Brook apologises", "The apology of Rep. Ana Brook.", "Ana Brook, apology"),
        (
            "Quake shakes Notre-Dame",
            "An earthquake was felt in Notre-Dame on Friday.",
            "Notre-Dame, earthquake",
        ),
        (
            "French President Luc Morel visits school",
            "French President Luc Morel visited a school.",
            "Luc Morel, visit",
        ),
        (
            "Bank fires Ana Brook",
            "The bank said on Friday that Ana Brook was dismissed.",
            "Ana Brook, dismissal",
        ),
        (
            "Velmora remembers",
            "The city of Velmora remembers those who died in the 9/11 attacks.",
            "Velmora",
        ),
        (
            "Velmora remembers",
            "Velmora remembers the 1999 massacre and what came after.",
            "Velmora",
        ),
        (
            "Plan for Velmora",
            "A plan to move detained migrants to Velmora was announced.",
            "Velmora, plan",
        ),
        (
            "Mayor Ana Brook replies to critics",
            "Ana Brook said on Friday that her critics should be jailed.",
            "Ana Brook",
        ),
        (
            "Mayor Ana Brook goes after critics",
            "Ana Brook renewed her attacks on the council.",
            "Ana Brook",
        ),
        (
            "Fire in Velmora",
            "By Ana Brook\n\nA fire in the harbour of Velmora was put out.",
            "Velmora, fire",
        ),
        # a capital that speaks is not where it happened
        (
            "Kabul says fighting near Velmora killed 17",
            "KABUL (KSNA) - Fighting near Velmora killed 17 soldiers, Kabul said. Fighting in "
            "Velmora went on.",
            "Velmora, fighting",
        ),
        (
            "Fire in Kabul",
            "KABUL (KSNA) - A fire broke out in Kabul. Kabul says it is out.",
            "Kabul, fire",
        ),
        # the dateline, where nothing else is named
        (
            "Fire destroys a hall",
            "VELMORA (KSNA) - A fire destroyed a hall. The fire is out.",
            "Velmora, fire",
        ),
        # results of games
        ("Velmora crush Dover 4-0", "Velmora crushed Dover on Sunday. The crowd sang.", "Velmora"),
        (
            "Crush in Velmora",
            "A crush in Velmora hurt many. The crush was at a gate.",
            "Velmora, crush",
        ),
        # opinions get a topic
        (
            "Comment: The sea has no office",
            "There is a moment, after every shipwreck, when numbers swim.",
            "shipwreck",
        ),
        (
            "Opinion: Prohibition kills in Velmora",
            "Velmora buries its poor. Velmora forgets.",
            "Velmora",
        ),
    ],
)
def test_one_article_is_enough(title, text, expected):
    assert one(title, text) == f"{expected}, 1 May 2020"


@pytest.mark.parametrize(
    ("title", "outlet", "text"),
    [
        ("Fire in Velmora | Mother Jones", "Mother Jones", "Mother Jones has more. Velmora burns."),
        ("Fire in Velmora - BBC News", "bbc.com", "BBC News saw a fire in Velmora."),
        ("Fire in Velmora", "KSNA", "VELMORA (KSNA) - KSNA saw a fire. KSNA called it large."),
        ("Fire in Velmora", "Kestrian State News Agency", "KSNA saw a fire in Velmora. KSNA left."),
        ("Fire in Velmora", "Herald", "VELMORA (Reuters) - Reuters saw a fire in Velmora."),
        ("Fire in Velmora on Monday", "Herald", "On Monday in March a fire in Velmora grew."),
        ("Kestrian fire in Velmora", "Herald", "Kestrian firemen, Kestrian police in Velmora."),
        ("South Korean fire in Velmora", "Herald", "South Korean and Thai firemen in Velmora."),
        ("German fire in Velmora", "Herald", "German firemen and German police in Velmora."),
    ],
)
def test_outlets_days_and_nationalities_are_no_names(title, outlet, text):
    assert one(title, text, outlet) == "Velmora, fire, 1 May 2020"


def test_a_given_place_goes_before_a_person():
    text = "Mayor Ana Brook said a fire destroyed the mill. Brook thanked the firemen."
    label = one("Fire destroys mill, says Brook", text, place={"a": "Velmora, Kestria"})
    assert label == "Velmora, fire, 1 May 2020"


def test_outlets_are_counted_and_not_articles():
    storm = ("Storm hits Velmora", "A storm hit Velmora on Friday.")
    rows = [
        (f"a{number}", "Loud", "2020-05-01", "Flood in Velmora", "A flood in Velmora.")
        for number in range(5)
    ]
    rows += [("b", "North", "2020-05-01", *storm), ("c", "South", "2020-05-01", *storm)]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series(1, index=frame.index))
    assert labels.item() == "Velmora, storm, 1 May 2020"


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "'" * 5000,
        "A" * 100_000,
        "Aa " * 5000,
        "A-" * 5000,
        "(((",
        "…",
        "𝔘𝔫 ЖЁЛ 中文",
        "U.S. " * 900,
        "\n" * 9,
    ],
)
def test_odd_texts_have_a_label(text):
    label = one(text, text)
    assert label.endswith("1 May 2020")
    assert len(label) < 500


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Ana Brook defends charity",
            "Ana Brook spoke on Friday. The charity once showed a play about torture.",
            "Ana Brook, remarks",
        ),
        (
            "Crowds are angry at Oskar Lund",
            "Crowds marched against what they call an assault of Oskar Lund on their land.",
            "Oskar Lund",
        ),
        ("Oskar Lund shot at by gunman", "Oskar Lund was shot at by a gunman.", "Oskar Lund"),
        ("Altis charged with fraud", "Altis was charged with fraud.", "Altis, court case"),
        ("Ana Brook arrested", "Police arrested Ana Brook.", "Ana Brook"),
        (
            "Velmora High School shuts",
            "Velmora High School was shut days before the shooting anniversary of the town.",
            "Velmora High School",
        ),
        ("Ana Brook and the security blanket", "Ana Brook and a blanket.", "Ana Brook"),
        ("Will Velmora see a flood?", "Velmora is a dry town.", "Velmora"),
        ("Flood in Velmora", "Ana Brook saw the storm.", "Velmora, flood"),
    ],
)
def test_one_article_accuses_nobody(title, text, expected):
    assert one(title, text) == f"{expected}, 1 May 2020"


def test_two_outlets_are_enough_for_a_grave_happening():
    story = ("Oskar Lund shot at in his car", "Oskar Lund was shot at in a shooting on Friday.")
    frame = articles([(name, name, "2020-05-01", *story) for name in ("Herald", "Courier")])
    labels = label_groups(frame, pd.Series(1, index=frame.index))
    assert labels.item() == "Oskar Lund, shooting, 1 May 2020"


def test_words_in_brackets_are_of_a_headline():
    rows = [
        (name, "Herald", "2020-05-01", "Shooting in Velmora", f"A shooting in Velmora. {name} saw.")
        for name in ("Carla Moss", "Idris Vale")
    ]
    frame = articles(rows)
    labels = label_groups(frame, frame["article_id"])
    assert labels.tolist() == [
        "Velmora, shooting, 1 May 2020",
        "Velmora, shooting, 1 May 2020 (2)",
    ]


def test_a_union_of_a_firms_staff_is_not_the_firm():
    text = "Velmar said on Monday that layoffs were due. Velmar Workers United protested."
    rows = [
        (name, outlet, "2020-05-01", "Velmar layoffs due", text)
        for name, outlet in (("a", "Herald"), ("b", "Courier"), ("c", "Wire"))
    ]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series("g", index=frame.index))
    assert labels.item() == "Velmar, layoffs, 1 May 2020"


def test_a_monitor_named_after_a_country_is_not_the_country():
    text = "The Karvol Rights Watchline counted twelve dead. Karvol denied a shooting on Monday."
    rows = [
        (name, outlet, "2020-05-01", "Shooting shocks Karvol", text)
        for name, outlet in (("a", "Herald"), ("b", "Courier"), ("c", "Wire"))
    ]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series("g", index=frame.index))
    assert labels.item() == "Karvol, shooting, 1 May 2020"


@pytest.mark.parametrize("body", ["Supreme Court", "Wildfire Service", "Port Authority"])
def test_a_body_named_after_a_place_is_not_the_place(body):
    text = f"The Karvol {body} spoke of arson. Karvol told of a fire on Monday. Karvol is calm."
    rows = [
        (name, outlet, "2020-05-01", "Fire shocks Karvol", text)
        for name, outlet in (("a", "Herald"), ("b", "Courier"), ("c", "Wire"))
    ]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series("g", index=frame.index))
    assert labels.item() == "Karvol, fire, 1 May 2020"


def label_of(*stories):
    rows = [
        (f"a{number}", outlet, "2020-05-01", title, text)
        for number, (outlet, title, text) in enumerate(stories)
    ]
    frame = articles(rows)
    labels = label_groups(frame, pd.Series("g", index=frame.index))
    return labels.item().rsplit(",", 1)[0]


def test_an_outbreak_is_named_by_its_disease():
    found = label_of(
        (
            "Herald",
            "Mozambique cholera deaths at 46; aid group puts toll at 90",
            "Cholera has killed 46 people in northern Mozambique, but an aid group said 90.",
        ),
        (
            "Courier",
            "Killer bug: cholera claims 90 lives",
            "A bug is stalking Mozambique. Cholera could kill hundreds, an aid group said.",
        ),
    )
    assert found == "Mozambique, cholera"


def test_losses_are_of_those_who_lost():
    found = label_of(
        (
            "Herald",
            "Zelenskiy puts Ukrainian losses at 38,000, Russia says 500,000",
            "Russia and Ukraine have lost many. Russia gave no losses of its own.",
        ),
        (
            "Courier",
            "Losses of Ukraine exceed half a million, Russia says",
            "The losses of Ukraine have exceeded 500,000, the ministry of Russia said.",
        ),
    )
    assert found == "Ukraine, losses"


def test_a_swap_is_of_both_sides():
    stories = (
        (
            "Herald",
            "Russia and Ukraine swap prisoners",
            "KYIV - The prisoner exchange was the eighth, officials in Kyiv said.",
        ),
        (
            "Courier",
            "Russian servicemen return from Ukrainian captivity",
            "After a prisoner exchange near Kyiv all are well, the ministry said.",
        ),
    )
    assert label_of(*stories) == "Russia and Ukraine, prisoner exchange"
    one_sided = ("Courier", "Servicemen come home", stories[1][2])
    assert label_of(stories[0], one_sided) == "Kyiv, prisoner exchange"


def test_a_city_is_not_called_after_its_services():
    found = label_of(
        ("Herald", "Marchers meet in London", "A march was held in London on Sunday."),
        (
            "Courier",
            "Marchers held up",
            "The march blocked a bridge, London Ambulance Service said.",
        ),
        ("Beacon", "London march goes on", "The march in London went on, and on."),
    )
    assert found == "London, march"


@pytest.fixture(scope="module")
def labels_of_many():
    rows, groups = [], []
    for number, (label, of_story) in enumerate(LABELLED.items()):
        for outlet, (title, text) in zip(("Herald", "Courier", "Beacon"), of_story, strict=True):
            rows.append((f"a{number:02}-{outlet}", outlet, "2027-05-03", title, text))
            groups.append(label)
    frame = articles(rows)
    return label_groups(frame, pd.Series(groups, index=frame.index))


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(label, marks=[pytest.mark.xfail(strict=True)] * (label in NOT_YET))
        for label in LABELLED
    ],
)
def test_news_of_every_kind_has_the_label_of_an_editor(expected, labels_of_many):
    assert labels_of_many[expected] == f"{expected}, 3 May 2027"


def test_two_happenings_in_one_place_on_one_day_are_told_apart(labels_of_many):
    of_dellham = [label for label in labels_of_many if label.startswith("Dellham")]
    assert of_dellham == ["Dellham, fire, 3 May 2027", "Dellham, lawsuit, 3 May 2027"]


def test_an_election_is_of_the_country_and_not_of_a_party():
    found = label_of(
        (
            "Herald",
            "Velmara's Unity Front wins most seats",
            "VELGRAD - The Unity Front won 71 of 150 seats in the election on Sunday.",
        ),
        (
            "Courier",
            "Unity Front falls short",
            "The Unity Front has no majority, the electoral commission said. Turnout was high.",
        ),
        (
            "Beacon",
            "Velmaran voters punish Unity Front",
            "Velmaran voters gave the Unity Front 71.",
        ),
    )
    assert found == "Velmara, election"


def test_an_attack_is_not_called_after_whom_somebody_blames():
    text = "Two oil tankers were hit in an attack at sea. The attack was the third this month."
    found = label_of(
        ("Herald", "Minister blames Velmara for attack on oil tankers", f"{text} In Velmara,"),
        ("Courier", "Velmara is behind the attack on oil tankers, says minister", text),
        ("Beacon", "Oil tankers hit in attack, Velmara denies it", text),
    )
    assert found == "Oil tankers, attack"


def test_a_story_is_called_by_what_its_headlines_share_and_not_by_its_background():
    text = (
        "The ministry released the emails on Monday. They were written after the attack on the "
        "consulate in Velmara in September."
    )
    found = label_of(
        ("Herald", "Velmara emails show doubts", text),
        ("Courier", "Ministry Releases Velmara Emails", text),
        ("Beacon", "What the Velmara e-mails say", text),
    )
    assert found == "Velmara, emails"


def test_what_headlines_of_harm_share_is_no_topic():
    found = label_of(
        (
            "Herald",
            "Bomb kills 18 in Velmora suburb",
            "A blast in Velmora killed 18. It was a blast.",
        ),
        (
            "Courier",
            "Eighteen killed in Velmora suburb",
            "The blast in Velmora killed 18. The blast",
        ),
    )
    assert found == "Velmora, blast"


def test_a_story_that_no_headline_names_is_called_by_what_they_share():
    text = "VELMORA - A study of a pill found that it prevents strokes, doctors in Velmora said."
    found = label_of(
        ("Herald", "Pill cuts strokes by a third, study finds", text),
        ("Courier", "Study: strokes prevented by cheap pill", text),
    )
    assert found == "Pill, study"


def test_a_town_is_not_called_after_its_state():
    found = label_of(
        (
            "Herald",
            "Velmora, Arizona declares state of emergency",
            "Velmora declared it on Monday.",
        ),
        ("Courier", "Velmora, Arizona mayor declares state of emergency", "He is of Velmora."),
    )
    assert found == "Velmora, state of emergency"


def test_a_firm_keeps_its_name_where_a_country_is_named_too():
    found = label_of(
        ("Herald", "Ukrainian maker Altis cuts jobs", "Altis lays off 900 people in layoffs."),
        ("Courier", "Layoffs at Altis", "The Ukrainian maker Altis announced layoffs."),
    )
    assert found == "Altis, layoffs"


def test_one_outlet_does_not_rename_what_the_others_report():
    found = label_of(
        ("Herald", "Shelling hits Velmora", "Shelling hit the market of Velmora on Friday."),
        ("Courier", "Shelling of Velmora kills 12", "Shelling killed 12 people in Velmora."),
        ("Beacon", "Massacre: terror assault on Velmora", "An assault on Velmora was a massacre."),
    )
    assert found == "Velmora, shelling"


def test_an_opening_word_is_no_name():
    other = ("b", "Herald", "2020-05-01", "Votes", "Votes for the National Order fell in Velmora.")
    story = ("a", "Courier", "2020-05-01", "Order restored after riot", "A riot in Velmora ended.")
    frame = articles([story, other])
    labels = label_groups(frame, frame["article_id"])
    assert labels["a"] == "Velmora, unrest, 1 May 2020"
