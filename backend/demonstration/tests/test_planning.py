"""The scenarios of the fictional hall, and the one that is placed on its floors."""

import pytest
from django.db import connection

from audit.context import acting_as
from demonstration.services.deferring import keep_scenarios_soon
from demonstration.services.past import FIRST_DAY
from demonstration.services.planning import keep_placement, keep_scenarios
from planning.models import Placement, Scenario
from planning.services.placement_running import run_placement
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


def test_the_scenario_that_fits_is_placed_once(hall):
    with acting_as(actor_name="demonstration"):
        assert not keep_placement()
        history(weekdays_from(FIRST_DAY, 20), {hall.departments["03"]: 12})
        keep_scenarios()
        assert [keep_placement(), keep_placement()] == [True, False]
        placement = Placement.objects.select_related("scenario").get()
        assert placement.scenario is not None
        assert (placement.name, placement.scenario.name) == ("在宅を週2日までの配置", "在宅を週2日まで")
        run_placement(placement_id=placement.pk)
        placement.refresh_from_db()
        assert (placement.state, len((placement.result or {})["floors"])) == ("done", 2)
        Placement.objects.update(removed_at="2026-11-30T00:00Z")
        assert not keep_placement()


def test_scenarios_come_after_every_other_heavy_job(hall):
    keep_scenarios_soon()
    keep_scenarios_soon()
    with connection.cursor() as cursor:
        cursor.execute("SELECT queue_name, priority FROM procrastinate_jobs")
        assert cursor.fetchall() == [("heavy", -1)]
