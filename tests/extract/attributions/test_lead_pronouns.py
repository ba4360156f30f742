"""Whom "he" and "she" mean before anybody has spoken."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Anna Moe quits as [she] fears storms\n\nMayor Anna Moe left.", ["Mayor Anna Moe"]),
        ("“I lost it,” [she] said. Anna Moe, 34, sailed out.", ["Anna Moe"]),
        ("“I lost it,” [he] said. Given that, Mr. Lind sailed. Peter Lind wept.", ["Peter Lind"]),
        # of the other sex, in the same sentence, an owner, beside another, too far below
        ("“I lost it,” [he] said. Anna Moe, 34, sailed out.", [None]),
        ("Likewise, [he] forgets that Peter Lind sailed.", [None]),
        ("“I lost it,” [she] said. Anna Moe's boat sank.", [None]),
        ("“I lost it,” [she] said. Anna Moe met Helen Lind.", [None]),
        ("“I lost it,” [she] said. It rained. It rained. It rained. Anna Moe sailed.", [None]),
        ("“I lost it,” [she] said. Nobody met Anna Moe.", [None]),
        # two below it
        (
            "“I lost it,” [she] said. Judge Helen Ward was away. Maria Gomez, 45, ran out.",
            [None],
        ),
        # two before it
        (
            "Anna Moe and Helen Lind quit as [she] fears storms\n\nAnna Moe left. Helen Lind sat.",
            [None],
        ),
        # somebody has spoken
        ("[The council] met. [She] left. Anna Moe sailed out.", ["council", None]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
