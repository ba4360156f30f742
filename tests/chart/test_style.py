import matplotlib as mpl

from analysis.chart.style import styled, use_style


def test_settings_end_with_the_block():
    before = dict(mpl.rcParams)
    with use_style():
        assert mpl.rcParams["text.parse_math"] is False
    assert dict(mpl.rcParams) == before


def test_a_styled_function_runs_with_the_settings_and_keeps_its_name():
    @styled
    def hatch_salt(prefix, suffix=""):
        return prefix + mpl.rcParams["svg.hashsalt"] + suffix

    before = dict(mpl.rcParams)
    assert hatch_salt("a ", suffix=" z") == "a parallax z"
    assert hatch_salt.__name__ == "hatch_salt"
    assert dict(mpl.rcParams) == before
