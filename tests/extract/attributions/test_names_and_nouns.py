"""Sources with a name, which may be a part or a longer form of one that is known."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.marked_text import unmark
from tests.extract.attributions.resolved_names import last_name, names_of

CASES = [
    # two who hold an office of one name
    (
        "[The ministry's official envoy, General Emil Roth], spoke. [The lasting envoy of the "
        "Union to the United Nations, Ada Quist], left.",
        ["General Emil Roth", "Ada Quist"],
    ),
    # acronyms
    ("The Karsk Bakers Council, or OBK, met. [The OBK] said so.", ["Karsk Bakers Council"]),
    (
        "[A Karsk Port Authority official] spoke. [The KPA official] left. [The PTA official] too.",
        ["Karsk Port Authority official", "Karsk Port Authority official", "PTA official"],
    ),
    # the house that a host is of
    (
        "[KVB's Anna Moe] spoke. [Minister Emil Roth] left. [The KVB host] wept.",
        ["KVB's Anna Moe", "Minister Emil Roth", "KVB's Anna Moe"],
    ),
    ("[KVB's Anna Moe] spoke. [The WXK host] wept.", ["KVB's Anna Moe", "WXK host"]),
    # a campaign is not its leader
    ("[The Quist campaign] spoke. [Quist] left.", ["Quist campaign", "Quist"]),
    # the long form of an acronym after the name of an outlet
    ("[The KPA] said no. The Karsk Times The Karsk Port Agency left.", ["Karsk Port Agency"]),
    ("[The Karsk Port Journal's] view was known.", ["Karsk Port Journal"]),
    # a possessive is no part of a name, unless it is never printed without
    ("[Moe's] belief was known. Moe left.", ["Moe"]),
    ("[McVelm's] said no. McVelm's left.", ["McVelm's"]),
    # family names that come first, given names alone
    ("[Gao Feng] spoke. [Gao] left.", ["Gao Feng", "Gao Feng"]),
    (
        "[Chief Financial Officer Seo Min-kyung] spoke. [Seo] left.",
        ["Chief Financial Officer Seo Min-kyung"] * 2,
    ),
    # a body in apposition
    ("[The organizer, the Velm Renters coalition,] spoke.", ["Velm Renters coalition"]),
    ("[Velm Motors] sold it in Velm. [Velm] wept.", ["Velm Motors", "Velm"]),
    # an aide or lawyer is not the client
    ("[Quist's lawyer] spoke. [Quist] did not.", ["Quist's lawyer", "Quist"]),
    ("[One Quist aide] spoke.", ["One Quist aide"]),
    # who held an office before
    (
        "The levy of former Harbour Minister Peter Lind fell. [Lind] left.",
        ["former Harbour Minister Peter Lind"],
    ),
    ("[Critics of Quist] left. [Quist] said no.", ["Critics of Quist", "Quist"]),
    # who stands in "and" or "in" is a person too
    (
        "Bail was set before District Judge Emil Roth in Karsk. [Judge Roth] said no.",
        ["District Judge Emil Roth"],
    ),
    (
        "[Mayor Ada Quist] spoke. [Residents under Quist] left.",
        ["Mayor Ada Quist", "Residents under Quist"],
    ),
    ("[Mr Roth] spoke. Later President Roth left.", ["President Roth"]),
    (
        "[Lewis Bennett] wept. Emelia Bennett is three. [Bennett] left.",
        ["Lewis Bennett", "Lewis Bennett"],
    ),
    # where a body is does not make it another that is named after the place
    (
        "[The Karsk Miners' Union] spoke. [The seismic institute in Karsk] said no.",
        ["Karsk Miners' Union", "seismic institute in Karsk"],
    ),
    ("[The army of Velmar] spoke. [Velmar] said no.", ["army of Velmar", "Velmar"]),
    # a body is neither a person in its service nor a paper that it wrote
    (
        "[VPA Administrator Emil Roth] spoke. [The VPA] agreed.",
        ["VPA Administrator Emil Roth", "VPA"],
    ),
    ("[VPA Study] says so. [The VPA] agreed.", ["VPA Study", "VPA"]),
    (
        "The State Department was silent. [The State Department] left. The Karsk Justice "
        "Department stayed.",
        ["State Department"],
    ),
    ("Jobs\n\n[The Democratic Alliance] left.", ["Democratic Alliance"]),
    (
        "[Tova Berg and Ola Lind] spoke. [Berg] left. [Lind] too.",
        ["Tova Berg and Ola Lind", "Tova Berg", "Ola Lind"],
    ),
    (
        "[The KSA] spoke. The Karsk Shipping Agency left.",
        ["Karsk Shipping Agency"],
    ),
    ("[The KSA] spoke. The Karsk Sailing Club left.", ["KSA"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize("source", ["the Partys leadership", "the Premier", "the Board"])
def test_a_capital_at_the_start_of_the_trimmed_name_is_no_surname(source):
    text, spans = unmark(f"Late on Monday [{source}] spoke.")
    assert len(resolve_names(text, spans)) == 1


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # where the only person whom the sentence before names is from
        ("Anna Moe set up her tent. [The Karsk tourist] wept.", "Anna Moe"),
        ("Anna Moe met Peter Lind. [The Karsk tourist] wept.", "Karsk tourist"),
        ("Anna Moe set up her tent. [The Karsk mayor] wept.", "Karsk mayor"),
        ("Anna Moe set up her tent. [The Karsk tourists] wept.", "Karsk tourists"),
        ("Anna Moe set up her tent. Rain fell. [The Karsk tourist] wept.", "Karsk tourist"),
    ],
)
def test_where_somebody_is_from(marked, name):
    assert last_name(marked) == name
