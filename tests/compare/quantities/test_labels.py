"""Labels in plain words, unique within a story."""

from collections import defaultdict

import pandas as pd
import pytest

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.labels import label_quantities
from tests.compare.quantities.story_tables import dollars, injured, killed, percent, story

FREED = {"unit": "people", "outcome": "other", "group": "unspecified", "noun": "person"}
HOUSES = {"unit": "things", "counted": "houses", "noun": "house"}
HELD = {"unit": "people", "outcome": "captured", "group": "unspecified", "noun": "person"}


@pytest.mark.parametrize(
    ("text", "columns", "label"),
    [
        ("The raid killed [9] people.", killed(), "people killed"),
        ("The quake destroyed [9] houses.", HOUSES, "houses destroyed"),
        ("[9] houses were damaged.", HOUSES, "houses damaged"),
        ("[9] houses were destroyed or damaged.", HOUSES, "houses destroyed or damaged"),
        ("[9] houses were sold.", HOUSES, "houses"),
        (
            "[9] people are feared dead.",
            killed(outcome="missing", rules="outcome.feared_dead"),
            "people feared dead",
        ),
        (
            "It lowers the chance of diabetes by almost [9]% in people.",
            percent("people", change="down"),
            "fall in risk, %",
        ),
        (
            "Walkers are [9]% less likely to fall ill.",
            percent("Walkers", change="down"),
            "fall in likelihood, %",
        ),
        ("The price fell by [9]%.", percent("price", change="down"), "fall in price, %"),
        ("The outbreak has cost [9] people their lives.", killed(), "people dead"),
        ("[9] of the patients have died.", killed(counted=None, noun=None), "people dead"),
        ("A strike on the clinic killed [9] patients.", killed(), "people killed"),
        ("The raid killed [9].", killed(counted=None, noun=None), "people killed"),
        ("The raid killed [9] miners.", killed(counted="miners"), "miners killed"),
        ("The raid killed [9] thugs.", killed(counted="thugs"), "people killed"),
        (
            "It killed [9] armed terrorists.",
            killed(counted="armed terrorists", noun="terrorist"),
            "people killed",
        ),
        ("It hurt [9] boys.", injured(counted="boys", group="children"), "children injured"),
        (
            "It hurt [9] firefighters.",
            injured(counted="firefighters", noun="firefighter", group="medics_aid"),
            "firefighters injured",
        ),
        (
            "It hurt [9] guards.",
            injured(counted="guards", noun="guard", group="soldiers"),
            "guards injured",
        ),
        (
            "It killed [9] troops.",
            killed(counted="troops", noun="troop", group="soldiers"),
            "soldiers killed",
        ),
        (
            "Police shot dead [2] gunmen.",
            killed(counted="gunmen", noun="gunman", group="fighters"),
            "gunmen killed",
        ),
        (
            "It killed [9] militants.",
            killed(counted="militants", noun="militant", group="fighters"),
            "fighters killed",
        ),
        ("It caused [9] civilian deaths.", killed(counted="civilian deaths"), "civilians killed"),
        ("It caused [9] heat deaths.", killed(counted="heat deaths"), "people killed"),
        (
            "The fire has burned [9] acres.",
            {"unit": "measure", "unit_text": "acres"},
            "area burnt, acres",
        ),
        (
            "The quake had a magnitude of [9].",
            {
                "unit": "measure",
                "unit_text": "magnitude",
                "counted": "magnitude",
                "noun": "magnitude",
            },
            "magnitude",
        ),
        (
            "The farm has [9] acres.",
            {"unit": "measure", "unit_text": "acres"},
            "amount, acres",
        ),
        ("Police arrested [9] people.", HELD | {"counted": "people"}, "people arrested"),
        ("Of them [9] people are in hospital.", injured(), "people injured, in hospital"),
        ("It hurt [9] people.", injured(), "people injured"),
        (
            "It is a town of [9] people.",
            {"counted": "people", "noun": "person"},
            "population",
        ),
        (
            "He has a lead of [9] delegates.",
            {"counted": "delegates", "noun": "delegate"},
            "difference in delegates",
        ),
        (
            "Some [9] people sleep in shelters.",
            HELD | {"outcome": "displaced", "counted": "people"},
            "people displaced, in shelters",
        ),
        ("Gunmen took [9] hostages.", HELD | {"counted": "hostages"}, "people taken hostage"),
        ("It paid a fine of $[9].", dollars("a fine"), "fine, $"),
        ("It raised $[9].", dollars("raised"), "money raised, $"),
        ("He had bought the rifle for $[9].", dollars("bought"), "money paid, $"),
        (
            "She needs about [9] delegates.",
            {"counted": "delegates", "noun": "delegate"},
            "delegates needed",
        ),
        (
            "A test could prevent around [9] deaths a year.",
            {"counted": "deaths", "noun": "death"},
            "deaths prevented",
        ),
        (
            "It came too late to avoid [9] deaths.",
            {"counted": "deaths", "noun": "death"},
            "deaths",
        ),
        (
            "It could prevent floods. It told of [9] deaths.",
            {"counted": "deaths", "noun": "death"},
            "deaths",
        ),
        (
            "Orr leads Bell by roughly [9] delegates.",
            {"counted": "delegates", "noun": "delegate"},
            "difference in delegates",
        ),
        ("It would raise $[9].", dollars("raise"), "money raised, $"),
        ("A raise of $[9] was agreed.", dollars("raise"), "raise, $"),
        ("It needs $[9] to reopen the clinic.", dollars("reopen"), "money to reopen, $"),
        ("The road would cost $[9].", dollars("cost"), "expected cost, $"),
        ("The road cost $[9].", dollars("cost"), "cost, $"),
        ("It forecast a profit of $[9].", dollars("profit"), "expected profit, $"),
        ("It made a better-than-expected profit of $[9].", dollars("profit"), "profit, $"),
        ("It beat forecasts with a profit of $[9].", dollars("profit"), "profit, $"),
        ("It expects to sell [9] shops.", {"counted": "shops", "noun": "shop"}, "shops"),
        ("Rents rose by $[9].", dollars("Rents") | {"change": "up"}, "rise in rents, $"),
        ("Apple made $[9].", dollars("Apple"), "Apple, $"),
        ("It cost $[9].", dollars("x") | {"counted": None, "noun": None}, "sum of money, $"),
        ("Sales rose [9]%.", percent("sales", change="up"), "rise in sales, %"),
        (
            "Lyft pulled [9] bikes.",
            {"counted": "bikes", "noun": "bike", "whose": "Lyft"},
            "bikes (Lyft)",
        ),
        (
            "Blue and White got [9]%.",
            percent("White") | {"whose": "Blue and White"},
            "share (Blue and White), %",
        ),
        (
            "The Greens were seen at 12% and the Left at [9]%.",
            percent("Greens") | {"whose": "the Left"},
            "share (Left), %",
        ),
        (
            "Coral Air said that its GDP share rose, at [9]%.",
            percent("GDP") | {"whose": "Coral Air"},
            "GDP (Coral Air), %",
        ),
        (
            "Revenue of Coral Air was up [9]%.",
            percent("Revenue") | {"whose": "Coral Air"},
            "Revenue (Coral Air), %",
        ),
        (
            "Cory Booker raised a total of $[9].",
            dollars("Booker total") | {"whose": "Sen. Cory Booker"},
            "total (Sen. Cory Booker), $",
        ),
        (
            "Airbus sold [9] planes.",
            {"counted": "Airbus", "noun": None, "whose": "Airbus"},
            "Airbus",
        ),
        (
            "The peak is [9] decades away.",
            {"unit": "measure", "unit_text": "decades", "counted": "away", "noun": None},
            "“The peak is … away”, decades",
        ),
        (
            "The ship is [9] miles away.",
            {"unit": "measure", "unit_text": "miles", "counted": "away", "noun": None},
            "distance, miles",
        ),
        ("A [9]-page text was read.", {"counted": "page", "noun": "page"}, "pages"),
        ("A [9]-country bloc met.", {"counted": "country", "noun": "country"}, "countries"),
        (
            "Police said [9] people came.",
            {"counted": "people", "noun": "person", "whose": "Police", "source": "Police"},
            "people (“Police said … people came”)",
        ),
        (
            "Some [90] people were on board the ferry.",
            {"counted": "people", "noun": "person"},
            "people aboard",
        ),
        (
            "About [900] people marched to the square.",
            {"counted": "people", "noun": "person"},
            "people in the crowd",
        ),
        (
            "Union leaders said that [6,000] people attended a rally.",
            {"counted": "people", "noun": "person"},
            "people in the crowd",
        ),
        (
            "The charity bought [300] acres of woodland.",
            {"unit": "measure", "unit_text": "acres", "counted": "woodland", "noun": "woodland"},
            "woodland, acres",
        ),
        (
            "The fire burnt [300] acres of grass.",
            {"unit": "measure", "unit_text": "acres", "counted": "grass", "noun": "grass"},
            "area burnt, acres",
        ),
        (
            "Some [6,000] people were asked by letter.",
            {"counted": "people", "noun": "person"},
            "people (“Some … people were asked by letter”)",
        ),
        (  # no words are better than many
            "In the old town near its port [6,000] people were asked by letter.",
            {"counted": "people", "noun": "person"},
            "people",
        ),
        (
            "Of them [9] were seriously injured.",
            injured(),
            "people seriously injured",
        ),
        ("It made [9] cars in 2019.", {"counted": "cars", "noun": "car"}, "cars, 2019"),
        ("It made [9].", {}, "number"),
        (
            "The pay rise is [9]%.",
            percent("rise", change="up"),
            "rise, % (“The pay rise is …”)",
        ),
        ("It was [9]% higher than it.", percent("higher than", change="up"), "rise, %"),
        ("It rose [9]%.", percent("x", change="up") | {"counted": None}, "rise, %"),
        ("With [9]% counted, she leads.", percent("counted"), "share counted, %"),
        ("A firm has a quick ratio of [9].", {}, "quick ratio"),
        ("It has a P/E ratio of [9].", {}, "P/E ratio"),
        ("It is one of [9].", {}, "number"),
        ("It freed [9] men.", FREED | {"counted": "men"}, "men released"),
        (
            "After a week [9] evacuees returned.",
            FREED | {"counted": "evacuees"},
            "evacuees returned",
        ),
        # a neighbour of the number names nothing
        (
            "He expects output to drop by [9]%.",
            percent("expects output", change="down"),
            "expected fall in output, %",
        ),
        ("Maths was the weak spot: [9]% passed.", percent("was the weak spot"), "share, %"),
        ("Six in ten voters stayed, [9]%.", percent("voters stayed"), "voters, %"),
        ("It has subsidies worth $[9].", dollars("worth"), "“It has subsidies worth …”, $"),
        ("They take home $[9].", dollars("home"), "sum of money, $"),
        (
            "It hurt them grievously, $[9].",
            dollars("grievously"),
            "“It hurt them grievously, …”, $",
        ),
        ("It had a profit of $[9].", dollars("profit"), "profit, $"),
        ("It cost [9] kwanzas.", {"counted": "kwanzas", "noun": "kwanza"}, "sum of money, kwanzas"),
        (
            "It tested mice over [9] days.",
            {"unit": "measure", "unit_text": "days", "counted": "mice", "noun": "mouse"},
            "“It tested mice over …”, days",
        ),
        (
            "It had a delay of [9] days.",
            {"unit": "measure", "unit_text": "days", "counted": "delay", "noun": "delay"},
            "delay, days",
        ),
        (
            "It sank [9] metres from the jetty.",
            {"unit": "measure", "unit_text": "metres", "counted": "from the", "noun": "the"},
            "distance, metres",
        ),
        (
            "It dug a tunnel of [9] metres.",
            {"unit": "measure", "unit_text": "metres", "counted": "tunnel", "noun": "tunnel"},
            "tunnel, metres",
        ),
        (
            "Firms who buy [9] tonnes left.",
            {"unit": "measure", "unit_text": "tonnes", "counted": "buy", "noun": "buy"},
            "“Firms who buy … left”, tonnes",
        ),
        (
            "It sold [9] tonnes of wheat.",
            {"unit": "measure", "unit_text": "tonnes", "counted": "wheat", "noun": "wheat"},
            "wheat, tonnes",
        ),
        (
            "Speakers named [9] degrees.",
            {"unit": "measure", "unit_text": "degrees", "counted": None, "noun": None},
            "temperature, degrees",
        ),
        (
            "He heard of [9] km/h.",
            {"unit": "measure", "unit_text": "km/h", "counted": "hears", "noun": "hear"},
            "speed, km/h",
        ),
        (
            "The army will receive €[9].",
            {"unit": "money", "unit_text": "€", "counted": "receive", "noun": "receive"},
            "money received, €",
        ),
        (
            "Spending of €[9] was agreed.",
            {"unit": "money", "unit_text": "€", "counted": "Spending", "noun": "spending"},
            "spending, €",
        ),
        (
            "It went on travelling at [9] km/h.",
            {"unit": "measure", "unit_text": "km/h", "counted": "travelling", "noun": "travelling"},
            "speed, km/h",
        ),
        (
            "It lost the bank details of [9] customers.",
            {"counted": "customers", "noun": "customer"},
            "customers (bank details)",
        ),
        (
            "It has [9] customers whose passports were copied.",
            {"counted": "customers", "noun": "customer"},
            "customers (passports)",
        ),
        (
            "It lost data and [9] customers.",
            {"counted": "customers", "noun": "customer"},
            "customers",
        ),
        ("Of them [9]% are in favour.", percent("in favour"), "in favour, %"),
        ("He won by [9] votes.", {"counted": "votes", "noun": "vote"}, "majority"),
        ("He romped home by [9] votes.", {"counted": "votes", "noun": "vote"}, "majority"),
        ("It was some [9] votes over Orr.", {"counted": "votes", "noun": "vote"}, "majority"),
        ("He beat Orr. He got [9] votes.", {"counted": "votes", "noun": "vote"}, "votes"),
        ("It led by a margin of [9] votes.", {"counted": "votes", "noun": "vote"}, "majority"),
        ("She won by [9] seats.", {"counted": "seats", "noun": "seat"}, "difference in seats"),
        ("She won by [9] points.", percent("points"), "points, %"),
        ("She won the seat with a lead of [9].", {"counted": None}, "lead"),
        ("She held the constituency with a lead of [9].", {"counted": None}, "majority"),
        ("He got [9] votes.", {"counted": "votes", "noun": "vote"}, "votes"),
        ("It affected [9] people.", FREED | {"counted": "people"}, "people affected"),
        (
            "Talks took [9]-month breaks.",
            {"unit": "measure", "unit_text": "month", "counted": "breaks"},
            "breaks, months",
        ),
        ("The state paid [9] heirs.", FREED | {"counted": "heirs"}, "heirs affected"),
    ],
)
def test_a_label_says_what_is_counted(text, columns, label, request, labels_of_stories):
    assert labels_of_stories[request.node.callspec.indices["text"]] == [label]


