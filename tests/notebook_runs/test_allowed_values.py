"""What a corpus does not have is refused before a kernel starts, and the nearest that it has is named."""

import pytest
import small_report

from analysis.core.errors import ParameterError
from analysis.notebook_runs import allowed_values


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("choices") / "run"
    small_report.build(folder)
    return folder / "tables"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"event": ""},
        {"event": "sample-flood"},
        {"outlets": ["meridian wire"]},
        {"outlet": "Meridian Wire"},
        {"outcome": "killed"},
        {"claims_event": "al_ahli_2023"},
        {"limit": 3},
        {"outlets": []},
        {"event": "joined-by-hand", "overrides": "mine.csv"},
    ],
)
def test_what_the_corpus_has_may_be_chosen(tables, values):
    allowed_values.validate_values(values, tables)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"event": "sample-flod"}, "No event 'sample-flod'; did you mean 'sample-flood'"),
        (
            {"outlets": ["Meridian Wire", "Meridan Wire"]},
            "No outlet 'Meridan Wire'; did you mean 'Meridian Wire'",
        ),
        ({"outlet": "meridian wire"}, "No outlet 'meridian wire'; did you mean 'Meridian Wire'"),
        ({"outcome": "kiled"}, "No outcome 'kiled'; did you mean 'killed'"),
        (
            {"claims_event": "raqqa"},
            "No claims_event 'raqqa'.*Available: al_ahli_2023, raqqa_2017_2019",
        ),
        ({"referents": ["nobody"]}, "No referent 'nobody'"),
    ],
)
def test_what_it_lacks_is_named_with_the_nearest(tables, values, message):
    with pytest.raises(ParameterError, match=message):
        allowed_values.validate_values(values, tables)
