"""Persons with whom a sentence begins, whom the next pronoun can mean."""

import pytest

from tests.extract.attributions.resolved_names import last_name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[Minister Emil Roth] spoke. Survivor Ada Moe, 24, lost two sons. [She] wept.",
            "Survivor Ada Moe",
        ),
        ("[Minister Emil Roth] spoke. Peter Moe lost two sons. [He] wept.", "Peter Moe"),
        (
            "[Minister Emil Roth] spoke. They met Peter Moe at noon. [He] wept.",
            "Minister Emil Roth",
        ),
        ("[Minister Emil Roth] spoke. Peter Moe April 7. [He] wept.", "Minister Emil Roth"),
        ("[Minister Emil Roth] spoke. Moe Finally Weighs In. [He] wept.", "Minister Emil Roth"),
        # nothing tells that the person is a man, and a sentence between them
        ("[Minister Emil Roth] spoke. Justice Quorl Barka left. [He] wept.", "Justice Quorl Barka"),
        (
            "[Minister Emil Roth] spoke. Justice Quorl Barka left. It rained. [He] wept.",
            "Minister Emil Roth",
        ),
        # after an apposition
        (
            "[Minister Emil Roth] spoke. One of two rebels, Sir Al Moe, has left. [He] wept.",
            "Sir Al Moe",
        ),
        # an office before the name, initials
        ("[Minister Emil Roth] spoke. Its leader, V.D. Quist, waited. [He] wept.", "V.D. Quist"),
        ("[Two of the systems] spoke. Velm CEO Ada Quist will lead. [She] wept.", "Ada Quist"),
        ("Peter Moe lost two sons. [Minister Emil Roth] spoke. [He] wept.", "Minister Emil Roth"),
        ("[Minister Emil Roth] spoke. Father of two Peter Moe left. [He] wept.", "Peter Moe"),
        ("[Minister Emil Roth] spoke. Quorl Moe, who bakes, left. [He] wept.", "Quorl Moe"),
        # what the person is, after the name
        (
            "[Minister Emil Roth] spoke. Quorl Barka, the army chief of staff, left. [He] wept.",
            "Quorl Barka",
        ),
        ("[Minister Emil Roth] spoke. Quorl Moe, a trader, left. [He] wept.", "Quorl Moe"),
        (
            "[Minister Emil Roth] spoke. Quorl Lines, the owner of the port, left. [He] wept.",
            "Minister Emil Roth",
        ),
        (
            "[Minister Emil Roth] spoke. Quorl Lines, the city's largest bank, left. [He] wept.",
            "Minister Emil Roth",
        ),
    ],
)
def test_a_pronoun_can_mean_who_begins_a_sentence_since_a_source_spoke(marked, name):
    assert last_name(marked) == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ('[Emil Roth] spoke. Quorl, 26, sat down. "It is cold," [he] said.', "Quorl"),
        (
            "[Emil Roth] spoke. The city jailed Senator Oskar Moe. [Emil Roth] wept. "
            'The senator sat still. "It is over," [he] said.',
            "Senator Oskar Moe",
        ),
        # of whom others speak, and no quotation
        ('[Emil Roth] spoke. The driver sat still. "It is over," [he] said.', "Emil Roth"),
        ("[Emil Roth] spoke. Quorl, 26, sat down. [He] wept.", "Emil Roth"),
        ('Quorl, 26, sat down. [Emil Roth] spoke. "It is cold," [he] said.', "Emil Roth"),
    ],
)
def test_a_sentence_introduces_who_speaks_in_the_quotation_after_it(marked, name):
    assert last_name(marked) == name
