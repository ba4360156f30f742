import pytest

from analysis.compare.events.labels.happenings import find_happenings
from analysis.compare.events.labels.words import sentences
from tests.compare.events.labels.event_words import capitals

KNOWN = capitals()


def found(text, verb_kinds=("verbs", "speaking")):
    """Return {noun: is it plain} of a sentence."""
    (sentence,) = sentences(text)
    return {
        mention.happening.noun: mention.is_plain
        for mention in find_happenings(sentence, set(), KNOWN, verb_kinds)
    }


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Two hurt in fire near Velmora", ["injuries", "fire"]),
        ("Altis agrees merger with rival", ["merger"]),
        ("A bridge collapse killed four in Velmora", ["bridge collapse", "collapse", "deaths"]),
        ("Landslide kills six in Velmora", ["landslide", "deaths"]),
        ("Six slain in Velmora", ["killings"]),
        ("Man hacked to death in Velmora", []),
        ("Bank hacked in Velmora", ["hack"]),
        ("Dam bursts above Velmora", ["dam burst"]),
        ("Six die of cholera in Velmora", ["deaths", "cholera"]),
        ("Ana Brook visits Velmora", ["visit"]),
        ("Mayor says budget is late", ["remarks", "budget"]),
        ("Inferno in Velmora", ["fire"]),
        ("Doctors fear war crimes", []),
        ("They march on Monday", []),
        ("Drones kill three in Velmora", ["drone strike"]),
        ("Teen guns down six at Velmora school", ["shooting"]),
        ("Velmora and Altis exchange 410 prisoners of war", ["prisoner exchange"]),
        ("Hostages freed in Velmora", ["release of captives"]),
        ("Oskar de Lund to meet in Velmora", ["meeting"]),
        ("Overdose deaths in Velmora fall by a third", ["overdose"]),
        ("The drug worked in a trial of 4,800 children", ["clinical trial"]),
        ("Velmora loses over 1,300 troops in a day", ["military losses"]),
        ("Altis lost 1,080 soldiers, general says", ["military losses", "remarks"]),
        ("Drones fly over Velmora", []),
        ("Federal pandemic funds end in Velmora", []),
        ("A pandemic ends in Velmora", ["pandemic"]),
        # words of quarrels that are of fires and courts elsewhere
        ("Reed burns Brook in debate", ["debate"]),
        ("Barn burns in Velmora as firefighters watch", ["fire"]),
        ("Reed, Brook collide in Velmora scramble", []),
        ("Ships collide off Velmora", ["collision"]),
        ("Reed faces test on appeal to minorities", []),
        ("Court hears appeal in Velmora", ["appeal"]),
        ("Pick gives Brook an opening", []),
        # given names, and idioms of games, guns and wars
        ("They met Bill Nye in Velmora", []),
        ("A bill on tax is late", ["bill", "tax"]),
        ("Reed says his past is fair game", ["remarks"]),
        ("Reed fired back at Brook", []),
        ("The coach was fired in Velmora", ["dismissal"]),
        ("Velmora and Altis in tug of war", []),
        ("Soldiers lost in Velmora", []),
        ("Leaves fall in Velmora", []),
        ("A fall in Velmora", []),
        ("They meet targets", []),
        ("She guns for the title", []),
        ("The prison is full", []),
    ],
)
def test_what_happens_is_found(text, nouns):
    assert list(found(text)) == nouns


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Town fears flood after rain", "flood"),
        ("No attack in Velmora, police say", "attack"),
        ("Residents deny fraud in vote", "fraud"),
        ("Threat of strike at the mill", "strike"),
        ("An inquiry into the crash is open", "crash"),
        ("Velmora marks shooting anniversary", "shooting"),
        ("Flood damage in Velmora is large", "flood"),
        ("In 2011, when the storm came, people fled", "storm"),
        ("A vaccine cuts infant deaths", "deaths"),
        ("New rules halve road deaths", "deaths"),
        ("Altis sees fewer shootings", "shootings"),
    ],
)
def test_what_is_feared_denied_past_or_describes_is_not_plain(text, noun):
    assert not found(text).get(noun, False)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Power cut causes deaths in Velmora", "deaths"),
        ("Cuts preceded a flood in Velmora", "flood"),
        ("The cut in funds came after the flood", "flood"),
        ("Altis halves layoffs", "layoffs"),
    ],
)
def test_what_follows_a_cut_is_plain(text, noun):
    assert found(text)[noun]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Drones carry out a strike on a depot", ["drone strike", "strike"]),
        ("Teachers go on strike", ["strike"]),
        ("Volcano erupts", ["eruption", "eruption"]),
        ("Row erupts", ["row"]),
        ("School bus overturns on hill", ["bus crash", "crash"]),
        ("Coach plunges 30ft off a bridge", ["bus crash"]),
        ("Football coach dies in crash", ["death", "crash"]),
        ("Gas explosion: boiler exploded", ["explosion", "explosion"]),
        ("Fire close to chemical plant", ["fire"]),
        ("Shell profit rockets", []),
        ("Gang leader takes plea deal", ["plea", "deal"]),
        ("Owner to close glass factory", ["plant closure", "closure"]),
        ("Heat pump sales rise as temperatures fall", ["sales"]),
        ("Profits plunge", []),
        ("Inmates riot in Velmora", ["prison riot", "unrest"]),
        ("Voters give party most seats", ["election", "election"]),
        ("Referendum vote in Velmora", ["referendum", "vote"]),
        ("MPs back bill in vote", ["bill", "vote"]),
        ("The fuel bill is high", []),
        ("Quarterly profit above forecasts", ["earnings"]),
        ("A prophet without profit", []),
        ("Outbreak of Ebola", ["outbreak", "Ebola"]),
        ("Ten ill with E. coli", ["E. coli"]),
    ],
)
def test_some_words_need_others(text, nouns):
    (sentence,) = sentences(text)
    mentions = find_happenings(sentence, set(), KNOWN, ("verbs", "speaking"))
    assert [mention.happening.noun for mention in mentions] == nouns


