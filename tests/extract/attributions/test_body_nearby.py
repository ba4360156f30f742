"""Which body "the company" means in the same breath."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("In spring, Velmar was fined, and [the company] said it would pay.", ["Velmar"]),
        ("After KIT posted the film, [the university] said more.", ["KIT"]),
        (
            "The last time Velm Transit had to close was in May. [The agency] said so.",
            ["Velm Transit"],
        ),
        ("It rained when Velmar settled its case. [The company] said so.", ["Velmar"]),
        # two bodies, a person, a place, a pronoun, a word before the noun
        ("After Velmar sued, Orsk won, and [the company] said so.", ["company"]),
        ("Ada Quist sat. After Quist sued, [the company] said so.", ["company"]),
        ("After Iran sued, [the company] said so.", ["company"]),
        ("It was late, and [the agency] said so.", ["agency"]),
        ("In spring, Velmar was fined, and [the ferry company] said so.", ["ferry company"]),
        ("In spring, Velmar was fined, and [a company] said so.", ["company"]),
        # a body of another kind, or too far above
        ("After Velmar grew, [the university] said more.", ["university"]),
        ("After Velmar grew, it rained. Nobody came. It was late. [The agency] spoke.", ["agency"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
