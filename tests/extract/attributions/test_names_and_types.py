"""Whose words they are: name and type of the last marked source, in news of many subjects."""

import re

import pytest

from analysis.extract.attributions.coreference import resolve_names
from analysis.extract.attributions.source_types import source_type
from tests.extract.attributions.marked_text import unmark

CASES = [
    # leaders of parties and movements
    ("The vote was close, [the Heather Party's leader, Isla Brack,] said.", "Isla Brack", "other"),
    ("The Reed Front won. Leader [Dov Marl] spoke. [Marl] left.", "Dov Marl", "other"),
    ("[Opposition leader Nia Corrow] spoke. [Ms Corrow] left.", None, "other"),
    ("His bloc fell apart, [its founder, Petar Wynd,] said.", "Petar Wynd", "other"),
    # officers of unions and associations
    ("[The weavers' union president, Olga Farn,] called a strike.", "Olga Farn", "other"),
    ("[Branch secretary Tom Ridd] spoke. [Mr Ridd] left.", None, "other"),
    ("[The growers' alliance's secretary, Ines Calder,] said no.", "Ines Calder", "other"),
    ("[Union rep Hal Orme] said the rota was cruel.", "Union rep Hal Orme", "other"),
    ("[Unions representing tram drivers] rejected it.", None, "other"),
    ("[The beekeepers' council] objected.", "beekeepers' council", "other"),
    ("[Works council chair Ute Lamm] wept.", None, "other"),
    # officers of firms and clubs
    ("[The ferry firm's chief executive, Rolf Aker,] resigned.", "Rolf Aker", "other"),
    ("[Quarry boss Len Tarn] apologised. [He] left.", None, "other"),
    ("Profits fell, [its finance chief Ada Voss] said.", "Ada Voss", "other"),
    ("[Torvald president Emil Grane] sold the striker.", None, "other"),
    ("[City captain Jo Brand] missed the bus.", None, "other"),
    ("[The contractor, Ostrava Roads,] denied it.", "Ostrava Roads", "other"),
    ("Hackers robbed the lender Marrowby. [The lender] said no cash went.", "Marrowby", "other"),
    ("Farmers blame the seed giant Orvane. [The company] declined.", "Orvane", "other"),
    # offices of state and of places
    ("[The transport minister, Lise Tamm,] resigned.", "Lise Tamm", "state_official"),
    ("[The President of the Republic, Iker Sol,] signed it.", "Iker Sol", "state_official"),
    ("[The ombudsman, Vera Lunn,] found faults.", "Vera Lunn", "state_official"),
    ("[The country's budget watchdog] doubted it.", None, "state_official"),
    ("[The anti-graft bureau] opened a file.", "anti-graft bureau", "state_official"),
    ("[Park ranger Kit Hale] saw two bears.", None, "state_official"),
    ("[The mayor of Dunvik, Ana Skei,] closed the quay.", "Ana Skei", "local_authority"),
    ("[The state governor] called in diggers.", "state governor", "local_authority"),
    ("[The harbour master, Joao Brito,] shut the port.", "Joao Brito", "local_authority"),
    ("It sued the water board. [The board's engineer, Ravi Sen,] left.", None, "local_authority"),
    ("He blamed the electoral commission. [The commission] spoke.", None, "state_official"),
    ("[The data protection authority] fined it.", None, "state_official"),
    ("[The information commissioner] fined it.", None, "state_official"),
    ("[The data] shows it.", None, "document"),
    (
        "[Analysts at Velm Peak] spoke. The data protection authority may fine it. "
        "[Its head, Ada Holm,] spoke.",
        "Ada Holm",
        "state_official",
    ),
    (
        "[The harbour ministry] met [analysts at Velm Peak]. [Its head, Ada Holm,] spoke.",
        "Ada Holm",
        "state_official",
    ),
    # an office that the article tells elsewhere: beside the full name, or after "is"
    ("It was Adm. Emil B. Roth Jr. who came. [Roth] spoke.", None, "military"),
    (
        "The US Attorney for the Southern District of Velm Ada Quist came. [Quist] spoke.",
        None,
        "state_official",
    ),
    ("A reporter for the Velm Herald and Ada Quist came. [Quist] spoke.", "Ada Quist", "other"),
    ("Ada Quist is a professor at the Velm Observatory. [Quist] spoke.", "Ada Quist", "expert"),
    ("Ada Quist is the woman who left. [Quist] spoke.", "Ada Quist", "other"),
    ("Ada Quist is a critic of the police. [Quist] spoke.", "Ada Quist", "other"),
    ("Ada Quist is a candidate for governor. [Quist] spoke.", "Ada Quist", "other"),
    ("Ada Quist is a friend of the president. [Quist] spoke.", "Ada Quist", "other"),
    ("Ada Quist is the mayor of Velm. [Quist] spoke.", "Ada Quist", "local_authority"),
    ("Gov. Emil Roth came. [Dan Roth Jr.] spoke.", None, "other"),
    ("The prime minister of the U.K. Ada Quist said so. [Quist] spoke.", None, "other"),
    (
        "It came from [the Velm Department of Public Works].",
        "Velm Department of Public Works",
        None,
    ),
    # uniforms, rescue and health
    (
        "[The pump firm Velmar] spoke. [The Norland General Staff] left. "
        "[Its spokesman, Colonel Idris Vale,] denied it.",
        "Colonel Idris Vale",
        "military",
    ),
    ("[The Karsk Health Trust] counted them.", "Karsk Health Trust", "health_authority"),
    ("[A spokesman for the Karsk University Hospitals Trust] left.", None, "health_authority"),
    ("[The Karsk Trust] counted them.", "Karsk Trust", "other"),
    ("[Chief Inspector Gwen Parr] spoke. [Ms Parr] left.", "Chief Inspector Gwen Parr", "military"),
    ("[Its spokesman, Colonel Idris Vale,] denied it.", "Colonel Idris Vale", "military"),
    ("[The civil protection authority] moved 40 families.", None, "rescue_workers"),
    ("[The state health director] closed the spa.", None, "health_authority"),
    ("[The clinic's director, Dr Noor Haddad,] wept.", "Dr Noor Haddad", "health_authority"),
    # charities, monitors and alliances
    ("The charity Warm Hands left. [Kit Moor of Warm Hands] spoke.", "Kit Moor", "aid_group"),
    ("[Dentists Beyond Frontiers] sent a van.", None, "aid_group"),
    ("[The Lowland Election Watch] saw no fraud.", None, "monitoring_group"),
    ("[Independent observers] saw no fraud.", None, "monitoring_group"),
    ("[The Quiet Skies coalition] sued the airport.", "Quiet Skies coalition", "other"),
    # experts
    ("[Volcanologist Ben Aldo] warned of ash.", "Volcanologist Ben Aldo", "expert"),
    ("[Glaciologist Dr Mia Stenn] spoke. [The glaciologist] left.", None, "expert"),
    ("[Dr Ida Brome, a botanist at Velm University,] warned.", "Dr Ida Brome", "expert"),
    ("[A copy of the lease seen by the paper] shows it.", None, "document"),
    ("Turnout fell, [near-complete results] showed.", None, "document"),
    # relatives
    ("[Her brother, Osman,] wept.", "Osman", "resident_or_witness"),
    ("[The pilot's widow, Tess Amory,] sued.", "Tess Amory", "resident_or_witness"),
    ("[Mum-of-two Gail Peck] fumed.", None, "resident_or_witness"),
    ("[Granny Dot Weir] fumed.", None, "resident_or_witness"),
    ("[Rhys Coll, whose boy is nine,] fumed.", "Rhys Coll", "resident_or_witness"),
    ("[Mother Agnes] prayed.", "Mother Agnes", "other"),
    ("[Mr Moe] spoke. Mr Moe, the man whose levy it is, left.", "Mr Moe", "other"),
    # residents, people by their trade, and voters
    ("Hero florist Anna Holm hid. [She] fled.", "Anna Holm", "resident_or_witness"),
    ("[Bakery owner Stan Oller] lost his oven.", None, "resident_or_witness"),
    ("[Passenger Wim Haas] smelt smoke.", "Passenger Wim Haas", "resident_or_witness"),
    ("[Sheep farmer Una Glen, 61,] sold up.", None, "resident_or_witness"),
    ("[Cashier Dawn Rook] saw it.", "Cashier Dawn Rook", "resident_or_witness"),
    ("[Six in ten voters] stayed at home.", None, "resident_or_witness"),
    (
        "A gale struck. [Lena Fisk] spoke. Fisk, who lost her roof, wept.",
        None,
        "resident_or_witness",
    ),
    ("[A Dunvik woman] swam home. [Ada Holm] was cold.", "Ada Holm", "resident_or_witness"),
    # words of the sentence, and of relatives, say nothing of a person
    ("After the strikes on ISIL, Emil Roth spoke. [Mr Roth] left.", "Emil Roth", "other"),
    ("For Ada Quist, the worst terrorist attack was a test. [Quist] left.", "Ada Quist", "other"),
    ("A crowd came to witness Ada Quist. [Quist] left.", "Ada Quist", "other"),
    ("His wife, Ilvana Quist, wept. [Emil Quist] left.", "Emil Quist", "other"),
    ("[Ada Quist] left. Quist, who leads in polls of voters, won.", "Ada Quist", "other"),
    ("[Ada Quist] left. Ada Quist (D-Velm) won.", "Ada Quist", "state_official"),
    ("Emil Roth — an economist at Velm Bank — spoke. [Roth] left.", "Emil Roth", "expert"),
    ("[Quist’s] claim fell. Ada Quist left. [Quist] spoke.", "Ada Quist", "other"),
    (
        "[Bad Laws' Made Deadly Fires Even Worse President Emil Roth] spoke.",
        "President Emil Roth",
        "state_official",
    ),
    (
        "[Velm Upper Harbour Council President Emil Roth] spoke.",
        "Velm Upper Harbour Council President Emil Roth",
        None,
    ),
    # names that scraped or cut words begin with, and whom only an office in the headline names
    ("[Hour_Democratic Sen. Ada Quist] spoke.", "Democratic Sen. Ada Quist", "state_official"),
    ("Everything Quist says is odd. [Quist] spoke.", "Quist", "other"),
    (
        "Both Mayor Emil Roth and acting Mayor Ada Quist left. [Quist] spoke.",
        "Mayor Ada Quist",
        "local_authority",
    ),
    (
        "[Port Board Chief] spoke. Port Board chief Peter Roth left.",
        "Port Board chief Peter Roth",
        None,
    ),
    # media, and words that are no paper
    ("[Its foreign policy chief] spoke.", None, "other"),
    ("[The Dunvik Herald] reported it.", "Dunvik Herald", "media"),
    # one person, one name
    ("Radio Velm's Ada Holm asked him. [Radio Velm's Holm] pressed him.", "Ada Holm", None),
    ("Chief Minister (CM) Ravi Sen came. [The CM] spoke.", "Ravi Sen", None),
    ("Ravi Moor, age 50, came. [The 50-year-old] spoke.", "Ravi Moor", None),
    ("[Minister Ned Islam] spoke. [Mr Islam] left.", "Minister Ned Islam", "state_official"),
    ("[Helena Brito] spoke. [Brito] left.", "Helena Brito", "other"),
    ("Premier Tom Vane's Reform Bloc won. [Mr Vane] spoke.", "Premier Tom Vane", "state_official"),
    (
        "[The guild's head, Ida Moe,] spoke. [Guild head Ida Moe] left.",
        "Guild head Ida Moe",
        "other",
    ),
]


@pytest.mark.parametrize(("marked", "name", "expected"), CASES)
def test_name_and_type(marked, name, expected):
    text, spans = unmark(marked)
    starts = [0, *(match.end() for match in re.finditer(r"[.] ", text))]
    found = resolve_names(text, spans, 0, starts)[-1]
    words = text[slice(*spans[-1])]
    assert name in (None, found.name)
    assert expected in (None, source_type(words, found.description))
