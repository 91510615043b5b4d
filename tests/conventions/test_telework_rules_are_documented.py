"""docs/telework-rules.md and the screens know every rule of telework, its default and every refusal about it."""

import json
import re
from datetime import time
from pathlib import Path

import pytest

from telework.policies.registration_refusals import RegistrationRefusal, RuleRefusal
from telework.policies.rules import DEFAULTS, SET_BY_DEPARTMENTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "telework-rules.md").read_text()
RULES = PAGE.partition("## The rules")[2].partition("\n## ")[0]
ROWS = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", RULES, re.MULTILINE))
ALL_OF_THEM = {"forms": "all", "excluded_classes": "none"}


def as_written(name: str) -> str:
    value = DEFAULTS[name]
    if name in ALL_OF_THEM:
        return ALL_OF_THEM[name]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, str):
        return f"`{value}`"
    return "–" if value is None else str(value)


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_rule_is_in_the_page_with_its_default(name):
    assert ROWS.get(name) == as_written(name)


@pytest.mark.parametrize("code", [*RegistrationRefusal, *RuleRefusal])
def test_a_refusal_is_in_the_page(code):
    assert f"`{code.value}`" in PAGE


def test_the_page_names_what_departments_set():
    (paragraph,) = [line for line in PAGE.splitlines() if line.startswith("HR and IT set the row")]
    assert set(SET_BY_DEPARTMENTS) <= set(re.findall(r"`(\w+)`", paragraph))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", DEFAULTS)
def test_a_rule_has_a_label_and_a_sentence_on_the_screens(name, language):
    words = json.loads((ROOT / "frontend" / "src" / "locales" / language / "sectionRules.json").read_text())
    assert words["label"][name]
    assert [key for key in words["say"] if key.startswith(name)]
