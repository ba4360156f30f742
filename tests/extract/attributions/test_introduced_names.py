"""Names without what introduces them, as a table of words and what is expected."""

import pytest

from analysis.extract.attributions.introduced_names import name_introduced

CASES = [
    ("Its president, Frances Olu", "Frances Olu"),
    # what the person is, before a comma
    ("union's president, Ada Quist", "Ada Quist"),
    ("its director, Dr Ada Quist", "Dr Ada Quist"),
    ("driver, Emil Roth", "Emil Roth"),
    ("mayor of Velm, Ada Quist", "Ada Quist"),
    ("spokesman for the governor of Velm, Emil Roth", "Emil Roth"),
    ("President of the Republic, Ada Quist", "Ada Quist"),
    ("ministry's spokesman, General Emil Roth", "General Emil Roth"),
    ("her brother, Emil", "Emil"),
    ("Ada's mother, Tova", "Tova"),
    ("harbour master, Emil Roth", "Emil Roth"),
    ("Ada Quist, Commander of the Velm Corps", "Ada Quist, Commander of the Velm Corps"),
    # to whom the person belongs
    ("its boss Emil Roth", "Emil Roth"),
    ("Velm Dairies' chief executive Ada Quist", "Ada Quist"),
    ("His brother Emil", "Emil"),
    ("Ada's son Emil", "Emil"),
    ("his likely GOP rival Emil Roth", "Emil Roth"),
    ("her Democratic opponent Ada Quist", "Ada Quist"),
    # one of several of a kind
    ("Another major conservative figure, Emil Roth", "Emil Roth"),
    ("Another major conservative figure, Velm", "Another major conservative figure, Velm"),
    ("Fellow Democratic Sen. Ada Quist", "Democratic Sen. Ada Quist"),
    ("Fellow villagers", "Fellow villagers"),
    ("its Fellow Ada Quist", "its Fellow Ada Quist"),
    # of which body
    ("Ada Quist of Open Hands", "Ada Quist"),
    ("Ada Quist of the union federation", "Ada Quist"),
    ("Grand Duke Emil of Norland", "Grand Duke Emil of Norland"),
    ("Bishop Emil of Velm", "Bishop Emil of Velm"),
    ("Ministry of Trade", "Ministry of Trade"),
    ("University College of Velm", "University College of Velm"),
    # bodies
    ("operator, Blue Gull Ferries", "Blue Gull Ferries"),
    ("supplier of the pumps, Velm Works", "Velm Works"),
    ("insurer, Scaldane", "Scaldane"),
    ("Online retailer Velmar", "Velmar"),
    ("bus company Velm Wheels", "Velm Wheels"),
    ("Insurer Scaldane", "Scaldane"),
    ("Karsk insurer Scaldane", "Scaldane"),
    # these are names, or no firm's
    ("Bank Velm", "Bank Velm"),
    ("Velm Bank", "Velm Bank"),
    ("operator in Velm", "operator in Velm"),
    ("company", "company"),
    ("trade union Velm Dockers", "trade union Velm Dockers"),
    # titles, places and apposition that stay
    ("Mayor Ada Quist", "Mayor Ada Quist"),
    ("police spokesman Emil Roth", "police spokesman Emil Roth"),
    ("mayor of Velm, South Karsk", "mayor of Velm, South Karsk"),
    ("governor of Velm, Pakistan", "governor of Velm, Pakistan"),
    ("sister of the driver, Emil Roth", "sister of the driver, Emil Roth"),
    ("police in Velm, Karsk", "police in Velm, Karsk"),
    ("bird protection league, LPO", "bird protection league, LPO"),
    ("Ada Quist, D-Ohio", "Ada Quist, D-Ohio"),
    ("its president, Ada Quist and Emil Roth", "its president, Ada Quist and Emil Roth"),
    ("baker, a smith", "baker, a smith"),
    ("his lawyer", "his lawyer"),
    ("Quist's plan", "Quist's plan"),
]


CASES += [
    ("Texas Department of Public Safety", "Texas Department of Public Safety"),
    ("Ada Quist of Open Hands", "Ada Quist"),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_name_introduced(words, expected):
    assert name_introduced(words) == expected
