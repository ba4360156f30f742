"""How an owner stands to a generic name."""

import pytest

from analysis.extract.parties.gazetteer import project_gazetteer
from analysis.extract.parties.owners import collect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian government forces left.", "direct"),
        ("The Venezuelan opposition met.", "direct"),
        ("Sudan's ousted president spoke.", "possessive"),
        ("The president of the United States spoke.", "of"),
        ("President Vladimir Putin spoke.", "title"),
        ("The Libyan National Army advanced.", "inside"),
        ("Police in Kenya said so.", "of"),
        ("Officials from Norway said so.", "in"),
        ("US-backed rebels left.", "backed"),
        ("Pro-Russian separatists left.", "backed"),
        # who speaks of soldiers is not whose they are
        ("Taliban say 58 soldiers died.", None),
        ("Syria claims rebels left.", None),
        ("The Syrian singer spoke. Officials left.", None),
        # no grammar joins them
        ("Troops were withdrawn from Syria.", None),
        ("US troops pulled out of Libya.", "direct"),
        ("The government said that China grew.", None),
        ("In Syria the weather was fine and so the police said.", None),
    ],
)
def test_relations(text, expected):
    article = collect(text, project_gazetteer())
    found = {related for of_mention in article.relations for related in of_mention.values()}
    assert found == ({expected} if expected else set())
