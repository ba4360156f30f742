"""Which body "the company" means in the same breath."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Velmar shares fell. It rained. Velmar was fined, and [the company] said so.",
            ["Velmar"],
        ),
        (
            "They sold shares in Velmar. It rained when Velmar settled its case. "
            "[The company] said so.",
            ["Velmar"],
        ),
        ("After CNN was sued, [the network] said more.", ["CNN"]),
        ("After Save the Children left, [the charity] said more.", ["Save the Children"]),
        # two bodies, a person, a place, a pronoun, a word before the noun
        ("After Velmar sued, Orsk won, and [the company] said so.", ["company"]),
        ("Ada Quist sat. After Quist sued, [the company] said so.", ["company"]),
        ("After Iran sued, [the company] said so.", ["company"]),
        ("It was late, and [the agency] said so.", ["agency"]),
        ("In spring, Velmar was fined, and [the ferry company] said so.", ["ferry company"]),
        ("In spring, Velmar was fined, and [a company] said so.", ["company"]),
        # no sign of a firm, or of a university
        ("In spring, Velmar was fined, and [the company] said it would pay.", ["company"]),
        ("After KIT posted the film, [the university] said more.", ["university"]),
        # who watches a firm, or speaks against it
        ("Pfizer has asked for approval. [The agency] said it would decide.", ["agency"]),
        ("Tesla recalled 2,000 cars. [The agency] said brakes could fail.", ["agency"]),
        ("BP was fined. [The charity] said rivers were dead.", ["charity"]),
        ("After Google was fined, [the agency] said more would follow.", ["agency"]),
        ("Unilever will close the plant. [The charity] said so.", ["charity"]),
        # diseases, events and feasts, and who blocks a firm
        ("Mpox has spread in Congo. [The agency] said vaccines would arrive.", ["agency"]),
        ("Ebola has returned. [The organization] said 12 people died.", ["organization"]),
        ("Covid is rising. [The hospital] said beds were full.", ["hospital"]),
        ("Brexit has hurt trade. [The company] said sales fell.", ["company"]),
        ("Christmas was bad for shops. [The retailer] said sales fell 4%.", ["retailer"]),
        ("When Greenpeace blocked the port, [the company] said it lost money.", ["company"]),
        # a body of another kind, or too far above
        ("After Velmar grew, [the university] said more.", ["university"]),
        ("After Velmar grew, it rained. Nobody came. It was late. [The agency] spoke.", ["agency"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
