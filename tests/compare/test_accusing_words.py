"""Whom a sentence accuses, and that most sentences about blame accuse nobody."""

import pytest

from analysis.compare.accusing_words import (
    accused_after,
    accused_before,
    accused_in,
    is_accusation,
)


def by_cue(text, cue):
    """Return the words of whom a cue of a text accuses, or None."""
    start = text.index(cue)
    place = (start, start + len(cue))
    if not is_accusation(text, place, 0):
        return None
    accused = accused_after(text, place[1], len(text))
    return None if accused is None else text[slice(*accused)]


def in_what_is_said(text, cue):
    """Return the words of whom a text accuses in what comes before or after its cue."""
    start = text.index(cue)
    end = start + len(cue)
    after = (end, len(text))
    said = (0, start) if not text[end:].strip(" .").count(" ") or text[0] == '"' else after
    return [text[one.start : one.end] for one in accused_in(text, said, (start, end))]


@pytest.mark.parametrize(
    ("text", "cue", "accused"),
    [
        ("Growers blamed the water board for the dead pears.", "blamed", "the water board"),
        ("The choir blamed a cold winter rather than the dean.", "blamed", "a cold winter"),
        ("Parents blamed the school and not the driver.", "blamed", "the school"),
        ("She blamed the bank and called for an inquiry.", "blamed", "the bank"),
        ("She blamed the bank and sacked its agents.", "blamed", "the bank"),
        ("They blame Norland and allied states for it.", "blame", "Norland and allied states"),
        ("He blamed the loss on the pitch and said it was wet.", "blamed", "the pitch"),
        ("Fans blamed the club in a letter to the league.", "blamed", "the club"),
        ("The shop blamed a wet June in which few came.", "blamed", "a wet June"),
        ("They blame his use of tariffs -- on all -- for it.", "blame", "his use of tariffs"),
        ("Sailors blame the pilot personally.", "blame", "the pilot"),
        ("Weavers blame the dyers too.", "blame", "the dyers"),
        ("It blamed a supplier, Velm Parts, for the bolts.", "blamed", "a supplier, Velm Parts"),
        ("It blamed the mayor, Quist said.", "blamed", "the mayor"),
        ("It blamed the mayor, Quist, and the press.", "blamed", "the mayor"),
        ("Vets faulted the stables for late calls.", "faulted", "the stables"),
        ("Chess players pointed the finger at the host.", "pointed the finger at", "the host"),
        ("He put the blame squarely on the host.", "put the blame squarely on", "the host"),
        ("It denied this and blamed the host.", "blamed", "the host"),
        (
            "The owner accused the Federation of Judges of taking bribes.",
            "accused",
            "the Federation of Judges",
        ),
        ("Clerks blamed the U.S. for the ban.", "blamed", "the U.S."),
        ("Clerks accused Gov. Ada Quist of fraud.", "accused", "Gov. Ada Quist"),
        ("The raids that it blames on Velm and the storm rose.", "blames", "Velm"),
        ("He accused Velm University of corruption.", "accused", "Velm University"),
        ("He accused the party of a plot.", "accused", "the party"),
        # nobody is accused
        ("The coach refused to blame the referee.", "blame", None),
        ("The coach never blamed the referee.", "blamed", None),
        ("She no longer blames the referee.", "blames", None),
        ("She denied having blamed the referee.", "blamed", None),
        ("Asked whether he blamed the referee, he left.", "blamed", None),
        ("If it rains, he will blame the roof.", "blame", None),
        ("Critics could blame the chancellor for it.", "blame", None),
        ("It would be wrong to blame the nurses.", "blame", None),
        ("The paper wrongly blamed the nurse.", "blamed", None),
        ("The editor apologised for accusing the nurse of theft.", "accusing", None),
        ("Few voters blame the chancellor.", "blame", None),
        # nobody is named
        ("The board blamed itself.", "blamed", None),
        ("The union accused him of lying.", "accused", None),
        ("The lad was accused of cheating.", "accused", None),
        ("The lad was accused by the dean of cheating.", "accused", None),
        ("He was accused in court of theft.", "accused", None),
        ("Two parties blamed each other.", "blamed", None),
        ("The bishop condemned the theft.", "condemned", None),
    ],
)
def test_whom_a_verb_of_blaming_accuses(text, cue, accused):
    assert by_cue(text, cue) == accused


