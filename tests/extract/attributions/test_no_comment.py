"""Whether somebody gave no statement at all."""

import pytest

from analysis.extract.attributions.no_comment import gives_no_comment
from tests.extract.attributions.marked_text import linked_spans


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
