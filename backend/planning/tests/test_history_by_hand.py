"""Random facts, read through the database in parts, against the same counted by department and day."""

import math
import random
from datetime import date

import numpy as np
import pytest

from occupancy.models import DepartmentDay
from people.models import Department
from planning.policies.bootstrap import draw_weeks, quantile, quantile_interval
from planning.policies.supposed import FromHistory, Supposed
from planning.services.needs import desks_needed
from tests.factories.department_days import CORE_END, CORE_FIRST, Told, department_days, occupancy_day, weekdays_from

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

# 38 working days: 12 October and 3 November are 祝日.
WEEKDAYS = weekdays_from(date(2026, 9, 28), 40)
DAYS = [day for day in WEEKDAYS if day not in (date(2026, 10, 12), date(2026, 11, 3))]
ROOTS, SECTIONS = ("A", "B"), ("A1", "A2", "A3", "B1", "B2")


def made_departments():
    found: dict[str, Department] = {}
    for code in (*ROOTS, *SECTIONS):
        parent = found.get(code[0])
        kind = "bureau" if parent is None else "section"
        row = Department.objects.create(code=f"zz{code}", name=code, kind=kind, parent=parent)
        row.lineage = [row.pk] if parent is None else [parent.pk, row.pk]
        row.save()
        found[code] = row
    return found


def random_facts(departments, chance):
    """By day and code: the row as written. Sections have few or many desks of their own; some days are withheld."""
    for day in WEEKDAYS:
        occupancy_day(day)
        department_days(day, {row: Told(0) for row in departments.values()})
    facts = {}
    for row in DepartmentDay.objects.filter(day__in=DAYS, department__in=departments.values()):
        code = row.name
        row.on_roll = chance.randint(8, 30) if code in SECTIONS else 70
        row.fixed = chance.choice([0, 2, 5, 7])
        row.published = code in ROOTS or code == "A1" or (code == "B2" and row.day < DAYS[12]) or chance.random() < 0.8
        row.gate_present = [chance.randint(0, row.on_roll) for _ in range(48)]
        row.gate_present_fixed = [min(there, chance.randint(0, row.fixed)) for there in row.gate_present]
        row.save()
        facts[row.day, code] = row
    return facts


def slots_of(counts):
    return counts[CORE_FIRST:CORE_END]


def presence_of_own(facts, day, code):
    """Of those with a desk of their own: counted in sections with five and more, else taken to come like the others."""
    row = facts[day, code]
    counted = [
        facts[day, one]
        for one in SECTIONS
        if one.startswith(code) and facts[day, one].fixed >= 5 and facts[day, one].published
    ]
    others = row.on_roll - sum(one.on_roll for one in counted)
    rate = min(1.0, max(0.0, (row.fixed - sum(one.fixed for one in counted)) / others)) if others > 0 else 0.0
    return [
        sum(one.gate_present_fixed[slot] for one in counted)
        + max(0, row.gate_present[slot] - sum(one.gate_present[slot] for one in counted)) * rate
        for slot in range(CORE_FIRST, CORE_END)
    ]


def need_of(facts, day, codes):
    """Desks of a day: the largest slot of those who share, and one for everybody with an own desk."""
    sharing = [0.0] * (CORE_END - CORE_FIRST)
    for code in codes:
        there = zip(slots_of(facts[day, code].gate_present), presence_of_own(facts, day, code), strict=True)
        sharing = [one + present - own for one, (present, own) in zip(sharing, there, strict=True)]
    return math.ceil(max(sharing) + sum(facts[day, code].fixed for code in codes) - 1e-3)


@pytest.mark.parametrize("seed", range(3))
def test_needs_are_those_that_are_counted_by_hand(monkeypatch, seed):
    monkeypatch.setattr("planning.selectors.history.DAYS_AT_ONCE", 7)
    facts = random_facts(made_departments(), random.Random(seed))
    basis = FromHistory(WEEKDAYS[0], WEEKDAYS[-1], "gate", 500, seed)
    found = desks_needed(Supposed(basis=basis, desks=80))
    drawn = draw_weeks(DAYS, [False] * len(DAYS), draws=500, seed=seed)

    needs = np.array([need_of(facts, day, ROOTS) for day in DAYS])
    assert found.needed == {f"{one:g}": quantile(needs, one) for one in (0.9, 0.95, 0.99)}
    assert found.interval == {f"{one:g}": quantile_interval(needs, drawn, one) for one in (0.9, 0.95, 0.99)}
    assert found.mean == pytest.approx(needs.mean())
    assert found.short.probability == pytest.approx((needs > 80).mean())
    assert found.on_roll == pytest.approx(140)

    by_section = {one.department.name: one for one in found.by_department}
    for code in SECTIONS:
        told = [number for number, day in enumerate(DAYS) if facts[day, code].published]
        weights = drawn.parts(np.isin(np.arange(len(DAYS)), told)[None, :])[0]
        needs = np.array([need_of(facts, DAYS[number], [code]) for number in told])
        row = by_section[code]
        assert row.needed == quantile(needs, 0.95)
        assert row.interval == quantile_interval(needs, weights, 0.95)
        assert row.on_roll == pytest.approx(np.mean([facts[DAYS[number], code].on_roll for number in told]))
