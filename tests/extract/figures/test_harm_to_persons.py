"""Named and definite persons to whom something happened, and those to whom nothing did."""

import time

import pytest

from analysis.extract.figures.harm_to_persons import harmed_persons


def found_in(text: str) -> list[tuple[str, int | None, str]]:
    """Return the words, the number and the outcome of each person; the text is one sentence."""
    found = harmed_persons(text, [(0, len(text))])
    return [(text[person.start : person.end], person.n, person.outcome) for person in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officer Liu was killed.", [("Officer Liu", 1, "killed")]),
        ("Officers Liu and Ramos were killed.", [("Officers Liu and Ramos", 2, "killed")]),
        ("Mira and Paul Stone were arrested.", [("Mira and Paul Stone", 2, "captured")]),
        ("The assailant was shot dead.", [("The assailant", 1, "killed")]),
        ("Both men died.", [("Both men", 2, "killed")]),
        ("Both were rescued.", [("Both", 2, "rescued")]),
        ("His wife was hurt.", [("His wife", 1, "injured")]),
        ("The fire claimed the lives of Mira Stone.", [("Mira Stone", 1, "killed")]),
        ("He is held for killing Ann Hall.", [("Ann Hall", 1, "killed")]),
        ("His wife and daughter were hurt.", [("His wife and daughter", 2, "injured")]),
        ("Mira Stone, 34, was stabbed in the arm.", [("Mira Stone", 1, "injured")]),
        ("Mira Stone, 34, was stabbed.", [("Mira Stone", 1, "killed_or_injured")]),
        ("Mira Stone, who taught music, has died.", [("Mira Stone", 1, "killed")]),
        ("The driver died at the scene.", [("The driver", 1, "killed")]),
        ("The driver was taken to hospital.", [("The driver", 1, "injured")]),
        (
            "The driver was taken to a hospital, where she died.",
            [("The driver", 1, "killed")],
        ),
        ("The suspect is in custody.", [("The suspect", 1, "captured")]),
        ("Police arrested Paul Reed, 51.", [("Paul Reed", 1, "captured")]),
        ("Police arrested bus driver Paul Reed.", [("Paul Reed", 1, "captured")]),
        ("Police have arrested suspect Paul Reed.", [("Paul Reed", 1, "captured")]),
        ("Police arrested accused Omar Deeb son of Said.", [("Omar Deeb", 1, "captured")]),
        ("The kidnapping suspect Mira Stone spoke.", []),
        ("The suspect was charged, and later booked into jail.", [("The suspect", 1, "captured")]),
        ("The victim showed up at a clinic with a wound.", [("The victim", 1, "injured")]),
        ("The driver arrived at the clinic with flowers.", []),
        ("Anna Morris was shot on Friday.", [("Anna Morris", 1, "killed_or_injured")]),
        (
            "Officers said 21-year-old Zuri Morris was shot.",
            [("Zuri Morris", 1, "killed_or_injured")],
        ),
        ("Foster Bridge was shot up on Friday.", []),
        ("A storm killed his brother.", [("his brother", 1, "killed")]),
        ("The murder of Mira Stone is unsolved.", [("Mira Stone", 1, "killed")]),
        ("She mourned Mira Stone's death.", [("Mira Stone", 1, "killed")]),
        ("Her body was found in the lake.", [("Her body", 1, "bodies_found")]),
        ("Mrs Stone went missing in May.", [("Mrs Stone", 1, "missing")]),
        ("He lost his daughter in the flood.", [("his daughter", 1, "killed")]),
        ("The wounded nurse spoke.", [("The wounded nurse", 1, "injured")]),
        ("Paul Reed turned himself in.", [("Paul Reed", 1, "surrendered")]),
        ("Dr Amin was deported in March.", [("Dr Amin", 1, "displaced")]),
        ("Mira Stone broke a wrist in the fall.", [("Mira Stone", 1, "injured")]),
        ("Bishop Amos Reed lost a leg to the mine.", [("Bishop Amos Reed", 1, "injured")]),
        ("The conductor broke both ankles.", [("The conductor", 1, "injured")]),
        (
            "Also killed were Ann Hall, 55; Mira Stone, the pilot, 54; and Paul Reed, 45.",
            [("Ann Hall", 1, "killed"), ("Mira Stone", 1, "killed"), ("Paul Reed", 1, "killed")],
        ),
        ("Also arrested were Ann Hall and Paul Reed.", [("Ann Hall and Paul Reed", 2, "captured")]),
        (
            "Two died. The victims, police said, are Ann Hall, 65, of Leeds, and Paul Reed, 40.",
            [("Ann Hall", 1, "killed"), ("Paul Reed", 1, "killed")],
        ),
        (
            "The victims were identified on Monday as Ann Hall, 65, and Paul Reed, 40.",
            [("Ann Hall", 1, "killed_or_injured"), ("Paul Reed", 1, "killed_or_injured")],
        ),
        (
            "Killed in the crash were Ann Hall, 58, and Paul Reed, 23, her nurse.",
            [("Ann Hall", 1, "killed"), ("Paul Reed", 1, "killed")],
        ),
        (
            "Also killed were Ann Hall, 31; Mira Stone, 52; and the driver, Paul Reed, 44.",
            [("Ann Hall", 1, "killed"), ("Mira Stone", 1, "killed"), ("the driver", 1, "killed")],
        ),
        ("Police named the deceased as Ann Hall, 27.", [("Ann Hall", 1, "killed")]),
        (
            "The dead were Ann Hall and her son Tom, Paul Reed said.",
            [("Ann Hall", 1, "killed"), ("her son Tom", 1, "killed")],
        ),
        ("The pilot was pulled from the wreckage.", [("The pilot", 1, "rescued")]),
        ("The miners were arrested.", [("The miners", None, "captured")]),
        (
            "Paul Reed fled the bank but was arrested.",
            [("Paul Reed", 1, "captured")],
        ),
        (
            "Ann Hall and her driver were kidnapped.",
            [("Ann Hall", 1, "captured"), ("her driver", 1, "captured")],
        ),
        (
            "The boy was shot in the leg, and the girl was unhurt.",
            [("The boy", 1, "injured")],
        ),
        ("Man kills wife after a quarrel.", [("wife", 1, "killed")]),
        ("They pleaded guilty to killing Mira Stone.", [("Mira Stone", 1, "killed")]),
    ],
)
def test_persons_with_what_happened_to_them(text, found):
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The driver was not hurt.",
        "The driver wasn't hurt.",
        "The driver was never arrested.",
        "The driver was nearly killed.",
        "The driver was likely killed.",
        "The driver could have died.",
        "They would have killed his brother.",
        "Police tried to arrest Paul Reed.",
        "They want to arrest Paul Reed.",
        "He was accused of plotting to kill Mira Stone.",
        "If the driver was killed, nobody saw it.",
        "The driver survived.",
        "Paul Reed killed three people.",
        "Paul Reed arrested two men.",
        "The officer shot a man.",
        "A man was killed.",
        "Three men were killed.",
        "At least 12 people were arrested.",
        "The bank was hurt by the rates.",
        "The team was beaten in the final.",
        "The president was attacked in the press.",
        "The bill died in the senate.",
        "Syria was struck by a drought.",
        "Five people died in New Harbour.",
        "The bridge was damaged.",
        "The mayor said two died.",
        "She met Mira Stone in prison reform work.",
        "Nobody was hurt, the mayor said.",
        "The shares of Reed fell.",
        "He was killed.",
        "The driver had no injuries.",
        "Four Green Guards were killed.",
        "Prices hurt the farmers' union.",
        "Minister Rao broke his silence on Friday.",
        "The victims are angry with Paul Reed.",
        "The victims were met by Mayor Paul Reed.",
        "Also there were Ann Hall and Paul Reed.",
        "Mira Stone broke her promise.",
        "The coach broke a record and lost his temper.",
        "The senator lost his footing in the polls.",
        "She was also seen in the series Killing Eve last year.",
        "The bird had been shot Ms Collins said.",
    ],
)
def test_nothing_happened_to_a_named_person(text):
    assert found_in(text) == []


def test_a_surname_is_a_person_once_the_article_gives_the_name():
    text = "Mira Stone left home. Stone was killed. Granite was killed."
    sentences = [(0, 21), (22, 39), (40, len(text))]
    found = harmed_persons(text, sentences)
    assert [text[person.start : person.end] for person in found] == ["Stone"]


@pytest.mark.parametrize("words", ["Ann Bell ", "his wife and ", "was killed ", "death of "])
def test_long_texts_take_no_long_time(words):
    text = words * 3_000
    start = time.process_time()
    harmed_persons(text, [(0, len(text))])
    assert time.process_time() - start < 5