@pytest.fixture(scope="module")
def labels_of_stories():
    """Return the labels of all rows of that table, each a story; they are read at once."""
    rows = test_a_label_says_what_is_counted.pytestmark[0].args[1]
    stories = [story(row[:2], story_id=f"s{number:03}") for number, row in enumerate(rows)]
    tables = [pd.concat(parts, ignore_index=True) for parts in zip(*stories, strict=True)]
    _, quantities = find_quantities(*tables)
    by_story = quantities.groupby("story_id")["label"].agg(list)
    return [by_story.get(f"s{number:03}", []) for number in range(len(rows))]


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        (("up", None, None), "inflation, %"),
        (("up", "up", None), "rise in inflation, %"),
    ],
)
def test_a_change_is_named_if_most_say_it(changes, label):
    told = [percent("inflation", change=change) for change in changes]
    articles = [("Inflation was [8.4]%.", columns) for columns in told]
    _, quantities = find_quantities(*story(*articles))
    assert quantities["label"].tolist() == [label]


def test_a_word_of_a_headline_names_no_quantity():
    title = "Delegation of [5] leaves for Luanda"
    counted = {"counted": "leaves", "noun": "leaf"}
    named = {"counted": "delegates", "noun": "delegate"}
    _, quantities = find_quantities(*story((title, counted), ("They sent [5] delegates.", named)))
    assert "delegates" in quantities["label"].tolist()


