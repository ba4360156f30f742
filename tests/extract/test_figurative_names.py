"""Words for violence, protest, disaster and the dead that may be figures of speech."""

import pytest

from analysis.extract.figurative_names import Context, is_figurative
from tests.extract.attributions.marked_text import unmark

FIRE = "Nine people died in the fire."
GUNMEN = "Gunmen stormed the hotel and shot guests."


@pytest.mark.parametrize(
    ("marked", "near", "lead", "expected"),
    [
        # attacks and battles of words
        ("The candidate answered a fresh round of [attacks].", "", "", True),
        ("Quist sharpened her line of [attack].", "", GUNMEN, True),
        ("He will tone down his [attacks] on the mayor.", "", "", True),
        ("The party lost the nomination [battle].", "", "", True),
        ("Voters recall the [attack] that left nine dead.", "", "", False),
        ("The candidate condemned the [attack].", GUNMEN, "", False),
        ("The candidate condemned the [attack].", "", GUNMEN, False),
        ("Democrats spoke of the [attack] in Orvel.", "", "", False),
        ("Before the 2009 [attack] voters were calm.", "", "", False),
        ("The [attack] lasted an hour.", "", "", False),
        ("His [attack] wounded a soldier.", "", "", False),
        # what is fought
        ("The minister is [fighting] inflation.", "", GUNMEN, True),
        ("Two states vowed to [battle] extremism.", "", GUNMEN, True),
        ("They were [fighting] the war on drugs.", "", "", True),
        ("A union [fighting] for reform and pay met.", "", "", True),
        ("Rebels [fighting] for reform took the town.", "", "", False),
        ("Troops were [fighting] rebels near Velm.", "", "", False),
        ("The [fighting] in the north went on.", "", "", False),
        ("They were [fighting] terror groups in Velm.", "", "", False),
        # strikes
        ("The budget must [strike] a fair balance.", "", "", True),
        ("It hopes to [strike] an agreement with Velm.", "", "", True),
        ("The [strike] on the port hit a deal maker.", "", "", False),
        ("Drones [strike] the oil port.", "", "", False),
        # marches
        ("The firm's [march] to dominance went on.", "", "", True),
        ("They will [march] into the final.", "", "", True),
        ("Recruits would rather [march] under other orders.", "", "", True),
        ("Thousands joined the [march] for democracy.", "", "", False),
        ("A [march] to the palace began.", "", "", False),
        ("They will [march] on Friday.", "Workers chanted slogans.", "", False),
        # revolts
        ("The bill met a [revolt] of backbenchers.", "", "", True),
        ("The candidate promised a [revolution].", "", "", True),
        ("The [revolution] began in March.", "", "", False),
        ("The [revolt] of troops before the primary failed.", "", "", False),
        # disasters
        ("The vote was an electoral [disaster].", "", FIRE, True),
        ("Her interview was a [catastrophe].", "", "", True),
        ("The primary ended in [tragedy].", "", FIRE, True),
        ("The [tragedy] shook the village.", FIRE, "", False),
        ("The [disaster] left the valley under water.", "", FIRE, False),
        ("They spoke of the Orvel [disaster].", "", "", False),
        # victims
        ("The mayor saw the [victims].", "", "", True),
        ("They were [victims] of racism.", "", FIRE, True),
        ("A tally of homicides and shooting [victims] rose.", "", "", True),
        ("The [victims] were named.", "", FIRE, False),
        ("The stabbing [victim] died at noon.", "", "", False),
        ("Families of gun violence [victims] sued.", "", "", False),
        ("A prayer for the [victims] of the crash was said.", "", "", False),
        # the dead
        ("I wanted to see Rome before I [died].", "", "", True),
        ("The amendment came back, but it stayed [dead].", "", "", True),
        ("She nearly [died] of shame.", "", "", True),
        ("It's [dead].", "", "", True),
        ("He [died] before I came.", "", "", False),
        ("Her mother was [dead].", "", "", False),
        # costs
        ("Farmers are getting [killed] by tariffs.", "", "", True),
        ("Shops are getting [killed] in this deal.", "", "", True),
        ("Two traders were [killed] in a market.", "", "", False),
        ("Nine men are getting [killed] in deals by gunmen.", "", "", False),
        # other words
        ("The candidate spoke of a [massacre].", "", "", False),
    ],
)
def test_is_figurative(marked, near, lead, expected):
    sentence, ((start, end),) = unmark(marked)
    assert is_figurative(Context(sentence, start, end, near, lead)) is expected
