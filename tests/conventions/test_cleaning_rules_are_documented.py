"""docs/occupancy.md names every rule by which the gate log is cleaned, and its numbers are those of the rules."""

import re
from pathlib import Path

from occupancy.policies.log_days import EVENING_TO_NIGHT, LONGEST_OVER_MIDNIGHT, OUT_AT_NIGHT
from occupancy.policies.passages import DAY_BEGINS, READ_TWICE_WITHIN, CleaningRule
from occupancy.policies.readings import HOLDS_FOR
from occupancy.policies.stays import AFTER_HOURS, NIGHT_DUTY_ENDS

PAGE = (Path(__file__).parents[2] / "docs" / "occupancy.md").read_text("utf-8")
SECTION = PAGE.split("## How the gate log is cleaned")[1].split("\n## ")[0]
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", SECTION, re.MULTILINE))


def test_every_rule_has_a_row_and_no_row_is_without_a_rule():
    assert list(ROWS) == [rule.value for rule in CleaningRule]


def test_its_numbers_are_those_of_the_rules():
    assert f"within {READ_TWICE_WITHIN.seconds} seconds" in ROWS[CleaningRule.READ_TWICE]
    assert f"at most {LONGEST_OVER_MIDNIGHT.seconds // 3600} hours later" in ROWS[CleaningRule.OVER_MIDNIGHT]
    assert AFTER_HOURS.seconds == 30 * 60
    assert "for half an hour" in ROWS[CleaningRule.EXIT_MISSING]
    assert f"at most {HOLDS_FOR.seconds // 60} minutes after it" in SECTION
    assert f"begins at {DAY_BEGINS:%-H:%M}" in SECTION
    assert f"at most {EVENING_TO_NIGHT.seconds // 3600} hours before" in SECTION
    assert f"at most {OUT_AT_NIGHT.seconds // 3600} hours" in SECTION
    assert f"to {NIGHT_DUTY_ENDS:%-H:%M}" in ROWS[CleaningRule.EXIT_MISSING]
