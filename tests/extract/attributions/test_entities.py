"""Entities: names that refer to the same source, long forms and titles from the article."""

import pytest

from analysis.extract.attributions import entities
from analysis.extract.attributions.coreference import resolve_names
from analysis.extract.attributions.entities import (
    ArticleNames,
    Entity,
    find_by_name,
    latest,
    new_entity,
)
from tests.extract.attributions.marked_text import unmark

CASES = [
    (
        "[The Norland Defence Ministry] spoke. [The Foreign Ministry] wrote. [The Defence "
        "Ministry] left.",
        ["Norland Defence Ministry", "Foreign Ministry", "Norland Defence Ministry"],
    ),
    (
        "[The Foreign Ministry of Norland] spoke. [The Foreign Ministry] wrote.",
        ["Foreign Ministry of Norland", "Foreign Ministry of Norland"],
    ),
    (
        "Mayor [Ines Duarte] spoke. [Duarte] left. [She] added more.",
        ["Ines Duarte", "Ines Duarte", "Ines Duarte"],
    ),
    (
        "[Lind]: port to close. [Harbour Minister Oskar Lind] said so.",
        ["Harbour Minister Oskar Lind", "Harbour Minister Oskar Lind"],
    ),
    (
        "[The Coastal Monitoring Network (CMN)] said ten died. [CMN] said more.",
        ["Coastal Monitoring Network (CMN)", "Coastal Monitoring Network (CMN)"],
    ),
    # who is told by a name is not its bearer, and a joint name is none of its bearers
    (
        "[One operative inside Quist Tower] wrote. [Quist] left.",
        ["One operative inside Quist Tower", "Quist"],
    ),
    (
        "[Some players within Quist United] wrote. [Ada Quist] left.",
        ["Some players within Quist United", "Ada Quist"],
    ),
    ("[Quist, Roth] part. [Roth] spoke.", ["Quist, Roth", "Roth"]),
    (
        "[Quist, Roth and club president Ola Moe] met. [Quist] left. [Moe] stayed.",
        ["Quist, Roth and club president Ola Moe", "Quist", "Ola Moe"],
    ),
    ("[Quist and Roth] met. [Quist and Roth] left.", ["Quist and Roth", "Quist and Roth"]),
    ("[One captain of Quist United, Emil Roth,] wrote. [Roth] left.", ["Emil Roth", "Emil Roth"]),
    # bodies that share only their noun
    (
        "[The State Department] spoke. [The Quist Justice Department] left. [The State Department] "
        "wept.",
        ["State Department", "Quist Justice Department", "State Department"],
    ),
    ("[The Velm Council] spoke. [The Council] left.", ["Velm Council", "Velm Council"]),
    # two bodies of one place
    (
        "[The Karsk fire service] spoke. [The ferry firm Karsk Ferries] left.",
        ["Karsk fire service", "Karsk Ferries"],
    ),
    (
        "[The Karsk police union] spoke. [Karsk Police Union] left.",
        ["Karsk Police Union"] * 2,
    ),
    (
        "[Anna Berg] agreed. [Jonas Berg] did not. [He] left.",
        ["Anna Berg", "Jonas Berg", "Jonas Berg"],
    ),
    (
        "[Berg's campaign manager Tova Aas] spoke. [Berg] did not.",
        ["Tova Aas", "Berg"],
    ),
    (
        "[The Velm Front] spoke. [The government and the Front] agreed.",
        ["Velm Front", "government and the Front"],
    ),
    ("[Berg] spoke. The aide Tova Berg left.", ["Tova Berg"]),
    ("[Berg] spoke. The aides Tova Berg and Ola Berg left. Jens Berg stayed.", ["Tova Berg"]),
    (
        "[CMN] spoke. The Coastal Monitoring Network (CMN) left.",
        ["Coastal Monitoring Network (CMN)"],
    ),
    ("[CMN] spoke. The Coastal Monitoring Network (CNN) left.", ["CMN"]),
    (
        "[The Coastal Monitoring Network (CMN)] spoke. [the CMN] left.",
        ["Coastal Monitoring Network (CMN)", "Coastal Monitoring Network (CMN)"],
    ),
    (
        "[Tova Berg] spoke. [The Berg campaign] left. [the Tova Berg campaign] too.",
        ["Tova Berg", "Tova Berg campaign", "Tova Berg campaign"],
    ),
    (
        "[The Karsk Council for Trade] spoke. [The Karsk Council] left. [Karsk officials] too.",
        ["Karsk Council for Trade", "Karsk Council for Trade", "Karsk officials"],
    ),
    (
        "[Tova Anna Berg] spoke. [Tova Berg] left. [Anna Tova] too. [Mr Tova] too.",
        ["Tova Anna Berg", "Tova Anna Berg", "Anna Tova", "Mr Tova"],
    ),
    (
        "[the Norland Fleet] spoke. [Norland Fleet officials] left. [the Fleet] "
        "too. [the Norland Navy] three.",
        ["Norland Fleet", "Norland Fleet officials", "Norland Fleet", "Norland Navy"],
    ),
    (
        "[Berg] spoke. [the Berg Institute] left. [the Berg Fleet] too.",
        ["Berg", "Berg Institute", "Berg Fleet"],
    ),
    # of a courtesy and a given name, only someone introduced before can be meant
    ("Anwar Quorl, 60, left. [Mr Anwar] spoke.", ["Anwar Quorl"]),
    ("[Mr Philippe] spoke. Philippe Quorl, 54, left.", ["Mr Philippe"]),
    ("[Norwegian Lind] spoke. [Lind] left.", ["Norwegian Lind", "Norwegian Lind"]),
    (
        "[Amnesty International] spoke. [Amnesty] left. Ola Amnesty stayed.",
        ["Amnesty International", "Amnesty International"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names_that_refer_to_the_same_source(marked, names):
    assert [source.name for source in resolve_names(*unmark(marked))] == names


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # titles before and after the name
        ("The general Oskar Lind is 60.", "Lind", ["general Oskar "]),
        ("Lind, a general, is 60.", "Lind", ["a general"]),
        ("Lind, the general in the north, is 60.", "Lind", ["the general in the north"]),
        ("Lind, spokesman for the army, is 60.", "Lind", ["spokesman for the army"]),
        ("Lind, happy in the army, is 60.", "Lind", []),
        (
            "Lind, a baker from the north, left. A baker, Lind is.",
            "Lind",
            ["a baker from the north", "baker, "],
        ),
        ("A general met Lind.", "Lind", []),
        ("General al Lind met him.", "Lind", ["General al "]),
        ("The general. Lind met him.", "Lind", []),
        ("A report Lind wrote.", "Lind", []),
        (
            "General Lind, a baker, met a doctor. Lind, a pilot, left.",
            "Lind",
            ["General ", "a baker"],
        ),
        ("It holds 13 of its workers, Lind said.", "Lind", []),
        ("It met the general, Lind said.", "Lind", ["general, "]),
        ("A general and " + "Very " * 14 + "Lind.", "Lind", []),
        # words that trimming removed
        ("Ada Quist, a baker, left.", "Ada Quist, a baker,", ["Ada Quist, a baker,"]),
        ("Quist, a b", "Quist, a b", ["Quist, a b"]),
        ("Quist, ab", "Quist, ab", []),
        ("The Quists left.", "The Quists", []),
        # a nation has no titles
        ("The general of Norway.", "Norway", []),
        ("The army met.", "the army", []),
        # what stands by the name of a firm is not said of its spokesman
        ("A mother drove her Velmar. A Velmar spokesman spoke.", "A Velmar spokesman", []),
        # what befell a private person
        ("Ada Lind, 34, who lost her boat, left.", "Ada Lind", ["Lind, who lost her boat, left"]),
        ("Ada Lind, 34, left.", "Ada Lind", []),
        # an age does not hide an office
        ("The judge Ada Lind left. Lind, 52, spoke.", "Lind, 52,", ["Lind, 52,", "judge Ada "]),
    ],
)
def test_titles(text, words, expected):
    assert new_entity(text, words).titles == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tova Lind met Lind.", "Lind", ["Lind", "Tova Lind"]),
        ("But Tova Lind met Lind.", "Lind", ["Lind", "Tova Lind"]),
        ("Tova Lindgren met Lind.", "Lind", ["Lind"]),
        ("Tova and Ola Lind met.", "Lind", ["Lind"]),
        ("Norwegian Lind met.", "Lind", ["Lind"]),
        ("Tova Lind met Ola Lind.", "Lind", ["Lind", "Tova Lind"]),
        ("The Royal Reuters met.", "Reuters", ["Reuters"]),
        ("The Royal Amnesty met.", "Amnesty", ["Amnesty"]),
        (
            "Coastal Monitoring Network (CMN) met.",
            "CMN",
            ["CMN", "Coastal Monitoring Network (CMN)"],
        ),
        (
            "Coastal Monitoring Network ( CMN ) met.",
            "CMN",
            ["CMN", "Coastal Monitoring Network ( CMN )"],
        ),
        ("a coastal network (CMN) met.", "CMN", ["CMN"]),
        ("Young Men (YMCAXYZ) met.", "YMCAXYZ", ["YMCAXYZ"]),
        ("Tova Anna Berg met Tova Berg.", "Tova Berg", ["Tova Berg"]),
    ],
)
def test_long_forms(text, words, expected):
    assert new_entity(text, words).names == expected


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Tova Lind met.", "Lind", True),
        ("The Lind met.", "the Lind", False),
        ("Coastal Monitoring Network (CMN) met.", "CMN", True),
    ],
)
def test_a_long_form_can_show_that_a_source_is_a_person(text, words, person):
    assert new_entity(text, words).person is person


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The general Oskar Lind is 60.", "Lind", "military"),
        ("Oskar Lind is 60.", "Lind", "other"),
        ("Oskar Lind, a general, is the mayor.", "the mayor", "local_authority"),
    ],
)
def test_the_type_of_a_source_comes_from_its_titles(text, words, expected):
    assert new_entity(text, words).source_type == expected


