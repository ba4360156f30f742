"""Made-up text about Velmora, from which the tests of this folder learn capitals."""

import pandas as pd

from analysis.compare.events.labels.capitals import Capitals

TEXT = (
    "A fire in the harbour of Velmora was put out on Monday, said Ana Brook of Altis. "
    "In Velmora the city council thanked Ana Brook, and people in New Velmora did too. "
    "The visit of Oskar de Lund to Velmora was put off, and Altis paid."
)


def capitals(text=TEXT, outlet="Herald", day="2020-05-01"):
    rows = pd.DataFrame(
        {
            "outlet": [outlet],
            "published": pd.to_datetime([day]),
            "title": [""],
            "text": [text],
        }
    )
    return Capitals(rows)
