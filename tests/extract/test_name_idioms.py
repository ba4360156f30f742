"""Words for killing that are said of deals, games and workers, and those that are not."""

import pytest

from analysis.extract import name_idioms
from analysis.extract.name_idioms import is_no_harm

STRIKE = "Auto workers began a strike. The union wants higher wages."
RAID = "A missile strike hit Karsk. The European Union raises its wages."
GAME = "The striker scored a hat-trick and the league was theirs. "


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("", "The union had <killed> a fair deal.", True),
        ("", "The court <killed> the merger.", True),
        ("", "Lawmakers <killed> off the bill.", True),
        ("", "The project is <dead>.", True),
        ("", "The naira <died> on Wednesday.", True),
        ("", "The talks are as good as <dead>.", True),
        (STRIKE, "Auto workers began a <strike>.", True),
        (STRIKE, "The <strikes> go on.", True),
        (GAME, "The Jets were <slaughtered>.", True),
        (GAME, "Their next <victims> are the Lions.", True),
        ("", "They <murdered> merit for years.", True),
        ("", "God <killed> my house but spared me.", True),
        ("", "Her heirs <murdered> this forest.", True),
        ("", "Some 80,000 turkeys were <killed>.", True),
        ("", "The number of birds <killed> rose.", True),
        ("", "Nothing will be <killed> there.", True),
        ("", "The animal was <killed> by a blow.", True),
        ("", "The union called a <strike> for Monday.", True),
        ("", "Nurses began a 24-hour <strike>.", True),
        ("Velm won by nine wickets. The coach wept.", "Velm <massacred> Karsk.", True),
        # figures of speech
        ("", "The ballot has been <murdered>.", True),
        ("", "The debate was full of <attacks> on her record.", True),
        ("", "The primary <battle> goes on.", True),
        ("", "The debate followed an <attack> that wounded nine.", False),
        ("Gunmen stormed a school.", "The <attack> lasted an hour.", False),
        ("", "The <attack> left dozens of people in hospital.", False),
        ("", "In that summer most corals <died>.", True),
        ("", "The plan is a <crime> against taxpayers.", True),
        ("", "We suffered, but we <died> for the shirt.", True),
        ("", "Quist has been <fighting> doctors for seven months.", True),
        ("", "Labour was <slaughtered> in its own back yard.", True),
        ("", "The party <killed> itself.", True),
        ("", "It was a <crime> against humanity.", False),
        ("", "They <died> for the king.", False),
        ("", "Troops have been <fighting> rebels for seven months.", False),
        ("", "Heavy <fighting> went on near the port.", False),
        ("", "Farmers were <slaughtered> in the valley.", False),
        ("", "Labour fled as nine were <killed>.", False),
        (GAME, "They sang through a silence for the <victims> of the wreck.", False),
        # bodies
        ("", "A car <killed> 12 people.", False),
        ("", "The bus <killed> Ada Quist.", False),
        ("", "The dog <killed> a girl.", False),
        ("", "The storm <killed> business leaders.", False),
        ("", "A <strike> hit the port.", False),
        ("Drones flew.", "The general called a <strike> on the port.", False),
        ("", "Villagers were <killed> at home.", False),
        ("", "The bomb <killed> a driver.", False),
        ("", "The bomb <killed> the bill collector's wife.", False),
        ("", "The bomb <killed> a film director and a judge.", False),
        ("", "The bomb <killed> a consumer advocate.", False),
        ("", "The bomb <killed> a voter.", False),
        ("", "The storm <killed> a record 40 people.", False),
        ("", "The veto <killed> the deal for good.", True),
        ("", "Two men were <killed> the same day.", False),
        ("", "The storm <killed> 12 people.", False),
        ("", "The king is <dead>.", False),
        ("", "Nine voters <died>.", False),
        ("", "He <died>.", False),
        ("", "The <dead> were named.", False),
        (RAID, "The <strike> tore the roof away.", False),
        ("The army won.", "The <strikes> go on.", False),
        (GAME, "A gunman had <slaughtered> two fans.", False),
        (GAME, "The dead were taken to hospital; the <victims> were young.", False),
        ("A team of doctors left.", "The family was <slaughtered>.", False),
        ("", "It was a <massacre>.", False),
        ("", "The group claims <attack>.", False),
        ("", "It was an <attack> that the group claimed.", False),
        ("", "They fear that the bill <was killed>.", True),
    ],
)
def test_is_no_harm(text, marked, expected):
    start = marked.index("<")
    end = marked.index(">") - 1
    sentence = marked.replace("<", "").replace(">", "")
    assert is_no_harm(f"{text} {sentence}", sentence, start, end) is expected


def test_an_article_of_many_strikes_is_searched_for_workers_once(monkeypatch):
    searches = []

    class Labour:
        @staticmethod
        def finditer(text):
            searches.append(text)
            return labour.finditer(text)

    labour = name_idioms._LABOUR
    monkeypatch.setattr(name_idioms, "_LABOUR", Labour)
    sentence = "Dock workers of Velm began a strike. "
    text = "The union wants higher wages. " + sentence * 50
    start = sentence.index("strike")
    found = [is_no_harm(text, sentence, start, start + len("strike")) for _ in range(50)]
    assert all(found)
    assert len(searches) == 1
