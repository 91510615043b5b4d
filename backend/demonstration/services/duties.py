"""What the directory does not say of departments: which have a counter, and how many it needs."""

import csv
from pathlib import Path

from core.revision import Slow, bump
from people.models import Department


def set_counter_duties(table: Path) -> None:
    """`counter_duty` and `minimum_on_site` from departments.csv."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = {row["code"]: row for row in csv.DictReader(lines)}
    departments = list(Department.objects.filter(code__in=rows))
    for department in departments:
        row = rows[department.code]
        department.counter_duty = row["counter_duty"] == "1"
        department.minimum_on_site = int(row["minimum_on_site"] or 0)
    Department.objects.bulk_update(departments, ["counter_duty", "minimum_on_site"])
    bump(Slow.PEOPLE)
