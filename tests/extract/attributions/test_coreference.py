"""Names of sources in one article: pronouns, common nouns, and what has no name."""

import re

import pytest

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.marked_text import unmark

CASES = [
    # "they" are several, "it" and its letters are no pronoun in capitals
    (
        "[The dockers] struck. [Mayor Ada Quist] was cross. [They] want more.",
        ["dockers", "Mayor Ada Quist", "dockers"],
    ),
    ("[WHO] warned. [US] agreed.", ["WHO", "US"]),
    # "the organization" is the body named before, "the singer" a person just quoted
    (
        "The Karsk Trust sold it. [The organization] said so.",
        ["Karsk Trust"],
    ),
    (
        "[Peter Lind] sang. [Mayor Ada Quist] frowned. [The singer] shrugged.",
        ["Peter Lind", "Mayor Ada Quist", "Peter Lind"],
    ),
    (
        "[Mayor Ada Quist] frowned. [The singer] shrugged.",
        ["Mayor Ada Quist", "singer"],
    ),
    ("[Ada Quist] spoke. [The driver] left.", ["Ada Quist", "driver"]),
    # acronyms
    ("The Karsk Bakers Council, or OBK, met. [The OBK] said so.", ["Karsk Bakers Council"]),
    (
        "[A Karsk Port Authority official] spoke. [The KPA official] left. [The PTA official] too.",
        ["Karsk Port Authority official", "Karsk Port Authority official", "PTA official"],
    ),
    # family names that come first, given names alone
    ("[Gao Feng] spoke. [Gao] left.", ["Gao Feng", "Gao Feng"]),
    ("[Velm Motors] sold it. [Velm] wept.", ["Velm Motors", "Velm"]),
    # two who speak as one
    (
        "[Ada Quist and Peter Lind] met. [Quist and Lind] agreed. [The pair] left.",
        ["Ada Quist and Peter Lind"] * 3,
    ),
    # an aide or lawyer is not the client
    ("[Quist's lawyer] spoke. [Quist] did not.", ["Quist's lawyer", "Quist"]),
    ("[One Quist aide] spoke.", ["One Quist aide"]),
    # boilerplate of a page is no part of a name
    ("[CLOSE President Lind] spoke.", ["President Lind"]),
    # the label of a transcript speaks of somebody else
    (
        "[TOVA AAS]: Peter Lind is a baker. [He] bakes.",
        ["TOVA AAS", "Peter Lind"],
    ),
    # who held an office before
    (
        "The levy of former Harbour Minister Peter Lind fell. [Lind] left.",
        ["former Harbour Minister Peter Lind"],
    ),
    # nobody names himself in a quotation, and the company is not "Two" of a headline
    (
        '[Spokesman Emil Roth] blamed the levy. "Paul Lind shut this plant," [he] said.',
        ["Spokesman Emil Roth", "Spokesman Emil Roth"],
    ),
    (
        "[The district governor] wept. [The town's mayor] left.",
        ["district governor", "town's mayor"],
    ),
    (
        "[Video released by the army] shows it. [The army] said so.",
        ["Video released by the army", "army"],
    ),
    ("[Critics of Quist] left. [Quist] said no.", ["Critics of Quist", "Quist"]),
    ("[Anna Pell, 33,] said so.", ["Anna Pell"]),
    (
        "[Harbour Minister Oskar Lind] said no. Later, [he] said yes.",
        ["Harbour Minister Oskar Lind", "Harbour Minister Oskar Lind"],
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
    ("[We] want peace. [I] do too.", [None, None]),
    # who stands in "and" or "in" is a person too
    (
        "Bail was set before District Judge Emil Roth in Karsk. [Judge Roth] said no.",
        ["District Judge Emil Roth"],
    ),
    (
        "[Mayor Ada Quist] spoke. [Residents under Quist] left.",
        ["Mayor Ada Quist", "Residents under Quist"],
    ),
    ("[Mr Roth] spoke. Later President Roth left.", ["President Roth"]),
    (
        "[Lewis Bennett] wept. Emelia Bennett is three. [Bennett] left.",
        ["Lewis Bennett", "Lewis Bennett"],
    ),
    # a firm is no person, whatever its name looks like, and no union
    (
        "[Ada Quist] wept. [Santa Maria Lines] denied it. [It] said no.",
        ["Ada Quist", "Santa Maria Lines", "Santa Maria Lines"],
    ),
    (
        "[The union ACM] left. ACM spoke. [The company] said no.",
        ["union ACM", "company"],
    ),
    # where a body is does not make it another that is named after the place
    (
        "[The Karsk Miners' Union] spoke. [The seismic institute in Karsk] said no.",
        ["Karsk Miners' Union", "seismic institute in Karsk"],
    ),
    ("[The army of Velmar] spoke. [Velmar] said no.", ["army of Velmar", "Velmar"]),
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
        "Saal stuns markets. Norland's central bank moved, Governor Henrik [Saal] said. "
        "[The bank] expects more.",
        ["Governor Henrik Saal", "central bank"],
    ),
    (
        "Dockers left. [The Dock Union] spoke. [The union and the port operator] agreed.",
        ["Dock Union", "union and the port operator"],
    ),
    # a body is neither a person in its service nor a paper that it wrote
    (
        "[VPA Administrator Emil Roth] spoke. [The VPA] agreed.",
        ["VPA Administrator Emil Roth", "VPA"],
    ),
    ("[VPA Study] says so. [The VPA] agreed.", ["VPA Study", "VPA"]),
    (
        "The State Department was silent. [The State Department] left. The Karsk Justice "
        "Department stayed.",
        ["State Department"],
    ),
    # "the service" is what the article calls so, whoever was quoted last
    (
        "It blamed the weather service. [The disaster office] left. [The service] denied it.",
        ["disaster office", "weather service"],
    ),
    ("Jobs\n\n[The Democratic Alliance] left.", ["Democratic Alliance"]),
    # two who spoke as one
    (
        "[Rep. Ada Quist and Sen. Tova Moe] want answers. [The two lawmakers] wrote. [They] left.",
        ["Rep. Ada Quist and Sen. Tova Moe"] * 3,
    ),
    (
        "[Rep. Ada Quist] wants answers. [The two lawmakers] wrote.",
        ["Rep. Ada Quist", "two lawmakers"],
    ),
    # an age that the article states
    ("Emil Roth, 50, was hurt. [The 50-year-old] said no.", ["Emil Roth"]),
    ("Emil Roth, 50, was hurt. [The 40-year-old] said no.", ["40-year-old"]),
    # the firm that the article is about, or whose name holds the noun
    ("Karsk Bank lent to Mr Roth. [The bank] announced it.", ["Karsk Bank"]),
    ("The Kremlin lent to Mr Roth. [The bank] announced it.", ["bank"]),
    (
        "[The strikers] want more. [Velmar] condemned it. [It] claimed few took part.",
        ["strikers", "Velmar", "Velmar"],
    ),
    (
        "[The strikers] want more. [Mr Roth] left. [It] claimed few took part.",
        ["strikers", "Mr Roth", "strikers"],
    ),
    ("[Judge Emil Roth] spoke. [The prosecutor] wept.", ["Judge Emil Roth", "prosecutor"]),
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
        ["dockers' spokesman, Emil Roth", "dockers' spokesman, Emil Roth"],
    ),
    # what somebody owns is not the owner
    (
        "The owner, Emil Roth, was calm. [Emil Roth] spoke. [His lawyer] denied it.",
        ["Emil Roth", "His lawyer"],
    ),
    (
        "[Officials in Karsk] spoke. [Its secretary] denied it.",
        ["Officials in Karsk", "Its secretary"],
    ),
    (
        "[The sheriff] spoke. [Sheriff Dale Moe] left. [The sheriff] stayed.",
        ["Sheriff Dale Moe", "Sheriff Dale Moe", "Sheriff Dale Moe"],
    ),
    ("[he] said so before anyone was named.", [None]),
    ("[activists] said ten died. [The activists] said more.", ["activists", "activists"]),
    ("Port chief Ola Moe, [who] left early, spoke.", ["Ola Moe"]),
    (
        "[The rescue service] left. [The weather service] warned.",
        ["rescue service", "weather service"],
    ),
    (
        "[Police] said no, as the Norland Transport Ministry knew. [The ministry] said yes.",
        ["Police", "Norland Transport Ministry"],
    ),
    (
        "[Ada Quist, an engineer at the University of Karsk,] wrote. [The Open Bay, "
        "a news site,] agreed. [She] left.",
        ["Ada Quist", "Open Bay", "Ada Quist"],
    ),
    ("[Two sailors] spoke. [One of them] wept.", ["Two sailors", "Two sailors"]),
    (
        "[Ada Quist] spoke. [The Open Bay News] agreed. [She] left. [It] stayed. [They] met.",
        ["Ada Quist", "Open Bay News", "Ada Quist", "Open Bay News", "Open Bay News"],
    ),
    ("[The Norland Fleet] left. [he] stayed.", ["Norland Fleet", "Norland Fleet"]),
    ("[the port] closed. [he] stayed.", ["port", None]),
    ("[Ada Quist] spoke. [her] aide left. [it] was late.", ["Ada Quist", "Ada Quist", None]),
    ("[One] spoke. [you] left. [This] is it.", [None, None, None]),
    ("[Ada Quist] spoke. Ola Moe, the aide, and others, [who] left.", ["Ada Quist", "Ola Moe"]),
    (
        "[Ola Moe] spoke. [Ada Quist] left. Mr Moe, [who] was late, stayed.",
        ["Ola Moe", "Ada Quist", "Ola Moe"],
    ),
    ("[Ada Quist] spoke. The rain, [which] fell, stopped.", ["Ada Quist", "Ada Quist"]),
    ("Rain fell, [which] was late.", ["Rain"]),
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
    (
        "The Norland Transport Ministry met, then the Velm Health Ministry. [The ministry] spoke.",
        ["Velm Health Ministry"],
    ),
    (
        "[The Norland Transport Ministry] met. [That ministry] spoke. [the "
        "Karsk-based ministry] too.",
        ["Norland Transport Ministry", "That ministry", "That ministry"],
    ),
    ("The Ministry met. [The ministry] spoke.", ["Ministry"]),
    (
        "But the Norland Transport Ministry met. [The ministry] spoke.",
        ["Norland Transport Ministry"],
    ),
    ("The Norland Harbour met. [The harbour] spoke.", ["harbour"]),
    ("[The ministry] spoke. The Norland Transport Ministry met.", ["ministry"]),
    (
        "[Tova Berg and Ola Lind] spoke. [Berg] left. [Lind] too.",
        ["Tova Berg and Ola Lind", "Tova Berg", "Ola Lind"],
    ),
    # a person whom the article names, and who says nothing until now
    ("Anna Moe met Peter Lind. [She] left. [He] stayed.", ["Anna Moe", "Peter Lind"]),
    ("[Peter Lind] spoke. Anna Moe listened. [She] left.", ["Peter Lind", "Anna Moe"]),
    ("[Peter Lind] spoke. John Moe listened. [He] left.", ["Peter Lind", "Peter Lind"]),
    ("Sen. Anna Moe met Mayor Peter Lind. [The senator] left.", ["Sen. Anna Moe"]),
    ("Rep. Anna Moe (D-Ohio) met Peter Lind. [The Ohio Democrat] left.", ["Rep. Anna Moe"]),
    ("Anna Moe, a pastry chef from Karsk, met. [The chef] left.", ["Anna Moe"]),
    ("Anna Moe, a pastry chef from Karsk, met. [The senator] left.", ["senator"]),
    ("The firm's lawyer, [who] left, spoke.", ["firm's lawyer"]),
    ("He met local activists [who] left.", ["local activists"]),
    (
        "[The KSA] spoke. The Karsk Shipping Agency left.",
        ["Karsk Shipping Agency"],
    ),
    ("[The KSA] spoke. The Karsk Sailing Club left.", ["KSA"]),
    # a name too far from the pronoun is not what it refers to
    (
        "[Ada Quist] spoke. Mr Moe, an aide of long and very good standing, [who] left.",
        ["Ada Quist", "Ada Quist"],
    ),
    # what a common noun does not refer to
    ("[workers] left. [local workers] stayed.", ["workers", "local workers"]),
    ("[US officials] left. [the US] stayed.", ["US officials", "US"]),
    ("[,] spoke.", [""]),
    (
        "[a monitor] spoke. [Ada Quist of the Coastal Observatory] agreed.",
        ["monitor", "Ada Quist of the Coastal Observatory"],
    ),
    ("[a monitor] spoke. [Amnesty] agreed.", ["monitor", "Amnesty"]),
    ("[Group leader Ada Quist] left. [The group] stayed.", ["Group leader Ada Quist", "group"]),
    (
        "[A hospital source] left. [The medical source] stayed.",
        ["hospital source", "hospital source"],
    ),
    ("The Transport Ministry met, then Karsk Port. [The ministry] spoke.", ["Transport Ministry"]),
    (
        "[a weather monitor] spoke. [Ada Quist, Coastal Observatory director,] agreed.",
        ["weather monitor", "Ada Quist, Coastal Observatory director"],
    ),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert [source.name for source in resolve_names(*unmark(marked))] == names


