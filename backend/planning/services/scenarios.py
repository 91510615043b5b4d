"""Questions about desks that somebody keeps: saved with their answer, changed, answered anew, taken away."""

from typing import Any

from django.db import IntegrityError, transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.constraints import violated_constraint
from core.refused import Refused
from planning.models import Scenario
from planning.policies.need import Need, values_of
from planning.policies.refusals import PlanningRefusal
from planning.policies.supposed import Supposed
from planning.selectors.scenarios import MOST_SCENARIOS
from planning.services.needs import desks_needed

NAME_ONCE = "scenario_name_once"


def save_scenario(*, name: str, supposed: dict[str, Any]) -> Scenario:
    """Answer what is supposed and keep both under a name.

    Raises Refused: what desks_needed refuses, SCENARIO_NAME_TAKEN, TOO_MANY_SCENARIOS.
    """
    need = desks_needed(Supposed.of(supposed))
    now = clock.now()
    with transaction.atomic():
        if Scenario.objects.filter(removed_at__isnull=True).count() >= MOST_SCENARIOS:
            raise Refused(PlanningRefusal.TOO_MANY_SCENARIOS, {"most": MOST_SCENARIOS})
        scenario = Scenario(
            name=name,
            supposed=supposed,
            made_by_id=current_origin().actor_person_id,
            made_at=now,
            changed_at=now,
            **_answered(need),
        )
        _write(scenario)
        _record("saved", scenario)
    return scenario


def change_scenario(
    *, scenario_id: int, revision: int, name: str | None = None, supposed: dict[str, Any] | None = None
) -> Scenario:
    """Give it another name, other suppositions, or both; other suppositions are answered at once.

    Raises Refused: what desks_needed refuses, SCENARIO_CHANGED (with the stored `revision`), SCENARIO_NAME_TAKEN;
    and Scenario.DoesNotExist.
    """
    need = None if supposed is None else desks_needed(Supposed.of(supposed))
    with transaction.atomic():
        scenario = _locked(scenario_id)
        if scenario.revision != revision:
            raise Refused(PlanningRefusal.SCENARIO_CHANGED, {"revision": scenario.revision})
        before = _facts(scenario)
        if name is not None:
            scenario.name = name
        if supposed is not None and need is not None:
            scenario.supposed = supposed
            _take(scenario, need)
        scenario.revision += 1
        scenario.changed_at = clock.now()
        _write(scenario)
        _record("renamed" if supposed is None else "changed", scenario, before)
    return scenario


def answer_scenario(*, scenario_id: int) -> Scenario:
    """Answer it anew from the facts as they are now. Raises Refused as desks_needed, and Scenario.DoesNotExist."""
    seen = Scenario.objects.get(pk=scenario_id, removed_at__isnull=True)
    need = desks_needed(Supposed.of(seen.supposed))
    with transaction.atomic():
        scenario = _locked(scenario_id)
        if scenario.revision != seen.revision:
            raise Refused(PlanningRefusal.SCENARIO_CHANGED, {"revision": scenario.revision})
        before = _facts(scenario)
        _take(scenario, need)
        scenario.save()
        _record("answered", scenario, before)
    return scenario


@transaction.atomic
def remove_scenario(*, scenario_id: int) -> None:
    """Take it away; it stays as a record. Raises Scenario.DoesNotExist."""
    scenario = _locked(scenario_id)
    scenario.removed_at = clock.now()
    scenario.save(update_fields=["removed_at"])
    _record("removed", scenario)


def _locked(scenario_id: int) -> Scenario:
    return Scenario.objects.select_for_update(of=("self",)).get(pk=scenario_id, removed_at__isnull=True)


def _write(scenario: Scenario) -> None:
    try:
        with transaction.atomic():
            scenario.save()
    except IntegrityError as error:
        if violated_constraint(error) == NAME_ONCE:
            raise Refused(PlanningRefusal.SCENARIO_NAME_TAKEN) from error
        raise


def _answered(need: Need) -> dict[str, Any]:
    return {
        "answer": values_of(need),
        "answered_at": clock.now(),
        "facts_version": need.basis.facts_version,
        "facts_from": need.basis.first,
        "facts_to": need.basis.last,
    }


def _take(scenario: Scenario, need: Need) -> None:
    for name, value in _answered(need).items():
        setattr(scenario, name, value)


def _record(what: str, scenario: Scenario, before: dict[str, Any] | None = None) -> None:
    record(
        kind=f"scenario.{what}",
        subject_kind="scenario",
        subject_id=scenario.pk,
        before=before,
        after=_facts(scenario),
    )


def _facts(scenario: Scenario) -> dict[str, Any]:
    answer = scenario.answer or {}
    return {
        "name": scenario.name,
        "supposed": scenario.supposed,
        "needed": answer.get("needed"),
        "facts_version": scenario.facts_version,
    }
