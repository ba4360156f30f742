"""Types of sources, anonymity and carriers, as tables of words and what is expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core import tables
from analysis.core.errors import LexiconError
from analysis.extract.attributions import source_types

TYPES = [
    # what a person is, not whom the words are about
    ("Ada Quist, president and CEO of the Karsk League of Bakers", "other"),
    ("Emil Roth, a leading voice on military matters", "other"),
    ("Ada Quist and her husband", "other"),
    ("Ada Quist, whose son was hurt", "resident_or_witness"),
    ("Ada Quist, who was in the tram", "resident_or_witness"),
    ("Emil Roth, who lost his boat", "resident_or_witness"),
    ("Emil Roth, who lost the election", "other"),
    ("a lawyer whose clients lost", "other"),
    ("Ada Quist, who studies tides at the Velm Lab", "expert"),
    ("24-year-old Emil Roth", "resident_or_witness"),
    ("the university's rector Ada Quist", "other"),
    ("Emil Roth, who worked as a special counsel", "other"),
    ("Former Housing and Harbour Development Secretary Ada Quist", "other"),
    ("Judge Ada Quist", "state_official"),
    ("retired officer Emil Roth", "military"),
    ("retired baker Emil Roth", "resident_or_witness"),
    ("Representatives from Velm Motors", "other"),
    ("team officials", "other"),
    ("prison officials", "state_official"),
    ("school officials", "local_authority"),
    ("Ada Quist (D-Ohio)", "state_official"),
    ("vitamin D-3 maker Velm", "other"),
    ("AG Ada Quist", "state_official"),
    ("Velm AG", "other"),
    ("Top Democrat", "state_official"),
    ("the Liberal Democrats", "other"),
    ("GOP leader", "state_official"),
    ("Speaker Ada Quist", "state_official"),
    ("a motivational speaker", "other"),
    ("state lawmakers", "state_official"),
    ("critics in Congress", "unnamed"),
    ("art critic Ada Quist", "other"),
    ("one Republican source", "unnamed"),
    ("three of the sources", "unnamed"),
    ("Host Ada Quist", "media"),
    ("Italy, the host of the summit,", "state_official"),
    ("a local affiliate of the union", "other"),
    ("a group of young New Yorkers", "other"),
    ("intelligence agencies", "military"),
    ("a coalition of unions and churches", "other"),
    ("the US-led coalition", "military"),
    ("a major sponsor", "other"),
    ("Maj. Emil Roth", "military"),
    ("the Army Corps of Engineers", "military"),
    ("the Directorate General for Fisheries", "state_official"),
    ("the Norwegian vice president for trade", "state_official"),
    ("the World Council of Churches", "other"),
    ("the local council of Karsk", "local_authority"),
    ("Texas", "state_official"),
    ("Texas Brewing", "other"),
    ("Interior", "state_official"),
    ("the interior designer", "other"),
    # papers
    ("Photos shared by the crew", "document"),
    ("police arrest reports", "document"),
    ("a harbour filing (p. 58)", "document"),
    ("conservative political figures", "other"),
    ("official figures", "document"),
    ("US officials cited in the report", "state_official"),
    ("a spokesman for the interior ministry", "state_official"),
    ("President Ilse Varga", "state_official"),
    ("2020 presidential candidate and Velm Sen. Ada Quist", "state_official"),
    ("then-Secretary of State Ada Quist", "state_official"),
    ("former Secretary of State Ada Quist", "other"),
    ("The summit's host, President Emil Roth", "state_official"),
    ("the show's host, Emil Roth", "media"),
    ("Botswana", "state_official"),
    ("Botswana Railways", "other"),
    ("a military strategist", "expert"),
    ("the Intergovernmental Panel on Rivers", "un_or_igo"),
    ("Chief of Army Staff Emil Roth", "military"),
    ("the Karsk Sun", "media"),
    ("a TV star", "other"),
    ("Ada Quist, a rising senior at Karsk University", "resident_or_witness"),
    ("the government of Norland", "state_official"),
    ("Moscow", "state_official"),
    ("France and Germany", "state_official"),
    ("two US officials", "state_official"),
    ("Defence Minister Pavel Orlik", "military"),
    ("a source at Karsk Police Command", "military"),
    ("the army's chief spokesman", "military"),
    ("Pentagon officials", "military"),
    ("Colonel Adam Reyes", "military"),
    ("rebels", "armed_group"),
    ("a Hezbollah commander", "armed_group"),
    ("a spokesman for the River Brigade militia", "armed_group"),
    ("opposition forces", "armed_group"),
    ("Al Shabaab", "armed_group"),
    ("the U.N. refugee agency", "un_or_igo"),
    ("the UN agency for Palestinian refugees", "un_or_igo"),
    ("the prisoners' affairs ministry", "state_official"),
    ("the ministry of refugees", "state_official"),
    ("a lawyer for the families", "other"),
    ("the teachers' union", "other"),
    ("doctors close to the protesters", "health_authority"),
    ("a group of residents", "resident_or_witness"),
    ("relatives of the prisoners", "resident_or_witness"),
    ("a spokesman for the families", "resident_or_witness"),
    ("the Rapid Support Forces", "armed_group"),
    ("The Israel Defense Forces", "military"),
    ("the Lord's Resistance Army", "armed_group"),
    ("the Israel Defense Forces", "military"),
    ("the Israeli Defense Forces", "military"),
    ("Kenya Defence Forces", "military"),
    ("the Velm Self-Defence Forces", "armed_group"),
    ("Centcom", "military"),
    ("Iran's judiciary", "state_official"),
    ("the coalition government", "state_official"),
    ("Iran Human Rights", "monitoring_group"),
    ("the Hamas-run health ministry", "health_authority"),
    ("a medical source in the town", "health_authority"),
    ("doctors at the central hospital", "health_authority"),
    ("the fire service", "rescue_workers"),
    ("White Helmets volunteers", "rescue_workers"),
    ("the head of the civil defence", "rescue_workers"),
    ("a war monitor", "monitoring_group"),
    ("Syrian Observatory for Human Rights", "monitoring_group"),
    ("Lama Haddad, a researcher at Amnesty International", "monitoring_group"),
    ("U.N. Security Council", "un_or_igo"),
    ("the UN's humanitarian coordinator", "un_or_igo"),
    ("Red Crescent workers", "aid_group"),
    ("a charity", "aid_group"),
    ("the mayor of Karsk", "local_authority"),
    ("local authorities", "local_authority"),
    ("a witness at the hospital", "resident_or_witness"),
    ("residents of the army-held district", "resident_or_witness"),
    ("a professor of law", "expert"),
    ("pro-government state media", "media"),
    ("an AFP journalist", "media"),
    ("the ISIS-linked Amaq news agency", "media"),
    ("a leaked report", "document"),
    ("activists", "unnamed"),
    ("local sources", "unnamed"),
    ("opposition sources", "unnamed"),
    ("activist Omar Haddad", "other"),
    ("the opposition", "other"),
    ("Ada Quist", "other"),
    # police are one type by whatever name; other superintendents are no officers
    ("the county sheriff", "military"),
    ("the sheriff", "military"),
    ("the Tarn County Sheriff's Office", "military"),
    ("city of Karsk police", "military"),
    ("cops in the port", "military"),
    ("state troopers", "military"),
    ("the Sûreté du Québec", "military"),
    ("Police Superintendent Ola Moe", "military"),
    ("the superintendent of schools", "local_authority"),
    ("school superintendent Ola Moe", "local_authority"),
    ("athletic superintendent Ola Moe", "other"),
    ("Superintendent Ola Moe", "other"),
    ("the county coroner", "health_authority"),
    ("the county health department", "health_authority"),
    ("the county clerk", "local_authority"),
    ("county prosecutor Ola Moe", "local_authority"),
    ("the county and the hospital", "local_authority"),
    # who looks on, or works for police or state and is in a union, does not speak for them
    ("a court watcher", "unnamed"),
    ("the court clerk", "state_official"),
    ("a Kremlin critic", "unnamed"),
    ("the Kremlin", "state_official"),
    ("government supporters", "other"),
    ("the police union", "other"),
    ("prison officers' union", "other"),
    ("the police", "military"),
    ("the nurses' union", "other"),
    ("the firefighters union", "other"),
    ("nurses at the clinic", "health_authority"),
    # secretaries-general of states, of unions and parties
    ("the secretary-general", "un_or_igo"),
    ("UN Secretary-General Ilse Varga", "un_or_igo"),
    ("its secretary-general, Ilse Varga", "other"),
    ("Ilse Varga, secretary-general of Karsk Dockers", "other"),
    ("secretary-general of Norland's Supreme Council of Antiquities", "state_official"),
    ("branch secretary Ola Moe", "other"),
    ("Secretary Ola Moe", "state_official"),
    # lawyers are not their clients
    ("its lawyer, Ola Moe", "other"),
    ("counsel for the Quist family, Ola Moe", "other"),
    ("the special counsel", "state_official"),
    ("military bloggers", "media"),
    # ministries by every order of words
    ("a spokesman for the Ministry of National Defence", "military"),
    ("the ministry's spokesman", "state_official"),
    ("a spokesman for the mining ministry", "state_official"),
    ("a source in the ministry", "state_official"),
    ("Ola Moe of the campaign", "other"),
    # fire services, surveys and statistics offices are one type each
    ("the National Fire Agency", "rescue_workers"),
    ("the city's fire headquarters", "rescue_workers"),
    ("fire officials", "rescue_workers"),
    ("officials under fire", "state_official"),
    ("the US Geological Survey", "expert"),
    ("the Geological Survey of Velm", "expert"),
    ("USGS", "expert"),
    ("the British Geological Survey", "expert"),
    ("a Karsk Times Survey", "document"),
    ("the Office for National Statistics", "state_official"),
    ("Statistics Korea", "state_official"),
    ("the federal statistics office", "state_official"),
    ("official statistics", "document"),
    # who treats, and who knows about it
    ("foreign doctors at the ward", "aid_group"),
    ("top doctors", "expert"),
    ("doctors at the ward", "health_authority"),
    ("rights workers", "monitoring_group"),
    ("dock workers", "resident_or_witness"),
    ("head teacher Ola Moe", "local_authority"),
    ("Norland's security service", "military"),
    ("the Independent Office for Police Conduct", "state_official"),
    ("Number Ten", "state_official"),
    ("the presidential office", "state_official"),
    # parties, unions and movements called Front; fronts that fight
    ("the opposition All Norland Front", "other"),
    ("the Civic Front", "other"),
    ("the Students' Joint Front", "other"),
    ("students at the rally", "resident_or_witness"),
    ("the Islamic Front", "armed_group"),
    ("the Southern Front", "armed_group"),
    # ranks that are a part of another office
    ("its general secretary Ola Moe", "other"),
    ("general manager Ola Moe", "other"),
    ("the director general", "other"),
    ("General Ola Moe", "military"),
    ("UN Secretary General Ola Moe", "un_or_igo"),
    ("the attorney general", "state_official"),
    ("the union's regional officer", "other"),
    ("a senior officer", "military"),
    ("returning officer Ola Moe", "local_authority"),
    ("the chief veterinary officer", "state_official"),
    ("a duty officer of the coastguard", "rescue_workers"),
    ("an AMSA duty officer", "other"),
    ("a customs officer", "state_official"),
    ("major shareholders", "other"),
    ("Major Ola Moe", "military"),
    # captains and commanders
    ("the ferry's captain", "other"),
    ("Norland captain Ola Moe", "other"),
    ("Captain Ola Moe of the ferry", "other"),
    ("Captain Ola Moe", "military"),
    ("Capt. Ola Moe", "military"),
    ("a police captain", "military"),
    ("fire captain Ola Moe", "rescue_workers"),
    ("fire commander Ola Moe", "rescue_workers"),
    # lawyers speak for clients, prosecutors for the state
    ("the general's lawyer", "other"),
    ("the sheriff's attorney", "other"),
    ("a lawyer for the general", "other"),
    ("district attorney Ola Moe", "state_official"),
    ("Justice Department lawyers", "state_official"),
    # towns and provinces
    ("the prefecture", "local_authority"),
    ("The prefect, Ola Moe,", "local_authority"),
    ("the city", "local_authority"),
    ("the council", "local_authority"),
    ("Karsk council", "local_authority"),
    ("the works council", "other"),
    ("the Security Council", "un_or_igo"),
    ("the municipal corporation", "local_authority"),
    ("a steel corporation", "other"),
    ("district collector Ola Moe", "local_authority"),
    # who is in opposition holds no office of state
    ("opposition legislator Ola Moe", "other"),
    ("legislator Ola Moe", "state_official"),
    ("the shadow home secretary", "other"),
    ("the Taliban government spokesman", "state_official"),
    ("a Taliban spokesman", "armed_group"),
    ("The Union health ministry", "health_authority"),
    ("the group Doctors for Life", "other"),
    ("Relatives for Justice", "other"),
    ("Justice Ola Moe", "state_official"),
    ("the Norland Meteorological Agency", "state_official"),
    # unions, their presidents and branches
    ("the union's district chief", "other"),
    ("the district chief", "local_authority"),
    ("Union local president Ola Moe", "other"),
    ("company president Ola Moe", "other"),
    ("UAW Local 12", "other"),
    ("UAW president Ola Moe", "other"),
    ("the United Dock Workers", "other"),
    ("the Karsk Labour Congress", "other"),
    ("the president of the Trades Union Congress", "other"),
    ("the miners' leader", "other"),
    ("Highway 12", "other"),
    ("Ada Quist, 12", "resident_or_witness"),
    ("dock workers", "resident_or_witness"),
    ("National Nurses United", "other"),
    ("American Farmers", "resident_or_witness"),
    ("Democrats in Washington", "state_official"),
    ("Congress", "state_official"),
    ("the National People's Congress", "state_official"),
    ("the rebels' leader", "armed_group"),
    ("the president", "state_official"),
    # members of a party: lawmakers or a chapter
    ("Democrats in Columbus", "other"),
    ("Republicans from Ohio", "other"),
    ("Democrats in Congress", "state_official"),
    ("House Republicans", "state_official"),
    ("Democrats", "state_official"),
    # a surname is no group or paper
    ("Minister Ada Ilona Wagner", "state_official"),
    ("Jane Wagner", "other"),
    ("Steve Forbes", "other"),
    ("the Wagner chief", "armed_group"),
    ("Wagner", "armed_group"),
    ("Forbes magazine", "media"),
    # firms by their trade
    ("Norland's largest grocer", "other"),
    ("a grocer", "resident_or_witness"),
    ("the port's oldest baker, Ola Moe, 81", "other"),
    # bodies of several states, of a state, of doctors
    ("The European Union", "un_or_igo"),
    ("the African Union", "un_or_igo"),
    ("The Harbour Union", "other"),
    ("the UN agency", "un_or_igo"),
    ("the Tallis agency", "media"),
    ("Global Affairs Canada", "state_official"),
    ("the U.S. Chemical Safety Board", "state_official"),
    ("the U.S. Olympic Committee", "other"),
    ("the Karsk Medical Association", "health_authority"),
    ("the Karsk Medical Relief Society", "aid_group"),
    ("Tarn Parish President Ola Moe", "local_authority"),
    ("the city's staff", "local_authority"),
    ("Norland's Centre for Disease Control", "health_authority"),
    # the head decides: records of a ministry are a document, a wife of a reporter is no reporter
    ("ministry figures", "document"),
    ("records of the two hospitals", "document"),
    ("a video posted by rebels", "document"),
    ("the wife of a reporter", "resident_or_witness"),
    ("his mother, Ada Quist", "resident_or_witness"),
    ("Mother Ada Quist, a nun", "other"),
    # ordinary people: a trade, an age, what befell them
    ("Ada Quist, 34", "resident_or_witness"),
    ("Ada Quist, a baker", "resident_or_witness"),
    ("Ms Baker", "other"),
    ("Ada Quist, who lives by the harbour", "resident_or_witness"),
    ("people in the lower town", "resident_or_witness"),
    ("retired teacher Ada Quist", "resident_or_witness"),
    ("retired colonel Ada Quist", "military"),
    # shapes of names
    ("the Karsk Liberation Front", "armed_group"),
    ("the Velm Liberation Army", "armed_group"),
    ("the Karsk Council for Peace", "other"),
    ("the Norland Network for Human Rights", "monitoring_group"),
    ("the Karsk Rights Monitor", "monitoring_group"),
    ("Norland Relief Committee", "aid_group"),
    ("Karsk Media Center", "media"),
    ("Center for Coastal Studies", "expert"),
    ("a seismologist", "expert"),
    ("a cardiologist at the clinic", "health_authority"),
    ("an engineer from the transport ministry", "state_official"),
    ("town engineer Ada Quist", "local_authority"),
    # the first of several, and nothing in a clause that follows
    ("the army and the Karsk Front", "military"),
    ("Russia and the opposition", "state_official"),
    ("a coalition spokesman using the Arabic acronym for ISIS", "military"),
    ("WHO representative Ada Quist", "un_or_igo"),
    ("an activist in the town", "unnamed"),
    ("media activist Omar Haddad", "other"),
    ("reports", "unnamed"),
    # relative and participle clauses
    ("Ada Quist, who met the army", "other"),
    ("Ada Quist, who runs a hospital", "health_authority"),
    ("Ada Quist, who was wounded at the hospital", "health_authority"),
    ("Ada Quist, who was late at the hospital", "other"),
    ("Ada Quist, which met the army", "other"),
    ("Ada Quist speaking to the army", "other"),
    ("Ada Quist working group of the army", "military"),
    ("the group that is affiliated with the army", "other"),
    ("an ex-army man", "resident_or_witness"),
    # ages
    ("Ada Quist, aged 34", "resident_or_witness"),
    ("Ada Quist 34 of Karsk", "resident_or_witness"),
    ("Ada Quist 04", "other"),
    ("Ada Quist 34 times", "other"),
    ("Velmar's chief scientific officer", "other"),
    ("the chief executive officer", "other"),
    ("the chief medical officer", "health_authority"),
    ("the chief police officer", "military"),
    # people whom a source works for
    ("the refugees' agency", "other"),
    ("the refugees of the agency", "resident_or_witness"),
    ("an attorney for two of the refugees", "other"),
    ("an attorney for two young refugees", "other"),
    ("an attorney, for refugees", "resident_or_witness"),
    # documents by their head
    ("Ministry Figures", "state_official"),
    ("the records, which the army kept", "document"),
    ("the army's records seen by rebels", "document"),
    ("the records army", "military"),
    # several
    ("Russia and Norway", "state_official"),
    ("Ada Quist and the army", "military"),
    ("another ally and Russia", "state_official"),
    ("Russia, which met rebels", "state_official"),
]


OFFICES_AND_PAPERS = [
    ("the Karsk University Hospital", "health_authority"),
    ("the University of Karsk", "expert"),
    ("the National Institute of Public Health", "health_authority"),
    ("observers from the League of Voters", "monitoring_group"),
    ("observers", "expert"),
    ("the head of the rescue operation", "rescue_workers"),
    ("its chief of staff, General Oskar Lind", "military"),
    ("the president's chief of staff, Oskar Lind", "state_official"),
    ("the state mining inspectorate", "state_official"),
    ("the competition authority", "state_official"),
    ("Oskar Lind of Medics Across Borders", "aid_group"),
    ("the monitoring mission", "monitoring_group"),
    ("General Motors", "other"),
    ("the Norland National Examinations Council", "state_official"),
    ("the Treasury", "state_official"),
    ("a presidential adviser", "state_official"),
    ("ACM president Oskar Lind", "other"),
    ("US president Oskar Lind", "state_official"),
    ("Norland's Food Standards Agency", "state_official"),
    ("The Standard", "media"),
    ("the property data firm Velm Analytics", "other"),
    ("the EPA", "state_official"),
    ("Federal Harbour Safety Commission Chairman Oskar Lind", "state_official"),
    ("special counsel Oskar Lind", "state_official"),
    ("the ambassador to the United Nations", "state_official"),
    ("House Democrats", "state_official"),
    ("a letter sent to Senator Lind", "document"),
    ("the July 11 order", "document"),
    ("a new report from the Department of Ports", "document"),
    ("local media reports", "media"),
    ("talk show host Ada Quist", "media"),
    ("a person familiar with the ministry's plans", "unnamed"),
    # no office, no paper
    ("former minister Ada Quist", "other"),
    ("Ada Quist, a former Norland senator", "other"),
    ("Ada Quist, vice president of Karsk Printing", "other"),
    ("Ada Quist, chief executive officer of Karsk Printing", "other"),
    ("Bill Quist", "other"),
    ("the president of Norway", "state_official"),
]


@pytest.mark.parametrize(("words", "expected"), OFFICES_AND_PAPERS)
def test_offices_held_and_papers(words, expected):
    assert source_types.source_type(words) == expected


@pytest.mark.parametrize(("words", "expected"), TYPES)
def test_source_type(words, expected):
    assert source_types.source_type(words) == expected


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        (None, None, "unnamed"),
        ("", "the army", "unnamed"),
        ("he", None, "other"),
        ("he", "Dr Lena Orlova, a surgeon", "health_authority"),
        ("the source", "a military source", "military"),
        ("a witness", "the health ministry", "resident_or_witness"),
        ("the health ministry", "the army", "health_authority"),
        ("activists", "activists / Ada Quist", "other"),
        ("activists", "activists / residents", "resident_or_witness"),
        ("activists", "the Karsk Liberation Front", "armed_group"),
        # of two weak words the name's counts
        ("activists", "the ministry", "state_official"),
        ("the officer", "the president", "military"),
        # a president of what is no state
        (
            "Dr Ada Quist, its president",
            "Dr Ada Quist / the doctors' association",
            "health_authority",
        ),
        ("Ada Quist, its president", "Ada Quist", "other"),
        ("Ada Quist, the president", "Ada Quist", "state_official"),
    ],
)
def test_what_the_article_calls_a_source_elsewhere(words, name, expected):
    assert source_types.source_type(words, name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the army and rebels", [("military", 4, 8), ("armed_group", 13, 19)]),
        ("the health ministry", [("health_authority", 4, 19)]),
        ("the Hamas-run ministry", [("state_official", 14, 22)]),
        ("the mayor", [("local_authority", 4, 9)]),
        ("armywide", []),
    ],
)
def test_type_matches(words, expected):
    found = source_types.type_matches(words)
    assert [(match.source_type, match.start, match.end) for match in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Russia", True),
        ("the United States", True),
        ("France and Germany", True),
        ("both Russia and another ally", True),
        ("Russia's army", False),
        ("Ada", False),
        ("the", False),
    ],
)
def test_is_country(words, expected):
    assert source_types.is_country(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (None, True),
        ("activists", True),
        ("two US officials", True),
        ("a source at Karsk Police Command", True),
        ("residents", True),
        ("a diplomat who declined to be named", True),
        ("Syrian activists", True),
        ("activist Omar Haddad", False),
        ("Omar Haddad, an activist", False),
        ("the ministry", False),
        ("Human Rights Watch", False),
        ("Moscow", False),
        ("an activist identified as Abu Karim", False),
        ("an activist named Karim", False),
        ("an activist calledKarim", True),
        ("Omar Haddad the activist", False),
        ("Omar activist", True),
        ("Omar Haddad activist", True),
        ("Activist Leader Omar, an activist", False),
        ("an activist in Karsk", True),
        ("an activist, Omar", True),
        ("activist Syria", True),
        ("an activist al-Karim", False),
        ("sources at the ministry", True),
        # bodies of people can be asked, their members are nobody
        ("the UN refugee agency", False),
        ("the general staff", False),
        ("the doctors' association", False),
        ("the journalists' union", False),
        ("hospital staff", True),
        ("a doctor at the agency", True),
        ("refugees", True),
        ("the coast guard", False),
        ("coast guard spokesman Rey Alcaraz", False),
        ("a coast guard officer", True),
        ("truck driver, Celio Nunes, 58", False),
        ("Official figures", False),
        ("Supporters' group Stell United", False),
        ("Teachers' and railway unions", False),
        ("his family", False),
    ],
)
def test_anonymous(words, expected):
    assert source_types.is_anonymous(words) is expected


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("The raid failed, the ministry said, SANA reported.", [(0, 15), (17, 29)], "SANA"),
        (
            "The mayor told the Harbour News Agency that all was well.",
            [(0, 9)],
            "Harbour News Agency",
        ),
        ("Reuters said the raid failed.", [(0, 7)], None),
        ("The mayor said all was well.", [(0, 9)], None),
        ("Four have died since dawn, medics said.", [], None),
        ("Four have died, Dawn reported.", [], "Dawn"),
        ("Reuters and AFP said so.", [], "Reuters"),
        ("Reuters and AFP said so.", [(0, 7)], "AFP"),
        ("Reuters and AFP said so.", [(7, 12)], "Reuters"),
        ("Reuters and AFP said so.", [(6, 12)], "AFP"),
        ("Reuters and AFP said so.", [(0, 12), (15, 20)], "AFP"),
        ("Reuters and AFP said so.", [(0, 13)], None),
        ("The Daily Reuters News Agency said so.", [], "The Daily Reuters News Agency"),
        ("a news agency said so.", [], None),
    ],
)
def test_carrier(text, taken, expected):
    assert source_types.relaying_outlet(text, taken) == expected


@given(st.text(max_size=60))
def test_any_words_get_allowed_values(words):
    assert source_types.source_type(words) in tables.SOURCE_TYPES
    assert source_types.is_anonymous(words) in (True, False)


def test_a_lexicon_without_origin_is_an_error(tmp_path):
    path = tmp_path / "sources.toml"
    path.write_text('[x]\ntype = "media"\nrank = 1\nwords = ["a"]\n')
    with pytest.raises(LexiconError, match=r"sources.toml:1: x.source: is missing"):
        source_types.read_source_lexicon(path)


def test_every_group_of_the_lexicon_has_an_allowed_value():
    assert {group.source_type for group in source_types.read_source_lexicon().values()} <= set(
        tables.SOURCE_TYPES
    )


@pytest.mark.parametrize(
    ("text", "end", "granted"),
    [
        ("A steward, who did not want to be named, said so.", 9, True),
        ("A steward said on condition of anonymity that it fell.", 9, True),
        ("A steward said so. A nurse asked not to be named.", 9, False),
        ("A steward who wanted to be named said so.", 9, False),
    ],
)
def test_anonymity_that_the_sentence_grants(text, end, granted):
    assert source_types.is_granted_anonymity(text, end) is granted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Brennick General", "health_authority"),
        ("Air Force General Omar Said", "military"),
        ("Boss Jo Penn, 38", "other"),
        ("Jo Penn, 38", "resident_or_witness"),
    ],
)
def test_a_general_hospital_is_no_general_and_a_boss_no_bystander(words, expected):
    assert source_types.source_type(words) == expected