@pytest.mark.parametrize(
    ("marked", "description"),
    [
        (
            "[The Coastal Rights Monitor] said ten died. [Its director, Ada Quist,] said more.",
            "Its director, Ada Quist / Coastal Rights Monitor",
        ),
        (
            "[The charity Open Hands] left. [A spokesman for the group] said so.",
            "spokesman for the group / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [A spokesman for the charity] said so.",
            "spokesman for the charity",
        ),
        (
            "[The charity Open Hands] left. [the team leader] said so.",
            "team leader / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [Team leader Ada Quist] said so.",
            "Team leader Ada Quist",
        ),
        (
            "[The charity Open Hands] left. [a woman at the network] said so.",
            "woman at the network",
        ),
        (
            "[The charity Open Hands] left. [the spokeswoman for their team] said so.",
            "spokeswoman for their team / charity Open Hands",
        ),
        (
            "[The charity Open Hands] left. [The Velm Brigade] left. [Its leader] spoke.",
            "Its leader / Velm Brigade",
        ),
        (
            "[The charity Open Hands] left. [activists] left. [Its leader] spoke.",
            "Its leader / charity Open Hands",
        ),
        ("[The charity Open Hands] left. [A doctor at the group] spoke.", "doctor at the group"),
        ("[The charity Open Hands] left. [A leader] spoke.", "leader"),
        ("[Ada Quist, a baker,] wept. [She] left.", "Ada Quist / Ada Quist, a baker,"),
        ("[Ada Quist] wept. [the mayor] left. [He] left.", "mayor"),
    ],
)
def test_the_last_source_is_described_by_what_it_belongs_to(marked, description):
    assert resolve_names(*unmark(marked))[-1].description == description


