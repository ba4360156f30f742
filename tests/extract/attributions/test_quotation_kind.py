"""Direct, indirect and mixed speech, as a table of marked sentences."""

import pytest

from analysis.extract.attributions.quotation_kind import quotation_kind
from tests.extract.attributions.marked_text import linked_spans

NINE = "one two three four five six seven eight nine"

CASES = [
    # quote marks inside the content
    ("<S He> <C said>: <T “All is well.”>", "direct"),
    ("<S He> <C said> <T all was “very well” in the port>.", "mixed"),
    ("<S He> <C said> <T all was 'very well' in the port>.", "mixed"),
    ("<S He> <C said> <T all was ``very well'' in the port>.", "mixed"),
    ("<S He> <C said> <T all was «very well» in the port>.", "mixed"),
    ("<S He> <C said> <T it was the baker’s fault>.", "indirect"),
    ("<S He> <C said> <T it was 'ok' at the bakers' ball>.", "indirect"),
    # the share of words in quote marks
    (f"<S He> <C said> <T “{NINE}” ten>.", "direct"),
    (f"<S He> <C said> <T “{NINE}” ten eleven>.", "mixed"),
    # quote marks around the content
    ('<S He> <C said>, "<T All is well>."', "direct"),
    ("<S He> <C said>, «<T all is well>»", "direct"),
    ("<S He> <C said>, “<T all is well> and left.", "direct"),
    ("<S He> <C said>, “<T all ”is well> and left.", "indirect"),
    ("<S He> <C said>, “<T all “is well”>” and left.", "direct"),
    ("<S He> <C said> <T all is well>” and left.", "indirect"),
    # a quotation in several parts
    ("<T “It rained>, <S he> <C said>, <T and the port flooded>.", "direct"),
    ("<T “It rained”>, <S he> <C said>, <T and the port flooded>.", "mixed"),
    ('<T "It rained>, <S he> <C said>, <T and the port flooded>.', "direct"),
    ("<T It rained>, <S he> <C said>, <T and the port “flooded again” now>.", "mixed"),
    ("<T It rained”>, <S he> <C said>, <T and the port flooded>.", "indirect"),
    ("<T “It rained>, <T “and it snowed”> <S he> <C said>, <T and so on>.", "mixed"),
    ("<T “It rained>, <T it snowed,> <S he> <C said>, <T and so on>.", "direct"),
    # without quote marks
    ("<S He> <C said> <T all was well>.", "indirect"),
    ("<S He> <C said> <T We are leaving our homes behind>.", "direct"),
    ("<S He> <C said> <T Trains are late, thanks to us>.", "direct"),
    ("<S He> <C said> <T Trains are late>.", "indirect"),
    ("<S He> <C said> <T The road is open>.", "direct"),
    ("<T The road is open> <S he> <C said>.", "indirect"),
    ("<S He> <C spoke>. <T The road is open>.", "indirect"),
    ("<S He> <C spoke>. <T The road is open. It was shut before>.", "direct"),
    ("<S He> <C said> <T Trains are late. It was foggy>.", "indirect"),
    ("<T Trains are late. It was foggy>, <S he> <C said>.", "direct"),
    (f"<S He> <C said>, {NINE}, and {NINE}, <T The road is open>.", "indirect"),
    ("<S He> <C said> <T that the road was shut>.", "indirect"),
    ("<S He> <C said> <T That the road was shut>.", "indirect"),
    ("<S He> <C said> <T that the road was shut and If it is so, walk>.", "mixed"),
    ("<S He> <C said> <T the road was shut when I left>.", "mixed"),
    ("<S He> <C said> <T That the road was shut when I left>.", "mixed"),
    ("<S Mayor>, <T The road is open>.", "indirect"),
]


@pytest.mark.parametrize(("marked", "kind"), CASES)
def test_quotation_kind(marked, kind):
    assert quotation_kind(*linked_spans(marked)) == kind


def test_parts_are_read_in_the_order_of_the_text():
    text, group = linked_spans("<T “It rained>, <S he> <C said>, <T and the port flooded>.")
    swapped = type(group)(group.cue, group.contents[::-1], group.sources)
    assert quotation_kind(text, swapped) == "direct"
