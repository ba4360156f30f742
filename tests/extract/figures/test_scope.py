"""What a casualty figure covers: the event, a part of it, a background or another event."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analysis.annotate.sentences import split_sentences
from analysis.extract.figures.record import Figure
from analysis.extract.figures.scope import scopes_of

LEAD = "A bus fell into a river near Tolm, killing 14 people. "
DAY = date(2024, 5, 20)


def sentences_of_text(text: str) -> dict[int, tuple[int, int]]:
    articles = pd.DataFrame({"article_id": ["a"], "title": [None], "text": [text]})
    rows = split_sentences(articles)
    return {row.sentence_id: (row.start, row.end) for row in rows.itertuples()}


def scope(body: str, number: str, outcome: str = "killed", day: date | None = DAY) -> str | None:
    text = LEAD + body
    sentences = sentences_of_text(text)
    figures = []
    for position, (words, value) in enumerate((("14", 14.0), (number, None))):
        start = text.index(words) if position == 0 else text.rindex(words)
        low = value or (float(words.replace(",", "")) if words[0].isdigit() else 1.0)
        sentence = max(key for key, span in sentences.items() if span[0] <= start)
        figures.append(
            Figure(
                start=start,
                end=start + len(words),
                text=words,
                low=low,
                high=low,
                qualifier="exact",
                implicit=words in ("a", "an"),
                outcome="killed" if position == 0 else outcome,
                unit="people",
                sentence_id=sentence,
                figure_id=str(position),
            )
        )
    return scopes_of(figures, text, sentences, day)[1]


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("More than 230,000 people have died since the war began.", "230,000"),
        ("Since the start of the conflict 8,100 people have been killed.", "8,100"),
        ("The ten-year insurgency has killed 31,000 people.", "31,000"),
        ("Road crashes kill about 1,300 people every year.", "1,300"),
        ("Over the past decade 210 people died on that road.", "210"),
        ("So far this year 45 people have died in bus crashes.", "45"),
        ("We lose roughly 20 veterans each day, she said.", "20"),
        ("We lost 20 soldiers when Ronald Reagan was president, he said.", "20"),
        ("On that day 20 years ago two pupils killed 12 people there.", "12"),
        ("Worldwide 92 people died of the disease, officials said.", "92"),
        ("In 2017 there were 667 deaths.", "667"),
        ("It has recorded 667 deaths and disappearances on the route in 2024.", "667"),
        ("The largest outbreak was in 2014, when 667 died.", "667"),
        ("The worst epidemic in recent years killed 700 in 2022 and 2023.", "700"),
        ("The floods of the past years left 530 dead.", "530"),
        ("The toll rose to 41, up from 27 killed on Friday.", "27"),
        ("1963 - A landslide killed 1,900 people.", "1,900"),
        ("This week's two attacks have left 25 people dead.", "25"),
        # what a count was before
        ("The rebels have raised their own toll from 38 to 44.", "38"),
        ("An initial count on Monday had spoken of 9 dead.", "9"),
        ("The army, which at first said it had killed 9, now says 11.", "9"),
        ("Police said 16 died, raising an earlier count of 12.", "12"),
        ("The army had earlier given a figure of 16 dead, later 17.", "16"),
        ("The army had earlier given a figure of 16 dead, later 17.", "17"),
        ("The disease kills 40 people in a typical year.", "40"),
        ("It has killed 81 people, as compared to 63 deaths a week earlier.", "63"),
    ],
)
def test_a_war_or_a_year_is_background(body, number):
    assert scope(body, number) == "background"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("In February 2019 a train crash there killed 28 people.", "28"),
        ("Elsewhere in the country, police shot 3 people dead.", "3"),
        ("In a separate accident, 5 miners died.", "5"),
        ("An earlier crash left 6 dead.", "6"),
        ("A previous attempt to take it left 6 dead.", "6"),
        ("It came two days after another crash that killed 9 people.", "9"),
        ("Last month's train crash killed 33.", "33"),
        ("A 2004 ferry collapse killed 29 people.", "29"),
        ("It came seven months after a roof collapse that killed 15 people.", "15"),
        ("More than 1,700 people died in an outbreak two years ago.", "1,700"),
        ("The tornadoes that killed 23 people in Lee County last month were worse.", "23"),
        ("The attack came as a monitor reported that troops had executed 48 people.", "48"),
    ],
)
def test_another_event(body, number):
    assert scope(body, number) == "other_event"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("3 of the dead were children.", "3"),
        ("Among those who died are 3 pupils.", "3"),
        ("Among the dead were at least 3 nurses.", "3"),
        ("The harbour town buried 9 of its dead.", "9"),
        ("On Monday 9 of the town's dead were buried.", "9"),
        ("Among the victims was a nurse.", "a"),
        ("3 children were among the 14 killed.", "3"),
        ("In the front row a teacher died.", "a"),
        ("More than 29 deaths were recorded in Goma alone.", "29"),
        ("The two armies counted 7 dead on each side.", "7"),
        ("The sides exchanged prisoners: 7 from each side died in the camps.", "7"),
        ("Of the 14 victims, 7 had been shot.", "7"),
        ("Of the 14 people killed in the river, only 7 had been named.", "7"),
        ("Of those killed, 7 were from Wend.", "7"),
        ("Of the people arrested on the bridge, about 7 were from Wend.", "7"),
        ("Among the dead 9 were children and 7 were staff of the clinic.", "7"),
        ("So far 10 have been identified.", "10"),
        ("They have identified 9 of the bodies.", "9"),
        ("They handed over 9 of the dead.", "9"),
        ("The agency said 9 casualties were children.", "9"),
        ("In all 5 of the 14 killed were children.", "5"),
        ("They found 5 out of 14 passengers dead.", "5"),
        ("It hurt 7 badly.", "7"),
        ("The inquiry found that 7 deaths were avoidable.", "7"),
        ("The inquiry found that 7 of them might have lived.", "7"),
        ("She said 7 of the 14 had died of wounds.", "7"),
        ("Of those killed 7 of those who died wore no belt.", "7"),
        ("The toll rose to 9 on Friday after 2 passengers died in hospital.", "2"),
        ("The driver said 2 of the children hurt had died.", "2"),
        ("The clinic said 3 of its patients were in critical condition.", "3"),
        ("The clinic said that 2 had undergone surgery.", "2"),
        ("On Sunday 7 people were still in hospital.", "7"),
        ("On Sunday 7 people, thought to be miners, were fighting for their lives.", "7"),
        ("On Sunday the town buried 7 victims.", "7"),
        ("On Sunday 7 of them remained in hospital.", "7"),
        ("The first 9 of the dead were buried on Thursday.", "9"),
        ("In the hall 3 others were injured in the panic.", "3"),
    ],
)
def test_a_part(body, number):
    assert scope(body, number) == "part"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("The toll has since risen to 17 killed, the police said.", "17"),
        ("A hospital official said 16 people had died.", "16"),
        # no larger number is stated
        ("On Sunday 16 people were still in hospital.", "16"),
        # no month
        ("The crash killed 15 people, they said in Augusta.", "15"),
        ("At Junepoint, 15 people died in the crash.", "15"),
        ("The crash killed 15 people on Monday, a monitor said.", "15"),
        ("On May 19, 2024 the bus fell and 13 died, a resident said.", "13"),
        ("About 900 people were killed, one report claimed.", "900"),
        ("The toll rose to 41 dead, up from 27.", "41"),
        ("Dengue has killed 46 people this year.", "46"),
        ("It widened its recall of cheese after 46 people died.", "46"),
        ("Of 41 dead, 13 were children, in the deadliest strike on the town this year.", "41"),
        ("Measles has killed 46 people since the middle of May.", "46"),
        ("The crash killed 33, in one of the bloodiest crashes since a road opened in June.", "33"),
        ("Measles has killed 46 people since early April.", "46"),
        ("Rescuers who were alone found 16 dead.", "16"),
        ("A bus fell from a bridge killing 12 people.", "12"),
        ("Cholera has killed 46 people since 20 January.", "46"),
        ("The heatwave has killed 46 people since the start of July.", "46"),
        ("The inquiry found 15 deaths, and the hospital was avoidable.", "15"),
        ("The police, among those who came, found 13 dead.", "13"),
        ("Smoke rose from the hall as 14 people died.", "14"),
        ("Two years after the quake, a fire killed 15 people there.", "15"),
        ("In all 13 of the 36 people aboard died.", "13"),
        ("Compared with other crashes 13 dead are few.", "13"),
        ("An earlier bus had stopped; 13 people died.", "13"),
        ("The gang claimed both shootings, in which 13 people died.", "13"),
        ("The first estimates said the river had risen, killing 13 people.", "13"),
        ("At first said to be safe, 13 people have died, and the town is now calm.", "13"),
        ("The fall, one of the deadliest accidents in 2024, killed 13 people.", "13"),
        ("The attacks come before a vote due in 2024; 13 people died.", "13"),
        ("The first count had shown 9 votes, but 13 people had died.", "13"),
    ],
)
def test_the_event_itself(body, number):
    assert scope(body, number) == "event"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Only 12 of the bodies had been identified.", "part"),
        ("Divers found 12 bodies.", "event"),
        ("Only 15 of the bodies had been identified.", "event"),  # 14 were killed
    ],
)
def test_bodies_that_were_identified_are_some_of_the_dead(body, expected):
    number = re.search(r"\d+", body)[0]
    assert scope(body, number, "bodies_found") == expected


def test_in_january_the_year_is_that_of_the_event():
    body = "The fall was one of two: there were 15 deaths on the road in 2024."
    assert scope(body, "15", day=date(2024, 1, 20)) == "event"
    assert scope(body, "15", day=date(2024, 5, 20)) == "background"


def test_a_mayor_is_no_month():
    body = "The crash killed 15 people, Mayor Ada Lind said."
    assert scope(body, "15", day=date(2024, 9, 17)) == "event"
    assert scope("The crash killed 15 in May.", "15", day=date(2024, 9, 17)) == "other_event"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Twelve died. 11 died in Tolm and 1 in Wend.", ["event", "part", "part"]),
        ("Twelve died. 11 died in Tolm and 2 in Wend.", ["event", "event", "event"]),
        ("Twelve died. 11 died in Tolm.", ["event", "event"]),
        ("Twelve died. 11 died and 1 died.", ["event", "event", "event"]),
    ],
)
def test_numbers_of_places_that_add_up_to_a_total_are_its_parts(text, scopes):
    sentences = sentences_of_text(text)
    words = ["Twelve", *re.findall(r"\d+", text)]
    figures = []
    for position, word in enumerate(words):
        start = text.index(word, figures[-1].end if figures else 0)
        low = 12.0 if position == 0 else float(word)
        where = max(key for key, span in sentences.items() if span[0] <= start)
        figure = Figure(
            start, start + len(word), word, low, low, "exact", False, "killed", "people"
        )
        figures.append(replace(figure, sentence_id=where, figure_id=str(position)))
    assert scopes_of(figures, text, sentences, DAY) == scopes


def test_the_number_of_the_lead_stays_the_events_whatever_its_sentence_says():
    assert scope("It was the worst crash since 1990: 14 people died.", "14") == "event"


def test_without_a_day_no_year_is_compared():
    assert scope("In 2017 there were 667 deaths.", "667", day=None) == "event"


def test_what_counts_no_casualties_has_no_scope():
    text = "The bus carried 40 passengers."
    assert scope(text, "40", outcome=None) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lead", "body", "expected"),
    [
        (
            "Cholera has killed many here.",
            "Last month 98 people drowned off Nampula.",
            "other_event",
        ),
        ("Floods hit the north.", "Last week 98 people drowned in the river.", "event"),
        ("Cholera has killed many here.", "On Monday 98 people drowned off Nampula.", "event"),
        ("The council met.", "Last month 98 people drowned off Nampula.", "event"),
        ("The Lions won 3-1.", "They wore black bands for the 98 dead.", "other_event"),
        ("The Lions won 3-1.", "Fans held a minute's silence for the 98 victims.", "other_event"),
        ("A fire killed 90 people.", "Fans held a minute's silence for the 98 dead.", "event"),
        ("The Lions won 3-1.", "A fire near the ground left 98 dead.", "event"),
    ],
)
def test_another_cause_at_another_time_and_remembrance(lead, body, expected):
    text = f"{lead} {body}"
    sentences = sentences_of_text(text)
    figures = []
    for number in re.findall(r"(?<![-\d])\d\d(?![-\d])", text):
        start = text.index(number)
        sentence = max(key for key, span in sentences.items() if span[0] <= start)
        figure = Figure(
            start=start,
            end=start + len(number),
            text=number,
            low=float(number),
            high=float(number),
            qualifier="exact",
            implicit=False,
            outcome="killed",
            unit="people",
            sentence_id=sentence,
            figure_id=number,
        )
        figures.append(figure)
    assert scopes_of(figures, text, sentences, DAY)[-1] == expected


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Heat killed 56 people. In Bihar 24 died, the state says. Assam lost 18 and Odisha 14.",
            ["event", "part", "part", "part"],
        ),
        (
            "Heat killed 60 people. In Bihar 24 died, the state says. Assam lost 18 and Odisha 14.",
            ["event", "event", "event", "event"],
        ),
        ("Heat killed 42 people. In Bihar 24 died. Assam lost 18.", ["event", "event", "event"]),
        ("Fire kills 11. 9 patients and 2 nurses died there.", ["event", "part", "part"]),
        ("Officials first put the toll at 9. By night 11 had died.", ["background", "event"]),
        ("Officials first put the toll at 11. Later 9 had died.", ["event", "event"]),
        (
            "She said 9 people had died. She raised the toll hours later. In all 11 died.",
            ["background", "event"],
        ),
        ("She said 9 people had died. It rained. In all 11 died.", ["event", "event"]),
        ("In all 11 died: 9 of them at Wend and 2 at Tolm.", ["event", "part", "part"]),
        ("In all 11 died: 70 at Wend and 2 at Tolm.", ["event", "event", "event"]),
        ("Fire kills 12. 9 patients and 2 nurses died there.", ["event", "event", "event"]),
        ("It killed 70. He met families of the 67 dead.", ["event", "part"]),
        ("It killed 70. Of those present, 67 died.", ["event", "event"]),
        (
            "A man wounded 12. Nine were taken to Harlow General Hospital, and 3 to St. Anne.",
            ["event", "part", "event"],
        ),
        ("A man wounded 12. Nine were taken to hospital, and 3 died.", ["event", "event", "event"]),
    ],
)
def test_the_numbers_of_places_and_hospitals_are_parts(text, scopes):
    outcome = "injured" if "wounded" in text else "killed"
    figures = []
    for place, match in enumerate(re.finditer(r"\d+|Nine", text)):
        low = 9.0 if match[0] == "Nine" else float(match[0])
        sentence = text.count(". ", 0, match.start())
        columns = {"text": match[0], "low": low, "high": low, "qualifier": "exact"}
        columns |= {"implicit": False, "outcome": outcome, "unit": "people"}
        figures.append(
            Figure(
                match.start(), match.end(), sentence_id=sentence, figure_id=str(place), **columns
            )
        )
    assert scopes_of(figures, text, sentences_of_text(text), DAY) == scopes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sixth passenger has died.", "part"),
        ("A 16th passenger has died.", "part"),
        ("A twenty-first patient died.", "part"),
        ("A passenger has died.", "event"),
        ("A third-grade pupil died.", "event"),
        ("A second floor tenant died.", "event"),
        ("A passenger died on a second bus.", "event"),
    ],
)
def test_one_more_is_one_of_several(text, expected):
    one = Figure(0, 1, "A", 1.0, 1.0, "exact", True, "killed", "people", sentence_id=0)
    assert scopes_of([one], text, {0: (0, len(text))}, DAY) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A second person has died. A man aged 46 died on Tuesday.", ["part", "part"]),
        ("A man was found dead. A fourth person has died, police said.", ["part", "part"]),
        ("A woman has died. A man aged 46 died on Tuesday.", ["event", "event"]),
    ],
)
def test_where_one_more_has_died_each_of_the_dead_is_one_of_several(text, expected):
    start = text.index(". A ") + 2
    figures = [
        Figure(place, place + 1, "A", 1.0, 1.0, "exact", True, "killed", "people", sentence_id=row)
        for row, place in enumerate((0, start))
    ]
    sentences = {0: (0, start - 1), 1: (start, len(text))}
    assert scopes_of(figures, text, sentences, DAY) == expected


QUIET = "The council met on the new library and heard a report on its roof. " * 8


@pytest.mark.parametrize(
    ("head", "sentence", "outcome", "expected"),
    [
        (
            QUIET,
            "One speech named the raid in which 12 people were killed.",
            "killed",
            "background",
        ),
        (QUIET, "On Monday 12 people were killed outside.", "killed", "event"),
        (QUIET, "Outside, 12 people were held.", "captured", "event"),
        (QUIET + "x", "She named the raid in which 12 people were hurt.", "injured", "background"),
        (
            "Calm returned after the events of Thursday. " + QUIET,
            "It said those who lost their lives in the events were 12.",
            "killed",
            "event",
        ),
        ("Floods hit the town. " + QUIET, "In all, 12 people were killed.", "killed", "event"),
    ],
)
def test_dead_of_whom_the_head_tells_nothing_are_a_background(head, sentence, outcome, expected):
    assert _scope_of_the_last(head + sentence, "12", outcome) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed the road. It fell on 3 March 1999. On that day 12 people died.", "background"),
        ("It closed the road. It fell on 3 March 1999. At dawn 12 people died.", "event"),
        ("It closed the road. It fell on 19 May. On that day 12 people died.", "event"),
        ("It was quiet. At least 12 people died in yet another attack.", "event"),
        ("It was quiet. At least 12 people died in another attack.", "other_event"),
    ],
)
def test_a_sentence_points_back_to_the_day_of_the_one_before(text, expected):
    assert _scope_of_the_last("A bus fell. " + text, "12", "killed") == expected


def _scope_of_the_last(text: str, words: str, outcome: str) -> str | None:
    """Return the scope of the only figure of a text."""
    start = text.rindex(words)
    sentences = sentences_of_text(text)
    sentence = max(key for key, span in sentences.items() if span[0] <= start)
    low = float(words)
    figure = Figure(start, start + len(words), words, low, low, "exact", False, outcome, "people")
    figure = replace(figure, sentence_id=sentence, figure_id="0")
    return scopes_of([figure], text, sentences, DAY)[0]
