"""Articles that stand alone, and the story to which two of its articles tie them."""

import numpy as np
import pytest

from analysis.compare.events.alone import LEAST_PROBABILITY, join_alone

STORY = [0, 0, 0, 3, 4, 4]  # rows 0 to 2, row 3 alone, rows 4 and 5


def joined(pairs, group=STORY, fixed=()):
    first, second = (np.array([pair[end] for pair in pairs], int) for end in (0, 1))
    probability = np.array(list(pairs.values()), float)
    is_fixed = np.isin(np.arange(len(group)), list(fixed))
    return join_alone(np.array(group, int), first, second, probability, is_fixed).tolist()


@pytest.mark.parametrize(
    ("pairs", "story"),
    [
        ({(0, 3): 0.9, (1, 3): 0.4}, 0),
        ({(0, 3): 0.9, (1, 3): 0.2}, 3),
        ({(0, 3): 1.0}, 3),  # one article alone ties it to nothing
        ({(0, 3): 0.9, (3, 4): 0.9}, 3),  # nor two of different stories
        ({(0, 3): 0.7, (1, 3): 0.7, (3, 4): 0.8, (3, 5): 0.8}, 4),
        ({(0, 3): 0.7, (1, 3): 0.7, (3, 4): 0.7, (3, 5): 0.7}, 0),
        ({(0, 3): 0.9, (1, 3): 0.9, (2, 3): 0.0}, 0),
    ],
)
def test_an_article_joins_the_story_of_two_near_articles(pairs, story):
    assert joined(pairs) == [0, 0, 0, story, 4, 4]


def test_the_least_probability_is_enough():
    assert joined({(0, 3): LEAST_PROBABILITY, (1, 3): LEAST_PROBABILITY})[3] == 0


def test_articles_that_are_placed_stay():
    assert joined({(0, 3): 1.0, (1, 3): 1.0}, fixed=[3]) == STORY
    assert joined({(0, 4): 1.0, (1, 4): 1.0}) == STORY


def test_two_articles_that_are_alone_make_no_story():
    assert joined({(0, 1): 1.0}, group=[0, 1]) == [0, 1]
    assert joined({}, group=[]) == []
