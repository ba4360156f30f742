"""Counts of one thing by rival sources, which one article puts beside each other."""

import numpy as np
import pytest

from analysis.compare.quantities.rivals import join_rivals, rival_pairs
from analysis.compare.quantities.statements import in_reading_order, statements_of
from analysis.compare.quantities.within_article import APART, SURE, JudgedPairs
from tests.compare.quantities.story_tables import killed, percent, story


def statements(*articles):
    figures, rows, sentences = story(*articles)
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    return statements_of(in_reading_order(figures, rows), texts, sentences)


def count(source, counted=None):
    return {"source": source, "counted": counted, "noun": counted and counted.removesuffix("s")}


@pytest.mark.parametrize(
    ("text", "columns", "pairs"),
    [
        (
            "Police said [36,000] people came. The monitor estimated the crowd at [140,000].",
            [count("Police", "people"), count("The monitor")],
            [(0, 1)],
        ),
        (
            "They differ: [36,000] according to police, and over [200,000] according to students.",
            [count("police"), count("students")],
            [(0, 1)],
        ),
        (
            "The union said [2,300] of its [2,800] workers struck. Acme put the number at [900].",
            [count("union", "workers"), count("union", "workers"), count("Acme", "number")],
            [(0, 2)],
        ),
        (
            "The union said [240] of [310] staff struck. Acme said the true figure was [150].",
            [count("union", "staff"), count("union", "staff"), count("Acme", "staff")],
            [(0, 2)],
        ),
        (
            "The union spoke of a walkout of [310] staff. Acme said the true figure was [150].",
            [count("union", "staff"), count("Acme", "staff")],
            [(0, 1)],
        ),
        (
            "At least [110] died, more than double the official figure of [52], doctors said.",
            [killed(source="doctors"), killed(source="doctors", counted=None)],
            [(0, 1)],
        ),
        (
            "The army said [9] of its soldiers were hurt. A doctor of the clinic said [14] were.",
            [
                killed(source="The army", outcome="injured", noun="soldier", counted="soldiers"),
                killed(source="A doctor of the clinic", outcome="injured", counted=None, noun=None),
            ],
            [],
        ),
        (
            "In all [14] soldiers were hurt, officials said; the army's statement spoke of [9].",
            [
                killed(source="officials", outcome="injured", noun="soldier", counted="soldiers"),
                killed(source="army's statement", outcome="injured", counted=None, noun=None),
            ],
            [(0, 1)],
        ),
        (
            "The Indian Army said [9] Indian soldiers were hurt. It rained. It was dark. An Indian "
            "security official, who spoke because of the gravity of the matter, said [14] Indian "
            "soldiers were hurt.",
            [
                killed(
                    source="The Indian Army",
                    outcome="injured",
                    noun="soldier",
                    counted="Indian soldiers",
                ),
                killed(
                    source="An Indian security official",
                    outcome="injured",
                    noun="soldier",
                    counted="Indian soldiers",
                ),
            ],
            [(0, 1)],
        ),
        (
            "It rained. It met. It was dark. Shares rose. Acme is to cut [260] jobs. It was dark. "
            "It was cold. It was late. The union said [500] jobs were at risk.",
            [count(None, "jobs"), count("The union", "jobs")],
            [(0, 1)],
        ),
        (
            "The ministry counted [18,000] protesters and [4,200] tractors. The union said "
            "[55,000] people took part.",
            [
                count("ministry", "protesters"),
                count("ministry", "tractors"),
                count("union", "people"),
            ],
            [(0, 2)],
        ),
        (
            "The rebels said they killed [19] soldiers. A teacher counted [33] bodies.",
            [
                killed(source="rebels", counted="soldiers", noun="soldier", group="soldiers"),
                killed(source="teacher", counted="bodies", noun="body", outcome="bodies_found"),
            ],
            [],
        ),
        (
            "Organisers say [30,000] people joined. Police say [4,000].",
            [count("Organisers", "people"), count("Police", "people")],
            [(0, 1)],
        ),
        (
            "Police have picked up [38] people. Lawyers say it is more than [60].",
            [count(None, "people"), count("Lawyers", "people")],
            [(0, 1)],
        ),
        (
            "[7] civilians were killed, the chairman said. Sources said that [23] were buried.",
            [
                killed(source="the chairman", counted="civilians", noun="civilian"),
                killed(source="Sources", counted=None),
            ],
            [],
        ),
        (
            "Acme will cut [100] jobs, it said. Ms Benning said [60] teachers’ posts would go.",
            [count("it", "jobs"), {**count("Ms Benning", "teachers’ posts"), "noun": "post"}],
            [],
        ),
        (
            "The union said [420] agency workers were left out. They say [1,850].",
            [count("The union", "agency workers"), count("Hartnell", "agency workers")],
            [],
        ),
        (
            "Organisers fed [30,000] people. Police say [4,000] people slept there.",
            [count("Organisers", "people"), count("Police", "people")],
            [],
        ),
        (
            "Some [15,000] people rallied. Organisers claimed [60,000] had come.",
            [count(None, "people"), count("Organisers", "people")],
            [(0, 1)],
        ),
        (
            "Police said [30,000] people came to a ground that can hold [10,000]. His party said "
            "[100,000] supporters came.",
            [count("Police", "people"), count("Police"), count("party", "supporters")],
            [(0, 2)],
        ),
        (
            "The union said [11,000] workers left [3] plants. Acme said it involved [9,600] "
            "hourly workers.",
            [count("union", "workers"), count("union", "plants"), count("Acme", "workers")],
            [(0, 2)],
        ),
        (
            "[5] pickets were hurt, the union said. Police said [3] people were hurt.",
            [
                killed(source="the union", outcome="injured", counted="pickets", noun="picket"),
                killed(source="Police", outcome="injured", counted="people", noun="person"),
            ],
            [(0, 1)],
        ),
        (  # the toll with which the article opens is the one that is answered
            "[34] workers died, the fire service said. [6] workers died in hospital, the fire "
            "service said. The union said [47] workers had died.",
            [
                killed(source="the fire service", counted="workers", noun="worker"),
                killed(source="the fire service", counted="workers", noun="worker"),
                killed(source="The union", counted="workers", noun="worker"),
            ],
            [(0, 2)],
        ),
        (
            "Acme will cut [3,100] jobs, it said. The union said [5,000] jobs would be lost.",
            [count("it", "jobs"), count("The union", "jobs")],
            [(0, 1)],
        ),
        (
            "It bets on a new plant. It is lean. The maker said [1,850] positions would be cut. "
            "Rain fell. It was dark. It was late. The union says [2,200] jobs are going.",
            [count("The maker", "positions"), count("The union", "jobs")],
            [(0, 1)],
        ),
        (  # captives are freed but once
            "[11] staff were freed, the charity said. Rain fell. It was dark. It was late. It was "
            "cold. They ate. They slept. They woke. The army said it had freed [12] people.",
            [
                killed(source="the charity", outcome="other", counted="staff", noun="staff"),
                killed(source="The army", outcome="other", counted="people", noun="person"),
            ],
            [(0, 1)],
        ),
        (
            "[60] students were hurt, the Front said. Police said [18] protesters were hurt.",
            [
                killed(source="the Front", outcome="injured", counted="students", noun="student"),
                killed(source="Police", outcome="injured", counted="x", noun="protester"),
            ],
            [(0, 1)],
        ),
        (
            "Some [6,500] farmers came with [380] tractors, police said. Organisers put the "
            "turnout at [20,000].",
            [count("police", "farmers"), count("police", "tractors"), count("Organisers")],
            [(0, 2)],
        ),
        (
            "The gap is [28] million, the mayor said. The auditor put it at $[41] million.",
            [count("the mayor", "gap"), count("The auditor", "gap")],
            [(0, 1)],
        ),
        (
            "The toll rose to [23], the ministry said. Rain fell. It was dark. It was late. The "
            "opposition said the real toll was more than [40].",
            [killed(source="the ministry"), killed(source="The opposition")],
            [(0, 1)],
        ),
        (
            "Acme will cut [1900] jobs and made [$] million, it said. The union said the true "
            "number was [2600].",
            [
                count("it", "jobs"),
                {"unit": "money", "unit_text": "$", "source": "it", "low": 5.0, "high": 5.0},
                count("The union", "number"),
            ],
            [(0, 2)],
        ),
        (
            "A collapse killed [31], the ministry said. Rain fell. It was dark. It was late. The "
            "union said [43] people had been killed.",
            [killed(source="the ministry"), killed(source="The union")],
            [(0, 1)],
        ),
        (  # of one country's dead, of another place, and one alone
            "A collapse killed [31], the ministry said. Rain fell. It was dark. It was late. The "
            "consulate said [4] Eritreans died. Rain fell. Rain fell. In Larkville [15] died, "
            "residents said. Rain fell. Rain fell. The clinic said [1] person died.",
            [
                killed(source="the ministry"),
                killed(source="The consulate", counted="Eritreans"),
                killed(source="residents"),
                killed(source="The clinic"),
            ],
            [],
        ),
        (
            "Police said [3000] people had marched. Rain fell. It was dark. It was late. The group "
            "said [20000] people had taken part.",
            [count("Police", "people"), count("The group", "people")],
            [(0, 1)],
        ),
        (
            "Turnout was [54] percent, the board said. His party said turnout was [31] percent.",
            [
                percent("turnout", source="the board"),
                percent("turnout", source="His party"),
            ],
            [(0, 1)],
        ),
        (  # two owners
            "Sales rose [5] percent, Acme said. Bolt said sales rose [12] percent.",
            [
                percent("sales", source="Acme", whose="Acme"),
                percent("sales", source="Bolt", whose="Bolt"),
            ],
            [],
        ),
        (
            "Acme will cut [1150] jobs. Rain fell. It was dark. It was late. The union said as "
            "many as [1800] jobs were at risk.",
            [count(None, "jobs"), count("The union", "jobs")],
            [(0, 1)],
        ),
        (
            "Acme will cut [1150] jobs, it said. Rain fell. It was dark. It was late. The union "
            "said the true number of jobs at risk was [1800].",
            [count("it", "jobs"), count("The union")],
            [(0, 1)],
        ),
        (  # of a place of its own, and of more dead
            "A blast killed [9] people, the clinic said. The army said [4] people died in Denby.",
            [killed(source="the clinic"), killed(source="The army")],
            [],
        ),
        (
            "A blast killed [9] people, the clinic said. The army said a mine also killed [4].",
            [killed(source="the clinic"), killed(source="The army")],
            [],
        ),
        (  # its own people
            "Police said [3] officers were hurt. The union said [25] people were hurt.",
            [
                killed(source="Police", outcome="injured", counted="officers", noun="officer"),
                killed(source="The union", outcome="injured", counted="people", noun="person"),
            ],
            [],
        ),
        (  # a part
            "[25] people are missing, the agency said. The navy said they included [8] people.",
            [
                killed(source="the agency", outcome="missing", counted="people", noun="person"),
                killed(source="The navy", outcome="missing", counted="people", noun="person"),
            ],
            [],
        ),
        (  # two places
            "[5] people died in Denby, the mayor said. In Larkville [3] people died, the "
            "army said. Rebels said [65] people had died there.",
            [
                killed(source="the mayor", counted="people", noun="person"),
                killed(source="the army", counted="people", noun="person"),
                killed(source="Rebels", counted="people", noun="person"),
            ],
            [],
        ),
        (  # two counts of ballots, of two things
            "[118] ballots had not been scanned, the director said. The lawyer claimed that [200] "
            "ballots were illegal.",
            [count("the director", "ballots"), count("The lawyer", "ballots")],
            [],
        ),
        (  # damaged, and without water
            "The minister said [120] schools were damaged. The union said [45] schools had no "
            "water.",
            [count("The minister", "schools"), count("The union", "schools")],
            [],
        ),
        (  # "four of the hurt"
            "The army said [90] were hurt. Of the hurt [40] were children, a doctor told Karsk TV.",
            [
                killed(source="The army", outcome="injured"),
                killed(source="a doctor", outcome="injured"),
            ],
            [],
        ),
        (  # of one town
            "It rained. It met. It was dark. Shares rose. Acme is to cut [260] jobs. It was dark. "
            "The union said [500] jobs were at risk in Karsk.",
            [count(None, "jobs"), count("The union", "jobs")],
            [],
        ),
        (  # "3,000 workers" and "200 workers"
            "Acme said it has [3,000] workers. The union said [200] workers would go.",
            [count("Acme", "workers"), count("The union", "workers")],
            [],
        ),
        (  # the second counts another thing
            "Police said [36,000] people came. Organisers counted [400] buses.",
            [count("Police", "people"), count("Organisers", "buses")],
            [],
        ),
        (  # one source
            "Police said [36,000] people came. They put the crowd at [37,000] later.",
            [count("Police", "people"), count("police")],
            [],
        ),
        (  # a sum without its currency is no crowd
            "The chamber put it at [35 million]. Police said [18,000] farmers took part.",
            [count("chamber"), count("Police", "farmers")],
            [],
        ),
        (  # "beside the capital's crowd that of the whole country": each has its rival
            "In Orsk police counted [17,000] people, the union put it at [55,000]. Across "
            "the country [84,000] people marched, the ministry said. The union put the crowd "
            "at [260,000].",
            [
                count("police", "people"),
                count("the union"),
                count("the ministry", "people"),
                count("The union"),
            ],
            [(0, 1), (2, 3)],
        ),
        (  # two crowds may differ much, but not so much
            "Police counted [300] people. Organisers counted [90,000].",
            [count("Police", "people"), count("Organisers")],
            [],
        ),
        (  # another year's
            "At least [110] died, more than last year's toll of [52], doctors said.",
            [killed(source="doctors"), killed(source="doctors", counted=None)],
            [],
        ),
        (
            "Police said [110] died. The ministry put the number at [52].",
            [killed(source="Police"), killed(source="The ministry", scope="background")],
            [],
        ),
        (  # some of those who came
            "Some [15,000] people rallied. The union said [600] teachers had come.",
            [count(None, "people"), count("The union", "teachers")],
            [],
        ),
        (  # on nobody's word
            "Some [300] people came in May. In June [900] people came.",
            [count(None, "people"), count(None, "people")],
            [],
        ),
        (  # one of the dead, one of a crowd
            "The fall killed [15]. Police put the crowd at [36,000].",
            [killed(), count("Police")],
            [],
        ),
        (  # no word for a count
            "Police said [36,000] people came. In May the monitor had [140,000] members.",
            [count("Police", "people"), count("The monitor")],
            [],
        ),
        (  # far apart
            "Police said [36,000] came. It rained. It was late. The monitor counted [140,000].",
            [count("Police", "people"), count("The monitor")],
            [],
        ),
    ],
)
def test_rival_counts(text, columns, pairs):
    found = statements((text, *columns))
    assert list(rival_pairs(found.rows, found.texts)) == pairs


