"""Names of sources over one article: surnames, acronyms, pronouns, plain nouns, and what has no name."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from analysis.extract.attributions.proper_names import distinctive_words, is_person, trimmed_name

CASES = [
    ("Mayor [Ines Duarte] spoke. [Duarte] left. [She] added more.", ["Ines Duarte"] * 3),
    (
        "[Harbour Minister Oskar Lind] said no. Later, [he] said yes.",
        ["Harbour Minister Oskar Lind"] * 2,
    ),
    (
        "[Lind]: port to close. [Harbour Minister Oskar Lind] said so.",
        ["Harbour Minister Oskar Lind"] * 2,
    ),
    (
        "[The Coastal Monitoring Network (CMN)] said ten died. [CMN] said more.",
        ["Coastal Monitoring Network (CMN)"] * 2,
    ),
    (
        "[a monitor] says ten died. [The Coastal Observatory for Human Rights] said so. [The monitor] added it.",
        ["Coastal Observatory for Human Rights"] * 3,
    ),
    (
        "[The transport ministry] said no. [The ministry] said yes. [It] added more.",
        ["transport ministry"] * 3,
    ),
    ("[A source at Karsk Port] said no. [The source] added more.", ["source at Karsk Port"] * 2),
    (
        "[A source at Karsk Port] said no. [A source at Velm Port] said yes. [The source] left.",
        ["source at Karsk Port", "source at Velm Port", "source at Velm Port"],
    ),
    (
        "[Anna Berg] agreed. [Jonas Berg] did not. [He] left.",
        ["Anna Berg", "Jonas Berg", "Jonas Berg"],
    ),
    (
        "[Berg's campaign manager Tova Aas] spoke. [Berg] did not.",
        ["Berg's campaign manager Tova Aas", "Berg"],
    ),
    ("[We] want peace. [I] do too.", [None, None]),
    ("[he] said so before anyone was named.", [None]),
    ("[activists] said ten died. [The activists] said more.", ["activists"] * 2),
    ("Port chief Ola Moe, [who] left early, spoke.", ["Ola Moe"]),
    (
        "[The rescue service] left. [The weather service] warned.",
        ["rescue service", "weather service"],
    ),
    (
        "[Police] said no, as the Norland Transport Ministry knew. [The ministry] said yes.",
        ["Police", "Norland Transport Ministry"],
    ),
    (
        "[Ada Quist, an engineer at the University of Karsk,] wrote. [The Open Bay, a news site,] agreed. [She] left.",
        ["Ada Quist", "Open Bay", "Ada Quist"],
    ),
    (
        "[The Velm Front] spoke. [The government and the Front] agreed.",
        ["Velm Front", "government and the Front"],
    ),
    ("[Two sailors] spoke. [One of them] wept.", ["Two sailors"] * 2),
]


def unmark(marked):
    text, spans = "", []
    for part in marked.replace("]", "[").split("["):
        spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans[1::2]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_names(marked, expected):
    text, spans = unmark(marked)
    found = [named.name for named in resolve_names(text, spans)]
    if None in expected:
        assert found == expected
    else:
        assert all(want in (got or "") for got, want in zip(found, expected, strict=True)), found


def test_what_a_surname_is_stands_beside_its_longer_form():
    text, spans = unmark("[Lind] spoke. The general Oskar Lind is 60.")
    assert "general" in resolve_names(text, spans)[0].description


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "[The Coastal Rights Monitor] said ten died. [Its director, Ada Quist,] said more.",
            "Coastal Rights Monitor",
        ),
        (
            "[The charity Open Hands] left. [A spokesman for the group] said so.",
            "charity Open Hands",
        ),
        ("[Ada Quist, a baker,] wept. [She] left.", "a baker"),
    ],
)
def test_whom_a_source_belongs_to_and_what_it_is_stand_beside_its_name(marked, told):
    text, spans = unmark(marked)
    assert told in resolve_names(text, spans)[1].description


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ada Quist", True),
        ("the chaplain, Father Ada Quist", True),
        ("town engineer Ada Quist", True),
        ("Ada Quist of the rescue service", True),
        ("The Open Bay, a news site", False),
        ("news website Karsk Online", False),
        ("Coastal Observatory for Human Rights", False),
        ("the Velm Front", False),
        ("the United States", False),
    ],
)
def test_is_person(words, expected):
    assert is_person(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Harbour Authority, which runs the port,", "Harbour Authority"),
        ("a  source", "source"),
        ("the", "the"),
    ],
)
def test_tidy(words, expected):
    assert trimmed_name(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Syrian government", []),
        ("Activists", []),
        ("US President Ada Quist", ["Ada", "Quist"]),
        ("the Britain-based group", []),
        ("Al-Karim", ["Karim"]),
    ],
)
def test_specific(words, expected):
    assert list(distinctive_words(words)) == expected


@pytest.mark.parametrize("source", ["the Partys leadership", "the Premier", "the Board"])
def test_a_capital_that_opens_the_tidied_words_is_no_surname(source):
    text, spans = unmark(f"Late on Monday [{source}] spoke.")
    assert len(resolve_names(text, spans)) == 1