def test_labels_are_unique_within_a_story():
    part = killed(part_of="s1-0#f0")
    _, quantities = find_quantities(
        *story(
            (
                "The storm killed [9] people. Of them [2] died in Alto, and [2] in Reno.",
                killed(),
                part,
                part,
            ),
            ("The storm killed [9] people.", killed()),
        )
    )
    assert quantities["label"].is_unique
    assert "people killed" in quantities["label"].tolist()


def test_equal_labels_are_told_apart_by_a_place_or_a_number():
    _, quantities = find_quantities(
        *story(
            ("The quake injured [40] people in Alto.", injured()),
            ("The quake injured [40] people in Alto.", injured()),
            ("A crash near Reno in 2019 injured [312] people.", injured()),
            ("A fire in 2015 injured [95] people.", injured()),
        )
    )
    assert quantities["label"].tolist()[0] == "people injured"
    assert quantities["label"].is_unique


def statement(article_id, sentence, source=None, outlet="A"):
    """Return a statement of people injured; what a label does not read is None."""
    given = {"article_id": article_id, "sentence_text": sentence, "source": source}
    given |= {"outlet": outlet, "outcome": "injured", "counted": "people", "unit": "people"}
    given |= {"up_to_next": sentence}
    return defaultdict(lambda: None, given | {"text": "95", "in_title": False})


