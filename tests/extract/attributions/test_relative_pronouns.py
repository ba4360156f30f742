"""Which source "who" and "which" refer to."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # a country, although "us" is a pronoun; men and women, but not those of whom something is told
    ("[The EU] left. It is at odds with the US, [which] wants more.", ["EU", "US"]),
    ("[The paper] found three other women [who] said so.", ["paper", "other women"]),
    ("[Relatives of one of the men], [who] left, wept.", ["Relatives of one of the men"] * 2),
    (
        "It met Ada Quist of Velm, a fellow Karsk candidate [who] promised more.",
        ["Ada Quist"],
    ),
    ("It rained on June 16.\n\nObama, [who] left, spoke.", ["Obama"]),
    ("Judge Anna Quist of Velm, Ariz., [who] left, spoke.", ["Judge Anna Quist of Velm"]),
    ("Anna Quist, [who lost her boat,] spoke.", ["Anna Quist"]),
    ("Port chief Ola Moe, [who] left early, spoke.", ["Ola Moe"]),
    ("[Ada Quist] spoke. Ola Moe, the aide, and others, [who] left.", ["Ada Quist", "Ola Moe"]),
    (
        "[Ola Moe] spoke. [Ada Quist] left. Mr Moe, [who] was late, stayed.",
        ["Ola Moe", "Ada Quist", "Ola Moe"],
    ),
    ("[Ada Quist] spoke. The rain, [which] fell, stopped.", ["Ada Quist", "Ada Quist"]),
    ("Rain fell, [which] was late.", ["Rain"]),
    ("The firm's lawyer, [who] left, spoke.", ["firm's lawyer"]),
    # the person, and not the firm after it
    (
        '"No," said [Ola Moe, analyst at Velm Bank], [who] left.',
        ["Ola Moe", "Ola Moe"],
    ),
    ('"No," said [Ada Quist of Velm Bank], [who] left.', ["Ada Quist"] * 2),
    ('"No," said [Ada Quist of Velm Bank], [which] left.', ["Ada Quist"] * 2),
    ("He met local activists [who] left.", ["local activists"]),
    # a person, body or document without a name right before it
    ("[The witnesses] spoke. It came through a lawyer, [who] left.", ["witnesses", "lawyer"]),
    ("[Ada Quist] spoke. It would anger the corn lobby [that] left.", ["Ada Quist", "corn lobby"]),
    (
        "[Velm Democrats] want a House resolution, [which] says so.",
        ["Velm Democrats", "House resolution"],
    ),
    (
        "[Ada Quist] spoke. She read Roth's report — [which] says so.",
        ["Ada Quist", "Roth's report"],
    ),
    # an apposition or predicate tells who the person before it is
    ("Ola Moe, the senate leader, [who] left, spoke.", ["Ola Moe"]),
    ("Ola Moe, now the senate leader, [who] left, spoke.", ["Ola Moe"]),
    ("[Ola Moe] spoke. Moe is a lawyer [who] left.", ["Ola Moe", "Ola Moe"]),
    ("[Ada Quist] spoke. The storm [that] fell stopped.", ["Ada Quist", "Ada Quist"]),
    # a name that only tells whose man "who" is
    (
        "[Ada Quist] spoke. [Ola Moe], a Velm delegate and Quist backer [who] left.",
        ["Ada Quist", "Ola Moe", "Ola Moe"],
    ),
    (
        "[Anna Moe] spoke. Peter Lind left Moe, now the Port majority leader, [who] wept.",
        ["Anna Moe", "Anna Moe"],
    ),
    ("[Anna Moe] spoke. In Velm, a Quist backer [who] left wept.", ["Anna Moe", "Quist backer"]),
    ("[Ada Quist] spoke. A Quist backer [who] left, wrote.", ["Ada Quist", "Quist backer"]),
    (
        "[Ada Quist] spoke. Those cheering Quist, [who] are tired, left.",
        ["Ada Quist", "Those cheering Quist"],
    ),
    ("[Ola Moe] spoke. Velm captain Ada Quist, [who] has left, wrote.", ["Ola Moe", "Ada Quist"]),
    ("[Ola Moe] spoke. The club has Ada Quist, [who] has left.", ["Ola Moe", "Ada Quist"]),
    ("[Ola Moe] spoke. Those at Quist Bank, [which] has left.", ["Ola Moe", "Quist Bank"]),
    # police are several without an s
    ("[Mayor Ada Quist] spoke, a blow to police, [who] left.", ["Mayor Ada Quist", "police"]),
    ("[Ada Quist] spoke. She blamed Karsk police, [who] left.", ["Ada Quist", "Karsk police"]),
    ("[Ada Quist] spoke. Police officer Ola Moe, [who] left.", ["Ada Quist", "Ola Moe"]),
    # a name too far from the pronoun is not what it refers to
    (
        "[Ada Quist] spoke. Mr Moe, an aide of long and very good standing, [who] left.",
        ["Ada Quist", "Ada Quist"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
