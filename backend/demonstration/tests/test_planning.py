"""The scenarios of the fictional hall."""

import pytest

from audit.context import acting_as
from demonstration.services.past import FIRST_DAY
from demonstration.services.planning import keep_scenarios
from planning.models import Scenario
from tests.factories.department_days import history, weekdays_from

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def test_scenarios_are_kept_once_there_are_facts_and_never_again(hall):
    with acting_as(actor_name="demonstration"):
        assert keep_scenarios() == 0
        history(weekdays_from(FIRST_DAY, 20), {hall.departments["03"]: 12})
        assert [keep_scenarios(), keep_scenarios()] == [2, 0]
        answers = [one.answer or {} for one in Scenario.objects.order_by("pk")]
        assert [answer["needed"]["0.95"] for answer in answers] == [12, 9]
        Scenario.objects.update(removed_at="2026-11-30T00:00Z")
        assert keep_scenarios() == 0
