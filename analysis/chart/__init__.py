"""
Draw: a table goes in, a matplotlib Figure (or safe HTML) comes out, and nothing is computed.

``style`` (colours, marks, saving) and ``page`` (title, legend, caption, layout) carry every chart:
``ranges`` figures of one event, ``statements`` how a statement travels and claims over time, ``times`` articles by day
and month, ``dots`` estimates with intervals, ``bars`` shares, ``matrices`` outlet by something, ``terms`` keyness.
``evidence`` shows the sentence behind a mark, ``spans`` gathers what is marked in it.
Every chart function takes ``title`` and ``caption``; ``style.describe`` gives its alt text, ``style.save`` its files.
"""
