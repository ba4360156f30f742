"""Correction notes, headings, votes, crowds and questions attribute nothing."""

import pytest

from analysis.extract.attributions.non_sources import attributes_nothing, gives_no_comment
from tests.extract.attributions.marked_text import linked_spans

CASES = [
    ("<S Despite> <C calls for> <T him to go> he stays.", True),
    ("<S The> <C call for> <T checks> was heard.", True),
    ("<S The mayor> <C calls for> <T checks>.", False),
    ("<S An earlier version of this article> <C said> <T that two had died>.", True),
    ("<S A previous version of our story> <C stated> <T that it rained>.", True),
    ("<S This article> <C incorrectly stated> <T that it rained>.", True),
    ("<T Emil Roth> <C was known> to <S police>.", True),
    ("<T That it rained> <C was known> by <S police>.", False),
    ("<S WHY VELMAR LAW><C :> <T We are the best>.", True),
    ("<S DETAILS OF THE CASE><C :> <T It lost money>.", True),
    ("<S 71% of the workers who voted> <C accepted> <T a rise of 9%>.", True),
    ("<S Tens of thousands of people> <C to demand> <T an election>.", True),
    ("<S Between 36,000 and 200,000 people> <C protested against> <T the law>.", True),
    ("Strike on the market: <S who> <C says> <T what>.", True),
    ("<S Quist> could have <C requested> <T a recount>.", True),
    ("<S Quist> <C should have called for> <T a recount>.", True),
    ("<S Quist> <C said> <T he could have won>.", False),
    ("<S Quist> may have <C said> <T that it rained>.", False),
    ("<T Velmar> <C is well known for> <T making pumps>.", True),
    ("<S The clay>, <C known as> <T red gold>, softens it.", True),
    ("A system <C designed> <T to hold records>.", True),
    ("The vote <C is scheduled> <T to be held soon>.", True),
    ("<T The report> <C cheered> <S Democrats>.", True),
    ("<S Police> had <C reported> less <T because it rained>.", True),
    # these speak
    ("<T A policy> <C cheered> by <S Democrats>.", False),
    ("<S Quist> <C is known to> <T favour the levy>.", False),
    ("<T Because it rained>, <S police> <C said>.", False),
    ("<S An earlier study> <C said> <T that two had died>.", False),
    ("<S This article> <C argues> <T that it rained>.", False),
    ("<S The article in the Tallis Herald> <C said> <T that it rained>.", False),
    ("<S ADA QUIST, HOST><C :> <T Good morning>.", False),
    ("<S QUIST><C :> <T Good morning>.", False),
    ("<S 71% of voters> <C said> <T they were afraid>.", False),
    ("<S Thousands of people> <C said> <T they had no water>.", False),
    ("<S Two doctors> <C rejected> <T the claim>.", False),
    ("Ola Moe, <S who> <C says> <T what he thinks>.", False),
    ("<C It is believed> <T that it rained>.", False),
    # notes of correction, no one, wishes, datelines and topics of headlines, and what is like them
    ("Correction\n<S A story in the Sept. 10 edition> <C gave> <T a wrong figure>.", True),
    ("<S A story in the Sept. 10 edition> <C gave> <T a wrong figure>.", True),
    ("<S A photograph on page B4> <C misidentified> <T the mayor>.", True),
    ("<S A report in Monday's edition> <C said> <T it rained>.", False),
    ("<S A story in Monday's edition of the Herald> <C said> <T it rained>.", False),
    ("<S A report in the Lancet> <C said> <T it rained>.", False),
    ("<S No one> <C expected> <T a flood>.", True),
    ("<S NEW VELM> <C SHOWS> <T STRONG LEAD FOR QUIST> - NEWS", False),
    ("<S Both sides> <C agreed on one thing:> <T It rained>.\n\nThe sides met.", False),
    ("<S Velmar><C :> <T A shift>\n\nVELMAR MAY HAVE WON - So it is.", False),
    ("<S Norland> <C counts> <T its dead>.", True),
    ("<S Norland> <C counts> <T 40 dead>.", False),
    ("<S No one at the port> <C knew> <T of it>.", True),
    ("<S No official source> <C has confirmed> <T the number>.", True),
    ("<S Neither side> <C said> <T how many were hurt>.", True),
    ("<S None of the survivors> <C said> <T so>.", True),
    ("<S No 10> <C said> <T so>.", False),
    ("<S Norland> <C said> <T so>.", False),
    ("<S Voters> <C would rather> <T stay home>.", True),
    ("<S Voters> <C said they> <T would rather stay home>.", False),
    ("<S HARLAN CREEK>, Ohio (CP) - Two men were hurt, police <C said><T .>", True),
    ("<S KARSK> (World Wire) - It rained, <C said> <T so>.", True),
    ("<S ADA QUIST> <C said> <T - again - that it rained>.", False),
    # what a headline's first word says of the text, no one anywhere, shares of those asked
    ("<S Science>: <T Snail yields a painkiller>\n\nA team milked snails.", True),
    ("<S Special report><C :> <T Snail yields a painkiller>\n\nA team milked snails.", True),
    ("<S Explainer><C :> <T What we know>\n\nA ferry sank.", True),
    ("<S Experts>: <T Snail yields a painkiller>\n\nA team milked snails.", False),
    ("<S Nobody in Karsk> <C believes> <T the number>.", True),
    ("<S None here> <C believes> <T the number>.", True),
    ("<S Nobody Inc> <C says> <T it will pay>.", False),
    ("<S More than three million people> <C backed> <T the old man>.", True),
    ("<S Three million voters> <C said> <T they were afraid>.", False),
    ("<S Older islanders> <C were reminded of> <T the wreck of 2013>.", True),
    ("<S The mayor> <C reminded> <T them of the wreck>.", False),
    ("<S Eighteen percent of critics> <C named> <T the economy>.", True),
    ("<S Eighteen percent of critics> <C said> <T they were afraid>.", False),
    ("<S BP> <C said> <T that it would sell>.", False),
    ("<S Cholera><C :> <T 100 die>\n\nThe cholera wards are full.", True),
    ("<S Karsk><C :> <T 'We saw it'>\n\nKARSK, Jan 2 - Two men saw it.", True),
    ("<S Kenya protests><C :> <T two die>\n\nThe protests went on.", True),
    ("<S Union><C :> <T two die>\n\nThe union said on Monday that two died.", False),
    ("<S Farmers><C :> <T prices must rise>\n\nThe farmers met.", False),
    ("<S Velmar><C :> <T we will pay>\n\nShares in Velmar rose. The firm is in Karsk.", False),
    ("<S Bennett><C :> <T Every vote counts>\n\nThe minister met voters in Karsk.", False),
    ("<S Karsk><C :> <T we will pay>\n\nIn Karsk, rain fell. The mayor in Karsk said no.", False),
    ("<S City hall hack><C :> <T what we know about the demand>\n\nIt is down.", True),
    ("<S Toolmaker><C :> <T 'We will pay'>\n\nThe toolmaker's shares fell.", False),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_attributes_nothing(marked, expected):
    assert attributes_nothing(*linked_spans(marked)) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<S A spokesman for the port> <C refused> <T to comment>.", True),
        ("<S The mayor> <C declined> <T to respond to the union>.", True),
        ("<S The port> <C did not immediately respond> <T to a request for comment>.", True),
        ("<S The port> <C has not responded to> <T the claims>.", True),
        ("<S The bosses of Velmar> <C said> <T nothing for a week>.", True),
        ("<S Minister Ada Quist> <C dodged questions about> <T the fire>.", True),
        ("<S Velmar> <C made no comment> <T on the fire>.", True),
        ("<S Emil Roth> <C was not available for> <T comment>.", True),
        # these say something, or on what nothing is said
        ("<S The mayor> <C declined to comment> Sunday on <T the fire>.", False),
        ("<S The mayor> <C declined to say> <T whether she will stand>.", False),
        ("<S The union> <C refused> <T to accept the offer>.", False),
        ("<S The mayor> <C said> <T nothing had been decided>.", False),
        ("<S The mayor> <C said> <T nothing was stolen>.", False),
        ("<S Velmar> <C did not respond by> <T cutting its prices>.", False),
        ("<S The mayor> <C commented> <T that it rained>.", False),
        ("<S The mayor> <C did not say> <T when>.", False),
        ("<S The mayor> <C answered questions about> <T the fire>.", False),
        ("<T That it rained> <C was questioned by> <S the mayor>.", False),
    ],
)
def test_gives_no_comment(marked, expected):
    assert gives_no_comment(*linked_spans(marked)) is expected