@pytest.mark.parametrize(
    ("text", "cue", "accused"),
    [
        ("Botanists said a fungus was to blame for the dead elms.", "said", ["a fungus"]),
        ("She said that rain and a weak wall were to blame.", "said", ["rain and a weak wall"]),
        ("The surgeon said the clinic was at fault.", "said", ["the clinic"]),
        ('"Velm alone is responsible for this crash," said Moe.', "said", ["Velm"]),
        ("The envoy said the sponsors bore full responsibility.", "said", ["the sponsors"]),
        ("Mill to blame for foul river, says council.", "says", ["Mill"]),
        ("The inquiry found the builder at fault for the flood.", "found", ["the builder"]),
        ('"We blame the referee," said the captain.', "said", ["the referee"]),
        ("Locals hold the dyke board responsible.", "hold", ["the dyke board"]),
        ("The union said the firm had ignored three warnings.", "said", ["the firm"]),
        ('"The port killed our fathers," said Moe.', "said", ["The port"]),
        ("The bosses left the crew to die, a sailor told them.", "told", ["The bosses"]),
        ('"The ministry has lied to us," said Moe.', "said", ["The ministry"]),
        ("The auditor said the founder had covered up losses.", "said", ["the founder"]),
        ("Moe said the board was hiding the minutes.", "said", []),
        ("Moe said the board is hiding the minutes.", "said", ["the board"]),
        ("Moe said the board is hiding in the attic.", "said", []),
        # it is no accusation, or another's
        ("The firm said there was no proof that its pilots were to blame.", "said", []),
        ("The firm rejected the claim that its pilots were to blame.", "rejected", []),
        ("The firm denied that it had ignored three warnings.", "denied", []),
        ("The union said the warnings had been ignored.", "said", []),
        ("The surgeon said the nurses were not at fault.", "said", []),
        ("The judge said it was unclear who was to blame.", "said", []),
        ("The judge would decide whether Velm was to blame.", "decide", []),
        ("The mayor said rumours that the mill had poisoned our river were false.", "said", []),
        ("Residents say officials told them the mill was to blame.", "say", []),
        ("The bishop said some believe migrants are to blame.", "said", []),
        ("The vicar said he did not think that the sexton is to blame.", "said", []),
        ('"Is the ministry to blame for the spill?" said Moe.', "said", []),
        ('"They left them to die," said Moe.', "said", []),
        ('"We have never lied to the public," said Moe.', "said", []),
        ("Moe said the ministry was responsible for roads.", "said", []),
        ("Moe said they had only themselves to blame.", "said", []),
        ("Moe said he felt at fault for the flood.", "said", []),
        ("Moe vowed to hold the board accountable.", "vowed", []),
        ("Police said the gunman killed three shoppers.", "said", []),
        ("The coastguard said the storm killed 12 people.", "said", []),
        ("The rebels said they had carried out the attack.", "said", []),
        ("The group claimed responsibility for the attack.", "claimed", []),
        ("Police said a man had robbed the bank.", "said", []),
    ],
)
def test_whom_somebody_accuses_in_what_he_says(text, cue, accused):
    assert in_what_is_said(text, cue) == accused


@pytest.mark.parametrize(
    ("text", "cue", "source", "accused"),
    [
        ("The trust was blamed by Judge Moe.", "was blamed", "Judge Moe", "The trust"),
        ("The lads were accused by the dean of it.", "were accused", "dean", "The lads"),
        ("He was blamed by Judge Moe.", "was blamed", "Judge Moe", None),
        ("The trust was blamed, said Judge Moe.", "was blamed", "Judge Moe", None),
        ("The trust blamed Judge Moe.", "blamed", "Judge Moe", None),
    ],
)
def test_who_was_blamed_by_the_source(text, cue, source, accused):
    places = [(text.index(words), text.index(words) + len(words)) for words in (cue, source)]
    found = accused_before(text, 0, *places)
    assert (None if found is None else text[slice(*found)]) == accused
