"""Target sentiment: the polarity of a sentence towards one person or group that it mentions."""
