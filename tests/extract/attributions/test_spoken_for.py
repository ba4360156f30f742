"""For which body a spokesperson speaks whose office alone is named."""

import re

import pytest

from analysis.extract.attributions.spoken_for import body_spoken_for
from tests.extract.attributions.marked_text import unmark

BODIES = [
    ("The United Nations will leave Karsk, [a spokeswoman] said.", "United Nations"),
    ("The health ministry counted nine dead, [a spokesman] said.", "health ministry"),
    (
        "The liberation movement took the port. Its forces left, [spokesman Emil Roth] said.",
        "liberation movement",
    ),
    (
        "M23 delegation leaves. It was late. The movement will send five, [spokesman Emil Roth]"
        " said.",
        "M23",
    ),
    ('The army withdrew. "We are safe," [its spokesman, Emil Roth,] said.', "army"),
    (
        "KARSK, Feb 4 (World Wire) - The army withdrew, [a spokesman] said.",
        "army",
    ),
    (
        "The central bank met. Interest rates fell. [Governor Ines Duarte] spoke.",
        "central bank",
    ),
    (
        "The electoral council met on Friday. [Council head Ada Quist] spoke.",
        "electoral council",
    ),
    ("The central bank devalued the dinar. [Governor Ines Duarte] spoke.", "central bank"),
    ("Velm National Bank held its key rate at 5. [Governor Ines Duarte] spoke.", "central bank"),
    ("The Bank of Velm held its key rate at 5. [Governor Ines Duarte] spoke.", "central bank"),
    ("[Superintendent Ines Duarte] said classes would begin on Monday.", "school district"),
    ("Pupils were sent home. [Superintendent Ines Duarte] spoke.", "school district"),
    ("[Superintendent Ines Duarte] said three suspects were in custody.", "police"),
    ("A man was arrested. [Chief Superintendent Ines Duarte] spoke.", "police"),
    (
        "Analysts at Northgate see no risk. It is unlikely, said [Ada Quist of Northgate].",
        "Analysts at Northgate",
    ),
    ("Economists at Velm see no risk, said [Velm's Ada Quist].", "Economists at Velm"),
    ("The EU's cap will cost Velm much, [the Commission] said.", "European Commission"),
    ("It rained, [a Libyan spokesman] said.", "government"),
    ("The local Red Cross ran out of bags, [its secretary] said.", "Red Cross"),
    ("The army left. It lost two men, [its chief] said.", "army"),
    ("Rain fell on the port, [its director] said.", None),
    ("The Red Cross ran out of bags, [the secretary] said.", None),
    ("It rained, [a Velmar spokesman] said.", None),
    # the office in the lead, its holder below
    (
        "Nine died in the port, the governor of Karsk region said. [Emil Roth] said so.",
        "the governor of Karsk region",
    ),
    ("Nine died, the regional governor said. [Emil Roth] left.", "the regional governor"),
    ("Nine died, the regional governor said. Rain fell, [Emil Roth] said.", None),
    ("Emil Roth wept. Nine died, the governor said. [Emil Roth] left.", None),
    ("Nine died, the doctor said. [Emil Roth] left.", None),
    # the words name a body, or no body is near
    ("The EU's cap will cost Velm, [a spokesman for the Commission] said.", "European Commission"),
    ("The river was high. [A spokesman for the Commission] left.", None),
    ("The Velm Commission met in Brussels. [The Commission] left.", None),
    ("The river was high. [The Commission] left.", None),
    ("The EU's cap will cost Velm much, [the commission] said.", None),
    ("The mine was closed, [Superintendent Ines Duarte] said.", None),
    ("The suspect's school was shut, [Superintendent Ines Duarte] said.", None),
    ("Classes began, [the superintendent of prisons] said.", None),
    (
        "The central bank devalued the dinar, state governor Ada Moe said. [Governor Moe] left.",
        None,
    ),
    ("Analysts at Westgate see no risk, said [Ada Quist of Northgate].", None),
    ("Northgate sold shares to analysts, said [Ada Quist of Northgate].", None),
    ("Analysts at Karsk see no risk. We left, said [Ada Quist, 41, of Karsk].", None),
    ("The army withdrew, [a spokesman for the port] said.", None),
    ("The army withdrew, [General Emil Roth] said.", None),
    ("Rain fell on the port, [a spokesman] said.", None),
    ("Forty government soldiers were buried, [spokesman Emil Roth] said.", None),
    ("The army's guns were silent, [a spokesman] said.", None),
    ("The army withdrew. Rain fell, [a spokesman] said.", None),
    ("Doctors counted nine dead, [a spokesman] said.", None),
    ("The province rebuilt its roads. [Governor Ines Duarte] spoke.", None),
    ("First National Bank cut mortgage interest rates. [Governor Ines Duarte] spoke.", None),
    ("Bank of America cut mortgage interest rates. [Governor Ines Duarte] spoke.", None),
    ("The council met on Friday. [Council head Ada Quist] spoke.", None),
    ("Velmar: the movement grows. [The company] agreed.", None),
]


@pytest.mark.parametrize(("marked", "body"), BODIES)
def test_the_body_is_what_the_sentence_is_about(marked, body):
    text, spans = unmark(marked)
    starts = [0, *(match.end() for match in re.finditer(r"[.!?]”? ", text))]
    (start, end) = spans[0]
    assert body_spoken_for(text, starts, start, text[start:end]) == body
