"""docs/calendar.md says how events are understood as the code does it."""

import re
from pathlib import Path

import pytest

from calendars.policies.choices import ProposalKind
from calendars.policies.proposal_refusals import ProposalRefusal
from calendars.policies.understanding import ENOUGH, FREE, MEANT, STRENGTH, TENTATIVE
from calendars.services.deleted_there import MOST_UNASKED
from config.settings.calendars import HOME_WORDS, LEAVE_WORDS, TRIP_WORDS

PAGE = (Path(__file__).parents[2] / "docs" / "calendar.md").read_text()
WORDS = {"leave": LEAVE_WORDS, "trip": TRIP_WORDS, "home": HOME_WORDS}


@pytest.mark.parametrize("kind", WORDS)
def test_the_words_are_those_that_count(kind):
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{kind}` |")]
    *_, setting, words, _end = (cell.strip() for cell in row.split("|"))
    assert setting == f"`KYOSEKI_CALENDAR_{kind.upper()}_WORDS`"
    assert tuple(words.split(", ")) == WORDS[kind]


@pytest.mark.parametrize("busy", MEANT)
def test_what_business_says_by_itself(busy):
    (row,) = [line for line in PAGE.splitlines() if line.startswith("|") and busy in line]
    assert f"`{MEANT[busy]}`" in row
    assert FREE in PAGE
    assert TENTATIVE in PAGE


def test_the_stronger_kind_and_the_share_of_a_half():
    assert ", then ".join(f"`{kind}`" for kind in STRENGTH) in PAGE
    assert f"from {ENOUGH:.0%} of".replace("75%", "75 %") in PAGE


def test_more_than_so_many_are_asked_about():
    assert set(re.findall(r"[Mm]ore than (\d+)", PAGE)) == {str(MOST_UNASKED)}


@pytest.mark.parametrize("code", ProposalRefusal)
def test_a_refusal_is_in_the_page(code):
    assert f"| `{code.value}` |" in PAGE


@pytest.mark.parametrize("kind", ProposalKind)
def test_a_kind_is_in_the_page(kind):
    assert f"`{kind.value}`" in PAGE
