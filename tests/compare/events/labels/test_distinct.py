from analysis.compare.events.labels.distinct import LabelParts, tell_apart


def test_parts_that_are_not_known_are_left_out():
    groups = {
        1: LabelParts("Velmora", "fire", "1 May 2020", ()),
        2: LabelParts("Velmora", "", "1 May 2020", ()),
        3: LabelParts("", "fire", "", ()),
        4: LabelParts("", "", "", ()),
    }
    labels = ["Velmora, fire, 1 May 2020", "Velmora, 1 May 2020", "fire", "event"]
    assert list(tell_apart(groups).values()) == labels


def test_equal_labels_get_a_word_that_only_one_group_has():
    groups = {
        name: LabelParts("Velmora", "fire", "1 May 2020", ("Mill", name)) for name in ("Ash", "Elm")
    }
    assert tell_apart(groups) == {
        "Ash": "Velmora, fire (Ash), 1 May 2020",
        "Elm": "Velmora, fire (Elm), 1 May 2020",
    }


def test_equal_labels_without_such_a_word_get_numbers():
    groups = {number: LabelParts("Velmora", "fire", "", ("Mill",)) for number in range(3)}
    assert list(tell_apart(groups).values()) == [
        "Velmora, fire",
        "Velmora, fire (2)",
        "Velmora, fire (3)",
    ]


def test_a_number_is_not_one_that_a_word_gave():
    groups = {
        1: LabelParts("Velmora (2)", "", "", ()),
        2: LabelParts("Velmora", "", "", ()),
        3: LabelParts("Velmora", "", "", ()),
    }
    assert tell_apart(groups) == {1: "Velmora (2)", 2: "Velmora", 3: "Velmora (3)"}


def test_no_groups_have_no_labels():
    assert tell_apart({}) == {}