def test_groups_of_rivals_are_merged_with_all_their_members():
    text = "Police said [36,000] people came. The monitor counted [140,000]."
    found = statements(
        (text, count("Police", "people"), count("The monitor")),
        ("Some [36,000] people marched, and [140,000] by a count.", *2 * [count(None, "people")]),
    )
    merged = join_rivals(found, np.array([0, 1, 0, 1]))
    assert merged.tolist() == [0, 0, 0, 0]


def test_rivals_that_rise_and_fall_stay_apart():
    text = "Police said rents rose by [36,000]. The monitor put the number at [140,000]."
    up, down = (
        count("Police", "rents") | {"change": "up"},
        count("The monitor") | {"change": "down"},
    )
    found = statements((text, up, down))
    assert join_rivals(found, np.array([0, 1])).tolist() == [0, 1]


def judged(*pairs):
    """Return judged pairs: two rows and a probability each."""
    first, second, p = zip(*pairs, strict=True)
    return JudgedPairs(np.array(first), np.array(second), np.array(p))


CROWDS = (
    "Police said [36,000] came. The monitor estimated the crowd at [140,000]. [7] fell ill.",
    count("Police", "people"),
    count("The monitor"),
    count(None, "people"),
)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 1, 0.5)], [0, 0, 2]),  # by a rule
        ([(0, 1, 0.01)], [0, 1, 2]),
        ([(1, 2, SURE)], [0, 0, 0]),
        ([(1, 2, SURE - 0.01)], [0, 0, 2]),
        # the likeliest pair is joined, and what is kept apart from one of it is not
        ([(0, 1, 0.9), (1, 2, 0.95), (0, 2, 0.001)], [0, 1, 1]),
        ([(0, 1, 0.95), (1, 2, 0.9), (0, 2, 0.001)], [0, 0, 2]),
        ([(0, 1, 0.95), (1, 2, 0.9), (0, 2, APART)], [0, 0, 0]),
    ],
)
def test_rules_and_probabilities_decide_together(pairs, expected):
    found = statements(CROWDS)
    assert join_rivals(found, np.arange(3), judged(*pairs)).tolist() == expected


