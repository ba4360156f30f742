"""Which person "the senator" or "the 50-year-old" refers to."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # "the singer" is a person just quoted
    (
        "[Peter Lind] sang. [Mayor Ada Quist] frowned. [The singer] shrugged.",
        ["Peter Lind", "Mayor Ada Quist", "Peter Lind"],
    ),
    (
        "[Mayor Ada Quist] frowned. [The singer] shrugged.",
        ["Mayor Ada Quist", "singer"],
    ),
    ("[Ada Quist] spoke. [The driver] left.", ["Ada Quist", "driver"]),
    # "the dad of two", but not "the mother", who may be another's
    ("[Callum Reyes] spoke. [The dad of two, who grew up here,] left.", ["Callum Reyes"] * 2),
    ("[Helen Reyes] spoke. [The dad of two] left.", ["Helen Reyes", "dad of two"]),
    ("[Helen Reyes] spoke. [The mother] left.", ["Helen Reyes", "mother"]),
    ("[Sheriff Wade Moe] spoke. [The shaken lawman] left.", ["Sheriff Wade Moe"] * 2),
    ("[Mayor Wade Moe] spoke. [The lawman] left.", ["Mayor Wade Moe", "lawman"]),
    # an age that the article states
    ("Emil Roth, 50, was hurt. [The 50-year-old] said no.", ["Emil Roth"]),
    ("Emil Roth, 50, was hurt. [The 40-year-old] said no.", ["40-year-old"]),
    ("[Judge Emil Roth] spoke. [The prosecutor] wept.", ["Judge Emil Roth", "prosecutor"]),
    (
        "[The sheriff] spoke. [Sheriff Dale Moe] left. [The sheriff] stayed.",
        ["Sheriff Dale Moe", "Sheriff Dale Moe", "Sheriff Dale Moe"],
    ),
    ("Sen. Anna Moe met Mayor Peter Lind. [The senator] left.", ["Sen. Anna Moe"]),
    ("Rep. Anna Moe (D-Ohio) met Peter Lind. [The Ohio Democrat] left.", ["Rep. Anna Moe"]),
    ("Anna Moe, a pastry chef from Karsk, met. [The chef] left.", ["Anna Moe"]),
    ("Anna Moe, a pastry chef from Karsk, met. [The senator] left.", ["senator"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
