"""Names: which word is chosen, what must not match, scare quotes, voice."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core import tables
from analysis.core.errors import ParameterError, TableError
from analysis.extract.name_lexicon import read_name_lexicons
from analysis.extract.naming import extract_names
from analysis.extract.parties.extract import extract_parties


def corpus(*texts, share=0.0):
    articles = [
        {"article_id": f"a{i}", "corpus": "test", "text": text, "n_words": 1}
        for i, text in enumerate(texts)
    ]
    sentences = [
        {
            "article_id": f"a{i}",
            "sentence_id": 0,
            "start": 0,
            "end": len(text),
            "in_title": False,
            "share_quoted": share,
        }
        for i, text in enumerate(texts)
    ]
    return tables.make(articles, tables.ARTICLES), tables.make(sentences, tables.SENTENCES)


def found_in(text, referents=None, **settings):
    articles, sentences = corpus(text)
    parties = extract_parties(articles, sentences)
    rows = extract_names(articles, sentences, parties=parties, **settings)
    rows = rows if referents is None else rows[rows["referent"].isin(referents)]
    return list(zip(rows["text"], rows["choice"], strict=True))


SYRIA = [
    "syrian_government",
    "syrian_armed_groups",
    "islamic_state",
    "syria_coalition",
    "kurdish_led_forces",
]
CASES = [
    ("Syrian rebels took the hill.", [("Syrian rebels", "rebels")]),
    ("Syrian terrorists shelled a school.", [("terrorists", "terrorists")]),
    ("In Syria, terrorists shelled a school.", []),  # where they were, not whose
    ("Assad\u2019s regime denied it.", [("Assad\u2019s regime", "regime")]),
    (
        "Assad regime forces left Idlib.",
        [("Assad regime forces", "regime")],
    ),  # not "Assad", not "regime forces"
    ("Forces loyal to Assad left Idlib.", [("Forces loyal to Assad", "assad")]),
    ("The Syrian Arab Army entered.", [("Syrian Arab Army", "army")]),
    (
        "A town held by Syrian rebels; the rebels left.",
        [("Syrian rebels", "rebels"), ("rebels", "rebels")],
    ),
    ("A rebel-held town near the coast.", []),  # whose rebels, it does not say
    ("In Sudan, the government fell.", []),
    ("The Islamic State claimed it.", [("Islamic State", "islamic_state")]),
    ("ISLAMIC STATE FIGHTERS FLEE RAQQA", [("ISLAMIC STATE FIGHTERS", "islamic_state")]),
    (
        "Islamic State of Iraq and the Levant fighters fled.",
        [("Islamic State of Iraq and the Levant", "isil")],
    ),
    (
        "The group (IS) and Da\u2019esh are one.",
        [("(IS)", "islamic_state"), ("Da\u2019esh", "daesh")],
    ),
    ("The US-led coalition struck Raqqa.", [("US-led coalition", "us_led")]),
    (
        "U.S.-led international coalition strikes hit Raqqa.",
        [("U.S.-led international coalition strikes", "us_led")],
    ),
    (
        "\u201cWashington Coalition\u201d strikes hit Raqqa in Syria.",
        [("Washington Coalition", "washington")],
    ),
    (
        "YPG fighters and the Syrian  Democratic\nForces met.",
        [("YPG", "ypg"), ("Syrian  Democratic\nForces", "sdf")],
    ),
    # nothing to find
    ("It was an Islamic state of mind.", []),
    ("He spoke of an Islamic State of Mind in his lecture on Islamic states.", []),
    ("THIS IS ALL", []),
    ("The Syrian National Coalition met in Istanbul.", []),
    ("They discussed regime change in Syria.", []),
    ("The counter-terrorist unit is in Damascus.", []),
    ("Rebellion and militancy are old words in Syria.", []),
    ("Her diet is a strict regimen in Damascus.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_of_syria(text, expected):
    assert found_in(text, SYRIA) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Palestinian gunmen fired at Israeli troops near Gaza.",
            [("Palestinian gunmen", "militants"), ("Israeli troops", "israeli_army")],
        ),
        ("Gunmen fired at Israeli troops in Poway.", [("Israeli troops", "israeli_army")]),
        ("A nurse at Al-Aqsa Martyrs Hospital and Hamas officials in Gaza spoke.", []),
        ("The IDF struck Gaza.", [("IDF", "idf")]),
        (
            "The Hamas-run health ministry in Gaza spoke.",
            [("Hamas-run health ministry", "hamas_run")],
        ),
        (
            "The Palestinian resistance hit Israeli occupation forces.",
            [
                ("Palestinian resistance", "resistance"),
                ("Israeli occupation forces", "occupation"),
            ],
        ),
        ("A political settlement for the West Bank was near.", [("West Bank", "west_bank")]),
        (
            "Settlers left the occupied West Bank.",
            [("Settlers", "settlements"), ("occupied West Bank", "occupied")],
        ),
        ("A lively resistance to change.", []),
    ],
)
def test_names_of_gaza(text, expected):
    assert found_in(text, topics=["gaza"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten martyrs and three victims.", [("martyrs", "martyrs"), ("victims", "victims")]),
        ("A massacre by soldiers.", [("massacre", "massacre")]),
        ("The strike of dock workers in the port went on.", []),  # of no arms
        (
            "The regime and the Government spoke.",
            [("regime", "regime"), ("Government", "government")],
        ),
        (
            "Thugs met peaceful protesters.",
            [("Thugs", "rioters"), ("peaceful protesters", "peaceful_protesters")],
        ),
        ("He had a heart attack at the Dead Sea on deadline.", []),
        ("A march was held on March 3; the MARCH issue sold out.", [("march", "protest")]),
    ],
)
def test_names_anywhere(text, expected):
    assert found_in(text, topics=["general"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # deaths
        ("The race is a dead heat, and he was dead wrong about the dead end.", []),
        ("They were dead broke, and it struck a balance after a battle with lawmakers.", []),
        ("Would you meet him, dead or alive? He sold assault rifles after a bomb.", []),
        ("Two dead; one killed.", [("dead", "died_or_dead"), ("killed", "killed")]),
        (
            "A dead engine fell victim to rust; no one was killed or died.",
            [("died", "died_or_dead")],
        ),
        ("A victim of the bank's fraud lost her savings.", []),
        ("The bill died down the road: two people died.", [("died", "died_or_dead")]),
        ("Families of the victims of 9/11 met.", [("victims", "victims")]),
        ("The victims died at once.", [("victims", "victims"), ("died", "died_or_dead")]),
        # protest
        ("He has an eating disorder and post-traumatic stress disorder.", []),
        ("Disorder broke out.", [("Disorder", "unrest")]),
        ("Police spoke of violent disorder.", [("violent disorder", "unrest")]),
        ("At a campaign rally in Ohio she spoke of a rally in shares.", []),
        ("Bonds joined the rally against the dollar.", []),
        ("Nurses held a rally against the cuts.", [("rally", "protest")]),
        ("They led a rally to the palace, in rain, demanding water.", [("rally", "protest")]),
        (
            "An anti-war rally and a protest rally.",
            [
                ("anti-war rally", "protest"),
                ("protest rally", "protest"),
            ],
        ),
        ("The team goes on with its march to the final.", []),
        (
            "A march to the palace, and their march home.",
            [
                ("march", "protest"),
                ("march", "protest"),
            ],
        ),
        ("A demonstration of the new engine.", []),
        ("A demonstration of thousands.", [("demonstration of thousands", "protest")]),
        ("Riot police read them the riot act.", []),
        ("The industrial revolution.", []),
        ("The revolution began in March.", [("revolution", "uprising")]),
        # violence
        ("Soldiers fell. The party's legislative attacks were deeply offensive.", []),
        ("Soldiers halted the offensive.", [("offensive", "attack")]),
        (
            "A suicide bombing, then strikes by drones.",
            [
                ("suicide bombing", "bombing"),
                ("strikes", "strikes"),
            ],
        ),
        # ground
        ("Fighters spoke of the liberation of women.", []),
        ("The army hailed the liberation of Tikrit.", [("liberation", "liberated")]),
        ("The town fell to rebels of Syria in the fall of 2016.", [("fell to", "fell")]),
        ("The town fell to the advancing army rebels of Syria.", [("fell to", "fell")]),
        ("Karsk fell to Russian troops of the army.", [("fell to", "fell")]),
        ("The army left as temperatures fell to minus 17 degrees.", []),
        ("The army left as turnout fell to zero.", []),
        ("The army left. It fell to Quist to explain it.", []),
        ("The army shell fell to Earth.", []),
        ("Shares of the maker of army boots fell to $3.", []),
        ("Shares fell to a low as the chief took control.", []),
        # disaster
        ("The bribery scandal at the bank was a disaster.", []),
        ("The flood was a total disaster for the party.", []),
        ("Forty died in the mine disaster.", [("died", "died_or_dead"), ("disaster", "disaster")]),
        ("A crash: gross negligence, said the court.", [("gross negligence", "negligence")]),
    ],
)
def test_other_senses_name_nothing(text, expected):
    general = ["the_dead", "protest", "the_violence", "taking_ground", "disaster"]
    assert found_in(text, general) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in a sentence, a capital beside another is of a name
        ("She works for the Refugee Council in Leeds.", []),
        ("A grant came from the fund of the Humane Immigrant Aid League last year.", []),
        ("It was signed at the Convention on Climate Change in the spring.", []),
        ("The High Commissioner for Refugees was there.", []),
        ("He said that the Refugees Monday were given tents.", [("Refugees", "refugees")]),
        ("He said that the Refugees were given tents.", [("Refugees", "refugees")]),
        # at the beginning, and in headlines, capitals say nothing
        ("Refugees Maria and Ali were given tents.", [("Refugees", "refugees")]),
        ("Greece Sends Refugees Home", [("Refugees", "refugees")]),
        ("Some Help for Refugees: the island is to have shelters.", [("Refugees", "refugees")]),
        # a heading that has run into the text
        (
            "They left today WATCH Greece Sends All Refugees Home From Five Islands In spite.",
            [("Refugees", "refugees")],
        ),
        ("GREECE SENDS REFUGEES HOME", [("REFUGEES", "refugees")]),
    ],
)
def test_a_part_of_a_proper_name_names_nothing(text, expected):
    assert found_in(text, ["people_on_the_move", "climate"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syria knows how the civil war in Sri Lanka ended.", []),
        ("Syria knows how Lebanon's civil war ended.", []),
        ("Syria knows how Lebanon's long civil war ended.", []),
        ("Syria knows how the Lebanese civil war ended.", []),
        ("In Lebanon they fear Syria: the civil war goes on.", [("civil war", "civil_war")]),
        ("A civil war in neighbouring Syria.", [("civil war", "civil_war")]),
        ("Lebanon feels the civil war in Syria.", [("civil war in Syria", "civil_war")]),
        ("Damascus blames the uprising on others.", [("uprising", "revolution")]),
        ("Ukraine sent troops after the invasion of Iraq.", []),
        ("Ukraine recalls Israel's invasion of Lebanon.", []),
        (
            "Kyiv withstood Russia's invasion: the invasion of Ukraine failed.",
            [("Russia's invasion", "invasion"), ("invasion of Ukraine", "invasion")],
        ),
        ("Kyiv withstood Moscow's long invasion.", [("invasion", "invasion")]),
    ],
)
def test_wars_of_other_countries(text, expected):
    assert found_in(text, ["syria_war", "ukraine_war"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state government and the city government met.", []),
        ("A leader of business and government in all forms of government.", []),
        ("The new tax regime.", []),
        ("The government met.", [("government", "government")]),
        ("Two fighter jets.", []),
    ],
)
def test_governments_and_fighters_of_other_kinds(text, expected):
    assert found_in(text, ["government", "armed_groups"]) == expected


@pytest.mark.parametrize(
    ("text", "referent", "party"),
    [
        ("Syrian terrorists fled Aleppo.", "syrian_armed_groups", "Syria"),
        ("Hamas terrorists fled, Israel said.", "palestinian_armed_groups", "Hamas"),
        ("Colombian terrorists fled the valley.", "armed_groups (Colombia)", "Colombia"),
        ("Terrorists fled the valley.", "armed_groups", None),
    ],
)
def test_the_article_decides_between_referents(text, referent, party):
    articles, sentences = corpus(text)
    rows = extract_names(articles, sentences, parties=extract_parties(articles, sentences))
    assert rows["referent"].iloc[0] == referent
    assert (None if pd.isna(rows["party"].iloc[0]) else rows["party"].iloc[0]) == party


@pytest.mark.parametrize(
    ("text", "referent", "choice"),
    [
        (
            "Islamist rebels killed nine in Congo. Fighters of the Allied Democratic Forces came.",
            "armed_groups",
            "rebels",
        ),
        ("Syrian rebels fled Aleppo.", "syrian_armed_groups", "rebels"),
        (
            "The Free Syrian Army came. Islamist rebels of the Free Syrian Army fled Aleppo.",
            "syrian_armed_groups",
            "rebels",
        ),
    ],
)
def test_a_faith_does_not_say_whose_rebels_they_are(text, referent, choice):
    articles, sentences = corpus(text)
    rows = extract_names(articles, sentences, parties=extract_parties(articles, sentences))
    assert (referent, choice) in list(zip(rows["referent"], rows["choice"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN refugee agency counted them.", []),
        ("A refugee council met the refugee commissioner.", []),
        ("The refugees fled.", [("refugees", "refugees")]),
        ("A refugee camp was hit.", [("refugee", "refugees")]),
    ],
)
def test_a_body_for_refugees_is_no_refugee(text, expected):
    assert found_in(text, ["people_on_the_move"]) == expected


@pytest.mark.parametrize(
    ("text", "referent"),
    [
        ("The US-led coalition struck Raqqa. The coalition denied it.", "syria_coalition"),
        (
            "The Syrian National Coalition met. The Coalition called for talks.",
            "syrian_opposition_coalition",
        ),
    ],
)
def test_one_word_for_two_alliances(text, referent):
    rows = extract_names(*corpus(text), topics=["syria"])
    assert set(rows["referent"]) == {referent}
    assert len(rows) == 2


def test_a_coalition_elsewhere_is_not_of_syria():
    text = "The Coalition in Velm said that the coalition fired. The National Coalition met."
    assert found_in(text, ["syria"]) == []
    assert found_in("A US-led coalition bombed Velm. The coalition left.", ["syria"]) == []


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The \u201crebels\u201d of Syria.", True),
        ("The 'moderate rebels' of Syria.", True),
        ("The so-called rebels of Syria.", True),
        ("The so-called \u201cmoderate rebels\u201d of Syria.", True),
        ("The self-styled Islamist rebels of Syria.", True),
        ("Syria\u2019s \u201crebels\u201d left.", True),
        ('Syria\'s "rebels" left.', True),
        ("The town\u2019s rebels and Syria\u2019s army met.", False),
        ("The rebels of Syria.", False),
        ("\u201cThe rebels of Syria have left the town,\u201d he said.", False),
        ("He said \u201cwe met the rebels\u201d in Syria.", False),
        ("\u201cSyria is calm.\u201d The rebels \u201cdo not agree\u201d.", False),
    ],
)
def test_scare_quotes(text, scare):
    rows = extract_names(*corpus(text))
    assert rows.loc[rows["choice"] == "rebels", "scare"].tolist() == [scare]


def test_voice_comes_from_the_sentence():
    assert extract_names(*corpus("Syrian rebels.", share=0.5))["voice"].tolist() == ["attributed"]
    articles, sentences = corpus("Syrian rebels.")
    with pytest.raises(TableError, match="share_quoted of sentences is null in 1 rows"):
        extract_names(articles, sentences.assign(share_quoted=float("nan")))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([text for text, _ in CASES]) | st.text(max_size=8), max_size=6).map(
        " ".join
    )
)
def test_offsets_point_at_the_text_and_never_overlap(text):
    articles, sentences = corpus(text)
    before = articles.copy(), sentences.copy()
    rows = extract_names(articles, sentences)
    words = [text[start:end] for start, end in zip(rows["start"], rows["end"], strict=True)]
    assert words == rows["text"].tolist()
    assert (rows["start"].iloc[1:].to_numpy() >= rows["end"].iloc[:-1].to_numpy()).all()
    pd.testing.assert_frame_equal(articles, before[0])
    pd.testing.assert_frame_equal(sentences, before[1])


RIVER = """\
[river]
about = "the river on the border"
topic = "rivers"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
ignore = ["East River Bank", "West"]