def test_rivals_do_not_join_two_attacks():
    both = (
        "Doctors said the raid killed [33], the rebels 41. Medics counted [22] in the other raid."
    )
    columns = killed(source="Doctors"), killed(source="Medics")
    figures, rows, sentences = story(
        ("A raid killed [33] people.", killed()),
        ("A raid killed [22] people.", killed()),
        (both, *columns),
    )
    rows["event_id"] = ["a", "b", "c"]
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    found = statements_of(in_reading_order(figures, rows), texts, sentences)
    groups = np.array([0, 1, 0, 1])
    assert join_rivals(found, groups).tolist() == [0, 1, 0, 1]
    alone = np.array([0, 1, 2, 3])
    assert join_rivals(found, alone).tolist()[:2] == [0, 1]


def test_rivals_do_not_join_the_dead_of_two_sides():
    text = "Its army said it killed [14] Serbian soldiers. A monitor said [3] died, all of Kosovo."
    columns = (
        killed(source="army", counted="Serbian soldiers", noun="soldier", group="soldiers"),
        killed(source="A monitor", noun="soldier", group="soldiers"),
    )
    theirs = killed(counted="Kosovo soldiers", noun="soldier", group="soldiers")
    found = statements((text, *columns), ("[3] Kosovo soldiers died.", theirs))
    surely = judged((0, 1, SURE))
    assert join_rivals(found, np.array([0, 1, 1]), surely).tolist() == [0, 1, 1]
    assert join_rivals(found, np.array([0, 1, 2]), surely).tolist() == [0, 0, 2]


@pytest.mark.parametrize(
    ("group", "expected"), [("civilians", [0, 1, 1]), ("unspecified", [0, 0, 0])]
)
def test_rivals_do_not_join_fighters_and_civilians(group, expected):
    text = "The rebels counted [44] dead. The army said that it had killed [38]."
    columns = (
        killed(source="rebels", group=group),
        killed(source="army", group="fighters"),
    )
    found = statements((text, *columns), ("[35] militants died.", killed(group="fighters")))
    groups = np.array([0, 1, 1])
    assert join_rivals(found, groups, judged((0, 1, SURE))).tolist() == expected
