"""
Draw: a table goes in, a matplotlib Figure (or safe HTML) comes out, and nothing is computed.

``style`` (colours, marks, saving) and ``page`` (title, legend, caption, layout) carry every chart:
``ranges`` and ``spreads`` figures of one event, ``claims`` by day, ``statements`` how one travels,
``times`` articles by day and month, ``dots`` estimates with intervals, ``bars`` shares,
``matrices`` outlet by something, ``terms`` keyness.
``evidence`` shows the sentence behind a mark, ``spans`` gathers what is marked in it.
Every chart function takes ``title`` and ``caption``; ``style.describe`` gives its alt text, ``style.save`` its files.
"""
