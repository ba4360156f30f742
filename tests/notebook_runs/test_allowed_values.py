"""What a corpus does not have is refused, and the closest value that it has is named."""

import pytest
import small_report

from analysis.core.errors import ParameterError
from analysis.notebook_runs import allowed_values
from analysis.run import table_paths


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
        {"story": "sample-flood"},
        {"story": "", "quantity": ""},
        {"quantity": "quantity-sample-flood-killed"},
        {"outlets": ["meridian wire"]},
        {"outlet": "Meridian Wire"},
        {"outcome": "killed"},
        {"claims_event": "al_ahli_2023"},
        {"limit": 3},
        {"outlets": []},
        {"event": "joined-by-hand", "overrides": "mine.csv"},
        {"statement_article": "sample-flood-02"},
        {"n": "anything", "seed": 3},
    ],
)
def test_what_the_corpus_has_is_accepted(tables, values):
    allowed_values.validate_values(values, tables)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"event": "sample-flod"}, "No event 'sample-flod'; did you mean 'sample-flood'"),
        ({"story": "sample-flod"}, "No story 'sample-flod'; did you mean 'sample-flood'"),
        (
            {"quantity": "quantity-sample-flood-kiled"},
            "did you mean 'quantity-sample-flood-killed'",
        ),
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
        ({"referents": ["Red"]}, "No referent 'Red'"),
        ({"statement_article": "x"}, "No statement_article 'x'"),
        ({"outlet": "None", "overrides": "mine.csv"}, "No outlet 'None'"),
    ],
)
def test_what_it_lacks_is_refused_with_the_closest(tables, values, message):
    with pytest.raises(ParameterError, match=message):
        allowed_values.validate_values(values, tables)


def test_what_was_made_before_a_value_was_refused_is_told(tables):
    with pytest.raises(ParameterError, match=f"The tables are kept in {tables}"):
        allowed_values.validate_values({"story": "x"}, tables, kept=True)


def test_values_are_sorted_and_free_parameters_have_none(tables):
    events = allowed_values.allowed("event", tables)
    assert events == sorted(events)
    assert "sample-flood" in events
    assert "killed" in allowed_values.allowed("outcome", tables)
    assert allowed_values.allowed("n", tables) is None


def test_tables_in_shards_are_looked_up_too(tables, tmp_path):
    for name in ("articles", "names"):
        shard = table_paths.shard_path(tmp_path, name, 0)
        shard.parent.mkdir()
        shard.write_bytes((tables / f"{name}.parquet").read_bytes())
    allowed_values.validate_values({"outlet": "Meridian Wire"}, tmp_path)
    with pytest.raises(ParameterError, match="No outlet 'Meridian'"):
        allowed_values.validate_values({"outlet": "Meridian"}, tmp_path)
