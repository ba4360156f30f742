"""Who accuses whom, by the words after the cue."""

import pandas as pd
import pytest

from analysis.compare.accusations import COLUMNS, accusations


def tables(text, source, cue, stance="accusing", name=None):
    """Return the tables of an article of one sentence with one attribution."""
    start = text.index(cue)
    articles = pd.DataFrame(
        {
            "article_id": ["a"],
            "outlet": ["North"],
            "published": [pd.Timestamp("2020-01-01")],
            "text": [text],
        }
    )
    sentences = pd.DataFrame(
        {"article_id": ["a"], "sentence_id": [0], "start": [0], "end": [len(text)]}
    )
    attributions = pd.DataFrame(
        {
            "attribution_id": ["a-a0"],
            "article_id": ["a"],
            "sentence_id": [0],
            "source": [source],
            "source_name": [name],
            "cue": [cue],
            "cue_stance": [stance],
        }
    )
    spans = pd.DataFrame(
        {
            "article_id": ["a"],
            "attribution_id": ["a-a0"],
            "role": ["cue"],
            "start": [start],
            "end": [start + len(cue)],
        }
    )
    return attributions, spans, articles, sentences


@pytest.mark.parametrize(
    ("text", "cue", "accused"),
    [
        (
            "The office said 44 died, holding the army responsible.",
            "holding … responsible",
            "the army",
        ),
        ("The office said the operator was to blame for it.", "was to blame for", "the operator"),
        ("The office said Velm Energy is largely responsible for it.", None, "Velm Energy"),
        (
            "The office said that the ministry bears full responsibility for it.",
            None,
            "the ministry",
        ),
        (
            "The office said that the organisers bear the responsibility because they led them.",
            None,
            "the organisers",
        ),
        (
            "The office said the militia bears full responsibility for the shedding of blood.",
            None,
            "the militia",
        ),
        ("The office said the city bears the responsibility for its parks.", None, None),
        ("The office said the operator was not to blame for it.", None, None),
        ("The office said it was unclear whether Velm was responsible for it.", None, None),
        ("The office said nobody was responsible for it.", None, None),
        ("The office said the operator would be responsible for repairs.", None, None),
        ("The office denied that Velm was responsible for it.", None, None),
        ("The office said the responsible minister spoke.", None, None),
        ("The office said the ministry was responsible for roads.", None, None),
        ("The office said the army was responsible for 40 deaths.", None, "the army"),
        ("The office said the greedy shops were to blame.", "were to blame", "the greedy shops"),
        ("The office said, pointing the finger at the bank.", None, "the bank"),
        ("The office said it puts the blame squarely on Velm for the fire.", None, "Velm"),
        ("The office said it would put the blame on nobody.", None, None),
        ("The office said it holds the keeper somewhat responsible.", None, "the keeper"),
        ("The office said the board betrayed the workers.", None, "the board"),
        (
            "The office said the club abandoned its players, and the club abandoned them.",
            None,
            "the club",
        ),
        ("The office said the miners have abandoned the old Labour party.", None, None),
        ("The office said the owners abandoned the merger talks.", None, None),
        ("The office said the arrow was pointing at the bank.", None, None),
    ],
)
def test_whom_a_source_holds_responsible(text, cue, accused):
    said = "denied" if "denied" in text else "said"
    found = accusations(*tables(text, "The office", said, "neutral"))
    assert found["accused"].tolist() == ([] if accused is None else [accused])
    if cue is not None:
        assert found["cue"].tolist() == [cue]


