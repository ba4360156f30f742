"""One story is chosen, by its id, by an event, or because outlets differ most in it."""

import pandas as pd
import pytest

from analysis.compare import one_story


class Tables:
    figures = articles = quantities = None
    stories = pd.DataFrame({"story_id": ["s1", "s2"], "label": ["Fire", "Flood"]})
    events = pd.DataFrame({"event_id": ["e1"], "label": ["Fire, first day"]})

    def only_story(self, story):
        return f"story {story}"

    def only_event(self, event):
        return f"event {event}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"story": "s1"}, ("story s1", "Fire")),
        ({"story": "s1", "event": "e1"}, ("event e1", "Fire, first day")),
        ({}, ("story s2", "Flood")),
        ({"quantity": "q1"}, ("story s1", "Fire")),
    ],
)
def test_what_is_kept(given, expected, monkeypatch):
    monkeypatch.setattr(
        one_story,
        "most_disputed_story",
        lambda figures, articles, quantities, stories, quantity: "s1" if quantity else "s2",
    )
    assert one_story.open_story(Tables(), **given) == expected