BERG = Entity(["Tova Berg"], person=True)
FLEET = Entity(["Norland Fleet", "Norland Sea Fleet (NSF)"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tova Berg", BERG),
        ("tova berg", None),
        ("Mr Berg", BERG),
        ("Tova", BERG),
        ("Norland", None),
        ("Ola Berg", None),
        ("Berg and Lind", None),
        ("the Berg Fleet", None),
        ("the Norland Sea Fleet", FLEET),
        ("NSF", FLEET),
        ("the Sea Fleet", FLEET),
        ("the Baltic Fleet", None),
        ("the fleet", None),
        ("Fleet officers", None),
    ],
)
def test_find_by_name(words, expected):
    assert find_by_name(words, [FLEET, BERG]) is expected


@pytest.mark.parametrize(
    ("words", "name", "person", "found"),
    [
        ("Berg and Lind", "Berg and Lind", False, True),
        ("NSF", "Norland (NSF) Sea Fleet", False, True),
        ("Norland Fleet", "port", False, False),
        ("Tova Berg", "Norland Tova Berg", False, False),
        ("Berg", "Norland Tova Berg", False, True),
        ("Berg", "Dr. Tova Berg of the University of Karsk", True, True),
        ("Berg", "Tova Berg, head of the Karsk office", True, True),
        ("Karsk", "Dr. Tova Berg of the University of Karsk", True, True),
        ("Berg", "Lawyers for Berg, President Quist", True, False),
        ("Lind", "Dr. Tova Berg of the University of Karsk", True, False),
        ("Karsk", "Minister of Roads Tova Berg of Karsk", False, True),
        ("the coordinator for Karsk, Tova Berg", "Karsk army", False, False),
        ("the coordinator for Karsk, Tova Berg", "Berg", True, True),
    ],
)
def test_names_of_one_entity(words, name, person, found):
    entity = Entity([name], person)
    assert find_by_name(words, [entity]) is (entity if found else None)


