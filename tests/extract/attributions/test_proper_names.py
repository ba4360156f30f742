"""The words of one source: its name, whether it is a person, how complete it is."""

import pytest

from analysis.extract.attributions.proper_names import (
    LEADING_WORDS,
    NAME,
    completeness,
    distinctive_words,
    is_nation,
    is_person,
    names_several,
    names_several_people,
    trimmed_name,
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ada Quist", True),
        ("Quist", True),
        ("the mayor", True),
        ("the chaplain, Father Ada Quist", True),
        ("Forecaster Hugh Denny", True),
        ("Weather Forecasters Group", False),
        ("Think Tank Velm Watch", False),
        ("town engineer Ada Quist", True),
        ("Ada Quist of the rescue service", True),
        ("Lind's brother, Emil, who lives in Karsk,", True),
        ("the port's chair, Ada Quist,", True),
        ("Sheriff Dale Moe", True),
        ("Survivor Ada Moe", True),
        ("the sheriff's office", False),
        ("the county coroner's office", False),
        ("A mechanic in Karsk, Emil Roth, 47,", True),
        ("a driver, Ada Quist", True),
        ("a charity, Amnesty International", False),
        ("a firm, Velm Industries", False),
        ("her brother", False),
        ("the brother of Emil", False),
        ("the agency's partner, Amnesty International,", False),
        ("Quist of the rescue service", False),
        ("Quist, of the port", True),
        ("The Quist", False),
        ("Quist for Karsk", False),
        ("The Open Bay, a news site", False),
        ("news website Karsk Online", False),
        ("town engineer Amnesty International", False),
        ("Coastal Observatory for Human Rights", False),
        ("Reuters", False),
        ("the Velm Front", False),
        ("the United States", False),
        ("a town", False),
        ("Vandermeer Motors", False),
        ("Santa Maria Lines", False),
        ("Kelly Stone", True),
        ("Anna Banks", True),
        ("Anna Lines", True),  # begins with a given name
        ("Anna Motors", False),  # nobody is called so
        ("Vijay Constructions", False),
        ("John Mills", True),
        ("Anna Chemical", False),
        ("Prof Quorl Barka of the Velm Institute for Research", True),
        ("Town Assessor Anna Roth", True),
        ("Velm dive operator Anna Roth", True),
        ("Political scientist Quorl Barka of Velm University", True),
        ("Consultant Boundary Partners", False),
        ("Anna Museum", False),  # which is no surname
        ("Motors", True),
        ("Ada Quist, a teacher who swam for an hour", True),
        ("the official news agency", False),
        ("the official VELNA news agency", False),
        ("the official", True),
    ],
)
def test_is_person(words, expected):
    assert is_person(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Harbour Authority, which runs the port,", "Harbour Authority"),
        ("Ada Quist, a baker", "Ada Quist"),
        ("9% of patients compared with 6%", "9% of patients"),
        ("critics compared with fans", "critics compared with fans"),
        ("a baker, a smith", "baker, a smith"),
        ("the baker Ada Quist, a smith", "baker Ada Quist"),
        ("an aide – ", "aide"),
        ("a  source", "source"),
        ("the", "the"),
        ("A group that calls itself Blackthorn", "Blackthorn"),
        ("a gang known as the Harbour Rats,", "Harbour Rats"),
        ("one, baker Ada Quist,", "baker Ada Quist"),
        ("another of them, Emil Roth,", "Emil Roth"),
        # these are called nothing else
        ("a group that calls itself free", "group"),
        ("a man who called Ada Quist", "man"),
        ("one, a baker,", "one, a baker"),
        ("Anna Stone, a Velm lawyer", "Anna Stone"),
        ("Sen. Ada Quist (D-Velm)", "Sen. Ada Quist"),
        ("Quist, R-Velm,", "Quist"),
        (
            "Sens. Ada Quist (D-Velm) and Emil Roth (R-Orsk)",
            "Sens. Ada Quist (D-Velm) and Emil Roth (R-Orsk)",
        ),
        ("Karsk Fishers Union (KFU)", "Karsk Fishers Union (KFU)"),
        ("Tidal candidate and Karsk, Norland, native Anna Moe", "Anna Moe"),
        ("Anna Moe, a friend of Peter Lind", "Anna Moe"),
        ("Anna Moe, farmer and mother of Peter Lind", "Anna Moe"),
    ],
)
def test_trimmed_name(words, expected):
    assert trimmed_name(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Syrian government", []),
        ("Activists", []),
        ("Activists Quist", ["Activists", "Quist"]),
        ("Merkel", ["Merkel"]),
        # titles that are surnames after a given name, an initial or "Mr."
        ("Mr. King", ["King"]),
        ("Peter T. King", ["Peter", "T", "King"]),
        ("the Saudi King", []),
        ("Residents of the town", []),
        ("the Activists", ["Activists"]),
        ("Amnesty", ["Amnesty"]),
        ("NATO", ["NATO"]),
        ("the UN", []),
        ("US President Ada Quist", ["Ada", "Quist"]),
        ("the Britain-based group", []),
        ("Al-Karim", ["Karim"]),
        ("Quist's aide", ["Quist"]),
        ("Gov. Ada J. Quist", ["Ada", "J", "Quist"]),
        ("the pro-Moscow Pro-Kremlin side", []),
        # names that begin as countries and capitals do
        ("Minister Nigel Greene", ["Nigel", "Greene"]),
        ("George Francis", ["George", "Francis"]),
        ("Ms Islam", ["Islam"]),
        ("Helena Brito", ["Helena", "Brito"]),
        ("Norwegians", []),
        ("the Nepali police", []),
        ("Mayor Emil Roth Jr.", ["Emil", "Roth"]),
    ],
)
def test_distinctive_words(words, expected):
    assert list(distinctive_words(words)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("syrian", True),
        ("dutch", True),
        ("pro-kremlin", True),
        ("anti-war", True),
        ("non-profit", False),
        ("pro", False),
        ("harbour", False),
        ("malians", True),
        ("malinda", False),
        ("democratic", False),
    ],
)
def test_is_nation(word, expected):
    assert is_nation(word) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the army and its allies", True),
        ("the army and several others", True),
        ("the army and rescue workers", False),
        ("Berg and Lind", True),
        ("Council of Trade and Industry", False),
        ("Centre for Trade and Industry", False),
        ("Berg", False),
        ("Berg, Lind", True),
        ("Berg, Lind and coach Ada Moe", True),
        ("Berg, the coach", False),
        ("Berg, coach of Velm", False),
        ("Harbour Safety Board (HSB) and Velmar", True),
        ("Harbour Safety Board (HSB)", False),
    ],
)
def test_names_several(name, expected):
    assert names_several(name) is expected


