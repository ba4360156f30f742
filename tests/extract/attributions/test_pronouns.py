"""Which source "he", "it" and "they" refer to."""

import pytest

from tests.extract.attributions.resolved_names import last_name, names_of

CASES = [
    # "they" are several
    (
        "[The dockers] struck. [Mayor Ada Quist] was cross. [They] want more.",
        ["dockers", "Mayor Ada Quist", "dockers"],
    ),
    # the label of a transcript speaks of somebody else
    (
        "[TOVA AAS]: Peter Lind is a baker. [He] bakes.",
        ["TOVA AAS", "Peter Lind"],
    ),
    # nobody names himself in a quotation
    (
        '[Spokesman Emil Roth] blamed the levy. "Paul Lind shut this plant," [he] said.',
        ["Spokesman Emil Roth", "Spokesman Emil Roth"],
    ),
    (
        "[Harbour Minister Oskar Lind] said no. Later, [he] said yes.",
        ["Harbour Minister Oskar Lind", "Harbour Minister Oskar Lind"],
    ),
    ("[he] said so before anyone was named.", [None]),
    # of whom somebody is asked
    (
        "[Mayor Emil Roth] spoke. Asked about a claim by [the driver], [he] said no.",
        ["Mayor Emil Roth", "driver", "Mayor Emil Roth"],
    ),
    (
        "[Velm Airways] flew. [Analysts] slept. The airline had ten jets; [it] wants more.",
        ["Velm Airways", "Analysts", "Velm Airways"],
    ),
    # a trade that no list of given names follows
    (
        '[Mayor Emil Roth] left. [Consultant Karth Ram] noted it. "It is growth," [he] said.',
        ["Mayor Emil Roth", "Consultant Karth Ram", "Consultant Karth Ram"],
    ),
    # who wrote the text that spoke in the sentence before
    (
        "[Ada Moe] spoke. It fell, according to [a post from Ilva Quist]. [she] wrote more.",
        ["Ada Moe", "Ilva Quist", "Ilva Quist"],
    ),
    # several people and bodies are neither he nor she
    (
        "[Senator Emil Roth] left. [Some Democrats] wept. [He] laughed.",
        ["Senator Emil Roth", "Some Democrats", "Senator Emil Roth"],
    ),
    (
        "[Emil Roth] left. [Rights groups] wept. [He] laughed.",
        ["Emil Roth", "Rights groups", "Emil Roth"],
    ),
    (
        "[Emil Roth] left. [Quist's administration] said no. [He] laughed.",
        ["Emil Roth", "Quist's administration", "Emil Roth"],
    ),
    (
        "[Ada Quist, an engineer at the University of Karsk,] wrote. [The Open Bay, "
        "a news site,] agreed. [She] left.",
        ["Ada Quist", "Open Bay", "Ada Quist"],
    ),
    ("[Two sailors] spoke. [One of them] wept.", ["Two sailors", "Two sailors"]),
    (
        "[Ada Quist] spoke. [The Open Bay News] agreed. [She] left. [It] stayed. [They] met.",
        ["Ada Quist", "Open Bay News", "Ada Quist", "Open Bay News", "Open Bay News"],
    ),
    # of no name tells whether it is "he" or "she"
    ("[Norwick Gold] spoke. [It] stayed.", ["Norwick Gold", "Norwick Gold"]),
    ("[Ada Quist] spoke. [It] stayed.", ["Ada Quist", None]),
    ("[Senator Pendergast] spoke. [It] stayed.", ["Senator Pendergast", None]),
    ("[The defence minister] spoke. [It] stayed.", ["defence minister", None]),
    ("[The Norland Fleet] left. [he] stayed.", ["Norland Fleet", "Norland Fleet"]),
    ("[the port] closed. [he] stayed.", ["port", None]),
    ("[Ada Quist] spoke. [her] aide left. [it] was late.", ["Ada Quist", "Ada Quist", None]),
    # a prefix in small letters is part of a name
    (
        "[Joe diVelmo] blamed Emil Roth. Later, [he] left.",
        ["Joe diVelmo", "Joe diVelmo"],
    ),
    # whose admission it is comes after it
    ("[Peter Lind] spoke. By [her] own admission, Anna Moe left.", ["Peter Lind", "Anna Moe"]),
    # one of several
    (
        "[Lawmakers] met police. [One] wept. [Another] said so. [A third] left.",
        ["Lawmakers"] * 4,
    ),
    ("[Mayor Ada Quist] met police. [One] wept.", ["Mayor Ada Quist", None]),
    ("[Lawmakers] met police. There [one] wept.", ["Lawmakers", None]),
    ("[A review of clinics] came. [Another] said so.", ["review of clinics", None]),
    # a person whom the article names, and who says nothing until now
    ("Anna Moe met Peter Lind. [She] left. [He] stayed.", ["Anna Moe", "Peter Lind"]),
    ("[Peter Lind] spoke. Anna Moe listened. [She] left.", ["Peter Lind", "Anna Moe"]),
    ("[Peter Lind] spoke. John Moe listened. [He] left.", ["Peter Lind", "Peter Lind"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # whom a person accuses answers; a body that accuses goes on itself
        (
            "[The union] met. [Emil Roth] left. He blamed the park authority. [It] denied it.",
            "park authority",
        ),
        ("[The union] blamed the park authority. [It] left the talks.", "union"),
        ("[The union] met. Emil Roth blamed a boy of ten. [It] denied it.", "union"),
        # "it said" at the end is who the sentence begins with
        ("[The union] met. [Emil Roth] left. His ministry would pay, [it] said.", "His ministry"),
        ("[The union] met. Emil Roth would pay, [it] said.", "union"),
        ("Orbis, a chip maker, will cut 1,200 jobs, [it] said. The Orbis works is old.", "Orbis"),
        ("[The union] met. Orbis is greedy, [it] said. The Orbis works is old.", "union"),
        # "which they deny" is of its own subject
        ("[The agency] met. Both sides are accused of crimes, which [they] deny.", "Both sides"),
        ("[The agency] met. Two dockers were accused, a charge [they] deny.", "Two dockers"),
        ("[The dockers] met. Rain fell, which [they] deny.", "dockers"),
        ("[The agency] met. Two dockers left, and [they] deny it.", "agency"),
        # a house with a name is no person
        ("[The union] met. [Halden Museum] agreed. [It] shut.", "Halden Museum"),
        # a person without a name
        ("[Karsk police] spoke. The driver left. [He] wept.", "driver"),
        ("[Minister Emil Roth] spoke. The driver left. [He] wept.", "Minister Emil Roth"),
        ("[Karsk police] spoke. Rain fell. [He] wept.", None),
        ("[Huda Moe] spoke. [A nurse at the clinic] wept. [She] left.", "nurse at the clinic"),
        ("[A nurse at the clinic] wept. [Huda Moe] spoke. [She] left.", "Huda Moe"),
        ("[Anna Moe] spoke. [Two nurses] wept. [She] left.", "Anna Moe"),
        ("[Anna Moe] spoke. [A neighbour] agreed with her. [She] left.", "Anna Moe"),
        ("[Anna Moe] spoke. [The ministry] denied it. [She] left.", "Anna Moe"),
        # whom the sentence before introduces
        ("[Mr Moe] spoke. Des Quorl, of the AMVW, came out. [He] told them.", "Des Quorl"),
        ("[Mr Moe] spoke. Dask Quorl came out. [He] told them.", "Dask Quorl"),
        ("[Mr Moe] spoke. Dask Works, of the town, shut. [He] told them.", "Mr Moe"),
        # one word may be a firm's name, unless it has just spoken
        ("[Anna Moe] spoke. [Velmar] left. It rained. She was cold, [she] said.", "Anna Moe"),
        ("[Anna Moe] spoke. [Velmar] left. [She] wept.", "Velmar"),
        # a given name does not tell, where nobody else has spoken
        ("[Peter Lind, a baker,] got out. [She] wept.", "Peter Lind"),
        ("[Peter Lind, a baker,] got out. Rain fell. [She] wept.", None),
        ("[Mr Peter Lind] got out. [She] wept.", None),
        ("[Peter Lind] got out. [John Moe] left. [She] wept.", None),
        # with whom the sentence begins, where nobody else can be meant
        ("[The Quist campaign] grew. Quist rose when [she] spoke. Quist left.", "Quist"),
        ("[The Quist campaign] grew. Rain fell when [she] spoke. Quist left.", None),
        ("[Anna Moe] left. Quist rose when [she] spoke. Quist left.", "Anna Moe"),
        # "they" are the several that the sentence before begins with
        ("[Colonel Emil Roth] spoke. Prosecutors opened a case. [They] saw it.", "Prosecutors"),
        ("[The port] spoke. Two dockers were hurt. [They] wept.", "Two dockers"),
        ("[The port] spoke. Right now traders sell. [They] wept.", "traders"),
        ("[The port] spoke. Prosecutors opened a case, [Emil Roth] said. [They] wept.", "port"),
        ("[The port] spoke. Prices rose. [They] wept.", "port"),
        ("[The port] spoke. Drivers' homes burnt. [They] wept.", "port"),
        # "it" is the nearest body: quoted, or what the sentence before begins with
        ("[The union] spoke. The company lost. [It] blamed the rain.", "company"),
        ("Velmar lost. [The union] spoke of Velmar. The firm lost. [It] wept.", "Velmar"),
        ("[Quist and Moe] left. Velmar flew. Velmar lost. [It] wept.", "Velmar"),
        ("[The union] spoke. The company's head left. [It] wept.", "union"),
        ("[The union] spoke. [It] wept.", "union"),
        ("[The union] spoke. [Analysts] left. [It] wept.", "union"),
        # what it says itself, in its own sentence; a name there may be anybody's
        ("[Their union] left. The county council gave more, [it] said.", "county council"),
        ("[Their union] left. Tan will lead, [it] said.", "Their union"),
        # a body with a name of several words, which acts
        (
            "[The union] spoke. The Velm Emergency Response Room raised its toll. [It] wept.",
            "Velm Emergency Response Room",
        ),
        ("[The union] spoke. The Golden Gate Bridge was closed. [It] wept.", "union"),
        ("[The union] spoke. The Velm mayor raised it. [It] wept.", "union"),
        # a sentence that begins with "we" names nobody
        ("[The union] spoke. We lost. We won. [It] wept.", None),
        # whom "he" meant is not she
        ("[Minister Quorl Kell] left. Ms Thorn fell, [he] said. [She] wept.", "Ms Thorn"),
    ],
)
def test_a_pronoun_can_mean_what_begins_a_sentence_since_a_source_spoke(marked, name):
    assert last_name(marked) == name
