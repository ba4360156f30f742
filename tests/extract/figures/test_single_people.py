"""Single persons who count as one without a number."""

import pytest

from analysis.extract.figures.single_people import mentions_of_one, singular_persons


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A nurse was killed.", [(0, 1, "killed")]),
        ("The nurse was killed.", []),
        ("A nurse was late.", []),
        ("A US official put Russian dead at 70,000.", []),
        ("A senior officer told Syrian wounded to wait.", []),
        ("A US official was found dead.", [(0, 1, "killed")]),
        (
            "A man woman and child died there.",
            [(0, 1, "killed"), (6, 11, "killed"), (16, 21, "killed")],
        ),
        (
            "A man, a woman and child were hurt.",
            [(0, 1, "injured"), (7, 8, "injured"), (19, 24, "injured")],
        ),
        ("Shells leave child and woman dead.", [(13, 18, "killed"), (23, 28, "killed")]),
        ("Shells left a young driver injured.", [(12, 13, "injured")]),
        ("Blast leaves child dead.", [(13, 18, "killed")]),
        ("Shells leave a child dead.", [(13, 14, "killed")]),
        ("Girl killed in blast.", [(0, 4, "killed")]),
        ("Nurse in critical condition after fall.", [(0, 5, "injured")]),
        ("Economy in critical condition after vote.", []),
        ("Mother gets jailed for a week.", [(0, 6, "captured")]),
        ("Pilot's death in crash caused by dog.", [(0, 5, "killed")]),
        ("President's death in crash shocks nation.", []),
        ("Author's death of a salesman opens.", []),
        ("Sum agreed for family of inmate who died in jail.", [(25, 31, "killed")]),
        (
            "They found a stabbing victim and another shooting victim.",
            [(11, 12, "killed_or_injured"), (33, 40, "killed_or_injured")],
        ),
        ("They found a shooting victim's car.", []),
        ("Teens save the life of a drowning man.", [(23, 24, "rescued")]),
        ("Senior front leader killed.", [(0, 19, "killed")]),
        ("One man and woman died.", [(12, 17, "killed")]),
        ("A doctor and teacher was killed.", [(0, 1, "killed")]),
        ("A nurse and mother died there.", [(0, 1, "killed")]),
        ("A nurse and mother were killed.", [(0, 1, "killed"), (12, 18, "killed")]),
        ("A doctor and a nurse died.", [(0, 1, "killed"), (13, 14, "killed")]),
        ("A Syrian soldier and rebel medic were hurt.", [(0, 1, "injured"), (27, 32, "injured")]),
        (
            "An American reporter and a Syrian driver were killed.",
            [(0, 2, "killed"), (25, 26, "killed")],
        ),
        ("Shelling left Syrian child dead.", [(21, 26, "killed")]),
        ("It left rebel commander dead.", [(14, 23, "killed")]),
        ("A mother and baby daughter were killed.", [(0, 1, "killed"), (18, 26, "killed")]),
        ("A soldier killed Tuesday was named.", [(0, 1, "killed")]),
        ("A girl killed along with her dog.", [(0, 1, "killed")]),
        ("A guard injured badly there.", [(0, 1, "injured")]),
        ("A medic killed about a year ago.", [(0, 1, "killed")]),
        ("A medic killed two days ago.", [(0, 1, "killed")]),
        ("A man killed the guards.", []),
        ("A man killed himself.", []),
        ("A civilian and soldier died.", [(0, 1, "killed"), (15, 22, "killed")]),
        ("A baby boy and baby girl died.", [(0, 1, "killed"), (20, 24, "killed")]),
        ("A driver and passenger died.", [(0, 1, "killed"), (13, 22, "killed")]),
        ("A man succumbed to his wounds.", [(0, 1, "killed")]),
        ("A child was killed or hurt.", [(0, 1, "killed_or_injured")]),
        ("A gunman killed three people.", []),
        ("A man and woman killed three people.", []),
        ("A man gassed 12 people.", []),
        ("A militant killed and wounded 12 soldiers.", []),
        ("A driver killed in the blast.", [(0, 1, "killed")]),
        ("A woman and child were gassed to death.", [(0, 1, "killed"), (12, 17, "killed")]),
        (
            "A man and a child were gassed.",
            [(0, 1, "killed_or_injured"), (10, 11, "killed_or_injured")],
        ),
        ("A man and woman were late.", []),
        ("A mother and her child died.", [(0, 1, "killed")]),
        ("It left the child dead.", []),
        ("A man and child-killers died.", []),
        ("They left man and woman alone.", []),
    ],
)
def test_singular_persons(text, found):
    assert singular_persons(text) == found