@pytest.mark.parametrize(
    ("text", "cue", "accused"),
    [
        ("Union leaders blamed the railways for cutting patrols.", "blamed", "the railways"),
        ("The mayor blamed the crash on the operator.", "blamed", "the operator"),
        ("The minister accused India of funding them.", "accused", "India"),
        (
            "The union accused the owner, Velm Apparel, of locking the doors.",
            "accused",
            "the owner, Velm Apparel",
        ),
        ("Doctors accused the government of hiding the scale of it.", "accused", "the government"),
        ("Heirs accused the head of the bank of fraud.", "accused", "the head of the bank"),
        (
            "Velm blamed Chinese dumping and the price of gas.",
            "blamed",
            "Chinese dumping and the price of gas",
        ),
        ("The chamber blamed 15 years of waste.", "blamed", "15 years of waste"),
        ("Parties blamed the mayor for the attack on Torrel.", "blamed", "the mayor"),
        ("Clerks blamed attacks on migrants for the rise.", "blamed", "attacks on migrants"),
        ("Roth blamed Acme on Monday for the fire.", "blamed", "Acme"),
        ("Police blamed a rise in thefts on gangs.", "blamed", "gangs"),
        ("Many blame the ministry on whose watch it fell.", "blame", "the ministry"),
        ("Prosecutors accused the head of the bank of fraud.", "accused", "the head of the bank"),
        ("Lawyers accused Acme of breach of contract.", "accused", "Acme"),
        ("Not only workers blamed the firm.", "blamed", "the firm"),
        ("Fans blamed the keeper mostly.", "blamed", "the keeper"),
        ("Fans blamed Ola Moe, who left early, for it.", "blamed", "Ola Moe"),
        ("Fans blamed the Moe family.", "blamed", "the Moe family"),
        ("Pollsters blamed the party for it.", "blamed", "the party"),
        # a quotation that is cut off, an owner without his noun, and who answers a poll
        ("Fans blamed the club's “four lazy owners”.", "blamed", None),
        ("Fans blamed “lazy owners of it.", "blamed", None),
        ("Polls by Velm blamed the party.", "blamed", None),
        # nobody is accused
        ("He did not blame the driver.", "blame", None),
        ("Police stopped short of blaming the driver.", "blaming", None),
        ("Workers, it is said, blamed.", "blamed", None),
        ("Nobody blamed the driver.", "blamed", None),
        ("Roth blamed the driver?", "blamed", None),
        # whose accusation it is, is not known
        ("They blamed the driver.", "blamed", None),
        # a condition, which nobody answers for
        ("The company blamed falling orders.", "blamed", None),
        ("The mill blamed the price of gas.", "blamed", None),
        ("Police blamed the storm.", "blamed", None),
        ("The union blamed Market Roth for it.", "blamed", "Market Roth"),
        # nobody is named
        ("The ministers blame each other.", "blame", None),
        ("The union accused nobody of theft.", "accused", None),
        ("The groups blame everyone but themselves.", "blame", None),
        ("He condemned the attack on the town.", "condemned", None),
        ("He said who was to blame.", "to blame", None),
        ("It blamed it on them, he said.", "said", None),
    ],
)
def test_whom_a_cue_accuses(text, cue, accused):
    found = accusations(*tables(text, text.split()[0], cue))
    assert found["accused"].tolist() == ([] if accused is None else [accused])


@pytest.mark.parametrize(
    ("source", "name", "accuser"),
    [
        ("Union leaders", None, "Union leaders"),
        ("She", "Mira Stone", "Mira Stone"),
        ("Ms Stone", "Mira Stone", "Mira Stone"),
        ("the guild's spokesman", "police spokesman Jon Dahl", "the guild's spokesman"),
        ("Residents", "count by the Residents' Alliance", "Residents"),
        ("The company", "company", "The company"),
        ("Kabul", "Kabul", "Kabul"),
        ("Parents", "Two parents", "Parents"),
        ("Two parents", "Two parents of pupils", "Two parents of pupils"),
    ],
)
def test_an_accusation_has_its_accuser_and_sentence(source, name, accuser):
    text = f"{source} blamed the railways for cutting patrols."
    (row,) = accusations(*tables(text, source, "blamed", name=name)).to_dict("records")
    assert (row["accuser"], row["outlet"]) == (accuser, "North")
    assert (row["passage"], row["attribution_id"]) == (text, "a-a0")


TWO = [("The union", "the mill"), ("the mill", "The union")]


@pytest.mark.parametrize(
    ("source", "cue", "said", "expected"),
    [
        ("The union and the mill", "blamed", "each other for it", TWO),
        ("The union and the mill", "accused", "one another of theft", TWO),
        ("The union and the mill", "blamed each other for", "it", TWO),
        ("Both Velm and Orsk", "accused", "each other", [("Velm", "Orsk"), ("Orsk", "Velm")]),
        # not both, not accused, or it is not told who are the two
        ("The union and the mill", "denied", "each other a hearing", []),
        ("The union and the mill", "did not blame", "each other", []),
        ("Velm, Orsk and Karsk", "blamed", "each other", []),
        ("The ministry of trade and industry", "blamed", "each other", []),
        ("The mill and its workers", "blamed", "each other", []),
        ("Two parties", "blamed", "each other", []),
        ("The union and the mill", "blamed", "others", []),
        ("The union and the mill", "blamed", "each other's leaders", []),
    ],
)
def test_two_that_accuse_each_other_are_two_accusations(source, cue, said, expected):
    text = f"{source} {cue} {said}."
    stance = "neutral" if cue == "denied" else "accusing"
    attributions, spans, articles, sentences = tables(text, source, cue, stance)
    of_source = spans.assign(role="source", start=0, end=len(source))
    every = pd.concat([spans, of_source], ignore_index=True)
    found = accusations(attributions, every, articles, sentences)
    rows = list(zip(found["accuser"], found["accused"], strict=True))
    assert rows == expected


