"""Acts that are stated as facts, and acts that are denied, planned, supposed or asked about."""

import pytest

from analysis.extract.agency.factuality import is_asserted
from analysis.extract.agency.nominalisations import nominal_clause
from analysis.extract.agency.verb_clauses import intransitive_clause, transitive_clause
from tests.extract.agency.tagged_text import number_of, tagged


@pytest.mark.parametrize(
    ("marked", "form", "expected"),
    [
        ("men/NNS killed/VBD boys/NNS ./.", "killed", True),
        ("men/NNS could/MD kill/VB boys/NNS ./.", "kill", False),
        ("they/PRP 'd/MD killed/VBN boys/NNS ./.", "killed", True),
        ("men/NNS did/VBD not/RB kill/VB boys/NNS ./.", "kill", False),
        ("men/NNS not/RB only/RB killed/VBD boys/NNS ./.", "killed", True),
        ("men/NNS almost/RB killed/VBD boys/NNS ./.", "killed", False),
        ("men/NNS went/VBD on/RB to/TO kill/VB boys/NNS ./.", "kill", True),
        ("men/NNS tried/VBD to/TO kill/VB boys/NNS ./.", "kill", False),
        ("men/NNS are/VBP said/VBN to/TO have/VB killed/VBN boys/NNS ./.", "killed", True),
        ("men/NNS are/VBP going/VBG to/TO kill/VB boys/NNS ./.", "kill", False),
        ("men/NNS accused/VBN of/IN killing/VBG boys/NNS fled/VBD ./.", "killing", True),
        ("men/NNS fled/VBD without/IN killing/VBG boys/NNS ./.", "killing", False),
        ("if/IN men/NNS killed/VBD boys/NNS we/PRP fled/VBD ./.", "killed", False),
        ("he/PRP denied/VBD that/IN men/NNS killed/VBD boys/NNS ./.", "killed", False),
        ("did/VBD men/NNS kill/VB boys/NNS ?/.", "kill", False),
        ("men/NNS who/WP fled/VBD when/WRB we/PRP killed/VBD boys/NNS ?/.", "killed", True),
        ("no/DT men/NNS died/VBD ./.", "died", False),
        ("no/DT South/RB Korean/JJ sailor/NN died/VBD ./.", "died", False),
        ("a/DT South/RB Korean/JJ sailor/NN died/VBD ./.", "died", True),
        ("no/DT fewer/JJR than/IN 9/CD men/NNS died/VBD ./.", "died", True),
        ("a/DT raid/NN on/IN the/DT port/NN ended/VBD ./.", "raid", True),
        ("plans/NNS for/IN a/DT raid/NN on/IN the/DT port/NN leaked/VBD ./.", "raid", False),
        ("any/DT raid/NN on/IN the/DT port/NN ended/VBD ./.", "raid", False),
        ("a/DT raid/NN on/IN the/DT port/NN would/MD fail/VB ./.", "raid", False),
        ("the/DT foiled/JJ raid/NN on/IN the/DT port/NN ended/VBD ./.", "raid", False),
    ],
)
def test_is_asserted(marked, form, expected):
    _, words = tagged(marked)
    i = number_of(words, form)
    clause = (
        nominal_clause(words, i) or intransitive_clause(words, i) or transitive_clause(words, i)
    )
    assert clause is not None
    assert is_asserted(words, i, clause) is expected
