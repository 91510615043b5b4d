"""Every code that the API may answer has words in both languages, on the server and on the screens."""

import json
from pathlib import Path
from typing import Any

import pytest

from access.policies.factor_refusals import FactorRefusal
from access.policies.tokens import TokenRefusal
from access.words import SignInProblem
from attendance.words import AttendanceProblem
from bookings.policies.refusals import BookingRefusal
from calendars.policies.city_refusals import CityRefusal
from calendars.policies.link_refusals import LinkRefusal
from calendars.policies.proposal_refusals import ProposalRefusal
from core.problems import Problem
from core.words import every_code, sentence
from directory.policies.refusals import RunRefusal
from directory.policies.transfer_refusals import TransferRefusal
from gates.policies.refusals import GateLogRefusal
from occupancy.policies.counts import CountRefusal
from occupancy.policies.refusals import OccupancyRefusal
from people.policies.standing_in import PeopleRefusal
from people.words import ActingProblem
from planning.policies.placement_refusals import PlacementRefusal
from planning.policies.refusals import PlanningRefusal
from plans.policies import PlanRefusal
from relocation.policies.refusals import RelocationRefusal
from roster.policies.refusals import RosterRefusal
from seating.policies.refusals import SeatingRefusal
from series.policies.refusals import SeriesRefusal
from spaces.policies.refusals import PlaceRefusal
from telework.policies.registration_refusals import RegistrationRefusal, RuleRefusal
from telework.policies.request_refusals import RequestRefusal
from telework.policies.work_refusals import WorkRefusal
from waitlists.policies.refusals import WaitRefusal
from webhooks.policies.refusals import WebhookRefusal

LOCALES = Path(__file__).parents[2] / "frontend" / "src" / "locales"
REFUSALS = [
    OccupancyRefusal,
    LinkRefusal,
    BookingRefusal,
    PlanRefusal,
    PlanningRefusal,
    PlaceRefusal,
    RelocationRefusal,
    WaitRefusal,
    SeatingRefusal,
    SignInProblem,
    FactorRefusal,
    TokenRefusal,
    ActingProblem,
    PeopleRefusal,
    AttendanceProblem,
    Problem,
    SeriesRefusal,
    RosterRefusal,
    RegistrationRefusal,
    RuleRefusal,
    RequestRefusal,
    WorkRefusal,
    RunRefusal,
    TransferRefusal,
    ProposalRefusal,
    CityRefusal,
    CountRefusal,
    GateLogRefusal,
    WebhookRefusal,
    PlacementRefusal,
]
CODES = sorted({code.value for refusals in REFUSALS for code in refusals})


def screen_words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((LOCALES / language / "refusals.json").read_text())
    return words


def test_every_registered_code_belongs_to_a_list_of_refusals():
    assert set(every_code()) == set(CODES)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_code_has_words(language):
    on_screen = screen_words(language)
    assert [code for code in CODES if sentence(code, language) == code] == []
    assert [code for code in CODES if not on_screen.get(code)] == [], f"missing in {language}/refusals.json"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_screens_have_no_words_for_codes_that_nobody_answers(language):
    own = {"unreachable", "our_fault"}
    assert set(screen_words(language)) - set(CODES) - own == set()