def label_of_second(*second):
    """Return the label of a quantity of people injured beside one that more articles state."""
    sentence = "The quake injured 40 people in Alto."
    first = [statement(article_id, sentence) for article_id in ("a1", "a2", "a3")]
    labels = label_quantities({"first": first, "second": list(second)}, {})
    assert labels["first"] == "people injured"
    return labels["second"]


def test_equal_labels_are_told_apart_by_their_only_source():
    bus = "A bus crash near Reno hurt 95, the Bay ministry said."
    label = "people injured, according to the Bay ministry"
    assert label_of_second(statement("b1", bus, "The Bay ministry")) == label
    also = statement("b2", bus, "Bay ministry")
    assert label_of_second(statement("b1", bus, "The Bay ministry"), also) == label


@pytest.mark.parametrize(
    "source", [None, "he", "They", "a man who had left the city before it was shelled"]
)
def test_a_pronoun_or_a_long_source_tells_nothing(source):
    bus = statement("b1", "A bus crash near Reno hurt 95.", source)
    assert label_of_second(bus) == "people injured (sentence names Reno)"


@pytest.mark.parametrize(
    ("scope", "label"), [("background", "people ill in hospital"), ("event", "people ill")]
)
def test_the_number_before_is_told_without_the_words_of_the_state(scope, label):
    admitted = statement("b1", "19 were admitted, up from 17.")
    admitted |= {"outcome": "ill", "is_in_hospital": True, "scope": "event"}
    before = admitted | {"is_in_hospital": False, "scope": scope}
    assert label_quantities({"q": [admitted, before]}, {}) == {"q": label}