def test_the_most_complete_name_comes_last():
    names = ["mayor", "the tall mayor", "Minister", "Mayor Ada Quist", "Quist", "Ada Quist (AQ)"]
    ordered = ["mayor", "the tall mayor", "Minister", "Quist", "Mayor Ada Quist", "Ada Quist (AQ)"]
    assert sorted(names, key=completeness) == ordered
    assert completeness("Ada B. Quist") < completeness("Mayor Ada Quist")
    assert completeness("Ada Quist") < completeness("Ada B. Quist")
    assert completeness("DOJ") < completeness("Department of Justice")
    assert completeness("One Two Three Four Five Six Seven") == (6, 6, 0, -33)
    assert completeness("One Two Three Four Five Six") == (6, 6, 0, -27)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("When Ada Quist of Karsk met al-Karim.", ["When Ada Quist of Karsk", "al-Karim"]),
        ("the Observatory for the Human Rights", ["Observatory for the Human Rights"]),
        ("Gov. J. R. van Dorn left", ["Gov. J. R. van Dorn"]),
        ("Bank of the in Karsk", ["Bank", "Karsk"]),
        ("xAda e-Ada", []),
        ("Finance Minister AXED the credit", ["Finance Minister"]),
        ("Ada Quist SLAMS his plan", ["Ada Quist"]),
        ("Emil JONES said", ["Emil JONES"]),
        ("data by the PES here", ["PES"]),
    ],
)
def test_name_pattern(text, names):
    assert [match[0] for match in NAME.finditer(text)] == names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("But when the Port", "Port"),
        ("According to Ada", "Ada"),
        ("Butter Ada", "Butter Ada"),
        ("Did Norvik Air", "Norvik Air"),
        ("Can Dündar", "Can Dündar"),
        ("Do Kwon", "Do Kwon"),
        ("Download Collapse Ada", "Ada"),
        ("Will Ada", "Will Ada"),
        ("Ada and Bo", "Ada and Bo"),
        ("On Thursday Norland", "Norland"),
        ("Thursday Norland", "Norland"),
        ("On Monday Norland", "Norland"),
        ("Monday Okon", "Monday Okon"),
        ("Friday Prayers", "Friday Prayers"),
        ("Sunday Times", "Sunday Times"),
        ("Thursday", "Thursday"),
    ],
)
def test_leading_words(name, expected):
    assert LEADING_WORDS.sub("", name) == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the fire service has since", "fire service"),
        ("a new poll that", "new poll"),
        ("Port Board President On", "Port Board President"),
        ("those who", "those who"),
        ("Velm Has", "Velm Has"),
    ],
)
def test_what_a_span_cut_short_has_at_its_end_is_no_name(words, name):
    assert trimmed_name(words) == name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Some Democrats", True),
        ("Velm residents of the port", True),
        ("Ada Waters", False),
        ("Ada Quist of the Union of Scientists", False),
        ("", False),
    ],
)
def test_names_several_people(words, expected):
    assert names_several_people(words) is expected
