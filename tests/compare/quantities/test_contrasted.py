"""Numbers that a sentence sets against each other are one quantity; a target is another."""

import pytest

from analysis.compare.quantities.contrasted import contrasted_pairs
from tests.compare.quantities.story_tables import dollars, found, killed, percent, statements

RATE = percent("efficacy")


@pytest.mark.parametrize(
    ("text", "columns", "joined"),
    [
        ("It was [74] percent, lower than the [78] percent announced.", RATE, True),
        ("It was [74] percent rather than [78] percent.", RATE, True),
        ("It killed [14] people instead of [17].", killed(), True),
        ("It burned [7300], above the [6800] given by the agency.", {"counted": None}, True),
        ("They say [1850]. It is nearer [2300] when you count all.", {"counted": None}, True),
        ("They say [1850]. It’s more like [2300].", {"counted": None}, True),
        ("They say [1850]. It is nearer to [20000].", {"counted": None}, False),
        ("They say [1850]. It is [2300].", {"counted": None}, False),
        # a target, another time, another scale, another sentence, no contrast
        ("It was [4] percent, above the [3] percent target.", RATE, False),
        ("It was [4] percent, against the [3] percent of last year.", RATE, False),
        ("It was [74] percent, more than the [7] percent expected.", RATE, False),
        ("It was [74] percent. It is lower than the [78] percent announced.", RATE, False),
        ("It was [74] percent, and [78] percent in the north.", RATE, False),
        ("It was [74] percent, more than [70] percent of it here.", RATE, False),
    ],
)
def test_a_number_and_the_one_that_it_is_set_against(text, columns, joined):
    pairs = contrasted_pairs(statements((text, columns, columns)))
    assert pairs == ([(0, 1)] if joined else [])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("She gets [61000] dollars. The office insists the figure is [46500].", [(0, 1)]),
        ("It promised [20] vans. The club gave a lower figure of [15].", [(0, 1)]),
        ("It promised [20] vans. The club said the figure is [90].", []),
        ("She gets [61000]. It rained. " + "It rained. " * 40 + "He says the sum is [46500].", []),
        ("It promised [20] vans. The club gave figures, and [15] came.", []),
        ("It cuts [1200] jobs. The union argues the true figure is [1900].", [(0, 1)]),
        ("It cuts [1200] jobs. With [700] more left out, the real number is [1900].", [(0, 2)]),
        ("It cuts [1200] jobs. The cuts are really closer to [2000].", [(0, 1)]),
        ("It cuts [1200] jobs. " + "It rained. " * 300 + "The real number is [1900].", []),
        ("It cuts [1200] jobs. With suppliers the real number is [3000].", []),
        ("It cuts [1200] jobs. The number is [1900].", []),
        ("It has [38] cameras. The actual toll is [40].", []),
        ("Repairs cost $[24]. The union argues the true figure is $[31].", [(0, 1)]),
        ("Repairs cost $[24]. Critics said the true cost was closer to $[31].", [(0, 1)]),
        ("Repairs cost $[24]. Critics said the true test was closer to $[31].", []),
        ("The real number is [1900]. It cuts [1200] jobs.", []),
    ],
)
def test_what_somebody_calls_the_real_number_answers_the_nearest_before_it(text, pairs):
    columns = [{"counted": None}] * text.count("[")
    if "$" in text:
        columns = [dollars("repairs", noun="repair"), dollars("mend", noun="mend")]
    if "toll" in text:
        columns[-1] = killed()
    assert contrasted_pairs(statements((text, *columns))) == pairs


def test_they_meet_what_another_outlet_prints():
    texts = (
        ("The firm announced an efficacy of [78] percent.", RATE),
        ("A panel put it at [74] percent, lower than the [78] percent announced.", RATE, RATE),
    )
    assert found(*texts) == "aaa"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Museum gives away $[9] of art. Bosses put the value of the hoard at just $[4.2].", True),
        ("A $[31] scheme passes. It may rain. The office has put the price tag at $[18.7].", True),
        ("Museum gives away $[9] of art. Bosses put the value of the roof at just $[1].", False),
        ("Thieves take $[9] of art. Bosses put the cost of repairs at just $[4.2].", False),
        ("Bridge repairs cost $[9]. Bosses put the cost of repairs at just $[4.2].", True),
        ("Museum gives $[9] and $[8] away. Bosses put the value of it at $[4.2].", False),
        ("Museum gives away $[9] of art. The roof was put out to tender at $[4.2].", False),
        ("Museum moves. It gives away $[9]. Bosses put the value of it at $[4.2].", False),
    ],
)
def test_a_text_that_puts_a_sum_at_another_number_answers_its_headline(text, joined):
    sums = [dollars("art", noun="art")] * text.count("[")
    built = statements((text.replace(". ", ".\n", 1), *sums))  # a headline is a line
    built.rows["in_title"] = built.rows["sentence_id"].eq(0)
    assert set(contrasted_pairs(built)) == ({(0, 1)} if joined else set())


def test_what_a_firm_earns_is_not_what_somebody_puts_its_value_at():
    built = statements(
        (
            "Firm earns profit of $[3]. Analysts put the value of it at $[5].",
            dollars("profit"),
            dollars("value"),
        )
    )
    built.rows["in_title"] = built.rows["sentence_id"].eq(0)
    assert contrasted_pairs(built) == []