def test_a_crowd_and_a_strike_are_told_apart():
    march = statement("b1", "The march drew 95.") | {"is_crowd": True}
    assert label_of_second(march) == "people injured, in the crowd"
    strike = statement("b1", "On strike were 95.") | {"is_crowd": True, "venue": "strike"}
    assert label_of_second(strike) == "people injured, on strike"


def test_a_name_behind_the_clause_of_a_number_is_of_another():
    bus = statement("b1", "A crash hurt 95, and a storm near Reno hurt more.", None)
    assert "Reno" not in label_of_second(bus)


def test_the_people_of_one_side_are_called_so():
    toll = statement("b1", "It said 95 of its people were hurt near Reno.", "the mayor")
    assert label_of_second(toll | {"side": "Eritrea"}) == "people injured, Eritrea"


def test_of_two_sides_both_are_named():
    theirs = [statement(name, "It hurt 95.") | {"side": "Eritrea"} for name in ("a1", "a2")]
    ours = [statement("b1", "It hurt 40.") | {"side": "Ethiopia"}]
    labels = label_quantities({"one": theirs, "other": ours}, {})
    assert labels == {"one": "people injured, Eritrea", "other": "people injured, Ethiopia"}


def test_of_one_side_one_label_stays_and_no_side_is_named_twice():
    parts = [
        [statement(name, f"It hurt {number}.") | {"side": "Eritrea", "scope": "part"}]
        for name, number in (("a1", 95), ("b1", 40))
    ]
    labels = label_quantities(dict(zip("xy", parts, strict=True)), {})
    assert labels["x"] == "people injured, Eritrea"
    assert labels["y"].count("Eritrea") == 1