def test_the_words_of_the_article_decide_too():
    (sentence,) = sentences("Nine die in crash")
    mentions = find_happenings(sentence, set(), KNOWN, (), {"bus": 9, "train": 30})
    assert [mention.happening.noun for mention in mentions] == ["bus crash", "crash"]


@pytest.mark.parametrize(
    ("text", "is_real"),
    [
        ("A flood in Velmora", True),
        ("A flood was possible", False),
        ("Flood warning for Velmora", False),
        ("Town fears flood", False),
        ("Flood damage is large", True),
        ("An inquiry into the flood", True),
    ],
)
def test_what_may_not_happen_is_not_real(text, is_real):
    (sentence,) = sentences(text)
    mentions = find_happenings(sentence, set(), KNOWN, ())
    assert [mention.is_real for mention in mentions if mention.happening.key == "flood"] == [
        is_real
    ]


def test_a_toll_is_of_what_happened():
    assert found("Flood toll in Velmora rises")["flood"]


@pytest.mark.parametrize("text", ["the 9/11 attacks", "the 1999 massacre", "who attack"])
def test_earlier_events_are_not_read(text):
    assert found(text) == {}


def test_verbs_are_read_only_where_asked():
    assert found("Court jails two", ()) == {}
    assert list(found("Court jails two", ("verbs",))) == ["sentence"]


def test_words_in_names_are_not_read():
    (sentence,) = sentences("the Fire Island ferry")
    assert list(find_happenings(sentence, {1, 2}, KNOWN, ())) == []


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Reed calls on Brook to resign", False),
        ("Reed urges the mayor of Velmora to step down", False),
        ("Brook refuses to resign", False),
        ("Brook agrees to resign", True),
        ("Brook resigns after Reed asked for help", True),
    ],
)
def test_what_somebody_demands_has_not_been_done(text, is_plain):
    assert found(text)["resignation"] == is_plain
