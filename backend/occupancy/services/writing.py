"""Putting a day's facts in the place of those it had."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from operator import attrgetter
from typing import Any

from django.db import models

from core.copying import copy_rows
from occupancy.models import DemandDay, DepartmentDay, DeskDay, FloorPresence, PlaceDay

FACTS: tuple[type[models.Model], ...] = (DeskDay, PlaceDay, DemandDay, DepartmentDay, FloorPresence)


@dataclass(frozen=True, slots=True)
class Facts:
    """The rows of one day, not saved yet, one list for each model of FACTS; `day` is what OccupancyDay says of it."""

    day: Mapping[str, Any]
    rows: Sequence[Sequence[models.Model]]

    def digest(self) -> str:
        """A fingerprint of everything in them, whatever the order of the rows."""
        parts = [json.dumps(self.day, sort_keys=True, default=str)]
        for rows in self.rows:
            parts += sorted(repr(_values(row)) for row in rows)
        return sha256("\n".join(parts).encode()).hexdigest()


def replace_facts(day: date, facts: Facts) -> None:
    """Remove the day's rows and put these there, in the caller's transaction."""
    for model in FACTS:
        model._default_manager.filter(day=day).delete()
    for rows in facts.rows:
        copy_rows(rows)


def _values(row: models.Model) -> tuple[Any, ...]:
    names = [field.attname for field in type(row)._meta.concrete_fields if not field.primary_key]
    return type(row).__name__, *attrgetter(*names)(row)