def test_several_sources_or_mostly_none_tell_nothing():
    bus = "A bus crash near Reno hurt 95."
    two = [statement("b1", bus, "the mayor"), statement("b2", bus, "a nurse")]
    assert label_of_second(*two) == "people injured (sentence names Reno)"
    one = [statement("b1", bus, "the mayor"), statement("b2", bus)]
    assert label_of_second(*one) == "people injured (sentence names Reno)"


def test_the_name_of_an_outlet_is_no_name_of_a_quantity():
    said = statement(
        "b1", "A bus crash, it told The Open Valley, hurt 95.", None, "The Open Valley"
    )
    assert label_of_second(said) == "people injured, stated as 95"


def test_a_name_is_told_as_one_of_the_sentence_and_not_as_who_was_harmed():
    hurt = statement("b1", "A crowd of 95 was hurt at the rally for President Boris Quint.")
    assert label_of_second(hurt) == "people injured (sentence names President Boris Quint)"


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        (
            "The board has [15] members.",
            "Of the members [9] are politicians.",
            "members (“Of the members … are politicians”)",
        ),
        (
            "The board has [15] members.",
            "It said in a letter to all of the staff of the bank that [9] members had left it now.",
            "members, stated as 9",
        ),
    ],
)
def test_equal_labels_are_told_apart_by_a_short_clause(first, second, label):
    members = {"unit": "things", "counted": "members", "noun": "member"}
    _, quantities = find_quantities(*story((f"{first} {second}", members, members)))
    assert quantities["label"].tolist() == ["members", label]


def test_a_month_is_no_name_of_a_quantity():
    bus = statement("b1", "A bus crash in late October hurt 95 on a Monday.")
    assert label_of_second(bus) == "people injured, stated as 95"


def test_who_says_a_number_is_no_name_of_a_quantity():
    crash = "At the scene Lieutenant Pedro Aihara said 95 were hurt near Reno."
    said = statement("b1", crash, "Lieutenant Pedro Aihara")
    other = statement("b2", crash, "the mayor")
    assert label_of_second(said, other) == "people injured (sentence names Reno)"


@pytest.mark.parametrize(
    ("nouns", "label"),
    [
        (["magic number", "delegates"], "delegates"),
        (["magic number", "magic number", "delegates"], "delegates"),
        (["magic number"], "magic number"),
    ],
)
def test_a_word_for_any_number_is_no_label_where_another_is_told(nouns, label):
    group = []
    for place, noun in enumerate(nouns):
        told = statement(f"a{place}", "She needs 2,383 to win.")
        told |= {"outcome": None, "unit": "things", "text": "2,383"}
        told |= dict.fromkeys(("is_limit", "is_gap", "is_population"), False)
        group.append(told | {"counted": noun, "noun": noun.split()[-1]})
    assert label_quantities({"q": group}, {}) == {"q": label}


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        (("Kasich took 66 delegates.", "Kasich now has 66 delegates."), "delegates (Kasich)"),
        (("Kasich took 66 delegates.", "Ohio has 66 delegates."), "delegates"),
        (("Kasich took 66 delegates.",), "delegates (Kasich)"),
    ],
)
def test_an_owner_is_told_by_each_article(sentences, label):
    group = []
    for place, sentence in enumerate(sentences):
        told = statement(f"a{place}", sentence)
        told |= {"outcome": None, "unit": "things", "text": "66", "counted": "delegates"}
        told |= dict.fromkeys(("is_limit", "is_gap", "is_population"), False)
        group.append(
            told | {"noun": "delegate", "whose": "Kasich" if "Kasich" in sentence else None}
        )
    assert label_quantities({"q": group}, {}) == {"q": label}


@pytest.mark.parametrize(
    ("sentences", "label"),
    [
        (
            ("A quake hurt 95 in Reno.", "It hurt 95 near Reno."),
            "people injured (sentence names Reno)",
        ),
        (("A quake hurt 95 in Reno.", "It hurt 95 in all."), "people injured, stated as 95"),
    ],
)
def test_a_name_tells_quantities_apart_if_each_article_has_it(sentences, label):
    second = [statement(f"b{place}", sentence) for place, sentence in enumerate(sentences)]
    assert label_of_second(*second) == label