def test_of_entities_with_one_name_the_latest_is_found():
    ola = Entity(["Ola Berg"], person=True)
    assert find_by_name("Berg", [BERG, ola]) is ola
    assert find_by_name("Berg", [ola, BERG]) is BERG


def test_latest():
    assert latest([]) is None
    assert latest([BERG, FLEET]) is FLEET
    assert latest([BERG, FLEET], lambda entity: entity.person) is BERG


def test_mentions_are_recorded_once():
    entity = Entity(["Ada Quist"])
    for words in ("Ada Quist, a baker,", "Quist", "Quist", "Ada Quist, a baker,", "The Quist"):
        entity.add_mention(words)
    assert entity.names == ["Ada Quist", "Quist"]
    assert entity.titles == ["Ada Quist, a baker,"]
    assert entity.description == "Ada Quist / Quist / Ada Quist, a baker,"


def test_a_source_is_compared_only_with_names_that_share_a_word(monkeypatch):
    compared = []

    def has_name(entity, name, mention):
        compared.append(name)
        return original(entity, name, mention)

    original = entities._has_name
    monkeypatch.setattr(entities, "_has_name", has_name)
    known = [Entity([f"Mayor Ana Qu{number:03d}st"], person=True) for number in range(200)]
    network = Entity(["Coastal Monitoring Network (CMN)"])
    known.insert(7, network)
    assert find_by_name("Qu042st", known) is known[43]
    assert find_by_name("CMN", known) is network
    assert find_by_name("Lind", known) is None
    assert compared == ["Mayor Ana Qu042st", "Coastal Monitoring Network (CMN)"]


def test_initials_are_read_once_for_all_acronyms(monkeypatch):
    read = []

    class Leading:
        @staticmethod
        def sub(replacement, name):
            read.append(name)
            return leading.sub(replacement, name)

    text = (
        "The Port Safety Agency (PSA) left. Port Supply Authority spoke. "
        "The U.S. Naval Council met the National Union."
    )
    names = ArticleNames(text)
    leading = entities.LEADING_WORDS
    monkeypatch.setattr(entities, "LEADING_WORDS", Leading)
    assert names.with_initials("PSA") == "Port Supply Authority"  # the other one has its own
    assert names.with_initials("USNC") == "U.S. Naval Council"
    assert names.with_initials("NC") == "U.S. Naval Council"
    n_read = len(read)
    assert [names.with_initials(acronym) for acronym in ("NU", "XY", "PSA")] == [
        "National Union",
        None,
        "Port Supply Authority",
    ]
    assert len(read) == n_read


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("The US Centers for Velm Control and Prevention spoke.", "CVC", "Centers for Velm"),
        ("The US Centers for Velm Control and Prevention spoke.", "CVCP", "Centers for Velm"),
        ("Tolm Electric Power Co. left.", "TEPCO", "Tolm Electric Power Co"),
        ("Tolm Electric Power Plant left.", "TEPPLANT", None),
        ("The Arts and Crafts spoke.", "A", None),
        ("The Arts and Crafts Union spoke.", "AC", None),
    ],
)
def test_an_acronym_may_leave_out_the_last_word_or_spell_out_the_firm(text, acronym, name):
    found = ArticleNames(text).with_initials(acronym)
    assert (found is None) == (name is None)
    assert name is None or name in found
