"""Whose people a casualty figure counts."""

import pytest

from analysis.compare.quantities.sides import side_of


@pytest.mark.parametrize(
    ("sentence", "counted", "side"),
    [
        ("12 Eritreans died.", "Eritreans", "Eritrea"),
        ("12 Ethiopian soldiers died.", "Ethiopian soldiers", "Ethiopia"),
        ("Ethiopia raised the number of its soldiers killed to 12.", None, "Ethiopia"),
        ("Eritrea said that its own troops lost 12 men.", "men", "Eritrea"),
        ("In Ethiopia 12 people died.", "people", None),
        ("Eritrea said that its forces had killed 12 gunmen.", "gunmen", None),
        ("Eritrea said its troops came under fire, wounding 12.", None, "Eritrea"),
        (
            "Three Ukrainian soldiers, including a cook, were killed and 12 wounded.",
            None,
            "Ukraine",
        ),
        ("Eritrea said four civilians were killed and 12 wounded there.", None, None),
        ("Kyiv said that Russia had lost 12 troops.", "troops", "Russia"),
        ("Russia said the Ukrainian army lost 12 men.", "men", "Ukraine"),
        ("Russian losses came to 12.", None, "Russia"),
        ("In Russia the miners lost 12 men.", "men", None),
        ("Russia won. The miners lost 12 men.", "men", None),
        ("Ukraine lost 2-1, and 12 fans died.", "fans", None),
        ("12 US troops died.", "US troops", "United States"),
        ("Eritrea said 12 of its people died.", "people", "Eritrea"),
        ("Eritrea broke the attack of the rebels, killing 12 of its fighters.", "fighters", None),
        ("Eritrea said that 12 were hurt on its side.", None, "Eritrea"),
        ("Eritrea said five died on its side of the line and 12 were hurt.", None, "Eritrea"),
        ("On the Eritrean side, 12 people were hurt.", "people", "Eritrea"),
        ("He said 12 people were hurt on the Eritrean-held side.", "people", "Eritrea"),
        ("On the Eritrean side 9 were hurt, and 12 at sea.", None, None),
        ("Five were killed on the Sudanese side and 12 on the Eritrean side.", None, "Eritrea"),
        ("It reported 12 dead on the Eritrean side and five on the Sudanese.", None, "Eritrea"),
        ("It told of 12 hurt and on the Sudanese side 20.", None, None),
        ("It said 20 died on the Sudanese side and on the Eritrean side 12.", None, "Eritrea"),
        ("Troops on the Eritrean side opened fire, killing 12 people.", "people", None),
        ("Some 12 people were killed in Omhajer by snipers on the Eritrean side.", "people", None),
        ("No one was hurt on the Eritrean side, but 12 people died in Kassala.", "people", None),
        ("12 were killed but there were no losses on the Eritrean side.", None, None),
        ("The bus from Eritrea landed on its side and 12 were killed.", None, None),
        ("Eritrea said five were killed on its side and 12 in Sudan.", None, None),
        (
            "Eritrea said 12 of its men died, in figures that each gave for its own side.",
            None,
            "Eritrea",
        ),
        ("On the other side 12 people were hurt.", "people", None),
        ("12 died, by the figures that each country gave for its own side.", None, "both sides"),
        ("Eritrea, which had buried a guard, put its toll at 12.", None, "Eritrea"),
        ("Eritrea, which had reported 12 deaths, fell silent.", None, "Eritrea"),
        ("Of the dead 12 were from Ukraine, he said.", None, "Ukraine"),
        ("He said 12 of those killed were French nationals.", None, "France"),
        ("He said 12 were from Monday's raid.", None, None),
        ("He said 12 were in Paris then.", None, None),
        ("At least 12 people died on both sides.", "people", "both sides"),
        ("Eritrea reported 12 closed schools.", "schools", None),
        ("Eritrea said that 12 of the miners died.", "miners", None),
        ("Serbia has admitted the loss of 12.", None, "Serbia"),
        ("Serbia's army put its own losses at 12 dead.", None, "Serbia"),
        ("The firm has admitted the loss of 12.", None, None),
        ("Five Serbian soldiers were killed and 12 wounded when Kosovo fired.", None, "Serbia"),
        ("Serbian guns killed five and wounded 12.", None, None),
        ("A man told us that its soldiers killed 12.", None, None),
        ("Ethiopia shelled the town and its market; 12 died.", None, None),
        # of armies that no gazetteer knows
        ("12 Morvan soldiers died.", "Morvan soldiers", "Morvan"),
        ("Up to 12 enemy soldiers died.", "enemy soldiers", "the enemy"),
        ("12 Morvan miners died.", "Morvan miners", None),
    ],
)
def test_whose_people_were_harmed(sentence, counted, side):
    figure = {"outcome": "killed", "counted": counted}
    assert side_of(figure, sentence, sentence.index("12")) == side


def test_the_side_that_lost_things_is_told():
    sentence = "The Ukrainian army lost 12 tanks."
    figure = {"outcome": None, "counted": "tanks"}
    assert side_of(figure, sentence, sentence.index("12")) == "Ukraine"


@pytest.mark.parametrize(
    ("previous", "side"),
    [
        ("Russia lost 1,080 soldiers, the General Staff of Ukraine said. ", "Russia"),
        ("Kyiv said that Russia had lost 1,080 soldiers. ", "Russia"),
        ("Russia shelled the town. ", None),
        ("", None),
    ],
)
def test_a_pronoun_stands_for_who_lost_in_the_sentence_before(previous, side):
    sentence = "It also lost 12 tanks."
    figure = {"outcome": None, "counted": "tanks"}
    assert side_of(figure, sentence, sentence.index("12"), previous) == side


def test_without_a_harm_or_a_loss_there_is_no_side():
    assert side_of({"outcome": None, "counted": "Eritreans"}, "12 Eritreans came.", 0) is None


@pytest.mark.parametrize(
    ("sentence", "group", "side"),
    [
        ("Eritrea acknowledged the deaths of 12 soldiers.", "soldiers", "Eritrea"),
        (
            "Eritrea's defence ministry had admitted the deaths of 12 soldiers.",
            "soldiers",
            "Eritrea",
        ),
        ("A Sudanese general in Eritrea admitted the deaths of 12 soldiers.", "soldiers", "Sudan"),
        ("Eritrea admitted the killing of 12 soldiers in Sudan.", "soldiers", None),
        ("Eritrea admitted the deaths of 12 soldiers in a strike by mistake.", "soldiers", None),
        ("Eritrea admitted the deaths of 12 villagers in its raid.", "civilians", None),
        ("Eritrea claimed the deaths of 12 soldiers.", "soldiers", None),
    ],
)
def test_an_army_admits_its_own_dead(sentence, group, side):
    figure = {"outcome": "killed", "counted": "people", "group": group}
    assert side_of(figure, sentence, sentence.index("12")) == side