@pytest.mark.parametrize(
    "text", ["leaving " + "man " * 1_000, "A " + "Syrian man, " * 1_000, "A man and " * 1_000]
)
def test_a_long_row_of_words_comes_to_an_end(text):
    assert singular_persons(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Killed a nurse.", [(7, 8, "killed")]),
        ("It killed a nurse.", [(10, 11, "killed")]),
        ("It killed another nurse.", [(10, 17, "killed")]),
        ("It wounded a very young US nurse.", [(11, 12, "injured")]),
        ("It wounded a friend of us nurse.", []),
        ("It killed an old and a young nurse.", [(21, 22, "killed")]),
        ("It will kill a nurse.", []),
        ("It killed a nurse's dog.", []),
        ("It killed a nurse, Omar Deeb.", []),
        # headlines
        ("Nurse killed in blast", [(0, 5, "killed")]),
        ("Nurse kidnapped in the port", [(0, 5, "captured")]),
        ("Nurse missing after raid", [(0, 5, "missing")]),
        ("Nurse wounded, many hurt", [(0, 5, "injured")]),
        ("Tolm police say nurse fatally shot", [(16, 21, "killed")]),
        ("Army says soldier killed in clash", [(10, 17, "killed")]),
        ("Police say the nurse killed in blast", []),
        ("Nurse killed his dog", []),
        ("His nurse killed in blast", []),
        ("Blast killed in May", []),
        ("nurse killed in blast", []),
        ("It was long; Nurse killed in blast", [(13, 18, "killed")]),
        ("5 May 2014 Nurse killed in blast", [(11, 16, "killed")]),
    ],
)
def test_more_singular_persons(text, found):
    assert singular_persons(text) == found


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("a nurse and another old nurse", ["a", "another"]),
        ("the nurse and a house", []),
        ("a nurse, Omar Deeb", []),
        ("a nurse's dog", []),
        ("a very old young nurse", []),
        ("A nurse", []),  # lower case only
    ],
)
def test_mentions_of_one(text, articles):
    assert [text[start:end] for start, end in mentions_of_one(text)] == articles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Man wounds deputy in Oss", [("deputy", "injured")]),
        ("Police arrest school teacher", [("school teacher", "captured")]),
        ("Arrest of journalist draws protest", []),  # "draws" may be another noun
        ("Ten held over kidnapping of American tourist", [("American tourist", "captured")]),
        ("Officer who killed woman, court told", [("woman", "killed")]),
        ("Man held for killing wife", [("Man", "captured")]),
        ("They killed leader Abu Omar", []),
        ("They killed the teacher", []),
        ("They killed two soldier", []),
        ("They killed several rescue worker", []),
        ("They tried to kill teacher", []),
        ("Man arrested for threats", [("Man", "captured")]),
        ("Man Arrested For Threats", [("Man", "captured")]),
        ("Oss: Bus driver shot in Oss", [("Bus driver", "killed_or_injured")]),
        ("Bus driver shot dead in Oss", [("Bus driver", "killed")]),
        ("8-year-old missing in Oss", [("8-year-old", "missing")]),
        ("Teacher missing in Oss", [("Teacher", "missing")]),
        ("Hiker rescued from cliff", [("Hiker", "rescued")]),
        ("A clerk was arrested on Monday.", [("A", "captured")]),
        ("A clerk is in custody.", [("A", "captured")]),
        ("A clerk went missing.", [("A", "missing")]),
        ("A clerk was rescued.", [("A", "rescued")]),
        (
            "Nine bodies, including that of a clerk, were recovered and a boy was rescued.",
            [("a", "rescued")],
        ),
        ("A clerk fell ill.", [("A", "ill")]),
        ("A clerk's arrest was noted.", [("A", "captured")]),
        ("A clerk's death was noted.", [("A", "killed")]),
        ("A clerk's desk was noted.", []),
        ("A car hit a cyclist on Monday.", [("a", "killed_or_injured")]),
        ("A car hit a cyclist lane.", []),
        ("Sales took a major hit since May.", []),
        ("He was hurt by a sniper shot.", []),
        ("Fever comes after a person is infected.", []),
        ("Another 15 soldier were captured.", []),
        ("I met Jon Ames, a clerk who was arrested.", []),
    ],
)
def test_persons_of_all_outcomes(text, found):
    assert [(text[start:end], name) for start, end, name in singular_persons(text)] == found
