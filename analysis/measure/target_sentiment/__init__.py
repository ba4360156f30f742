"""The polarity of a sentence towards one person or group named in it."""
