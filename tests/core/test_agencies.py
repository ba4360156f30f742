"""Marks of news agencies in bylines, datelines and credit lines."""

import pytest

from analysis.core.agencies import agency_of

AP = "Associated Press"
AFP = "Agence France-Presse"
BODY = "A dam broke above the town on Monday, and 27 people are missing. Boats search the river."


@pytest.mark.parametrize(
    ("text", "author", "expected"),
    [
        (f"Dam breaks\n\nTALLIS (AP) - {BODY}", None, AP),
        (f"Dam breaks\n\nTALLIS, Merrow (AP) — {BODY}", None, AP),
        (f"TALLIS, March 3 (Xinhua) -- {BODY}", None, "Xinhua"),
        (f"(Reuters) - {BODY}", None, "Reuters"),
        (f"Dam breaks\n\nBy Reuters\n\n{BODY}", None, "Reuters"),
        (f"Dam breaks\n\nBy ADA HOLM, Associated Press\n{BODY}", None, AP),
        (f"Dam breaks\nAFP\n{BODY}", None, AFP),
        (f"Dam breaks official AFP Thursday 30 Jun 2016 {BODY}", None, AFP),
        (f"{BODY} (AFP)", None, AFP),
        (f"{BODY}\n\n— Associated Press", None, AP),
        (f"{BODY} AFP", None, AFP),
        (f"{BODY}\n\nSource: Reuters", None, "Reuters"),
        (f"{BODY}\n\nCopyright 2019 The Associated Press. All rights reserved.", None, AP),
        (BODY, "Reuters", "Reuters"),
        (BODY, "Ada Holm, Associated Press", AP),
        (BODY, "By AFP in Tallis", AFP),
        (BODY, "Australian Associated Press", "Australian Associated Press"),
        # an agency that the list lacks
        (f"Dam breaks\n\nTALLIS, Merrow, March 3 (Northern Wire) - {BODY}", None, "Northern Wire"),
        (f"TALLIS (NWA) – {BODY}", None, "NWA"),
        (f"TALLIS (May 14) - {BODY}", None, None),
        (f"WASHINGTON, Rep. Ada Holm (R-NY) - {BODY}", None, None),
        (f"The dam (Lower Tallis) - {BODY}", None, None),
        # an agency that is quoted, or that took the picture
        (BODY, None, None),
        (BODY, "Ada Holm", None),
        (BODY, "Kapil Apte", None),
        (f"{BODY} The mayor told Reuters that the dam was old.", None, None),
        (f"The AP reported earlier that the dam was old. {BODY}", None, None),
        (f"Boats on the river. (Reuters Photo) {BODY}", None, None),
        (f"{BODY} The agency Xinhua said the dam was old.", None, None),
        (f"{BODY} The students took AP classes.", None, None),
        (f"The Associated Press (AP) was founded in 1846. {BODY}", None, None),
        ("", None, None),
    ],
)
def test_agencies(text, author, expected):
    assert agency_of(text, author) == expected
