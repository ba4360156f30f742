"""Which source a common noun refers to: "the group", "the military source", "a monitor"."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # one of two that spoke together is not both
    (
        "[Police and organisers] argue about it. [The police] said few came.",
        ["Police and organisers", "police"],
    ),
    (
        "[The union and employers] met. [The union and employers] agreed.",
        ["union and employers"] * 2,
    ),
    # an agency is neither several persons nor one
    (
        "[Members of the state council] left. [The agency] said so.",
        ["Members of the state council", "agency"],
    ),
    ("[Lawmakers like Quist] left. [The agency] said so.", ["Lawmakers like Quist", "agency"]),
    ("[A number of ministers] left. [The agency] said so.", ["number of ministers", "agency"]),
    # a team of another nation is none of those before
    (
        "[The Karsk hospital] spoke. [The Egyptian team] wept. [The team] sat.",
        ["Karsk hospital", "Egyptian team", "Egyptian team"],
    ),
    ("[The Karsk Port Journal] spoke. [The British newspaper] wept.", ["Karsk Port Journal"] * 2),
    # one word that may be a body's name is one, unless somebody bears it
    ("[Fishleaks] spoke. [The organization] left.", ["Fishleaks"] * 2),
    ("Ada Quist sat. [Quist] spoke. [The organization] left.", ["Ada Quist", "organization"]),
    # who holds another office is not the director
    (
        "[Press Secretary Emil Roth] spoke. [The president's budget director] left.",
        ["Press Secretary Emil Roth", "president's budget director"],
    ),
    # the president is not the vice president
    (
        "President Peter Lind left. [Vice President Anna Moe] spoke. [The president] wept. "
        "[The vice president] sat.",
        ["Vice President Anna Moe", "President Peter Lind", "Vice President Anna Moe"],
    ),
    # the minister is not the shadow minister
    (
        "[Minister Peter Lind] left. [Shadow minister Anna Moe] spoke. [The minister] wept. "
        "[The shadow minister] sat.",
        [
            "Minister Peter Lind",
            "Shadow minister Anna Moe",
            "Minister Peter Lind",
            "Shadow minister Anna Moe",
        ],
    ),
    # an organisation is neither several nor a party
    (
        "[The Karsk Guild] spoke. [The GOP] left. [messages of sailors] say so. "
        "[The organization] wept.",
        ["Karsk Guild", "GOP", "messages of sailors", "Karsk Guild"],
    ),
    # those who organise are not one of them
    (
        "[Karsk Tea organizers] left. [Karsk Tea organizer Peter Lind] wept. "
        "[Karsk Tea organizer Anna Moe] sat. [Lind] spoke.",
        [
            "Karsk Tea organizers",
            "Karsk Tea organizer Peter Lind",
            "Karsk Tea organizer Anna Moe",
            "Karsk Tea organizer Peter Lind",
        ],
    ),
    # the chief of another field is not he
    (
        "[Town spokesman Peter Lind] spoke. [The mayor's budget director] left. "
        "[Anna Moe, director of the Office of Budget,] wept.",
        ["Town spokesman Peter Lind", "Anna Moe", "Anna Moe"],
    ),
    # two who speak as one
    (
        "[Ada Quist and Peter Lind] met. [Quist and Lind] agreed. [The pair] left.",
        ["Ada Quist and Peter Lind"] * 3,
    ),
    (
        "[Velmar Corp. and Moe Mobile] agreed. [The two federal agencies] did not.",
        ["Velmar Corp. and Moe Mobile", "two federal agencies"],
    ),
    ("[Singer Anna Moe] left. [The singer/songwriter] wept.", ["Singer Anna Moe"] * 2),
    # one minister is not another
    (
        "[Prime Minister Emil Roth] spoke. [Harbour Minister Ada Quist] left. [The prime minister] "
        "wept. [The minister] sat.",
        [
            "Prime Minister Emil Roth",
            "Harbour Minister Ada Quist",
            "Prime Minister Emil Roth",
            "Prime Minister Emil Roth",
        ],
    ),
    (
        "[Prime Minister Emil Roth] spoke. [Harbour Minister Ada Quist] left. [The minister] wept.",
        ["Prime Minister Emil Roth"] + ["Harbour Minister Ada Quist"] * 2,
    ),
    (
        "[Harbour Minister Ada Quist] left. [The trade minister] wept.",
        ["Harbour Minister Ada Quist", "trade minister"],
    ),
    # two who spoke as one
    (
        "[Rep. Ada Quist and Sen. Tova Moe] want answers. [The two lawmakers] wrote. [They] left.",
        ["Rep. Ada Quist and Sen. Tova Moe"] * 3,
    ),
    (
        "[Rep. Ada Quist] wants answers. [The two lawmakers] wrote.",
        ["Rep. Ada Quist", "two lawmakers"],
    ),
    (
        "[The district governor] wept. [The town's mayor] left.",
        ["district governor", "town's mayor"],
    ),
    (
        "[Video released by the army] shows it. [The army] said so.",
        ["Video released by the army", "army"],
    ),
    (
        "[a monitor] says ten died. [The Coastal Observatory for Human Rights] said "
        "so. [The monitor] added it.",
        [
            "Coastal Observatory for Human Rights",
            "Coastal Observatory for Human Rights",
            "Coastal Observatory for Human Rights",
        ],
    ),
    (
        "[The transport ministry] said no. [The ministry] said yes. [It] added more.",
        ["transport ministry", "transport ministry", "transport ministry"],
    ),
    (
        "[A source at Karsk Port] said no. [The source] added more.",
        ["source at Karsk Port", "source at Karsk Port"],
    ),
    (
        "[A source at Karsk Port] said no. [A source at Velm Port] said yes. [The source] left.",
        ["source at Karsk Port", "source at Velm Port", "source at Velm Port"],
    ),
    ("[The army of Velmar] spoke. [The army] said no.", ["army of Velmar", "army of Velmar"]),
    (
        "[The results of the census published by the national statistics office] say so. "
        "[The office] agreed.",
        [
            "results of the census published by the national statistics office",
            "national statistics office",
        ],
    ),
    (
        "Dockers left. [The Dock Union] spoke. [The union and the port operator] agreed.",
        ["Dock Union", "union and the port operator"],
    ),
    # ministries are told apart by their field
    (
        "[The interior ministry] spoke. [The justice ministry] left. [The ministry] stayed.",
        ["interior ministry", "justice ministry", "justice ministry"],
    ),
    (
        "[The Norland Interior Ministry] spoke. [The interior ministry] left.",
        ["Norland Interior Ministry", "Norland Interior Ministry"],
    ),
    # whose spokesman is told
    (
        "[Harbour director Emil Roth] spoke. [The spokesman of the dockers] denied it.",
        ["Harbour director Emil Roth", "spokesman of the dockers"],
    ),
    (
        "[The dockers' spokesman, Emil Roth,] spoke. [The spokesman of the dockers] denied it.",
        ["Emil Roth", "Emil Roth"],
    ),
    # what somebody owns is not the owner
    (
        "The owner, Emil Roth, was calm. [Emil Roth] spoke. [His lawyer] denied it.",
        ["Emil Roth", "His lawyer"],
    ),
    ("[activists] said ten died. [The activists] said more.", ["activists", "activists"]),
    (
        "[Emergency services] came. [The ambulance service] left.",
        ["Emergency services", "ambulance service"],
    ),
    (
        "[The rescue service] left. [The weather service] warned.",
        ["rescue service", "weather service"],
    ),
    ("[A war monitor] said so. [Ada Quist] agreed.", ["war monitor", "Ada Quist"]),
    (
        "[The monitoring group] said so. [The Coastal Observatory for Human Rights] agreed.",
        ["Coastal Observatory for Human Rights", "Coastal Observatory for Human Rights"],
    ),
    (
        "[The Coastal Observatory for Human Rights] agreed. [a watchdog] said so.",
        ["Coastal Observatory for Human Rights", "Coastal Observatory for Human Rights"],
    ),
    (
        "[a monitor of the war] said so. [The Coastal Observatory for Human Rights] agreed.",
        ["monitor of the war", "Coastal Observatory for Human Rights"],
    ),
    (
        "[the rescue workers] left. [The White Helmets of Karsk] agreed.",
        ["White Helmets of Karsk", "White Helmets of Karsk"],
    ),
    (
        "[The Karsk Charity] left. [The charity] agreed. [the new charity] too.",
        ["Karsk Charity", "Karsk Charity", "Karsk Charity"],
    ),
    ("[The Velm Brigade] left. [The group] agreed.", ["Velm Brigade", "Velm Brigade"]),
    (
        "[The Open Bay News Agency] wrote. [The agency] agreed. [A agency] too.",
        ["Open Bay News Agency", "Open Bay News Agency", "Open Bay News Agency"],
    ),
    ("[Ada Quist] spoke. [The statement] agreed.", ["Ada Quist", "Ada Quist"]),
    ("[Ada Quist, an economist,] spoke. [The professor] agreed.", ["Ada Quist", "Ada Quist"]),
    (
        "[Professor Ada Quist] spoke. [The expert] agreed. [an expert] did not.",
        ["Professor Ada Quist", "Professor Ada Quist", "expert"],
    ),
    (
        "[A military source] spoke. [The source] agreed. [a source] too.",
        ["military source", "military source", "military source"],
    ),
    (
        "[A military source] spoke. [A medical source] left. [The military source] agreed.",
        ["military source", "medical source", "military source"],
    ),
    (
        "[rescue workers] left. [the workers] agreed. [Workers at the port] too.",
        ["Workers at the port", "Workers at the port", "Workers at the port"],
    ),
    (
        "[The health ministry] spoke. [Norland] agreed. [The health ministry] left.",
        ["health ministry", "Norland", "health ministry"],
    ),
    (
        "[the weather-worn service] left. [the rescue service] stayed. [the local "
        "rescue service] too. [The service] slept.",
        [
            "weather-worn service",
            "local rescue service",
            "local rescue service",
            "local rescue service",
        ],
    ),
    ("[the same source] spoke.", ["same source"]),
    # what a common noun does not refer to
    ("[workers] left. [local workers] stayed.", ["workers", "local workers"]),
    ("[US officials] left. [the US] stayed.", ["US officials", "US"]),
    ("[,] spoke.", [""]),
    (
        "[a monitor] spoke. [Ada Quist of the Coastal Observatory] agreed.",
        ["monitor", "Ada Quist"],
    ),
    ("[a monitor] spoke. [Amnesty] agreed.", ["monitor", "Amnesty"]),
    ("[Group leader Ada Quist] left. [The group] stayed.", ["Group leader Ada Quist", "group"]),
    (
        "[A hospital source] left. [The medical source] stayed.",
        ["hospital source", "hospital source"],
    ),
    (
        "[a weather monitor] spoke. [Ada Quist, Coastal Observatory director,] agreed.",
        ["weather monitor", "Ada Quist, Coastal Observatory director"],
    ),
    # whoever speaks for the guild is not who speaks for the police
    (
        "[Police spokesman Jon Dahl] spoke. [The guild] wrote. [The guild's spokesman] left.",
        ["Police spokesman Jon Dahl", "guild", "guild's spokesman"],
    ),
    (
        "[Police spokesman Jon Dahl] spoke. [The police's spokesman] left.",
        ["Police spokesman Jon Dahl", "Police spokesman Jon Dahl"],
    ),
    # "the army" is the state's, beside a Liberation Army
    ("[The Arakan Army] spoke. [The army] denied it.", ["Arakan Army", "army"]),
    ("[The Korean People's Army] spoke. [The army] left.", ["Korean People's Army"] * 2),
    # an alliance of residents is not the residents
    (
        "[A count kept by the Velm Residents' Alliance] rose. [Residents] left.",
        ["count kept by the Velm Residents' Alliance", "Residents"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
