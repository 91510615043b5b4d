"""How the gate system's log is described in the environment."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import Environment
from config.settings.gates import gate_log_settings


def test_nothing_said_leaves_every_name_as_it_is_known():
    assert gate_log_settings(Environment({})) == {
        "columns": {"at": (), "card": (), "gate": (), "direction": ()},
        "words": {"in": (), "out": ()},
        "first_day": date(2000, 1, 1),
        "largest_file": 200_000_000,
    }


def test_names_words_and_the_first_day_are_the_citys():
    told = gate_log_settings(
        Environment(
            {
                "KYOSEKI_GATE_TIME_COLUMN": "時刻, 発生日時",
                "KYOSEKI_GATE_IN_WORDS": "入場",
                "KYOSEKI_GATE_FIRST_DAY": "2018-05-01",
            }
        )
    )
    assert told["columns"]["at"] == ("時刻", "発生日時")
    assert told["words"] == {"in": ("入場",), "out": ()}
    assert told["first_day"] == date(2018, 5, 1)


def test_one_word_cannot_mean_both_and_a_day_has_to_exist():
    env = Environment(
        {
            "KYOSEKI_GATE_IN_WORDS": "通過,IN",
            "KYOSEKI_GATE_OUT_WORDS": "通過",
            "KYOSEKI_GATE_FIRST_DAY": "2018-02-30",
        }
    )
    gate_log_settings(env)
    with pytest.raises(ImproperlyConfigured, match=r"(?s)share 通過.*KYOSEKI_GATE_FIRST_DAY"):
        env.settle()
