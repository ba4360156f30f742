"""Who is only told something is no source; narration after quotations is no content."""

import pytest

from analysis.extract.attributions.misread_spans import without_misread_spans
from tests.extract.attributions.marked_text import linked_spans

# text, sources that are left, contents that are left
CASES = [
    ("<S Staff> <C were told> <T that it closes>.", [], ["that it closes"]),
    ("<S The court> <C was also informed> <T of a debt>.", [], ["of a debt"]),
    ("<S The firm> <C has told> <T us that it closes>.", ["The firm"], ["us that it closes"]),
    ("<S Staff> <C were told> by the board <T that it closes>.", ["the board"], None),
    (
        "<S We> <C were told by> hospital officials <T that it burned>.",
        ["hospital officials"],
        None,
    ),
    ("<S The BBC> <C has been told by> three officials <T that it>.", ["three officials"], None),
    ("<S Staff> <C were told by> letter <T that it closes>.", [], None),
    ("<S Staff> <C were told> by phone <T that it closes>.", [], None),
    ("<S Staff> <C told> <T us that it closes>.", ["Staff"], ["us that it closes"]),
    ("<T He> <C was told> by <S the board> <T to go>.", ["the board"], ["He", "to go"]),
    ("<S Staff> <C were convinced> <T that it closes>.", ["Staff"], ["that it closes"]),
    (
        '<T "I am sorry,"> <S Lund> <C said>. <T "I know."> By 9, <T 17 members left him>.',
        ["Lund"],
        ['"I am sorry,"', '"I know."'],
    ),
    (
        "<T “I am sorry,”> <S Lund> <C said>.\n\n<T Members left him>.",
        ["Lund"],
        ["“I am sorry,”"],
    ),
    ('<T "They died"> <S Lund> <C said>. <T We came to help>. It rained.', ["Lund"], None),
    # inside the marks, in the sentence of the cue, and where not all is quoted
    (
        '<T "I am sorry,"> <S Lund> <C said>. "But <T I know.">',
        ["Lund"],
        ['"I am sorry,"', 'I know."'],
    ),
    ('<T "Sorry,"> <S he> <C said>, <T adding that it rained>.', ["he"], None),
    # who only carries or verifies the statement of another
    (
        "JNIM, in a statement verified by <S the SITE group>, <C claims> <T to have won>.",
        ["JNIM"],
        None,
    ),
    (
        "It rained. The army, in a video posted on <S state media>, <C said> <T it won>.",
        ["The army"],
        None,
    ),
    (
        "The army lost, and a statement verified by <S the SITE group> <C said> <T it won>.",
        ["the SITE group"],
        None,
    ),
    (
        "On Monday the army, in a statement carried by <S the agency>, <C said> <T it won>.",
        ["the agency"],
        None,
    ),
    (
        "The base burned and the army, in a video shown on <S its channel>, <C said> <T it won>.",
        ["its channel"],
        None,
    ),
    (
        "The army, in a statement carried by the agency,\nrain <S the mayor>, <C said> <T so>.",
        ["the mayor"],
        None,
    ),
    ("The army, in <S a statement>, <C said> <T it won>.", ["a statement"], None),
    # the sentence behind a bare number
    ("<S The owner> <C says> <T 11. Sixteen people were treated>.", ["The owner"], ["11"]),
    ("<S The owner> <C says> <T about nine. It rained>.", ["The owner"], ["about nine"]),
    ("<S The owner> <C says> <T 11 people died. It rained>.", ["The owner"], None),
    ("<S The owner> <C says> <T 11.5 per cent left>.", ["The owner"], None),
    ("<T It rained>, <S he> <C said>. <T Roads were wet>.", ["he"], None),
]


@pytest.mark.parametrize(("marked", "sources", "contents"), CASES)
def test_misread_spans_are_left_out(marked, sources, contents):
    text, group = linked_spans(marked)
    mended = without_misread_spans(text, group)
    assert [span.text_in(text) for span in mended.sources] == sources
    if contents is None:
        contents = [span.text_in(text) for span in group.contents]
    assert [span.text_in(text) for span in mended.contents] == contents