[river.choices.east]
words = ["East River"]

[river.choices.west]
words = ["West River", "West"]
patterns = ['Great (?:Brown|Grey) Water', 'x*']
"""


@pytest.fixture
def river(tmp_path):
    path = tmp_path / "river.toml"
    path.write_text(RIVER, encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The East River, or Great Grey Water.",
            [("East River", "east"), ("Great Grey Water", "west")],
        ),
        ("The East River Bank and East River.", [("East River", "east")]),
        # of an equally long name and expression to be ignored, the name wins
        ("The West.", [("West", "west")]),
        ("The West River.", [("West River", "west")]),
    ],
)
def test_a_users_own_lexicon(river, text, expected):
    assert found_in(text, lexicon=river) == expected
    assert found_in(text, lexicon=str(river)) == expected
    assert found_in(text, lexicon=read_name_lexicons(river)) == expected


def test_topics(river):
    assert found_in("The East River.", lexicon=river, topics=["rivers"]) == [("East River", "east")]
    assert found_in("The East River.", lexicon=river, topics=[]) == []
    with pytest.raises(ParameterError, match="No topic 'syria'. Available: rivers"):
        found_in("", lexicon=river, topics=["rivers", "syria"])


@pytest.mark.parametrize(
    ("quoted", "scare"),
    [
        ("“East River”", True),
        ("“one East River two”", True),
        ("“one East River two three”", False),
        ("“East River,” he said", True),
        ("“one two East River”", True),
        ("so-called East River", True),
        ("so-called great East River", True),
        ("so-called great old East River", False),
        ("self-proclaimed “East River”", True),
        ("SO CALLED East River", True),
    ],
)
def test_scare_quotes_are_short(river, quoted, scare):
    rows = extract_names(*corpus(f"They left {quoted} today."), lexicon=river)
    assert rows["scare"].tolist() == [scare]


def test_of_two_referents_the_one_whose_words_are_more_frequent_is_named(tmp_path):
    path = tmp_path / "two.toml"
    group = RIVER[: RIVER.index("ignore")]
    choice = '[{0}.choices.east]\nwords = ["East River"]\n'
    path.write_text(
        group
        + 'needs = ["Karsk"]\n'
        + choice.format("river")
        + "\n"
        + group.replace("[river]", "[boat]")
        + 'needs = ["Velm"]\n'
        + choice.format("boat")
    )
    for text, referent in [
        ("East River: Karsk, Velm", "river"),
        ("East River: Karsk, Velm, Velm", "boat"),
        ("East River: Velm", "boat"),
        ("East River: Karsk", "river"),
    ]:
        rows = extract_names(*corpus(text), lexicon=path)
        assert rows["referent"].tolist() == [referent]
    assert len(extract_names(*corpus("East River"), lexicon=path)) == 0


def test_lone_attackers_of_several_articles_are_no_one_referent():
    articles, sentences = corpus("The gunman fled.", "A gunman shot a man in Dover.")
    rows = extract_names(articles, sentences, parties=extract_parties(articles, sentences))
    assert rows["text"].tolist() == ["gunman", "gunman"]
    assert not rows["counted"].any()


def test_names_are_placed_in_the_article():
    articles, _ = corpus("Rain fell. The rebels of Syria left.")
    row = {"article_id": "a0", "sentence_id": 1, "start": 11, "end": 36, "in_title": False}
    sentences = tables.make([row | {"share_quoted": 0.0}], tables.SENTENCES)
    parties = extract_parties(articles, sentences)
    rows = extract_names(articles, sentences, topics=["syria"], parties=parties)
    assert rows[["sentence_id", "start", "end"]].iloc[0].tolist() == [1, 15, 21]


def test_figures_of_speech_are_no_names():
    text = "Flood kills two. The party fears an electoral disaster. They marched to victory."
    assert found_in(text, ["disaster", "protest"]) == []
    assert found_in("The disaster killed two.", ["disaster"]) == [("disaster", "disaster")]


def test_the_sentence_before_tells_a_word_of_harm_from_a_figure_of_speech():
    before = f"{'The mayor was calm. ' * 30}The fire killed nine."
    after = " The victims were named."
    articles, _ = corpus(before + after)
    rows = [
        {"article_id": "a0", "sentence_id": number, "start": start, "end": end, "in_title": False}
        for number, (start, end) in enumerate(
            [(0, len(before)), (len(before), len(before + after))]
        )
    ]
    sentences = tables.make([{**row, "share_quoted": 0.0} for row in rows], tables.SENTENCES)
    named = extract_names(articles, sentences, topics=["general"])
    assert "victims" in set(named["text"])
    alone = extract_names(articles, sentences.iloc[1:], topics=["general"])
    assert alone.empty


def test_words_for_killing_are_no_names_in_deals_games_and_labour():
    sport = "The striker scored a hat-trick as the Lions slaughtered Velm 4-0."
    labour = "The union began a strike over wages; a picket was killed."
    deal = "The minister killed a deal; two men were killed."
    assert found_in(sport, ["the_dead"]) == []
    assert found_in(labour, ["the_violence", "the_dead"]) == [("was killed", "killed")]
    assert found_in(deal, ["the_dead"]) == [("were killed", "killed")]
    assert found_in("A missile strike killed six.", ["the_violence"]) == [("strike", "strikes")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A vigil for the dead was held.", []),
        ("A vigil against the war was held.", [("vigil", "protest")]),
        ("A vigil outside the embassy was held.", [("vigil", "protest")]),
    ],
)
def test_a_vigil_that_mourns_is_no_protest(text, expected):
    assert found_in(text, ["protest"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops came; 26 hostages were freed from a hotel.", []),
        ("Troops said the town was freed from the militants.", [("freed from", "liberated")]),
    ],
)
def test_people_who_are_freed_are_no_ground(text, expected):
    assert found_in(text, ["taking_ground"]) == expected