@pytest.mark.parametrize(("source", "stance"), [(None, "accusing"), ("Union leaders", "neutral")])
def test_without_a_source_or_an_accusation_nothing_is_listed(source, stance):
    text = "Union leaders blamed the railways for cutting patrols."
    found = accusations(*tables(text, source, "blamed", stance))
    assert found.empty
    assert found.columns.tolist() == COLUMNS


def two_sentences(texts, contents, sources, cues):
    """Return the tables of an article whose attributions have contents, sources and cues."""
    text = " ".join(texts)
    table = tables(text, sources[0], cues[0], "neutral")
    first = len(texts[0])
    sentences = pd.DataFrame(
        {
            "article_id": ["a", "a"],
            "sentence_id": [0, 1],
            "start": [0, first + 1],
            "end": [first, len(text)],
        }
    )
    attributions = pd.concat([table[0]] * len(cues), ignore_index=True)
    attributions["attribution_id"] = [f"a-a{number}" for number in range(len(cues))]
    attributions["source"] = sources
    attributions["cue"] = cues
    attributions["sentence_id"] = 1
    spans = [
        {
            "article_id": "a",
            "attribution_id": f"a-a{number}",
            "role": role,
            "start": text.index(words),
            "end": text.index(words) + len(words),
        }
        for role, parts in (("content", contents), ("cue", cues), ("source", sources))
        for number, words in enumerate(parts)
    ]
    return attributions, pd.DataFrame(spans), table[2], sentences


def test_an_accusation_is_in_its_own_sentence_of_a_quotation():
    found = accusations(
        *two_sentences(
            ['"I blame the ferrymen.', 'They left at dawn," wept Ida Moen.'],
            ['"I blame the ferrymen. They left at dawn,"'],
            ["Ida Moen"],
            ["wept"],
        )
    )
    (row,) = found.to_dict("records")
    assert (row["accuser"], row["accused"], row["sentence_id"]) == ("Ida Moen", "the ferrymen", 0)
    assert row["passage"] == '"I blame the ferrymen.'


def test_of_two_sources_the_nearer_one_accuses():
    found = accusations(
        *two_sentences(
            ["It was late.", "The vicar wrote that Ida Moen thinks the ferrymen were to blame."],
            ["Ida Moen thinks the ferrymen were to blame", "the ferrymen were to blame"],
            ["The vicar", "Ida Moen"],
            ["wrote", "thinks"],
        )
    )
    assert found[["accuser", "accused"]].to_numpy().tolist() == [["Ida Moen", "the ferrymen"]]


def test_a_name_that_was_cut_is_printed_whole():
    text = "Parents' group Open Doors blamed the county."
    attributions, spans, articles, sentences = tables(text, "Parents' group Open", "blamed")
    source = {"article_id": "a", "attribution_id": "a-a0", "role": "source", "start": 0, "end": 19}
    spans = pd.concat([spans, pd.DataFrame([source])], ignore_index=True)
    (row,) = accusations(attributions, spans, articles, sentences).to_dict("records")
    assert row["accuser"] == "Parents' group Open Doors"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Karl Roth left as The union accused him of lying.", ["Karl Roth"]),
        ("Karl Roth met captain Ada Moe before The union accused her of lying.", ["Ada Moe"]),
        ("Of Roth, The union accused him of lying, Karl Roth said.", ["Roth"]),
        # nobody, or more than one, who can be meant
        ("The union accused him of lying.", []),
        ("The union accused her of having ignored warnings.", []),
        ("Ada Moe left as The union accused him of lying.", []),
        ("Karl Roth met Peter Lind before The union accused him of lying.", []),
        ("The union accused his firm of lying.", ["his firm"]),
        ("The union never accused him of lying.", []),
        ("The union accused him.", []),
        ("The union accused them of lying.", []),
    ],
)
def test_a_pronoun_is_listed_as_the_only_person_before_it(text, accused):
    found = accusations(*tables(text, "The union", "accused"))
    assert found["accused"].tolist() == accused
