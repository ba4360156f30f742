"""What the model of numbers reads: the words around a number, and the headline once."""

from analysis.neural.number_questions import words_and_title, words_with_title

TITLE = "Ferry toll rises to 37"
TEXT = f"{TITLE}\n\nThe toll rose\nfrom 29 to 37, said Ana Roe." + " More words." * 60


def place(number, after=0):
    start = TEXT.index(number, after)
    return start, start + len(number)


def test_the_number_is_marked_and_lines_are_joined():
    words, title = words_and_title(TEXT, *place("29"))
    assert words.startswith(f"{TITLE} The toll rose from * 29 * to 37, said Ana Roe.")
    assert title == TITLE


def test_far_words_are_left_out():
    start = TEXT.rindex("More")
    words, _ = words_and_title(TEXT, start, start + 4)
    assert TITLE not in words
    assert len(words) < 220


def test_a_number_of_a_text_has_its_headline_before_it():
    assert words_with_title(TEXT, *place("29")).startswith(f"{TITLE} : ")


def test_a_number_of_the_headline_has_it_once():
    words = words_with_title(TEXT, *place("37"))
    assert words.startswith(" : Ferry toll rises to * 37 * The toll rose")
