"""Values in forms of their own."""

import pytest

from analysis.load.tools import values


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("names", None, None),
        ("names", ["A. Kern", None, ""], "A. Kern"),
        ("names", "[Reuters", "[Reuters"),
        ("names", "[Reuters]", "[Reuters]"),
        ("html_text", None, None),
        ("html_text", " ", None),
        ("html_text", "plain", "plain"),
        ("html_text", "\x01a\x00<p>b\ud800</p>", "a b"),
        ("html_text", "<div>" * 3000 + "deep", "deep"),
        ("html_text", "<!-- note -->", None),
        ("html_text", "<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("telegram_text", None, None),
        ("telegram_text", "", ""),
        ("telegram_text", [{"type": "link", "text": "t.me/x"}, 7], "t.me/x"),
        ("fundus_text", "plain", "plain"),
        ("fundus_text", {"summary": None, "sections": None}, None),
        (
            "fundus_text",
            {"sections": [{"headline": ["Then"], "paragraphs": ["One.", "Two."]}, 3]},
            "Then\n\nOne.\n\nTwo.",
        ),
        ("csl_names", "Kern, Ada", "Kern, Ada"),
        ("csl_day", "2018", None),
        ("csl_day", [[]], None),
    ],
)
def test_texts(form, value, text):
    assert getattr(values, form)(value) == text
