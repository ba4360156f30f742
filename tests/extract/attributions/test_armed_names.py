"""Armed groups that an article introduces as such."""

import pytest

from analysis.extract.attributions.armed_names import armed_names, speaks_for_armed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("held by the rebel Popular Liberation Front (PLF)", {"Popular Liberation Front", "PLF"}),
        ("the militant group Sons of Orsk (SOO)", {"Sons of Orsk", "SOO"}),
        ("shelled by the rebel Northern Front", {"Northern Front"}),
        ("The Velm Resistance, an Islamist armed group, said", {"Velm Resistance"}),
        ("The Orsk Guard (OG), a rebel movement,", {"Orsk Guard", "OG"}),
        ("the rebel Orsk National Front said", {"Orsk National Front"}),
        ("The last fighters of the Orsk Front left.", {"Orsk Front"}),
        ("Fighters from the Kurdish forces left.", set()),
        ("militants of the National Guard", set()),
        ("The rebel Labour MPs voted no.", set()),
        ("A rebel senator, Ada Quist (Reform), voted no.", set()),
        ("the armed Ada Quist", set()),
        ("India's paramilitary Border Security Force (BSF) fired", set()),
        ("the separatist Scottish National Party (SNP)", set()),
        ("the militant Transport Workers Union (TWU)", set()),
        ("the armed National Guard", set()),
        ("Syria, a rebel alliance said", set()),
        ("the separatist group Orsk Front (OF)", {"Orsk Front", "OF"}),
        ("The Popular Liberation Front (PLF) is a party.", set()),
        ("the Orsk Guard militia fired", {"Orsk Guard"}),
        ("the Orsk Guard, the strongest of the rebel militias, fired", {"Orsk Guard"}),
        ("Fighters of the Orsk Brigade came. The Brigade fired.", {"Orsk Brigade", "Brigade"}),
        ("Fighters of the Orsk Brigade came. The Velm Brigade fired.", {"Orsk Brigade"}),
        ("Fighters of the Orsk Army came. The Army fired.", set()),
        ("Said the Orsk Army rebels had left. The Orsk Army fired.", set()),
        ("The Revolutionary Guard, the strongest of the militias, fired.", set()),
    ],
)
def test_names(text, names):
    assert set(armed_names(text)) == names
    assert set(armed_names(text).values()) <= names


TEXT = "Orsk is held by the rebel Popular Liberation Front (PLF)."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a PLF spokesman", True),
        ("PLF spokesman Col. Ada Quist", True),
        ("the Popular Liberation Front", True),
        ("a former PLF commander", False),
        ("an ex-PLF fighter", False),
        ("anti-PLF fighters", False),
        ("Ada Quist, spokeswoman for the PLF", True),
        ("rebel Popular Liberation Front (PLF)", True),
        ("a police commander fighting the PLF", False),
        ("the government's negotiator with the PLF", False),
        ("army chief Emil Roth, who led the offensive against the PLF", False),
        ("a minister who was once a PLF member", False),
        ("the army", False),
        ("the PLFX", False),
    ],
)
def test_who_speaks_for_them(words, expected):
    assert speaks_for_armed(words, TEXT) == expected
    assert not speaks_for_armed(words, "Orsk is quiet.")