def test_a_source_belongs_to_the_type_that_its_owner_has():
    text, spans = unmark("[The Velm Brigade] left. [Its leader] spoke. [The militia] left.")
    assert [source.name for source in resolve_names(text, spans)][2] == "Velm Brigade"


@pytest.mark.parametrize("source", ["the Partys leadership", "the Premier", "the Board"])
def test_a_capital_at_the_start_of_the_trimmed_name_is_no_surname(source):
    text, spans = unmark(f"Late on Monday [{source}] spoke.")
    assert len(resolve_names(text, spans)) == 1


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("It [Velmar]", "Velmar"),
        ("he [the mayor]", "mayor"),
        ("They [the strikers]", "strikers"),
        ("The union [Velmar]", "union [Velmar]"),
    ],
)
def test_a_name_in_brackets_explains_a_pronoun(source, name):
    text = f"The union left. {source} said few took part."
    spans = [(0, 9), (16, 16 + len(source))]
    assert [found.name for found in resolve_names(text, spans)] == ["union", name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[Minister Emil Roth] spoke. Survivor Ada Moe, 24, lost two sons. [She] wept.",
            "Survivor Ada Moe",
        ),
        ("[Minister Emil Roth] spoke. Peter Moe lost two sons. [He] wept.", "Peter Moe"),
        (
            "[Minister Emil Roth] spoke. They met Peter Moe at noon. [He] wept.",
            "Minister Emil Roth",
        ),
        ("[Minister Emil Roth] spoke. Peter Moe April 7. [He] wept.", "Minister Emil Roth"),
        ("[Minister Emil Roth] spoke. Moe Finally Weighs In. [He] wept.", "Minister Emil Roth"),
        # an office before the name, initials, a person without a name
        ("[Minister Emil Roth] spoke. Its leader, V.D. Quist, waited. [He] wept.", "V.D. Quist"),
        ("[Two of the systems] spoke. Velm CEO Ada Quist will lead. [She] wept.", "Ada Quist"),
        ("[Karsk police] spoke. The driver left. [He] wept.", "driver"),
        ("[Minister Emil Roth] spoke. The driver left. [He] wept.", "Minister Emil Roth"),
        ("[Karsk police] spoke. Rain fell. [He] wept.", None),
        # "it" is the nearest body: quoted, or what the sentence before begins with
        ("[The union] spoke. The company lost. [It] blamed the rain.", "company"),
        ("Velmar lost. [The union] spoke of Velmar. The firm lost. [It] wept.", "Velmar"),
        ("[Quist and Moe] left. Velmar flew. Velmar lost. [It] wept.", "Velmar"),
        ("Velmar sells music. Velmar grew. [The company] wept.", "Velmar"),
        ("The State Department grew. [The company] wept.", "company"),
        ("[The union] spoke. The company's head left. [It] wept.", "union"),
        ("[The union] spoke. [It] wept.", "union"),
        ("[The union] spoke. [Analysts] left. [It] wept.", "union"),
        ("Peter Moe lost two sons. [Minister Emil Roth] spoke. [He] wept.", "Minister Emil Roth"),
        ("Two die of salads. Acme Foods made them. [The company] left.", "Acme Foods"),
        # what it says itself, in its own sentence; a name there may be anybody's
        ("[Their union] left. The county council gave more, [it] said.", "county council"),
        ("[Their union] left. Tan will lead, [it] said.", "Their union"),
        ("[Minister Emil Roth] spoke. Father of two Peter Moe left. [He] wept.", "Peter Moe"),
        ("[Minister Emil Roth] spoke. Quorl Moe, who bakes, left. [He] wept.", "Quorl Moe"),
        # whom "he" meant is not she
        ("[Minister Quorl Kell] left. Ms Thorn fell, [he] said. [She] wept.", "Ms Thorn"),
    ],
)
def test_a_pronoun_can_mean_who_begins_a_sentence_since_a_source_spoke(marked, name):
    text, spans = unmark(marked)
    starts = [0, *(match.end() for match in re.finditer(r"[.] ", text))]
    assert resolve_names(text, spans, 0, starts)[-1].name == name
