"""Whom "the Karsk senator" means right after a name."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Anna Moe wept. [The Karsk senator] promised more.", ["Anna Moe"]),
        ("Anna Moe wept. [The former ferry director] left.", ["Anna Moe"]),
        ("Lionel Messi was out. Harry Kane scored. [The striker] said so.", ["Harry Kane"]),
        ("Peter Lind sold it. [The real estate mogul] left.", ["Peter Lind"]),
        ("Peter Lind sold it. It rained. [The tycoon] left.", ["Peter Lind"]),
        # nouns that may introduce somebody new
        ("Anna Moe wept. [The spokesman] said more.", ["spokesman"]),
        ("Anna Moe wept. [The judge] said more.", ["judge"]),
        ("Anna Moe wept. [A Karsk senator] promised more.", ["Karsk senator"]),
        ("Anna Moe wept. [Her senator] promised more.", ["Her senator"]),
        ("Anna Moe wept. [The board's candidate] promised more.", ["board's candidate"]),
        # two persons, nobody, another office, trade or sex
        ("Anna Moe met Peter Lind. [The Karsk senator] left.", ["Karsk senator"]),
        ("It rained. [The Karsk senator] left.", ["Karsk senator"]),
        ("Governor Anna Moe wept. [The Karsk senator] left.", ["Karsk senator"]),
        ("Anna Moe, a baker from Karsk, wept. [The candidate] left.", ["candidate"]),
        ("Peter Lind wept. [The actress] left.", ["actress"]),
        # whom others kill, charge, fire, free or call
        (
            "The fire killed Tom Hale. [The former fire chief] said the exits were locked.",
            ["former fire chief"],
        ),
        (
            "Tom Hale died there. [The former fire chief] said the exits were locked.",
            ["former fire chief"],
        ),
        (
            "Police shot Jamal Reed. [The former officer] said he feared for his life.",
            ["former officer"],
        ),
        (
            "Prosecutors charged Peter Novak with fraud. [The former judge] said so.",
            ["former judge"],
        ),
        (
            "Mayor Anna Kowalska fired Jan Nowak. [The former police chief] said he would sue.",
            ["former police chief"],
        ),
        ("Mayor Anna Moe wept. [The former police chief] left.", ["former police chief"]),
        ("The court freed Ivan Orlov. [The former prosecutor] said so.", ["former prosecutor"]),
        (
            "They called Anna Moe after [the former ferry director] left.",
            ["former ferry director"],
        ),
        # whom a work is on
        ("A biography of Steve Jobs is out. [The author] said he met 40 friends.", ["author"]),
        ("The film is about Alan Turing. [The actor] said it was an honour.", ["actor"]),
        ("The play on Marie Curie opens. [The playwright] said it took years.", ["playwright"]),
        ("The film stars Tom Cruise. [The filmmaker] said it cost a lot.", ["filmmaker"]),
        # named in a quotation, of somebody else, or only in the title
        ("“Anna Moe lied,” [the comedian] joked.", ["comedian"]),
        ("Anna Moe resigns\n\nIt rained. [The tycoon] left.", ["tycoon"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
